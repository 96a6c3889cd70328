/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTPUT_H
#define QUORATE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "commands.h"
#include "quorate/buffer.h"
#include "quorate/diag.h"
#include "quorate/report.h"

/* Where the result goes, and in which format. Settled before any work is done. */
struct destination {
    const char *path; /* NULL for standard output */
    const struct format *format;
    bool excel; /* the result begins with a byte order mark */
};

/*
 * Reads -o, -f, --excel and --force. False, with *misuse filled in, when the format is not known or
 * has no form for Excel, or when the file exists and may not be replaced. A device or a pipe is
 * written to without --force, and a table that this run reads is not replaced even with it.
 */
bool output_plan(struct arena *arena, const struct options *options, enum report_kind kind,
                 struct destination *destination, struct misuse *misuse);

/* The same for a command whose -o is a table that it makes, and whose report goes to standard
 * output: the format is what -f says, and `path` is where the table goes. A name that ends as
 * another kind of document does is refused. */
bool output_plan_table(struct arena *arena, const struct options *options, enum report_kind kind,
                       struct destination *destination, struct misuse *misuse);

/* Puts what stands before a result into the empty buffer that the report goes to. */
void output_begin(const struct destination *destination, struct buffer *result);

/* Writes a finished result, all of it or nothing: STATUS_DONE or, with a message, STATUS_FAILED. */
enum status output_result(struct arena *arena, const struct call *call,
                          const struct destination *destination, const struct buffer *result);

/*
 * For a command whose -o is a table: writes the report to standard output and the table to its
 * path, both or neither. The table is put in its place once the report is out.
 */
enum status output_table(struct arena *arena, const struct call *call,
                         const struct destination *destination, const struct buffer *table,
                         const struct buffer *report);

/* The same for a text that answers a question (help, version), on standard output. */
enum status output_answer(struct arena *arena, const struct call *call, const char *text);

/* What is wrong with the command line, and where help is to be had. Returns STATUS_USAGE. */
enum status output_misuse(struct arena *arena, const struct call *call,
                          const struct misuse *misuse);

/* The problems found in the tables; the warnings among them only without --quiet. */
void output_problems(struct arena *arena, const struct call *call, const struct diag *diag);

/* Says that the program itself failed ("quorate: WHAT"). Returns STATUS_FAILED. */
enum status output_failure(struct arena *arena, const struct call *call, const char *what);

#endif

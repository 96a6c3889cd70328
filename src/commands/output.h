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
bool output_plan(struct arena *arena, const struct options *options, enum report_name kind,
                 struct destination *destination, struct misuse *misuse);

/* The same for a command whose -o is a table that it makes, and whose report goes to standard
 * output: the format is what -f says, and `path` is where the table goes. A name that ends as
 * another kind of document does is refused. */
bool output_plan_table(struct arena *arena, const struct options *options, enum report_name kind,
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

/*
 * For a command that makes a ballot file, in CSV and nothing else: where it goes, NULL for standard
 * output. False, with *misuse filled in, as output_plan_table is.
 */
bool output_plan_ballots(struct arena *arena, const struct options *options, const char **path,
                         struct misuse *misuse);

/* The same where a second table is made, whose name is that of -o with `behind` before ".csv": -o
 * is needed, and neither file may be there without --force. */
bool output_plan_two(struct arena *arena, const struct options *options, const char *behind,
                     const char **path, const char **other, struct misuse *misuse);

/* A file and what is to stand in it. */
struct new_file {
    const char *path, *bytes;
};

/* Writes two files, both or neither: STATUS_DONE or, with a message, STATUS_FAILED. Should the
 * second fail when the first has replaced a file already, the message says that it has. */
enum status output_two(struct arena *arena, const struct call *call,
                       const struct new_file files[2]);

/* What else there is to know, on standard error, unless --quiet: whole sentences, and a command
 * line, which is not broken. */
void output_note(struct arena *arena, const struct call *call, const char *text);
void output_command(struct arena *arena, const struct call *call, const char *command);

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

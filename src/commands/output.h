/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTPUT_H
#define QUORATE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "command.h"
#include "constitution.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/report.h"

/* One place where something goes: a report, or a table that the command makes. */
struct target {
    const char *path;            /* NULL for standard output */
    const struct format *format; /* of a report; NULL for a table */
    bool excel;                  /* the report begins with a byte order mark */
    bool replaces;               /* the file that stands there, whether or not there is --force */
    bool is_own;                 /* nobody else may read it */
    bool is_kept;                /* what stands there is not replaced, even with --force */
    bool is_removed;             /* that file is taken away, and nothing written */
    const char *bytes;           /* once they are known; NULL while there is nothing to write */
    size_t length;
    bool in_pieces; /* they are written already, as far as that goes: */
    struct file_draft *draft;
    struct file_fault fault;
};

/* Everything that a run writes. */
struct output {
    struct target *targets;
    size_t count;
    const struct file_lock *lock; /* of a file among them that is read before; NULL for none */
    const char *folder; /* that is made for them where there is none; NULL where they need none */
    struct writing *writing; /* while it can be taken back; else NULL */
};

/*
 * Reads -o, -f and --excel; each is a command's `plan`. Fills in the paths and formats of the
 * targets, before any work is done. False, with *misuse filled in, when a format is not known, is
 * not that of its file's name or has no form for Excel, or when two targets are one.
 */
bool output_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
                 struct output *output, struct misuse *misuse);

/* The same for a command whose -o is a table that it makes, and whose report goes to standard
 * output: with -o the table is the first target. A name that ends as another kind of document does
 * is refused. */
bool output_plan_table(struct arena *arena, const struct options *options,
                       const struct report_kind *kind, struct output *output,
                       struct misuse *misuse);

/* Whether the name is that of a workbook (.xlsx). */
bool output_is_workbook(const char *path);

/* The same for a command that makes a ballot file, as CSV or a workbook, and no report; and for one
 * that makes a second table beside it, as CSV, whose name has `behind` before ".csv": then -o is
 * needed. */
bool output_plan_ballots(struct arena *arena, const struct options *options, struct output *output,
                         struct misuse *misuse);
bool output_plan_two(struct arena *arena, const struct options *options, const char *behind,
                     struct output *output, struct misuse *misuse);

/*
 * Whether a target may be written. False, with *misuse filled in, when the file exists and there is
 * no --force, and where it is a table that this run reads, even with it. A device or a pipe is
 * written to without.
 */
bool output_check_target(struct arena *arena, const struct options *options, const char *path,
                         const struct constitution *constitution, struct misuse *misuse);

/* One more place, behind the others. */
void output_add(struct arena *arena, struct output *output, struct target target);

/* Has every file among them written so that nobody else may read it. */
void output_keep_own(struct output *output);

/* Whether it is one of its targets. */
bool output_writes(struct arena *arena, const struct output *output, const char *path);

/*
 * Whether the bytes of a target need not all be there at once: those of a file go beside its place,
 * and those to standard output away, where nothing else could fail.
 */
bool output_takes_pieces(const struct output *output, size_t at);

/* Writes the next of them. What fails is told by output_write. */
struct piece_writer {
    struct arena *arena;
    const struct call *call;
    struct target *target;
};
void output_take_piece(void *writer, const char *bytes, size_t length); /* a buffer_taker */

/*
 * Writes every target that has bytes, all of them or none: files are prepared beside their places,
 * and put there once everything else is written. STATUS_DONE or, with a message, STATUS_FAILED.
 * The folder that was made for them is taken away with them.
 * Should one fail to get into its place when others have replaced files already, these are put
 * back; on a drive that cannot keep them for that the message says which stand.
 */
enum status output_write(struct arena *arena, const struct call *call, struct output *output);

/* Once nothing asks for memory any more: what was replaced goes, and what is to be taken away.
 * Returns as output_write does. */
enum status output_settle(struct output *output);

/* Does the same as a failure would, where memory runs out before: it asks for none. */
void output_take_back(struct output *output);

/* Warns of each temporary file that an earlier run, which was stopped, left where this one is to
 * write. */
void output_find_leftovers(struct arena *arena, struct diag *diag, const struct output *output);

/* Writes a text that answers a question (help, version) to standard output, likewise. */
enum status output_answer(struct arena *arena, const struct call *call, const char *text);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DIAG_H
#define QUORATE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/buffer.h"
#include "quorate/wording.h"

/*
 * Problems found: all of them are collected in one run, then printed in the order of the files and
 * their lines. An error means that nothing is decided; a warning leaves the result standing.
 */
enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
};

/* "error", "warning" */
const char *diag_severity_name(enum severity severity);

/* Where a problem stands. Numbers count from 1; 0 means that the place is no closer known. */
struct place {
    const char *file;
    size_t line;   /* physical line of the file */
    size_t column; /* character in that line */
    size_t width;  /* characters that are wrong, for the caret; 0 for one */
    size_t cell;   /* column of the spreadsheet: 1 is A */
    size_t row; /* row of the spreadsheet, which is not the line where a heading has line breaks */
    const char *text; /* the line itself, NULL not to show it */
};

/* What a problem asks, where nothing tells what was meant: one of the choices answers it. */
struct diag_answer {
    struct wording means;  /* "it says who was there" */
    struct wording option; /* what says so on the command line: "--column present="Status"" */
};
struct diag_question {
    struct wording asks; /* "What does this column say?" */
    const struct diag_answer *choices;
    size_t count;
};

struct problem {
    enum severity severity;
    struct place place;
    struct wording what;           /* no full stop: "no practice is called "X"" */
    struct wording remedy;         /* sentences, or nothing */
    struct diag_question question; /* without choices where nothing is asked */
};

/*
 * What may be told of a problem. Of a secret row that is its line and the cell, the discreet words,
 * and neither what stands in the row nor where in the line a cell begins, which behind a vote tells
 * how long that is.
 */
struct message {
    enum severity severity;
    struct place place;
    const char *what, *remedy; /* remedy may be NULL */
    const char *asks;          /* NULL where nothing is asked */
    const struct told_choice {
        const char *means, *option;
    } * choices;
    size_t choice_count;
};

/* What is known of a file, in the order in which files were first heard of. */
struct problem_file {
    const char *name; /* NULL for problems that are in no file */
    size_t errors;
    size_t secret_from; /* the first of the lines that are secret; 0 when none is */
    bool stopped;       /* diag_stop was called of it */
};

/* Begins as `{.arena = arena}`. */
struct diag {
    struct arena *arena;
    struct problem *problems;
    size_t count, capacity;
    size_t errors, warnings; /* all of them, listed or not */
    bool unread;             /* a file could not be read, and not because of anything in it */
    size_t unlisted_errors;  /* past DIAG_MOST of a severity they are only counted */
    struct problem_file *files;
    size_t file_count, file_capacity;
};

#define DIAG_MOST         1000
#define DIAG_COUNTED_MOST 10000

/*
 * Adds a problem whose words anyone may read. `remedy` says what to do, in whole sentences, and may
 * be NULL. The place's file and text and the remedy must live as long as the diag.
 */
void diag_add(struct diag *diag, enum severity severity, struct place place, const char *remedy,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The same, an error of a file as a whole. */
void diag_refuse(struct diag *diag, const char *file, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same as diag_add where words may come from a row that is secret, or turns out to be. */
void diag_add_wording(struct diag *diag, enum severity severity, struct place place,
                      struct wording remedy, struct wording what);

/* The same as diag_add. */
void diag_add_list(struct diag *diag, enum severity severity, struct place place,
                   const char *remedy, const char *format, va_list arguments)
    __attribute__((format(printf, 5, 0)));

/* Whether one more of this severity is listed: else its place and words need not be made. */
bool diag_lists(const struct diag *diag, enum severity severity);

/*
 * Whether DIAG_COUNTED_MOST errors were found. Whoever goes through the rows of a table then goes
 * no further, so that what it takes has a bound however many of them are at fault.
 */
bool diag_is_full(const struct diag *diag);

/* Adds the error that a file was not read to its end, once in a file. It is listed in any case. */
void diag_stop(struct diag *diag, struct place place, const char *remedy, const char *what);

/* Adds an error that asks: its remedy is the question, and each choice with what answers it. */
void diag_ask(struct diag *diag, struct place place, struct wording what,
              struct diag_question question);

/*
 * Keeps the lines of a file from this one on secret, and what was guessed from them in problems of
 * the whole file, whether these were added or are still to come.
 */
void diag_keep_secret(struct diag *diag, const char *file, size_t from_line);

/* Whether lines of the file are secret. */
bool diag_is_secret(const struct diag *diag, const char *file);

/*
 * All problems as people read them, wrapped at 80 columns, sorted by file (in the order in which
 * files were first heard of), line and column, each with its row and a caret:
 *
 *   quorate: ballots.csv:7:1 (cell A7): no practice is called "Wallingford Practise"
 *        7 | Wallingford Practise,Dr P Example,lead,against
 *            ^^^^^^^^^^^^^^^^^^^^
 *     Did you mean "Wallingford Medical Centre"? ...
 *
 * A warning says "warning: " behind its place. The last line counts the errors, by file when only
 * one has any, and ends with `closing` ("Nothing was counted."); no such line without errors.
 * `quiet` leaves the warnings out. Whatever could move a cursor is shown as U+FFFD; the file "-" is
 * called "standard input".
 */
void diag_print(const struct diag *diag, struct buffer *buffer, const char *closing, bool quiet);

/* What may be told of each of the `count` problems, in the order in which they are printed. */
const struct message *diag_messages(const struct diag *diag);

/* "B7" for column 2 of row 7, "B" when the row is 0. */
const char *diag_cell_name(struct arena *arena, size_t cell, size_t row);

#endif

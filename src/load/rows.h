/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LOAD_ROWS_H
#define QUORATE_LOAD_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/diag.h"
#include "quorate/table.h"

struct line_cutter;
struct line_parser;

/* What makes rows of lines; table.c gives it the lines. */
struct row_reader {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    bool (*each)(void *context, const struct row *row);
    void *context;
    bool keep; /* rows stay in the arena; else one row's memory serves all */
    struct line_parser *parser;
    struct line_cutter *cutter; /* NULL with `keep` */
    bool stopped;               /* nothing more is wanted */
    bool header_done, header_bad;
    size_t width;       /* cells of the header */
    struct row current; /* the line at hand, still without cells */
    const struct cell *cells;
    size_t count;
};

/* Takes the line at hand, and `extra_lines` more, as the header. False when a quotation is open at
 * its end and it `may_go_on` on the next line. */
bool rows_take_header(struct row_reader *reader, size_t extra_lines, bool may_go_on);

/* Takes the next line of the bytes as a row when line_cut will have it, and returns how many bytes
 * that were; else 0. */
size_t rows_take_simple(struct row_reader *reader, const char *bytes, size_t available);

/* Takes the line at hand as a row. `plain`: it holds no tab. */
void rows_take(struct row_reader *reader, bool plain);

/* An error at from..to of the line at hand. */
void rows_report(struct row_reader *reader, enum problem_kind kind, size_t from, size_t to,
                 size_t cell, const char *remedy, const char *what);

/* What is wrong with the quotation marks of the line at hand. */
void rows_report_quotes(struct row_reader *reader);

/* An error of the whole file, which ends the reading. */
void rows_refuse_file(struct row_reader *reader, const char *remedy, const char *what);

#endif

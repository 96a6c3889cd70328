/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_ROWS_H
#define QUORATE_SHEET_ROWS_H

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
    bool multi_line; /* rows may go on over line breaks */
    bool of_sheet; /* they are those of a workbook's sheet, and its cells are as they stand there */
    struct line_parser *parser;
    struct line_cutter *cutter; /* NULL where cells are not separated by commas */
    char separator;             /* '\0' while it is to be told from the header */
    bool stopped;               /* nothing more is wanted */
    bool header_done, header_bad;
    size_t width;       /* cells of the header */
    size_t whole_width; /* with the empty ones at its end */
    bool header_joined; /* it goes on over a line break */
    struct row current; /* the line at hand, still without cells */
    const struct cell *cells;
    size_t count;
    bool unreadable; /* the line at hand could not be cut into cells */
};

/* What separates the cells from now on. */
void rows_separate(struct row_reader *reader, char separator);

/* Takes the line or lines at hand as the header. False when a quotation is open at its end and it
 * `may_go_on` on the next line. */
bool rows_take_header(struct row_reader *reader, bool may_go_on);

/* Takes the next line of the bytes as a row when line_cut will have it, and returns how many bytes
 * that were; else 0. */
size_t rows_take_simple(struct row_reader *reader, const char *bytes, size_t available);

/* Takes the line or lines at hand as a row. `plain`: they hold no tab. False when a quotation is
 * open at the end and it `may_go_on` on the next line. */
bool rows_take(struct row_reader *reader, bool plain, bool may_go_on);

/* An error at from..to of the line at hand. */
void rows_report(struct row_reader *reader, size_t from, size_t to, size_t cell,
                 struct wording remedy, struct wording what);

/* What is wrong with the quotation marks of the line at hand. */
void rows_report_quotes(struct row_reader *reader);

/* An error of the whole file, which ends the reading. */
void rows_refuse_file(struct row_reader *reader, const char *remedy, const char *what);

#endif

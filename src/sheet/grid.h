/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_GRID_H
#define QUORATE_SHEET_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/diag.h"
#include "quorate/table.h"

/*
 * One sheet of a workbook, as its reader fills it cell by cell, and the text of it that is read
 * like any other table: a line is a row of the sheet, so places are told as they stand there. What
 * is wrong with a cell is kept until it is known where the table begins: a title above it is not
 * read.
 */

#define GRID_ROWS_MOST    ((size_t)1 << 20) /* of a sheet, as all programs have it */
#define GRID_COLUMNS_MOST ((size_t)1 << 14)
#define GRID_BYTES_MOST   ((size_t)64 << 20) /* of the text */

struct grid_cell {
    size_t row, column; /* from 1 */
    const char *text;
};

/* Rows from..to, where something in this column, or in all where it is 0, cannot be used. */
struct grid_fault {
    size_t from, to, column;
    struct wording what;
    const char *remedy;
};

/* What a cell may have that is not read, and is warned of. */
enum grid_mark {
    GRID_FORMULA,
    GRID_COMMENT,
    GRID_BOX,    /* with a text in it, which may lie anywhere */
    GRID_COLOUR, /* a fill of its own */
    GRID_MARKS,
};

struct grid {
    struct arena *arena;
    struct grid_cell *cells; /* that are not empty, in the order of the sheet */
    size_t count, capacity;
    struct grid_fault *faults;
    size_t fault_count, fault_capacity;
    struct grid_cell *marks[GRID_MARKS]; /* where one stands; without a text */
    size_t mark_count[GRID_MARKS], mark_capacity[GRID_MARKS];
    bool hidden[TABLE_COLUMNS_MOST + 1]; /* columns */
};

/* The next cell of the sheet, when its text is not "". Line breaks and tabs in it are spaces. */
void grid_add(struct grid *grid, size_t row, size_t column, const char *text);

/* What is wrong with a cell of either format. */
enum cell_fault {
    CELL_UNSAVED, /* a formula, without what it gives */
    CELL_CROSSED_OUT,
    CELL_NOTED,   /* a part of it is raised */
    CELL_UNSHOWN, /* a text */
};
void grid_refuse_cell(struct grid *grid, size_t row, size_t column, enum cell_fault fault);
void grid_refuse_error(struct grid *grid, size_t row, size_t column, const char *error);
void grid_refuse(struct grid *grid, size_t row, size_t column, const char *remedy,
                 struct wording what);

/* A row that is not shown; when anything stands in it. */
void grid_hide_row(struct grid *grid, size_t row);
void grid_hide_columns(struct grid *grid, size_t from, size_t to);
void grid_mark(struct grid *grid, size_t row, size_t column, enum grid_mark mark);

/* The cells of a rectangle are one. */
void grid_merge(struct grid *grid, size_t from_row, size_t from_column, size_t to_row,
                size_t to_column);

/* Its text, as CSV. False, with *fault as a clause, when that is too large. */
bool grid_text(const struct grid *grid, struct bytes *text, const char **fault);

/* The row with the most cells: that of the headings where these are not known. */
size_t grid_widest_row(const struct grid *grid);

/* Reports what is wrong from the row of the headings on, and warns of what is odd. The rows below
 * it that cannot be used are blank in the text then. */
void grid_report(const struct grid *grid, struct diag *diag, size_t headings, struct bytes *text);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_H
#define QUORATE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/columns.h"
#include "quorate/diag.h"
#include "quorate/table.h"

/* A table while its reader goes through it. Begins as `{.arena = arena, .diag = diag}`. */
struct sheet {
    struct arena *arena;
    struct diag *diag;
    struct table table;
    struct columns columns;
};

/* Reads the table and finds its columns, which must live as long as the sheet. False, with an
 * error, when it has no header to go by or lacks what is required; `table.count` tells its rows all
 * the same. */
bool sheet_read(struct sheet *sheet, struct bytes bytes, const struct column *wanted, size_t count);

/* The columns are told by their number among those wanted. */
static inline bool sheet_has(const struct sheet *sheet, size_t column)
{
    return sheet->columns.at[column] != COLUMN_NONE;
}

const char *sheet_text(const struct sheet *sheet, const struct row *row, size_t column);

/* The cell as it is written, with its quotation marks and the spaces before it. It must be there.
 */
const char *sheet_written(const struct sheet *sheet, const struct row *row, size_t column);

struct place sheet_place(const struct sheet *sheet, const struct row *row, size_t column);

/* The heading of a cell, which counts from 0, as all do that are no columns' numbers. */
static inline const char *sheet_heading(const struct sheet *sheet, size_t cell)
{
    return row_cell(&sheet->table.header, cell)->text;
}

/* Where a cell of a row stands, be that the header. */
struct place sheet_cell_place(const struct sheet *sheet, const struct row *row, size_t cell);

/* The same as sheet_place for an error, without the copy of its row where so many are listed that
 * this one is only counted. */
struct place sheet_error_place(const struct sheet *sheet, const struct row *row, size_t column);

/* Adds an error at a cell. `remedy` may be NULL. */
void sheet_error(const struct sheet *sheet, const struct row *row, size_t column,
                 const char *remedy, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Adds an error of the whole table. */
void sheet_refuse(const struct sheet *sheet, const char *remedy, const char *what);

#endif

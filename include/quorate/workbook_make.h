/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WORKBOOK_MAKE_H
#define QUORATE_WORKBOOK_MAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/file.h"

/* A workbook (.xlsx) with one sheet to be filled in. */

/* What is typed into a column. */
enum made_kind {
    MADE_TEXT, /* kept as it is typed: a spreadsheet makes no day of 2/3 */
    MADE_DAY,
    MADE_MOMENT,
};

struct made_column {
    const char *heading;
    const char *note; /* told where one of its cells is chosen; NULL for nothing */
    enum made_kind kind;
    bool fixed; /* what stands in it is not to be changed */
};

/* The words of which one may stand in each of the rows from..to (from 0; `to` is not among them).
 */
struct made_choices {
    size_t column, from, to;
    const char *const *words;
    size_t count;
};

struct made_sheet {
    const char *name;
    const struct made_column *columns;
    size_t column_count;      /* 1 to 26 */
    const char *const *cells; /* of its rows, one row after another; NULL for a blank */
    size_t row_count;
    const struct made_choices *choices;
    size_t choice_count; /* at most 26 */
};

/*
 * Its bytes, the same for the same sheet. The headings and the cells of columns that are fixed are
 * locked, without a password: whoever has to can take the protection off. Words to choose from
 * stand in a second sheet, which is hidden.
 */
struct bytes workbook_make(struct arena *arena, const struct made_sheet *sheet);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_STORED_H
#define QUORATE_SHEET_STORED_H

#include <stdbool.h>

#include "cell_format.h"
#include "quorate/wording.h"

/* What a workbook stores in a cell, as the text that a table of text would have there. */
struct stored {
    const char *text;     /* NULL where it is no number at all, so that the file is damaged */
    struct wording fault; /* why it cannot be used as it stands, a clause; nothing where it can */
    const char *remedy;
};

/*
 * A number as the file has it ("9371", "9371.0", "1.0E+4", "42177.736238425924"): whole ones in
 * digits, fractions with a decimal point, to the 15 digits that spreadsheets know; parts in 100
 * with their sign; points in time as 2015-06-22, 2015-06-22 17:40:11 or 17:40:11, counted from 1900
 * or 1904. Its fault is that the format does not show all of it: then the person who looked at the
 * sheet saw something else.
 */
struct stored stored_number(struct arena *arena, const char *value,
                            const struct cell_format *format, bool from_1904);

/* A number that is shown as a text, "9,371.00" or "66%": its fault is that they do not agree. */
struct stored stored_as_shown(struct arena *arena, const char *value, const char *shown,
                              bool percent);

/* A day with or without a time, as 2015-06-22T17:40:11, and PT17H40M11S: in the words above. A day
 * that is shown as a text has the fault that it is not all of it; `shown` may be NULL. */
struct stored stored_date(struct arena *arena, const char *value, const char *shown);
struct stored stored_time(struct arena *arena, const char *value);

#endif

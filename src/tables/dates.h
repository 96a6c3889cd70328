/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_DATES_H
#define QUORATE_TABLES_DATES_H

#include "quorate/sheet.h"
#include "quorate/tenure.h"

/* Days and periods that stand in cells of any table but the ballots'. They report what is wrong and
 * return false; a blank cell is no date, and year 0. */

bool day_read(const struct sheet *sheet, const struct row *row, size_t column, struct date *date);

/* Two columns of a table: the first and the last day of whatever its rows are of. Both count. */
struct period_columns {
    size_t from, to;
    const char *subject; /* "interest", "membership" */
};

bool period_read(const struct sheet *sheet, const struct row *row,
                 const struct period_columns *columns, struct tenure *tenure);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COUNTY_LIST_H
#define QUORATE_COUNTY_LIST_H

#include <stddef.h>

/* Which practice of the county is in which locality: county.csv. */

struct county_practice {
    const char *code, *name; /* one of them may be NULL */
    const char *locality;
    size_t line, row; /* of the table, and of the spreadsheet */
    size_t cell;      /* of the spreadsheet: its code, or else its name */
};

struct county_list {
    const char *file; /* the table's name, for messages */
    const struct county_practice *practices;
    size_t count;
};

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_REGISTERS_INTERNAL_H
#define QUORATE_TABLES_REGISTERS_INTERNAL_H

#include "internal.h"
#include "quorate/sheet.h"

/* What the files that read voters.csv and interests.csv share. */

/* Where both tables have the member; the code may stand in for the name. */
enum register_column {
    REGISTER_PRACTICE,
    REGISTER_CODE,
};

/* A register while it is read. */
struct register_load {
    struct sheet sheet;
    const struct roll *roll;     /* NULL when it could not be read */
    const char *unit;            /* what a member is called */
    const struct member *absent; /* of the row at hand: who had left by the day of the roll, or had
                                    yet to join; NULL for nobody */
    size_t unknown; /* members so far: a suggestion for each of thousands would take long */
};

/* Reads the table and finds its columns, the first two of which are those above. `wanted` is a copy
 * that the load may change. Without rules it is not known what the members are called. */
bool register_open(struct register_load *load, struct bytes bytes, const struct rules *rules,
                   struct column *wanted, size_t count);

void register_report(const struct register_load *load, const struct row *row, size_t column,
                     enum severity severity, const char *remedy, const char *what);

/* The member of a row. NULL when there is no roll, where `absent` is named instead, or with an
 * error when the row names none. */
const struct member *register_member(struct register_load *load, const struct row *row);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_ROLL_INTERNAL_H
#define QUORATE_TABLES_ROLL_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "internal.h"
#include "quorate/roll.h"
#include "quorate/sheet.h"
#include "quorate/text.h"

/* What the files that read a roll share: roll.c and roll_figures.c. */

enum roll_column {
    COLUMN_NAME,
    COLUMN_LIST_SIZE,
    COLUMN_CODE,
    COLUMN_ALIASES,
    COLUMN_AREA,
    COLUMN_VOTES,
    COLUMN_AS_AT,
    COLUMN_PRACTICES,
    COLUMN_SHARE,
    COLUMN_SOURCE,
    ROLL_COLUMNS,
};

/* What the Total row says. */
struct total {
    const struct row *row; /* NULL when there is none */
    bool has_population, has_votes;
    int64_t population;
    int64_t votes; /* in millionths */
    int64_t practices;
};

/* A roll while it is read. The arrays run beside roll->members. */
struct roll_reading {
    struct sheet sheet;
    struct roll *roll;
    struct member *members; /* votes in millionths until they are added up */
    const struct row **rows;
    struct total total;
    const struct row *as_at_row;  /* that gave the date; NULL when the heading did */
    struct name_index area_names; /* of those seen so far */
    const char **areas;           /* as they are first spelled */
    size_t area_count, area_capacity;
    bool built_in;          /* a table of a bundled constitution */
    bool population_unsure; /* a list size could not be read, so the sum means nothing */
    bool votes_unsure;
    bool rows_missing; /* lines that are no rows were left out, so sums mean nothing */
};

/* --- roll_figures.c --- */

/* They report what is wrong and return false. Votes are in millionths, whatever the roll's unit. */
bool roll_read_list_size(const struct roll_reading *reading, const struct row *row,
                         int64_t *list_size);
bool roll_read_total_population(const struct roll_reading *reading, const struct row *row,
                                int64_t *population);
bool roll_read_votes(struct roll_reading *reading, const struct row *row, int64_t *votes);

/* Sums, bounds, the Total row, and the votes in the finest decimal that is used. */
void roll_add_up(struct roll_reading *reading);

#endif

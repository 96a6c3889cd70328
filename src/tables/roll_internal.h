/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_ROLL_INTERNAL_H
#define QUORATE_TABLES_ROLL_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "internal.h"
#include "quorate/roll.h"
#include "quorate/sheet.h"
#include "quorate/text.h"

/* What the files that read a roll share: roll.c, roll_figures.c and roll_dates.c. */

enum roll_column {
    COLUMN_NAME,
    COLUMN_LIST_SIZE,
    COLUMN_CODE,
    COLUMN_ALIASES,
    COLUMN_AREA,
    COLUMN_CLASS,
    COLUMN_VOTES,
    COLUMN_AS_AT,
    COLUMN_PRACTICES,
    COLUMN_SHARE,
    COLUMN_SOURCE,
    COLUMN_FROM,
    COLUMN_TO,
    ROLL_COLUMNS,
};

/* What the Total row says. */
struct total {
    const struct row *row; /* NULL when there is none */
    bool has_population, has_votes;
    int64_t population;
    int64_t votes;
    int64_t practices;
};

/* A roll while it is read. The arrays run beside roll->members. */
struct roll_reading {
    struct sheet sheet;
    struct arena *scratch; /* until the roll is read */
    struct roll *roll;
    struct member *members; /* their votes are 0 until they are added up */
    const struct row **rows;
    struct total total;
    struct date stated_at;        /* of the cells of the column "as at"; year 0 without */
    const struct row *as_at_row;  /* that gave the date; NULL when the heading did */
    struct name_index area_names; /* of those seen so far */
    const char **areas;           /* as they are first spelled */
    size_t area_count, area_capacity;
    struct roll_class *classes;
    size_t class_capacity;
    bool known;             /* it holds the same as a table of a bundled constitution */
    bool without_rules;     /* so its heading alone says what its members are */
    bool population_unsure; /* a list size could not be read, so the sum means nothing */
    bool votes_unsure;
    bool rows_missing;    /* lines that are no rows were left out, so sums mean nothing */
    bool total_is_member; /* a row that is read as a member looks like the total */
    bool has_history;     /* it differs by day, so list sizes are read once all rows are */
    bool is_last;         /* the list sizes at hand are the latest, where it does */
    struct date at;       /* of the list sizes at hand, where it does; year 0 when not known */
};

/* Whether its figures are part of the sums at hand: with a history, of who was a member then. */
bool roll_is_counted(const struct roll_reading *reading, const struct member *member);

/* Whether a locality's population is left blank, as of one that is not known: its county's total
 * then has to stand there. */
bool roll_is_unknown(const struct roll_reading *reading, const struct row *row);

/* --- roll_dates.c --- */

/* Whether the table says of days that differ. */
bool roll_has_history(const struct sheet *sheet);

/* The first and the last day of a member. */
void roll_read_period(struct roll_reading *reading, const struct row *row, struct member *member);

/* Finds out of which dates the list sizes are. False, with an error, where that cannot be told. */
bool roll_find_dates(struct roll_reading *reading);

/* Reads the list sizes of each date into the roll's history and adds them up, each beside its own
 * total. `votes` are what the votes add up to. */
void roll_read_history(struct roll_reading *reading, int64_t votes);

/* --- roll_figures.c --- */

/* They report what is wrong and return false. Votes are only looked at, for how many decimals they
 * have; `most` is in whole votes. */
bool roll_read_list_size(const struct roll_reading *reading, const struct row *row,
                         int64_t *list_size);
bool roll_read_total_population(const struct roll_reading *reading, const struct row *row,
                                int64_t *population);
bool roll_read_votes(struct roll_reading *reading, const struct row *row, int64_t most);

/* The votes in the finest decimal that is used. Returns what they add up to, which is held against
 * the Total row once everything is read. */
int64_t roll_add_up_votes(struct roll_reading *reading);
void roll_check_votes(const struct roll_reading *reading, int64_t sum);

/* An error for the one size below a hundred where all others have thousands, unless a Total row
 * says that it is right. */
void roll_look_for_thousands(const struct roll_reading *reading);

/* The same for one that is more than all others together, of patients. */
void roll_look_for_more_than_all(const struct roll_reading *reading);

/* An error for each row that is no further member: one in another spelling, a branch, the sum of
 * rows above it, a figure of something else. Codes tell members apart (roll_doubles.c). */
void roll_refuse_doubles(const struct roll_reading *reading);

/* The sum of the list sizes that the members have at hand, its bounds and the Total row. */
void roll_add_up_sizes(struct roll_reading *reading, int64_t votes);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_EDITIONS_H
#define QUORATE_EDITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"
#include "quorate/rulebook.h"

/* What differs between two editions of a constitution, finished for reports: `was` is the one that
 * is compared with, `is` the one in use. */

/* A rule in force, or on a reading, that is not the same in both. Its words, its clause, or whether
 * the table says it at all. */
struct rule_change {
    const char *decision, *title; /* NULL for the body as a whole */
    const char *reading;          /* NULL for what is in force */
    const struct basis *was, *is; /* NULL where that edition has no such rule */
};

/* A kind of decision that only one edition has: nothing is told of its rules. */
struct decision_change {
    const char *decision, *title;
    bool is_added;
};

/* What of a table of members is not the same. */
enum member_fact {
    FACT_JOINED, /* by the list size, if there are any */
    FACT_LEFT,
    FACT_NAME, /* of a member that is known by its code or another spelling */
    FACT_CODE,
    FACT_AREA,
    FACT_CLASS,
    FACT_ALIASES,
    FACT_LIST_SIZE,
    FACT_VOTES,
    FACT_PRACTICES, /* of a table of localities */
    FACT_MEMBERS,   /* from here on of the whole table */
    FACT_PATIENTS,
    FACT_STATED_TOTAL,
    FACT_STATED_PRACTICES,
    FACT_AS_AT,
    MEMBER_FACTS,
};

/* "joined", "list size" */
const char *member_fact_name(enum member_fact fact);

/* Whether it is a figure, else a text, or a date where it is FACT_AS_AT. */
bool member_fact_is_figure(enum member_fact fact);

/* One side of a change. Not given where that edition has none. */
struct edition_value {
    bool given;
    const char *text;
    struct date date;
    int64_t number; /* in units of 1 / 10^places */
    unsigned places;
};

struct member_change {
    const char *table;  /* "practices" or "localities", as among the inputs */
    const char *member; /* as it is called, or was by then; NULL for the whole table */
    const char *code;   /* NULL for none */
    enum member_fact what;
    struct edition_value was, is;
};

struct editions {
    struct provenance from;
    bool by_day; /* a table differs by day: of each the latest is compared, and no other */
    struct rulebook was, is; /* with the constitution, its origin, body, edition and unit */
    const struct decision_change *decisions;
    size_t decision_count;
    const struct rule_change *rules;
    size_t rule_count;
    const struct member_change *members; /* of the roll, then of the localities; in the order of the
                                            table in use, then who left */
    size_t member_count;
};

#endif

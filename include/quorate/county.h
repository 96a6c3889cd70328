/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COUNTY_H
#define QUORATE_COUNTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"
#include "quorate/outcome.h"
#include "quorate/power.h"

/* Each locality's part of the county and its votes on the governing body, finished for reports. */
struct locality_share {
    const char *name;
    bool is_own;        /* it is the one whose rules these are */
    int64_t practices;  /* 0 when not stated */
    int64_t population; /* 0 when not known */
    const char *percent,
        *votes; /* on the total that the rules name: 1 and 2 places; NULL likewise */
    const char *percent_of_sum, *votes_of_sum; /* on the sum of the rows; NULL without one */
    const char *published_votes;               /* canonical; NULL when the table has none */
    bool published_differs;                    /* from `votes` */
    int64_t whole_votes;                       /* by largest remainder, when asked for */
    bool by_lot; /* it is one of those with equal remainders for the last of them */
};

struct county {
    struct provenance from;
    const char *body;   /* whose rules share the votes out; NULL when they do not say */
    struct terms terms; /* what those are called among whom they are shared */
    struct date as_at;
    int64_t votes_in_all;
    bool has_stated_total;
    int64_t stated_total;
    size_t unknown; /* localities whose population is not known: then there are no sums of the rows,
                       no whole votes, and it is not known who decides */
    int64_t sum_of_rows;
    int64_t total;                             /* of the two the one that the rules name */
    bool totals_differ, of_sum;                /* as in struct share */
    const char *sum_of_percent, *sum_of_votes; /* of the rounded figures above */
    const char *sum_of_percent_of_sum, *sum_of_votes_of_sum;
    int64_t stated_practices, sum_of_practices; /* 0 when not stated */
    const struct locality_share *localities;
    size_t locality_count;
    bool whole;        /* whole votes were asked for */
    int64_t lot_votes; /* so many of them go by lot among `lot_among` localities; 0 for none */
    size_t lot_among;
    struct power power; /* of the localities */
    /* By what: the first decision by their own rules that is weighted and carried by so many of all
     * votes; NULL where there is none, and the majority of their shares to two places is meant. */
    const char *power_decision;
    const char *power_rule,
        *power_clause;          /* what it asks for; the clause NULL where none is given */
    const int64_t *power_votes; /* beside the localities, in units of 1 / 10^places */
    int64_t power_in_all;
    unsigned power_places;
};

#endif

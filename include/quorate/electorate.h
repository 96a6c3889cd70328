/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ELECTORATE_H
#define QUORATE_ELECTORATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/condition.h"
#include "quorate/outcome.h"
#include "quorate/power.h"
#include "quorate/tenure.h"
#include "quorate/terms.h"

/* Who may vote on a day, and who of them makes a quorum: the roll of that day, finished for
 * reports. */

struct elector {
    const char *name, *code, *area, *class_cell; /* but for the name NULL where none is given */
    int64_t list_size;
    const char *percent; /* of all list sizes, 2 places; NULL without any */
    const char *votes;   /* of a roll that has them; else NULL */
    struct tenure tenure;
};

/* What a quorum asks for of all members, or of those of an area, and who reaches it. */
struct quorum_asked {
    const char *text;      /* as the rules word it */
    const char *decisions; /* the kinds of decision that ask for it, as a list */
    const char *group;     /* whose quorums hold together, beside other groups; NULL for none */
    const char *area;      /* where each area must have it; else NULL */
    const char *of_class;  /* of whom alone it is asked; else NULL */
    bool by_name;          /* of those whom it names */
    enum measure measure;
    unsigned places;          /* of whole and reach.needed: 0 but for votes */
    int64_t whole;            /* what all of them have */
    const char *const *names; /* whose places the groups of the reach are */
    size_t count;
    struct reach reach;
};

/* A quorum that a reading of the rules puts in the place of theirs. */
struct quorum_otherwise {
    const char *reading, *text;
    const char *decision; /* the kind of decision, by its title; NULL for each */
};

/* What becomes of the roll on a day on which members join or are gone. */
struct roll_change {
    struct date day; /* the first of the new roll */
    const char *const *joined, *const *gone;
    size_t joined_count, gone_count;
    size_t members;
    bool sizes_known; /* of each of them; else the rest is 0 */
    int64_t population;
    const int64_t *needed; /* the patients that a quorum takes, each number once, as the rules have
                              them */
    size_t needed_count;
};

struct electorate {
    struct provenance from;
    const char *body, *edition; /* NULL when the rules give none */
    struct terms terms;
    bool has_list_sizes;
    struct date day;   /* year 0 where it is not known, and does not matter */
    struct date as_at; /* of the list sizes; year 0 when not known */
    const struct elector *members;
    size_t count;
    int64_t population;
    struct roll_of_day roll; /* who is not among them */
    const struct quorum_asked *quorums;
    size_t quorum_count;
    bool several;      /* some decision asks for several at once */
    bool alternatives; /* of which one may be enough */
    const struct quorum_otherwise *readings;
    size_t reading_count;
    const char *without; /* the kinds of decision that ask for no quorum, as a list; or NULL */
};

#endif

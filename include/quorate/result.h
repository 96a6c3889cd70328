/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RESULT_H
#define QUORATE_RESULT_H

#include <stdbool.h>
#include <stddef.h>

/* A result that was saved as JSON, as far as it takes to count the same again. */

struct saved_input {
    const char *role, *file; /* a name without a folder */
    const char *sheet;       /* of a workbook; NULL for a table of text */
    const char *sha256;      /* NULL where it was withheld */
};

struct saved_result {
    const char *command; /* that made it: "tally", "quorum", ... */
    const char *version;
    const char *body; /* NULL when the rules gave none */
    const char *constitution;
    bool bundled; /* it was one of the program's own, else a folder */
    /* As the command line gave them, NULL for what it did not. */
    const char *rules, *practices, *localities, *candidates; /* names without a folder */
    const char *voters, *interests, *holidays;               /* likewise */
    const char *decision, *motion, *route, *date, *confirmed, *opens, *closes, *casting_vote;
    const char *dates; /* "day-first" or "month-first" */
    bool show_ballots;
    const char *encoding;
    bool multi_line, whole;
    const char *const *columns;
    size_t column_count;
    const char *const *answers;
    size_t answer_count;
    const char *area, *total, *as_at; /* of list sizes: what was said of their files, */
    const char *const *keep, *const *set, *const *leave; /* and in their place */
    size_t keep_count, set_count, leave_count;
    bool adopt;
    const char *written_to; /* the name of the new roll; NULL where none was written */
    const struct saved_input *inputs;
    size_t input_count;
    const char *ballots_hmac; /* the keyed hash of secret ballots; NULL where it has none */
};

/* One of its votes, as far as it takes to hold a further election. */
struct saved_poll {
    const char *motion;         /* NULL when it was not named */
    const char *decision;       /* as the rules spell it */
    bool is_election;           /* as the rules have it */
    const char *verdict;        /* "elected", ... */
    const char *const *run_off; /* who stands again: none, or two or more */
    size_t run_off_count;
};

/* How far the rows that a result holds of one vote tell what was decided. */
struct recorded_poll {
    const char *motion; /* NULL when it is not named */
    bool is_secret;     /* who voted how is not told: any votes that make the heads stand for
                           them */
    bool weighs;        /* and list sizes decide, so its result cannot be told by them, */
    const char *const *uncertain; /* nor on these other readings, which ask what is not told */
    size_t uncertain_count;
    bool untimed; /* nor the day of the vote */
};

/* One figure or word that is not the same in two documents. */
struct difference {
    const char *place; /* in words: "vote 1, counts, for, members" */
    const char *saved; /* as it stands there; NULL where there is no such thing */
    const char *counted;
};

#define DIFFERENCES_MOST ((size_t)1000) /* more are only counted */

struct differences {
    const struct difference *items;
    size_t count; /* of items */
    size_t all;   /* that there are */
};

#endif

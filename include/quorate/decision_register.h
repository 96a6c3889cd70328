/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECISION_REGISTER_H
#define QUORATE_DECISION_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"

/*
 * A register of decisions: a file to which each tally adds a line for each of its motions, and in
 * which nothing is edited. Each line is a JSON object that holds the SHA-256 of the line before it,
 * without its line feed, so one that is changed, taken out, put in or moved no longer fits. What
 * was done to the end of it alone fits all the same: only the hash of a line that was kept
 * elsewhere shows that.
 */

/* How many there are of a group, or voted for a candidate. */
struct registered_figure {
    const char *group;     /* "present", "for", ...; NULL of a candidate */
    const char *candidate; /* NULL of a group */
    int64_t members;
    const char *votes; /* a decimal; NULL where they are withheld, or there are none */
};

/* A quorum of the rules and how it came out; the figures are decimals, NULL where withheld. */
struct registered_quorum {
    const char *text, *part, *whole, *needed;
    bool met;
};

/* One line: a decision as it was decided then. */
struct registered {
    size_t line;        /* in the file, from 1 */
    const char *sha256; /* of the line */
    int64_t n;          /* its number, as it says */
    struct date date;   /* year 0 where the day was not known */
    const char *body;   /* NULL where the rules give none */
    const char *kind, *title;
    const char *motion, *post; /* NULL where there is none */
    const char *verdict;       /* "carried", ... */
    const char *winner;        /* NULL unless elected */
    const char *const *run_off;
    size_t run_off_count;
    bool consensus, certain;
    const struct registered_quorum *quorums; /* none where the rules ask for none */
    size_t quorum_count;
    const struct registered_figure *figures;
    size_t figure_count;
    int64_t keep_months; /* that the ballots are kept once the outcome is confirmed; 0: no rule */
    struct date destroy_on;   /* year 0 where that is not known */
    int64_t corrects;         /* the number of the line in whose place it is; 0 for none */
    int64_t corrected_by;     /* and that of the last line which says so of this one */
    const char *ballots_hmac; /* NULL where the line holds none */
    const char *result_sha256, *previous_sha256; /* previous: NULL in the first line */
};

/* What is wrong with a line, or between it and the one before. */
struct register_fault {
    size_t line; /* in the file, from 1 */
    const char *what;
};

struct decision_register {
    const struct registered *lines; /* those that could be read, in their order */
    size_t count;
    size_t line_count;         /* those that there are */
    bool torn;                 /* the last one does not end */
    const char *const *hashes; /* of every line that there is */
    const char *last_sha256;   /* of the last; NULL where there is none */
    const struct register_fault *faults;
    size_t fault_count;
};

#endif

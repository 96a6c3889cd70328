/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONDITION_H
#define QUORATE_CONDITION_H

#include <stdbool.h>
#include <stdint.h>

#include "quorate/ratio.h"

/* What is counted: votes as the weighting gives them, patients, or members one by one. */
enum measure {
    MEASURE_VOTES,
    MEASURE_POPULATION,
    MEASURE_MEMBERS,
};

/*
 * Whose. SCOPE_PRESENT is everyone who is represented in the room or returned a ballot, SCOPE_CAST
 * the valid votes for, against or for a candidate, SCOPE_VOTING those and the abstentions and void
 * ballots that the rules say take part, SCOPE_ALL the whole roll.
 */
enum scope {
    SCOPE_ALL,
    SCOPE_PRESENT,
    SCOPE_VOTING,
    SCOPE_CAST,
    SCOPE_AGAINST,
};

enum rounding {
    ROUNDING_NONE,
    ROUNDING_DOWN,
    ROUNDING_UP,
    ROUNDING_TO_NEAREST, /* halves up */
};

/*
 * One condition of the rules table, the only kind of threshold there is: quorum, turnout, majority,
 * election and review are all decided by it.
 *
 * A share asks for `amount` of the whole that measure and scope name, rounded and with `plus`
 * added; a number (`is_number`) asks for `plus` of them. With `strictly` it is "more than", else
 * "at least".
 */
struct condition {
    bool is_number;
    bool strictly;
    struct ratio amount;    /* 1/2; unused for a number */
    enum rounding rounding; /* of amount times the whole, to a whole quantity */
    int64_t plus;           /* added behind the rounding, in whole quantities */
    enum measure measure;
    enum scope scope;
    bool replying; /* of SCOPE_PRESENT: the rules say "replying", so there is no room to be in */
};

/*
 * The smallest quantity that meets the condition, of a whole that is at most RATIO_MOST; both in
 * units of 1 / 10^places, of which there are at most 6. It can be 0, and it can be more than the
 * whole.
 */
int64_t condition_needed(const struct condition *asks, int64_t whole, unsigned places);

#endif

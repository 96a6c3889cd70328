/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <assert.h>

static int64_t power_of_ten(unsigned places)
{
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

/*
 * What is asked for as a fraction of units, so that every comparison is exact. `one` is a whole
 * vote, member or patient, at most 10^6. The whole is at most RATIO_MOST = 10^12, amount's parts
 * are at most RATIO_PART = 10^6 and so is `plus` of a share. So amount.p * whole and plus * one *
 * amount.q are at most 10^18 each and their sum is at most 2 * 10^18, below 2^63. Of a number
 * `plus` is at most 10^9, and so is `number`: with the decimals 10^15.
 */
struct threshold {
    int64_t top, bottom;
};

static struct threshold threshold_of(const struct condition *asks, int64_t whole, int64_t one)
{
    if (asks->is_number)
        return (struct threshold){asks->plus * one, 1};
    /* Rounding is to whole votes, members or patients, not to the finest decimal. */
    struct threshold ones = {asks->amount.p * whole, asks->amount.q * one};
    int64_t rest = ones.top % ones.bottom, down = ones.top / ones.bottom;
    switch (asks->rounding) {
    case ROUNDING_NONE:
        return (struct threshold){ones.top + asks->plus * one * asks->amount.q, asks->amount.q};
    case ROUNDING_DOWN:
        break;
    case ROUNDING_UP:
        down += rest != 0;
        break;
    case ROUNDING_TO_NEAREST:
        down += rest >= ones.bottom - rest;
        break;
    }
    return (struct threshold){(down + asks->plus) * one, 1};
}

/* The whole units on the right side of the threshold: "at least" and "fewer than" round up. */
static int64_t nearest_unit(const struct condition *asks, struct threshold threshold)
{
    int64_t floor = threshold.top / threshold.bottom;
    bool exact = threshold.top % threshold.bottom == 0;
    if (asks->at_most)
        return asks->strictly && exact ? floor - 1 : floor;
    return asks->strictly || !exact ? floor + 1 : floor;
}

int64_t condition_needed(const struct condition *asks, int64_t whole, unsigned places)
{
    int64_t one = power_of_ten(places);
    assert(whole >= 0 && whole <= RATIO_MOST);
    int64_t needed = nearest_unit(asks, threshold_of(asks, whole, one));
    int64_t number = nearest_unit(asks, (struct threshold){asks->number * one, 1});
    if ((asks->limit == LIMIT_GREATER && number > needed) ||
        (asks->limit == LIMIT_LESSER && number < needed))
        needed = number;
    return needed < 0 ? 0 : needed;
}

bool condition_met(const struct condition *asks, int64_t part, int64_t needed)
{
    return asks->at_most ? part <= needed : part >= needed;
}

bool condition_is_share(const struct condition *asks)
{
    return !asks->is_number && !asks->at_most && asks->limit == LIMIT_NONE &&
           asks->side == SIDE_BY_RULE && asks->among == AMONG_ALL;
}

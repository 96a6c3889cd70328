/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <assert.h>
#include <string.h>

static int64_t power_of_ten(unsigned places)
{
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

/*
 * What is asked for: so many whole units, and whether it is more than that by less than one.
 * `one` is a whole vote, member or patient, at most 10^6. A share of at most all is no more than
 * RATIO_QUANTITY_MOST = 10^18, one of more stops at 2^62, and what is added to it is at most
 * 10^6 * one = 10^12. Of a number `plus` is at most 10^12, with the decimals 10^18, and so is
 * `number`. All of that stays below 2^63.
 */
struct threshold {
    int64_t units;
    bool exact;
};

static struct threshold threshold_of(const struct condition *asks, int64_t whole, int64_t one)
{
    struct threshold threshold = {asks->plus * one, true};
    bool half;
    if (asks->is_number)
        return threshold;
    if (asks->rounding == ROUNDING_NONE) {
        threshold.units += ratio_of_whole(asks->amount, whole, 1, &threshold.exact, &half);
        return threshold;
    }
    /* Rounding is to whole votes, members or patients, not to the finest decimal. */
    int64_t ones = ratio_of_whole(asks->amount, whole, one, &threshold.exact, &half);
    if (ones > INT64_MAX / 2 / one)
        ones = INT64_MAX / 2 / one;
    bool up = asks->rounding == ROUNDING_UP ? !threshold.exact
                                            : asks->rounding == ROUNDING_TO_NEAREST && half;
    return (struct threshold){(ones + up + asks->plus) * one, true};
}

/* The whole units on the right side of the threshold: "at least" and "fewer than" round up. */
static int64_t nearest_unit(const struct condition *asks, struct threshold threshold)
{
    if (asks->at_most)
        return asks->strictly && threshold.exact ? threshold.units - 1 : threshold.units;
    return asks->strictly || !threshold.exact ? threshold.units + 1 : threshold.units;
}

int64_t condition_needed(const struct condition *asks, int64_t whole, unsigned places)
{
    int64_t one = power_of_ten(places);
    assert(whole >= 0 && whole <= RATIO_QUANTITY_MOST);
    int64_t needed = nearest_unit(asks, threshold_of(asks, whole, one));
    int64_t number = nearest_unit(asks, (struct threshold){asks->number * one, true});
    if ((asks->limit == LIMIT_GREATER && number > needed) ||
        (asks->limit == LIMIT_LESSER && number < needed))
        needed = number;
    return needed < 0 ? 0 : needed;
}

bool condition_met(const struct condition *asks, int64_t part, int64_t needed)
{
    return asks->at_most ? part <= needed : part >= needed;
}

static bool same_amount(const struct condition *one, const struct condition *other)
{
    bool both_shares = !one->is_number && !other->is_number;
    bool limited = one->limit != LIMIT_NONE;
    return one->is_number == other->is_number && one->strictly == other->strictly &&
           one->at_most == other->at_most && one->plus == other->plus &&
           one->limit == other->limit && (!limited || one->number == other->number) &&
           (!both_shares || (one->amount.p * other->amount.q == other->amount.p * one->amount.q &&
                             one->rounding == other->rounding));
}

static bool same_names(const struct condition *one, const struct condition *other)
{
    size_t same = 0;
    while (same < one->name_count && same < other->name_count &&
           strcmp(one->names[same], other->names[same]) == 0)
        same++;
    return same == one->name_count && same == other->name_count;
}

bool condition_same(const struct condition *one, const struct condition *other)
{
    return same_amount(one, other) && one->measure == other->measure &&
           one->scope == other->scope && one->side == other->side && one->among == other->among &&
           same_names(one, other);
}

bool condition_is_share(const struct condition *asks)
{
    return !asks->is_number && !asks->at_most && asks->limit == LIMIT_NONE &&
           asks->side == SIDE_BY_RULE && asks->among == AMONG_ALL;
}

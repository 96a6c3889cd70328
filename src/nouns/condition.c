/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <assert.h>
#include <string.h>

/*@ requires places <= 6;
    assigns \nothing;
    ensures \result == one_of(places); */
static int64_t power_of_ten(unsigned places)
{
    static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    return powers[places];
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

/*@ predicate is_beyond{L}(struct condition *c, integer part, integer units, integer exact) =
        c->at_most ? (c->strictly && exact != 0 ? part < units : part <= units)
                   : (c->strictly || exact == 0 ? part > units : part >= units); */

/*@ requires 0 <= number <= INT64_MAX && 1 <= one <= RATIO_PART;
    assigns \nothing;
    ensures \result == \min(RATIO_SHARE_MOST, number * one); */
static int64_t in_units(int64_t number, int64_t one)
{
    return number > RATIO_SHARE_MOST / one ? RATIO_SHARE_MOST : number * one;
}

/* Rounding is to whole votes, members or patients, not to the finest decimal. */
/*@ requires is_ratio(amount) && is_quantity(whole) && 1 <= one <= RATIO_PART;
    requires rounding != ROUNDING_NONE && 0 <= plus <= RATIO_PART;
    assigns \nothing;
    ensures \result == \min(RATIO_SHARE_MOST,
        (rounded(rounding, amount.p * whole, amount.q * one) + plus) * one); */
static int64_t rounded_share(struct ratio amount, enum rounding rounding, int64_t plus,
                             int64_t whole, int64_t one)
{
    bool exact, half;
    int64_t ones = ratio_of_whole(amount, whole, one, &exact, &half);
    bool up = rounding == ROUNDING_UP ? !exact : rounding == ROUNDING_TO_NEAREST && half;
    /*@ assert \let exactly = amount.p * whole / (amount.q * one);
            ones == exactly || (ones == RATIO_SHARE_MOST && exactly * one >= RATIO_SHARE_MOST); */
    return in_units(ones + up + plus, one);
}

/*@ requires \valid_read(asks) && is_condition(asks);
    requires is_quantity(whole) && 1 <= one <= RATIO_PART;
    assigns \nothing;
    ensures 0 <= \result.units < INT64_MAX;
    ensures \forall integer part; is_quantity(part) ==>
        (meets_amount(asks, part, whole, one) <==>
         is_beyond(asks, part, \result.units, \result.exact)); */
static struct threshold threshold_of(const struct condition *asks, int64_t whole, int64_t one)
{
    bool exact, half;
    if (asks->is_number)
        return (struct threshold){asks->plus * one, true};
    if (asks->rounding != ROUNDING_NONE)
        return (struct threshold){
            rounded_share(asks->amount, asks->rounding, asks->plus, whole, one), true};
    int64_t share = ratio_of_whole(asks->amount, whole, 1, &exact, &half);
    /*@ assert \forall integer part; part <= RATIO_QUANTITY_MOST ==>
            (is_share(asks, part, whole) <==> is_beyond(asks, part, share, exact)); */
    return (struct threshold){share + asks->plus * one, exact};
}

/* The whole units on the right side of the threshold: "at least" and "fewer than" round up. */
/*@ requires \valid_read(asks) && 0 <= threshold.units < INT64_MAX;
    assigns \nothing;
    ensures -1 <= \result;
    ensures \forall integer part;
        (is_met(asks, part, \result) <==>
         is_beyond(asks, part, threshold.units, threshold.exact)); */
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
    /*@ assert \forall integer part; is_quantity(part) ==>
            (is_met(asks, part, needed) <==> meets_amount(asks, part, whole, one)); */
    /*@ assert \forall integer part;
            (is_met(asks, part, number) <==> stands(asks, part, asks->number * one)); */
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

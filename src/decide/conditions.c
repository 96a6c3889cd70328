/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "internal.h"

static int64_t power_of_ten(unsigned places)
{
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

/*
 * The smallest quantity that meets the condition, in units of which `one` make a whole vote, member
 * or patient. The whole is at most RATIO_MOST, amount's parts and `plus` RATIO_PART, `one` 10^6, so
 * that amount.p * whole + plus * one * amount.q stays below 2 * 10^18 + 10^18.
 */
static int64_t needed_of(const struct condition *asks, int64_t whole, int64_t one)
{
    if (asks->is_number)
        return asks->plus * one + (asks->strictly ? 1 : 0);
    /* Rounding is to whole votes, members or patients, not to the finest decimal. */
    struct ratio ones = {asks->amount.p, asks->amount.q * one};
    int64_t scaled_whole = asks->amount.p * whole;
    int64_t rounded = 0;
    switch (asks->rounding) {
    case ROUNDING_NONE: {
        int64_t threshold = scaled_whole + asks->plus * one * asks->amount.q;
        int64_t floor = threshold / asks->amount.q;
        bool exact = threshold % asks->amount.q == 0;
        return asks->strictly || !exact ? floor + 1 : floor;
    }
    case ROUNDING_DOWN:
        rounded = scaled_whole / ones.q;
        break;
    case ROUNDING_UP:
        rounded = scaled_whole / ones.q + (scaled_whole % ones.q != 0 ? 1 : 0);
        break;
    case ROUNDING_TO_NEAREST:
        rounded = scaled_whole / ones.q + (scaled_whole % ones.q >= ones.q - scaled_whole % ones.q);
        break;
    }
    return (rounded + asks->plus) * one + (asks->strictly ? 1 : 0);
}

static struct condition_outcome evaluate_condition(struct arena *arena, const struct rule *rule,
                                                   int64_t part, int64_t whole, unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    unsigned own_places = asks->measure == MEASURE_VOTES ? places : 0;
    assert(part >= 0 && whole >= 0 && whole <= RATIO_MOST);
    struct condition_outcome outcome = {
        .kind = rule->kind,
        .text = rule->text,
        .clause = rule->clause,
        .asks = *asks,
        .part = part,
        .whole = whole,
        .needed = needed_of(asks, whole, power_of_ten(own_places)),
        .places = own_places,
    };
    outcome.met = part >= outcome.needed;
    outcome.short_by = outcome.met ? 0 : outcome.needed - part;
    if (!asks->is_number && whole > 0)
        outcome.percent =
            ratio_percent(arena, part, whole, ratio_percent_places(part, whole, asks->amount, 2));
    return outcome;
}

enum group group_of_scope(enum scope scope)
{
    static const enum group groups[] = {
        [SCOPE_ALL] = GROUP_ALL,   [SCOPE_PRESENT] = GROUP_PRESENT, [SCOPE_VOTING] = GROUP_VOTING,
        [SCOPE_CAST] = GROUP_CAST, [SCOPE_AGAINST] = GROUP_AGAINST,
    };
    return groups[scope];
}

struct condition_outcome condition_of_all(struct arena *arena, const struct rule *rule,
                                          const struct figures groups[GROUPS], unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    return evaluate_condition(arena, rule,
                              figures_in(&groups[group_of_scope(asks->scope)], asks->measure),
                              figures_in(&groups[GROUP_ALL], asks->measure), places);
}

struct condition_outcome condition_of_cast(struct arena *arena, const struct rule *rule,
                                           const struct figures groups[GROUPS],
                                           const struct figures *part, unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    return evaluate_condition(arena, rule, figures_in(part, asks->measure),
                              figures_in(&groups[group_of_scope(asks->scope)], asks->measure),
                              places);
}

/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "internal.h"

static struct condition_outcome evaluate_condition(struct arena *arena, const struct rule *rule,
                                                   int64_t part, int64_t whole, unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    unsigned own_places = asks->measure == MEASURE_VOTES ? places : 0;
    assert(part >= 0 && whole >= 0 && whole <= RATIO_MOST);
    int64_t needed = condition_needed(asks, whole, own_places);
    bool met = part >= needed;
    struct condition_outcome outcome = {
        .kind = rule->kind,
        .text = rule->text,
        .clause = rule->clause,
        .asks = *asks,
        .part = figure_told(part),
        .short_by = figure_told(met ? 0 : needed - part),
        .whole = figure_told(whole),
        .needed = figure_told(needed),
        .places = own_places,
        .met = met,
    };
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

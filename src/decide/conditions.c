/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "internal.h"

/* `least` is the fewest that can be enough. */
static struct condition_outcome evaluate_condition(struct arena *arena, const struct rule *rule,
                                                   int64_t part, int64_t whole, int64_t least,
                                                   unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    unsigned own_places = asks->measure == MEASURE_VOTES ? places : 0;
    assert(part >= 0 && whole >= 0 && whole <= RATIO_MOST);
    int64_t needed = condition_needed(asks, whole, own_places);
    needed = needed < least ? least : needed;
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
                              figures_in(&groups[GROUP_ALL], asks->measure), 1, places);
}

struct condition_outcome condition_of_cast(struct arena *arena, const struct rule *rule,
                                           const struct figures groups[GROUPS],
                                           const struct figures *part, unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    return evaluate_condition(arena, rule, figures_in(part, asks->measure),
                              figures_in(&groups[group_of_scope(asks->scope)], asks->measure), 0,
                              places);
}

void tell_attainment(const struct question *question, const struct ruleset *rules, size_t area,
                     struct condition_outcome *conditions, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct condition_outcome *condition = &conditions[i];
        struct attainment found = attainment_of(&rules->one[RULE_WEIGHT]->as.weight, question->roll,
                                                area, condition->kind, &condition->asks);
        condition->in_all = found.has;
        condition->of_area = area != WHOLE_ROLL;
        condition->unreachable = !condition->met && found.attainable == ATTAINABLE_NEVER;
    }
}

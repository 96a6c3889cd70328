/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* Decisions that so many of the votes in all carry, so that it can be told who decides. */

/* "at least 63 votes for". Nothing else that is so many carries a motion, but so few. */
static bool is_number_in_favour(const struct condition *asks)
{
    return asks->is_number && !asks->at_most && asks->among == AMONG_ALL;
}

bool carried_by_quota(const struct ruleset *set)
{
    const struct rule *weight = set->one[RULE_WEIGHT];
    if (set->form == FORM_ELECTION || set->passes.count != 1)
        return false;
    const struct condition *asks = &set->passes.rules[0]->as.condition;
    enum measure sizes =
        weight->as.weight.kind == WEIGHT_LIST_SIZE ? MEASURE_POPULATION : MEASURE_VOTES;
    return (asks->measure == MEASURE_VOTES || asks->measure == sizes) &&
           asks->scope != SCOPE_AGAINST && (condition_is_share(asks) || is_number_in_favour(asks));
}

struct weighed weigh_all(struct arena *arena, const struct ruleset *set, const struct roll *roll)
{
    const struct weights weights = weights_of(&set->one[RULE_WEIGHT]->as.weight, roll);
    int64_t *votes = arena_alloc(arena, roll->count, sizeof *votes);
    struct weighed weighed = {.votes = votes, .places = weights.places};
    for (size_t i = 0; i < roll->count; i++)
        weighed.all += votes[i] = weight_of(&weights, &roll->members[i]);
    weighed.quota = needed_of_all(set->passes.rules[0], weighed.all, weights.places);
    return weighed;
}

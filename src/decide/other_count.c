/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* The same ballots weighed the other way: by heads what list sizes decide, and the reverse. */

/* Whether every majority counts votes, so that another weight of them may bring another verdict. */
static bool votes_decide(const struct ruleset *rules)
{
    for (size_t i = 0; i < rules->passes.count; i++)
        if (rules->passes.rules[i]->as.condition.measure != MEASURE_VOTES)
            return false;
    return true;
}

static bool is_binding(enum verdict verdict)
{
    return verdict == VERDICT_CARRIED || verdict == VERDICT_NOT_CARRIED;
}

void decide_other_count(struct arena *arena, const struct question *question,
                        const struct ruleset *rules, const struct position *positions,
                        struct poll_outcome *outcome)
{
    bool by_heads = rules->one[RULE_WEIGHT]->as.weight.kind != WEIGHT_ONE_EACH;
    if (rules->is_election || rules->one[RULE_AREAS]->as.every_area ||
        (!by_heads && !question->roll->has_list_sizes))
        return;
    struct rule other_weight = *rules->one[RULE_WEIGHT];
    other_weight.as.weight = (struct weight){.kind = by_heads ? WEIGHT_ONE_EACH : WEIGHT_LIST_SIZE};
    struct ruleset other_rules = *rules;
    other_rules.one[RULE_WEIGHT] = &other_weight;
    struct evaluation other = evaluate(arena, question, &other_rules, positions);
    outcome->other_count = (struct other_count){
        .given = other.counts.groups[GROUP_CAST].members > 0,
        .by_heads = by_heads,
        .in_favour = other.counts.groups[GROUP_FOR],
        .against = other.counts.groups[GROUP_AGAINST],
        .comparable = votes_decide(rules) && is_binding(outcome->result.verdict) &&
                      is_binding(other.result.verdict),
        .verdict = other.result.verdict,
        .differs = other.result.verdict != outcome->result.verdict,
    };
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* The same ballots weighed the other way: by heads what list sizes decide, and the reverse. */

/* A number of votes means another thing where each weighs otherwise. */
static bool scales(const struct condition *asks)
{
    return asks->measure != MEASURE_VOTES ||
           (!asks->is_number && asks->plus == 0 && asks->limit == LIMIT_NONE);
}

/* Whether every majority is a share of votes, so that another weight of them may bring another
 * verdict, and no condition asks for a number of them. */
static bool votes_decide(const struct ruleset *rules)
{
    for (size_t i = 0; i < rules->quorum.count; i++)
        if (!scales(&rules->quorum.rules[i]->as.condition))
            return false;
    for (size_t i = 0; i < rules->passes.count; i++) {
        const struct condition *asks = &rules->passes.rules[i]->as.condition;
        if (asks->measure != MEASURE_VOTES || !scales(asks))
            return false;
    }
    return true;
}

static bool is_binding(enum verdict verdict)
{
    return verdict == VERDICT_CARRIED || verdict == VERDICT_NOT_CARRIED;
}

void decide_other_count(const struct question *question, const struct ruleset *rules,
                        const struct position *positions, struct poll_outcome *outcome)
{
    bool by_heads = rules->one[RULE_WEIGHT]->as.weight.kind != WEIGHT_ONE_EACH;
    if (rules->form != FORM_MOTION || rules->one[RULE_AREAS]->as.every_area ||
        (!by_heads && !question->roll->has_list_sizes) || any_in_parts(question, positions))
        return;
    struct rule other_weight = *rules->one[RULE_WEIGHT];
    other_weight.as.weight = (struct weight){.kind = by_heads ? WEIGHT_ONE_EACH : WEIGHT_LIST_SIZE};
    struct ruleset other_rules = *rules;
    other_rules.one[RULE_WEIGHT] = &other_weight;
    struct evaluation other = evaluate(question->scratch, question, &other_rules, positions);
    outcome->other_count = (struct other_count){
        .given = other.sitting.counts.groups[GROUP_CAST].members > 0,
        .by_heads = by_heads,
        .in_favour = other.sitting.counts.groups[GROUP_FOR],
        .against = other.sitting.counts.groups[GROUP_AGAINST],
        .comparable = votes_decide(rules) && is_binding(outcome->result.verdict) &&
                      is_binding(other.result.verdict),
        .verdict = other.result.verdict,
        .differs = other.result.verdict != outcome->result.verdict,
    };
}

/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "internal.h"

/* What the decisions that rows name mean for reading them. */

/* Whether the rule is of that kind, and in force for the decision on a reading. */
static bool is_on_reading(const struct ruleset *set, const struct rule *rule, enum rule_kind kind)
{
    return rule->kind == kind && rule->reading != NULL &&
           (rule->decision == NULL || strcmp(rule->decision, set->decision) == 0);
}

/* Whether a rule has one of its fixed values for a decision, by default or on a reading. */
static bool may_be(const struct ruleset *set, enum rule_kind kind, int value)
{
    bool found = rule_value(set->one[kind]) == value;
    for (size_t i = 0; i < set->rules->count && !found; i++) {
        const struct rule *rule = &set->rules->rows[i];
        found = is_on_reading(set, rule, kind) && rule_value(rule) == value;
    }
    return found;
}

/* The roles that may vote, by default or on a reading: a bit for each. */
static unsigned widest_voters(const struct ruleset *set)
{
    unsigned roles = set->one[RULE_VOTERS]->as.roles;
    for (size_t i = 0; i < set->rules->count; i++) {
        const struct rule *rule = &set->rules->rows[i];
        if (is_on_reading(set, rule, RULE_VOTERS))
            roles |= rule->as.roles;
    }
    return roles;
}

/* What is known of the decision of this name; NULL when the rules know none. */
static const struct decision *look_up(struct ballots_load *load, const char *name)
{
    const struct rules *rules = load->reading->rules;
    const char *spelled = rules_decision(load->sheet.arena, rules, name);
    if (spelled == NULL)
        return NULL;
    size_t i = 0;
    while (i < rules->decision_count && strcmp(rules->decisions[i], spelled) != 0)
        i++;
    assert(load->decisions != NULL && i < rules->decision_count); /* ballots_prepare_decisions */
    struct decision *decision = &load->decisions[i];
    if (decision->name == NULL) {
        struct ruleset set = rules_resolve(load->sheet.arena, rules, spelled, NULL, 0);
        decision->name = spelled;
        decision->is_election = set.form == FORM_ELECTION;
        decision->by_consensus = set.form == FORM_CONSENSUS;
        decision->by_reply = rules_by_reply(&set);
        decision->secret = set.one[RULE_SECRECY]->as.secret;
        decision->voters = set.one[RULE_VOTERS]->as.roles;
        decision->may_vote = widest_voters(&set);
        decision->by_notice = may_be(&set, RULE_PROXY, PROXY_NAMED_AND_NOTIFIED);
        decision->by_opening = rules_by_opening(&set);
        decision->last_counts = rule_value(set.one[RULE_REPEAT_BALLOTS]) == REPEAT_LAST;
        decision->by_order = may_be(&set, RULE_REPEAT_BALLOTS, REPEAT_FIRST) ||
                             may_be(&set, RULE_REPEAT_BALLOTS, REPEAT_LAST);
    }
    return decision;
}

void ballots_prepare_decisions(struct ballots_load *load)
{
    const struct rules *rules = load->reading->rules;
    if (rules == NULL)
        return;
    load->decisions =
        arena_alloc(load->sheet.arena, rules->decision_count, sizeof *load->decisions);
    if (load->reading->decision != NULL)
        load->usual = look_up(load, load->reading->decision);
    else if (rules->decision_count == 1)
        load->usual = look_up(load, rules->decisions[0]);
}

const struct decision *ballots_decision_called(struct ballots_load *load, const char *name)
{
    if (*name == '\0' || load->reading->rules == NULL)
        return load->usual;
    if (load->last_decision == NULL || strcmp(load->last_decision, name) != 0) {
        load->last_decision = name;
        load->last_answer = look_up(load, name);
    }
    return load->last_answer;
}

const struct decision *ballots_decision(struct ballots_load *load, const struct row *row)
{
    return ballots_decision_called(load, ballots_cell(load, row, COLUMN_DECISION));
}

bool ballots_may_vote(struct ballots_load *load, const struct decision *decision, enum role role)
{
    const struct rules *rules = load->reading->rules;
    unsigned roles = decision == NULL ? 0 : decision->may_vote;
    for (size_t i = 0; decision == NULL && rules != NULL && i < rules->decision_count; i++) {
        const struct decision *one = look_up(load, rules->decisions[i]);
        roles |= one == NULL ? 0 : one->may_vote;
    }
    return (roles & (1U << role)) != 0;
}

bool ballots_by_opening(struct ballots_load *load, const struct decision *decision)
{
    const struct rules *rules = load->reading->rules;
    bool by_opening = decision != NULL && decision->by_opening;
    for (size_t i = 0; decision == NULL && rules != NULL && i < rules->decision_count; i++) {
        const struct decision *one = look_up(load, rules->decisions[i]);
        by_opening = by_opening || (one != NULL && one->by_opening);
    }
    return by_opening;
}

bool ballots_any_is_secret(struct ballots_load *load)
{
    const struct rules *rules = load->reading->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct decision *decision = look_up(load, rules->decisions[i]);
        if (decision != NULL && decision->secret)
            return true;
    }
    return false;
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"

struct basis_list {
    struct arena *arena;
    struct basis *items;
    size_t count, capacity;
};

struct basis basis_of(const struct rule *rule)
{
    return (struct basis){
        .kind = rule->kind,
        .value = rule_value(rule),
        .roles = rule->kind == RULE_VOTERS ? rule->as.roles : 0,
        .text = rule->text,
        .group = rule->group,
        .clause = rule->clause,
        .stated = rule->stated,
        .unstated = rule->unstated,
        .is_default = rule->source == NULL,
    };
}

static void rest_on(struct basis_list *list, const struct rule *rule)
{
    *(struct basis *)ARENA_PUSH(list->arena, list->items, list->count, list->capacity) =
        basis_of(rule);
}

static void rest_on_all(struct basis_list *list, struct rule_list rules)
{
    for (size_t i = 0; i < rules.count; i++)
        rest_on(list, rules.rules[i]);
}

/* Rules that bear on this poll because of what came in: who voted, and how. */
static void rest_on_ballots(struct basis_list *list, const struct ruleset *rules,
                            const struct grounds *grounds, const struct poll_outcome *outcome)
{
    if (grounds->wrong_role)
        rest_on(list, rules->one[RULE_VOTERS]);
    if (grounds->proxy)
        rest_on(list, rules->one[RULE_PROXY]);
    if (grounds->proxy && rules->one[RULE_PROXIES] != NULL)
        rest_on(list, rules->one[RULE_PROXIES]);
    if (outcome->roll_call.interested_count > 0)
        rest_on(list, rules->one[RULE_INTEREST]);
    if (outcome->ballots.by_status[RETURN_ABSTAINED] > 0)
        rest_on(list, rules->one[RULE_ABSTENTION]);
    if (grounds->repeated || outcome->ballots.by_status[RETURN_VOID] > 0)
        rest_on(list, rules->one[RULE_REPEAT_BALLOTS]);
}

static void rest_on_quorum(struct basis_list *list, const struct ruleset *rules)
{
    if (rules->quorum_none != NULL)
        rest_on(list, rules->quorum_none);
    rest_on_all(list, rules->quorum);
    if (rules->quorum.count > 0 && rules->one[RULE_QUORUM_AT]->source != NULL)
        rest_on(list, rules->one[RULE_QUORUM_AT]);
}

static void rest_on_majority(struct basis_list *list, const struct ruleset *rules)
{
    if (rules->form == FORM_ELECTION)
        rest_on(list, rules->one[RULE_ELECTS]);
    else if (rules->consensus != NULL)
        rest_on(list, rules->consensus);
    else
        rest_on_all(list, rules->passes);
}

void tell_quorum_basis(struct arena *arena, const struct ruleset *rules,
                       const struct grounds *grounds, struct poll_outcome *outcome)
{
    struct basis_list list = {.arena = arena};
    rest_on_quorum(&list, rules);
    rest_on_majority(&list, rules);
    rest_on_ballots(&list, rules, grounds, outcome);
    if (rules->one[RULE_AREAS]->as.every_area)
        rest_on(&list, rules->one[RULE_AREAS]);
    outcome->basis = list.items;
    outcome->basis_count = list.count;
}

void tell_basis(struct arena *arena, const struct question *question, const struct ruleset *rules,
                const struct grounds *grounds, struct poll_outcome *outcome)
{
    struct basis_list list = {.arena = arena};
    if (rules->form != FORM_CONSENSUS)
        rest_on(&list, rules->one[RULE_WEIGHT]);
    rest_on_quorum(&list, rules);
    rest_on_majority(&list, rules);
    if (outcome->result.tied || outcome->result.verdict == VERDICT_FURTHER_ELECTION)
        rest_on(&list, rules->one[RULE_TIE]);
    rest_on_ballots(&list, rules, grounds, outcome);
    if (question->poll->is_election && rules->one[RULE_CANDIDATES]->as.listed)
        rest_on(&list, rules->one[RULE_CANDIDATES]);
    if (outcome->areas.count > 0)
        rest_on(&list, rules->one[RULE_AREAS]);
    if (rules->one[RULE_PERIOD] != NULL)
        rest_on(&list, rules->one[RULE_PERIOD]);
    if (rules->one[RULE_SECRECY]->as.secret)
        rest_on(&list, rules->one[RULE_SECRECY]);
    if (rules->one[RULE_KEEP_BALLOTS] != NULL)
        rest_on(&list, rules->one[RULE_KEEP_BALLOTS]);
    if (rules->one[RULE_REVIEW] != NULL && rules->form == FORM_MOTION)
        rest_on(&list, rules->one[RULE_REVIEW]);
    outcome->basis = list.items;
    outcome->basis_count = list.count;
}

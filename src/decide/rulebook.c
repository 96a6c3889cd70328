/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/* The rules of a table as they stand, for those who are to go by them. */

#define BIT(kind) (UINT32_C(1) << (kind))

struct list {
    struct arena *arena;
    struct basis *items;
    size_t count, capacity;
};

static void add_basis(struct list *list, const struct rule *rule)
{
    if (rule != NULL)
        *(struct basis *)ARENA_PUSH(list->arena, list->items, list->count, list->capacity) =
            basis_of(rule);
}

static void add_all(struct list *list, struct rule_list rules)
{
    for (size_t i = 0; i < rules.count; i++)
        add_basis(list, rules.rules[i]);
}

/* What a rule that the table leaves out comes to, where rules_resolve has no row for it. */
static void add_or_default(struct list *list, const struct rule *rule, enum rule_kind kind,
                           const char *otherwise)
{
    struct rule own = {.kind = kind, .text = otherwise, .worded = kind == RULE_QUORUM};
    add_basis(list, rule != NULL ? rule : &own);
}

/* ---- One decision */

static const struct rule_list *several_of(const struct ruleset *set, enum rule_kind kind)
{
    switch (kind) {
    case RULE_QUORUM:
        return &set->quorum;
    case RULE_PASSES:
        return &set->passes;
    case RULE_NOTE:
        return &set->notes;
    default:
        return NULL;
    }
}

/* The rows of one kind that are in force. */
static void add_kind(struct list *list, const struct ruleset *set, enum rule_kind kind)
{
    const struct rule_list *several = several_of(set, kind);
    const struct rule *one = set->one[kind];
    if (several != NULL)
        add_all(list, *several);
    else if (one != NULL && rule_applies(one, set->form) &&
             (kind != RULE_QUORUM_AT || one->source != NULL))
        add_basis(list, one);
    if (kind == RULE_QUORUM && set->quorum.count == 0)
        add_or_default(list, set->quorum_none, kind, rule_words(kind, QUORUM_NONE));
    if (kind == RULE_PASSES && set->consensus != NULL)
        add_basis(list, set->consensus);
}

/* Those of a decision, in the order in which a vote meets them. */
static const enum rule_kind of_decision[] = {
    RULE_TITLE,      RULE_VOTERS,         RULE_PROXY,   RULE_PROXIES,      RULE_CANDIDATES,
    RULE_WEIGHT,     RULE_PERIOD,         RULE_QUORUM,  RULE_QUORUM_AT,    RULE_INTEREST,
    RULE_ABSTENTION, RULE_PASSES,         RULE_ELECTS,  RULE_TIE,          RULE_AREAS,
    RULE_REVIEW,     RULE_REPEAT_BALLOTS, RULE_SECRECY, RULE_KEEP_BALLOTS, RULE_ROUTE,
    RULE_NEXT_STEP,  RULE_NOTE,
};

#define OF_DECISION (sizeof of_decision / sizeof of_decision[0])

static struct reading_rules reading_rules(struct arena *arena, const struct rules *rules,
                                          const char *decision, const struct reading *reading)
{
    struct ruleset set = rules_resolve(arena, rules, decision, &reading, 1);
    struct list list = {.arena = arena};
    for (size_t i = 0; i < OF_DECISION; i++)
        if ((reading->rule_kinds & BIT(of_decision[i])) != 0)
            add_kind(&list, &set, of_decision[i]);
    return (struct reading_rules){
        .name = reading->name, .rules = list.items, .rule_count = list.count};
}

static struct decision_rules decision_rules(struct arena *arena, const struct rules *rules,
                                            const char *decision)
{
    struct ruleset set = rules_resolve(arena, rules, decision, NULL, 0);
    struct list list = {.arena = arena};
    size_t count;
    const struct reading *readings = rules_readings(arena, rules, decision, &count);
    struct reading_rules *other = arena_alloc(arena, count, sizeof *other);
    for (size_t i = 0; i < OF_DECISION; i++)
        add_kind(&list, &set, of_decision[i]);
    for (size_t i = 0; i < count; i++)
        other[i] = reading_rules(arena, rules, decision, &readings[i]);
    return (struct decision_rules){
        .decision = decision,
        .title = set.title,
        .is_election = set.form == FORM_ELECTION,
        .rules = list.items,
        .rule_count = list.count,
        .readings = other,
        .reading_count = count,
    };
}

/* ---- The whole */

/* The first row of this kind, as load_rules takes it for the whole body: no reading has such. */
static const struct rule *of_body(const struct rules *rules, enum rule_kind kind)
{
    for (size_t i = 0; i < rules->count; i++)
        if (rules->rows[i].kind == kind)
            return &rules->rows[i];
    return NULL;
}

static void add_rules_of_body(struct list *list, const struct rules *rules)
{
    add_basis(list, of_body(rules, RULE_BODY));
    add_basis(list, of_body(rules, RULE_EDITION));
    add_or_default(list, of_body(rules, RULE_ROLL), RULE_ROLL, rules->roll);
    add_or_default(list, of_body(rules, RULE_UNIT), RULE_UNIT,
                   arena_format(list->arena, "%s, %s", rules->terms.unit, rules->terms.units));
    add_basis(list, of_body(rules, RULE_MEASURE));
    add_basis(list, rules->locality);
    add_basis(list, rules->governing_body_votes);
    if (rules->governing_body_votes != NULL)
        add_or_default(list, rules->governing_body_total, RULE_GOVERNING_BODY_TOTAL,
                       rule_words(RULE_GOVERNING_BODY_TOTAL, TOTAL_AS_STATED));
    add_basis(list, rules->review_interests);
    add_basis(list, rules->review_by);
}

struct rulebook decide_rulebook(struct arena *arena, const struct rules *rules,
                                const char *decision)
{
    struct list list = {.arena = arena};
    struct decision_rules *decisions = arena_alloc(arena, rules->decision_count, sizeof *decisions);
    size_t count = 0;
    add_rules_of_body(&list, rules);
    for (size_t i = 0; i < rules->decision_count; i++)
        if (decision == NULL || strcmp(decision, rules->decisions[i]) == 0)
            decisions[count++] = decision_rules(arena, rules, rules->decisions[i]);
    return (struct rulebook){
        .body = rules->body,
        .edition = rules->edition,
        .terms = rules->terms,
        .rules = list.items,
        .rule_count = list.count,
        .decisions = decisions,
        .decision_count = count,
    };
}

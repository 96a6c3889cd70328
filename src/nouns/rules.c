/* SPDX-License-Identifier: MIT */
#include "quorate/rules.h"

#include <string.h>

#include "quorate/text.h"

#define BIT(kind) (UINT32_C(1) << (kind))

static const uint32_t list_kinds = BIT(RULE_QUORUM) | BIT(RULE_PASSES) | BIT(RULE_NOTE);

/* What holds where the table is silent, spelled as the table would spell it. */
static const struct rule defaults[RULE_KINDS] = {
    [RULE_TIE] = {.kind = RULE_TIE, .text = "not carried", .as.tie = TIE_NOT_CARRIED},
    [RULE_CANDIDATES] = {.kind = RULE_CANDIDATES, .text = "any"},
    [RULE_VOTERS] = {.kind = RULE_VOTERS,
                     .text = "lead, deputy, proxy",
                     .as.roles = 1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY},
    [RULE_PROXY] = {.kind = RULE_PROXY,
                    .text = "named and notified",
                    .as.proxy = PROXY_NAMED_AND_NOTIFIED},
    [RULE_INTEREST] = {.kind = RULE_INTEREST,
                       .text = "counts as present",
                       .as.interest = INTEREST_PRESENT},
    [RULE_ABSTENTION] = {.kind = RULE_ABSTENTION, .text = "present"},
    [RULE_REPEAT_BALLOTS] = {.kind = RULE_REPEAT_BALLOTS,
                             .text = "error",
                             .as.repeat = REPEAT_ERROR},
    [RULE_AREAS] = {.kind = RULE_AREAS, .text = "together"},
    [RULE_SECRECY] = {.kind = RULE_SECRECY, .text = "open"},
};

static const struct rule election_tie = {
    .kind = RULE_TIE,
    .text = "further election among the tied",
    .as.tie = TIE_FURTHER_ELECTION,
};

const char *role_name(enum role role)
{
    static const char *const names[ROLES] = {
        [ROLE_LEAD] = "lead",
        [ROLE_DEPUTY] = "deputy",
        [ROLE_PROXY] = "proxy",
        [ROLE_PRACTICE_MANAGER] = "practice manager",
        [ROLE_PUBLIC_REPRESENTATIVE] = "public representative",
        [ROLE_OBSERVER] = "observer",
        [ROLE_OTHER] = "other",
    };
    return names[role];
}

const char *rule_name(enum rule_kind kind)
{
    static const char *const names[RULE_KINDS] = {
        [RULE_BODY] = "body",
        [RULE_EDITION] = "edition",
        [RULE_TITLE] = "title",
        [RULE_ROLL] = "roll",
        [RULE_UNIT] = "unit",
        [RULE_WEIGHT] = "weight",
        [RULE_QUORUM] = "quorum",
        [RULE_PASSES] = "passes",
        [RULE_ELECTS] = "elects",
        [RULE_TIE] = "tie",
        [RULE_CANDIDATES] = "candidates",
        [RULE_NOTE] = "note",
        [RULE_VOTERS] = "voters",
        [RULE_PROXY] = "proxy",
        [RULE_INTEREST] = "interest",
        [RULE_ABSTENTION] = "abstention",
        [RULE_REPEAT_BALLOTS] = "repeat ballots",
        [RULE_AREAS] = "areas",
        [RULE_PERIOD] = "period",
        [RULE_SECRECY] = "secrecy",
        [RULE_KEEP_BALLOTS] = "keep ballots",
        [RULE_REVIEW] = "review",
        [RULE_LOCALITY] = "locality",
        [RULE_GOVERNING_BODY_VOTES] = "governing body votes",
        [RULE_GOVERNING_BODY_TOTAL] = "governing body total",
    };
    return names[kind];
}

bool rule_applies(const struct rule *rule, bool is_election)
{
    switch (rule->kind) {
    case RULE_PASSES:
        return !is_election;
    case RULE_ELECTS:
    case RULE_CANDIDATES:
        return is_election;
    case RULE_TIE:
        return (rule->as.tie == TIE_FURTHER_ELECTION) == is_election;
    case RULE_AREAS:
        return !is_election || !rule->as.every_area;
    default:
        return true;
    }
}

const char *rules_decision(struct arena *arena, const struct rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->decision_count; i++)
        if (strcmp(rules->decisions[i], name) == 0)
            return rules->decisions[i];
    const char *folded = text_fold(arena, name);
    for (size_t i = 0; i < rules->decision_count; i++)
        if (strcmp(text_fold(arena, rules->decisions[i]), folded) == 0)
            return rules->decisions[i];
    return NULL;
}

/* load_rules gives each decision and reading one spelling, so no folding is needed any more. */
static bool same(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool speaks_of(const struct rule *rule, const char *decision)
{
    return rule->decision == NULL || same(rule->decision, decision);
}

static bool is_election(const struct rules *rules, const char *decision)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->kind == RULE_ELECTS && rule->reading == NULL && speaks_of(rule, decision))
            return true;
    }
    return false;
}

const struct reading *rules_readings(struct arena *arena, const struct rules *rules,
                                     const char *decision, size_t *count)
{
    bool election = is_election(rules, decision);
    struct reading *readings = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->reading == NULL || !speaks_of(rule, decision) || !rule_applies(rule, election))
            continue;
        size_t at = 0;
        while (at < *count && !same(readings[at].name, rule->reading))
            at++;
        if (at == *count) {
            struct reading *reading = ARENA_PUSH(arena, readings, *count, capacity);
            reading->name = rule->reading;
            reading->clause = rule->clause;
        }
        readings[at].rule_kinds |= BIT(rule->kind);
    }
    return readings;
}

/* The question that rules_resolve answers for each row. */
struct choice {
    const char *decision;
    bool is_election;
    const struct reading *const *chosen;
    size_t count;
};

/* Whether the row may be in force: its reading is chosen, or it has none and is not replaced. */
static bool is_chosen(const struct choice *choice, const struct rule *rule)
{
    if (!speaks_of(rule, choice->decision) || !rule_applies(rule, choice->is_election))
        return false;
    for (size_t i = 0; i < choice->count; i++)
        if ((choice->chosen[i]->rule_kinds & BIT(rule->kind)) != 0)
            return same(rule->reading, choice->chosen[i]->name);
    return rule->reading == NULL;
}

/* The rows of a list, in file order: those of the decision itself, or else those for all. */
static struct rule_list list_of(struct arena *arena, const struct rules *rules,
                                const struct choice *choice, enum rule_kind kind)
{
    size_t own = 0, shared = 0;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->rows[i].kind == kind && is_chosen(choice, &rules->rows[i]))
            *(rules->rows[i].decision != NULL ? &own : &shared) += 1;
    struct rule_list list = {0};
    const struct rule **rows = arena_alloc(arena, own > 0 ? own : shared, sizeof *rows);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->kind == kind && (rule->decision != NULL) == (own > 0) && is_chosen(choice, rule))
            rows[list.count++] = rule;
    }
    list.rules = rows;
    return list;
}

static void choose_single_rules(const struct rules *rules, const struct choice *choice,
                                struct ruleset *set)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if ((BIT(rule->kind) & list_kinds) != 0 || !is_chosen(choice, rule))
            continue;
        const struct rule **place = &set->one[rule->kind];
        if (*place == NULL || ((*place)->decision == NULL && rule->decision != NULL))
            *place = rule;
    }
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        if (set->one[kind] == NULL && defaults[kind].text != NULL)
            set->one[kind] =
                kind == RULE_TIE && choice->is_election ? &election_tie : &defaults[kind];
}

/* `quorum: none` stands alone, so it is the whole list. */
static void take_out_none(struct ruleset *set)
{
    if (set->quorum.count > 0 && set->quorum.rules[0]->none) {
        set->quorum_none = set->quorum.rules[0];
        set->quorum = (struct rule_list){0};
    }
}

struct ruleset rules_resolve(struct arena *arena, const struct rules *rules, const char *decision,
                             const struct reading *const *chosen, size_t chosen_count)
{
    struct choice choice = {
        .decision = decision,
        .is_election = is_election(rules, decision),
        .chosen = chosen,
        .count = chosen_count,
    };
    struct ruleset set = {
        .rules = rules,
        .decision = decision,
        .is_election = choice.is_election,
        .quorum = list_of(arena, rules, &choice, RULE_QUORUM),
        .passes = list_of(arena, rules, &choice, RULE_PASSES),
        .notes = list_of(arena, rules, &choice, RULE_NOTE),
    };
    choose_single_rules(rules, &choice, &set);
    take_out_none(&set);
    set.title = set.one[RULE_TITLE] != NULL ? set.one[RULE_TITLE]->text : decision;
    return set;
}

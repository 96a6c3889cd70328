/* SPDX-License-Identifier: MIT */
#include "quorate/rules.h"

#include <assert.h>
#include <string.h>

#include "quorate/text.h"
#include "quorate/weights.h"

#define BIT(kind) (UINT32_C(1) << (kind))

static const uint32_t list_kinds = BIT(RULE_QUORUM) | BIT(RULE_PASSES) | BIT(RULE_NOTE);

/* The rules that hold where the table is silent. */
static const uint32_t kinds_with_default =
    BIT(RULE_TIE) | BIT(RULE_CANDIDATES) | BIT(RULE_VOTERS) | BIT(RULE_PROXY) | BIT(RULE_INTEREST) |
    BIT(RULE_ABSTENTION) | BIT(RULE_REPEAT_BALLOTS) | BIT(RULE_AREAS) | BIT(RULE_SECRECY) |
    BIT(RULE_QUORUM_AT);

/* Spelled as the table would spell it: the first of the rule's words, but for an election's tie. */
static const struct rule *default_of(struct arena *arena, enum rule_kind kind, bool is_election)
{
    struct rule *rule = arena_alloc(arena, 1, sizeof *rule);
    *rule = (struct rule){.kind = kind};
    if (kind == RULE_VOTERS) {
        rule->as.roles = 1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY;
        rule->text = "lead, deputy, proxy";
        return rule;
    }
    int value = kind == RULE_TIE && is_election ? TIE_FURTHER_ELECTION : 0;
    rule->text = rule_words(kind, value);
    rule_take(rule, value);
    return rule;
}

bool rules_stand_together(const struct rule *one, const struct rule *other)
{
    return one->kind == other->kind && one->decision == other->decision &&
           one->reading == other->reading;
}

void rule_take(struct rule *rule, int value)
{
    switch (rule->kind) {
    case RULE_WEIGHT:
        rule->as.weight.kind = (enum weight_kind)value;
        break;
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
        rule->worded = value == 0;
        break;
    case RULE_QUORUM_AT:
        rule->as.at_opening = value == QUORUM_AT_OPENING;
        break;
    case RULE_TIE:
        rule->as.tie = (enum tie_rule)value;
        break;
    case RULE_PROXY:
        rule->as.proxy = (enum proxy_rule)value;
        break;
    case RULE_INTEREST:
        rule->as.interest = (enum interest_rule)value;
        break;
    case RULE_REPEAT_BALLOTS:
        rule->as.repeat = (enum repeat_rule)value;
        break;
    case RULE_CANDIDATES:
        rule->as.listed = value == CANDIDATES_LISTED;
        break;
    case RULE_ABSTENTION:
        rule->as.takes_part = value == ABSTENTION_TAKES_PART;
        break;
    case RULE_AREAS:
        rule->as.every_area = value == AREAS_EVERY;
        break;
    case RULE_SECRECY:
        rule->as.secret = value == SECRECY_SECRET;
        break;
    case RULE_ROUTE: /* that it stands in the table is all that it says */
        break;
    case RULE_GOVERNING_BODY_TOTAL:
        rule->as.sum_of_rows = value == TOTAL_SUM_OF_ROWS;
        break;
    default:
        assert(false && "the rule has no fixed words");
    }
}

int rule_value(const struct rule *rule)
{
    switch (rule->kind) {
    case RULE_WEIGHT:
        return rule->as.weight.kind > WEIGHT_VOTES_COLUMN || weight_has_limit(&rule->as.weight)
                   ? RULE_VALUE_OPEN
                   : (int)rule->as.weight.kind;
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
        return rule->worded ? 0 : RULE_VALUE_OPEN;
    case RULE_QUORUM_AT:
        return rule->as.at_opening ? QUORUM_AT_OPENING : QUORUM_AT_VOTE;
    case RULE_TIE:
        return (int)rule->as.tie;
    case RULE_PROXY:
        return (int)rule->as.proxy;
    case RULE_INTEREST:
        return (int)rule->as.interest;
    case RULE_REPEAT_BALLOTS:
        return (int)rule->as.repeat;
    case RULE_CANDIDATES:
        return rule->as.listed ? CANDIDATES_LISTED : CANDIDATES_ANY;
    case RULE_ABSTENTION:
        return rule->as.takes_part ? ABSTENTION_TAKES_PART : ABSTENTION_PRESENT;
    case RULE_AREAS:
        return rule->as.every_area ? AREAS_EVERY : AREAS_TOGETHER;
    case RULE_SECRECY:
        return rule->as.secret ? SECRECY_SECRET : SECRECY_OPEN;
    case RULE_ROUTE:
        return ROUTE_REQUIRED;
    case RULE_GOVERNING_BODY_TOTAL:
        return rule->as.sum_of_rows ? TOTAL_SUM_OF_ROWS : TOTAL_AS_STATED;
    default:
        return RULE_VALUE_OPEN;
    }
}

/* Whether a condition counts votes, or those who cast them. */
static bool counts_votes(const struct condition *asks)
{
    return asks->measure == MEASURE_VOTES || asks->scope == SCOPE_VOTING ||
           asks->scope == SCOPE_CAST || asks->scope == SCOPE_AGAINST;
}

bool rule_is_condition(const struct rule *rule)
{
    return (rule->kind == RULE_QUORUM || rule->kind == RULE_PASSES || rule->kind == RULE_ELECTS ||
            rule->kind == RULE_REVIEW) &&
           !rule->worded;
}

bool rule_counts(const struct rule *rule, enum among among)
{
    return rule_is_condition(rule) && rule->as.condition.among == among;
}

bool rule_applies(const struct rule *rule, enum decision_form form)
{
    bool votes = form != FORM_CONSENSUS, is_election = form == FORM_ELECTION;
    switch (rule->kind) {
    case RULE_PASSES:
        return !is_election && rule->worded == !votes;
    case RULE_ELECTS:
    case RULE_CANDIDATES:
        return is_election;
    case RULE_TIE:
        return votes && (rule->as.tie == TIE_FURTHER_ELECTION) == is_election;
    case RULE_AREAS:
        return !is_election || !rule->as.every_area;
    case RULE_QUORUM:
        return votes || rule->worded || !counts_votes(&rule->as.condition);
    case RULE_WEIGHT:
    case RULE_ABSTENTION:
    case RULE_SECRECY:
    case RULE_KEEP_BALLOTS:
    case RULE_REVIEW:
        return votes;
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
    return one == other ||
           (one != NULL && other != NULL && *one == *other && strcmp(one, other) == 0);
}

static bool speaks_of(const struct rule *rule, const char *decision)
{
    return rule->decision == NULL || same(rule->decision, decision);
}

static enum decision_form form_of(const struct rules *rules, const char *decision)
{
    const struct rule *passes = NULL;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->reading != NULL || !speaks_of(rule, decision))
            continue;
        if (rule->kind == RULE_ELECTS)
            return FORM_ELECTION;
        if (rule->kind == RULE_PASSES && (passes == NULL || passes->decision == NULL))
            passes = rule;
    }
    return passes != NULL && passes->worded ? FORM_CONSENSUS : FORM_MOTION;
}

const struct reading *rules_readings(struct arena *arena, const struct rules *rules,
                                     const char *decision, size_t *count)
{
    enum decision_form form = form_of(rules, decision);
    struct reading *readings = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->reading == NULL || !speaks_of(rule, decision) || !rule_applies(rule, form))
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
    enum decision_form form;
    const struct reading *const *chosen;
    size_t count;
};

/* Whether the row may be in force: its reading is chosen, or it has none and is not replaced. */
static bool is_chosen(const struct choice *choice, const struct rule *rule)
{
    if (!speaks_of(rule, choice->decision) || !rule_applies(rule, choice->form))
        return false;
    for (size_t i = 0; i < choice->count; i++)
        if ((choice->chosen[i]->rule_kinds & BIT(rule->kind)) != 0)
            return same(rule->reading, choice->chosen[i]->name);
    return rule->reading == NULL;
}

/* The rows of a list while they are looked for. */
struct growing {
    const struct rule **rows;
    size_t count, capacity;
};

/* In file order: those of the decision itself, or else those for all. */
static void add_to_list(struct arena *arena, struct growing *list, const struct rule *rule)
{
    bool is_own = rule->decision != NULL;
    if (list->count > 0 && (list->rows[0]->decision != NULL) != is_own) {
        if (!is_own)
            return;
        list->count = 0;
    }
    const struct rule **place = ARENA_PUSH(arena, list->rows, list->count, list->capacity);
    *place = rule;
}

static void choose_rules(struct arena *arena, const struct choice *choice, struct ruleset *set)
{
    struct growing lists[RULE_KINDS] = {0};
    for (size_t i = 0; i < set->rules->count; i++) {
        const struct rule *rule = &set->rules->rows[i];
        const struct rule **place = &set->one[rule->kind];
        if (!is_chosen(choice, rule))
            continue;
        if ((BIT(rule->kind) & list_kinds) != 0)
            add_to_list(arena, &lists[rule->kind], rule);
        else if (*place == NULL || ((*place)->decision == NULL && rule->decision != NULL))
            *place = rule;
    }
    set->quorum = (struct rule_list){lists[RULE_QUORUM].rows, lists[RULE_QUORUM].count};
    set->passes = (struct rule_list){lists[RULE_PASSES].rows, lists[RULE_PASSES].count};
    set->notes = (struct rule_list){lists[RULE_NOTE].rows, lists[RULE_NOTE].count};
    uint32_t weight = choice->form == FORM_CONSENSUS ? BIT(RULE_WEIGHT) : 0;
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        if (set->one[kind] == NULL && (BIT(kind) & (kinds_with_default | weight)) != 0)
            set->one[kind] = default_of(arena, (enum rule_kind)kind, choice->form == FORM_ELECTION);
}

/* What is no condition stands alone, so it is the whole list: `quorum` none, `passes` consensus. */
static const struct rule *take_out_worded(struct rule_list *list)
{
    const struct rule *worded = list->count > 0 && list->rules[0]->worded ? list->rules[0] : NULL;
    if (worded != NULL)
        *list = (struct rule_list){0};
    return worded;
}

struct ruleset rules_resolve(struct arena *arena, const struct rules *rules, const char *decision,
                             const struct reading *const *chosen, size_t chosen_count)
{
    struct choice choice = {
        .decision = decision,
        .form = form_of(rules, decision),
        .chosen = chosen,
        .count = chosen_count,
    };
    struct ruleset set = {.rules = rules, .decision = decision, .form = choice.form};
    choose_rules(arena, &choice, &set);
    set.quorum_none = take_out_worded(&set.quorum);
    set.consensus = take_out_worded(&set.passes);
    set.title = set.one[RULE_TITLE] != NULL ? set.one[RULE_TITLE]->text : decision;
    return set;
}

bool rules_by_reply(const struct ruleset *set)
{
    bool in_a_room = false;
    for (size_t i = 0; i < set->rules->count; i++) {
        const struct rule *rule = &set->rules->rows[i];
        if (!speaks_of(rule, set->decision) || rule->worded ||
            (rule->kind != RULE_QUORUM && rule->kind != RULE_PASSES) ||
            rule->as.condition.scope != SCOPE_PRESENT)
            continue;
        if (rule->as.condition.replying)
            return true;
        in_a_room = true;
    }
    return set->form == FORM_ELECTION && !in_a_room;
}

/* A reading may put the quorum at the opening, or bring one. */
bool rules_by_opening(const struct ruleset *set)
{
    bool quorum = set->quorum.count > 0, opening = set->one[RULE_QUORUM_AT]->as.at_opening;
    for (size_t i = 0; i < set->rules->count; i++) {
        const struct rule *rule = &set->rules->rows[i];
        if (rule->reading == NULL || !speaks_of(rule, set->decision))
            continue;
        quorum = quorum || (rule->kind == RULE_QUORUM && !rule->worded);
        opening = opening || (rule->kind == RULE_QUORUM_AT && rule->as.at_opening);
    }
    return quorum && opening;
}

bool rules_by_area(const struct ruleset *set)
{
    return set->form != FORM_ELECTION && set->one[RULE_AREAS]->as.every_area;
}

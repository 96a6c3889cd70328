/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/text.h"

/* Rows of rules.csv that change nothing: each is probably not what it was meant to be. */

static bool same_steps(const struct weight *one, const struct weight *other)
{
    for (size_t i = 0; i < one->step_count && i < other->step_count; i++)
        if (one->steps[i].up_to != other->steps[i].up_to ||
            one->steps[i].votes != other->steps[i].votes)
            return false;
    return one->step_count == other->step_count;
}

static bool same_weight(const struct weight *one, const struct weight *other)
{
    return one->kind == other->kind && one->patients == other->patients &&
           one->rounding == other->rounding && one->least == other->least &&
           one->most == other->most && one->share.p == other->share.p &&
           one->share.q == other->share.q && one->share_after == other->share_after &&
           same_steps(one, other);
}

/* Whether two rows of one kind of rule say the same, however they are worded. */
static bool rules_say_the_same(struct arena *arena, const struct rule *one,
                               const struct rule *other)
{
    switch (one->kind) {
    case RULE_WEIGHT:
        return same_weight(&one->as.weight, &other->as.weight);
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
    case RULE_REVIEW:
        if (one->worded || other->worded)
            return one->worded == other->worded;
        return condition_same(&one->as.condition, &other->as.condition);
    case RULE_VOTERS:
        return one->as.roles == other->as.roles;
    case RULE_PERIOD:
    case RULE_KEEP_BALLOTS:
    case RULE_REVIEW_INTERESTS:
    case RULE_GOVERNING_BODY_VOTES:
        return one->as.number == other->as.number;
    case RULE_REVIEW_BY:
        return date_compare(one->as.date, other->as.date) == 0;
    default:
        if (rule_value(one) != RULE_VALUE_OPEN)
            return rule_value(one) == rule_value(other);
        return text_same(arena, one->text, other->text);
    }
}

/* Whether the rule can come into play in a decision of this form. */
static bool rule_is_of_use(const struct rule *rule, enum decision_form form)
{
    /* Only a motion that was carried is reviewed. */
    return rule_applies(rule, form) && !(form == FORM_ELECTION && rule->kind == RULE_REVIEW);
}

#define BIT(kind) (UINT32_C(1) << (kind))

/* What is found out of each row, beside rules->rows. */
struct found {
    bool in_force; /* for some decision, by default or on its own reading */
    bool changes;  /* as a reading: for some decision it is not what holds anyway */
};

struct rows {
    const struct checking *checking;
    struct found *found;
    enum decision_form *forms; /* one for each kind of decision */
};

/* A row of the table has a place in it; what the program supplies has none. */
static void put_in_force(const struct rows *rows, const struct rule *rule, enum decision_form form)
{
    if (rule != NULL && rule->source != NULL && rule_is_of_use(rule, form))
        rows->found[rule - rows->checking->rules->rows].in_force = true;
}

static void put_set_in_force(const struct rows *rows, const struct ruleset *set)
{
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        put_in_force(rows, set->one[kind], set->form);
    const struct rule_list lists[] = {set->quorum, set->passes, set->notes};
    for (size_t list = 0; list < sizeof lists / sizeof *lists; list++)
        for (size_t i = 0; i < lists[list].count; i++)
            put_in_force(rows, lists[list].rules[i], set->form);
    put_in_force(rows, set->quorum_none, set->form);
    put_in_force(rows, set->consensus, set->form);
}

/* The rows of a set for one kind of rule, as a list whatever the kind. */
static struct rule_list rules_of(const struct ruleset *set, enum rule_kind kind)
{
    if (kind == RULE_QUORUM)
        return set->quorum_none != NULL ? (struct rule_list){&set->quorum_none, 1} : set->quorum;
    if (kind == RULE_PASSES)
        return set->consensus != NULL ? (struct rule_list){&set->consensus, 1} : set->passes;
    return (struct rule_list){&set->one[kind], set->one[kind] != NULL};
}

static bool holds(struct arena *arena, struct rule_list list, const struct rule *rule)
{
    for (size_t i = 0; i < list.count; i++)
        if (rules_say_the_same(arena, list.rules[i], rule))
            return true;
    return false;
}

static bool same_lists(struct arena *arena, struct rule_list one, struct rule_list other)
{
    bool same = one.count == other.count;
    for (size_t i = 0; same && i < one.count; i++)
        same = holds(arena, other, one.rules[i]) && holds(arena, one, other.rules[i]);
    return same;
}

/* No quorum in the table is no quorum, whether a row says so or not. */
static bool both_ask_for_none(enum rule_kind kind, const struct ruleset *one,
                              const struct ruleset *other)
{
    return kind == RULE_QUORUM && one->quorum.count == 0 && other->quorum.count == 0;
}

static void compare_reading(const struct rows *rows, const struct ruleset *usual,
                            const struct ruleset *other, const struct reading *reading)
{
    for (size_t kind = 0; kind < RULE_KINDS; kind++) {
        struct rule_list list = rules_of(other, (enum rule_kind)kind);
        if ((reading->rule_kinds & BIT(kind)) == 0 ||
            both_ask_for_none((enum rule_kind)kind, usual, other) ||
            same_lists(rows->checking->arena, rules_of(usual, (enum rule_kind)kind), list))
            continue;
        for (size_t i = 0; i < list.count; i++)
            if (list.rules[i]->source != NULL)
                rows->found[list.rules[i] - rows->checking->rules->rows].changes = true;
    }
}

static void look_at_decision(const struct rows *rows, size_t index)
{
    const char *decision = rows->checking->rules->decisions[index];
    const struct checking *checking = rows->checking;
    size_t count;
    const struct reading *readings =
        rules_readings(checking->arena, checking->rules, decision, &count);
    struct ruleset usual = rules_resolve(checking->arena, checking->rules, decision, NULL, 0);
    rows->forms[index] = usual.form;
    put_set_in_force(rows, &usual);
    for (size_t i = 0; i < count; i++) {
        const struct reading *chosen = &readings[i];
        struct ruleset other =
            rules_resolve(checking->arena, checking->rules, decision, &chosen, 1);
        put_set_in_force(rows, &other);
        compare_reading(rows, &usual, &other, chosen);
    }
}

/* Whether the row could be of use for some kind of decision that it is for. */
static bool has_use(const struct rows *rows, const struct rule *rule)
{
    const struct rules *rules = rows->checking->rules;
    for (size_t i = 0; i < rules->decision_count; i++)
        if ((rule->decision == NULL || rule->decision == rules->decisions[i]) &&
            rule_is_of_use(rule, rows->forms[i]))
            return true;
    return false;
}

static void warn_of_no_use(const struct checking *checking, const struct rule *rule)
{
    bool of_motions = rule_is_of_use(rule, FORM_MOTION);
    const char *what = of_motions ? "a motion" : "an election";
    if (rule->decision == NULL)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Delete the row, or give the kind of decision that it is for.",
                 "this row is never used: no kind of decision here is %s", what);
    else
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE), "Delete the row.",
                 "this row is never used: the rule \"%s\" is for %s, and \"%s\" is %s",
                 rule_name(rule->kind), of_motions ? "motions" : "elections", rule->decision,
                 of_motions ? "an election" : "a motion");
}

static void warn_of_shadow(const struct checking *checking, const struct rule *rule)
{
    diag_add(checking->diag, SEVERITY_WARNING, rule_place(checking->arena, rule, RULE_CELL_VALUE),
             "Delete the row, or take out the rows that stand in its place.",
             "this row is never used: every kind of decision has its own \"%s\"%s",
             rule_name(rule->kind), rule->reading == NULL ? "" : " on this reading");
}

/* The first row that stands with this one, of which one report is enough for all. */
static const struct rule *first_of(const struct rules *rules, const struct rule *rule)
{
    const struct rule *first = rules->rows;
    while (!rules_stand_together(first, rule))
        first++;
    return first;
}

static const struct rule *said_before(const struct checking *checking, const struct rule *rule)
{
    for (const struct rule *earlier = checking->rules->rows; earlier < rule; earlier++)
        if (rules_stand_together(earlier, rule) &&
            rules_say_the_same(checking->arena, earlier, rule))
            return earlier;
    return NULL;
}

static void judge_row(const struct rows *rows, const struct rule *rule)
{
    const struct checking *checking = rows->checking;
    const struct found *found = &rows->found[rule - checking->rules->rows];
    const struct rule *earlier = said_before(checking, rule);
    if (earlier != NULL)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE), "Keep one of them.",
                 "line %zu says the same already", earlier->line);
    else if (!found->in_force && !has_use(rows, rule))
        warn_of_no_use(checking, rule);
    else if (!found->in_force)
        warn_of_shadow(checking, rule);
    else if (rule->reading != NULL && !found->changes && first_of(checking->rules, rule) == rule)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Correct the value, or delete the row.",
                 "the reading \"%s\" changes nothing here: \"%s\" is the same without it",
                 rule->reading, rule_name(rule->kind));
}

void check_rows(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    const struct rows rows = {
        .checking = checking,
        .found = arena_alloc(checking->arena, rules->count, sizeof *rows.found),
        .forms = arena_alloc(checking->arena, rules->decision_count, sizeof *rows.forms),
    };
    for (size_t i = 0; i < rules->decision_count; i++)
        look_at_decision(&rows, i);
    for (size_t i = 0; i < rules->count; i++)
        judge_row(&rows, &rules->rows[i]);
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/ratio.h"
#include "quorate/tables.h"
#include "quorate/weights.h"

/*
 * Whether the conditions can be missed and can be met. A condition that comes to nothing over the
 * whole roll comes to nothing over any part of it, and one that comes to more than the whole roll
 * has comes to more than any part of it has: the amount is a share of at most 1, so that what is
 * left of the whole never grows when the whole shrinks.
 */

struct checking {
    struct arena *arena;
    struct diag *diag;
    const struct rules *rules;
    const struct roll *roll;
    bool *reported; /* one for each row of the rules */
};

/* The votes of the whole roll, or -1 where the roll cannot tell, which is reported elsewhere. */
static int64_t votes_of_all(const struct roll *roll, const struct weight *weight)
{
    bool by_patients = weight->kind == WEIGHT_LIST_SIZE || weight->kind == WEIGHT_PER_PATIENTS;
    int64_t sum = 0;
    if ((by_patients && !roll->has_list_sizes) ||
        (weight->kind == WEIGHT_VOTES_COLUMN && !roll->has_votes))
        return -1;
    for (size_t i = 0; i < roll->count && sum <= RATIO_MOST; i++)
        sum += weight_of(weight, &roll->members[i]);
    return sum <= RATIO_MOST ? sum : -1;
}

static int64_t whole_of(const struct roll *roll, const struct ruleset *set, enum measure measure)
{
    switch (measure) {
    case MEASURE_MEMBERS:
        return (int64_t)roll->count;
    case MEASURE_POPULATION:
        return roll->has_list_sizes ? roll->population : -1;
    case MEASURE_VOTES:
        break;
    }
    const struct rule *weight = set->one[RULE_WEIGHT];
    return weight == NULL ? -1 : votes_of_all(roll, &weight->as.weight);
}

const char *what_is_counted(const struct rules *rules, enum measure measure, bool one)
{
    switch (measure) {
    case MEASURE_MEMBERS:
        return one ? rules->unit : rules->units;
    case MEASURE_POPULATION:
        return one ? "patient" : "patients";
    case MEASURE_VOTES:
        break;
    }
    return one ? "vote" : "votes";
}

static void check_condition(const struct checking *checking, const struct ruleset *set,
                            const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    const struct roll *roll = checking->roll;
    struct arena *arena = checking->arena;
    size_t row = (size_t)(rule - checking->rules->rows);
    /* What is cast for something is not a part of what is cast against it. */
    bool of_others = asks->scope == SCOPE_AGAINST && rule->kind == RULE_PASSES;
    int64_t whole = whole_of(roll, set, asks->measure);
    if (checking->reported[row] || (of_others && !asks->is_number) || whole <= 0)
        return;
    unsigned places =
        asks->measure == MEASURE_VOTES ? weight_places(&set->one[RULE_WEIGHT]->as.weight, roll) : 0;
    int64_t needed = condition_needed(asks, whole, places);
    if (needed > 0 && needed <= whole)
        return;
    checking->reported[row] = true;
    const char *all = arena_format(arena, "%s %s", number_canonical_grouped(arena, whole, places),
                                   what_is_counted(checking->rules, asks->measure, whole == 1));
    if (needed == 0)
        diag_add(checking->diag, SEVERITY_ERROR, rule->place,
                 "Ask for more, or leave out the rounding.",
                 "%s has %s in all, and this asks for 0 of them, so it would always be met",
                 roll->file, all);
    else
        diag_add(checking->diag, SEVERITY_ERROR, rule->place, "Ask for less.",
                 "%s has %s in all, and this asks for %s, so it could never be met", roll->file,
                 all, number_canonical_grouped(arena, needed, places));
}

/* The conditions of a decision under one of its readings, or under none. */
static void check_set(const struct checking *checking, const char *decision,
                      const struct reading *reading)
{
    struct ruleset set =
        rules_resolve(checking->arena, checking->rules, decision, &reading, reading != NULL);
    const struct rule *elects = set.one[RULE_ELECTS], *review = set.one[RULE_REVIEW];
    for (size_t i = 0; i < set.quorum.count; i++)
        check_condition(checking, &set, set.quorum.rules[i]);
    for (size_t i = 0; i < set.passes.count; i++)
        check_condition(checking, &set, set.passes.rules[i]);
    if (elects != NULL && !elects->most_votes)
        check_condition(checking, &set, elects);
    if (review != NULL)
        check_condition(checking, &set, review);
}

void agree_conditions(struct arena *arena, struct diag *diag, const struct rules *rules,
                      const struct roll *roll)
{
    const struct checking checking = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .reported = arena_alloc(arena, rules->count, sizeof *checking.reported),
    };
    for (size_t i = 0; i < rules->decision_count; i++) {
        size_t count = 0;
        const struct reading *readings = rules_readings(arena, rules, rules->decisions[i], &count);
        check_set(&checking, rules->decisions[i], NULL);
        for (size_t k = 0; k < count; k++)
            check_set(&checking, rules->decisions[i], &readings[k]);
    }
}

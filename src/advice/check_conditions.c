/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/attainment.h"
#include "quorate/ratio.h"

/* Conditions that this roll can never meet, or can never miss. */

const char *check_counted(const struct rules *rules, enum measure measure, bool one)
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

struct conditions_check {
    struct arena *arena;
    struct diag *diag;
    const struct rules *rules;
    const struct roll *roll;
    bool *told; /* one for each row of the rules */
};

static void check_condition(const struct conditions_check *checking, const struct ruleset *set,
                            const struct rule *rule)
{
    struct arena *arena = checking->arena;
    const struct condition *asks = &rule->as.condition;
    bool *told = &checking->told[rule - checking->rules->rows];
    struct attainment found = attainment_of(&set->one[RULE_WEIGHT]->as.weight, checking->roll,
                                            WHOLE_ROLL, rule->kind, asks);
    if (*told || found.attainable == ATTAINABLE_PERHAPS)
        return;
    *told = true;
    const char *all =
        arena_format(arena, "%s %s", number_canonical_grouped(arena, found.has, found.places),
                     check_counted(checking->rules, asks->measure, found.has == 1));
    if (found.attainable == ATTAINABLE_ALWAYS)
        diag_add(checking->diag, SEVERITY_WARNING, rule->place,
                 "Ask for more, or leave out the rounding.",
                 "%s has %s in all, and this asks for 0 of them, so anything is enough",
                 checking->roll->file, all);
    else
        diag_add(checking->diag, SEVERITY_WARNING, rule->place,
                 "Votes are counted all the same. Ask for less, if that is not meant.",
                 "%s has %s in all, and this asks for %s, so it can never be met",
                 checking->roll->file, all,
                 number_canonical_grouped(arena, found.needed, found.places));
}

/* The conditions of a decision under one of its readings, or under none. */
static void check_set(const struct conditions_check *checking, const char *decision,
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

void load_check_conditions(struct arena *arena, struct diag *diag, const struct rules *rules,
                           const struct roll *roll, const char *const *decisions, size_t count)
{
    const struct conditions_check checking = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .told = arena_alloc(arena, rules->count, sizeof *checking.told),
    };
    for (size_t i = 0; i < count; i++) {
        size_t reading_count = 0;
        const struct reading *readings = rules_readings(arena, rules, decisions[i], &reading_count);
        check_set(&checking, decisions[i], NULL);
        for (size_t k = 0; k < reading_count; k++)
            check_set(&checking, decisions[i], &readings[k]);
    }
}

/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/attainment.h"
#include "quorate/ratio.h"

/* Conditions that this roll can never meet or never miss, and those that a tie would meet. */

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
    bool *told;      /* one for each row of the rules */
    bool ties;       /* those that a tie would meet are told too */
    bool every_area; /* some of it is decided area by area */
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
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Ask for more, or leave out the rounding.",
                 "%s has %s in all, and this asks for 0 of them, so anything is enough",
                 checking->roll->file, all);
    else
        diag_add(
            checking->diag, SEVERITY_WARNING, rule_place(checking->arena, rule, RULE_CELL_VALUE),
            "Votes are counted all the same. Ask for less, if that is not meant.",
            "%s has %s in all, and this asks for %s, so it can never be met", checking->roll->file,
            all, number_canonical_grouped(arena, found.needed, found.places));
}

/* Whether as many against as for are enough, when all vote. */
static bool is_met_by_tie(const struct conditions_check *checking, const struct ruleset *set,
                          const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    if (asks->is_number) {
        struct attainment found = attainment_of(&set->one[RULE_WEIGHT]->as.weight, checking->roll,
                                                WHOLE_ROLL, rule->kind, asks);
        return 2 * found.needed <= found.has;
    }
    /* What a tie has is all of those against, and half of any larger whole. */
    int64_t asked = asks->scope == SCOPE_AGAINST ? asks->amount.p : 2 * asks->amount.p;
    return asks->plus == 0 &&
           (asked < asks->amount.q || (asked == asks->amount.q && !asks->strictly));
}

/* A motion that a tie carries, and no casting vote decides. */
static void check_tie(const struct conditions_check *checking, const struct ruleset *set)
{
    struct rule_list passes = set->passes;
    for (size_t i = 0; i < passes.count; i++)
        if (!is_met_by_tie(checking, set, passes.rules[i]))
            return;
    if (passes.count == 0 || set->one[RULE_TIE]->as.tie == TIE_CASTING_VOTE ||
        checking->told[passes.rules[0] - checking->rules->rows])
        return;
    checking->told[passes.rules[0] - checking->rules->rows] = true;
    diag_add(checking->diag, SEVERITY_WARNING,
             rule_place(checking->arena, passes.rules[0], RULE_CELL_VALUE),
             "Where a motion needs more votes for than against, write more than half of votes "
             "cast.",
             "a tie would carry: as many votes against as for are enough");
}

/* The conditions of a decision under one of its readings, or under none. */
static void check_set(struct conditions_check *checking, const char *decision,
                      const struct reading *reading)
{
    struct ruleset set =
        rules_resolve(checking->arena, checking->rules, decision, &reading, reading != NULL);
    const struct rule *elects = set.one[RULE_ELECTS], *review = set.one[RULE_REVIEW];
    for (size_t i = 0; i < set.quorum.count; i++)
        check_condition(checking, &set, set.quorum.rules[i]);
    for (size_t i = 0; i < set.passes.count; i++)
        check_condition(checking, &set, set.passes.rules[i]);
    if (elects != NULL && !elects->worded)
        check_condition(checking, &set, elects);
    if (review != NULL)
        check_condition(checking, &set, review);
    if (checking->ties)
        check_tie(checking, &set);
    checking->every_area = checking->every_area || rules_by_area(&set);
}

static void check_decisions(struct conditions_check *checking, const char *const *decisions,
                            size_t count)
{
    struct arena *arena = checking->arena;
    for (size_t i = 0; i < count; i++) {
        size_t reading_count = 0;
        const struct reading *readings =
            rules_readings(arena, checking->rules, decisions[i], &reading_count);
        check_set(checking, decisions[i], NULL);
        for (size_t k = 0; k < reading_count; k++)
            check_set(checking, decisions[i], &readings[k]);
    }
    if (checking->every_area)
        check_close_areas(arena, checking->diag, checking->roll);
}

void check_conditions(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    struct conditions_check all = {
        .arena = checking->arena,
        .diag = checking->diag,
        .rules = rules,
        .roll = checking->roll,
        .told = arena_alloc(checking->arena, rules->count, sizeof *all.told),
        .ties = true,
    };
    check_decisions(&all, rules->decisions, rules->decision_count);
}

void load_check_conditions(struct arena *arena, struct diag *diag, const struct rules *rules,
                           const struct roll *roll, const char *const *decisions, size_t count)
{
    struct conditions_check some = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .told = arena_alloc(arena, rules->count, sizeof *some.told),
    };
    check_decisions(&some, decisions, count);
    check_look_alikes(arena, diag, roll);
}

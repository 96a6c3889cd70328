/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/attainment.h"
#include "quorate/ratio.h"

/* Conditions that this roll can never meet or never miss, and those that a tie would meet. */

const char *check_counted(const struct rules *rules, enum measure measure, bool one)
{
    switch (measure) {
    case MEASURE_MEMBERS:
        return one ? rules->terms.unit : rules->terms.units;
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
    bool *told;             /* one for each row of the rules */
    bool ties;              /* those that a tie would meet are told too */
    bool by_area, by_class; /* some of it is asked of each area, or of a class */
};

/* "practices.csv has 10 practices in all", "the area \"North\" of practices.csv has 2 practices" */
static const char *all_there_is(const struct conditions_check *checking,
                                const struct section *section, const struct condition *asks,
                                const struct attainment *found)
{
    const struct roll *roll = checking->roll;
    struct arena *arena = checking->arena;
    const char *whose = section->of_area    ? roll->areas[section->area_number]
                        : section->of_class ? roll->classes[section->class_number].name
                                            : NULL;
    const char *all =
        arena_format(arena, "%s %s", number_canonical_grouped(arena, found->has, found->places),
                     check_counted(checking->rules, asks->measure, found->has == 1));
    return whose == NULL
               ? arena_format(arena, "%s has %s in all", roll->file, all)
               : arena_format(arena, "of the %s \"%s\" %s has %s",
                              section->of_area ? "area" : "class", whose, roll->file, all);
}

static void warn_of_condition(const struct conditions_check *checking, const struct rule *rule,
                              const struct section *section, const struct attainment *found)
{
    const struct condition *asks = &rule->as.condition;
    const char *all = all_there_is(checking, section, asks, found);
    const char *needed = number_canonical_grouped(checking->arena, found->needed, found->places);
    if (found->attainable == ATTAINABLE_NEVER)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Votes are counted all the same. Ask for less, if that is not meant.",
                 "%s, and this asks for %s, so it can never be met", all, needed);
    else if (asks->at_most)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Allow fewer, or leave the row out.",
                 "%s, and this allows %s of them, so it is always met", all, needed);
    else
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rule, RULE_CELL_VALUE),
                 "Ask for more, or leave out the rounding.",
                 "%s, and this comes to 0 of them, so 1 is enough", all);
}

static void check_condition(struct conditions_check *checking, const struct ruleset *set,
                            const struct rule *rule)
{
    bool *told = &checking->told[rule - checking->rules->rows];
    size_t count = 0;
    checking->by_area = checking->by_area || rule_counts(rule, AMONG_EACH_AREA);
    checking->by_class = checking->by_class || rule_counts(rule, AMONG_CLASS);
    const struct section *sections =
        sections_of(checking->arena, checking->roll, &whole_roll, &rule->as.condition, &count);
    for (size_t i = 0; i < count; i++) {
        if (sections[i].of_class && sections[i].class_number >= checking->roll->class_count)
            continue; /* a class that nobody is in is an error, and told */
        struct attainment found = attainment_of(&set->one[RULE_WEIGHT]->as.weight, checking->roll,
                                                &sections[i], rule->kind, &rule->as.condition);
        bool by_name = rule->as.condition.among == AMONG_NAMED; /* who is not there is told */
        if (*told || by_name || found.attainable == ATTAINABLE_PERHAPS)
            continue;
        *told = true;
        warn_of_condition(checking, rule, &sections[i], &found);
    }
}

/* Whether a tie of all is enough, when all vote. */
enum tie_of_all {
    TIE_MISSES,
    TIE_MEETS,
    TIE_MAY_MEET, /* it depends on who they are */
};

static enum tie_of_all tie_of_number(const struct conditions_check *checking,
                                     const struct ruleset *set, const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    struct attainment found = attainment_of(&set->one[RULE_WEIGHT]->as.weight, checking->roll,
                                            &whole_roll, rule->kind, asks);
    if (asks->at_most)
        return 2 * found.needed < found.has ? TIE_MISSES : TIE_MEETS;
    return 2 * found.needed <= found.has ? TIE_MEETS : TIE_MISSES;
}

static enum tie_of_all tie_of(const struct conditions_check *checking, const struct ruleset *set,
                              const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    if (asks->among != AMONG_ALL || asks->limit != LIMIT_NONE || rule->group != NULL ||
        asks->side == SIDE_ABSTAINED)
        return TIE_MAY_MEET;
    if (asks->is_number)
        return tie_of_number(checking, set, rule);
    if (asks->plus != 0)
        return asks->at_most ? TIE_MAY_MEET : TIE_MISSES;
    /* What a tie has is all of those against, and half of any larger whole. */
    int64_t asked = asks->scope == SCOPE_AGAINST ? asks->amount.p : 2 * asks->amount.p;
    bool beyond = asks->at_most ? asked > asks->amount.q : asked < asks->amount.q;
    return beyond || (asked == asks->amount.q && !asks->strictly) ? TIE_MEETS : TIE_MISSES;
}

/* A motion that a tie carries, and no casting vote decides; or that no row for all members keeps
 * from being carried by fewer than are against. */
static void check_tie(const struct conditions_check *checking, const struct ruleset *set)
{
    struct rule_list passes = set->passes;
    bool sure = true;
    for (size_t i = 0; i < passes.count; i++) {
        enum tie_of_all tie = tie_of(checking, set, passes.rules[i]);
        if (tie == TIE_MISSES)
            return;
        sure = sure && tie == TIE_MEETS;
    }
    if (passes.count == 0 || set->one[RULE_TIE]->as.tie == TIE_CASTING_VOTE ||
        checking->told[passes.rules[0] - checking->rules->rows])
        return;
    checking->told[passes.rules[0] - checking->rules->rows] = true;
    diag_add(checking->diag, SEVERITY_WARNING,
             rule_place(checking->arena, passes.rules[0], RULE_CELL_VALUE),
             "Where a motion needs more votes for than against, write more than half of votes "
             "cast.",
             sure ? "a tie would carry: as many votes against as for are enough"
                  : "as many votes against as for may be enough: no row without a group asks all "
                    "members for more in favour");
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
    checking->by_area = checking->by_area || rules_by_area(&set);
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
}

/* Spellings that are two where one is meant, where it matters. */
static void check_spellings(const struct conditions_check *checking)
{
    if (checking->by_area)
        check_close_areas(checking->arena, checking->diag, checking->roll);
    if (checking->by_class)
        check_close_classes(checking->arena, checking->diag, checking->roll);
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
    if (all.by_area)
        check_close_areas(all.arena, all.diag, all.roll);
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
    check_spellings(&some);
    check_look_alikes(arena, diag, roll);
}

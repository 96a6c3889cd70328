/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "internal.h"

enum group group_of_scope(enum scope scope)
{
    static const enum group groups[] = {
        [SCOPE_ALL] = GROUP_ALL,   [SCOPE_PRESENT] = GROUP_PRESENT, [SCOPE_VOTING] = GROUP_VOTING,
        [SCOPE_CAST] = GROUP_CAST, [SCOPE_AGAINST] = GROUP_AGAINST,
    };
    return groups[scope];
}

/* ---- What a condition compares */

/* Whether it compares what its scope names, of all: else what was cast for something. */
static bool is_of_all(enum rule_kind kind)
{
    return kind == RULE_QUORUM || kind == RULE_REVIEW;
}

int64_t part_of_condition(const struct condition *asks, enum rule_kind kind,
                          const struct figures groups[GROUPS], const struct figures *leader)
{
    const struct figures *by_rule = kind == RULE_ELECTS ? leader
                                    : is_of_all(kind)   ? &groups[group_of_scope(asks->scope)]
                                                        : &groups[GROUP_FOR];
    switch (asks->side) {
    case SIDE_BY_RULE:
        return figures_in(by_rule, asks->measure);
    case SIDE_FOR:
        return figures_in(&groups[GROUP_FOR], asks->measure);
    case SIDE_AGAINST:
        return figures_in(&groups[GROUP_AGAINST], asks->measure);
    case SIDE_ABSTAINED:
        return figures_in(&groups[GROUP_ABSTAINED], asks->measure);
    case SIDE_NOT_FOR:
        break;
    }
    return figures_in(&groups[GROUP_ALL], asks->measure) -
           figures_in(&groups[GROUP_FOR], asks->measure);
}

int64_t whole_of_condition(const struct condition *asks, enum rule_kind kind,
                           const struct figures groups[GROUPS])
{
    bool of_all = is_of_all(kind) && asks->side == SIDE_BY_RULE;
    enum group group = of_all ? GROUP_ALL : group_of_scope(asks->scope);
    return figures_in(&groups[group], asks->measure);
}

int64_t needed_of_condition(const struct condition *asks, enum rule_kind kind, int64_t whole,
                            unsigned places)
{
    int64_t needed = condition_needed(asks, whole, places);
    bool somebody = !asks->at_most && (is_of_all(kind) || asks->among != AMONG_ALL);
    return somebody && needed < 1 ? 1 : needed;
}

struct condition_outcome measure_part(struct arena *arena, const struct rule *rule, int64_t part,
                                      int64_t whole, unsigned places)
{
    const struct condition *asks = &rule->as.condition;
    unsigned own_places = asks->measure == MEASURE_VOTES ? places : 0;
    assert(part >= 0 && whole >= 0 && whole <= RATIO_QUANTITY_MOST);
    int64_t needed = needed_of_condition(asks, rule->kind, whole, own_places);
    bool met = condition_met(asks, part, needed);
    struct condition_outcome outcome = {
        .kind = rule->kind,
        .text = rule->text,
        .clause = rule->clause,
        .group = rule->group,
        .asks = *asks,
        .part = figure_told(part),
        .short_by = figure_told(met             ? 0
                                : asks->at_most ? part - needed
                                                : needed - part),
        .whole = figure_told(whole),
        .needed = figure_told(needed),
        .places = own_places,
        .met = met,
    };
    if (!asks->is_number && whole > 0)
        outcome.percent =
            ratio_percent(arena, part, whole, ratio_percent_places(part, whole, asks->amount, 2));
    return outcome;
}

/* ---- Where it is met */

struct sitting sitting_of(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, const struct position *positions,
                          const struct section *section)
{
    return (struct sitting){
        .arena = arena,
        .question = question,
        .rules = rules,
        .positions = positions,
        .section = section,
        .counts = count_positions(arena, question, rules, positions, section),
        .places = weights_in_force(question, rules).places,
    };
}

/* Whether a member does what a condition by names asks of it. */
static bool does_its_part(const struct sitting *sitting, const struct rule *rule,
                          const struct member *member)
{
    enum group group =
        rule->kind == RULE_PASSES ? GROUP_FOR : group_of_scope(rule->as.condition.scope);
    return (groups_of_position(&sitting->positions[member->index], sitting->rules) & 1u << group) !=
           0;
}

static void tell_missing(const struct sitting *sitting, const struct rule *rule,
                         const struct section *section, struct condition_outcome *outcome)
{
    const char **missing = arena_alloc(sitting->arena, section->named_count, sizeof *missing);
    for (size_t i = 0; i < section->named_count; i++)
        if (!does_its_part(sitting, rule, section->named[i]))
            missing[outcome->missing_count++] = section->named[i]->name;
    outcome->missing = missing;
}

static struct condition_outcome measure_in(const struct sitting *sitting, const struct rule *rule,
                                           const struct section *section, size_t leader)
{
    const struct roll *roll = sitting->question->roll;
    const struct condition *asks = &rule->as.condition;
    struct counts counts = section == sitting->section
                               ? sitting->counts
                               : count_positions(sitting->arena, sitting->question, sitting->rules,
                                                 sitting->positions, section);
    const struct figures *led = rule->kind == RULE_ELECTS ? &counts.candidates[leader] : NULL;
    struct condition_outcome outcome =
        measure_part(sitting->arena, rule, part_of_condition(asks, rule->kind, counts.groups, led),
                     whole_of_condition(asks, rule->kind, counts.groups), sitting->places);
    outcome.heads = counts.groups[group_of_scope(asks->scope)].members;
    outcome.area = section_area(section, roll);
    outcome.of_class = section_class(section, roll);
    outcome.at_opening = sitting->at_opening;
    if (section->of_named)
        tell_missing(sitting, rule, section, &outcome);
    return outcome;
}

void measure_rule(const struct sitting *sitting, const struct rule *rule, size_t leader,
                  struct condition_list *list)
{
    size_t count;
    const struct section *sections =
        sections_of(sitting->question->scratch, sitting->question->roll, sitting->section,
                    &rule->as.condition, &count);
    for (size_t i = 0; i < count; i++) {
        struct section *section = ARENA_PUSH(sitting->question->scratch, list->sections,
                                             list->section_count, list->section_capacity);
        struct condition_outcome *outcome =
            ARENA_PUSH(sitting->arena, list->items, list->count, list->capacity);
        *section = sections[i];
        *outcome = measure_in(sitting, rule, &sections[i], leader);
    }
}

void measure_rules(const struct sitting *sitting, struct rule_list rules,
                   struct condition_list *list)
{
    for (size_t i = 0; i < rules.count; i++)
        measure_rule(sitting, rules.rules[i], 0, list);
}

void tell_attainment(const struct sitting *sitting, struct condition_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct condition_outcome *condition = &list->items[i];
        struct attainment found =
            attainment_of(&sitting->rules->one[RULE_WEIGHT]->as.weight, sitting->question->roll,
                          &list->sections[i], condition->kind, &condition->asks);
        condition->in_all = found.has;
        condition->unreachable = !condition->met && found.attainable == ATTAINABLE_NEVER;
    }
}

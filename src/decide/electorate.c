/* SPDX-License-Identifier: MIT */

#include "internal.h"
#include "quorate/text.h"
#include "quorate/weights.h"

/* The roll of a day, and who makes each quorum that the rules ask for by default. */

static const struct elector *electors_of(struct arena *arena, const struct roll *roll)
{
    struct elector *electors = arena_alloc(arena, roll->count, sizeof *electors);
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        electors[i] = (struct elector){
            .name = member->name,
            .code = member->code,
            .area = member->area,
            .class_cell = member->class_cell,
            .list_size = member->list_size,
            .percent = roll->population == 0
                           ? NULL
                           : ratio_percent(arena, member->list_size, roll->population, 2),
            .votes =
                roll->has_votes ? number_canonical(arena, member->votes, roll->vote_places) : NULL,
            .tenure = member->tenure,
        };
    }
    return electors;
}

/* What the quorum goes by, of one member. */
static int64_t quantity_of(const struct quorum_use *use, const struct weights *weights,
                           const struct member *member)
{
    switch (use->rule->as.condition.measure) {
    case MEASURE_POPULATION:
        return member->list_size;
    case MEASURE_VOTES:
        return use->weight == NULL ? 0 : weight_of(weights, member);
    case MEASURE_MEMBERS:
        break;
    }
    return 1;
}

/* Of those in the section in which it is to be met. */
static struct quorum_asked quorum_of(struct arena *arena, const struct roll *roll,
                                     const struct quorum_use *use, const struct section *section)
{
    struct quorum_asked asked = {
        .text = use->rule->text,
        .decisions = text_list(arena, use->decisions, use->count, "and"),
        .group = use->rule->group,
        .area = section_area(section, roll),
        .of_class = section_class(section, roll),
        .by_name = section->of_named,
        .measure = use->rule->as.condition.measure,
    };
    struct weights weights = {0};
    if (use->weight != NULL)
        weights = weights_of(&use->weight->as.weight, roll);
    const char **names = arena_alloc(arena, roll->count, sizeof *names);
    int64_t *quantities = arena_alloc(arena, roll->count, sizeof *quantities);
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        if (!section_has(section, member))
            continue;
        names[asked.count] = member->name;
        quantities[asked.count] = quantity_of(use, &weights, member);
        asked.whole += quantities[asked.count++];
    }
    if (asked.measure == MEASURE_VOTES)
        asked.places = weights.places;
    asked.names = names;
    asked.reach = decide_reach(arena, quantities, asked.count,
                               needed_of_all(use->rule, asked.whole, asked.places));
    return asked;
}

/* Of everybody, or of one area. */
static void add_quorums(struct arena *arena, const struct roll *roll, const struct quorum_use *use,
                        const struct section *within, struct quorum_asked *quorums, size_t *count)
{
    size_t sections_count;
    const struct section *sections =
        sections_of(arena, roll, within, &use->rule->as.condition, &sections_count);
    for (size_t i = 0; i < sections_count; i++)
        quorums[(*count)++] = quorum_of(arena, roll, use, &sections[i]);
}

static const struct quorum_otherwise *readings_of(struct arena *arena, const struct rules *rules,
                                                  size_t *count)
{
    struct quorum_otherwise *readings = arena_alloc(arena, rules->count, sizeof *readings);
    *count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (rule->kind != RULE_QUORUM || rule->reading == NULL)
            continue;
        readings[(*count)++] = (struct quorum_otherwise){
            .reading = rule->reading,
            .text = rule->text,
            .decision = rule->decision == NULL
                            ? NULL
                            : rules_resolve(arena, rules, rule->decision, NULL, 0).title,
        };
    }
    return readings;
}

struct electorate decide_electorate(struct arena *arena, const struct rules *rules,
                                    const struct roll *roll)
{
    const struct quorum_uses uses = quorum_uses(arena, rules);
    struct electorate electorate = {
        .body = rules->body,
        .edition = rules->edition,
        .terms = roll->terms,
        .has_list_sizes = roll->has_list_sizes,
        .as_at = roll->as_at,
        .members = electors_of(arena, roll),
        .count = roll->count,
        .population = roll->population,
        .several = uses.several,
        .without = uses.without,
    };
    electorate.readings = readings_of(arena, rules, &electorate.reading_count);
    struct quorum_asked *quorums =
        arena_alloc(arena, uses.count * (2 * roll->area_count + 1), sizeof *quorums);
    for (size_t i = 0; i < uses.count; i++) {
        const struct quorum_use *use = &uses.items[i];
        electorate.alternatives = electorate.alternatives || use->rule->group != NULL;
        add_quorums(arena, roll, use, &whole_roll, quorums, &electorate.quorum_count);
        for (size_t area = 0; use->by_area && area < roll->area_count; area++) {
            struct section within = section_of_area(area);
            add_quorums(arena, roll, use, &within, quorums, &electorate.quorum_count);
        }
    }
    electorate.quorums = quorums;
    return electorate;
}

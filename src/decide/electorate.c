/* SPDX-License-Identifier: MIT */
#include <string.h>

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

/* A quorum with the weighting and the areas of the decisions that ask for it. */
struct quorum_use {
    const struct rule *rule, *weight;
    bool by_area;
    const char **decisions;
    size_t count;
};

static const char *words_of(const struct rule *rule)
{
    return rule == NULL ? "" : rule->text;
}

static bool is_use(struct arena *arena, const struct quorum_use *use, const struct quorum_use *of)
{
    return text_same(arena, use->rule->text, of->rule->text) && use->by_area == of->by_area &&
           (of->rule->as.condition.measure != MEASURE_VOTES ||
            text_same(arena, words_of(use->weight), words_of(of->weight)));
}

static void note_quorum(struct arena *arena, const struct rules *rules,
                        const struct quorum_use *wanted, const char *title, struct quorum_use *uses,
                        size_t *count)
{
    size_t at = 0;
    while (at < *count && !is_use(arena, &uses[at], wanted))
        at++;
    if (at == *count) {
        uses[at] = *wanted;
        uses[at].decisions = arena_alloc(arena, rules->decision_count, sizeof *uses->decisions);
        ++*count;
    }
    uses[at].decisions[uses[at].count++] = title;
}

/* Every quorum, each once, and the decisions that ask for none. */
static const struct quorum_use *uses_of(struct arena *arena, const struct rules *rules,
                                        size_t *count, const char **without)
{
    struct quorum_use *uses = arena_alloc(arena, rules->count, sizeof *uses);
    const char **none = arena_alloc(arena, rules->decision_count, sizeof *none);
    size_t none_count = 0;
    *count = 0;
    for (size_t i = 0; i < rules->decision_count; i++) {
        struct ruleset set = rules_resolve(arena, rules, rules->decisions[i], NULL, 0);
        for (size_t k = 0; k < set.quorum.count; k++) {
            const struct quorum_use use = {
                .rule = set.quorum.rules[k],
                .weight = set.one[RULE_WEIGHT],
                .by_area = set.form != FORM_ELECTION && set.one[RULE_AREAS]->as.every_area,
            };
            note_quorum(arena, rules, &use, set.title, uses, count);
        }
        if (set.quorum.count == 0)
            none[none_count++] = set.title;
    }
    *without = none_count == 0 ? NULL : text_list(arena, none, none_count, "and");
    return uses;
}

/* What the quorum goes by, of one member. */
static int64_t quantity_of(const struct quorum_use *use, const struct member *member)
{
    switch (use->rule->as.condition.measure) {
    case MEASURE_POPULATION:
        return member->list_size;
    case MEASURE_VOTES:
        return use->weight == NULL ? 0 : weight_of(&use->weight->as.weight, member);
    case MEASURE_MEMBERS:
        break;
    }
    return 1;
}

/* Of all members, or of those of one area. */
static struct quorum_asked quorum_of(struct arena *arena, const struct roll *roll,
                                     const struct quorum_use *use, size_t area)
{
    struct figures groups[GROUPS];
    struct quorum_asked asked = {
        .text = use->rule->text,
        .decisions = text_list(arena, use->decisions, use->count, "and"),
        .area = area == WHOLE_ROLL ? NULL : roll->areas[area],
        .measure = use->rule->as.condition.measure,
    };
    const char **names = arena_alloc(arena, roll->count, sizeof *names);
    int64_t *quantities = arena_alloc(arena, roll->count, sizeof *quantities);
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        if (area != WHOLE_ROLL && (member->area == NULL || member->area_number != area))
            continue;
        names[asked.count] = member->name;
        quantities[asked.count] = quantity_of(use, member);
        asked.whole += quantities[asked.count++];
    }
    if (asked.measure == MEASURE_VOTES && use->weight != NULL)
        asked.places = weight_places(&use->weight->as.weight, roll);
    for (size_t group = 0; group < GROUPS; group++)
        groups[group] = (struct figures){asked.whole, asked.whole, asked.whole};
    asked.names = names;
    asked.reach =
        decide_reach(arena, quantities, asked.count,
                     figure_of(condition_of_all(arena, use->rule, groups, asked.places).needed));
    return asked;
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
    struct electorate electorate = {
        .body = rules->body,
        .edition = rules->edition,
        .unit = rules->unit,
        .units = rules->units,
        .has_list_sizes = roll->has_list_sizes,
        .of_localities = roll->of_localities,
        .as_at = roll->as_at,
        .members = electors_of(arena, roll),
        .count = roll->count,
        .population = roll->population,
    };
    electorate.readings = readings_of(arena, rules, &electorate.reading_count);
    size_t count = 0;
    const struct quorum_use *uses = uses_of(arena, rules, &count, &electorate.without);
    struct quorum_asked *quorums =
        arena_alloc(arena, count * (roll->area_count + 1), sizeof *quorums);
    for (size_t i = 0; i < count; i++) {
        quorums[electorate.quorum_count++] = quorum_of(arena, roll, &uses[i], WHOLE_ROLL);
        for (size_t area = 0; uses[i].by_area && area < roll->area_count; area++)
            quorums[electorate.quorum_count++] = quorum_of(arena, roll, &uses[i], area);
    }
    electorate.quorums = quorums;
    return electorate;
}

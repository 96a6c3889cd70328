/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/text.h"

int64_t needed_of_all(const struct rule *rule, int64_t whole, unsigned places)
{
    return needed_of_condition(&rule->as.condition, RULE_QUORUM, whole, places);
}

static const char *words_of(const struct rule *rule)
{
    return rule == NULL ? "" : rule->text;
}

static bool is_use(struct arena *arena, const struct quorum_use *use, const struct quorum_use *of)
{
    return text_same(arena, use->rule->text, of->rule->text) && use->by_area == of->by_area &&
           use->rule->group == of->rule->group &&
           (of->rule->as.condition.measure != MEASURE_VOTES ||
            text_same(arena, words_of(use->weight), words_of(of->weight)));
}

/* Whether an earlier row of the same decision asks for the same. */
static bool asked_before(struct arena *arena, const struct rule *const *rules, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (text_same(arena, rules[i]->text, rules[k]->text) && rules[i]->group == rules[k]->group)
            return true;
    return false;
}

/* A quorum that decisions share may be another one with the weighting of each. */
struct use_list {
    struct arena *arena;
    const struct rules *rules;
    struct quorum_use *items;
    size_t count, capacity;
};

static void note_quorum(struct use_list *uses, const struct quorum_use *wanted, const char *title)
{
    struct arena *arena = uses->arena;
    size_t at = 0;
    while (at < uses->count && !is_use(arena, &uses->items[at], wanted))
        at++;
    if (at == uses->count) {
        struct quorum_use *use = ARENA_PUSH(arena, uses->items, uses->count, uses->capacity);
        *use = *wanted;
        use->decisions = arena_alloc(arena, uses->rules->decision_count, sizeof *use->decisions);
    }
    uses->items[at].decisions[uses->items[at].count++] = title;
}

struct quorum_uses quorum_uses(struct arena *arena, const struct rules *rules)
{
    struct use_list uses = {.arena = arena, .rules = rules};
    const char **none = arena_alloc(arena, rules->decision_count, sizeof *none);
    size_t none_count = 0;
    bool several = false;
    for (size_t i = 0; i < rules->decision_count; i++) {
        struct ruleset set = rules_resolve(arena, rules, rules->decisions[i], NULL, 0);
        bool by_area = rules_by_area(&set);
        for (size_t k = 0; k < set.quorum.count; k++) {
            if (asked_before(arena, set.quorum.rules, k))
                continue;
            note_quorum(&uses,
                        &(struct quorum_use){.rule = set.quorum.rules[k],
                                             .weight = set.one[RULE_WEIGHT],
                                             .by_area = by_area},
                        set.title);
        }
        if (set.quorum.count == 0)
            none[none_count++] = set.title;
        else
            several = several || by_area || set.quorum.count > 1;
    }
    return (struct quorum_uses){
        .items = uses.items,
        .count = uses.count,
        .several = several,
        .without = none_count == 0 ? NULL : text_list(arena, none, none_count, "and"),
    };
}

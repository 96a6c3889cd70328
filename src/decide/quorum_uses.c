/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/text.h"

int64_t needed_of_all(struct arena *arena, const struct rule *rule, int64_t whole, unsigned places)
{
    struct figures groups[GROUPS];
    for (size_t group = 0; group < GROUPS; group++)
        groups[group] = (struct figures){whole, whole, whole};
    return figure_of(condition_of_all(arena, rule, groups, places).needed);
}

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

const struct quorum_use *quorum_uses(struct arena *arena, const struct rules *rules, size_t *count,
                                     const char **without)
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

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

const char **areas_of(struct arena *arena, const struct roll *roll, size_t *count)
{
    const char **areas = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        size_t known = 0;
        while (known < *count && strcmp(areas[known], roll->members[i].area) != 0)
            known++;
        if (known == *count) {
            const char **area = ARENA_PUSH(arena, areas, *count, capacity);
            *area = roll->members[i].area;
        }
    }
    return areas;
}

/*
 * `every area must pass`: each area is counted as a body of its own, by the same conditions, and
 * the motion is carried only if it is carried in each and on the whole. A casting vote is the
 * chair's of the whole body, so it carries no area.
 */
void evaluate_areas(struct arena *arena, const struct question *question,
                    const struct ruleset *rules, const struct position *positions,
                    struct evaluation *evaluation)
{
    size_t count = 0;
    const char **areas = areas_of(arena, question->roll, &count);
    bool all_binding = true;
    bool all_carried = true;
    evaluation->areas = arena_alloc(arena, count, sizeof *evaluation->areas);
    evaluation->area_count = count;
    for (size_t i = 0; i < count; i++) {
        struct evaluation own = {
            .counts = count_positions(arena, question, rules, positions, areas[i]),
            .places = evaluation->places,
        };
        evaluate_motion(arena, question, rules, false, &own);
        struct area_outcome *area = &evaluation->areas[i];
        area->area = areas[i];
        area->result = own.result;
        area->conditions = own.conditions;
        area->condition_count = own.condition_count;
        for (size_t group = 0; group < GROUPS; group++)
            area->counts[group].figures = own.counts.groups[group];
        all_binding = all_binding && own.result.verdict != VERDICT_NOT_BINDING;
        all_carried = all_carried && own.result.verdict == VERDICT_CARRIED;
    }
    if (evaluation->result.verdict == VERDICT_NOT_BINDING)
        return;
    if (!all_binding)
        evaluation->result.verdict = VERDICT_NOT_BINDING;
    else if (!all_carried)
        evaluation->result.verdict = VERDICT_NOT_CARRIED;
    if (!all_carried && evaluation->casting == CASTING_DECIDED &&
        question->circumstances->casting == CASTING_VOTE_FOR)
        evaluation->casting = CASTING_NOT_ENOUGH;
    evaluation->result.review =
        evaluation->result.review && evaluation->result.verdict == VERDICT_CARRIED;
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"

/*
 * `every area must pass`: each area is counted as a body of its own, by the same conditions, and
 * the motion is carried only if it is carried in each and on the whole. A casting vote is the
 * chair's of the whole body, so it carries no area.
 */
void evaluate_areas(struct arena *arena, const struct question *question,
                    const struct ruleset *rules, const struct position *positions,
                    struct evaluation *evaluation)
{
    const struct roll *roll = question->roll;
    const struct counts *counts = count_areas(arena, question, rules, positions);
    bool all_binding = true;
    bool all_carried = true;
    enum verdict whole = evaluation->result.verdict;
    evaluation->areas = arena_alloc(arena, roll->area_count, sizeof *evaluation->areas);
    evaluation->area_count = roll->area_count;
    for (size_t i = 0; i < roll->area_count; i++) {
        struct evaluation own = {.counts = counts[i], .places = evaluation->places};
        evaluate_motion(arena, question, rules, false, &own);
        struct area_outcome *area = &evaluation->areas[i];
        area->area = roll->areas[i];
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
    bool needless = evaluation->casting == CASTING_NOT_TIED && whole == VERDICT_CARRIED;
    bool decided = evaluation->casting == CASTING_DECIDED &&
                   question->circumstances->casting == CASTING_VOTE_FOR;
    if (!all_carried && (decided || needless))
        evaluation->casting = CASTING_NOT_ENOUGH;
    evaluation->result.review =
        evaluation->result.review && evaluation->result.verdict == VERDICT_CARRIED;
}

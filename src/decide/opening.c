/* SPDX-License-Identifier: MIT */
#include "internal.h"

#include <assert.h>

/* A quorum that has to be there when the meeting opens, and not at each vote. */

bool is_at_opening(const struct ruleset *rules)
{
    return rules->quorum.count > 0 && rules->one[RULE_QUORUM_AT]->as.at_opening;
}

/* Who had an interest had it then too, also where they left before the vote. */
static enum stance stance_at_opening(const struct position *position)
{
    if (!position->at_opening)
        return STANCE_ABSENT;
    if (position->stance != STANCE_ABSENT)
        return position->stance;
    assert(position->by != NULL); /* a row says that it was there */
    return position->by->interest ? STANCE_INTERESTED : STANCE_PRESENT;
}

const struct position *positions_at_opening(struct arena *arena, const struct question *question,
                                            const struct position *positions)
{
    size_t count = question->roll->count;
    struct position *opening = arena_alloc(arena, count, sizeof *opening);
    for (size_t i = 0; i < count; i++) {
        opening[i] = positions[i];
        opening[i].stance = stance_at_opening(&positions[i]);
    }
    return opening;
}

struct sitting quorum_sitting(const struct sitting *sitting)
{
    if (!is_at_opening(sitting->rules))
        return *sitting;
    const struct position *positions =
        positions_at_opening(sitting->arena, sitting->question, sitting->positions);
    struct sitting opening =
        sitting_of(sitting->arena, sitting->question, sitting->rules, positions, sitting->section);
    opening.at_opening = true;
    return opening;
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* Where a row puts its member, and which rows decide. */

struct position position_of(const struct ballot *ballot)
{
    static const enum stance stances[] = {
        [VOTE_BLANK] = STANCE_INTERESTED,  [VOTE_FOR] = STANCE_FOR,
        [VOTE_AGAINST] = STANCE_AGAINST,   [VOTE_CANDIDATE] = STANCE_CANDIDATE,
        [VOTE_ABSTAIN] = STANCE_ABSTAINED, [VOTE_SPOILT] = STANCE_SPOILT,
        [VOTE_PRESENT] = STANCE_PRESENT,   [VOTE_ABSENT] = STANCE_ABSENT,
    };
    return (struct position){
        .stance = stands_aside(ballot) ? STANCE_INTERESTED : stances[ballot->vote],
        .candidate = ballot->candidate,
        .by = ballot,
    };
}

enum return_status status_of_stance(enum stance stance)
{
    static const enum return_status statuses[] = {
        [STANCE_ABSENT] = RETURN_ABSENT,       [STANCE_INTERESTED] = RETURN_INTERESTED,
        [STANCE_PRESENT] = RETURN_PRESENT,     [STANCE_SPOILT] = RETURN_SPOILT,
        [STANCE_ABSTAINED] = RETURN_ABSTAINED, [STANCE_VOID] = RETURN_VOID,
        [STANCE_FOR] = RETURN_COUNTED,         [STANCE_AGAINST] = RETURN_COUNTED,
        [STANCE_CANDIDATE] = RETURN_COUNTED,   [STANCE_SPLIT] = RETURN_COUNTED,
    };
    return statuses[stance];
}

const struct ballot *next_part(const struct judgement *judgement, const struct poll *poll,
                               const struct ballot *row)
{
    size_t next = judgement->positions[row->member->index].several
                      ? judgement->next_row[row - poll->ballots]
                      : NO_ROW;
    return next == NO_ROW ? NULL : &poll->ballots[next];
}

void judgement_object(struct arena *arena, struct judgement *judgement,
                      const struct conflict *conflict)
{
    struct conflict *place = ARENA_PUSH(arena, judgement->conflicts, judgement->conflict_count,
                                        judgement->conflict_capacity);
    *place = *conflict;
}

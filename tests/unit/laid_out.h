/* SPDX-License-Identifier: MIT */
#ifndef LAID_OUT_H
#define LAID_OUT_H

#include "quorate/ballots.h"

/* The ballots of a box, to be looked at one by one. */
static inline void lay_out_ballots(struct arena *arena, struct ballot_box *box)
{
    struct poll *polls = arena_alloc(arena, box->poll_count, sizeof *polls);
    for (size_t i = 0; i < box->poll_count; i++)
        polls[i] = poll_laid_out(arena, &box->polls[i]);
    box->polls = polls;
}

#endif

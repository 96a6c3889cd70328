/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "roll_day.h"

const void *roll_decide(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    struct electorate *electorate = arena_alloc(run->arena, 1, sizeof *electorate);
    *electorate = decide_electorate(run->arena, &constitution->rules, &constitution->roll);
    electorate->from = counting_from(run);
    electorate->day = run->roll_day;
    electorate->roll = roll_day_told(run);
    return electorate;
}

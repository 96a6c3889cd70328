/* SPDX-License-Identifier: MIT */
#include "lists.h"

#include "input.h"
#include "quorate/tables.h"
#include "roll_day.h"

static void fetch_candidates(struct run *run)
{
    const char *path = run_value(run, OPTION_CANDIDATES);
    struct fetched *fetched = &run->fetched[LIST_CANDIDATES];
    fetched->found = path != NULL &&
                     input_read_table(run->arena, &run->diag, run->options, path, &fetched->bytes);
}

static void fetch_register(struct run *run, enum list list, enum option_id instead,
                           const char *name)
{
    struct fetched *fetched = &run->fetched[list];
    fetched->found = constitution_read_extra(run->arena, &run->diag, run->options,
                                             &run->constitution, instead, name, &fetched->bytes);
}

void lists_fetch(struct run *run, unsigned reads)
{
    if (reads & READS_CANDIDATES)
        fetch_candidates(run);
    if (reads & READS_REGISTERS) {
        fetch_register(run, LIST_VOTERS, OPTION_VOTERS, VOTERS_TABLE);
        fetch_register(run, LIST_INTERESTS, OPTION_INTERESTS, INTERESTS_TABLE);
    }
}

void lists_load(struct run *run, struct date day)
{
    struct arena *arena = run->arena;
    const struct constitution *constitution = &run->constitution;
    const struct rules *rules = constitution->rules_usable ? &constitution->rules : NULL;
    const struct roll *roll = constitution->roll_usable ? &constitution->roll : NULL;
    struct fetched *candidates = &run->fetched[LIST_CANDIDATES];
    struct fetched *voters = &run->fetched[LIST_VOTERS];
    struct fetched *interests = &run->fetched[LIST_INTERESTS];
    if (candidates->found)
        run->has_candidates = load_candidates(arena, &run->diag, candidates->bytes, day,
                                              &run->candidates, &candidates->rows);
    if (voters->found) {
        bool usable = load_voters(arena, &run->diag, voters->bytes, rules, roll, &run->answers, day,
                                  &run->voters, &voters->rows);
        run->circumstances.voters = usable ? &run->voters : NULL;
        run->voters_unreadable = !usable;
    }
    if (interests->found && load_interests(arena, &run->diag, interests->bytes, rules, roll,
                                           &run->interests, &interests->rows))
        run->circumstances.interests = &run->interests;
}

struct date lists_last_change(const struct run *run)
{
    return date_later_of(run->candidates.last_change, run->voters.last_change);
}

static void ask_for_day(struct run *run, const char *file, struct date last_change)
{
    if (date_given(last_change))
        roll_day_ask(run, file, "it has days in the columns \"from\" and \"to\"");
}

void lists_settle(struct run *run, struct date day)
{
    static const char *const roles[] = {
        [LIST_CANDIDATES] = "candidates", [LIST_VOTERS] = "voters", [LIST_INTERESTS] = "interests"};
    lists_load(run, day);
    if (!date_given(day)) {
        ask_for_day(run, run->candidates.file, run->candidates.last_change);
        ask_for_day(run, run->voters.file, run->voters.last_change);
    }
    for (size_t i = 0; i < LISTS; i++)
        if (run->fetched[i].found)
            run->inputs[run->input_count++] =
                input_of(run->arena, roles[i], run->fetched[i].bytes, run->fetched[i].rows);
}

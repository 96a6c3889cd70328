/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "decisions.h"
#include "left_open.h"
#include "times.h"

static bool check_asked(struct run *run)
{
    if (run_value(run, OPTION_OPENS) == NULL)
        return run_misuse(run, "--opens is missing: when does the vote open?",
                          "As in: quorate timetable -d election --opens \"2015-04-02 09:00\"");
    if (run->decision != NULL)
        return true;
    run->misuse = decisions_missing(run->arena, &run->constitution);
    run->misuse.remedy = "Say so with -d, as in -d election.";
    return false;
}

const void *timetable_decide(struct run *run)
{
    struct opening opens = times_of(run->options, OPTION_OPENS);
    struct opening closes = times_of(run->options, OPTION_CLOSES);
    const struct timetable_request request = {
        .rules = &run->constitution.rules,
        .decision = run->decision,
        .calendar = &run->calendar,
        .opens = opens.day,
        .closes = closes.day,
    };
    struct timetable *timetable = arena_alloc(run->arena, 1, sizeof *timetable);
    if (!check_asked(run))
        return NULL;
    *timetable = decide_timetable(run->arena, &request);
    timetable->from = counting_from(run);
    timetable->opens = opens.moment;
    timetable->closes = closes.moment;
    left_open_by_timetable(run, timetable);
    return timetable;
}

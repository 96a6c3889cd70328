/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "decisions.h"
#include "output.h"
#include "quorate/decide.h"
#include "times.h"

/* A timetable as it comes to be known. */
struct planning {
    struct arena *arena;
    const struct options *options;
    struct diag diag;
    struct constitution constitution;
    const char *decision;
    struct opening opens, closes;
    struct calendar calendar;
    struct input inputs[5]; /* of the constitution, and the holidays that were added */
    size_t input_count;
};

static bool check_times(const struct planning *planning, struct misuse *misuse)
{
    if (date_given(planning->opens.day))
        return times_fit(planning->arena, planning->opens, planning->closes, misuse);
    *misuse = (struct misuse){
        .what = "--opens is missing: when does the vote open?",
        .remedy = "As in: quorate timetable -d election --opens \"2015-04-02 09:00\"",
    };
    return false;
}

static bool choose(struct planning *planning, struct misuse *misuse)
{
    const struct constitution *constitution = &planning->constitution;
    if (!decisions_choose(planning->arena, planning->options, constitution, &planning->decision,
                          misuse))
        return false;
    if (planning->decision != NULL || !constitution->rules_usable)
        return true;
    *misuse = decisions_missing(planning->arena, constitution);
    misuse->remedy = "Say so with -d, as in -d election.";
    return false;
}

/* Reads the tables; every problem goes to `diag`. */
static bool read_tables(struct planning *planning, struct misuse *misuse)
{
    struct constitution *constitution = &planning->constitution;
    struct input added;
    constitution_read_rules(planning->arena, &planning->diag, planning->options, constitution);
    if (!choose(planning, misuse))
        return false;
    for (size_t i = 0; i < constitution->input_count; i++)
        planning->inputs[planning->input_count++] = constitution->inputs[i];
    planning->calendar =
        times_calendar(planning->arena, &planning->diag, planning->options, &added);
    if (added.role != NULL)
        planning->inputs[planning->input_count++] = added;
    return true;
}

static struct timetable make(const struct planning *planning)
{
    const struct timetable_request request = {
        .rules = &planning->constitution.rules,
        .decision = planning->decision,
        .calendar = &planning->calendar,
        .opens = planning->opens.day,
        .closes = planning->closes.day,
    };
    struct timetable timetable = decide_timetable(planning->arena, &request);
    timetable.version = QUORATE_VERSION;
    timetable.constitution = planning->constitution.called;
    timetable.opens = planning->opens.moment;
    timetable.closes = planning->closes.moment;
    timetable.inputs = planning->inputs;
    timetable.input_count = planning->input_count;
    return timetable;
}

enum status timetable_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct planning planning = {
        .arena = arena,
        .options = options,
        .diag.arena = arena,
        .opens = times_of(options, OPTION_OPENS),
        .closes = times_of(options, OPTION_CLOSES),
    };
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;

    if (!check_times(&planning, &misuse) ||
        !output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &planning.constitution, &misuse) ||
        !read_tables(&planning, &misuse))
        return output_misuse(arena, call, &misuse);
    if (planning.diag.errors > 0) {
        output_problems(arena, call, &planning.diag);
        return STATUS_REFUSED;
    }

    struct timetable timetable = make(&planning);
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &timetable, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &planning.diag);
    return status;
}

/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "counting.h"
#include "output.h"

static enum status status_of(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_NOT_CARRIED:
    case VERDICT_NOT_ELECTED:
        return STATUS_NOT_CARRIED;
    case VERDICT_NOT_BINDING:
    case VERDICT_NOT_VALID:
        return STATUS_NOT_BINDING;
    case VERDICT_FURTHER_ELECTION:
        return STATUS_FURTHER_ELECTION;
    case VERDICT_CARRIED:
    case VERDICT_ELECTED:
    case VERDICT_NONE:
        break;
    }
    return STATUS_DONE;
}

/* With --exit-code, of several polls the first that is not STATUS_DONE. */
static enum status verdict_status(const struct options *options, const struct outcome *outcome)
{
    enum status status = STATUS_DONE;
    if (options->values[OPTION_EXIT_CODE] == NULL)
        return STATUS_DONE;
    for (size_t i = 0; i < outcome->poll_count && status == STATUS_DONE; i++)
        status = status_of(outcome->polls[i].result.verdict);
    return status;
}

/* A vote opens before it closes, by the same clock. */
static bool check_times(const struct counting *counting, struct misuse *misuse)
{
    const struct moment *opens = &counting->circumstances.opens;
    const struct moment *closes = &counting->circumstances.closes;
    if (!opens->given || !closes->given)
        return true;
    if (opens->zoned != closes->zoned)
        *misuse =
            (struct misuse){.what = "--opens and --closes: one has a time zone, the other has none",
                            .remedy = "Write both with their zone, or both without."};
    else if (opens->seconds >= closes->seconds)
        *misuse = (struct misuse){
            .what = arena_format(counting->arena, "--closes %s is not after --opens %s",
                                 moment_iso(counting->arena, *closes),
                                 moment_iso(counting->arena, *opens)),
            .remedy = "Correct the one that is wrong.",
        };
    return opens->zoned == closes->zoned && opens->seconds < closes->seconds;
}

/* An outcome is confirmed after the vote. */
static bool check_dates(const struct counting *counting, struct misuse *misuse)
{
    const struct circumstances *known = &counting->circumstances;
    if (!date_given(known->date) || !date_given(known->confirmed) ||
        date_compare(known->confirmed, known->date) >= 0)
        return true;
    *misuse = (struct misuse){
        .what = arena_format(
            counting->arena, "--confirmed %s is before the day of the vote, --date %s",
            date_iso(counting->arena, known->confirmed), date_iso(counting->arena, known->date)),
        .remedy = "Correct the one that is wrong.",
    };
    return false;
}

enum status tally_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct counting counting = counting_begin(arena, options, options->operands[0]);
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;
    struct outcome outcome;

    if (!check_dates(&counting, &misuse) || !check_times(&counting, &misuse) ||
        !output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &counting.constitution, &misuse) ||
        !counting_read(&counting, &misuse))
        return output_misuse(arena, call, &misuse);
    if (counting.diag.errors > 0) {
        output_problems(arena, call, &counting.diag);
        return STATUS_REFUSED;
    }

    if (!counting_decide(&counting, &outcome))
        return output_failure(arena, call,
                              "this count does not add up, so it is not shown. It is "
                              "a defect of quorate: please report it");
    output_begin(&destination, &result);
    if (!destination.format->tally(arena, &outcome, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &counting.diag);
    return status == STATUS_DONE ? verdict_status(options, &outcome) : status;
}

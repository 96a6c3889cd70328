/* SPDX-License-Identifier: MIT */
#include <string.h>

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

/* "the vote was open for 4 working days, from 24 to 29 September 2015 ..." */
static void warn_of_period(struct counting *counting, const struct period *period)
{
    struct arena *arena = counting->arena;
    const char *clause = period->rule.clause;
    diag_add(&counting->diag, SEVERITY_WARNING, PROBLEM_RULE, (struct place){0},
             "The votes are counted all the same, and the report says it behind the result.",
             "the vote was not open long enough: %s is %lld working %s, with both days counted, "
             "and at least %lld are needed%s",
             date_span(arena, period->from, period->until), (long long)period->working_days,
             period->working_days == 1 ? "day" : "days", (long long)period->needed,
             clause == NULL ? "" : arena_format(arena, " (%s)", clause));
}

/* Each kind of decision once. */
static void warn_of_periods(struct counting *counting, const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct poll_outcome *poll = &outcome->polls[i];
        bool told = poll->period == NULL || !poll->period->checked || poll->period->met;
        for (size_t j = 0; j < i && !told; j++)
            told = strcmp(outcome->polls[j].decision, poll->decision) == 0;
        if (!told)
            warn_of_period(counting, poll->period);
    }
}

enum status tally_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct counting counting = counting_begin(arena, options, options->operands[0]);
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;
    struct outcome outcome;

    if (!check_dates(&counting, &misuse) ||
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
    warn_of_periods(&counting, &outcome);
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &outcome, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &counting.diag);
    return status == STATUS_DONE ? verdict_status(options, &outcome) : status;
}

/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "counting.h"
#include "output.h"

/* Every vote of the file, each with its quorum. */
static struct attendance decide(struct counting *counting)
{
    const struct constitution *constitution = &counting->constitution;
    const struct ballot_box *box = &counting->box;
    struct poll_outcome *polls = arena_alloc(counting->arena, box->poll_count, sizeof *polls);
    struct quorum_finding *findings =
        arena_alloc(counting->arena, box->poll_count, sizeof *findings);
    struct attendance attendance = {
        .outcome = counting_describe(counting),
        .findings = findings,
        .by_kind = counting->by_kind,
    };
    bool any_secret = false;
    for (size_t i = 0; i < box->poll_count; i++) {
        findings[i] = decide_attendance(counting->arena, &constitution->rules, &constitution->roll,
                                        &box->polls[i], &counting->circumstances, &polls[i]);
        any_secret = any_secret || findings[i].secret;
    }
    attendance.outcome.polls = polls;
    if (any_secret)
        counting->inputs[0].sha256 = NULL; /* the file may hold the votes as well */
    return attendance;
}

static enum status answer_status(const struct options *options, const struct attendance *attendance)
{
    if (options->values[OPTION_EXIT_CODE] == NULL)
        return STATUS_DONE;
    for (size_t i = 0; i < attendance->outcome.poll_count; i++)
        if (attendance->findings[i].answer == QUORUM_NOT_MET)
            return STATUS_NOT_BINDING;
    return STATUS_DONE;
}

enum status quorum_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct counting counting = counting_begin(arena, options, options->operands[0]);
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;
    counting.attendance = true;

    if (!output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &counting.constitution, &misuse) ||
        !counting_read(&counting, &misuse))
        return output_misuse(arena, call, &misuse);
    if (counting.diag.errors > 0) {
        output_problems(arena, call, &counting.diag);
        return STATUS_REFUSED;
    }

    struct attendance attendance = decide(&counting);
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &attendance, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &counting.diag);
    return status == STATUS_DONE ? answer_status(options, &attendance) : status;
}

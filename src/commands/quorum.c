/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "left_open.h"
#include "stated.h"

static void lists_again(struct arena *arena, const struct outcome *outcome, size_t poll,
                        struct poll_outcome *whole)
{
    const struct run *run = outcome->lists_of;
    decide_attendance_lists(arena, &run->constitution.rules, &run->constitution.roll,
                            &run->box.polls[poll], &run->circumstances, whole);
}

/* Every vote of the file, each with its quorum. */
const void *quorum_decide(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct ballot_box *box = &run->box;
    struct poll_outcome *polls = arena_alloc(run->arena, box->poll_count, sizeof *polls);
    struct quorum_finding *findings = arena_alloc(run->arena, box->poll_count, sizeof *findings);
    struct attendance *attendance = arena_alloc(run->arena, 1, sizeof *attendance);
    *attendance = (struct attendance){
        .outcome = counting_describe(run),
        .findings = findings,
        .by_kind = run->by_kind,
    };
    /* Each kind is of the same rows, and one table of the members is of them all. */
    const bool kept = run->by_kind || counting_keeps_lists(run);
    attendance->outcome.lists = kept ? NULL : lists_again;
    attendance->outcome.lists_of = run;
    bool any_secret = false;
    for (size_t i = 0; i < box->poll_count; i++) {
        findings[i] = decide_attendance(run->arena, &constitution->rules, &constitution->roll,
                                        &box->polls[i], &run->circumstances, kept, &polls[i]);
        any_secret = any_secret || findings[i].secret;
    }
    if (!stated_quorums_agree(run, findings, polls))
        return NULL;
    counting_warn_of_conditions(run);
    left_open_by_age(run, &attendance->outcome);
    counting_drop_unused_county(run, &attendance->outcome);
    attendance->outcome.polls = polls;
    if (any_secret)
        run->inputs[0].sha256 = NULL; /* the file may hold the votes as well */
    return attendance;
}

enum status quorum_answer(const struct options *options, const void *decided)
{
    const struct attendance *attendance = decided;
    if (options->values[OPTION_EXIT_CODE] == NULL)
        return STATUS_DONE;
    for (size_t i = 0; i < attendance->outcome.poll_count; i++)
        if (attendance->findings[i].answer == QUORUM_NOT_MET)
            return STATUS_NOT_BINDING;
    return STATUS_DONE;
}

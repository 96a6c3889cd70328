/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "left_open.h"

static enum status status_of_verdict(enum verdict verdict)
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

enum status tally_answer(const struct options *options, const void *decided)
{
    const struct outcome *outcome = decided;
    enum status status = STATUS_DONE;
    if (options->values[OPTION_EXIT_CODE] == NULL)
        return STATUS_DONE;
    for (size_t i = 0; i < outcome->poll_count && status == STATUS_DONE; i++)
        status = status_of_verdict(outcome->polls[i].result.verdict);
    return status;
}

const void *tally_decide(struct run *run)
{
    struct outcome *outcome = arena_alloc(run->arena, 1, sizeof *outcome);
    if (!counting_decide(run, outcome)) {
        run->failure = "this count does not add up, so it is not shown. It is a defect of quorate: "
                       "please report it";
        return NULL;
    }
    left_open_by_votes(run, outcome);
    left_open_by_age(run, outcome);
    counting_warn_of_conditions(run);
    return outcome;
}

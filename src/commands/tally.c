/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "counting.h"
#include "deciding.h"

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

/* "the vote was open for 4 working days, from 24 to 29 September 2015 ..." */
static void warn_of_period(struct run *run, const struct period *period)
{
    struct arena *arena = run->arena;
    const char *clause = period->rule.clause;
    diag_add(&run->diag, SEVERITY_WARNING, (struct place){0},
             "The votes are counted all the same, and the report says it behind the result.",
             "the vote was not open long enough: %s is %lld working %s, with both days counted, "
             "and at least %lld are needed%s",
             date_span(arena, period->from, period->until), (long long)period->working_days,
             period->working_days == 1 ? "day" : "days", (long long)period->needed,
             clause == NULL ? "" : arena_format(arena, " (%s)", clause));
}

/* Each kind of decision once. */
static void warn_of_periods(struct run *run, const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct poll_outcome *poll = &outcome->polls[i];
        bool told = poll->period == NULL || !poll->period->checked || poll->period->met;
        for (size_t j = 0; j < i && !told; j++)
            told = strcmp(outcome->polls[j].decision, poll->decision) == 0;
        if (!told)
            warn_of_period(run, poll->period);
    }
}

const void *tally_decide(struct run *run)
{
    struct outcome *outcome = arena_alloc(run->arena, 1, sizeof *outcome);
    if (!counting_decide(run, outcome)) {
        run->failure = "this count does not add up, so it is not shown. It is a defect of quorate: "
                       "please report it";
        return NULL;
    }
    warn_of_periods(run, outcome);
    return outcome;
}

/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "keyed_hash.h"
#include "left_open.h"
#include "messages.h"
#include "quorate/text.h"
#include "registering.h"
#include "stated.h"

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

bool tally_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
                struct output *output, struct misuse *misuse)
{
    return registering_check(options, misuse) && output_plan(arena, options, kind, output, misuse);
}

/* The hash is told wherever the report went, which may be a format that does not. */
void tally_tell(struct run *run, const void *decided)
{
    const struct outcome *outcome = decided;
    const struct registration *registration = outcome->registration;
    if (registration != NULL)
        message_line(run->arena, run->call,
                     arena_format(run->arena, "The last hash of %s is %s.",
                                  text_printable(run->arena, registration->file),
                                  registration->sha256));
}

const void *tally_decide(struct run *run)
{
    struct outcome *outcome = arena_alloc(run->arena, 1, sizeof *outcome);
    const char *sha256 = run->inputs[0].sha256; /* the count withholds it where votes are secret */
    if (!counting_decide(run, outcome)) {
        run->failure = "this count does not add up, so it is not shown. It is a defect of quorate: "
                       "please report it";
        return NULL;
    }
    if (!stated_agrees(run, outcome->polls))
        return NULL;
    left_open_by_votes(run, outcome);
    left_open_by_age(run, outcome);
    counting_warn_of_conditions(run);
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (outcome->polls[i].secrecy == BALLOTS_SHOWN)
            output_keep_own(&run->output);
    return keyed_hash_add(run, outcome, sha256) && registering_add(run, outcome) ? outcome : NULL;
}

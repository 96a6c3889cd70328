/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <string.h>

#include "times.h"

/* Not given is year 0. The options' own check has read it before. */
static struct date date_of(const struct options *options, enum option_id id)
{
    struct date date = {0};
    const char *value = options->values[id];
    if (value != NULL && !date_parse(value, &date))
        return (struct date){0};
    return date;
}

static enum casting_vote casting_vote_of(const struct options *options)
{
    const char *vote = options->values[OPTION_CASTING_VOTE];
    if (vote == NULL)
        return CASTING_VOTE_NONE;
    return strcmp(vote, "for") == 0 ? CASTING_VOTE_FOR : CASTING_VOTE_AGAINST;
}

struct run run_begin(struct arena *arena, const struct call *call, const struct options *options)
{
    return (struct run){
        .arena = arena,
        .call = call,
        .options = options,
        .diag.arena = arena,
        .destroyed = date_of(options, OPTION_DESTROYED),
        .circumstances =
            {
                .date = date_of(options, OPTION_DATE),
                .confirmed = date_of(options, OPTION_CONFIRMED),
                .opens = times_of(options, OPTION_OPENS).moment,
                .closes = times_of(options, OPTION_CLOSES).moment,
                .casting = casting_vote_of(options),
                .show_ballots = options->values[OPTION_SHOW_BALLOTS] != NULL,
            },
    };
}

const char *run_value(const struct run *run, enum option_id id)
{
    return run->options->values[id];
}

bool run_misuse(struct run *run, const char *what, const char *remedy)
{
    run->misuse = (struct misuse){.what = what, .remedy = remedy};
    return false;
}

bool run_spares_tables(struct run *run)
{
    const struct constitution *const read[] = {&run->constitution, &run->compared};
    for (size_t i = 0; i < run->output.count; i++)
        for (size_t j = 0; j < sizeof read / sizeof *read; j++)
            if (!output_check_target(run->arena, run->options, run->output.targets[i].path, read[j],
                                     &run->misuse))
                return false;
    return true;
}

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTCOMES_H
#define QUORATE_OUTCOMES_H

/* Reports of random polls. */

#include "laws/random_tables.h"
#include "quorate/report.h"

/* What is printed of one poll. */
static inline struct outcome outcome_of(struct arena *arena, struct poll_outcome *poll)
{
    struct input *ballots = arena_alloc(arena, 1, sizeof *ballots);
    *ballots = (struct input){.role = "ballots",
                              .file = "ballots.csv",
                              .rows = poll->ballots.rows,
                              .sha256 = poll->secrecy == BALLOTS_SECRET ? NULL : "c0ffee"};
    return (struct outcome){
        .from.version = "1.0.0",
        .from.constitution = "random",
        .terms = terms_default,
        .date = {2015, 6, 24},
        .has_list_sizes = true,
        .any_secret = poll->secrecy == BALLOTS_SECRET,
        .polls = poll,
        .poll_count = 1,
        .from.inputs = ballots,
        .from.input_count = 1,
    };
}

static inline const char *report_of(struct arena *arena, struct poll_outcome *poll,
                                    const char *format)
{
    struct outcome outcome = outcome_of(arena, poll);
    struct buffer out = {.arena = arena};
    report_write(format_named(format), &report_kinds[REPORT_TALLY], arena, &outcome, &out);
    return buffer_text(&out);
}

/* Lists of the length that lists have, so that a figure in a report is that figure. */
static inline void enlarge_lists(struct random *random, struct model *model)
{
    for (int i = 0; i < model->member_count; i++)
        model->members[i].list_size = 1000 + random_below(random, 8999);
}

#endif

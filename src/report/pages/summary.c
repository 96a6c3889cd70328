/* SPDX-License-Identifier: MIT */
#include "tally.h"

/* A tally of many motions without its members: what was decided on each, and how its rows were
 * counted. It claims no more than the whole report. */

static const char *rows_of(const struct document *document, const struct subject *subject,
                           size_t poll)
{
    return phrases_join(subject->arena, phrases_accounting(subject), tally_noted(document, poll));
}

struct document *page_of_summary(struct arena *arena, const void *value)
{
    const struct outcome *outcome = value;
    struct document *document = part_document(arena, outcome);
    tally_title(document, outcome);
    document->notes = phrases_notes(arena, outcome, document->listed);
    tally_overview(document, outcome, rows_of);
    if (outcome->poll_count > 0)
        tally_not_listed(document, &(struct subject){arena, outcome, &outcome->polls[0]});
    tally_registration(document, outcome);
    document->notes = (struct note_list){0}; /* they were counted, not told */
    return document;
}

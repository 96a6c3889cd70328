/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "quorate/date.h"
#include "quorate/text.h"

/*
 * The resolution as one sentence of the minutes. It begins with words of ours, so no name begins a
 * line here.
 */

static const char *on_day(const struct subject *subject)
{
    if (!date_given(subject->outcome->date))
        return "";
    return arena_format(subject->arena, " on %s",
                        date_long(subject->arena, subject->outcome->date));
}

/* ", by 4 votes to 2", "" when nobody voted for or against. */
static const char *by_score(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->counts[GROUP_CAST].figures.members == 0)
        return "";
    const char *score = phrases_score(subject, poll->counts);
    if (poll->casting == CASTING_DECIDED)
        return arena_format(subject->arena, ", by the chair's casting vote after %s", score);
    return arena_format(subject->arena, ", by %s", score);
}

static const char *motion_begins(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const char *day = on_day(subject);
    switch (subject->poll->result.verdict) {
    case VERDICT_CARRIED:
        return arena_format(arena, "The locality resolved%s%s, to:", day, by_score(subject));
    case VERDICT_NOT_CARRIED:
        return arena_format(arena, "The locality voted%s%s, and did not carry the motion:", day,
                            by_score(subject));
    default:
        return arena_format(arena,
                            "The locality voted%s. The vote is not binding, because the quorum "
                            "was not met. The motion was:",
                            day);
    }
}

static const char *election(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    const char *day = on_day(subject);
    switch (result->verdict) {
    case VERDICT_ELECTED:
        return arena_format(arena, "The locality elected %s%s.", result->winner, day);
    case VERDICT_FURTHER_ELECTION:
        return arena_format(arena,
                            "The locality voted%s and elected nobody yet: a further election is "
                            "to be held between %s.",
                            day, text_list(arena, result->run_off, result->run_off_count, "and"));
    case VERDICT_NOT_VALID:
        return arena_format(arena,
                            "The locality voted%s. The election is not valid, because too few "
                            "took part.",
                            day);
    default:
        return arena_format(arena, "The locality voted%s and elected nobody.", day);
    }
}

void markdown_resolution(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->is_election) {
        markdown_paragraph(markdown, election(subject));
        return;
    }
    markdown_text(markdown, motion_begins(subject));
    buffer_add(markdown->out, " ");
    if (poll->motion == NULL)
        buffer_add(markdown->out, MARKDOWN_BLANK);
    else
        markdown_text(markdown, phrases_sentence(markdown->arena, poll->motion));
    buffer_add(markdown->out, "\n\n");
}

/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "quorate/date.h"
#include "quorate/text.h"

/*
 * The resolution as the minutes have it: one sentence, the motion in its own words, and on what the
 * result depends. The sentence is written piece by piece, because a date that is not known is a
 * blank. It begins with words of ours, so no name begins a line here.
 */

static void day(const struct markdown *markdown, const struct subject *subject)
{
    buffer_add(markdown->out, " on ");
    if (date_given(subject->outcome->date))
        markdown_text(markdown, date_long(markdown->arena, subject->outcome->date));
    else
        buffer_add(markdown->out, MARKDOWN_BLANK);
}

/* "by 4 votes to 2", "with 2 votes each", "with 48,818 to 38,169 by list size" */
static const char *with_score(const struct subject *subject)
{
    const struct count *counts = subject->poll->counts;
    const struct count *in_favour = &counts[GROUP_FOR], *against = &counts[GROUP_AGAINST];
    bool bare = phrases_by_list_size(subject->poll) && !in_favour->heads_only;
    bool each = in_favour->heads_only ? in_favour->figures.members == against->figures.members
                                      : in_favour->figures.votes == against->figures.votes;
    return arena_format(subject->arena, "%s %s", bare || each ? "with" : "by",
                        phrases_score(subject, counts));
}

/* ", by 4 votes to 2", "" when nobody voted for or against. */
static const char *score(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->counts[GROUP_CAST].figures.members == 0)
        return "";
    if (poll->casting == CASTING_DECIDED)
        return arena_format(subject->arena, ", by the chair's casting vote after %s",
                            phrases_score(subject, poll->counts));
    return arena_format(subject->arena, ", %s", with_score(subject));
}

static const char *as_read(const struct subject *subject)
{
    return phrases_depends(subject) == NULL ? "" : ", as the rules are read here";
}

static void motion(const struct markdown *markdown, const struct subject *subject)
{
    struct arena *arena = markdown->arena;
    enum verdict verdict = subject->poll->result.verdict;
    bool carried = verdict == VERDICT_CARRIED;
    markdown_text(markdown, carried ? "The members resolved" : "The members voted");
    day(markdown, subject);
    if (carried)
        markdown_text(markdown, arena_format(arena, "%s%s:", score(subject), as_read(subject)));
    else if (verdict == VERDICT_NOT_CARRIED)
        markdown_text(markdown, arena_format(arena, "%s%s, and did not carry the motion:",
                                             score(subject), as_read(subject)));
    else
        markdown_text(markdown, arena_format(arena,
                                             ". The vote is not binding%s, because the quorum was "
                                             "not met. The motion was:",
                                             as_read(subject)));
    buffer_add(markdown->out, "\n\n");
    markdown_quote(markdown, subject->poll->motion);
}

/* What follows "The members voted on 24 June 2015". */
static const char *nobody_elected(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    if (result->verdict == VERDICT_FURTHER_ELECTION)
        return arena_format(arena,
                            " and elected nobody yet%s: a further election is to be held between "
                            "%s.",
                            as_read(subject),
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    if (result->verdict == VERDICT_NOT_VALID)
        return arena_format(arena, ". The election is not valid%s, because too few took part.",
                            as_read(subject));
    return arena_format(arena, " and elected nobody%s.", as_read(subject));
}

static void election(const struct markdown *markdown, const struct subject *subject)
{
    const struct result *result = &subject->poll->result;
    bool elected = result->verdict == VERDICT_ELECTED && result->winner != NULL;
    markdown_text(markdown,
                  elected ? arena_format(markdown->arena, "The members elected %s", result->winner)
                          : "The members voted");
    day(markdown, subject);
    markdown_text(markdown, elected ? arena_format(markdown->arena, "%s.", as_read(subject))
                                    : nobody_elected(subject));
    buffer_add(markdown->out, "\n\n");
}

/* Whoever copies the resolution copies this with it. */
static void depends(const struct markdown *markdown, const struct subject *subject)
{
    const char *text = phrases_depends(subject);
    if (text == NULL)
        return;
    buffer_add(markdown->out, "**Depends:** ");
    markdown_text(markdown, text);
    buffer_add(markdown->out, "\n\n");
}

static void period(const struct markdown *markdown, const struct subject *subject)
{
    const char *text = phrases_period_behind_result(subject);
    if (text == NULL)
        return;
    buffer_add(markdown->out, "**Period:** ");
    markdown_text(markdown, text);
    buffer_add(markdown->out, "\n\n");
}

void markdown_resolution(const struct markdown *markdown, const struct subject *subject)
{
    if (subject->poll->is_election)
        election(markdown, subject);
    else
        motion(markdown, subject);
    depends(markdown, subject);
    period(markdown, subject);
}

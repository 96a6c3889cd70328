/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/date.h"
#include "quorate/text.h"

/* The resolution as minutes have it: one sentence. */

/* "by 4 votes to 2", "with 2 votes each", "with 48,818 to 38,169 by list size" */
static const char *with_score(const struct subject *subject)
{
    const struct count *counts = subject->poll->counts;
    const struct count *in_favour = &counts[GROUP_FOR], *against = &counts[GROUP_AGAINST];
    bool bare = subject->poll->weighing.kind == WEIGHT_LIST_SIZE && !in_favour->votes.withheld;
    bool each = phrases_told(in_favour) == phrases_told(against);
    return arena_format(subject->arena, "%s %s", bare || each ? "with" : "by",
                        phrases_score(subject, counts));
}

/* ", by 4 votes to 2", " by consensus", "" when nobody voted for or against. */
static const char *score(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->by_consensus)
        return " by consensus";
    if (poll->counts[GROUP_CAST].members == 0)
        return "";
    if (poll->casting.effect == CASTING_DECIDED)
        return arena_format(subject->arena, ", by the chair's casting vote after %s",
                            phrases_score(subject, poll->counts));
    return arena_format(subject->arena, ", %s", with_score(subject));
}

static const char *as_read(const struct subject *subject)
{
    return phrases_depends(subject->poll) ? ", as the rules are read here" : "";
}

/* " on 24 June 2015" */
static const char *on_the_day(const struct subject *subject)
{
    struct date date = subject->outcome->date;
    return arena_format(subject->arena, " on %s",
                        date_given(date) ? date_long(subject->arena, date) : PHRASES_BLANK);
}

/* Of a consensus that is no decision. */
static const char *consensus_failed(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const char *day = on_the_day(subject), *read = as_read(subject);
    if (subject->poll->result.verdict == VERDICT_NOT_CARRIED)
        return arena_format(arena, "There was no consensus%s%s. The motion was:", day, read);
    return arena_format(arena,
                        "The decision%s by consensus is not binding%s, because the quorum was not "
                        "met. The motion was:",
                        day, read);
}

static const char *motion_resolved(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const char *day = on_the_day(subject);
    if (subject->poll->by_consensus && subject->poll->result.verdict != VERDICT_CARRIED)
        return consensus_failed(subject);
    switch (subject->poll->result.verdict) {
    case VERDICT_CARRIED:
        return arena_format(arena, "The members resolved%s%s%s:", day, score(subject),
                            as_read(subject));
    case VERDICT_NOT_CARRIED:
        return arena_format(arena, "The members voted%s%s%s, and did not carry the motion:", day,
                            score(subject), as_read(subject));
    default:
        return arena_format(arena,
                            "The members voted%s. The vote is not binding%s, because the quorum "
                            "was not met. The motion was:",
                            day, as_read(subject));
    }
}

static const char *election_resolved(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    const char *day = on_the_day(subject), *read = as_read(subject);
    if (result->verdict == VERDICT_ELECTED && result->winner != NULL)
        return arena_format(arena, "The members elected %s%s%s.", result->winner, day, read);
    if (result->verdict == VERDICT_FURTHER_ELECTION)
        return arena_format(arena,
                            "The members voted%s and elected nobody yet%s: a further election is "
                            "to be held between %s.",
                            day, read,
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    if (result->verdict == VERDICT_NOT_VALID)
        return arena_format(arena,
                            "The members voted%s. The election is not valid%s, because too few "
                            "took part.",
                            day, read);
    return arena_format(arena, "The members voted%s and elected nobody%s%s.", day, read,
                        result->reopened != NULL ? ": nominations are opened again" : "");
}

const char *phrases_resolution(const struct subject *subject)
{
    return subject->poll->is_election ? election_resolved(subject) : motion_resolved(subject);
}

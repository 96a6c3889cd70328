/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* What the pictures of votes and of a quorum show. */

const char *phrases_motion_finding(const struct subject *subject,
                                   const struct condition_outcome *majority)
{
    struct arena *arena = subject->arena;
    const struct count *counts = subject->poll->counts;
    int64_t in_favour = phrases_told(&counts[GROUP_FOR]),
            against = phrases_told(&counts[GROUP_AGAINST]);
    if (counts[GROUP_CAST].members == 0)
        return "No vote was cast for or against.";
    if (majority != NULL)
        return phrases_majority(subject, majority);
    const char *score = phrases_score(subject, counts);
    if (in_favour == against)
        return arena_format(arena, "As many were for as against: %s.", score);
    return arena_format(arena, "%s were for than against: %s.",
                        in_favour > against ? "More" : "Fewer", score);
}

const char *phrases_election_finding(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const struct result *result = &poll->result;
    if (poll->counts[GROUP_CAST].members == 0 || poll->election.candidate_count == 0)
        return "There was no valid vote.";
    if (result->verdict == VERDICT_NOT_VALID)
        return "The election is not valid, so these votes elect nobody.";
    if (result->run_off_count > 1)
        return arena_format(arena, "%s have equal votes, more than anybody else.",
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    /* The order of weighted votes is withheld too: the first of the list need not lead. */
    if (phrases_only_heads(poll))
        return result->winner == NULL ? arena_format(arena, "How many %s voted for each.",
                                                     subject->outcome->terms.units)
                                      : arena_format(arena, "%s has most votes.", result->winner);
    if (poll->election.candidate_count > 1 && phrases_told(&poll->election.candidates[0].count) ==
                                                  phrases_told(&poll->election.candidates[1].count))
        return "No one candidate has most votes.";
    return arena_format(arena, "%s has most votes%s.", poll->election.candidates[0].name,
                        result->verdict == VERDICT_NOT_ELECTED && result->reopened == NULL
                            ? ", but not enough"
                            : "");
}

const char *phrases_whole_bar(const struct subject *subject, enum scope scope, int64_t whole)
{
    static const char *const scopes[] = {
        [SCOPE_ALL] = "in all", [SCOPE_PRESENT] = "present", [SCOPE_VOTING] = "taking part",
        [SCOPE_CAST] = "cast",  [SCOPE_AGAINST] = "cast",
    };
    unsigned places = subject->poll->weighing.places;
    return phrases_only_heads(subject->poll)
               ? arena_format(subject->arena, "Whole bar: %s that voted",
                              phrases_members(subject, whole))
               : arena_format(subject->arena, "Whole bar: %s %s",
                              phrases_votes_number(subject->arena, whole, places), scopes[scope]);
}

static int64_t patients_of(const struct poll_outcome *poll, bool returned_only)
{
    int64_t patients = 0;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        if (!returned_only || poll->roll_call.standings[i].stance == STANDING_RETURNED)
            patients += poll->roll_call.standings[i].list_size;
    return patients;
}

/* "Practices with 42,965 patients voted for, practices with 19,341 against." */
const char *phrases_members_finding(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *units = text_capital(arena, subject->outcome->terms.units);
    if (poll->secrecy == BALLOTS_SECRET)
        return arena_format(
            arena, "%s with %s of %s returned a ballot.", units,
            number_grouped(arena, patients_of(poll, true)),
            phrases_measured(arena, &subject->outcome->terms, patients_of(poll, false)));
    if (poll->by_consensus)
        return arena_format(
            arena, "%s with %s of %s are represented.", units,
            number_grouped(arena, figure_of(poll->counts[GROUP_PRESENT].population)),
            phrases_measured(arena, &subject->outcome->terms, patients_of(poll, false)));
    if (poll->counts[GROUP_CAST].members == 0)
        return "No valid vote was cast.";
    if (poll->is_election)
        return arena_format(
            arena, "%s with %s voted for %s.", units,
            phrases_measured(arena, &subject->outcome->terms,
                             figure_of(poll->election.candidates[0].count.population)),
            poll->election.candidates[0].name);
    return arena_format(arena, "%s with %s voted for, %s with %s against.", units,
                        phrases_measured(arena, &subject->outcome->terms,
                                         figure_of(poll->counts[GROUP_FOR].population)),
                        subject->outcome->terms.units,
                        number_grouped(arena, figure_of(poll->counts[GROUP_AGAINST].population)));
}

/* "31,509 patients more than the 45,866 needed." */
const char *phrases_quorum_finding(const struct subject *subject,
                                   const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    const char *needed = phrases_figure(arena, quorum, quorum->needed);
    if (!quorum->met)
        return arena_format(arena, "%s fewer than the %s needed.",
                            phrases_quantity(subject, quorum, figure_of(quorum->short_by)), needed);
    if (figure_of(quorum->part) == figure_of(quorum->needed))
        return arena_format(arena, "Exactly the %s needed.",
                            phrases_quantity(subject, quorum, figure_of(quorum->needed)));
    return arena_format(
        arena, "%s more than the %s needed.",
        phrases_quantity(subject, quorum, figure_of(quorum->part) - figure_of(quorum->needed)),
        needed);
}

/* "77,375 of 91,732 patients (84.35%)" */
const char *phrases_part(const struct subject *subject, const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    const char *part = phrases_figure(arena, quorum, quorum->part);
    const char *whole = phrases_quantity(subject, quorum, figure_of(quorum->whole));
    return quorum->percent == NULL
               ? arena_format(arena, "%s of %s", part, whole)
               : arena_format(arena, "%s of %s (%s%%)", part, whole, quorum->percent);
}

const char *phrases_counted(const struct subject *subject, const struct condition_outcome *quorum)
{
    static const char *const scopes[] = {
        [SCOPE_ALL] = "On the roll",       [SCOPE_PRESENT] = "Present",
        [SCOPE_VOTING] = "Took part",      [SCOPE_CAST] = "Cast a valid vote",
        [SCOPE_AGAINST] = "Voted against",
    };
    const char *counted = quorum->asks.measure != MEASURE_MEMBERS ? "Represented"
                          : quorum->asks.scope == SCOPE_PRESENT && subject->poll->by_reply
                              ? "Replied"
                              : scopes[quorum->asks.scope];
    return arena_format(subject->arena, "%s%s", counted, phrases_whose(subject->arena, quorum));
}

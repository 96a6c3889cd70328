/* SPDX-License-Identifier: MIT */
#include "html_findings.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

const char *finding_quorum(const struct subject *subject, const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    const char *needed = number_fixed_grouped(arena, quorum->needed, quorum->places);
    if (!quorum->met)
        return arena_format(arena, "%s fewer than the %s needed.",
                            phrases_quantity(subject, quorum, quorum->short_by), needed);
    if (quorum->part == quorum->needed)
        return arena_format(arena, "Exactly the %s needed.",
                            phrases_quantity(subject, quorum, quorum->needed));
    return arena_format(arena, "%s more than the %s needed.",
                        phrases_quantity(subject, quorum, quorum->part - quorum->needed), needed);
}

/* Heads where the weighted votes are withheld. */
static int64_t votes_of(const struct count *count)
{
    return count->heads_only ? count->figures.members : count->figures.votes;
}

const char *finding_votes(const struct subject *subject, const struct condition_outcome *majority)
{
    struct arena *arena = subject->arena;
    const struct count *counts = subject->poll->counts;
    int64_t in_favour = votes_of(&counts[GROUP_FOR]), against = votes_of(&counts[GROUP_AGAINST]);
    if (counts[GROUP_CAST].figures.members == 0)
        return "No vote was cast for or against.";
    if (majority != NULL)
        return phrases_majority(subject, majority);
    const char *score = phrases_score(subject, counts);
    if (in_favour == against)
        return arena_format(arena, "As many were for as against: %s.", score);
    return arena_format(arena, "%s were for than against: %s.",
                        in_favour > against ? "More" : "Fewer", score);
}

const char *finding_candidates(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const struct result *result = &poll->result;
    if (poll->counts[GROUP_CAST].figures.members == 0 || poll->candidate_count == 0)
        return "There was no valid vote.";
    if (result->verdict == VERDICT_NOT_VALID)
        return "The election is not valid, so these votes elect nobody.";
    if (result->run_off_count > 1)
        return arena_format(arena, "%s have equal votes, more than anybody else.",
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    /* The order of weighted votes is withheld too: the first of the list need not lead. */
    if (poll->weighted && poll->counts[GROUP_CAST].heads_only)
        return result->winner == NULL
                   ? arena_format(arena, "How many %s voted for each.", subject->outcome->units)
                   : arena_format(arena, "%s has most votes.", result->winner);
    if (poll->candidate_count > 1 &&
        votes_of(&poll->candidates[0].count) == votes_of(&poll->candidates[1].count))
        return "No one candidate has most votes.";
    return arena_format(arena, "%s has most votes%s.", poll->candidates[0].name,
                        result->verdict == VERDICT_NOT_ELECTED ? ", but not enough" : "");
}

static int64_t patients_of(const struct poll_outcome *poll, bool returned_only)
{
    int64_t patients = 0;
    for (size_t i = 0; i < poll->standing_count; i++)
        if (!returned_only || poll->standings[i].stance == STANDING_RETURNED)
            patients += poll->standings[i].list_size;
    return patients;
}

const char *finding_practices(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *units = phrases_capital(arena, subject->outcome->units);
    if (poll->secret)
        return arena_format(arena, "%s with %s of %s returned a ballot.", units,
                            number_grouped(arena, patients_of(poll, true)),
                            phrases_patients(arena, patients_of(poll, false)));
    if (poll->counts[GROUP_CAST].figures.members == 0)
        return "No valid vote was cast.";
    if (poll->is_election)
        return arena_format(arena, "%s with %s voted for %s.", units,
                            phrases_patients(arena, poll->candidates[0].count.figures.population),
                            poll->candidates[0].name);
    return arena_format(arena, "%s with %s voted for, %s with %s against.", units,
                        phrases_patients(arena, poll->counts[GROUP_FOR].figures.population),
                        subject->outcome->units,
                        number_grouped(arena, poll->counts[GROUP_AGAINST].figures.population));
}

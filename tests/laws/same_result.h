/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SAME_RESULT_H
#define QUORATE_SAME_RESULT_H

/* Whether two outcomes come to the same. */

#include "laws/random_tables.h"

static inline bool same_words(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

static inline bool same_result(const struct result *one, const struct result *other)
{
    if (one->verdict != other->verdict || one->tied != other->tied ||
        one->review != other->review || one->run_off_count != other->run_off_count ||
        !same_words(one->winner, other->winner))
        return false;
    for (size_t i = 0; i < one->run_off_count; i++)
        if (strcmp(one->run_off[i], other->run_off[i]) != 0)
            return false;
    return true;
}

/* The verdict, and the verdicts on all readings. */
static inline bool same_results(const struct poll_outcome *one, const struct poll_outcome *other)
{
    if (!same_result(&one->result, &other->result) || one->certain != other->certain ||
        one->reading_count != other->reading_count)
        return false;
    for (size_t i = 0; i < one->reading_count; i++)
        if (!same_words(one->readings[i].name, other->readings[i].name) ||
            one->readings[i].differs != other->readings[i].differs ||
            !same_result(&one->readings[i].result, &other->readings[i].result))
            return false;
    return true;
}

static inline bool same_figure(struct figure one, struct figure other)
{
    return one.withheld == other.withheld && one.if_told == other.if_told;
}

static inline bool same_figures(const struct count *one, const struct count *other)
{
    return one->members == other->members && same_figure(one->population, other->population) &&
           same_figure(one->votes, other->votes);
}

/* What was counted, and the margin. */
static inline bool same_counts(const struct poll_outcome *one, const struct poll_outcome *other)
{
    for (size_t group = 0; group < GROUPS; group++)
        if (!same_figures(&one->counts[group], &other->counts[group]))
            return false;
    if (one->election.candidate_count != other->election.candidate_count)
        return false;
    for (size_t i = 0; i < one->election.candidate_count; i++)
        if (!same_words(one->election.candidates[i].name, other->election.candidates[i].name) ||
            !same_figures(&one->election.candidates[i].count, &other->election.candidates[i].count))
            return false;
    return one->margin.members == other->margin.members &&
           one->margin.absent_could == other->margin.absent_could;
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_COUNTY_H
#define REPORT_PHRASES_COUNTY_H

#include "phrases.h"
#include "quorate/county.h"

/* The English of the county's votes and of voting power, as in phrases.h. */

/* "List sizes", of a date. */
const char *phrases_county_sizes(struct arena *arena, const struct county *county);

/* "10 votes, shared by list size: each locality's part of the stated total of 720,029 patients." */
const char *phrases_county_votes(struct arena *arena, const struct county *county);

/* Which published votes are not those worked out; NULL when the table has none. */
const char *phrases_county_published(struct arena *arena, const struct county *county);

/* How the whole votes were found, and what goes by lot. */
const char *phrases_county_whole(struct arena *arena, const struct county *county);

/* That who decides is not known either where populations are not. */
const char *phrases_county_unknown(struct arena *arena, const struct county *county);

struct note_list phrases_county_notes(struct arena *arena, const struct county *county);

/* Voting power (phrases_power.c): whose it is. */
struct voters {
    const char *unit, *units;
    const char *const *names;
    size_t count;
};

struct voters phrases_county_voters(struct arena *arena, const struct county *county);

/* How many votes carry a decision when all vote, and by which rule: `By the rule of "Vote" (at
 * least 63 votes for) 63 of 115 votes carry. Clause 2.` */
const char *phrases_county_quota(struct arena *arena, const struct county *county);

/* "Decides: in how many of the 512 ways in which the other 9 practices can vote ..." */
const char *phrases_power(struct arena *arena, const struct voters *voters,
                          const struct power *power);

/* Who decides in none of the ways, and who in all; "" for nobody. */
const char *phrases_power_extremes(struct arena *arena, const struct voters *voters,
                                   const struct power *power);

/* "It is not known: the ways in which 40 practices can vote are too many to count. ..." */
const char *phrases_power_unknown(struct arena *arena, const struct voters *voters,
                                  const struct power *power);

#endif

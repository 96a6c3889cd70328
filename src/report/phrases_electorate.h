/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_ELECTORATE_H
#define REPORT_PHRASES_ELECTORATE_H

#include "phrases_reach.h"
#include "quorate/electorate.h"

/* The English of the roll of a day, as in phrases.h. */

/* "Roll of 1 September 2015"; without a day "Roll" */
const char *phrases_electorate_title(struct arena *arena, const struct electorate *electorate);

/* "9 practices", and behind it "88,071 patients, by the list sizes of 1 April 2015." */
const char *phrases_electorate_members(struct arena *arena, const struct electorate *electorate,
                                       size_t members);
const char *phrases_electorate_figures(struct arena *arena, const struct electorate *electorate);

/* "9 practices, 88,071 patients" */
const char *phrases_electorate_size(struct arena *arena, const struct electorate *electorate);

/* "The Rycote Practice is a member from 1 June 2015 to 31 March 2016." */
const char *phrases_electorate_days(struct arena *arena, const struct elector *elector);

/* "left" or "to join": what becomes of somebody who is no member on the day. */
const char *phrases_electorate_absence(const struct electorate *electorate,
                                       const struct absent_member *absent);

/* "Quorum: at least 50% of population present, in North (Vote at a meeting)" */
const char *phrases_electorate_quorum(struct arena *arena, const struct quorum_asked *quorum);

/* "On the reading "X" it is at least 50% of population replying (Vote by email)." */
const char *phrases_electorate_reading(struct arena *arena,
                                       const struct quorum_otherwise *otherwise);

/* "From 1 July 2015 without Nettlebed Surgery: 9 practices, 88,071 patients, and 44,036 or 70,457
 * of them make a quorum." */
const char *phrases_roll_change(struct arena *arena, const struct roll_change *change,
                                const struct terms *terms);

/* As phrases_reach takes it. */
struct reached phrases_electorate_reached(struct arena *arena, const struct electorate *electorate,
                                          const struct quorum_asked *quorum);

#endif

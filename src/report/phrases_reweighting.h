/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_REWEIGHTING_H
#define REPORT_PHRASES_REWEIGHTING_H

#include "phrases.h"
#include "phrases_county.h"
#include "phrases_reach.h"
#include "quorate/reweighting.h"

/* The English of a reweighting, as in phrases.h. */

/* "List sizes at 1 April 2026 beside those at 1 April 2015" */
const char *phrases_sizes_title(struct arena *arena, const struct reweighting *reweighting);

/* "9 practices" */
const char *phrases_sizes_members(struct arena *arena, const struct reweighting *reweighting,
                                  size_t members);

/* Whether the locality's votes on the governing body are known then and now. */
bool phrases_sizes_shares_known(const struct reweighting *reweighting);

/* What it comes to: "1.26 of 10 votes", else "103,705 patients". */
const char *phrases_sizes_finding(struct arena *arena, const struct reweighting *reweighting);

/* "The locality's votes go from 1.27 to 1.26 of 10, and the roll grows from 91,732 to 103,705
 * patients: 11,973 more (+13.05%)." */
const char *phrases_sizes_result(struct arena *arena, const struct reweighting *reweighting);

/* Where the new roll was written, and what has to be renewed beside it; or how to write it. */
const char *phrases_sizes_written(struct arena *arena, const struct reweighting *reweighting);

/* What the county's total is now; NULL when nothing is known of it. */
const char *phrases_sizes_area(struct arena *arena, const struct reweighting *reweighting);

/* "51,853 of 103,705 patients are needed, when all vote.", and who decides never or always; or that
 * it is not known. */
const char *phrases_sizes_needed(struct arena *arena, const struct reweighting *reweighting,
                                 bool now);

/* What kind of file the list sizes are from. */
const char *phrases_sizes_layout(struct arena *arena, const struct reweighting *reweighting);

/* The yearly duty with its clause; NULL for constitutions without it. */
const char *phrases_sizes_duty(struct arena *arena, const struct reweighting *reweighting);

/* Why a practice's size is not the file's; NULL when it is. */
const char *phrases_size_source(struct arena *arena, const struct reweighting *reweighting,
                                const struct practice_change *practice);

/* "file", "kept", "set", "left" */
const char *size_source_name(enum size_source source);

/* Whose weights moved most. */
const char *phrases_sizes_moved(struct arena *arena, const struct reweighting *reweighting,
                                bool with_leaving);

/* "The locality has 1.26 of 10 votes: ... At 1 April 2015 it had 1.27 of 10 votes: ..." */
const char *phrases_sizes_share(struct arena *arena, const struct reweighting *reweighting);

/* "at 1 April 2015", or what stands for a date that is not known. */
const char *phrases_date_or(struct arena *arena, struct date date, const char *otherwise);

/* Every note of it (phrases_sizes_notes.c). */
struct note_list phrases_sizes_notes(struct arena *arena, const struct reweighting *reweighting);

/* Of the practices then, or of those that stay; of a quorum those of whom it is asked. */
struct reached phrases_reached(struct arena *arena, const struct reweighting *reweighting,
                               const struct quorum_change *quorum, bool now);
struct voters phrases_sizes_voters(struct arena *arena, const struct reweighting *reweighting,
                                   bool now);

/* The quorums that the same members make as this one, itself first; none where an earlier one has
 * it among them, and was told with it. */
const struct quorum_change *const *phrases_quorums_alike(struct arena *arena,
                                                         const struct reweighting *reweighting,
                                                         size_t first, size_t *count);

/* Voting power (phrases_power.c). */

enum {
    POWER_FIGURES = 6
};

/* How often the vote of a practice decides, Banzhaf and Shapley-Shubik, each then and now; NULL
 * where there is none. */
void phrases_power_figures(struct arena *arena, const struct reweighting *reweighting,
                           size_t practice, const char *figures[POWER_FIGURES]);

/* Whose vote decides most often now, and whose comes to decide more often, or less, than then; NULL
 * where that is nobody, everybody, or not known. */
const char *phrases_power_most(struct arena *arena, const struct reweighting *reweighting);
const char *phrases_power_moved(struct arena *arena, const struct reweighting *reweighting,
                                bool gains);

/* The last row of a table of then and now: "10 practices", "10 practices, then 9". */
const char *phrases_sizes_total(struct arena *arena, const struct reweighting *reweighting);

/* Who leaves the roll, with the size that goes; "" when nobody does. */
const char *phrases_sizes_leaving(struct arena *arena, const struct reweighting *reweighting);

#endif

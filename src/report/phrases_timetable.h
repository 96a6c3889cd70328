/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_TIMETABLE_H
#define REPORT_PHRASES_TIMETABLE_H

#include "phrases.h"
#include "quorate/timetable.h"

/* The English of a timetable, as in phrases.h. */

/* What it comes to in a few words: "Too early", "Closes on Friday 10 April 2015 at the earliest" */
const char *phrases_timetable_finding(struct arena *arena, const struct timetable *timetable);

/* Its figures in whole sentences, and that the table of bank holidays ends before the days do,
 * where it does. */
const char *phrases_timetable_figures(struct arena *arena, const struct timetable *timetable);

/* "09:00 on 2 April 2015, a Thursday.", "Thursday 2 April 2015." */
const char *phrases_timetable_opens(struct arena *arena, const struct timetable *timetable);

/* What the rule says and where it comes from. */
const char *phrases_timetable_rule(struct arena *arena, const struct timetable *timetable);

/* What such a rule leaves open, and how it is taken here. */
const char *phrases_timetable_unstated(void);

/* The earliest close on another reading of the rule. */
const char *phrases_timetable_reading(struct arena *arena, const struct timetable *timetable,
                                      const struct timetable_reading *reading);

/* A day: "1" or "" for one that does not count, and "The vote opens", "Good Friday, a bank
 * holiday".
 */
const char *phrases_timetable_number(struct arena *arena, const struct timetable_day *day);
const char *phrases_timetable_remark(struct arena *arena, const struct timetable *timetable,
                                     const struct timetable_day *day);

/* All that formats without parts of a page put into `notes`. */
struct note_list phrases_timetable_notes(struct arena *arena, const struct timetable *timetable);

#endif

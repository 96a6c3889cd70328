/* SPDX-License-Identifier: MIT */
#ifndef REPORT_OUTCOMES_H
#define REPORT_OUTCOMES_H

#include "quorate/arena.h"

/* What each kind of report comes to, in a sentence or two that stand alone: for who has the report
 * itself written to a file. */
const char *outcome_of_tally(struct arena *arena, const void *value);
const char *outcome_of_attendance(struct arena *arena, const void *value);
const char *outcome_of_verification(struct arena *arena, const void *value);
const char *outcome_of_editions(struct arena *arena, const void *value);
const char *outcome_of_timetable(struct arena *arena, const void *value);
const char *outcome_of_electorate(struct arena *arena, const void *value);
const char *outcome_of_checkup(struct arena *arena, const void *value);
const char *outcome_of_register(struct arena *arena, const void *value);

#endif

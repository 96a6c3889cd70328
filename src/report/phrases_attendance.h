/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_ATTENDANCE_H
#define REPORT_PHRASES_ATTENDANCE_H

#include "phrases.h"
#include "quorate/attendance.h"

/* The English of a quorum before the vote, as in phrases.h. */

/* One of the votes that the attendance is for. */
struct attended {
    struct subject subject;
    const struct quorum_finding *finding;
};

/* Without the lists of its poll; and with them, as outcome_poll has them. */
struct attended phrases_attended(struct arena *arena, const struct attendance *attendance,
                                 size_t poll);
struct attended phrases_attended_by(struct arena *arena, const struct attendance *attendance,
                                    size_t poll);

/* "Quorate" */
const char *phrases_attendance_answer(enum quorum_answer answer);

/* What stands behind that: "31,509 patients more than needed.", "36 patients and 1 practice in
 * North short."; and where the majority is of all: "7 of 10 practices must be in favour, and 4 are
 * there: it cannot be carried." */
const char *phrases_attendance_margin(const struct attended *attended);

/* What it takes to carry, or to be elected: "More than half of votes cast." */
const char *phrases_attendance_majority(const struct attended *attended);

/* "Quorum for each kind of decision on 24 June 2015" */
const char *phrases_attendance_every_kind(struct arena *arena, const struct outcome *outcome);

/* Of one kind among all: "None asked", "Vote at a meeting (meeting)", and what can be done about it
 * in a line or two. */
const char *phrases_attendance_short_answer(enum quorum_answer answer);
const char *phrases_attendance_kind(const struct attended *attended);
const char *phrases_attendance_brief(const struct attended *attended);

/* "Met. The 8 practices present represent ... This is 31,509 more than needed." */
const char *phrases_attendance_condition(const struct attended *attended,
                                         const struct quorum_condition *condition);

/* Who else would make it so, or who may leave; NULL where there is nothing to say. */
const char *phrases_attendance_others(const struct attended *attended,
                                      const struct quorum_condition *condition);

/* The heading of that: "Who could" or "Leaving" */
const char *phrases_attendance_others_label(const struct attended *attended,
                                            const struct quorum_condition *condition);

/* The same for all conditions at once; NULL where there is nothing to say. Where there is one
 * condition, or one that is not met, it is what is said of that: `all_at_once` tells of others. */
const char *phrases_attendance_together(const struct attended *attended);
const char *phrases_attendance_who(const struct attended *attended); /* in few words */
bool phrases_attendance_all_at_once(const struct attended *attended);

/* What the answer would be on a reading, with its figures. */
const char *phrases_attendance_reading(const struct attended *attended,
                                       const struct quorum_reading *reading);
bool phrases_attendance_reading_matters(const struct quorum_reading *reading);

/* Whether any of them does. */
bool phrases_attendance_depends(const struct attended *attended);

/* "Present (deputy)", "No reply", "Interest declared" */
const char *phrases_attendance_standing(const struct subject *subject,
                                        const struct standing *standing);

/* The same where it is so for every kind of decision; else that it is not. */
const char *phrases_attendance_standing_of_all(const struct subject *subject,
                                               const struct standing *standing);

/* "A and B declared an interest."; NULL for nobody. */
const char *phrases_attendance_interests(const struct subject *subject);

/* "8 in the file: 7 present, 1 interested." */
const char *phrases_attendance_rows(const struct subject *subject, bool of_each_kind);

struct note_list phrases_attendance_notes(struct arena *arena, const struct attendance *attendance,
                                          size_t listed);

#endif

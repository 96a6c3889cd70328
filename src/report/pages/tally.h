/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "pages.h"
#include "parts.h"

/* The votes of one poll as figures and pictures, the areas, and the members with how each voted
 * (votes.c). `poll` is its index. */
void tally_votes(struct document *document, const struct subject *subject, size_t poll);
void tally_areas(struct document *document, const struct subject *subject);
void tally_practices(struct document *document, const struct subject *subject);

/* Of several motions: who voted how on each, but for those that are secret (matrix.c); and what one
 * is called where its whole name has no room, "Motion 2". */
void tally_matrix(struct document *document, const struct outcome *outcome);
const char *tally_motion_label(struct arena *arena, const struct outcome *outcome, size_t poll);

/* Where the whole of it is registered, if it is. */
void tally_registration(struct document *document, const struct outcome *outcome);

/* A table of every outcome at a glance, before each is told in full; or in the place of that, with
 * what `behind` says of each. */
typedef const char *told_behind(const struct document *document, const struct subject *subject,
                                size_t poll);
void tally_overview(struct document *document, const struct outcome *outcome, told_behind *behind);

/* "The whole report has 2 notes on it."; "" where there are none (resolution.c). */
const char *tally_noted(const struct document *document, size_t poll);

/* In the place of the members: how many rows they would be, and what has them (votes.c). */
void tally_not_listed(struct document *document, const struct subject *subject);

/* How the page is headed, and the chapter of one of several motions (tally.c). */
void tally_title(struct document *document, const struct outcome *outcome);
struct block *tally_chapter(struct document *document, const struct outcome *outcome, size_t poll);

#endif

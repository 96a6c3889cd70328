/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PAGES_H
#define REPORT_PAGES_H

#include "../document.h"

/* The builders of pages, one a kind of report: what stands in it and in which order. `value` is the
 * finished value of that kind (report.h). */
struct document *page_of_county(struct arena *arena, const void *value);
struct document *page_of_reweighting(struct arena *arena, const void *value);
struct document *page_of_tally(struct arena *arena, const void *value);
struct document *page_of_resolutions(struct arena *arena, const void *value); /* in three lines */
struct document *page_of_summary(struct arena *arena, const void *value); /* without its members */
struct document *page_of_attendance(struct arena *arena, const void *value);
struct document *page_of_rulebook(struct arena *arena, const void *value);
struct document *page_of_editions(struct arena *arena, const void *value);
struct document *page_of_electorate(struct arena *arena, const void *value);
struct document *page_of_timetable(struct arena *arena, const void *value);
struct document *page_of_verification(struct arena *arena, const void *value);
struct document *page_of_register(struct arena *arena, const void *value);

#endif

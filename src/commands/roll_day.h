/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ROLL_DAY_H
#define QUORATE_ROLL_DAY_H

#include "run.h"

/* Which day's roll is counted by, where the roll or the table of localities differs by day. */

/* Whether it has to be known: one of the tables at hand is another on another day. */
bool roll_day_matters(const struct run *run);

/*
 * Makes the roll and the localities those of this day; of year 0, which is not known, an error that
 * asks for it, unless it does not matter. What cannot be used on that day is not usable: nobody is
 * a member, or somebody has no list size.
 */
void roll_day_settle(struct run *run, struct date day);

/* The error that asks which day is meant, of a table that differs by day as `difference` says. */
void roll_day_ask(struct run *run, const char *file, const char *difference);

/* What a report tells of it. */
struct roll_of_day roll_day_told(const struct run *run);

/* The last day on which one of them changes; year 0 for none. */
struct date roll_day_latest(const struct run *run);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TENURE_H
#define QUORATE_TENURE_H

#include <stdbool.h>

#include "quorate/arena.h"
#include "quorate/date.h"

/* From when to when a row of a table holds: a membership, an entry in a list. Both days count, and
 * year 0 is no bound. */
struct tenure {
    struct date from, to;
};

bool tenure_bounded(struct tenure tenure);
bool tenure_holds(struct tenure tenure, struct date day);

/* Whether both hold on some day. */
bool tenure_meets(struct tenure one, struct tenure other);

/* The last day on which it begins or is over; year 0 where it is not bounded. */
struct date tenure_last_change(struct tenure tenure);

/* "from 1 June 2015 to 31 March 2016", "from 1 June 2015", "until 31 March 2016"; "" where it is
 * not bounded. */
const char *tenure_days(struct arena *arena, struct tenure tenure);

/*
 * "was a member until 30 June 2015", "is a member from 1 October 2015", "was a member from ... to
 * ...": of one that does not hold on `day`. `is` and `was` are what stands before the days.
 */
const char *tenure_missed(struct arena *arena, struct tenure tenure, struct date day,
                          const char *is, const char *was);

/* Whether it is yet to begin on that day, on which it does not hold. */
bool tenure_is_to_come(struct tenure tenure, struct date day);

#endif

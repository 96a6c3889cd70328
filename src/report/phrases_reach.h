/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_REACH_H
#define REPORT_PHRASES_REACH_H

#include "phrases.h"
#include "quorate/power.h"

/* The English of who makes a quorum, as in phrases.h. */

/* A quorum now, or as it was then. `names` are of the members that it is of. */
struct reached {
    const char *unit, *units;
    const struct reach *reach;
    unsigned places; /* of reach->needed */
    const char *const *names;
    size_t count;
    const char *whole; /* what all of them have: "91,732 patients" */
    bool now;
    bool any; /* as many as the fewest do, whoever they are, and so it is said */
};

/* "45,866 of 91,732 patients were needed. 4 practices could make it, in 13 groups. ..." */
const char *phrases_reach(struct arena *arena, const struct reached *reached);

/* The groups that are worth naming, an item each ("A, B and C", "all but D and E"), and how many
 * others there are ("and 10 other groups"). */
const char *const *phrases_reach_items(struct arena *arena, const struct reached *reached,
                                       size_t *count);

#endif

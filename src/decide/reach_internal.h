/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_REACH_INTERNAL_H
#define QUORATE_DECIDE_REACH_INTERNAL_H

#include "quorate/decide.h"

/* So many groups are gone through one by one, and so many steps taken to find them. */
#define REACH_FOUND_MOST ((size_t)100000)
#define REACH_STEPS_MOST ((size_t)2000000)

/*
 * Goes through the groups of `size` of at most REACH_MEMBERS_MOST members that meet every demand,
 * those of the members first in `order` before others, until there are more than REACH_FOUND_MOST
 * or it has taken too long. Fills in sets, the groups, and sets_known: false when it gave up, so
 * that where it found none it is not known whether there is one.
 */
void reach_search(struct arena *arena, const struct demand *demands, size_t demand_count,
                  const size_t *order, size_t count, size_t size, struct reach *reach);

/*
 * How many groups of `size` out of `count` quantities, the largest first, have `needed`: without
 * going through them. False when the quantities are too large to count so.
 */
bool reach_count(struct arena *arena, const int64_t *quantities, size_t count, size_t size,
                 int64_t needed, uint64_t *sets);

#endif

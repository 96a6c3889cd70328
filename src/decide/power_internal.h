/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_POWER_INTERNAL_H
#define QUORATE_DECIDE_POWER_INTERNAL_H

#include "quorate/decide.h"

/*
 * In how many of the coalitions of each size a member decides: ways[member * count + size], of the
 * coalitions of `size` others those that have less than the quota, but not by more than the
 * member's votes. Between 1 and POWER_MEMBERS_MOST members, of at least 0 votes, and a quota of at
 * least 1 that all together have. NULL where that would take more than POWER_STEPS_MOST.
 */
const uint64_t *power_count(struct arena *arena, const int64_t *votes, size_t count, int64_t quota);

#endif

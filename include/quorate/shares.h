/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHARES_H
#define QUORATE_SHARES_H

#include <stdbool.h>
#include <stdint.h>

#include "quorate/roll.h"
#include "quorate/rules.h"

/* What a locality's share of the governing body's votes is worked out on. */

/* Whether that is the sum of the rows: the rules say so, or the table states no total. */
bool shares_of_sum(const struct rules *rules, const struct roll *localities);

/* The county's patients: that sum, or else the stated total. */
int64_t shares_total(const struct rules *rules, const struct roll *localities);

/* part / whole in units of 1 / scale, rounded half up as shares are published; 100 of
 * `votes_in_all` * population / total are votes to two places. The product is below 10^18. */
/*@ requires 0 <= part && 0 < whole <= RATIO_QUANTITY_MOST && 0 < scale;
    requires part * scale <= RATIO_QUANTITY_MOST;
    assigns \nothing;
    ensures \result == rounded(ROUNDING_TO_NEAREST, part * scale, whole); */
int64_t shares_rounded(int64_t part, int64_t whole, int64_t scale);

/* Whether the published votes of a locality, which the table must have, are not those that its
 * population comes to, to two places. `total` is the county's. */
bool shares_differ(const struct roll *localities, const struct member *locality,
                   int64_t votes_in_all, int64_t total);

/*
 * The roll of a day. Where the rules weigh localities by a votes column that the table does not
 * have, a copy in which each has its share of the governing body's votes: to two places, on the
 * total that the rules name. A table without populations, and one whose rules have no number of
 * votes to share, is returned as it is.
 */
struct roll shares_as_votes(struct arena *arena, const struct rules *rules,
                            const struct roll *roll);

#endif

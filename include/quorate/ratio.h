/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RATIO_H
#define QUORATE_RATIO_H

#include <stdbool.h>
#include <stdint.h>

#include "quorate/arena.h"

/*
 * Exact arithmetic in 64-bit integers. Members and patients are at most RATIO_MOST together; any
 * quantity, and so votes in their finest unit, is at most RATIO_QUANTITY_MOST, and the two parts of
 * a fraction at most RATIO_PART. They are enforced where tables are read, and asserted here. A
 * fraction of a quantity is never taken by their product, which may be too large: see
 * ratio_of_whole.
 */
#define RATIO_MOST          INT64_C(1000000000000)
#define RATIO_QUANTITY_MOST INT64_C(1000000000000000000)
#define RATIO_PART          INT64_C(1000000)

/* p / q, with q > 0, in lowest terms. */
struct ratio {
    int64_t p, q;
};

struct ratio ratio_of(int64_t p, int64_t q);

/*
 * Rounded down, ratio * whole / unit; *exact is whether nothing was cut off, *half whether it was
 * at least half of one. `unit` is at most RATIO_PART. What is more than INT64_MAX / 2, as
 * 1,000,000/1 of many votes may be, is told as that.
 */
int64_t ratio_of_whole(struct ratio ratio, int64_t whole, int64_t unit, bool *exact, bool *half);

/*
 * numerator/denominator in decimals with exactly `places` places (any number), rounded half up.
 * "12.74". Both at least 0, the denominator more, each at most RATIO_MOST * 1000.
 */
const char *ratio_decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                          unsigned places);

/* 100 * part / whole likewise, without a sign: "84.35". A whole of 0 gives "0". */
const char *ratio_percent(struct arena *arena, int64_t part, int64_t whole, unsigned places);

/*
 * The fewest places, `least` or more, with which the printed percentage of part/whole stands on the
 * same side of the threshold (below, at, above) as the fraction itself: 79.961% is never "80.0%",
 * and exactly half is never told from "50.00%". At most 18. `least` itself when the fraction is
 * exactly a threshold that has no finite decimals, such as two thirds, or the whole is 0.
 */
unsigned ratio_percent_places(int64_t part, int64_t whole, struct ratio threshold, unsigned least);

/* "91,732", "-300" */
const char *number_grouped(struct arena *arena, int64_t number);

/* A scaled quantity in its shortest decimals: (6600000, 6) is "6.6", (6, 0) is "6". */
const char *number_canonical(struct arena *arena, int64_t scaled, unsigned places);

/* The same with thousands separators in the whole part. */
const char *number_canonical_grouped(struct arena *arena, int64_t scaled, unsigned places);

/* The same with every decimal, as figures beside one another have them: (240, 2) is "2.40". */
const char *number_fixed_grouped(struct arena *arena, int64_t scaled, unsigned places);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RATIO_H
#define QUORATE_RATIO_H

#include <stdbool.h>
#include <stdint.h>

#include "quorate/arena.h"

struct buffer;

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
#define RATIO_SHARE_MOST    (INT64_MAX / 2) /* what a share that is more is told as */

/* p / q, with q > 0, in lowest terms. */
struct ratio {
    int64_t p, q;
};

/*
 * What stands behind an @ is proved by `make prove`: that nothing overflows within these bounds,
 * and that what is returned is what it says.
 */

/*@ predicate is_ratio(struct ratio r) = 0 <= r.p <= RATIO_PART && 0 < r.q <= RATIO_PART;
    predicate is_quantity(integer n) = 0 <= n <= RATIO_QUANTITY_MOST;
    predicate has_no_divisor(integer p, integer q, integer x, integer y) =
        p * x - q * y == 1 || q * y - p * x == 1; */

/* What digits say: each is worth ten of the next, and a point among them is passed over. */
/*@ axiomatic Decimals {
      logic integer shifted(integer n, integer places);
      axiom not_shifted: \forall integer n; shifted(n, 0) == n;
      axiom shifted_further: \forall integer n, places;
          places > 0 ==> shifted(n, places) == 10 * shifted(n, places - 1);
      logic integer worth{L}(char *digits, integer count) reads digits[0 .. count - 1];
      axiom no_digits{L}: \forall char *digits, integer count;
          count <= 0 ==> worth(digits, count) == 0;
      axiom more_digits{L}: \forall char *digits, integer count, before;
          0 < count && 0 < count - before < 2 ==> worth(digits, count) ==
              (digits[before] == '.' ? worth(digits, before)
               : 10 * worth(digits, before) + (digits[before] - '0'));
    }
    logic integer to_nearest(integer n, integer d) = n / d + (2 * (n % d) >= d ? 1 : 0);
    predicate is_digit(integer c) = '0' <= c <= '9';
    predicate are_digits{L}(char *digits, integer count) =
        \forall integer i; 0 <= i < count ==> is_digit(digits[i]);
    predicate has_point{L}(char *digits, integer from, integer point, integer end) =
        digits[end] == 0 && \forall integer i; from <= i < end ==>
            (i == point ? digits[i] == '.' : is_digit(digits[i]));
    predicate says_from{L}(char *digits, integer from, integer point, integer number, integer
   places) = \let end = places == 0 ? point : point + 1 + places; has_point(digits, from, point,
   end) && worth(digits + from, end - from) == number && (digits[from] == '0' ? point == from + 1 :
   point > from); predicate says{L}(char *text, integer number, integer places) = \exists char
   *digits, integer from, point; text == digits + from && says_from(digits, from, point, number,
   places); */

/* p / q in lowest terms: what has some sum of multiples that is 1 has no divisor in common. Both
 * at most RATIO_PART. */
/*@ requires 0 <= p <= RATIO_PART && 0 < q <= RATIO_PART;
    assigns \nothing;
    ensures is_ratio(\result);
    ensures \result.p * q == p * \result.q;
    ensures \exists integer x, y; has_no_divisor(\result.p, \result.q, x, y); */
struct ratio ratio_of(int64_t p, int64_t q);

/*
 * Rounded down, ratio * whole / unit; *exact is whether nothing was cut off, *half whether it was
 * at least half of one. `unit` is at most RATIO_PART. What is more than RATIO_SHARE_MOST, as
 * 1,000,000/1 of many votes may be, is told as that.
 */
/*@ requires is_ratio(ratio) && is_quantity(whole) && 0 < unit <= RATIO_PART;
    requires \valid(exact) && \valid(half) && \separated(exact, half);
    assigns *exact, *half;
    ensures \result == \min(RATIO_SHARE_MOST, ratio.p * whole / (ratio.q * unit));
    ensures *exact <==> ratio.p * whole % (ratio.q * unit) == 0;
    ensures *half <==> 2 * (ratio.p * whole % (ratio.q * unit)) >= ratio.q * unit;
    ensures unit == 1 ==> \forall integer part; part <= RATIO_QUANTITY_MOST ==>
        (part * ratio.q > ratio.p * whole <==> part > \result) &&
        (part * ratio.q == ratio.p * whole <==> part == \result && *exact != 0); */
int64_t ratio_of_whole(struct ratio ratio, int64_t whole, int64_t unit, bool *exact, bool *half);

/*
 * numerator/denominator in decimals with exactly `places` places (any number), rounded half up.
 * "12.74". Both at least 0, the denominator more, each at most RATIO_QUANTITY_MOST.
 */
/*@ requires is_quantity(numerator) && 0 < denominator <= RATIO_QUANTITY_MOST;
    requires places <= RATIO_PART;
    ensures says(\result, to_nearest(shifted(numerator, places), denominator), places); */
const char *ratio_decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                          unsigned places);

/* 100 * part / whole likewise, without a sign: "84.35". A whole of 0 gives "0". */
/*@ requires is_quantity(part) && is_quantity(whole) && places <= RATIO_PART;
    ensures whole > 0 ==>
        says(\result, to_nearest(shifted(part, places + 2), whole), places); */
const char *ratio_percent(struct arena *arena, int64_t part, int64_t whole, unsigned places);

/*
 * The fewest places, `least` or more, with which the printed percentage of part/whole stands on the
 * same side of the threshold (below, at, above) as the fraction itself: 79.961% is never "80.0%",
 * and exactly half is never told from "50.00%". At most 18. `least` itself when the fraction is
 * exactly a threshold that has no finite decimals, such as two thirds, or the whole is 0.
 */
/*@ logic integer printed(integer part, integer whole, integer places) =
        to_nearest(shifted(part, places + 2), whole);
    predicate is_printed_below(integer part, integer whole, struct ratio r, integer places) =
        printed(part, whole, places) * r.q < shifted(r.p, places + 2);
    predicate is_printed_above(integer part, integer whole, struct ratio r, integer places) =
        printed(part, whole, places) * r.q > shifted(r.p, places + 2);
    predicate is_printed_on_its_side(integer part, integer whole, struct ratio r, integer places) =
        (is_printed_below(part, whole, r, places) <==> part * r.q < r.p * whole) &&
        (is_printed_above(part, whole, r, places) <==> part * r.q > r.p * whole);
    predicate has_finite_decimals(struct ratio r) = shifted(100 * r.p, 18) % r.q == 0;
    predicate can_be_printed(integer part, integer whole, struct ratio r) =
        whole > 0 && (part * r.q == r.p * whole ==> has_finite_decimals(r)); */
/*@ requires is_quantity(part) && is_quantity(whole) && is_ratio(threshold);
    assigns \nothing;
    ensures least <= \result && (\result <= 18 || \result == least);
    ensures !can_be_printed(part, whole, threshold) ==> \result == least;
    ensures can_be_printed(part, whole, threshold) && \result < 18 ==>
            is_printed_on_its_side(part, whole, threshold, \result);
    ensures \forall integer fewer; least <= fewer < \result ==>
            !is_printed_on_its_side(part, whole, threshold, fewer); */
unsigned ratio_percent_places(int64_t part, int64_t whole, struct ratio threshold, unsigned least);

/* "91,732", "-300" */
const char *number_grouped(struct arena *arena, int64_t number);

/* A scaled quantity in its shortest decimals: (6600000, 6) is "6.6", (6, 0) is "6". */
const char *number_canonical(struct arena *arena, int64_t scaled, unsigned places);
void number_add_canonical(struct buffer *buffer, int64_t scaled, unsigned places);

/* The same with thousands separators in the whole part. */
const char *number_canonical_grouped(struct arena *arena, int64_t scaled, unsigned places);

/* The same with every decimal, as figures beside one another have them: (240, 2) is "2.40". */
const char *number_fixed_grouped(struct arena *arena, int64_t scaled, unsigned places);

#endif

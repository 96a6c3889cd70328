/* SPDX-License-Identifier: MIT */
#include "quorate/ratio.h"

#include <assert.h>

#define PLACES_MOST   18
#define WHOLE_DIGITS  20
#define FIRST_UNIT    UINT64_C(10000000000000000000) /* of the first of WHOLE_DIGITS */
#define PERCENT_SHIFT 2 /* a percentage is a fraction with its point two digits further on */

/*@ predicate divides(integer n, integer d, integer quotient, integer rest) =
        0 <= n && 0 <= rest < d && n == quotient * d + rest;
    lemma not_less: \forall integer d, quotient, rest, other, left;
        0 <= rest < d && 0 <= left < d && quotient * d + rest == other * d + left ==>
        quotient >= other;
    lemma one_quotient: \forall integer n, d, quotient, rest, other, left;
        divides(n, d, quotient, rest) && divides(n, d, other, left) ==> quotient >= other;
    lemma of_division: \forall integer n, d; 0 <= n && 0 < d ==> divides(n, d, n / d, n % d);
    lemma quotient_and_rest: \forall integer n, d, quotient, rest;
        divides(n, d, quotient, rest) ==> quotient == n / d && rest == n % d;
    lemma next_digit: \forall integer n, d, quotient, rest, tenfold, digit, next;
        divides(n, d, quotient, rest) && divides(tenfold, d, digit, next) &&
        tenfold == 10 * rest ==> divides(10 * n, d, 10 * quotient + digit, next);
    lemma finer_unit: \forall integer n, coarse, fine, quotient, rest, digit, next;
        divides(n, coarse, quotient, rest) && divides(rest, fine, digit, next) &&
        coarse == 10 * fine ==> divides(n, fine, 10 * quotient + digit, next);
    lemma one_digit: \forall integer n, d; 0 <= n < 10 * d ==> n / d <= 9; */

/* Whether part/whole is at least (or with `strictly` more than) the ratio. */
/*@ requires is_quantity(part) && is_quantity(whole) && is_ratio(threshold);
    assigns \nothing;
    ensures \result <==> (strictly ? part * threshold.q > threshold.p * whole
                                   : part * threshold.q >= threshold.p * whole); */
static bool is_reached(int64_t part, int64_t whole, struct ratio threshold, bool strictly)
{
    bool exact, half;
    int64_t least = ratio_of_whole(threshold, whole, 1, &exact, &half);
    return part > least || (part == least && exact && !strictly);
}

/*@ requires \valid(digits + (0 .. i)) && digit <= 9;
    assigns digits[i];
    ensures \old(are_digits(digits, i)) ==> are_digits(digits, i + 1);
    ensures digits[0] == (i == 0 ? '0' + digit : \old(digits[0]));
    ensures worth(digits, i + 1) == 10 * \old(worth(digits, i)) + digit; */
static void put_digit(char *digits, size_t i, uint64_t digit)
{
    digits[i] = (char)('0' + digit);
    /*@ ghost
        /@ loop invariant 0 <= j <= i;
           loop invariant worth(digits, j) == worth{Pre}(digits, j);
           loop assigns j;
           loop variant i - j; @/
        for (size_t j = 0; j < i; j++)
            ; */
}

/* In WHOLE_DIGITS. */
/*@ requires is_quantity(whole) && \valid(digits + (0 .. WHOLE_DIGITS - 1));
    assigns digits[0 .. WHOLE_DIGITS - 1];
    ensures digits[0] == '0' && are_digits(digits, WHOLE_DIGITS);
    ensures worth(digits, WHOLE_DIGITS) == whole; */
static void put_whole(char *digits, uint64_t whole)
{
    uint64_t left = whole, unit = FIRST_UNIT;
    /*@ loop invariant 0 <= i <= WHOLE_DIGITS && (i == 0 ==> left < unit);
        loop invariant i < WHOLE_DIGITS ==> unit == shifted(1, WHOLE_DIGITS - 1 - i) && unit > 0;
        loop invariant i < WHOLE_DIGITS ==> divides(whole, 10 * unit, worth(digits, i), left);
        loop invariant i == WHOLE_DIGITS ==> worth(digits, i) == whole;
        loop invariant are_digits(digits, i) && (i > 0 ==> digits[0] == '0');
        loop assigns i, left, unit, digits[0 .. WHOLE_DIGITS - 1]; */
    for (size_t i = 0; i < WHOLE_DIGITS; i++) {
        //@ assert divides(left, unit, left / unit, left % unit);
        uint64_t digit = left / unit;
        //@ assert digit == left / unit;
        left %= unit;
        //@ assert divides(\at(left, LoopCurrent), unit, digit, left);
        //@ assert digit <= 9 && (i == 0 ==> digit == 0);
        //@ assert divides(whole, unit, 10 * worth(digits, i) + digit, left);
        put_digit(digits, i, digit);
        //@ assert digits[0] == '0' && are_digits(digits, i + 1);
        //@ assert divides(whole, unit, worth(digits, i + 1), left);
        //@ assert i == WHOLE_DIGITS - 1 ==> unit == 1;
        //@ assert i < WHOLE_DIGITS - 1 ==> unit == 10 * shifted(1, WHOLE_DIGITS - 2 - i);
        //@ assert i < WHOLE_DIGITS - 1 ==> unit == 10 * (unit / 10);
        /*@ assert i < WHOLE_DIGITS - 1 ==>
                   divides(whole, 10 * (unit / 10), worth(digits, i + 1), left); */
        unit /= 10;
        /*@ assert i < WHOLE_DIGITS - 1 ==>
                   divides(whole, 10 * unit, worth(digits, i + 1), left); */
    }
}

/*
 * Long division: writes the digits of numerator/denominator with `places` of them behind the point
 * that is not written, the whole part padded to WHOLE_DIGITS. Returns the remainder, still in units
 * of the last digit's place.
 */
/*@ requires is_quantity(numerator) && 0 < denominator <= RATIO_QUANTITY_MOST;
    requires places <= 2 * RATIO_PART;
    requires \valid(digits + (0 .. WHOLE_DIGITS + places - 1));
    assigns digits[0 .. WHOLE_DIGITS + places - 1];
    ensures digits[0] == '0' && are_digits(digits, WHOLE_DIGITS + places);
    ensures divides(shifted(numerator, places), denominator,
                    worth(digits, WHOLE_DIGITS + places), \result); */
static uint64_t divide(char *digits, int64_t numerator, int64_t denominator, unsigned places)
{
    assert(numerator >= 0 && numerator <= RATIO_QUANTITY_MOST);
    assert(denominator > 0 && denominator <= RATIO_QUANTITY_MOST);
    uint64_t divisor = (uint64_t)denominator; /* ten times a rest is below 10^19, and so 2^64 */
    uint64_t rest = (uint64_t)numerator % divisor;
    size_t i = WHOLE_DIGITS, end = WHOLE_DIGITS + (size_t)places;
    //@ assert divides(numerator, divisor, numerator / divisor, rest);
    put_whole(digits, (uint64_t)numerator / divisor);
    /*@ loop invariant WHOLE_DIGITS <= i <= end;
        loop invariant digits[0] == '0' && are_digits(digits, i);
        loop invariant divides(shifted(numerator, i - WHOLE_DIGITS), divisor, worth(digits, i),
       rest); loop assigns i, rest, digits[WHOLE_DIGITS .. WHOLE_DIGITS + places - 1]; */
    for (; i < end; i++) {
        rest *= 10;
        //@ assert divides(rest, divisor, rest / divisor, rest % divisor);
        uint64_t digit = rest / divisor, next = rest % divisor;
        //@ assert digit == rest / divisor && next == rest % divisor;
        //@ assert rest == 10 * \at(rest, LoopCurrent) && digit <= 9;
        //@ assert divides(rest, divisor, digit, next);
        /*@ assert divides(10 * shifted(numerator, i - WHOLE_DIGITS), divisor,
                           10 * worth(digits, i) + digit, next); */
        put_digit(digits, i, digit);
        //@ assert digits[0] == '0' && are_digits(digits, i + 1);
        /*@ assert divides(10 * shifted(numerator, i - WHOLE_DIGITS), divisor,
                           worth(digits, i + 1), next); */
        rest = next;
        /*@ assert shifted(numerator, i + 1 - WHOLE_DIGITS) ==
                   10 * shifted(numerator, i - WHOLE_DIGITS); */
        /*@ assert divides(shifted(numerator, i + 1 - WHOLE_DIGITS), divisor,
                           worth(digits, i + 1), rest); */
    }
    //@ assert i == WHOLE_DIGITS + places;
    return rest;
}

/* Adds one to the last digit. The first is 0. */
/*@ requires 0 < length && \valid(digits + (0 .. length - 1));
    requires digits[0] == '0' && are_digits(digits, length);
    assigns digits[0 .. length - 1];
    ensures are_digits(digits, length);
    ensures worth(digits, length) == \old(worth(digits, length)) + 1; */
static void carry(char *digits, size_t length)
{
    size_t last = length - 1;
    /*@ loop invariant 0 <= last < length && are_digits(digits, length);
        loop invariant \forall integer i; last < i < length ==>
            digits[i] == '0' && \at(digits[i], Pre) == '9';
        loop invariant \forall integer i; 0 <= i <= last ==> digits[i] == \at(digits[i], Pre);
        loop assigns last, digits[0 .. length - 1];
        loop variant last; */
    while (digits[last] == '9')
        digits[last--] = '0';
    digits[last]++;
    /*@ ghost
        /@ loop invariant 0 <= i <= length;
           loop invariant worth(digits, i) == worth{Pre}(digits, i) + (i > last ? 1 : 0);
           loop assigns i;
           loop variant length - i; @/
        for (size_t i = 0; i < length; i++)
            ; */
}

/*@ requires is_quantity(numerator) && 0 < denominator <= RATIO_QUANTITY_MOST;
    requires places <= 2 * RATIO_PART;
    requires \valid(digits + (0 .. WHOLE_DIGITS + places - 1));
    assigns digits[0 .. WHOLE_DIGITS + places - 1];
    ensures are_digits(digits, WHOLE_DIGITS + places);
    ensures worth(digits, WHOLE_DIGITS + places) ==
            to_nearest(shifted(numerator, places), denominator); */
static void divide_rounded(char *digits, int64_t numerator, int64_t denominator, unsigned places)
{
    uint64_t rest = divide(digits, numerator, denominator, places);
    /*@ assert worth(digits, WHOLE_DIGITS + places) == shifted(numerator, places) / denominator; */
    //@ assert rest == shifted(numerator, places) % denominator;
    if (2 * rest >= (uint64_t)denominator)
        carry(digits, WHOLE_DIGITS + (size_t)places);
}

/*@ requires point <= length && \valid(digits + (0 .. length + 1));
    requires are_digits(digits, length) && digits[length + 1] == 0;
    assigns digits[point .. length];
    ensures has_point(digits, 0, point, length + 1);
    ensures worth(digits, length + 1) == \old(worth(digits, length)); */
static void put_point(char *digits, size_t point, size_t length)
{
    /*@ loop invariant point <= i <= length;
        loop invariant \forall integer j; 0 <= j <= i && j < length ==>
                       digits[j] == \at(digits[j], Pre);
        loop invariant \forall integer j; i < j <= length ==>
                       digits[j] == \at(digits[j - 1], Pre) && is_digit(digits[j]);
        loop assigns i, digits[point .. length];
        loop variant i; */
    for (size_t i = length; i > point; i--)
        digits[i] = digits[i - 1];
    digits[point] = '.';
    //@ assert has_point(digits, 0, point, length + 1);
    //@ assert \forall integer j; 0 <= j < point ==> digits[j] == \at(digits[j], Pre);
    /*@ assert \forall integer j; point <= j < length ==>
            digits[j + 1] == \at(digits[j], Pre) && is_digit(digits[j + 1]); */
    /*@ ghost
        /@ loop invariant 0 <= i <= point;
           loop invariant worth(digits, i) == worth{Pre}(digits, i);
           loop assigns i;
           loop variant point - i; @/
        for (size_t i = 0; i < point; i++)
            ; */
    //@ assert worth(digits, point + 1) == worth{Pre}(digits, point);
    /*@ ghost
        /@ loop invariant point <= i <= length;
           loop invariant worth(digits, i + 1) == worth{Pre}(digits, i);
           loop assigns i;
           loop variant length - i; @/
        for (size_t i = point; i < length; i++)
            ; */
}

/* But the last of the whole part stays. */
/*@ requires 0 < point <= length && length != point + 1 && \valid_read(digits + (0 .. length));
    requires has_point(digits, 0, point, length);
    assigns \nothing;
    ensures says(\result, worth(digits, length), point < length ? length - point - 1 : 0); */
static const char *without_zeros(const char *digits, size_t point) /*@ ghost (size_t length) */
{
    size_t zeros = 0;
    /*@ loop invariant 0 <= zeros < point && worth(digits, zeros) == 0;
        loop assigns zeros;
        loop variant point - zeros; */
    while (zeros + 1 < point && digits[zeros] == '0')
        zeros++;
    /*@ ghost
        /@ loop invariant zeros <= i <= length;
           loop invariant worth(digits + zeros, i - zeros) == worth(digits, i);
           loop assigns i;
           loop variant length - i; @/
        for (size_t i = zeros; i < length; i++)
            ; */
    //@ assert has_point(digits, zeros, point, length);
    //@ assert digits[zeros] == '0' ? point == zeros + 1 : point > zeros;
    /*@ assert says_from(digits, zeros, point, worth(digits, length),
                         point < length ? length - point - 1 : 0); */
    return digits + zeros;
}

/*@ requires is_quantity(numerator) && 0 < denominator <= RATIO_QUANTITY_MOST;
    requires places <= RATIO_PART && shift <= PERCENT_SHIFT;
    ensures says(\result, to_nearest(shifted(numerator, places + shift), denominator), places); */
/* With the point `shift` digits further to the right than where the quotient has it. */
static const char *decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                           unsigned places, unsigned shift)
{
    const size_t point = WHOLE_DIGITS + (size_t)shift, length = point + (size_t)places;
    char *digits = arena_alloc(arena, length + 2, 1);
    divide_rounded(digits, numerator, denominator, places + shift);
    if (places > 0)
        put_point(digits, point, length);
    /*@ ghost size_t end = places > 0 ? length + 1 : length; */
    //@ assert has_point(digits, 0, point, end);
    //@ assert worth(digits, end) == to_nearest(shifted(numerator, places + shift), denominator);
    return without_zeros(digits, point) /*@ ghost (end) */;
}

const char *ratio_decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                          unsigned places)
{
    return decimal(arena, numerator, denominator, places, 0);
}

const char *ratio_percent(struct arena *arena, int64_t part, int64_t whole, unsigned places)
{
    return whole == 0 ? "0" : decimal(arena, part, whole, places, PERCENT_SHIFT);
}

/* Less than 0, 0 or more: how what these digits say compares with what the others say. */
/*@ requires \valid_read(one + (0 .. length - 1)) && are_digits(one, length);
    requires \valid_read(other + (0 .. length - 1)) && are_digits(other, length);
    assigns \nothing;
    ensures \result < 0 <==> worth(one, length) < worth(other, length);
    ensures \result > 0 <==> worth(one, length) > worth(other, length); */
static int compare_digits(const char *one, const char *other, size_t length)
{
    int side = 0;
    /*@ loop invariant 0 <= i <= length && -9 <= side <= 9;
        loop invariant side < 0 <==> worth(one, i) < worth(other, i);
        loop invariant side > 0 <==> worth(one, i) > worth(other, i);
        loop assigns i, side;
        loop variant length - i; */
    for (size_t i = 0; i < length; i++)
        side = side != 0 ? side : one[i] - other[i];
    return side;
}

/* Likewise, how a percentage in so many digits behind WHOLE_DIGITS compares with the threshold. */
/*@ requires is_ratio(threshold) && digits < PERCENT_SHIFT + PLACES_MOST;
    requires \valid_read(printed + (0 .. WHOLE_DIGITS + digits - 1));
    requires are_digits(printed, WHOLE_DIGITS + digits);
    assigns \nothing;
    ensures \result < 0 <==> worth(printed, WHOLE_DIGITS + digits) * threshold.q <
                             shifted(threshold.p, digits);
    ensures \result > 0 <==> worth(printed, WHOLE_DIGITS + digits) * threshold.q >
                             shifted(threshold.p, digits); */
static int side_of(const char *printed, struct ratio threshold, unsigned digits)
{
    const size_t length = WHOLE_DIGITS + (size_t)digits;
    char exact[WHOLE_DIGITS + PERCENT_SHIFT + PLACES_MOST];
    uint64_t rest = divide(exact, threshold.p, threshold.q, digits);
    /*@ ghost
        /@ loop invariant 0 <= i <= length;
           loop invariant worth(printed, i) == worth{Pre}(printed, i);
           loop assigns i;
           loop variant length - i; @/
        for (size_t i = 0; i < length; i++)
            ; */
    /*@ assert divides(shifted(threshold.p, digits), threshold.q, worth(&exact[0], length), rest); */
    int side = compare_digits(printed, exact, length);
    return side == 0 && rest > 0 ? -1 : side;
}

/*@ requires is_quantity(part) && 0 < whole <= RATIO_QUANTITY_MOST && is_ratio(threshold);
    requires places < PLACES_MOST;
    assigns \nothing;
    ensures \result < 0 <==> is_printed_below(part, whole, threshold, places);
    ensures \result > 0 <==> is_printed_above(part, whole, threshold, places); */
static int printed_side(int64_t part, int64_t whole, struct ratio threshold, unsigned places)
{
    char printed[WHOLE_DIGITS + PERCENT_SHIFT + PLACES_MOST];
    divide_rounded(printed, part, whole, places + PERCENT_SHIFT);
    return side_of(printed, threshold, places + PERCENT_SHIFT);
}

/*@ requires is_ratio(ratio);
    assigns \nothing;
    ensures \result <==> has_finite_decimals(ratio); */
static bool has_finite_decimals(struct ratio ratio)
{
    char digits[WHOLE_DIGITS + PLACES_MOST];
    return divide(digits, 100 * ratio.p, ratio.q, PLACES_MOST) == 0;
}

unsigned ratio_percent_places(int64_t part, int64_t whole, struct ratio threshold, unsigned least)
{
    bool reached = is_reached(part, whole, threshold, false);
    bool passed = is_reached(part, whole, threshold, true);
    bool exactly = reached && !passed;
    if (whole == 0 || (exactly && !has_finite_decimals(threshold)))
        return least;
    unsigned places = least;
    /*@ loop invariant least <= places && (places <= PLACES_MOST || places == least);
        loop invariant \forall integer fewer; least <= fewer < places ==>
                       !is_printed_on_its_side(part, whole, threshold, fewer);
        loop assigns places;
        loop variant PLACES_MOST - places; */
    while (places < PLACES_MOST) {
        int side = printed_side(part, whole, threshold, places);
        if (exactly ? side == 0 : passed ? side > 0 : side < 0)
            break;
        places++;
    }
    return places;
}

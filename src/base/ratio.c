/* SPDX-License-Identifier: MIT */
#include "quorate/ratio.h"

#include <assert.h>
#include <string.h>

#define DIVISION_MOST RATIO_QUANTITY_MOST
#define PLACES_MOST   18
#define WHOLE_DIGITS  20
#define PERCENT_SHIFT 2 /* a percentage is a fraction with its point two digits further on */

/*@ predicate divides(integer n, integer d, integer quotient, integer rest) =
        0 <= n && 0 <= rest < d && n == quotient * d + rest;
    lemma quotient_and_rest: \forall integer n, d, quotient, rest;
        divides(n, d, quotient, rest) ==> quotient == n / d && rest == n % d;
    lemma more_than_quotient: \forall integer part, n, d, quotient, rest;
        divides(n, d, quotient, rest) ==> (part * d > n <==> part > quotient);
    lemma as_quotient: \forall integer part, n, d, quotient, rest;
        divides(n, d, quotient, rest) ==> (part * d == n <==> part == quotient && rest == 0); */

/*@ assigns \nothing;
    ensures \result <==> is_quantity(number); */
static bool is_quantity(int64_t number)
{
    return number >= 0 && number <= RATIO_QUANTITY_MOST;
}

/*@ assigns \nothing;
    ensures \result <==> is_ratio(ratio); */
static bool is_ratio(struct ratio ratio)
{
    return ratio.p >= 0 && ratio.p <= RATIO_PART && ratio.q > 0 && ratio.q <= RATIO_PART;
}

struct ratio ratio_of(int64_t p, int64_t q)
{
    assert(p >= 0 && q > 0);
    int64_t divisor = p, rest = q;
    /* What p and q are of both, and that these have no divisor in common. */
    /*@ ghost int64_t a = 1, b = 0, c = 0, d = 1; */
    /*@ loop invariant 0 <= divisor && 0 <= rest && divisor + rest > 0;
        loop invariant divisor <= RATIO_PART && rest <= RATIO_PART;
        loop invariant 0 <= a && 0 <= b && 0 <= c && 0 <= d;
        loop invariant a <= RATIO_PART && b <= RATIO_PART && c <= RATIO_PART && d <= RATIO_PART;
        loop invariant p == a * divisor + b * rest;
        loop invariant q == c * divisor + d * rest;
        loop invariant has_no_divisor(a, c, d, b);
        loop assigns divisor, rest, a, b, c, d;
        loop variant rest; */
    while (rest != 0) {
        int64_t next = divisor % rest;
        /*@ ghost int64_t quotient = divisor / rest; */
        //@ assert divisor == quotient * rest + next;
        //@ assert p == (a * quotient + b) * rest + a * next;
        //@ assert q == (c * quotient + d) * rest + c * next;
        //@ assert a * quotient + b <= p;
        //@ assert c * quotient + d <= q;
        /*@ ghost int64_t more = a * quotient + b; b = a; a = more;
            int64_t also = c * quotient + d; d = c; c = also; */
        divisor = rest;
        rest = next;
    }
    //@ assert p == a * divisor && q == c * divisor;
    struct ratio ratio = {.p = p / divisor, .q = q / divisor};
    //@ assert ratio.p == a && ratio.q == c;
    //@ assert has_no_divisor(ratio.p, ratio.q, d, b);
    assert(is_ratio(ratio));
    return ratio;
}

/*@ requires 0 <= p <= RATIO_PART && is_quantity(often) && is_quantity(below);
    assigns \nothing;
    ensures \result == \min(RATIO_SHARE_MOST, p * often + below); */
static int64_t product_and(int64_t p, int64_t often, int64_t below)
{
    bool too_much = often > 0 && p > (RATIO_SHARE_MOST - below) / often;
    return too_much ? RATIO_SHARE_MOST : p * often + below;
}

/*
 * With whole = a * d + b, where d = q * unit is at most 10^12, p * whole / d is p * a and p * b /
 * d: p * b is below p * d, so at most 10^18.
 */
int64_t ratio_of_whole(struct ratio ratio, int64_t whole, int64_t unit, bool *exact, bool *half)
{
    assert(is_ratio(ratio) && is_quantity(whole) && unit > 0 && unit <= RATIO_PART);
    int64_t divisor = ratio.q * unit, rest = ratio.p * (whole % divisor);
    int64_t often = whole / divisor, below = rest / divisor;
    //@ assert divides(whole, divisor, often, whole % divisor);
    //@ assert divides(rest, divisor, below, rest % divisor);
    //@ assert ratio.p * whole == ratio.p * often * divisor + rest;
    //@ assert ratio.p * whole == (ratio.p * often + below) * divisor + rest % divisor;
    //@ assert divides(ratio.p * whole, divisor, ratio.p * often + below, rest % divisor);
    //@ assert ratio.p * whole / divisor == ratio.p * often + below;
    rest %= divisor;
    *exact = rest == 0;
    *half = rest >= divisor - rest;
    int64_t share = product_and(ratio.p, often, below);
    /*@ assert \forall integer part; part <= RATIO_QUANTITY_MOST ==>
            (part * divisor > ratio.p * whole <==> part > share) &&
            (part * divisor == ratio.p * whole <==> part == share && rest == 0); */
    return share;
}

/* Whether part/whole is at least (or with `strictly` more than) the ratio. */
/*@ requires is_quantity(part) && is_quantity(whole) && is_ratio(threshold);
    assigns \nothing;
    ensures \result <==> (strictly ? part * threshold.q > threshold.p * whole
                                   : part * threshold.q >= threshold.p * whole); */
static bool is_reached(int64_t part, int64_t whole, struct ratio threshold, bool strictly)
{
    bool exact, half;
    int64_t least = ratio_of_whole(threshold, whole, 1, &exact, &half);
    assert(is_quantity(part));
    return part > least || (part == least && exact && !strictly);
}

/*
 * Long division: writes the digits of numerator/denominator with `places` of them behind the point
 * that is not written, the whole part padded to WHOLE_DIGITS. Returns the remainder, still in units
 * of the last digit's place.
 */
/*@ requires is_quantity(numerator) && 0 < denominator <= RATIO_QUANTITY_MOST && places <= 1000000;
    requires \valid(digits + (0 .. WHOLE_DIGITS + places - 1));
    assigns digits[0 .. WHOLE_DIGITS + places - 1];
    ensures \result < denominator;
    ensures \forall integer i; 0 <= i < WHOLE_DIGITS + places ==> '0' <= digits[i] <= '9'; */
static uint64_t divide(char *digits, int64_t numerator, int64_t denominator, unsigned places)
{
    assert(numerator >= 0 && numerator <= DIVISION_MOST);
    assert(denominator > 0 && denominator <= DIVISION_MOST);
    uint64_t divisor = (uint64_t)denominator; /* ten times a rest is below 10^19, and so 2^64 */
    uint64_t whole = (uint64_t)numerator / divisor, rest = (uint64_t)numerator % divisor;
    /*@ loop invariant 0 <= i <= WHOLE_DIGITS;
        loop invariant \forall integer j; i <= j < WHOLE_DIGITS ==> '0' <= digits[j] <= '9';
        loop assigns i, whole, digits[0 .. WHOLE_DIGITS - 1]; */
    for (size_t i = WHOLE_DIGITS; i-- > 0; whole /= 10)
        digits[i] = (char)('0' + whole % 10);
    /*@ loop invariant WHOLE_DIGITS <= i <= WHOLE_DIGITS + places && rest < divisor;
        loop invariant \forall integer j; 0 <= j < i ==> '0' <= digits[j] <= '9';
        loop assigns i, rest, digits[WHOLE_DIGITS .. WHOLE_DIGITS + places - 1]; */
    for (size_t i = WHOLE_DIGITS; i < WHOLE_DIGITS + (size_t)places; i++) {
        rest *= 10;
        //@ assert rest / divisor <= 9;
        digits[i] = (char)('0' + rest / divisor);
        rest %= divisor;
    }
    return rest;
}

/* Adds one to the last digit. */
static void carry(char *digits, size_t length)
{
    while (digits[--length] == '9')
        digits[length] = '0';
    digits[length]++;
}

static void divide_rounded(char *digits, int64_t numerator, int64_t denominator, unsigned places)
{
    uint64_t rest = divide(digits, numerator, denominator, places);
    if (2 * rest >= (uint64_t)denominator)
        carry(digits, WHOLE_DIGITS + (size_t)places);
}

/* With the point `shift` digits further to the right than where the quotient has it. */
static const char *decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                           unsigned places, unsigned shift)
{
    const size_t point = WHOLE_DIGITS + (size_t)shift;
    char *digits = arena_alloc(arena, point + (size_t)places + 2, 1);
    divide_rounded(digits, numerator, denominator, places + shift);
    if (places > 0) {
        memmove(digits + point + 1, digits + point, places);
        digits[point] = '.';
    }
    while (digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9')
        digits++;
    return digits;
}

const char *ratio_decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                          unsigned places)
{
    return decimal(arena, numerator, denominator, places, 0);
}

const char *ratio_percent(struct arena *arena, int64_t part, int64_t whole, unsigned places)
{
    assert(is_quantity(part) && is_quantity(whole));
    return whole == 0 ? "0" : decimal(arena, part, whole, places, PERCENT_SHIFT);
}

/* Less than 0, 0 or more: how the printed percentage compares with the threshold. */
static int printed_side(int64_t part, int64_t whole, struct ratio threshold, unsigned places)
{
    const unsigned digits = places + PERCENT_SHIFT;
    char printed[WHOLE_DIGITS + PERCENT_SHIFT + PLACES_MOST];
    char exact[WHOLE_DIGITS + PERCENT_SHIFT + PLACES_MOST];
    divide_rounded(printed, part, whole, digits);
    uint64_t rest = divide(exact, threshold.p, threshold.q, digits);
    int side = memcmp(printed, exact, WHOLE_DIGITS + (size_t)digits);
    return side == 0 && rest > 0 ? -1 : side;
}

static bool has_finite_decimals(struct ratio ratio)
{
    char digits[WHOLE_DIGITS + PLACES_MOST];
    return divide(digits, 100 * ratio.p, ratio.q, PLACES_MOST) == 0;
}

unsigned ratio_percent_places(int64_t part, int64_t whole, struct ratio threshold, unsigned least)
{
    assert(is_quantity(part) && is_quantity(whole) && is_ratio(threshold));
    bool reached = is_reached(part, whole, threshold, false);
    bool passed = is_reached(part, whole, threshold, true);
    bool exactly = reached && !passed;
    if (whole == 0 || (exactly && !has_finite_decimals(threshold)))
        return least;
    unsigned places = least;
    while (places < PLACES_MOST) {
        int side = printed_side(part, whole, threshold, places);
        if (exactly ? side == 0 : passed ? side > 0 : side < 0)
            break;
        places++;
    }
    return places;
}

/* SPDX-License-Identifier: MIT */
#include "quorate/ratio.h"

#include <assert.h>

/* Of these quotient_and_rest is proved in decimals.c. */
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

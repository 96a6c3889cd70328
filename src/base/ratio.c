/* SPDX-License-Identifier: MIT */
#include "quorate/ratio.h"

#include <assert.h>
#include <string.h>

#define DIVISION_MOST (RATIO_MOST * 1000)
#define PLACES_MOST   18
#define WHOLE_DIGITS  20

static bool is_quantity(int64_t number)
{
    return number >= 0 && number <= RATIO_MOST;
}

static bool is_ratio(struct ratio ratio)
{
    return ratio.p >= 0 && ratio.p <= RATIO_PART && ratio.q > 0 && ratio.q <= RATIO_PART;
}

struct ratio ratio_of(int64_t p, int64_t q)
{
    assert(p >= 0 && q > 0);
    int64_t divisor = p, rest = q;
    while (rest != 0) {
        int64_t next = divisor % rest;
        divisor = rest;
        rest = next;
    }
    struct ratio ratio = {.p = p / divisor, .q = q / divisor};
    assert(is_ratio(ratio));
    return ratio;
}

/* Whether part/whole is at least (or with `strictly` more than) the ratio. */
static bool is_reached(int64_t part, int64_t whole, struct ratio threshold, bool strictly)
{
    assert(is_quantity(part) && is_quantity(whole) && is_ratio(threshold));
    int64_t have = part * threshold.q;
    int64_t need = threshold.p * whole;
    return strictly ? have > need : have >= need;
}

/*
 * Long division: writes the digits of numerator/denominator with `places` of them behind the point
 * that is not written, the whole part padded to WHOLE_DIGITS. Returns the remainder, still in units
 * of the last digit's place.
 */
static int64_t divide(char *digits, int64_t numerator, int64_t denominator, unsigned places)
{
    assert(numerator >= 0 && numerator <= DIVISION_MOST);
    assert(denominator > 0 && denominator <= DIVISION_MOST);
    int64_t whole = numerator / denominator, rest = numerator % denominator;
    for (size_t i = WHOLE_DIGITS; i-- > 0; whole /= 10)
        digits[i] = (char)('0' + whole % 10);
    for (size_t i = WHOLE_DIGITS; i < WHOLE_DIGITS + (size_t)places; i++) {
        rest *= 10;
        digits[i] = (char)('0' + rest / denominator);
        rest %= denominator;
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
    int64_t rest = divide(digits, numerator, denominator, places);
    if (2 * rest >= denominator)
        carry(digits, WHOLE_DIGITS + (size_t)places);
}

const char *ratio_decimal(struct arena *arena, int64_t numerator, int64_t denominator,
                          unsigned places)
{
    char *digits = arena_alloc(arena, WHOLE_DIGITS + (size_t)places + 2, 1);
    divide_rounded(digits, numerator, denominator, places);
    if (places > 0) {
        memmove(digits + WHOLE_DIGITS + 1, digits + WHOLE_DIGITS, places);
        digits[WHOLE_DIGITS] = '.';
    }
    while (digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9')
        digits++;
    return digits;
}

const char *ratio_percent(struct arena *arena, int64_t part, int64_t whole, unsigned places)
{
    assert(is_quantity(part) && is_quantity(whole));
    return whole == 0 ? "0" : ratio_decimal(arena, 100 * part, whole, places);
}

/* Less than 0, 0 or more: how the printed percentage compares with the threshold. */
static int printed_side(int64_t part, int64_t whole, struct ratio threshold, unsigned places)
{
    char printed[WHOLE_DIGITS + PLACES_MOST], exact[WHOLE_DIGITS + PLACES_MOST];
    divide_rounded(printed, 100 * part, whole, places);
    int64_t rest = divide(exact, 100 * threshold.p, threshold.q, places);
    int side = memcmp(printed, exact, WHOLE_DIGITS + (size_t)places);
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

/* SPDX-License-Identifier: MIT */
#include "power_internal.h"

#include <assert.h>

#include "quorate/ratio.h"

/* ---- Numbers of up to 96 bits: the orders of 53 members have 75, and each figure is told from
 * them exactly. Not every machine has a type for them. */

enum {
    PARTS = 3
};

struct wide {
    uint32_t parts[PARTS]; /* the lowest first */
};

static struct wide wide_of(uint64_t number)
{
    return (struct wide){{(uint32_t)number, (uint32_t)(number >> 32)}};
}

static struct wide plus(struct wide one, struct wide other)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < PARTS; i++, carry >>= 32) {
        carry += (uint64_t)one.parts[i] + other.parts[i];
        one.parts[i] = (uint32_t)carry;
    }
    return one;
}

/* By 32 bits of a factor, below which it has `at` more parts. */
static struct wide times_part(struct wide number, uint64_t factor, size_t at)
{
    struct wide product = {{0}};
    uint64_t carry = 0;
    for (size_t i = 0; i + at < PARTS; i++, carry >>= 32) {
        carry += number.parts[i] * factor;
        product.parts[i + at] = (uint32_t)carry;
    }
    return product;
}

static struct wide times(struct wide number, uint64_t factor)
{
    return plus(times_part(number, factor & UINT32_MAX, 0), times_part(number, factor >> 32, 1));
}

/* Bit by bit; `divisor` has 63 bits at most. */
static struct wide quotient_of(struct wide number, uint64_t divisor, uint64_t *rest)
{
    struct wide quotient = {{0}};
    *rest = 0;
    for (unsigned bit = 32 * PARTS; bit-- > 0;) {
        *rest = *rest << 1 | (number.parts[bit / 32] >> bit % 32 & 1);
        if (*rest >= divisor) {
            *rest -= divisor;
            quotient.parts[bit / 32] |= UINT32_C(1) << bit % 32;
        }
    }
    return quotient;
}

static bool is_more(struct wide one, struct wide other)
{
    for (size_t i = PARTS; i-- > 0;)
        if (one.parts[i] != other.parts[i])
            return one.parts[i] > other.parts[i];
    return false;
}

/* ---- Counting */

static int64_t greatest_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The least common multiple of 1 to n. */
static struct wide common_multiple(size_t n)
{
    struct wide multiple = wide_of(1);
    for (int64_t i = 2; i <= (int64_t)n; i++) {
        uint64_t rest;
        (void)quotient_of(multiple, (uint64_t)i, &rest);
        multiple = times(multiple, (uint64_t)(i / greatest_common_divisor(i, (int64_t)rest)));
    }
    return multiple;
}

/* At most 52 over 26, which has 49 bits; each step is a whole number. */
static int64_t binomial(size_t n, size_t k)
{
    int64_t result = 1;
    for (size_t i = 1; i <= k; i++)
        result = result * (int64_t)(n - k + i) / (int64_t)i;
    return result;
}

/*
 * Of the orders of all n members, those in which a given coalition of `size` others comes just
 * before one of them are 1 in n * C(n - 1, size), which divides lcm(1..n).
 */
static struct wide *orders_by_size(struct arena *arena, size_t members, struct wide orders)
{
    struct wide *of = arena_alloc(arena, members, sizeof *of);
    for (size_t size = 0; size < members; size++) {
        uint64_t one_in = (uint64_t)((int64_t)members * binomial(members - 1, size)), rest;
        of[size] = quotient_of(orders, one_in, &rest);
    }
    return of;
}

/* What one member decides, in ways and in orders. */
static struct wide orders_decided(const uint64_t *ways, size_t members, const struct wide *orders,
                                  int64_t *decides)
{
    struct wide decided = {{0}};
    *decides = 0;
    for (size_t size = 0; size < members; size++) {
        *decides += (int64_t)ways[size];
        decided = plus(decided, times(orders[size], ways[size]));
    }
    return decided;
}

/* Dividing votes and quota by what all votes share changes no coalition. Somebody has some. */
static int64_t shared_divisor(const int64_t *votes, size_t count)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < count; i++)
        divisor = greatest_common_divisor(divisor, votes[i]);
    return divisor;
}

/* Whether some coalitions win and others lose, of few enough members. */
static bool can_be_counted(const int64_t *votes, size_t count, int64_t quota, enum power_gap *gap)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += votes[i];
    *gap = quota <= 0 ? POWER_NONE_NEEDED : quota > sum ? POWER_OUT_OF_REACH : POWER_TOO_LARGE;
    return *gap == POWER_TOO_LARGE && count <= POWER_MEMBERS_MOST;
}

/* With two places: the most hundredths of a percent that are no more than the part and half of one.
 */
static const char *percent(struct arena *arena, struct wide part, struct wide whole)
{
    struct wide twice = times(whole, 2), rounded = plus(times(part, 20000), whole);
    int64_t least = 0, most = 10000;
    while (least < most) {
        int64_t middle = (least + most + 1) / 2;
        if (is_more(times(twice, (uint64_t)middle), rounded))
            most = middle - 1;
        else
            least = middle;
    }
    return ratio_decimal(arena, least, 100, 2);
}

struct power decide_power(struct arena *arena, const int64_t *votes, size_t count, int64_t quota)
{
    struct power power = {.quota = quota};
    if (!can_be_counted(votes, count, quota, &power.gap))
        return power;
    int64_t divisor = shared_divisor(votes, count), decided_by_all = 0;
    assert(count > 0 && divisor > 0); /* or all together have too few */
    int64_t *divided = arena_alloc(arena, count, sizeof *divided);
    for (size_t i = 0; i < count; i++)
        divided[i] = votes[i] / divisor;
    const uint64_t *ways = power_count(arena, divided, count, (quota + divisor - 1) / divisor);
    if (ways == NULL)
        return power;
    struct member_power *members = arena_alloc(arena, count, sizeof *members);
    struct wide *decided = arena_alloc(arena, count, sizeof *decided);
    struct wide orders = common_multiple(count);
    const struct wide *by_size = orders_by_size(arena, count, orders);
    for (size_t i = 0; i < count; i++) {
        decided[i] = orders_decided(&ways[i * count], count, by_size, &members[i].decides);
        decided_by_all += members[i].decides;
    }
    power.known = true;
    power.ways = INT64_C(1) << (count - 1);
    power.members = members;
    for (size_t i = 0; i < count; i++) {
        members[i].never = members[i].decides == 0;
        members[i].always = members[i].decides == power.ways;
        members[i].banzhaf = percent(arena, wide_of((uint64_t)members[i].decides),
                                     wide_of((uint64_t)decided_by_all));
        members[i].shapley = percent(arena, decided[i], orders);
    }
    return power;
}

/* SPDX-License-Identifier: MIT */
#include "power_internal.h"

#include <assert.h>

#include "quorate/ratio.h"

/* The orders of 53 members have 75 bits, and each figure is told from them exactly. */
__extension__ typedef __int128 wide;

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
static wide common_multiple(size_t n)
{
    wide multiple = 1;
    for (int64_t i = 2; i <= (int64_t)n; i++)
        multiple *= i / greatest_common_divisor(i, (int64_t)(multiple % i));
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
 * What one member decides, in ways and in orders. Of the orders of all n members, those in which a
 * given coalition of `size` others comes just before it are 1 in n * C(n - 1, size), which divides
 * lcm(1..n).
 */
static wide orders_decided(const uint64_t *ways, size_t members, wide orders, int64_t *decides)
{
    wide decided = 0;
    *decides = 0;
    for (size_t size = 0; size < members; size++) {
        int64_t one_in = (int64_t)members * binomial(members - 1, size);
        *decides += (int64_t)ways[size];
        decided += (wide)ways[size] * (orders / one_in);
    }
    return decided;
}

/* Dividing votes and quota by what all votes share changes no coalition. */
static int64_t shared_divisor(const int64_t *votes, size_t count)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < count; i++)
        divisor = greatest_common_divisor(divisor, votes[i]);
    return divisor == 0 ? 1 : divisor;
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

/* With two places. */
static const char *percent(struct arena *arena, wide part, wide whole)
{
    assert(whole > 0);
    return ratio_decimal(arena, (int64_t)((20000 * part + whole) / (2 * whole)), 100, 2);
}

struct power decide_power(struct arena *arena, const int64_t *votes, size_t count, int64_t quota)
{
    struct power power = {.quota = quota};
    if (!can_be_counted(votes, count, quota, &power.gap))
        return power;
    assert(count > 0); /* or all together have too few */
    int64_t divisor = shared_divisor(votes, count), decided_by_all = 0;
    int64_t *divided = arena_alloc(arena, count, sizeof *divided);
    for (size_t i = 0; i < count; i++)
        divided[i] = votes[i] / divisor;
    const uint64_t *ways = power_count(arena, divided, count, (quota + divisor - 1) / divisor);
    if (ways == NULL)
        return power;
    struct member_power *members = arena_alloc(arena, count, sizeof *members);
    wide *decided = arena_alloc(arena, count, sizeof *decided);
    wide orders = common_multiple(count);
    for (size_t i = 0; i < count; i++) {
        decided[i] = orders_decided(&ways[i * count], count, orders, &members[i].decides);
        decided_by_all += members[i].decides;
    }
    power.known = true;
    power.ways = INT64_C(1) << (count - 1);
    power.members = members;
    for (size_t i = 0; i < count; i++) {
        members[i].never = members[i].decides == 0;
        members[i].always = members[i].decides == power.ways;
        members[i].banzhaf = percent(arena, members[i].decides, decided_by_all);
        members[i].shapley = percent(arena, decided[i], orders);
    }
    return power;
}

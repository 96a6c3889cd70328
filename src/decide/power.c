/* SPDX-License-Identifier: MIT */
#include "quorate/decide.h"

#include "quorate/ratio.h"

/*
 * How many coalitions of each size have each number of votes below the quota. Only losing
 * coalitions are needed: a member decides when the others have less than the quota, but not by more
 * than its own votes.
 */
struct coalitions {
    uint32_t *counts; /* [size * quota + votes] of fewer than all members, who never lose; at most
                         2^31 are of one size */
    size_t members;
    int64_t quota;
};

static uint32_t *coalitions_of_size(const struct coalitions *coalitions, size_t size)
{
    return coalitions->counts + (int64_t)size * coalitions->quota;
}

/* Puts a member into the count: from the largest down, so that it joins each coalition once. */
static void add_member(struct coalitions *coalitions, int64_t votes)
{
    for (size_t size = coalitions->members - 1; size > 0; size--) {
        uint32_t *with = coalitions_of_size(coalitions, size);
        const uint32_t *without = coalitions_of_size(coalitions, size - 1);
        for (int64_t sum = coalitions->quota - 1; sum >= votes; sum--)
            with[sum] += without[sum - votes];
    }
}

/* Takes it out again, in the opposite order. */
static void remove_member(struct coalitions *coalitions, int64_t votes)
{
    for (size_t size = 1; size < coalitions->members; size++) {
        uint32_t *with = coalitions_of_size(coalitions, size);
        const uint32_t *without = coalitions_of_size(coalitions, size - 1);
        for (int64_t sum = votes; sum < coalitions->quota; sum++)
            with[sum] -= without[sum - votes];
    }
}

static int64_t greatest_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The least common multiple of 1 to n; n is at most 32, so it is below 1.5 * 10^14. */
static int64_t common_multiple(size_t n)
{
    int64_t multiple = 1;
    for (int64_t i = 2; i <= (int64_t)n; i++)
        multiple = multiple / greatest_common_divisor(multiple, i) * i;
    return multiple;
}

static int64_t binomial(size_t n, size_t k)
{
    int64_t result = 1;
    for (size_t i = 1; i <= k; i++)
        result = result * (int64_t)(n - k + i) / (int64_t)i;
    return result;
}

/*
 * What one member decides. Of the orders of all n members, those in which a given coalition of
 * `size` others comes just before it are 1 in n * C(n - 1, size), which divides lcm(1..n).
 */
static void count_decided(const struct coalitions *coalitions, int64_t votes, int64_t orders,
                          int64_t *decides, int64_t *pivotal)
{
    size_t members = coalitions->members;
    int64_t from = votes >= coalitions->quota ? 0 : coalitions->quota - votes;
    *decides = *pivotal = 0;
    for (size_t size = 0; size < members; size++) {
        int64_t ways = 0;
        const uint32_t *counts = coalitions_of_size(coalitions, size);
        for (int64_t sum = from; sum < coalitions->quota; sum++)
            ways += counts[sum];
        *decides += ways;
        *pivotal += ways * (orders / ((int64_t)members * binomial(members - 1, size)));
    }
}

/* Dividing votes and quota by what all votes share changes no coalition. */
static int64_t shared_divisor(const int64_t *votes, size_t count)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < count; i++)
        divisor = greatest_common_divisor(divisor, votes[i]);
    return divisor == 0 ? 1 : divisor;
}

/* Whether some coalitions win and others lose, few enough of them to count. */
static bool can_be_counted(const int64_t *votes, size_t count, int64_t quota, int64_t scaled_quota,
                           enum power_gap *gap)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += votes[i];
    *gap = quota <= 0 ? POWER_NONE_NEEDED : quota > sum ? POWER_OUT_OF_REACH : POWER_TOO_LARGE;
    return *gap == POWER_TOO_LARGE && count <= POWER_MEMBERS_MOST &&
           scaled_quota <= POWER_CELLS_MOST / (int64_t)(count + 1);
}

/* Of 29 members and more the orders are past RATIO_MOST, but 20,000 times as many fit into 64 bits.
 */
static const char *percent_of_orders(struct arena *arena, int64_t pivotal, int64_t orders)
{
    return ratio_decimal(arena, (20000 * pivotal + orders) / (2 * orders), 100, 2);
}

struct power decide_power(struct arena *arena, const int64_t *votes, size_t count, int64_t quota)
{
    int64_t divisor = shared_divisor(votes, count);
    struct coalitions coalitions = {.members = count, .quota = (quota + divisor - 1) / divisor};
    struct power power = {.quota = quota};
    if (!can_be_counted(votes, count, quota, coalitions.quota, &power.gap) || count == 0)
        return power;
    coalitions.counts =
        arena_alloc(arena, count * (size_t)coalitions.quota, sizeof *coalitions.counts);
    coalitions.counts[0] = 1;
    for (size_t i = 0; i < count; i++)
        add_member(&coalitions, votes[i] / divisor);

    struct member_power *members = arena_alloc(arena, count, sizeof *members);
    int64_t *pivotal = arena_alloc(arena, count, sizeof *pivotal);
    int64_t orders = common_multiple(count);
    int64_t decided_by_all = 0;
    for (size_t i = 0; i < count; i++) {
        remove_member(&coalitions, votes[i] / divisor);
        count_decided(&coalitions, votes[i] / divisor, orders, &members[i].decides, &pivotal[i]);
        add_member(&coalitions, votes[i] / divisor);
        decided_by_all += members[i].decides;
    }
    power.known = true;
    power.ways = INT64_C(1) << (count - 1);
    power.members = members;
    for (size_t i = 0; i < count; i++) {
        members[i].never = members[i].decides == 0;
        members[i].always = members[i].decides == power.ways;
        members[i].banzhaf = ratio_percent(arena, members[i].decides, decided_by_all, 2);
        members[i].shapley = percent_of_orders(arena, pivotal[i], orders);
    }
    return power;
}

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NAIVE_POWER_H
#define QUORATE_NAIVE_POWER_H

/* Who decides and who makes a quorum, by looking at each coalition of few members in turn. */

#include "check.h"
#include "quorate/decide.h"
#include "quorate/ratio.h"

enum {
    NAIVE_MEMBERS = 10,
    NAIVE_MOST = 14,
};

static inline int64_t naive_votes(const int64_t *votes, size_t count, unsigned coalition)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (coalition >> i & 1) != 0 ? votes[i] : 0;
    return sum;
}

static inline size_t naive_size(unsigned coalition)
{
    size_t size = 0;
    for (; coalition != 0; coalition >>= 1)
        size += coalition & 1;
    return size;
}

static inline int64_t naive_factorial(size_t n)
{
    return n == 0 ? 1 : (int64_t)n * naive_factorial(n - 1);
}

/* A member decides in a coalition of others that loses without it and wins with it. `orders`: of
 * all the orders of all members, those in which it makes the coalition win. */
static inline void naive_decides(const int64_t *votes, size_t count, int64_t quota, size_t member,
                                 int64_t *decides, int64_t *orders)
{
    *decides = *orders = 0;
    for (unsigned others = 0; others < 1U << count; others++) {
        int64_t sum = naive_votes(votes, count, others);
        if ((others >> member & 1) != 0 || sum >= quota || sum + votes[member] < quota)
            continue;
        size_t size = naive_size(others);
        *decides += 1;
        *orders += naive_factorial(size) * naive_factorial(count - size - 1);
    }
}

static inline void check_power(struct arena *arena, const int64_t *votes, size_t count,
                               int64_t quota)
{
    struct power power = decide_power(arena, votes, count, quota);
    int64_t decides[NAIVE_MOST], orders[NAIVE_MOST], decided_by_all = 0;
    int64_t sum = naive_votes(votes, count, (1U << count) - 1);
    check_int(power.quota, quota);
    check_int(power.known, quota > 0 && quota <= sum);
    if (!power.known) {
        check_int(power.gap, quota <= 0 ? POWER_NONE_NEEDED : POWER_OUT_OF_REACH);
        return;
    }
    check_int(power.ways, 1 << (count - 1));
    for (size_t i = 0; i < count; i++) {
        naive_decides(votes, count, quota, i, &decides[i], &orders[i]);
        decided_by_all += decides[i];
    }
    for (size_t i = 0; i < count; i++) {
        check_int(power.members[i].decides, decides[i]);
        check_int(power.members[i].never, decides[i] == 0);
        check_int(power.members[i].always, decides[i] == power.ways);
        check_text(power.members[i].banzhaf, ratio_percent(arena, decides[i], decided_by_all, 2));
        check_text(power.members[i].shapley,
                   ratio_percent(arena, orders[i], naive_factorial(count), 2));
    }
}

/* Whether those that are left without any `absent` members, whoever they are, have enough. */
static inline bool naive_can_be_away(const int64_t *quantities, size_t count, int64_t needed,
                                     size_t absent)
{
    for (unsigned group = 0; group < 1U << count; group++)
        if (naive_size(group) == count - absent && naive_votes(quantities, count, group) < needed)
            return false;
    return true;
}

static inline void check_reach(struct arena *arena, const int64_t *quantities, size_t count,
                               int64_t needed)
{
    struct reach reach = decide_reach(arena, quantities, count, needed);
    size_t fewest = count + 1, sets = 0, absent = 0;
    for (unsigned group = 0; group < 1U << count; group++) {
        size_t size = naive_size(group);
        if (size > fewest || naive_votes(quantities, count, group) < needed)
            continue;
        sets = size < fewest ? 1 : sets + 1;
        fewest = size;
    }
    check_int(reach.needed, needed);
    check_int(reach.possible, fewest <= count);
    if (!reach.possible)
        return;
    while (absent < count && naive_can_be_away(quantities, count, needed, absent + 1))
        absent++;
    check_int(reach.fewest, fewest);
    check_int(reach.any_absent, absent);
    check_int(reach.sets_known, fewest > 0);
    if (!reach.sets_known)
        return;
    check_int(reach.sets, sets);
    check_int(reach.group_count, sets < REACH_GROUPS_MOST ? sets : REACH_GROUPS_MOST);
    unsigned before[REACH_GROUPS_MOST];
    for (size_t k = 0; k < reach.group_count; k++) {
        before[k] = 0;
        for (size_t i = 0; i < fewest; i++) {
            check_true(i == 0 || reach.groups[k][i - 1] < reach.groups[k][i]);
            before[k] |= 1U << reach.groups[k][i];
        }
        check_true(naive_votes(quantities, count, before[k]) >= needed);
        for (size_t i = 0; i < k; i++)
            check_true(before[i] != before[k]);
    }
}

#endif

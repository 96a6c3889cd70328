/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "power_internal.h"

/*
 * Two ways to the same numbers. Few members have few coalitions, which are gone through one by one.
 * Otherwise it is counted how many coalitions of each size have each sum of votes, which takes no
 * longer for many coalitions than for few; only losing ones are needed.
 */

/* ---- One by one */

/* From one coalition to the next one member joins or leaves: Gray's order. */
static void count_one_by_one(const int64_t *votes, size_t count, int64_t quota, uint64_t *ways)
{
    int64_t sum = 0;
    size_t size = 0;
    uint64_t held = 0;
    for (uint64_t step = 1; step <= UINT64_C(1) << count; step++) {
        for (size_t i = 0; i < count && sum < quota; i++)
            if ((held >> i & 1) == 0 && sum + votes[i] >= quota)
                ways[i * count + size]++;
        size_t member = 0;
        while ((step >> member & 1) == 0)
            member++;
        if (member == count)
            break;
        bool leaves = (held >> member & 1) != 0;
        held ^= UINT64_C(1) << member;
        sum += leaves ? -votes[member] : votes[member];
        size = leaves ? size - 1 : size + 1;
    }
}

/* ---- By their sums */

/* The losing coalitions of one size: how many have `least` votes, `least` + 1 and so on to `most`;
 * when all are in, how many have no more than these. */
struct sums {
    int64_t least, most;
    uint64_t *ways;
};

static int compare_votes(const void *one, const void *other)
{
    const int64_t *a = one;
    const int64_t *b = other;
    return (*a > *b) - (*a < *b);
}

/* Sets least and most for each size that can lose, and returns how many sizes do; *cells is what
 * their tables take. */
static size_t find_bounds(struct arena *arena, const int64_t *votes, size_t count, int64_t quota,
                          struct sums *sums, int64_t *cells)
{
    int64_t *sorted = arena_alloc(arena, count, sizeof *sorted);
    memcpy(sorted, votes, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_votes);
    int64_t least = 0, most = 0;
    size_t size = 0;
    *cells = 0;
    while (size < count && least < quota) {
        sums[size].least = least;
        sums[size].most = most < quota ? most : quota - 1;
        if (*cells <= POWER_STEPS_MOST) /* or there are too many, however many more */
            *cells += sums[size].most - least + 1;
        least += sorted[size];
        most += sorted[count - 1 - size];
        size++;
    }
    return size;
}

/* A member joins each coalition of those before it. From the largest down, so that it does so once.
 */
static void add_member(struct sums *sums, size_t sizes, int64_t votes)
{
    for (size_t size = sizes - 1; size > 0; size--) {
        struct sums *with = &sums[size];
        const struct sums *without = &sums[size - 1];
        int64_t from = without->least + votes, to = without->most + votes;
        from = from < with->least ? with->least : from;
        to = to > with->most ? with->most : to;
        uint64_t *sum = with->ways + (from - with->least);
        const uint64_t *joined = without->ways + (from - votes - without->least);
        for (int64_t i = 0; i <= to - from; i++)
            sum[i] += joined[i];
    }
}

static void add_up(struct sums *sums)
{
    for (int64_t i = 1; i <= sums->most - sums->least; i++)
        sums->ways[i] += sums->ways[i - 1];
}

/* How many coalitions have at most `votes`, which is less than the quota. */
static uint64_t up_to(const struct sums *sums, int64_t votes)
{
    if (votes < sums->least)
        return 0;
    return sums->ways[(votes < sums->most ? votes : sums->most) - sums->least];
}

/*
 * Of the coalitions of `size` without a member, those that it makes win. All coalitions of a size
 * and a sum are those without it, and those one smaller without it that it joined: so without it
 * are all, less all that are one smaller by its votes, and again all that are two smaller, and so
 * on. The numbers wrap on their way to one that does not.
 */
static uint64_t count_decided(const struct sums *sums, size_t size, int64_t votes, int64_t quota)
{
    uint64_t ways = 0;
    int64_t last = quota - 1;
    for (size_t smaller = 0; smaller <= size && last >= 0; smaller++, last -= votes) {
        const struct sums *of_size = &sums[size - smaller];
        uint64_t here = up_to(of_size, last) - up_to(of_size, last - votes);
        ways = smaller % 2 == 0 ? ways + here : ways - here;
    }
    return ways;
}

static void count_by_sums(struct arena *arena, const int64_t *votes, size_t count, int64_t quota,
                          struct sums *sums, size_t sizes, uint64_t *ways)
{
    for (size_t size = 0; size < sizes; size++)
        sums[size].ways = arena_alloc(arena, (size_t)(sums[size].most - sums[size].least + 1),
                                      sizeof *sums[size].ways);
    sums[0].ways[0] = 1;
    for (size_t i = 0; i < count; i++)
        add_member(sums, sizes, votes[i]);
    for (size_t size = 0; size < sizes; size++)
        add_up(&sums[size]);
    for (size_t i = 0; i < count; i++)
        for (size_t size = 0; size < sizes; size++)
            ways[i * count + size] = count_decided(sums, size, votes[i], quota);
}

const uint64_t *power_count(struct arena *arena, const int64_t *votes, size_t count, int64_t quota)
{
    struct sums *sums = arena_alloc(arena, count, sizeof *sums);
    int64_t cells, coalitions = INT64_C(1) << count;
    size_t sizes = find_bounds(arena, votes, count, quota, sums, &cells);
    if (cells > POWER_STEPS_MOST && coalitions > POWER_STEPS_MOST)
        return NULL;
    uint64_t *ways = arena_alloc(arena, count * count, sizeof *ways);
    if (coalitions <= cells)
        count_one_by_one(votes, count, quota, ways);
    else
        count_by_sums(arena, votes, count, quota, sums, sizes, ways);
    return ways;
}

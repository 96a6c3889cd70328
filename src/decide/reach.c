/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "quorate/decide.h"

/* A member's quantity and its place, the largest first. */
struct holding {
    int64_t quantity;
    size_t place;
};

static int compare_holdings(const void *one, const void *other)
{
    const struct holding *a = one;
    const struct holding *b = other;
    if (a->quantity != b->quantity)
        return a->quantity > b->quantity ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

/* How many of the largest it takes to have `needed`; count + 1 when all do not. */
static size_t fewest_largest(const struct holding *holdings, size_t count, int64_t needed)
{
    int64_t sum = 0;
    for (size_t taken = 0; taken <= count; taken++) {
        if (sum >= needed)
            return taken;
        if (taken < count)
            sum += holdings[taken].quantity;
    }
    return count + 1;
}

static size_t most_absent(const struct holding *holdings, size_t count, int64_t total,
                          int64_t needed)
{
    size_t absent = 0;
    while (absent < count && total - holdings[absent].quantity >= needed) {
        total -= holdings[absent].quantity;
        absent++;
    }
    return absent;
}

static int compare_places(const void *one, const void *other)
{
    const size_t *a = one;
    const size_t *b = other;
    return *a < *b ? -1 : *a > *b;
}

static const size_t *places_of(struct arena *arena, const struct holding *holdings,
                               const size_t *chosen, size_t count)
{
    size_t *places = arena_alloc(arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++)
        places[i] = holdings[chosen[i]].place;
    qsort(places, count, sizeof *places, compare_places);
    return places;
}

/* The next choice of `size` out of `count` in lexicographic order; false behind the last. */
static bool next_choice(size_t *chosen, size_t size, size_t count)
{
    size_t at = size;
    while (at > 0 && chosen[at - 1] == count - size + at - 1)
        at--;
    if (at == 0)
        return false;
    chosen[at - 1]++;
    for (size_t i = at; i < size; i++)
        chosen[i] = chosen[i - 1] + 1;
    return true;
}

/* Goes through all groups of the fewest, those of the largest members first. */
static void find_groups(struct arena *arena, const struct holding *holdings, size_t count,
                        struct reach *reach)
{
    const size_t **groups = arena_alloc(arena, REACH_GROUPS_MOST, sizeof *groups);
    size_t *chosen = arena_alloc(arena, reach->fewest, sizeof *chosen);
    for (size_t i = 0; i < reach->fewest; i++)
        chosen[i] = i;
    do {
        int64_t sum = 0;
        for (size_t i = 0; i < reach->fewest; i++)
            sum += holdings[chosen[i]].quantity;
        if (sum < reach->needed)
            continue;
        reach->sets++;
        if (reach->group_count < REACH_GROUPS_MOST)
            groups[reach->group_count++] = places_of(arena, holdings, chosen, reach->fewest);
    } while (next_choice(chosen, reach->fewest, count));
    reach->groups = groups;
    reach->sets_known = true;
}

struct reach decide_reach(struct arena *arena, const int64_t *quantities, size_t count,
                          int64_t needed)
{
    struct holding *holdings = arena_alloc(arena, count, sizeof *holdings);
    struct reach reach = {.needed = needed};
    int64_t total = 0;
    for (size_t i = 0; i < count; i++) {
        holdings[i] = (struct holding){quantities[i], i};
        total += quantities[i];
    }
    qsort(holdings, count, sizeof *holdings, compare_holdings);
    reach.fewest = fewest_largest(holdings, count, needed);
    reach.possible = reach.fewest <= count;
    if (!reach.possible)
        return reach;
    reach.any_absent = most_absent(holdings, count, total, needed);
    if (count <= REACH_MEMBERS_MOST && reach.fewest > 0)
        find_groups(arena, holdings, count, &reach);
    return reach;
}

/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "reach_internal.h"

/*
 * Branch and bound: a group is given up as soon as the largest of the members that may still come
 * in would not bring it to some demand. With one demand that leaves no group that does not reach
 * it, so the search takes no longer than what it finds.
 */

struct search {
    struct arena *arena;
    const struct demand *demands;
    size_t demand_count;
    const size_t *order;
    size_t count, size;
    int64_t *best; /* by demand, first member and number: the most that so many from there have */
    int64_t *have; /* what is chosen has of each demand, for every number of members chosen */
    size_t *chosen;
    const size_t **groups;
    size_t steps, found, kept;
};

static int64_t *best_of(const struct search *search, size_t demand, size_t from, size_t number)
{
    return &search->best[(demand * (search->count + 1) + from) * (search->size + 1) + number];
}

/* One more member in front of those from `from` + 1 on: the largest are kept in order. */
static void find_best(const struct search *search, size_t demand)
{
    const struct demand *asks = &search->demands[demand];
    int64_t *largest = arena_alloc(search->arena, search->count, sizeof *largest);
    for (size_t from = search->count; from-- > 0;) {
        size_t behind = search->count - 1 - from;
        int64_t quantity = asks->quantities[search->order[from]];
        size_t at = behind;
        while (at > 0 && largest[at - 1] < quantity) {
            largest[at] = largest[at - 1];
            at--;
        }
        largest[at] = quantity;
        int64_t sum = 0;
        for (size_t number = 1; number <= search->size && number <= behind + 1; number++)
            *best_of(search, demand, from, number) = sum += largest[number - 1];
    }
}

static bool can_reach(const struct search *search, size_t from, size_t taken)
{
    for (size_t i = 0; i < search->demand_count; i++)
        if (search->have[taken * search->demand_count + i] +
                *best_of(search, i, from, search->size - taken) <
            search->demands[i].needed)
            return false;
    return true;
}

static int compare_places(const void *one, const void *other)
{
    const size_t *a = one;
    const size_t *b = other;
    return *a < *b ? -1 : *a > *b;
}

static void keep(struct search *search)
{
    search->found++;
    if (search->kept == REACH_GROUPS_MOST)
        return;
    size_t *places = arena_alloc(search->arena, search->size, sizeof *places);
    for (size_t i = 0; i < search->size; i++)
        places[i] = search->order[search->chosen[i]];
    qsort(places, search->size, sizeof *places, compare_places);
    search->groups[search->kept++] = places;
}

static void choose_place(struct search *search, size_t place, size_t taken)
{
    search->chosen[taken] = place;
    for (size_t i = 0; i < search->demand_count; i++)
        search->have[(taken + 1) * search->demand_count + i] =
            search->have[taken * search->demand_count + i] +
            search->demands[i].quantities[search->order[place]];
}

/* False when it is enough. What can be had does not grow from one member to the next, so where it
 * does not do once it does not do again. */
static bool go_on(struct search *search, size_t from, size_t taken)
{
    if (taken == search->size) {
        keep(search);
        return search->found <= REACH_FOUND_MOST;
    }
    for (size_t place = from; place + (search->size - taken) <= search->count; place++) {
        if (++search->steps > REACH_STEPS_MOST)
            return false;
        if (!can_reach(search, place, taken))
            return true;
        choose_place(search, place, taken);
        if (can_reach(search, place + 1, taken + 1) && !go_on(search, place + 1, taken + 1))
            return false;
    }
    return true;
}

void reach_search(struct arena *arena, const struct demand *demands, size_t demand_count,
                  const size_t *order, size_t count, size_t size, struct reach *reach)
{
    struct search search = {
        .arena = arena,
        .demands = demands,
        .demand_count = demand_count,
        .order = order,
        .count = count,
        .size = size,
        .best = arena_alloc(arena, demand_count * (count + 1) * (size + 1), sizeof *search.best),
        .have = arena_alloc(arena, demand_count * (size + 1), sizeof *search.have),
        .chosen = arena_alloc(arena, size + 1, sizeof *search.chosen),
        .groups = arena_alloc(arena, REACH_GROUPS_MOST, sizeof *search.groups),
    };
    for (size_t i = 0; i < demand_count; i++)
        find_best(&search, i);
    reach->sets_known = go_on(&search, 0, 0);
    reach->sets = search.found;
    reach->groups = search.groups;
    reach->group_count = search.kept;
}

/* SPDX-License-Identifier: MIT */
#include "reach_internal.h"

#include <stdlib.h>

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

static struct holding *holdings_of(struct arena *arena, const int64_t *quantities, size_t count)
{
    struct holding *holdings = arena_alloc(arena, count, sizeof *holdings);
    for (size_t i = 0; i < count; i++)
        holdings[i] = (struct holding){quantities[i], i};
    if (count > 0)
        qsort(holdings, count, sizeof *holdings, compare_holdings);
    return holdings;
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

static int64_t sum_of_smallest(const struct holding *holdings, size_t count, size_t number)
{
    int64_t sum = 0;
    for (size_t i = 0; i < number; i++)
        sum += holdings[count - 1 - i].quantity;
    return sum;
}

static size_t most_absent(const int64_t *quantities, const struct holding *holdings, size_t count,
                          int64_t needed)
{
    size_t absent = 0;
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += quantities[i];
    while (absent < count && total - holdings[absent].quantity >= needed) {
        total -= holdings[absent].quantity;
        absent++;
    }
    return absent;
}

/* The demands at once, each with its members in order of size. */
struct task {
    struct arena *arena;
    const struct demand *demands;
    struct holding *const *holdings;
    size_t demand_count, count;
};

/* All members, of whom there are some, have as much of it, so it asks for a number of them and for
 * nothing else. */
static bool is_of_heads(const struct task *task, size_t demand)
{
    const struct holding *holdings = task->holdings[demand];
    return holdings[0].quantity == holdings[task->count - 1].quantity;
}

/* The demand that says which members, where there is only one such; else NULL. */
static const struct demand *only_one(const struct task *task, size_t *demand)
{
    size_t found = 0;
    *demand = 0;
    for (size_t i = 0; i < task->demand_count; i++)
        if (!is_of_heads(task, i) || (i + 1 == task->demand_count && found == 0)) {
            *demand = i;
            found++;
        }
    return found == 1 ? &task->demands[*demand] : NULL;
}

/* `size` out of `count`, at most 64 over 32. Each step is a whole number. */
static uint64_t choices(size_t size, size_t count)
{
    uint64_t ways = 1;
    for (size_t i = 1; i <= size; i++)
        ways = ways / i * (count - size + i) + ways % i * (count - size + i) / i;
    return ways;
}

/* Too many groups to go through may still be counted. */
static void count_groups(const struct task *task, struct reach *reach)
{
    size_t demand;
    if (reach->any) {
        reach->sets = choices(reach->fewest, task->count);
        reach->sets_known = true;
    }
    const struct demand *only = only_one(task, &demand);
    if (reach->sets_known || only == NULL)
        return;
    int64_t *sorted = arena_alloc(task->arena, task->count, sizeof *sorted);
    for (size_t i = 0; i < task->count; i++)
        sorted[i] = task->holdings[demand][i].quantity;
    uint64_t sets;
    if (!reach_count(task->arena, sorted, task->count, reach->fewest, only->needed, &sets))
        return;
    reach->sets = sets;
    reach->sets_known = true;
}

/* The members of the demand that says which come first in their order. */
static const size_t *order_of_demand(const struct task *task)
{
    size_t demand;
    size_t *order = arena_alloc(task->arena, task->count, sizeof *order);
    (void)only_one(task, &demand);
    for (size_t i = 0; i < task->count; i++)
        order[i] = task->holdings[demand][i].place;
    return order;
}

static bool any_will_do(const struct task *task, size_t number)
{
    for (size_t i = 0; i < task->demand_count; i++)
        if (sum_of_smallest(task->holdings[i], task->count, number) < task->demands[i].needed)
            return false;
    return true;
}

/* From the fewest that each demand takes by itself upwards. */
static void find_fewest(const struct task *task, struct reach *reach)
{
    size_t demand;
    bool small = task->count <= REACH_MEMBERS_MOST;
    reach->fewest_known = reach->fewest == 0 || only_one(task, &demand) != NULL;
    for (bool sure = true; small && sure && reach->fewest > 0;) { /* all together have enough */
        reach_search(task->arena, task->demands, task->demand_count, order_of_demand(task),
                     task->count, reach->fewest, reach);
        if (reach->sets > 0) {
            reach->fewest_known = true;
            break;
        }
        sure = reach->sets_known;
        reach->fewest += sure;
    }
    reach->any = reach->fewest_known && any_will_do(task, reach->fewest);
    if (reach->sets > 0)
        count_groups(task, reach);
}

struct reach decide_reach_all(struct arena *arena, const struct demand *demands,
                              size_t demand_count, size_t count)
{
    struct holding **holdings = arena_alloc(arena, demand_count, sizeof *holdings);
    struct task task = {arena, demands, holdings, demand_count, count};
    struct reach reach = {.possible = true};
    for (size_t i = 0; i < demand_count; i++) {
        holdings[i] = holdings_of(arena, demands[i].quantities, count);
        size_t fewest = fewest_largest(holdings[i], count, demands[i].needed);
        reach.possible = reach.possible && fewest <= count;
        reach.fewest = fewest > reach.fewest ? fewest : reach.fewest;
    }
    if (reach.possible)
        find_fewest(&task, &reach);
    return reach;
}

struct reach decide_reach(struct arena *arena, const int64_t *quantities, size_t count,
                          int64_t needed)
{
    const struct demand demand = {quantities, needed};
    struct reach reach = decide_reach_all(arena, &demand, 1, count);
    reach.needed = needed;
    reach.any_absent =
        most_absent(quantities, holdings_of(arena, quantities, count), count, needed);
    return reach;
}

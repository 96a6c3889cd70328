/* SPDX-License-Identifier: MIT */
#include "reach_internal.h"

/*
 * A group of `size` is the largest so many, with some taken out and as many others put in. Each
 * member that is taken out costs what it has more than the smallest of the largest, each that is
 * put in what it has less, and a group has what is needed when its costs are at most what the
 * largest have to spare. So groups are counted by how many were taken out and what they cost.
 */

/* 4 MB, and a tenth of a second. */
#define CELLS_MOST ((int64_t)500000)

struct ways {
    int64_t *cells; /* ways to be `apart` ahead (taken out, not put in) at a cost, row by row */
    size_t apart_most;
    int64_t spare;
};

static int64_t *ways_to(const struct ways *ways, size_t apart, int64_t cost)
{
    return &ways->cells[(int64_t)apart * (ways->spare + 1) + cost];
}

/* In place: every row is made from the one before it, which has not been changed yet. */
static void may_be_taken_out(const struct ways *ways, int64_t cost)
{
    for (size_t apart = ways->apart_most; apart > 0 && cost <= ways->spare; apart--)
        for (int64_t sum = ways->spare; sum >= cost; sum--)
            *ways_to(ways, apart, sum) += *ways_to(ways, apart - 1, sum - cost);
}

static void may_be_put_in(const struct ways *ways, int64_t cost)
{
    for (size_t apart = 0; apart < ways->apart_most && cost <= ways->spare; apart++)
        for (int64_t sum = ways->spare; sum >= cost; sum--)
            *ways_to(ways, apart, sum) += *ways_to(ways, apart + 1, sum - cost);
}

/*@ axiomatic Sums {
      logic integer sum{L}(int64_t *of, integer count) reads of[0 .. count - 1];
      axiom no_sum{L}: \forall int64_t *of, integer count; count <= 0 ==> sum(of, count) == 0;
      axiom more_sum{L}: \forall int64_t *of, integer count;
          count > 0 ==> sum(of, count) == sum(of, count - 1) + of[count - 1];
    } */

/*@ requires \valid_read(quantities + (0 .. count - 1)) && count <= RATIO_MOST;
    requires \forall integer i; 0 <= i <= count ==> is_quantity(sum(quantities, i));
    assigns \nothing;
    ensures \result == sum(quantities, count); */
static int64_t sum_of(const int64_t *quantities, size_t count)
{
    int64_t sum = 0;
    /*@ loop invariant 0 <= i <= count && sum == sum(quantities, i);
        loop assigns i, sum; */
    for (size_t i = 0; i < count; i++) {
        //@ assert is_quantity(sum(quantities, i + 1));
        sum += quantities[i];
    }
    return sum;
}

bool reach_count(struct arena *arena, const int64_t *quantities, size_t count, size_t size,
                 int64_t needed, uint64_t *sets)
{
    struct ways ways = {.apart_most = size < count - size ? size : count - size};
    int64_t all = 0;
    ways.spare = sum_of(quantities, size) - needed;
    if (ways.spare < 0 || ways.spare >= CELLS_MOST / (int64_t)(ways.apart_most + 1))
        return false;
    ways.cells =
        arena_alloc(arena, (ways.apart_most + 1) * (size_t)(ways.spare + 1), sizeof *ways.cells);
    *ways_to(&ways, 0, 0) = 1;
    for (size_t i = 0; i < size; i++)
        may_be_taken_out(&ways, quantities[i] - quantities[size - 1]);
    for (size_t i = size; i < count; i++)
        may_be_put_in(&ways, quantities[size - 1] - quantities[i]);
    for (int64_t cost = 0; cost <= ways.spare; cost++)
        all += *ways_to(&ways, 0, cost);
    *sets = (uint64_t)all;
    return true;
}

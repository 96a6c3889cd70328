/* SPDX-License-Identifier: MIT */
#include "naive_power.h"
#include "polls.h"

/* Of 1, 2, 3 and 4 two can have 6: 4+3 and 4+2. Without the 4 the others still have 6; without the
 * 3 as well they have not. */
static void four_members(void **state)
{
    static const int64_t quantities[] = {1, 2, 3, 4};
    struct arena *arena = arena_of(state);
    struct reach reach = decide_reach(arena, quantities, 4, 6);
    check_int(reach.needed, 6);
    check_true(reach.possible);
    check_int(reach.fewest, 2);
    check_true(reach.sets_known);
    check_int(reach.sets, 2);
    check_int(reach.group_count, 2);
    check_int(reach.groups[0][0], 2); /* the largest first, each by the members' places */
    check_int(reach.groups[0][1], 3);
    check_int(reach.groups[1][0], 1);
    check_int(reach.groups[1][1], 3);
    check_int(reach.any_absent, 1);
    for (int64_t needed = -1; needed <= 11; needed++)
        check_reach(arena, quantities, 4, needed);
}

static void nothing_and_too_much(void **state)
{
    static const int64_t quantities[] = {4, 3, 2, 1};
    struct arena *arena = arena_of(state);
    struct reach reach = decide_reach(arena, quantities, 4, 0);
    check_true(reach.possible);
    check_int(reach.fewest, 0);
    check_int(reach.any_absent, 4);
    check_false(reach.sets_known);
    check_false(decide_reach(arena, quantities, 4, 11).possible);
    check_false(decide_reach(arena, quantities, 0, 1).possible);
    reach = decide_reach(arena, quantities, 4, 10);
    check_int(reach.fewest, 4);
    check_int(reach.sets, 1);
    check_int(reach.any_absent, 0);
}

/* Half of the patients of 2015: 4 practices can have them, in 13 groups of 210. */
static void the_practices_of_2015(void **state)
{
    struct arena *arena = arena_of(state);
    const struct tables tables = {0};
    struct assembly assembly = assemble(arena, &tables);
    int64_t sizes[NAIVE_MEMBERS];
    check_int(assembly.roll.count, NAIVE_MEMBERS);
    for (size_t i = 0; i < NAIVE_MEMBERS; i++)
        sizes[i] = assembly.roll.members[i].list_size;
    struct reach reach = decide_reach(arena, sizes, NAIVE_MEMBERS, 45866);
    check_int(reach.fewest, 4);
    check_int(reach.sets, 13);
    check_int(reach.any_absent, 3);
    check_reach(arena, sizes, NAIVE_MEMBERS, 45866);
    check_reach(arena, sizes, NAIVE_MEMBERS, 73386);
    check_reach(arena, sizes, NAIVE_MEMBERS, 91732);
}

/* 12 equal members, of whom any 6 will do: 924 groups, the first 64 of which are kept. */
static void many_groups_and_many_members(void **state)
{
    int64_t quantities[REACH_MEMBERS_MOST + 1];
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i <= REACH_MEMBERS_MOST; i++)
        quantities[i] = 5;
    struct reach reach = decide_reach(arena, quantities, 12, 30);
    check_int(reach.sets, 924);
    check_int(reach.group_count, REACH_GROUPS_MOST);
    check_int(reach.any_absent, 6);
    check_true(reach.any);
    check_true(decide_reach(arena, quantities, REACH_MEMBERS_MOST, 10).sets_known);
    reach = decide_reach(arena, quantities, REACH_MEMBERS_MOST + 1, 10);
    check_true(reach.fewest_known);
    check_int(reach.fewest, 2);
    check_int(reach.any_absent, 63);
    check_false(reach.sets_known);
    check_int(reach.sets, 0);
}

/* 64 members of whom any half will do: 64 over 32 groups, which nobody could go through. */
static void more_groups_than_can_be_gone_through(void **state)
{
    int64_t quantities[REACH_MEMBERS_MOST];
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < REACH_MEMBERS_MOST; i++)
        quantities[i] = 1;
    struct reach reach = decide_reach(arena, quantities, REACH_MEMBERS_MOST, 32);
    check_int(reach.fewest, 32);
    check_true(reach.sets_known);
    check_true(reach.sets == 1832624140942590534);
    check_true(reach.any);
    /* 1,000 to 1,063: the 31 largest have 32,488. Of 32 the least have 32,496, once; 32,497 have
     * one group, and 32,498 two: as many as there are ways to write 0, 1 and 2 as a sum. */
    for (size_t i = 0; i < REACH_MEMBERS_MOST; i++)
        quantities[i] = 1000 + (int64_t)i;
    reach = decide_reach(arena, quantities, REACH_MEMBERS_MOST, 32499);
    check_int(reach.fewest, 32);
    check_true(reach.sets_known);
    check_false(reach.any);
    check_true(reach.sets == 1832624140942590534 - 4);
}

/* Every group of 11 out of 24, counted the long way. */
static void counted_without_going_through(void **state)
{
    int64_t quantities[24];
    struct arena *arena = arena_of(state);
    size_t sets = 0;
    for (int64_t i = 0; i < 24; i++)
        quantities[i] = 1000 + 37 * i % 101;
    struct reach reach = decide_reach(arena, quantities, 24, 11500);
    for (unsigned group = 0; group < 1U << 24; group++)
        if (naive_size(group) == reach.fewest)
            sets += naive_votes(quantities, 24, group) >= 11500;
    check_int(reach.fewest, 11);
    check_false(reach.any);
    check_true(sets > 100000);
    check_true(reach.sets_known);
    check_int(reach.sets, sets);
}

/* 4 of 64, of whom each two neighbours are 100 apart: what is to spare is 15,999, over which four
 * are exchanged at most and not 60. 64 over 4 are 635,376, and more than 500,000 have it. */
static void few_out_of_many_are_counted(void **state)
{
    int64_t quantities[REACH_MEMBERS_MOST];
    size_t sets = 0, last = REACH_MEMBERS_MOST;
    for (size_t i = 0; i < last; i++)
        quantities[i] = 10000 + 100 * (int64_t)i;
    for (size_t a = 0; a < last; a++)
        for (size_t b = a + 1; b < last; b++)
            for (size_t c = b + 1; c < last; c++)
                for (size_t d = c + 1; d < last; d++)
                    sets += 40000 + 100 * (a + b + c + d) >= 48601;
    struct reach reach = decide_reach(arena_of(state), quantities, last, 48601);
    check_int(reach.fewest, 4);
    check_false(reach.any);
    check_true(reach.sets_known);
    check_int(reach.sets, sets);
    check_true(sets > 500000);
}

/* Too large to be counted, and too many to be gone through: that is said. */
static void quantities_that_are_too_large(void **state)
{
    int64_t quantities[40];
    struct arena *arena = arena_of(state);
    for (int64_t i = 0; i < 40; i++)
        quantities[i] = 90000000 + 37000 * (i * i % 101);
    struct reach reach = decide_reach(arena, quantities, 40, 1735000000);
    check_true(reach.fewest_known);
    check_false(reach.sets_known);
    check_true(reach.sets > 100000);
    check_int(reach.group_count, REACH_GROUPS_MOST);
    /* 19 of at least 90 million each: any will do, and that is 40 over 19. */
    reach = decide_reach(arena, quantities, 40, 1710000000);
    check_true(reach.any);
    check_true(reach.sets_known);
    check_true(reach.sets == 131282408400);
}

/* ---- Several demands at once */

#define SMALL 9

static bool meets(const struct demand *demands, size_t demand_count, size_t count, unsigned group)
{
    for (size_t i = 0; i < demand_count; i++)
        if (naive_votes(demands[i].quantities, count, group) < demands[i].needed)
            return false;
    return true;
}

static void check_all(struct arena *arena, const struct demand *demands, size_t demand_count)
{
    struct reach reach = decide_reach_all(arena, demands, demand_count, SMALL);
    size_t fewest = SMALL + 1, sets = 0, all = 0;
    for (unsigned group = 0; group < 1U << SMALL; group++) {
        size_t size = naive_size(group);
        if (size > fewest || !meets(demands, demand_count, SMALL, group))
            continue;
        sets = size < fewest ? 1 : sets + 1;
        fewest = size;
    }
    for (unsigned group = 0; group < 1U << SMALL; group++)
        all += naive_size(group) == fewest;
    check_int(reach.possible, fewest <= SMALL);
    if (!reach.possible)
        return;
    check_true(reach.fewest_known);
    check_int(reach.fewest, fewest);
    check_int(reach.any, sets == all);
    if (fewest == 0)
        return;
    check_true(reach.sets_known);
    check_int(reach.sets, sets);
    for (size_t k = 0; k < reach.group_count; k++) {
        unsigned group = 0;
        for (size_t i = 0; i < fewest; i++)
            group |= 1U << reach.groups[k][i];
        check_int(naive_size(group), fewest);
        check_true(meets(demands, demand_count, SMALL, group));
    }
}

/* Against every group of 9: heads, patients and votes, and two areas. */
static void several_demands(void **state)
{
    static const int64_t heads[SMALL] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const int64_t patients[SMALL] = {9, 8, 7, 6, 5, 4, 3, 2, 1};
    static const int64_t votes[SMALL] = {1, 1, 1, 2, 2, 3, 4, 5, 9};
    static const int64_t north[SMALL] = {1, 0, 1, 0, 1, 0, 1, 0, 0};
    static const int64_t south[SMALL] = {0, 1, 0, 1, 0, 1, 0, 1, 1};
    struct arena *arena = arena_of(state);
    for (int64_t a = 0; a <= 10; a += 2)
        for (int64_t b = 0; b <= 46; b += 5)
            for (int64_t c = 0; c <= 29; c += 4) {
                check_all(arena, (const struct demand[]){{heads, a}, {patients, b}, {votes, c}}, 3);
                check_all(arena, (const struct demand[]){{patients, b}, {votes, c}}, 2);
                check_all(arena, (const struct demand[]){{north, a / 2}, {south, c / 5}}, 2);
                check_all(arena, (const struct demand[]){{heads, a}, {patients, b}}, 2);
            }
}

/* Of 2 patients and 8 votes, 8 and 2, or 4 and 4 the demands of 10 each take 2 where each by itself
 * takes 2 as well; of 9 and 1 or 1 and 9 two make 10 of each. Worked by hand: with 9 and 1, 1 and 9
 * and 5 and 5 there are two ways, A with B, and C with C's like. */
static void two_measures_by_hand(void **state)
{
    static const int64_t patients[] = {9, 1, 5, 5}, votes[] = {1, 9, 5, 5};
    struct arena *arena = arena_of(state);
    struct reach reach =
        decide_reach_all(arena, (const struct demand[]){{patients, 10}, {votes, 10}}, 2, 4);
    check_int(reach.fewest, 2);
    check_int(reach.sets, 2);
    check_int(reach.groups[0][0], 0);
    check_int(reach.groups[0][1], 1);
    check_int(reach.groups[1][0], 2);
    check_int(reach.groups[1][1], 3);
    check_false(reach.any);
    /* 11 of each takes three, and any three but A, C, D or B, C, D: 15 and 11, 11 and 15 do too. */
    reach = decide_reach_all(arena, (const struct demand[]){{patients, 11}, {votes, 11}}, 2, 4);
    check_int(reach.fewest, 3);
    check_int(reach.sets, 4);
    check_true(reach.any);
}

/* It ends, and says when it does not know. */
static void demands_that_take_too_long(void **state)
{
    int64_t one[REACH_MEMBERS_MOST + 1], other[REACH_MEMBERS_MOST + 1];
    struct arena *arena = arena_of(state);
    for (int64_t i = 0; i <= (int64_t)REACH_MEMBERS_MOST; i++) {
        one[i] = 1000 + i * 7919 % 997 * 2;
        other[i] = 5000 - one[i];
    }
    /* What a member has more of one it has less of the other, and all are even: so 32, who have
     * 160,000 of both, never have an odd part of it, but that takes too long to find out. */
    const struct demand demands[] = {{one, 64001}, {other, 95999}};
    struct reach reach = decide_reach_all(arena, demands, 2, REACH_MEMBERS_MOST);
    check_true(reach.possible);
    check_false(reach.fewest_known);
    check_int(reach.sets, 0);
    check_true(reach.fewest <= 32);
    reach = decide_reach_all(arena, demands, 2, REACH_MEMBERS_MOST + 1);
    check_true(reach.possible);
    check_false(reach.fewest_known);
    /* How many is plain where only one demand says which. */
    for (size_t i = 0; i <= REACH_MEMBERS_MOST; i++)
        other[i] = 1;
    const struct demand heads[] = {{one, 2000}, {other, 5}};
    reach = decide_reach_all(arena, heads, 2, REACH_MEMBERS_MOST + 1);
    check_true(reach.fewest_known);
    check_int(reach.fewest, 5);
}

/* The first has 5 of the one, the second 5 of the other, and all others 1 of both. Each by itself
 * makes 5 of one; both together make 5 of both, which two take. Of more than can be gone through
 * how few it takes is not known then: each demand says which members, though all but one are alike
 * in it. */
static void one_that_has_more_than_all_others(void **state)
{
    int64_t one[REACH_MEMBERS_MOST + 1], other[REACH_MEMBERS_MOST + 1];
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i <= REACH_MEMBERS_MOST; i++)
        one[i] = other[i] = 1;
    one[0] = other[1] = 5;
    const struct demand demands[] = {{one, 5}, {other, 5}};
    struct reach reach = decide_reach_all(arena, demands, 2, REACH_MEMBERS_MOST);
    check_true(reach.fewest_known);
    check_int(reach.fewest, 2);
    check_int(reach.sets, 1);
    check_false(decide_reach_all(arena, demands, 2, REACH_MEMBERS_MOST + 1).fewest_known);
    /* And where it is one that has less. */
    one[0] = other[1] = 0;
    const struct demand least[] = {{one, 1}, {other, 1}};
    check_false(decide_reach_all(arena, least, 2, REACH_MEMBERS_MOST + 1).fewest_known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(four_members),
        test_with_arena(nothing_and_too_much),
        test_with_arena(the_practices_of_2015),
        test_with_arena(many_groups_and_many_members),
        test_with_arena(more_groups_than_can_be_gone_through),
        test_with_arena(counted_without_going_through),
        test_with_arena(few_out_of_many_are_counted),
        test_with_arena(quantities_that_are_too_large),
        test_with_arena(several_demands),
        test_with_arena(two_measures_by_hand),
        test_with_arena(demands_that_take_too_long),
        test_with_arena(one_that_has_more_than_all_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

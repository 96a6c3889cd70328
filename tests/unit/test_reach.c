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
    check_true(decide_reach(arena, quantities, REACH_MEMBERS_MOST, 10).sets_known);
    reach = decide_reach(arena, quantities, REACH_MEMBERS_MOST + 1, 10);
    check_int(reach.fewest, 2);
    check_int(reach.any_absent, 19);
    check_false(reach.sets_known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(four_members),
        test_with_arena(nothing_and_too_much),
        test_with_arena(the_practices_of_2015),
        test_with_arena(many_groups_and_many_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

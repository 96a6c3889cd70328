/* SPDX-License-Identifier: MIT */
#include "naive_power.h"
#include "polls.h"

struct worked {
    int64_t decides;
    const char *banzhaf, *shapley;
};

static void check_worked(struct arena *arena, const int64_t *votes, size_t count, int64_t quota,
                         const struct worked *wanted)
{
    struct power power = decide_power(arena, votes, count, quota);
    check_true(power.known);
    check_int(power.quota, quota);
    check_int(power.ways, 1 << (count - 1));
    for (size_t i = 0; i < count; i++) {
        check_int(power.members[i].decides, wanted[i].decides);
        check_text(power.members[i].banzhaf, wanted[i].banzhaf);
        check_text(power.members[i].shapley, wanted[i].shapley);
        check_int(power.members[i].never, wanted[i].decides == 0);
        check_int(power.members[i].always, wanted[i].decides == power.ways);
    }
    check_power(arena, votes, count, quota);
}

/*
 * 4, 3, 2 and 1 votes, and 6 are needed. The one with 4 decides when the others have 2 to 5: 3, 2,
 * 3+2, 3+1, 2+1. The one with 3 from 3 to 5: 4, 4+1, 2+1; with 2 from 4 to 5: 4, 4+1, 3+1; with 1
 * at 5: 3+2. Of the 24 orders: 10, 6, 6 and 2.
 */
static void four_members(void **state)
{
    static const int64_t votes[] = {4, 3, 2, 1};
    static const int64_t hundreds[] = {400, 300, 200, 100};
    static const struct worked wanted[] = {
        {5, "41.67", "41.67"}, {3, "25.00", "25.00"}, {3, "25.00", "25.00"}, {1, "8.33", "8.33"}};
    check_worked(arena_of(state), votes, 4, 6, wanted);
    check_worked(arena_of(state), hundreds, 4, 600, wanted);
    check_worked(arena_of(state), hundreds, 4, 501, wanted); /* 500 is not enough, 600 is next */
}

static void a_dictator_decides_alone(void **state)
{
    static const int64_t votes[] = {1, 5, 2};
    static const struct worked wanted[] = {
        {0, "0.00", "0.00"}, {4, "100.00", "100.00"}, {0, "0.00", "0.00"}};
    static const int64_t one[] = {7};
    static const struct worked alone[] = {{1, "100.00", "100.00"}};
    check_worked(arena_of(state), votes, 3, 5, wanted);
    check_worked(arena_of(state), one, 1, 7, alone);
}

static void a_dummy_decides_nothing(void **state)
{
    static const int64_t votes[] = {2, 2, 1, 0};
    static const struct worked wanted[] = {
        {4, "50.00", "50.00"}, {4, "50.00", "50.00"}, {0, "0.00", "0.00"}, {0, "0.00", "0.00"}};
    check_worked(arena_of(state), votes, 4, 4, wanted);
}

/* When all are needed each decides when all others vote for it. */
static void a_veto_for_each(void **state)
{
    static const int64_t votes[] = {5, 3, 1};
    static const struct worked wanted[] = {
        {1, "33.33", "33.33"}, {1, "33.33", "33.33"}, {1, "33.33", "33.33"}};
    check_worked(arena_of(state), votes, 3, 9, wanted);
}

static void the_practices_of_2015(void **state)
{
    struct arena *arena = arena_of(state);
    const struct tables tables = {0};
    struct assembly assembly = assemble(arena, &tables);
    int64_t sizes[NAIVE_MEMBERS];
    check_int(assembly.roll.count, NAIVE_MEMBERS);
    for (size_t i = 0; i < NAIVE_MEMBERS; i++)
        sizes[i] = assembly.roll.members[i].list_size;
    check_power(arena, sizes, NAIVE_MEMBERS, 45867); /* more than half of 91,732 */
    check_power(arena, sizes, NAIVE_MEMBERS, 61155); /* two thirds */
    check_power(arena, sizes, NAIVE_MEMBERS, 91732);
}

static void nobody_decides_without_a_quota(void **state)
{
    static const int64_t votes[] = {4, 3, 2, 1};
    static const struct {
        int64_t quota;
        bool known;
        enum power_gap gap;
    } quotas[] = {{0, false, POWER_NONE_NEEDED},
                  {-1, false, POWER_NONE_NEEDED},
                  {1, true, POWER_TOO_LARGE},
                  {10, true, POWER_TOO_LARGE},
                  {11, false, POWER_OUT_OF_REACH}};
    for (size_t i = 0; i < sizeof quotas / sizeof *quotas; i++) {
        struct power power = decide_power(arena_of(state), votes, 4, quotas[i].quota);
        check_int(power.known, quotas[i].known);
        check_int(power.gap, quotas[i].gap);
        check_int(power.quota, quotas[i].quota);
    }
    check_int(decide_power(arena_of(state), votes, 0, 1).gap, POWER_OUT_OF_REACH);
}

static void check_of(const struct member_power *member, int64_t decides, const char *banzhaf,
                     const char *shapley)
{
    check_int(member->decides, decides);
    check_text(member->banzhaf, banzhaf);
    check_text(member->shapley, shapley);
}

/* One vote each: a member of 32 decides when 16 of the 31 others vote for it, one of 53 when 26 of
 * the 52 others do. */
static void as_many_as_can_be_counted(void **state)
{
    struct arena *arena = arena_of(state);
    int64_t votes[POWER_MEMBERS_MOST + 1];
    for (size_t i = 0; i <= POWER_MEMBERS_MOST; i++)
        votes[i] = 1;
    struct power power = decide_power(arena, votes, 32, 17);
    check_true(power.known);
    check_int(power.ways, INT64_C(2147483648));
    for (size_t i = 0; i < 32; i++)
        check_of(&power.members[i], 300540195, "3.13", "3.13");
    check_int(POWER_MEMBERS_MOST, 53);
    power = decide_power(arena, votes, POWER_MEMBERS_MOST, 27);
    check_true(power.known);
    check_int(power.ways, INT64_C(4503599627370496));
    for (size_t i = 0; i < POWER_MEMBERS_MOST; i++)
        check_of(&power.members[i], INT64_C(495918532948104), "1.89", "1.89");
    power = decide_power(arena, votes, POWER_MEMBERS_MOST + 1, 27);
    check_false(power.known);
    check_int(power.gap, POWER_TOO_LARGE);
}

/*
 * One with 39 votes and 39 with one each; 40 are needed. The large one decides but where no other
 * votes for it; a small one only beside the large one alone, which comes just before it in 1 of 40
 * * 39 orders.
 */
static void one_large_among_many(void **state)
{
    struct arena *arena = arena_of(state);
    int64_t votes[40] = {39};
    for (size_t i = 1; i < 40; i++)
        votes[i] = 1;
    struct power power = decide_power(arena, votes, 40, 40);
    check_true(power.known);
    check_of(&power.members[0], (INT64_C(1) << 39) - 1, "100.00", "97.50");
    for (size_t i = 1; i < 40; i++)
        check_of(&power.members[i], 1, "0.00", "0.06");
}

/* Few votes are counted by their sums, many one by one; both as looking at each would. */
static void fourteen_members_by_either_way(void **state)
{
    static const int64_t few[] = {9, 1, 4, 4, 7, 0, 2, 3, 8, 5, 5, 1, 6, 10};
    int64_t many[14], sum = 0;
    for (size_t i = 0; i < 14; i++) {
        many[i] = few[i] * 1000 + (int64_t)(i * i * 7 % 500);
        sum += many[i];
    }
    for (int64_t quota = 1; quota <= 65; quota += 16)
        check_power(arena_of(state), few, 14, quota);
    check_power(arena_of(state), many, 14, sum / 2 + 1);
    check_power(arena_of(state), many, 14, sum);
}

/* Votes by the thousand million are counted as those by the piece. */
static void what_all_votes_share_is_left_out(void **state)
{
    struct arena *arena = arena_of(state);
    int64_t few[32], many[32];
    for (size_t i = 0; i < 32; i++) {
        few[i] = (int64_t)i % 3 + 1;
        many[i] = few[i] * 1000000000;
    }
    struct power of_few = decide_power(arena, few, 32, 33);
    struct power of_many = decide_power(arena, many, 32, INT64_C(32000000001));
    check_true(of_few.known && of_many.known);
    for (size_t i = 0; i < 32; i++)
        check_of(&of_many.members[i], of_few.members[i].decides, of_few.members[i].banzhaf,
                 of_few.members[i].shapley);
}

/* Where the sums differ one and all, 21 members are gone through and 22 are too many. */
static void no_more_than_a_run_is_worth(void **state)
{
    struct arena *arena = arena_of(state);
    int64_t votes[22], sum = 0;
    for (size_t i = 0; i < 22; i++)
        sum += votes[i] = 1000000001 + ((int64_t)1024 << i);
    check_true(decide_power(arena, votes, 21, (sum - votes[21]) / 2).known);
    struct power power = decide_power(arena, votes, 22, sum / 2);
    check_false(power.known);
    check_int(power.gap, POWER_TOO_LARGE);
}

/*
 * One with v votes and 25 with one each, and all but one of the small ones are needed: of sizes 1
 * to 24 the coalitions that lose have one of v sums each, of size 25 one of v - 1, and there is the
 * empty one, so that 25 v sums are kept. The large one decides where 24 or 25 others vote for it, a
 * small one where the large one and 23 of the 24 others do.
 */
static void as_many_sums_as_can_be_kept(void **state)
{
    struct arena *arena = arena_of(state);
    const int64_t most = POWER_STEPS_MOST / 25;
    check_int(most * 25, POWER_STEPS_MOST);
    int64_t votes[26] = {most};
    for (size_t i = 1; i < 26; i++)
        votes[i] = 1;
    struct power power = decide_power(arena, votes, 26, most + 24);
    check_true(power.known);
    check_int(power.members[0].decides, 26);
    for (size_t i = 1; i < 26; i++)
        check_int(power.members[i].decides, 24);
    votes[0]++;
    check_false(decide_power(arena, votes, 26, most + 25).known);
    votes[0] = (POWER_STEPS_MOST - 1) / 3; /* as many are kept of the first three sizes alone */
    check_int(votes[0] * 3 + 1, POWER_STEPS_MOST);
    check_false(decide_power(arena, votes, 26, votes[0] + 24).known);
}

/* Whoever they are, 20 of 40 are too few and 21 enough: each decides where 20 of the 39 others vote
 * for it. Of so many votes only those sums are kept that there can be. */
static void large_votes_nearly_the_same(void **state)
{
    int64_t votes[40];
    for (size_t i = 0; i < 40; i++)
        votes[i] = 1000000000 + (int64_t)i;
    struct power power = decide_power(arena_of(state), votes, 40, INT64_C(20000010000));
    check_true(power.known);
    for (size_t i = 0; i < 40; i++)
        check_of(&power.members[i], INT64_C(68923264410), "2.50", "2.50");
}

/* All votes together are the most that can be, and of the sums there are more than can be counted.
 */
static void votes_without_end(void **state)
{
    int64_t votes[50], sum = 0;
    for (size_t i = 0; i < 50; i++)
        sum += votes[i] = i % 2 == 0 ? 1 + (int64_t)i : INT64_C(360000000000000000);
    check_true(sum > INT64_C(9000000000000000000));
    check_false(decide_power(arena_of(state), votes, 50, sum).known);
    check_false(decide_power(arena_of(state), votes, 50, sum / 2).known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(four_members),
        test_with_arena(a_dictator_decides_alone),
        test_with_arena(a_dummy_decides_nothing),
        test_with_arena(a_veto_for_each),
        test_with_arena(the_practices_of_2015),
        test_with_arena(nobody_decides_without_a_quota),
        test_with_arena(as_many_as_can_be_counted),
        test_with_arena(one_large_among_many),
        test_with_arena(fourteen_members_by_either_way),
        test_with_arena(what_all_votes_share_is_left_out),
        test_with_arena(no_more_than_a_run_is_worth),
        test_with_arena(as_many_sums_as_can_be_kept),
        test_with_arena(large_votes_nearly_the_same),
        test_with_arena(votes_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

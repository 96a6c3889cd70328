/* SPDX-License-Identifier: MIT */

/*
 * Who decides, and who makes a quorum, is what looking at every coalition in turn finds. Votes that
 * are alike, 0 or multiples of one number are as likely as others, and so is a quota that nobody
 * has.
 */
#include "laws/random_polls.h"
#include "unit/naive_power.h"

enum {
    ROLLS = TRIES(1500)
};

static void test_each_coalition_in_turn(void **state)
{
    struct random random = {41};
    (void)state;
    for (int i = 0; i < ROLLS; i++) {
        struct arena *arena = arena_new(NULL);
        int64_t votes[NAIVE_MEMBERS], sum = 0;
        size_t count = 1 + (size_t)random_below(&random, NAIVE_MEMBERS);
        int most = random_chance(&random, 2) ? 4 : 3000;
        int64_t times = random_chance(&random, 3) ? 1 + random_below(&random, 50) : 1;
        for (size_t k = 0; k < count; k++) {
            votes[k] = times * random_below(&random, most);
            sum += votes[k];
        }
        int64_t quota =
            random_chance(&random, 3) ? sum / 2 + 1 : random_below(&random, (int)sum + 2);
        check_power(arena, votes, count, quota);
        check_reach(arena, votes, count, quota);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_coalition_in_turn)};
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* What differs between the tables of members of two editions of a constitution. */
#include "unit/polls.h"

/* Of two editions that have one table, where it is that of the localities beside a roll of one. */
static struct editions compare(struct arena *arena, bool of_localities, const char *was,
                               const char *is)
{
    struct edition editions[2];
    const char *const texts[] = {was, is};
    for (size_t i = 0; i < 2; i++) {
        struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                                .roll = of_localities ? "practice\nAsh\n" : texts[i],
                                .localities = of_localities ? texts[i] : NULL};
        struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
        assemble_into(arena, &tables, assembly);
        editions[i] = (struct edition){&assembly->rules, &assembly->roll,
                                       of_localities ? &assembly->localities : NULL};
    }
    return decide_editions(arena, &editions[0], &editions[1], NULL);
}

/* What is told where it is a figure; -1 where there is none. */
static void check_change(const struct editions *editions, size_t at, enum member_fact what, int was,
                         int is)
{
    const struct member_change *change = &editions->members[at];
    check_true(at < editions->member_count);
    check_int(change->what, what);
    check_int(change->was.given ? change->was.number : -1, was);
    check_int(change->is.given ? change->is.number : -1, is);
}

/* One is a figure, and none is not known. */
static void test_figures_of_one(void **state)
{
    struct editions editions =
        compare(arena_of(state), true,
                "locality,population,practices\nNorth,1000,1\nSouth,2000,2\nTotal,3000,1\n",
                "locality,population,practices\nNorth,,\nSouth,2000,2\nTotal,3000,2\n");
    check_int(editions.member_count, 4);
    check_change(&editions, 0, FACT_LIST_SIZE, 1000, -1);
    check_change(&editions, 1, FACT_PRACTICES, 1, -1);
    check_change(&editions, 2, FACT_PATIENTS, 3000, -1);
    check_change(&editions, 3, FACT_STATED_PRACTICES, 1, 2);
    check_text(editions.members[0].table, "localities");
    editions = compare(arena_of(state), false, "practice,list size\nAsh,1\n", "practice\nAsh\n");
    check_int(editions.member_count, 2);
    check_change(&editions, 0, FACT_LIST_SIZE, 1, -1);
    check_change(&editions, 1, FACT_PATIENTS, 1, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {test_with_arena(test_figures_of_one)};
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* What a constitution wants done again, and whether it was in time. */
#include "unit/polls.h"

#define LOOKED_THROUGH RULES ONE_EACH MAJORITY "*,review interests,every 12 months,7.2,\n"

/* What is due by the rules and a register of interests alone. */
static const struct due *due_of(struct arena *arena, const char *rules, const char *interests,
                                struct date day, size_t *count)
{
    struct tables tables = {
        .rules = rules, .roll = roll_of_trees(arena, 4), .interests = interests};
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    assemble_into(arena, &tables, assembly);
    return decide_due(arena, &assembly->rules, NULL, &assembly->interests, day, count);
}

/* The day itself is in time; the entry that was looked at longest ago counts, of all that hold. */
static void test_when_a_register_is_due(void **state)
{
    static const struct {
        const char *rows;
        struct date day;
        enum due_state state;
        int rows_held, undated;
        const char *by;
    } rows[] = {
        {"Ash,shares,,2015-06-24\n", {2016, 6, 24}, DUE_IN_TIME, 1, 0, "2016-06-24"},
        {"Ash,shares,,2015-06-24\n", {2016, 6, 25}, DUE_OVER, 1, 0, "2016-06-24"},
        {"Ash,shares,,2015-06-24\n", {2015, 6, 24}, DUE_IN_TIME, 1, 0, "2016-06-24"},
        {"Ash,shares,,2015-06-24\n", {2015, 6, 23}, DUE_UNKNOWN, 1, 0, "2016-06-24"},
        {"Ash,shares,,2015-06-24\n", {0}, DUE_NO_DAY, 1, 0, "2016-06-24"},
        {"Ash,shares,,2015-06-24\nBeech,none,,2015-06-23\n",
         {2016, 6, 24},
         DUE_OVER,
         2,
         0,
         "2016-06-23"},
        {"Ash,none,,2015-06-24\nBeech,land,,2015-06-23\n",
         {2016, 6, 24},
         DUE_OVER,
         2,
         0,
         "2016-06-23"},
        {"Ash,shares,,2015-06-24\nBeech,land,,\n", {2016, 6, 24}, DUE_UNKNOWN, 2, 1, NULL},
        /* What has ended by that day is gone through no more; on its last day it is. */
        {"Ash,shares,2016-06-23,\nBeech,land,,2015-06-24\n",
         {2016, 6, 24},
         DUE_IN_TIME,
         1,
         0,
         "2016-06-24"},
        {"Ash,shares,2016-06-24,\nBeech,land,,2015-06-24\n",
         {2016, 6, 24},
         DUE_UNKNOWN,
         2,
         1,
         NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = 0;
        const struct due *due =
            due_of(arena, LOOKED_THROUGH,
                   arena_format(arena, "practice,interest,to,reviewed\n%s", rows[i].rows),
                   rows[i].day, &count);
        check_int(count, 1);
        check_int(due->kind, DUE_INTERESTS);
        check_text(due->clause, "7.2");
        check_int(due->state, rows[i].state);
        check_int(due->rows, rows[i].rows_held);
        check_int(due->undated, rows[i].undated);
        check_text(date_given(due->by) ? date_iso(arena, due->by) : NULL, rows[i].by);
    }
}

/* Of a register of which nothing holds any more, or without the rule, nothing is due. */
static void test_where_no_register_is_due(void **state)
{
    size_t count = 1;
    const char *ended = "practice,interest,to,reviewed\nAsh,shares,2015-06-23,2015-01-01\n";
    (void)due_of(arena_of(state), LOOKED_THROUGH, ended, (struct date){2016, 6, 24}, &count);
    check_int(count, 0);
    (void)due_of(arena_of(state), RULES ONE_EACH MAJORITY, ended, (struct date){2015, 1, 2},
                 &count);
    check_int(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_when_a_register_is_due),
        test_with_arena(test_where_no_register_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/tables.h"

struct loaded {
    struct diag diag;
    struct holiday_list list;
    size_t rows;
    bool usable;
};

static struct loaded *load(struct arena *arena, const char *text)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    loaded->diag.arena = arena;
    loaded->usable = load_holidays(arena, &loaded->diag, file_of("more.csv", text), &loaded->list,
                                   &loaded->rows);
    check_int(loaded->usable, loaded->diag.errors == 0);
    return loaded;
}

static void days_and_names_in_any_order(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = load(arena, "Name,Day of the week,Day,Notes\n"
                                        "Easter Monday,Mon,02/04/2029,\n"
                                        "Good Friday,friday,30 March 2029, Announced \n"
                                        "Good  friday,,2029-03-30,again\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->rows, 3);
    check_int(loaded->list.count, 2);
    check_text(loaded->list.items[0].title, "Good Friday");
    check_text(loaded->list.items[0].note, "Announced");
    check_text(date_iso(arena, loaded->list.items[0].date), "2029-03-30");
    check_text(loaded->list.items[1].title, "Easter Monday");
    check_text(loaded->list.items[1].note, NULL);
}

static void what_cannot_be_a_holiday(void **state)
{
    struct loaded *loaded = load(arena_of(state), "date,title,weekday\n"
                                                  "30th March 2029,Good Friday,\n"
                                                  ",Good Friday,\n"
                                                  "2029-03-30,,\n"
                                                  "2029-03-30,Good Friday,Thu\n"
                                                  "2029-03-30,Good Friday,Fr\n"
                                                  "2029-02-30,Good Friday,Fri\n");
    check_errors(&loaded->diag, 6);
    check_problem_in(&loaded->diag, 2, 1, 1, "\"30th March 2029\" is not a date");
    check_problem_in(&loaded->diag, 3, 1, 1, "the date is blank");
    check_problem_in(&loaded->diag, 4, 12, 2, "the name of the holiday is blank");
    check_problem_in(&loaded->diag, 5, 24, 3, "30 March 2029 is a Friday, not a Thursday");
    check_problem_in(&loaded->diag, 6, 24, 3, "\"Fr\" is not a day of the week");
    check_problem_in(&loaded->diag, 7, 1, 1, "\"2029-02-30\" is not a date");
    check_int(loaded->list.count, 0);
}

static void two_names_for_one_day(void **state)
{
    struct loaded *loaded = load(arena_of(state), "date,title\n"
                                                  "2029-12-26,Boxing Day\n"
                                                  "2029-12-25,Christmas Day\n"
                                                  "2029-12-25,Boxing Day\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 4, 1, 1,
                     "25 December 2029 is \"Christmas Day\" on line 3 already");
}

static void a_weekend_is_a_warning(void **state)
{
    struct loaded *loaded = load(arena_of(state), "date,title\n2029-12-23,Sunday before\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem_in(&loaded->diag, 2, 1, 1,
                     "23 December 2029 is a Sunday, which is no working day anyway");
    check_int(loaded->list.count, 1);
}

static void a_table_has_holidays(void **state)
{
    struct loaded *loaded = load(arena_of(state), "date,title\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no bank holidays");
    loaded = load(arena_of(state), "date,event\n2029-12-25,Christmas Day\n");
    check_false(loaded->usable);
    check_problem(&loaded->diag, 1, "there is no column \"title\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(days_and_names_in_any_order), test_with_arena(what_cannot_be_a_holiday),
        test_with_arena(two_names_for_one_day),       test_with_arena(a_weekend_is_a_warning),
        test_with_arena(a_table_has_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

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
    check_contains(
        check_problem_in(&loaded->diag, 2, 1, 1, "\"30th March 2029\" is not a date")->remedy,
        "30 March 2029");
    check_text(check_problem_in(&loaded->diag, 3, 1, 1, "the date is blank")->remedy,
               "Write it as 2029-03-30, 30/03/2029 or 30 March 2029.");
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

/* Any of its cells may say that a row is no bank holiday here, or more than one. */
static void rows_that_say_what_they_are(void **state)
{
    static const struct {
        const char *headings, *row;
        size_t refused; /* the cell; 0 for none */
    } cases[] = {
        {"title,notes,date", "Local day,Substitute day,2029-12-24", 0},
        {"title,notes,date", "St Patrick's Day (Ireland),,2029-12-24", 1},
        {"title,notes,date", "Local day,Wales only,2029-12-24", 2},
        {"title,notes,date", "Local day,England and Wales,2029-12-24", 0},
        {"title,notes,date", "Local day cancelled,,2029-12-24", 1},
        {"title,notes,date", "Local day,proposed,2029-12-24", 2},
        {"title,notes,date", "Local day,moved to 27 December,2029-12-24", 2},
        {"title,notes,date", "Local day,withdrawn,2029-12-24", 2},
        {"title,notes,date", "Local day,?,2029-12-24", 2},
        {"status,title,date", "cancelled,Local day,2029-12-24", 1},
        {"date,title,status", "2029-12-24,Local day,observed", 0},
        {"date,title,status", "2029-12-24,Local day,half day", 3},
        {"date,title,valid", "2029-12-24,Local day,yes", 0},
        {"date,title,valid", "2029-12-24,Local day,no", 3},
        {"date,title,until", "2029-12-24,Local day,2029-12-24", 0},
        {"date,title,until", "2029-12-24,Local day,2029-12-27", 3},
        {"date,title,until", "2029-12-24,Local day,", 0},
        {"date,title,days", "2029-12-24,Local day,1", 0},
        {"date,title,days", "2029-12-24,Local day,2", 3},
        {"date,title,days", "2029-12-24,Local day,0", 3},
        {"date,title,England", "2029-12-24,Local day,yes", 0},
        {"date,title,England", "2029-12-24,Local day,no", 3},
        {"date,title,England", "2029-12-24,Local day,", 0},
        {"date,title,England", "2029-12-24,Local day,Oxford", 0},
        {"date,title,England and Wales", "2029-12-24,Local day,no", 3},
        {"date,title,weekday", "2029-12-24,Local day,mond", 0},
        {"date,title,weekday", "2029-12-24,Local day,Mondays", 3},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena, arena_format(arena, "%s\n%s\n", cases[i].headings, cases[i].row));
        print_message("%s\n", cases[i].row);
        check_int((long long)loaded->diag.errors, cases[i].refused > 0);
        check_int((long long)loaded->list.count, cases[i].refused == 0);
        for (size_t j = 0; j < loaded->diag.count; j++)
            if (diag_messages(&loaded->diag)[j].severity == SEVERITY_ERROR)
                check_int((long long)diag_messages(&loaded->diag)[j].place.cell,
                          (long long)cases[i].refused);
    }
}

static void rows_that_were_taken_out(void **state)
{
    struct loaded *loaded = load(arena_of(state), "date,title\n2029-12-24,(Local day)\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 2, 12, 2, "in brackets");
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
    check_counts(&loaded->diag, 1, 1);
    check_problem(&loaded->diag, 1, "there is no column \"title\"");
    check_int(loaded->list.count, 0);
    loaded = load(arena_of(state), "title\nChristmas Day\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 1, "there is no column \"date\"");
    /* how many rows there are need not be asked */
    check_true(load_holidays(arena_of(state), &(struct diag){.arena = arena_of(state)},
                             file_of("more.csv", "date,title\n2029-12-25,Christmas Day\n"),
                             &loaded->list, NULL));
    check_int(loaded->list.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(days_and_names_in_any_order), test_with_arena(what_cannot_be_a_holiday),
        test_with_arena(two_names_for_one_day),       test_with_arena(a_weekend_is_a_warning),
        test_with_arena(rows_that_say_what_they_are), test_with_arena(rows_that_were_taken_out),
        test_with_arena(a_table_has_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

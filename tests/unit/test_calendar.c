/* SPDX-License-Identifier: MIT */

/* Working days by the bank holidays that the program carries. The figures are counted by hand from
 * calendars of those years. */
#include "unit/check.h"

#include "quorate/bundled.h"
#include "quorate/calendar.h"
#include "quorate/tables.h"

static struct date on(const char *text)
{
    struct date date = {0};
    check_true(date_parse(text, &date));
    return date;
}

static struct holiday_list carried(struct arena *arena)
{
    const struct bundled_file *file = &bundled_bank_holidays;
    struct bytes bytes = {.name = file->name, .bytes = file->bytes, .length = file->length};
    struct diag diag = {.arena = arena};
    struct holiday_list list;
    size_t rows;
    check_true(load_holidays(arena, &diag, bytes, &list, &rows));
    check_int(diag.count, 0);
    check_int(rows, 140);
    check_int(list.count, 140);
    return list;
}

static struct calendar england(struct arena *arena)
{
    return calendar_make(arena, carried(arena), (struct holiday_list){0});
}

static void bank_holidays_of_england(void **state)
{
    static const struct {
        const char *day, *title;
    } days[] = {
        {"2012-01-02", "New Year\xE2\x80\x99s Day"},
        {"2012-06-05", "Queen\xE2\x80\x99s Diamond Jubilee"},
        {"2015-04-03", "Good Friday"},
        {"2015-04-06", "Easter Monday"},
        {"2015-12-25", "Christmas Day"},
        {"2015-12-26", NULL},         /* a Saturday, */
        {"2015-12-28", "Boxing Day"}, /* so this is its substitute */
        {"2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"},
        {"2023-05-08", "Bank holiday for the coronation of King Charles III"},
        {"2028-12-26", "Boxing Day"},
        {"2015-04-02", NULL},
        {"2029-01-01", NULL},
    };
    struct calendar calendar = england(arena_of(state));
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const struct holiday *holiday = calendar_holiday(&calendar, on(days[i].day));
        check_text(holiday == NULL ? NULL : holiday->title, days[i].title);
    }
    check_text(calendar_holiday(&calendar, on("2015-12-28"))->note, "Substitute day");
    check_text(calendar_holiday(&calendar, on("2015-12-25"))->note, NULL);
}

static void working_days_count_both_ends(void **state)
{
    static const struct {
        const char *from, *until;
        int days;
    } cases[] = {
        {"2015-09-24", "2015-09-30", 5},   {"2015-09-24", "2015-09-29", 4},
        {"2015-09-24", "2015-09-24", 1},   {"2015-09-26", "2015-09-27", 0}, /* a weekend */
        {"2015-09-25", "2015-09-24", 0},   {"2015-04-02", "2015-04-10", 5},
        {"2015-04-03", "2015-04-06", 0}, /* Easter */
        {"2015-12-24", "2016-01-04", 5},   {"2022-09-16", "2022-09-20", 2},
        {"2015-01-01", "2015-12-31", 253}, /* 261 weekdays, 8 bank holidays */
        {"2022-01-01", "2022-12-31", 250}, /* 260, and 10 with jubilee and funeral */
    };
    struct calendar calendar = england(arena_of(state));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_int(calendar_working_days(&calendar, on(cases[i].from), on(cases[i].until)),
                  cases[i].days);
}

static void the_nth_working_day(void **state)
{
    static const struct {
        const char *from;
        int number;
        const char *day;
    } cases[] = {
        {"2015-04-02", 1, "2015-04-02"}, {"2015-04-02", 2, "2015-04-07"},
        {"2015-04-02", 5, "2015-04-10"}, {"2015-04-03", 1, "2015-04-07"},
        {"2015-09-24", 5, "2015-09-30"}, {"2015-09-26", 5, "2015-10-02"},
        {"2015-12-24", 5, "2016-01-04"}, {"2023-05-05", 2, "2023-05-09"},
        {"2022-09-16", 2, "2022-09-20"}, {"2015-01-01", 253, "2015-12-31"},
    };
    struct arena *arena = arena_of(state);
    struct calendar calendar = england(arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(
            date_iso(arena, calendar_working_day(&calendar, on(cases[i].from), cases[i].number)),
            cases[i].day);
}

static void holidays_at_weekends_are_not_skipped(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct holiday more[] = {{{2015, 4, 4}, "A Saturday", NULL}};
    struct calendar calendar = calendar_make(arena, carried(arena), (struct holiday_list){more, 1});
    struct holiday_list skipped =
        calendar_skipped(arena, &calendar, on("2015-04-02"), on("2015-04-10"));
    check_int(skipped.count, 2);
    check_text(skipped.items[0].title, "Good Friday");
    check_text(skipped.items[1].title, "Easter Monday");
    check_int(calendar_skipped(arena, &calendar, on("2015-04-04"), on("2015-04-05")).count, 0);
    check_int(calendar_skipped(arena, &calendar, on("2015-04-06"), on("2015-04-06")).count, 1);
}

static void whole_years_are_known(void **state)
{
    struct calendar calendar = england(arena_of(state));
    check_text(date_iso(arena_of(state), calendar.from), "2012-01-01");
    check_text(date_iso(arena_of(state), calendar.until), "2028-12-31");
    check_true(calendar_knows(&calendar, on("2012-01-01"), on("2028-12-31")));
    check_false(calendar_knows(&calendar, on("2011-12-31"), on("2012-01-05")));
    check_false(calendar_knows(&calendar, on("2028-12-31"), on("2029-01-01")));
    struct calendar empty =
        calendar_make(arena_of(state), (struct holiday_list){0}, (struct holiday_list){0});
    check_false(date_given(empty.from));
    check_false(calendar_knows(&empty, on("2015-01-01"), on("2015-01-01")));
    check_true(calendar_is_working_day(&empty, on("2015-12-25")));
}

/* So many bank holidays of a year, from 1 March on. */
static struct holiday_list year_of(struct arena *arena, int year, size_t count)
{
    struct holiday *holidays = arena_alloc(arena, count, sizeof *holidays);
    for (size_t i = 0; i < count; i++)
        holidays[i] = (struct holiday){{year, 3, (int)i + 1}, "Added", NULL};
    return (struct holiday_list){holidays, count};
}

static int known_until(struct arena *arena, struct holiday_list added)
{
    struct calendar calendar = calendar_make(arena, carried(arena), added);
    check_int(calendar.from.year, added.items[0].date.year == 2011 ? 2011 : 2012);
    return calendar.until.year;
}

static void a_year_is_known_with_eight_holidays(void **state)
{
    struct arena *arena = arena_of(state);
    check_int(known_until(arena, year_of(arena, 2029, 8)), 2029);
    check_int(known_until(arena, year_of(arena, 2029, 7)), 2028);
    check_int(known_until(arena, year_of(arena, 2030, 8)), 2028); /* 2029 is missing */
    check_int(known_until(arena, year_of(arena, 2011, 8)), 2028);
}

static void a_day_twice_is_one(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct holiday more[] = {{{2015, 4, 3}, "Karfreitag", NULL},
                                          {{2015, 4, 7}, "Extra", NULL}};
    struct calendar calendar = calendar_make(arena, carried(arena), (struct holiday_list){more, 2});
    check_int(calendar.holidays.count, 141);
    check_text(calendar_holiday(&calendar, on("2015-04-03"))->title, "Good Friday");
    check_int(calendar_working_days(&calendar, on("2015-04-02"), on("2015-04-10")), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(bank_holidays_of_england),
        test_with_arena(working_days_count_both_ends),
        test_with_arena(the_nth_working_day),
        test_with_arena(holidays_at_weekends_are_not_skipped),
        test_with_arena(whole_years_are_known),
        test_with_arena(a_year_is_known_with_eight_holidays),
        test_with_arena(a_day_twice_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

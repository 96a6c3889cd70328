/* SPDX-License-Identifier: MIT */

/*
 * Counting working days and finding the nth are inverse to one another, and both are what going
 * through the days one by one finds, with a weekday from another formula and a table that is looked
 * through from its start.
 */
#include "quorate/calendar.h"
#include "laws/random_polls.h"

enum {
    TABLES = 400,
    PERIODS = 25,
    SPAN = 800
};

/* Sakamoto's: 0 for Sunday. */
static int naive_weekday(struct date date)
{
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = date.year - (date.month < 3);
    return (year + year / 4 - year / 100 + year / 400 + offsets[date.month - 1] + date.day) % 7;
}

static bool naive_works(struct holiday_list one, struct holiday_list other, struct date date)
{
    int weekday = naive_weekday(date);
    bool works = weekday != 0 && weekday != 6;
    for (size_t i = 0; i < one.count; i++)
        works = works && date_compare(one.items[i].date, date) != 0;
    for (size_t i = 0; i < other.count; i++)
        works = works && date_compare(other.items[i].date, date) != 0;
    return works;
}

/* The day after, from the months as they are. */
static struct date next_day(struct date date)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    if (date.day < lengths[date.month - 1] + (date.month == 2 && leap))
        return (struct date){date.year, date.month, date.day + 1};
    if (date.month < 12)
        return (struct date){date.year, date.month + 1, 1};
    return (struct date){date.year + 1, 1, 1};
}

static struct holiday_list random_holidays(struct arena *arena, struct random *random, int64_t from)
{
    size_t count = (size_t)random_below(random, 60);
    struct holiday *holidays = arena_alloc(arena, count, sizeof *holidays);
    for (size_t i = 0; i < count; i++)
        holidays[i] = (struct holiday){date_of_days(from + random_below(random, SPAN)), "H", NULL};
    return (struct holiday_list){holidays, count};
}

static void check_period(struct holiday_list one, struct holiday_list other,
                         const struct calendar *calendar, struct date from, int days)
{
    int64_t naive = 0;
    struct date day = from;
    for (int i = 0; i < days; i++, day = next_day(day)) {
        bool works = naive_works(one, other, day);
        naive += works;
        check_int(calendar_is_working_day(calendar, day), works);
        check_int(calendar_working_days(calendar, from, day), naive);
        if (works)
            check_int(date_compare(calendar_working_day(calendar, from, naive), day), 0);
    }
}

static void test_counting_and_finding_are_inverse(void **state)
{
    struct random random = {29};
    (void)state;
    for (int i = 0; i < TABLES; i++) {
        struct arena *arena = arena_new(NULL);
        int64_t base = date_days((struct date){1900 + random_below(&random, 297), 1, 1});
        struct holiday_list one = random_holidays(arena, &random, base);
        struct holiday_list other = random_holidays(arena, &random, base);
        struct calendar calendar = calendar_make(arena, one, other);
        for (int k = 0; k < PERIODS; k++)
            check_period(one, other, &calendar, date_of_days(base + random_below(&random, SPAN)),
                         1 + random_below(&random, 20));
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counting_and_finding_are_inverse)};
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

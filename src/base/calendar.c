/* SPDX-License-Identifier: MIT */
#include "quorate/calendar.h"

#include <assert.h>
#include <stdlib.h>

#define SATURDAY 5

/* ---- The table */

/* A holiday and its place among all of them, because qsort does not keep the order of equals. */
struct entry {
    struct holiday holiday;
    size_t place;
};

static int compare_entries(const void *one, const void *other)
{
    const struct entry *a = one, *b = other;
    int order = date_compare(a->holiday.date, b->holiday.date);
    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

static size_t add_holidays(struct entry *entries, size_t at, struct holiday_list list)
{
    for (size_t i = 0; i < list.count; i++, at++)
        entries[at] = (struct entry){.holiday = list.items[i], .place = at};
    return at;
}

static struct holiday_list merge(struct arena *arena, struct holiday_list first,
                                 struct holiday_list added)
{
    size_t all = first.count + added.count, kept = 0;
    struct entry *entries = arena_alloc(arena, all, sizeof *entries);
    struct holiday *holidays = arena_alloc(arena, all, sizeof *holidays);
    add_holidays(entries, add_holidays(entries, 0, first), added);
    if (all > 0)
        qsort(entries, all, sizeof *entries, compare_entries);
    for (size_t i = 0; i < all; i++)
        if (kept == 0 || date_compare(holidays[kept - 1].date, entries[i].holiday.date) != 0)
            holidays[kept++] = entries[i].holiday;
    return (struct holiday_list){holidays, kept};
}

/* How many holidays from this one on are in its year. */
static size_t in_its_year(struct holiday_list holidays, size_t at)
{
    size_t count = 0;
    while (at + count < holidays.count &&
           holidays.items[at + count].date.year == holidays.items[at].date.year)
        count++;
    return count;
}

static void find_known_years(struct calendar *calendar)
{
    struct holiday_list holidays = calendar->holidays;
    int first = 0, last = 0, longest = 0;
    for (size_t at = 0; at < holidays.count;) {
        int year = holidays.items[at].date.year;
        size_t count = in_its_year(holidays, at);
        at += count;
        if (count < HOLIDAYS_A_YEAR)
            continue;
        first = first != 0 && year == last + 1 ? first : year;
        last = year;
        if (last - first + 1 <= longest)
            continue;
        longest = last - first + 1;
        calendar->from = (struct date){first, 1, 1};
        calendar->until = (struct date){last, 12, 31};
    }
}

struct calendar calendar_make(struct arena *arena, struct holiday_list first,
                              struct holiday_list added)
{
    struct calendar calendar = {.holidays = merge(arena, first, added)};
    find_known_years(&calendar);
    return calendar;
}

/* ---- Days */

/* The place of the first holiday that is not before the day. */
static size_t first_from(const struct calendar *calendar, struct date day)
{
    size_t low = 0, high = calendar->holidays.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_compare(calendar->holidays.items[middle].date, day) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct holiday *calendar_holiday(const struct calendar *calendar, struct date day)
{
    size_t at = first_from(calendar, day);
    if (at == calendar->holidays.count || date_compare(calendar->holidays.items[at].date, day) != 0)
        return NULL;
    return &calendar->holidays.items[at];
}

bool calendar_is_weekend(struct date day)
{
    return date_weekday(day) >= SATURDAY;
}

bool calendar_is_working_day(const struct calendar *calendar, struct date day)
{
    return !calendar_is_weekend(day) && calendar_holiday(calendar, day) == NULL;
}

int64_t calendar_working_days(const struct calendar *calendar, struct date from, struct date until)
{
    int64_t count = 0;
    for (int64_t day = date_days(from); day <= date_days(until); day++)
        count += calendar_is_working_day(calendar, date_of_days(day));
    return count;
}

struct date calendar_working_day(const struct calendar *calendar, struct date from, int64_t number)
{
    assert(number >= 1);
    int64_t day = date_days(from);
    for (;; day++) {
        number -= calendar_is_working_day(calendar, date_of_days(day));
        if (number == 0)
            return date_of_days(day);
    }
}

struct holiday_list calendar_skipped(struct arena *arena, const struct calendar *calendar,
                                     struct date from, struct date until)
{
    size_t at = first_from(calendar, from), end = at, count = 0;
    while (end < calendar->holidays.count &&
           date_compare(calendar->holidays.items[end].date, until) <= 0)
        end++;
    struct holiday *skipped = arena_alloc(arena, end - at, sizeof *skipped);
    for (; at < end; at++)
        if (!calendar_is_weekend(calendar->holidays.items[at].date))
            skipped[count++] = calendar->holidays.items[at];
    return (struct holiday_list){skipped, count};
}

bool calendar_knows(const struct calendar *calendar, struct date from, struct date until)
{
    return date_given(calendar->from) && date_compare(calendar->from, from) <= 0 &&
           date_compare(until, calendar->until) <= 0;
}

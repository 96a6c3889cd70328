/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "internal.h"
#include "quorate/date.h"

/* Dates that people write and that are not accepted, because a spreadsheet or a form may mean
 * another day by them. */

static const char digits[] = "0123456789";

/* "24th June 2015" without the letters behind the day; NULL when there are none. */
static const char *without_ordinal(struct arena *arena, const char *text)
{
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};
    size_t day = strspn(text, digits);
    for (size_t i = 0; day > 0 && day <= 2 && i < sizeof ordinals / sizeof *ordinals; i++) {
        const char *rest = text + day;
        if (tolower((unsigned char)rest[0]) != ordinals[i][0] ||
            tolower((unsigned char)rest[1]) != ordinals[i][1] || rest[2] != ' ')
            continue;
        rest += 2;
        if (strncmp(rest, " of ", 4) == 0)
            rest += 3;
        return arena_format(arena, "%.*s%s", (int)day, text, rest);
    }
    return NULL;
}

/* The day, the month and the first digits behind them ("24/6/15"), however they are separated and
 * however many they are: whether that is a date is_date says. */
struct numerals {
    size_t day, month, year;
    const char *at[3];
    char separator;
};

static bool read_numerals(const char *text, struct numerals *numerals)
{
    numerals->at[0] = text;
    numerals->day = strspn(text, digits);
    numerals->separator = text[numerals->day];
    if (numerals->separator == '\0' || strchr("/.-", numerals->separator) == NULL)
        return false;
    numerals->at[1] = text + numerals->day + 1;
    numerals->month = strspn(numerals->at[1], digits);
    if (numerals->at[1][numerals->month] != numerals->separator)
        return false;
    numerals->at[2] = numerals->at[1] + numerals->month + 1;
    numerals->year = strspn(numerals->at[2], digits);
    return true;
}

static const char *with_slashes(struct arena *arena, const struct numerals *numerals,
                                const char *century)
{
    return arena_format(arena, "%.*s/%.*s/%s%s", (int)numerals->day, numerals->at[0],
                        (int)numerals->month, numerals->at[1], century, numerals->at[2]);
}

static bool is_date(const char *text)
{
    struct date date;
    struct moment moment;
    return date_parse(text, &date) || moment_parse(text, &moment);
}

/* "7/13/2015 17:00", where only the other order is a date: then the rest of the column is not what
 * it seems either. */
static const char *month_first(struct arena *arena, const struct numerals *numerals)
{
    const struct numerals swapped = {
        .day = numerals->month,
        .month = numerals->day,
        .at = {numerals->at[1], numerals->at[0], numerals->at[2]},
    };
    const char *whole = with_slashes(arena, &swapped, numerals->year == 2 ? "20" : "");
    return is_date(whole) ? arena_format(arena,
                                         "If the month stands first in this column, change all of "
                                         "it: the day is read first, as in %s.",
                                         whole)
                          : NULL;
}

#define DAY             INT64_C(86400) /* in seconds */
#define SERIAL_DIGITS   5              /* of the days since 1899 from 1927 to 2173 */
#define SERIAL_OF_1970  25569
#define FRACTION_DIGITS 9

/* Seconds behind the point of 42179.7083, to the nearest; false when that is no number. */
static bool read_fraction(const char *at, int64_t *seconds)
{
    int64_t part = 0, whole = 1;
    for (size_t i = 0; i < FRACTION_DIGITS && at[i] >= '0' && at[i] <= '9'; i++, whole *= 10)
        part = part * 10 + (at[i] - '0');
    *seconds = (part * DAY * 2 + whole) / (whole * 2);
    return at[strspn(at, digits)] == '\0';
}

/* "42179", "42179.708333": a cell in which a spreadsheet keeps a date, and shows it as a number. */
static const char *of_spreadsheet(struct arena *arena, const char *text)
{
    struct moment moment = {.given = true};
    int64_t days = 0, rest = 0;
    if (strspn(text, digits) != SERIAL_DIGITS ||
        (text[SERIAL_DIGITS] != '\0' && text[SERIAL_DIGITS] != '.'))
        return NULL;
    for (size_t i = 0; i < SERIAL_DIGITS; i++)
        days = days * 10 + (text[i] - '0');
    if (days < 10000 ||
        (text[SERIAL_DIGITS] == '.' && !read_fraction(text + SERIAL_DIGITS + 1, &rest)))
        return NULL;
    moment.seconds = (days - SERIAL_OF_1970) * DAY + rest;
    moment.day_alone = rest == 0;
    return arena_format(arena,
                        "If it is the number in which a spreadsheet keeps a date, it is %s. Format "
                        "the column as dates and save the table again.",
                        moment_long(arena, moment));
}

static bool begins_with(const char *text, enum date_order order, struct date *date)
{
    if (date_has_slashes(text))
        return date_scan_slashes(text, order, date) > 0;
    return date_scan(text, date) > 0 || date_scan_year_first(text, date) > 0;
}

/* "Thu 24/06/2015", which was a Wednesday. */
static const char *of_another_weekday(struct arena *arena, const char *text)
{
    int weekday;
    struct date by_day = {0}, by_month = {0};
    const char *rest = text + date_scan_weekday(text, &weekday);
    bool one = begins_with(rest, DATE_DAY_FIRST, &by_day);
    bool other = begins_with(rest, DATE_MONTH_FIRST, &by_month);
    if (rest == text || (!one && !other) || (one && date_weekday(by_day) == weekday) ||
        (other && date_weekday(by_month) == weekday))
        return NULL;
    if (one && other && date_compare(by_day, by_month) != 0)
        return "The weekday is that of neither day that this can be. Correct the one that is "
               "wrong.";
    struct date date = one ? by_day : by_month;
    return arena_format(arena, "%s is a %s. Correct the day or the weekday.",
                        date_long(arena, date), date_weekday_name(date_weekday(date)));
}

const char *date_advice(struct arena *arena, const char *text)
{
    const char *advice = of_spreadsheet(arena, text);
    if (advice == NULL)
        advice = of_another_weekday(arena, text);
    if (advice != NULL)
        return advice;
    const char *plain = without_ordinal(arena, text);
    if (plain != NULL && is_date(plain))
        return arena_format(arena, "Write the day without \"th\" and the like: %s.", plain);
    struct numerals numerals;
    if (!read_numerals(text, &numerals))
        return NULL;
    const char *whole = with_slashes(arena, &numerals, numerals.year == 2 ? "20" : "");
    if (!is_date(whole))
        return month_first(arena, &numerals);
    if (strcmp(whole, text) == 0)
        return NULL;
    return arena_format(arena,
                        numerals.year == 2 ? "Write the year in four digits: %s."
                                           : "Write the day, the month and the year with /: %s.",
                        whole);
}

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

/* The day, the month and the first digits behind them ("24/6/15"), however they are separated. */
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
    return numerals->day > 0 && numerals->day <= 2 && numerals->month > 0 && numerals->month <= 2;
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

const char *date_advice(struct arena *arena, const char *text)
{
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

/* SPDX-License-Identifier: MIT */
#include "quorate/date.h"

#include <assert.h>
#include <string.h>

#define MONTHS     12
#define FIRST_YEAR 1900
#define LAST_YEAR  2199
#define SHORT_NAME 3
#define WEEK       7

static const char *const month_names[MONTHS] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static int days_in_month(int year, int month)
{
    static const int days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool day_exists(struct date date)
{
    return date.year >= FIRST_YEAR && date.year <= LAST_YEAR && date.month >= 1 &&
           date.month <= MONTHS && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Reads all the digits at *at; false unless there are at least `fewest` and at most `most`. */
static bool read_digits(const char **at, size_t fewest, size_t most, int *number)
{
    size_t length = 0;
    int value = 0;
    while (length <= most && is_digit((*at)[length]))
        value = value * 10 + ((*at)[length++] - '0');
    if (length < fewest || length > most)
        return false;
    *at += length;
    *number = value;
    return true;
}

static bool read_character(const char **at, char wanted)
{
    if (**at != wanted)
        return false;
    ++*at;
    return true;
}

static size_t count_letters(const char *at)
{
    size_t length = 0;
    while (is_letter(at[length]))
        length++;
    return length;
}

/* Whether the letters at `at` are what a name begins with; case does not matter. */
static bool begins_name(const char *at, size_t length, const char *name)
{
    size_t same = 0;
    while (same < length && name[same] != '\0' && lower(at[same]) == lower(name[same]))
        same++;
    return same == length;
}

int date_month_of(const char *letters, size_t length)
{
    for (int i = 0; i < MONTHS && length >= SHORT_NAME; i++)
        if (begins_name(letters, length, month_names[i]))
            return i + 1;
    return 0;
}

/* All the letters at *at must be a month's name, whole or its first three letters, or "Sept". */
static bool read_month_name(const char **at, int *month)
{
    size_t length = count_letters(*at);
    int named = date_month_of(*at, length);
    if (named == 0 || !(length == strlen(month_names[named - 1]) || length == SHORT_NAME ||
                        (named == 9 && length == 4)))
        return false;
    *month = named;
    *at += length;
    return true;
}

/* 2015-04-01, or with another separator */
static const char *scan_year_first(const char *at, char separator, struct date *date)
{
    bool read = read_digits(&at, 4, 4, &date->year) && read_character(&at, separator) &&
                read_digits(&at, 2, 2, &date->month) && read_character(&at, separator) &&
                read_digits(&at, 2, 2, &date->day);
    return read ? at : NULL;
}

static const char *scan_iso(const char *at, struct date *date)
{
    return scan_year_first(at, '-', date);
}

/* 01/04/2015, 1.4.2015 */
static const char *scan_numeric(const char *at, struct date *date)
{
    if (!read_digits(&at, 1, 2, &date->day))
        return NULL;
    char separator = *at;
    if (separator != '/' && separator != '.')
        return NULL;
    bool read = read_character(&at, separator) && read_digits(&at, 1, 2, &date->month) &&
                read_character(&at, separator) && read_digits(&at, 4, 4, &date->year);
    return read ? at : NULL;
}

/* 01JAN2021, 01-Apr-26, 1 April 2015 */
static const char *scan_named(const char *at, struct date *date)
{
    if (!read_digits(&at, 1, 2, &date->day))
        return NULL;
    char separator = *at == ' ' || *at == '-' ? *at : '\0';
    if (separator != '\0')
        at++;
    if (!read_month_name(&at, &date->month))
        return NULL;
    if (separator != '\0' && !read_character(&at, separator))
        return NULL;
    const char *year = at;
    if (!read_digits(&at, 2, 4, &date->year)) /* three digits make no year that exists */
        return NULL;
    if (at - year == 2)
        date->year += 2000;
    return at;
}

/* Behind a day as it is spoken: "st", "nd", "rd", "th" */
static bool read_ordinal(const char **at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; count_letters(*at) == 2 && i < sizeof endings / sizeof *endings; i++)
        if (begins_name(*at, 2, endings[i])) {
            *at += 2;
            return true;
        }
    return false;
}

/* June 24, 2015; Jun 24 2015; where the day is spoken June 24th, 2015 */
static const char *scan_behind_name(const char *at, bool is_spoken, struct date *date)
{
    bool read = read_month_name(&at, &date->month) && read_character(&at, ' ') &&
                read_digits(&at, 1, 2, &date->day) && (!is_spoken || read_ordinal(&at));
    if (!read)
        return NULL;
    at += *at == ',';
    return read_character(&at, ' ') && read_digits(&at, 4, 4, &date->year) ? at : NULL;
}

static const char *scan_named_first(const char *at, struct date *date)
{
    return scan_behind_name(at, false, date);
}

static const char *scan_spoken_first(const char *at, struct date *date)
{
    return scan_behind_name(at, true, date);
}

/* 24th June 2015, 24th of June, 2015: in a text, and not in a cell that is to be a date. */
static const char *scan_spoken(const char *at, struct date *date)
{
    if (!read_digits(&at, 1, 2, &date->day) || !read_ordinal(&at) || !read_character(&at, ' '))
        return NULL;
    if (strncmp(at, "of ", strlen("of ")) == 0)
        at += strlen("of ");
    if (!read_month_name(&at, &date->month))
        return NULL;
    at += *at == ',';
    return read_character(&at, ' ') && read_digits(&at, 4, 4, &date->year) ? at : NULL;
}

static const char *scan_slashed_years(const char *at, struct date *date)
{
    return scan_year_first(at, '/', date);
}

/* The numbers of 6/24/15: `day` is read second where the month stands first. */
static const char *scan_slashes(const char *at, int *first, int *second, int *year)
{
    bool read = read_digits(&at, 1, 2, first) && read_character(&at, '/') &&
                read_digits(&at, 1, 2, second) && read_character(&at, '/');
    const char *digits = at;
    if (!read || !read_digits(&at, 2, 4, year))
        return NULL;
    if (at - digits == 2)
        *year += 2000;
    return at;
}

static const char *scan_day_first(const char *at, struct date *date)
{
    return scan_slashes(at, &date->day, &date->month, &date->year);
}

static const char *scan_month_first(const char *at, struct date *date)
{
    return scan_slashes(at, &date->month, &date->day, &date->year);
}

size_t date_scan_weekday(const char *text, int *weekday)
{
    size_t length = count_letters(text), at = length;
    for (int i = 0; i < WEEK; i++) {
        const char *name = date_weekday_name(i);
        if (length < SHORT_NAME || !begins_name(text, length, name))
            continue;
        at += text[at] == '.' && length < strlen(name);
        at += text[at] == ',';
        *weekday = i;
        return text[at] == ' ' ? at + 1 : 0;
    }
    return 0;
}

typedef const char *scanner(const char *at, struct date *date);

/* By the first of these that finds a day that exists, and is of the weekday before it if there is
 * one. */
static size_t scan(const char *text, scanner *const *scanners, size_t count, struct date *date)
{
    int weekday = WEEK;
    const char *at = text + date_scan_weekday(text, &weekday);
    for (size_t i = 0; i < count; i++) {
        struct date found = {0};
        const char *end = scanners[i](at, &found);
        if (end == NULL || !day_exists(found) || (at > text && date_weekday(found) != weekday))
            continue;
        *date = found;
        return (size_t)(end - text);
    }
    return 0;
}

size_t date_scan(const char *text, struct date *date)
{
    static scanner *const scanners[] = {scan_iso, scan_numeric, scan_named, scan_named_first};
    return scan(text, scanners, sizeof scanners / sizeof *scanners, date);
}

size_t date_scan_year_first(const char *text, struct date *date)
{
    static scanner *const scanners[] = {scan_slashed_years};
    return scan(text, scanners, 1, date);
}

bool date_has_slashes(const char *text)
{
    int weekday, number;
    const char *at = text + date_scan_weekday(text, &weekday);
    return read_digits(&at, 1, 2, &number) && *at == '/';
}

size_t date_scan_slashes(const char *text, enum date_order order, struct date *date)
{
    static scanner *const scanners[] = {
        [DATE_DAY_FIRST] = scan_day_first,
        [DATE_MONTH_FIRST] = scan_month_first,
    };
    return scan(text, &scanners[order], 1, date);
}

bool date_parse(const char *text, struct date *date)
{
    struct date found;
    size_t length = date_scan(text, &found);
    if (length == 0 || text[length] != '\0')
        return false;
    *date = found;
    return true;
}

/* Whether a date may begin here: not within a word, a number or a longer chain such
 * as 1.01.04.2015. */
static bool may_begin(const char *text, size_t at)
{
    if (at == 0)
        return true;
    char before = text[at - 1];
    if (is_digit(before) || is_letter(before))
        return false;
    return !(at > 1 && (before == '.' || before == '/' || before == '-') && is_digit(text[at - 2]));
}

static bool may_end(const char *text)
{
    if (is_digit(*text) || is_letter(*text))
        return false;
    return !((*text == '.' || *text == '/' || *text == '-') && is_digit(text[1]));
}

bool date_find(const char *text, struct date *date, size_t *start, size_t *end)
{
    static scanner *const scanners[] = {scan_iso,         scan_numeric, scan_named,
                                        scan_named_first, scan_spoken,  scan_spoken_first};
    for (size_t at = 0; text[at] != '\0'; at++) {
        struct date found;
        if (!may_begin(text, at) || /* first: so the letters of a word are counted once */
            (!is_digit(text[at]) && date_month_of(text + at, count_letters(text + at)) == 0))
            continue;
        size_t length = scan(text + at, scanners, sizeof scanners / sizeof *scanners, &found);
        if (length == 0 || !may_end(text + at + length))
            continue;
        *date = found;
        *start = at;
        *end = at + length;
        return true;
    }
    return false;
}

bool date_given(struct date date)
{
    return date.year != 0;
}

int date_compare(struct date one, struct date other)
{
    if (one.year != other.year)
        return one.year < other.year ? -1 : 1;
    if (one.month != other.month)
        return one.month < other.month ? -1 : 1;
    return (one.day > other.day) - (one.day < other.day);
}

struct date date_later_of(struct date one, struct date other)
{
    return date_compare(one, other) < 0 ? other : one;
}

struct date date_of_days(int64_t days)
{
    struct date date = {.year = 1970, .month = 1, .day = 1};
    /* To a year that is no later, then to the year and the month that the day is in. */
    date.year += days < 0 ? (int)(days / 365) - 1 : (int)(days / 366);
    while (date_days((struct date){date.year + 1, 1, 1}) <= days)
        date.year++;
    int64_t rest = days - date_days(date);
    while (rest >= days_in_month(date.year, date.month))
        rest -= days_in_month(date.year, date.month++);
    date.day += (int)rest;
    return date;
}

int64_t date_days(struct date date)
{
    assert(date_given(date));
    /* Years that begin in March put the leap day last, so that months have fixed offsets. */
    int64_t year = date.month > 2 ? date.year : date.year - 1;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t leap_days = year / 4 - year / 100 + year / 400;
    int64_t days_before_1970 = 719468; /* since 1 March of the year 0 */
    return 365 * year + leap_days + (153 * month + 2) / 5 + date.day - 1 - days_before_1970;
}

struct date date_months_later(struct date date, int months)
{
    assert(date_given(date) && months >= 0);
    int month = date.month - 1 + months;
    struct date later = {
        .year = date.year + month / MONTHS, .month = month % MONTHS + 1, .day = date.day};
    int last = days_in_month(later.year, later.month);
    if (later.day > last)
        later.day = last;
    return later;
}

int date_beyond_year(struct date from, struct date day)
{
    if (date_compare(day, from) < 0)
        return -1;
    return date_compare(day, date_months_later(from, MONTHS)) > 0;
}

int date_weekday(struct date date)
{
    int64_t days = date_days(date) + 3; /* 1 January 1970 was a Thursday */
    return (int)(days % 7 + (days % 7 < 0 ? 7 : 0));
}

const char *date_weekday_name(int weekday)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    assert(weekday >= 0 && weekday <= 6);
    return names[weekday];
}

const char *date_long(struct arena *arena, struct date date)
{
    assert(date_given(date));
    return arena_format(arena, "%d %s %d", date.day, month_names[date.month - 1], date.year);
}

const char *date_iso(struct arena *arena, struct date date)
{
    assert(date_given(date));
    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *date_full(struct arena *arena, struct date date)
{
    return arena_format(arena, "%s %s", date_weekday_name(date_weekday(date)),
                        date_long(arena, date));
}

const char *date_span(struct arena *arena, struct date from, struct date until)
{
    const char *end = date_long(arena, until);
    if (from.year != until.year)
        return arena_format(arena, "%s to %s", date_long(arena, from), end);
    if (from.month != until.month)
        return arena_format(arena, "%d %s to %s", from.day, month_names[from.month - 1], end);
    return from.day == until.day ? end : arena_format(arena, "%d to %s", from.day, end);
}

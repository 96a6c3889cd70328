/* SPDX-License-Identifier: MIT */
#include "quorate/date.h"

#include <string.h>

#include "moment_internal.h"

#define SECOND INT32_C(1000000000) /* in nanoseconds */

static bool read_hour(const char **at, int64_t *hour)
{
    if (moment_is_digit((*at)[0]) && (*at)[1] == ':') { /* spreadsheets write 9:05 */
        *hour = *(*at)++ - '0';
        return true;
    }
    return moment_read_pair(at, 24, hour);
}

/* The bytes of a space, also of the two that do not let a line break: browsers write 5:00 PM with
 * the narrow one. */
static size_t space_length(const char *at)
{
    static const char *const spaces[] = {" ", "\u00A0", "\u202F"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strncmp(at, spaces[i], strlen(spaces[i])) == 0)
            return strlen(spaces[i]);
    return 0;
}

/* Behind an hour of 1 to 12, "am" or "pm", with or without a space. */
static bool read_half(const char **at, int64_t *hour)
{
    const char *word = *at + space_length(*at);
    bool morning = moment_read_word(&word, "am"),
         afternoon = !morning && moment_read_word(&word, "pm");
    if (!morning && !afternoon)
        return true;
    *at = word;
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/* Nothing, or .5 behind a second: no more decimals than there are nanoseconds. */
static bool read_decimals(const char **at, int32_t *nanoseconds)
{
    if (**at != '.')
        return true;
    const char *first = ++*at;
    for (int32_t worth = SECOND / 10; worth > 0 && moment_is_digit(**at); worth /= 10)
        *nanoseconds += worth * (*(*at)++ - '0');
    return *at > first && !moment_is_digit(**at);
}

/* 17:00, 17:00:05, 17:00:05.000, 5:00 pm */
static bool read_time(const char **at, struct moment *time)
{
    int64_t hour, minute, second = 0;
    if (!read_hour(at, &hour) || **at != ':')
        return false;
    ++*at;
    if (!moment_read_pair(at, 60, &minute))
        return false;
    if (**at == ':') {
        ++*at;
        if (!moment_read_pair(at, 60, &second) || !read_decimals(at, &time->nanoseconds))
            return false;
    }
    if (!read_half(at, &hour))
        return false;
    time->seconds = hour * HOUR + minute * MINUTE + second;
    return true;
}

/* Rounded down, also before 1970. */
static int64_t days_of(struct moment moment)
{
    return moment.seconds / DAY - (moment.seconds % DAY < 0);
}

struct date moment_date(struct moment moment)
{
    return date_of_days(days_of(moment));
}

/* 01:00 UTC on the last Sunday of a month of 31 days, when Europe's clocks change. */
static int64_t change_of_clocks(int year, int month)
{
    struct date last = {year, month, 31};
    int64_t sunday = date_days(last) - (date_weekday(last) + 1) % 7;
    return sunday * DAY + HOUR;
}

/* How far the clocks of England are ahead of UTC at a moment that has a zone. */
static int64_t english_summer(struct moment moment)
{
    int year = moment_date(moment).year;
    bool summer = moment.zoned && moment.seconds >= change_of_clocks(year, 3) &&
                  moment.seconds < change_of_clocks(year, 10);
    return summer ? HOUR : 0;
}

/* Whether a moment whose own zone is so far ahead of UTC can be in a column of this zone. */
static bool zone_has(const struct zone *zone, struct moment moment, int64_t ahead)
{
    if (!moment.zoned || zone->kind == ZONE_UNTOLD)
        return true;
    return ahead == (zone->kind == ZONE_ENGLISH ? english_summer(moment) : zone->ahead);
}

/* What stands between a date and its time: " ", ", ", " at ", "T". 0 when nothing does. */
static size_t gap_length(const char *at)
{
    static const char *const gaps[] = {" at ", ", ", " ", "T"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (strncmp(at, gaps[i], strlen(gaps[i])) == 0)
            return strlen(gaps[i]);
    return 0;
}

/* What stands behind the date, in a column of that zone. */
static bool read_moment(struct date date, const char *at, const struct zone *zone,
                        struct moment *moment)
{
    struct moment read = {.given = true};
    int64_t ahead;
    size_t gap = gap_length(at);
    at += gap;
    if (gap == 0 || !read_time(&at, &read) || !moment_read_zone(&at, &read.zoned, &ahead) ||
        *at != '\0')
        return false;
    if (!read.zoned && zone->kind == ZONE_FIXED) {
        read.zoned = true;
        ahead = zone->ahead;
    }
    read.seconds += date_days(date) * DAY - ahead;
    if (!zone_has(zone, read, ahead))
        return false;
    *moment = read;
    return true;
}

/* The length of a date that cannot be read in two orders, or is read day first. */
static size_t scan_date(const char *text, struct date *date)
{
    size_t length = date_scan(text, date);
    return length > 0 ? length : date_scan_year_first(text, date);
}

static const struct zone no_zone;

bool moment_parse(const char *text, struct moment *moment)
{
    struct date date;
    size_t length = scan_date(text, &date);
    return length > 0 && read_moment(date, text + length, &no_zone, moment);
}

bool moment_parse_in_order(const char *text, enum date_order order, struct moment *moment)
{
    return moment_parse_in_zone(text, order, &no_zone, moment);
}

bool moment_parse_in_zone(const char *text, enum date_order order, const struct zone *zone,
                          struct moment *moment)
{
    struct date date;
    size_t length =
        date_has_slashes(text) ? date_scan_slashes(text, order, &date) : scan_date(text, &date);
    if (length == 0)
        return false;
    if (text[length] != '\0')
        return read_moment(date, text + length, zone, moment);
    *moment = (struct moment){
        .seconds = date_days(date) * DAY,
        .day_alone = true,
        .given = true,
    };
    return true;
}

struct date moment_english_day(struct moment moment)
{
    moment.seconds += english_summer(moment);
    return moment_date(moment);
}

int moment_compare(struct moment one, struct moment other)
{
    if (one.day_alone || other.day_alone)
        return date_compare(moment_english_day(one), moment_english_day(other));
    if (one.seconds != other.seconds)
        return one.seconds < other.seconds ? -1 : 1;
    return (one.nanoseconds > other.nanoseconds) - (one.nanoseconds < other.nanoseconds);
}

/* Of the day, in seconds. */
static int time_of(struct moment moment)
{
    return (int)(moment.seconds - days_of(moment) * DAY);
}

/* ".25", or nothing. */
static const char *decimals_of(struct arena *arena, struct moment moment)
{
    int32_t rest = moment.nanoseconds;
    int places = 9;
    while (rest > 0 && rest % 10 == 0) {
        rest /= 10;
        places--;
    }
    return rest == 0 ? "" : arena_format(arena, ".%0*d", places, (int)rest);
}

const char *moment_iso(struct arena *arena, struct moment moment)
{
    int time = time_of(moment);
    const char *day = date_iso(arena, moment_date(moment));
    if (moment.day_alone)
        return day;
    return arena_format(arena, "%sT%02d:%02d:%02d%s%s", day, time / (int)HOUR,
                        time % (int)HOUR / (int)MINUTE, time % (int)MINUTE,
                        decimals_of(arena, moment), moment.zoned ? "Z" : "");
}

const char *moment_long(struct arena *arena, struct moment moment)
{
    int64_t summer = english_summer(moment);
    moment.seconds += summer;
    int time = time_of(moment), seconds = time % (int)MINUTE;
    const char *zone = summer > 0 ? " British Summer Time" : " GMT";
    const char *day = date_long(arena, moment_date(moment));
    if (moment.day_alone)
        return day;
    return arena_format(arena, "%02d:%02d%s%s on %s", time / (int)HOUR,
                        time % (int)HOUR / (int)MINUTE,
                        seconds == 0 && moment.nanoseconds == 0
                            ? ""
                            : arena_format(arena, ":%02d%s", seconds, decimals_of(arena, moment)),
                        moment.zoned ? zone : "", day);
}

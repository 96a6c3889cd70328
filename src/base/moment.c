/* SPDX-License-Identifier: MIT */
#include "quorate/date.h"

#define MINUTE      INT64_C(60)
#define HOUR        (60 * MINUTE)
#define DAY         (24 * HOUR)
#define MOST_OFFSET (14 * HOUR) /* the islands of Kiribati */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Exactly two digits, below `limit`. */
static bool read_pair(const char **at, int64_t limit, int64_t *number)
{
    if (!is_digit((*at)[0]) || !is_digit((*at)[1]))
        return false;
    *number = ((*at)[0] - '0') * 10 + ((*at)[1] - '0');
    *at += 2;
    return *number < limit;
}

static bool read_hour(const char **at, int64_t *hour)
{
    if (is_digit((*at)[0]) && (*at)[1] == ':') { /* spreadsheets write 9:05 */
        *hour = *(*at)++ - '0';
        return true;
    }
    return read_pair(at, 24, hour);
}

/* The word at *at, whatever its case, and what is no letter behind it. */
static bool read_word(const char **at, const char *word)
{
    size_t length = 0;
    while (word[length] != '\0' && ((*at)[length] | ' ') == word[length])
        length++;
    char behind = (char)((*at)[length] | ' ');
    if (word[length] != '\0' || (behind >= 'a' && behind <= 'z'))
        return false;
    *at += length;
    return true;
}

/* Behind an hour of 1 to 12, "am" or "pm", with or without a space. */
static bool read_half(const char **at, int64_t *hour)
{
    const char *word = *at + (**at == ' ');
    bool morning = read_word(&word, "am"), afternoon = !morning && read_word(&word, "pm");
    if (!morning && !afternoon)
        return true;
    *at = word;
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/* 17:00, 17:00:05, 5:00 pm */
static bool read_time(const char **at, int64_t *seconds)
{
    int64_t hour, minute, second = 0;
    if (!read_hour(at, &hour) || **at != ':')
        return false;
    ++*at;
    if (!read_pair(at, 60, &minute))
        return false;
    if (**at == ':') {
        ++*at;
        if (!read_pair(at, 60, &second))
            return false;
    }
    if (!read_half(at, &hour))
        return false;
    *seconds = hour * HOUR + minute * MINUTE + second;
    return true;
}

/* +01:00; behind "GMT" also +1 and +5:30 */
static bool read_offset(const char **at, bool named, int64_t *ahead)
{
    char sign = *(*at)++;
    int64_t hours, minutes = 0;
    bool single = named && is_digit((*at)[0]) && !is_digit((*at)[1]);
    if (sign != '+' && sign != '-')
        return false;
    if (single)
        hours = *(*at)++ - '0';
    else if (!read_pair(at, 24, &hours))
        return false;
    if (**at == ':') {
        ++*at;
        if (!read_pair(at, 60, &minutes))
            return false;
    } else if (!named) {
        return false;
    }
    *ahead = hours * HOUR + minutes * MINUTE;
    if (*ahead > MOST_OFFSET)
        return false;
    if (sign == '-')
        *ahead = -*ahead;
    return true;
}

/* Nothing, Z, +01:00, or a name: how far the clock is ahead of UTC. */
static bool read_zone(const char **at, bool *zoned, int64_t *ahead)
{
    *zoned = **at != '\0';
    *ahead = 0;
    if (!*zoned)
        return true;
    if (**at == 'Z') {
        ++*at;
        return true;
    }
    const char *name = *at + (**at == ' ');
    if (read_word(&name, "bst")) {
        *at = name;
        *ahead = HOUR;
        return true;
    }
    bool named = read_word(&name, "gmt") || read_word(&name, "utc");
    if (named)
        *at = name;
    return (named && **at == '\0') || read_offset(at, named, ahead);
}

/* What stands behind the date. */
static bool read_moment(struct date date, const char *at, struct moment *moment)
{
    if (*at == ',' && at[1] == ' ')
        at++;
    if (*at != ' ' && *at != 'T')
        return false;
    at++;
    bool zoned;
    int64_t time, ahead;
    if (!read_time(&at, &time) || !read_zone(&at, &zoned, &ahead) || *at != '\0')
        return false;
    *moment = (struct moment){
        .seconds = date_days(date) * DAY + time - ahead,
        .zoned = zoned,
        .given = true,
    };
    return true;
}

bool moment_parse(const char *text, struct moment *moment)
{
    struct date date;
    size_t length = date_scan(text, &date);
    if (length == 0)
        length = date_scan_year_first(text, &date);
    return length > 0 && read_moment(date, text + length, moment);
}

bool moment_parse_month_first(const char *text, struct moment *moment)
{
    struct date date;
    size_t length = date_scan_month_first(text, &date);
    return length > 0 && read_moment(date, text + length, moment);
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

/* How far the clocks of England are ahead of UTC. */
static int64_t english_summer(struct moment moment)
{
    int year = moment_date(moment).year;
    bool summer = moment.zoned && moment.seconds >= change_of_clocks(year, 3) &&
                  moment.seconds < change_of_clocks(year, 10);
    return summer ? HOUR : 0;
}

struct date moment_english_day(struct moment moment)
{
    moment.seconds += english_summer(moment);
    return moment_date(moment);
}

/* Of the day, in seconds. */
static int time_of(struct moment moment)
{
    return (int)(moment.seconds - days_of(moment) * DAY);
}

const char *moment_iso(struct arena *arena, struct moment moment)
{
    int time = time_of(moment);
    return arena_format(arena, "%sT%02d:%02d:%02d%s", date_iso(arena, moment_date(moment)),
                        time / (int)HOUR, time % (int)HOUR / (int)MINUTE, time % (int)MINUTE,
                        moment.zoned ? "Z" : "");
}

const char *moment_long(struct arena *arena, struct moment moment)
{
    int64_t summer = english_summer(moment);
    moment.seconds += summer;
    int time = time_of(moment), seconds = time % (int)MINUTE;
    const char *zone = summer > 0 ? " British Summer Time" : " GMT";
    return arena_format(arena, "%02d:%02d%s%s on %s", time / (int)HOUR,
                        time % (int)HOUR / (int)MINUTE,
                        seconds == 0 ? "" : arena_format(arena, ":%02d", seconds),
                        moment.zoned ? zone : "", date_long(arena, moment_date(moment)));
}

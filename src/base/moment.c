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

/* 17:00, 17:00:05 */
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
    *seconds = hour * HOUR + minute * MINUTE + second;
    return true;
}

/* Nothing, Z, or +01:00: how far the clock is ahead of UTC. */
static bool read_zone(const char **at, bool *zoned, int64_t *ahead)
{
    char sign = **at;
    *zoned = sign != '\0';
    *ahead = 0;
    if (!*zoned)
        return true;
    ++*at;
    if (sign == 'Z')
        return true;
    int64_t hours, minutes;
    if ((sign != '+' && sign != '-') || !read_pair(at, 24, &hours) || **at != ':')
        return false;
    ++*at;
    if (!read_pair(at, 60, &minutes))
        return false;
    *ahead = hours * HOUR + minutes * MINUTE;
    if (*ahead > MOST_OFFSET)
        return false;
    if (sign == '-')
        *ahead = -*ahead;
    return true;
}

bool moment_parse(const char *text, struct moment *moment)
{
    struct date date;
    size_t length = date_scan(text, &date);
    const char *at = text + length;
    if (length == 0 || (*at != ' ' && *at != 'T'))
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

/* Rounded down, also before 1970. */
static int64_t days_of(struct moment moment)
{
    return moment.seconds / DAY - (moment.seconds % DAY < 0);
}

struct date moment_date(struct moment moment)
{
    return date_of_days(days_of(moment));
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
    int time = time_of(moment), seconds = time % (int)MINUTE;
    return arena_format(arena, "%02d:%02d%s%s on %s", time / (int)HOUR,
                        time % (int)HOUR / (int)MINUTE,
                        seconds == 0 ? "" : arena_format(arena, ":%02d", seconds),
                        moment.zoned ? " UTC" : "", date_long(arena, moment_date(moment)));
}

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DATE_H
#define QUORATE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"

/* A day of the Gregorian calendar, 1900 to 2199. year 0 means that no date was given. */
struct date {
    int year, month, day;
};

/*
 * Reads one whole text, day first: 2015-04-01, 01/04/2015, 01.04.2015, 1/4/2015,
 * 01JAN2021, 01-Apr-26, 1 April 2015; also April 1, 2015. A weekday may stand before it ("Wed
 * 01/04/2015"), if it is that of the day. A year of two digits, behind the name of a month only, is
 * one of 2000 to 2099. False when it is none of these, or not a day that exists; *date is then as
 * it was.
 */
bool date_parse(const char *text, struct date *date);

/* 1 to 12 for letters with which the name of a month begins, three at least; else 0. */
int date_month_of(const char *letters, size_t length);

/* The length of the date with which the text begins, 0 when it begins with none. */
size_t date_scan(const char *text, struct date *date);

/* The same for 2015/06/24, as Google Forms begins a time. */
size_t date_scan_year_first(const char *text, struct date *date);

/* Which of the first two numbers of 7/3/2015 is the day. */
enum date_order {
    DATE_DAY_FIRST,
    DATE_MONTH_FIRST,
};

/* Whether the text begins with such a date, which does not itself tell the order. */
bool date_has_slashes(const char *text);

/* date_scan for such dates alone, in the order that is known of their column. A year may have two
 * digits (24/6/15) and is one of 2000 to 2099. */
size_t date_scan_slashes(const char *text, enum date_order order, struct date *date);

/* The length of a weekday with what separates it from the date behind it ("Wed, "), 0 when the text
 * does not begin with one. *weekday is as of date_weekday. */
size_t date_scan_weekday(const char *text, int *weekday);

/* The first date that stands inside a longer text ("population on 01.04.2015"), also as it is
 * spoken ("24th of June 2015"). Where it stands is told in *start and *end (offsets); false when
 * there is none. */
bool date_find(const char *text, struct date *date, size_t *start, size_t *end);

bool date_given(struct date date);
int date_compare(struct date one, struct date other);
struct date date_later_of(struct date one, struct date other); /* year 0 is before all days */

/* Days since 1 January 1970, and the day that comes so many days after it. */
int64_t date_days(struct date date);
struct date date_of_days(int64_t days);

/* The same day so many months later, or that month's last day. `months` is 0 to 1,200. */
struct date date_months_later(struct date date, int months);

/* Below 0 when the day is before `from`, above 0 when it is more than a year behind it, else 0. */
int date_beyond_year(struct date from, struct date day);

/* 0 for Monday to 6 for Sunday, and what it is called. */
int date_weekday(struct date date);
const char *date_weekday_name(int weekday);

const char *date_long(struct arena *arena, struct date date); /* "24 June 2015" */
const char *date_full(struct arena *arena, struct date date); /* "Wednesday 24 June 2015" */
const char *date_iso(struct arena *arena, struct date date);  /* "2015-06-24" */

/* "24 to 30 September 2015", "30 April to 8 May 2015", "31 December 2015 to 8 January 2016"; one
 * day is "24 September 2015". */
const char *date_span(struct arena *arena, struct date from, struct date until);

/*
 * A point in time; with `zoned` it is in seconds of UTC, without in seconds of the local clock. Of
 * a day of which no time is known it is the first second, without a zone.
 */
struct moment {
    int64_t seconds;
    int32_t nanoseconds; /* behind the second: 0 to 999,999,999 */
    bool zoned, day_alone, given;
};

/*
 * A date as above or 2015/06/24, and behind it a time: 2015-06-24 17:00, 24/06/2015 17:00:05,
 * 24/06/2015, 5:00 pm, Jun 24, 2015 at 5:00:05 PM, 2015-06-24T17:00:00.000Z, ...+01:00, ...+0100,
 * 2015/06/24 5:00:05 PM GMT+1. Seconds may be left out, or have up to nine decimals. A zone may
 * also be GMT, UTC or BST. False (and *moment as it was) for anything else.
 */
bool moment_parse(const char *text, struct moment *moment);

/* The same in a column of which it is known in what order the dates with / are: they may have years
 * of two digits. A day alone is read too. */
bool moment_parse_in_order(const char *text, enum date_order order, struct moment *moment);

/* By which clock a column of times is. */
struct zone {
    enum {
        ZONE_UNTOLD,  /* the heading says nothing of it */
        ZONE_ENGLISH, /* England's, as where it is untold */
        ZONE_FIXED,
        ZONE_UNKNOWN, /* one of which it is not known here what it is in UTC */
    } kind;
    int64_t ahead; /* of ZONE_FIXED: how many seconds it is ahead of UTC */
};

/*
 * The zone that stands at the end of a heading, in brackets or as its last word: "Submit Date
 * (UTC)", "Received (GMT+1)", "Timestamp Europe/London". *length is how much of the heading stands
 * before it, where it tells one.
 */
struct zone zone_in_heading(struct arena *arena, const char *heading, size_t *length);

/* moment_parse_in_order in a column of that zone, which is a known one: a time without a zone of
 * its own is by its clock. False, too, for a time that has another zone itself. A day alone stays a
 * day. */
bool moment_parse_in_zone(const char *text, enum date_order order, const struct zone *zone,
                          struct moment *moment);

/*
 * Below 0 when `one` came before the other, above 0 when it came after it. 0 when they are the
 * same, and when it cannot be told, because one is a day alone and the other on that day in
 * England. Unless one is a day alone both must have a zone, or neither.
 */
int moment_compare(struct moment one, struct moment other);

/* The day of a moment: of UTC, or of the local clock. */
struct date moment_date(struct moment moment);

/*
 * The day that it is in England at that moment: without a zone the moment is by England's clock
 * already; with one it is an hour ahead of UTC in British Summer Time, from 01:00 UTC on the last
 * Sunday of March to 01:00 UTC on the last Sunday of October, the rule since 1996.
 */
struct date moment_english_day(struct moment moment);

/* "2015-07-03T17:00:00", "2015-07-03T17:00:05.25Z": as moment_parse reads it; of a day alone
 * "2015-07-03". */
const char *moment_iso(struct arena *arena, struct moment moment);

/* "17:00 on 3 July 2015", and by the clocks of England where it has a zone: "17:00:05 British
 * Summer Time on 3 July 2015", "17:00 GMT on 3 December 2015"; of a day alone "3 July 2015" */
const char *moment_long(struct arena *arena, struct moment moment);

#endif

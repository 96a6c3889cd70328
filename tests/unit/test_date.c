/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/date.h"

static void dates_are_read_day_first(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *text, *iso;
    } cases[] = {
        {"2015-04-01", "2015-04-01"},
        {"01/04/2015", "2015-04-01"},
        {"01.04.2015", "2015-04-01"},
        {"1/4/2015", "2015-04-01"},
        {"1.4.2015", "2015-04-01"},
        {"01JAN2021", "2021-01-01"},
        {"01-Apr-26", "2026-04-01"},
        {"1 April 2015", "2015-04-01"},
        {"1 apr 2015", "2015-04-01"},
        {"30-SEPT-2015", "2015-09-30"},
        {"24JUNE15", "2015-06-24"},
        {"29/02/2016", "2016-02-29"},
        {"29/02/2000", "2000-02-29"},
        {"31/12/2199", "2199-12-31"},
        {"1900-01-01", "1900-01-01"},
        {"12/11/2015", "2015-11-12"},
        {"1 may 99", "2099-05-01"},
        {"April 1, 2015", "2015-04-01"},
        {"Apr 1 2015", "2015-04-01"},
        {"Wed 01/04/2015", "2015-04-01"},
        {"wednesday 1 April 2015", "2015-04-01"},
        {"Wed, Apr 1, 2015", "2015-04-01"},
        {"Wed. 2015-04-01", "2015-04-01"},
        {"Thurs 2 Apr 2015", "2015-04-02"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date = {0};
        check_true(date_parse(cases[i].text, &date));
        check_text(date_iso(arena, date), cases[i].iso);
    }
}

static void what_is_no_day_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "31/02/2015",
        "29/02/2015",
        "29/02/1900",
        "31/04/2015",
        "00/01/2015",
        "01/00/2015",
        "01/13/2015",
        "2015-13-01",
        "2015-4-1",
        "2015/04/01",
        "01/04/15",
        "01/04.2015",
        "1/4/215",
        "1/4/20155",
        "01-04-2015",
        "1899-12-31",
        "2200-01-01",
        "1 Aprl 2015",
        "1 Ap 2015",
        "1 April  2015",
        "1-April 2015",
        "April 2015",
        "1 April",
        "1st April 2015",
        " 2015-04-01",
        "2015-04-01 ",
        "001/04/2015",
        "01JAN",
        "01JAN202",
        "01JANUA2021",
        "+1/4/2015",
        "1/-4/2015",
        "99999999999999999999",
        "01.04.",
        "Apr 1,2015",
        "Apr 1, 15",
        "Apr  1 2015",
        "Tue 01/04/2015", /* it was a Wednesday */
        "We 01/04/2015",
        "Wednesdays 01/04/2015",
        "Wed01/04/2015",
        "Wed",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct date date = {1, 2, 3};
        if (date_parse(texts[i], &date))
            check_text(texts[i], "no date");
        check_int(date.year, 1);
    }
}

static void a_date_is_found_inside_a_text(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *text, *iso, *found;
    } cases[] = {
        {"Practice Population on 01.04.2015", "2015-04-01", "01.04.2015"},
        {"on 01.04.2015.", "2015-04-01", "01.04.2015"},
        {"list (1 April 2015) of 2016-01-01", "2015-04-01", "1 April 2015"},
        {"01JAN2021", "2021-01-01", "01JAN2021"},
        {"\xE2\x80\x93"
         "1/4/2015\xE2\x80\x93",
         "2015-04-01", "1/4/2015"},
        {"10 practices on 01/04/2015", "2015-04-01", "01/04/2015"},
        {"31/02/2015 or 01/03/2015", "2015-03-01", "01/03/2015"},
        {"v-01.04.2015-", "2015-04-01", "01.04.2015"},
        {"1 Sept 2015/", "2015-09-01", "1 Sept 2015"},
        {"meeting of April 1, 2015", "2015-04-01", "April 1, 2015"},
        {"on 1st April 2015", "2015-04-01", "1st April 2015"},
        {"the 22ND of Apr, 2015", "2015-04-22", "22ND of Apr, 2015"},
        {"3rd June 20151 or June 24th 2015", "2015-06-24", "June 24th 2015"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date = {0};
        size_t start = 0, end = 0;
        check_true(date_find(cases[i].text, &date, &start, &end));
        check_text(date_iso(arena, date), cases[i].iso);
        check_text(arena_copy(arena, cases[i].text + start, end - start), cases[i].found);
    }
    static const char *const none[] = {"",
                                       "population",
                                       "31st June 2015",
                                       "1xt April 2015",
                                       "1st of 2015",
                                       "1 of April 2015",
                                       "Mayor 4 2015",
                                       "v1.01.04.2015",
                                       "01.04.2015.3",
                                       "01.04.2015-3",
                                       "01.04.2015/3",
                                       "3-01.04.2015",
                                       "3/01.04.2015",
                                       "1 Septe 2015",
                                       "x01.04.2015",
                                       "101.04.2015",
                                       "01.04.20155",
                                       "32/01/2015",
                                       "2/29/2015"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct date date;
        size_t start, end;
        check_false(date_find(none[i], &date, &start, &end));
    }
}

static void days_count_from_1970(void **state)
{
    (void)state;
    check_int(date_days((struct date){1970, 1, 1}), 0);
    check_int(date_days((struct date){1969, 12, 31}), -1);
    check_int(date_days((struct date){1970, 3, 1}), 59);
    check_int(date_days((struct date){2000, 2, 29}), 11016);
    check_int(date_days((struct date){2000, 3, 1}), 11017);
    check_int(date_days((struct date){2015, 6, 24}), 16610);
    check_int(date_days((struct date){1900, 1, 1}), -25567);
}

static void every_day_is_followed_by_the_next(void **state)
{
    (void)state;
    int64_t expected = date_days((struct date){1900, 1, 1});
    int days_seen = 0;
    for (int year = 1900; year < 2200; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= 31; day++) {
                char text[40];
                struct date date;
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                if (!date_parse(text, &date))
                    continue;
                check_int(date_days(date), expected);
                expected++;
                days_seen++;
            }
        }
    }
    check_int(days_seen, 300 * 365 + 73); /* every fourth year but 1900 and 2100 */
}

static void a_month_later_is_the_same_day_or_the_last(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        struct date date;
        const char *later;
    } cases[] = {
        {{2015, 6, 24}, "2015-07-24"}, {{2015, 1, 31}, "2015-02-28"},
        {{2016, 1, 31}, "2016-02-29"}, {{2015, 12, 31}, "2016-01-31"},
        {{2015, 3, 31}, "2015-04-30"}, {{2199, 12, 1}, "2200-01-01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(date_iso(arena, date_months_later(cases[i].date, 1)), cases[i].later);
}

static void dates_are_compared_and_written(void **state)
{
    struct arena *arena = arena_of(state);
    struct date june = {2015, 6, 24}, july = {2015, 7, 1}, later = {2016, 1, 1};
    check_true(date_compare(june, july) < 0);
    check_true(date_compare(later, july) > 0);
    check_true(date_compare(june, (struct date){2015, 6, 25}) < 0);
    check_int(date_compare(june, june), 0);
    check_text(date_long(arena, june), "24 June 2015");
    check_text(date_long(arena, july), "1 July 2015");
    check_text(date_iso(arena, july), "2015-07-01");
    check_true(date_given(june));
    check_false(date_given((struct date){0}));
}

/* The same day a year later is still within it; of 29 February it is the 28th. */
static void a_year_has_an_end(void **state)
{
    (void)state;
    static const struct {
        struct date from, day;
        int beyond;
    } cases[] = {
        {{2015, 4, 1}, {2015, 3, 31}, -1}, {{2015, 4, 1}, {2015, 4, 1}, 0},
        {{2015, 4, 1}, {2016, 4, 1}, 0},   {{2015, 4, 1}, {2016, 4, 2}, 1},
        {{2016, 2, 29}, {2017, 2, 28}, 0}, {{2016, 2, 29}, {2017, 3, 1}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_int(date_beyond_year(cases[i].from, cases[i].day), cases[i].beyond);
}

static void moments_are_read(void **state)
{
    (void)state;
    const int64_t midnight = INT64_C(16610) * 86400; /* of 24 June 2015 */
    static const struct {
        const char *text;
        int64_t second;
        bool zoned;
    } cases[] = {
        {"2015-06-24 17:00", 61200, false},
        {"2015-06-24T17:00", 61200, false},
        {"24/06/2015 17:00:05", 61205, false},
        {"24/06/2015 9:05", 32700, false},
        {"24 June 2015 00:00", 0, false},
        {"2015-06-24 23:59:59", 86399, false},
        {"2015-06-24T17:00:00Z", 61200, true},
        {"2015-06-24 17:00Z", 61200, true},
        {"2015-06-24T17:00:00+01:00", 57600, true},
        {"2015-06-24T17:00:00-00:30", 63000, true},
        {"2015-06-24T00:30+01:00", -1800, true},
        {"2015-06-24T23:30-01:00", 88200, true},
        {"2015-06-24T17:00+14:00", 10800, true},
        {"2015/06/24 5:00:05 PM GMT+1", 57605, true},
        {"2015/06/24 5:00:05 pm GMT", 61205, true},
        {"2015/06/24 12:00:00 AM UTC+5:30", -19800, true},
        {"2015/06/24 12:30 pm", 45000, false},
        {"24/06/2015 5:00pm", 61200, false},
        {"24/06/2015, 17:00", 61200, false},
        {"2015-06-24 17:00 BST", 57600, true},
        {"2015-06-24 17:00 GMT-03:30", 73800, true},
        {"2015-06-24 17:00+0100", 57600, true},
        {"2015-06-24 17:00:05+01", 57605, true},
        {"Wed, 24 Jun 2015 17:00:05 +0100", 57605, true},
        {"Wed Jun 24 2015 17:00:05 GMT+0100", 57605, true},
        {"2015-06-24T17:00:05.000Z", 61205, true},
        {"Jun 24, 2015 17:40:11", 63611, false},
        {"June 24, 2015 5:40 PM", 63600, false},
        {"Jun 24, 2015, 5:40\u202fPM", 63600, false},
        {"24 June 2015 at 17:40", 63600, false},
        {"Wed 24/06/2015 17:00", 61200, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment = {0};
        check_true(moment_parse(cases[i].text, &moment));
        check_int(moment.seconds, midnight + cases[i].second);
        check_int(moment.zoned, cases[i].zoned);
        check_true(moment.given);
    }
}

/* 7/3/2015 is read as its column is; what does not depend on that stays as it is. */
static void moments_in_the_order_of_their_column(void **state)
{
    static const struct {
        const char *text, *day_first, *month_first; /* NULL where it is no date */
    } cases[] = {
        {"7/3/15 17:00:00", "2015-03-07T17:00:00", "2015-07-03T17:00:00"},
        {"07/03/2015 5:00 PM", "2015-03-07T17:00:00", "2015-07-03T17:00:00"},
        {"7/3/2015", "2015-03-07", "2015-07-03"},
        {"Fri 7/3/2015 17:00", NULL, "2015-07-03T17:00:00"},
        {"Fri 3/7/2015 17:00", "2015-07-03T17:00:00", NULL},
        {"24/6/15 17:00", "2015-06-24T17:00:00", NULL},
        {"6/24/15 17:00", NULL, "2015-06-24T17:00:00"},
        {"2015-07-03 17:00", "2015-07-03T17:00:00", "2015-07-03T17:00:00"},
        {"07.03.2015 17:00", "2015-03-07T17:00:00", "2015-03-07T17:00:00"},
        {"2015/07/03 17:00", "2015-07-03T17:00:00", "2015-07-03T17:00:00"},
        {"Jul 3, 2015", "2015-07-03", "2015-07-03"},
        {"7/3/115 17:00", NULL, NULL},
        {"7/32/15 17:00", NULL, NULL},
        {"7/3/2015 ", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int order = DATE_DAY_FIRST; order <= DATE_MONTH_FIRST; order++) {
            const char *told = order == DATE_DAY_FIRST ? cases[i].day_first : cases[i].month_first;
            struct moment moment = {0};
            bool read = moment_parse_in_order(cases[i].text, (enum date_order)order, &moment);
            check_int(read, told != NULL);
            check_int(moment.given, told != NULL);
            if (read)
                check_text(moment_iso(arena_of(state), moment), told);
        }
    }
}

/* What a heading says of the zone of its column: the last piece, in brackets or as a word. */
static void zones_in_headings(void **state)
{
    static const struct {
        const char *heading, *rest;
        int kind;
        int64_t ahead;
    } cases[] = {
        {"Submit Date (UTC)", "Submit Date ", ZONE_FIXED, 0},
        {"Submit Date (utc) ", "Submit Date ", ZONE_FIXED, 0},
        {"Submit Date [GMT]", "Submit Date ", ZONE_FIXED, 0},
        {"Submit Date UTC", "Submit Date ", ZONE_FIXED, 0},
        {"Submit Date (Etc/UTC)", "Submit Date ", ZONE_FIXED, 0},
        {"Submit Date (Coordinated Universal Time)", "Submit Date ", ZONE_FIXED, 0},
        {"Received (BST)", "Received ", ZONE_FIXED, 3600},
        {"Received (British Summer Time)", "Received ", ZONE_FIXED, 3600},
        {"Received (GMT+1)", "Received ", ZONE_FIXED, 3600},
        {"Received (UTC-05:30)", "Received ", ZONE_FIXED, -19800},
        {"Received (+0100)", "Received ", ZONE_FIXED, 3600},
        {"Received (Europe/London)", "Received ", ZONE_ENGLISH, 0},
        {"Received Europe/London", "Received ", ZONE_ENGLISH, 0},
        {"Received (GMT/BST)", "Received ", ZONE_ENGLISH, 0},
        {"Received (UK time)", "Received ", ZONE_ENGLISH, 0},
        {"Received (EST)", "Received ", ZONE_UNKNOWN, 0},
        {"Received CEST", "Received ", ZONE_UNKNOWN, 0},
        {"Received (America/New_York)", "Received ", ZONE_UNKNOWN, 0},
        {"Received (Pacific Standard Time)", "Received ", ZONE_UNKNOWN, 0},
        {"Received (GMT +15:00)", "Received ", ZONE_UNKNOWN, 0},
        {"Received (UTC, more or less)", "Received ", ZONE_UNKNOWN, 0},
        {"Received (est)", NULL, ZONE_UNTOLD, 0}, /* estimated */
        {"Received (dd/mm/yyyy)", NULL, ZONE_UNTOLD, 0},
        {"Received (us/them)", "Received ", ZONE_UNKNOWN, 0},
        {"Received (date and time)", NULL, ZONE_UNTOLD, 0},
        {"Received (UTC) by", NULL, ZONE_UNTOLD, 0},
        {"Received ()", NULL, ZONE_UNTOLD, 0},
        {"Received UTC)", NULL, ZONE_UNTOLD, 0},
        {"(UTC)", NULL, ZONE_UNTOLD, 0}, /* there is nothing of which it could be the zone */
        {"UTC", NULL, ZONE_UNTOLD, 0},
        {"", NULL, ZONE_UNTOLD, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        struct arena *arena = arena_of(state);
        struct zone zone = zone_in_heading(arena, cases[i].heading, &length);
        if ((int)zone.kind != cases[i].kind)
            fail_msg("%s: kind %d", cases[i].heading, (int)zone.kind);
        check_int(zone.ahead, cases[i].ahead);
        if (cases[i].rest != NULL)
            check_text(arena_copy(arena, cases[i].heading, length), cases[i].rest);
    }
}

/* In June England is an hour ahead of UTC, and the zone of a heading is that of every time. */
static void moments_in_the_zone_of_their_column(void **state)
{
    static const struct zone utc = {ZONE_FIXED, 0}, bst = {ZONE_FIXED, 3600},
                             england = {ZONE_ENGLISH, 0};
    static const struct {
        const struct zone *zone;
        const char *text, *iso; /* NULL where it has another zone itself */
    } cases[] = {
        {&utc, "2015-06-24 17:00", "2015-06-24T17:00:00Z"},
        {&bst, "2015-06-24 17:00", "2015-06-24T16:00:00Z"},
        {&england, "2015-06-24 17:00", "2015-06-24T17:00:00"},
        {&utc, "2015-06-24 17:00Z", "2015-06-24T17:00:00Z"},
        {&utc, "2015-06-24 17:00 GMT", "2015-06-24T17:00:00Z"},
        {&utc, "2015-06-24 17:00+01:00", NULL},
        {&bst, "2015-06-24 17:00+01:00", "2015-06-24T16:00:00Z"},
        {&bst, "2015-06-24 17:00Z", NULL},
        {&england, "2015-06-24 17:00 BST", "2015-06-24T16:00:00Z"},
        {&england, "2015-06-24 17:00Z", NULL},
        {&england, "2015-12-24 17:00Z", "2015-12-24T17:00:00Z"},
        {&england, "2015-12-24 17:00 BST", NULL},
        {&utc, "24/6/2015", "2015-06-24"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment;
        bool read = moment_parse_in_zone(cases[i].text, DATE_DAY_FIRST, cases[i].zone, &moment);
        check_int(read, cases[i].iso != NULL);
        if (read)
            check_text(moment_iso(arena_of(state), moment), cases[i].iso);
    }
}

/* A day alone is before no time of that day in England, and after none. */
static void moments_are_compared(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        int order;
    } cases[] = {
        {"2015-07-03 17:00", "2015-07-03 17:00:00", 0},
        {"2015-07-03 17:00", "2015-07-03 17:00:01", -1},
        {"2015-07-03 17:00:00.000000001", "2015-07-03 17:00", 1},
        {"2015-07-03 17:00:00.25", "2015-07-03 17:00:00.250", 0},
        {"2015-07-03T17:00Z", "2015-07-03T18:00+01:00", 0},
        {"2015-07-03", "2015-07-03 00:00", 0},
        {"2015-07-03", "2015-07-03 23:59:59", 0},
        {"2015-07-03", "2015-07-04 00:00", -1},
        {"2015-07-03", "2015-07-02 23:59:59.9", 1},
        {"2015-07-03", "2015-07-02T23:00Z", 0},
        {"2015-07-03", "2015-07-02T22:59:59Z", 1},
        {"2015-07-03", "2015-07-03", 0},
        {"2015-07-03", "2015-07-04", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment one, other;
        check_true(moment_parse_in_order(cases[i].one, DATE_DAY_FIRST, &one));
        check_true(moment_parse_in_order(cases[i].other, DATE_DAY_FIRST, &other));
        int forth = moment_compare(one, other), back = moment_compare(other, one);
        check_int((forth > 0) - (forth < 0), cases[i].order);
        check_int((back > 0) - (back < 0), -cases[i].order);
    }
}

static void what_is_no_moment_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "2015-06-24",
        "17:00",
        "2015-06-24 24:00",
        "2015-06-24 17:60",
        "2015-06-24 17:00:60",
        "2015-06-24 17",
        "2015-06-24 17:0",
        "2015-06-24 17:00:5",
        "2015-06-24  17:00",
        "2015-06-24 17:00 ",
        "2015-06-24 17:00z",
        "2015-06-24 17:00 Z",
        "2015-06-24 17:00+010",
        "2015-06-24 17:00 GMT+130",
        "Thu 24/06/2015 17:00",
        "2015-06-24 17:00+1:00",
        "2015-06-24 17:00+14:01",
        "2015-06-24 17:00+01:60",
        "2015-06-24 17:00ZZ",
        "2015-06-24 5:00 pmx",
        "2015-06-24 13:00 pm",
        "2015-06-24 0:30 AM",
        "2015-06-24 5:00 xm",
        "2015-06-24 17:00 GMT+15",
        "2015-06-24 17:00 GMT 1",
        "2015-06-24 17:00 CET",
        "2015-06-24 17:00 +1",
        "2015/6/24 17:00",
        "2015/06-24 17:00",
        "6/24/15 17:00",
        "31/02/2015 17:00",
        "06/24/2015 17:00",
        "2015-06-24 17:00:00.",
        "2015-06-24 17:00:00.1234567890",
        "2015-06-24 17:00.5",
        "2015-06-24 -7:00",
        "2015-06-24 117:00",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct moment moment = {0};
        if (moment_parse(texts[i], &moment))
            check_text(texts[i], "no moment");
        check_false(moment.given);
    }
}

static void days_are_told_back(void **state)
{
    (void)state;
    /* Every day that a date can be, and those round the beginning of the count. */
    int64_t last = date_days((struct date){2199, 12, 31});
    for (int64_t days = date_days((struct date){1900, 1, 1}); days <= last; days++) {
        struct date date = date_of_days(days);
        check_int(date_days(date), days);
        check_true(date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12);
    }
    check_int(date_compare(date_of_days(0), (struct date){1970, 1, 1}), 0);
    check_int(date_compare(date_of_days(-1), (struct date){1969, 12, 31}), 0);
    check_int(date_compare(date_of_days(-2193), (struct date){1963, 12, 31}), 0);
    check_int(date_compare(date_of_days(16494), (struct date){2015, 2, 28}), 0);
    check_int(date_compare(date_of_days(16860), (struct date){2016, 2, 29}), 0);
}

static void moments_are_told(void **state)
{
    static const struct {
        const char *text, *told, *iso;
    } cases[] = {
        {"2015-07-03 17:00", "17:00 on 3 July 2015", "2015-07-03T17:00:00"},
        {"03/07/2015 9:05:07", "09:05:07 on 3 July 2015", "2015-07-03T09:05:07"},
        {"2015-07-03T00:30:00+01:00", "00:30 British Summer Time on 3 July 2015",
         "2015-07-02T23:30:00Z"},
        {"2015-12-03T17:00:00Z", "17:00 GMT on 3 December 2015", "2015-12-03T17:00:00Z"},
        {"1969-12-31 23:59", "23:59 on 31 December 1969", "1969-12-31T23:59:00"},
        {"2015-07-03 17:00:00.050", "17:00:00.05 on 3 July 2015", "2015-07-03T17:00:00.05"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment;
        check_true(moment_parse(cases[i].text, &moment));
        check_text(moment_long(arena_of(state), moment), cases[i].told);
        check_text(moment_iso(arena_of(state), moment), cases[i].iso);
        struct moment again;
        check_true(moment_parse(cases[i].iso, &again));
        check_int(again.seconds, moment.seconds);
        check_int(again.zoned, moment.zoned);
    }
}

/* Clocks changed on 29 March and 25 October 2015, 27 March and 30 October 2016. */
static void a_moment_is_a_day_in_england(void **state)
{
    static const struct {
        const char *text, *day;
    } cases[] = {
        {"2015-06-24 23:59:59", "2015-06-24"}, /* by England's clock already */
        {"2015-06-24T22:59:59Z", "2015-06-24"},   {"2015-06-24T23:00:00Z", "2015-06-25"},
        {"2015-06-25T00:30+01:00", "2015-06-25"}, {"2015-06-24T19:00-05:00", "2015-06-25"},
        {"2015-03-28T23:30Z", "2015-03-28"},      {"2015-03-29T23:00Z", "2015-03-30"},
        {"2015-10-24T23:00Z", "2015-10-25"},      {"2015-10-25T23:30Z", "2015-10-25"},
        {"2016-03-26T23:30Z", "2016-03-26"},      {"2016-03-27T23:00Z", "2016-03-28"},
        {"2016-10-29T23:00Z", "2016-10-30"},      {"2016-10-30T23:30Z", "2016-10-30"},
        {"2015-12-31T23:30Z", "2015-12-31"},      {"2016-01-01T00:30Z", "2016-01-01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment;
        check_true(moment_parse(cases[i].text, &moment));
        check_text(date_iso(arena_of(state), moment_english_day(moment)), cases[i].day);
    }
}

static void weekdays_and_spans(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(date_full(arena, (struct date){2015, 4, 3}), "Friday 3 April 2015");
    check_text(date_full(arena, (struct date){1900, 1, 1}), "Monday 1 January 1900");
    check_text(date_full(arena, (struct date){1969, 12, 31}), "Wednesday 31 December 1969");
    check_text(date_full(arena, (struct date){2199, 12, 31}), "Tuesday 31 December 2199");
    check_text(date_span(arena, (struct date){2015, 9, 24}, (struct date){2015, 9, 30}),
               "24 to 30 September 2015");
    check_text(date_span(arena, (struct date){2015, 4, 30}, (struct date){2015, 5, 8}),
               "30 April to 8 May 2015");
    check_text(date_span(arena, (struct date){2015, 12, 31}, (struct date){2016, 1, 8}),
               "31 December 2015 to 8 January 2016");
    check_text(date_span(arena, (struct date){2015, 9, 24}, (struct date){2015, 9, 24}),
               "24 September 2015");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_told_back),
        test_with_arena(moments_are_told),
        test_with_arena(a_moment_is_a_day_in_england),
        test_with_arena(weekdays_and_spans),
        test_with_arena(dates_are_read_day_first),
        cmocka_unit_test(what_is_no_day_is_refused),
        test_with_arena(a_date_is_found_inside_a_text),
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(every_day_is_followed_by_the_next),
        test_with_arena(a_month_later_is_the_same_day_or_the_last),
        test_with_arena(dates_are_compared_and_written),
        cmocka_unit_test(a_year_has_an_end),
        cmocka_unit_test(moments_are_read),
        test_with_arena(moments_in_the_order_of_their_column),
        test_with_arena(zones_in_headings),
        test_with_arena(moments_in_the_zone_of_their_column),
        cmocka_unit_test(moments_are_compared),
        cmocka_unit_test(what_is_no_moment_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

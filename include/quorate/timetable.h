/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TIMETABLE_H
#define QUORATE_TIMETABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/outcome.h"

/* When a vote that has to be open for some working days may close, finished for reports. */

enum day_kind {
    DAY_WORKING,
    DAY_WEEKEND,
    DAY_HOLIDAY,
};

/* "working day", "weekend", "bank holiday" */
const char *day_kind_name(enum day_kind kind);

struct timetable_day {
    struct date date;
    enum day_kind kind;
    int64_t number;                /* of a working day, counted from the opening; else 0 */
    const struct holiday *holiday; /* of DAY_HOLIDAY; else NULL */
};

/* The earliest close on another reading of the rule `period`. */
struct timetable_reading {
    const char *name, *clause; /* clause: NULL when empty */
    int64_t needed;
    struct date earliest;
    bool met; /* by the close that is given */
};

struct timetable {
    struct provenance from;
    const char *body, *edition; /* NULL when the rules give none */
    const char *decision;       /* as -d names it */
    const char *title;
    struct moment opens, closes; /* not given where only the day is */
    struct date opens_on;        /* in England */
    struct date closes_on;       /* year 0 when no close is given */
    bool has_period;             /* else nothing below is filled in */
    struct basis rule;
    int64_t needed; /* working days, both the day of opening and that of closing counted */
    struct date earliest;
    const struct timetable_day *days; /* from the opening to the earliest or the given close */
    size_t day_count;
    int64_t working_days, short_by; /* up to the close that is given */
    bool lawful;                    /* the close that is given is late enough */
    bool known;                     /* the bank holidays of all the days are */
    struct date known_from, known_until;
    const struct timetable_reading *readings;
    size_t reading_count;
};

#endif

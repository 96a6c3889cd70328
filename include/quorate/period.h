/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_PERIOD_H
#define QUORATE_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/basis.h"
#include "quorate/calendar.h"

/* What another reading of the rule `period` asks for. */
struct period_reading {
    const char *name, *clause; /* clause: NULL when empty */
    int64_t needed, short_by;  /* working days; short_by and met: of a period that was checked */
    bool met;
};

/* How long a vote was open, beside what the rules ask for. It never changes the verdict. */
struct period {
    struct basis rule;
    int64_t needed; /* working days */
    bool opens_given, closes_given;
    bool checked; /* both are given; else only what stands above and the readings' `needed` do */
    struct date from, until; /* the days in England on which it opened and closed; both count */
    int64_t working_days, short_by;
    bool met;
    struct holiday_list holidays;        /* between them, that would else be working days */
    bool known;                          /* the bank holidays of all these days are */
    struct date known_from, known_until; /* of which days they are */
    const struct period_reading *readings;
    size_t reading_count;
    bool certain; /* every reading gives the same answer */
};

#endif

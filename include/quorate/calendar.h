/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CALENDAR_H
#define QUORATE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/date.h"

/*
 * Working days: Monday to Friday, without the bank holidays of a table. Where days are counted from
 * one to another, both of them count.
 */

struct holiday {
    struct date date;
    const char *title; /* "Boxing Day" */
    const char *note;  /* "Substitute day"; NULL for none */
};

/* As a table has them, in any order. */
struct holiday_list {
    const struct holiday *items;
    size_t count;
};

/* So many bank holidays every year has in England; a year with fewer in the table is not known. */
#define HOLIDAYS_A_YEAR 8

struct calendar {
    struct holiday_list holidays; /* by date, and no day twice */
    /* The days whose bank holidays are known: the longest run of years that each have
     * HOLIDAYS_A_YEAR in the table. Year 0 where there is none. */
    struct date from, until;
};

/* The holidays of both lists; of a day that is in both the title of the first stays. */
struct calendar calendar_make(struct arena *arena, struct holiday_list first,
                              struct holiday_list added);

/* The bank holiday on this day, or NULL. */
const struct holiday *calendar_holiday(const struct calendar *calendar, struct date day);

bool calendar_is_weekend(struct date day);
bool calendar_is_working_day(const struct calendar *calendar, struct date day);

/* How many working days there are from one day to another; 0 where `until` is the earlier one. */
int64_t calendar_working_days(const struct calendar *calendar, struct date from, struct date until);

/* The `number`th working day (1 or more) from this day on, which is the first itself where it is
 * one. */
struct date calendar_working_day(const struct calendar *calendar, struct date from, int64_t number);

/* The bank holidays in a period that would else be working days, by date. */
struct holiday_list calendar_skipped(struct arena *arena, const struct calendar *calendar,
                                     struct date from, struct date until);

/* Whether the bank holidays of all these days are known. */
bool calendar_knows(const struct calendar *calendar, struct date from, struct date until);

#endif

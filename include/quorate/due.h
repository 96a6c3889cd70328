/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DUE_H
#define QUORATE_DUE_H

#include <stddef.h>

#include "quorate/date.h"

/* What a constitution wants done again by some day, whether there is a vote or not. */

enum due_kind {
    DUE_CONSTITUTION, /* its review: the rule `review by` */
    DUE_INTERESTS,    /* going through their register: the rule `review interests` */
    DUE_LIST_SIZES,   /* new ones, each year */
};

enum due_state {
    DUE_NO_DAY,  /* it was not asked for any day */
    DUE_IN_TIME, /* on the day that was asked for */
    DUE_OVER,    /* that day is past it */
    DUE_UNKNOWN, /* nothing says when it was last done, or it was done after that day only */
};

struct due {
    enum due_kind kind;
    enum due_state state;
    const char *clause; /* where the constitution says so; NULL when that is not given */
    const char *file;   /* the table that is to be gone through; of the constitution its rules */
    struct date last;   /* when it was last done; year 0 of the constitution, or not known */
    struct date by;     /* the last day on which it is in time; year 0 where `last` is not known */
    size_t rows, undated; /* of the register: those that still hold, and those of them without a day
                           */
};

/* "constitution", "interests", "list sizes" */
const char *due_name(enum due_kind kind);

#endif

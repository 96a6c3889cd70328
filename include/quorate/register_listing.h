/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REGISTER_LISTING_H
#define QUORATE_REGISTER_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/date.h"
#include "quorate/decision_register.h"
#include "quorate/outcome.h"

/* A register of decisions read and judged, finished for reports. */

/* What a hash that was kept elsewhere shows. */
enum kept_hash {
    KEPT_NONE,    /* none was given: what was done to the end alone cannot be seen */
    KEPT_LAST,    /* it is that of the last line: the register is as it was then */
    KEPT_EARLIER, /* it is that of an earlier one: so far it is, and lines were added since */
    KEPT_LOST,    /* it is that of no line: the end was cut off, or written anew */
};

/* Ballots that are to be destroyed: those of a line that nothing corrects. */
struct ballots_due {
    const struct registered *of;
    bool is_due; /* the day that was asked about is that on which they are, or a later one */
};

struct register_listing {
    const char *version;
    const char *body;   /* whose decisions they are; NULL where the lines do not say it */
    struct input input; /* the file; its rows are its lines */
    const struct decision_register *decisions;
    const struct registered *const *listed; /* those of the span of days, in their order */
    size_t listed_count, undated_count;     /* undated ones are listed in any case */
    struct date since, until;               /* year 0: without that bound */
    struct date day; /* that ballots are due by; year 0 where none was asked about */
    const struct ballots_due *due;
    size_t due_count;
    const char *kept; /* the hash; NULL for KEPT_NONE */
    enum kept_hash kept_as;
    size_t kept_line; /* of KEPT_LAST and KEPT_EARLIER */
    bool sound;       /* no fault, and no hash that was kept is lost */
};

#endif

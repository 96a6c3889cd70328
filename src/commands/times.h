/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TIMES_H
#define QUORATE_TIMES_H

#include "options.h"
#include "quorate/calendar.h"
#include "quorate/diag.h"
#include "quorate/outcome.h"

/* When a vote opened or closes, as an option gives it. */
struct opening {
    struct moment moment; /* not given where the option is not, or gives a day alone */
    struct date day;      /* in England; year 0 where the option is not given */
};

/* The options' own check has read the value before. */
struct opening times_of(const struct options *options, enum option_id id);

/* False, with *misuse filled in, when a vote does not open before it closes, or only one of the two
 * times has a zone. Days alone may be the same. */
bool times_fit(struct arena *arena, struct opening opens, struct opening closes,
               struct misuse *misuse);

/*
 * The bank holidays of England with those that --holidays adds. *added is the table of the latter,
 * with a NULL role when there is none. Problems go to `diag`.
 */
struct calendar times_calendar(struct arena *arena, struct diag *diag,
                               const struct options *options, struct input *added);

#endif

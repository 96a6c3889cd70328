/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OVERDUE_H
#define QUORATE_OVERDUE_H

#include "quorate/due.h"
#include "run.h"

/* Warns of what was not done in time for the day that was asked for, or cannot be told to be.
 * Of list sizes load_check does. */
void overdue_warn(struct run *run, const struct due *dues, size_t count);

#endif

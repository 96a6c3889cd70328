/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_LISTS_H
#define QUORATE_COMMANDS_LISTS_H

#include "run.h"

/* The list of candidates, that of voters and the register of interests, each of which may differ by
 * day. */

/* Reads those that `reads` has a bit for, once: they may come from standard input. */
void lists_fetch(struct run *run, unsigned reads);

/* Makes them those of a day, beside the roll that is at hand; of year 0 with the rows of all days,
 * which are nothing to count by. Problems go to the diag of the run. */
void lists_load(struct run *run, struct date day);

/* The last day on which one of them changes; year 0 where each is the same on every day. */
struct date lists_last_change(const struct run *run);

/* Those that are to be counted by: as lists_load, with an error where they differ by day and it is
 * not known. They are then among the inputs. */
void lists_settle(struct run *run, struct date day);

#endif

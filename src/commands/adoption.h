/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ADOPTION_H
#define QUORATE_ADOPTION_H

#include <stdbool.h>

#include "quorate/decide.h"
#include "quorate/reweighting.h"
#include "run.h"

/*
 * New list sizes in the tables of the folder. Each of the two tables gets a column more, headed
 * with the day ("list size 2026-04-01", "population 2026-04-01"); nothing that stands there is
 * changed, so a vote of an earlier day is counted as it was. What was adopted stands in
 * adoptions.csv, with the hash of each table before and after: by these it is known whether the
 * last adoption can be taken back.
 */

/* Whether --adopt and --undo can be followed at all: there is a folder, and nothing else is asked
 * that would be passed over. False, with *misuse filled in, when not. */
bool adoption_possible(struct run *run);

/*
 * Adds the tables to the targets of the run, and their names to the result. A table that has these
 * figures of that day already is left as it is. False, with errors in `diag`, when one has others,
 * when a figure is missing, or when what would be written could not be read back.
 */
bool adoption_plan(struct run *run, const struct new_size *sizes,
                   const struct locality_now *populations, struct reweighting *result);

/* The last adoption. */
struct adoption {
    const char *as_at;  /* the day, as in adoptions.csv */
    const char *source; /* the file that its sizes were from; "" where that does not stand there */
};

/* Adds the tables as they were before the last adoption, byte for byte. NULL, with an error, when
 * there was none, or one of them has been changed since. */
const struct adoption *adoption_undo(struct run *run);

#endif

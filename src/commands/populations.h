/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_POPULATIONS_H
#define QUORATE_POPULATIONS_H

#include <stdbool.h>

#include "area.h"
#include "quorate/county_list.h"
#include "run.h"

/*
 * What each locality of the county has now, one for each row of its table. With county.csv all of
 * them are added up from the practices that it puts there, and it must hold every practice of the
 * county that the files have; without it (NULL) only the locality's own is known. False, with
 * errors in `diag`, when county.csv does not fit the roll, the table of localities or the files.
 */
struct populations {
    const struct locality_now *of;
    int64_t total;             /* of all, by county.csv; 0 without */
    const bool *practice_seen; /* one for each practice of the files: it is on the roll or in
                                  county.csv; NULL where localities are not added up */
};

bool populations_settle(struct run *run, const struct county_list *county,
                        const struct list_sizes *files, const struct new_size *sizes,
                        const struct area_choice *area, struct populations *populations);

#endif

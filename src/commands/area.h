/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_AREA_H
#define QUORATE_AREA_H

#include <stdbool.h>

#include "list_sizes.h"
#include "options.h"
#include "quorate/decide.h"

/* The county as the files and the command line give it. */
struct area_choice {
    const struct national_area *area; /* NULL when the layout has none, or none is to be had */
    int64_t stated_total;             /* of --total; 0 when not given */
    const char *const *suppressed;    /* practices of it, not of the roll, without a total */
    size_t suppressed_count;
};

/*
 * What --area names, else the area that most of the roll is in, and --total. Errors go to `diag`,
 * and so do the warnings of what the area's total lacks, unless a total is stated. False, with
 * *misuse filled in, when --area names an area that no practice of the roll is in.
 */
bool area_choose(struct arena *arena, struct diag *diag, const struct options *options,
                 const struct roll *roll, const struct list_sizes *files,
                 const struct new_size *sizes, struct area_choice *choice, struct misuse *misuse);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NEW_ROLL_H
#define QUORATE_NEW_ROLL_H

#include "quorate/decide.h"
#include "quorate/diag.h"

/* What a new roll is made of. */
struct new_roll {
    const struct roll *roll;      /* so far */
    const struct new_size *sizes; /* one for each of its members */
    struct date as_at;
    const char *source; /* of the sizes that are from the files */
};

/*
 * The roll with the new sizes as a table, for the file that -o names. Names, codes, aliases, areas
 * and published votes are as they were. A size that is kept says in the column `source` of which
 * day it is, and where it was from.
 */
const char *new_roll_table(struct arena *arena, const struct new_roll *new_roll);

/* Warns of what the new roll has as it was, and may have to be changed by hand. */
void new_roll_warn(struct diag *diag, const struct roll *roll);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LOAD_COLUMNS_INTERNAL_H
#define QUORATE_LOAD_COLUMNS_INTERNAL_H

#include "quorate/columns.h"

/* What the files that look for columns share: columns.c, headings.c; and ballot_meaning.c and
 * ballot_mapping.c, which look at what was made of them. */

/* What helps where the headings may be a secret ballot, and are not quoted. */
extern const char columns_first_row[];

/* A heading ready to be compared. */
struct heading {
    const char *text;    /* as it stands */
    const char *folded;  /* of the whole heading */
    const char *undated; /* without the date in it, and what leads to that; NULL when it has none */
    struct date date;
};

struct heading heading_read(struct arena *arena, const char *text);

/* How well a heading fits a column: the best one that is there counts. */
enum heading_rank {
    HEADING_OTHER, /* it is of no use to it */
    HEADING_WEAK,
    HEADING_USUAL,
    HEADING_MAPPED,
};
enum heading_rank heading_rank_of(const struct heading *heading, const struct column *column);
bool heading_is_of(const struct heading *heading, const struct column *column);

#endif

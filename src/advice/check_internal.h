/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ADVICE_CHECK_INTERNAL_H
#define QUORATE_ADVICE_CHECK_INTERNAL_H

#include "quorate/advice.h"
#include "quorate/tables.h"

/* What the parts of load_check share: each looks for one sort of thing that no count would stop at.
 */
struct checking {
    struct arena *arena;
    struct diag *diag;
    const struct rules *rules;
    const struct roll *roll;       /* NULL when it could not be read */
    const struct roll *localities; /* NULL likewise, or when there are none */
    struct date date;              /* year 0 when not given */
};

/* "practices", "patients" or "votes", or one of them. */
const char *check_counted(const struct rules *rules, enum measure measure, bool one);

/* Areas that were probably meant as one. Where every area must pass, each count warns of them. */
void check_close_areas(struct arena *arena, struct diag *diag, const struct roll *roll);
void check_close_classes(struct arena *arena, struct diag *diag, const struct roll *roll);

/* Members whose names are two and look like one. */
void check_look_alikes(struct arena *arena, struct diag *diag, const struct roll *roll);

/* The parts. Rows that are never in force or say what holds anyway; names that are one by a slip;
 * rules that cannot do what they say; the members and their list sizes. */
void check_rows(const struct checking *checking);
void check_rule_names(const struct checking *checking);
void check_notes(const struct checking *checking); /* texts that speak of what no rule says */
void check_effects(const struct checking *checking);
void check_rolls(const struct checking *checking);
void check_conditions(const struct checking *checking); /* with rules and roll */

#endif

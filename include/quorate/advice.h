/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ADVICE_H
#define QUORATE_ADVICE_H

#include "quorate/arena.h"
#include "quorate/date.h"
#include "quorate/diag.h"
#include "quorate/roll.h"
#include "quorate/rules.h"

/*
 * What is odd in a constitution and stops no count, each as a warning: rows that are never used,
 * names that are one but for a slip, notes and clauses that speak of what no rule says, rules
 * without effect, members that look like one, list sizes of over a year before `date` or of a day
 * after it (year 0: not asked). Any of the nouns may be NULL: it could not be read, or there is
 * none.
 */
void load_check(struct arena *arena, struct diag *diag, const struct rules *rules,
                const struct roll *roll, const struct roll *localities, struct date date);

/* The last of these: warns at `place` where the list sizes of the roll are not those of the day, or
 * nothing says whether they are. A part of load_check, and of every count. */
void load_check_age(struct arena *arena, struct diag *diag, struct place place,
                    const struct roll *roll, struct date day);

/*
 * Conditions of these decisions, as the rules stand or on a reading of them, that the roll can
 * never meet or never miss, each row a warning, once; and, where every area must pass, areas that
 * were probably meant as one. It is a part of load_check, and of every count, which goes on all the
 * same.
 */
void load_check_conditions(struct arena *arena, struct diag *diag, const struct rules *rules,
                           const struct roll *roll, const char *const *decisions, size_t count);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_EDITIONS_H
#define REPORT_PHRASES_EDITIONS_H

#include "phrases.h"
#include "quorate/editions.h"

/* The English of a comparison of two editions (as phrases.h). */

/* "Different" */
const char *phrases_editions_answer(const struct editions *editions);

/* "1 kind of decision, 3 rules and 12 entries of the tables of members are not the same in both.";
 * and what was left aside. */
const char *phrases_editions_figures(struct arena *arena, const struct editions *editions);

/* "Constitution 2015/16 (south-east-oxfordshire-2015)." */
const char *phrases_edition(struct arena *arena, const struct rulebook *edition);

/* Where a rule stands: `Vote by email, on the reading "..."`, "The body". */
const char *phrases_rule_of(struct arena *arena, const struct rule_change *change);

/* What it says there, with its grounds; "Not there." */
const char *phrases_rule_of_edition(struct arena *arena, const struct rulebook *edition,
                                    const struct basis *rule);

/* Whose entry it is, "The Hart Surgery", of the whole table "All practices"; and which, "List
 * size". */
const char *phrases_member_of(struct arena *arena, const struct editions *editions,
                              const struct member_change *change);
const char *phrases_member_fact(struct arena *arena, const struct editions *editions,
                                const struct member_change *change);

/* A value to be read; NULL for none. */
const char *phrases_edition_value(struct arena *arena, const struct editions *editions,
                                  const struct member_change *change,
                                  const struct edition_value *value);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_RULEBOOK_H
#define REPORT_PHRASES_RULEBOOK_H

#include "phrases.h"
#include "quorate/rulebook.h"

/* The English of the rules in use, as in phrases.h. */

/* What the page is and how to read it. */
const char *phrases_rulebook_guide(void);

/* Whose rules: "Constitution 2015/16" */
const char *phrases_rulebook_whose(struct arena *arena, const struct rulebook *rulebook);

/* What a rule says, also those that no verdict rests on: "The members are listed in practices.csv."
 */
const char *phrases_rulebook_meaning(struct arena *arena, const struct rulebook *rulebook,
                                     const struct basis *basis);

/* The same and where it comes from. */
const char *phrases_rulebook_rule(struct arena *arena, const struct rulebook *rulebook,
                                  const struct basis *basis);

/* What a rule of a reading says, with the reading: "On the reading "...": ..." */
const char *phrases_rulebook_reading(struct arena *arena, const struct rulebook *rulebook,
                                     const struct reading_rules *reading,
                                     const struct basis *basis);

#endif

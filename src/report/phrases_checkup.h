/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_CHECKUP_H
#define REPORT_PHRASES_CHECKUP_H

#include "phrases.h"
#include "quorate/checkup.h"

/* "Nothing wrong with our-folder: 61 rules for 7 kinds of decision with 9 other readings, 10
 * practices with list sizes at 1 April 2015, 6 localities." Of a checkup without errors. */
const char *phrases_checkup(struct arena *arena, const struct checkup *checkup);

#endif

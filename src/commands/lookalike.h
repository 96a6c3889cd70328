/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LOOKALIKE_H
#define QUORATE_LOOKALIKE_H

#include "quorate/arena.h"

/* The file in the folder whose name is probably a slip for `table` ("rule.csv", "Rules.csv.csv",
 * "rules.xlsx"), or NULL. */
const char *lookalike_in(struct arena *arena, const char *folder, const char *table);

#endif

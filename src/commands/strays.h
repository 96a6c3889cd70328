/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_STRAYS_H
#define QUORATE_STRAYS_H

#include "constitution.h"

/* The file in the folder whose name is probably a slip for `table` ("rule.csv", "Rules.csv.csv",
 * "rules.xlsx"), or NULL. */
const char *strays_like(struct arena *arena, const char *folder, const char *table);

/* A warning for each table that the constitution's folder lacks where there is such a file. */
void strays_check(struct arena *arena, struct diag *diag, const struct options *options,
                  const struct constitution *constitution);

#endif

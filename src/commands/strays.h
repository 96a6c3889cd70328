/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_STRAYS_H
#define QUORATE_STRAYS_H

#include "constitution.h"

/* A warning for each table that the constitution's folder lacks where there is such a file. */
void strays_check(struct arena *arena, struct diag *diag, const struct options *options,
                  const struct constitution *constitution);

#endif

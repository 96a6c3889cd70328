/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WEIGHTS_H
#define QUORATE_WEIGHTS_H

#include <stdint.h>

#include "quorate/roll.h"
#include "quorate/rules.h"

/* The votes of one member, in units of 1 / 10^weight_places. Never negative. */
int64_t weight_of(const struct weight *weight, const struct member *member);
unsigned weight_places(const struct weight *weight, const struct roll *roll);

#endif

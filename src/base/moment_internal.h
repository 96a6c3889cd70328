/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_MOMENT_INTERNAL_H
#define QUORATE_MOMENT_INTERNAL_H

#include "quorate/date.h"

/* What times and their zones share. */

#define MINUTE INT64_C(60)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

bool moment_is_digit(char c);

/* Exactly two digits, below `limit`. */
bool moment_read_pair(const char **at, int64_t limit, int64_t *number);

/* The word at *at, whatever its case, and what is no letter behind it. */
bool moment_read_word(const char **at, const char *word);

/* Nothing, Z, +01:00, or a name: how far the clock is ahead of UTC. */
bool moment_read_zone(const char **at, bool *zoned, int64_t *ahead);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECISIONS_H
#define QUORATE_DECISIONS_H

#include <stdbool.h>

#include "constitution.h"
#include "options.h"

/*
 * The kind of decision that -d names, as the rules spell it; without -d the only one there is, or
 * NULL when there are several. False, with *misuse filled in, when the rules know no such kind.
 */
bool decisions_choose(struct arena *arena, const struct options *options,
                      const struct constitution *constitution, const char **decision,
                      struct misuse *misuse);

/* What to say when neither -d nor the ballots tell the kind of decision. */
struct misuse decisions_missing(struct arena *arena, const struct constitution *constitution);

/* The same for a command that is given no ballots, with what is wrong in the caller's words.
 * `elections`: no motion will do. */
struct misuse decisions_needed(struct arena *arena, const struct constitution *constitution,
                               const char *what, bool elections);

#endif

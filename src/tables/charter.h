/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_CHARTER_H
#define QUORATE_TABLES_CHARTER_H

#include "phrase.h"
#include "quorate/ratio.h"

/*
 * What governing documents say and conditions do not, because it can be taken in more than one way
 * or leaves out what is counted: for each such phrase, the words to write instead.
 *
 * When the words that come next are one, says so in a sentence; else NULL. `amount` is the share
 * read so far, or 0/1, and `units` the roll's word for its members.
 */
const char *charter_advice(const struct phrase *phrase, struct ratio amount, const char *units);

#endif

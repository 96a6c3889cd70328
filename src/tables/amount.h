/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_AMOUNT_H
#define QUORATE_TABLES_AMOUNT_H

#include <stdbool.h>

#include "phrase.h"
#include "quorate/arena.h"
#include "quorate/ratio.h"

/*
 * The share that a condition asks for: 50%, 12.5%, 50 percent, 2/3, half, two thirds. Exact and
 * more than 0; percentages that stand for a third or a sixth are refused. It may be more than 1
 * (up to 1,000%): of what that can be asked, the caller knows. Steps over it and returns NULL, or
 * says what is wrong. `units` is the roll's word for its members, for that message.
 */
const char *amount_read(struct phrase *phrase, const char *units, struct ratio *amount);

/* Steps over a fraction in words, half or three quarters, when it comes next. */
bool amount_accept_words(struct phrase *phrase, struct ratio *amount);

/* Whether a percentage comes next, well written or not. */
bool amount_is_percent(const struct phrase *phrase);

/* Whether a text is what a spreadsheet makes of a cell that is only 2/3: 02-Mar, Mar-02, a date. */
bool amount_is_date(const char *text);

/* What to say of such a text. */
const char *amount_date_fault(struct arena *arena, const char *word);

#endif

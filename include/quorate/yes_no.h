/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_YES_NO_H
#define QUORATE_YES_NO_H

#include <stdbool.h>

#include "quorate/arena.h"

/* A cell of yes or no: also TRUE and FALSE, 1 and 0, an x and ticks. A blank is no. False when it
 * is none of these. */
bool yes_or_no_read(struct arena *arena, const char *text, bool *yes);

/* Emoji of ticks carry U+FE0F behind them, which tells only how they are to be drawn. Where there
 * is none, the text itself. */
const char *without_emoji_mark(struct arena *arena, const char *text);

#endif

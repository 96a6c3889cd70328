/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_PHRASE_H
#define QUORATE_TABLES_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

/*
 * A value of the rules table that is written as a phrase, "at least half rounded down plus 1 of all
 * practices", taken apart into words and read from left to right. Case does not matter; a hyphen
 * between letters separates words ("two-thirds").
 */

#define PHRASE_MOST 128 /* words; no rule that can be read is longer */

struct word {
    const char *text;
    bool after_comma;
};

struct phrase {
    struct arena *arena;
    struct word words[PHRASE_MOST];
    size_t count, at;
    bool too_long;
};

void phrase_read(struct arena *arena, const char *text, struct phrase *phrase);

/* The next word as it was typed, "" at the end. */
const char *phrase_word(const struct phrase *phrase);

/* Its first letter, a capital as a small one; NUL at the end. */
char phrase_letter(const struct phrase *phrase);

/* All words that are left. */
const char *phrase_rest(const struct phrase *phrase);

/* All words, those behind it too. */
const char *phrase_whole(const struct phrase *phrase);

bool phrase_ended(const struct phrase *phrase);

/* Steps over these words (separated by one space) when they come next, and says whether they did.
 */
bool phrase_accept(struct phrase *phrase, const char *words);

/* Whether these words come next, behind a comma or not. */
bool phrase_has_clause_next(const struct phrase *phrase, const char *words);

/* Steps over words that may stand behind a comma. */
bool phrase_accept_clause(struct phrase *phrase, const char *words);

/* Takes what comes next as if no comma stood before it: a list goes on. */
void phrase_begin_clause(struct phrase *phrase);

/* Steps over a member's name in the singular or plural: `member`, or the roll's own word. */
bool phrase_accept_unit(struct phrase *phrase, const char *unit, const char *units);

/* Steps over a whole number from 0 to `most`, thousands separators allowed. */
bool phrase_accept_number(struct phrase *phrase, long long most, long long *number);

/* Steps over one to nine in words, and returns it; 0 for none. */
long long phrase_accept_small_number(struct phrase *phrase);

/* Steps over a number in words, one to one hundred. */
bool phrase_accept_number_in_words(struct phrase *phrase, long long *number);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONFUSABLE_H
#define QUORATE_CONFUSABLE_H

#include <stdbool.h>

#include "quorate/arena.h"

/*
 * Letters that look like others: Unicode Technical Standard 39 calls them confusables. Here are
 * those that come into tables of English names, from a keyboard of another alphabet or by a slip:
 * Cyrillic, Greek and a few Latin letters, and the digits 0 and 1. Full-width letters and
 * characters without width are no other letters: text_fold takes them for what they stand for, or
 * a table that holds them is refused. That two names look alike never decides anything.
 */

/* The form in which names that look alike are the same; but for capitals (I and l) that is so of
 * names that merely fold alike, too. */
const char *text_skeleton(struct arena *arena, const char *name);

/* Whether two names look the same and are not. */
bool text_is_look_alike(struct arena *arena, const char *one, const char *other);

/* Whether two texts look the same character by character, as names that are folded need not. It
 * takes no memory, and most texts differ in their first letters: for many of them. */
bool text_looks_like(const char *one, const char *other);

/* False where none of the names has a character that looks like one of another's: most lists are
 * of such names, and need not be looked through. A name may be NULL. */
bool texts_may_look_alike(const char *const *names, size_t count);

/* The text with the letter that each such character looks like, of the `digits` 0 and 1 too; NULL
 * where it holds none. */
const char *text_as_it_looks(struct arena *arena, const char *text, bool digits);

/*
 * Why the text is not what it looks like: "Character 2 is U+0430 (CYRILLIC SMALL LETTER A), which
 * looks like the letter "a"." Of `meant`, which may be NULL, that is the first character that is
 * not the text's; without it the first that is of another alphabet than the rest. It has a space
 * behind it, for what comes next; "" when no such character explains it. Characters count from 1.
 */
const char *text_look_alike(struct arena *arena, const char *text, const char *meant);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NAMES_H
#define QUORATE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

/* A set of folded names, and what names have in common. */

/* Each name has the number of its first arrival, from 0. Start from {.arena = arena}. */
struct name_index {
    struct arena *arena;
    const char **names;
    size_t count, capacity;
    size_t *slots; /* number + 1, or 0 */
    size_t slot_count;
};

#define NAME_NONE ((size_t)-1)

size_t name_index_add(struct name_index *index, const char *folded);
size_t name_index_find(const struct name_index *index, const char *folded);

/*
 * Whether two names look like one name in two spellings. Never where both hold numbers or initials
 * and these differ: "Motion 1" and "Motion 2" are two.
 */
bool names_are_close(struct arena *arena, const char *one, const char *other);

/* The same for people: also where they share a surname, or differ in a title or an initial only.
 * "Dr A" and "Dr B", "Candidate 1" and "Candidate 2" are two. */
bool people_are_close(struct arena *arena, const char *one, const char *other);

/* Whether one of two names can be the other, shorter: without a title, each of its words stands in
 * that, whole or by its first letter, and one of them whole. "Dr Smith", "J Smith", "Dr John
 * Smith". Also where one is the other's initials, "JS", as they stand in a table. */
bool people_may_be_one(struct arena *arena, const char *one, const char *other);

/* For each name the first before it that looks the same and is another (confusable.h); NAME_NONE
 * where there is none. A name may be NULL: there is none then. */
const size_t *names_look_alike(struct arena *arena, const char *const *names, size_t count);

/* How many elements an array has. */
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Whether it is one of the names of an array. */
bool name_is_among(const char *name, const char *const *names, size_t count);

size_t name_words(const char *folded);                    /* how many it has */
bool name_has_word(const char *folded, const char *word); /* or words that stand together */
/*
 * Of a list "for;in favour;yes", which is one text: a program that may lie anywhere has each
 * pointer of a list of texts moved when it starts. A name has one of them where one stands in it,
 * is one of them as a whole, and says one where it is a word of it that the word before does not
 * deny: not "never suspended".
 */
bool name_has_one_of(const char *folded, const char *words);
bool name_is_one_of(const char *folded, const char *names);
bool name_says_one_of(struct arena *arena, const char *folded, const char *words);
/* The first of such a list, as a text of its own; the list is then what is left. NULL for none. */
const char *name_take_listed(struct arena *arena, const char **list);
const char *name_first_word(struct arena *arena, const char *folded);
const char *name_last_word(const char *folded);
bool name_begins_with(const char *folded,
                      const char *words); /* whether its first words are those */
bool name_ends_with(const char *folded, const char *words);
/* The first word of those that are left, which it then is no more. */
const char *name_take_word(struct arena *arena, const char **left);
bool name_is_of_totals(const char *folded);      /* has the word total, sum or the like */
bool name_begins_with_title(const char *folded); /* "dr", "mrs" */

#endif

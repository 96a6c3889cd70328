/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WORDING_H
#define QUORATE_WORDING_H

#include <stddef.h>

#include "quorate/arena.h"

/*
 * A text of a message, in full and as it is said where the row that it is about is secret. It is
 * put together from parts of its own kind, and a mere string is none: whoever quotes a row, or says
 * what was guessed from it, has to say so.
 */
struct wording {
    const char *full, *discreet; /* both NULL where nothing is said */
};

/* What anyone may be told; may be NULL. */
struct wording wording_public(const char *text);

/* What comes from a row, and what is said instead where that is secret: "" for nothing. */
struct wording wording_of_row(const char *text, const char *instead);

/* The same for the row's own words, in quotation marks. */
struct wording wording_quote(struct arena *arena, const char *text, const char *instead);

/* "Did you mean "X"? ", of what was guessed from a row's text, behind what makes that look like it
 * (text_look_alike); nothing where that is secret. Of NULL only the latter. */
struct wording wording_suggestion(struct arena *arena, const char *text, const char *meant);

/* The template with a part in the place of each "%s": WORDING(arena, "%s is not a vote", cell). */
#define WORDING(arena, template, ...)                                                              \
    wording_of_parts((arena), (template), (const struct wording[]){__VA_ARGS__},                   \
                     sizeof((const struct wording[]){__VA_ARGS__}) / sizeof(struct wording))
struct wording wording_of_parts(struct arena *arena, const char *template,
                                const struct wording *parts, size_t count);

#endif

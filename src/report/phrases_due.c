/* SPDX-License-Identifier: MIT */
#include "phrases.h"
#include "quorate/due.h"
#include "quorate/text.h"

/* What is to be done again, and when. */

static const char *in_clause(struct arena *arena, const struct due *due, const char *words)
{
    return due->clause == NULL
               ? words
               : arena_format(arena, "%s (%s)", words, phrases_place(arena, due->clause));
}

const char *phrases_overdue(struct arena *arena, const struct due *due)
{
    const char *by = date_given(due->by) ? date_long(arena, due->by) : NULL;
    if (due->state != DUE_OVER)
        return NULL;
    switch (due->kind) {
    case DUE_CONSTITUTION:
        return phrases_sentence(
            arena, in_clause(arena, due,
                             arena_format(arena,
                                          "The constitution was to be reviewed by %s, before "
                                          "this vote",
                                          by)));
    case DUE_INTERESTS:
        return phrases_sentence(
            arena,
            in_clause(arena, due,
                      arena_format(arena,
                                   "The register of interests was last gone through on %s, and "
                                   "was to be again by %s, before this vote",
                                   date_long(arena, due->last), by)));
    case DUE_LIST_SIZES: /* their age is told by itself */
        break;
    }
    return NULL;
}

const char *phrases_due(struct arena *arena, const struct terms *terms, const struct due *due)
{
    const char *const what[] = {
        [DUE_CONSTITUTION] = "a review of the constitution",
        [DUE_INTERESTS] = "a review of the register of interests",
        [DUE_LIST_SIZES] = arena_format(arena, "new %s", terms->sizes),
    };
    return in_clause(
        arena, due,
        date_given(due->by)
            ? arena_format(arena, "%s by %s", what[due->kind], date_long(arena, due->by))
            : arena_format(arena, "%s, of which nothing tells the last", what[due->kind]));
}

const char *phrases_dues(struct arena *arena, const struct terms *terms, const struct due *dues,
                         size_t count)
{
    const char **parts = arena_alloc(arena, count, sizeof *parts);
    size_t told = 0;
    for (size_t i = 0; i < count; i++)
        if ((dues[i].state == DUE_NO_DAY || dues[i].state == DUE_IN_TIME) &&
            (dues[i].kind != DUE_LIST_SIZES || date_given(dues[i].by)))
            parts[told++] = phrases_due(arena, terms, &dues[i]);
    return told == 0 ? NULL : arena_format(arena, "Due: %s.", text_list(arena, parts, told, "and"));
}

/* SPDX-License-Identifier: MIT */
#include "quorate/roll.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/text.h"

static int compare_keys(const void *one, const void *other)
{
    const struct roll_key *a = one, *b = other;
    int order = strcmp(a->folded, b->folded);
    if (order != 0)
        return order;
    if (a->member->index != b->member->index)
        return a->member->index < b->member->index ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

void roll_sort_keys(struct roll_key *keys, size_t count)
{
    if (count > 0)
        qsort(keys, count, sizeof *keys, compare_keys);
}

const struct member *roll_find_folded(const struct roll *roll, const char *folded)
{
    size_t low = 0, high = roll->key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(folded, roll->keys[middle].folded);
        if (order == 0)
            return roll->keys[middle].member;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The member one of whose aliases (or codes) is nearest. */
static const struct member *nearest_key(struct arena *arena, const struct roll *roll,
                                        const char *text, enum roll_key_kind from)
{
    const char **choices = arena_alloc(arena, roll->key_count, sizeof *choices);
    const struct member **members = arena_alloc(arena, roll->key_count, sizeof *members);
    size_t count = 0;
    for (size_t i = 0; i < roll->key_count; i++) {
        if (roll->keys[i].from != from)
            continue;
        choices[count] = roll->keys[i].folded;
        members[count++] = roll->keys[i].member;
    }
    size_t nearest = text_nearest(arena, text, choices, count);
    return nearest == TEXT_NO_CHOICE ? NULL : members[nearest];
}

const struct member *roll_suggest(struct arena *arena, const struct roll *roll, const char *text)
{
    /* Names first and by themselves: a member's alias is often as near as its name, and two that
     * are equally near are no suggestion. */
    static const enum roll_key_kind order[] = {ROLL_KEY_NAME, ROLL_KEY_ALIAS, ROLL_KEY_CODE};
    const struct member *member = NULL;
    for (size_t i = 0; i < sizeof order / sizeof *order && member == NULL; i++)
        member = nearest_key(arena, roll, text, order[i]);
    /* "GP Practice" is as near to every practice. */
    if (member != NULL && text_is_common(arena, text) && !text_is_common(arena, member->name))
        return NULL;
    return member;
}

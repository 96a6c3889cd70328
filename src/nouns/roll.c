/* SPDX-License-Identifier: MIT */
#include "quorate/roll.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/confusable.h"
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

size_t roll_find_class(const struct roll *roll, const char *folded)
{
    for (size_t i = 0; i < roll->class_count; i++)
        if (strcmp(roll->classes[i].folded, folded) == 0)
            return i;
    return ROLL_CLASSES_MOST;
}

bool roll_is_in_class(const struct member *member, size_t class_number)
{
    return class_number < ROLL_CLASSES_MOST && (member->classes >> class_number & 1) != 0;
}

/* --- Code and name in one cell --- */

static const struct member *find_coded(struct arena *arena, const struct roll *roll,
                                       const char *folded)
{
    const struct member *member = roll_find_folded(roll, folded);
    return member != NULL && member->code != NULL &&
                   strcmp(text_fold(arena, member->code), folded) == 0
               ? member
               : NULL;
}

/* Whether the member is called so, but for words that all names share. */
static bool is_called(struct arena *arena, const struct roll *roll, const struct member *member,
                      const char *folded)
{
    const char *bare = text_without_common(arena, folded);
    for (size_t i = 0; i < roll->key_count && *bare != '\0'; i++)
        if (roll->keys[i].member == member && roll->keys[i].from != ROLL_KEY_CODE &&
            strcmp(text_without_common(arena, roll->keys[i].folded), bare) == 0)
            return true;
    return roll_find_folded(roll, folded) == member;
}

/* Two pieces of a cell, one of which may be a code. False when it is none. */
static bool read_pieces(struct arena *arena, const struct roll *roll, const char *code,
                        const char *name, const struct member **member, struct roll_clash *clash)
{
    const struct member *coded = find_coded(arena, roll, code);
    if (coded == NULL)
        return false;
    const struct member *named = roll_find_folded(roll, name);
    if (is_called(arena, roll, coded, name))
        *member = coded;
    else if (named != NULL || strpbrk(code, "0123456789") != NULL) /* else a word of a name */
        *clash = (struct roll_clash){.coded = coded, .named = named};
    return *member != NULL || clash->coded != NULL;
}

#define NAME_WITH_CODE_MOST 200 /* bytes; what is longer is a sentence */

const struct member *roll_find(struct arena *arena, const struct roll *roll, const char *text,
                               struct roll_clash *clash)
{
    const char *folded = text_fold(arena, text);
    const struct member *member = roll_find_folded(roll, folded);
    size_t length = strlen(folded);
    *clash = (struct roll_clash){0};
    if (member != NULL || strchr(folded, ' ') == NULL || length > NAME_WITH_CODE_MOST)
        return member;
    char *before = arena_alloc(arena, length + 1, 1);
    memcpy(before, folded, length);
    for (size_t i = 0; i < length && member == NULL && clash->coded == NULL; i++) {
        if (before[i] != ' ')
            continue;
        before[i] = '\0';
        if (!read_pieces(arena, roll, before, folded + i + 1, &member, clash))
            read_pieces(arena, roll, folded + i + 1, before, &member, clash);
        before[i] = ' ';
    }
    return member;
}

const struct member *roll_find_ever(struct arena *arena, const struct roll *roll, const char *text)
{
    struct roll_clash clash;
    const struct member *member = roll_find(arena, roll, text, &clash);
    return member == NULL && clash.coded == NULL && roll->absent != NULL
               ? roll_find(arena, roll->absent, text, &clash)
               : member;
}

const char *roll_look_alike(struct arena *arena, const char *text, const struct member *meant)
{
    const char *why = text_look_alike(arena, text, meant == NULL ? NULL : meant->name);
    return *why == '\0' && meant != NULL && meant->code != NULL
               ? text_look_alike(arena, text, meant->code)
               : why;
}

const char *roll_clash_told(struct arena *arena, const struct roll_clash *clash, const char *code)
{
    if (clash->named == NULL)
        return arena_format(arena, "\"%s\" is the code of %s, which has another name", code,
                            clash->coded->name);
    return arena_format(arena, "\"%s\" is the code of %s, not of %s", code, clash->coded->name,
                        clash->named->name);
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

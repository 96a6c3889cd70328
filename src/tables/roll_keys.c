/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "roll_internal.h"

/* Codes, names and aliases: each belongs to one member only. */

struct keys {
    struct roll_key *keys;
    size_t count, capacity;
};

static void add_key(struct roll_reading *reading, struct keys *keys, const struct member *member,
                    const char *text, enum roll_key_kind from)
{
    const char *folded = text_fold(reading->arena, text);
    if (*folded == '\0')
        return;
    struct roll_key *key = ARENA_PUSH(reading->arena, keys->keys, keys->count, keys->capacity);
    key->folded = folded;
    key->member = member;
    key->from = from;
}

static void add_aliases(struct roll_reading *reading, struct keys *keys,
                        const struct member *member, const char *aliases)
{
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        add_key(reading, keys, member, arena_copy(reading->arena, aliases, length), ROLL_KEY_ALIAS);
        aliases += length;
        aliases += *aliases == ';';
    }
}

static enum roll_column column_of(const struct roll_key *key)
{
    switch (key->from) {
    case ROLL_KEY_CODE:
        return COLUMN_CODE;
    case ROLL_KEY_NAME:
        return COLUMN_NAME;
    case ROLL_KEY_ALIAS:
        break;
    }
    return COLUMN_ALIASES;
}

/* The alias as it was typed: it is only a part of its cell. */
static const char *typed_alias(struct arena *arena, const char *aliases, const char *folded)
{
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        const char *alias = text_trim(arena, arena_copy(arena, aliases, length));
        if (strcmp(text_fold(arena, alias), folded) == 0)
            return alias;
        aliases += length;
        aliases += *aliases == ';';
    }
    return folded;
}

/* A key as it was typed. */
static const char *typed(const struct roll_reading *reading, const struct roll_key *key)
{
    if (key->from == ROLL_KEY_ALIAS)
        return typed_alias(reading->arena, key->member->aliases, key->folded);
    return key->from == ROLL_KEY_CODE ? key->member->code
                                      : reading->members[key->member->index].name;
}

static void report_shared(const struct roll_reading *reading, const struct roll_key *first,
                          const struct roll_key *second)
{
    static const char *const kinds[] = {
        [ROLL_KEY_CODE] = "code",
        [ROLL_KEY_NAME] = "name",
        [ROLL_KEY_ALIAS] = "alias",
    };
    const struct row *row = reading->rows[second->member->index];
    if (first->from == second->from)
        roll_report(reading, row, column_of(second),
                    "Each name, code and alias belongs to one row. Keep the one that is right.",
                    "the %s \"%s\" is on line %zu already", kinds[second->from],
                    typed(reading, second), first->member->line);
    else
        roll_report(reading, row, column_of(second),
                    "Each name, code and alias belongs to one row. Keep the one that is right.",
                    "the %s \"%s\" is the %s of \"%s\" on line %zu already", kinds[second->from],
                    typed(reading, second), kinds[first->from], first->member->name,
                    first->member->line);
}

/* Every further member with a spelling is reported once, against the first. */
static void check_keys(const struct roll_reading *reading, const struct keys *keys)
{
    const struct roll_key *first = NULL, *last = NULL;
    for (size_t i = 0; i < keys->count; i++) {
        const struct roll_key *key = &keys->keys[i];
        if (first == NULL || strcmp(first->folded, key->folded) != 0)
            first = last = key;
        if (key->member == last->member)
            continue;
        report_shared(reading, first, key);
        last = key;
    }
}

void roll_make_keys(struct roll_reading *reading)
{
    struct keys keys = {0};
    struct roll *roll = reading->roll;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &reading->members[i];
        if (member->code != NULL)
            add_key(reading, &keys, member, member->code, ROLL_KEY_CODE);
        add_key(reading, &keys, member, member->name, ROLL_KEY_NAME);
        const char *whole = roll_cell(reading, reading->rows[i], COLUMN_NAME);
        if (!text_same(reading->arena, whole, member->name)) /* "City (24 practices)" is City */
            add_key(reading, &keys, member, whole, ROLL_KEY_NAME);
        add_aliases(reading, &keys, member, roll_cell(reading, reading->rows[i], COLUMN_ALIASES));
    }
    roll_sort_keys(keys.keys, keys.count);
    check_keys(reading, &keys);
    roll->keys = keys.keys;
    roll->key_count = keys.count;
}

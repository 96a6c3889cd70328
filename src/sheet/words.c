/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "internal.h"

/* The texts of a table, each kept once: of a hundred thousand cells most hold one of a few words.
 */

/* Where a word stands; `number` 0 is a free place. The blank, which is number 0, has none. */
struct word_place {
    uint32_t hash, number;
};

struct word_list {
    struct arena *arena; /* of the texts */
    struct arena *own;   /* of their cells */
    struct arena *found; /* of what finds them, until the list is closed */
    struct cell *words;  /* by their numbers */
    size_t count, capacity;
    struct word_place *places;
    size_t place_count; /* a power of 2 */
};

struct word_list *word_list_open(struct arena *arena, struct arena *own)
{
    struct arena *found = arena_part(own);
    struct word_list *list = arena_alloc(found, 1, sizeof *list);
    list->arena = arena;
    list->own = own;
    list->found = found;
    struct cell *blank = ARENA_PUSH(own, list->words, list->count, list->capacity);
    *blank = (struct cell){.text = ""};
    return list;
}

static uint32_t hash_of(const char *text, size_t length)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 divided by the golden ratio */
    uint64_t value = length, eight = 0;
    for (; length >= sizeof eight; text += sizeof eight, length -= sizeof eight) {
        memcpy(&eight, text, sizeof eight);
        value = (value ^ eight) * odd;
        value ^= value >> 32;
    }
    for (eight = 0; length > 0; length--)
        eight = eight << 8 | (unsigned char)text[length - 1];
    value = (value ^ eight) * odd;
    return (uint32_t)(value >> 32);
}

static void grow(struct word_list *list)
{
    size_t larger = list->place_count == 0 ? 64 : 2 * list->place_count;
    struct word_place *places = arena_alloc(list->found, larger, sizeof *places);
    for (size_t i = 0; i < list->place_count; i++) {
        if (list->places[i].number == 0)
            continue;
        size_t at = list->places[i].hash & (larger - 1);
        while (places[at].number != 0)
            at = (at + 1) & (larger - 1);
        places[at] = list->places[i];
    }
    list->places = places;
    list->place_count = larger;
}

static uint32_t add_word(struct word_list *list, const struct cell *cell)
{
    uint32_t number = (uint32_t)list->count;
    if (list->count == UINT32_MAX)
        arena_exhausted(list->arena);
    struct cell *word = ARENA_PUSH(list->own, list->words, list->count, list->capacity);
    *word = (struct cell){.text = arena_copy(list->arena, cell->text, cell->length),
                          .length = cell->length,
                          .word = number};
    return number;
}

uint32_t word_list_keep(struct word_list *list, const struct cell *cell)
{
    if (cell->length == 0)
        return TABLE_WORD_BLANK;
    if (2 * list->count >= list->place_count)
        grow(list);
    uint32_t hash = hash_of(cell->text, cell->length);
    for (size_t at = hash;; at++) {
        struct word_place *place = &list->places[at & (list->place_count - 1)];
        const struct cell *word = &list->words[place->number];
        if (place->number == 0) {
            *place = (struct word_place){hash, (uint32_t)list->count};
            return add_word(list, cell);
        }
        if (place->hash == hash && word->length == cell->length &&
            memcmp(word->text, cell->text, cell->length) == 0)
            return place->number;
    }
}

size_t word_list_count(const struct word_list *list)
{
    return list->count;
}

const struct cell *word_list_cells(const struct word_list *list)
{
    return list->words;
}

void word_list_close(struct word_list *list)
{
    arena_free(list->found);
}

const struct column_text *table_texts(struct arena *arena, const struct table *table, size_t cell,
                                      size_t *count)
{
    struct column_text *texts = NULL;
    size_t capacity = 0;
    uint32_t *number = arena_alloc(arena, table->word_count, sizeof *number); /* from 1 */
    *count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct cell *at = table_cell(table, i, cell);
        uint32_t *known = &number[at->word];
        if (*known == 0) {
            struct column_text *text = ARENA_PUSH(arena, texts, *count, capacity);
            *text = (struct column_text){.cell = at, .first = i};
            *known = (uint32_t)*count;
        }
        texts[*known - 1].rows++;
    }
    return texts;
}

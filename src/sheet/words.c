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

/* A text's first bytes and its last, which are all of one that is not longer than both. */
struct ends {
    uint64_t first, last;
};

struct word_list {
    struct arena *arena; /* of the texts */
    struct arena *own;   /* of their cells */
    struct arena *found; /* of what finds them, until the list is closed */
    struct cell *words;  /* by their numbers */
    size_t count, capacity;
    struct ends *ends; /* of each */
    size_t end_count, end_capacity;
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
    (void)ARENA_PUSH(found, list->ends, list->end_count, list->end_capacity);
    return list;
}

static inline uint64_t bytes_at(const char *text, size_t count)
{
    uint64_t eight = 0;
    uint32_t four = 0;
    if (count == sizeof eight) {
        memcpy(&eight, text, sizeof eight);
        return eight;
    }
    memcpy(&four, text, sizeof four);
    return four;
}

static inline struct ends ends_of(const char *text, size_t length)
{
    if (length >= 8)
        return (struct ends){bytes_at(text, 8), bytes_at(text + length - 8, 8)};
    if (length >= 4)
        return (struct ends){bytes_at(text, 4), bytes_at(text + length - 4, 4)};
    uint64_t first = (unsigned char)text[0], middle = (unsigned char)text[length / 2];
    return (struct ends){first | middle << 8, (unsigned char)text[length - 1]};
}

static inline uint32_t hash_of(struct ends ends, const char *text, size_t length)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 divided by the golden ratio */
    uint64_t value = (length ^ ends.first) * odd;
    for (size_t at = 8; at + 8 < length; at += 8) {
        value ^= value >> 32;
        value = (value ^ bytes_at(text + at, 8)) * odd;
    }
    value ^= value >> 32;
    value = (value ^ ends.last) * odd;
    return (uint32_t)(value >> 32);
}

static inline bool is_text(const struct word_list *list, uint32_t number, struct ends ends,
                           const struct cell *cell)
{
    const struct cell *word = &list->words[number];
    const struct ends *its = &list->ends[number];
    return word->length == cell->length && its->first == ends.first && its->last == ends.last &&
           (cell->length <= 16 || memcmp(word->text, cell->text, cell->length) == 0);
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

static uint32_t add_word(struct word_list *list, const struct cell *cell, struct ends ends)
{
    uint32_t number = (uint32_t)list->count;
    if (list->count == UINT32_MAX)
        arena_exhausted(list->arena);
    struct cell *word = ARENA_PUSH(list->own, list->words, list->count, list->capacity);
    *word = (struct cell){.text = arena_copy(list->arena, cell->text, cell->length),
                          .length = cell->length,
                          .word = number};
    struct ends *its = ARENA_PUSH(list->found, list->ends, list->end_count, list->end_capacity);
    *its = ends;
    return number;
}

/* The number of a text that is not blank. */
static uint32_t find(struct word_list *list, const struct cell *cell, struct ends ends)
{
    if (2 * list->count >= list->place_count)
        grow(list);
    uint32_t hash = hash_of(ends, cell->text, cell->length);
    for (size_t at = hash;; at++) {
        struct word_place *place = &list->places[at & (list->place_count - 1)];
        if (place->number == 0) {
            *place = (struct word_place){hash, (uint32_t)list->count};
            return add_word(list, cell, ends);
        }
        if (place->hash == hash && is_text(list, place->number, ends, cell))
            return place->number;
    }
}

uint32_t word_list_keep(struct word_list *list, const struct cell *cell)
{
    return cell->length == 0 ? TABLE_WORD_BLANK
                             : find(list, cell, ends_of(cell->text, cell->length));
}

/* The number of the text below one of that number, where it need not be looked up: it is the same,
 * or the one that was new behind it, as where the names come in one order again. 0 for others. */
static inline uint32_t number_below(const struct word_list *list, uint32_t above, struct ends ends,
                                    const struct cell *cell)
{
    if (is_text(list, above, ends, cell))
        return above;
    return above + 1 < list->count && is_text(list, above + 1, ends, cell) ? above + 1 : 0;
}

/* The number of a cell, below one of that number. */
static inline uint32_t keep_below(struct word_list *list, const uint32_t *above,
                                  const struct cell *cell)
{
    if (cell->length == 0)
        return TABLE_WORD_BLANK;
    struct ends ends = ends_of(cell->text, cell->length);
    uint32_t number = above == NULL ? 0 : number_below(list, *above, ends, cell);
    return number == 0 ? find(list, cell, ends) : number;
}

size_t word_list_keep_row(struct word_list *list, const struct row *row, const uint32_t *above,
                          uint32_t *numbers, size_t apart)
{
    struct row_ending *ending = row->ending;
    const bool is_known = ending != NULL && ending->is_known;
    size_t length = 0;
    for (size_t i = 0; i < (is_known ? 1 : row->count); i++) {
        const size_t at = i * apart;
        numbers[at] = keep_below(list, above == NULL ? NULL : above + at, &row->cells[i]);
        length += row->cells[i].length;
    }
    if (is_known)
        length += ending->length;
    for (size_t i = 1; i < row->count && is_known; i++)
        numbers[i * apart] = ending->words[i];
    for (size_t i = 1; i < row->count && ending != NULL && !is_known; i++)
        ending->words[i] = numbers[i * apart];
    if (ending != NULL)
        ending->is_known = true;
    return length;
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
    uint32_t words[TABLE_BLOCK] = {0}; /* of the block that the row is in */
    for (size_t i = 0; i < table->count; i++) {
        if (i % TABLE_BLOCK == 0)
            table_unpack(table, i / TABLE_BLOCK, cell, words);
        const struct cell *at = &table->texts[words[i % TABLE_BLOCK]];
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

/* SPDX-License-Identifier: MIT */
#include "internal.h"

/*
 * Rows that say the same of different members. A file of a hundred thousand rows has few kinds of
 * them: the first of a kind is read cell by cell, and where nothing was to be said of it and one
 * ballot is all that came of it, each of the others is that ballot, of its own member.
 */

/* Where there are more, few rows are alike: beyond so many there are as many rows of each. */
#define KINDS_MOST   ((size_t)4096)
#define ROWS_OF_EACH ((size_t)64)

struct row_kinds {
    size_t *cells; /* of a row, those that do not name its member */
    size_t cell_count;
    uint32_t *words;             /* in these, of the row that is looked for */
    size_t named_in;             /* the one that does; COLUMN_NONE where two may */
    const struct member **named; /* by the words there, those who are named by nothing else */
    size_t rows;                 /* so far */
    struct row_kind *kinds;
    size_t count, capacity;
    uint32_t *places; /* of each its number, from 1; 0 for a free one: of eight seven are free, so
                         that nearly each kind is found where it is looked for first */
    size_t place_count;
};

struct row_kinds *kinds_new(const struct ballots_load *load)
{
    bool of_member = load->by_address || sheet_has(&load->sheet, COLUMN_EMAIL) ||
                     sheet_has(&load->sheet, COLUMN_VOTES) ||
                     sheet_has(&load->sheet, COLUMN_PROXY) || /* which may be the member's name */
                     load->remark_count > 0; /* what it says of sizes, or of another member */
    bool of_others = sheet_has(&load->sheet, COLUMN_RECEIVED); /* the clock of the first */
    bool several = load->motion_count + load->word_count + load->side_count > 0;
    if (of_member || of_others || several)
        return NULL;
    const size_t *at = load->sheet.columns.at, width = load->sheet.table.header.count;
    struct row_kinds *kinds = arena_alloc(load->scratch, 1, sizeof *kinds);
    kinds->cells = arena_alloc(load->scratch, width, sizeof *kinds->cells);
    for (size_t i = 0; i < width; i++)
        if (i != at[COLUMN_PRACTICE] && i != at[COLUMN_CODE])
            kinds->cells[kinds->cell_count++] = i;
    kinds->words = arena_alloc(load->scratch, kinds->cell_count, sizeof *kinds->words);
    kinds->named_in = at[COLUMN_PRACTICE];
    if (at[COLUMN_CODE] != COLUMN_NONE)
        kinds->named_in = at[COLUMN_PRACTICE] == COLUMN_NONE ? at[COLUMN_CODE] : COLUMN_NONE;
    if (kinds->named_in != COLUMN_NONE)
        kinds->named =
            arena_alloc(load->scratch, load->sheet.table.word_count, sizeof *kinds->named);
    return kinds;
}

const struct member *kinds_member(const struct ballots_load *load, const struct row *row)
{
    const struct row_kinds *kinds = load->kinds;
    if (kinds->named_in == COLUMN_NONE)
        return ballots_member_only(load, row);
    const struct member **named = &kinds->named[row_word(row, kinds->named_in)];
    if (*named == NULL)
        *named = ballots_member_only(load, row);
    return *named;
}

/* Of the words of the row, which are taken. */
static inline uint32_t hash_of(struct row_kinds *kinds, const struct row *row)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < kinds->cell_count; i++) {
        kinds->words[i] = row_word(row, kinds->cells[i]);
        hash = (hash ^ kinds->words[i]) * UINT64_C(0x9E3779B97F4A7C15);
    }
    return (uint32_t)(hash >> 32);
}

static inline bool is_of(const struct row_kinds *kinds, const struct row_kind *kind, uint32_t hash)
{
    size_t same = 0;
    if (kind->hash != hash)
        return false;
    while (same < kinds->cell_count && kind->words[same] == kinds->words[same])
        same++;
    return same == kinds->cell_count;
}

static uint32_t *place_of(const struct row_kinds *kinds, uint32_t hash)
{
    return &kinds->places[hash & (kinds->place_count - 1)];
}

static uint32_t *next_place(const struct row_kinds *kinds, uint32_t *place)
{
    return place + 1 == kinds->places + kinds->place_count ? kinds->places : place + 1;
}

static void grow(struct arena *arena, struct row_kinds *kinds)
{
    kinds->place_count = kinds->place_count == 0 ? 64 : 2 * kinds->place_count;
    kinds->places = arena_alloc(arena, kinds->place_count, sizeof *kinds->places);
    for (size_t i = 0; i < kinds->count; i++) {
        uint32_t *place = place_of(kinds, kinds->kinds[i].hash);
        while (*place != 0)
            place = next_place(kinds, place);
        *place = (uint32_t)(i + 1);
    }
}

struct row_kind *kinds_find(const struct ballots_load *load, const struct row *row)
{
    struct row_kinds *kinds = load->kinds;
    if (kinds == NULL)
        return NULL;
    kinds->rows++;
    if (8 * kinds->count >= kinds->place_count)
        grow(load->scratch, kinds);
    uint32_t hash = hash_of(kinds, row);
    uint32_t *place = place_of(kinds, hash);
    for (; *place != 0; place = next_place(kinds, place))
        if (is_of(kinds, &kinds->kinds[*place - 1], hash))
            return &kinds->kinds[*place - 1];
    if (kinds->count >= KINDS_MOST && kinds->count > kinds->rows / ROWS_OF_EACH)
        return NULL;
    struct row_kind *kind = ARENA_PUSH(load->scratch, kinds->kinds, kinds->count, kinds->capacity);
    *kind = (struct row_kind){.hash = hash, .words = kinds->words};
    kinds->words = arena_room(load->scratch, kinds->cell_count, sizeof *kinds->words);
    *place = (uint32_t)kinds->count;
    return kind;
}

/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "internal.h"

/*
 * The rows of a table that is held whole. Nearly every row is its cells and what parts them, and on
 * the line behind that of the row above it: so it takes the numbers of its texts, and no more. Rows
 * that stand together have few texts in a column, or such as were met one after another: so of
 * their numbers only what they differ by is kept.
 */

#define ROWS_LEAST ((size_t)16) /* that a table has room for */

void row_list_grow(struct row_list *list)
{
    struct table *table = list->table;
    const size_t width = table->header.count, before = list->capacity;
    size_t larger = before == 0 ? ROWS_LEAST : 4 * before;
    larger = larger > TABLE_BLOCK ? TABLE_BLOCK : larger;
    uint32_t *words = arena_room(table->rows_in, width * larger, sizeof *words);
    for (size_t i = 0; i < width && before > 0; i++)
        memcpy(words + i * larger, list->words + i * before, before * sizeof *words);
    list->words = words;
    list->capacity = larger;
}

/* --- Blocks --- */

/* The lowest bits that are not the same in all of the numbers. */
static uint32_t bits_that_differ(const uint32_t *words, size_t rows)
{
    uint32_t any = words[0], all = words[0], bits = 0;
    for (size_t i = 1; i < rows; i++) {
        any |= words[i];
        all &= words[i];
    }
    for (uint32_t differ = any ^ all; differ > 0; differ >>= 1)
        bits++;
    return bits;
}

static uint32_t low_bits(uint32_t bits)
{
    return (uint32_t)((UINT64_C(1) << bits) - 1);
}

static size_t words_of(size_t bits)
{
    return (bits + 31) / 32;
}

static void pack(uint32_t bits, uint32_t *packed, const uint32_t *words, size_t rows)
{
    const uint32_t mask = low_bits(bits);
    uint64_t held = 0;
    uint32_t filled = 0;
    for (size_t i = 0; i < rows; i++) {
        held |= (uint64_t)(words[i] & mask) << filled;
        filled += bits;
        if (filled >= 32) {
            *packed++ = (uint32_t)held;
            held >>= 32;
            filled -= 32;
        }
    }
    if (filled > 0)
        *packed = (uint32_t)held;
}

void row_list_pack(struct row_list *list)
{
    struct table *table = list->table;
    const size_t width = table->header.count;
    const size_t rows = (table->count - 1) % TABLE_BLOCK + 1;
    struct row_column *columns = arena_alloc(table->rows_in, width, sizeof *columns);
    size_t count = 2; /* behind those of the last column */
    for (size_t i = 0; i < width; i++) {
        const uint32_t *words = list->words + i * list->capacity;
        columns[i].bits = bits_that_differ(words, rows);
        columns[i].common = words[0] & ~low_bits(columns[i].bits);
        count += words_of(columns[i].bits * rows);
    }
    uint32_t *packed = arena_alloc(table->rows_in, count, sizeof *packed);
    for (size_t i = 0; i < width; i++) {
        columns[i].packed = packed;
        if (columns[i].bits > 0)
            pack(columns[i].bits, packed, list->words + i * list->capacity, rows);
        packed += words_of(columns[i].bits * rows);
    }
    const struct row_column **block =
        ARENA_PUSH(table->rows_in, list->blocks, list->block_count, list->block_capacity);
    *block = columns;
}

void row_list_close(struct row_list *list)
{
    if (list->table->count % TABLE_BLOCK != 0)
        row_list_pack(list);
    list->table->blocks = list->blocks;
}

/* --- The line that is made of the cells --- */

/* Whether a cell is written in quotation marks. */
static bool is_quoted(const struct cell *cell, char separator, bool all)
{
    return all || memchr(cell->text, separator, cell->length) != NULL;
}

/* Whether its line is what row_written makes of its cells. */
static bool is_of_cells(const struct row *row, bool quoted)
{
    const char *at = row->bytes, *end = row->bytes + row->length;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = row_cell(row, i);
        bool marks = is_quoted(cell, row->separator, quoted);
        if ((size_t)(end - at) < cell->length + 2 * marks + (i > 0) ||
            (i > 0 && *at++ != row->separator) || (marks && *at++ != '"') ||
            memcmp(at, cell->text, cell->length) != 0)
            return false;
        at += cell->length;
        if (marks && *at++ != '"')
            return false;
    }
    return at == end;
}

/* A cell is never longer than what stands for it, so a line that is no longer than its cells and
 * their separators is these. */
static enum row_form form_of(const struct row *row, bool bare)
{
    if (bare)
        return ROW_OF_CELLS;
    if (row->bytes == NULL)
        return row->quoted ? ROW_OF_QUOTED_CELLS : ROW_OF_CELLS;
    if (row->joined)
        return ROW_HELD;
    if (is_of_cells(row, false))
        return ROW_OF_CELLS;
    return is_of_cells(row, true) ? ROW_OF_QUOTED_CELLS : ROW_HELD;
}

struct row row_written(struct arena *arena, const struct row *row)
{
    struct row written = *row;
    struct buffer line = {.arena = arena};
    if (row->bytes != NULL)
        return written;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = row_cell(row, i);
        bool marks = is_quoted(cell, row->separator, row->quoted);
        buffer_add_bytes(&line, &row->separator, i > 0);
        buffer_add_bytes(&line, "\"", marks);
        buffer_add_bytes(&line, cell->text, cell->length);
        buffer_add_bytes(&line, "\"", marks);
    }
    written.bytes = buffer_text(&line);
    written.length = line.length;
    return written;
}

/* --- Rows in, and out again --- */

/* Returns its number among those. */
static size_t hold(struct row_list *list, const struct row *row)
{
    struct table *table = list->table;
    uint32_t *at =
        ARENA_PUSH(table->rows_in, list->held_at, table->held_count, list->held_capacity);
    list->held.arena = table->rows_in;
    *at = (uint32_t)list->held.length; /* there are no 2^32 bytes */
    buffer_add_bytes(&list->held, row->bytes, row->length);
    buffer_add_bytes(&list->held, "\n", 1);
    table->held_at = list->held_at;
    table->held = list->held.bytes;
    table->held_length = list->held.length;
    return table->held_count - 1;
}

void row_list_begin(struct row_list *list, const struct row *row, bool bare)
{
    struct table *table = list->table;
    size_t number = table->count++;
    enum row_form form = form_of(row, bare);
    size_t held = form == ROW_HELD ? hold(list, row) : 0;
    const struct row_run *last = table->run_count == 0 ? NULL : &table->runs[table->run_count - 1];
    bool follows = last != NULL && last->form == form && row_list_follows(list, row);
    list->next_line = row->joined ? 0 : row->line + 1;
    list->next_row = row->row + 1;
    list->of_cells = form == ROW_OF_CELLS;
    if (table->count % TABLE_BLOCK == 0)
        row_list_pack(list);
    if (follows)
        return;
    struct row_run *run =
        ARENA_PUSH(table->rows_in, list->runs, table->run_count, list->run_capacity);
    *run = (struct row_run){.first = number,
                            .line = row->line,
                            .row = row->row,
                            .form = form,
                            .held = held,
                            .joined = row->joined};
    table->runs = list->runs;
}

/* The run that has the row. */
static const struct row_run *run_of(const struct table *table, size_t number)
{
    size_t from = 0, to = table->run_count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (table->runs[middle].first <= number)
            from = middle;
        else
            to = middle;
    }
    return &table->runs[from];
}

/* The line that is held, without its end. */
static const char *held_line(const struct table *table, size_t number, size_t *length)
{
    size_t from = table->held_at[number];
    size_t to = number + 1 < table->held_count ? table->held_at[number + 1] : table->held_length;
    const char *line = table->held + from;
    *length = to - from;
    *length -= *length > 0 && line[*length - 1] == '\n';
    *length -= *length > 0 && line[*length - 1] == '\r';
    return line;
}

void table_look(const struct table *table, size_t number, struct row *row)
{
    assert(number < table->count);
    const struct row_run *run = run_of(table, number);
    const size_t width = table->header.count, behind = number - run->first;
    row->line = run->line + behind;
    row->row = run->row + behind;
    row->cells = table->texts;
    row->columns = NULL;
    row->words = NULL;
    row->at = number % TABLE_BLOCK;
    row->count = width;
    if (table->blocks != NULL)
        row->columns = table->blocks[number / TABLE_BLOCK];
    else
        row->cells += (number + 1) * width;
    row->bytes = NULL;
    row->length = 0;
    if (run->form == ROW_HELD)
        row->bytes = held_line(table, run->held + behind, &row->length);
    row->separator = table->header.separator;
    row->quoted = run->form == ROW_OF_QUOTED_CELLS;
    row->joined = run->joined;
}

const struct row *row_copy(struct arena *arena, const struct row *row)
{
    struct row *copy = arena_alloc(arena, 1, sizeof *copy);
    *copy = *row;
    copy->words = NULL;
    return copy;
}

const struct row *table_row(const struct table *table, size_t number)
{
    struct row *row = arena_alloc(table->rows_in, 1, sizeof *row);
    table_look(table, number, row);
    return row;
}

/* --- All rows --- */

static size_t rows_of(const struct table *table, size_t block)
{
    size_t rows = table->count - block * TABLE_BLOCK;
    return rows < TABLE_BLOCK ? rows : TABLE_BLOCK;
}

void table_unpack(const struct table *table, size_t block, size_t cell, uint32_t *words)
{
    const struct row_column *column = &table->blocks[block][cell];
    const size_t rows = rows_of(table, block);
    const uint32_t common = column->common, bits = column->bits, mask = low_bits(bits);
    const uint32_t *packed = column->packed;
    uint64_t held = 0;
    uint32_t filled = 0;
    for (size_t i = 0; i < rows && bits == 0; i++)
        words[i] = common;
    for (size_t i = 0; i < rows && bits > 0; i++) {
        if (filled < bits) {
            held |= (uint64_t)*packed++ << filled;
            filled += 32;
        }
        words[i] = common | ((uint32_t)held & mask);
        held >>= bits;
        filled -= bits;
    }
}

struct table_walk table_walk(struct arena *arena, const struct table *table)
{
    struct table_walk walk = {.table = table};
    if (table->count > TABLE_BLOCK && table->blocks != NULL) /* else it is not worth the memory */
        walk.words = arena_room(arena, table->header.count * TABLE_BLOCK, sizeof *walk.words);
    return walk;
}

static void unpack_block(struct table_walk *walk, size_t block)
{
    for (size_t i = 0; i < walk->table->header.count; i++)
        table_unpack(walk->table, block, i, walk->words + i * TABLE_BLOCK);
}

/* A row that is not made of the one before. */
static void look_anew(struct table_walk *walk)
{
    const struct table *table = walk->table;
    const size_t number = walk->number, block = number / TABLE_BLOCK;
    const struct row_run *run = run_of(table, number);
    table_look(table, number, &walk->row);
    if (walk->words != NULL) {
        if (number % TABLE_BLOCK == 0)
            unpack_block(walk, block);
        walk->row.words = walk->words + number % TABLE_BLOCK;
    }
    size_t end = (block + 1) * TABLE_BLOCK;
    size_t next = run + 1 < table->runs + table->run_count ? run[1].first : table->count;
    walk->until = run->form == ROW_HELD ? number + 1 : next < end ? next : end;
}

bool table_next(struct table_walk *walk)
{
    if (walk->number == walk->table->count)
        return false;
    if (walk->number == walk->until) {
        look_anew(walk);
    } else {
        walk->row.line++;
        walk->row.row++;
        walk->row.at++;
        walk->row.words += walk->words == NULL ? 0 : 1;
    }
    walk->number++;
    return true;
}

size_t table_row_on(const struct table *table, size_t line)
{
    size_t from = 0, to = table->run_count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (table->runs[middle].line <= line)
            from = middle;
        else
            to = middle;
    }
    if (to == 0 || line < table->runs[from].line)
        return table->count;
    size_t number = table->runs[from].first + (line - table->runs[from].line);
    size_t end = to < table->run_count ? table->runs[to].first : table->count;
    return number < end ? number : table->count;
}

void table_leave_out(struct table *table, const bool *out)
{
    struct table all = *table;
    struct row_list list = {.table = table};
    size_t width = table->header.count;
    table->count = table->run_count = table->held_count = 0;
    for (size_t i = 0; i < all.count; i++) {
        struct row row;
        if (out[i])
            continue;
        table_look(&all, i, &row);
        assert(row.columns != NULL); /* it was read whole */
        uint32_t *words = row_list_room(&list);
        for (size_t j = 0; j < width; j++)
            words[j * list.capacity] = row_word(&row, j);
        row_list_add(&list, &row, false);
    }
    row_list_close(&list);
}

void table_close(struct table *table)
{
    arena_free(table->own);
    *table = (struct table){.file = table->file};
}

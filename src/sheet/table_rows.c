/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "internal.h"

/*
 * The rows of a table that is held whole. Nearly every row is its cells and what parts them, and on
 * the line behind that of the row above it: so it takes the numbers of its texts, and no more.
 */

#define ROWS_LEAST   ((size_t)16)   /* that a table has room for */
#define ROWS_TELLING ((size_t)1024) /* that tell how many there are going to be, */
#define ROWS_TOLD    ((size_t)64)   /* as far as so many times as many */

/* What there is to be room for: rows as they were so far, and some more, so that in a large file
 * they need not be moved. */
static size_t rows_expected(const struct row_list *list)
{
    size_t count = list->table->count, twice = 2 * count, most = ROWS_TOLD * count;
    if (count < ROWS_TELLING)
        return twice < ROWS_LEAST ? ROWS_LEAST : twice;
    uint64_t all = (uint64_t)count * list->whole / list->taken, expected = all + all / 16;
    return expected > most ? most : expected < twice ? twice : (size_t)expected;
}

void row_list_grow(struct row_list *list)
{
    struct table *table = list->table;
    size_t larger = rows_expected(list), row = table->header.count * sizeof *list->words;
    if (larger > SIZE_MAX / row)
        arena_exhausted(table->rows_in);
    table->words = list->words = (uint32_t *)(void *)arena_resize(
        table->rows_in, (char *)list->words, list->capacity * row, larger * row);
    list->capacity = larger;
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
    list->taken += row->length + 1;
    enum row_form form = form_of(row, bare);
    size_t held = form == ROW_HELD ? hold(list, row) : 0;
    const struct row_run *last = table->run_count == 0 ? NULL : &table->runs[table->run_count - 1];
    bool follows = last != NULL && last->form == form && row_list_follows(list, row);
    list->next_line = row->joined ? 0 : row->line + 1;
    list->next_row = row->row + 1;
    list->of_cells = form == ROW_OF_CELLS;
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
    row->words = table->words + number * width;
    row->count = width;
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
    return copy;
}

const struct row *table_row(const struct table *table, size_t number)
{
    struct row *row = arena_alloc(table->rows_in, 1, sizeof *row);
    table_look(table, number, row);
    return row;
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
        memcpy(row_list_room(&list), row.words, width * sizeof *row.words);
        row_list_add(&list, &row, false);
    }
}

void table_close(struct table *table)
{
    arena_free(table->own);
    *table = (struct table){.file = table->file};
}

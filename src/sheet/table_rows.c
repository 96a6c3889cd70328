/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "internal.h"

/*
 * The rows of a table that is held whole. Nearly every row is a line of the bytes, and the next row
 * the next line: so it takes where it begins and the numbers of its texts, and no more.
 */

#define ROWS_LEAST ((size_t)16) /* that a table has room for */

static uint32_t *more(struct arena *arena, uint32_t *numbers, size_t from, size_t to)
{
    return (uint32_t *)(void *)arena_resize(arena, (char *)numbers, from * sizeof *numbers,
                                            to * sizeof *numbers);
}

uint32_t *row_list_room(struct row_list *list)
{
    struct table *table = list->table;
    size_t width = table->header.count;
    if (table->count == list->capacity) {
        size_t larger = list->capacity == 0 ? ROWS_LEAST : 2 * list->capacity;
        table->words = list->words =
            more(table->rows_in, list->words, list->capacity * width, larger * width);
        table->at = list->at = more(table->rows_in, list->at, list->capacity, larger);
        list->capacity = larger;
    }
    return list->words + table->count * width;
}

/* Where a row begins in the table's bytes; false when it stands elsewhere. */
static bool is_inside(const struct table *table, const struct row *row, uint32_t *at)
{
    uintptr_t from = (uintptr_t)table->bytes, begin = (uintptr_t)row->bytes;
    *at = (uint32_t)(begin - from); /* there are no 2^32 bytes */
    return begin >= from && begin - from <= table->length &&
           row->length <= table->length - (begin - from);
}

static bool follows(const struct row_run *run, size_t number, const struct row *row)
{
    size_t behind = number - run->first;
    return run->own == NULL && run->line + behind == row->line && run->row + behind == row->row;
}

void row_list_add(struct row_list *list, const struct row *row)
{
    struct table *table = list->table;
    size_t number = table->count++, count = table->run_count;
    bool simple = is_inside(table, row, &list->at[number]) && !row->joined;
    if (count > 0 && simple && follows(&table->runs[count - 1], number, row))
        return;
    struct row_run *run =
        ARENA_PUSH(table->rows_in, list->runs, table->run_count, list->run_capacity);
    *run = (struct row_run){.first = number, .line = row->line, .row = row->row};
    table->runs = list->runs;
    if (simple)
        return;
    run->own = row->bytes;
    run->length = row->length;
    run->joined = row->joined;
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

/* How long the row's line is, without its end. The next row of a run begins behind that. */
static size_t length_of(const struct table *table, const struct row_run *run, size_t number)
{
    const char *bytes = table->bytes + table->at[number], *end = NULL;
    size_t length = table->length - table->at[number], next = number + 1;
    bool is_last =
        run + 1 < table->runs + table->run_count ? next == run[1].first : next == table->count;
    if (!is_last)
        length = table->at[next] - table->at[number] - 1;
    else if ((end = memchr(bytes, '\n', length)) != NULL)
        length = (size_t)(end - bytes);
    return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
}

void table_look(const struct table *table, size_t number, struct row *row)
{
    const struct row_run *run = run_of(table, number);
    const size_t width = table->header.count, behind = number - run->first;
    bool own = run->own != NULL;
    row->line = run->line + behind;
    row->row = run->row + behind;
    row->cells = table->texts;
    row->words = table->words + number * width;
    row->count = width;
    row->bytes = own ? run->own : table->bytes + table->at[number];
    row->length = own ? run->length : length_of(table, run, number);
    row->separator = table->header.separator;
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
    table->count = table->run_count = 0;
    for (size_t i = 0; i < all.count; i++) {
        struct row row;
        if (out[i])
            continue;
        table_look(&all, i, &row);
        memcpy(row_list_room(&list), row.words, width * sizeof *row.words);
        row_list_add(&list, &row);
    }
}

void table_close(struct table *table)
{
    arena_free(table->own);
    *table = (struct table){.file = table->file};
}

/* SPDX-License-Identifier: MIT */
#include "quorate/columns.h"

#include <assert.h>
#include <string.h>

#include "columns_internal.h"
#include "internal.h"
#include "quorate/text.h"

/* "\"a\", \"b\" and \"c\"" */
static const char *quoted_list(struct arena *arena, const struct heading *headings, size_t count)
{
    const char **items = arena_alloc(arena, count, sizeof *items);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        if (*headings[i].text != '\0')
            items[filled++] = arena_format(arena, "\"%s\"", headings[i].text);
    return text_list(arena, items, filled, "and");
}

/* One search for the columns of one table. */
struct search {
    struct arena *arena;
    struct diag *diag;
    const struct table *table;
    struct columns *columns;
    const struct heading *headings;
    bool *used; /* of the headings */
};

static void report_doubled(struct search *search, const struct column *column, size_t first,
                           size_t second)
{
    struct arena *arena = search->arena;
    const struct row *header = &search->table->header;
    diag_add(search->diag, SEVERITY_ERROR, PROBLEM_HEADER,
             table_place(arena, search->table->file, header, second),
             arena_format(arena, "Keep one of them. The headings are %s.",
                          quoted_list(arena, search->headings, header->count)),
             "the column \"%s\" is there twice, headed \"%s\" (%s) and \"%s\" (%s)", column->name,
             search->headings[first].text, diag_cell_name(arena, first + 1, 0),
             search->headings[second].text, diag_cell_name(arena, second + 1, 0));
}

/* Those that are used are no candidates; neither is a heading that is not there. */
static const char *near_heading(struct search *search, const char *name)
{
    struct arena *arena = search->arena;
    size_t count = search->table->header.count, filled = 0;
    const char **free = arena_alloc(arena, count, sizeof *free);
    for (size_t i = 0; i < count; i++)
        if (!search->used[i] && *search->headings[i].text != '\0')
            free[filled++] = search->headings[i].text;
    size_t nearest = text_nearest(arena, name, free, filled);
    return nearest == TEXT_NO_CHOICE ? NULL : free[nearest];
}

static void report_missing(struct search *search, const struct column *column)
{
    struct arena *arena = search->arena;
    const struct row *header = &search->table->header;
    const char *near = near_heading(search, column->name);
    const char *seen = quoted_list(arena, search->headings, header->count);
    struct place place = table_place(arena, search->table->file, header, 0);
    place.cell = 0; /* the row as a whole */
    place.width = 0;
    const char *remedy = arena_format(arena, "Name the right one \"%s\".", column->name);
    if (column->missing != NULL)
        remedy = column->missing;
    else if (near != NULL)
        remedy = arena_format(arena, "If \"%s\" is the one, name it \"%s\".", near, column->name);
    diag_add(search->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
             arena_format(arena, "The headings are %s. %s", seen, remedy),
             "there is no column \"%s\"", column->name);
}

/* False when the column cannot be told. */
static bool find_one(struct search *search, size_t wanted)
{
    const struct column *column = &search->columns->wanted[wanted];
    size_t *at = &search->columns->at[wanted];
    bool doubled = false;
    *at = COLUMN_NONE;
    for (size_t i = 0; i < search->table->header.count; i++) {
        const struct heading *heading = &search->headings[i];
        if (search->used[i] || !heading_is_of(heading, column))
            continue;
        search->used[i] = true;
        if (*at != COLUMN_NONE) {
            report_doubled(search, column, *at, i);
            doubled = true;
            continue;
        }
        *at = i;
        if (column->dated && heading->undated != NULL)
            search->columns->dates[wanted] = heading->date;
    }
    return *at != COLUMN_NONE && !doubled;
}

/* Whether neither the column is there nor the one that may stand in for it. */
static bool is_lacking(const struct columns *columns, size_t wanted)
{
    return columns->at[wanted] == COLUMN_NONE &&
           !(columns->wanted[wanted].or_next && columns->at[wanted + 1] != COLUMN_NONE);
}

static bool is_filled(const struct table *table, size_t cell)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].cells[cell].length > 0)
            return true;
    return false;
}

static bool is_torn(const struct row *header, size_t cell)
{
    size_t from, to;
    line_cell_span(header->bytes, header->length, cell, &from, &to);
    return memchr(header->bytes + from, '\n', to - from) != NULL;
}

/* A heading over several lines that nobody asked for can be a quotation mark left open, with rows
 * in it that would not be missed. */
static bool refuse_torn(struct search *search)
{
    const struct row *header = &search->table->header;
    bool any = false;
    for (size_t i = 0; i < header->count; i++) {
        if (search->used[i] || !is_torn(header, i))
            continue;
        diag_add(search->diag, SEVERITY_ERROR, PROBLEM_SYNTAX,
                 table_place(search->arena, search->table->file, header, i),
                 "If a quotation mark was left open, close it. Else take the line break out of the "
                 "heading, or delete the column.",
                 "this heading goes on over a line break and is none that is known");
        any = true;
    }
    return any;
}

/* One warning for all columns that nobody asked for. A blank column without a heading is nothing.
 */
static void warn_of_unknown(struct search *search)
{
    struct arena *arena = search->arena;
    const struct table *table = search->table;
    size_t count = table->header.count, filled = 0, first = 0;
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        const char *text = search->headings[i].text;
        if (search->used[i] || (*text == '\0' && !is_filled(table, i)))
            continue;
        if (filled == 0)
            first = i;
        names[filled++] = *text != '\0' ? arena_format(arena, "\"%s\"", text)
                                        : arena_format(arena, "%s, which has no heading",
                                                       diag_cell_name(arena, i + 1, 0));
    }
    if (filled > 0)
        diag_add(search->diag, SEVERITY_WARNING, PROBLEM_HEADER,
                 table_place(arena, table->file, &table->header, first), NULL,
                 filled == 1 ? "the column %s is not used" : "the columns %s are not used",
                 text_list(arena, names, filled, "and"));
}

bool columns_find(struct arena *arena, struct diag *diag, const struct table *table,
                  const struct column *wanted, size_t count, struct columns *columns)
{
    assert(count <= COLUMNS_MOST);
    size_t headings_count = table->header.count;
    struct heading *headings = arena_alloc(arena, headings_count, sizeof *headings);
    for (size_t i = 0; i < headings_count; i++)
        headings[i] = heading_read(arena, table->header.cells[i].text);
    *columns = (struct columns){.wanted = wanted, .count = count};
    struct search search = {
        .arena = arena,
        .diag = diag,
        .table = table,
        .columns = columns,
        .headings = headings,
        .used = arena_alloc(arena, headings_count, sizeof(bool)),
    };
    bool all = true, unsure = false;
    for (size_t i = 0; i < count; i++)
        if (!find_one(&search, i) && wanted[i].required && columns->at[i] != COLUMN_NONE)
            all = false; /* doubled */
    /* Only now is it known which headings are left to be suggested. */
    for (size_t i = 0; i < count; i++) {
        if (!is_lacking(columns, i))
            continue;
        unsure = unsure || wanted[i].unsure;
        if (wanted[i].required)
            report_missing(&search, &wanted[i]);
        all = all && !wanted[i].required;
    }
    if (refuse_torn(&search))
        return false;
    if (!unsure)
        warn_of_unknown(&search);
    return all;
}

const char *columns_text(const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return at == COLUMN_NONE || at >= row->count ? "" : row->cells[at].text;
}

struct place columns_place(struct arena *arena, const struct table *table,
                           const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return table_place(arena, table->file, row, at == COLUMN_NONE ? 0 : at);
}

/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <string.h>

#include "quorate/text.h"

#define GAP ((size_t)2)

/* How wide the columns are once the page is shared out. */
struct measured {
    const struct page_table *table;
    const char **cells; /* printable */
    size_t *widths;
};

void page_table_row(const struct page *page, struct page_table *table, const char *const *cells)
{
    for (size_t i = 0; i < table->columns; i++)
        *(const char **)ARENA_PUSH(page->arena, table->cells, table->count, table->capacity) =
            cells[i];
}

static void widen(size_t *width, size_t needed)
{
    if (needed > *width)
        *width = needed;
}

/* A group that is wider than its columns widens the last of them. */
static void fit_groups(const struct page *page, const struct measured *measured)
{
    const struct page_table *table = measured->table;
    for (size_t i = 0; i < table->group_count; i++) {
        size_t last = i + 1 < table->group_count ? table->groups[i + 1].column : table->columns;
        size_t span = 0;
        for (size_t column = table->groups[i].column; column < last; column++)
            span += measured->widths[column] + GAP;
        size_t needed = text_width(page_text(page, table->groups[i].text)) + GAP;
        if (needed > span)
            measured->widths[last - 1] += needed - span;
    }
}

/* The first column has what the others leave of the page, and no more than it needs. */
static struct measured measure(const struct page *page, const struct page_table *table)
{
    struct measured measured = {
        .table = table,
        .cells = arena_alloc(page->arena, table->count, sizeof *measured.cells),
        .widths = arena_alloc(page->arena, table->columns, sizeof *measured.widths),
    };
    for (size_t i = 0; i < table->count; i++) {
        measured.cells[i] = table->cells[i] == NULL ? "" : page_text(page, table->cells[i]);
        widen(&measured.widths[i % table->columns], text_width(measured.cells[i]));
    }
    fit_groups(page, &measured);
    size_t others = 0;
    for (size_t column = 1; column < table->columns; column++)
        others += GAP + measured.widths[column];
    size_t left = others < PAGE_WIDTH ? PAGE_WIDTH - others : 0;
    if (measured.widths[0] > left)
        measured.widths[0] = left;
    return measured;
}

static void groups(const struct page *page, const struct measured *measured)
{
    const struct page_table *table = measured->table;
    size_t column = 0, start = 0, used = 0;
    for (size_t i = 0; i < table->group_count; i++) {
        const char *text = page_text(page, table->groups[i].text);
        for (; column < table->groups[i].column; column++)
            start += measured->widths[column] + GAP;
        page_right(page, "", start - used);
        buffer_add(page->out, text);
        used = start + text_width(text);
    }
    if (table->group_count > 0)
        buffer_add(page->out, "\n");
}

static void row(const struct page *page, const struct measured *measured, size_t first)
{
    const char *const *cells = &measured->cells[first];
    size_t columns = measured->table->columns;
    const char *name = cells[0];
    size_t filled = columns;
    while (filled > 1 && cells[filled - 1][0] == '\0')
        filled--;
    if (text_width(name) > measured->widths[0]) {
        text_wrap(page->out, name, 0, 2, PAGE_WIDTH);
        name = "";
    }
    page_left(page, name, filled == 1 ? 0 : measured->widths[0]);
    for (size_t column = 1; column < filled; column++) {
        buffer_add_repeated(page->out, ' ', GAP);
        page_right(page, cells[column], measured->widths[column]);
    }
    buffer_add(page->out, "\n");
}

void page_table_end(const struct page *page, const struct page_table *table)
{
    struct measured measured = measure(page, table);
    groups(page, &measured);
    for (size_t i = 0; i + table->columns <= table->count; i += table->columns)
        row(page, &measured, i);
}

/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "phrases.h"

#include "quorate/buffer.h"

/*
 * The page of a text report: 80 columns, with labels in the first 12. Whatever is added passes
 * through text_printable here, so no name can move a cursor.
 */
#define PAGE_WIDTH  ((size_t)80)
#define PAGE_INDENT ((size_t)12)

struct page {
    struct arena *arena;
    const struct outcome *outcome; /* of a tally, else NULL */
    const struct note_list *notes;
    struct buffer *out;
};

/* Text that is safe to print. */
const char *page_text(const struct page *page, const char *text);

/* A paragraph over the whole width; an empty line; a line of dashes. */
void page_line(const struct page *page, const char *text);
void page_blank(const struct page *page);
void page_rule(const struct page *page);

/* A paragraph behind its label; with a NULL label it belongs to the one above. */
void page_paragraph(const struct page *page, const char *label, const char *text);

/* `text` padded to `width` columns, at its left or right edge. */
void page_left(const struct page *page, const char *text, size_t width);
void page_right(const struct page *page, const char *text, size_t width);

/* One item of a list below a paragraph. */
void page_item(const struct page *page, const char *text);

/* The label, or its room. */
void page_label(const struct page *page, const char *label);

/* The table of members under another heading than a tally's, each with what `words` says of it. */
typedef const char *standing_words(const struct subject *subject, const struct standing *standing);
void text_members(const struct page *page, const struct subject *subject, const char *heading,
                  standing_words *words);

/* What closes every page. */
void text_notes(const struct page *page);
void text_files(const struct page *page, const struct input *inputs, size_t count,
                const char *version);

/*
 * A table whose first column stands at the left edge and whose others are lined up at their right
 * edges. A name that is too wide for the page has lines of its own, and its figures stand below.
 * A cell that is NULL is empty. A group is a heading over several columns.
 */
struct page_group {
    size_t column;
    const char *text;
};

struct page_table {
    size_t columns;
    const char **cells; /* row by row, the headings first */
    size_t count, capacity;
    const struct page_group *groups;
    size_t group_count;
};

/* Adds one row of `columns` cells. */
void page_table_row(const struct page *page, struct page_table *table, const char *const *cells);
void page_table_end(const struct page *page, const struct page_table *table);

/* "SOUTH EAST OXFORDSHIRE LOCALITY GROUP" */
void page_title(const struct page *page, const char *text);

#endif

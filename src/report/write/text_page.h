/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TEXT_PAGE_H
#define REPORT_TEXT_PAGE_H

#include "../document.h"
#include "quorate/buffer.h"

/*
 * The lines and tables of a page of plain text, 80 columns wide with labels in the first 12.
 * Whatever is added passes through write_printable here, so no name can move a cursor.
 */
#define PAGE_WIDTH  ((size_t)80)
#define PAGE_INDENT ((size_t)12)

struct text_page {
    struct arena *arena;
    struct buffer *out;
    const char *above;  /* the label of the paragraph above; NULL for none */
    bool below_heading; /* nothing stands between the last heading and what comes */
};

/* A paragraph over the whole width; an empty line; a line of dashes. */
void text_page_line(const struct text_page *page, const char *text);
void text_page_blank(const struct text_page *page);
void text_page_rule(const struct text_page *page);

/* "CARRIED, 4 votes to 2. [1]" */
const char *text_page_marked(const struct text_page *page, const char *text,
                             struct note_marks marks);

/* A paragraph behind its label, or the room of one. */
void text_page_paragraph(const struct text_page *page, const char *label, const char *text);

/* One item of a list below a paragraph. */
void text_page_item(const struct text_page *page, const char *text);

/*
 * A table whose first column stands at the left edge and whose figures are lined up at their right
 * edges; prose has what is left of the page. A name that is too wide has lines of its own, and its
 * figures stand below. A column that stands `is_below` follows behind an empty line, behind the
 * names again. A matrix that is too wide is cut into blocks of columns, as far as there is room for
 * any beside the names.
 */
void text_page_table(const struct text_page *page, const struct doc_table *table);
bool text_page_has_room(const struct text_page *page, const struct doc_table *matrix);

/* A table of few rows beside its label, without headings: the figure of a cell ("4 votes") is lined
 * up at its right edge and the word behind it at its left, so "1 vote" stands right. */
void text_page_tally(const struct text_page *page, const char *label,
                     const struct doc_table *table);

#endif

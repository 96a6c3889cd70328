/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <string.h>

static void headings(const struct html *html, const struct doc_table *table)
{
    buffer_add(html->out, "<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].align == ALIGN_NUMBER)
            html_start(html, "th", "scope", "col", "class", "number", NULL);
        else
            html_start(html, "th", "scope", "col", NULL);
        html_text(html, table->columns[i].heading);
        html_end(html, "th");
    }
    buffer_add(html->out, "</tr></thead>\n");
}

static void nothing(const struct html *html)
{
    html_start(html, "span", "role", "img", "aria-label", "none", NULL);
    html_text(html, "\xE2\x80\x93");
    html_end(html, "span");
}

/* In two halves, so that it fits a sheet wherever the page is opened. */
static void digest(const struct html *html, const char *sha256)
{
    size_t half = strlen(sha256) / 2;
    html_start(html, "code", NULL);
    html_text(html, arena_copy(html->arena, sha256, half));
    html_empty(html, "br", NULL);
    html_text(html, sha256 + half);
    html_end(html, "code");
}

static void content(const struct html *html, const struct doc_cell *cell, bool is_name)
{
    const char *text = cell->text == NULL ? "" : cell->text;
    if (cell->is_strong)
        html_element(html, "strong", NULL, text);
    else if (cell->is_whole)
        html_element(html, "span", "whole", text);
    else if (cell->is_digest)
        digest(html, text);
    else if (is_name)
        html_name(html, text);
    else if (text[0] == '\0')
        nothing(html);
    else
        html_text(html, text);
}

/* The first cell of a row is its heading. On a narrow screen each row becomes a list of headings
 * and cells, so the headings of columns are repeated with each cell. */
static void cell(const struct html *html, const struct doc_table *table, const struct doc_row *row,
                 size_t column)
{
    const struct doc_column *of = &table->columns[column];
    const struct doc_cell *cell = &row->cells[column];
    if (column == 0)
        html_start(html, "th", "scope", "row", NULL);
    else if (of->align == ALIGN_NUMBER)
        html_start(html, "td", "class", "number", "data-label", of->heading, NULL);
    else
        html_start(html, "td", "data-label", of->heading, NULL);
    if (cell->link != NULL)
        html_start(html, "a", "href", arena_format(html->arena, "#%s", cell->link), NULL);
    content(html, cell, column == 0 || cell->link != NULL);
    if (cell->link != NULL)
        html_end(html, "a");
    if (cell->code != NULL) {
        buffer_add(html->out, " ");
        html_start(html, "span", "class", "code", NULL);
        html_name(html, cell->code);
        html_end(html, "span");
    }
    if (column == 0 && row->marks != NULL)
        html_marks(html, *row->marks);
    html_end(html, column == 0 ? "th" : "td");
}

void html_table(const struct html *html, const struct doc_table *table)
{
    if (table->is_matrix)
        html_start(html, "table", "class", "matrix", NULL);
    else
        html_start(html, "table", NULL);
    html_line(html, "caption", NULL, table->caption);
    headings(html, table);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct doc_row *row = &table->rows[i];
        size_t filled = table->column_count;
        /* There is no sum of votes and voters, so the row of a total ends before them. */
        while (row->is_total && filled > 1 && row->cells[filled - 1].text == NULL)
            filled--;
        if (row->is_total)
            html_start(html, "tr", "class", "total", NULL);
        else
            html_start(html, "tr", NULL);
        for (size_t column = 0; column < filled; column++)
            cell(html, table, row, column);
        html_end_line(html, "tr");
    }
    html_end(html, "tbody");
    html_end_line(html, "table");
}

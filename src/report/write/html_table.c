/* SPDX-License-Identifier: MIT */
#include "html.h"

void html_table_start(const struct html *html, const struct html_table *table, const char *caption)
{
    html_start(html, "table", NULL);
    html_element(html, "caption", caption);
    html_break(html);
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    for (size_t i = 0; i < table->count; i++) {
        if (table->columns[i].is_number)
            html_start(html, "th", "scope", "col", "class", "number", NULL);
        else
            html_start(html, "th", "scope", "col", NULL);
        html_text(html, table->columns[i].heading);
        html_end(html, "th");
    }
    html_end(html, "tr");
    html_end(html, "thead");
    html_break(html);
    html_start(html, "tbody", NULL);
    html_break(html);
}

void html_table_end(const struct html *html)
{
    html_end(html, "tbody");
    html_end(html, "table");
    html_break(html);
}

void html_row_start(const struct html *html, struct html_table *table, bool total)
{
    table->at = 0;
    if (total)
        html_start(html, "tr", "class", "total", NULL);
    else
        html_start(html, "tr", NULL);
}

void html_row_end(const struct html *html)
{
    html_end(html, "tr");
    html_break(html);
}

void html_cell_start(const struct html *html, struct html_table *table)
{
    const struct html_column *column = &table->columns[table->at];
    if (table->at == 0)
        html_start(html, "th", "scope", "row", NULL);
    else if (column->is_number)
        html_start(html, "td", "class", "number", "data-label", column->heading, NULL);
    else
        html_start(html, "td", "data-label", column->heading, NULL);
}

void html_cell_end(const struct html *html, struct html_table *table)
{
    html_end(html, table->at == 0 ? "th" : "td");
    table->at++;
}

static void nothing(const struct html *html)
{
    html_start(html, "span", "role", "img", "aria-label", "none", NULL);
    html_text(html, "\xE2\x80\x93");
    html_end(html, "span");
}

void html_cell(const struct html *html, struct html_table *table, const char *text)
{
    html_cell_start(html, table);
    if (text == NULL || text[0] == '\0')
        nothing(html);
    else
        html_text(html, text);
    html_cell_end(html, table);
}

void html_name_cell(const struct html *html, struct html_table *table, const char *name)
{
    html_cell_start(html, table);
    html_name(html, name);
    html_cell_end(html, table);
}

void html_facts_start(const struct html *html)
{
    html_start(html, "dl", NULL);
    html_break(html);
}

void html_fact_label(const struct html *html, const char *label)
{
    html_element(html, "dt", label);
}

void html_facts_end(const struct html *html)
{
    html_end(html, "dl");
    html_break(html);
}

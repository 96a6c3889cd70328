/* SPDX-License-Identifier: MIT */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "../document.h"
#include "quorate/buffer.h"

/*
 * The page of an HTML report: one file that needs nothing else, runs nothing and asks for nothing.
 * It is well-formed as XML too, so a mistake in the nesting is seen by any parser of XML.
 *
 * Whatever is added as text or as the value of an attribute passes through html_text or its like,
 * where it is made printable and escaped, so no name can become markup. Names of elements,
 * attributes, classes and sections are the program's own.
 */
struct html {
    struct arena *arena;
    struct buffer *out;
    const char *prefix; /* of the ids of sections: "" or "motion-2-" */
    unsigned level;     /* of their headings: 2, or 3 within one of several motions */
};

/* Elements (html_element.c). The attributes are pairs of a name and a value, closed by NULL. */
void html_start(const struct html *html, const char *element, ...) __attribute__((sentinel));
void html_end(const struct html *html, const char *element);

/* An element without content, closed at once: "<meta .../>". */
void html_empty(const struct html *html, const char *element, ...) __attribute__((sentinel));

/* Text, escaped; what is written from right to left is isolated from the text around it. */
void html_text(const struct html *html, const char *text);

/* A name of somebody or something, isolated as a whole. */
void html_name(const struct html *html, const char *name);

/* A text as a string of CSS: characters by their numbers, so that none of them acts. */
void html_css_string(const struct html *html, const char *text);

/* A line of the file, for whoever reads the source. */
void html_break(const struct html *html);

/* A whole element that holds one text. */
void html_element(const struct html *html, const char *element, const char *text);
void html_paragraph(const struct html *html, const char *text);

/* A part of the page under its heading, which links may point at by `id`. */
void html_section_start(const struct html *html, const char *id, const char *heading);
void html_section_end(const struct html *html);

/* The same that can be opened, and is on paper. */
void html_folded_start(const struct html *html, const char *id, const char *heading);
void html_folded_end(const struct html *html);

/* The page around the parts (html_page.c): up to the heading; the notes; the files; in print, below
 * what was decided and the digest of what was counted, the lines to sign on; the end. */
void html_page_start(const struct html *html, const struct document *document);
void html_notes(const struct html *html, const struct note_list *notes);
void html_files(const struct html *html, const struct document *document);
void html_signatures(const struct html *html, const struct document *document);
void html_page_end(const struct html *html, const struct document *document);

/* The style sheet (html_style.c). */
void html_style(const struct html *html);

/* A table (html_table.c): the first cell of each row is its heading. On a narrow screen each row
 * becomes a list of headings and cells, so the headings of columns are repeated with each cell. */
struct html_column {
    const char *heading;
    bool is_number;
};

struct html_table {
    const struct html_column *columns;
    size_t count;
    size_t at; /* the next cell's column */
};

void html_table_start(const struct html *html, const struct html_table *table, const char *caption);
void html_table_end(const struct html *html);

/* A row cell by cell. `total` sets the last row apart. An empty text is "none". */
void html_row_start(const struct html *html, struct html_table *table, bool total);
void html_row_end(const struct html *html);
void html_cell(const struct html *html, struct html_table *table, const char *text);
void html_name_cell(const struct html *html, struct html_table *table, const char *name);

/* A cell that holds more than text. */
void html_cell_start(const struct html *html, struct html_table *table);
void html_cell_end(const struct html *html, struct html_table *table);

/* A list of labels and what they say. */
void html_facts_start(const struct html *html);
void html_fact_label(const struct html *html, const char *label);
void html_facts_end(const struct html *html);

/* Pictures (html_picture.c). Each bar has its label and its figure as text beside it, so the shapes
 * themselves are hidden from screen readers. Nothing when there is nothing to compare. */
void html_picture(const struct html *html, const struct picture *picture);

/* Pictures that belong together; beside one another where there is room. */
void html_pictures_start(const struct html *html);
void html_pictures_end(const struct html *html);

/* The patterns that the bars are filled with, once a page. */
void html_patterns(const struct html *html);

#endif

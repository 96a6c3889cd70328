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

/* The end of an element and of a line of the file, for whoever reads the source. */
void html_end_line(const struct html *html, const char *element);

/* A whole element that holds one text, and the same with a line of its own; `class` may be NULL. */
void html_element(const struct html *html, const char *element, const char *class,
                  const char *text);
void html_line(const struct html *html, const char *element, const char *class, const char *text);

/* The links to notes that belong behind a text. */
void html_marks(const struct html *html, struct note_marks marks);

/* A part of the page under its heading, which links may point at by `id`. What is folded can be
 * opened, and is on paper; a link to it opens it, because what it points at is inside. */
void html_section_start(const struct html *html, const char *id, const char *heading, bool folded);
void html_section_end(const struct html *html, bool folded);

/* The page around the parts (html_page.c): up to the heading; the notes; the files; in print, below
 * what was decided and the digest of what was counted, the lines to sign on; the end. */
void html_page_start(const struct html *html, const struct document *document);
void html_notes(const struct html *html, const struct note_list *notes);
void html_files(const struct html *html, const struct document *document);
void html_signatures(const struct html *html, const struct document *document);
void html_page_end(const struct html *html, const struct document *document);

/* The style sheet (html_style.c). */
void html_style(const struct html *html);

/* The rows of a table (html_table.c), without its picture. */
void html_table(const struct html *html, const struct doc_table *table);

/* Pictures (html_picture.c). Each bar has its label and its figure as text beside it, so the shapes
 * themselves are hidden from screen readers. Nothing when there is nothing to compare. */
void html_picture(const struct html *html, const struct picture *picture);

/* The patterns that the bars are filled with, once a page. */
void html_patterns(const struct html *html);

#endif

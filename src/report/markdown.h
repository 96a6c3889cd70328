/* SPDX-License-Identifier: MIT */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "phrases.h"

#include "quorate/buffer.h"

/*
 * A report in Markdown (CommonMark with the tables of GitHub), to paste into minutes. Whatever is
 * added as a text is escaped here, so no name can be a heading, a link or HTML.
 */
struct markdown {
    struct arena *arena;
    const struct note_list *notes;
    struct buffer *out;
};

/* What somebody has to fill in by hand. A run of these between spaces is no emphasis. */
#define MARKDOWN_BLANK "______"

/* A piece of a line that something of ours begins. */
void markdown_text(const struct markdown *markdown, const char *text);

/* Blocks. Each closes with the empty line that parts it from the next. */
void markdown_heading(const struct markdown *markdown, unsigned level, const char *text);
void markdown_paragraph(const struct markdown *markdown, const char *text);

/* Items of a list, "- **Label:** text" or without a label; the list ends with markdown_break. */
void markdown_fact(const struct markdown *markdown, const char *label, const char *text);
void markdown_to_fill_in(const struct markdown *markdown, const char *label);
void markdown_break(const struct markdown *markdown);

/* An item below the last one; and several below a label, one of them alone beside it. */
void markdown_item(const struct markdown *markdown, const char *text);
void markdown_items(const struct markdown *markdown, const char *label, const char *const *texts,
                    size_t count);

/* A block of somebody's own words, exactly as they are; NULL is to be filled in. */
void markdown_quote(const struct markdown *markdown, const char *text);

/* " [1] [3]" behind the text. */
const char *markdown_noted(const struct markdown *markdown, const char *text, size_t poll,
                           enum anchor anchor);

/* A row of a table, a NULL cell is empty. The heading comes first and aligns the columns: the first
 * `names` at their left edges, the others, figures, at their right. */
void markdown_head(const struct markdown *markdown, const char *const *cells, size_t count,
                   size_t names);
void markdown_row(const struct markdown *markdown, const char *const *cells, size_t count);

/* "12.74%"; NULL stays. */
const char *markdown_percent(const struct markdown *markdown, const char *figure);

/* What closes every page. */
void markdown_notes(const struct markdown *markdown);
void markdown_files(const struct markdown *markdown, const struct input *inputs, size_t count,
                    const char *version);

#endif

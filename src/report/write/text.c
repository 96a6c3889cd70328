/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "quorate/text.h"
#include "text_page.h"
#include "write.h"

/*
 * A page of plain text: 80 columns, labels in the first 12 instead of headings. It draws nothing
 * and has nothing to fill in, because it is read on a screen and pasted into mail.
 */

/* Capitals of ASCII letters only, as in the names of English localities. */
static const char *in_capitals(const struct text_page *page, const char *text, size_t length)
{
    char *copy = arena_copy(page->arena, text, strlen(text));
    for (size_t i = 0; i < length && copy[i] != '\0'; i++)
        copy[i] = (char)toupper((unsigned char)copy[i]);
    return copy;
}

/* A label that goes on from the one above is not said again. */
static void text_labelled(struct text_page *page, const char *label, const char *text)
{
    bool goes_on = label != NULL && page->above != NULL && strcmp(label, page->above) == 0;
    text_page_paragraph(page, goes_on ? NULL : label, text);
    page->above = label;
}

static void text_chapter(struct text_page *page, const struct block *block)
{
    page->above = NULL;
    text_page_blank(page);
    text_page_rule(page);
    if (block->label == NULL)
        return;
    text_page_line(page, block->brief == NULL ? block->label : block->brief);
    text_page_blank(page);
}

static void text_section(struct text_page *page, const struct block *block)
{
    page->above = NULL;
    if (!block->is_quiet || block->is_apart)
        text_page_blank(page);
    if (block->is_quiet)
        return;
    text_page_line(page, text_page_marked(page, block->brief == NULL ? block->label : block->brief,
                                          block->marks));
    page->below_heading = true;
}

/* The answer in capitals, when the sentence begins with it. */
static void text_verdict(struct text_page *page, const struct block *block)
{
    const char *text = write_panel(page->arena, block);
    size_t length = strlen(block->lead);
    if (strncmp(text, block->lead, length) == 0)
        text = in_capitals(page, text, length);
    text_labelled(page, block->label, text_page_marked(page, text, block->marks));
}

/* Rows that are told as paragraphs, each behind its label; a NULL label goes on. */
static void text_sentences(struct text_page *page, const struct doc_table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct doc_row *row = &table->rows[i];
        text_page_paragraph(page, row->label, row->sentences[0]);
        if (row->sentences[1] != NULL)
            text_page_paragraph(page, NULL, row->sentences[1]);
    }
    page->above = NULL;
}

static void records(const struct text_page *page, const struct doc_table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct doc_cell *cells = table->rows[i].cells;
        text_page_line(page, cells[0].text);
        for (size_t column = 1; column < table->column_count; column++)
            if (cells[column].text != NULL)
                text_page_paragraph(
                    page, arena_format(page->arena, "  %s", table->columns[column].heading),
                    cells[column].text);
    }
}

static void text_table(struct text_page *page, const struct block *block)
{
    const struct doc_table *table = block->table;
    if (table->row_count == 0)
        return;
    if (table->rows[0].sentences[0] != NULL) {
        text_sentences(page, table);
    } else if (table->is_tally) {
        text_page_tally(page, block->label, table);
        page->above = block->label;
    } else if (table->is_records || (table->is_matrix && !text_page_has_room(page, table))) {
        records(page, table);
    } else {
        if (!page->below_heading)
            text_page_blank(page);
        text_page_table(page, table);
    }
}

static void text_paragraph(struct text_page *page, const struct block *block)
{
    const char *text =
        text_page_marked(page, block->brief == NULL ? block->text : block->brief, block->marks);
    if (block->kind == BLOCK_FACT || block->label != NULL)
        text_labelled(page, block->label, text);
    else
        text_page_line(page, text);
}

static void add_block(struct text_page *page, const struct block *block)
{
    bool is_heading = block->kind == BLOCK_SECTION || block->kind == BLOCK_CHAPTER;
    if (!is_heading && block->brief != NULL && block->brief[0] == '\0')
        return;
    if (block->kind == BLOCK_PICTURE && block->text == NULL)
        return;
    switch (block->kind) {
    case BLOCK_CHAPTER:
        text_chapter(page, block);
        break;
    case BLOCK_SECTION:
        text_section(page, block);
        return;
    case BLOCK_PARAGRAPH:
    case BLOCK_FACT:
    case BLOCK_PICTURE:
        text_paragraph(page, block);
        break;
    case BLOCK_ITEM:
        text_page_item(page, block->text);
        break;
    case BLOCK_VERDICT:
        text_verdict(page, block);
        break;
    case BLOCK_NOTICE:
        text_labelled(page, block->label,
                      text_page_marked(page, write_panel(page->arena, block), block->marks));
        break;
    case BLOCK_RESOLUTION:
        if (block->text != NULL)
            text_labelled(page, block->label, block->text);
        break;
    case BLOCK_TABLE:
        text_table(page, block);
        break;
    case BLOCK_FILL_IN:
        return;
    }
    page->below_heading = false;
}

static void add_blocks(struct text_page *page, const struct document *document)
{
    struct arena *whole = page->arena;
    for (size_t i = 0; i < document->count; i++) {
        add_block(page, &document->blocks[i]);
        if (document->blocks[i].make == NULL)
            continue;
        page->arena = arena_part(whole);
        add_blocks(page, document_chapter(page->arena, document, &document->blocks[i], false));
        arena_free(page->arena);
        page->arena = whole;
        page->above = NULL;
        buffer_pass(page->out);
    }
}

static void text_notes(struct text_page *page, const struct note_list *notes)
{
    size_t at = 0;
    bool started = false;
    for (const struct note *note; (note = write_next_note(notes, &at)) != NULL;) {
        if (!started) {
            text_page_blank(page);
            text_page_line(page, "Notes");
            started = true;
        }
        const char *mark = arena_format(page->arena, "[%zu] ", note->number);
        size_t indent = strlen(mark);
        buffer_add(page->out, mark);
        text_wrap(page->out, write_printable(page->arena, note->text), indent, indent, PAGE_WIDTH);
    }
}

/* The digest is 64 digits and has a line of its own: behind the name it would pass the margin. */
static void text_file(struct text_page *page, const char *label, const struct input *input)
{
    const char *said = input->sha256 == NULL ? "sha256 " WRITE_NO_DIGEST : "sha256";
    text_page_paragraph(page, label,
                        arena_format(page->arena, "%s   %s", write_file(page->arena, input), said));
    if (input->sha256 != NULL)
        text_page_paragraph(page, NULL, input->sha256);
}

void write_text(const struct document *document, struct buffer *out)
{
    struct text_page page = {.arena = document->arena, .out = out, .below_heading = true};
    const char *headline = document->headline == NULL ? document->body : document->headline;
    text_page_line(&page, in_capitals(&page, headline, strlen(headline)));
    if (document->line != NULL)
        text_page_line(&page, document->line);
    if (document->origin != NULL)
        text_page_line(&page, document->origin);
    /* A chapter sets itself off. */
    if (document->count == 0 || document->blocks[0].kind != BLOCK_CHAPTER)
        text_page_blank(&page);
    add_blocks(&page, document);
    text_notes(&page, &document->notes);
    text_page_blank(&page);
    for (size_t i = 0; i < document->input_count; i++)
        text_file(&page, i == 0 ? "Files" : NULL, &document->inputs[i]);
    text_page_paragraph(&page, "Made by",
                        arena_format(page.arena, "quorate %s", document->version));
}

/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "write.h"

/*
 * A page in Markdown (CommonMark with the tables of GitHub), to paste into minutes. Whatever is
 * added as a text is escaped in add_text, so no name can be a heading, a link or HTML.
 */

struct markdown {
    struct arena *arena;
    struct buffer *out;
    unsigned level; /* of the headings of sections */
    bool in_list;
};

/* What somebody has to fill in by hand. A run of these between spaces is no emphasis. */
#define BLANK "______"

/* ---- Text */

/* Addresses become links by themselves on many pages, and nobody voted for a link. */
static bool begins_address(const char *start, const char *at)
{
    if (*at == ':')
        return at[1] == '/' && at[2] == '/';
    return *at == '.' && at - start >= 3 && strncasecmp(at - 3, "www", 3) == 0;
}

static bool acts(const char *start, const char *at)
{
    if (*at == '&')
        return at[1] == '#' || isalpha((unsigned char)at[1]);
    return strchr("\\`*_[]<>{}|~^$@", *at) != NULL || begins_address(start, at);
}

/* "1." and "1)" begin a numbered list. */
static bool ends_number(const char *start, const char *at)
{
    return (*at == '.' || *at == ')') && at > start &&
           strspn(start, "0123456789") == (size_t)(at - start);
}

static void add_text(const struct markdown *markdown, const char *text, bool begins_line)
{
    const char *safe = write_printable(markdown->arena, text);
    if (begins_line)
        safe += strspn(safe, " ");
    for (const char *at = safe; *at != '\0'; at++) {
        bool first = begins_line && at == safe && strchr("#+-=", *at) != NULL;
        if (first || acts(safe, at) || (begins_line && ends_number(safe, at)))
            buffer_add(markdown->out, "\\");
        buffer_add_bytes(markdown->out, at, 1);
    }
}

/* A text of ours with places to fill in. */
static void add_with_blanks(const struct markdown *markdown, const char *text)
{
    for (bool first = true;; first = false) {
        size_t length = write_up_to_blank(text);
        add_text(markdown, arena_copy(markdown->arena, text, length), first);
        if (text[length] == '\0')
            return;
        buffer_add(markdown->out, BLANK);
        text += length + 1;
    }
}

static void markdown_marks(const struct markdown *markdown, struct note_marks marks)
{
    for (size_t i = 0; i < marks.count; i++)
        buffer_format(markdown->out, " \\[%zu\\]", marks.numbers[i]);
}

static void add_strong(const struct markdown *markdown, const char *label)
{
    buffer_add(markdown->out, "**");
    add_text(markdown, label, true);
    buffer_add(markdown->out, ":**");
}

/* ---- Blocks. Each but the items of a list closes with the empty line that parts it from the
 * next; a list is closed by what comes behind it. */

static void end_list(struct markdown *markdown)
{
    if (markdown->in_list)
        buffer_add(markdown->out, "\n");
    markdown->in_list = false;
}

static void markdown_heading(const struct markdown *markdown, unsigned level, const char *text)
{
    buffer_add_repeated(markdown->out, '#', level);
    buffer_add(markdown->out, " ");
    add_text(markdown, text, true);
    /* A name that ends in # would lose it as the closing part of the heading. */
    if (text[0] != '\0' && text[strlen(text) - 1] == '#')
        buffer_add(markdown->out, " #");
}

static void markdown_chapter(struct markdown *markdown, const struct block *block)
{
    markdown->level = block->label == NULL ? 2 : 3;
    if (block->label == NULL)
        return;
    markdown_heading(markdown, 2, block->label);
    buffer_add(markdown->out, "\n\n");
    if (block->text != NULL) {
        add_text(markdown, block->text, true);
        buffer_add(markdown->out, "\n\n");
    }
}

/* The answer needs no heading. */
static bool begins_with_answer(const struct block *blocks, size_t count)
{
    return count > 0 && (blocks[0].kind == BLOCK_VERDICT || blocks[0].kind == BLOCK_RESOLUTION);
}

static void markdown_section(const struct markdown *markdown, const struct block *block)
{
    markdown_heading(markdown, markdown->level, block->label);
    markdown_marks(markdown, block->marks);
    buffer_add(markdown->out, "\n\n");
}

/* "**Depends:** On how the rules are read. ..." */
static void markdown_labelled(const struct markdown *markdown, const char *label, const char *text,
                              struct note_marks marks)
{
    if (label != NULL) {
        add_strong(markdown, label);
        buffer_add(markdown->out, " ");
    }
    add_text(markdown, text, label == NULL);
    markdown_marks(markdown, marks);
    buffer_add(markdown->out, "\n\n");
}

static void markdown_resolution(const struct markdown *markdown, const struct block *block)
{
    if (block->lead != NULL) {
        add_with_blanks(markdown, block->lead);
        buffer_add(markdown->out, "\n\n");
    }
    if (!block->is_quoted)
        return;
    buffer_add(markdown->out, "> ");
    if (block->text == NULL)
        buffer_add(markdown->out, BLANK);
    else
        add_text(markdown, block->text, true);
    buffer_add(markdown->out, "\n\n");
}

static void markdown_item(struct markdown *markdown, const char *indent, const char *text,
                          struct note_marks marks)
{
    buffer_format(markdown->out, "%s- ", indent);
    add_text(markdown, text, true);
    markdown_marks(markdown, marks);
    buffer_add(markdown->out, "\n");
    markdown->in_list = true;
}

/* Several facts of one label stand below it, one of them alone beside it. */
static size_t markdown_facts(struct markdown *markdown, const struct block *blocks, size_t count)
{
    size_t alike = 1;
    while (alike < count && blocks[alike].kind == BLOCK_FACT &&
           strcmp(blocks[alike].label, blocks[0].label) == 0)
        alike++;
    buffer_add(markdown->out, "- ");
    add_strong(markdown, blocks[0].label);
    if (alike == 1) {
        buffer_add(markdown->out, " ");
        add_text(markdown, blocks[0].text, false);
        markdown_marks(markdown, blocks[0].marks);
    }
    buffer_add(markdown->out, "\n");
    for (size_t i = 0; i < alike && alike > 1; i++)
        markdown_item(markdown, "  ", blocks[i].text, blocks[i].marks);
    markdown->in_list = true;
    return alike;
}

static void fill_in(struct markdown *markdown, const struct block *block)
{
    buffer_add(markdown->out, "  - ");
    add_text(markdown, block->text, true);
    for (size_t i = 0; i < block->item_count; i++) {
        buffer_add(markdown->out, " ");
        add_text(markdown, block->items[i], false);
        buffer_add(markdown->out, ": " BLANK);
    }
    buffer_add(markdown->out, "\n");
    markdown->in_list = true;
}

/* ---- Tables */

static bool is_used(const struct doc_table *table, size_t column)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].cells[column].text != NULL)
            return true;
    return false;
}

static void markdown_table_row(const struct markdown *markdown, const struct doc_table *table,
                               const struct doc_row *row)
{
    buffer_add(markdown->out, "|");
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_used(table, i))
            continue;
        const char *text = row == NULL ? table->columns[i].heading : row->cells[i].text;
        buffer_add(markdown->out, " ");
        add_text(markdown, text == NULL ? "" : text, false);
        if (i == 0 && row != NULL && row->marks != NULL)
            markdown_marks(markdown, *row->marks);
        buffer_add(markdown->out, " |");
    }
    buffer_add(markdown->out, "\n");
}

static void markdown_table(const struct markdown *markdown, const struct doc_table *table)
{
    if (table->row_count == 0)
        return;
    markdown_table_row(markdown, table, NULL);
    buffer_add(markdown->out, "|");
    for (size_t i = 0; i < table->column_count; i++)
        if (is_used(table, i))
            buffer_add(markdown->out,
                       table->columns[i].align == ALIGN_NUMBER ? " ---: |" : " --- |");
    buffer_add(markdown->out, "\n");
    for (size_t i = 0; i < table->row_count; i++)
        markdown_table_row(markdown, table, &table->rows[i]);
    buffer_add(markdown->out, "\n");
}

/* ---- The page */

/* Adds the block, and those behind it that belong with it; how many they are. */
static size_t markdown_blocks(struct markdown *markdown, const struct block *blocks, size_t count)
{
    const struct block *block = &blocks[0];
    if (block->kind == BLOCK_PICTURE && block->text == NULL)
        return 1;
    if (block->kind != BLOCK_FACT && block->kind != BLOCK_ITEM && block->kind != BLOCK_FILL_IN)
        end_list(markdown);
    switch (block->kind) {
    case BLOCK_CHAPTER:
        markdown_chapter(markdown, block);
        break;
    case BLOCK_SECTION:
        if (!begins_with_answer(&blocks[1], count - 1))
            markdown_section(markdown, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_PICTURE:
        markdown_labelled(markdown, NULL, block->text, block->marks);
        break;
    case BLOCK_FACT:
        return markdown_facts(markdown, blocks, count);
    case BLOCK_ITEM:
        markdown_item(markdown, "  ", block->text, block->marks);
        break;
    case BLOCK_VERDICT:
    case BLOCK_NOTICE:
        markdown_labelled(markdown, block->label, write_panel(markdown->arena, block),
                          block->marks);
        break;
    case BLOCK_RESOLUTION:
        markdown_resolution(markdown, block);
        break;
    case BLOCK_TABLE:
        markdown_table(markdown, block->table);
        break;
    case BLOCK_FILL_IN:
        fill_in(markdown, block);
        break;
    }
    return 1;
}

static void add_document(struct markdown *markdown, const struct document *document)
{
    struct arena *whole = markdown->arena;
    for (size_t i = 0; i < document->count;) {
        const struct block *block = &document->blocks[i];
        i += markdown_blocks(markdown, block, document->count - i);
        if (block->make == NULL)
            continue;
        markdown->arena = arena_part(whole);
        add_document(markdown, document_chapter(markdown->arena, document, block, false));
        arena_free(markdown->arena);
        markdown->arena = whole;
        buffer_pass(markdown->out);
    }
}

static void markdown_signatures(struct markdown *markdown, const struct document *document)
{
    for (size_t i = 0; i < document->signature_count; i++) {
        buffer_add(markdown->out, "- ");
        add_strong(markdown, document->signatures[i]);
        buffer_add(markdown->out, " " BLANK "\n");
        markdown->in_list = true;
    }
    end_list(markdown);
}

static void markdown_notes(struct markdown *markdown, const struct note_list *notes)
{
    size_t at = 0;
    for (const struct note *note; (note = write_next_note(notes, &at)) != NULL;) {
        if (!markdown->in_list)
            buffer_add(markdown->out, "## Notes\n\n");
        markdown_item(markdown, "",
                      arena_format(markdown->arena, "[%zu] %s", note->number, note->text),
                      (struct note_marks){0});
    }
    end_list(markdown);
}

static void markdown_files(struct markdown *markdown, const struct document *document)
{
    if (document->input_count > 0)
        buffer_add(markdown->out, "## Files\n\n");
    for (size_t i = 0; i < document->input_count; i++) {
        buffer_add(markdown->out, "- ");
        add_text(markdown, write_file(markdown->arena, &document->inputs[i]), true);
        if (document->inputs[i].sha256 == NULL)
            buffer_add(markdown->out, ": sha256 " WRITE_NO_DIGEST "\n");
        else
            buffer_format(markdown->out, ": sha256 `%s`\n", document->inputs[i].sha256);
        markdown->in_list = true;
    }
    end_list(markdown);
}

void write_markdown(const struct document *document, struct buffer *out)
{
    struct markdown markdown = {.arena = document->arena, .out = out, .level = 2};
    markdown_heading(&markdown, 1,
                     document->headline == NULL ? document->body : document->headline);
    buffer_add(out, "\n\n");
    if (document->line != NULL)
        markdown_labelled(&markdown, NULL, document->line, (struct note_marks){0});
    if (document->origin != NULL)
        markdown_labelled(&markdown, NULL, document->origin, (struct note_marks){0});
    markdown_signatures(&markdown, document);
    add_document(&markdown, document);
    end_list(&markdown);
    markdown_notes(&markdown, &document->notes);
    markdown_files(&markdown, document);
    buffer_format(out, "Made by quorate %s\n", document->version);
}

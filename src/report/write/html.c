/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <string.h>

#include "quorate/text.h"
#include "write.h"

/*
 * A page for a browser: one file that needs nothing else. Its parts are sections that can be linked
 * to; what is only a sentence in text can be a table and a picture here.
 */

struct page {
    const struct document *document;
    struct html html;
    bool in_chapter, in_section;
    bool chapter_is_folded, section_is_folded;
    bool has_contents; /* said already, or not wanted */
};

static void marked(const struct html *html, const char *element, const char *text,
                   struct note_marks marks)
{
    html_start(html, element, NULL);
    html_text(html, text);
    html_marks(html, marks);
    html_end_line(html, element);
}

/* ---- Parts */

/* ---- Contents: of a page that is longer than some screens, behind the answer. Where a table links
 * to the chapters it is the contents. */

#define SECTIONS_WITHOUT ((size_t)5)

static bool has_links(const struct document *document)
{
    for (size_t i = 0; i < document->count; i++) {
        const struct doc_table *table = document->blocks[i].table;
        if (table != NULL && table->row_count > 0 && table->rows[0].cells[0].link != NULL)
            return true;
    }
    return false;
}

static size_t count_of(const struct document *document, enum block_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < document->count; i++)
        count += document->blocks[i].kind == kind && document->blocks[i].label != NULL;
    return count;
}

static void html_contents(struct page *page)
{
    const struct html *html = &page->html;
    const struct document *document = page->document;
    if (page->has_contents)
        return;
    page->has_contents = true; /* here or nowhere: it depends on the whole document alone */
    size_t chapters = count_of(document, BLOCK_CHAPTER);
    enum block_kind kind = chapters > 0 ? BLOCK_CHAPTER : BLOCK_SECTION;
    if (has_links(document) || count_of(document, kind) <= (chapters > 0 ? 1 : SECTIONS_WITHOUT))
        return;
    html_start(html, "nav", "aria-label", "Contents", NULL);
    html_start(html, "ul", NULL);
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != kind || block->label == NULL)
            continue;
        html_start(html, "li", NULL);
        html_start(html, "a", "href", arena_format(html->arena, "#%s", block->id), NULL);
        html_text(html, block->label);
        html_end(html, "a");
        html_end_line(html, "li");
    }
    html_end(html, "ul");
    html_end_line(html, "nav");
}

static void end_section(struct page *page)
{
    if (!page->in_section)
        return;
    html_section_end(&page->html, page->section_is_folded);
    page->in_section = false;
    html_contents(page);
}

static void html_chapter(struct page *page, const struct block *block)
{
    struct html *html = &page->html;
    end_section(page);
    if (page->in_chapter)
        html_section_end(html, page->chapter_is_folded);
    page->in_chapter = block->label != NULL;
    page->chapter_is_folded = block->is_folded;
    html->prefix = "";
    html->level = 2;
    if (block->label == NULL)
        return;
    html_section_start(html, block->id, block->label, block->is_folded);
    if (block->text != NULL)
        html_line(html, "p", "kind", block->text);
    html->prefix = arena_format(html->arena, "%s-", block->id);
    html->level = 3;
}

static void html_section(struct page *page, const struct block *block)
{
    end_section(page);
    page->section_is_folded = block->is_folded;
    html_section_start(&page->html, block->id, block->label, block->is_folded);
    if (block->marks.count > 0)
        marked(&page->html, "p", "Notes on this part:", block->marks);
    page->in_section = true;
}

/* ---- Blocks */

static void html_verdict(const struct html *html, const struct block *block)
{
    static const char *const panels[] = {
        [TONE_PLAIN] = "outcome plain",
        [TONE_GOOD] = "outcome good",
        [TONE_BAD] = "outcome bad",
        [TONE_OPEN] = "outcome open",
    };
    html_start(html, "div", "class", panels[block->tone], NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, block->lead);
    if (block->is_split) {
        html_text(html, " ");
        html_element(html, "span", "split", "depending on how the rules are read");
    }
    html_end_line(html, "p");
    if (block->text != NULL && block->text[0] != '\0')
        marked(html, "p", block->text, block->marks);
    html_end_line(html, "div");
}

static void html_list(const struct html *html, const char *const *items, size_t count)
{
    html_start(html, "ul", NULL);
    for (size_t i = 0; i < count; i++)
        html_line(html, "li", NULL, items[i]);
    html_end_line(html, "ul");
}

static void html_notice(const struct html *html, const struct block *block)
{
    html_start(html, "div", "class", "notice", NULL);
    html_start(html, "p", NULL);
    if (block->lead != NULL)
        html_element(html, "strong", NULL, block->lead);
    if (block->text != NULL) {
        html_text(html, block->lead == NULL ? "" : " ");
        html_text(html, block->text);
    }
    html_marks(html, block->marks);
    html_end_line(html, "p");
    if (block->item_count > 0)
        html_list(html, block->items, block->item_count);
    html_end_line(html, "div");
}

static size_t run_of(const struct block *blocks, size_t count, enum block_kind kind)
{
    size_t run = 0;
    while (run < count && blocks[run].kind == kind)
        run++;
    return run;
}

static size_t html_items(const struct html *html, const struct block *blocks, size_t count)
{
    size_t run = run_of(blocks, count, BLOCK_ITEM);
    const char **texts = arena_alloc(html->arena, run, sizeof *texts);
    for (size_t i = 0; i < run; i++)
        texts[i] = text_capital(html->arena, blocks[i].text);
    html_list(html, texts, run);
    return run;
}

/* Facts in one list; the items below a fact belong to it. */
static size_t html_facts(const struct html *html, const struct block *blocks, size_t count)
{
    const char *above = NULL;
    size_t at = 0;
    html_start(html, "dl", NULL);
    while (at < count && (blocks[at].kind == BLOCK_FACT || blocks[at].kind == BLOCK_ITEM)) {
        if (blocks[at].kind == BLOCK_ITEM) {
            html_start(html, "dd", NULL);
            at += html_items(html, &blocks[at], count - at);
            html_end_line(html, "dd");
            continue;
        }
        if (above == NULL || strcmp(above, blocks[at].label) != 0)
            html_element(html, "dt", NULL, blocks[at].label);
        above = blocks[at].label;
        marked(html, "dd", blocks[at].text, blocks[at].marks);
        at++;
    }
    html_end_line(html, "dl");
    return at;
}

/* ---- Tables */

static void html_table_block(const struct html *html, const struct doc_table *of)
{
    if (of->row_count == 0)
        return;
    if (of->picture != NULL)
        html_picture(html, of->picture);
    if (of->picture == NULL || of->fold == FOLD_OPEN) {
        html_table(html, of);
    } else if (of->fold == FOLD_CLOSED) {
        html_start(html, "details", NULL);
        html_line(html, "summary", NULL, of->caption);
        html_table(html, of);
        html_end_line(html, "details");
    }
}

/* ---- Pictures that stand one behind the other stand side by side where there is room. */

static bool is_picture(const struct block *block)
{
    return (block->kind == BLOCK_PICTURE && block->picture != NULL && block->picture->scale > 0) ||
           (block->kind == BLOCK_TABLE && block->table->row_count > 0 &&
            block->table->picture != NULL && block->table->fold == FOLD_AWAY);
}

static size_t html_picture_run(const struct html *html, const struct block *blocks, size_t count)
{
    size_t run = 0;
    while (run < count && is_picture(&blocks[run]))
        run++;
    if (run > 1) {
        html_start(html, "div", "class", "pictures", NULL);
        buffer_add(html->out, "\n");
    }
    for (size_t i = 0; i < run; i++)
        html_picture(html, blocks[i].kind == BLOCK_PICTURE ? blocks[i].picture
                                                           : blocks[i].table->picture);
    if (run > 1)
        html_end_line(html, "div");
    return run;
}

/* Adds the block, and those behind it that belong with it; how many they are. */
static size_t add_blocks(struct page *page, const struct block *blocks, size_t count)
{
    const struct html *html = &page->html;
    const struct block *block = &blocks[0];
    if (is_picture(block))
        return html_picture_run(html, blocks, count);
    switch (block->kind) {
    case BLOCK_CHAPTER:
        html_chapter(page, block);
        break;
    case BLOCK_SECTION:
        html_section(page, block);
        break;
    case BLOCK_PARAGRAPH:
        marked(html, "p", block->text, block->marks);
        break;
    case BLOCK_PICTURE:
        if (block->picture != NULL && block->text != NULL)
            marked(html, "p", block->text, block->marks);
        break;
    case BLOCK_FACT:
        return html_facts(html, blocks, count);
    case BLOCK_ITEM:
        return html_items(html, blocks, count);
    case BLOCK_VERDICT:
        html_verdict(html, block);
        break;
    case BLOCK_NOTICE:
        html_notice(html, block);
        break;
    case BLOCK_TABLE:
        html_table_block(html, block->table);
        break;
    case BLOCK_RESOLUTION: /* the heading of the page and the panel below it say it */
    case BLOCK_FILL_IN:
        break;
    }
    return 1;
}

static void add_document(struct page *page, const struct document *document)
{
    struct arena *whole = page->html.arena;
    for (size_t i = 0; i < document->count;) {
        const struct block *block = &document->blocks[i];
        i += add_blocks(page, block, document->count - i);
        if (block->make == NULL)
            continue;
        page->html.arena = arena_part(whole);
        add_document(page, document_chapter(page->html.arena, document, block, true));
        arena_free(page->html.arena);
        page->html.arena = whole;
        buffer_pass(page->html.out);
    }
}

void write_html(const struct document *document, struct buffer *out)
{
    struct page page = {.document = document,
                        .html = {.arena = document->arena, .out = out, .prefix = "", .level = 2}};
    html_page_start(&page.html, document);
    add_document(&page, document);
    html_chapter(&page, &(struct block){.kind = BLOCK_CHAPTER});
    html_notes(&page.html, &document->notes);
    html_files(&page.html, document);
    html_signatures(&page.html, document);
    html_page_end(&page.html, document);
}

/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <ctype.h>
#include <string.h>

#include "quorate/text.h"

const char *page_text(const struct page *page, const char *text)
{
    return text_printable(page->arena, phrases_valid(page->arena, text));
}

void page_line(const struct page *page, const char *text)
{
    text_wrap(page->out, page_text(page, text), 0, 0, PAGE_WIDTH);
}

/* Capitals of ASCII letters only, as in the names of English localities. */
void page_title(const struct page *page, const char *text)
{
    char *copy = arena_copy(page->arena, text, strlen(text));
    for (char *letter = copy; *letter != '\0'; letter++)
        *letter = (char)toupper((unsigned char)*letter);
    page_line(page, copy);
}

void page_blank(const struct page *page)
{
    buffer_add(page->out, "\n");
}

void page_rule(const struct page *page)
{
    buffer_add_repeated(page->out, '-', PAGE_WIDTH);
    buffer_add(page->out, "\n");
}

void page_label(const struct page *page, const char *label)
{
    const char *text = label == NULL ? "" : page_text(page, label);
    size_t width = text_width(text);
    buffer_add(page->out, text);
    if (width >= PAGE_INDENT) {
        buffer_add(page->out, "\n");
        width = 0;
    }
    buffer_add_repeated(page->out, ' ', PAGE_INDENT - width);
}

void page_paragraph(const struct page *page, const char *label, const char *text)
{
    page_label(page, label);
    text_wrap(page->out, page_text(page, text), PAGE_INDENT, PAGE_INDENT, PAGE_WIDTH);
}

void page_item(const struct page *page, const char *text)
{
    static const char mark[] = "- ";
    size_t indent = PAGE_INDENT + sizeof mark - 1;
    page_label(page, NULL);
    buffer_add(page->out, mark);
    text_wrap(page->out, page_text(page, text), indent, indent, PAGE_WIDTH);
}

static void pad(const struct page *page, const char *text, size_t width)
{
    size_t used = text_width(text);
    if (used < width)
        buffer_add_repeated(page->out, ' ', width - used);
}

void page_left(const struct page *page, const char *text, size_t width)
{
    buffer_add(page->out, text);
    pad(page, text, width);
}

void page_right(const struct page *page, const char *text, size_t width)
{
    pad(page, text, width);
    buffer_add(page->out, text);
}

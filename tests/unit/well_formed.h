/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WELL_FORMED_H
#define QUORATE_WELL_FORMED_H

/*
 * A strict reader of the pages that the HTML report writes. A page is well-formed as XML, holds
 * only elements and attributes that it is known to need, and no text that could be taken for
 * markup: the characters < > & " ' stand there only as the five entities. Each id is there once,
 * each link leads to one, and no cell is empty.
 */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/text.h"

enum {
    DEPTH_MOST = 32,
    NAMES_MOST = 4096,
};

struct page_reader {
    struct arena *arena;
    const char *at;
    const char *fault; /* NULL so far */
    const char *open[DEPTH_MOST];
    size_t depth;
    const char *ids[NAMES_MOST], *links[NAMES_MOST];
    size_t id_count, link_count;
    bool cell_started;     /* nothing has come behind the start of a cell yet */
    struct buffer visible; /* the text of the body, a space for each element that is a block */
};

static inline void page_fault(struct page_reader *reader, const char *what)
{
    if (reader->fault == NULL)
        reader->fault = arena_format(reader->arena, "%s at: %.80s", what, reader->at);
}

static inline bool is_among(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static inline bool is_open(const struct page_reader *reader, const char *element)
{
    for (size_t i = 0; i < reader->depth; i++)
        if (strcmp(reader->open[i], element) == 0)
            return true;
    return false;
}

static inline const char *page_name(struct page_reader *reader)
{
    size_t length = 0;
    while (isalnum((unsigned char)reader->at[length]) || reader->at[length] == '-' ||
           reader->at[length] == ':')
        length++;
    if (length == 0)
        page_fault(reader, "no name");
    const char *name = arena_copy(reader->arena, reader->at, length);
    reader->at += length;
    return name;
}

/* The character that the entity at hand stands for, and its length; 0 for none of the five. */
static inline char entity_at(const char *at, size_t *length)
{
    static const struct {
        const char *entity;
        char character;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        *length = strlen(entities[i].entity);
        if (strncmp(at, entities[i].entity, *length) == 0)
            return entities[i].character;
    }
    return '\0';
}

/* Text up to one of `stops`, with entities read. */
static inline const char *page_text(struct page_reader *reader, const char *stops,
                                    const char *forbidden)
{
    struct buffer text = {.arena = reader->arena};
    while (*reader->at != '\0' && strchr(stops, *reader->at) == NULL) {
        size_t length = 1;
        char character = *reader->at;
        if (character == '&')
            character = entity_at(reader->at, &length);
        if (character == '\0' || (length == 1 && strchr(forbidden, character) != NULL)) {
            page_fault(reader, "a character that is not escaped");
            return "";
        }
        buffer_add_bytes(&text, &character, 1);
        reader->at += length;
    }
    return buffer_text(&text);
}

static inline void add_name(struct page_reader *reader, const char **names, size_t *count,
                            const char *name)
{
    if (*count == NAMES_MOST)
        page_fault(reader, "too many ids or links");
    else
        names[(*count)++] = name;
}

static inline void page_attribute(struct page_reader *reader, const char *element)
{
    static const char *const known[] = {
        "xmlns",     "lang",  "xml:lang",     "charset",  "http-equiv", "content",    "name",
        "class",     "href",  "id",           "datetime", "scope",      "data-label", "aria-hidden",
        "focusable", "width", "height",       "x",        "x1",         "x2",         "y1",
        "y2",        "d",     "patternUnits", "role",     "aria-label", NULL};
    const char *name = page_name(reader);
    if (!is_among(name, known))
        page_fault(reader, arena_format(reader->arena, "attribute %s of %s", name, element));
    if (strncmp(reader->at, "=\"", 2) != 0) {
        page_fault(reader, "no value");
        return;
    }
    reader->at += 2;
    const char *value = page_text(reader, "\"", "<>");
    if (*reader->at == '"')
        reader->at++;
    if (strcmp(name, "id") == 0)
        add_name(reader, reader->ids, &reader->id_count, value);
    if (strcmp(name, "href") == 0) {
        if (value[0] != '#')
            page_fault(reader, "a link that leads out of the page");
        add_name(reader, reader->links, &reader->link_count, value + 1);
    }
}

static inline bool is_cell(const char *element)
{
    return strcmp(element, "td") == 0 || strcmp(element, "th") == 0;
}

static inline void page_start_tag(struct page_reader *reader)
{
    static const char *const known[] = {
        "html",   "head",       "meta",    "title",   "style",   "body",  "a",      "header",
        "main",   "h1",         "h2",      "h3",      "p",       "time",  "div",    "section",
        "figure", "ul",         "ol",      "li",      "span",    "bdi",   "strong", "dl",
        "dt",     "dd",         "table",   "code",    "thead",   "tbody", "tr",     "th",
        "td",     "figcaption", "caption", "footer",  "svg",     "defs",  "rect",   "line",
        "path",   "pattern",    "nav",     "details", "summary", "br",    NULL};
    static const char *const empty[] = {"meta", "br", "rect", "line", "path", NULL};
    reader->at++;
    const char *element = page_name(reader);
    if (!is_among(element, known))
        page_fault(reader, arena_format(reader->arena, "element %s", element));
    while (reader->fault == NULL && *reader->at == ' ') {
        reader->at++;
        page_attribute(reader, element);
    }
    bool closed = strncmp(reader->at, "/>", 2) == 0;
    if (closed != is_among(element, empty) || (!closed && *reader->at != '>'))
        page_fault(reader, "the end of a start tag");
    reader->at += closed ? 2 : 1;
    reader->cell_started = is_cell(element);
    if (closed)
        return;
    if (reader->depth == DEPTH_MOST)
        page_fault(reader, "too deep");
    else
        reader->open[reader->depth++] = element;
}

static inline bool is_inline(const char *element)
{
    static const char *const inlines[] = {"a",    "bdi",  "span", "strong",
                                          "time", "code", "svg",  NULL};
    return is_among(element, inlines);
}

static inline void page_end_tag(struct page_reader *reader)
{
    reader->at += 2;
    const char *element = page_name(reader);
    if (*reader->at != '>' || reader->depth == 0 ||
        strcmp(reader->open[reader->depth - 1], element) != 0) {
        page_fault(reader, arena_format(reader->arena, "the end of %s", element));
        return;
    }
    if (reader->cell_started && is_cell(element))
        page_fault(reader, "an empty cell");
    reader->cell_started = false;
    reader->at++;
    reader->depth--;
    if (!is_inline(element))
        buffer_add(&reader->visible, " ");
}

static inline void page_characters(struct page_reader *reader)
{
    bool style = is_open(reader, "style");
    const char *text = style ? page_text(reader, "<", "&") : page_text(reader, "<", ">\"'");
    reader->cell_started = reader->cell_started && text[0] == '\0';
    if (is_open(reader, "body"))
        buffer_add(&reader->visible, text);
}

/* Characters that are none of XML, or that could turn the text of a page round. */
static inline void page_bytes(struct page_reader *reader, const char *page)
{
    static const char *const banned[] = {
        "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
        "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8",
        "\xE2\x81\xA9", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "]]>",          "\x1B"};
    size_t length = strlen(page);
    if (text_invalid_at(page, length) != TEXT_VALID)
        page_fault(reader, "not UTF-8");
    if (text_control_at(page, length, "\n") != TEXT_VALID)
        page_fault(reader, "a control character");
    for (size_t i = 0; i < sizeof banned / sizeof banned[0]; i++)
        if (strstr(page, banned[i]) != NULL)
            page_fault(reader, arena_format(reader->arena, "banned character %zu", i));
}

static inline void page_links(struct page_reader *reader)
{
    for (size_t i = 0; i < reader->id_count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(reader->ids[i], reader->ids[j]) == 0)
                page_fault(reader, arena_format(reader->arena, "id %s twice", reader->ids[i]));
    for (size_t i = 0; i < reader->link_count; i++) {
        bool found = false;
        for (size_t j = 0; j < reader->id_count; j++)
            found = found || strcmp(reader->links[i], reader->ids[j]) == 0;
        if (!found)
            page_fault(reader, arena_format(reader->arena, "no id %s", reader->links[i]));
    }
}

/* Runs of space as one, none at the start. */
static inline const char *page_flattened(struct arena *arena, const char *text)
{
    struct buffer flat = {.arena = arena};
    for (; *text != '\0'; text++) {
        bool space = *text == ' ' || *text == '\n';
        if (!space || (flat.length > 0 && flat.bytes[flat.length - 1] != ' '))
            buffer_add_bytes(&flat, space ? " " : text, 1);
    }
    return buffer_text(&flat);
}

/* Reads the whole page. Returns what is wrong, or NULL; the text that a reader sees in *visible. */
static inline const char *page_read(struct arena *arena, const char *page, const char **visible)
{
    static const char doctype[] = "<!DOCTYPE html>\n";
    struct page_reader *reader = arena_alloc(arena, 1, sizeof *reader);
    reader->arena = arena;
    reader->at = page;
    reader->visible.arena = arena;
    page_bytes(reader, page);
    if (strncmp(page, doctype, strlen(doctype)) != 0)
        page_fault(reader, "no document type");
    else
        reader->at += strlen(doctype);
    while (reader->fault == NULL && *reader->at != '\0') {
        if (strncmp(reader->at, "</", 2) == 0)
            page_end_tag(reader);
        else if (*reader->at == '<')
            page_start_tag(reader);
        else
            page_characters(reader);
    }
    if (reader->depth > 0)
        page_fault(reader, "an element that is not closed");
    page_links(reader);
    *visible = page_flattened(arena, buffer_text(&reader->visible));
    return reader->fault;
}

#endif

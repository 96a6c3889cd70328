/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "write.h"

static const char *escape_of(char character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* U+FFFE and U+FFFF are well-formed UTF-8 and no characters of XML. */
static bool is_noncharacter(const char *at)
{
    return memcmp(at, "\xEF\xBF\xBE", 3) == 0 || memcmp(at, "\xEF\xBF\xBF", 3) == 0;
}

static void add_escaped(const struct html *html, const char *text, size_t length)
{
    size_t kept = 0;
    for (size_t at = 0; at < length; at++) {
        const char *instead = escape_of(text[at]);
        size_t taken = 1;
        if (instead == NULL && text[at] == '\xEF' && length - at >= 3 &&
            is_noncharacter(text + at)) {
            instead = "\xEF\xBF\xBD";
            taken = 3;
        }
        if (instead == NULL)
            continue;
        buffer_add_bytes(html->out, text + kept, at - kept);
        buffer_add(html->out, instead);
        at += taken - 1;
        kept = at + 1;
    }
    buffer_add_bytes(html->out, text + kept, length - kept);
}

static const char *printable(const struct html *html, const char *text)
{
    return write_printable(html->arena, text);
}

static void add_attributes(const struct html *html, va_list attributes)
{
    const char *name;
    while ((name = va_arg(attributes, const char *)) != NULL) {
        const char *value = printable(html, va_arg(attributes, const char *));
        buffer_format(html->out, " %s=\"", name);
        add_escaped(html, value, strlen(value));
        buffer_add(html->out, "\"");
    }
}

/* What holds nothing but other elements has them on lines of their own in the file. */
static bool holds_lines(const char *element)
{
    static const char *const elements[] = {"section", "ul", "ol", "dl", "figure", "tbody", "defs"};
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
        if (strcmp(elements[i], element) == 0)
            return true;
    return false;
}

void html_start(const struct html *html, const char *element, ...)
{
    va_list attributes;
    va_start(attributes, element);
    buffer_format(html->out, "<%s", element);
    add_attributes(html, attributes);
    buffer_add(html->out, holds_lines(element) ? ">\n" : ">");
    va_end(attributes);
}

void html_end(const struct html *html, const char *element)
{
    buffer_format(html->out, "</%s>", element);
}

void html_end_line(const struct html *html, const char *element)
{
    buffer_format(html->out, "</%s>\n", element);
}

void html_empty(const struct html *html, const char *element, ...)
{
    va_list attributes;
    va_start(attributes, element);
    buffer_format(html->out, "<%s", element);
    add_attributes(html, attributes);
    buffer_add(html->out, "/>");
    va_end(attributes);
}

/* The blocks of Unicode that are written from right to left. */
static bool is_right_to_left(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } blocks[] = {
        {0x0590, 0x08FF},   {0xFB1D, 0xFDFF},   {0xFE70, 0xFEFE},
        {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (character >= blocks[i].first && character <= blocks[i].last)
            return true;
    return false;
}

/* The character at `text`, which is valid, and its length. */
static uint32_t character_at(const char *text, size_t *length)
{
    unsigned char lead = (unsigned char)text[0];
    *length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t character = *length == 1 ? lead : lead & (0x7FU >> *length);
    for (size_t i = 1; i < *length; i++)
        character = character << 6 | ((unsigned char)text[i] & 0x3FU);
    return character;
}

void html_css_string(const struct html *html, const char *text)
{
    size_t length;
    buffer_add(html->out, "\"");
    for (const char *at = printable(html, text); *at != '\0'; at += length) {
        uint32_t character = character_at(at, &length);
        if (isalnum((unsigned char)*at) || *at == ' ')
            buffer_add_bytes(html->out, at, 1);
        else
            buffer_format(html->out, "\\%06x", (unsigned)character);
    }
    buffer_add(html->out, "\"");
}

/* How much of the text is written from right to left, with the spaces, hyphens and the like between
 * its words; 0 when it does not begin so. */
static size_t right_to_left_length(const char *text)
{
    size_t at = 0, end = 0, length;
    while (text[at] != '\0') {
        if (is_right_to_left(character_at(text + at, &length)))
            end = at + length;
        else if (end == 0 || strchr(" -'.\"", text[at]) == NULL)
            break;
        at += length;
    }
    return end;
}

void html_text(const struct html *html, const char *text)
{
    const char *shown = printable(html, text);
    size_t kept = 0, length = 0;
    for (size_t at = 0; shown[at] != '\0'; at += length) {
        length = 1;
        if ((unsigned char)shown[at] < 0xD6) /* the first byte of the first such block */
            continue;
        size_t isolated = right_to_left_length(shown + at);
        if (isolated == 0) {
            character_at(shown + at, &length);
            continue;
        }
        add_escaped(html, shown + kept, at - kept);
        buffer_add(html->out, "<bdi>");
        add_escaped(html, shown + at, isolated);
        buffer_add(html->out, "</bdi>");
        length = isolated;
        kept = at + isolated;
    }
    add_escaped(html, shown + kept, strlen(shown + kept));
}

void html_name(const struct html *html, const char *name)
{
    const char *shown = printable(html, name);
    buffer_add(html->out, "<bdi>");
    add_escaped(html, shown, strlen(shown));
    buffer_add(html->out, "</bdi>");
}

void html_element(const struct html *html, const char *element, const char *class, const char *text)
{
    if (class == NULL)
        html_start(html, element, NULL);
    else
        html_start(html, element, "class", class, NULL);
    html_text(html, text);
    html_end(html, element);
}

void html_line(const struct html *html, const char *element, const char *class, const char *text)
{
    html_element(html, element, class, text);
    buffer_add(html->out, "\n");
}

void html_marks(const struct html *html, struct note_marks marks)
{
    for (size_t i = 0; i < marks.count; i++) {
        buffer_add(html->out, " ");
        html_start(html, "a", "href", arena_format(html->arena, "#note-%zu", marks.numbers[i]),
                   "aria-label", arena_format(html->arena, "Note %zu", marks.numbers[i]), NULL);
        buffer_format(html->out, "[%zu]", marks.numbers[i]);
        html_end(html, "a");
    }
}

void html_section_start(const struct html *html, const char *id, const char *heading, bool folded)
{
    const char *element = arena_format(html->arena, "h%u", html->level);
    const char *name = arena_format(html->arena, "%s%s", html->prefix, id);
    if (folded)
        buffer_add(html->out, "<section><details><summary>");
    else
        html_start(html, "section", "id", name, NULL);
    html_element(html, element, NULL, heading);
    if (folded) {
        buffer_add(html->out, "</summary>");
        html_start(html, "div", "id", name, NULL);
    }
    buffer_add(html->out, "\n");
}

void html_section_end(const struct html *html, bool folded)
{
    if (folded)
        buffer_add(html->out, "</div></details>");
    html_end_line(html, "section");
}

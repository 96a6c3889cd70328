/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "quorate/text.h"

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

static void add(const struct markdown *markdown, const char *text, bool begins_line)
{
    const char *safe = text_printable(markdown->arena, phrases_valid(markdown->arena, text));
    if (begins_line)
        safe += strspn(safe, " ");
    for (const char *at = safe; *at != '\0'; at++) {
        bool first = begins_line && at == safe && strchr("#+-=", *at) != NULL;
        if (first || acts(safe, at) || (begins_line && ends_number(safe, at)))
            buffer_add(markdown->out, "\\");
        buffer_add_bytes(markdown->out, at, 1);
    }
}

void markdown_text(const struct markdown *markdown, const char *text)
{
    add(markdown, text, false);
}

void markdown_heading(const struct markdown *markdown, unsigned level, const char *text)
{
    buffer_add_repeated(markdown->out, '#', level);
    buffer_add(markdown->out, " ");
    add(markdown, text, true);
    /* A name that ends in # would lose it as the closing part of the heading. */
    if (text[0] != '\0' && text[strlen(text) - 1] == '#')
        buffer_add(markdown->out, " #");
    buffer_add(markdown->out, "\n\n");
}

void markdown_paragraph(const struct markdown *markdown, const char *text)
{
    add(markdown, text, true);
    buffer_add(markdown->out, "\n\n");
}

static void label_of(const struct markdown *markdown, const char *label)
{
    buffer_add(markdown->out, "- **");
    markdown_text(markdown, label);
    buffer_add(markdown->out, ":** ");
}

void markdown_fact(const struct markdown *markdown, const char *label, const char *text)
{
    if (label == NULL)
        buffer_add(markdown->out, "- ");
    else
        label_of(markdown, label);
    add(markdown, text, label == NULL);
    buffer_add(markdown->out, "\n");
}

void markdown_item(const struct markdown *markdown, const char *text)
{
    buffer_add(markdown->out, "  - ");
    add(markdown, text, true);
    buffer_add(markdown->out, "\n");
}

void markdown_to_fill_in(const struct markdown *markdown, const char *label)
{
    label_of(markdown, label);
    buffer_add(markdown->out, MARKDOWN_BLANK "\n");
}

void markdown_break(const struct markdown *markdown)
{
    buffer_add(markdown->out, "\n");
}

const char *markdown_noted(const struct markdown *markdown, const char *text, size_t poll,
                           enum anchor anchor)
{
    return arena_format(markdown->arena, "%s%s", text,
                        phrases_anchors(markdown->arena, markdown->notes, poll, anchor));
}

void markdown_row(const struct markdown *markdown, const char *const *cells, size_t count)
{
    buffer_add(markdown->out, "|");
    for (size_t i = 0; i < count; i++) {
        buffer_add(markdown->out, " ");
        markdown_text(markdown, cells[i] == NULL ? "" : cells[i]);
        buffer_add(markdown->out, " |");
    }
    buffer_add(markdown->out, "\n");
}

void markdown_head(const struct markdown *markdown, const char *const *cells, size_t count,
                   size_t names)
{
    markdown_row(markdown, cells, count);
    buffer_add(markdown->out, "|");
    for (size_t i = 0; i < count; i++)
        buffer_add(markdown->out, i < names ? " --- |" : " ---: |");
    buffer_add(markdown->out, "\n");
}

const char *markdown_percent(const struct markdown *markdown, const char *figure)
{
    return figure == NULL ? NULL : arena_format(markdown->arena, "%s%%", figure);
}

void markdown_notes(const struct markdown *markdown)
{
    bool started = false;
    for (size_t i = 0; i < markdown->notes->count; i++) {
        const struct note *note = &markdown->notes->notes[i];
        if (note->number == 0 || note->repeated)
            continue;
        if (!started)
            markdown_heading(markdown, 2, "Notes");
        started = true;
        markdown_fact(markdown, NULL,
                      arena_format(markdown->arena, "[%zu] %s", note->number, note->text));
    }
    if (started)
        markdown_break(markdown);
}

void markdown_files(const struct markdown *markdown, const struct input *inputs, size_t count,
                    const char *version)
{
    markdown_heading(markdown, 2, "Files");
    for (size_t i = 0; i < count; i++) {
        buffer_add(markdown->out, "- ");
        add(markdown, inputs[i].file, true);
        if (inputs[i].sha256 == NULL)
            buffer_add(markdown->out,
                       ": sha256 withheld, because the ballots could be guessed from it\n");
        else
            buffer_format(markdown->out, ": sha256 `%s`\n", inputs[i].sha256);
    }
    markdown_fact(markdown, "Made by", arena_format(markdown->arena, "quorate %s", version));
}

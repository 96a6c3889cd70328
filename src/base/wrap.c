/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "utf8.h"

struct line {
    struct buffer *buffer;
    size_t column, indent, width;
    bool begun;      /* something stands on it, so that a new line would win room */
    bool indent_due; /* put off until a word comes, so that no line is only spaces */
};

static void end_line(struct line *line)
{
    buffer_add(line->buffer, "\n");
    line->column = line->indent;
    line->begun = false;
    line->indent_due = true;
}

static void add_word(struct line *line, size_t gap, const char *word, size_t length)
{
    size_t columns = utf8_width(word, length);
    if (line->begun && line->column + gap + columns > line->width)
        end_line(line);
    if (line->indent_due)
        buffer_add_repeated(line->buffer, ' ', line->indent);
    if (line->begun) {
        buffer_add_repeated(line->buffer, ' ', gap);
        line->column += gap;
    }
    buffer_add_bytes(line->buffer, word, length);
    line->column += columns;
    line->indent_due = false;
    line->begun = true;
}

void text_wrap(struct buffer *buffer, const char *text, size_t used, size_t indent, size_t width)
{
    struct line line = {
        .buffer = buffer, .column = used, .indent = indent, .width = width, .begun = used > indent};
    while (*text != '\0') {
        size_t gap = strspn(text, " ");
        text += gap;
        size_t length = strcspn(text, " \n");
        if (length > 0)
            add_word(&line, gap, text, length);
        text += length;
        if (*text == '\n') {
            end_line(&line);
            text++;
        }
    }
    buffer_add(buffer, "\n");
}

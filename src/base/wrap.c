/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "utf8.h"

/* A line while its words are looked at. What fits on it is added at once. */
struct line {
    struct buffer *buffer;
    size_t column, indent, width;
    bool begun;        /* something stands on it, so that a new line would win room */
    bool indent_due;   /* put off until a word comes, so that no line is only spaces */
    const char *first; /* of the text that is yet to be added; NULL while there is none */
    const char *end;   /* behind its last word */
};

static void add_text(struct line *line)
{
    if (line->first == NULL)
        return;
    if (line->indent_due)
        buffer_add_repeated(line->buffer, ' ', line->indent);
    buffer_add_bytes(line->buffer, line->first, (size_t)(line->end - line->first));
    line->indent_due = false;
    line->first = NULL;
}

static void end_line(struct line *line)
{
    add_text(line);
    buffer_add(line->buffer, "\n");
    line->column = line->indent;
    line->begun = false;
    line->indent_due = true;
}

/* The bytes of the word, and the columns that they take: as many, as a rule. */
static size_t word_length(const char *word, size_t *columns)
{
    size_t length = 0;
    while (word[length] > ' ' && word[length] < 0x7F)
        length++;
    *columns = length;
    if (word[length] == ' ' || word[length] == '\n' || word[length] == '\0')
        return length;
    length += strcspn(word + length, " \n");
    *columns = utf8_width(word, length);
    return length;
}

void text_wrap(struct buffer *buffer, const char *text, size_t used, size_t indent, size_t width)
{
    struct line line = {
        .buffer = buffer, .column = used, .indent = indent, .width = width, .begun = used > indent};
    while (*text != '\0') {
        size_t gap = 0, columns;
        while (text[gap] == ' ')
            gap++;
        const char *word = text + gap;
        size_t length = word_length(word, &columns);
        if (length > 0 && line.begun && line.column + gap + columns > line.width)
            end_line(&line);
        if (length > 0) {
            if (line.first == NULL)
                line.first = line.begun ? text : word;
            line.column += columns + (line.begun ? gap : 0);
            line.end = word + length;
            line.begun = true;
        }
        text = word + length;
        if (*text == '\n') {
            end_line(&line);
            text++;
        }
    }
    add_text(&line);
    buffer_add(buffer, "\n");
}

/* SPDX-License-Identifier: MIT */
#include "report_lines.h"

#include <string.h>

bool report_next_line(const struct bytes *bytes, size_t *at, struct report_line *line)
{
    if (*at >= bytes->length)
        return false;
    const char *end = memchr(bytes->bytes + *at, '\n', bytes->length - *at);
    line->bytes = bytes->bytes + *at;
    line->length = (end == NULL ? bytes->length : (size_t)(end - bytes->bytes)) - *at;
    *at += line->length + 1;
    line->length -= line->length > 0 && line->bytes[line->length - 1] == '\r';
    return true;
}

/* How many cells there are; *filled is the last of them that is not blank. */
static size_t count_cells(char separator, const struct report_line *line, size_t *filled)
{
    bool quoted = false;
    size_t cells = 1;
    *filled = 0;
    for (size_t i = 0; i < line->length; i++) {
        quoted = quoted != (line->bytes[i] == '"');
        if (!quoted && line->bytes[i] == separator)
            cells++;
        else if (line->bytes[i] != ' ')
            *filled = cells;
    }
    return cells;
}

size_t report_cells(char separator, const struct report_line *line)
{
    size_t filled;
    return count_cells(separator, line, &filled);
}

size_t report_cells_filled(char separator, const struct report_line *line)
{
    size_t filled;
    (void)count_cells(separator, line, &filled);
    return filled;
}

size_t report_end_of_cells(char separator, const struct report_line *line, size_t cells)
{
    bool quoted = false;
    for (size_t i = 0; i < line->length; i++) {
        quoted = quoted != (line->bytes[i] == '"');
        if (!quoted && line->bytes[i] == separator && --cells == 0)
            return i;
    }
    return line->length;
}

const char *report_cell(char separator, const struct report_line *line, size_t cell, size_t *length)
{
    size_t start = cell == 0 ? 0 : report_end_of_cells(separator, line, cell);
    start += cell > 0 && start < line->length;
    *length = report_end_of_cells(separator, line, cell + 1) - start;
    return line->bytes + start;
}

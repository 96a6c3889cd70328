/* SPDX-License-Identifier: MIT */
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * libcsv, wrapped. It is given one physical line at a time, and a row has to be complete at the end
 * of its line: even in its strictest mode the library takes `"Yes` and all that follows for one
 * cell up to the next quote, and says nothing.
 *
 * A row whose cells are plain, or have a quotation mark at either end, means the same to anyone, so
 * it is cut at its commas elsewhere (cut.c): files of a million rows have hardly another, and the
 * library looks at every byte of them by itself.
 */

#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL)

/* The library's buffer grows by this much. */
#define BLOCK ((size_t)1024)

struct line_parser {
    struct arena *arena;
    char separator;
    struct csv_parser parser;
    struct cell cells[TABLE_COLUMNS_MOST];
    size_t count;
    char *text; /* the cells' bytes */
    size_t text_capacity, text_used;
    bool join_lines, complete, too_many, too_large;
};

/* A failed request makes the library stop, so a cell cannot take all memory. */
static void *grow_within_bounds(void *block, size_t size)
{
    return size > TABLE_CELL_MOST + BLOCK ? NULL : realloc(block, size);
}

static void open_library(struct csv_parser *parser, char separator)
{
    csv_init(parser, OPTIONS);
    csv_set_delim(parser, (unsigned char)separator);
    csv_set_realloc_func(parser, grow_within_bounds);
    csv_set_blk_size(parser, BLOCK);
}

struct line_parser *line_parser_open(struct arena *arena)
{
    struct line_parser *parser = arena_alloc(arena, 1, sizeof *parser);
    parser->arena = arena;
    parser->separator = ',';
    open_library(&parser->parser, parser->separator);
    return parser;
}

void line_parser_separate(struct line_parser *parser, char separator)
{
    parser->separator = separator;
    csv_set_delim(&parser->parser, (unsigned char)separator);
}

void line_parser_close(struct line_parser *parser)
{
    csv_free(&parser->parser);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Whether text_trim might find white space that is not ASCII. */
static bool may_have_wide_space(const char *text, size_t length)
{
    return length > 0 &&
           ((unsigned char)text[0] >= 0x80 || (unsigned char)text[length - 1] >= 0x80);
}

static struct cell trimmed(struct arena *arena, char *text, size_t length)
{
    while (length > 0 && is_space(text[length - 1]))
        length--;
    while (length > 0 && is_space(*text)) {
        text++;
        length--;
    }
    text[length] = '\0';
    struct cell cell = {.text = text, .length = (uint32_t)length};
    if (may_have_wide_space(text, length)) {
        cell.text = text_trim(arena, text);
        cell.length = (uint32_t)strlen(cell.text);
    }
    return cell;
}

/* In a heading a line break is as good as a space. */
static size_t join_lines(char *text, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r')
            text[kept++] = text[i] == '\n' ? ' ' : text[i];
    return kept;
}

static void add_cell(void *field, size_t length, void *context)
{
    struct line_parser *parser = context;
    parser->too_large = parser->too_large || length > TABLE_CELL_MOST;
    parser->too_many = parser->too_many || parser->count == TABLE_COLUMNS_MOST;
    if (parser->too_large || parser->too_many)
        return;
    char *text = parser->text + parser->text_used;
    parser->text_used += length + 1;
    if (length > 0)
        memcpy(text, field, length);
    if (parser->join_lines)
        length = join_lines(text, length);
    parser->cells[parser->count++] = trimmed(parser->arena, text, length);
}

static void end_row(int last, void *context)
{
    (void)last;
    ((struct line_parser *)context)->complete = true;
}

/* A cell's bytes and its NUL take no more room than they and the comma do in the line. */
static void make_room(struct line_parser *parser, size_t length)
{
    parser->text_used = 0;
    if (parser->text_capacity >= length + 1)
        return;
    parser->text_capacity = 2 * (length + 1);
    parser->text = arena_alloc(parser->arena, parser->text_capacity, 1);
}

enum parsed line_parse(struct line_parser *parser, const char *bytes, size_t length,
                       bool join_lines)
{
    struct csv_parser *library = &parser->parser;
    make_room(parser, length);
    parser->count = 0;
    parser->join_lines = join_lines;
    parser->complete = parser->too_many = parser->too_large = false;
    bool taken = csv_parse(library, bytes, length, add_cell, end_row, parser) == length &&
                 csv_parse(library, "\n", 1, add_cell, end_row, parser) == 1;
    bool no_memory = !taken && csv_error(library) == CSV_ENOMEM;
    if (!taken || !parser->complete) {
        /* It stands inside a cell. csv_fini would hand that on as a row. */
        csv_free(library);
        open_library(library, parser->separator);
    }
    if (no_memory && length <= TABLE_CELL_MOST)
        arena_exhausted(parser->arena);
    if (no_memory || parser->too_large)
        return PARSED_TOO_LARGE;
    if (!taken)
        return PARSED_BROKEN;
    if (!parser->complete)
        return PARSED_OPEN;
    return parser->too_many ? PARSED_TOO_MANY : PARSED_ROW;
}

const struct cell *line_cells(const struct line_parser *parser, size_t *count)
{
    *count = parser->count;
    return parser->cells;
}

static void look_at_cell(void *field, size_t length, void *context)
{
    (void)field;
    (void)length;
    struct second_look *look = context;
    look->cell++;
    look->start = look->at + 1;
}

struct second_look line_look_again(struct arena *arena, const struct row *row)
{
    const char *bytes = row->bytes;
    size_t length = row->length;
    struct csv_parser library;
    struct second_look look = {0};
    open_library(&library, row->separator);
    while (look.at < length &&
           csv_parse(&library, bytes + look.at, 1, look_at_cell, NULL, &look) == 1)
        look.at++;
    bool no_memory = csv_error(&library) == CSV_ENOMEM && length <= TABLE_CELL_MOST;
    csv_free(&library);
    if (no_memory)
        arena_exhausted(arena);
    while (look.start < length && is_space(bytes[look.start]))
        look.start++;
    return look;
}

/* SPDX-License-Identifier: MIT */
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * libcsv, wrapped. It is given one physical line at a time, and a row has to be complete at the end
 * of its line: even in its strictest mode the library takes `"Yes` and all that follows for one
 * cell up to the next quote, and says nothing.
 *
 * A row without a quotation mark means the same to anyone, so it is cut at its commas here: files
 * of a million rows have hardly another, and the library looks at every byte of them by itself.
 */

#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL)

/* The library's buffer grows by this much. */
#define BLOCK ((size_t)1024)

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define TOP_BITS  (EACH_BYTE * 0x80)

/* The last line that was cut. Rows of one practice begin alike, and what is alike stays cut. */
struct last_line {
    char *bytes; /* as they were */
    size_t length, capacity;
    size_t cells;
    size_t ends[TABLE_COLUMNS_MOST]; /* where each cell ends */
};

struct line_parser {
    struct arena *arena;
    bool keep;
    struct csv_parser parser;
    struct cell cells[TABLE_COLUMNS_MOST];
    size_t count;
    char *text; /* the cells' bytes */
    size_t text_capacity, text_used;
    bool join_lines, complete, too_many, too_large;
    struct last_line last;
};

/* A failed request makes the library stop, so a cell cannot take all memory. */
static void *grow_within_bounds(void *block, size_t size)
{
    return size > TABLE_CELL_MOST + BLOCK ? NULL : realloc(block, size);
}

static void open_library(struct csv_parser *parser)
{
    csv_init(parser, OPTIONS);
    csv_set_realloc_func(parser, grow_within_bounds);
    csv_set_blk_size(parser, BLOCK);
}

struct line_parser *line_parser_open(struct arena *arena, bool keep)
{
    struct line_parser *parser = arena_alloc(arena, 1, sizeof *parser);
    parser->arena = arena;
    parser->keep = keep;
    open_library(&parser->parser);
    return parser;
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
    struct cell cell = {text, length};
    if (may_have_wide_space(text, length)) {
        cell.text = text_trim(arena, text);
        cell.length = strlen(cell.text);
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
    length += 1 + sizeof(uint64_t);
    if (!parser->keep && parser->text_capacity >= length)
        return;
    parser->text_capacity = parser->keep ? length : 2 * length;
    parser->text = arena_alloc(parser->arena, parser->text_capacity, 1);
}

enum parsed line_parse(struct line_parser *parser, const char *bytes, size_t length,
                       bool join_lines)
{
    struct csv_parser *library = &parser->parser;
    make_room(parser, length);
    parser->count = parser->last.cells = 0;
    parser->join_lines = join_lines;
    parser->complete = parser->too_many = parser->too_large = false;
    bool taken = csv_parse(library, bytes, length, add_cell, end_row, parser) == length &&
                 csv_parse(library, "\n", 1, add_cell, end_row, parser) == 1;
    bool no_memory = !taken && csv_error(library) == CSV_ENOMEM;
    if (!taken || !parser->complete) {
        /* It stands inside a cell. csv_fini would hand that on as a row. */
        csv_free(library);
        open_library(library);
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

/* --- Without the library --- */

/* Eight bytes in the order of the text, the first in the lowest bits. */
static inline uint64_t eight_bytes(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

/* Which of eight bytes is the first one that is set. */
static inline size_t first_byte(uint64_t eight)
{
    return (size_t)__builtin_ctzll(eight) / 8;
}

/* The top bit of each byte that is a comma. The bytes are ASCII. */
static inline uint64_t commas_of(uint64_t eight)
{
    return ~((eight ^ EACH_BYTE * ',') + EACH_BYTE * 0x7F) & TOP_BITS;
}

/*
 * The top bit of some byte where one is a control, past ASCII or a quotation mark. A carry can only
 * come from such a byte.
 */
static inline uint64_t not_simple(uint64_t eight)
{
    return (eight | (eight - EACH_BYTE * ' ') | (eight + EACH_BYTE) |
            ((eight ^ EACH_BYTE * '"') - EACH_BYTE)) &
           TOP_BITS;
}

static inline struct cell cell_between(char *from, char *to)
{
    while (to > from && to[-1] == ' ')
        to--;
    while (to > from && *from == ' ')
        from++;
    *to = '\0';
    return (struct cell){from, (size_t)(to - from)};
}

/* How many of the last line's cells this line begins with. */
static size_t same_cells(const struct last_line *last, const char *bytes, size_t length)
{
    size_t cells = last->cells, most = length < last->length ? length : last->length, same = 0;
    while (same + sizeof(uint64_t) <= most) {
        uint64_t differences = eight_bytes(last->bytes + same) ^ eight_bytes(bytes + same);
        if (differences != 0) {
            same += first_byte(differences);
            break;
        }
        same += sizeof differences;
    }
    while (cells > 0 && last->ends[cells - 1] >= same)
        cells--;
    return cells;
}

static void make_room_to_cut(struct line_parser *parser, size_t length)
{
    struct last_line *last = &parser->last;
    make_room(parser, length);
    if (last->capacity >= length + sizeof(uint64_t))
        return;
    last->capacity = 2 * (length + sizeof(uint64_t));
    last->bytes = arena_alloc(parser->arena, last->capacity, 1);
    last->cells = 0;
}

/* Adds the cells of the last line from `start` on. False when the line is not that simple. */
static bool cut_from(struct line_parser *parser, size_t start, size_t count)
{
    struct last_line *last = &parser->last;
    char *text = parser->text;
    uint64_t odd = 0;
    memset(last->bytes + last->length, ' ', sizeof odd);
    for (size_t at = start; at < last->length; at += sizeof odd) {
        uint64_t eight = eight_bytes(last->bytes + at);
        memcpy(text + at, last->bytes + at, sizeof eight);
        odd |= not_simple(eight);
        for (uint64_t commas = commas_of(eight); commas != 0; commas &= commas - 1) {
            size_t comma = at + first_byte(commas);
            if (count + 1 == TABLE_COLUMNS_MOST)
                return false;
            parser->cells[count] = cell_between(text + start, text + comma);
            last->ends[count++] = comma;
            start = comma + 1;
        }
    }
    parser->cells[count] = cell_between(text + start, text + last->length);
    last->ends[count++] = last->length;
    parser->count = count;
    /* The library makes no row of a blank line. */
    return odd == 0 && (count > 1 || parser->cells[0].length > 0);
}

bool line_cut(struct line_parser *parser, const char *bytes, size_t length)
{
    struct last_line *last = &parser->last;
    if (length > TABLE_CELL_MOST)
        return false;
    make_room_to_cut(parser, length);
    size_t same = same_cells(last, bytes, length);
    size_t start = same > 0 ? last->ends[same - 1] + 1 : 0;
    memcpy(last->bytes + start, bytes + start, length - start);
    last->length = length;
    bool simple = cut_from(parser, start, same);
    last->cells = simple ? parser->count : 0;
    return simple;
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

struct second_look line_look_again(struct arena *arena, const char *bytes, size_t length)
{
    struct csv_parser library;
    struct second_look look = {0};
    open_library(&library);
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

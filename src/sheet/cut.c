/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "internal.h"

/*
 * Lines without the library: what is printable ASCII can only mean its cells between commas, where
 * quotation marks stand at both ends of a cell or nowhere. The list sizes of a country are a
 * million such lines and more.
 */

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define TOP_BITS  (EACH_BYTE * 0x80)

/* A longer line is left to the library. */
#define CUT_MOST ((size_t)4 * 1024)

/* What stands behind the first cell is kept of so many lines, where it is no longer than that. */
#define ENDINGS     ((size_t)1024) /* a power of 2 */
#define ENDING_MOST ((size_t)64)

/* A shorter file has no use for them; nor one that has not met as many again as it has missed. */
#define LINES_BEFORE_ENDINGS ((size_t)256)
#define MISSES_MOST          ((size_t)4096)

/* The bytes from the first comma to the end of a line, and what they were cut to. */
struct ending {
    struct row_ending row;
    size_t length; /* of the bytes; 0 where there are none yet */
    size_t to;     /* how many of them are the row's: without what is left of the line's end */
    size_t count;  /* of the cells, with the first one's place in front of them */
    struct cell cells[ROW_ENDING_CELLS];
    char bytes[ENDING_MOST];
    char text[ENDING_MOST + 1]; /* their texts, each where it stands */
};

/*
 * It knows the last line: rows of one practice begin alike, and what is alike is cut already. And
 * it knows how lines ended: of a hundred thousand ballots few say anything that others do not.
 */
struct line_cutter {
    struct arena *arena;
    const char *last; /* the last line, in the bytes that were given */
    size_t length;    /* of it */
    size_t known;     /* how many of its cells are to be used again */
    size_t count;
    size_t until_endings;   /* so many lines more are cut before they are kept; 0 where they are
                               not going to be */
    size_t misses;          /* of endings, less those that were met again */
    struct ending *endings; /* NULL while there are none */
    struct cell cells[TABLE_COLUMNS_MOST];
    size_t ends[TABLE_COLUMNS_MOST]; /* where each cell ends in the line */
    char text[CUT_MOST];             /* the cells' texts, each where it stands in the line */
};

struct line_cutter *line_cutter_open(struct arena *arena)
{
    /* Of many columns and a long line; what holds nothing yet is not touched. */
    struct line_cutter *cutter = (void *)arena_resize(arena, NULL, 0, sizeof *cutter);
    cutter->arena = arena;
    cutter->last = NULL;
    cutter->length = cutter->known = cutter->count = 0;
    cutter->until_endings = cutter->misses = 0;
    cutter->endings = NULL;
    return cutter;
}

void line_cutter_keep_endings(struct line_cutter *cutter)
{
    cutter->until_endings = LINES_BEFORE_ENDINGS;
}

void line_cutter_forget(struct line_cutter *cutter)
{
    cutter->known = 0;
}

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
    return (struct cell){.text = from, .length = (uint32_t)(to - from)};
}

/* How many of the last line's cells this one begins with. */
static size_t same_cells(const struct line_cutter *cutter, const char *bytes, size_t available)
{
    size_t cells = cutter->known, same = 0;
    size_t most = available < cutter->length ? available : cutter->length;
    while (cells > 0 && same + sizeof(uint64_t) <= most) {
        uint64_t differences = eight_bytes(cutter->last + same) ^ eight_bytes(bytes + same);
        if (differences != 0) {
            same += first_byte(differences);
            break;
        }
        same += sizeof differences;
    }
    while (cells > 0 && cutter->ends[cells - 1] >= same)
        cells--;
    return cells;
}

/* False when there are too many. `end` is where it ends in the line, behind a closing quote. */
static inline bool add_cell(struct line_cutter *cutter, size_t from, size_t to, size_t end)
{
    if (cutter->count == TABLE_COLUMNS_MOST)
        return false;
    cutter->cells[cutter->count] = cell_between(cutter->text + from, cutter->text + to);
    cutter->ends[cutter->count++] = end;
    return true;
}

/* Where the quotation that opens at this byte closes; 0 when something else is in it that is not
 * simple, or it goes on out of sight. */
static size_t closing_quote(struct line_cutter *cutter, const char *bytes, size_t available,
                            size_t open)
{
    uint64_t odd = 0;
    for (size_t at = open + 1; at + sizeof odd <= available; at += sizeof odd) {
        uint64_t eight = eight_bytes(bytes + at);
        memcpy(cutter->text + at, bytes + at, sizeof eight);
        odd = not_simple(eight);
        if (odd != 0)
            return bytes[at + first_byte(odd)] == '"' ? at + first_byte(odd) : 0;
    }
    return 0;
}

/* Cuts up to the end of the line, or to what is not simple, which is left in *end. False when there
 * is none nearby, there are too many cells, or a quotation is not the whole of its cell. */
static bool cut_up_to_end(struct line_cutter *cutter, const char *bytes, size_t available,
                          size_t *end)
{
    size_t start = cutter->known > 0 ? cutter->ends[cutter->known - 1] + 1 : 0, at = start;
    cutter->count = cutter->known;
    while (at + sizeof(uint64_t) <= available) {
        uint64_t eight = eight_bytes(bytes + at), odd = not_simple(eight);
        uint64_t commas = commas_of(eight);
        memcpy(cutter->text + at, bytes + at, sizeof eight);
        if (odd != 0)
            commas &= odd ^ (odd - 1); /* those in front of it */
        for (; commas != 0; commas &= commas - 1) {
            size_t comma = at + first_byte(commas);
            if (!add_cell(cutter, start, comma, comma))
                return false;
            start = comma + 1;
        }
        if (odd == 0) {
            at += sizeof eight;
            continue;
        }
        *end = at + first_byte(odd);
        if (bytes[*end] != '"')
            return add_cell(cutter, start, *end, *end);
        size_t close = *end == start ? closing_quote(cutter, bytes, available, start) : 0;
        if (close == 0 || close + 1 == available)
            return false;
        *end = close + 1;
        if (!add_cell(cutter, start + 1, close, *end))
            return false;
        if (bytes[*end] != ',')
            return true;
        start = at = *end + 1;
    }
    return false;
}

/* ---- Lines that end as others did */

/* Where the first comma stands, when all in front of it is simple; 0 when it is not, or there is
 * none. */
static inline size_t first_comma(const char *bytes, size_t available)
{
    for (size_t at = 0; at + sizeof(uint64_t) <= available; at += sizeof(uint64_t)) {
        uint64_t eight = eight_bytes(bytes + at), odd = not_simple(eight);
        uint64_t commas = commas_of(eight);
        if (odd != 0)
            commas &= odd ^ (odd - 1);
        if (commas != 0)
            return at + first_byte(commas);
        if (odd != 0)
            return 0;
    }
    return 0;
}

static inline uint64_t hash_of(const char *bytes, size_t length)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 divided by the golden ratio */
    uint64_t hash = length, last = 0;
    for (size_t at = 0; at + sizeof last <= length; at += sizeof last)
        hash = (hash ^ eight_bytes(bytes + at)) * odd ^ hash >> 29;
    if (length >= sizeof last)
        last = eight_bytes(bytes + length - sizeof last);
    else
        memcpy(&last, bytes, length);
    return (hash ^ last) * odd;
}

/* The place of the ending of the next line, which has it where it was met before; NULL where none
 * is kept of it. The comma in front of it stands at *comma, and it is so long. */
static inline struct ending *ending_of(const struct line_cutter *cutter, const char *bytes,
                                       size_t available, size_t *comma, size_t *length)
{
    if (cutter->endings == NULL)
        return NULL;
    *comma = first_comma(bytes, available);
    if (*comma == 0)
        return NULL;
    size_t most = available - *comma;
    const char *end = memchr(bytes + *comma, '\n', most > ENDING_MOST ? ENDING_MOST : most);
    if (end == NULL)
        return NULL;
    *length = (size_t)(end - bytes) - *comma;
    return &cutter->endings[hash_of(bytes + *comma, *length) >> 32 & (ENDINGS - 1)];
}

/* Keeps that of the line which was cut last, where it has no more cells than that. */
static void keep_ending(struct line_cutter *cutter, const char *bytes, size_t comma, size_t length,
                        struct ending *ending)
{
    if (++cutter->misses == MISSES_MOST)
        cutter->endings = NULL;
    *ending = (struct ending){.length = 0};
    if (cutter->count > ROW_ENDING_CELLS)
        return;
    ending->length = length;
    ending->to = cutter->length - comma;
    ending->count = cutter->count;
    memcpy(ending->bytes, bytes + comma, length);
    memcpy(ending->text, cutter->text + comma, length);
    for (size_t i = 1; i < cutter->count; i++) {
        ending->cells[i] = cutter->cells[i];
        ending->cells[i].text = ending->text + (cutter->cells[i].text - (cutter->text + comma));
        ending->row.length += cutter->cells[i].length;
    }
}

/* The row of a line that ends as another did. */
static inline size_t cut_ending(struct line_cutter *cutter, const char *bytes, size_t comma,
                                struct ending *ending, struct row *row)
{
    for (size_t at = 0; at < comma; at += sizeof(uint64_t))
        memcpy(cutter->text + at, bytes + at, sizeof(uint64_t));
    ending->cells[0] = cell_between(cutter->text, cutter->text + comma);
    cutter->misses -= cutter->misses > 0;
    cutter->known = 0;
    row->bytes = bytes;
    row->length = comma + ending->to;
    row->count = ending->count;
    row->cells = ending->cells;
    row->ending = &ending->row;
    return comma + ending->length + 1;
}

/* ---- Any line */

/* The row of a line, cell by cell. */
static size_t cut_cells(struct line_cutter *cutter, const char *bytes, size_t available,
                        struct row *row)
{
    size_t end;
    cutter->known = same_cells(cutter, bytes, available);
    bool cut = cut_up_to_end(cutter, bytes, available, &end);
    cutter->known = 0;
    if (!cut || (cutter->count == 1 && cutter->cells[0].length == 0))
        return 0; /* the library makes no row of a blank line */
    size_t line_end = end;
    if (bytes[line_end] == '\r' && line_end + 1 < available)
        line_end++;
    if (bytes[line_end] != '\n')
        return 0;
    cutter->last = row->bytes = bytes;
    cutter->length = row->length = end;
    cutter->known = row->count = cutter->count;
    row->cells = cutter->cells;
    return line_end + 1;
}

size_t line_cut(struct line_cutter *cutter, const char *bytes, size_t available, struct row *row)
{
    size_t comma = 0, length = 0;
    if (available > CUT_MOST)
        available = CUT_MOST;
    row->ending = NULL;
    struct ending *ending = ending_of(cutter, bytes, available, &comma, &length);
    if (ending != NULL && ending->length == length &&
        memcmp(ending->bytes, bytes + comma, length) == 0)
        return cut_ending(cutter, bytes, comma, ending, row);
    size_t taken = cut_cells(cutter, bytes, available, row);
    if (ending != NULL && taken > 0) {
        keep_ending(cutter, bytes, comma, length, ending);
        row->ending = ending->length > 0 ? &ending->row : NULL;
    } else if (taken > 0 && cutter->until_endings > 0 && --cutter->until_endings == 0) {
        cutter->endings = arena_alloc(cutter->arena, ENDINGS, sizeof *cutter->endings);
    }
    return taken;
}

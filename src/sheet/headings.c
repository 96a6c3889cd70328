/* SPDX-License-Identifier: MIT */
#include "quorate/columns.h"

#include <string.h>

#include "quorate/text.h"

/* What a heading is called, and on which line the headings stand. */

static const char *without_last_words(struct arena *arena, const char *folded)
{
    static const char *const words[] = {"at", "on", "as", "of", "dated"};
    size_t length = strlen(folded);
    for (size_t i = 0; i < sizeof words / sizeof *words;) {
        size_t word = strlen(words[i]);
        if (length > word && folded[length - word - 1] == ' ' &&
            memcmp(folded + length - word, words[i], word) == 0) {
            length -= word + 1;
            i = 0; /* "as at" */
        } else {
            i++;
        }
    }
    return arena_copy(arena, folded, length);
}

struct heading heading_read(struct arena *arena, const char *text)
{
    struct heading heading = {.text = text, .folded = text_fold(arena, text)};
    size_t start, end;
    if (date_find(text, &heading.date, &start, &end)) {
        const char *rest = arena_format(arena, "%.*s %s", (int)start, text, text + end);
        heading.undated = without_last_words(arena, text_fold(arena, rest));
    }
    return heading;
}

static bool is_one_of(const char *folded, const char *headers)
{
    size_t length = strlen(folded);
    for (const char *at = headers; at != NULL;) {
        size_t next = strcspn(at, ";");
        if (next == length && memcmp(at, folded, length) == 0)
            return true;
        at = at[next] == ';' ? at + next + 1 : NULL;
    }
    return false;
}

enum heading_rank heading_rank_of(const struct heading *heading, const struct column *column)
{
    const char *folded =
        column->dated && heading->undated != NULL ? heading->undated : heading->folded;
    if (is_one_of(heading->folded, column->mapped))
        return HEADING_MAPPED;
    if (is_one_of(folded, column->weak))
        return HEADING_WEAK;
    return strcmp(folded, column->name) == 0 || is_one_of(folded, column->headers) ? HEADING_USUAL
                                                                                   : HEADING_OTHER;
}

bool heading_is_of(const struct heading *heading, const struct column *column)
{
    return heading_rank_of(heading, column) != HEADING_OTHER;
}

/* --- Headings below a title --- */

#define LINES_BELOW 10

/* Whether a line holds the headings. */
struct trial {
    struct arena *arena;
    const struct column *wanted;
    size_t count;
    size_t line; /* of the row, from 1 in the bytes given; 0 when there was none */
    bool has_required;
    bool is_header; /* has them, and it is no row in which one of the words happens to stand */
};

static bool is_among(const struct column *column, const struct heading *headings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (heading_is_of(&headings[i], column))
            return true;
    return false;
}

static bool have_required(const struct column *wanted, size_t count, const struct heading *headings,
                          size_t headings_count)
{
    for (size_t i = 0; i < count; i++)
        if (wanted[i].required && !is_among(&wanted[i], headings, headings_count) &&
            !(wanted[i].or_next && is_among(&wanted[i + 1], headings, headings_count)))
            return false;
    return true;
}

static bool try_row(void *context, const struct row *row)
{
    struct trial *trial = context;
    struct arena *arena = trial->arena;
    size_t known = 0, filled = 0;
    struct heading *headings = arena_alloc(arena, row->count, sizeof *headings);
    for (size_t i = 0; i < row->count; i++) {
        headings[i] = heading_read(arena, row->cells[i].text);
        filled += *headings[i].text != '\0';
    }
    for (size_t i = 0; i < trial->count; i++)
        known += is_among(&trial->wanted[i], headings, row->count);
    trial->line = row->line;
    trial->has_required = have_required(trial->wanted, trial->count, headings, row->count);
    trial->is_header = trial->has_required && (known > 1 || known == filled);
    return false;
}

/* Tries the first row of the bytes. What is wrong with it is not told. */
static struct trial try_line(struct arena *arena, struct bytes bytes, size_t from,
                             const struct column *wanted, size_t count)
{
    struct diag silent = {.arena = arena};
    struct trial trial = {.arena = arena, .wanted = wanted, .count = count};
    struct table_stream *stream = table_stream_open(arena, &silent, bytes.name, try_row, &trial);
    size_t length = bytes.length - from; /* of which a header takes only so much */
    table_stream_feed(stream, bytes.bytes + from,
                      length < TABLE_CELL_MOST ? length : TABLE_CELL_MOST);
    table_stream_close(stream);
    return trial;
}

/*
 * Whether the first line, cut at its commas, has all that is required. Nearly every table has, and
 * a parser for it would take longer than the rest of this search.
 */
static bool begins_with_headings(struct arena *arena, struct bytes bytes,
                                 const struct column *wanted, size_t count)
{
    const char *end = memchr(bytes.bytes, '\n', bytes.length);
    const char *at = bytes.bytes;
    size_t left = end == NULL ? bytes.length : (size_t)(end - at), most = 1, filled = 0;
    if (left > TABLE_CELL_MOST) /* then it is no header */
        return false;
    for (size_t i = 0; i < left; i++)
        most += at[i] == ',';
    struct heading *headings = arena_alloc(arena, most, sizeof *headings);
    for (bool more = true; more; filled++) {
        const char *comma = memchr(at, ',', left);
        size_t length = comma == NULL ? left : (size_t)(comma - at);
        headings[filled] = heading_read(arena, arena_copy(arena, at, length));
        more = comma != NULL;
        at += length + more;
        left -= length + more;
    }
    return have_required(wanted, count, headings, filled);
}

bool columns_below_a_title(struct arena *arena, struct diag *diag, struct bytes bytes,
                           const struct column *wanted, size_t count)
{
    if (bytes.length == 0 || begins_with_headings(arena, bytes, wanted, count))
        return false;
    struct trial first = try_line(arena, bytes, 0, wanted, count);
    if (first.has_required)
        return false;
    size_t from = 0;
    for (size_t line = 2; line <= 1 + LINES_BELOW; line++) {
        const char *end = memchr(bytes.bytes + from, '\n', bytes.length - from);
        if (end == NULL)
            return false;
        from = (size_t)(end - bytes.bytes) + 1;
        struct trial trial = try_line(arena, bytes, from, wanted, count);
        if (!trial.is_header)
            continue;
        diag_add(diag, SEVERITY_ERROR,
                 (struct place){.file = bytes.name, .line = first.line == 0 ? 1 : first.line},
                 "Delete the lines above them.",
                 "this line does not hold the headings; they are on line %zu",
                 line + trial.line - 1);
        return true;
    }
    return false;
}

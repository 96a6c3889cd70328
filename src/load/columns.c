/* SPDX-License-Identifier: MIT */
#include "quorate/columns.h"

#include <assert.h>
#include <string.h>

#include "quorate/text.h"

/* A heading ready to be compared. */
struct heading {
    const char *text;    /* as it stands */
    const char *folded;  /* of the whole heading */
    const char *undated; /* without the date in it, and what leads to that; NULL when it has none */
    struct date date;
};

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

static struct heading read_heading(struct arena *arena, const char *text)
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

static bool is_headed(const struct column *column, const struct heading *heading)
{
    const char *folded =
        column->dated && heading->undated != NULL ? heading->undated : heading->folded;
    return strcmp(folded, column->name) == 0 || is_one_of(folded, column->headers);
}

/* "\"a\", \"b\" and \"c\"" */
static const char *quoted_list(struct arena *arena, const struct heading *headings, size_t count)
{
    const char **items = arena_alloc(arena, count, sizeof *items);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        if (*headings[i].text != '\0')
            items[filled++] = arena_format(arena, "\"%s\"", headings[i].text);
    return text_list(arena, items, filled, "and");
}

/* One search for the columns of one table. */
struct search {
    struct arena *arena;
    struct diag *diag;
    const struct table *table;
    struct columns *columns;
    const struct heading *headings;
    bool *used; /* of the headings */
};

static void report_doubled(struct search *search, const struct column *column, size_t first,
                           size_t second)
{
    struct arena *arena = search->arena;
    const struct row *header = &search->table->header;
    diag_add(search->diag, SEVERITY_ERROR, PROBLEM_HEADER,
             table_place(arena, search->table->file, header, second),
             arena_format(arena, "Keep one of them. The headings are %s.",
                          quoted_list(arena, search->headings, header->count)),
             "the column \"%s\" is there twice, headed \"%s\" (%s) and \"%s\" (%s)", column->name,
             search->headings[first].text, diag_cell_name(arena, first + 1, 0),
             search->headings[second].text, diag_cell_name(arena, second + 1, 0));
}

/* Those that are used are no candidates; neither is a heading that is not there. */
static const char *near_heading(struct search *search, const char *name)
{
    struct arena *arena = search->arena;
    size_t count = search->table->header.count, filled = 0;
    const char **free = arena_alloc(arena, count, sizeof *free);
    for (size_t i = 0; i < count; i++)
        if (!search->used[i] && *search->headings[i].text != '\0')
            free[filled++] = search->headings[i].text;
    size_t nearest = text_nearest(arena, name, free, filled);
    return nearest == TEXT_NO_CHOICE ? NULL : free[nearest];
}

static void report_missing(struct search *search, const struct column *column)
{
    struct arena *arena = search->arena;
    const struct row *header = &search->table->header;
    const char *near = near_heading(search, column->name);
    const char *seen = quoted_list(arena, search->headings, header->count);
    struct place place = table_place(arena, search->table->file, header, 0);
    place.cell = 0; /* the row as a whole */
    place.width = 0;
    const char *remedy = arena_format(arena, "Name the right one \"%s\".", column->name);
    if (column->missing != NULL)
        remedy = column->missing;
    else if (near != NULL)
        remedy = arena_format(arena, "If \"%s\" is the one, name it \"%s\".", near, column->name);
    diag_add(search->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
             arena_format(arena, "The headings are %s. %s", seen, remedy),
             "there is no column \"%s\"", column->name);
}

/* False when the column is needed and cannot be told. */
static bool find_one(struct search *search, size_t wanted)
{
    const struct column *column = &search->columns->wanted[wanted];
    size_t *at = &search->columns->at[wanted];
    bool doubled = false;
    *at = COLUMN_NONE;
    for (size_t i = 0; i < search->table->header.count; i++) {
        const struct heading *heading = &search->headings[i];
        if (search->used[i] || !is_headed(column, heading))
            continue;
        search->used[i] = true;
        if (*at != COLUMN_NONE) {
            report_doubled(search, column, *at, i);
            doubled = true;
            continue;
        }
        *at = i;
        if (column->dated && heading->undated != NULL)
            search->columns->dates[wanted] = heading->date;
    }
    return !column->required || (*at != COLUMN_NONE && !doubled);
}

static bool is_filled(const struct table *table, size_t cell)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].cells[cell].length > 0)
            return true;
    return false;
}

/* One warning for all columns that nobody asked for. A blank column without a heading is nothing.
 */
static void warn_of_unknown(struct search *search)
{
    struct arena *arena = search->arena;
    const struct table *table = search->table;
    size_t count = table->header.count, filled = 0, first = 0;
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        const char *text = search->headings[i].text;
        if (search->used[i] || (*text == '\0' && !is_filled(table, i)))
            continue;
        if (filled == 0)
            first = i;
        names[filled++] = *text != '\0' ? arena_format(arena, "\"%s\"", text)
                                        : arena_format(arena, "%s, which has no heading",
                                                       diag_cell_name(arena, i + 1, 0));
    }
    if (filled > 0)
        diag_add(search->diag, SEVERITY_WARNING, PROBLEM_HEADER,
                 table_place(arena, table->file, &table->header, first), NULL,
                 filled == 1 ? "the column %s is not used" : "the columns %s are not used",
                 text_list(arena, names, filled, "and"));
}

bool columns_find(struct arena *arena, struct diag *diag, const struct table *table,
                  const struct column *wanted, size_t count, struct columns *columns)
{
    assert(count <= COLUMNS_MOST);
    size_t headings_count = table->header.count;
    struct heading *headings = arena_alloc(arena, headings_count, sizeof *headings);
    for (size_t i = 0; i < headings_count; i++)
        headings[i] = read_heading(arena, table->header.cells[i].text);
    *columns = (struct columns){.wanted = wanted, .count = count};
    struct search search = {
        .arena = arena,
        .diag = diag,
        .table = table,
        .columns = columns,
        .headings = headings,
        .used = arena_alloc(arena, headings_count, sizeof(bool)),
    };
    bool found[COLUMNS_MOST], all = true, unsure = false;
    for (size_t i = 0; i < count; i++) {
        found[i] = find_one(&search, i);
        all = all && found[i];
        unsure = unsure || (wanted[i].unsure && columns->at[i] == COLUMN_NONE);
    }
    /* Only now is it known which headings are left to be suggested. */
    for (size_t i = 0; i < count; i++)
        if (!found[i] && columns->at[i] == COLUMN_NONE)
            report_missing(&search, &wanted[i]);
    if (!unsure)
        warn_of_unknown(&search);
    return all;
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

static bool try_row(void *context, const struct row *row)
{
    struct trial *trial = context;
    struct arena *arena = trial->arena;
    size_t known = 0, filled = 0;
    struct heading *headings = arena_alloc(arena, row->count, sizeof *headings);
    for (size_t i = 0; i < row->count; i++) {
        headings[i] = read_heading(arena, row->cells[i].text);
        filled += *headings[i].text != '\0';
    }
    trial->line = row->line;
    trial->has_required = true;
    for (size_t i = 0; i < trial->count; i++) {
        size_t at = 0;
        while (at < row->count && !is_headed(&trial->wanted[i], &headings[at]))
            at++;
        known += at < row->count;
        if (trial->wanted[i].required && at == row->count)
            trial->has_required = false;
    }
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

bool columns_below_a_title(struct arena *arena, struct diag *diag, struct bytes bytes,
                           const struct column *wanted, size_t count)
{
    struct trial first = try_line(arena, bytes, 0, wanted, count);
    if (first.has_required || bytes.length == 0)
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
        diag_add(diag, SEVERITY_ERROR, PROBLEM_FILE,
                 (struct place){.file = bytes.name, .line = first.line == 0 ? 1 : first.line},
                 "Delete the lines above them.",
                 "this line does not hold the headings; they are on line %zu",
                 line + trial.line - 1);
        return true;
    }
    return false;
}

const char *columns_text(const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return at == COLUMN_NONE || at >= row->count ? "" : row->cells[at].text;
}

struct place columns_place(struct arena *arena, const struct table *table,
                           const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return table_place(arena, table->file, row, at == COLUMN_NONE ? 0 : at);
}

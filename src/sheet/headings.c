/* SPDX-License-Identifier: MIT */
#include "quorate/columns.h"

#include <string.h>

#include "internal.h"
#include "quorate/buffer.h"
#include "quorate/names.h"
#include "quorate/text.h"

/* What a heading is called, and on which line the headings stand. */

static const char *without_last_words(struct arena *arena, const char *folded)
{
    static const char *const words[] = {"at", "on", "as", "of", "dated", "in", "for"};
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
    size_t unzoned;
    heading.zone = zone_in_heading(arena, text, &unzoned);
    if (heading.zone.kind != ZONE_UNTOLD)
        heading.unzoned = text_fold(arena, arena_copy(arena, text, unzoned));
    return heading;
}

static int number_of(const char *word, size_t length)
{
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        if (word[i] < '0' || word[i] > '9' || i == 4)
            return -1;
        number = 10 * number + (word[i] - '0');
    }
    return number;
}

/* "q1", "latest": a time that is no day. Some say that at the end of a heading only: "new patients"
 * are other patients. */
static bool is_of_a_time(struct arena *arena, const char *word, size_t length)
{
    static const char words[] =
        "latest;current;previous;quarter;est;estimate;estimated;provisional;quarterly;revised;"
        "corrected;updated;adjusted;amended;draft;agreed;final;actual;correct;official;true;used;"
        "voting;adjustment";
    static const char last[] = "old;new;now;last";
    bool quarter = length == 2 && *word == 'q' && word[1] >= '1' && word[1] <= '4';
    const char *whole = arena_copy(arena, word, length);
    return quarter || name_is_one_of(whole, words) ||
           ((word[length] == '\0' ||
             strncmp(word + length, " list size", strlen(" list size")) == 0) &&
            name_is_one_of(whole, last));
}

const char *heading_without_half_date(struct arena *arena, const struct heading *heading,
                                      struct half_date *date)
{
    struct buffer rest = {.arena = arena};
    size_t length;
    int last = -1; /* of two digits, and the year where a month stands beside it */
    bool timed = false;
    *date = (struct half_date){0};
    bool dated = heading->undated != NULL;
    for (const char *word = dated ? heading->undated : heading->folded; *word != '\0';
         word += length + (word[length] == ' ')) {
        length = strcspn(word, " ");
        int number = number_of(word, length), month = date_month_of(word, length);
        if (number >= 1900 && number <= 2199)
            date->year = number;
        else if (month > 0)
            date->month = month;
        else if (number >= 0 && number <= 99)
            last = number;
        else if (is_of_a_time(arena, word, length))
            timed = true;
        else
            buffer_format(&rest, "%s%.*s", rest.length == 0 ? "" : " ", (int)length, word);
    }
    if (date->year == 0 && date->month > 0 && last >= 0)
        date->year = 2000 + last;
    if (date->month == 0)
        date->month = 4; /* when list sizes are taken */
    return (dated || date->year == 0) && !timed ? NULL
                                                : without_last_words(arena, buffer_text(&rest));
}

bool heading_is_listed(const char *folded, const char *headers)
{
    return headers != NULL && name_is_one_of(folded, headers);
}

bool heading_is_of_others(const struct heading *heading, const struct column *column)
{
    return heading_is_listed(heading->folded, column->others);
}

enum heading_rank heading_rank_of(const struct heading *heading, const struct column *column)
{
    const char *folded = heading->folded;
    if (column->dated && heading->undated != NULL)
        folded = heading->undated;
    else if (column->zoned && heading->unzoned != NULL)
        folded = heading->unzoned;
    if (heading_is_listed(heading->folded, column->mapped))
        return HEADING_MAPPED;
    if (heading->text != NULL && strchr(heading->text, '%') != NULL && !column->percents)
        return HEADING_OTHER; /* "votes %" is not how many */
    if (heading_is_listed(folded, column->others) || heading_is_of_others(heading, column))
        return HEADING_OTHER;
    if (heading_is_listed(folded, column->weak))
        return HEADING_WEAK;
    return strcmp(folded, column->name) == 0 || heading_is_listed(folded, column->headers)
               ? HEADING_USUAL
               : HEADING_OTHER;
}

bool column_stands_in(const struct column *column, const struct column *other)
{
    return heading_is_listed(column->name, other->instead);
}

bool heading_is_of(const struct heading *heading, const struct column *column)
{
    return heading_rank_of(heading, column) != HEADING_OTHER;
}

/* --- Headings below a title --- */

#define LINES_BELOW 20

static bool is_among(const struct column *column, const struct heading *headings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (heading_is_of(&headings[i], column))
            return true;
    return false;
}

/* Whether a column is required, and neither it nor one that may stand in for it is there. */
static bool is_lacking(const struct column *wanted, size_t count, size_t column,
                       const struct heading *headings, size_t headings_count)
{
    bool there = !wanted[column].required || is_among(&wanted[column], headings, headings_count);
    for (size_t i = 0; i < count && !there; i++)
        there = column_stands_in(&wanted[i], &wanted[column]) &&
                is_among(&wanted[i], headings, headings_count);
    return !there;
}

static bool have_required(const struct column *wanted, size_t count, const struct heading *headings,
                          size_t headings_count)
{
    for (size_t i = 0; i < count; i++)
        if (is_lacking(wanted, count, i, headings, headings_count))
            return false;
    return true;
}

static size_t cells_filled(const struct heading_row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++)
        filled += *row->headings[i].text != '\0';
    return filled;
}

size_t headings_known(const struct heading_row *row, const struct column *wanted, size_t count)
{
    size_t known = 0;
    if (!have_required(wanted, count, row->headings, row->count))
        return 0;
    for (size_t i = 0; i < count; i++)
        known += is_among(&wanted[i], row->headings, row->count);
    return row->is_first || known > 1 || known == cells_filled(row) ? known : 0;
}

bool headings_are_of(const struct heading_row *row, const struct column *wanted, size_t count)
{
    return headings_known(row, wanted, count) > 0;
}

/* A row that is tried as the headings. */
struct trial {
    struct arena *arena;
    struct heading_row *row;
    bool is_read; /* else of each heading there is but its text */
};

static bool keep_headings(void *context, const struct row *row)
{
    struct trial *trial = context;
    struct heading *headings = arena_alloc(trial->arena, row->count, sizeof *headings);
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = row_cell(row, i);
        const char *text = arena_copy(trial->arena, cell->text, cell->length);
        headings[i] =
            trial->is_read ? heading_read(trial->arena, text) : (struct heading){.text = text};
    }
    trial->row->headings = headings;
    trial->row->count = row->count;
    trial->row->line = row->line;
    trial->row->separator = row->separator;
    return false;
}

/* The first row of the bytes, its line counted from there. False when there is none; what is wrong
 * with it is not told. */
static bool try_row(struct arena *arena, struct bytes bytes, size_t from, bool is_read,
                    struct heading_row *row)
{
    struct arena *scratch = arena_part(arena);
    struct diag silent = {.arena = scratch};
    struct trial trial = {arena, row, is_read};
    struct table_stream *stream =
        table_stream_open(scratch, &silent, bytes.name, keep_headings, &trial);
    size_t length = bytes.length - from; /* of which a header takes only so much */
    table_stream_feed(stream, bytes.bytes + from,
                      length < TABLE_CELL_MOST ? length : TABLE_CELL_MOST);
    table_stream_close(stream);
    arena_free(scratch);
    return row->line > 0;
}

/* Where the line behind this one begins; the length where there is none. */
static size_t next_line(struct bytes bytes, size_t from)
{
    const char *end = memchr(bytes.bytes + from, '\n', bytes.length - from);
    return end == NULL ? bytes.length : (size_t)(end - bytes.bytes) + 1;
}

static bool find_row(struct arena *arena, struct bytes bytes, bool is_read,
                     bool (*are)(const void *context, const struct heading_row *row),
                     const void *context, struct heading_row *found)
{
    size_t from = 0, top = 1, mark = table_mark(bytes.bytes, bytes.length);
    const char *remedy;
    char separator;
    if (lines_not_a_table(bytes.bytes, bytes.length, &remedy) != NULL)
        return false;
    for (size_t line = 1; line <= 1 + LINES_BELOW && from < bytes.length; line++) {
        *found = (struct heading_row){.is_first = line == 1, .at = from};
        bool is_row = try_row(arena, bytes, from, is_read, found);
        for (size_t i = 1; i < found->line; i++)
            found->at = next_line(bytes, found->at);
        found->line += line - 1;
        if (line == 1 && is_row)
            top = found->line;
        found->top = top;
        if (is_row && are(context, found)) {
            found->separator_stated =
                line_states_separator(bytes.bytes + mark, next_line(bytes, 0) - mark, &separator);
            return true;
        }
        from = next_line(bytes, from);
    }
    return false;
}

bool headings_find(struct arena *arena, struct bytes bytes,
                   bool (*are)(const void *context, const struct heading_row *row),
                   const void *context, struct heading_row *found)
{
    return find_row(arena, bytes, true, are, context, found);
}

bool headings_are_within(struct bytes head)
{
    size_t from = 0;
    for (size_t line = 1; line <= LINES_BELOW && from < head.length; line++)
        from = next_line(head, from);
    return from < head.length && head.length - from >= TABLE_CELL_MOST;
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

bool headings_are_sought(const void *context, const struct heading_row *row)
{
    const struct column_search *search = context;
    return headings_are_of(row, search->wanted, search->count);
}

void headings_refuse_title(struct diag *diag, const char *file, const struct heading_row *row)
{
    diag_add(diag, SEVERITY_ERROR, (struct place){.file = file, .line = row->top},
             "Delete the lines above them.",
             "this line does not hold the headings; they are on line %zu", row->line);
}

/* --- A row that only looks like headings --- */

/* The rows behind the first, while they are gone through. */
struct behind {
    size_t first; /* cells of the first */
    size_t wider, rows;
    size_t line; /* of the last of them: behind a blank line a row is tried twice */
};

static void look_behind(struct behind *behind, const struct heading_row *row)
{
    if (row->is_first) {
        behind->first = row->count;
        return;
    }
    if (row->line == behind->line)
        return;
    behind->line = row->line;
    behind->rows++;
    behind->wider += cells_filled(row) > behind->first;
}

static bool mostly_wider(const struct behind *behind)
{
    return behind->wider > 1 && 2 * behind->wider > behind->rows;
}

/* Goes no further than the second row where that is not wider. */
static bool is_second_and_fits(const void *context, const struct heading_row *row)
{
    struct behind *behind = *(struct behind *const *)context;
    look_behind(behind, row);
    return behind->rows == 1 && behind->wider == 0;
}

bool headings_are_too_few(struct arena *arena, struct bytes bytes)
{
    struct behind behind = {0}, *context = &behind;
    struct heading_row row;
    (void)find_row(arena, bytes, false, is_second_and_fits, &context, &row);
    return mostly_wider(&behind);
}

/* The row with the most cells, while rows are gone through. */
struct widest {
    const struct column *wanted;
    size_t count;
    struct heading_row *row;
    size_t filled; /* cells of it, */
    size_t first;  /* and of the first row of the file */
    bool known;    /* a heading in the first row is */
    bool narrow;   /* a row behind the widest is no wider than the first */
    struct behind behind;
};

static bool is_widest(const void *context, const struct heading_row *row)
{
    struct widest *widest = *(struct widest *const *)context;
    size_t filled = cells_filled(row);
    look_behind(&widest->behind, row);
    if (row->is_first) {
        widest->first = filled;
        for (size_t i = 0; i < widest->count; i++)
            widest->known =
                widest->known || is_among(&widest->wanted[i], row->headings, row->count);
    }
    if (filled > widest->filled) {
        widest->filled = filled;
        *widest->row = *row;
        widest->narrow = false;
    }
    widest->narrow = widest->narrow || filled <= widest->first;
    return false;
}

/* What to do about the columns that are lacking there. */
static const char *widest_remedy(struct arena *arena, const struct widest *widest)
{
    const char **lacking = arena_alloc(arena, widest->count, sizeof *lacking);
    size_t filled = 0;
    bool mappable = false;
    for (size_t i = 0; i < widest->count; i++)
        mappable = mappable || widest->wanted[i].of_a_form;
    for (size_t i = 0; i < widest->count; i++)
        if (is_lacking(widest->wanted, widest->count, i, widest->row->headings, widest->row->count))
            lacking[filled++] = arena_format(
                arena, mappable ? "--column %s=\"its heading\"" : "\"%s\"", widest->wanted[i].name);
    const char *list = text_list(arena, lacking, filled, "and");
    return mappable ? arena_format(arena,
                                   "If it is the row of headings, add %s to the command. The lines "
                                   "above it are passed over then.",
                                   list)
                    : arena_format(arena,
                                   "If it is the row of headings, delete the lines above it, and "
                                   "head the right columns %s.",
                                   list);
}

bool headings_refuse_unknown(struct arena *arena, struct diag *diag, struct bytes bytes,
                             const struct column *wanted, size_t count)
{
    struct heading_row tried, row = {0};
    struct widest widest = {.wanted = wanted, .count = count, .row = &row}, *context = &widest;
    (void)headings_find(arena, bytes, is_widest, &context, &tried);
    if ((widest.known && !mostly_wider(&widest.behind)) || widest.filled <= widest.first ||
        widest.first == 0 || (widest.first > 1 && widest.narrow))
        return false;
    const struct row line = {.line = row.line,
                             .bytes = bytes.bytes + row.at,
                             .length = next_line(bytes, row.at) - row.at,
                             .separator = row.separator};
    struct place place = line_place(arena, bytes.name, &line, 0, 0, 0);
    place.cell = place.width = 0;
    diag_add(
        diag, SEVERITY_ERROR, place, widest_remedy(arena, &widest),
        "no line holds the headings that are needed; this one looks most like a row of headings");
    return true;
}

bool columns_below_a_title(struct arena *arena, struct diag *diag, struct bytes bytes,
                           const struct column *wanted, size_t count)
{
    const struct column_search search = {wanted, count};
    struct heading_row row;
    if (bytes.length == 0 || begins_with_headings(arena, bytes, wanted, count))
        return false;
    if (!headings_find(arena, bytes, headings_are_sought, &search, &row))
        return headings_refuse_unknown(arena, diag, bytes, wanted, count);
    if (row.is_first)
        return false;
    headings_refuse_title(diag, bytes.name, &row);
    return true;
}

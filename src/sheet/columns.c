/* SPDX-License-Identifier: MIT */
#include "quorate/columns.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "internal.h"
#include "quorate/confusable.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

static const char first_row[] = "The first row must hold the headings of the columns.";

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
    const enum heading_rank *ranks; /* of all headings for the first column wanted, the next ... */
    bool *used;                     /* of the headings */
    bool mappable; /* the table's headings may be those of a form, which --column can name */
};

static void report_doubled(struct search *search, const struct column *column, size_t first,
                           size_t second)
{
    struct arena *arena = search->arena;
    const struct row *header = &search->table->header;
    const char *remedy = arena_format(arena, "Keep one of them. The headings are %s.",
                                      quoted_list(arena, search->headings, header->count));
    const char *what = arena_format(
        arena, "the column \"%s\" is there twice, headed \"%s\" (%s) and \"%s\" (%s)", column->name,
        search->headings[first].text, diag_cell_name(arena, first + 1, 0),
        search->headings[second].text, diag_cell_name(arena, second + 1, 0));
    diag_add_wording(search->diag, SEVERITY_ERROR,
                     table_place(arena, search->table->file, header, second),
                     wording_of_row(remedy, "Keep one of them."), wording_public(what));
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
    const char *called = column->called != NULL ? column->called : column->name;
    struct place place = table_place(arena, search->table->file, header, 0);
    place.cell = 0; /* the row as a whole */
    place.width = 0;
    const char *remedy = arena_format(arena, "Name the right one \"%s\".", called);
    if (column->missing != NULL)
        remedy = column->missing;
    else if (search->mappable)
        remedy = arena_format(arena,
                              "Name the right one \"%s\", or add --column %s=\"%s\" to the "
                              "command.",
                              called, column->name, near == NULL ? "its heading" : near);
    else if (near != NULL)
        remedy = arena_format(arena, "If \"%s\" is the one, name it \"%s\".", near, called);
    diag_add_wording(
        search->diag, SEVERITY_ERROR, place,
        wording_of_row(arena_format(arena, "The headings are %s. %s", seen, remedy), first_row),
        wording_public(arena_format(arena, "there is no column \"%s\"", called)));
}

static bool is_filled(const struct table *table, size_t cell)
{
    for (size_t i = 0; i < table->count; i++)
        if (table_cell(table, i, cell)->length > 0)
            return true;
    return false;
}

/* A blank column without a heading is nothing. */
static bool is_unused(const struct search *search, size_t cell)
{
    return !search->used[cell] &&
           (*search->headings[cell].text != '\0' || is_filled(search->table, cell)) &&
           !heading_is_of_others(&search->headings[cell], &search->columns->wanted[0]);
}

/* The column that the heading would be of if its letters were those that they look like; as digits
 * only where nothing else helps, for it may have a date. */
static size_t column_it_looks_like(const struct search *search, size_t cell, const char **as)
{
    const struct columns *columns = search->columns;
    for (int digits = 0; digits <= 1; digits++) {
        *as = text_as_it_looks(search->arena, search->headings[cell].text, digits == 1);
        if (*as == NULL)
            continue;
        struct heading heading = heading_read(search->arena, *as);
        for (size_t wanted = 0; wanted < columns->count; wanted++)
            if (heading_is_of(&heading, &columns->wanted[wanted]))
                return wanted;
    }
    return COLUMN_NONE;
}

static void report_look_alike(const struct search *search, size_t cell, size_t wanted,
                              const char *as)
{
    struct arena *arena = search->arena;
    const char *name = search->columns->wanted[wanted].name, *text = search->headings[cell].text;
    const char *otherwise =
        search->mappable ? arena_format(arena, "add --column none=\"%s\" to the command", text)
                         : "give it another heading";
    const char *remedy = arena_format(arena, "%sHead it \"%s\"; if it is something else, %s.",
                                      text_look_alike(arena, text, as), as, otherwise);
    diag_add_wording(search->diag, SEVERITY_ERROR,
                     table_place(arena, search->table->file, &search->table->header, cell),
                     wording_of_row(remedy, first_row),
                     WORDING(arena, "%s looks like a heading of the column \"%s\", and is none",
                             wording_quote(arena, text, "this"), wording_public(name)));
}

static void report_half_dated(const struct search *search, size_t cell, const char *rest,
                              const struct half_date *date)
{
    struct arena *arena = search->arena;
    const char *day =
        arena_format(arena, "%04d-%02d-01", date->year > 0 ? date->year : 2015, date->month);
    if (search->headings[cell].undated != NULL) {
        diag_add(search->diag, SEVERITY_ERROR,
                 table_place(arena, search->table->file, &search->table->header, cell),
                 "If this is the column that counts, write the day alone into it and delete any "
                 "other of that day; else delete this one.",
                 "the heading \"%s\" says more than the day, so it is not known whether the column "
                 "counts",
                 search->headings[cell].text);
        return;
    }
    diag_add(search->diag, SEVERITY_ERROR,
             table_place(arena, search->table->file, &search->table->header, cell),
             arena_format(arena, "Write the day into it, as in \"%s %s\".", rest, day),
             "the heading \"%s\" has no whole date, so it is not known of which day the column is",
             search->headings[cell].text);
}

/* A column of a year or a month that is told, and of a day that is not, would be passed over beside
 * those of other days. The columns that are meant are told by this. */
static bool refuse_half_dated(struct search *search, bool *meant)
{
    const struct columns *columns = search->columns;
    bool any = false;
    for (size_t i = 0; i < search->table->header.count; i++) {
        if (!is_unused(search, i))
            continue;
        struct half_date date;
        const char *rest = heading_without_half_date(search->arena, &search->headings[i], &date);
        if (rest == NULL)
            continue;
        const struct heading undated = {.text = rest, .folded = rest};
        for (size_t wanted = 0; wanted < columns->count; wanted++) {
            if (!columns->wanted[wanted].dated ||
                !heading_is_of(&undated, &columns->wanted[wanted]))
                continue;
            report_half_dated(search, i, rest, &date);
            meant[wanted] = search->used[i] = any = true;
        }
    }
    return any;
}

/* What looks like a heading and is none would be passed over, and nobody would see why. The columns
 * that are meant are told by this. */
static bool refuse_look_alikes(struct search *search, bool *meant)
{
    bool any = false;
    for (size_t i = 0; i < search->table->header.count; i++) {
        const char *as = NULL;
        size_t wanted = is_unused(search, i) ? column_it_looks_like(search, i, &as) : COLUMN_NONE;
        if (wanted == COLUMN_NONE)
            continue;
        report_look_alike(search, i, wanted, as);
        meant[wanted] = search->used[i] = any = true;
    }
    return any;
}

static const enum heading_rank *rank_headings(struct arena *arena, const struct columns *columns,
                                              const struct heading *headings, size_t count)
{
    enum heading_rank *ranks = arena_alloc(arena, columns->count * count, sizeof *ranks);
    for (size_t wanted = 0; wanted < columns->count; wanted++)
        for (size_t i = 0; i < count; i++)
            ranks[wanted * count + i] = heading_rank_of(&headings[i], &columns->wanted[wanted]);
    return ranks;
}

static enum heading_rank rank_of(const struct search *search, size_t wanted, size_t heading)
{
    return search->ranks[wanted * search->table->header.count + heading];
}

/* What the best heading for the column is worth, of those that are of no column by mapping. */
static enum heading_rank best_rank(const struct search *search, size_t wanted)
{
    enum heading_rank best = HEADING_OTHER;
    for (size_t i = 0; i < search->table->header.count; i++) {
        enum heading_rank rank = rank_of(search, wanted, i);
        if (!search->used[i] && rank > best)
            best = rank;
    }
    return best;
}

/* The cell of the series that has this date already; COLUMN_NONE for none. */
static size_t with_date(const struct columns *columns, struct date date)
{
    for (size_t i = 0; i < columns->series_count; i++)
        if (date_compare(columns->series[i].date, date) == 0)
            return columns->series[i].cell;
    return COLUMN_NONE;
}

/* Takes a heading for the column, which has none yet or is a series. Returns the cell that stands
 * in its way; COLUMN_NONE when it was taken. */
static size_t take_heading(struct search *search, size_t wanted, size_t cell)
{
    struct columns *columns = search->columns;
    const struct column *column = &columns->wanted[wanted];
    const struct heading *heading = &search->headings[cell];
    struct date date = {0};
    if (column->dated && heading->undated != NULL)
        date = heading->date;
    if (columns->at[wanted] != COLUMN_NONE) {
        size_t earlier = column->series ? with_date(columns, date) : columns->at[wanted];
        if (earlier != COLUMN_NONE)
            return earlier;
    } else {
        columns->at[wanted] = cell;
        columns->dates[wanted] = date;
    }
    if (column->series) {
        struct dated_cell *one = ARENA_PUSH(search->arena, columns->series, columns->series_count,
                                            columns->series_capacity);
        *one = (struct dated_cell){cell, date};
    }
    return COLUMN_NONE;
}

/* False when the column cannot be told. */
static bool find_one(struct search *search, size_t wanted)
{
    const struct column *column = &search->columns->wanted[wanted];
    enum heading_rank rank = best_rank(search, wanted);
    bool doubled = false;
    for (size_t i = 0; i < search->table->header.count; i++) {
        if (rank == HEADING_OTHER || search->used[i] || rank_of(search, wanted, i) != rank)
            continue;
        search->used[i] = true;
        size_t earlier = take_heading(search, wanted, i);
        if (earlier == COLUMN_NONE)
            continue;
        report_doubled(search, column, earlier, i);
        doubled = true;
    }
    return search->columns->at[wanted] != COLUMN_NONE && !doubled;
}

/* A heading that is mapped to one column is not of another, whatever it is called. False when a
 * required column is doubled. */
static bool find_all(struct search *search)
{
    const struct columns *columns = search->columns;
    bool sound = true;
    for (size_t i = 0; i < columns->count; i++)
        search->columns->at[i] = COLUMN_NONE;
    for (int mapped = 1; mapped >= 0; mapped--) {
        for (size_t i = 0; i < columns->count; i++) {
            const struct column *column = &columns->wanted[i];
            bool by_map = best_rank(search, i) == HEADING_MAPPED;
            if (columns->at[i] != COLUMN_NONE || by_map != (mapped == 1))
                continue;
            if (!find_one(search, i) && column->required && columns->at[i] != COLUMN_NONE)
                sound = false;
        }
    }
    return sound;
}

/* Whether neither the column is there nor one that may stand in for it. */
static bool is_lacking(const struct columns *columns, size_t wanted)
{
    bool lacking = columns->at[wanted] == COLUMN_NONE;
    for (size_t i = 0; i < columns->count && lacking; i++)
        lacking = columns->at[i] == COLUMN_NONE ||
                  !column_stands_in(&columns->wanted[i], &columns->wanted[wanted]);
    return lacking;
}

static bool is_torn(const struct row *row, size_t cell)
{
    size_t from, to;
    line_cell_span(row, cell, &from, &to);
    return memchr(row->bytes + from, '\n', to - from) != NULL;
}

/* A heading over several lines that nobody asked for can be a quotation mark left open, with rows
 * in it that would not be missed. */
static bool refuse_torn_headings(struct search *search)
{
    const struct row *header = &search->table->header;
    bool any = false;
    for (size_t i = 0; i < header->count && !search->mappable; i++) {
        if (search->used[i] || !is_torn(header, i))
            continue;
        diag_add(search->diag, SEVERITY_ERROR,
                 table_place(search->arena, search->table->file, header, i),
                 "If a quotation mark was left open, close it. Else take the line break out of the "
                 "heading, or delete the column.",
                 "this heading goes on over a line break and is none that is known");
        any = true;
    }
    return any;
}

/* Where a row goes on over a line break, it is not in a cell that means something: a quotation mark
 * that was left open would change what it says. */
static bool refuse_torn_cells(struct search *search)
{
    const struct table *table = search->table;
    bool any = false;
    for (size_t i = 0; i < table->run_count; i++) {
        struct row row;
        table_look(table, table->runs[i].first, &row);
        for (size_t cell = 0; cell < row.count && row.joined; cell++) {
            if (!search->used[cell] || !is_torn(&row, cell))
                continue;
            diag_add(search->diag, SEVERITY_ERROR,
                     table_place(search->arena, table->file, &row, cell),
                     "Replace the line break by a space (in Excel: Find and Replace, Ctrl+J), or "
                     "close the quotation mark at the end of the cell.",
                     "a line break stands in this cell, which --multi-line takes only in columns "
                     "that are not used");
            any = true;
        }
    }
    return any;
}

/* The column that is not there and that a heading is close to; NULL when it is to none, is the
 * heading of one that is there, or is closest to one that is required, which is told by itself. */
static const char *meant_column(struct arena *arena, const struct columns *columns,
                                const struct heading *heading)
{
    size_t filled = 0;
    const char **absent = arena_alloc(arena, columns->count, sizeof *absent);
    for (size_t i = 0; i < columns->count; i++) {
        if (heading_is_of(heading, &columns->wanted[i]) ||
            heading_is_of_others(heading, &columns->wanted[i]) ||
            heading_is_of_remarks(heading->folded)) /* "Notes" is not "votes" */
            return NULL;
        if (columns->at[i] == COLUMN_NONE && strlen(columns->wanted[i].name) > 2) /* not "to" */
            absent[filled++] = columns->wanted[i].name;
    }
    size_t nearest = text_nearest(arena, heading->text, absent, filled);
    for (size_t i = 0; i < columns->count && nearest != TEXT_NO_CHOICE; i++)
        if (columns->wanted[i].name == absent[nearest])
            return columns->wanted[i].required ? NULL : absent[nearest];
    return NULL;
}

/* What the headings that nothing reads may be meant for, as a sentence for each; or NULL. Two that
 * are close to one column are headings of something else. */
static const char *meant_columns(struct arena *arena, const struct columns *columns,
                                 const struct heading *headings, size_t count)
{
    const char **meant = arena_alloc(arena, count, sizeof *meant);
    struct buffer remedy = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        if (columns->unused[i] && *headings[i].text != '\0')
            meant[i] = meant_column(arena, columns, &headings[i]);
    for (size_t wanted = 0; wanted < columns->count; wanted++) {
        size_t close = 0, last = 0;
        for (size_t i = 0; i < count; i++) {
            if (meant[i] != columns->wanted[wanted].name)
                continue;
            close++;
            last = i;
        }
        if (close == 1)
            buffer_format(&remedy, "%sIf \"%s\" is the column \"%s\", head it so.",
                          remedy.length > 0 ? " " : "", headings[last].text, meant[last]);
    }
    return remedy.length == 0 ? NULL : buffer_text(&remedy);
}

static struct heading *read_headings(struct arena *arena, const struct row *header)
{
    struct heading *headings = arena_alloc(arena, header->count, sizeof *headings);
    for (size_t i = 0; i < header->count; i++)
        headings[i] = heading_read(arena, row_cell(header, i)->text);
    return headings;
}

bool columns_find(struct arena *arena, struct diag *diag, const struct table *table,
                  const struct column *wanted, size_t count, struct columns *columns)
{
    assert(count <= COLUMNS_MOST);
    size_t headings_count = table->header.count;
    *columns = (struct columns){.wanted = wanted, .count = count};
    columns->unused = arena_alloc(arena, headings_count, sizeof *columns->unused);
    const struct heading *headings = read_headings(arena, &table->header);
    struct search search = {
        .arena = arena,
        .diag = diag,
        .table = table,
        .columns = columns,
        .headings = headings,
        .ranks = rank_headings(arena, columns, headings, headings_count),
        .used = arena_alloc(arena, headings_count, sizeof(bool)),
    };
    for (size_t i = 0; i < count; i++)
        search.mappable = search.mappable || wanted[i].of_a_form;
    bool all = find_all(&search), unsure = false, meant[COLUMNS_MOST] = {false};
    all = !refuse_look_alikes(&search, meant) && all;
    all = !refuse_half_dated(&search, meant) && all;
    /* Only now is it known which headings are left to be suggested. */
    for (size_t i = 0; i < count; i++) {
        if (!is_lacking(columns, i))
            continue;
        unsure = unsure || wanted[i].unsure;
        if (wanted[i].required && !meant[i])
            report_missing(&search, &wanted[i]);
        all = all && !wanted[i].required;
    }
    bool torn = refuse_torn_headings(&search);
    if (refuse_torn_cells(&search) || torn)
        return false;
    for (size_t i = 0; i < headings_count && !unsure; i++)
        columns->unused[i] = is_unused(&search, i);
    return all;
}

#define TOLD_TEXTS_MOST  ((size_t)3) /* of a column that is not used */
#define TOLD_LENGTH_MOST ((size_t)30)
#define TOLD_DIGITS_MOST 4

/* A few words, or a mark; no number, time or address. */
static bool is_short_remark(const char *text)
{
    size_t letters = 0, digits = 0, length = strlen(text);
    for (const char *at = text; *at != '\0'; at++) {
        letters += isalpha((unsigned char)*at) || (unsigned char)*at >= 0x80 || strchr("?*", *at);
        digits += isdigit((unsigned char)*at) != 0;
    }
    return letters > 0 && digits <= TOLD_DIGITS_MOST && length <= TOLD_LENGTH_MOST &&
           strpbrk(text, "@\n") == NULL;
}

/* What stands in a column of remarks, or in one that is mostly blank, where that is little and
 * short and may be told: " (with "by phone" and "late")"; else "". */
static const char *texts_told(struct arena *arena, const struct diag *diag,
                              const struct table *table, size_t cell)
{
    const char *told[TOLD_TEXTS_MOST];
    size_t count = 0, filled = 0;
    bool all = true;
    struct arena *scratch = arena_part(arena);
    const struct column_text *texts =
        diag_is_secret(diag, table->file) ? NULL : table_texts(scratch, table, cell, &count);
    for (size_t i = 0; i < count && all; i++) {
        const char *text = texts[i].cell->text;
        if (*text == '\0')
            continue;
        all = filled < TOLD_TEXTS_MOST && is_short_remark(text);
        if (all)
            told[filled++] = arena_format(arena, "\"%s\"", text);
    }
    arena_free(scratch);
    bool is_of_remarks =
        filled < count ||
        heading_is_of_remarks(text_fold(arena, row_cell(&table->header, cell)->text));
    return !all || filled == 0 || !is_of_remarks
               ? ""
               : arena_format(arena, " (with %s)", text_list(arena, told, filled, "and"));
}

void columns_warn_of_unused(struct arena *arena, struct diag *diag, const struct table *table,
                            const struct columns *columns)
{
    size_t count = table->header.count, filled = 0, first = 0;
    const char **names = arena_alloc(arena, count, sizeof *names);
    struct heading *headings = read_headings(arena, &table->header);
    for (size_t i = 0; i < count; i++) {
        if (!columns->unused[i])
            continue;
        if (filled == 0)
            first = i;
        names[filled++] =
            arena_format(arena, "%s%s",
                         *headings[i].text != '\0' ? arena_format(arena, "\"%s\"", headings[i].text)
                                                   : arena_format(arena, "%s (no heading)",
                                                                  diag_cell_name(arena, i + 1, 0)),
                         texts_told(arena, diag, table, i));
    }
    if (filled == 0)
        return;
    const char *what = arena_format(
        arena, filled == 1 ? "the column %s is not used" : "the columns %s are not used",
        text_list(arena, names, filled, "and"));
    diag_add_wording(diag, SEVERITY_WARNING, table_place(arena, table->file, &table->header, first),
                     wording_of_row(meant_columns(arena, columns, headings, count), first_row),
                     wording_of_row(what, "not all headings are known"));
}

size_t columns_at(const struct columns *columns, size_t cell)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->at[i] == cell)
            return i;
    return COLUMN_NONE;
}

const char *columns_text(const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return at == COLUMN_NONE || at >= row->count ? "" : row_cell(row, at)->text;
}

struct place columns_place(struct arena *arena, const struct table *table,
                           const struct columns *columns, const struct row *row, size_t wanted)
{
    size_t at = columns->at[wanted];
    return table_place(arena, table->file, row, at == COLUMN_NONE ? 0 : at);
}

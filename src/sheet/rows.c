/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <string.h>

#include "internal.h"

/* A line that is known to hold sound characters becomes the header or a row, or a problem. */

void rows_report(struct row_reader *reader, size_t from, size_t to, size_t cell,
                 struct wording remedy, struct wording what)
{
    struct place place = {.file = reader->file};
    if (diag_lists(reader->diag, SEVERITY_ERROR)) /* what is not listed needs no copy of its row */
        place = line_place(reader->arena, reader->file, &reader->current, from, to, cell);
    diag_add_wording(reader->diag, SEVERITY_ERROR, place, remedy, what);
}

static void report_syntax(struct row_reader *reader, size_t from, size_t to, size_t cell,
                          const char *remedy, const char *what)
{
    rows_report(reader, from, to, cell, wording_public(remedy), wording_public(what));
}

static void report_cell(struct row_reader *reader, size_t cell, const char *remedy,
                        const char *what)
{
    size_t from, to;
    line_cell_span(&reader->current, cell, &from, &to);
    report_syntax(reader, from, to, cell, remedy, what);
}

void rows_refuse_file(struct row_reader *reader, const char *remedy, const char *what)
{
    diag_refuse(reader->diag, reader->file, remedy, "%s", what);
    reader->stopped = true;
}

static void report_unclosed(struct row_reader *reader, const struct second_look *look)
{
    static const char close_it[] = "Close it at the end of the cell, or take it out.";
    static const char in_row[] =
        "If the cell has a line break in it, replace that by a space (in Excel: Find and Replace, "
        "Ctrl+J), or add --multi-line if the column is not used. Else close the quotation mark at "
        "the end of the cell, or take it out.";
    const char *what = "a quotation mark is opened here and not closed on this line; a line break "
                       "inside quotes is not accepted in a row, because a forgotten quote swallows "
                       "the ballots that follow";
    if (!reader->header_done)
        what = "a quotation mark is opened here and not closed in the header";
    else if (reader->multi_line)
        what =
            "a quotation mark is opened here and not closed in the 64 KiB that follow, or before "
            "the end of the file";
    report_syntax(reader, look->start, look->start + 1, look->cell,
                  reader->header_done && !reader->multi_line ? in_row : close_it, what);
}

void rows_report_quotes(struct row_reader *reader)
{
    const struct row *row = &reader->current;
    struct second_look look = line_look_again(reader->arena, row);
    bool opened = look.start < row->length && row->bytes[look.start] == '"';
    bool earlier_line =
        look.at > look.start && memchr(row->bytes + look.start, '\n', look.at - look.start) != NULL;
    if (opened && (look.at == row->length || earlier_line))
        report_unclosed(reader, &look);
    else if (opened)
        report_syntax(reader, look.at, look.at + 1, look.cell,
                      "Write a quotation mark inside quotes twice, or take it out.",
                      "text stands behind a closing quotation mark");
    else
        report_syntax(reader, look.at, look.at + 1, look.cell,
                      look.at == look.start + 1 && row->bytes[look.start] == '='
                          ? "A program has written a formula, so that a spreadsheet keeps the text "
                            "as it is. Open the table in a spreadsheet program and save it as CSV "
                            "UTF-8, or take the = and the quotation marks out of every cell."
                          : "Put the whole cell in quotation marks and write those inside it "
                            "twice, or take them out.",
                      "a quotation mark stands inside a cell that is not in quotation marks");
}

/* The line at hand into cells. */
static enum parsed parse(struct row_reader *reader)
{
    const struct row *row = &reader->current;
    enum parsed parsed = line_parse(reader->parser, row->bytes, row->length, !reader->header_done);
    reader->cells = line_cells(reader->parser, &reader->count);
    reader->unreadable = parsed != PARSED_ROW;
    return parsed;
}

static void report_parsed(struct row_reader *reader, enum parsed parsed)
{
    if (parsed == PARSED_TOO_LARGE)
        report_cell(reader, reader->count, "Shorten it.", "the cell is longer than 64 KiB");
    else if (parsed == PARSED_TOO_MANY)
        report_cell(reader, reader->count, "Delete the columns that are not needed.",
                    "the line has more than 256 cells");
    else
        rows_report_quotes(reader);
}

static bool is_empty(const struct cell *cell)
{
    return cell->length == 0;
}

static void drop_empty_cells(struct row_reader *reader, size_t least)
{
    while (reader->count > least && is_empty(&reader->cells[reader->count - 1]))
        reader->count--;
}

static void deliver(struct row_reader *reader)
{
    reader->current.count = reader->count;
    reader->current.cells = reader->cells;
    reader->stopped = !reader->each(reader->context, &reader->current);
}

/* --- Lines inside quotes --- */

/*
 * A forgotten quotation mark that is closed by another one further below makes one cell of what
 * stands between them. Where the two are in one column, that cell holds at least as many separators
 * as a row does: that is what is refused here. Where they are in two, the row that comes of it has
 * more or fewer cells than others have, empty ones at its end counted: see has_cells_of_a_row. In a
 * table of one column nothing can be told; but there is no column then that is not used.
 */
static bool swallows_rows(struct row_reader *reader)
{
    const struct row *row = &reader->current;
    size_t cell = 0, separators = 0;
    bool quoted = false, broken = false;
    for (size_t i = 0; i < row->length && row->joined && reader->count > 1; i++) {
        quoted = quoted != (row->bytes[i] == '"');
        bool separates = row->bytes[i] == row->separator;
        broken = broken || (quoted && row->bytes[i] == '\n');
        separators += quoted && separates;
        if (broken && separators + 1 >= reader->count) {
            report_cell(reader, cell,
                        "Close the quotation mark at the end of the cell, or take the line break "
                        "out.",
                        "this cell goes on over a line break, and what stands in it looks like "
                        "rows that a forgotten quotation mark has swallowed");
            return true;
        }
        if (!quoted && separates) {
            cell++;
            separators = 0;
            broken = false;
        }
    }
    return false;
}

/* --- The header --- */

void rows_separate(struct row_reader *reader, char separator)
{
    reader->separator = reader->current.separator = separator;
    line_parser_separate(reader->parser, separator);
    if (separator != ',')
        reader->cutter = NULL;
}

bool rows_take_header(struct row_reader *reader, bool may_go_on)
{
    struct row *row = &reader->current;
    char separator = reader->separator;
    if (separator == '\0')
        separator = line_separator(row->bytes, row->length);
    if (separator == '\0') {
        rows_refuse_file(reader,
                         "Put a first line above the headings that says which it is: sep=, or "
                         "sep=; and put headings with the other in quotation marks.",
                         "has both commas and semicolons or tabs in its headings, so it cannot be "
                         "told which of them separates the cells");
        return true;
    }
    line_parser_separate(reader->parser, separator);
    row->separator = separator;
    enum parsed parsed = parse(reader);
    if (parsed == PARSED_OPEN && may_go_on)
        return false;
    reader->whole_width = reader->count;
    reader->header_joined = row->joined;
    drop_empty_cells(reader, 0);
    if (parsed == PARSED_ROW && reader->count == 0)
        return true; /* nothing but commas: as good as blank */
    rows_separate(reader, separator);
    if (parsed != PARSED_ROW)
        report_parsed(reader, parsed);
    else if (!swallows_rows(reader)) {
        deliver(reader);
        reader->width = reader->count;
    }
    reader->header_done = true;
    reader->header_bad = reader->width == 0;
    return true;
}

/* --- Rows --- */

static bool all_digits(const struct cell *cell, size_t least, size_t most)
{
    for (size_t i = 0; i < cell->length; i++)
        if (cell->text[i] < '0' || cell->text[i] > '9')
            return false;
    return cell->length >= least && cell->length <= most;
}

/* A number such as 10,318 that was not put in quotes: its first cell and how many it takes. */
static size_t split_number(const struct row_reader *reader, size_t *first)
{
    for (size_t i = 0; i + 1 < reader->count; i++) {
        size_t cells = 1;
        while (i + cells < reader->count && all_digits(&reader->cells[i + cells], 3, 3))
            cells++;
        if (cells > 1 && all_digits(&reader->cells[i], 1, 3)) {
            *first = i;
            return cells;
        }
    }
    return 0;
}

static const char *separator_name(const struct row_reader *reader)
{
    switch (reader->separator) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    default:
        return arena_format(reader->arena, "\"%c\"", reader->separator);
    }
}

static const char *too_many_remedy(const struct row_reader *reader)
{
    if (reader->of_sheet)
        return "Give its column a heading, or clear the cell.";
    if (reader->current.joined)
        return "Check the quotation marks of this row: one that was forgotten takes in what "
               "follows.";
    return arena_format(
        reader->arena,
        "Put a cell that holds a %s in quotation marks. If this is a cell of its own, "
        "give its column a heading, or clear it.",
        separator_name(reader));
}

static const char *too_few_remedy(const struct row_reader *reader)
{
    return arena_format(reader->arena,
                        "Add what is missing; a cell that stays empty needs its %s too.",
                        separator_name(reader));
}

/* `width` is how many cells the row should have. */
static void report_count(struct row_reader *reader, size_t width)
{
    struct arena *arena = reader->arena;
    size_t first, from, to, unused;
    const char *what = arena_format(arena, "the row has %zu %s and the header has %zu",
                                    reader->count, reader->count == 1 ? "cell" : "cells", width);
    bool by_comma = reader->separator == ',' && !reader->of_sheet;
    size_t parts = by_comma && reader->count > width ? split_number(reader, &first) : 0;
    if (parts > 0) {
        struct buffer number = {.arena = arena};
        for (size_t i = 0; i < parts; i++)
            buffer_format(&number, "%s%s", i > 0 ? "," : "", reader->cells[first + i].text);
        const struct row *row = &reader->current;
        line_cell_span(row, first, &from, &unused);
        line_cell_span(row, first + parts - 1, &unused, &to);
        const char *meant =
            arena_format(arena, "Did you mean one number? Then put %s in quotation marks: \"%s\".",
                         buffer_text(&number), buffer_text(&number));
        rows_report(reader, from, to, first, wording_of_row(meant, too_many_remedy(reader)),
                    wording_public(what));
    } else if (reader->count > width) {
        report_cell(reader, width, too_many_remedy(reader), what);
    } else {
        report_cell(reader, reader->count - 1, too_few_remedy(reader), what);
    }
}

/* A tab that was not trimmed off. */
static bool has_tab(struct row_reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        if (memchr(reader->cells[i].text, '\t', reader->cells[i].length) == NULL)
            continue;
        report_cell(reader, i, "Replace it by a space.", "a tab stands inside the cell");
        return true;
    }
    return false;
}

/*
 * Whether a row that goes on over a line break, or one below headings that do, has neither fewer
 * nor more cells than it can have where no quotation mark was forgotten. Others may have any number
 * of empty cells at their end.
 */
static bool has_cells_of_a_row(const struct row_reader *reader)
{
    if (reader->header_joined && reader->count < reader->whole_width)
        return false;
    return !reader->current.joined || reader->count == reader->width ||
           reader->count == reader->whole_width;
}

/* The cells of the line at hand as a row. */
static void take_cells(struct row_reader *reader, bool plain)
{
    size_t i = 0;
    while (i < reader->count && is_empty(&reader->cells[i]))
        i++;
    if (i == reader->count || (!plain && has_tab(reader)) || reader->header_bad)
        return;
    if (!has_cells_of_a_row(reader)) {
        report_count(reader, reader->whole_width);
        return;
    }
    drop_empty_cells(reader, reader->width);
    if (reader->count == reader->width)
        deliver(reader);
    else
        report_count(reader, reader->width);
}

size_t rows_take_simple(struct row_reader *reader, const char *bytes, size_t available)
{
    size_t taken = line_cut(reader->cutter, bytes, available, &reader->current);
    if (taken == 0)
        return 0;
    reader->cells = reader->current.cells;
    reader->count = reader->current.count;
    if (reader->count == reader->width && !is_empty(reader->cells) && !reader->header_joined)
        reader->stopped = !reader->each(reader->context, &reader->current); /* as nearly always */
    else
        take_cells(reader, true);
    return taken;
}

bool rows_take(struct row_reader *reader, bool plain, bool may_go_on)
{
    enum parsed parsed = parse(reader);
    if (parsed == PARSED_OPEN && may_go_on)
        return false;
    if (parsed != PARSED_ROW)
        report_parsed(reader, parsed);
    else if (!swallows_rows(reader))
        take_cells(reader, plain);
    return true;
}

/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <string.h>

#include "internal.h"

/* A line that is known to hold sound characters becomes the header or a row, or a problem. */

void rows_report(struct row_reader *reader, enum problem_kind kind, size_t from, size_t to,
                 size_t cell, const char *remedy, const char *what)
{
    struct place place = {.file = reader->file};
    if (reader->diag->errors < DIAG_MOST) /* what is not listed needs no copy of its row */
        place = line_place(reader->arena, reader->file, &reader->current, from, to, cell);
    diag_add(reader->diag, SEVERITY_ERROR, kind, place, remedy, "%s", what);
}

static void report_cell(struct row_reader *reader, size_t cell, const char *remedy,
                        const char *what)
{
    size_t from, to;
    line_cell_span(reader->current.bytes, reader->current.length, cell, &from, &to);
    rows_report(reader, PROBLEM_SYNTAX, from, to, cell, remedy, what);
}

void rows_refuse_file(struct row_reader *reader, const char *remedy, const char *what)
{
    diag_add(reader->diag, SEVERITY_ERROR, PROBLEM_FILE, (struct place){.file = reader->file},
             remedy, "%s", what);
    reader->stopped = true;
}

static void report_unclosed(struct row_reader *reader, const struct second_look *look)
{
    rows_report(
        reader, PROBLEM_SYNTAX, look->start, look->start + 1, look->cell,
        reader->header_done
            ? "If the cell has a line break in it, replace that by a space (in Excel: Find and "
              "Replace, Ctrl+J). Else close the quotation mark at the end of the cell, or take it "
              "out."
            : "Close it at the end of the cell, or take it out.",
        reader->header_done
            ? "a quotation mark is opened here and not closed on this line; a line break inside "
              "quotes is not accepted in a row, because a forgotten quote swallows the ballots "
              "that follow"
            : "a quotation mark is opened here and not closed in the header");
}

void rows_report_quotes(struct row_reader *reader)
{
    const struct row *row = &reader->current;
    struct second_look look = line_look_again(reader->arena, row->bytes, row->length);
    bool opened = look.start < row->length && row->bytes[look.start] == '"';
    bool earlier_line =
        look.at > look.start && memchr(row->bytes + look.start, '\n', look.at - look.start) != NULL;
    if (opened && (look.at == row->length || earlier_line))
        report_unclosed(reader, &look);
    else if (opened)
        rows_report(reader, PROBLEM_SYNTAX, look.at, look.at + 1, look.cell,
                    "Write a quotation mark inside quotes twice, or take it out.",
                    "text stands behind a closing quotation mark");
    else
        rows_report(
            reader, PROBLEM_SYNTAX, look.at, look.at + 1, look.cell,
            "Put the whole cell in quotation marks and write those inside it twice, or take "
            "them out.",
            "a quotation mark stands inside a cell that is not in quotation marks");
}

/* The line at hand into cells. */
static enum parsed parse(struct row_reader *reader)
{
    const struct row *row = &reader->current;
    enum parsed parsed = line_parse(reader->parser, row->bytes, row->length, !reader->header_done);
    reader->cells = line_cells(reader->parser, &reader->count);
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
    if (reader->keep) {
        struct cell *cells = arena_alloc(reader->arena, reader->count, sizeof *cells);
        memcpy(cells, reader->cells, reader->count * sizeof *cells);
        reader->current.cells = cells;
    }
    reader->stopped = !reader->each(reader->context, &reader->current);
}

/* --- The header --- */

/*
 * A quote left open in the header may be closed by one in a row below. Then a line inside the
 * heading is a row, and has a comma. In a table of one column there are none to be lost: such a
 * heading is none that its reader finds.
 */
static bool swallows_a_row(const struct row *header, size_t cells)
{
    bool quoted = false, further = false;
    for (size_t i = 0; i < header->length && cells > 1; i++) {
        quoted = quoted != (header->bytes[i] == '"');
        further = further || header->bytes[i] == '\n';
        if (further && quoted && header->bytes[i] == ',')
            return true;
    }
    return false;
}

bool rows_take_header(struct row_reader *reader, size_t extra_lines, bool may_go_on)
{
    const struct row *row = &reader->current;
    const char *fault = extra_lines == 0 ? lines_not_commas(row->bytes, row->length) : NULL;
    if (fault != NULL) {
        rows_refuse_file(reader, lines_remedy, fault);
        return true;
    }
    enum parsed parsed = parse(reader);
    if (parsed == PARSED_OPEN && may_go_on)
        return false;
    drop_empty_cells(reader, 0);
    if (parsed == PARSED_ROW && reader->count == 0)
        return true; /* nothing but commas: as good as blank */
    if (parsed != PARSED_ROW)
        report_parsed(reader, parsed);
    else if (swallows_a_row(row, reader->count))
        rows_report(reader, PROBLEM_SYNTAX, 0, 0, 0,
                    "Close the quotation mark, or take the line break out of the heading.",
                    "a heading in quotation marks goes on over a line with a comma, which looks "
                    "like a row");
    else {
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

static void report_count(struct row_reader *reader)
{
    struct arena *arena = reader->arena;
    size_t first, from, to, unused;
    const char *what =
        arena_format(arena, "the row has %zu %s and the header has %zu", reader->count,
                     reader->count == 1 ? "cell" : "cells", reader->width);
    size_t parts = reader->count > reader->width ? split_number(reader, &first) : 0;
    if (parts > 0) {
        struct buffer number = {.arena = arena};
        for (size_t i = 0; i < parts; i++)
            buffer_format(&number, "%s%s", i > 0 ? "," : "", reader->cells[first + i].text);
        const struct row *row = &reader->current;
        line_cell_span(row->bytes, row->length, first, &from, &unused);
        line_cell_span(row->bytes, row->length, first + parts - 1, &unused, &to);
        rows_report(reader, PROBLEM_SYNTAX, from, to, first,
                    arena_format(arena,
                                 "Did you mean one number? Then put %s in quotation marks: \"%s\".",
                                 buffer_text(&number), buffer_text(&number)),
                    what);
    } else if (reader->count > reader->width) {
        report_cell(reader, reader->width, "Put a cell that holds a comma in quotation marks.",
                    what);
    } else {
        report_cell(reader, reader->count - 1,
                    "Add what is missing; a cell that stays empty needs its comma too.", what);
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

/* The cells of the line at hand as a row. */
static void take_cells(struct row_reader *reader, bool plain)
{
    size_t i = 0;
    while (i < reader->count && is_empty(&reader->cells[i]))
        i++;
    if (i == reader->count || (!plain && has_tab(reader)) || reader->header_bad)
        return;
    drop_empty_cells(reader, reader->width);
    if (reader->count == reader->width)
        deliver(reader);
    else
        report_count(reader);
}

size_t rows_take_simple(struct row_reader *reader, const char *bytes, size_t available)
{
    size_t taken = line_cut(reader->cutter, bytes, available, &reader->current);
    if (taken == 0)
        return 0;
    reader->cells = reader->current.cells;
    reader->count = reader->current.count;
    take_cells(reader, true);
    return taken;
}

void rows_take(struct row_reader *reader, bool plain)
{
    enum parsed parsed = parse(reader);
    if (parsed == PARSED_ROW)
        take_cells(reader, plain);
    else
        report_parsed(reader, parsed);
}

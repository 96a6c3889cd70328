/* SPDX-License-Identifier: MIT */
#include "grid.h"

#include <string.h>

#include "quorate/text.h"

/* ---- Filling it */

void grid_add(struct grid *grid, size_t row, size_t column, const char *text)
{
    if (*text == '\0')
        return;
    char *line = arena_copy(grid->arena, text, strlen(text));
    for (char *at = line; (at = strpbrk(at, "\r\n\t")) != NULL;)
        *at = ' ';
    struct grid_cell *cell = ARENA_PUSH(grid->arena, grid->cells, grid->count, grid->capacity);
    *cell = (struct grid_cell){row, column, line};
}

static void add_fault(struct grid *grid, struct grid_fault fault)
{
    struct grid_fault *place =
        ARENA_PUSH(grid->arena, grid->faults, grid->fault_count, grid->fault_capacity);
    *place = fault;
}

void grid_refuse(struct grid *grid, size_t row, size_t column, const char *remedy,
                 struct wording what)
{
    add_fault(grid, (struct grid_fault){row, row, column, what, remedy});
}

void grid_refuse_cell(struct grid *grid, size_t row, size_t column, enum cell_fault fault)
{
    static const struct {
        const char *what, *remedy;
    } faults[] = {
        [CELL_UNSAVED] = {"this cell holds a formula, and what it gives was not saved",
                          "Open the workbook in a spreadsheet program and save it, or type the "
                          "value."},
        [CELL_CROSSED_OUT] = {"this cell is crossed out",
                              "If it is not to count, delete the row, or empty the cell; else take "
                              "the line off."},
        [CELL_NOTED] = {"a part of this cell stands above or below its line, as the number of a "
                        "note does",
                        "Take it out, or type what is meant."},
        [CELL_UNSHOWN] = {"this cell does not show the text that it holds",
                          "Let the cell show what it holds, or empty it."},
    };
    grid_refuse(grid, row, column, faults[fault].remedy, wording_public(faults[fault].what));
}

void grid_refuse_error(struct grid *grid, size_t row, size_t column, const char *error)
{
    grid_refuse(grid, row, column, "Put the formula right, or type what is meant.",
                WORDING(grid->arena, "this cell holds an error%s",
                        wording_of_row(arena_format(grid->arena, ", %s", error), "")));
}

/* The first cell of that row or one below; their count when there is none. */
static size_t first_from(const struct grid *grid, size_t row)
{
    size_t from = 0, to = grid->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (grid->cells[middle].row < row)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

void grid_hide_row(struct grid *grid, size_t row)
{
    struct grid_fault *last = grid->fault_count == 0 ? NULL : &grid->faults[grid->fault_count - 1];
    static const char remedy[] = "What is to count has to be seen: take the filter off, or unhide "
                                 "it. Delete the rest.";
    if (grid->count == 0 || grid->cells[grid->count - 1].row != row)
        return;
    if (last != NULL && last->remedy == remedy && last->to + 1 == row) {
        last->to = row;
        last->what = wording_public(
            arena_format(grid->arena,
                         "the rows %zu to %zu are hidden, so whoever looked at the sheet did not "
                         "see them",
                         last->from, last->to));
        return;
    }
    add_fault(grid, (struct grid_fault){
                        .from = row,
                        .to = row,
                        .what = wording_public("this row is hidden, so whoever looked at the sheet "
                                               "did not see it"),
                        .remedy = remedy});
}

void grid_hide_columns(struct grid *grid, size_t from, size_t to)
{
    for (size_t column = from; column <= to && column <= TABLE_COLUMNS_MOST; column++)
        grid->hidden[column] = true;
}

void grid_mark(struct grid *grid, size_t row, size_t column, enum grid_mark mark)
{
    struct grid_cell *marked = ARENA_PUSH(grid->arena, grid->marks[mark], grid->mark_count[mark],
                                          grid->mark_capacity[mark]);
    *marked = (struct grid_cell){.row = row, .column = column};
}

void grid_merge(struct grid *grid, size_t from_row, size_t from_column, size_t to_row,
                size_t to_column)
{
    size_t i = first_from(grid, from_row);
    while (i < grid->count && grid->cells[i].row <= to_row &&
           (grid->cells[i].column < from_column || grid->cells[i].column > to_column))
        i++;
    if (i == grid->count || grid->cells[i].row > to_row)
        return;
    const char *what =
        arena_format(grid->arena,
                     "the cells %s to %s are merged, so it cannot be told for which rows and "
                     "columns they stand",
                     diag_cell_name(grid->arena, from_column, from_row),
                     diag_cell_name(grid->arena, to_column, to_row));
    add_fault(grid, (struct grid_fault){from_row, to_row, from_column, wording_public(what),
                                        "Unmerge them, and fill in each."});
}

/* ---- Its text */

/* Whether the cell is the same without quotation marks, whatever a table of text begins with. */
static bool is_bare(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                 " .-/:");
    return text[length] == '\0' && *text != ' ' && text[length - 1] != ' ' &&
           strncmp(text, "sep", 3) != 0;
}

static void add_cell(struct buffer *text, const char *cell)
{
    if (is_bare(cell)) {
        buffer_add(text, cell);
        return;
    }
    buffer_add(text, "\"");
    for (const char *at = cell; *at != '\0'; at++)
        buffer_add_bytes(text, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(text, "\"");
}

static size_t width_of(const struct grid *grid)
{
    size_t width = 0;
    for (size_t i = 0; i < grid->count; i++)
        width = grid->cells[i].column > width ? grid->cells[i].column : width;
    return width;
}

bool grid_text(const struct grid *grid, struct bytes *text, const char **fault)
{
    struct buffer buffer = {.arena = grid->arena};
    size_t row = 1, column = 1, width = width_of(grid);
    *fault = "is too large: a sheet of more than 256 columns is not read";
    if (width > TABLE_COLUMNS_MOST)
        return false;
    *fault = "is too large: the text of a sheet takes more than 64 MiB";
    for (size_t i = 0; i < grid->count; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->row > row) { /* each row has all columns, so that none has too few */
            buffer_add_repeated(&buffer, ',', i > 0 ? width - column : 0);
            buffer_add_repeated(&buffer, '\n', cell->row - row);
            row = cell->row;
            column = 1;
        }
        buffer_add_repeated(&buffer, ',', cell->column - column);
        column = cell->column;
        add_cell(&buffer, cell->text);
        if (buffer.length > GRID_BYTES_MOST)
            return false;
    }
    buffer_add_repeated(&buffer, ',', grid->count > 0 ? width - column : 0);
    buffer_add(&buffer, "\n");
    text->bytes = buffer_text(&buffer);
    text->length = buffer.length;
    return true;
}

size_t grid_widest_row(const struct grid *grid)
{
    size_t widest = 1, most = 0, count = 0;
    for (size_t i = 0; i < grid->count; i++) {
        count = i > 0 && grid->cells[i - 1].row == grid->cells[i].row ? count + 1 : 1;
        if (count <= most)
            continue;
        most = count;
        widest = grid->cells[i].row;
    }
    return widest;
}

/* ---- What is wrong with it */

static struct place place_of(const struct bytes *text, size_t row, size_t column)
{
    return (struct place){.file = text->name, .line = row, .cell = column, .row = row};
}

static void warn_of_marks(const struct grid *grid, struct diag *diag, size_t headings,
                          const struct bytes *text, enum grid_mark mark)
{
    static const struct {
        const char *one, *several, *remedy;
    } words[] = {
        [GRID_FORMULA] = {"this cell holds a formula", "cells hold formulas",
                          "What is read is what it gave when the workbook was saved."},
        [GRID_COMMENT] = {"this cell has a comment, which is not read",
                          "cells have comments, which are not read",
                          "What bears on the count has to stand in a cell."},
        [GRID_BOX] = {"a text box lies on the sheet, and is not read",
                      "text boxes lie on the sheet, and are not read",
                      "What bears on the count has to stand in a cell."},
    };
    size_t count = 0;
    const struct grid_cell *first = NULL;
    for (size_t i = 0; i < grid->mark_count[mark]; i++) {
        if (grid->marks[mark][i].row < headings)
            continue;
        first = first == NULL ? &grid->marks[mark][i] : first;
        count++;
    }
    if (count > 0)
        diag_add(diag, SEVERITY_WARNING, place_of(text, first->row, first->column),
                 words[mark].remedy, "%s",
                 count == 1 ? words[mark].one
                            : arena_format(grid->arena, "%zu %s%s", count, words[mark].several,
                                           first->row == 0 ? "" : ", this one first"));
}

/* How many rows have something, from this one on. */
static size_t rows_from(const struct grid *grid, size_t from)
{
    size_t rows = 0;
    for (size_t i = first_from(grid, from); i < grid->count; i++)
        rows += i == 0 || grid->cells[i - 1].row != grid->cells[i].row;
    return rows;
}

#define COLOURED_OF_ROWS 3 /* where one row in so many is coloured, that says something */

/* Some rows that are coloured among others, for a reason that the table does not tell; where half
 * of them are they are striped, and the last alone is a total. */
static void warn_of_colours(const struct grid *grid, struct diag *diag, size_t headings,
                            const struct bytes *text)
{
    const struct grid_cell *coloured = grid->marks[GRID_COLOUR];
    size_t rows = rows_from(grid, headings + 1), count = 0, first = 0;
    for (size_t i = 0; i < grid->mark_count[GRID_COLOUR]; i++) {
        if (coloured[i].row <= headings || (i > 0 && coloured[i - 1].row == coloured[i].row))
            continue;
        first = count == 0 ? i : first;
        count++;
    }
    bool last = count == 1 && coloured[first].row == grid->cells[grid->count - 1].row;
    if (count > 0 && !last && COLOURED_OF_ROWS * count <= rows)
        diag_add(
            diag, SEVERITY_WARNING, place_of(text, coloured[first].row, coloured[first].column),
            "What the colour says has to stand in a cell, or in a column of its own.", "%s",
            count == 1 ? "this row is coloured and the others are not, which is not read"
                       : arena_format(grid->arena,
                                      "%zu rows are coloured and the others are not, which is not "
                                      "read, this one first",
                                      count));
}

/* A column that nobody saw is read all the same. */
static void warn_of_hidden_columns(const struct grid *grid, struct diag *diag, size_t headings,
                                   const struct bytes *text)
{
    size_t count = 0;
    const char *names[TABLE_COLUMNS_MOST];
    bool filled[TABLE_COLUMNS_MOST + 1] = {false};
    for (size_t i = first_from(grid, headings); i < grid->count; i++)
        filled[grid->cells[i].column] = true;
    for (size_t column = 1; column <= TABLE_COLUMNS_MOST; column++)
        if (filled[column] && grid->hidden[column])
            names[count++] = diag_cell_name(grid->arena, column, 0);
    if (count == 0)
        return;
    diag_add(diag, SEVERITY_WARNING, (struct place){.file = text->name, .line = headings},
             "If it is not meant to be read, delete it.", "%s",
             arena_format(grid->arena,
                          count == 1 ? "the column %s is hidden, and is read all the same"
                                     : "the columns %s are hidden, and are read all the same",
                          text_list(grid->arena, names, count, "and")));
}

/* Blanks the lines of the rows that cannot be used. */
static void blank_rows(const struct grid *grid, size_t headings, struct bytes *text)
{
    size_t last = grid->count == 0 ? 0 : grid->cells[grid->count - 1].row, row = 1;
    /* How many more faults there are in a row than in the one above it. */
    ptrdiff_t *more = arena_alloc(grid->arena, last + 2, sizeof *more), faults = 0;
    for (size_t i = 0; i < grid->fault_count; i++) {
        const struct grid_fault *fault = &grid->faults[i];
        size_t from = fault->from > headings ? fault->from : headings + 1;
        if (from > fault->to || from > last)
            continue;
        more[from]++;
        more[fault->to < last ? fault->to + 1 : last + 1]--;
    }
    char *lines = arena_copy(grid->arena, text->bytes, text->length);
    for (size_t i = 0; i < text->length; i++) {
        if (lines[i] == '\n')
            faults += more[++row];
        else if (faults > 0)
            lines[i] = ' ';
    }
    text->bytes = lines;
}

void grid_report(const struct grid *grid, struct diag *diag, size_t headings, struct bytes *text)
{
    bool any = false;
    for (size_t i = 0; i < grid->fault_count; i++) {
        const struct grid_fault *fault = &grid->faults[i];
        if (fault->to < headings)
            continue;
        size_t from = fault->from < headings ? headings : fault->from;
        diag_add_wording(diag, SEVERITY_ERROR, place_of(text, from, fault->column),
                         wording_public(fault->remedy), fault->what);
        any = true;
    }
    if (any)
        blank_rows(grid, headings, text);
    warn_of_marks(grid, diag, headings, text, GRID_FORMULA);
    warn_of_marks(grid, diag, headings, text, GRID_COMMENT);
    warn_of_marks(grid, diag, 0, text, GRID_BOX);
    warn_of_colours(grid, diag, headings, text);
    warn_of_hidden_columns(grid, diag, headings, text);
}

/* SPDX-License-Identifier: MIT */
#include "text_page.h"

#include <string.h>

#include "quorate/text.h"
#include "write.h"

#define GAP ((size_t)2)

/* ---- Lines */

void text_page_line(const struct text_page *page, const char *text)
{
    text_wrap(page->out, write_printable(page->arena, text), 0, 0, PAGE_WIDTH);
}

const char *text_page_marked(const struct text_page *page, const char *text,
                             struct note_marks marks)
{
    for (size_t i = 0; i < marks.count; i++)
        text = arena_format(page->arena, "%s [%zu]", text, marks.numbers[i]);
    return text;
}

void text_page_blank(const struct text_page *page)
{
    buffer_add(page->out, "\n");
}

void text_page_rule(const struct text_page *page)
{
    buffer_add_repeated(page->out, '-', PAGE_WIDTH);
    buffer_add(page->out, "\n");
}

static void text_page_label(const struct text_page *page, const char *label)
{
    const char *text = label == NULL ? "" : write_printable(page->arena, label);
    size_t width = text_width(text);
    buffer_add(page->out, text);
    if (width >= PAGE_INDENT) {
        buffer_add(page->out, "\n");
        width = 0;
    }
    buffer_add_repeated(page->out, ' ', PAGE_INDENT - width);
}

void text_page_paragraph(const struct text_page *page, const char *label, const char *text)
{
    text_page_label(page, label);
    text_wrap(page->out, write_printable(page->arena, text), PAGE_INDENT, PAGE_INDENT, PAGE_WIDTH);
}

void text_page_item(const struct text_page *page, const char *text)
{
    static const char mark[] = "- ";
    size_t indent = PAGE_INDENT + sizeof mark - 1;
    text_page_label(page, NULL);
    buffer_add(page->out, mark);
    text_wrap(page->out, write_printable(page->arena, text), indent, indent, PAGE_WIDTH);
}

/* Printable text at the left or right edge of so many columns. */
static void add_left(const struct text_page *page, const char *text, size_t width)
{
    size_t used = text_width(text);
    buffer_add(page->out, text);
    if (used < width)
        buffer_add_repeated(page->out, ' ', width - used);
}

static void add_right(const struct text_page *page, const char *text, size_t width)
{
    size_t used = text_width(text);
    if (used < width)
        buffer_add_repeated(page->out, ' ', width - used);
    buffer_add(page->out, text);
}

static void widen(size_t *width, size_t needed)
{
    if (needed > *width)
        *width = needed;
}

/* ---- Tables. The cells as they are printed, headings first, without the columns that are too wide
 * for the page. */

struct laid_out {
    const struct doc_column *columns; /* those that are printed */
    size_t column_count, row_count;
    const char **cells;
    size_t *widths;
    bool has_prose; /* in the last column */
};

static const char *cell_text(const struct text_page *page, const struct doc_row *row, size_t column)
{
    const struct doc_cell *cell = &row->cells[column];
    const char *text = cell->brief == NULL ? cell->text : cell->brief;
    if (column == 0 && row->marks != NULL)
        text = text_page_marked(page, text, *row->marks);
    return text == NULL ? "" : write_printable(page->arena, text);
}

static const char *heading_text(const struct text_page *page, const struct doc_column *column)
{
    return write_printable(page->arena, column->brief == NULL ? column->heading : column->brief);
}

/* A group that is wider than its columns widens the last of them. */
static void fit_groups(const struct text_page *page, struct laid_out *laid)
{
    for (size_t first = 0; first < laid->column_count; first++) {
        if (laid->columns[first].group == NULL)
            continue;
        size_t last = first, span = 0;
        do
            span += laid->widths[last++] + GAP;
        while (last < laid->column_count && laid->columns[last].group == NULL);
        size_t needed = text_width(write_printable(page->arena, laid->columns[first].group)) + GAP;
        if (needed > span)
            laid->widths[last - 1] += needed - span;
    }
}

/* The first column has what the others leave of the page, and no more than it needs unless prose
 * begins at a place of its own. */
static void fit_names(struct laid_out *laid, size_t prose_at)
{
    size_t others = 0, figures = laid->column_count - (laid->has_prose ? 1 : 0);
    for (size_t column = 1; column < figures; column++)
        others += GAP + laid->widths[column];
    if (laid->has_prose) {
        laid->widths[0] = prose_at - GAP - others;
        return;
    }
    size_t left = others < PAGE_WIDTH ? PAGE_WIDTH - others : 0;
    if (laid->widths[0] > left)
        laid->widths[0] = left;
}

/* The columns from `first` on, `count` of them, behind that of the names. */
static struct laid_out lay_out(const struct text_page *page, const struct doc_table *table,
                               size_t first, size_t count)
{
    struct arena *arena = page->arena;
    struct doc_column *columns = arena_alloc(arena, table->column_count, sizeof *columns);
    struct laid_out laid = {.columns = columns, .row_count = table->row_count + 1};
    size_t *places = arena_alloc(arena, table->column_count, sizeof *places);
    for (size_t i = 0; i < table->column_count; i++)
        if (!table->columns[i].is_wide && !table->columns[i].is_below &&
            (i == 0 || (i >= first && i < first + count))) {
            places[laid.column_count] = i;
            columns[laid.column_count++] = table->columns[i];
        }
    laid.has_prose = columns[laid.column_count - 1].align == ALIGN_PROSE;
    laid.widths = arena_alloc(arena, laid.column_count, sizeof *laid.widths);
    laid.cells = arena_alloc(arena, laid.row_count * laid.column_count, sizeof *laid.cells);
    for (size_t row = 0; row < laid.row_count; row++)
        for (size_t i = 0; i < laid.column_count; i++) {
            const char *text = row == 0 ? heading_text(page, &columns[i])
                                        : cell_text(page, &table->rows[row - 1], places[i]);
            laid.cells[row * laid.column_count + i] = text;
            widen(&laid.widths[i], text_width(text));
        }
    fit_groups(page, &laid);
    fit_names(&laid, table->prose_at);
    return laid;
}

static void group_row(const struct text_page *page, const struct laid_out *laid)
{
    size_t start = 0, used = 0;
    bool any = false;
    for (size_t column = 0; column < laid->column_count; column++) {
        if (laid->columns[column].group != NULL) {
            const char *text = write_printable(page->arena, laid->columns[column].group);
            buffer_add_repeated(page->out, ' ', start - used);
            buffer_add(page->out, text);
            used = start + text_width(text);
            any = true;
        }
        start += laid->widths[column] + GAP;
    }
    if (any)
        buffer_add(page->out, "\n");
}

static void table_row(const struct text_page *page, const struct laid_out *laid, size_t row)
{
    const char *const *cells = &laid->cells[row * laid->column_count];
    const char *name = cells[0];
    size_t filled = laid->column_count;
    while (filled > 1 && cells[filled - 1][0] == '\0')
        filled--;
    bool prose = laid->has_prose && filled == laid->column_count;
    if (text_width(name) > laid->widths[0]) {
        text_wrap(page->out, name, 0, 2, PAGE_WIDTH);
        name = "";
    }
    add_left(page, name, filled == 1 ? 0 : laid->widths[0]);
    size_t used = laid->widths[0];
    for (size_t column = 1; column < filled - (prose ? 1 : 0); column++) {
        buffer_add_repeated(page->out, ' ', GAP);
        if (laid->columns[column].align == ALIGN_NUMBER)
            add_right(page, cells[column], laid->widths[column]);
        else
            add_left(page, cells[column], column + 1 == filled ? 0 : laid->widths[column]);
        used += GAP + laid->widths[column];
    }
    if (prose) {
        buffer_add_repeated(page->out, ' ', GAP);
        text_wrap(page->out, cells[filled - 1], used + GAP, used + GAP, PAGE_WIDTH);
    } else {
        buffer_add(page->out, "\n");
    }
}

static void add_columns(const struct text_page *page, const struct doc_table *table, size_t first,
                        size_t count)
{
    struct laid_out laid = lay_out(page, table, first, count);
    group_row(page, &laid);
    for (size_t row = 0; row < laid.row_count; row++)
        table_row(page, &laid, row);
}

/* How wide the names of a matrix are, and the widest of its other columns. */
static void measure(const struct text_page *page, const struct doc_table *table, size_t *names,
                    size_t *others)
{
    for (size_t column = 0; column < table->column_count; column++) {
        size_t *width = column == 0 ? names : others;
        widen(width, text_width(heading_text(page, &table->columns[column])));
        for (size_t row = 0; row < table->row_count; row++)
            widen(width, text_width(cell_text(page, &table->rows[row], column)));
    }
}

bool text_page_has_room(const struct text_page *page, const struct doc_table *matrix)
{
    size_t names = 0, others = 0;
    measure(page, matrix, &names, &others);
    return others + GAP <= PAGE_WIDTH / 2;
}

/* As many columns side by side as there is room for, and about as many in each block. */
static void matrix(const struct text_page *page, const struct doc_table *table)
{
    size_t names = 0, others = 0, count = table->column_count - 1;
    measure(page, table, &names, &others);
    if (names > PAGE_WIDTH / 2)
        names = PAGE_WIDTH / 2;
    size_t room = (PAGE_WIDTH - names) / (GAP + others);
    size_t blocks = (count + room - 1) / room;
    for (size_t i = 0; i < blocks; i++) {
        size_t first = count * i / blocks;
        if (i > 0)
            text_page_blank(page);
        add_columns(page, table, first + 1, count * (i + 1) / blocks - first);
    }
}

/* A column for which there is no room, behind the names that have something in it. */
static void column_below(const struct text_page *page, const struct doc_table *table, size_t column)
{
    struct doc_table *below = doc_table_new(page->arena, table->caption, "");
    doc_table_column(below, table->columns[0].heading, ALIGN_NAME);
    doc_table_column(below, table->columns[column].heading, ALIGN_NAME);
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].cells[column].text != NULL)
            doc_table_row(below, (const char *const[]){table->rows[i].cells[0].text,
                                                       table->rows[i].cells[column].text});
    text_page_blank(page);
    add_columns(page, below, 1, 1);
}

void text_page_table(const struct text_page *page, const struct doc_table *table)
{
    if (table->is_matrix) {
        matrix(page, table);
        return;
    }
    add_columns(page, table, 1, table->column_count);
    for (size_t column = 1; column < table->column_count; column++)
        if (table->columns[column].is_below)
            column_below(page, table, column);
}

/* ---- Figures beside a label */

#define ROOM (PAGE_WIDTH - PAGE_INDENT)

struct tally {
    const struct doc_table *table;
    const char **cells; /* printable; NULL for a cell that has no place */
    size_t *figures, *words;
    size_t width;
    bool below; /* no room beside the longest name: the figures stand below each */
};

static const char *tally_cell(const struct tally *tally, size_t row, size_t column)
{
    return tally->cells[row * tally->table->column_count + column];
}

/* The columns up to the first space; of a name all of them. */
static size_t figure_width(size_t column, const char *text)
{
    return column == 0 ? text_width(text) : strcspn(text, " ");
}

/* What the last column's figures are of has its own space, so it is set a little apart. */
static size_t gap_before(const struct tally *tally, size_t column)
{
    return column == 0 ? 0 : tally->table->columns[column].brief != NULL ? GAP + 1 : GAP;
}

static struct tally tally_laid_out(const struct text_page *page, const struct doc_table *table)
{
    size_t columns = table->column_count;
    struct tally tally = {
        .table = table,
        .cells = arena_alloc(page->arena, table->row_count * columns, sizeof *tally.cells),
        .figures = arena_alloc(page->arena, columns, sizeof *tally.figures),
        .words = arena_alloc(page->arena, columns, sizeof *tally.words),
    };
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < columns; column++) {
            if (table->rows[row].cells[column].text == NULL)
                continue;
            const char *text = write_printable(page->arena, table->rows[row].cells[column].text);
            size_t figure = figure_width(column, text);
            tally.cells[row * columns + column] = text;
            widen(&tally.figures[column], figure);
            widen(&tally.words[column], text_width(text) - figure);
        }
    for (size_t column = 0; column < columns; column++)
        if (tally.figures[column] + tally.words[column] > 0 || column == 0)
            tally.width += gap_before(&tally, column) + tally.figures[column] + tally.words[column];
    tally.below = tally.width > ROOM;
    if (tally.below) {
        tally.width -= tally.figures[0];
        tally.figures[0] = 0;
    }
    return tally;
}

static bool is_last(const struct tally *tally, size_t row, size_t column)
{
    for (size_t i = column + 1; i < tally->table->column_count; i++)
        if (tally_cell(tally, row, i) != NULL)
            return false;
    return true;
}

static void tally_figure(const struct text_page *page, const struct tally *tally, size_t row,
                         size_t column)
{
    const char *text = tally_cell(tally, row, column);
    const char *of = tally->table->columns[column].brief;
    size_t figure = figure_width(column, text);
    buffer_add_repeated(page->out, ' ',
                        gap_before(tally, column) + tally->figures[column] - figure);
    buffer_add_bytes(page->out, text, figure);
    add_left(page, text + figure, is_last(tally, row, column) ? 0 : tally->words[column]);
    if (of != NULL && row == 0 && tally->width + strlen(of) <= ROOM)
        buffer_add(page->out, of);
}

void text_page_tally(const struct text_page *page, const char *label, const struct doc_table *table)
{
    struct tally tally = tally_laid_out(page, table);
    for (size_t row = 0; row < table->row_count; row++, label = NULL) {
        const char *who = tally_cell(&tally, row, 0);
        text_page_label(page, label);
        if (tally.below) {
            text_wrap(page->out, who, PAGE_INDENT, PAGE_INDENT, PAGE_WIDTH);
            text_page_label(page, NULL);
            who = "";
        }
        add_left(page, who, is_last(&tally, row, 0) ? 0 : tally.figures[0]);
        for (size_t column = 1; column < table->column_count; column++)
            if (tally_cell(&tally, row, column) != NULL)
                tally_figure(page, &tally, row, column);
        buffer_add(page->out, "\n");
    }
}

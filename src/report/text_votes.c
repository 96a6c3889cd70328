/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <string.h>

#include "quorate/text.h"

/* The room beside the label, and what the first percentage is of. */
#define ROOM (PAGE_WIDTH - PAGE_INDENT)
static const char of_cast[] = " of votes cast";

/* What the table of votes looks like before it is printed. The figure of a cell ("4 votes") is
 * lined up at its right edge and the word behind it at its left, so "1 vote" stands right. */
struct layout {
    const struct vote_line *lines;
    size_t figures[VOTE_CELLS], words[VOTE_CELLS];
    bool below; /* no room beside the longest name: the figures stand below each */
};

/* The columns up to the first space; of a name all of them. */
static size_t figure_width(size_t cell, const char *text)
{
    return cell == CELL_WHO ? text_width(text) : strcspn(text, " ");
}

static void widen(size_t *width, size_t needed)
{
    if (needed > *width)
        *width = needed;
}

static size_t gap_before(size_t cell)
{
    return cell == CELL_WHO ? 0 : cell == CELL_PERCENT ? 3 : 2;
}

/* How wide the widest row is, without what the percentage is of. */
static size_t row_width(const struct layout *layout)
{
    size_t width = 0;
    for (size_t cell = 0; cell < VOTE_CELLS; cell++)
        if (layout->figures[cell] + layout->words[cell] > 0 || cell == CELL_WHO)
            width += gap_before(cell) + layout->figures[cell] + layout->words[cell];
    return width;
}

static struct layout laid_out(const struct page *page, const struct vote_line *lines, size_t count)
{
    struct vote_line *printable = arena_alloc(page->arena, count, sizeof *printable);
    struct layout layout = {.lines = printable};
    for (size_t i = 0; i < count; i++)
        for (size_t cell = 0; cell < VOTE_CELLS; cell++) {
            if (lines[i].cells[cell] == NULL)
                continue;
            const char *text = page_text(page, lines[i].cells[cell]);
            size_t figure = figure_width(cell, text);
            printable[i].cells[cell] = text;
            widen(&layout.figures[cell], figure);
            widen(&layout.words[cell], text_width(text) - figure);
        }
    layout.below = row_width(&layout) > ROOM;
    if (layout.below)
        layout.figures[CELL_WHO] = 0;
    return layout;
}

static bool is_last(const struct vote_line *line, size_t cell)
{
    for (size_t i = cell + 1; i < VOTE_CELLS; i++)
        if (line->cells[i] != NULL)
            return false;
    return true;
}

static void figure_cell(const struct page *page, const struct layout *layout, size_t row,
                        size_t cell)
{
    const char *text = layout->lines[row].cells[cell];
    size_t figure = figure_width(cell, text);
    bool last = is_last(&layout->lines[row], cell);
    buffer_add_repeated(page->out, ' ', gap_before(cell) + layout->figures[cell] - figure);
    buffer_add_bytes(page->out, text, figure);
    page_left(page, text + figure, last ? 0 : layout->words[cell]);
    if (cell == CELL_PERCENT && row == 0 && row_width(layout) + strlen(of_cast) <= ROOM)
        buffer_add(page->out, of_cast);
}

static void vote_row(const struct page *page, const struct layout *layout, size_t row)
{
    const struct vote_line *line = &layout->lines[row];
    const char *who = line->cells[CELL_WHO];
    if (layout->below) {
        text_wrap(page->out, who, PAGE_INDENT, PAGE_INDENT, PAGE_WIDTH);
        page_label(page, NULL);
        who = "";
    }
    page_left(page, who, is_last(line, CELL_WHO) ? 0 : layout->figures[CELL_WHO]);
    for (size_t cell = CELL_WHO + 1; cell < VOTE_CELLS; cell++)
        if (line->cells[cell] != NULL)
            figure_cell(page, layout, row, cell);
    buffer_add(page->out, "\n");
}

void text_votes(const struct page *page, size_t poll)
{
    struct subject subject = {page->arena, page->outcome, &page->outcome->polls[poll]};
    const char *label = "Votes";
    size_t count;
    const struct vote_line *lines = phrases_vote_lines(&subject, &count);
    if (lines != NULL) {
        struct layout layout = laid_out(page, lines, count);
        for (size_t row = 0; row < count; row++, label = NULL) {
            page_label(page, label);
            vote_row(page, &layout, row);
        }
    }
    const char *sentences = phrases_votes(&subject);
    const char *anchors = phrases_anchors(page->arena, page->notes, poll, ANCHOR_VOTES);
    const char *other = phrases_other_count(&subject);
    if (sentences[0] != '\0') {
        page_paragraph(page, label, arena_format(page->arena, "%s%s", sentences, anchors));
        label = NULL;
    }
    if (other != NULL)
        page_paragraph(page, label, other);
}

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_INTERNAL_H
#define QUORATE_SHEET_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/buffer.h"
#include "quorate/table.h"

/* What the files of this room share. */

/* --- lines.c: bytes, before they are CSV --- */

/* Why a file that begins so is no CSV table ("is an Excel workbook ..."), and what helps; or NULL.
 */
const char *lines_not_a_table(const char *bytes, size_t length, const char **remedy);

extern const char lines_remedy[]; /* what helps against most that is wrong with bytes */

/*
 * What separates the cells of a header: of comma, semicolon and tab the one that stands first
 * outside quotes, and not less often than another; a comma where there is none. '\0' when it cannot
 * be told.
 */
char line_separator(const char *bytes, size_t length);

/* Whether the first line of a file says what separates its cells ("sep=;"), as Excel reads it. Then
 * *separator is that, or '\0' for what cannot be one. */
bool line_states_separator(const char *bytes, size_t length, char *separator);

/* Printable ASCII and nothing else, which nearly every line is. */
bool line_is_plain(const char *bytes, size_t length);

/* A character in a line that may not be there. `at` is its offset. */
struct line_fault {
    size_t at;
    const char *what, *remedy;
};

/* False when there is one; *fault is the first. Tabs are let through. */
bool line_is_sound(struct arena *arena, const char *bytes, size_t length, struct line_fault *fault);

/* Where the cell that counts `cell` from 0 begins and ends, without the space round it. */
void line_cell_span(const struct row *row, size_t cell, size_t *from, size_t *to);

/* --- csv.c: one line to cells, by libcsv --- */

enum parsed {
    PARSED_ROW,
    PARSED_OPEN,   /* the line ends inside a quotation */
    PARSED_BROKEN, /* a quote that may not be there, or text behind one */
    PARSED_TOO_MANY,
    PARSED_TOO_LARGE,
};

/* The cells' texts stay until the next line. Close it: the library has memory of its own. */
struct line_parser;
struct line_parser *line_parser_open(struct arena *arena);
void line_parser_close(struct line_parser *parser);

/* What separates the cells from now on; a comma until it is said. Not in the middle of a line. */
void line_parser_separate(struct line_parser *parser, char separator);

/* A line, or several, without the end. `join_lines`: those of a header, whose ends become spaces.
 */
enum parsed line_parse(struct line_parser *parser, const char *bytes, size_t length,
                       bool join_lines);

/* The cells of the last line, those in front of the fault when it had one. */
const struct cell *line_cells(const struct line_parser *parser, size_t *count);

/* Where the library gave up, worked out by feeding it the line again byte by byte. */
struct second_look {
    size_t at;    /* of the byte it refused; the length when it refused none */
    size_t cell;  /* from 0 */
    size_t start; /* of that cell */
};
struct second_look line_look_again(struct arena *arena, const struct row *row);

/* --- cut.c: one line to cells, where commas are all there is to it --- */

struct line_cutter;
struct line_cutter *line_cutter_open(struct arena *arena);

/*
 * Cuts the next of the bytes available, up to and with its line end, when it is printable ASCII,
 * has no quotation mark but one at each end of a cell, and is neither blank nor very long. Returns
 * how many bytes that were, with the row's bytes, length, cells and ending; 0 for any other line.
 * The cells are what libcsv makes of it, and stay until the next line. Before the bytes of the last
 * line go away it has to forget them.
 */
size_t line_cut(struct line_cutter *cutter, const char *bytes, size_t available, struct row *row);
void line_cutter_forget(struct line_cutter *cutter);

/* Of a long table from now on the rows have endings; whoever goes through the rows once has no use
 * for them. */
void line_cutter_keep_endings(struct line_cutter *cutter);

/* What stands behind the first cell of a row, where that of other rows may be the same. */
#define ROW_ENDING_CELLS ((size_t)8) /* the first one too */
struct row_ending {
    size_t length; /* of its cells' texts together */
    bool is_known; /* these, which whoever keeps the texts puts there: see word_list_keep_row */
    uint32_t words[ROW_ENDING_CELLS];
};

/* --- words.c --- */

/* The texts lie in the arena, their cells in `own`, and in a part of that until the list is closed
 * what finds them. */
struct word_list;
struct word_list *word_list_open(struct arena *arena, struct arena *own);

/* The number of the cell's text, which is copied where it is new. */
uint32_t word_list_keep(struct word_list *list, const struct cell *cell);

/* The same of all cells of a row that has its own; `above` are those of the row above it, or NULL.
 * The numbers stand so far apart, in both. Returns how long they are together. */
size_t word_list_keep_row(struct word_list *list, const struct row *row, const uint32_t *above,
                          uint32_t *numbers, size_t apart);

/* How many there are, the blank among them, and their cells by their numbers, which go elsewhere
 * when another is kept. */
size_t word_list_count(const struct word_list *list);
const struct cell *word_list_cells(const struct word_list *list);

/* The cells stay. */
void word_list_close(struct word_list *list);

/* --- table_rows.c --- */

/* What a table has of its rows while they come in. */
struct row_list {
    struct table *table;
    uint32_t *words; /* column by column, of those that are no block yet */
    size_t capacity; /* rows that there is room for, in each column: no more than a block has */
    const struct row_column **blocks;
    size_t block_count, block_capacity;
    struct row_run *runs;
    size_t run_capacity;
    size_t next_line, next_row; /* of a row that the last run goes on with; 0 for none */
    bool of_cells;              /* that run is of ROW_OF_CELLS */
    struct buffer held;
    uint32_t *held_at;
    size_t held_capacity;
};

void row_list_grow(struct row_list *list);

/* Room for the words of one more row behind the others, which is then added with them: it is as
 * wide as the header, and they are put `capacity` apart. */
static inline uint32_t *row_list_room(struct row_list *list)
{
    size_t number = list->table->count % TABLE_BLOCK;
    if (number == list->capacity)
        row_list_grow(list);
    return list->words + number;
}

/* The words of the last row; NULL where there is none. Room for another was asked for. */
static inline const uint32_t *row_list_above(const struct row_list *list)
{
    size_t count = list->table->count;
    return count == 0 ? NULL : list->words + (count - 1) % TABLE_BLOCK;
}

/* Makes a block of the rows that are none yet. */
void row_list_pack(struct row_list *list);

/* Whether the row stands behind the last run as its rows do behind one another. */
static inline bool row_list_follows(const struct row_list *list, const struct row *row)
{
    return row->line == list->next_line && row->row == list->next_row && !row->joined;
}

void row_list_begin(struct row_list *list, const struct row *row, bool bare);

/* Adds it. `bare`: its line is no longer than its cells and their separators. */
static inline void row_list_add(struct row_list *list, const struct row *row, bool bare)
{
    if (!bare || !list->of_cells || !row_list_follows(list, row)) {
        row_list_begin(list, row, bare);
        return;
    }
    list->table->count++;
    list->next_line++;
    list->next_row++;
    if (list->table->count % TABLE_BLOCK == 0)
        row_list_pack(list);
}

/* No row is added any more, and they can be looked at. */
void row_list_close(struct row_list *list);

#endif

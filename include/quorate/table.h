/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLE_H
#define QUORATE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/diag.h"
#include "quorate/file.h"

/*
 * CSV in, by way of libcsv. Each physical line is parsed by itself, so a forgotten quote cannot
 * swallow the rows that follow (with `multi_line` the lines of a quotation are parsed together, and
 * swallowed rows are looked for), and every row knows its line. Positions inside a line are worked
 * out by a second look, only where there is a problem to report.
 */

#define TABLE_CELL_MOST    ((size_t)64 * 1024)   /* bytes in a cell, and in the whole header */
#define TABLE_LINE_MOST    ((size_t)1024 * 1024) /* bytes in a line */
#define TABLE_COLUMNS_MOST ((size_t)256)

#define TABLE_WORD_BLANK 0

struct cell {
    const char *text; /* trimmed, NUL-terminated; "" when empty */
    uint32_t length;
    uint32_t
        word; /* its text's number in its table, which others have where they are the same byte
                 for byte: TABLE_WORD_BLANK is "". Nothing where the table was not read whole */
};

/* The numbers of the texts that a column has in TABLE_BLOCK rows which follow one another, or in
 * the last of the table: the high bits that they have in common once, of each the others. */
#define TABLE_BLOCK ((size_t)1024)
struct row_column {
    const uint32_t *packed; /* the lowest first, and two words may be read where there are none */
    uint32_t common;
    uint32_t bits; /* that are not in common: 0 to 32 */
};

struct row_ending;

struct row {
    size_t line; /* physical, from 1 */
    size_t row;  /* of the spreadsheet, from 1: what goes on over line breaks is one row */
    const struct cell *cells; /* its own; or where it has `columns` all texts of its table */
    const struct row_column *columns; /* the numbers of its cells' texts among those, */
    size_t at;                        /* in this row of them; */
    const uint32_t *words; /* or the numbers themselves, TABLE_BLOCK apart: see table_walk */
    size_t count;
    const char *bytes; /* the physical line (or lines), without its end; no NUL behind; or NULL,
                          where row_written makes it of the cells */
    size_t length;
    char separator;            /* of its cells */
    bool quoted;               /* where `bytes` is NULL: each cell stands in quotation marks */
    bool joined;               /* a cell goes on over a line break */
    struct row_ending *ending; /* while its table is read; NULL where others have none like it */
};

static inline uint32_t row_column_word(const struct row_column *column, size_t row)
{
    const size_t bit = row * column->bits;
    const uint32_t *at = &column->packed[bit / 32];
    const uint64_t both = at[0] | (uint64_t)at[1] << 32;
    return column->common | (uint32_t)(both >> bit % 32 & ((UINT64_C(1) << column->bits) - 1));
}

/* Of a row of a table that was read whole: the number of a cell's text. */
static inline uint32_t row_word(const struct row *row, size_t cell)
{
    return row->words != NULL ? row->words[cell * TABLE_BLOCK]
                              : row_column_word(&row->columns[cell], row->at);
}

/* A cell of a row, from 0. */
static inline const struct cell *row_cell(const struct row *row, size_t cell)
{
    return &row->cells[row->columns == NULL ? cell : row_word(row, cell)];
}

/* The same row in memory that stays, as long as its table does. */
const struct row *row_copy(struct arena *arena, const struct row *row);

/* The same row with the line as it stands in its file, byte for byte; it may be in the arena. */
struct row row_written(struct arena *arena, const struct row *row);

/* How the lines of rows are known. */
enum row_form {
    ROW_OF_CELLS,        /* they are their cells, in quotation marks where one holds a separator */
    ROW_OF_QUOTED_CELLS, /* all in quotation marks */
    ROW_HELD,            /* as they are */
};

/* Rows of one form that stand on lines which follow one another. One that has several lines is such
 * a run by itself. */
struct row_run {
    size_t first;     /* of the rows of the table, from 0 */
    size_t line, row; /* of that one: see struct row */
    enum row_form form;
    size_t held; /* of ROW_HELD: the number of that one among those */
    bool joined;
};

/*
 * A whole table in memory: its header row, and the rows that are not blank. Of a row only the
 * numbers of its texts are kept, and its line where that cannot be made again of these; table_look
 * makes it of them. So the bytes that it was made of are not needed any more. The numbers lie
 * column by column in blocks of TABLE_BLOCK rows.
 */
struct table {
    const char *file;
    struct row header;        /* without the empty cells at its end */
    size_t count;             /* of rows, each with as many cells as the header */
    size_t word_count;        /* no cell's number is as high; 0 where they have none */
    bool cut_short;           /* there are more rows: see table_read_within */
    struct arena *own;        /* of what follows, but not of the texts; NULL where it was cut */
    struct arena *rows_in;    /* where table_row puts its rows */
    const struct cell *texts; /* by their numbers; of a table that was cut row by row, the header
                                 first */
    const struct row_column *const *blocks; /* the columns of each; NULL where it was cut */
    const char *held;        /* the lines of ROW_HELD, each with a line feed behind it */
    size_t held_length;      /* of them all */
    const uint32_t *held_at; /* where each of them begins */
    size_t held_count;
    const struct row_run *runs; /* the first begins with the first row */
    size_t run_count;
};

/*
 * Reads a table of UTF-8 text. The separator is a comma, a semicolon or a tab, told from the header
 * row, or what a first line `sep=;` says. Problems go to `diag`: bytes that are not UTF-8 or are a
 * workbook, control characters, faulty quotes, rows whose number of cells is not the header's, line
 * ends inside quotes. These are allowed in the header, where they become spaces, and with
 * `bytes.multi_line` in rows; never where what stands between the quotes may be rows. Rows that
 * have a problem are left out; the others are all there. False when there is no header to go by
 * (empty file, not a text file), or the rest of the bytes cannot be read, which is not told;
 * behind DIAG_COUNTED_MOST errors no row is read. Nothing of it points into the bytes given.
 */
bool table_read(struct arena *arena, struct diag *diag, struct bytes bytes, struct table *table);

/* Says that the rows from this place on are not read, since diag_is_full. */
void table_stop(struct diag *diag, struct place place);

/*
 * The same, where no more than `rows_of_text` rows can have one text in a certain column, whichever
 * that is: reads no further than to where so many rows were met, beside the different texts of all
 * their cells, that there must be more. 0 for any number.
 */
bool table_read_within(struct arena *arena, struct diag *diag, struct bytes bytes,
                       size_t rows_of_text, struct table *table);

/* Gives back its rows and their cells, which without it go with the arena. The texts stay. */
void table_close(struct table *table);

/* A row of the table, from 0. It holds, as its cells do, until the table is closed or rows are left
 * out of it. */
void table_look(const struct table *table, size_t number, struct row *row);

/* The same in memory of the table's own, for tables that are not large. */
const struct row *table_row(const struct table *table, size_t number);

/* A cell of one of its rows. */
static inline const struct cell *table_cell(const struct table *table, size_t number, size_t cell)
{
    if (table->blocks == NULL)
        return &table->texts[(number + 1) * table->header.count + cell];
    const struct row_column *column = &table->blocks[number / TABLE_BLOCK][cell];
    return &table->texts[row_column_word(column, number % TABLE_BLOCK)];
}

/* The numbers of the texts that a column has in the rows of a block: `words` has room for
 * TABLE_BLOCK. The table was read whole. */
void table_unpack(const struct table *table, size_t block, size_t cell, uint32_t *words);

/*
 * A way through its rows, which is faster than a look at each:
 *
 *     struct table_walk walk = table_walk(arena, table);
 *     while (table_next(&walk))
 *         ... &walk.row
 *
 * The row holds until the next is asked for; a copy of it, as long as table_look's does.
 */
struct table_walk {
    struct row row;
    const struct table *table;
    size_t number;   /* of the next row, from 0 */
    size_t until;    /* the first that is not made of the one before by counting on */
    uint32_t *words; /* of a block, column by column */
};
struct table_walk table_walk(struct arena *arena, const struct table *table);
bool table_next(struct table_walk *walk);

/* The number of its row on that line; its count where there is none. */
size_t table_row_on(const struct table *table, size_t line);

/* Leaves the rows out that are marked. It was read whole. */
void table_leave_out(struct table *table, const bool *out);

/* A text of a column, the first row that has it there, and how many have. */
struct column_text {
    const struct cell *cell;
    size_t first;
    size_t rows;
};

/* The texts of the column, in order of first appearance, of a table that was read whole. */
const struct column_text *table_texts(struct arena *arena, const struct table *table, size_t cell,
                                      size_t *count);

/*
 * The same row by row, in constant memory, for files of any size: feed it the text in pieces of any
 * length. The row given to `each` and its texts are valid during that call only; the first is the
 * header. `each` returns false to stop. Feeding returns false once nothing more is wanted, closing
 * whether there was a header to go by.
 */
struct table_stream;
struct table_stream *table_stream_open(struct arena *arena, struct diag *diag, const char *file,
                                       bool (*each)(void *context, const struct row *row),
                                       void *context);
bool table_stream_feed(struct table_stream *stream, const char *bytes, size_t length);
bool table_stream_close(struct table_stream *stream); /* also frees the parser */

/* Closes it without a word: what was fed is not the whole file, and that is reported elsewhere. */
void table_stream_abandon(struct table_stream *stream);

/* How many bytes at the beginning are the byte order mark of UTF-8: 0 or 3. */
size_t table_mark(const char *bytes, size_t length);

/* The same bytes with the lines from..to (offsets) blank: the reader skips them, and all others
 * keep their numbers. */
struct bytes table_without_lines(struct arena *arena, struct bytes bytes, size_t from, size_t to);

/* Where a cell stands, with its row to show. `cell` counts from 0. */
struct place table_place(struct arena *arena, const char *file, const struct row *row, size_t cell);

/* In which cell (from 0) an offset stands. */
size_t line_cell_of(const struct row *row, size_t at);

/* The place of the bytes from..to of a row, with the line on which they stand to show. */
struct place line_place(struct arena *arena, const char *file, const struct row *row, size_t from,
                        size_t to, size_t cell);

#endif

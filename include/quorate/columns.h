/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COLUMNS_H
#define QUORATE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/date.h"
#include "quorate/file.h"
#include "quorate/table.h"

#define COLUMNS_MOST 20

/* What a table's reader wants to know of one of its columns. */
struct column {
    const char *name;    /* "list size"; like the other headings in the form that text_fold gives */
    const char *called;  /* what a message calls it, where a body has a word of its own; or NULL */
    const char *headers; /* other headings, separated by `;`: "population;patients"; or NULL */
    bool required;
    const char
        *instead; /* names of columns that may stand in for it, separated likewise; or NULL */
    bool dated;   /* a date in the heading belongs to it: "practice population on 01.04.2015" */
    bool zoned;   /* a time zone at the end of the heading does: "submit date (UTC)" */
    bool series;  /* as `dated`, and it may be there once a date; no more than one column is such */
    bool unsure; /* may be headed by a word not known here: where it is not there, no column is said
                    to be of no use */
    const char *mapped; /* headings that go before all others, as `headers`; or NULL */
    const char
        *others;      /* headings that are of something else in this table, as `headers`; or NULL */
    const char *weak; /* headings that count where no other is there; or NULL */
    bool of_a_form;   /* the headings may be those of a form: with line breaks, and --column names
                         them */
    bool percents;    /* a heading of it may have a percent sign, which is of no other column */
    bool names_the_row; /* whose row it is: where that stands in brackets or behind a mark, somebody
                           took the row out */
    bool
        names_somebody; /* in a table whose rows are somebody's, and which has no such column as: */
    bool ends_the_row;  /* until when the row is of somebody: where that stands, other columns may
                           say so too */
    const char *missing; /* what to do where it is required and not there, in place of "Name the
                            right one ..."; or NULL */
};

#define COLUMN_NONE ((size_t)-1)

/* One of a series: its cell, and the date in its heading; year 0 where that has none. */
struct dated_cell {
    size_t cell;
    struct date date;
};

/* Where the columns stand in the table at hand. */
struct columns {
    const struct column *wanted;
    size_t count;
    size_t at[COLUMNS_MOST];         /* cell of each wanted column, or COLUMN_NONE */
    struct date dates[COLUMNS_MOST]; /* the date in its heading, for dated columns */
    bool *unused;                    /* of each cell: nothing reads it, and that is to be told */
    struct dated_cell *series; /* all columns of the one that is a series, in the table's order */
    size_t series_count, series_capacity; /* `at` and `dates` have the first of them */
};

/*
 * Finds the wanted columns (at most COLUMNS_MOST) by their headings, in any order, ignoring case,
 * spaces and `_ - space` differences. `mapped` headings go before the usual ones, and these before
 * `weak` ones; what is passed over is not used. A required column that is missing, or any wanted
 * column that is there twice (of a series, with the same date), is an error that lists the headings
 * seen; the columns that are not wanted are one warning that names them all, and what they may be
 * meant for. A line break in a cell of a wanted column is an error. False when a required one is
 * missing or doubled, and for a line break in a wanted cell or, but for a form's, in a heading that
 * is not known.
 */
bool columns_find(struct arena *arena, struct diag *diag, const struct table *table,
                  const struct column *wanted, size_t count, struct columns *columns);

/* One warning that names all columns that are still `unused`, and what they may be meant for. A
 * reader that asks about one of them takes it out first. */
void columns_warn_of_unused(struct arena *arena, struct diag *diag, const struct table *table,
                            const struct columns *columns);

/*
 * Adds an error at each row that somebody took out and left in the file, and leaves it out of the
 * table: what names the row stands in brackets, is struck through, or stands behind a mark of
 * comments (`#`, `//`, `--`), as the first cell of the row may.
 */
void columns_refuse_taken_out(struct arena *arena, struct diag *diag, struct table *table,
                              const struct columns *columns);

/*
 * Of a table whose rows are somebody's, adds an error at each cell that says of its row that it is
 * of nobody any more, where nothing reads it and the column that ends its rows, if there is one, is
 * blank: "closed" under "status", a no under "eligible", or a blank there where others have a yes,
 * "(withdrawn)" behind a name. Leaves these rows out of the table.
 */
void columns_refuse_ended(struct arena *arena, struct diag *diag, struct table *table,
                          const struct columns *columns);

/* The cell of a row, "" when the table has no such column. */
const char *columns_text(const struct columns *columns, const struct row *row, size_t wanted);

/* Where that cell stands. A column that the table does not have stands in front of the first. */
struct place columns_place(struct arena *arena, const struct table *table,
                           const struct columns *columns, const struct row *row, size_t wanted);

/* The column of the table's cell, or COLUMN_NONE where nothing reads it. */
size_t columns_at(const struct columns *columns, size_t cell);

/* A heading ready to be compared. */
struct heading {
    const char *text;    /* as it stands */
    const char *folded;  /* of the whole heading */
    const char *undated; /* without the date in it, and what leads to that; NULL when it has none */
    struct date date;
    const char *unzoned; /* without the zone at its end; NULL when it has none */
    struct zone zone;
};

struct heading heading_read(struct arena *arena, const char *text);

/* A year, and the month that is named beside it, else April. */
struct half_date {
    int year, month;
};

/* The folded heading without the year in it, and without a month and whatever else may be of a
 * date; NULL when it has a whole date, or no year. */
const char *heading_without_half_date(struct arena *arena, const struct heading *heading,
                                      struct half_date *date);

/* How well a heading fits a column: the best one that is there counts. */
enum heading_rank {
    HEADING_OTHER, /* it is of no use to it */
    HEADING_WEAK,
    HEADING_USUAL,
    HEADING_MAPPED,
};
enum heading_rank heading_rank_of(const struct heading *heading, const struct column *column);
bool heading_is_of(const struct heading *heading, const struct column *column);

/* Whether a folded heading stands in a list that is parted by semicolons; in NULL none does. */
bool heading_is_listed(const char *folded, const char *headers);

/* Whether it would be of the column, and is of something else in this table. */
bool heading_is_of_others(const struct heading *heading, const struct column *column);

/* Whether a column may stand in for the other. */
bool column_stands_in(const struct column *column, const struct column *other);

/* --- Which row holds the headings --- */

/* A row of a table while it is tried as the one that holds the headings. */
struct heading_row {
    const struct heading *headings;
    size_t count;
    size_t line;           /* from 1 */
    size_t at;             /* where that line begins in the bytes */
    char separator;        /* of its cells */
    size_t top;            /* the line of the first row of the file */
    bool is_first;         /* this one is */
    bool separator_stated; /* by the first line of the file */
};

/* Whether every required column, or what may stand in for it, is among the headings. Below the
 * first row one word alone is not enough: it may happen to stand in a row of the table. */
bool headings_are_of(const struct heading_row *row, const struct column *wanted, size_t count);

/* How many of the columns are among the headings where they are of them so; else 0. */
size_t headings_known(const struct heading_row *row, const struct column *wanted, size_t count);

/* The same as a test of headings_find. */
struct column_search {
    const struct column *wanted;
    size_t count;
};
bool headings_are_sought(const void *search, const struct heading_row *row);

/*
 * Most sheets have a title above the headings. Tries the first row, and then those on the 20 lines
 * below the first, until one passes the test: *found is that. False when none does, or the bytes
 * are no table.
 */
bool headings_find(struct arena *arena, struct bytes bytes,
                   bool (*are)(const void *context, const struct heading_row *row),
                   const void *context, struct heading_row *found);

/* Whether all that headings_find looks at stands in the beginning of a longer file. */
bool headings_are_within(struct bytes head);

/* Adds the error that headings which are not in the first row are for most tables. */
void headings_refuse_title(struct diag *diag, const char *file, const struct heading_row *row);

/* Whether most of the rows behind the first have more cells than it: it is a title, or columns have
 * no heading. */
bool headings_are_too_few(struct arena *arena, struct bytes bytes);

/*
 * Where no row is of headings that are known: true, with one error, when the first row is a title,
 * because it has no known heading either or too few of them, and another has more cells, and so
 * have those behind it.
 */
bool headings_refuse_unknown(struct arena *arena, struct diag *diag, struct bytes bytes,
                             const struct column *wanted, size_t count);

/* True, with one of these errors, when the headings of the wanted columns stand below a title: then
 * the table need not be read. */
bool columns_below_a_title(struct arena *arena, struct diag *diag, struct bytes bytes,
                           const struct column *wanted, size_t count);

#endif

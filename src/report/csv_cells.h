/* SPDX-License-Identifier: MIT */
#ifndef REPORT_CSV_CELLS_H
#define REPORT_CSV_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "phrases.h"

#include "quorate/buffer.h"
#include "quorate/date.h"
#include "quorate/power.h"

/*
 * A table for spreadsheets: commas, CRLF, texts as cell.h has them. Figures of ours are never
 * texts, so that a change of -300 stays a number.
 */
struct csv {
    struct arena *arena;
    struct buffer *out;
    bool row_started;
};

/* Text from a table or the command line; NULL is an empty cell. */
void csv_text(struct csv *csv, const char *text);

/* A figure that is ready to print (NULL is an empty cell), with its plus sign left out. */
void csv_figure(struct csv *csv, const char *figure);

void csv_number(struct csv *csv, int64_t number);

/* The same; an empty cell where it is not known, or is 0. */
void csv_number_if(struct csv *csv, bool known, int64_t number);
void csv_number_or_empty(struct csv *csv, int64_t number);
void csv_date(struct csv *csv, struct date date);
void csv_moment(struct csv *csv, struct moment moment);
void csv_end_row(struct csv *csv);

/*
 * Of a large body those who were absent, and of whom the file says nothing, stand in one row,
 * "25,321 others", with the sums of what they have: NULL where they are no more than LISTED_MOST,
 * and have a row each.
 */
const struct standing *csv_rest(struct csv *csv, const struct poll_outcome *poll);
bool csv_is_of_rest(const struct standing *standing);

/* The row that a member stands by (where it may be told), or that was refused; nothing in it where
 * there is none. */
struct return_outcome csv_row_of(const struct standing *standing, bool told);

/* A table with its first row: the headings, with | between them. One may begin with {unit} or
 * {size}, the words of the body for them, or be {parts}, those that a member has of its own;
 * `terms` may be NULL where none does. */
struct csv csv_begin(struct arena *arena, struct buffer *out, const char *headings,
                     const struct terms *terms);

/* "decides", "banzhaf" and "shapley" of one; empty cells when `power` is not known, or NULL. */
void csv_power(struct csv *csv, const struct power *power, size_t member);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NHS_H
#define QUORATE_NHS_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/diag.h"
#include "quorate/national.h"
#include "quorate/roll.h"

struct heading_row;

/*
 * The list sizes that the NHS publishes, as it publishes them: one file, or one for each sex, of
 * all practices in England. The layout is told from the headings. A map of practices may come
 * beside a file that tells no areas. A table of one's own, of practices and list sizes, is taken
 * too.
 */

/* Reads in memory that grows with the number of practices, not of rows. */
struct national_reader;

/* Files with more practices are refused. */
#define NATIONAL_PRACTICES_MOST ((size_t)100000)

/*
 * Opens a reader for the members of a roll, found by their codes, in a table of one's own by their
 * names too. `stated` is the date that was asked for (year 0 for none), by which one of several
 * dated columns is chosen. Then for each file: begin, feed it in pieces of any length, end.
 * Problems go to `diag`: a layout that is not known (with the headings seen and the layouts known),
 * two dates, a total that is not a number, two layouts. The names of files must live as long as the
 * arena. Feeding returns false once nothing more is wanted, ending whether that file could be used.
 */
struct national_reader *national_open(struct arena *arena, struct diag *diag,
                                      const struct roll *roll, struct date stated);
void national_begin(struct national_reader *reader, const char *file);

/* What the sheet of a workbook is called, where nobody says which is meant: a table of one's own is
 * refused if it is of another time, or no list sizes, by that. */
void national_name_sheet(struct national_reader *reader, const char *name);
bool national_feed(struct national_reader *reader, const char *bytes, size_t length);
bool national_end(struct national_reader *reader);

/* In place of ending a file that could not be read to its end, which the caller reports. */
void national_abandon(struct national_reader *reader);

/* Of the file that was ended last: its rows, and whether it holds areas and no list sizes. */
size_t national_file_rows(const struct national_reader *reader);
bool national_file_is_map(const struct national_reader *reader);

/*
 * What was found, once all files are read. False when a file could not be used; figures are then
 * there, but may be missing for that reason. Figures of a practice that is on the roll, or in an
 * area, are reported here when they are not numbers.
 */
bool national_close(struct national_reader *reader, struct national *national);

/* Whether headings are those of a file that the NHS publishes, or of a table of list sizes of one's
 * own, which a roll may have too. */
bool national_is_published(struct arena *arena, const struct heading_row *row);
bool national_is_own(struct arena *arena, const struct heading_row *row);

/* The layouts that are known, for help. */
struct national_layout {
    const char *name, *holds;
};
const struct national_layout *national_layouts(struct arena *arena, size_t *count);

/* The practice of that code, whatever its capitals; NULL where no file tells of it. */
const struct national_practice *national_find(struct arena *arena, const struct national *national,
                                              const char *code);

/* What the files tell of a member of the roll; NULL likewise. */
const struct national_practice *
national_member(struct arena *arena, const struct national *national, const struct member *member);

/* The area of that code, or NULL. "10Q" finds "10Q00" too, as one of the publishers writes it. */
const struct national_area *national_area(const struct national *national, const char *code);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NATIONAL_H
#define QUORATE_NATIONAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/date.h"
#include "quorate/diag.h"
#include "quorate/roll.h"

/*
 * The list sizes that the NHS publishes, as it publishes them: one file, or one for each sex, of
 * all practices in England. The layout is told from the headings. A map of practices may come
 * beside a file that tells no areas.
 */

enum national_state {
    NATIONAL_MISSING, /* no row has the practice's code */
    NATIONAL_FOUND,
    NATIONAL_SUPPRESSED, /* its total is blank, or 0 */
    NATIONAL_DAMAGED,    /* some of the figures that add up to its total are blank */
    NATIONAL_TWICE,      /* it has two totals */
    NATIONAL_ONE_SEX,    /* of a file by sex: only males or only females */
};

/* What the files say of one practice of the roll. */
struct national_figure {
    enum national_state state;
    int64_t list_size;       /* of NATIONAL_FOUND; of NATIONAL_TWICE the first */
    const char *area;        /* NULL when the layout has none, or it is missing */
    const char *file;        /* where it stands; NULL when it is missing */
    size_t line, other_line; /* the second of NATIONAL_TWICE */
    size_t row, cell; /* of the spreadsheet, from 1: the figure, or the blank that damages it */
    size_t area_cell; /* in the same row; 0 where the area is not from this file */
    const char *other_file; /* where that stands */
};

/* One area's practices added up: a clinical commissioning group, later a sub-ICB location. */
struct national_area {
    const char *code; /* in capitals */
    int64_t population;
    size_t practices; /* that were added up, each once */
    const char *const
        *suppressed; /* codes of practices without a whole total, so that it is too low */
    size_t suppressed_count;
};

struct national {
    const char *layout; /* "gp-reg-pat-prac-all", ... */
    struct date as_at;  /* year 0 when the layout carries none */
    size_t rows;        /* of all files */
    bool has_areas;
    const struct national_figure *figures; /* one for each member of the roll, in its order */
    const struct national_area *areas;     /* by code */
    size_t area_count;
};

/* Reads in memory that grows with the number of practices, not of rows. */
struct national_reader;

/*
 * Opens a reader for the members of a roll, found by their codes. Then for each file: begin, feed
 * it in pieces of any length, end. Problems go to `diag`: a layout that is not known (with the
 * headings seen and the layouts known), two dates, a total that is not a number, two layouts. The
 * names of files must live as long as the arena. Feeding returns false once nothing more is wanted,
 * ending whether that file could be used.
 */
struct national_reader *national_open(struct arena *arena, struct diag *diag,
                                      const struct roll *roll);
void national_begin(struct national_reader *reader, const char *file);
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

/* The layouts that are known, for help. */
struct national_layout {
    const char *name, *holds;
};
const struct national_layout *national_layouts(struct arena *arena, size_t *count);

/* The area of that code, or NULL. "10Q" finds "10Q00" too, as one of the publishers writes it. */
const struct national_area *national_area(const struct national *national, const char *code);

#endif

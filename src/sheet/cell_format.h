/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_CELL_FORMAT_H
#define QUORATE_SHEET_CELL_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What a number format of a workbook ("#,##0", "dd/mm/yyyy;@") shows of the value of a cell:
 * ECMA-376 part 1, 18.8.30 and 18.8.31. It is not applied, but asked whether it shows all that is
 * stored.
 */

/* One of its up to four sections. */
struct format_section {
    bool general;                 /* all of the number, as far as 15 digits go */
    bool number;                  /* has places for digits, */
    size_t whole_zeros, decimals; /* so many in front of the point at least, and behind */
    bool percent;                 /* of the number as parts in 100 */
    bool text;                    /* what is a text */
    bool sign;                    /* a minus or a bracket */
    bool year, month, day, hour;  /* of a point in time */
    bool minute, second, elapsed; /* hours beyond a day */
    bool other;                   /* something of which it cannot be told what it shows */
};

#define FORMAT_SECTIONS 4

struct cell_format {
    struct format_section sections[FORMAT_SECTIONS]; /* above 0, below, 0, text */
    size_t count;                                    /* that are given; 1 at least */
};

struct cell_format cell_format_read(const char *code);

/* The code of one that has a number only, as the standard has it and British programs show it; NULL
 * for one that has a code of its own. */
const char *cell_format_built_in(size_t number);

/* Whether the number is a point in time. */
bool cell_format_is_time(const struct cell_format *format);

/* The section for a number of that sign: -1, 0 or 1. */
const struct format_section *cell_format_section(const struct cell_format *format, int sign);

/* Whether a text is shown as it is, without a word more. */
bool cell_format_shows_text(const struct cell_format *format);

#endif

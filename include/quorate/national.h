/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NATIONAL_H
#define QUORATE_NATIONAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"

/* What the list sizes that the NHS publishes say of the practices of a roll. */

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

struct name_index;

/* Any practice, of the roll or not, as far as the files tell of it. */
struct national_practice {
    const char *code; /* in capitals; where a plain list has none, the name in capitals */
    const char *name, *postcode; /* NULL where no file tells them */
    const char *area;            /* likewise */
    const char *file;            /* where its list size stands; NULL where it has none */
    size_t line;
    bool has_list_size; /* a whole one */
    int64_t list_size;
    struct date closed; /* the day, of the list of practices; year 0 when it has not, or that is not
                           known */
};

struct national {
    const char *layout; /* "gp-reg-pat-prac-all", ... */
    bool by_name;       /* it is a table of one's own, in which names count too */
    struct date as_at;  /* year 0 when the layout carries none */
    size_t rows;        /* of all files */
    bool has_areas;
    const struct national_figure *figures; /* one for each member of the roll, in its order */
    const struct national_area *areas;     /* by code */
    size_t area_count;
    const struct national_practice *practices; /* all, by their numbers in `codes`, which are in
                                                  capitals */
    const struct name_index *codes;
    size_t practice_count;
};

#endif

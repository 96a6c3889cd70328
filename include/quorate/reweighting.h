/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REWEIGHTING_H
#define QUORATE_REWEIGHTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"
#include "quorate/outcome.h"
#include "quorate/power.h"
#include "quorate/terms.h"

/* A year's list sizes beside the last ones: what changes, finished for reports. */

enum size_source {
    SIZE_FROM_FILE,
    SIZE_KEPT, /* last year's, as asked for with --keep */
    SIZE_SET,  /* stated with --set */
    SIZE_LEFT, /* the practice is taken off the roll */
};

struct practice_change {
    const char *practice, *code;
    int64_t before, after, change; /* after is 0 for one that leaves */
    const char *percent_change; /* of before, 2 places, with its sign: "+15.20", "-0.40", "0.00" */
    const char *weight_before, *weight_after; /* percent of the roll, 2 places */
    const char *weight_change;                /* in percentage points, 2 places, with its sign */
    enum size_source source;
    int64_t in_area;       /* what the files count for it in the county; 0 for nothing */
    const char *file_area; /* the area they have it in, "" for none; NULL when they do not have it,
                              or tell no areas */
    size_t rank;           /* by how much its weight moved, from 1 */
};

/* A quorum in patients: how few practices reached it then, and reach it now. Their groups are
 * places among those of `asked` then, and among those of them who stay. */
struct quorum_change {
    const char *text;      /* as the rules word it */
    const char *decisions; /* the kinds of decision that ask for it, as a list */
    const size_t *asked;   /* of whom it is asked, by their places in the roll; NULL: of all */
    size_t asked_count;
    struct reach before, after;
};

/* The locality's part of the county, then or now. */
struct share_figures {
    bool known;
    int64_t population, total;
    const char *percent, *percent_long, *votes; /* 1, 2 and 2 places */
};

/* A row of the table of localities. */
struct locality_change {
    const char *name;
    bool is_own;
    int64_t practices, before, after;  /* 0 where they are not known */
    const char *share_percent, *votes; /* now, 1 and 2 places; NULL likewise */
};

/* What the command line said of them, so that they can be worked out again. NULL, year 0 or empty:
 * not given. */
struct sizes_request {
    const char *area, *total;
    struct date as_at;
    const char *const *keep, *const *set, *const *leave; /* "K84035", "K84035=8770", "K84035" */
    size_t keep_count, set_count, leave_count;
    bool adopt;
};

struct reweighting {
    struct provenance from; /* the files of list sizes first */
    const char *body;
    struct terms terms;
    struct date before_at, as_at;
    bool not_first_of_april;
    bool older; /* than the sizes that it would replace */
    const char *layout;
    bool of_own_table;        /* the layout is none of the NHS's */
    const char *area;         /* NULL when the layout has none, or none was given */
    bool has_areas;           /* the layout tells areas */
    bool total_stated;        /* with --total */
    bool total_of_localities; /* it is what all localities add up to */
    bool area_in_doubt;   /* it is not known, for what the area adds up to is not taken for it */
    int64_t area_total;   /* the county's patients, that shares are of; 0 when not known */
    int64_t area_in_file; /* the area's practices as the files have them; 0 when not known */
    size_t area_practices;
    int64_t area_sum;              /* the same with the roll's practices at their new sizes */
    const char *const *suppressed; /* practices of the area, not on the roll, without a total */
    size_t suppressed_count;
    int64_t before, after; /* the roll's totals */
    const char *percent_change;
    const struct practice_change *practices; /* in the roll's order */
    size_t practice_count;
    size_t staying;       /* those that do not leave */
    const char *locality; /* NULL when the rules name none */
    int64_t votes_in_all; /* 0 likewise */
    const char *clause;   /* of the rule that shares the votes out; NULL when there is none */
    struct share_figures share_before, share_after;
    const struct locality_change *localities; /* in the order of their table */
    size_t locality_count;
    const struct quorum_change *quorums;
    size_t quorum_count;
    const char *power_decision;             /* title of the decision that power is given for */
    struct power power_before, power_after; /* in the roll's order; of `after` those staying */
    int64_t votes_before, votes_after;      /* of all members in that decision; 0 where each patient
                                               is a vote */
    const char *written_to;                 /* file name of the new roll; NULL for a dry run */
    const char *const *adopted; /* file names of the tables that hold the new sizes by then */
    size_t adopted_count;
    bool adopted_before; /* they held them already */
    struct sizes_request request;
};

#endif

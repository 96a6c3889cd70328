/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CHECKUP_H
#define QUORATE_CHECKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/date.h"
#include "quorate/diag.h"
#include "quorate/due.h"
#include "quorate/electorate.h"
#include "quorate/origin.h"
#include "quorate/terms.h"

/* What was looked at, and what is wrong with it: finished for reports. */
struct checkup {
    const char *version;
    const char *constitution; /* the bundled one, the folder, or the table given with --rules */
    struct origin origin;
    struct terms terms;

    size_t errors, warnings;        /* all of them */
    const struct message *problems; /* those that are listed, by file and line */
    size_t problem_count;

    bool rules_known; /* they could be read; else these three are 0 */
    size_t rules;     /* rows without a reading */
    size_t decisions;
    size_t readings; /* that have a name, whichever rows they have */

    size_t members;
    bool has_list_sizes;
    struct date as_at; /* of the list sizes */

    size_t localities; /* of the county's table; 0 where there is none beside the roll */

    size_t voters, interests, headings; /* rows of those tables, 0 where there are none */

    const struct due *dues; /* what is to be done again, by the day that was asked for */
    size_t due_count;

    const struct roll_change *changes; /* of the roll, where it is another on other days */
    size_t change_count;

    bool ballots_given;
    const char *role; /* what their file is by its headings (sheet_role.h), or NULL */
    bool is_list;     /* they are a list of attendance, and no votes were read */
    size_t rows, motions, elections; /* of the ballots */
};

#endif

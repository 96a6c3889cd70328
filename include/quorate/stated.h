/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_STATED_H
#define QUORATE_STATED_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/diag.h"
#include "quorate/wording.h"

/* What a ballot file itself says came of its votes, to be held against what is counted: "Result:
 * not carried", "The meeting was inquorate", "Elected: Dr A". */

enum stated {
    STATED_CARRIED,
    STATED_NOT_CARRIED,
    STATED_BINDING,
    STATED_NOT_BINDING,
    STATED_QUORATE,
    STATED_NOT_QUORATE,
    STATED_TIED,
    STATED_UNDECIDED, /* "deferred": it came to no decision */
    STATED_ELECTED,   /* the one of `name` */
    STATED_VOTES,     /* it has votes[0] */
    STATED_TURNOUT,   /* `percent` of something that takes part */
    STATED_IN_FAVOUR, /* likewise of what is for it */
};

/* Of which votes of the file it is said. */
#define STATED_OF_ANY ((size_t)-1) /* of one that it does not name */
#define STATED_OF_ALL ((size_t)-2)

/* So many decimals a percentage may have; more are cut off. */
#define STATED_PLACES 2

struct stated_result {
    enum stated says;
    size_t poll;        /* its number in the box, or one of the above */
    bool unanimous;     /* nobody was against, either */
    long long votes[2]; /* the numbers of them that it gives, in whatever order; -1 for none */
    const char *name;   /* folded; NULL but of STATED_ELECTED and STATED_VOTES */
    long long percent;  /* in hundredths */
    unsigned places;    /* of them, as written: 0 to STATED_PLACES */
    struct place place;
    struct wording words; /* where it stands: "\"Not carried\" stands above the headings" */
};

#endif

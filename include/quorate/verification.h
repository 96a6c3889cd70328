/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_VERIFICATION_H
#define QUORATE_VERIFICATION_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/date.h"
#include "quorate/origin.h"
#include "quorate/outcome.h"
#include "quorate/result.h"

/* A saved result beside the same count done again, finished for reports. */

enum file_state {
    FILE_SAME,
    FILE_GROWN, /* columns were added to it since, and it was counted as it was: the hash proves it
                 */
    FILE_CHANGED,
    FILE_NOT_TOLD,  /* the result does not hold its hash, because the ballots are secret */
    FILE_UNKEYED,   /* the result holds a keyed hash of it, and the key was not given */
    FILE_MISKEYED,  /* that is another by this key: the file is another, or the key */
    FILE_UNHASHED,  /* the result does not hold its hash, and should */
    FILE_NOT_READ,  /* the result names it, and this count had no such table */
    FILE_ADDED,     /* this count read it, and the result does not name it */
    FILE_DESTROYED, /* the ballots, as whoever verifies says */
};

/* "same", "changed", ... */
const char *file_state_name(enum file_state state);

struct verified_file {
    const char *role;
    const char *file;          /* as it was read now, else as the result names it */
    const char *called;        /* as the result names it, where that is another name; else NULL */
    const char *saved, *found; /* SHA-256; NULL where there is none */
    enum file_state state;
};

/* What was said of ballots that are gone, beside what the rules say of keeping them. */
struct destruction {
    struct date on;         /* year 0: they are there */
    struct date keep_until; /* the last of its votes; year 0 where the rules or the result do not
                               tell */
    int months;             /* that they are to be kept; 0 where the rules do not say */
    bool too_early;
    const struct recorded_poll *polls; /* what was counted in their place */
    size_t poll_count;
};

struct verification {
    const char *version, *saved_version;
    const char *body;  /* NULL when the rules gave none */
    const char *units; /* what its members are called */
    const char *constitution;
    struct origin origin; /* of the count that was done again */
    struct input result;  /* the saved file */
    bool same;            /* no difference, and no file that is another */
    bool proved;          /* and nothing had to be left open */
    struct destruction destruction;
    size_t files_wrong; /* changed, not read or added */
    const struct verified_file *files;
    size_t file_count;
    struct differences differences;
    struct differences unproved;      /* what is not the same, and need not be */
    const struct saved_result *taken; /* what was asked of the count, as the result says */
    bool folder_moved; /* and what the folder of its tables was called, which they do not say */
};

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_BALLOTS_NUMBERS_H
#define QUORATE_TABLES_BALLOTS_NUMBERS_H

#include "internal.h"

/* What lines above the headings say of how many were there, or voted, and how. */

/* What the words of a piece are about; one with any other is not read. */
enum {
    OF_MEMBERS = 1,     /* "practices": each once */
    OF_BALLOTS = 2,     /* however often somebody sent one */
    OF_VOTES = 4,       /* where one is no more than a member */
    OF_THOSE_THERE = 8, /* guests may be among them */
    OF_THOSE_WHO_VOTED = 16,
    OF_ABSENT = 32,
    OF_FOR = 64,
    OF_AGAINST = 128,
    OF_ABSTAINED = 256,
    OF_ALL_ROWS = 512, /* "total" */
    DENIED = 1024,     /* "not" */
    OUT_OF = 2048,     /* so many of so many */
    OF_EACH = 4096,    /* "all" */
    OF_SIDES = 8192,   /* "5 to 3" */
    OF_PROXIES = 16384,
    OF_RESULT = 32768, /* "result" */
    OF_PATIENTS = 65536,
    OF_THE_LOCALITY = 131072, /* "registered": whatever is told of patients is so of all of them */
    EXCEPT = 262144,          /* "all but two": the number is of those who did not */
    OF_MOST = 524288,         /* "a majority" */
    OF_ONE_OR_RESULT = 1048576, /* "agreed": of a side where it is said by how many */
    OF_HALF = 2097152,          /* "half" */
    OF_FEW = 4194304,           /* "less than half" */
    OF_A_PART = OF_MOST | OF_HALF | OF_FEW,
    OF_A_PAIR = OF_SIDES | OF_RESULT | OF_VOTES | OF_PATIENTS,
    OF_A_VOTE = OF_FOR | OF_AGAINST | OF_ABSTAINED,
};

/* A piece of a line, read. */
struct told {
    unsigned about;
    long long number, out_of; /* -1 for none */
};

/* False where the piece says nothing of how many there are, or something else as well. */
bool ballots_read_numbers(const struct ballots_load *load, const char *piece, struct told *told);

/* "1,0 for": a comma in a number that parts no thousands. */
bool ballots_has_decimals(const char *text);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_CONDITION_SET_H
#define QUORATE_TABLES_CONDITION_SET_H

#include "phrase.h"
#include "quorate/condition.h"
#include "quorate/terms.h"

/* What the files that read a condition share: condition.c reads how much it asks for,
 * condition_set.c of what and of whom. */
struct reader {
    struct arena *arena;
    struct phrase phrase;
    const struct terms *terms;
    struct condition *condition;
    bool compared;    /* it said "at least" or "more than", in these or other words */
    bool majority_of; /* "a majority of" stands before the amount */
    bool is_piece;    /* of two between which a limit chooses: the other may say whose */
    bool measure_missing, whose_missing; /* of a piece */
    const char *amount;                  /* as it was typed */
};

/* What to say where nothing says whose. */
extern const char condition_whose_missing[];

/* "votes cast of owners", "all members against": what a share is a share of. They step over it and
 * return NULL, or say what is wrong. */
const char *condition_read_set(struct reader *reader);

/* "members present of public", "votes for": what a whole number, `word`, is a number of. */
const char *condition_read_counted(struct reader *reader, const char *word);

/* "The Bell Surgery; Hart": the members that must be there, or in favour. */
const char *condition_read_names(struct arena *arena, const char *text,
                                 struct condition *condition);

#endif

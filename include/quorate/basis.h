/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BASIS_H
#define QUORATE_BASIS_H

#include <stdbool.h>

#include "quorate/rule_words.h"

/* A rule that the verdict rests on. */
struct basis {
    enum rule_kind kind;
    int value;      /* which of the rule's fixed words it is (rule_words), or RULE_VALUE_OPEN */
    unsigned roles; /* of RULE_VOTERS: a bit for each enum role */
    const char *text;
    const char *group;    /* of conditions that are alternatives; NULL for none */
    const char *clause;   /* NULL when the rules table leaves the rule or its clause out */
    bool stated;          /* the clause names a place */
    const char *unstated; /* what stands behind "not stated" in the clause; NULL when it does not
                             begin so */
    bool is_default;      /* the rules table has no such row; the program's default stands */
};

#endif

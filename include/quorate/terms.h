/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TERMS_H
#define QUORATE_TERMS_H

#include <stdbool.h>

#include "quorate/arena.h"

/*
 * What a body calls its own things. Every sentence, heading and message that names a member, or
 * what is counted of it, takes the words from here. The rules `unit`, `measure` and `locality` say
 * which they are, and how the roll is headed.
 */
struct terms {
    const char *unit, *units;       /* a member: "practice", "practices" */
    bool own_measure;               /* the rules say what is counted, and it is no list */
    const char *measure, *measures; /* what its size counts: "patient", "patients" */
    const char *size, *sizes;       /* in a sentence: "list size", "number of shares" */
    const char *column;          /* the same as a heading and behind "by": "list size", "shares" */
    const char *counted, *whole; /* in a condition: "population", "the whole population" */
    const char *sharers;   /* who share a governing body's votes: the members, or "localities" */
    const char *lead;      /* who has to be told of a proxy: "the locality lead", "the lead" */
    const char *teller;    /* who counts: "the Election Manager", "whoever counts the ballots" */
    const char *signature; /* the line that who counts signs: "Election Manager" */
};

/* Those of a body whose rules say none of it: practices, and their patients on lists. */
extern const struct terms terms_default;

/* Those of the localities of a county, of a body that is one of them. */
extern const struct terms terms_county;

/* Makes what is counted of a member `one`, several of them `several`. */
void terms_measure(struct arena *arena, struct terms *terms, const char *one, const char *several);

/* Makes the body a locality, which has a lead and an Election Manager. */
void terms_locality(struct terms *terms);

/* What heads the column of sizes: "list size", of a body that has no lists "population" or the word
 * of its own. */
const char *terms_heading(const struct terms *terms);

/* Of a roll that has no sizes: there are no lists of anybody, if the members are no practices. */
void terms_without_sizes(struct terms *terms);

/* Makes the members localities, or whatever else has no list of its patients but a population. */
void terms_population(struct terms *terms);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COUNTING_H
#define QUORATE_COUNTING_H

#include <stdbool.h>

#include "constitution.h"
#include "options.h"
#include "quorate/ballots.h"
#include "quorate/decide.h"
#include "quorate/diag.h"
#include "quorate/outcome.h"

/* What every command shares that reads a ballot file: the tables of one count, and what is asked of
 * them before anything is decided. */
struct counting {
    struct arena *arena;
    const struct options *options;
    const char *ballots; /* the path of the ballot file; NULL where only the tables are read */
    bool discreet;       /* no message holds a row where any kind of decision is secret */
    bool attendance;     /* it says who is there, not how they vote */
    bool by_kind; /* of an attendance that names no kind of decision: each vote of the box stands
                     there once for every kind */
    struct diag diag;
    struct constitution constitution; /* found by the caller */
    const char *decision;             /* NULL when only the ballots can tell */
    struct candidate_list candidates;
    bool has_candidates;                /* --candidates was given and could be read */
    struct voter_register voters;       /* the circumstances say whether they may be used */
    struct interest_register interests; /* likewise */
    struct ballot_box box;
    struct circumstances circumstances;
    struct calendar calendar; /* where both times are given, or --holidays */
    struct input inputs[9];   /* the ballots first */
    size_t input_count;
};

/* A count by these options, with nothing read yet. */
struct counting counting_begin(struct arena *arena, const struct options *options,
                               const char *ballots);

/*
 * Reads every table, whatever was wrong with those before, and finds the ballots that contradict
 * each other. Problems are in `diag`. False, with *misuse filled in, for a wrong command line, part
 * of which only the tables can show.
 */
bool counting_read(struct counting *counting, struct misuse *misuse);

/* What an outcome says of whose count it is, and of what. */
struct outcome counting_describe(const struct counting *counting);

/*
 * Decides every poll and fills in the outcome. There must be no errors in `diag`. False when the
 * count contradicts itself: a defect of the program.
 */
bool counting_decide(struct counting *counting, struct outcome *outcome);

#endif

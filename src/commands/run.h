/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RUN_H
#define QUORATE_RUN_H

#include <stdbool.h>

#include "command.h"
#include "constitution.h"
#include "output.h"
#include "quorate/ballots.h"
#include "quorate/decide.h"
#include "quorate/diag.h"
#include "quorate/outcome.h"
#include "quorate/saved.h"

/* Tables beside the roll that say of days: lists.h. */
enum list {
    LIST_CANDIDATES,
    LIST_VOTERS,
    LIST_INTERESTS,
    LISTS,
};

/* What was read of one, to be loaded for a day. */
struct fetched {
    bool found;
    struct bytes bytes;
    size_t rows;
};

/* One run of a command, as it comes to be known: what it was asked, every table that it reads, and
 * what is wrong with either. Where a run is a recount, its options are not those of the call. */
struct run {
    struct arena *arena;
    const struct call *call;
    const struct options *options;
    struct diag diag;     /* what is wrong with the tables */
    struct misuse misuse; /* `what` is NULL while the command line is right */
    const char *failure;  /* of the program itself; NULL for none */
    struct output output;

    unsigned reads; /* a bit for each kind of table: constitution.h */
    struct constitution constitution;
    struct constitution compared; /* with --diff */
    struct answers answers;       /* of the command line, then those of the constitution */
    const char *decision;         /* NULL when only the ballots can tell */
    struct fetched fetched[LISTS];
    struct candidate_list candidates;
    bool has_candidates;                /* --candidates was given and could be read */
    struct voter_register voters;       /* the circumstances say whether they may be used */
    bool voters_unreadable;             /* they were given, and may not */
    struct interest_register interests; /* as the voters */
    struct circumstances circumstances;
    struct calendar calendar; /* where a vote opens, or with --holidays */
    struct input inputs[10];  /* the ballots first */
    size_t input_count;

    const char *ballots; /* the path of the ballot file; NULL where only the tables are read */
    struct bytes ballot_bytes;             /* what is in it, once it is read, and until it goes, */
    bool ballots_missing;                  /* which it cannot be */
    const char *ballots_role;              /* of a check whose bytes go: see sheet_role; or NULL */
    const struct saved_result *as_counted; /* of a recount: what was counted; else NULL */
    const struct bytes *record; /* of one without ballots: the result whose rows stand for them */
    const struct recorded_poll *recorded; /* how far they do, vote by vote */
    struct date destroyed;                /* its ballots, where --destroyed says so; else year 0 */
    struct date roll_day; /* whose roll is counted by, and whose lists; year 0 where it does not
                             matter */
    bool day_by_ballots;  /* their times alone tell it */
    bool discreet;        /* no message holds a row where any kind of decision is secret */
    bool attendance;      /* it says who is there, not how they vote */
    bool either;          /* its headings tell which */
    bool by_kind; /* of an attendance that names no kind of decision: each vote of the box stands
                     there once for every kind */
    struct ballot_box box;
};

/* A run by these options, with nothing read yet. */
struct run run_begin(struct arena *arena, const struct call *call, const struct options *options);

/* What an option was given, NULL for nothing. */
const char *run_value(const struct run *run, enum option_id id);

/* Puts it down that the command line is wrong. Returns false. */
bool run_misuse(struct run *run, const char *what, const char *remedy);

/* Whether each target may be written, now that it is known which tables are read. False, with
 * `misuse` filled in, when one may not. */
bool run_spares_tables(struct run *run);

#endif

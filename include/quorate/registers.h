/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REGISTERS_H
#define QUORATE_REGISTERS_H

#include <stddef.h>

#include "quorate/date.h"
#include "quorate/roll.h"
#include "quorate/rule_words.h"
#include "quorate/tenure.h"

/* Who may vote for whom, and what interests are known: tables beside the roll. */

/* One row of the list of voters: an address, the practice for which it may vote, and as what. */
struct registered_voter {
    size_t line;
    const char *email; /* in the form in which addresses are compared */
    const struct member *member;
    enum role role;
    const char *name; /* NULL when blank */
    struct tenure tenure;
};

struct voter_register {
    const char *file;
    const struct registered_voter *voters; /* in the roll's order, then by line */
    size_t count;
    const struct registered_voter *const *by_address; /* the same by address, then as above */
    struct date day; /* whose list it is; year 0: its rows are those of all days */
    const struct voter_register *absent; /* the rows that do not hold on that day, and those of
                                            members that had left or had yet to join */
    struct date last_change;             /* of its rows; year 0 where each holds on every day */
};

/* The row of this address, in the form in which they are compared, for this member; NULL when there
 * is none. */
const struct registered_voter *voters_on(const struct voter_register *voters, const char *email,
                                         const struct member *member);

/* The first row of this address, for whichever member; NULL when there is none. */
const struct registered_voter *voters_at(const struct voter_register *voters, const char *email);

/* The rows of a member; *count tells how many. */
const struct registered_voter *voters_of(const struct voter_register *voters,
                                         const struct member *member, size_t *count);

/* Why such a row of `absent` is none of the day: "a@b.example was in voters.csv for The Hart
 * Surgery until 31 May 2015", "... is in voters.csv for Nettlebed Surgery, which was a member until
 * ...". `whom` is the address, or what is said of it. */
const char *voters_absence(struct arena *arena, const struct voter_register *voters,
                           const struct registered_voter *voter, const char *whom);

/* Puts the rows into the order that those above go by, and fills in `by_address`. */
void voters_sort(struct arena *arena, struct registered_voter *rows, size_t count,
                 struct voter_register *voters);

/* One row of the register of interests. */
struct registered_interest {
    size_t line;
    const struct member *member;
    const char *interest;
    struct tenure tenure;
    struct date reviewed; /* when it was last gone through; year 0 when that is not given */
};

struct interest_register {
    const char *file;
    const struct registered_interest *interests; /* in file order */
    size_t count;
    const struct registered_interest *nil_returns; /* rows that say that there is none, likewise */
    size_t nil_count;
};

/* Whether an interest was held on that day. */
bool interest_held(const struct registered_interest *interest, struct date day);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FINDINGS_H
#define QUORATE_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/date.h"
#include "quorate/tenure.h"

/* What the lists of voters and of interests say about ballots that count all the same, and who
 * stands in several of them. */
enum finding_kind {
    FINDING_ADDRESSES_UNCHECKED, /* there is a list of voters, and no column of addresses */
    FINDING_OTHER_ROLE,          /* the list has the voter in another role, who may vote too */
    FINDING_OTHER_VOTER,         /* the voter is neither the lead nor the deputy of the list */
    FINDING_ONE_ADDRESS,         /* one address stands for several members */
    FINDING_ONE_VOTER,           /* one name does */
    FINDING_INTEREST,            /* the register has an interest that the ballot does not declare */
};

/* One of them. In a secret decision it names the members and what the registers say of them, never
 * what a ballot does: voter, roles and line are not there. */
struct finding {
    enum finding_kind kind;
    size_t line; /* of the ballot, the last of several; 0 of a whole file, or where it is secret */
    const char *const *practices;
    size_t practice_count;
    const char *voter;                  /* as the ballot names them */
    const char *role, *registered_role; /* of FINDING_OTHER_ROLE */
    const char *const *named; /* of FINDING_OTHER_VOTER: the lead and the deputies of the list */
    size_t named_count;
    const char *interest; /* of FINDING_INTEREST: the register's words */
    struct tenure tenure; /* of the interest */
    bool any_day;         /* the day of the vote is not known, so every entry is told */
};

/* What the list of voters says of a row that it refuses. Addresses are not in a secret outcome. */
struct as_registered {
    const char *email;
    const char *standing;  /* of the address: "blank", "unknown", "elsewhere", ... */
    const char *elsewhere; /* the practice that it is on the list for */
    struct tenure absent;  /* from when to when it is on the list, of which the vote is not */
    const char *role;      /* the list's */
    const char *told;      /* the sentence of a saved result; NULL where the list itself was read */
};

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_STATED_H
#define QUORATE_STATED_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/diag.h"
#include "quorate/wording.h"

/* What a ballot file itself says came of its votes, to be held against what is counted: "Result:
 * not carried", "The meeting was inquorate", "Elected: Dr A"; and by what rules, to be held against
 * those in force: "Two thirds majority required". */

enum stated {
    STATED_CARRIED,
    STATED_NOT_CARRIED,
    STATED_BINDING,
    STATED_NOT_BINDING,
    STATED_QUORATE,
    STATED_NOT_QUORATE,
    STATED_TIED,
    STATED_UNDECIDED,    /* "deferred": it came to no decision */
    STATED_ELECTED,      /* the one of `name` */
    STATED_VOTES,        /* it has votes[0] */
    STATED_TURNOUT,      /* `percent` of something that takes part */
    STATED_IN_FAVOUR,    /* likewise of what is for it */
    STATED_FOR,          /* votes[0] patients or votes are for it, of votes[1] */
    STATED_AGAINST,      /* likewise against it */
    STATED_THERE,        /* votes[0] patients take part, of votes[1] */
    STATED_ABSTAINED,    /* votes[0] patients abstained */
    STATED_ABSENT,       /* votes[0] patients take no part */
    STATED_IN_ALL,       /* there are votes[0] patients, or so many take part */
    STATED_SIDES,        /* votes[0] to votes[1] */
    STATED_BY_VOTE,      /* there was a vote, */
    STATED_WITHOUT_VOTE, /* or none */
    /* That a rule of the vote is so: */
    STATED_RULE_OF_QUORUM,   /* it asks for `percent`, or for votes[0], of whom `of` says */
    STATED_RULE_OF_MAJORITY, /* likewise */
    STATED_RULE_OF_EITHER,   /* likewise one of the two */
    STATED_CASTING_VOTE,     /* the chair has one */
    STATED_ONE_EACH,
    STATED_WEIGHTED, /* by list sizes, where `of` says patients */
    STATED_SECRET,
    STATED_OPEN,
};

/* Whether it is a rule, and not what came of the votes. */
static inline bool stated_is_rule(enum stated says)
{
    return says >= STATED_RULE_OF_QUORUM;
}

/* Of what a rule is stated. */
enum stated_of {
    STATED_OF_UNTOLD,
    STATED_OF_MEMBERS,
    STATED_OF_PATIENTS,
};

/* And of which of them. */
enum stated_whole {
    STATED_WHOLE_UNTOLD,
    STATED_WHOLE_ALL,  /* "of all practices" */
    STATED_WHOLE_CAST, /* "of votes cast", "of those present" */
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
    long long votes[2]; /* the numbers of them that it gives, in whatever order, or the first alone:
                           by how many it is so; -1 for none */
    const char *name;   /* folded; NULL but of STATED_ELECTED and STATED_VOTES */
    long long percent;  /* in hundredths; of a rule 0 for none */
    unsigned places;    /* of them, as written: 0 to STATED_PLACES */
    struct place place;
    enum stated_of of;
    enum stated_whole whole;
    bool asked;           /* it says that it is asked for; else a rule may be what was reached */
    const char *rid;      /* what one does to be rid of it: "delete the line" */
    struct wording words; /* where it stands: "\"Not carried\" stands above the headings" */
};

#endif

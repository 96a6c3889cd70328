/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ATTENDANCE_H
#define QUORATE_ATTENDANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/outcome.h"
#include "quorate/power.h"

/* Whether those who are there make a quorum, and who else would: finished for reports. */

enum quorum_answer {
    QUORUM_MET,
    QUORUM_NOT_MET,
    QUORUM_NOT_ASKED, /* the rules ask for none */
    QUORUM_NOT_KNOWN, /* only of a reading: on it the rows contradict each other */
};

/* "met", "not met", "not asked"; NULL for QUORUM_NOT_KNOWN. */
const char *quorum_answer_name(enum quorum_answer answer);

/* What those who are away could do about a quorum, and what those who are there. */
struct quorum_others {
    bool not_worked_out; /* of several conditions, some of which are alternatives: nothing is known
                          */

    /* Not met: which of those away would make it so, as places in `away`. */
    struct reach joining;
    const char *const *away;
    size_t away_count;

    /* Met: how many of those counted can leave, and the fewest without whom it is not met: the
     * largest of them. None where leaving changes nothing. */
    bool leaving_known;
    size_t may_leave; /* so many, whoever they are */
    const char *const *decisive;
    size_t decisive_count;   /* 0 when all may leave */
    const char *const *free; /* where none may leave whoever it is: who can, one of them */
    size_t free_count;
};

/* One condition of the quorum, and what others could do about it. */
struct quorum_condition {
    struct condition_outcome condition;
    const struct count *counts; /* GROUPS of them: of the area that must have its own quorum, or of
                                   the body */
    int64_t over;               /* more than is needed; 0 when not met */
    struct quorum_others others;
};

/* The same rows on another reading of the rules, or on several at once. */
struct quorum_reading {
    const char *name; /* several are joined by " + " */
    const char *clause;
    const char *const *together; /* the names one by one */
    size_t together_count;
    enum quorum_answer answer;
    bool differs; /* met where by the default rules it is not, or the other way round */
    const struct quorum_condition *conditions;
    size_t condition_count;
};

struct quorum_finding {
    enum quorum_answer answer;
    /* How many of all must be in favour for a motion to carry, where the first majority is of all
     * of them or a number: its part is as if all who are there were. NULL where it is of the votes.
     */
    const struct condition_outcome *majority;
    bool would_vote; /* a condition counts those who vote, so those present count as if they will */
    bool secret;     /* the vote that it is for is secret, or the rows may be of one that is */
    const struct quorum_condition *conditions; /* the body's, then each area's */
    size_t condition_count;
    struct quorum_others together; /* for all conditions at once; nobody where there is none */
    bool certain;                  /* every reading gives the same answer */
    const struct quorum_reading *readings; /* each alone that bears on it, then those together that
                                              matter */
    size_t reading_count;
};

struct attendance {
    /* As of a tally, without votes: of each poll there are only its name and kind, counts,
     * quorum conditions, rows, standings and basis. */
    struct outcome outcome;
    const struct quorum_finding *findings; /* one for each of its polls */
    bool by_kind; /* the polls are the same rows for each kind of decision, since none was named */
};

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_POWER_H
#define QUORATE_POWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a weighted vote is worth. A coalition of members wins with at least `quota` votes; a member
 * decides the outcome when the others' votes lose without it and win with it.
 *
 * Banzhaf: of all ways in which the other members can vote yes or no, in how many a member decides;
 * its index is its part of all members' such ways. Shapley-Shubik: of all orders in which the
 * members could join a coalition, in what part it is the member that makes it win.
 * Sources: J. F. Banzhaf, "Weighted voting doesn't work", Rutgers Law Review 19 (1965);
 * L. S. Shapley and M. Shubik, American Political Science Review 48 (1954).
 */
struct member_power {
    int64_t decides;     /* of the 2^(members - 1) ways in which the others can vote */
    const char *banzhaf; /* percent, 2 places */
    const char *shapley; /* percent, 2 places */
    bool never, always;  /* decides in none of them, in all */
};

/* Why it is not known what members decide. */
enum power_gap {
    POWER_TOO_LARGE,    /* the roll is too large to count exactly */
    POWER_NONE_NEEDED,  /* the quota is 0, so any coalition wins, also one of nobody */
    POWER_OUT_OF_REACH, /* the quota is more than all have, so no coalition wins */
};

struct power {
    bool known;
    enum power_gap gap; /* where it is not known */
    int64_t quota;
    int64_t ways;                       /* 2^(members - 1) */
    const struct member_power *members; /* as many as there are votes; NULL unless known */
};

/*
 * The most members: a reader of JSON holds 2^53 exactly, and no more. So many coalitions are gone
 * through, or so many sums kept for the coalitions to be counted by (32 MB), whichever are fewer:
 * of up to 21 members it is always told. The sums take a step each for every member, so that no
 * count has more than 212 million of them, a fifth of a second.
 */
#define POWER_MEMBERS_MOST ((size_t)53)
#define POWER_STEPS_MOST   ((int64_t)4000000)

/* How few members can make a quorum, and how many can be away. */
struct reach {
    int64_t needed;  /* 0 where several things are needed at once */
    bool possible;   /* all together reach it */
    size_t fewest;   /* members that reach it, if they are the right ones */
    bool sets_known; /* false when there are too many members, or too many groups to count */
    uint64_t sets;   /* how many groups of so few reach it; at least that when they are not known,
                        and 0 when they were not gone through */
    const size_t *const *groups; /* the first of them, by the members' places; each has `fewest` */
    size_t group_count;          /* at most REACH_GROUPS_MOST */
    size_t any_absent;           /* so many can be away, whoever they are */
    bool fewest_known; /* else it takes more to work out than there is time, and so many or more */
    bool any;          /* as many as the fewest do, whoever they are */
};

#define REACH_GROUPS_MOST  ((size_t)64)
#define REACH_MEMBERS_MOST ((size_t)64)

#endif

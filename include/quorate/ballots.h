/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BALLOTS_H
#define QUORATE_BALLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/date.h"
#include "quorate/registers.h"
#include "quorate/roll.h"

struct stated_result;
struct table;

enum vote {
    VOTE_BLANK, /* only beside a declared interest */
    VOTE_FOR,
    VOTE_AGAINST,
    VOTE_CANDIDATE,
    VOTE_ABSTAIN,
    VOTE_SPOILT,  /* returned, and not valid */
    VOTE_PRESENT, /* in the room, did not vote */
    VOTE_ABSENT,  /* also "no reply" */
};

/* "for", "abstain", ...: as results have it; NULL of a candidate and of a blank. */
const char *vote_name(enum vote vote);

/* Whether the locality lead was told of a proxy. */
enum notified {
    NOTIFIED_NO,
    NOTIFIED_YES,
    NOTIFIED_ON, /* on a given day */
};

/* How the ballot's e-mail address stands in the list of voters. */
enum address_standing {
    ADDRESS_NOT_CHECKED, /* there is no list, or no column of addresses */
    ADDRESS_LISTED,      /* for this member */
    ADDRESS_BLANK,
    ADDRESS_UNKNOWN,
    ADDRESS_ELSEWHERE, /* for other members only */
    ADDRESS_ABSENT,    /* for this member, on another day */
    ADDRESS_STANDINGS,
};

/* "blank", "elsewhere", ...: as saved results have it. */
const char *address_standing_name(enum address_standing standing);

/* Of a row: what a member may have. */
#define BALLOT_VOTES_MOST INT64_C(1000000000000000)

/* What a row tells beside its member, role and vote; often nothing. */
struct ballot_details {
    const char *voter; /* NULL when blank */
    const char *email; /* in the form in which addresses are compared; NULL likewise */
    const struct registered_voter *registered; /* of ADDRESS_LISTED: its row, else NULL */
    const struct registered_voter *absent;     /* of ADDRESS_ABSENT: likewise */
    const struct member *elsewhere;            /* of ADDRESS_ELSEWHERE: the first of them */
    const char *register_told; /* of a row from a saved result: what it says of the list; or NULL */
    struct date notified_on;
    struct moment received; /* not given when there is no such column or the cell is blank */
    const char *remark;     /* the column `reason`, NULL when blank */
    int64_t votes;          /* how many of its member's the row casts so; 0 for all that it has */
    size_t votes_cell;      /* of the row, where it says that */
};

/* One row of the ballot file. It points at its practice, so an unknown one cannot get here. */
struct ballot {
    const struct member *member;
    struct ballot_details *details; /* never NULL; those that tell nothing share one */
    uint32_t candidate;             /* index in the poll's candidates, of VOTE_CANDIDATE */
    uint32_t line, row; /* of the file and of the spreadsheet; 0 where that is not known */
    enum vote vote : 4;
    enum role role : 4; /* where the cell is blank that of the list of voters, else the lead's */
    enum address_standing address : 4;
    enum notified notified : 4;
    bool continues : 1;  /* the row of the ballot before, which casts other votes of its member */
    bool role_given : 1; /* by the ballot */
    bool interest : 1;
    bool at_opening : 1;  /* was there when the meeting opened; not read where nothing asks */
    bool time_untold : 1; /* `received` is not given because the cell may be read as two times */
    bool of_joins : 1;    /* a row of a program's list of who joined, one for each time: an absence
                             in it does not deny that the same person came at another */
};

/*
 * What ballots say. There may be millions of them, and most say what others do: so of each is held
 * whose it is, where it stands and the number of what it says.
 */
struct sayings;

/* Such a ballot. */
struct ballot_slip {
    uint32_t member; /* its place in the roll */
    uint32_t line;
    uint32_t says;
};

/*
 * The slips of one vote, in file order. Mostly a slip stands as far behind the one before as that
 * behind its own, and is of the next member of the roll: then it takes as many bytes as the number
 * of what it says, which is one.
 */
struct slip_chunk; /* some of them */
struct slip_list {
    struct slip_chunk *first, *last;
    unsigned char *at, *end; /* what is free of the last */
    struct ballot_slip before;
    uint32_t step;  /* from the line of the slip before that one to its line */
    size_t count;   /* of slips */
    bool unordered; /* one is not of a member behind that of the slip before */
    size_t filled;  /* bytes of the chunks before the last */
    size_t likely;  /* how long it is going to be, where that is known */
};

/* How many bytes they take. */
size_t slips_length(const struct slip_list *list);

/* Puts a slip behind the others. */
void slips_add(struct arena *arena, struct slip_list *list, const struct ballot_slip *slip);

/* Of ballots of these members: roll.members, as long as anything is made of the slips. */
struct sayings *sayings_new(struct arena *arena, const struct member *members);

/* The details to keep, in memory of theirs: one for all ballots that tell nothing there. */
struct ballot_details *sayings_details(struct sayings *sayings,
                                       const struct ballot_details *details);

/* The number of what the ballot says, its details kept by sayings_details; the same of two that say
 * the same and tell nothing beside. It may be of no member yet. */
uint32_t sayings_number(struct sayings *sayings, const struct ballot *ballot);

/* Whether ballots of the number tell nothing beside, and stand as far behind the rows of the
 * spreadsheet as a ballot on this line and in this row does. */
bool sayings_are_plain(const struct sayings *sayings, uint32_t number);
bool sayings_stand_in(const struct sayings *sayings, uint32_t number, size_t line, size_t row);

/* The ballot itself. */
struct ballot slip_ballot(const struct sayings *sayings, const struct ballot_slip *slip);

/*
 * A way through ballots in file order:
 *
 *     struct ballot_walk walk = poll_walk(poll);
 *     while (ballot_next(&walk))
 *         ...
 */
struct ballot_walk {
    const struct ballot *says; /* what the ballot says; its member, line and row mean nothing */
    size_t member;             /* its place in the roll */

    /* The rest is of this file: the ballot before, how many are to come, and where they are. */
    struct ballot_slip slip;
    uint32_t step;
    size_t left;
    const struct ballot *ballots;
    const struct sayings *sayings;
    const struct slip_list *slips;
    const struct slip_chunk *chunk;
    const unsigned char *at, *end;
};

struct ballot_walk slips_walk(const struct slip_list *list, const struct sayings *sayings);
bool ballot_next(struct ballot_walk *walk); /* false behind the last */
struct ballot walk_ballot(const struct ballot_walk *walk);

/* A row of somebody who represents nobody: a guest, an observer. It counts for nothing. */
struct other {
    const char *name;      /* else the address, else whom they are said to be of; NULL for none */
    const char *role_name; /* NULL where only the address says that it is nobody's */
    bool away;             /* they are named as absent */
};

enum casting_vote {
    CASTING_VOTE_NONE,
    CASTING_VOTE_FOR,
    CASTING_VOTE_AGAINST,
};

/* A chair who represents nobody. */
struct chair {
    const char *name; /* NULL when not given */
    enum casting_vote casting;
    size_t line; /* of the file; 0 where there is no such row */
};

struct candidate {
    const char *name;
    const char *practice;      /* as listed, NULL when not given */
    const char *const *folded; /* its name and aliases, folded */
    size_t folded_count;
    bool reopens; /* it is no person, but "re-open nominations": it can win, and elects nobody */
    struct tenure tenure; /* as listed: from when to when whoever votes may vote for them */
};

/* What is stood for. Somebody who stands for two posts is a candidate of each. */
struct post {
    const char *name, *folded; /* NULL where the list names none: then there is one post */
    const struct candidate *candidates;
    size_t count;
};

/* The list of those assessed as eligible. */
struct candidate_list {
    const char *file;
    const struct candidate *candidates; /* of all posts, in the order of the table */
    size_t count;
    const struct post *posts; /* in order of first appearance */
    size_t post_count;
    struct date day;                /* whose list it is; year 0: its rows are those of all days */
    const struct candidate *absent; /* rows that do not hold on that day */
    size_t absent_count;
    struct date last_change; /* of its rows; year 0 where each holds on every day */
};

/* The row of `absent` that has this spelling, or NULL. */
const struct candidate *candidates_absent(const struct candidate_list *list, const char *folded);

/* The post of this name, or the only one; POST_NONE when there is no such post. */
#define POST_NONE ((size_t)-1)
size_t candidates_post(struct arena *arena, const struct candidate_list *list, const char *name);

/* The names of the posts. */
const char *const *candidates_posts(struct arena *arena, const struct candidate_list *list);

/* One question put to the vote, with its rows in file order. */
struct poll {
    const char *motion;   /* NULL when not named; of an election the post, where there are any */
    const char *post;     /* as the list of candidates has it; NULL where that names none */
    const char *decision; /* as the rules table spells it */
    bool is_election;
    bool votes_doubtful;    /* its rows have numbers of votes, and nobody said that they are such */
    bool of_result;         /* its rows are those of a saved result, which may tell less of them */
    bool has_addresses;     /* the table has a column of e-mail addresses */
    bool candidates_listed; /* else they are the names that were voted for */
    const struct candidate *candidates;
    size_t candidate_count;
    const struct ballot *ballots; /* NULL where there are slips in their place: poll_laid_out */
    const struct slip_list *slips;
    const struct sayings *sayings; /* of the slips, also where they were laid out; else NULL */
    size_t count;
    size_t continued;           /* of them, those that are no rows of their own */
    const struct other *others; /* rows that are no ballots */
    size_t other_count;
    struct chair chair;        /* one of them */
    const char *const *doubts; /* whole sentences about what does not stop the count */
    size_t doubt_count;
};

/* Through its ballots. */
struct ballot_walk poll_walk(const struct poll *poll);

/* Whether it can be told without a look at them that no two are of one member. */
bool poll_is_of_different(const struct poll *poll);

/* Whether a ballot of its file, or of the poll, may tell anything in its details, or of a time that
 * may be two. */
bool poll_tells_details(const struct poll *poll);

/* The same poll with its ballots, in the arena where they were slips. */
struct poll poll_laid_out(struct arena *arena, const struct poll *poll);

/* A whole ballot file. */
struct ballot_box {
    const char *file;
    const struct table *table; /* NULL of a saved result */
    size_t named_in[2];        /* cells of a row that may name its member: the first that is filled
                                  does; COLUMN_NONE for none */
    const struct poll *polls;  /* in order of first appearance */
    size_t poll_count;
    size_t rows;           /* of all polls, with those of others */
    bool is_list;          /* of who is there: no votes were read */
    bool several_untold;   /* it was asked whether the rows are of one vote */
    bool decision_missing; /* neither a column nor the caller says what kind of decision it is */
    /* What it says came of them itself: stated.h. */
    const struct stated_result *stated;
    size_t stated_count;
};

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_H
#define QUORATE_DECIDE_H

#include <stdbool.h>

#include "quorate/arena.h"
#include "quorate/attendance.h"
#include "quorate/ballots.h"
#include "quorate/calendar.h"
#include "quorate/county.h"
#include "quorate/decision_register.h"
#include "quorate/due.h"
#include "quorate/editions.h"
#include "quorate/electorate.h"
#include "quorate/national.h"
#include "quorate/outcome.h"
#include "quorate/reweighting.h"
#include "quorate/roll.h"
#include "quorate/rulebook.h"
#include "quorate/rules.h"
#include "quorate/timetable.h"

/* Decisions: pure functions of the nouns. No input, no output, nothing kept between calls. */

/* What is known of the vote beside the ballots. */
struct circumstances {
    struct date date;                    /* of the meeting or the close; year 0 when not given */
    struct date confirmed;               /* when the outcome was confirmed; likewise */
    struct moment opens, closes;         /* of the vote, where given; ballots outside are refused */
    const struct voter_register *voters; /* NULL where there is none */
    const struct interest_register *interests; /* likewise */
    const struct calendar *calendar; /* needed where both are given; `opens` is before `closes` */
    enum casting_vote casting;       /* as it was told beside the ballots */
    bool may_be_secret; /* the rows may be ballots of a secret decision, whatever kind of decision
                           it is asked for here */
    bool show_ballots;  /* withhold nothing of a secret decision */
};

/* Two ballots of one practice that the rules do not allow: the file is to be put right. */
enum conflict_kind {
    CONFLICT_ANSWERS,    /* one member answered differently */
    CONFLICT_UNORDERED,  /* one of them counts, but their times do not tell which */
    CONFLICT_OPENING,    /* one person was there when the meeting opened, and was not */
    CONFLICT_PROXIES,    /* who is the proxy on `earlier` already is that of too many */
    CONFLICT_PROXY_AWAY, /* the proxy represents no member that is present; `earlier` is the row */
    /* Rows with a number of votes: */
    CONFLICT_PART_INTEREST,  /* an interest is declared in one of them */
    CONFLICT_PART_UNTOLD,    /* one of them has none */
    CONFLICT_PART_TIMES,     /* they came at different times: the later may be in place of both */
    CONFLICT_PARTS_EXCEED,   /* with `ballot` they are more than the member has */
    CONFLICT_PARTS_DOUBTED,  /* no member casts all that it has, and nobody said what they are */
    CONFLICT_PARTS_OF_HEADS, /* they are on several sides, and `rule` counts members on one */
    CONFLICT_PARTS_OPENING,  /* the quorum is of who was there when the meeting opened */
    CONFLICT_PARTS_SECRET,   /* they are on several sides or not all cast, and the vote is secret */
};

static inline bool conflict_is_of_proxy(enum conflict_kind kind)
{
    return kind == CONFLICT_PROXIES || kind == CONFLICT_PROXY_AWAY;
}

static inline bool conflict_is_of_parts(enum conflict_kind kind)
{
    return kind >= CONFLICT_PART_INTEREST;
}

struct conflict {
    const struct ballot *ballot; /* the later one */
    const struct ballot *earlier;
    enum conflict_kind kind;
    const struct rule *rule; /* that lets nobody be such a proxy, or counts heads; else NULL */
    int64_t has, given;      /* of those that exceed it: all that the member has, and what the rows
                                before give, in units of 1 / 10^places; of a doubt all that they
                                give */
    unsigned places;
};

/*
 * The conflicts of a poll under its default rules, by member in the roll's order; NULL and *count 0
 * when there are none. A poll with conflicts cannot be decided.
 */
const struct conflict *decide_conflicts(struct arena *arena, const struct rules *rules,
                                        const struct roll *roll, const struct poll *poll,
                                        const struct circumstances *circumstances, size_t *count);

/*
 * What the registers say of the ballots that count under the default rules, and who stands in
 * several of them; by member in the roll's order. The same are in the poll's outcome.
 */
const struct finding *decide_findings(struct arena *arena, const struct rules *rules,
                                      const struct roll *roll, const struct poll *poll,
                                      const struct circumstances *circumstances, size_t *count);

/*
 * Decides one poll by the default rules and by every reading of them, and fills in all that a
 * report tells; its lists, which have every row and member, only `with_lists`. The poll must have
 * no conflicts, and the roll must be one that the rules can be applied to (load_agree). The outcome
 * points into the nouns and the arena.
 */
struct poll_outcome decide_poll(struct arena *arena, const struct rules *rules,
                                const struct roll *roll, const struct poll *poll,
                                const struct circumstances *circumstances, bool with_lists);

/* Fills in the lists of a poll that was decided of the same without them, in this arena. */
void decide_lists(struct arena *arena, const struct rules *rules, const struct roll *roll,
                  const struct poll *poll, const struct circumstances *circumstances,
                  struct poll_outcome *outcome);

/*
 * Whether those who are there make a quorum, by the default rules and by every reading of them, and
 * who else would. The poll is read as attendance, without conflicts. Fills in what the outcome of a
 * tally would say of the same rows, without votes (see struct attendance); its lists only
 * `with_lists`.
 */
struct quorum_finding decide_attendance(struct arena *arena, const struct rules *rules,
                                        const struct roll *roll, const struct poll *poll,
                                        const struct circumstances *circumstances, bool with_lists,
                                        struct poll_outcome *outcome);

/* Fills in the lists of a poll whose quorum was decided without them, in this arena. */
void decide_attendance_lists(struct arena *arena, const struct rules *rules,
                             const struct roll *roll, const struct poll *poll,
                             const struct circumstances *circumstances,
                             struct poll_outcome *outcome);

/* The day of the vote: the one that is known, else that of its close, else that of the latest
 * ballot; year 0 where none of them is known. */
struct date decide_day(const struct ballot_box *box, const struct circumstances *circumstances);

/* When the vote was, and whether the list sizes of the roll are of the year before that day: fills
 * in vote_day and sizes_age. */
void decide_sizes_age(const struct rules *rules, const struct roll *roll,
                      const struct ballot_box *box, const struct circumstances *circumstances,
                      struct outcome *outcome);

/*
 * What the constitution wants done again, and whether it was in time on that day (year 0: not
 * asked). Without a roll nothing of list sizes, without a register nothing of interests. At most
 * three.
 */
const struct due *decide_due(struct arena *arena, const struct rules *rules,
                             const struct roll *roll, const struct interest_register *interests,
                             struct date day, size_t *count);

/*
 * The locality's share of the county's population and of the governing body's votes (Locality
 * voting weightings): percentages to one place and votes to two, half up, exact. NULL when the
 * rules name no locality or no number of votes, or there is no table of localities with their
 * populations.
 */
const struct share *decide_share(struct arena *arena, const struct rules *rules,
                                 const struct roll *roll, const struct roll *localities);

/*
 * Every locality's share, as the constitution prints the table, with its whole votes by largest
 * remainder (of the sum of the rows) when `whole` is asked for. The rules must name the number of
 * votes. Where these are the rules of the localities' own body (`own_rules`) voting power is told
 * by its first decision that is weighted. The caller fills in `from`.
 */
struct county decide_county(struct arena *arena, const struct rules *rules,
                            const struct roll *localities, bool own_rules, bool whole);

/*
 * The members of a roll, which is that of a day, and who of them makes each quorum that a decision
 * asks for by default. The caller fills in `from`, day and roll.
 */
struct electorate decide_electorate(struct arena *arena, const struct rules *rules,
                                    const struct roll *roll);

/* What follows from the days on which members join and leave: each of those days, with the roll
 * from then on. */
const struct roll_change *decide_roll_changes(struct arena *arena, const struct rules *rules,
                                              const struct roll *whole, size_t *count);

/*
 * The rules in force for every kind of decision, or for `decision` alone unless it is NULL, and
 * what each alternative reading would put in their place. The caller fills in `from`.
 */
struct rulebook decide_rulebook(struct arena *arena, const struct rules *rules,
                                const char *decision);

/* One edition of a constitution, with its tables as they are on one day. */
struct edition {
    const struct rules *rules;
    const struct roll *roll;
    const struct roll *localities; /* NULL where there is no such table; it may be the roll */
};

/*
 * What differs between the rules in force (of `decision` alone, unless it is NULL, and of the
 * body), the readings and the tables of members. A member is the same by its code, else by its name
 * or a spelling of it. The caller fills in `from`, of both too.
 */
struct editions decide_editions(struct arena *arena, const struct edition *was,
                                const struct edition *is, const char *decision);

/* When a vote of this kind may close at the earliest. */
struct timetable_request {
    const struct rules *rules;
    const char *decision; /* as the rules table spells it */
    const struct calendar *calendar;
    struct date opens;  /* the day in England */
    struct date closes; /* likewise, not before `opens`; year 0 when it is not given */
};

/*
 * The days from the opening to the earliest close, or to the close that is given where that is
 * later, each with whether it counts. Without a rule `period` there are none. The caller fills in
 * `from` and the moments.
 */
struct timetable decide_timetable(struct arena *arena, const struct timetable_request *request);

/* What is known of the new list sizes. */
struct new_size {
    enum size_source source;
    int64_t list_size; /* 0 for a practice that leaves */
};

/* What a locality has now; 0 where that is not known. */
struct locality_now {
    int64_t population;
    size_t practices;
};

struct reweighting_request {
    const struct rules *rules;
    const struct roll *roll;          /* with the sizes so far */
    const struct roll *localities;    /* NULL when there is no table of them */
    const struct new_size *sizes;     /* one for each member of the roll */
    struct date as_at;                /* of the new sizes */
    const struct national *national;  /* what the files say */
    const struct national_area *area; /* the county; NULL when the files tell none */
    bool area_in_doubt; /* too small or too large to be the county, of which nothing else tells the
                           patients */
    int64_t stated_total; /* the county's patients as stated; 0 when they are not */
    const struct locality_now *populations; /* beside the localities; NULL for none */
    int64_t sum_of_localities; /* the county's patients, where all of them are known; else 0 */
};

/*
 * The new sizes beside the old ones: weights, share, quorums and voting power. At least one
 * practice must stay. The county's total holds exactly the locality that is its part: in place of
 * what the area's file counts there for the practices of the roll it has their new sizes, also of
 * those that the file has elsewhere or not at all. One that leaves the roll stays in the county as
 * the file has it. A stated total is taken as it is, and so is what all localities add up to.
 *
 * The caller fills in `from`, suppressed practices and the new roll's name.
 */
struct reweighting decide_reweighting(struct arena *arena,
                                      const struct reweighting_request *request);

/*
 * Counts every coalition exactly, by dynamic programming on the votes (whole numbers, 0 or more).
 * With a quota that is 0 or more than their sum nobody decides anything, and no figures are given.
 * Memory: members * quota * 4 bytes.
 */
struct power decide_power(struct arena *arena, const int64_t *votes, size_t count, int64_t quota);

/*
 * Which groups of members have at least `needed`. Quantities are 0 or more. The fewest are exact
 * for any number of members, the groups for REACH_MEMBERS_MOST; where they are too many to go
 * through they are counted without, unless the quantities are too large for that.
 */
struct reach decide_reach(struct arena *arena, const int64_t *quantities, size_t count,
                          int64_t needed);

/* What members must have together: one quantity for each of them. */
struct demand {
    const int64_t *quantities;
    int64_t needed;
};

/*
 * The same where several demands must be met by one group. The search gives up after a bounded
 * number of steps; then `fewest_known` is false. `any_absent` is not worked out.
 */
struct reach decide_reach_all(struct arena *arena, const struct demand *demands,
                              size_t demand_count, size_t count);

/* How a register has a vote of the outcome: all of a line but its number, its hashes and what it
 * corrects. */
struct registered decide_registered(struct arena *arena, const struct outcome *outcome,
                                    const struct poll_outcome *poll);

#endif

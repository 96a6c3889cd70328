/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTCOME_H
#define QUORATE_OUTCOME_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/condition.h"
#include "quorate/date.h"
#include "quorate/due.h"
#include "quorate/findings.h"
#include "quorate/origin.h"
#include "quorate/period.h"
#include "quorate/rule_words.h"
#include "quorate/terms.h"

/*
 * What was decided and everything that a report may tell of it: the one value between counting and
 * printing. It is finished when a report sees it, so all formats say the same. What a secret
 * decision must not tell is not in it (see `secret` below).
 *
 * Quantities of votes are integers in units of 1 / 10^vote_places; members and patients are whole.
 */

enum verdict {
    VERDICT_CARRIED,
    VERDICT_NOT_CARRIED,
    VERDICT_NOT_BINDING, /* motion: a quorum failed */
    VERDICT_ELECTED,
    VERDICT_NOT_ELECTED, /* no valid vote, or nobody reaches what `elects` asks */
    VERDICT_FURTHER_ELECTION,
    VERDICT_NOT_VALID, /* election: a quorum failed */
    VERDICT_NONE,      /* only of a reading: on it the ballots contradict each other, or it is
                          withheld */
};

/* "carried", "not binding", ...; NULL for VERDICT_NONE. */
const char *verdict_name(enum verdict verdict);

struct figures {
    int64_t members, population, votes;
};

/* A number that a secret decision may withhold. By itself it is none, so that nothing prints,
 * compares or adds one without having asked. */
struct figure {
    bool withheld;
    int64_t if_told; /* 0 when withheld: see figure_of() */
};

static inline struct figure figure_told(int64_t number)
{
    return (struct figure){.if_told = number};
}

/* The number of a figure that is not withheld. */
static inline int64_t figure_of(struct figure figure)
{
    assert(!figure.withheld);
    return figure.if_told;
}

/* The groups of the roll that are counted. GROUP_ABSENT leaves interested members out. */
enum group {
    GROUP_ALL,
    GROUP_PRESENT,
    GROUP_VOTING,
    GROUP_CAST,
    GROUP_FOR,
    GROUP_AGAINST,
    GROUP_ABSTAINED,
    GROUP_INTERESTED,
    GROUP_ABSENT,
    GROUP_VOID,
    GROUP_SPOILT,
    GROUPS,
};

/* "all", "present", ... */
const char *group_name(enum group group);

/* One count. Heads are always told. */
struct count {
    int64_t members;
    struct figure population, votes; /* both told, or both withheld */
};

/* A condition of the rules and how it came out. */
struct condition_outcome {
    enum rule_kind kind; /* RULE_QUORUM, RULE_PASSES, ... */
    const char *text;    /* as the rules table words it */
    const char *clause;  /* NULL when the table gives none */
    struct condition asks;
    struct figure part, short_by; /* short_by is 0 when met. Withheld together, */
    struct figure whole, needed;  /* as these are; needed is the smallest quantity that meets it, or
                                     the largest where it says at most */
    unsigned places;              /* of all four: decimals of votes, else 0 */
    bool met;
    const char *group; /* whose conditions hold together, beside other groups; NULL for none */
    bool excused;      /* not met, and another group is, so it need not be */
    bool unreachable;  /* nobody could have met it: it asks for more than there is in all */
    int64_t in_all;    /* what there is of what it counts, where that was asked */
    int64_t heads;     /* how many members its scope takes in */
    bool at_opening;   /* of those who were there when the meeting opened */
    const char *area, *of_class; /* those alone of whom it is asked; NULL for all */
    const char *const *missing;  /* of the members that it names, those who lack */
    size_t missing_count;
    const char *percent; /* part of whole, with the places that keep it on its side of the amount;
                            NULL when withheld or the whole is 0 */
};

/* Whether it is in the way of the verdict. */
static inline bool condition_fails(const struct condition_outcome *condition)
{
    return !condition->met && !condition->excused;
}

/* Who or what won. */
struct result {
    enum verdict verdict;
    bool tied;            /* motion: for and against are equal and not zero, whatever the verdict */
    bool tie_withheld;    /* whether they are would tell of a secret vote; not tied then */
    bool review;          /* the decision stands and is to be reviewed */
    const char *winner;   /* NULL unless elected */
    const char *reopened; /* who wants new nominations, where that has most votes; else NULL */
    const char *const *run_off; /* those tied at the top, of a further election */
    size_t run_off_count;
};

/* The same ballots decided on another reading of the rules, or on several at once. */
struct reading_outcome {
    const char *name; /* several are joined by " + " */
    const char *clause;
    const char *const *together; /* the names one by one */
    size_t together_count;
    struct result result;
    bool differs; /* another verdict or winner than by the default rules, or others who stand
                     in the further election */
    bool run_off_differs; /* the same verdict, but others would stand in the further election */
    bool withheld;        /* of VERDICT_NONE: the result could tell how somebody voted in secret; it
                             may differ, so `differs` is set */
    bool of_proxy;        /* its proxy may not be one, by the rule `proxies` */
    bool of_parts;       /* its rows are of parts of its votes, which do not stand by these rules */
    const char *refused; /* of VERDICT_NONE otherwise: the practice whose ballots contradict each
                            other; NULL of a secret decision */
};

struct candidate_outcome {
    const char *name;
    struct count count;
};

struct area_outcome {
    const char *area;
    struct result result;
    struct count counts[GROUPS];
    const struct condition_outcome *conditions;
    size_t condition_count;
};

/* What became of one row of the ballot file. The figures of the accounting are by these. */
enum return_status {
    RETURN_COUNTED,
    RETURN_ABSTAINED,
    RETURN_SPOILT,
    RETURN_PRESENT,
    RETURN_ABSENT,
    RETURN_INTERESTED,
    RETURN_REFUSED,
    RETURN_SUPERSEDED,
    RETURN_VOID,
    RETURN_STATUSES,
};

const char *return_status_name(enum return_status status);

/* Why a row was refused, superseded or void. */
enum return_reason {
    REASON_NONE,
    REASON_ROLE,              /* this role may not vote */
    REASON_PROXY_NOT_ALLOWED, /* proxies are not used here */
    REASON_PROXY_NOT_NAMED,
    REASON_PROXY_NOT_NOTIFIED, /* the locality lead was not told */
    REASON_PROXY_TOLD_LATE,    /* was told after the day of the vote */
    REASON_ADDRESS_BLANK,      /* there is a list of voters to look it up in */
    REASON_ADDRESS_UNKNOWN,    /* it is not on the list */
    REASON_ADDRESS_ELSEWHERE,  /* it is there for another practice */
    REASON_ADDRESS_ABSENT,     /* it was there, or will be, and not on the day of the vote */
    REASON_REGISTERED_ROLE,    /* by the list the voter's role may not vote */
    REASON_REGISTERED_PROXY,   /* a proxy by the ballot or by the list, and not by the other */
    REASON_EARLY,              /* received before the vote opened */
    REASON_LATE,               /* received after it closed */
    REASON_SAME_ANSWER,        /* as line `other_line`; that one counts */
    REASON_NAMED_BEFORE,       /* who is there is asked, and `other_line` says it already */
    REASON_ANOTHER_CAME,       /* was away, and on `other_line` another of its people was there */
    REASON_CAME,               /* likewise, and on `other_line` the same person was there */
    REASON_SAME_INTEREST,      /* declared on `other_line` already */
    REASON_FIRST_COUNTS,       /* the ballot on `other_line` does */
    REASON_LAST_COUNTS,        /* the ballot on `other_line` does */
    REASON_DIFFERENT_ANSWERS,  /* from the one on `other_line`: void */
};

struct return_outcome {
    size_t line, row; /* of the file; of the spreadsheet, where a heading has line breaks */
    const char *practice;
    const char *vote; /* "for", "abstain", a candidate's name, ...; NULL for a blank one */
    bool is_candidate;
    int64_t votes;  /* what it weighs when it counts, else 0 */
    bool continues; /* the row before, of the same line, which casts other votes */
    int64_t cast;   /* whole votes that it says it casts; 0 where it says nothing of that */
    const char *role;
    const char *voter; /* NULL when not named */
    bool by_proxy;
    bool interest;           /* it declares one */
    bool at_opening;         /* it says that they were there when the meeting opened */
    bool notified;           /* the locality lead was told of the proxy, */
    struct date notified_on; /* when a day was given */
    struct moment received;  /* not given where the row does not say it, or it cannot be told what
                                it says, or the vote is secret */
    enum return_status status;
    enum return_reason reason;
    const struct as_registered *registered; /* never NULL */
    size_t other_line, other_row;
    const char *remark; /* the ballot's own `reason`, or NULL */
};

/* Some of a member's votes. */
struct standing_part {
    const char *vote; /* "for", "abstain", "present", a candidate's name, ... */
    bool is_candidate;
    int64_t votes;
};

/* One member of the roll, in the roll's order. */
struct standing {
    const char *practice;
    const char *code;
    const char *area;       /* NULL where the roll has none */
    const char *class_cell; /* likewise: its classes, as the roll has them */
    int64_t list_size;
    int64_t votes;   /* the weight it has */
    int64_t counted; /* what of it was cast for or against, or for a candidate */
    enum {
        STANDING_ABSENT,
        STANDING_REFUSED, /* its only ballot was */
        STANDING_INTERESTED,
        STANDING_PRESENT, /* in the room, did not vote */
        STANDING_ABSTAINED,
        STANDING_SPOILT,
        STANDING_VOID,
        STANDING_VOTED,
        STANDING_SPLIT,    /* in several of these, by `parts` */
        STANDING_RETURNED, /* secret: returned a ballot, of whatever kind */
    } stance;
    bool at_opening;  /* it was there when the meeting opened; not told where nothing asks */
    bool several;     /* `by` is the first of several rows, each for some of its votes */
    const char *vote; /* of STANDING_VOTED */
    const struct return_outcome *by;      /* the row that decided it; NULL when none, or secret */
    const struct return_outcome *refusal; /* of STANDING_REFUSED: the first of its rows */
    const struct standing_part *parts;    /* what it cast, where it did so in parts or not all */
    size_t part_count;
};

/* The same votes under the other weighting: heads beside list sizes, list sizes beside heads. Not
 * given where nobody voted for or against. */
struct other_count {
    bool given;
    bool by_heads;                     /* else by list size */
    struct figures in_favour, against; /* in the other weighting: votes are heads or patients */
    bool comparable; /* its verdict may be set beside the one that counts: both bind, and no
                        majority counts members or patients, which no weighting changes */
    enum verdict verdict;
    bool differs;
};

/* Who they are of whom one alone is enough. */
enum margin_of {
    MARGIN_OF_FAVOUR,
    MARGIN_OF_AGAINST,
    MARGIN_OF_LEADER, /* who voted for the candidate with the most votes */
    MARGIN_OF_VOTERS, /* who voted, whatever it was */
};

/* How close it was. */
struct margin {
    bool known;
    bool possible;          /* some change of the votes cast would change the result */
    int64_t members;        /* the fewest members who would have had to vote otherwise */
    bool abstaining;        /* that is, had abstained, */
    bool of_quorum;         /* for the quorum to fail */
    const char *const *who; /* those that it takes, where not any would do (as many as `members`);
                               NULL where any would, or secret */
    size_t alone;           /* where one is enough and not any would do: how many would, each by
                               itself; 0 where that is not so, not known, or secret */
    size_t alone_of;        /* of so many, */
    enum margin_of of;      /* who are these */
    bool absent_known;
    size_t absent;          /* how many took no part */
    bool absent_could;      /* change the result, had they all voted the other way */
    bool quorum_known;      /* of a poll without a quorum: */
    int64_t quorum_members; /* so many more members would have made it, 0 when all would not */
    bool quorum_any;        /* whichever of the absent they are */
    bool by_areas;          /* every area must carry it: the margin is not worked out */
    bool by_parts;          /* a member cast its votes in parts: likewise */
};

enum casting_effect {
    CASTING_NOT_GIVEN,
    CASTING_MISSING, /* not given where the rules would have let it decide */
    CASTING_DECIDED, /* it carried the motion, or the chair voted against */
    CASTING_NOT_IN_RULES,
    CASTING_NOT_TIED,   /* not needed: no tie, or the conditions are met all the same */
    CASTING_NO_QUORUM,  /* nothing could be decided */
    CASTING_NOT_ENOUGH, /* what is not met asks for more than half of the votes cast, or an area
                           did not carry it */
    CASTING_ELECTION,   /* elections have none */
};

/* Whether its ballots may be told. */
enum secrecy {
    BALLOTS_OPEN,
    BALLOTS_SECRET, /* withheld: every vote, and every figure from which one could be worked out */
    BALLOTS_SHOWN,  /* secret by the rules, and shown because that was asked for */
};

/* What a vote weighs here. */
struct weighing {
    enum weight_kind kind;
    const char *words;          /* as the rules word it */
    unsigned places;            /* decimals that votes have */
    int64_t most;               /* what no member has more of, which may be nothing */
    const char *const *limited; /* who has that and would have more; NULL without a limit */
    size_t limited_count;
};

/* The candidates of an election, and what was asked of the first. */
struct election {
    const struct candidate_outcome *candidates; /* most votes first, then by name */
    size_t candidate_count;
    bool unlisted; /* the rules want a list of candidates, and none was given */
    const struct condition_outcome *elects; /* for the leading candidate; NULL for most votes */
    bool without_half; /* elected by most votes, which are not more than half of those cast */
};

/* The areas, where every one of them must pass. */
struct areas {
    bool withheld; /* there are some, and the decision is secret */
    const struct area_outcome *list;
    size_t count;
};

struct quorum {
    bool asked; /* the rules ask for one */
    bool met;   /* on the whole and in every area that must carry it; true without one */
    /* The same if interested members did not count: as many as the rules ask for, in their order;
     * NULL where interested members are part of none of them. */
    const struct condition_outcome *without_interested;
    size_t without_interested_count;
};

/* Whoever represents nobody, and is told of. */
struct attendee {
    const char *name, *role; /* NULL when not known */
    bool away;
};

/* A ballot that came so long before the day of the vote, whose opening is not known, may be of
 * another. */
#define LONG_BEFORE_DAYS 60

/* What became of every row of the ballot file. */
struct accounting {
    size_t by_status[RETURN_STATUSES];
    size_t others;        /* rows of those who represent nobody */
    size_t rows;          /* the sum of them all, always */
    size_t after_the_day; /* received on a later day than that of the vote, and counted */
    size_t long_before;   /* received more than LONG_BEFORE_DAYS before it, and counted */
    struct date day;      /* of the vote, from which that is reckoned */
    /* Lists: */
    const struct return_outcome *returns; /* NULL when secret */
    size_t return_count;
    const struct return_outcome *refusals; /* the refused ones, without what they say of the vote:
                                              this may be told of secret ballots too */
    size_t refusal_count;
    const struct attendee *attendees; /* of `others`; none when secret */
    size_t attendee_count;
};

/* Where each member stood: all but the numbers are lists. */
struct roll_call {
    const struct standing *standings;
    size_t standing_count;
    const char *const *absent; /* names; without those whose only ballot was refused */
    size_t absent_count;
    const char *const *interested;
    size_t interested_count;
    bool in_parts; /* some cast their votes in parts, or not all of them */
};

struct casting {
    enum casting_effect effect;
    bool in_favour;
    bool by_row;       /* the chair has a row, and the casting vote stands in it */
    const char *chair; /* who has a row; NULL where none has, or it has no name */
};

/* How long the ballots are to be kept. */
struct keeping {
    int months;             /* after the outcome is confirmed; 0: no rule */
    struct date destroy_on; /* when the date of confirmation was given */
};

/* What is to be said beside the figures. */
struct remarks {
    const char *const *of_rules; /* notes that the rules ask for */
    size_t of_rules_count;
    const char *const *doubts; /* about the ballots, in whole sentences; none stops a count */
    size_t doubt_count;
    const struct finding *findings; /* of the registers, about ballots that count */
    size_t finding_count;
};

/*
 * How many ballots of a secret vote went the one way in which the heads, the verdict and what was
 * met come out as they are told: whoever knows the list sizes can work them out.
 */
struct disclosure {
    bool known; /* there were few enough ways to try, and the vote is secret */
    bool alike; /* all went one way: the heads alone tell it */
    int64_t ballots, told;
};

/* Its lists may not be there: outcome_poll has them. */
struct poll_outcome {
    const char *motion; /* NULL when not named */
    const char *post;   /* of an election: as the list of candidates has it; NULL likewise */
    const char *decision, *title;
    bool is_election;
    bool by_consensus; /* nobody votes: who is there agrees, and no figure of votes is to be told */
    bool by_reply;     /* members reply, and are not in a room: "no reply", not "absent" */
    enum secrecy secrecy;
    struct weighing weighing;
    struct result result;
    const char *next_step; /* what the rules want done now that it is carried; else NULL */
    bool certain; /* every reading and combination of readings gives this verdict and winner, and
                     the same who stand in a further election */
    struct count counts[GROUPS];
    struct election election;
    struct areas areas;
    const struct condition_outcome *conditions; /* quorum first, then passes */
    size_t condition_count;
    bool conditions_withheld; /* some, which count the secret votes of some of the members alone */
    struct quorum quorum;
    const struct condition_outcome *review; /* NULL without such a rule */
    const struct reading_outcome *readings; /* each alone, then the combinations that matter */
    size_t reading_count;
    struct accounting ballots;
    struct roll_call roll_call;
    struct other_count other_count;
    struct margin margin;
    struct disclosure disclosure; /* for whoever counts; no report tells it */
    struct casting casting;
    const struct period *period; /* NULL when the rules ask for none */
    struct keeping keeping;
    struct remarks remarks;
    const struct basis *basis;
    size_t basis_count;
};

/* The locality's part of the county and of the governing body's votes. */
struct share {
    const char *locality;
    int64_t population; /* the locality's row in the county's table */
    bool has_stated_total;
    int64_t stated_total, sum_of_rows;
    int64_t total; /* of the two the one that the rules name */
    int64_t votes_in_all;
    const char *percent, *votes;                    /* on that total: 1 and 2 places */
    const char *percent_of_sum, *votes_of_sum;      /* on the sum of the rows */
    const char *percent_long, *percent_long_of_sum; /* 2 places */
    const char *published_votes; /* where they differ from `votes`, canonical; else NULL */
    bool totals_differ;
    bool of_sum;       /* the rules go by the sum of the rows, or no total is stated */
    bool roll_differs; /* the roll adds up to another figure than the locality's row */
    int64_t roll_population;
    struct date as_at; /* of the localities' populations, where the list sizes are of another date
                          and both are known; else year 0 */
};

struct input {
    const char *role; /* "ballots", "rules", "practices", "localities", "voters", ... */
    const char *file;
    const char *stands_as; /* its name now, where `file` is that of a saved result and another; else
                              NULL */
    const char *sheet;     /* of a workbook; NULL for a table of text */
    size_t rows;
    const char *sha256; /* NULL when withheld: ballots of a secret decision are guessed from it */
};

/* What the count was asked for, so that it can be done again. NULL or year 0: not given. */
struct request {
    const char *decision; /* the kind of those votes that name none */
    bool bundled;         /* the constitution is one of the program's own, else a folder */
    const char *constitution;
    const char *rules, *practices, *localities;  /* tables that stood in for its own: file names */
    const char *candidates, *voters, *interests; /* likewise */
    const char *holidays;                        /* the table that was added to the bank holidays */
    const char *motion;
    struct date date; /* of the meeting, or whose roll or populations are meant */
    struct date confirmed;
    const char *casting_vote; /* "for" or "against" */
    const char *dates;        /* "day-first" or "month-first" */
    bool show_ballots;
    const char *encoding;       /* of tables that are not UTF-8 */
    bool multi_line;            /* cells may go on over line breaks */
    bool whole;                 /* whole votes are apportioned */
    const char *const *columns; /* "practice=Which practice do you represent?" */
    size_t column_count;
    const char *const *answers; /* "I support the proposal=for" */
    size_t answer_count;
};

/* How the list sizes stand to the day of the vote. */
enum sizes_age {
    SIZES_NOT_ASKED, /* there are none; or nothing is known of their age, and no rule counts by them
                      */
    SIZES_HOLD,
    SIZES_OLD,         /* of more than a year before it */
    SIZES_LATER,       /* of a day after it */
    SIZES_UNDATED,     /* the roll does not say of which day they are */
    SIZES_DAY_UNKNOWN, /* nothing says when the vote was */
};

/* Somebody on the table of members who is no member on the day of the roll. */
struct absent_member {
    const char *name, *code; /* code: NULL when none is given */
    struct tenure tenure;
    const char *told; /* "Nettlebed Surgery was a member until 30 June 2015" */
};

/* Whose roll it is, where it is another on other days. */
struct roll_of_day {
    struct date day; /* year 0 where it is the same on every day */
    const struct absent_member *absent;
    size_t absent_count;
};

/* The lines that a register of decisions has of it, a vote each. */
struct registration {
    const char *file;
    int64_t first, last; /* their numbers */
    const char *sha256;  /* of the last of them */
};

/* By whom and of what a report is made, whatever it tells. */
struct provenance {
    const char *version, *constitution;
    struct origin origin;
    const struct input *inputs;
    size_t input_count;
    struct request request;
};

struct outcome;

/* Fills in the lists of the poll at this place of the outcome, in the arena. */
typedef void outcome_lists(struct arena *arena, const struct outcome *outcome, size_t poll,
                           struct poll_outcome *whole);

struct outcome {
    struct provenance from;
    const char *body, *edition; /* NULL when the rules give none */
    struct terms terms;
    const char *route; /* how it came to a vote, as the caller says; or NULL */
    struct date date, as_at;
    struct date vote_day; /* `date`, else the day of `closes`, else that of the latest ballot; year
                             0 where none of them is known */
    enum sizes_age sizes_age;
    const struct due *dues; /* what the constitution wants done again, by vote_day */
    size_t due_count;
    struct roll_of_day roll;
    struct moment opens, closes; /* of the vote, where given */
    bool has_list_sizes;
    int64_t population; /* of the roll: the sum of the list sizes */
    bool of_localities; /* the roll is of localities */
    bool
        votes_shared; /* its votes are published nowhere: they are shares of the governing body's */
    bool any_secret;
    const struct poll_outcome *polls;
    size_t poll_count;
    outcome_lists *lists;      /* NULL where each poll has its own */
    const void *lists_of;      /* for that function alone */
    const struct share *share; /* NULL when there is none */
    const char *ballots_hmac;  /* of the file of secret ballots, by the Election Manager's key; NULL
                                  where there is none */
    const struct registration *registration; /* NULL where it is in no register. The result as JSON
                                                does not tell it: the lines hold its hash */
};

/*
 * A poll with its lists: all rows, members and names. Of many they are not kept, but made again,
 * and then they are there as long as the arena. So whoever goes through the polls gives it a part,
 * and that back with each of them.
 */
const struct poll_outcome *outcome_poll(struct arena *arena, const struct outcome *outcome,
                                        size_t poll);

#endif

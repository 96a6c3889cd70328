/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_INTERNAL_H
#define QUORATE_DECIDE_INTERNAL_H

#include "quorate/attainment.h"
#include "quorate/decide.h"
#include "quorate/section.h"
#include "quorate/weights.h"

/*
 * How a poll is decided, step by step:
 *
 *   judge      rows of the ballot file -> what each row is worth, where each member stands
 *   count      where members stand     -> how many, how many patients, how many votes
 *   evaluate   counts and rules        -> conditions, verdict
 *   readings   evaluate again, under other rules
 *   margin     evaluate again, with other votes
 *   withhold   what a secret decision must not tell
 */

/* The question that is put: what stays the same however the rules are read. */
struct question {
    const struct roll *roll;
    const struct poll *poll;
    const struct circumstances *circumstances;
    struct arena *scratch; /* for what nobody needs once the poll is decided */
};

/* A question with a scratch, a part of the arena, and with its ballots laid out there, as whoever
 * judges them needs them. */
struct question question_laid_out(struct arena *arena, const struct roll *roll,
                                  const struct poll *poll,
                                  const struct circumstances *circumstances);
void question_close(const struct question *question);

/* The chair's casting vote: of the chair's row, else as it was told beside the ballots. */
enum casting_vote casting_vote_of(const struct question *question);

/* What the members weigh by these rules. */
struct weights weights_in_force(const struct question *question, const struct ruleset *rules);

/* Where a member stands once its rows are judged. */
enum stance {
    STANCE_ABSENT,
    STANCE_INTERESTED,
    STANCE_PRESENT,
    STANCE_ABSTAINED,
    STANCE_SPOILT,
    STANCE_VOID,
    STANCE_FOR,
    STANCE_AGAINST,
    STANCE_CANDIDATE,
    STANCE_SPLIT, /* in several of these, by `parts` */
};
#define STANCES (STANCE_SPLIT + 1)

/* Some of a member's votes, all in one stance. */
struct part {
    enum stance stance;
    size_t candidate;
    int64_t votes; /* in units of 1 / 10^places */
};

struct position {
    enum stance stance;
    bool at_opening;          /* any row that was not refused says that it was there then */
    bool several;             /* rows of the member beside `by`, each for some of its votes */
    bool rest;                /* these do not add up to all that it has */
    size_t candidate;         /* of STANCE_CANDIDATE: index in the poll's candidates */
    const struct ballot *by;  /* the row that decides it; NULL when none does */
    const struct part *parts; /* all that it has, each stance once; NULL where all is in `stance` */
    size_t part_count;
};

struct judged {
    enum return_status status;
    enum return_reason reason;
    const struct ballot *other; /* the row that the reason speaks of */
};

/* Rows and members, judged. The arrays are as long as the poll and the roll. */
struct judgement {
    struct judged *rows;
    struct position *positions;
    size_t *next_row; /* chains the rows of one member */
    struct conflict *conflicts;
    size_t conflict_count, conflict_capacity;
};

/* Room for one judgement, in the scratch of the question, for which it can be used again and again.
 * `judge` fills it in. */
struct judgement *judgement_new(const struct question *question);

/* Judges all rows by these rules: role and proxy, then interest, then repeats. */
void judge(struct arena *arena, const struct question *question, const struct ruleset *rules,
           struct judgement *judgement);

/* --- position.c --- */

#define NO_ROW ((size_t)-1)

/* Where a row alone puts its member, and what becomes of the row by that. */
struct position position_of(const struct ballot *ballot);
enum return_status status_of_stance(enum stance stance);

/* Whether the row declares an interest, and so is no vote. One that says `absent` is absent all the
 * same, whatever interest it declares. */
static inline bool stands_aside(const struct ballot *ballot)
{
    return ballot->interest && ballot->vote != VOTE_ABSENT;
}

/* Adds a conflict. */
void judgement_object(struct arena *arena, struct judgement *judgement,
                      const struct conflict *conflict);

/* The row that decides for a member beside this one, which does; NULL behind the last. */
const struct ballot *next_part(const struct judgement *judgement, const struct poll *poll,
                               const struct ballot *row);

/* --- parts.c --- */

/* The rows of one member that were not refused, in file order. */
struct chain {
    const struct ballot *ballots;
    const size_t *next;
    size_t first;
};

/* Whether any of the rows casts some of the member's votes. */
bool chain_is_of_parts(const struct weights *weights, const struct chain *chain);

/* Settles such rows: what each casts is added up, else a conflict says why it cannot be. */
void settle_parts(struct arena *arena, const struct question *question, const struct ruleset *rules,
                  const struct weights *weights, const struct chain *chain,
                  struct judgement *judgement);

/*
 * Adds a conflict where numbers of votes may be something else, as last year's list sizes or those
 * of its own people who voted: each member with such rows has more than they add up to, and nobody
 * said what they are. All rows are settled.
 */
void doubt_parts(struct arena *arena, const struct question *question,
                 const struct weights *weights, struct judgement *judgement);

/* --- proxies.c --- */

/* Adds a conflict for each proxy beyond what the rule `proxies` allows, or who may not be one. Of
 * the rows of a person in the order of the file the later ones are beyond it. */
void hold_against_proxies(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, struct judgement *judgement);

/* As reports tell of it. */
struct count count_of(const struct figures *figures);

/* All that is counted of a poll, or of one area of it. */
struct counts {
    struct figures groups[GROUPS];
    struct figures *candidates; /* as many as the poll has */
};

/* The groups that a member in this stance is counted in, a bit for each enum group. */
unsigned groups_of_stance(enum stance stance, const struct ruleset *rules);

/* The same of a member, who is in those of all its parts, and there if any of them is. */
unsigned groups_of_position(const struct position *position, const struct ruleset *rules);

/* Adds what the figures are to the sum. Below 0 they are taken away. */
void add_figures(struct figures *sum, const struct figures *figures);

/* Counts in the making, of those who stand undivided. */
struct stance_sums {
    struct figures stances[STANCES];
    struct counts counts; /* to which these are added; its candidates are up to date */
};

/* The same in scratch memory of the question; and whoever comes to it: a position, and what stands
 * there. Who leaves one comes with figures below 0. */
struct stance_sums stance_sums_copy(const struct question *question,
                                    const struct stance_sums *sums);
void stance_sums_add(struct stance_sums *sums, const struct position *position,
                     const struct figures *figures);
struct counts stance_sums_counts(const struct stance_sums *sums, const struct ruleset *rules);

/* Of those in a section of the roll. */
struct counts count_positions(struct arena *arena, const struct question *question,
                              const struct ruleset *rules, const struct position *positions,
                              const struct section *section);

int64_t figures_in(const struct figures *figures, enum measure measure);

enum group group_of_scope(enum scope scope);

/* --- conditions.c --- */

/* Where everybody in a section of the roll stands, by one set of rules. */
struct sitting {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    const struct position *positions;
    const struct section *section;
    struct counts counts;
    unsigned places;
    bool at_opening; /* of the meeting, and not at the vote */
};

struct sitting sitting_of(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, const struct position *positions,
                          const struct section *section);

/* Whether a quorum is of those who were there when the meeting opened. */
bool is_at_opening(const struct ruleset *rules);

/* Where everybody stood when the meeting opened, whoever has left or come since. */
const struct position *positions_at_opening(struct arena *arena, const struct question *question,
                                            const struct position *positions);

/* Where they stand as far as a quorum asks: as they do at the vote, or as they did at the opening.
 */
struct sitting quorum_sitting(const struct sitting *sitting);

/* Conditions and, beside them, the section in which each is measured. */
struct condition_list {
    struct condition_outcome *items;
    struct section *sections;
    size_t count, capacity, section_count, section_capacity;
};

/* Measures a rule in each of the sections in which it is to be met. `leader` is the candidate whose
 * votes `elects` compares, else any. */
void measure_rule(const struct sitting *sitting, const struct rule *rule, size_t leader,
                  struct condition_list *list);
void measure_rules(const struct sitting *sitting, struct rule_list rules,
                   struct condition_list *list);

/* Measures a part against a whole. */
struct condition_outcome measure_part(struct arena *arena, const struct rule *rule, int64_t part,
                                      int64_t whole, unsigned places);

/* What a condition of this kind compares, and what it is a share of: of quorum and review what the
 * scope names, of all; of passes and elects what was cast for it, of what the scope names. */
int64_t part_of_condition(const struct condition *asks, enum rule_kind kind,
                          const struct figures groups[GROUPS], const struct figures *leader);
int64_t whole_of_condition(const struct condition *asks, enum rule_kind kind,
                           const struct figures groups[GROUPS]);

/* What meets it. Nobody is never enough, whatever share of nobody a quorum or a review asks for, or
 * a majority of some of the members. */
int64_t needed_of_condition(const struct condition *asks, enum rule_kind kind, int64_t whole,
                            unsigned places);

/* Tells of conditions that are not met whether everybody in their section could meet them. */
void tell_attainment(const struct sitting *sitting, struct condition_list *list);

/* One way to decide the question, by one set of rules and one set of positions. */
struct evaluation {
    struct sitting sitting;
    struct condition_list conditions; /* quorum, then passes */
    size_t quorum_count;
    struct condition_outcome *elects, *review; /* NULL when there is no such rule to evaluate */
    const size_t *order;                       /* candidates, most votes first, then by name */
    struct result result;
    enum casting_effect casting;
    struct evaluation *areas; /* where every one of them must pass */
    size_t area_count;
};

/* Whether conditions hold together, and of those that are not met which need not be: all in no
 * group, and of the groups all of one. */
bool conditions_hold(struct condition_outcome *conditions, size_t count);

struct evaluation evaluate(struct arena *arena, const struct question *question,
                           const struct ruleset *rules, const struct position *positions);

/* Whether these rules ask for more than the counts of the whole roll: who stood where. */
bool looks_at_members(const struct ruleset *rules);

/* The same of positions that are counted; they are needed only where the rules look at members. */
struct evaluation evaluate_counted(struct arena *arena, const struct question *question,
                                   const struct ruleset *rules, const struct position *positions,
                                   const struct counts *counts);

/*
 * Tries every reading and combination of readings; fills in `readings` and `certain`. `judgement`
 * is that of the default rules. Of a secret decision no reading is tried that would tell a vote.
 */
void decide_readings(struct arena *arena, const struct question *question,
                     const struct ruleset *rules, const struct judgement *judgement,
                     struct poll_outcome *outcome);

/* The same where something else than the verdict is asked for. `judgement` is NULL where no vote
 * can be told. */
typedef struct result decide_by(struct arena *arena, const struct question *question,
                                const struct ruleset *rules, const struct position *positions);
void decide_readings_by(struct arena *arena, const struct question *question,
                        const struct ruleset *rules, const struct judgement *judgement,
                        decide_by *decide, struct poll_outcome *outcome);

/* What the rules alone say of a poll. */
struct poll_outcome outcome_of_rules(struct arena *arena, const struct question *question,
                                     const struct ruleset *rules);

/* The quorum once more as if interested members were not represented, where the rules say they are.
 */
void tell_without_interested(struct arena *arena, const struct question *question,
                             const struct ruleset *rules, const struct position *positions,
                             struct poll_outcome *outcome);

/* Whether any member has its votes in several places, of which any number could be moved. */
bool any_in_parts(const struct question *question, const struct position *positions);

/* Not worked out where any member has. */
void decide_margin(struct arena *arena, const struct question *question,
                   const struct ruleset *rules, const struct position *positions,
                   const struct evaluation *evaluation, struct poll_outcome *outcome);

/* The day of the vote on these polls, as decide_day tells it. */
struct date day_of_polls(const struct poll *polls, size_t count,
                         const struct circumstances *circumstances);

/* What the same ballots come to when they are weighed the other way. */
void decide_other_count(const struct question *question, const struct ruleset *rules,
                        const struct position *positions, struct poll_outcome *outcome);

/* What of the rows bears on which rules an outcome rests. */
struct grounds {
    bool wrong_role; /* somebody's role may not vote */
    bool proxy;      /* a proxy cast one */
    bool repeated;   /* the first or the last of several counts */
};

/* How many rows and members there are of each kind: all of `ballots` and `roll_call` but the lists.
 */
struct grounds tell_accounting(const struct question *question, const struct judgement *judgement,
                               struct poll_outcome *outcome);

/* The lists, once they are counted: the rows one by one, the members one by one, and names. */
void tell_returns(struct arena *arena, const struct question *question, const struct ruleset *rules,
                  const struct judgement *judgement, struct poll_outcome *outcome);

/* Whether there may be something of that: any row names a person, or there is a register to hold it
 * against. */
bool may_be_found(const struct question *question);

/* What the registers say of the rows that decide for each member, and who stands in several. */
const struct finding *find_in_registers(struct arena *arena, const struct question *question,
                                        const struct ruleset *rules,
                                        const struct judgement *judgement, size_t *count);

/* A rule as reports tell of it. */
struct basis basis_of(const struct rule *rule);

/* How long the vote was open, beside what the rules ask for; NULL when they ask for nothing. */
const struct period *tell_period(struct arena *arena, const struct ruleset *rules,
                                 const struct circumstances *circumstances);

/* What the readings of a decision ask for in the place of its rule `period`; short_by and met are
 * left. */
struct period_reading *period_readings(struct arena *arena, const struct rules *rules,
                                       const char *decision, size_t *count);

/* The rules that the verdict rests on, or the quorum alone. */
void tell_basis(struct arena *arena, const struct question *question, const struct ruleset *rules,
                const struct grounds *grounds, struct poll_outcome *outcome);
void tell_quorum_basis(struct arena *arena, const struct ruleset *rules,
                       const struct grounds *grounds, struct poll_outcome *outcome);

/* Whether heads alone decide by these rules; else a result tells how large the voters are. */
bool heads_decide(const struct ruleset *rules);

/* --- disclosure.c --- */

/* How many votes can be worked out from what a secret decision's outcome tells all the same, by the
 * default rules; what readings tell is not looked at, nor what areas do. */
struct disclosure disclose(const struct question *question, const struct ruleset *rules,
                           const struct position *positions, const struct evaluation *evaluation);

/* Of a secret decision that is weighted: takes out whether it is tied, but where it was the chair's
 * to decide, which is known then. The rest is withheld when what it rests on was told. */
void withhold_tie(struct poll_outcome *outcome);

/* Takes out of a secret decision's outcome what a vote could be worked out from. */
void withhold(struct arena *arena, const struct ruleset *rules, struct poll_outcome *outcome);

/* The same of its lists. */
void withhold_lists(struct arena *arena, struct poll_outcome *outcome);

/* --- secrecy.c --- */

/* Whether nobody may learn from the outcome who voted how: the decision is secret, or the rows may
 * be of one that is, and it was not asked to show them. */
bool is_secret(const struct question *question, const struct ruleset *rules);

/* A quorum of the rules with the titles of the decisions that ask for it by default; with the
 * weighting of these and whether each area must have it, which they share. */
struct quorum_use {
    const struct rule *rule, *weight;
    bool by_area;
    const char **decisions;
    size_t count;
};

/* Every quorum, each once. */
struct quorum_uses {
    const struct quorum_use *items;
    size_t count;
    bool several;        /* some decision asks for several at once, of which an area's is another */
    const char *without; /* the decisions that ask for none, as a list; NULL for no decision */
};

struct quorum_uses quorum_uses(struct arena *arena, const struct rules *rules);

/* What a condition asks for when all members of its section are counted, who have `whole` of what
 * it is of; in units of 1 / 10^places where these are votes. */
int64_t needed_of_all(const struct rule *rule, int64_t whole, unsigned places);

/* --- quota.c --- */

/* Whether so many of the votes in all carry it when all vote. What is needed of votes against is
 * not such a number: it depends on who they are. */
bool carried_by_quota(const struct ruleset *set);

/* What each of a roll weighs, all together, and how much of it carries such a decision; in units of
 * 1 / 10^places. */
struct weighed {
    const int64_t *votes;
    int64_t all, quota;
    unsigned places;
};
struct weighed weigh_all(struct arena *arena, const struct ruleset *set, const struct roll *roll);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RULES_H
#define QUORATE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/condition.h"
#include "quorate/diag.h"

/* The rules of a constitution, as data. One value a keyword of rules.csv. */
enum rule_kind {
    RULE_BODY,
    RULE_EDITION,
    RULE_TITLE,
    RULE_ROLL,
    RULE_UNIT,
    RULE_WEIGHT,
    RULE_QUORUM,
    RULE_PASSES,
    RULE_ELECTS,
    RULE_TIE,
    RULE_CANDIDATES,
    RULE_NOTE,
    RULE_VOTERS,
    RULE_PROXY,
    RULE_INTEREST,
    RULE_ABSTENTION,
    RULE_REPEAT_BALLOTS,
    RULE_AREAS,
    RULE_PERIOD,
    RULE_SECRECY,
    RULE_KEEP_BALLOTS,
    RULE_REVIEW,
    RULE_LOCALITY,
    RULE_GOVERNING_BODY_VOTES,
    RULE_GOVERNING_BODY_TOTAL,
    RULE_KINDS,
};

enum weight_kind {
    WEIGHT_ONE_EACH,
    WEIGHT_LIST_SIZE,
    WEIGHT_PER_PATIENTS, /* one vote per N patients, rounded */
    WEIGHT_VOTES_COLUMN,
};

struct weight {
    enum weight_kind kind;
    int64_t patients;       /* of WEIGHT_PER_PATIENTS: at least 1 */
    enum rounding rounding; /* never ROUNDING_NONE there */
    int64_t least;          /* "at least 1", else 0 */
};

enum tie_rule {
    TIE_NOT_CARRIED,
    TIE_CASTING_VOTE,
    TIE_FURTHER_ELECTION,
};

enum proxy_rule {
    PROXY_NAMED_AND_NOTIFIED,
    PROXY_NAMED,
    PROXY_ANY,
    PROXY_NONE,
};

enum interest_rule {
    INTEREST_PRESENT,
    INTEREST_NOT_PRESENT,
    INTEREST_LEAVES_BASE,
};

enum repeat_rule {
    REPEAT_ERROR,
    REPEAT_VOID_TAKES_PART,
    REPEAT_VOID_NO_PART,
    REPEAT_FIRST,
    REPEAT_LAST,
};

/* Who casts a vote. Those from ROLE_PRACTICE_MANAGER on are known, and non-voting unless the rule
 * `voters` lists them. */
enum role {
    ROLE_LEAD,
    ROLE_DEPUTY,
    ROLE_PROXY,
    ROLE_PRACTICE_MANAGER,
    ROLE_PUBLIC_REPRESENTATIVE,
    ROLE_OBSERVER,
    ROLE_OTHER,
    ROLES,
};

/* "lead", "practice manager", ... as the tables spell them. */
const char *role_name(enum role role);

/* "quorum", "repeat ballots", ...: the keyword in the column `rule`. */
const char *rule_name(enum rule_kind kind);

/* One row of the rules table, its value read. */
struct rule {
    enum rule_kind kind;
    const char *decision; /* NULL for every decision ("*") */
    const char *text;     /* the value as it stands in the table */
    const char *clause;  /* where the constitution says so, or "not stated: ..."; NULL when empty */
    const char *reading; /* NULL for a default row */
    struct place place;  /* of the value's cell */
    bool none;           /* quorum: `none` */
    bool most_votes;     /* elects: `most votes`, no condition */
    union {
        struct weight weight;
        struct condition condition; /* quorum, passes, review, elects */
        enum tie_rule tie;
        enum proxy_rule proxy;
        enum interest_rule interest;
        enum repeat_rule repeat;
        unsigned roles;   /* voters: a bit for each enum role */
        bool listed;      /* candidates */
        bool takes_part;  /* abstention */
        bool every_area;  /* areas */
        bool secret;      /* secrecy */
        bool sum_of_rows; /* governing body total */
        int64_t number;   /* governing body votes; working days of period; months to keep ballots */
    } as;
};

/* A whole rules table. */
struct rules {
    const char *file;
    const char *body;         /* NULL when not given */
    const char *edition;      /* likewise */
    const char *roll;         /* file name of the roll */
    const char *unit, *units; /* what a member is called: practice, practices */
    const struct rule *rows;  /* in file order */
    size_t count;
    const char *const *decisions; /* every kind of decision, in order of first appearance */
    size_t decision_count;
    const struct rule *locality;             /* NULL when not given */
    const struct rule *governing_body_votes; /* likewise */
    const struct rule *governing_body_total; /* likewise */
};

/*
 * Whether a row can bear on an election (else on a motion) at all: `passes` speaks of motions only,
 * `elects` and `candidates` of elections, and a tie or areas as their value says.
 */
bool rule_applies(const struct rule *rule, bool is_election);

/* A named alternative reading of unclear clauses, as it bears on one decision. */
struct reading {
    const char *name;
    const char *clause;  /* of its first row; NULL when empty */
    uint32_t rule_kinds; /* a bit for each enum rule_kind that it replaces */
};

/*
 * How many readings and combinations of readings that share no kind of rule one decision may have.
 * load_rules refuses more: each is a count of its own.
 */
#define RULES_COMBINATIONS_MOST ((size_t)4096)

struct rule_list {
    const struct rule *const *rules;
    size_t count;
};

/* The rules of one decision once it is settled which rows are in force. */
struct ruleset {
    const struct rules *rules;
    const char *decision;
    const char *title;                  /* of the decision; its name when the table gives none */
    bool is_election;                   /* decided by `elects`, else by `passes` */
    const struct rule *one[RULE_KINDS]; /* never NULL but for weight, elects, title, period, keep
                                           ballots, review and the rules of the whole body, which
                                           may be; a rule left out is the program's default, with a
                                           NULL clause and place.file. NULL for the lists below. */
    struct rule_list quorum;            /* without `none`, so empty when there is none */
    const struct rule *quorum_none;     /* the row that says so, else NULL */
    struct rule_list passes;
    struct rule_list notes;
};

/* The decision of this name once folded, as the table spells it, or NULL. */
const char *rules_decision(struct arena *arena, const struct rules *rules, const char *name);

/* The readings that bear on a decision, in file order; *count tells how many. */
const struct reading *rules_readings(struct arena *arena, const struct rules *rules,
                                     const char *decision, size_t *count);

/*
 * The rules in force for a decision under some of its readings (none for the default). For each
 * kind of rule: the rows of a chosen reading that names it, else the rows without a reading; among
 * either a row for this decision wins over one for all. The readings chosen must not share a kind.
 */
struct ruleset rules_resolve(struct arena *arena, const struct rules *rules, const char *decision,
                             const struct reading *const *chosen, size_t chosen_count);

#endif

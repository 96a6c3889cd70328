/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RULES_H
#define QUORATE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/condition.h"
#include "quorate/date.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/rule_words.h"
#include "quorate/terms.h"

/* The rules of a constitution, as data. */

/* So many votes for whoever is no larger than that and larger than the step before is for. */
struct weight_step {
    int64_t up_to; /* INT64_MAX of the last */
    int64_t votes;
};

struct weight {
    enum weight_kind kind;
    int64_t patients;                /* of WEIGHT_PER_PATIENTS: at least 1 */
    enum rounding rounding;          /* never ROUNDING_NONE there */
    int64_t least;                   /* "at least 1", else 0 */
    const struct weight_step *steps; /* of WEIGHT_STEPS, the smallest first */
    size_t step_count;
    int64_t most;       /* "at most 10" votes of a member, in whole votes; 0 for no such limit */
    struct ratio share; /* "at most 20% of all votes", below 1; 0/0 for no such limit */
    bool share_after;   /* of those that the limit leaves; else of those before it */
};

/* Who may be the proxy of others. */
struct proxy_limits {
    int64_t most;      /* of so many, beside the member of one's own; 0 for no limit */
    bool from_present; /* only who represents a member that is present */
};

/* Where a rule stands. */
struct rule_source {
    const struct sheet *sheet; /* NULL of a table that nobody has read yet: */
    const struct row *row;
    struct bytes table; /* then these are its bytes */
};

/* One row of the rules table, its value read. */
struct rule {
    enum rule_kind kind;
    const char *decision; /* NULL for every decision ("*") */
    const char *text;     /* the value as it stands in the table */
    const char *clause; /* where the constitution says so, or "not stated: ..."; NULL when empty */
    bool stated;        /* the clause names a place */
    const char
        *unstated; /* what stands behind "not stated" in the clause; NULL when it is not there */
    const char *reading; /* NULL for a default row */
    const char *group;   /* the rows of one hold together, beside other groups; NULL for none */
    const struct rule_source *source; /* its row of the table (rule_place in tables.h tells where a
                                         cell of it stands); NULL for what the program supplies */
    size_t line;                      /* of that row */
    bool worded; /* quorum `none`, passes `consensus`, elects `most votes`: there is no condition */
    union {
        struct weight weight;
        struct condition condition; /* quorum, passes, review, elects */
        enum tie_rule tie;
        enum proxy_rule proxy;
        struct proxy_limits proxies;
        enum interest_rule interest;
        enum repeat_rule repeat;
        unsigned roles;   /* voters: a bit for each enum role */
        bool at_opening;  /* quorum at */
        bool listed;      /* candidates */
        bool takes_part;  /* abstention */
        bool every_area;  /* areas */
        bool secret;      /* secrecy */
        bool sum_of_rows; /* governing body total */
        struct date date; /* review by */
        int64_t number;   /* governing body votes; working days of period; months to keep ballots,
                             or between two reviews of the interests */
    } as;
};

/* Whether two rows are of one rule, decision and reading: load_rules gives each decision and
 * reading one spelling, and so one pointer. */
bool rules_stand_together(const struct rule *one, const struct rule *other);

/* Makes the value of a rule the one of its fixed words that `value` is the place of. */
void rule_take(struct rule *rule, int value);

/* Which of its fixed words the value is, or RULE_VALUE_OPEN. */
int rule_value(const struct rule *rule);

/* A whole rules table. */
struct rules {
    const char *file;
    const char *body;      /* NULL when not given */
    const char *edition;   /* likewise */
    const char *roll;      /* file name of the roll */
    bool roll_named;       /* the rules say it */
    struct terms terms;    /* what it calls its members, and what is counted of them */
    bool terms_known;      /* `terms` are those of the table, whatever else of it cannot be read */
    bool terms_unreadable; /* it has some, and they cannot be read */
    const struct rule *rows; /* in file order */
    size_t count;
    const char *const *decisions; /* every kind of decision, in order of first appearance */
    size_t decision_count;
    const struct rule *locality;             /* NULL when not given */
    const struct rule *governing_body_votes; /* likewise */
    const struct rule *governing_body_total; /* likewise */
    const struct rule *review_by;            /* likewise */
    const struct rule *review_interests;     /* likewise */
    const struct made_table *made;           /* which bundled table they are; NULL for none */
};

/*
 * Whether a row can bear on decisions of this form at all: `passes` speaks of motions, or of a
 * consensus where it says so, `elects` and `candidates` of elections, and a tie or areas as their
 * value says. Whatever counts, weighs or hides votes does not bear on a consensus.
 */
bool rule_applies(const struct rule *rule, enum decision_form form);

/* Whether the rule is a condition, in no words of its own: `as.condition` is its value. */
bool rule_is_condition(const struct rule *rule);

/* Whether it is one that counts these. */
bool rule_counts(const struct rule *rule, enum among among);

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
    enum decision_form form;            /* decided by `elects`, or as `passes` says */
    const struct rule *one[RULE_KINDS]; /* never NULL but for weight, elects, title, proxies,
                                           period, keep ballots, review, next step, route and the
                                           rules of the whole body, which may be; a rule left out is
                                           the program's default, with a NULL clause and place.file.
                                           NULL for the lists below. The weight of a consensus is
                                           always one each, so that members can be counted. */
    struct rule_list quorum;            /* without `none`, so empty when there is none */
    const struct rule *quorum_none;     /* the row that says so, else NULL */
    struct rule_list passes;            /* of a motion, else empty */
    const struct rule *consensus;       /* the row that says so, else NULL */
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

/*
 * Whether members reply, or are in a room: as any condition for this decision says, by default or
 * on a reading. Where none does, an election is by ballot and a motion is put to a meeting.
 */
bool rules_by_reply(const struct ruleset *set);

/* Whether any quorum, by default or on a reading, may be of those who were there when the meeting
 * opened: then the ballots have to tell that. */
bool rules_by_opening(const struct ruleset *set);

/* Whether each area must decide so too, which is never asked of an election. */
bool rules_by_area(const struct ruleset *set);

#endif

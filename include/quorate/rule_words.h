/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RULE_WORDS_H
#define QUORATE_RULE_WORDS_H

#include <stddef.h>

/*
 * The words of rules.csv: its keywords, and the values that are a choice of fixed words. Each value
 * is known by its kind of rule and its place among the words of that rule, and those who read the
 * table, decide and report all go by the place.
 */

/* One value a keyword of rules.csv. */
enum rule_kind {
    RULE_BODY,
    RULE_EDITION,
    RULE_TITLE,
    RULE_ROLL,
    RULE_UNIT,
    RULE_MEASURE,
    RULE_WEIGHT,
    RULE_QUORUM,
    RULE_QUORUM_AT,
    RULE_PASSES,
    RULE_ELECTS,
    RULE_TIE,
    RULE_CANDIDATES,
    RULE_NOTE,
    RULE_NEXT_STEP,
    RULE_ROUTE,
    RULE_VOTERS,
    RULE_PROXY,
    RULE_PROXIES,
    RULE_INTEREST,
    RULE_ABSTENTION,
    RULE_REPEAT_BALLOTS,
    RULE_AREAS,
    RULE_PERIOD,
    RULE_SECRECY,
    RULE_KEEP_BALLOTS,
    RULE_REVIEW,
    RULE_REVIEW_BY,
    RULE_REVIEW_INTERESTS,
    RULE_LOCALITY,
    RULE_GOVERNING_BODY_VOTES,
    RULE_GOVERNING_BODY_TOTAL,
    RULE_KINDS,
};

/* The values of each rule that has fixed words, in the order in which a sentence lists them. Where
 * the table may leave the rule out, the first is what then holds (but for a tie of an election). */
enum weight_kind {
    WEIGHT_ONE_EACH,
    WEIGHT_LIST_SIZE,
    WEIGHT_VOTES_COLUMN,
    WEIGHT_PER_PATIENTS, /* one vote per N patients, rounded: no fixed words */
    WEIGHT_STEPS,        /* so many votes up to so many patients: likewise */
};

enum quorum_rule {
    QUORUM_NONE,
};

enum quorum_at_rule {
    QUORUM_AT_VOTE,
    QUORUM_AT_OPENING,
};

enum passes_rule {
    PASSES_CONSENSUS,
};

enum elects_rule {
    ELECTS_MOST_VOTES,
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

enum candidates_rule {
    CANDIDATES_ANY,
    CANDIDATES_LISTED,
};

enum abstention_rule {
    ABSTENTION_PRESENT,
    ABSTENTION_TAKES_PART,
};

enum areas_rule {
    AREAS_TOGETHER,
    AREAS_EVERY,
};

enum secrecy_rule {
    SECRECY_OPEN,
    SECRECY_SECRET,
};

enum route_rule {
    ROUTE_REQUIRED,
};

enum total_rule {
    TOTAL_AS_STATED,
    TOTAL_SUM_OF_ROWS,
};

/* How a kind of decision is made: by votes for and against, by votes for candidates, or by the
 * agreement of those who are there, without a vote. */
enum decision_form {
    FORM_MOTION,
    FORM_ELECTION,
    FORM_CONSENSUS,
};

/* A value that is none of its rule's fixed words: a condition, a number, a name, roles. */
#define RULE_VALUE_OPEN (-1)

/* At most so many fixed words has one rule. */
#define RULE_VALUES_MOST 5

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

/* "void, takes part", ...: the value as rules.csv spells it; NULL where the rule has no such one.
 */
const char *rule_words(enum rule_kind kind, int value);

/* All fixed words of a rule, by place; *count tells how many, 0 for a rule without any. */
const char *const *rule_choices(enum rule_kind kind, size_t *count);

#endif

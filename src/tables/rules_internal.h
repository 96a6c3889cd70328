/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_RULES_INTERNAL_H
#define QUORATE_TABLES_RULES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/rules.h"
#include "quorate/sheet.h"

/* What the files that read rules.csv share: rules.c, rule_values.c,
 * weight_value.c, rule_checks.c and rule_readings.c. */

/* More than any constitution has; they keep the checks of a hostile table short. */
#define RULES_ROWS_MOST      ((size_t)5000)
#define RULES_DECISIONS_MOST ((size_t)200)
#define RULES_READINGS_MOST  ((size_t)200)

/* A cell of the column `value`, for its reader. */
struct value {
    struct arena *arena;
    enum rule_kind kind;
    const char *text;
    const struct terms *terms; /* what the body calls its members, and what is counted of them */
    const char *meant;         /* set by a reader: what was probably meant, or NULL */
};

/* What may be written for a rule. One for each kind, in the order of enum rule_kind. */
struct keyword {
    /* Fills rule->as and what goes with it. NULL when the value was read, else what is wrong. */
    const char *(*read_value)(struct value *value, struct rule *rule);
    const char *allowed; /* a sentence: what to write; NULL where it is made of fixed words */
    bool several;        /* rows may stand together for one decision */
    bool no_reading;     /* a row with a reading may not replace it */
    bool whole_body;     /* stands for all decisions only, and in one reading */
};

extern const struct keyword rule_keywords[RULE_KINDS];

/* What to write for the rule, as a sentence. */
const char *rule_allowed(const struct value *value);

/* "void, takes part; first counts; or last counts": the rule's fixed words from that one on. */
const char *rule_choices_from(struct arena *arena, enum rule_kind kind, int first);

/* "not carried or casting vote": what a tie of a motion, or of an election, may come to. */
const char *rule_ties_allowed(struct arena *arena, bool election);

/* Reads one of the fixed words of the rule, as keyword.read_value does; or one of these words, of
 * which *chosen is the place (rule_choice.c). */
const char *rule_read_choice(struct value *value, struct rule *rule);
const char *rule_choose(struct value *value, const char *const *words, size_t count, int *chosen);

/* What a vote weighs; likewise (weight_value.c). */
const char *rule_read_weight(struct value *value, struct rule *rule);

/* "..." is not a value of the rule. */
const char *rule_not_allowed(const struct value *value);

/* Splits "practice, practices", of the rule `unit` or `measure`. NULL, or what is wrong with it. */
const char *rule_split_noun(struct arena *arena, enum rule_kind kind, const char *text,
                            const char **one, const char **several);

enum rules_column {
    COLUMN_DECISION,
    COLUMN_RULE,
    COLUMN_VALUE,
    COLUMN_CLAUSE,
    COLUMN_READING,
    COLUMN_GROUP,
    RULES_COLUMNS,
};

/* Names that are one once folded. */
struct names {
    const char **spelled; /* as first seen */
    const char **folded;
    size_t count;
};

/* A rules table while it is read. The arrays run beside rules->rows. */
struct rules_load {
    struct sheet sheet;
    const struct sheet *kept; /* a copy for the rows to point at */
    struct rules *rules;
    struct rule *rows;          /* rules->rows */
    const struct row **source;  /* where each stands in the table */
    struct rule_source *places; /* the same, for whoever has the rule */
    bool *sound;                /* whether its value could be read */
    struct names decisions, readings, groups;
    const struct row **first_row; /* of each decision */
    bool noun_unknown;            /* there is a unit or a measure, but it cannot be read */
    bool incomplete; /* a row could not be understood, so what is missing may be there */
};

/* Whether the rows that were read belong together: each problem is an error at its cell. */
void rules_check(struct rules_load *load);

/* Of these, whether a row with a reading is meant as one, and replaces a row without. */
void rules_check_readings(struct rules_load *load);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RULEBOOK_H
#define QUORATE_RULEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/outcome.h"
#include "quorate/terms.h"

/* The rules in use, each with where it comes from, finished for reports. */

/* What one alternative reading puts in the place of rules that are in force. */
struct reading_rules {
    const char *name;
    const struct basis *rules; /* as they would stand on it */
    size_t rule_count;
};

struct decision_rules {
    const char *decision; /* as -d names it */
    const char *title;    /* of the decision; its name when the rules give none */
    bool is_election;
    const struct basis *rules; /* in force: the program's defaults among them */
    size_t rule_count;
    const struct reading_rules *readings; /* in the order of the table */
    size_t reading_count;
};

struct rulebook {
    struct provenance from;
    const char *body, *edition; /* NULL when the rules give none */
    struct terms terms;
    const struct basis *rules; /* of the whole body: body, roll, unit, share of the county */
    size_t rule_count;
    const struct decision_rules *decisions;
    size_t decision_count;
};

#endif

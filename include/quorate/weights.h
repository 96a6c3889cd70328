/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WEIGHTS_H
#define QUORATE_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "quorate/roll.h"
#include "quorate/rules.h"

/* What the members of one roll weigh by a rule. Votes are in units of 1 / 10^places. */
struct weights {
    const struct weight *rule;
    unsigned places;
    int64_t most; /* what no member has more of; INT64_MAX without a limit */
};

/*
 * Of a share of all votes before the limit it is the largest number that is no larger share of
 * them; of a share of all votes after the limit, the largest such that whoever has it has no larger
 * share of what all then have. That is 0 where the members are too few to share so (four cannot
 * have at most a fifth each). The whole roll is counted, whoever is there.
 */
struct weights weights_of(const struct weight *rule, const struct roll *roll);

/* One vote: 10^places. */
int64_t weights_unit(const struct weights *weights);

/* The votes of one member, whatever the most is that one may have. Never negative. */
int64_t weight_unlimited(const struct weight *rule, const struct member *member);

/* The same with that limit. */
static inline int64_t weight_of(const struct weights *weights, const struct member *member)
{
    bool one_each = weights->rule->kind == WEIGHT_ONE_EACH;
    int64_t votes = one_each ? 1 : weight_unlimited(weights->rule, member);
    return votes < weights->most ? votes : weights->most;
}

/* Whether no member may have more than so many votes, or so large a share of them. */
bool weight_has_limit(const struct weight *rule);

/* Whether the votes come from the list sizes. */
bool weight_of_patients(const struct weight *rule);

#endif

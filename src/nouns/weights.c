/* SPDX-License-Identifier: MIT */
#include "quorate/weights.h"

#include <assert.h>

#include "quorate/ratio.h"

/*@ requires \valid_read(rule) && 0 <= list_size <= RATIO_MOST && 0 < rule->patients <= RATIO_MOST;
    requires ROUNDING_DOWN <= rule->rounding <= ROUNDING_TO_NEAREST;
    assigns \nothing;
    ensures \result == \max(rule->least, rounded(rule->rounding, list_size, rule->patients)); */
static int64_t votes_per_patients(const struct weight *rule, int64_t list_size)
{
    int64_t count = list_size / rule->patients, rest = list_size % rule->patients;
    switch (rule->rounding) {
    case ROUNDING_DOWN:
        break;
    case ROUNDING_UP:
        count += rest > 0;
        break;
    case ROUNDING_TO_NEAREST:
        count += 2 * rest >= rule->patients;
        break;
    case ROUNDING_NONE:
        assert(false && "a weight by patients says how it is rounded");
    }
    return count < rule->least ? rule->least : count;
}

static int64_t votes_of_step(const struct weight *rule, int64_t list_size)
{
    size_t step = 0;
    while (list_size > rule->steps[step].up_to)
        step++;
    return rule->steps[step].votes;
}

int64_t weight_unlimited(const struct weight *rule, const struct member *member)
{
    switch (rule->kind) {
    case WEIGHT_ONE_EACH:
        return 1;
    case WEIGHT_LIST_SIZE:
        return member->list_size;
    case WEIGHT_PER_PATIENTS:
        return votes_per_patients(rule, member->list_size);
    case WEIGHT_STEPS:
        return votes_of_step(rule, member->list_size);
    case WEIGHT_VOTES_COLUMN:
        return member->votes;
    }
    assert(false && "unknown weight");
    return 0;
}

/*@ assigns \nothing;
    ensures \result == \min(votes, most); */
static int64_t limited(int64_t votes, int64_t most)
{
    return votes < most ? votes : most;
}

/* What all have when nobody has more than that; more than RATIO_QUANTITY_MOST where it is
 * too much to be counted. */
static int64_t votes_of_all(const struct weight *rule, const struct roll *roll, int64_t most)
{
    int64_t sum = 0;
    for (size_t i = 0; i < roll->count && sum <= RATIO_QUANTITY_MOST; i++)
        sum += limited(weight_unlimited(rule, &roll->members[i]), most);
    return sum;
}

/*
 * The larger the limit, the smaller a share of it the others add. So what keeps to the share is
 * everything up to some number, which is found by halves.
 */
static int64_t most_by_share(const struct weight *rule, const struct roll *roll)
{
    bool exact, half;
    int64_t all = votes_of_all(rule, roll, INT64_MAX);
    if (all > RATIO_QUANTITY_MOST) /* refused where the tables are read */
        return INT64_MAX;
    if (!rule->share_after)
        return ratio_of_whole(rule->share, all, 1, &exact, &half);
    int64_t keeps = 0, exceeds = all + 1;
    while (exceeds - keeps > 1) {
        int64_t middle = keeps + (exceeds - keeps) / 2;
        int64_t reached = votes_of_all(rule, roll, middle);
        if (middle <= ratio_of_whole(rule->share, reached, 1, &exact, &half))
            keeps = middle;
        else
            exceeds = middle;
    }
    return keeps;
}

int64_t weights_unit(const struct weights *weights)
{
    int64_t unit = 1;
    for (unsigned place = 0; place < weights->places; place++)
        unit *= 10;
    return unit;
}

struct weights weights_of(const struct weight *rule, const struct roll *roll)
{
    struct weights weights = {
        .rule = rule,
        .places = rule->kind == WEIGHT_VOTES_COLUMN ? roll->vote_places : 0,
        .most = INT64_MAX,
    };
    if (rule->most > 0)
        weights.most = rule->most * weights_unit(&weights);
    else if (rule->share.q > 0)
        weights.most = most_by_share(rule, roll);
    return weights;
}

bool weight_has_limit(const struct weight *rule)
{
    return rule->most > 0 || rule->share.q > 0;
}

bool weight_of_patients(const struct weight *rule)
{
    return rule->kind == WEIGHT_LIST_SIZE || rule->kind == WEIGHT_PER_PATIENTS ||
           rule->kind == WEIGHT_STEPS;
}

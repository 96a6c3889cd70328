/* SPDX-License-Identifier: MIT */
#include "quorate/weights.h"

#include <assert.h>

static int64_t votes_per_patients(const struct weight *weight, int64_t list_size)
{
    int64_t count = list_size / weight->patients, rest = list_size % weight->patients;
    switch (weight->rounding) {
    case ROUNDING_DOWN:
        break;
    case ROUNDING_UP:
        count += rest > 0;
        break;
    case ROUNDING_TO_NEAREST:
        count += 2 * rest >= weight->patients;
        break;
    case ROUNDING_NONE:
        assert(false && "a weight by patients says how it is rounded");
    }
    return count < weight->least ? weight->least : count;
}

int64_t weight_of(const struct weight *weight, const struct member *member)
{
    switch (weight->kind) {
    case WEIGHT_ONE_EACH:
        return 1;
    case WEIGHT_LIST_SIZE:
        return member->list_size;
    case WEIGHT_PER_PATIENTS:
        return votes_per_patients(weight, member->list_size);
    case WEIGHT_VOTES_COLUMN:
        return member->votes;
    }
    assert(false && "unknown weight");
    return 0;
}

unsigned weight_places(const struct weight *weight, const struct roll *roll)
{
    return weight->kind == WEIGHT_VOTES_COLUMN ? roll->vote_places : 0;
}

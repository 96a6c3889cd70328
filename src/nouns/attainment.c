/* SPDX-License-Identifier: MIT */
#include "quorate/attainment.h"

#include "quorate/weights.h"

/* What the member adds to a measure. */
static int64_t share_of_member(const struct weights *weights, const struct member *member,
                               enum measure measure)
{
    switch (measure) {
    case MEASURE_MEMBERS:
        return 1;
    case MEASURE_POPULATION:
        return member->list_size;
    case MEASURE_VOTES:
        break;
    }
    return weight_of(weights, member);
}

/* Whether the roll has the columns that a measure is taken from; what lacks is reported where the
 * tables are read. */
static bool roll_tells(const struct weight *weight, const struct roll *roll, enum measure measure)
{
    bool of_votes = measure == MEASURE_VOTES;
    bool of_patients = measure == MEASURE_POPULATION || (of_votes && weight_of_patients(weight));
    return (!of_patients || roll->has_list_sizes) &&
           (!of_votes || weight->kind != WEIGHT_VOTES_COLUMN || roll->has_votes);
}

/* All that the section has; more than RATIO_QUANTITY_MOST where that is too much to be counted. */
static int64_t sum_of_measure(const struct weights *weights, const struct roll *roll,
                              const struct section *section, enum measure measure)
{
    int64_t sum = 0;
    if (section_is_everybody(section) && measure == MEASURE_POPULATION)
        return roll->population;
    for (size_t i = 0; i < roll->count && sum <= RATIO_QUANTITY_MOST; i++)
        if (section_has(section, &roll->members[i]))
            sum += share_of_member(weights, &roll->members[i], measure);
    return sum;
}

static enum attainable attainable(const struct condition *asks, int64_t has, int64_t needed)
{
    if (asks->at_most)
        return needed >= has ? ATTAINABLE_ALWAYS : ATTAINABLE_PERHAPS;
    if (needed == 0)
        return has > 0 ? ATTAINABLE_ALWAYS : ATTAINABLE_PERHAPS;
    return needed > has ? ATTAINABLE_NEVER : ATTAINABLE_PERHAPS;
}

struct attainment attainment_of(const struct weight *weight, const struct roll *roll,
                                const struct section *section, enum rule_kind kind,
                                const struct condition *asks)
{
    struct attainment attainment = {.attainable = ATTAINABLE_PERHAPS};
    bool of_others = kind == RULE_PASSES && asks->scope == SCOPE_AGAINST && !asks->is_number;
    if (of_others || !roll_tells(weight, roll, asks->measure))
        return attainment;
    const struct weights weights = weights_of(weight, roll);
    attainment.has = sum_of_measure(&weights, roll, section, asks->measure);
    bool of_nobody = kind == RULE_QUORUM && attainment.has == 0;
    bool nobody_is_enough = asks->at_most || (asks->among == AMONG_ALL && !of_nobody);
    if (attainment.has < 0 || (attainment.has == 0 && asks->at_most) ||
        attainment.has > RATIO_QUANTITY_MOST)
        return attainment;
    attainment.places = asks->measure == MEASURE_VOTES ? weights.places : 0;
    attainment.needed = condition_needed(asks, attainment.has, attainment.places);
    if (!nobody_is_enough && attainment.needed == 0)
        attainment.needed = 1;
    attainment.attainable = attainable(asks, attainment.has, attainment.needed);
    return attainment;
}

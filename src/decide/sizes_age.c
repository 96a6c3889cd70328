/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/* Whether the list sizes are those that held when the vote was. */

/* The day in England on which the latest ballot came; year 0 where that of one cannot be told. */
static struct date day_of_latest(const struct poll *polls, size_t count)
{
    struct date latest = {0};
    for (size_t i = 0; i < count; i++) {
        struct ballot_walk walk = poll_walk(&polls[i]);
        while (poll_tells_details(&polls[i]) && ballot_next(&walk)) {
            const struct ballot *says = walk.says;
            if (says->time_untold)
                return (struct date){0};
            if (!says->details->received.given)
                continue;
            latest = date_later_of(latest, moment_english_day(says->details->received));
        }
    }
    return latest;
}

struct date day_of_polls(const struct poll *polls, size_t count,
                         const struct circumstances *circumstances)
{
    if (date_given(circumstances->date))
        return circumstances->date;
    return circumstances->closes.given ? moment_english_day(circumstances->closes)
                                       : day_of_latest(polls, count);
}

struct date decide_day(const struct ballot_box *box, const struct circumstances *circumstances)
{
    return day_of_polls(box->polls, box->poll_count, circumstances);
}

static bool counts_patients(const struct rule *rule)
{
    switch (rule->kind) {
    case RULE_WEIGHT:
        return weight_of_patients(&rule->as.weight);
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
    case RULE_REVIEW:
        return !rule->worded && rule->as.condition.measure == MEASURE_POPULATION;
    default:
        return false;
    }
}

/* Whether a decision of the box goes by list sizes, by default or on a reading. */
static bool sizes_matter(const struct rules *rules, const struct ballot_box *box)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        for (size_t j = 0; j < box->poll_count && counts_patients(rule); j++)
            if (rule->decision == NULL || strcmp(rule->decision, box->polls[j].decision) == 0)
                return true;
    }
    return false;
}

/* That they do not hold is told in any case: they stand in every report. */
static enum sizes_age age_on(struct date day, const struct rules *rules, const struct roll *roll,
                             const struct ballot_box *box)
{
    if (!roll->has_list_sizes)
        return SIZES_NOT_ASKED;
    if (!date_given(day))
        return sizes_matter(rules, box) ? SIZES_DAY_UNKNOWN : SIZES_NOT_ASKED;
    if (!date_given(roll->as_at))
        return sizes_matter(rules, box) ? SIZES_UNDATED : SIZES_NOT_ASKED;
    int beyond = date_beyond_year(roll->as_at, day);
    if (beyond == 0)
        return SIZES_HOLD;
    return beyond < 0 ? SIZES_LATER : SIZES_OLD;
}

void decide_sizes_age(const struct rules *rules, const struct roll *roll,
                      const struct ballot_box *box, const struct circumstances *circumstances,
                      struct outcome *outcome)
{
    outcome->vote_day = decide_day(box, circumstances);
    outcome->sizes_age = age_on(outcome->vote_day, rules, roll, box);
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* Whether the vote was open as long as the rules ask. The result stands on the votes either way. */

#define PERIOD_BIT (UINT32_C(1) << RULE_PERIOD)

struct period_reading *period_readings(struct arena *arena, const struct rules *rules,
                                       const char *decision, size_t *count)
{
    size_t all;
    const struct reading *readings = rules_readings(arena, rules, decision, &all);
    struct period_reading *found = arena_alloc(arena, all, sizeof *found);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        if ((readings[i].rule_kinds & PERIOD_BIT) == 0)
            continue;
        const struct reading *reading = &readings[i];
        struct ruleset set = rules_resolve(arena, rules, decision, &reading, 1);
        found[(*count)++] = (struct period_reading){
            .name = reading->name,
            .clause = reading->clause,
            .needed = set.one[RULE_PERIOD]->as.number,
        };
    }
    return found;
}

static int64_t missing(int64_t needed, int64_t working_days)
{
    return needed > working_days ? needed - working_days : 0;
}

static void check(struct arena *arena, const struct circumstances *known,
                  struct period_reading *readings, struct period *period)
{
    const struct calendar *calendar = known->calendar;
    period->checked = true;
    period->from = moment_english_day(known->opens);
    period->until = moment_english_day(known->closes);
    period->working_days = calendar_working_days(calendar, period->from, period->until);
    period->short_by = missing(period->needed, period->working_days);
    period->met = period->short_by == 0;
    period->holidays = calendar_skipped(arena, calendar, period->from, period->until);
    period->known = calendar_knows(calendar, period->from, period->until);
    period->known_from = calendar->from;
    period->known_until = calendar->until;
    for (size_t i = 0; i < period->reading_count; i++) {
        readings[i].short_by = missing(readings[i].needed, period->working_days);
        readings[i].met = readings[i].short_by == 0;
        period->certain = period->certain && readings[i].met == period->met;
    }
}

const struct period *tell_period(struct arena *arena, const struct ruleset *rules,
                                 const struct circumstances *circumstances)
{
    const struct rule *rule = rules->one[RULE_PERIOD];
    if (rule == NULL)
        return NULL;
    struct period *period = arena_alloc(arena, 1, sizeof *period);
    *period = (struct period){
        .rule = basis_of(rule),
        .needed = rule->as.number,
        .opens_given = circumstances->opens.given,
        .closes_given = circumstances->closes.given,
        .certain = true,
    };
    struct period_reading *readings =
        period_readings(arena, rules->rules, rules->decision, &period->reading_count);
    period->readings = readings;
    if (period->opens_given && period->closes_given)
        check(arena, circumstances, readings, period);
    return period;
}

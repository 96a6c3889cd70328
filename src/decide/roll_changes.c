/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* What follows from the days on which members join and leave. */

/* Those who are members on one day and none on the other, which is the day before or behind it. */
static const char *const *only_on(struct arena *arena, const struct roll *whole, struct date day,
                                  struct date other, size_t *count)
{
    const char **names = arena_alloc(arena, whole->count, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < whole->count; i++) {
        const struct member *member = &whole->members[i];
        if (tenure_holds(member->tenure, day) && !tenure_holds(member->tenure, other))
            names[(*count)++] = member->name;
    }
    return names;
}

/* Whether every list size is known: else nothing can be said of patients. */
static bool has_all_sizes(const struct roll *roll)
{
    bool all = roll->has_list_sizes && roll->count > 0;
    for (size_t i = 0; i < roll->count && all; i++)
        all = roll->members[i].list_size > 0;
    return all;
}

static void take_quorums(struct arena *arena, const struct quorum_uses *uses,
                         struct roll_change *change)
{
    int64_t *needed = arena_alloc(arena, uses->count, sizeof *needed);
    for (size_t i = 0; i < uses->count; i++) {
        const struct rule *rule = uses->items[i].rule;
        size_t at = 0;
        if (rule->as.condition.measure != MEASURE_POPULATION)
            continue;
        int64_t wanted = needed_of_all(arena, rule, change->population, 0);
        while (at < change->needed_count && needed[at] != wanted)
            at++;
        if (at == change->needed_count)
            needed[change->needed_count++] = wanted;
    }
    change->needed = needed;
}

static struct roll_change change_on(struct arena *arena, const struct quorum_uses *uses,
                                    const struct roll *whole, struct date day)
{
    struct date before = date_of_days(date_days(day) - 1);
    const struct roll roll = roll_on(arena, whole, day);
    struct roll_change change = {
        .day = day,
        .members = roll.count,
        .sizes_known = has_all_sizes(&roll),
        .population = roll.population,
    };
    change.joined = only_on(arena, whole, day, before, &change.joined_count);
    change.gone = only_on(arena, whole, before, day, &change.gone_count);
    if (change.sizes_known)
        take_quorums(arena, uses, &change);
    return change;
}

const struct roll_change *decide_roll_changes(struct arena *arena, const struct rules *rules,
                                              const struct roll *whole, size_t *count)
{
    size_t days_count;
    const struct date *days = roll_change_days(arena, whole, &days_count);
    struct roll_change *changes = arena_alloc(arena, days_count, sizeof *changes);
    const struct quorum_uses uses = quorum_uses(arena, rules);
    *count = 0;
    for (size_t i = 0; i < days_count; i++) {
        changes[*count] = change_on(arena, &uses, whole, days[i]);
        /* Before the first members there was no roll to change. */
        *count += changes[*count].joined_count < changes[*count].members ||
                  changes[*count].gone_count > 0;
    }
    return changes;
}

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
    bool all = roll->has_list_sizes;
    for (size_t i = 0; i < roll->count && all; i++)
        all = roll->members[i].list_size > 0;
    return all;
}

static void take_quorums(struct arena *arena, const struct electorate *electorate,
                         struct roll_change *change)
{
    int64_t *needed = arena_alloc(arena, electorate->quorum_count, sizeof *needed);
    for (size_t i = 0; i < electorate->quorum_count; i++) {
        const struct quorum_asked *asked = &electorate->quorums[i];
        size_t at = 0;
        if (asked->measure != MEASURE_POPULATION || asked->area != NULL)
            continue;
        while (at < change->needed_count && needed[at] != asked->reach.needed)
            at++;
        if (at == change->needed_count)
            needed[change->needed_count++] = asked->reach.needed;
    }
    change->needed = needed;
}

const struct roll_change *decide_roll_changes(struct arena *arena, const struct rules *rules,
                                              const struct roll *whole, size_t *count)
{
    const struct date *days = roll_change_days(arena, whole, count);
    struct roll_change *changes = arena_alloc(arena, *count, sizeof *changes);
    for (size_t i = 0; i < *count; i++) {
        struct roll_change *change = &changes[i];
        struct date before = date_of_days(date_days(days[i]) - 1);
        const struct roll roll = roll_on(arena, whole, days[i]);
        *change = (struct roll_change){
            .day = days[i],
            .members = roll.count,
            .sizes_known = has_all_sizes(&roll),
            .population = roll.population,
        };
        change->joined = only_on(arena, whole, days[i], before, &change->joined_count);
        change->gone = only_on(arena, whole, before, days[i], &change->gone_count);
        if (!change->sizes_known)
            continue;
        const struct electorate electorate = decide_electorate(arena, rules, &roll);
        take_quorums(arena, &electorate, change);
    }
    return changes;
}

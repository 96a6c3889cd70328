/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* What follows from the days on which members join and leave. */

/* Those who are members on one day and none on the other, which is the day before or behind it. */
static const char *const *only_on(struct arena *arena, const struct roll *whole, struct date day,
                                  struct date other, size_t *count)
{
    const char **names = arena_alloc(arena, whole->count, sizeof *names);
    size_t found = 0;
    for (size_t i = 0; i < whole->count; i++) {
        const struct member *member = &whole->members[i];
        if (tenure_holds(member->tenure, day) && !tenure_holds(member->tenure, other))
            names[found++] = member->name;
    }
    *count = found;
    return names;
}

/* Whether every list size is known: else nothing can be said of patients. */
static bool has_all_sizes(const struct roll *roll)
{
    bool all = roll->count > 0;
    for (size_t i = 0; i < roll->count && all; i++)
        all = roll->members[i].list_size > 0;
    return all;
}

/* The list sizes of those in a section. */
static int64_t population_in(const struct roll *roll, const struct section *section)
{
    int64_t sum = 0;
    for (size_t i = 0; i < roll->count; i++)
        if (section_has(section, &roll->members[i]))
            sum += roll->members[i].list_size;
    return sum;
}

/* Each number once. */
struct numbers {
    int64_t *items;
    size_t count, capacity;
};

static void take_number(struct arena *arena, int64_t number, struct numbers *numbers)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->items[i] == number)
            return;
    *(int64_t *)ARENA_PUSH(arena, numbers->items, numbers->count, numbers->capacity) = number;
}

static void take_quorums(struct arena *arena, const struct quorum_uses *uses,
                         const struct roll *roll, struct roll_change *change)
{
    struct numbers needed = {0};
    for (size_t i = 0; i < uses->count; i++) {
        const struct rule *rule = uses->items[i].rule;
        size_t count;
        const struct section *sections =
            sections_of(arena, roll, &whole_roll, &rule->as.condition, &count);
        for (size_t k = 0; k < count && rule->as.condition.measure == MEASURE_POPULATION; k++)
            take_number(arena, needed_of_all(rule, population_in(roll, &sections[k]), 0), &needed);
    }
    change->needed = needed.items;
    change->needed_count = needed.count;
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
        take_quorums(arena, uses, &roll, &change);
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

/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "attendance_internal.h"

/* Who else would make a quorum, and who may leave without breaking it. */

/* Some of the members, and what each of them counts for. */
struct crowd_member {
    const char *name;
    int64_t quantity;
    size_t index; /* in the roll */
};

struct crowd {
    struct crowd_member *members;
    size_t count;
};

static int64_t quantity_of(const struct inquiry *inquiry, const struct condition *asks,
                           const struct member *member)
{
    struct figures one = {1, member->list_size, weight_of(&inquiry->weights, member)};
    return figures_in(&one, asks->measure);
}

/* What the member counts for in a condition of a section; 0 for one who is not in it. */
static int64_t part_of(const struct inquiry *inquiry, const struct condition *asks,
                       const struct section *section, const struct member *member)
{
    return section_has(section, member) ? quantity_of(inquiry, asks, member) : 0;
}

static bool is_away(const struct inquiry *inquiry, size_t index)
{
    return inquiry->positions[index].stance == STANCE_ABSENT;
}

static bool is_counted(const struct inquiry *inquiry, const struct condition *asks, size_t index)
{
    return (groups_of_stance(inquiry->positions[index].stance, inquiry->rules) &
            1u << group_of_scope(asks->scope)) != 0;
}

/* Those of a section who are away, or else who are counted. */
static struct crowd crowd_of(const struct inquiry *inquiry, const struct condition *asks,
                             const struct section *section, bool away)
{
    const struct roll *roll = inquiry->question->roll;
    struct crowd crowd = {
        arena_alloc(inquiry->question->scratch, roll->count, sizeof *crowd.members), 0};
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        if (section_has(section, member) &&
            (away ? is_away(inquiry, i) : is_counted(inquiry, asks, i)))
            crowd.members[crowd.count++] =
                (struct crowd_member){member->name, quantity_of(inquiry, asks, member), i};
    }
    return crowd;
}

static int compare_members(const void *one, const void *other)
{
    const struct crowd_member *a = one;
    const struct crowd_member *b = other;
    if (a->quantity != b->quantity)
        return a->quantity > b->quantity ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static const char *const *names_in_crowd(struct arena *arena, const struct crowd *crowd,
                                         size_t count)
{
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = crowd->members[i].name;
    return names;
}

/* ---- One condition */

/* Who can go without missing it, in the roll's order. */
static void tell_free(const struct inquiry *inquiry, const struct crowd *crowd, int64_t over,
                      struct quorum_others *others)
{
    const char **names = arena_alloc(inquiry->arena, crowd->count, sizeof *names);
    for (size_t i = 0; i < crowd->count; i++)
        if (crowd->members[i].quantity <= over)
            names[others->free_count++] = crowd->members[i].name;
    others->free = names;
}

/* The largest go first, so that whoever else goes it takes at least as many. */
static void tell_leaving(const struct inquiry *inquiry, const struct section *section,
                         struct quorum_condition *told)
{
    const struct condition_outcome *condition = &told->condition;
    struct quorum_others *others = &told->others;
    struct crowd crowd = crowd_of(inquiry, &condition->asks, section, false);
    int64_t needed = figure_of(condition->needed);
    int64_t left = figure_of(condition->part);
    size_t gone = 0;
    tell_free(inquiry, &crowd, left - needed, others);
    if (crowd.count > 0)
        qsort(crowd.members, crowd.count, sizeof *crowd.members, compare_members);
    while (gone < crowd.count && left >= needed)
        left -= crowd.members[gone++].quantity;
    bool missed = left < needed;
    others->leaving_known = true;
    others->decisive_count = missed ? gone : 0;
    others->decisive = names_in_crowd(inquiry->arena, &crowd, others->decisive_count);
    others->may_leave = missed ? gone - 1 : gone;
}

static void tell_joining(const struct inquiry *inquiry, const struct section *section,
                         struct quorum_condition *told)
{
    struct quorum_others *others = &told->others;
    struct crowd crowd = crowd_of(inquiry, &told->condition.asks, section, true);
    int64_t *quantities = arena_alloc(inquiry->question->scratch, crowd.count, sizeof *quantities);
    for (size_t i = 0; i < crowd.count; i++)
        quantities[i] = crowd.members[i].quantity;
    others->joining =
        decide_reach(inquiry->arena, quantities, crowd.count, figure_of(told->condition.short_by));
    others->away = names_in_crowd(inquiry->arena, &crowd, crowd.count);
    others->away_count = crowd.count;
}

void attendance_tell_others(const struct inquiry *inquiry, const struct section *section,
                            struct quorum_condition *told)
{
    if (told->condition.at_opening)
        told->others.not_worked_out = true;
    else if (told->condition.met)
        tell_leaving(inquiry, section, told);
    else
        tell_joining(inquiry, section, told);
}

/* ---- All conditions at once */

/* What each of those away brings to a condition that is not met. */
static struct demand demand_of(const struct inquiry *inquiry, const struct crowd *away,
                               const struct condition_outcome *condition,
                               const struct section *section)
{
    int64_t *quantities = arena_alloc(inquiry->question->scratch, away->count, sizeof *quantities);
    for (size_t i = 0; i < away->count; i++)
        quantities[i] = part_of(inquiry, &condition->asks, section,
                                &inquiry->question->roll->members[away->members[i].index]);
    return (struct demand){quantities, figure_of(condition->short_by)};
}

/* Conditions that are met stay so when others come. */
static void join_together(const struct inquiry *inquiry, const struct quorum_asking *asking,
                          struct quorum_others *together)
{
    struct crowd away = crowd_of(inquiry, &asking->conditions[0].condition.asks, &whole_roll, true);
    struct demand *demands =
        arena_alloc(inquiry->question->scratch, asking->count, sizeof *demands);
    size_t demand_count = 0;
    for (size_t i = 0; i < asking->count; i++)
        if (!asking->conditions[i].condition.met)
            demands[demand_count++] =
                demand_of(inquiry, &away, &asking->conditions[i].condition, &asking->sections[i]);
    together->joining = decide_reach_all(inquiry->arena, demands, demand_count, away.count);
    together->away = names_in_crowd(inquiry->arena, &away, away.count);
    together->away_count = away.count;
}

static bool can_go(const struct inquiry *inquiry, const struct quorum_asking *asking, size_t index)
{
    const struct member *member = &inquiry->question->roll->members[index];
    for (size_t i = 0; i < asking->count; i++) {
        const struct condition *asks = &asking->conditions[i].condition.asks;
        if (is_counted(inquiry, asks, index) &&
            part_of(inquiry, asks, &asking->sections[i], member) > asking->conditions[i].over)
            return false;
    }
    return true;
}

/* It is enough to miss one of them, so the one that the fewest can miss is what counts. */
static void leave_together(const struct inquiry *inquiry, const struct quorum_asking *asking,
                           struct quorum_others *together)
{
    const struct roll *roll = inquiry->question->roll;
    const struct quorum_others *least = NULL;
    const char **names = arena_alloc(inquiry->arena, roll->count, sizeof *names);
    for (size_t i = 0; i < asking->count; i++) {
        const struct quorum_others *others = &asking->conditions[i].others;
        if (least == NULL || others->decisive_count < least->decisive_count)
            least = others;
    }
    if (least != NULL) {
        together->leaving_known = true;
        together->may_leave = least->may_leave;
        together->decisive = least->decisive;
        together->decisive_count = least->decisive_count;
    }
    for (size_t i = 0; i < roll->count; i++)
        if (groups_of_stance(inquiry->positions[i].stance, inquiry->rules) & 1u << GROUP_PRESENT &&
            can_go(inquiry, asking, i))
            names[together->free_count++] = roll->members[i].name;
    together->free = names;
}

struct quorum_others attendance_together(const struct inquiry *inquiry,
                                         const struct quorum_asking *asking)
{
    struct quorum_others together = {0};
    /* Of alternatives, or at the opening, it is not worked out who of all would do. */
    for (size_t i = 0; i < asking->count; i++)
        together.not_worked_out = together.not_worked_out ||
                                  asking->conditions[i].condition.group != NULL ||
                                  asking->conditions[i].condition.at_opening;
    if (together.not_worked_out)
        return together;
    if (asking->count == 1)
        return asking->conditions[0].others;
    if (asking->met)
        leave_together(inquiry, asking, &together);
    else
        join_together(inquiry, asking, &together);
    return together;
}

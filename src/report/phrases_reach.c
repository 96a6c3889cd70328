/* SPDX-License-Identifier: MIT */
#include "phrases_reweighting.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Of many groups the first few are examples enough. */
#define SHOWN_MOST ((size_t)6)
#define EXAMPLES   ((size_t)3)

const char *phrases_sizes_members(struct arena *arena, const struct reweighting *reweighting,
                                  size_t members)
{
    return phrases_several(arena, (int64_t)members, reweighting->terms.unit,
                           reweighting->terms.units);
}

struct voters phrases_sizes_voters(struct arena *arena, const struct reweighting *reweighting,
                                   bool now)
{
    const char **names = arena_alloc(arena, reweighting->practice_count, sizeof *names);
    struct voters voters = {reweighting->terms.unit, reweighting->terms.units, names, 0};
    for (size_t i = 0; i < reweighting->practice_count; i++)
        if (!now || reweighting->practices[i].source != SIZE_LEFT)
            names[voters.count++] = reweighting->practices[i].practice;
    return voters;
}

/* The place in the roll of the one with this number of those of whom it is asked. */
static size_t asked_place(const struct quorum_change *quorum, size_t number)
{
    return quorum->asked == NULL ? number : quorum->asked[number];
}

struct reached phrases_reached(struct arena *arena, const struct reweighting *reweighting,
                               const struct quorum_change *quorum, bool now)
{
    size_t count = quorum->asked == NULL ? reweighting->practice_count : quorum->asked_count;
    const char **names = arena_alloc(arena, count, sizeof *names);
    struct reached reached = {
        .unit = reweighting->terms.unit,
        .units = reweighting->terms.units,
        .reach = now ? &quorum->after : &quorum->before,
        .names = names,
        .now = now,
    };
    int64_t whole = 0;
    for (size_t i = 0; i < count; i++) {
        const struct practice_change *practice = &reweighting->practices[asked_place(quorum, i)];
        if (now && practice->source == SIZE_LEFT)
            continue;
        names[reached.count++] = practice->practice;
        whole += now ? practice->after : practice->before;
    }
    reached.whole = phrases_measured(arena, &reweighting->terms, whole);
    return reached;
}

static bool asks_the_same(const struct quorum_change *one, const struct quorum_change *other)
{
    if (one->asked == NULL || other->asked == NULL)
        return one->asked == other->asked;
    return one->asked_count == other->asked_count &&
           memcmp(one->asked, other->asked, one->asked_count * sizeof *one->asked) == 0;
}

/* Present at a meeting or replying by email: whoever makes the one makes the other. */
static bool are_alike(const struct quorum_change *one, const struct quorum_change *other)
{
    return one->before.needed == other->before.needed && one->after.needed == other->after.needed &&
           asks_the_same(one, other);
}

const struct quorum_change *const *phrases_quorums_alike(struct arena *arena,
                                                         const struct reweighting *reweighting,
                                                         size_t first, size_t *count)
{
    const struct quorum_change *quorums = reweighting->quorums;
    const struct quorum_change **alike =
        arena_alloc(arena, reweighting->quorum_count, sizeof *alike);
    *count = 0;
    for (size_t i = 0; i < first; i++)
        if (are_alike(&quorums[i], &quorums[first]))
            return alike;
    for (size_t i = first; i < reweighting->quorum_count; i++)
        if (are_alike(&quorums[i], &quorums[first]))
            alike[(*count)++] = &quorums[i];
    return alike;
}

static const char *members_of(struct arena *arena, const struct reached *reached, size_t members)
{
    return phrases_several(arena, (int64_t)members, reached->unit, reached->units);
}

/* "4 practices can make it, in 13 groups; fewer cannot." */
static const char *fewest(struct arena *arena, const struct reached *reached)
{
    const struct reach *reach = reached->reach;
    const char *can = reached->now ? "can" : "could";
    const char *cannot = reached->now ? "cannot" : "could not";
    if (reached->count == 1)
        return arena_format(arena, "The only %s %s make it by itself.", reached->unit, can);
    if (reach->fewest == reached->count)
        return arena_format(arena, "Only all together %s make it.", can);
    if (reached->any)
        return arena_format(arena, "Any %s %s make it; fewer %s.",
                            members_of(arena, reached, reach->fewest), can, cannot);
    const char *groups =
        reach->sets_known && reach->sets == 1
            ? ", in 1 group only"
            : arena_format(arena, ", in %s%s groups", reach->sets_known ? "" : "at least ",
                           number_grouped(arena, (int64_t)reach->sets));
    bool unknown = !reach->sets_known && reach->sets == 0;
    return arena_format(arena, "%s%s %s make it%s; fewer %s.", unknown ? "The largest " : "",
                        members_of(arena, reached, reach->fewest), can, unknown ? "" : groups,
                        cannot);
}

/* "Whichever 3 practices are away, the rest can make it." */
static const char *absent(struct arena *arena, const struct reached *reached)
{
    size_t any = reached->reach->any_absent;
    const char *unit = reached->unit;
    if (reached->reach->fewest == reached->count || reached->any)
        return "";
    if (any == 0)
        return arena_format(arena, "Without the largest %s the rest %s.", unit,
                            reached->now ? "cannot" : "could not");
    const char *who = any == 1 ? unit : members_of(arena, reached, any);
    const char *are = reached->now ? any == 1 ? "is" : "are" : any == 1 ? "was" : "were";
    return arena_format(arena, "Whichever %s %s away, the rest %s make it.", who, are,
                        reached->now ? "can" : "could");
}

const char *phrases_reach(struct arena *arena, const struct reached *reached)
{
    const struct reach *reach = reached->reach;
    const char *needed = arena_format(
        arena, "%s of %s %s needed.",
        number_canonical_grouped(arena, reach->needed, reached->places), reached->whole,
        reach->needed == 1 && reached->places == 0 ? reached->now ? "is" : "was"
        : reached->now                             ? "are"
                                                   : "were");
    if (!reach->possible)
        return phrases_join(arena, needed, "All together do not make it.");
    return phrases_join(arena, phrases_join(arena, needed, fewest(arena, reached)),
                        absent(arena, reached));
}

/* How many of the smallest groups are shown: all of a few, else the first as examples. */
static size_t examples_of(const struct reach *reach)
{
    return reach->sets <= SHOWN_MOST || reach->group_count <= EXAMPLES ? reach->group_count
                                                                       : EXAMPLES;
}

const char *phrases_group(struct arena *arena, const struct reach *reach, size_t group,
                          const char *const *names, size_t count, bool all_but)
{
    const char **told = arena_alloc(arena, count, sizeof *told);
    size_t members = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_in = false;
        for (size_t j = 0; j < reach->fewest; j++)
            is_in = is_in || reach->groups[group][j] == i;
        if (is_in != all_but)
            told[members++] = names[i];
    }
    return arena_format(arena, "%s%s", all_but ? "all but " : "",
                        text_list(arena, told, members, "and"));
}

const char *const *phrases_reach_items(struct arena *arena, const struct reached *reached,
                                       size_t *count)
{
    const struct reach *reach = reached->reach;
    size_t shown = reach->fewest == reached->count || reached->any ? 0 : examples_of(reach);
    const char **items = arena_alloc(arena, shown + 1, sizeof *items);
    for (*count = 0; *count < shown; ++*count)
        items[*count] = phrases_group(arena, reach, *count, reached->names, reached->count,
                                      reach->fewest * 2 > reached->count);
    if (shown > 0 && !reach->sets_known)
        items[(*count)++] = "and others";
    else if (shown > 0 && reach->sets > shown)
        items[(*count)++] = arena_format(
            arena, "and %s",
            phrases_several(arena, (int64_t)(reach->sets - shown), "other group", "other groups"));
    return items;
}

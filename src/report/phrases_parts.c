/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Members that cast their votes in parts, or not all of them. */

static int64_t votes_cast(const struct standing *standing)
{
    int64_t cast = 0;
    for (size_t i = 0; i < standing->part_count; i++)
        cast += standing->parts[i].votes;
    return cast;
}

const char *phrases_parts(const struct subject *subject, const struct standing *standing)
{
    const unsigned places = subject->poll->weighing.places;
    struct buffer text = {.arena = subject->arena};
    const int64_t rest = standing->votes - votes_cast(standing);
    for (size_t i = 0; i < standing->part_count; i++) {
        const struct standing_part *part = &standing->parts[i];
        buffer_format(&text, "%s%s %s", i == 0 ? "" : ", ", part->vote,
                      number_canonical_grouped(subject->arena, part->votes, places));
    }
    if (rest > 0)
        buffer_format(&text, ", %s not cast",
                      number_canonical_grouped(subject->arena, rest, places));
    return buffer_text(&text);
}

/* A candidate's name is a person's and keeps its letters. */
const char *phrases_parts_capital(const struct subject *subject, const struct standing *standing)
{
    const char *parts = phrases_parts(subject, standing);
    return standing->parts[0].is_candidate ? parts : text_capital(subject->arena, parts);
}

/* --- Notes --- */

/* Of more only their number is told. */
#define NAMED_MOST ((size_t)5)

static bool is_split(const struct standing *standing)
{
    return standing->stance == STANDING_SPLIT;
}

static bool is_not_all_cast(const struct standing *standing)
{
    return standing->part_count > 0 && votes_cast(standing) < standing->votes;
}

/* Those of whom it holds. */
static const struct standing **find(const struct subject *subject,
                                    bool holds(const struct standing *standing), size_t *count)
{
    const struct roll_call *call = &subject->poll->roll_call;
    const struct standing **found = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < call->standing_count; i++) {
        if (!holds(&call->standings[i]))
            continue;
        const struct standing **place = ARENA_PUSH(subject->arena, found, *count, capacity);
        *place = &call->standings[i];
    }
    return found;
}

const char *phrases_split(const struct subject *subject)
{
    size_t count;
    const struct standing **split = find(subject, is_split, &count);
    const char *who = phrases_members(subject, (int64_t)count);
    if (count == 0)
        return NULL;
    if (count <= NAMED_MOST) {
        const char **names = arena_alloc(subject->arena, count, sizeof *names);
        for (size_t i = 0; i < count; i++)
            names[i] = split[i]->practice;
        who = text_list(subject->arena, names, count, "and");
    }
    return arena_format(subject->arena,
                        "%s did not cast all votes one way, and %s counted in each group in which "
                        "there are any of them.",
                        who, count == 1 ? "is" : "are");
}

const char *phrases_not_all_cast(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const unsigned places = subject->poll->weighing.places;
    size_t count;
    const struct standing **found = find(subject, is_not_all_cast, &count);
    const char **each = arena_alloc(arena, count, sizeof *each);
    int64_t cast = 0, votes = 0;
    for (size_t i = 0; i < count; i++) {
        const int64_t own = votes_cast(found[i]);
        cast += own;
        votes += found[i]->votes;
        each[i] = arena_format(arena, "%s %s of %s", found[i]->practice,
                               number_canonical_grouped(arena, own, places),
                               number_canonical_grouped(arena, found[i]->votes, places));
    }
    if (count == 0)
        return NULL;
    const char *told =
        count <= NAMED_MOST
            ? text_list(arena, each, count, "and")
            : arena_format(arena, "%s %s of %s", phrases_members(subject, (int64_t)count),
                           number_canonical_grouped(arena, cast, places),
                           number_canonical_grouped(arena, votes, places));
    return arena_format(arena, "Not all votes were cast: %s. The rest are absent.", told);
}

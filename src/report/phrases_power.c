/* SPDX-License-Identifier: MIT */
#include "phrases_county.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_power(struct arena *arena, const struct voters *voters,
                          const struct power *power)
{
    const char *others = voters->count == 2 ? arena_format(arena, "the other %s", voters->unit)
                                            : arena_format(arena, "the other %zu %s",
                                                           voters->count - 1, voters->units);
    return arena_format(
        arena,
        "\"Decides\" says in how many of the %s in which %s can vote for or against this one's "
        "vote decides the result. Banzhaf is its part of all such ways. Shapley-Shubik says in "
        "what part of all orders in which the %s could come to vote for it is this one's vote "
        "that makes the majority.",
        phrases_several(arena, power->ways, "way", "ways"), others, voters->units);
}

/* "Nettlebed Surgery can never decide." */
static const char *extreme(struct arena *arena, const struct voters *voters,
                           const struct power *power, bool always)
{
    const char **names = arena_alloc(arena, voters->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < voters->count; i++)
        if (always ? power->members[i].always : power->members[i].never)
            names[count++] = voters->names[i];
    if (count == 0)
        return "";
    const char *list = text_list(arena, names, count, "and");
    if (always)
        return arena_format(arena, "%s always decides, whatever the others vote.", list);
    return arena_format(arena, "%s can never decide: whatever the others vote, %s changes nothing.",
                        list, count == 1 ? "its vote" : "the vote of each");
}

const char *phrases_power_extremes(struct arena *arena, const struct voters *voters,
                                   const struct power *power, const char *when)
{
    if (!power->known)
        return "";
    const char *both = phrases_join(arena, extreme(arena, voters, power, true),
                                    extreme(arena, voters, power, false));
    if (both[0] == '\0' || when[0] == '\0')
        return both;
    return arena_format(arena, "%s: %s", when, both);
}

const char *phrases_power_unknown(struct arena *arena, const struct voters *voters,
                                  const char *what)
{
    return arena_format(
        arena,
        "%s is not known: %s with these votes are too many to go through every way "
        "in which they can vote.",
        what, phrases_several(arena, (int64_t)voters->count, voters->unit, voters->units));
}

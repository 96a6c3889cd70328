/* SPDX-License-Identifier: MIT */
#include "phrases_reweighting.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_power(struct arena *arena, const struct voters *voters,
                          const struct power *power)
{
    if (voters->count == 1)
        return arena_format(arena, "There is only one %s, so it decides alone.", voters->unit);
    const char *others = voters->count == 2 ? arena_format(arena, "the other %s", voters->unit)
                                            : arena_format(arena, "the other %zu %s",
                                                           voters->count - 1, voters->units);
    return arena_format(
        arena,
        "Decides: in how many of the %s in which %s can vote for or against, this one's vote "
        "decides. Banzhaf: its part of all such ways. Shapley-Shubik: in what part of all orders "
        "in which the %s could join those in favour, its vote makes the majority.",
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
    if (voters->count == 1) /* there are no others, and phrases_power says so */
        return "";
    const char *list = text_list(arena, names, count, "and");
    if (always)
        return arena_format(arena, "%s always decides, whatever the others vote.", list);
    return arena_format(arena, "%s can never decide: whatever the others vote, %s changes nothing.",
                        list, count == 1 ? "its vote" : "the vote of each");
}

const char *phrases_power_extremes(struct arena *arena, const struct voters *voters,
                                   const struct power *power)
{
    if (!power->known)
        return "";
    return phrases_join(arena, extreme(arena, voters, power, true),
                        extreme(arena, voters, power, false));
}

const char *phrases_power_unknown(struct arena *arena, const struct voters *voters,
                                  const struct power *power)
{
    if (power->gap == POWER_NONE_NEEDED)
        return "Nobody decides: it is carried however they vote.";
    if (power->gap == POWER_OUT_OF_REACH)
        return "Nobody decides: all together have too few votes to carry it.";
    const char *many = phrases_several(arena, (int64_t)voters->count, voters->unit, voters->units);
    if (voters->count > POWER_MEMBERS_MOST)
        return arena_format(arena,
                            "It is not known: the ways in which %s can vote are too many to "
                            "count. It is told of up to %zu.",
                            many, POWER_MEMBERS_MOST);
    return arena_format(arena,
                        "It is not known: the votes of %s are so many that counting what they add "
                        "up to in every way would take too much memory.",
                        many);
}

/* Of one member, then or now: in every second cell. */
static void put_figures(struct arena *arena, const struct power *power, size_t member,
                        const char **figures)
{
    if (!power->known)
        return;
    figures[0] = number_grouped(arena, power->members[member].decides);
    figures[2] = arena_format(arena, "%s%%", power->members[member].banzhaf);
    figures[4] = arena_format(arena, "%s%%", power->members[member].shapley);
}

void phrases_power_figures(struct arena *arena, const struct reweighting *reweighting,
                           size_t practice, const char *figures[POWER_FIGURES])
{
    size_t before = 0;
    for (size_t i = 0; i < practice; i++)
        before += reweighting->practices[i].source != SIZE_LEFT;
    for (size_t i = 0; i < POWER_FIGURES; i++)
        figures[i] = NULL;
    put_figures(arena, &reweighting->power_before, practice, &figures[0]);
    if (reweighting->practices[practice].source != SIZE_LEFT)
        put_figures(arena, &reweighting->power_after, before, &figures[1]);
}

/* ---- Who decides most often, and whose vote comes to decide more or less often */

/* Of a practice that stays: in so many ways then and now. */
struct decides {
    const char *name;
    int64_t then, now;
};

/* Those that stay, in the roll's order; *count of them. */
static const struct decides *staying(struct arena *arena, const struct reweighting *reweighting,
                                     size_t *count)
{
    struct decides *all = arena_alloc(arena, reweighting->staying, sizeof *all);
    *count = 0;
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        if (reweighting->practices[i].source == SIZE_LEFT)
            continue;
        struct decides *one = &all[*count];
        one->name = reweighting->practices[i].practice;
        if (reweighting->power_before.known)
            one->then = reweighting->power_before.members[i].decides;
        one->now = reweighting->power_after.members[(*count)++].decides;
    }
    return all;
}

/* "it decides in 172 of 512 ways, and decided in 152 of 512" */
static const char *ways(struct arena *arena, const struct reweighting *reweighting,
                        const struct decides *one)
{
    const char *now =
        arena_format(arena, "it decides in %s of %s ways", number_grouped(arena, one->now),
                     number_grouped(arena, reweighting->power_after.ways));
    if (!reweighting->power_before.known)
        return now;
    return arena_format(arena, "%s, and decided in %s of %s", now, number_grouped(arena, one->then),
                        number_grouped(arena, reweighting->power_before.ways));
}

/* "Wallingford Medical Centre decides most often: it decides in ...", of several without figures,
 * as those are not the same then. */
static const char *named(struct arena *arena, const struct reweighting *reweighting,
                         const struct decides *const *most, size_t count, const char *one,
                         const char *several)
{
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = most[i]->name;
    if (count == 1)
        return arena_format(arena, "%s %s: %s.", names[0], one, ways(arena, reweighting, most[0]));
    return arena_format(arena, "%s %s.", text_list(arena, names, count, "and"), several);
}

/* How much more often, in ways of as many members as there may be: both numbers of ways are powers
 * of 2. */
static int64_t gain(const struct reweighting *reweighting, const struct decides *one)
{
    int64_t most = INT64_C(1) << (POWER_MEMBERS_MOST - 1);
    return one->now * (most / reweighting->power_after.ways) -
           one->then * (most / reweighting->power_before.ways);
}

enum measure_of_power {
    DECIDES,
    GAINS,
    LOSES,
};

static int64_t measured(const struct reweighting *reweighting, const struct decides *one,
                        enum measure_of_power measure)
{
    if (measure == DECIDES)
        return one->now;
    return measure == GAINS ? gain(reweighting, one) : -gain(reweighting, one);
}

/* Those of the greatest measure above nought, unless that is all of them; NULL where there are
 * none. */
static const char *of_most(struct arena *arena, const struct reweighting *reweighting,
                           enum measure_of_power measure, const char *one, const char *several)
{
    size_t count, found = 0;
    const struct decides *all = staying(arena, reweighting, &count);
    const struct decides **most = arena_alloc(arena, count, sizeof *most);
    int64_t greatest = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t here = measured(reweighting, &all[i], measure);
        if (here > greatest) {
            greatest = here;
            found = 0;
        }
        if (here == greatest && here > 0)
            most[found++] = &all[i];
    }
    return found == 0 || found == count ? NULL
                                        : named(arena, reweighting, most, found, one, several);
}

const char *phrases_power_most(struct arena *arena, const struct reweighting *reweighting)
{
    return !reweighting->power_after.known
               ? NULL
               : of_most(arena, reweighting, DECIDES, "decides most often", "decide most often");
}

const char *phrases_power_moved(struct arena *arena, const struct reweighting *reweighting,
                                bool gains)
{
    if (!reweighting->power_before.known || !reweighting->power_after.known)
        return NULL;
    return gains ? of_most(arena, reweighting, GAINS, "gains most", "gain most")
                 : of_most(arena, reweighting, LOSES, "loses most", "lose most");
}

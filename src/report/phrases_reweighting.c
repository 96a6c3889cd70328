/* SPDX-License-Identifier: MIT */
#include "phrases_reweighting.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* Of the practices whose weights moved so many are told. */
enum {
    MOVED_MOST = 3
};

const char *phrases_date_or(struct arena *arena, struct date date, const char *otherwise)
{
    return date_given(date) ? arena_format(arena, "at %s", date_long(arena, date)) : otherwise;
}

const char *phrases_sizes_title(struct arena *arena, const struct reweighting *reweighting)
{
    const char *before = phrases_date_or(arena, reweighting->before_at, "before");
    if (!date_given(reweighting->as_at))
        return arena_format(arena, "New list sizes beside those %s", before);
    return arena_format(arena, "List sizes at %s beside those %s",
                        date_long(arena, reweighting->as_at), before);
}

/* "It has 9 practices, not 10." */
static const char *fewer_members(struct arena *arena, const struct reweighting *reweighting)
{
    if (reweighting->staying == reweighting->practice_count)
        return "";
    return arena_format(arena, "It has %s, not %zu.",
                        phrases_sizes_members(arena, reweighting, reweighting->staying),
                        reweighting->practice_count);
}

bool phrases_sizes_shares_known(const struct reweighting *reweighting)
{
    return reweighting->locality != NULL && reweighting->votes_in_all > 0 &&
           reweighting->share_before.known && reweighting->share_after.known;
}

/* "The locality's votes go from 1.27 to 1.26 of 10, and the roll ": what a lead asks first. */
static const char *beginning(struct arena *arena, const struct reweighting *reweighting)
{
    const char *before = reweighting->share_before.votes, *after = reweighting->share_after.votes;
    const char *all = number_grouped(arena, reweighting->votes_in_all);
    if (!phrases_sizes_shares_known(reweighting))
        return "The roll ";
    if (strcmp(before, after) == 0)
        return arena_format(arena, "The locality's votes stay at %s of %s, and the roll ", after,
                            all);
    return arena_format(arena, "The locality's votes go from %s to %s of %s, and the roll ", before,
                        after, all);
}

const char *phrases_sizes_result(struct arena *arena, const struct reweighting *reweighting)
{
    int64_t before = reweighting->before;
    int64_t after = reweighting->after;
    bool grows = after > before;
    const char *now = phrases_measured(arena, &reweighting->terms, after);
    const char *change =
        before == after
            ? arena_format(arena, "stays at %s.", now)
            : arena_format(arena, "%s from %s to %s: %s %s (%s%%).", grows ? "grows" : "falls",
                           number_grouped(arena, before), now,
                           number_grouped(arena, grows ? after - before : before - after),
                           grows ? "more" : "fewer", reweighting->percent_change);
    return phrases_join(arena, arena_format(arena, "%s%s", beginning(arena, reweighting), change),
                        fewer_members(arena, reweighting));
}

const char *phrases_sizes_finding(struct arena *arena, const struct reweighting *reweighting)
{
    if (!phrases_sizes_shares_known(reweighting))
        return phrases_measured(arena, &reweighting->terms, reweighting->after);
    return arena_format(arena, "%s of %s", reweighting->share_after.votes,
                        phrases_votes_number(arena, reweighting->votes_in_all, 0));
}

/* The share that a tally tells goes by the table of localities, which no new roll changes. */
static const char *renew_localities(struct arena *arena, const struct reweighting *reweighting)
{
    const struct share_figures *after = &reweighting->share_after;
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0 ||
        !reweighting->share_before.known)
        return "";
    const char *total =
        !after->known ? ""
                      : arena_format(arena, " and %s in all", number_grouped(arena, after->total));
    return arena_format(arena,
                        "The share that a tally tells goes by the table of localities, which "
                        "still has %s for %s. Put this year's populations of all localities into a "
                        "copy of it, with their date, %s for this locality%s, take its published "
                        "votes out, and count with %s and the copy.",
                        number_grouped(arena, reweighting->share_before.population),
                        reweighting->locality, number_grouped(arena, reweighting->after), total,
                        reweighting->written_to);
}

static size_t localities_unknown(const struct reweighting *reweighting)
{
    size_t unknown = 0;
    for (size_t i = 0; i < reweighting->locality_count; i++)
        unknown += reweighting->localities[i].after == 0;
    return unknown;
}

/* "Adopted: practices.csv and localities.csv have them as a column of 1 April 2026." */
static const char *adopted(struct arena *arena, const struct reweighting *reweighting)
{
    size_t count = reweighting->adopted_count, unknown = localities_unknown(reweighting);
    const char *tables = text_list(arena, reweighting->adopted, count, "and");
    const char *day = date_long(arena, reweighting->as_at);
    const char *have = count == 1 ? "has" : "have";
    const char *said =
        reweighting->adopted_before
            ? arena_format(arena, "Nothing was written: %s %s these figures of %s already.", tables,
                           have, day)
            : arena_format(
                  arena,
                  "Adopted: %s %s a column more, of %s. What stood there stays, and a vote "
                  "of an earlier day is counted by it.",
                  tables, have, day);
    if (unknown == 0)
        return said;
    return phrases_join(
        arena, said,
        arena_format(arena,
                     "The %s of %s %s not known and left blank: the file does not say which "
                     "practice is in which locality.",
                     unknown == 1 ? "population" : "populations",
                     phrases_several(arena, (int64_t)unknown, "other locality", "other localities"),
                     unknown == 1 ? "is" : "are"));
}

const char *phrases_sizes_written(struct arena *arena, const struct reweighting *reweighting)
{
    if (reweighting->adopted_count > 0)
        return adopted(arena, reweighting);
    if (reweighting->written_to == NULL)
        return "Not written, because no file was named for it.";
    return phrases_join(arena, arena_format(arena, "Written to %s.", reweighting->written_to),
                        renew_localities(arena, reweighting));
}

/* "The 64 practices of area 10Q in the file have 825,993 patients." and what is made of them where
 * the roll has others. */
static const char *in_the_file(struct arena *arena, const struct reweighting *reweighting)
{
    const char *used = reweighting->area_sum == reweighting->area_in_file
                           ? ""
                           : arena_format(arena, "; with the roll's list sizes they are %s",
                                          number_grouped(arena, reweighting->area_sum));
    return arena_format(
        arena, "The %s of area %s in the file %s %s%s.",
        phrases_several(arena, (int64_t)reweighting->area_practices, "practice", "practices"),
        reweighting->area, reweighting->area_practices == 1 ? "has" : "have",
        phrases_measured(arena, &reweighting->terms, reweighting->area_in_file), used);
}

const char *phrases_sizes_area(struct arena *arena, const struct reweighting *reweighting)
{
    bool summed = reweighting->area != NULL && reweighting->area_in_file > 0;
    const char *sum = summed ? in_the_file(arena, reweighting) : "";
    if (reweighting->total_of_localities)
        return phrases_join(
            arena,
            arena_format(arena, "The localities add up to %s.",
                         phrases_measured(arena, &reweighting->terms, reweighting->area_total)),
            sum);
    if (reweighting->total_stated)
        return phrases_join(
            arena,
            arena_format(arena, "The total of %s was stated.",
                         phrases_measured(arena, &reweighting->terms, reweighting->area_total)),
            sum);
    return summed ? sum : NULL;
}

const char *phrases_sizes_layout(struct arena *arena, const struct reweighting *reweighting)
{
    return reweighting->of_own_table
               ? "A plain list of practices and list sizes, which is none of the NHS's files."
               : arena_format(arena, "%s, as the NHS calls its files of this kind.",
                              reweighting->layout);
}

const char *phrases_sizes_needed(struct arena *arena, const struct reweighting *reweighting,
                                 bool now)
{
    const struct power *power = now ? &reweighting->power_after : &reweighting->power_before;
    struct voters voters = phrases_sizes_voters(arena, reweighting, now);
    if (!power->known && power->gap == POWER_TOO_LARGE)
        return phrases_power_unknown(arena, &voters, power);
    int64_t patients = now ? reweighting->after : reweighting->before;
    int64_t votes = now ? reweighting->votes_after : reweighting->votes_before;
    const char *all = votes > 0 ? phrases_votes_number(arena, votes, 0)
                                : phrases_measured(arena, &reweighting->terms, patients);
    const char *text = arena_format(arena, "%s of %s %s needed, when all vote.",
                                    number_grouped(arena, power->quota), all, now ? "are" : "were");
    if (!power->known)
        return phrases_join(arena, text, phrases_power_unknown(arena, &voters, power));
    /* Where a practice left, the explanation above tells the ways of now. */
    if (!now && reweighting->power_after.known && reweighting->power_after.ways != power->ways)
        text =
            arena_format(arena, "%s There were %s ways.", text, number_grouped(arena, power->ways));
    return phrases_join(arena, text, phrases_power_extremes(arena, &voters, power));
}

const char *phrases_sizes_duty(struct arena *arena, const struct reweighting *reweighting)
{
    if (reweighting->clause == NULL)
        return NULL;
    return arena_format(arena,
                        "The votes on the governing body go by the list sizes of 1 April of the "
                        "year (%s).",
                        reweighting->clause);
}

const char *size_source_name(enum size_source source)
{
    static const char *const names[] = {
        [SIZE_FROM_FILE] = "file", [SIZE_KEPT] = "kept", [SIZE_SET] = "set", [SIZE_LEFT] = "left"};
    return names[source];
}

const char *phrases_size_source(struct arena *arena, const struct reweighting *reweighting,
                                const struct practice_change *practice)
{
    const char *after = phrases_measured(arena, &reweighting->terms, practice->after);
    switch (practice->source) {
    case SIZE_FROM_FILE:
        break;
    case SIZE_KEPT:
        return arena_format(arena, "%s keeps its %s, as asked for.", practice->practice, after);
    case SIZE_SET:
        return arena_format(arena, "%s has %s, as stated.", practice->practice, after);
    case SIZE_LEFT:
        return phrases_join(
            arena,
            arena_format(arena, "%s is taken off the roll, as asked for.", practice->practice),
            practice->in_area == 0
                ? ""
                : arena_format(arena, "The county keeps its %s, as the file has them.",
                               phrases_measured(arena, &reweighting->terms, practice->in_area)));
    }
    return NULL;
}

/* "Wallingford Medical Centre from 18.01% to 18.35% (+0.34)" */
static const char *move(struct arena *arena, const struct practice_change *practice)
{
    if (practice->source == SIZE_LEFT)
        return arena_format(arena, "%s from %s%% to none", practice->practice,
                            practice->weight_before);
    return arena_format(arena, "%s from %s%% to %s%% (%s)", practice->practice,
                        practice->weight_before, practice->weight_after, practice->weight_change);
}

static const struct practice_change *of_rank(const struct reweighting *reweighting, size_t rank)
{
    for (size_t i = 0; i < reweighting->practice_count; i++)
        if (reweighting->practices[i].rank == rank)
            return &reweighting->practices[i];
    return NULL;
}

const char *phrases_sizes_moved(struct arena *arena, const struct reweighting *reweighting,
                                bool with_leaving)
{
    const char *moves[MOVED_MOST];
    size_t count = 0;
    for (size_t rank = 1; rank <= reweighting->practice_count && count < MOVED_MOST; rank++) {
        const struct practice_change *practice = of_rank(reweighting, rank);
        if (practice != NULL && strcmp(practice->weight_change, "0.00") != 0 &&
            (with_leaving || practice->source != SIZE_LEFT))
            moves[count++] = move(arena, practice);
    }
    if (count == 0)
        return "No weight moves by as much as 0.01 points.";
    return arena_format(arena, "%s most: %s.",
                        count == 1 ? "The weight that moves" : "The weights that move",
                        text_list(arena, moves, count, "and"));
}

/* "1.27 of 10 votes: 91,732 of 720,029 patients (12.74%)" */
static const char *part(struct arena *arena, const struct reweighting *reweighting,
                        const struct share_figures *share)
{
    return phrases_share(arena, &reweighting->terms, share->votes, reweighting->votes_in_all,
                         share->population, share->total, share->percent_long);
}

const char *phrases_sizes_share(struct arena *arena, const struct reweighting *reweighting)
{
    const struct share_figures *before = &reweighting->share_before;
    const struct share_figures *after = &reweighting->share_after;
    const char *when =
        text_capital(arena, phrases_date_or(arena, reweighting->before_at, "before"));
    const char *has =
        after->known ? arena_format(arena, "The locality has %s.", part(arena, reweighting, after))
                     : "What the locality has now is not known.";
    const char *had =
        before->known ? arena_format(arena, "%s it had %s.", when, part(arena, reweighting, before))
                      : "What it had before is not known.";
    return phrases_join(arena, has, had);
}

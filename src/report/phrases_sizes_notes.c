/* SPDX-License-Identifier: MIT */
#include "phrases_reweighting.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

static bool has_share(const struct reweighting *reweighting)
{
    return reweighting->locality != NULL && reweighting->votes_in_all > 0;
}

static void date_notes(struct note_list *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    if (reweighting->not_first_of_april)
        phrases_add_note(
            all, ANCHOR_SIZES,
            arena_format(arena, "The list sizes are those %s, not those of a 1 April.",
                         phrases_date_or(arena, reweighting->as_at, "of an unknown day")));
    if (reweighting->older)
        phrases_add_note(
            all, ANCHOR_SIZES,
            arena_format(arena,
                         "The list sizes are older than those that they would replace, which are "
                         "those %s.",
                         phrases_date_or(arena, reweighting->before_at, "of an unknown day")));
}

/* "2 practices of area 10Q have no total in the file, so ... is too low: A and B." */
static void suppressed_note(struct note_list *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    size_t count = reweighting->suppressed_count;
    if (count == 0 || reweighting->area == NULL)
        return;
    phrases_add_note(
        all, ANCHOR_AREA,
        arena_format(
            arena,
            "%s of area %s %s no complete total in the file, so what the area adds up to is too "
            "low: %s.",
            phrases_several(arena, (int64_t)count, "practice", "practices"), reweighting->area,
            count == 1 ? "has" : "have", text_list(arena, reweighting->suppressed, count, "and")));
}

/* "A is added with 7,478", "B counts as 9,000 and not as 10,353"; NULL when the file has the same.
 */
static const char *adjustment(struct arena *arena, const struct practice_change *practice)
{
    const char *after = number_grouped(arena, practice->after);
    if (practice->source == SIZE_LEFT || practice->after == practice->in_area)
        return NULL;
    if (practice->in_area > 0)
        return arena_format(arena, "%s counts as %s and not as %s", practice->practice, after,
                            number_grouped(arena, practice->in_area));
    if (practice->file_area == NULL || practice->source != SIZE_FROM_FILE)
        return arena_format(arena, "%s is added with %s", practice->practice, after);
    return arena_format(
        arena, "%s is added with %s, which the file has in %s", practice->practice, after,
        practice->file_area[0] == '\0' ? "no area"
                                       : arena_format(arena, "area %s", practice->file_area));
}

/* How the area's total came to hold the whole locality. */
static void adjustment_note(struct note_list *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    const char **changes = arena_alloc(arena, reweighting->practice_count, sizeof *changes);
    size_t count = 0;
    for (size_t i = 0; i < reweighting->practice_count && reweighting->area != NULL; i++) {
        const char *change = adjustment(arena, &reweighting->practices[i]);
        if (change != NULL)
            changes[count++] = change;
    }
    if (count == 0)
        return;
    phrases_add_note(
        all, ANCHOR_AREA,
        arena_format(arena,
                     "So that the county holds the whole locality, what the file has for area %s "
                     "was changed from %s to %s: %s.",
                     reweighting->area, number_grouped(arena, reweighting->area_in_file),
                     number_grouped(arena, reweighting->area_sum),
                     text_list(arena, changes, count, "and")));
}

static const char *no_total(const struct reweighting *reweighting)
{
    if (reweighting->area_in_doubt)
        return "What the area adds up to is more than twice what the table of localities has for "
               "the county, or less than half, so the county's total is not known and the share "
               "is left out.";
    if (!reweighting->has_areas)
        return "The file does not tell which area a practice is in, so the county's total is not "
               "known and the share is left out.";
    return "No area was found to add up, so the county's total is not known and the share is left "
           "out.";
}

/* Whose patients the county's total of now is. */
static const char *added_up(const struct reweighting *reweighting)
{
    if (reweighting->total_of_localities)
        return "the practices that county.csv puts into the localities";
    return reweighting->area_sum == reweighting->area_in_file
               ? "every practice of the area in the file"
               : "every practice of the area in the file, with the roll's list sizes";
}

static void sizes_share_notes(struct note_list *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    const struct share_figures *before = &reweighting->share_before;
    if (!reweighting->share_after.known)
        phrases_add_note(all, ANCHOR_SHARE, no_total(reweighting));
    else if (before->known && !reweighting->total_stated)
        phrases_add_note(
            all, ANCHOR_SHARE,
            arena_format(
                arena, "The total of %s is from the table of localities, that of %s from %s.",
                number_grouped(arena, before->total),
                number_grouped(arena, reweighting->share_after.total), added_up(reweighting)));
    if (!before->known)
        phrases_add_note(all, ANCHOR_SHARE, "No table of localities tells the share before.");
    else if (before->population != reweighting->before)
        phrases_add_note(
            all, ANCHOR_SHARE,
            arena_format(arena, "The table of localities gave the locality %s; the roll had %s.",
                         phrases_measured(arena, &reweighting->terms, before->population),
                         number_grouped(arena, reweighting->before)));
}

/* Said in full where the power is told. */
static void power_note(struct note_list *all, const struct reweighting *reweighting, bool now)
{
    struct arena *arena = all->arena;
    struct voters voters = phrases_sizes_voters(arena, reweighting, now);
    const char *extremes = phrases_power_extremes(
        arena, &voters, now ? &reweighting->power_after : &reweighting->power_before);
    struct date date = now ? reweighting->as_at : reweighting->before_at;
    if (extremes[0] != '\0')
        phrases_add_note(all, ANCHOR_DEPENDS,
                         arena_format(arena, "By the list sizes %s: %s",
                                      phrases_date_or(arena, date, now ? "of now" : "before"),
                                      extremes));
}

struct note_list phrases_sizes_notes(struct arena *arena, const struct reweighting *reweighting)
{
    struct note_list all = phrases_no_notes(arena);
    date_notes(&all, reweighting);
    if (has_share(reweighting))
        sizes_share_notes(&all, reweighting);
    suppressed_note(&all, reweighting);
    adjustment_note(&all, reweighting);
    for (size_t i = 0; i < reweighting->practice_count; i++)
        phrases_add_note(&all, ANCHOR_PRACTICES,
                         phrases_size_source(arena, reweighting, &reweighting->practices[i]));
    if (reweighting->power_decision != NULL) {
        power_note(&all, reweighting, false);
        power_note(&all, reweighting, true);
    }
    return all;
}

const char *phrases_sizes_total(struct arena *arena, const struct reweighting *reweighting)
{
    const char *before = phrases_sizes_members(arena, reweighting, reweighting->practice_count);
    if (reweighting->staying == reweighting->practice_count)
        return before;
    return arena_format(arena, "%s, then %s", before,
                        number_grouped(arena, (int64_t)reweighting->staying));
}

const char *phrases_sizes_leaving(struct arena *arena, const struct reweighting *reweighting)
{
    const char **names = arena_alloc(arena, reweighting->practice_count, sizeof *names);
    size_t count = 0;
    int64_t patients = 0;
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        if (reweighting->practices[i].source != SIZE_LEFT)
            continue;
        names[count++] = reweighting->practices[i].practice;
        patients += reweighting->practices[i].before;
    }
    if (count == 0)
        return "";
    return arena_format(arena, "%s %s the roll, with %s.", text_list(arena, names, count, "and"),
                        count == 1 ? "leaves" : "leave",
                        phrases_measured(arena, &reweighting->terms, patients));
}

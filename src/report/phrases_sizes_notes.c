/* SPDX-License-Identifier: MIT */
#include "phrases_reweighting.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

static bool has_share(const struct reweighting *reweighting)
{
    return reweighting->locality != NULL && reweighting->votes_in_all > 0;
}

static void add(struct note_gathering *all, enum anchor anchor, const char *text)
{
    phrases_add_note(all, anchor, NO_POLL, text);
}

static void date_notes(struct note_gathering *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    if (reweighting->not_first_of_april)
        add(all, ANCHOR_SIZES,
            arena_format(arena, "The list sizes are those %s, not those of a 1 April.",
                         phrases_date_or(arena, reweighting->as_at, "of an unknown day")));
    if (reweighting->older)
        add(all, ANCHOR_SIZES,
            arena_format(arena,
                         "The list sizes are older than those that they would replace, which are "
                         "those %s.",
                         phrases_date_or(arena, reweighting->before_at, "of an unknown day")));
}

/* "2 practices of area 10Q have no total in the file, so ... is too low: A and B." */
static void suppressed_note(struct note_gathering *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    size_t count = reweighting->suppressed_count;
    if (count == 0 || reweighting->area == NULL)
        return;
    add(all, ANCHOR_AREA,
        arena_format(arena,
                     "%s of area %s %s no total in the file, so what the area adds up to is too "
                     "low: %s.",
                     phrases_several(arena, (int64_t)count, "practice", "practices"),
                     reweighting->area, count == 1 ? "has" : "have",
                     text_list(arena, reweighting->suppressed, count, "and")));
}

static const char *no_total(const struct reweighting *reweighting)
{
    if (!reweighting->has_areas)
        return "The file does not tell which area a practice is in, so the county's total is not "
               "known and the share is left out. Give the total with --total.";
    return "No area was found to add up, so the county's total is not known and the share is left "
           "out. Give the area with --area, or the total with --total.";
}

static void share_notes(struct note_gathering *all, const struct reweighting *reweighting)
{
    struct arena *arena = all->arena;
    const struct share_figures *before = &reweighting->share_before;
    if (!reweighting->share_after.known)
        add(all, ANCHOR_SHARE, no_total(reweighting));
    else if (before->known && !reweighting->total_stated)
        add(all, ANCHOR_SHARE,
            arena_format(arena,
                         "The total of %s is from the table of localities, that of %s from every "
                         "practice of the area in the file.",
                         number_grouped(arena, before->total),
                         number_grouped(arena, reweighting->share_after.total)));
    if (!before->known)
        add(all, ANCHOR_SHARE, "No table of localities tells the share before.");
    else if (before->population != reweighting->before)
        add(all, ANCHOR_SHARE,
            arena_format(arena, "The table of localities gave the locality %s; the roll had %s.",
                         phrases_patients(arena, before->population),
                         number_grouped(arena, reweighting->before)));
}

struct note_list phrases_sizes_notes(struct arena *arena, const struct reweighting *reweighting)
{
    struct note_gathering all = {.arena = arena};
    date_notes(&all, reweighting);
    suppressed_note(&all, reweighting);
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const char *source = phrases_size_source(arena, &reweighting->practices[i]);
        if (source != NULL)
            add(&all, ANCHOR_PRACTICES, source);
    }
    if (has_share(reweighting))
        share_notes(&all, reweighting);
    return (struct note_list){all.notes, all.count};
}

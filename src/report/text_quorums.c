/* SPDX-License-Identifier: MIT */
#include "text_reweighting.h"

#include "phrases_county.h"

static const char *label_of(bool now)
{
    return now ? "Now" : "Then";
}

static void quorum(const struct page *page, const struct reweighting *reweighting,
                   const struct reach *reach, bool now)
{
    struct arena *arena = page->arena;
    struct reached reached = phrases_reached(arena, reweighting, reach, now);
    page_paragraph(page, label_of(now), phrases_reach(arena, &reached));
    size_t count = 0;
    const char *const *items = phrases_reach_items(arena, &reached, &count);
    for (size_t i = 0; i < count; i++)
        page_item(page, items[i]);
}

void text_quorums(const struct page *page, const struct reweighting *reweighting)
{
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        size_t count = 0;
        const struct quorum_change *const *alike =
            phrases_quorums_alike(page->arena, reweighting, i, &count);
        if (count == 0)
            continue;
        page_blank(page);
        for (size_t j = 0; j < count; j++)
            page_line(page, arena_format(page->arena, "Quorum: %s (%s)", alike[j]->text,
                                         alike[j]->decisions));
        quorum(page, reweighting, &alike[0]->before, false);
        quorum(page, reweighting, &alike[0]->after, true);
    }
}

static void power_table(const struct page *page, const struct reweighting *reweighting)
{
    static const struct page_group groups[] = {
        {1, "Decides"}, {3, "Banzhaf"}, {5, "Shapley-Shubik"}};
    struct page_table table = {.columns = 1 + POWER_FIGURES, .groups = groups, .group_count = 3};
    page_blank(page);
    page_table_row(page, &table,
                   (const char *const[]){phrases_capital(page->arena, reweighting->unit), "Then",
                                         "Now", "Then", "Now", "Then", "Now"});
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const char *cells[1 + POWER_FIGURES] = {reweighting->practices[i].practice};
        phrases_power_figures(page->arena, reweighting, i, &cells[1]);
        page_table_row(page, &table, cells);
    }
    page_table_end(page, &table);
}

void text_powers(const struct page *page, const struct reweighting *reweighting)
{
    struct arena *arena = page->arena;
    bool then = reweighting->power_before.known;
    bool now = reweighting->power_after.known;
    if (reweighting->power_decision == NULL)
        return;
    page_blank(page);
    page_line(page, arena_format(arena, "Voting power (%s)", reweighting->power_decision));
    if (then || now) {
        struct voters voters = phrases_sizes_voters(arena, reweighting, now);
        page_line(page,
                  phrases_power(arena, &voters,
                                now ? &reweighting->power_after : &reweighting->power_before));
    }
    page_paragraph(page, label_of(false), phrases_sizes_needed(arena, reweighting, false));
    page_paragraph(page, label_of(true), phrases_sizes_needed(arena, reweighting, true));
    if (then || now)
        power_table(page, reweighting);
}

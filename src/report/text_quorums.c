/* SPDX-License-Identifier: MIT */
#include "text_reweighting.h"

#include "phrases_county.h"
#include "quorate/ratio.h"

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
    size_t shown = phrases_reach_groups(&reached);
    for (size_t i = 0; i < shown; i++)
        page_item(page, phrases_reach_group(arena, &reached, i));
    if (shown > 0 && reach->sets > shown)
        page_item(page, arena_format(arena, "and %s",
                                     phrases_several(arena, (int64_t)(reach->sets - shown),
                                                     "other group", "other groups")));
}

void text_quorums(const struct page *page, const struct reweighting *reweighting)
{
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        const struct quorum_change *change = &reweighting->quorums[i];
        if (phrases_quorum_told(reweighting, i))
            continue;
        page_blank(page);
        for (size_t j = i; j < reweighting->quorum_count; j++)
            if (phrases_quorums_same(change, &reweighting->quorums[j]))
                page_line(page,
                          arena_format(page->arena, "Quorum: %s (%s)", reweighting->quorums[j].text,
                                       reweighting->quorums[j].decisions));
        quorum(page, reweighting, &change->before, false);
        quorum(page, reweighting, &change->after, true);
    }
}

/* The cells of one practice, then or now, in every second column; empty when it has none. */
static void power_cells(struct arena *arena, const struct power *power, size_t place, bool there,
                        const char **cells)
{
    if (!power->known || !there)
        return;
    const struct member_power *member = &power->members[place];
    cells[0] = number_grouped(arena, member->decides);
    cells[2] = arena_format(arena, "%s%%", member->banzhaf);
    cells[4] = arena_format(arena, "%s%%", member->shapley);
}

static void power_table(const struct page *page, const struct reweighting *reweighting)
{
    static const struct page_group groups[] = {
        {1, "Decides"}, {3, "Banzhaf"}, {5, "Shapley-Shubik"}};
    struct page_table table = {.columns = 7, .groups = groups, .group_count = 3};
    size_t staying = 0;
    page_blank(page);
    page_table_row(page, &table,
                   (const char *const[]){phrases_capital(page->arena, reweighting->unit), "Then",
                                         "Now", "Then", "Now", "Then", "Now"});
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        bool stays = reweighting->practices[i].source != SIZE_LEFT;
        const char *cells[7] = {reweighting->practices[i].practice};
        power_cells(page->arena, &reweighting->power_before, i, true, &cells[1]);
        power_cells(page->arena, &reweighting->power_after, staying, stays, &cells[2]);
        staying += stays ? 1 : 0;
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

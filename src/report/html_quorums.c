/* SPDX-License-Identifier: MIT */
#include "html_reweighting.h"

#include "phrases_county.h"
#include "phrases_reweighting.h"
#include "quorate/ratio.h"

/* Then or now: what is needed, and the first of the groups that make it. */
static void quorum(const struct html *html, const struct reweighting *reweighting,
                   const struct reach *reach, bool now)
{
    struct arena *arena = html->arena;
    struct reached reached = phrases_reached(arena, reweighting, reach, now);
    html_fact(html, now ? html_now(html, reweighting) : html_then(html, reweighting),
              phrases_reach(arena, &reached));
    size_t shown = phrases_reach_groups(&reached);
    if (shown == 0)
        return;
    html_start(html, "dd", NULL);
    html_start(html, "ul", NULL);
    html_break(html);
    for (size_t i = 0; i < shown; i++) {
        html_element(html, "li", phrases_capital(arena, phrases_reach_group(arena, &reached, i)));
        html_break(html);
    }
    if (reach->sets > shown)
        html_element(html, "li",
                     arena_format(arena, "And %s",
                                  phrases_several(arena, (int64_t)(reach->sets - shown),
                                                  "other group", "other groups")));
    html_end(html, "ul");
    html_end(html, "dd");
    html_break(html);
}

void html_quorums(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        const struct quorum_change *change = &reweighting->quorums[i];
        if (phrases_quorum_told(reweighting, i))
            continue;
        html_section_start(html, arena_format(arena, "quorum-%zu", i + 1),
                           arena_format(arena, "Quorum: %s", change->text));
        for (size_t j = i; j < reweighting->quorum_count; j++)
            if (phrases_quorums_same(change, &reweighting->quorums[j]))
                html_paragraph(html,
                               arena_format(arena, "%s (%s)",
                                            phrases_capital(arena, reweighting->quorums[j].text),
                                            reweighting->quorums[j].decisions));
        html_facts_start(html);
        quorum(html, reweighting, &change->before, false);
        quorum(html, reweighting, &change->after, true);
        html_facts_end(html);
        html_section_end(html);
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

static void power_table(const struct html *html, const struct reweighting *reweighting)
{
    enum {
        COLUMNS = 7
    };
    const struct html_column columns[COLUMNS] = {
        {phrases_capital(html->arena, reweighting->unit), false},
        {"Decided then", true},
        {"Decides now", true},
        {"Banzhaf then", true},
        {"Banzhaf now", true},
        {"Shapley-Shubik then", true},
        {"Shapley-Shubik now", true},
    };
    struct html_table table = {.columns = columns, .count = COLUMNS};
    size_t staying = 0;
    html_table_start(html, &table, "How often each vote decides, then and now");
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        bool stays = reweighting->practices[i].source != SIZE_LEFT;
        const char *cells[COLUMNS] = {reweighting->practices[i].practice};
        power_cells(html->arena, &reweighting->power_before, i, true, &cells[1]);
        power_cells(html->arena, &reweighting->power_after, staying, stays, &cells[2]);
        staying += stays ? 1 : 0;
        html_row(html, &table, cells);
    }
    html_table_end(html);
}

void html_powers(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    const struct power *after = &reweighting->power_after;
    bool any = reweighting->power_before.known || after->known;
    if (reweighting->power_decision == NULL)
        return;
    html_section_start(html, "power", "Voting power");
    html_paragraph(html, arena_format(arena, "For: %s.", reweighting->power_decision));
    if (any) {
        struct voters voters = phrases_sizes_voters(arena, reweighting, after->known);
        html_paragraph(
            html, phrases_power(arena, &voters, after->known ? after : &reweighting->power_before));
    }
    html_facts_start(html);
    html_fact(html, html_then(html, reweighting), phrases_sizes_needed(arena, reweighting, false));
    html_fact(html, html_now(html, reweighting), phrases_sizes_needed(arena, reweighting, true));
    html_facts_end(html);
    if (any)
        power_table(html, reweighting);
    html_section_end(html);
}

/* SPDX-License-Identifier: MIT */
#include "html_reweighting.h"

#include "phrases_county.h"
#include "phrases_reweighting.h"

/* Then or now: what is needed, and the first of the groups that make it. */
static void quorum(const struct html *html, const struct reweighting *reweighting,
                   const struct reach *reach, bool now)
{
    struct arena *arena = html->arena;
    struct reached reached = phrases_reached(arena, reweighting, reach, now);
    html_fact(html, now ? html_now(html, reweighting) : html_then(html, reweighting),
              phrases_reach(arena, &reached));
    size_t count = 0;
    const char *const *items = phrases_reach_items(arena, &reached, &count);
    if (count == 0)
        return;
    html_start(html, "dd", NULL);
    html_start(html, "ul", NULL);
    html_break(html);
    for (size_t i = 0; i < count; i++) {
        html_element(html, "li", phrases_capital(arena, items[i]));
        html_break(html);
    }
    html_end(html, "ul");
    html_end(html, "dd");
    html_break(html);
}

void html_quorums(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        size_t count = 0;
        const struct quorum_change *const *alike =
            phrases_quorums_alike(arena, reweighting, i, &count);
        if (count == 0)
            continue;
        html_section_start(html, arena_format(arena, "quorum-%zu", i + 1),
                           arena_format(arena, "Quorum: %s", alike[0]->text));
        for (size_t j = 0; j < count; j++)
            html_paragraph(html,
                           arena_format(arena, "%s (%s)", phrases_capital(arena, alike[j]->text),
                                        alike[j]->decisions));
        html_facts_start(html);
        quorum(html, reweighting, &alike[0]->before, false);
        quorum(html, reweighting, &alike[0]->after, true);
        html_facts_end(html);
        html_section_end(html);
    }
}

static void power_table(const struct html *html, const struct reweighting *reweighting)
{
    const struct html_column columns[1 + POWER_FIGURES] = {
        {phrases_capital(html->arena, reweighting->unit), false},
        {"Decided then", true},
        {"Decides now", true},
        {"Banzhaf then", true},
        {"Banzhaf now", true},
        {"Shapley-Shubik then", true},
        {"Shapley-Shubik now", true},
    };
    struct html_table table = {.columns = columns, .count = 1 + POWER_FIGURES};
    html_table_start(html, &table, "How often each vote decides, then and now");
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const char *cells[1 + POWER_FIGURES] = {reweighting->practices[i].practice};
        phrases_power_figures(html->arena, reweighting, i, &cells[1]);
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

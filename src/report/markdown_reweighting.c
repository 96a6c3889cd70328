/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "phrases_county.h"
#include "phrases_reweighting.h"
#include "quorate/ratio.h"
#include "quorate/report.h"
#include "quorate/text.h"

enum {
    SIZE_COLUMNS = 8,
    POWER_COLUMNS = 1 + POWER_FIGURES,
};

static void facts(const struct markdown *markdown, const struct reweighting *reweighting)
{
    struct arena *arena = markdown->arena;
    markdown_fact(
        markdown, "Result",
        markdown_noted(markdown, phrases_sizes_result(arena, reweighting), NO_POLL, ANCHOR_SIZES));
    markdown_fact(markdown, "New roll", phrases_sizes_written(arena, reweighting));
    const char *area = phrases_sizes_area(arena, reweighting);
    if (area != NULL)
        markdown_fact(markdown, "County", markdown_noted(markdown, area, NO_POLL, ANCHOR_AREA));
    markdown_break(markdown);
}

/* "+35", "-300", "0" */
static const char *change(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%s%s", number > 0 ? "+" : "", number_grouped(arena, number));
}

static void size_row(const struct markdown *markdown, const struct practice_change *practice)
{
    static const char *const marks[] = {
        [SIZE_FROM_FILE] = "", [SIZE_KEPT] = "kept ", [SIZE_SET] = "set ", [SIZE_LEFT] = ""};
    struct arena *arena = markdown->arena;
    bool left = practice->source == SIZE_LEFT;
    markdown_row(markdown,
                 (const char *const[SIZE_COLUMNS]){
                     practice->practice,
                     number_grouped(arena, practice->before),
                     left ? "left"
                          : arena_format(arena, "%s%s", marks[practice->source],
                                         number_grouped(arena, practice->after)),
                     change(arena, practice->change),
                     markdown_percent(markdown, practice->percent_change),
                     markdown_percent(markdown, practice->weight_before),
                     left ? NULL : markdown_percent(markdown, practice->weight_after),
                     practice->weight_change,
                 },
                 SIZE_COLUMNS);
}

static void sizes(const struct markdown *markdown, const struct reweighting *reweighting)
{
    struct arena *arena = markdown->arena;
    markdown_heading(markdown, 2,
                     markdown_noted(markdown, "List sizes", NO_POLL, ANCHOR_PRACTICES));
    markdown_head(markdown,
                  (const char *const[SIZE_COLUMNS]){phrases_capital(arena, reweighting->unit),
                                                    "Then", "Now", "Change", "Change in percent",
                                                    "Weight then", "Weight now", "Points"},
                  SIZE_COLUMNS, 1);
    for (size_t i = 0; i < reweighting->practice_count; i++)
        size_row(markdown, &reweighting->practices[i]);
    markdown_row(markdown,
                 (const char *const[SIZE_COLUMNS]){
                     phrases_sizes_total(arena, reweighting),
                     number_grouped(arena, reweighting->before),
                     number_grouped(arena, reweighting->after),
                     change(arena, reweighting->after - reweighting->before),
                     markdown_percent(markdown, reweighting->percent_change),
                     "100.00%",
                     "100.00%",
                     NULL,
                 },
                 SIZE_COLUMNS);
    markdown_break(markdown);
    markdown_paragraph(markdown, phrases_sizes_moved(arena, reweighting, true));
}

static void governing_body(const struct markdown *markdown, const struct reweighting *reweighting)
{
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0)
        return;
    markdown_heading(markdown, 2, "Governing Body");
    markdown_paragraph(markdown,
                       markdown_noted(markdown, phrases_sizes_share(markdown->arena, reweighting),
                                      NO_POLL, ANCHOR_SHARE));
}

static void reach(const struct markdown *markdown, const struct reweighting *reweighting,
                  const struct reach *figures, bool now)
{
    struct arena *arena = markdown->arena;
    struct reached reached = phrases_reached(arena, reweighting, figures, now);
    markdown_fact(markdown, now ? "Now" : "Then", phrases_reach(arena, &reached));
    size_t count = 0;
    const char *const *items = phrases_reach_items(arena, &reached, &count);
    for (size_t i = 0; i < count; i++)
        markdown_item(markdown, items[i]);
}

static void quorums(const struct markdown *markdown, const struct reweighting *reweighting)
{
    struct arena *arena = markdown->arena;
    const char **names = arena_alloc(arena, reweighting->quorum_count, sizeof *names);
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        size_t count = 0;
        const struct quorum_change *const *alike =
            phrases_quorums_alike(arena, reweighting, i, &count);
        if (count == 0)
            continue;
        for (size_t j = 0; j < count; j++)
            names[j] = arena_format(arena, "%s (%s)", alike[j]->text, alike[j]->decisions);
        markdown_heading(markdown, 2,
                         arena_format(arena, "Quorum: %s", text_list(arena, names, count, "and")));
        reach(markdown, reweighting, &alike[0]->before, false);
        reach(markdown, reweighting, &alike[0]->after, true);
        markdown_break(markdown);
    }
}

static void power_table(const struct markdown *markdown, const struct reweighting *reweighting)
{
    markdown_head(markdown,
                  (const char *const[POWER_COLUMNS]){
                      phrases_capital(markdown->arena, reweighting->unit), "Decides then",
                      "Decides now", "Banzhaf then", "Banzhaf now", "Shapley-Shubik then",
                      "Shapley-Shubik now"},
                  POWER_COLUMNS, 1);
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const char *cells[POWER_COLUMNS] = {reweighting->practices[i].practice};
        phrases_power_figures(markdown->arena, reweighting, i, &cells[1]);
        markdown_row(markdown, cells, POWER_COLUMNS);
    }
    markdown_break(markdown);
}

static void powers(const struct markdown *markdown, const struct reweighting *reweighting)
{
    struct arena *arena = markdown->arena;
    bool now = reweighting->power_after.known;
    const struct power *power = now ? &reweighting->power_after : &reweighting->power_before;
    if (reweighting->power_decision == NULL)
        return;
    struct voters voters = phrases_sizes_voters(arena, reweighting, now);
    markdown_heading(markdown, 2,
                     arena_format(arena, "Voting power (%s)", reweighting->power_decision));
    if (power->known)
        markdown_paragraph(markdown, phrases_power(arena, &voters, power));
    markdown_fact(markdown, "Then", phrases_sizes_needed(arena, reweighting, false));
    markdown_fact(markdown, "Now", phrases_sizes_needed(arena, reweighting, true));
    markdown_break(markdown);
    if (power->known)
        power_table(markdown, reweighting);
}

/* What the figures rest on. */
static void basis(const struct markdown *markdown, const struct reweighting *reweighting)
{
    const char *duty = phrases_sizes_duty(markdown->arena, reweighting);
    markdown_heading(markdown, 2, "Basis");
    if (duty != NULL)
        markdown_fact(markdown, "Rule", duty);
    markdown_fact(markdown, "Layout", phrases_sizes_layout(markdown->arena, reweighting));
    markdown_break(markdown);
}

bool report_markdown_reweighting(struct arena *arena, const struct reweighting *reweighting,
                                 struct buffer *out)
{
    struct note_list notes = phrases_sizes_notes(arena, reweighting);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1,
                     reweighting->body == NULL ? reweighting->constitution : reweighting->body);
    markdown_paragraph(&markdown, phrases_sentence(arena, phrases_sizes_title(arena, reweighting)));
    facts(&markdown, reweighting);
    sizes(&markdown, reweighting);
    governing_body(&markdown, reweighting);
    quorums(&markdown, reweighting);
    powers(&markdown, reweighting);
    basis(&markdown, reweighting);
    markdown_notes(&markdown);
    markdown_files(&markdown, reweighting->inputs, reweighting->input_count, reweighting->version);
    return true;
}

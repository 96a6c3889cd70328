/* SPDX-License-Identifier: MIT */
#include "html_reweighting.h"

#include "phrases_reweighting.h"
#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

const char *html_then(const struct html *html, const struct reweighting *reweighting)
{
    return date_given(reweighting->before_at) ? date_long(html->arena, reweighting->before_at)
                                              : "Then";
}

const char *html_now(const struct html *html, const struct reweighting *reweighting)
{
    return date_given(reweighting->as_at) ? date_long(html->arena, reweighting->as_at) : "Now";
}

static const char *percent(const struct html *html, const char *figure)
{
    return arena_format(html->arena, "%s%%", figure);
}

/* "+35", "-300", "0" */
static const char *change(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%s%s", number > 0 ? "+" : "", number_grouped(arena, number));
}

static void summary(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    html_section_start(html, "outcome", "Outcome");
    html_start(html, "div", "class", "outcome open", NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, phrases_patients(arena, reweighting->after));
    html_end(html, "p");
    html_break(html);
    html_noted(html, phrases_sizes_result(arena, reweighting), NO_POLL, ANCHOR_SIZES);
    html_end(html, "div");
    html_break(html);
    html_facts_start(html);
    html_fact(html, "New roll", phrases_sizes_written(arena, reweighting));
    const char *area = phrases_sizes_area(arena, reweighting);
    if (area != NULL) {
        html_fact_label(html, "County");
        html_start(html, "dd", NULL);
        html_text(html, area);
        html_anchors(html, NO_POLL, ANCHOR_AREA);
        html_end(html, "dd");
        html_break(html);
    }
    html_facts_end(html);
    html_section_end(html);
}

/* A size that is not the file's is marked. */
static const char *size_now(struct arena *arena, const struct practice_change *practice)
{
    static const char *const marks[] = {
        [SIZE_FROM_FILE] = "", [SIZE_KEPT] = "kept ", [SIZE_SET] = "set ", [SIZE_LEFT] = ""};
    if (practice->source == SIZE_LEFT)
        return "left";
    return arena_format(arena, "%s%s", marks[practice->source],
                        number_grouped(arena, practice->after));
}

static void size_row(const struct html *html, struct html_table *table,
                     const struct practice_change *practice)
{
    struct arena *arena = html->arena;
    html_row_start(html, table, false);
    html_coded_cell(html, table, practice->practice, practice->code);
    html_cell(html, table, number_grouped(arena, practice->before));
    html_cell(html, table, size_now(arena, practice));
    html_cell(html, table, change(arena, practice->change));
    html_cell(html, table, percent(html, practice->percent_change));
    html_row_end(html);
}

static void total_row(const struct html *html, struct html_table *table, const char *const *cells)
{
    html_row_start(html, table, true);
    for (size_t i = 0; i < table->count; i++)
        html_cell(html, table, cells[i]);
    html_row_end(html);
}

static void sizes(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    const struct html_column columns[] = {
        {phrases_capital(arena, reweighting->unit), false},
        {html_then(html, reweighting), true},
        {html_now(html, reweighting), true},
        {"Change", true},
        {"Change in percent", true},
    };
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    html_section_start(html, "sizes", "List sizes");
    html_size_changes(html, reweighting);
    html_table_start(html, &table, "List sizes, and how they change");
    for (size_t i = 0; i < reweighting->practice_count; i++)
        size_row(html, &table, &reweighting->practices[i]);
    total_row(html, &table,
              (const char *const[]){
                  phrases_sizes_total(html->arena, reweighting),
                  number_grouped(arena, reweighting->before),
                  number_grouped(arena, reweighting->after),
                  change(arena, reweighting->after - reweighting->before),
                  percent(html, reweighting->percent_change),
              });
    html_table_end(html);
    for (size_t i = 0; i < html->notes->count; i++)
        if (html->notes->notes[i].anchor == ANCHOR_PRACTICES) {
            html_noted(html, "Notes on these sizes:", NO_POLL, ANCHOR_PRACTICES);
            break;
        }
    html_section_end(html);
}

static void weights(const struct html *html, const struct reweighting *reweighting)
{
    struct arena *arena = html->arena;
    const struct html_column columns[] = {
        {phrases_capital(arena, reweighting->unit), false},
        {html_then(html, reweighting), true},
        {html_now(html, reweighting), true},
        {"Percentage points", true},
    };
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    html_section_start(html, "weights", "Weights by list size");
    html_weight_changes(html, reweighting);
    html_table_start(html, &table, "Weights, and how many percentage points they move");
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        bool left = practice->source == SIZE_LEFT;
        html_row(html, &table,
                 (const char *const[]){
                     practice->practice,
                     percent(html, practice->weight_before),
                     left ? "left" : percent(html, practice->weight_after),
                     practice->weight_change,
                 });
    }
    total_row(html, &table,
              (const char *const[]){phrases_sizes_total(html->arena, reweighting), "100.00%",
                                    "100.00%", NULL});
    html_table_end(html);
    html_section_end(html);
}

/* The row as the constitution's table has it, to be put in its place. */
static void locality_table(const struct html *html, const struct reweighting *reweighting)
{
    static const struct html_column columns[] = {
        {"Locality", false}, {"Population", true}, {"Share", true}, {"Votes", true}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    const struct share_figures *now = &reweighting->share_after;
    html_table_start(html, &table, "The locality's new row in the constitution's table");
    html_row(html, &table,
             (const char *const[]){
                 arena_format(html->arena, "%s (%s)", reweighting->locality,
                              phrases_several(html->arena, (int64_t)reweighting->staying,
                                              reweighting->unit, reweighting->units)),
                 number_grouped(html->arena, now->population),
                 percent(html, now->percent),
                 now->votes,
             });
    html_table_end(html);
}

static void share(const struct html *html, const struct reweighting *reweighting)
{
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0)
        return;
    html_section_start(html, "governing-body", "Governing Body");
    html_noted(html, phrases_sizes_share(html->arena, reweighting), NO_POLL, ANCHOR_SHARE);
    html_share_change(html, reweighting);
    if (reweighting->share_after.known)
        locality_table(html, reweighting);
    html_section_end(html);
}

/* What the figures rest on. */
static void basis(const struct html *html, const struct reweighting *reweighting)
{
    const char *duty = phrases_sizes_duty(html->arena, reweighting);
    html_section_start(html, "basis", "Basis");
    html_facts_start(html);
    if (duty != NULL)
        html_fact(html, "Rule", duty);
    html_fact(html, "Layout", phrases_sizes_layout(html->arena, reweighting));
    html_facts_end(html);
    html_section_end(html);
}

bool report_html_reweighting(struct arena *arena, const struct reweighting *reweighting,
                             struct buffer *out)
{
    struct note_list notes = phrases_sizes_notes(arena, reweighting);
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    struct html_title title = {
        .outcome = phrases_patients(arena, reweighting->after),
        .about = phrases_sizes_title(arena, reweighting),
        .body = reweighting->body == NULL ? reweighting->constitution : reweighting->body,
        .version = reweighting->version,
    };
    html_page_start(&html, &title);
    summary(&html, reweighting);
    sizes(&html, reweighting);
    weights(&html, reweighting);
    share(&html, reweighting);
    html_quorums(&html, reweighting);
    html_powers(&html, reweighting);
    basis(&html, reweighting);
    html_notes(&html);
    html_files(&html, reweighting->inputs, reweighting->input_count);
    html_page_end(&html, reweighting->version);
    return true;
}

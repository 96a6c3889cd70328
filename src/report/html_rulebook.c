/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "html.h"
#include "phrases_rulebook.h"

static void rules(const struct html *html, const struct rulebook *rulebook, const char *caption,
                  const struct basis *basis, size_t count)
{
    static const struct html_column columns[] = {
        {"Rule", false}, {"In force", false}, {"Where it comes from", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    struct arena *arena = html->arena;
    html_table_start(html, &table, caption);
    for (size_t i = 0; i < count; i++)
        html_row(html, &table,
                 (const char *const[]){
                     phrases_basis_label(arena, basis[i].kind),
                     phrases_rulebook_meaning(arena, rulebook, &basis[i]),
                     phrases_grounds(arena, &basis[i]),
                 });
    html_table_end(html);
}

/* One reading's rule. What rules are called are words known here, and none of them is torn. */
static void reading_row(const struct html *html, const struct rulebook *rulebook,
                        struct html_table *table, const char *reading, const struct basis *rule)
{
    html_row_start(html, table, false);
    html_name_cell(html, table, reading);
    html_cell_start(html, table);
    html_start(html, "span", "class", "whole", NULL);
    html_text(html, phrases_basis_label(html->arena, rule->kind));
    html_end(html, "span");
    html_cell_end(html, table);
    html_cell(html, table, phrases_rulebook_meaning(html->arena, rulebook, rule));
    html_cell(html, table, phrases_grounds(html->arena, rule));
    html_row_end(html);
}

static void readings(const struct html *html, const struct rulebook *rulebook,
                     const struct decision_rules *decision)
{
    static const struct html_column columns[] = {{"Reading", false},
                                                 {"Rule", false},
                                                 {"Then in force", false},
                                                 {"Where it comes from", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    struct arena *arena = html->arena;
    if (decision->reading_count == 0)
        return;
    html_table_start(html, &table, arena_format(arena, "%s: other readings", decision->title));
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        for (size_t j = 0; j < reading->rule_count; j++)
            reading_row(html, rulebook, &table, reading->name, &reading->rules[j]);
    }
    html_table_end(html);
}

/* The names of decisions come from a table, so a section is called by its place. */
static void decision(const struct html *html, const struct rulebook *rulebook, size_t at)
{
    struct arena *arena = html->arena;
    const struct decision_rules *decision = &rulebook->decisions[at];
    html_section_start(html, arena_format(arena, "decision-%zu", at + 1), decision->title);
    html_paragraph(html, arena_format(arena, "Kind of decision: %s.", decision->decision));
    rules(html, rulebook, arena_format(arena, "%s: the rules in force", decision->title),
          decision->rules, decision->rule_count);
    readings(html, rulebook, decision);
    html_section_end(html);
}

bool report_html_rulebook(struct arena *arena, const struct rulebook *rulebook, struct buffer *out)
{
    struct note_list notes = {0};
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    const struct html_title title = {
        .outcome = "Rules",
        .about = "The rules in use",
        .body = rulebook->body == NULL ? rulebook->constitution : rulebook->body,
        .kind = phrases_rulebook_whose(arena, rulebook),
        .version = rulebook->version,
    };
    html_page_start(&html, &title);
    html_paragraph(&html, phrases_rulebook_guide());
    html_section_start(&html, "body", "The body");
    rules(&html, rulebook, "Rules of the body as a whole", rulebook->rules, rulebook->rule_count);
    html_section_end(&html);
    for (size_t i = 0; i < rulebook->decision_count; i++)
        decision(&html, rulebook, i);
    html_files(&html, rulebook->inputs, rulebook->input_count);
    html_page_end(&html, rulebook->version);
    return true;
}

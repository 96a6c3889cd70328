/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static const char headings[] = "table|decision|title|reading|member|code|what|was|was clause|"
                               "was meaning|is|is clause|is meaning";

static void rule_cells(struct csv *csv, const struct rulebook *edition, const struct basis *rule)
{
    csv_text(csv, rule == NULL ? NULL : rule->text);
    csv_text(csv, rule == NULL ? NULL : rule->clause);
    csv_text(csv, rule == NULL ? NULL : phrases_rulebook_meaning(csv->arena, edition, rule));
}

static void rule_row(struct csv *csv, const struct editions *editions,
                     const struct rule_change *change)
{
    csv_text(csv, "rules");
    csv_text(csv, change->decision == NULL ? "*" : change->decision);
    csv_text(csv, change->title);
    csv_text(csv, change->reading);
    csv_text(csv, NULL);
    csv_text(csv, NULL);
    csv_text(csv, rule_name(change->is == NULL ? change->was->kind : change->is->kind));
    rule_cells(csv, &editions->was, change->was);
    rule_cells(csv, &editions->is, change->is);
    csv_end_row(csv);
}

static void decision_row(struct csv *csv, const struct decision_change *change)
{
    csv_text(csv, "rules");
    csv_text(csv, change->decision);
    csv_text(csv, change->title);
    for (int i = 0; i < 3; i++)
        csv_text(csv, NULL);
    csv_text(csv, change->is_added ? "added" : "dropped");
    for (int i = 0; i < 6; i++)
        csv_text(csv, NULL);
    csv_end_row(csv);
}

static void value_cells(struct csv *csv, const struct member_change *change,
                        const struct edition_value *value)
{
    if (change->what == FACT_AS_AT)
        csv_date(csv, value->date);
    else if (member_fact_is_figure(change->what))
        csv_figure(csv, value->given ? number_canonical(csv->arena, value->number, value->places)
                                     : NULL);
    else
        csv_text(csv, value->text);
    csv_text(csv, NULL);
    csv_text(csv, NULL);
}

static void member_row(struct csv *csv, const struct member_change *change)
{
    csv_text(csv, change->table);
    for (int i = 0; i < 3; i++)
        csv_text(csv, NULL);
    csv_text(csv, change->member);
    csv_text(csv, change->code);
    csv_text(csv, member_fact_name(change->what));
    value_cells(csv, change, &change->was);
    value_cells(csv, change, &change->is);
    csv_end_row(csv);
}

void report_csv_editions(struct arena *arena, const void *value, struct buffer *out)
{
    const struct editions *editions = value;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    for (size_t i = 0; i < editions->decision_count; i++)
        decision_row(&csv, &editions->decisions[i]);
    for (size_t i = 0; i < editions->rule_count; i++)
        rule_row(&csv, editions, &editions->rules[i]);
    for (size_t i = 0; i < editions->member_count; i++)
        member_row(&csv, &editions->members[i]);
}

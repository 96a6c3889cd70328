/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "quorate/report.h"

/* The first five as in rules.csv. */
static const char headings[] =
    "decision|rule|value|clause|reading|title|stated|default|meaning|group";

/* `decision` is NULL for the rules of the body, `reading` for what is in force. */
static void csv_rules(struct csv *csv, const struct rulebook *rulebook,
                      const struct decision_rules *decision, const char *reading,
                      const struct basis *basis, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        csv_text(csv, decision == NULL ? "*" : decision->decision);
        csv_text(csv, rule_name(basis[i].kind));
        csv_text(csv, basis[i].text);
        csv_text(csv, basis[i].clause);
        csv_text(csv, reading);
        csv_text(csv, decision == NULL ? NULL : decision->title);
        csv_text(csv, basis[i].stated ? "yes" : "no");
        csv_text(csv, basis[i].is_default ? "yes" : "no");
        csv_text(csv, phrases_rulebook_meaning(csv->arena, rulebook, &basis[i]));
        csv_text(csv, basis[i].group);
        csv_end_row(csv);
    }
}

void report_csv_rulebook(struct arena *arena, const void *value, struct buffer *out)
{
    const struct rulebook *rulebook = value;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    csv_rules(&csv, rulebook, NULL, NULL, rulebook->rules, rulebook->rule_count);
    for (size_t i = 0; i < rulebook->decision_count; i++) {
        const struct decision_rules *decision = &rulebook->decisions[i];
        csv_rules(&csv, rulebook, decision, NULL, decision->rules, decision->rule_count);
        for (size_t j = 0; j < decision->reading_count; j++)
            csv_rules(&csv, rulebook, decision, decision->readings[j].name,
                      decision->readings[j].rules, decision->readings[j].rule_count);
    }
}

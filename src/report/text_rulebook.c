/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <string.h>

#include "page.h"
#include "phrases_rulebook.h"

static void rules(const struct page *page, const struct rulebook *rulebook,
                  const struct basis *basis, size_t count)
{
    const char *above = "";
    for (size_t i = 0; i < count; i++) {
        const char *label = phrases_basis_label(page->arena, basis[i].kind);
        /* Several rows of one rule stand under one label. */
        page_paragraph(page, strcmp(label, above) == 0 ? NULL : label,
                       phrases_rulebook_rule(page->arena, rulebook, &basis[i]));
        above = label;
    }
}

static void readings(const struct page *page, const struct rulebook *rulebook,
                     const struct decision_rules *decision)
{
    if (decision->reading_count == 0)
        return;
    page_blank(page);
    page_line(page, "Other readings");
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        for (size_t j = 0; j < reading->rule_count; j++)
            page_paragraph(
                page, phrases_basis_label(page->arena, reading->rules[j].kind),
                phrases_rulebook_reading(page->arena, rulebook, reading, &reading->rules[j]));
    }
}

static void decision(const struct page *page, const struct rulebook *rulebook,
                     const struct decision_rules *decision)
{
    page_blank(page);
    page_rule(page);
    page_line(page, decision->title);
    page_blank(page);
    page_paragraph(page, "Kind", decision->decision);
    rules(page, rulebook, decision->rules, decision->rule_count);
    readings(page, rulebook, decision);
}

bool report_text_rulebook(struct arena *arena, const struct rulebook *rulebook, struct buffer *out)
{
    struct note_list notes = {0};
    struct page page = {.arena = arena, .notes = &notes, .out = out};
    page_title(&page, rulebook->body == NULL ? rulebook->constitution : rulebook->body);
    page_line(&page, "The rules in use");
    page_blank(&page);
    page_line(&page, phrases_rulebook_guide());
    page_blank(&page);
    page_paragraph(&page, "Rules", phrases_rulebook_whose(arena, rulebook));
    rules(&page, rulebook, rulebook->rules, rulebook->rule_count);
    for (size_t i = 0; i < rulebook->decision_count; i++)
        decision(&page, rulebook, &rulebook->decisions[i]);
    page_blank(&page);
    page_rule(&page);
    text_files(&page, rulebook->inputs, rulebook->input_count, rulebook->version);
    return true;
}

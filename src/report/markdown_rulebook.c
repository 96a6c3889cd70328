/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "markdown.h"
#include "phrases_rulebook.h"

enum {
    COLUMNS = 3,
    COLUMNS_READING = 4,
};

static void rules(const struct markdown *markdown, const struct rulebook *rulebook,
                  const struct basis *basis, size_t count)
{
    struct arena *arena = markdown->arena;
    markdown_head(markdown, (const char *const[COLUMNS]){"Rule", "In force", "Where it comes from"},
                  COLUMNS, COLUMNS);
    for (size_t i = 0; i < count; i++)
        markdown_row(markdown,
                     (const char *const[COLUMNS]){
                         phrases_basis_label(arena, basis[i].kind),
                         phrases_rulebook_meaning(arena, rulebook, &basis[i]),
                         phrases_grounds(arena, &basis[i]),
                     },
                     COLUMNS);
    markdown_break(markdown);
}

static void readings(const struct markdown *markdown, const struct rulebook *rulebook,
                     const struct decision_rules *decision)
{
    struct arena *arena = markdown->arena;
    if (decision->reading_count == 0)
        return;
    markdown_heading(markdown, 3, "Other readings");
    markdown_head(markdown,
                  (const char *const[COLUMNS_READING]){"Reading", "Rule", "Then in force",
                                                       "Where it comes from"},
                  COLUMNS_READING, COLUMNS_READING);
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        for (size_t j = 0; j < reading->rule_count; j++)
            markdown_row(markdown,
                         (const char *const[COLUMNS_READING]){
                             reading->name,
                             phrases_basis_label(arena, reading->rules[j].kind),
                             phrases_rulebook_meaning(arena, rulebook, &reading->rules[j]),
                             phrases_grounds(arena, &reading->rules[j]),
                         },
                         COLUMNS_READING);
    }
    markdown_break(markdown);
}

bool report_markdown_rulebook(struct arena *arena, const struct rulebook *rulebook,
                              struct buffer *out)
{
    struct note_list notes = {0};
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, "The rules in use");
    markdown_paragraph(
        &markdown,
        phrases_sentence(arena, rulebook->body == NULL ? rulebook->constitution : rulebook->body));
    markdown_paragraph(&markdown, phrases_rulebook_guide());
    markdown_heading(&markdown, 2, phrases_rulebook_whose(arena, rulebook));
    rules(&markdown, rulebook, rulebook->rules, rulebook->rule_count);
    for (size_t i = 0; i < rulebook->decision_count; i++) {
        const struct decision_rules *decision = &rulebook->decisions[i];
        markdown_heading(&markdown, 2, decision->title);
        markdown_paragraph(&markdown,
                           arena_format(arena, "Kind of decision: %s.", decision->decision));
        rules(&markdown, rulebook, decision->rules, decision->rule_count);
        readings(&markdown, rulebook, decision);
    }
    markdown_files(&markdown, rulebook->inputs, rulebook->input_count, rulebook->version);
    return true;
}

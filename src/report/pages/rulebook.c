/* SPDX-License-Identifier: MIT */
#include "../phrases_rulebook.h"

#include <string.h>

#include "pages.h"

/* Several rows of one rule stand under one label. */
static void rules(struct document *document, const struct rulebook *rulebook, const char *caption,
                  const struct basis *rules, size_t count)
{
    static const struct doc_column columns[] = {
        {.heading = "Rule"}, {.heading = "In force"}, {.heading = "Where it comes from"}};
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, caption, columns, 3);
    const char *above = "";
    for (size_t i = 0; i < count; i++) {
        const char *label = phrases_basis_label(arena, rules[i].kind);
        struct doc_row *row = doc_table_row(
            table,
            (const char *const[]){label, phrases_rulebook_meaning(arena, rulebook, &rules[i]),
                                  phrases_grounds(arena, &rules[i])});
        row->label = strcmp(label, above) == 0 ? NULL : label;
        row->sentences[0] = phrases_rulebook_rule(arena, rulebook, &rules[i]);
        above = label;
    }
    document_table(document, table);
}

static void readings(struct document *document, const struct rulebook *rulebook,
                     const struct decision_rules *decision, const char *id)
{
    static const struct doc_column columns[] = {{.heading = "Reading"},
                                                {.heading = "Rule"},
                                                {.heading = "Then in force"},
                                                {.heading = "Where it comes from"}};
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(
        arena, arena_format(arena, "%s: other readings", decision->title), columns, 4);
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        for (size_t j = 0; j < reading->rule_count; j++) {
            const struct basis *rule = &reading->rules[j];
            struct doc_row *row = doc_table_row(
                table, (const char *const[]){reading->name, phrases_basis_label(arena, rule->kind),
                                             phrases_rulebook_meaning(arena, rulebook, rule),
                                             phrases_grounds(arena, rule)});
            row->cells[1].is_whole = true;
            row->label = row->cells[1].text;
            row->sentences[0] = phrases_rulebook_reading(arena, rulebook, reading, rule);
        }
    }
    if (table->row_count == 0)
        return;
    document_section(document, id, "Other readings");
    document_table(document, table);
}

/* The names of decisions come from a table, so a chapter is called by its place. */
static void decision(struct document *document, const struct rulebook *rulebook, size_t at)
{
    struct arena *arena = document->arena;
    const struct decision_rules *decision = &rulebook->decisions[at];
    document_add(document, (struct block){.kind = BLOCK_CHAPTER,
                                          .id = arena_format(arena, "decision-%zu", at + 1),
                                          .label = decision->title});
    document_fact(document, "Kind", decision->decision);
    rules(document, rulebook, arena_format(arena, "%s: the rules in force", decision->title),
          decision->rules, decision->rule_count);
    readings(document, rulebook, decision, "readings");
}

struct document *page_of_rulebook(struct arena *arena, const void *value)
{
    const struct rulebook *rulebook = value;
    struct document *document = document_new(arena);
    document->body = rulebook->body == NULL ? rulebook->constitution : rulebook->body;
    document->line = "The rules in use";
    document->about = document->line;
    document->outcome = "Rules";
    document->kind = phrases_rulebook_whose(arena, rulebook);
    document->units = rulebook->units;
    document->inputs = rulebook->inputs;
    document->input_count = rulebook->input_count;
    document->version = rulebook->version;
    document_paragraph(document, NULL, phrases_rulebook_guide());
    document_quiet_section(document, "body", "The body", true);
    document_fact(document, "Rules", document->kind);
    rules(document, rulebook, "Rules of the body as a whole", rulebook->rules,
          rulebook->rule_count);
    for (size_t i = 0; i < rulebook->decision_count; i++)
        decision(document, rulebook, i);
    document_add(document, (struct block){.kind = BLOCK_CHAPTER});
    return document;
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pages.h"
#include "quorate/rulebook.h"

/* What a rule says and where it comes from. */
static const char *in_full(struct arena *arena, const struct rulebook *rulebook,
                           const struct basis *rule)
{
    return phrases_join(arena, phrases_rulebook_meaning(arena, rulebook, rule),
                        phrases_grounds(arena, rule));
}

/* Several rows of one rule stand under one label. */
static void rulebook_rules(struct document *document, const struct rulebook *rulebook,
                           const char *caption, const struct basis *rules, size_t count)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, caption, "Rule|In force|Where it comes from");
    const char *above = "";
    for (size_t i = 0; i < count; i++) {
        const char *label = phrases_basis_label(arena, rules[i].kind);
        struct doc_row *row = doc_table_row(
            table,
            (const char *const[]){label, phrases_rulebook_meaning(arena, rulebook, &rules[i]),
                                  phrases_grounds(arena, &rules[i])});
        row->label = strcmp(label, above) == 0 ? NULL : label;
        row->sentences[0] = in_full(arena, rulebook, &rules[i]);
        above = label;
    }
    document_table(document, table);
}

/* ---- Kinds of decision side by side, before all of their rules */

enum {
    KIND_NAME,
    KIND_WEIGHT,
    KIND_QUORUM,
    KIND_MAJORITY,
    KIND_VOTERS,
    KIND_COLUMNS,
};

static const char *decision_id(struct arena *arena, size_t decision)
{
    return arena_format(arena, "decision-%zu", decision + 1);
}

/* What all rows of one rule say; NULL where there is none. */
static const char *all_of(struct arena *arena, const struct rulebook *rulebook,
                          const struct decision_rules *decision, enum rule_kind kind)
{
    const char *all = NULL;
    for (size_t i = 0; i < decision->rule_count; i++) {
        if (decision->rules[i].kind != kind)
            continue;
        const char *meaning = phrases_rulebook_meaning(arena, rulebook, &decision->rules[i]);
        all = phrases_join(arena, all, meaning);
    }
    return all;
}

/* "One vote per practice. Lead or deputy may vote. Quorum: at least 80% of practices voting. ..."
 */
static const char *in_one(struct arena *arena, const struct doc_table *table,
                          const struct doc_row *row)
{
    static const size_t order[] = {KIND_WEIGHT, KIND_VOTERS, KIND_QUORUM, KIND_MAJORITY};
    const char *sentences = "";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *text = row->cells[order[i]].text;
        if (text == NULL)
            continue;
        if (order[i] == KIND_QUORUM || order[i] == KIND_MAJORITY)
            text = arena_format(arena, "%s: %s", table->columns[order[i]].heading,
                                phrases_small(arena, text));
        sentences = phrases_join(arena, sentences, text);
    }
    return sentences;
}

static void kinds(struct document *document, const struct rulebook *rulebook)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, "What each kind of decision takes",
                                            "Kind|Weight|Quorum|Majority|Who votes");
    for (size_t i = 0; i < rulebook->decision_count; i++) {
        const struct decision_rules *decision = &rulebook->decisions[i];
        enum rule_kind wins = decision->is_election ? RULE_ELECTS : RULE_PASSES;
        struct doc_row *row =
            doc_table_row(table, (const char *const[KIND_COLUMNS]){
                                     [KIND_NAME] = decision->title,
                                     [KIND_WEIGHT] = all_of(arena, rulebook, decision, RULE_WEIGHT),
                                     [KIND_QUORUM] = all_of(arena, rulebook, decision, RULE_QUORUM),
                                     [KIND_MAJORITY] = all_of(arena, rulebook, decision, wins),
                                     [KIND_VOTERS] = all_of(arena, rulebook, decision, RULE_VOTERS),
                                 });
        row->cells[KIND_NAME].link = decision_id(arena, i);
        row->label = decision->decision;
        row->sentences[0] = in_one(arena, table, row);
    }
    document_section(document, "kinds", "Kinds of decision");
    document_table(document, table);
}

/* ---- All rules */

static void rulebook_readings(struct document *document, const struct rulebook *rulebook,
                              const struct decision_rules *decision, const char *id)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, arena_format(arena, "%s: other readings", decision->title),
                      "Reading|Rule|Then in force|Where it comes from");
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
            row->sentences[0] = arena_format(arena, "On the reading \"%s\": %s", reading->name,
                                             in_full(arena, rulebook, rule));
        }
    }
    if (table->row_count == 0)
        return;
    document_section(document, id, "Other readings");
    document_table(document, table);
}

/* The names of decisions come from a table, so a chapter is called by its place. */
static void rulebook_decision(struct document *document, const struct rulebook *rulebook, size_t at)
{
    struct arena *arena = document->arena;
    const struct decision_rules *decision = &rulebook->decisions[at];
    document_add(document, (struct block){.kind = BLOCK_CHAPTER,
                                          .id = decision_id(arena, at),
                                          .label = decision->title,
                                          .is_folded = rulebook->decision_count > 1});
    document_fact(document, "Kind", decision->decision);
    rulebook_rules(document, rulebook,
                   arena_format(arena, "%s: the rules in force", decision->title), decision->rules,
                   decision->rule_count);
    rulebook_readings(document, rulebook, decision, "readings");
}

static const char guide[] =
    "Behind each rule stands the part of the constitution that it comes from. \"Not stated "
    "in the constitution\" marks what the constitution leaves open, with what is assumed; "
    "\"the program's default\" marks what the rules table leaves out. Where a clause can be "
    "read in more than one way, every vote is counted on each of the "
    "other readings too, and the report says when one of them gives another result.";

struct document *page_of_rulebook(struct arena *arena, const void *value)
{
    const struct rulebook *rulebook = value;
    struct document *document =
        document_new(arena, rulebook->body, &rulebook->from, "The rules in use");
    document->outcome = "Rules";
    document->kind =
        phrases_rules(arena, rulebook->from.constitution, rulebook->body, rulebook->edition);
    document->units = rulebook->terms.units;
    document_paragraph(document, NULL, guide);
    if (rulebook->decision_count > 1)
        kinds(document, rulebook);
    document_quiet_section(document, "body", "The body", true);
    document_fact(document, "Rules", document->kind);
    rulebook_rules(document, rulebook, "Rules of the body as a whole", rulebook->rules,
                   rulebook->rule_count);
    for (size_t i = 0; i < rulebook->decision_count; i++)
        rulebook_decision(document, rulebook, i);
    document_add(document, (struct block){.kind = BLOCK_CHAPTER});
    return document;
}

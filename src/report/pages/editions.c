/* SPDX-License-Identifier: MIT */
#include "../phrases_editions.h"

#include "pages.h"

/* A row of a change; text has two paragraphs for it, behind what has changed. */
static void add_change(struct doc_table *table, const char *what, const char *whose,
                       const char *was, const char *is)
{
    struct arena *arena = table->arena;
    struct doc_row *row = doc_table_row(table, (const char *const[]){whose, what, was, is});
    row->cells[1].is_whole = true;
    row->label = what;
    row->sentences[0] = arena_format(arena, "%s. Was: %s", whose, phrases_sentence(arena, was));
    row->sentences[1] = arena_format(arena, "Is: %s", phrases_sentence(arena, is));
}

static void changed_rules(struct document *document, const struct editions *editions)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, "Each rule that is not the same in both", "Decision|Rule|Was|Is");
    if (editions->rule_count == 0)
        return;
    for (size_t i = 0; i < editions->rule_count; i++) {
        const struct rule_change *change = &editions->rules[i];
        enum rule_kind kind = change->is == NULL ? change->was->kind : change->is->kind;
        add_change(table, phrases_basis_label(arena, kind), phrases_rule_of(arena, change),
                   phrases_rule_of_edition(arena, &editions->was, change->was),
                   phrases_rule_of_edition(arena, &editions->is, change->is));
    }
    document_section(document, "rules", "Rules");
    document_table(document, table);
}

static void changed_decisions(struct document *document, const struct editions *editions)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, "Kinds of decision that only one of them has",
                                            "Kind|Change|Is called");
    if (editions->decision_count == 0)
        return;
    for (size_t i = 0; i < editions->decision_count; i++) {
        const struct decision_change *change = &editions->decisions[i];
        const char *what = change->is_added ? "New" : "Gone";
        struct doc_row *row =
            doc_table_row(table, (const char *const[]){change->decision, what, change->title});
        row->label = what;
        row->sentences[0] = arena_format(arena, "%s (%s).", change->title, change->decision);
    }
    document_section(document, "decisions", "Kinds of decision");
    document_table(document, table);
}

/* `is_there`: the member is, whatever is known of it. */
static const char *side(struct arena *arena, const struct editions *editions,
                        const struct member_change *change, const struct edition_value *value,
                        bool is_there)
{
    if (value->given)
        return phrases_edition_value(arena, editions, change, value);
    return is_there ? "there" : "not there";
}

/* Figures of members stand in a table of their own. */
static bool is_of_figures(const struct member_change *change)
{
    return change->member != NULL && member_fact_is_figure(change->what) &&
           change->what != FACT_JOINED && change->what != FACT_LEFT;
}

/* Who came and went, what is no figure, and the sums. */
static void changed_entries(struct document *document, const struct editions *editions)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, "Who joined and left, and entries and sums that are not the same",
                      "Whose|Entry|Was|Is");
    for (size_t i = 0; i < editions->member_count; i++) {
        const struct member_change *change = &editions->members[i];
        if (!is_of_figures(change))
            add_change(table, phrases_member_fact(arena, editions, change),
                       phrases_member_of(arena, editions, change),
                       side(arena, editions, change, &change->was, change->what == FACT_LEFT),
                       side(arena, editions, change, &change->is, change->what == FACT_JOINED));
    }
    if (table->row_count == 0)
        return;
    document_section(document, "members", "Members");
    document_table(document, table);
}

static void changed_figures(struct document *document, const struct editions *editions)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, "Each figure that is not the same", "Whose|Figure|#Was|#Is");
    for (size_t i = 0; i < editions->member_count; i++) {
        const struct member_change *change = &editions->members[i];
        if (!is_of_figures(change))
            continue;
        doc_table_row(table, (const char *const[]){
                                 phrases_member_of(arena, editions, change),
                                 phrases_member_fact(arena, editions, change),
                                 phrases_edition_value(arena, editions, change, &change->was),
                                 phrases_edition_value(arena, editions, change, &change->is),
                             });
    }
    if (table->row_count == 0)
        return;
    document_section(document, "figures", "Figures");
    document_table(document, table);
}

struct document *page_of_editions(struct arena *arena, const void *value)
{
    const struct editions *editions = value;
    const struct rulebook *is = &editions->is;
    struct document *document =
        document_new(arena, is->body, &editions->from, "What differs between two editions");
    document->outcome = phrases_editions_answer(editions);
    document->units = is->terms.units;
    document_outcome(document, document->outcome, phrases_editions_figures(arena, editions),
                     TONE_OPEN);
    document_quiet_section(document, "editions", "The two editions", true);
    document_fact(document, "Was", phrases_edition(arena, &editions->was));
    document_fact(document, "Is", phrases_edition(arena, is));
    changed_decisions(document, editions);
    changed_rules(document, editions);
    changed_entries(document, editions);
    changed_figures(document, editions);
    return document;
}

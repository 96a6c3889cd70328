/* SPDX-License-Identifier: MIT */
#include "../phrases_register.h"

#include "pages.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

static const char *span(struct arena *arena, const struct register_listing *listing)
{
    struct date since = listing->since, until = listing->until;
    if (!date_given(since) && !date_given(until))
        return NULL;
    if (!date_given(until))
        return arena_format(arena, "since %s", date_long(arena, since));
    if (!date_given(since))
        return arena_format(arena, "until %s", date_long(arena, until));
    return date_span(arena, since, until);
}

static void register_faults(struct document *document, const struct decision_register *decisions)
{
    if (decisions->fault_count == 0)
        return;
    document_quiet_section(document, "faults", "What is wrong", true);
    for (size_t i = 0; i < decisions->fault_count; i++)
        document_fact(document, "Wrong",
                      phrases_register_fault(document->arena, &decisions->faults[i]));
}

static const char *remarks(struct arena *arena, const struct registered *line)
{
    return phrases_join(arena, phrases_registered_corrections(arena, line),
                        phrases_registered_ballots(arena, line));
}

static void register_lines(struct document *document, const struct register_listing *listing)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, "Each decision as it was decided then",
                      "Decision|Line|Day|Kind|Outcome|Quorum|Figures|Remarks");
    table->is_records = true;
    if (listing->listed_count == 0)
        return;
    for (size_t i = 0; i < listing->listed_count; i++) {
        const struct registered *line = listing->listed[i];
        doc_table_row(table, (const char *const[]){
                                 phrases_registered_name(arena, line),
                                 number_grouped(arena, line->n),
                                 phrases_registered_day(arena, line),
                                 text_capital(arena, line->title),
                                 phrases_registered_outcome(arena, line),
                                 phrases_registered_quorum(arena, line),
                                 phrases_registered_figures(arena, line),
                                 remarks(arena, line),
                             });
    }
    document_section(document, "decisions", "Decisions");
    document_table(document, table);
}

static void register_due(struct document *document, const struct register_listing *listing)
{
    struct arena *arena = document->arena;
    if (listing->due_count == 0)
        return;
    document_section(document, "due", "Ballots to be destroyed");
    for (size_t i = 0; i < listing->due_count; i++)
        document_paragraph(document, NULL,
                           arena_format(arena, "Line %s, %s. %s",
                                        number_grouped(arena, listing->due[i].of->n),
                                        phrases_registered_name(arena, listing->due[i].of),
                                        phrases_ballots_due(arena, listing, &listing->due[i])));
}

struct document *page_of_register(struct arena *arena, const void *value)
{
    const struct register_listing *listing = value;
    const char *last = listing->decisions->last_sha256;
    const struct provenance from = {.version = listing->version,
                                    .constitution = "Register of decisions",
                                    .inputs = &listing->input,
                                    .input_count = 1};
    const char *days = span(arena, listing);
    struct document *document =
        document_new(arena, listing->body, &from,
                     arena_format(arena, "Register of decisions%s%s", days == NULL ? "" : ", ",
                                  days == NULL ? "" : days));
    document->outcome = phrases_register_answer(arena, listing);
    document->notes = phrases_register_notes(arena, listing);
    document_outcome(document, document->outcome, phrases_register_figures(arena, listing),
                     listing->sound ? TONE_GOOD : TONE_BAD)
        ->marks = document_marks(document, NO_POLL, ANCHOR_RESULT);
    if (listing->decisions->fault_count == 0)
        document_fact(document, "Last hash", last);
    register_faults(document, listing->decisions);
    register_lines(document, listing);
    register_due(document, listing);
    return document;
}

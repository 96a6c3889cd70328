/* SPDX-License-Identifier: MIT */
#include "../phrases_verification.h"

#include <string.h>

#include "pages.h"
#include "quorate/text.h"

static const char *file_state(struct arena *arena, const struct verified_file *file)
{
    const char *called =
        file->called == NULL ? NULL : arena_format(arena, "The result calls it %s.", file->called);
    return phrases_join(arena, phrases_file_state(file->state), called);
}

/* What a table holds, in the body's word for its members. */
static const char *held_by(const struct verification *verification, const char *role)
{
    return strcmp(role, "practices") == 0 ? verification->units : role;
}

static void tables(struct document *document, const struct verification *verification)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, "Whether each file is the one that was counted",
                                            "File|Holds|Compared");
    if (verification->file_count == 0)
        return;
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        struct doc_row *row = doc_table_row(
            table, (const char *const[]){file->file,
                                         text_capital(arena, held_by(verification, file->role)),
                                         file_state(arena, file)});
        row->label = i == 0 ? "Tables" : NULL;
        row->sentences[0] =
            arena_format(arena, "%s (%s). %s", file->file, held_by(verification, file->role),
                         file_state(arena, file));
    }
    document_quiet_section(document, "tables", "Tables", false);
    document_table(document, table);
}

static const char *value_of(const char *value)
{
    return value == NULL ? "not there" : value;
}

static void verification_differences(struct document *document, const char *id, const char *heading,
                                     const char *caption, const struct differences *differences)
{
    struct doc_table *table = doc_table_new(document->arena, caption, "Entry|Saved|Counted");
    table->is_records = true;
    if (differences->count == 0)
        return;
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->items[i];
        doc_table_row(table, (const char *const[]){
                                 text_capital(document->arena, difference->place),
                                 value_of(difference->saved),
                                 value_of(difference->counted),
                             });
    }
    document_section(document, id, heading);
    document_table(document, table);
}

static enum tone tone_of(const struct verification *verification)
{
    if (!verification->same)
        return TONE_BAD;
    return verification->proved ? TONE_GOOD : TONE_OPEN;
}

struct document *page_of_verification(struct arena *arena, const void *value)
{
    const struct verification *verification = value;
    const struct provenance from = {.version = verification->version,
                                    .constitution = verification->constitution,
                                    .origin = verification->origin,
                                    .inputs = &verification->result,
                                    .input_count = 1};
    struct document *document =
        document_new(arena, verification->body, &from,
                     arena_format(arena, "Recount of %s", verification->result.file));
    document->outcome = phrases_verification_answer(arena, verification);
    document->notes = phrases_verification_notes(arena, verification);
    document_outcome(document, document->outcome, phrases_verification_figures(arena, verification),
                     tone_of(verification))
        ->marks = document_marks(document, NO_POLL, ANCHOR_RESULT);
    tables(document, verification);
    verification_differences(document, "differences", "What differs",
                             "Each entry that is not what the tables give",
                             &verification->differences);
    verification_differences(document, "unproved", "What is not proved",
                             "Each entry that may be so, and does not follow from what is there",
                             &verification->unproved);
    return document;
}

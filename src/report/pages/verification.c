/* SPDX-License-Identifier: MIT */
#include "../phrases_verification.h"

#include "../outcomes.h"
#include "pages.h"

/* "1 file is not the one that was counted." */
static const char *files_wrong(struct arena *arena, const struct verification *verification)
{
    if (verification->files_wrong == 0)
        return "";
    const char *files = phrases_several(arena, (int64_t)verification->files_wrong, "file", "files");
    return verification->files_wrong == 1
               ? arena_format(arena, "%s is not the one that was counted.", files)
               : arena_format(arena, "%s are not those that were counted.", files);
}

/* What stands behind the answer: how much differs, and of what. */
static const char *how_much(struct arena *arena, const struct verification *verification)
{
    const char *file = verification->result.file;
    size_t differences = verification->differences.all;
    if (verification->same)
        return arena_format(
            arena, "The tables were counted again, and give everything that %s says.", file);
    if (differences == 0)
        return phrases_join(
            arena, arena_format(arena, "The figures of %s are those that the tables give.", file),
            files_wrong(arena, verification));
    const char *entries = phrases_several(arena, (int64_t)differences, "entry", "entries");
    return phrases_join(arena,
                        arena_format(arena, "%s of %s %s not what the tables give.", entries, file,
                                     differences == 1 ? "is" : "are"),
                        files_wrong(arena, verification));
}

static const char *state_of(const struct verified_file *file)
{
    static const char *const states[] = {
        [FILE_SAME] = "The file that was counted.",
        [FILE_CHANGED] = "Not the file that was counted: its hash is another.",
        [FILE_NOT_TOLD] = "It cannot be told by its hash, which the result does not hold.",
        [FILE_UNHASHED] = "The result does not hold its hash, which it should.",
        [FILE_NOT_READ] = "Named by the result, but there was no such table to read.",
        [FILE_ADDED] = "Read now, but not named by the result.",
    };
    return states[file->state];
}

static const char *answer_of(const struct verification *verification)
{
    return verification->same ? "The same" : "Different";
}

const char *outcome_of_verification(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s. %s", answer_of(value), how_much(arena, value));
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
            table,
            (const char *const[]){file->file, phrases_capital(arena, file->role), state_of(file)});
        row->label = i == 0 ? "Tables" : NULL;
        row->sentences[0] =
            arena_format(arena, "%s (%s). %s", file->file, file->role, state_of(file));
    }
    document_quiet_section(document, "tables", "Tables", false);
    document_table(document, table);
}

static const char *value_of(const char *value)
{
    return value == NULL ? "not there" : value;
}

static void verification_differences(struct document *document,
                                     const struct verification *verification)
{
    struct doc_table *table = doc_table_new(
        document->arena, "Each entry that is not what the tables give", "Entry|Saved|Counted");
    table->is_records = true;
    if (verification->differences.count == 0)
        return;
    for (size_t i = 0; i < verification->differences.count; i++) {
        const struct difference *difference = &verification->differences.items[i];
        doc_table_row(table, (const char *const[]){
                                 phrases_capital(document->arena, difference->place),
                                 value_of(difference->saved),
                                 value_of(difference->counted),
                             });
    }
    document_section(document, "differences", "What differs");
    document_table(document, table);
}

struct document *page_of_verification(struct arena *arena, const void *value)
{
    const struct verification *verification = value;
    struct document *document = document_new(arena, verification->body, verification->constitution,
                                             verification->version, &verification->result, 1);
    document->line = arena_format(arena, "Recount of %s", verification->result.file);
    document->about = document->line;
    document->outcome = answer_of(verification);
    document->notes = phrases_verification_notes(arena, verification);
    document_outcome(document, document->outcome, how_much(arena, verification),
                     verification->same ? TONE_GOOD : TONE_BAD)
        ->marks = document_marks(document, NO_POLL, ANCHOR_RESULT);
    tables(document, verification);
    verification_differences(document, verification);
    return document;
}

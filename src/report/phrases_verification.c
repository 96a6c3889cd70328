/* SPDX-License-Identifier: MIT */
#include "phrases_verification.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

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

const char *phrases_verification_figures(struct arena *arena,
                                         const struct verification *verification)
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

const char *phrases_file_state(enum file_state state)
{
    static const char *const states[] = {
        [FILE_SAME] = "The file that was counted.",
        [FILE_GROWN] =
            ("Has had columns added since, such as list sizes. Without them it is the file "
             "that was counted, as its hash proves, and so it was counted again."),
        [FILE_CHANGED] = "Not the file that was counted: its hash is another.",
        [FILE_NOT_TOLD] = "It cannot be told by its hash, which the result does not hold.",
        [FILE_UNHASHED] = "The result does not hold its hash, which it should.",
        [FILE_NOT_READ] = "Named by the result, but there was no such table to read.",
        [FILE_ADDED] = "Read now, but not named by the result.",
    };
    return states[state];
}

const char *phrases_verification_answer(const struct verification *verification)
{
    return verification->same ? "The same" : "Different";
}

/* What no table holds, so that it can be anything: the motion, when the vote closed. */
static const char *taken(struct arena *arena, const struct saved_result *result)
{
    const struct {
        const char *what, *value;
    } all[] = {
        {"the motion", result->motion},
        {"the route", result->route},
        {"the date", result->date},
        {"when the vote opened", result->opens},
        {"when it closed", result->closes},
        {"when the outcome was confirmed", result->confirmed},
        {"the casting vote", result->casting_vote},
    };
    const char *items[sizeof all / sizeof *all];
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value != NULL)
            items[count++] = arena_format(arena, "%s (%s)", all[i].what, all[i].value);
    return count == 0 ? NULL
                      : arena_format(arena,
                                     "This stands in no table and was taken from the result as it "
                                     "is: %s.",
                                     text_list(arena, items, count, "and"));
}

struct note_list phrases_verification_notes(struct arena *arena,
                                            const struct verification *verification)
{
    struct note_list all = phrases_no_notes(arena);
    for (size_t i = 0; i < verification->file_count; i++)
        if (verification->files[i].state == FILE_NOT_TOLD)
            phrases_add_note(
                &all, ANCHOR_RESULT,
                arena_format(arena,
                             "The ballots are secret, so the result does not hold the hash of "
                             "their file. That %s is the file that was counted cannot be told by "
                             "it: only the counts were compared.",
                             verification->files[i].file));
    if (strcmp(verification->saved_version, verification->version) != 0)
        phrases_add_note(
            &all, ANCHOR_RESULT,
            arena_format(arena,
                         "The result was saved by quorate %s, and this is quorate %s. "
                         "Their notes and reasons may be worded otherwise, and were not "
                         "compared.",
                         verification->saved_version, verification->version));
    if (verification->taken != NULL)
        phrases_add_note(&all, ANCHOR_RESULT, taken(arena, verification->taken));
    if (verification->differences.all > verification->differences.count)
        phrases_add_note(
            &all, ANCHOR_RESULT,
            arena_format(arena, "Only the first %s entries are listed.",
                         number_grouped(arena, (int64_t)verification->differences.count)));
    return all;
}

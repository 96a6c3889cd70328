/* SPDX-License-Identifier: MIT */
#include "phrases_verification.h"

#include <assert.h>
#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- What no table holds, so that it can be anything */

static const char *in_full(struct arena *arena, const char *const *items, size_t count)
{
    return count == 0 ? NULL : text_list(arena, items, count, "and");
}

struct taken_list phrases_taken(struct arena *arena, const struct verification *verification)
{
    const struct saved_result *result = verification->taken;
    struct taken_list list = {.count = 0};
    if (result == NULL)
        return list;
    const struct taken all[] = {
        {"the kind of decision", result->decision},
        {"the motion", result->motion},
        {"the route", result->route},
        {"the date", result->date},
        {"when the vote opened", result->opens},
        {"when the vote closed", result->closes},
        {"when the outcome was confirmed", result->confirmed},
        {"the casting vote", result->casting_vote},
        {"the area", result->area},
        {"the total", result->total},
        {"the date of the list sizes", result->as_at},
        {"which sizes were kept", in_full(arena, result->keep, result->keep_count)},
        {"which sizes were stated", in_full(arena, result->set, result->set_count)},
        {"who was left out", in_full(arena, result->leave, result->leave_count)},
        {"that the sizes were adopted", result->adopt ? "yes" : NULL},
        {"the name of the new roll", result->written_to},
        {"the name of the folder", verification->folder_moved ? result->constitution : NULL},
        {"the order of days and months", result->dates},
        {"the encoding", result->encoding},
        {"line breaks in cells", result->multi_line ? "yes" : NULL},
        {"which columns are meant", in_full(arena, result->columns, result->column_count)},
        {"what answers mean", in_full(arena, result->answers, result->answer_count)},
    };
    static_assert(sizeof all / sizeof *all <= sizeof list.items / sizeof *list.items, "room");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value != NULL)
            list.items[list.count++] = all[i];
    return list;
}

static const char *taken_in_short(struct arena *arena, const struct taken_list *list)
{
    const char *items[TAKEN_MOST];
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i].what;
    return text_list(arena, items, list->count, "and");
}

static const char *taken(struct arena *arena, const struct verification *verification)
{
    struct taken_list list = phrases_taken(arena, verification);
    const char *items[TAKEN_MOST];
    for (size_t i = 0; i < list.count; i++)
        items[i] = arena_format(arena, "%s (%s)", list.items[i].what, list.items[i].value);
    return list.count == 0
               ? NULL
               : arena_format(arena,
                              "This stands in no table and was taken from the result as it is: %s.",
                              text_list(arena, items, list.count, "and"));
}

/* ---- The figures */

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

static const char *what_is_the_same(struct arena *arena, const struct verification *verification)
{
    const char *file = verification->result.file;
    if (date_given(verification->destruction.on))
        return arena_format(arena,
                            "The ballots are gone. The rows that %s holds were counted in their "
                            "place, and nothing in it comes out otherwise.",
                            file);
    if (!verification->proved)
        return arena_format(arena, "The tables were counted again, and give the figures of %s.",
                            file);
    return arena_format(arena, "The tables were counted again, and give everything%s that %s says.",
                        phrases_taken(arena, verification).count > 0 ? " else" : "", file);
}

static const char *what_is_unproved(struct arena *arena, const struct verification *verification)
{
    size_t count = verification->unproved.all;
    if (count == 0)
        return NULL;
    return arena_format(arena, "%s %s not proved.",
                        phrases_several(arena, (int64_t)count, "entry", "entries"),
                        count == 1 ? "is" : "are");
}

const char *phrases_verification_figures(struct arena *arena,
                                         const struct verification *verification)
{
    const char *file = verification->result.file;
    size_t differences = verification->differences.all;
    if (verification->same)
        return phrases_join(arena, what_is_the_same(arena, verification),
                            what_is_unproved(arena, verification));
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
        [FILE_UNKEYED] = ("The result holds a keyed hash of it, which cannot be compared without "
                          "the Election Manager's key."),
        [FILE_MISKEYED] = ("Not the file that was counted, or not the key: its keyed hash is "
                           "another."),
        [FILE_UNHASHED] = "The result does not hold its hash, which it should.",
        [FILE_NOT_READ] = "Named by the result, but there was no such table to read.",
        [FILE_ADDED] = "Read now, but not named by the result.",
        [FILE_DESTROYED] = "Destroyed. The rows that the result holds were counted in its place.",
    };
    return states[state];
}

/* ---- The answer */

static bool is_of_another_version(const struct verification *verification)
{
    return strcmp(verification->saved_version, verification->version) != 0;
}

/* It says no more than was compared. */
const char *phrases_verification_answer(struct arena *arena,
                                        const struct verification *verification)
{
    struct taken_list list = phrases_taken(arena, verification);
    if (!verification->same)
        return "Different";
    if (date_given(verification->destruction.on))
        return "The same, as far as it can be proved";
    if (is_of_another_version(verification))
        return "The figures are the same, the wording is of another version and was not proved";
    if (!verification->proved)
        return "The figures are the same, and not everything was proved";
    return list.count == 0 ? "The same"
                           : arena_format(arena, "The same, with %s taken from it",
                                          taken_in_short(arena, &list));
}

/* ---- Ballots that are gone */

static const char *when_destroyed(struct arena *arena, const struct destruction *destruction)
{
    const char *on = date_long(arena, destruction->on);
    const char *until =
        date_given(destruction->keep_until) ? date_long(arena, destruction->keep_until) : NULL;
    if (until != NULL)
        return arena_format(arena,
                            "The ballots were destroyed on %s%s. They were to be kept until "
                            "%s.",
                            on, destruction->too_early ? ", too early" : "", until);
    if (destruction->months > 0)
        return arena_format(arena,
                            "The ballots were destroyed on %s. They were to be kept until %s after "
                            "the outcome was confirmed, and the result does not say when that was.",
                            on, phrases_several(arena, destruction->months, "month", "months"));
    return arena_format(arena,
                        "The ballots were destroyed on %s. The rules do not say how long they are "
                        "to be kept.",
                        on);
}

/* "vote 2" where there are several */
static const char *vote_of(struct arena *arena, const struct destruction *destruction, size_t poll)
{
    const char *motion = destruction->polls[poll].motion;
    const char *vote =
        destruction->poll_count == 1 ? "the vote" : arena_format(arena, "vote %zu", poll + 1);
    return motion == NULL ? vote : arena_format(arena, "%s on \"%s\"", vote, motion);
}

static const char *not_proved(struct arena *arena, const struct verification *verification,
                              size_t poll)
{
    const struct destruction *destruction = &verification->destruction;
    const struct recorded_poll *recorded = &destruction->polls[poll];
    const char *vote = vote_of(arena, destruction, poll);
    const char *file = verification->result.file;
    bool names = recorded->motion != NULL && verification->taken->motion == NULL;
    const char *motion = names ? "its motion, and " : "";
    if (!recorded->is_secret)
        return arena_format(arena,
                            "Not proved of %s: %sthat the rows of the ballots were as %s has them.",
                            vote, motion, file);
    if (recorded->weighs)
        return arena_format(arena,
                            "Not proved of %s: %sits result. The ballots are secret, and the heads "
                            "that %s has do not tell the list sizes or areas that decide.",
                            vote, motion, file);
    return arena_format(arena,
                        "Not proved of %s: %sthat the ballots came to the heads that %s has, and "
                        "which rows were refused. Who voted how is secret; where heads decide it "
                        "does not matter.",
                        vote, motion, file);
}

static const char *not_proved_of_readings(struct arena *arena,
                                          const struct destruction *destruction, size_t poll)
{
    const struct recorded_poll *recorded = &destruction->polls[poll];
    if (recorded->uncertain_count == 0)
        return NULL;
    const char **names = arena_alloc(arena, recorded->uncertain_count, sizeof *names);
    for (size_t i = 0; i < recorded->uncertain_count; i++)
        names[i] = arena_format(arena, "\"%s\"", recorded->uncertain[i]);
    return arena_format(arena,
                        "Not proved of %s: what it gives on the reading %s, alone or with others, "
                        "which asks for more than the result tells of secret ballots.",
                        vote_of(arena, destruction, poll),
                        text_list(arena, names, recorded->uncertain_count, "or"));
}

static void notes_of_destruction(struct note_list *all, const struct verification *verification)
{
    const struct destruction *destruction = &verification->destruction;
    if (!date_given(destruction->on))
        return;
    phrases_add_note(all, ANCHOR_RESULT, when_destroyed(all->arena, destruction));
    for (size_t i = 0; i < destruction->poll_count; i++) {
        phrases_add_note(all, ANCHOR_RESULT, not_proved(all->arena, verification, i));
        phrases_add_note(all, ANCHOR_RESULT, not_proved_of_readings(all->arena, destruction, i));
    }
}

struct note_list phrases_verification_notes(struct arena *arena,
                                            const struct verification *verification)
{
    struct note_list all = phrases_no_notes(arena);
    notes_of_destruction(&all, verification);
    for (size_t i = 0; i < verification->file_count; i++)
        if (verification->files[i].state == FILE_NOT_TOLD)
            phrases_add_note(
                &all, ANCHOR_RESULT,
                arena_format(arena,
                             "The ballots are secret, so the result does not hold the hash of "
                             "their file. That %s is the file that was counted cannot be told by "
                             "it: only the counts were compared.",
                             verification->files[i].file));
    if (is_of_another_version(verification))
        phrases_add_note(
            &all, ANCHOR_RESULT,
            arena_format(arena,
                         "The result says that quorate %s saved it, and this is quorate %s. "
                         "Their notes and reasons may be worded otherwise, and an earlier one did "
                         "not write every entry: of these nothing is proved.",
                         verification->saved_version, verification->version));
    phrases_add_note(&all, ANCHOR_RESULT, taken(arena, verification));
    if (verification->differences.all > verification->differences.count)
        phrases_add_note(
            &all, ANCHOR_RESULT,
            arena_format(arena, "Only the first %s entries are listed.",
                         number_grouped(arena, (int64_t)verification->differences.count)));
    return all;
}

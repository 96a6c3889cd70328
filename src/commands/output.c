/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <string.h>

#include "messages.h"
#include "quorate/text.h"

/* ---- What may be written */

bool output_check_target(struct arena *arena, const struct options *options, const char *path,
                         const struct constitution *constitution, struct misuse *misuse)
{
    if (path == NULL)
        return true;
    const char *shown = text_printable(arena, path);
    switch (file_place(path)) {
    case FILE_PLACE_HIDDEN: /* nobody can tell; writing it will fail, and say so */
    case FILE_PLACE_STREAM:
        return true;
    case FILE_PLACE_FREE:
        if (file_exists(file_folder(arena, path)))
            return true;
        misuse->what = arena_format(arena, "the folder of %s does not exist", shown);
        misuse->remedy = "Make the folder, or give the result another place.";
        return false;
    case FILE_PLACE_FOLDER:
        misuse->what = arena_format(arena, "%s is a folder", shown);
        misuse->remedy = "Give the name of a file in it.";
        return false;
    case FILE_PLACE_FILE:
        if (!options_name_file(options, path) &&
            !constitution_has_table_at(arena, constitution, path))
            break;
        misuse->what = arena_format(arena, "%s is a table that is read here", shown);
        misuse->remedy = "Give the result a name of its own.";
        return false;
    case FILE_PLACE_DANGLING:
        break;
    }
    if (options->values[OPTION_FORCE] != NULL)
        return true;
    misuse->what = arena_format(arena, "%s exists already", shown);
    misuse->remedy = "Give the result another name, or replace the file with --force.";
    return false;
}

void output_find_leftovers(struct arena *arena, struct diag *diag, const struct output *output)
{
    const char *before = "";
    for (size_t i = 0; i < output->count; i++) {
        const char *path = output->targets[i].path;
        const char *folder = path == NULL ? before : file_folder(arena, path);
        size_t count = 0;
        const char *const *names = NULL;
        if (strcmp(folder, before) != 0)
            names = file_leftovers(arena, folder, &count);
        for (size_t name = 0; name < count; name++) {
            const char *ending = file_ending(names[name]);
            bool earlier = ending != NULL && strcmp(ending, ".old") == 0;
            diag_add(diag, SEVERITY_WARNING,
                     (struct place){.file = file_beside(arena, path, names[name])},
                     earlier
                         ? "It is what it was to replace, as that was before. Delete it, or give "
                           "it its name again."
                         : "Delete it.",
                     "was left by a run that was stopped before its end; nothing reads it");
        }
        before = folder;
    }
}

/* ---- Targets */

void output_add(struct arena *arena, struct output *output, struct target target)
{
    struct target *targets = arena_alloc(arena, output->count + 1, sizeof *targets);
    memcpy(targets, output->targets, output->count * sizeof *targets);
    targets[output->count++] = target;
    output->targets = targets;
}

void output_keep_own(struct output *output)
{
    for (size_t i = 0; i < output->count; i++)
        output->targets[i].is_own = true;
}

/* ---- Writing */

/* What the steps of writing share. */
struct writing {
    struct arena *arena;
    const struct call *call;
    const struct output *output;
    struct file_draft **drafts; /* of each target; NULL for none */
    bool *published;
    bool folder_made;
};

static const char *shown_as(const struct writing *writing, size_t at)
{
    const char *path = writing->output->targets[at].path;
    return path == NULL ? "standard output" : text_printable(writing->arena, path);
}

/* Takes back what can be: afterwards `published` says which files stand. */
static void take_back(const struct writing *writing)
{
    for (size_t i = 0; i < writing->output->count; i++) {
        if (writing->drafts[i] == NULL)
            continue;
        if (!writing->published[i])
            file_discard(writing->drafts[i]);
        else if (file_withdraw(writing->drafts[i]))
            writing->published[i] = false;
    }
    if (writing->folder_made)
        file_remove_folder(writing->output->folder);
}

/* "So minutes.md was not written either. report.html was written." Of all files but one. */
static const char *what_became_of_others(const struct writing *writing, size_t failed)
{
    struct arena *arena = writing->arena;
    const struct output *output = writing->output;
    const char **lost = arena_alloc(arena, output->count, sizeof *lost);
    const char **kept = arena_alloc(arena, output->count, sizeof *kept);
    size_t lost_count = 0, kept_count = 0;
    for (size_t i = 0; i < output->count; i++)
        if (i != failed && output->targets[i].path != NULL && output->targets[i].length > 0) {
            if (writing->published[i])
                kept[kept_count++] = shown_as(writing, i);
            else
                lost[lost_count++] = shown_as(writing, i);
        }
    const char *words = "";
    if (lost_count > 0)
        words = arena_format(arena, "So %s %s not written either.",
                             text_list(arena, lost, lost_count, "and"),
                             lost_count == 1 ? "was" : "were");
    if (kept_count > 0)
        words = arena_format(arena, "%s%s%s %s written.", words, lost_count > 0 ? " " : "",
                             text_list(arena, kept, kept_count, "and"),
                             kept_count == 1 ? "was" : "were");
    return *words == '\0' ? NULL : words;
}

void output_take_back(struct output *output)
{
    if (output->writing != NULL)
        take_back(output->writing);
    for (size_t i = 0; i < output->count && output->writing == NULL; i++)
        if (output->targets[i].draft != NULL)
            file_discard(output->targets[i].draft);
    output->writing = NULL;
}

static enum status fail(const struct writing *writing, size_t at, struct file_fault fault)
{
    take_back(writing);
    const char *behind = what_became_of_others(writing, at);
    if (fault.kind == FILE_WITHOUT_FOLDER)
        behind = "Make the folder first, or give -o a name in one that there is.";
    return message_failure(
        writing->arena, writing->call,
        arena_format(writing->arena, "%s %s", shown_as(writing, at), fault.words), behind);
}

static enum file_placing placing_of(const struct call *call, const struct target *target)
{
    bool replaces = target->replaces || call->options.values[OPTION_FORCE] != NULL;
    return replaces && !target->is_kept ? FILE_MAY_REPLACE : FILE_MUST_BE_NEW;
}

bool output_takes_pieces(const struct output *output, size_t at)
{
    const char *path = output->targets[at].path;
    if (path == NULL)
        return output->count == 1;
    enum file_place place = file_place(path);
    return output->folder == NULL && (place == FILE_PLACE_FREE || place == FILE_PLACE_FILE);
}

void output_take_piece(void *writer, const char *bytes, size_t length)
{
    const struct piece_writer *to = writer;
    struct target *target = to->target;
    target->in_pieces = true;
    target->length += length;
    if (target->fault.kind == FILE_SOUND && target->path != NULL && target->draft == NULL)
        target->fault = file_begin(to->arena, target->path, placing_of(to->call, target),
                                   target->is_own, &target->draft);
    if (target->fault.kind == FILE_SOUND)
        target->fault =
            target->path == NULL
                ? file_write_descriptor(to->arena, to->call->world->output, bytes, length)
                : file_add(to->arena, target->draft, bytes, length);
}

/* One target in one of the steps. */
static struct file_fault prepare(const struct writing *writing, size_t at)
{
    const struct target *target = &writing->output->targets[at];
    struct file_draft *draft = NULL;
    struct file_fault fault = {.kind = FILE_SOUND};
    if (target->path == NULL || target->length == 0)
        return fault;
    if (target->in_pieces)
        return target->fault.kind == FILE_SOUND ? file_finish(writing->arena, target->draft)
                                                : target->fault;
    fault = file_prepare(writing->arena, target->path, placing_of(writing->call, target),
                         target->is_own, target->bytes, target->length, &draft);
    if (fault.kind == FILE_SOUND)
        writing->drafts[at] = draft;
    return fault;
}

static struct file_fault print(const struct writing *writing, size_t at)
{
    const struct target *target = &writing->output->targets[at];
    if (target->path != NULL || target->length == 0)
        return (struct file_fault){.kind = FILE_SOUND};
    if (target->in_pieces)
        return target->fault;
    return file_write_descriptor(writing->arena, writing->call->world->output, target->bytes,
                                 target->length);
}

static struct file_fault publish(const struct writing *writing, size_t at)
{
    struct file_fault fault = {.kind = FILE_SOUND};
    if (writing->drafts[at] == NULL)
        return fault;
    fault = file_publish(writing->arena, writing->drafts[at]);
    if (fault.kind == FILE_SOUND)
        writing->published[at] = true;
    else
        writing->drafts[at] = NULL;
    return fault;
}

/* Returns false, with a message, where there is none and none can be made. */
static bool make_folder(struct writing *writing)
{
    const char *folder = writing->output->folder;
    if (folder == NULL || file_is_folder(folder))
        return true;
    struct file_fault fault = file_make_folder(writing->arena, folder);
    writing->folder_made = fault.kind == FILE_SOUND;
    if (!writing->folder_made)
        message_failure(writing->arena, writing->call,
                        arena_format(writing->arena, "%s %s",
                                     text_printable(writing->arena, folder), fault.words),
                        NULL);
    return writing->folder_made;
}

/* Nothing is written that could fail any more. */
static struct file_fault settle(const struct writing *writing, size_t at)
{
    if (writing->drafts[at] != NULL)
        file_settle(writing->drafts[at]);
    if (writing->output->targets[at].is_removed)
        return file_remove(writing->arena, writing->output->targets[at].path);
    return (struct file_fault){.kind = FILE_SOUND};
}

static enum status each_target(const struct writing *writing,
                               struct file_fault (*step)(const struct writing *writing, size_t at))
{
    for (size_t i = 0; i < writing->output->count; i++) {
        struct file_fault fault = step(writing, i);
        if (fault.kind != FILE_SOUND)
            return fail(writing, i, fault);
    }
    return STATUS_DONE;
}

enum status output_write(struct arena *arena, const struct call *call, struct output *output)
{
    static struct file_fault (*const steps[])(const struct writing *writing,
                                              size_t at) = {prepare, print, publish};
    struct writing *writing = arena_alloc(arena, 1, sizeof *writing);
    *writing = (struct writing){
        arena,
        call,
        output,
        .drafts = arena_alloc(arena, output->count, sizeof *writing->drafts),
        .published = arena_alloc(arena, output->count, sizeof *writing->published),
    };
    for (size_t i = 0; i < output->count; i++)
        writing->drafts[i] = output->targets[i].draft;
    output->writing = writing; /* not before it is whole */
    enum status status = make_folder(writing) ? STATUS_DONE : STATUS_FAILED;
    for (size_t step = 0; step < sizeof steps / sizeof *steps && status == STATUS_DONE; step++)
        status = each_target(writing, steps[step]);
    if (status != STATUS_DONE)
        output->writing = NULL;
    return status;
}

enum status output_settle(struct output *output)
{
    const struct writing *writing = output->writing;
    output->writing = NULL;
    return each_target(writing, settle);
}

enum status output_answer(struct arena *arena, const struct call *call, const char *text)
{
    struct target target = {.bytes = text, .length = strlen(text)};
    struct output output = {.targets = &target, .count = 1};
    return output_write(arena, call, &output);
}

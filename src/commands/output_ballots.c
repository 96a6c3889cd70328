/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "output_internal.h"
#include "quorate/text.h"

/* Tables to fill in: they are no reports, and there can be two of them. */

#define CSV     ".csv"
#define COLUMNS 80
#define INDENT  2

static bool is_csv(const char *path)
{
    const char *ending = output_ending(path);
    return ending != NULL && strcasecmp(ending, CSV) == 0;
}

/* `two`: the other table's name is made of this one. */
static bool check_ending(struct arena *arena, const char *path, bool two, struct misuse *misuse)
{
    const char *shown = text_printable(arena, path), *ending = output_ending(path);
    if (is_csv(path) || (ending == NULL && !two))
        return true;
    misuse->what =
        ending == NULL
            ? arena_format(arena, "-o names two tables here, and %s does not end in .csv", shown)
            : arena_format(arena, "the ballot file is a table in CSV, and %s ends in %s", shown,
                           text_printable(arena, ending));
    misuse->remedy = "Give -o a name that ends in .csv. A spreadsheet program opens it.";
    return false;
}

bool output_plan_ballots(struct arena *arena, const struct options *options, const char **path,
                         struct misuse *misuse)
{
    const char *given = options->values[OPTION_OUTPUT];
    *misuse = (struct misuse){0};
    *path = given != NULL && strcmp(given, "-") == 0 ? NULL : given;
    return *path == NULL || (check_ending(arena, *path, false, misuse) &&
                             output_check_target(arena, options, *path, true, misuse));
}

bool output_plan_two(struct arena *arena, const struct options *options, const char *behind,
                     const char **path, const char **other, struct misuse *misuse)
{
    const char *given = options->values[OPTION_OUTPUT];
    *misuse = (struct misuse){0};
    if (given == NULL || strcmp(given, "-") == 0) {
        misuse->what = "two tables are made, which cannot both go to standard output";
        misuse->remedy = arena_format(arena,
                                      "Name the ballot file with -o, as in -o further.csv; the "
                                      "other table is then further%s.csv.",
                                      behind);
        return false;
    }
    if (!check_ending(arena, given, true, misuse))
        return false;
    *path = given;
    *other = arena_format(arena, "%.*s%s" CSV, (int)(strlen(given) - strlen(CSV)), given, behind);
    return output_check_target(arena, options, *path, true, misuse) &&
           output_check_target(arena, options, *other, true, misuse);
}

enum status output_two(struct arena *arena, const struct call *call, const struct new_file files[2])
{
    struct file_draft *drafts[2];
    const char *names[2] = {text_printable(arena, files[0].path),
                            text_printable(arena, files[1].path)};
    struct file_fault fault;
    for (size_t i = 0; i < 2; i++) {
        fault =
            file_prepare(arena, files[i].path, files[i].bytes, strlen(files[i].bytes), &drafts[i]);
        if (fault.kind == FILE_SOUND)
            continue;
        if (i == 1)
            file_discard(drafts[0]);
        return output_fail_to_write(
            arena, call, names[i], fault,
            arena_format(arena, "So %s was not written either.", names[1 - i]));
    }
    fault = file_publish(arena, drafts[0]);
    if (fault.kind != FILE_SOUND) {
        file_discard(drafts[1]);
        return output_fail_to_write(arena, call, names[0], fault,
                                    arena_format(arena, "So %s was not written either.", names[1]));
    }
    fault = file_publish(arena, drafts[1]);
    if (fault.kind == FILE_SOUND)
        return STATUS_DONE;
    bool gone = file_withdraw(drafts[0]);
    return output_fail_to_write(
        arena, call, names[1], fault,
        arena_format(arena, gone ? "So %s was not written either." : "%s was written.", names[0]));
}

void output_note(struct arena *arena, const struct call *call, const char *text)
{
    struct buffer message = {.arena = arena};
    if (call->options.values[OPTION_QUIET] != NULL)
        return;
    text_wrap(&message, text, 0, INDENT, COLUMNS);
    output_say(arena, call, buffer_text(&message));
}

void output_command(struct arena *arena, const struct call *call, const char *command)
{
    if (call->options.values[OPTION_QUIET] == NULL)
        output_say(arena, call, arena_format(arena, "  %s\n", text_printable(arena, command)));
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "deciding.h"
#include "messages.h"
#include "new_tables.h"
#include "quorate/file.h"
#include "quorate/text.h"

static bool refuse(struct misuse *misuse, const char *what, const char *remedy)
{
    *misuse = (struct misuse){.what = what, .remedy = remedy};
    return false;
}

/* What is there already is somebody's work. */
static bool check_folder(struct arena *arena, const char *folder, struct misuse *misuse)
{
    const char *shown = text_printable(arena, folder);
    size_t count = 0;
    if (*folder == '\0')
        return refuse(misuse, "the name of the folder is blank", "As in: quorate new our-locality");
    if (!file_exists(folder))
        return file_exists(file_folder(arena, folder)) ||
               refuse(misuse, arena_format(arena, "the folder of %s does not exist", shown),
                      "Make that folder first, or give the new one another place.");
    if (!file_is_folder(folder))
        return refuse(misuse, arena_format(arena, "%s is there already, and is no folder", shown),
                      "Give the new folder another name.");
    const char *const *names = file_names(arena, folder, &count);
    if (count == 0)
        return true;
    return refuse(
        misuse,
        arena_format(arena, "%s is not empty: it holds %s", shown, text_printable(arena, names[0])),
        "Give the name of a folder that is new or empty. To change tables that are "
        "there, open them in a spreadsheet program.");
}

bool new_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
              struct output *output, struct misuse *misuse)
{
    const char *wanted = options->values[OPTION_CONSTITUTION];
    (void)kind; /* it makes no report */
    output->folder = file_trimmed(arena, options->operands[0]);
    if (wanted != NULL && options->values[OPTION_EMPTY] != NULL)
        return refuse(misuse, "--empty takes no table from a constitution, and -C names one",
                      "Leave out one of the two.");
    if (wanted == NULL || constitution_bundled(arena, wanted, misuse) != NULL)
        return check_folder(arena, output->folder, misuse);
    if (file_is_folder(wanted))
        misuse->remedy = arena_format(arena, "To have the tables of the folder %s twice, copy it.",
                                      text_printable(arena, wanted));
    return false;
}

const void *new_decide(struct run *run)
{
    struct arena *arena = run->arena;
    const char *wanted = run_value(run, OPTION_CONSTITUTION), *name = NULL;
    size_t count;
    if (run_value(run, OPTION_EMPTY) == NULL)
        name = constitution_bundled(arena, wanted == NULL ? CONSTITUTION_DEFAULT : wanted,
                                    &run->misuse);
    struct output *output = &run->output;
    const struct new_table *tables = new_tables(arena, name, output->folder, &count);
    output->targets = arena_alloc(arena, count, sizeof *output->targets);
    output->count = count;
    for (size_t i = 0; i < count; i++)
        output->targets[i] =
            (struct target){.path = file_in_folder(arena, output->folder, tables[i].name),
                            .bytes = tables[i].bytes,
                            .length = tables[i].length};
    return output;
}

void new_tell(struct run *run, const void *decided)
{
    const struct output *output = decided;
    bool here = strcmp(output->folder, ".") == 0;
    message_note(
        run->arena, run->call,
        arena_format(
            run->arena, "%squorate check%s%s",
            run_value(run, OPTION_EMPTY) != NULL
                ? "What is to be filled in, cell by cell, is told by: "
                : "Whether the tables fit together, once they are changed, is told by: ",
            here ? "" : " -C ",
            here ? "" : text_shell_word(run->arena, text_printable(run->arena, output->folder))));
}

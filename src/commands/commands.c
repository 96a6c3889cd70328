/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>
#include <strings.h>

#include "command_table.h"
#include "driver.h"
#include "help.h"
#include "messages.h"
#include "output.h"
#include "quorate/file.h"
#include "quorate/text.h"

#ifndef QUORATE_VERSION
#error "QUORATE_VERSION comes from the Makefile"
#endif

static enum status show_version(struct arena *arena, const struct call *call)
{
    return output_answer(arena, call, "quorate " QUORATE_VERSION "\n");
}

static enum status show_brief(struct arena *arena, const struct call *call)
{
    const char *text = help_brief(arena);
    (void)file_write_descriptor(arena, call->world->errors, text, strlen(text));
    return STATUS_USAGE;
}

static enum status refuse_command(struct arena *arena, const struct call *call, const char *name)
{
    const char **names = arena_alloc(arena, command_count, sizeof *names);
    struct misuse misuse = {.list = help_list(arena)};
    if (text_invalid_at(name, strlen(name)) != TEXT_VALID)
        name = "?";
    for (size_t i = 0; i < command_count; i++)
        names[i] = commands[i].name;
    size_t nearest = text_nearest(arena, name, names, command_count);
    misuse.what = arena_format(arena, "unknown command \"%s\"", text_printable(arena, name));
    if (file_exists(name))
        misuse.remedy = arena_format(arena, "To count a file of ballots: quorate tally %s",
                                     text_printable(arena, name));
    else if (nearest != TEXT_NO_CHOICE)
        misuse.remedy = arena_format(arena, "Did you mean quorate %s?", names[nearest]);
    return message_misuse(arena, call, &misuse);
}

/* `quorate --help`, and options in front of the command, where they cannot stand. */
static enum status run_bare(struct arena *arena, struct call *call)
{
    const struct world *world = call->world;
    struct misuse misuse;
    if (!options_parse(arena, COMMAND_NONE, world->argument_count, world->arguments, &call->options,
                       &misuse)) {
        if (misuse.remedy == NULL)
            misuse.remedy = "The command comes first, then its options.";
        return message_misuse(arena, call, &misuse);
    }
    if (call->options.values[OPTION_VERSION] != NULL)
        return show_version(arena, call);
    if (call->options.values[OPTION_HELP] != NULL)
        return output_answer(arena, call, help_all(arena));
    return refuse_command(arena, call, world->arguments[1]);
}

/* "quorate tally meeting x.csv": the kind of decision stands among the files. */
static const char *kind_among_files(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    if (!option_of(call->command->id, OPTION_DECISION) ||
        options->values[OPTION_DECISION] != NULL || options->operand_count != 2)
        return NULL;
    for (size_t i = 0; i < 2; i++)
        if (!file_exists(options->operands[i]) && file_exists(options->operands[1 - i]))
            return arena_format(arena, "If \"%s\" is the kind of decision: quorate %s -d %s %s",
                                text_printable(arena, options->operands[i]), call->command->name,
                                text_printable(arena, options->operands[i]),
                                text_printable(arena, options->operands[1 - i]));
    return NULL;
}

static bool check_operands(struct arena *arena, const struct call *call, struct misuse *misuse)
{
    const struct command *command = call->command;
    const struct options *options = &call->options;
    bool without = command->without_operand != OPTION_DECISION &&
                   options->values[command->without_operand] != NULL;
    if (without && options->operand_count > 0) {
        misuse->what = arena_format(arena, "--%s takes no file, and \"%s\" is one",
                                    option_table[command->without_operand].name,
                                    text_printable(arena, options->operands[0]));
        misuse->remedy = "Leave out one of the two.";
        return false;
    }
    if (options->operand_count == 0 && command->operands_most > 0 && !command->operand_optional &&
        !without) {
        misuse->what = arena_format(arena, "%s is missing: which %s is it?", command->operand,
                                    command->operand_is_written ? "folder" : "file");
        misuse->remedy =
            arena_format(arena, "As in: quorate %s %s", command->name, command->examples[0].line);
        return false;
    }
    if (options->operand_count <= command->operands_most)
        return true;
    const char *surplus = text_printable(arena, options->operands[command->operands_most]);
    misuse->remedy = kind_among_files(arena, call);
    if (misuse->remedy == NULL)
        misuse->remedy = "Put a name or a text with spaces in it between quotation marks.";
    if (command->operands_most == 0)
        misuse->what = arena_format(arena, "quorate %s takes no file, and \"%s\" is one",
                                    command->name, surplus);
    else if (command->operands_most == 1)
        misuse->what =
            arena_format(arena, "quorate %s takes one %s, and \"%s\" is a second", command->name,
                         command->operand_is_written ? "folder" : "file", surplus);
    else
        misuse->what =
            arena_format(arena, "quorate %s takes %zu files at most, and \"%s\" is one more",
                         command->name, command->operands_most, surplus);
    return false;
}

/* `before`: how many of the arguments stand in front of the options and files. */
static enum status run_command(struct arena *arena, struct call *call, int before)
{
    const struct world *world = call->world;
    struct misuse misuse;
    if (!options_parse(arena, call->command->id, world->argument_count - before + 1,
                       world->arguments + before - 1, &call->options, &misuse))
        return message_misuse(arena, call, &misuse);
    if (call->options.values[OPTION_HELP] != NULL)
        return output_answer(arena, call, help_command(arena, call->command));
    if (call->options.values[OPTION_VERSION] != NULL)
        return show_version(arena, call);
    if (!check_operands(arena, call, &misuse))
        return message_misuse(arena, call, &misuse);
    return driver_run(arena, call);
}

/* `quorate help` and `quorate help COMMAND`, for those who try it. */
static enum status run_help(struct arena *arena, struct call *call)
{
    const struct world *world = call->world;
    if (world->argument_count < 3)
        return output_answer(arena, call, help_all(arena));
    const struct command *command = command_named(world->arguments[2]);
    if (command == NULL)
        return refuse_command(arena, call, world->arguments[2]);
    if (world->argument_count > 3) {
        const char *surplus = text_printable(arena, world->arguments[3]);
        struct misuse misuse = {
            .what =
                arena_format(arena, "quorate help takes one command, and \"%s\" is more", surplus),
        };
        call->command = command;
        return message_misuse(arena, call, &misuse);
    }
    return output_answer(arena, call, help_command(arena, command));
}

/* Files that are dropped on the program: a saved result is proved again, others are looked at. */
static enum status run_dropped(struct arena *arena, struct call *call)
{
    const char *ending = file_ending(call->world->arguments[1]);
    bool is_result = ending != NULL && strcasecmp(ending, ".json") == 0;
    call->command = command_named(is_result ? "verify" : "check");
    return run_command(arena, call, 1);
}

enum status commands_run(struct arena *arena, const struct world *world)
{
    struct call call = {.world = world};
    if (world->argument_count < 2)
        return show_brief(arena, &call);
    if (world->dropped_on)
        return run_dropped(arena, &call);
    const char *name = world->arguments[1];
    if (name[0] == '-')
        return run_bare(arena, &call);
    if (strcmp(name, "help") == 0)
        return run_help(arena, &call);
    call.command = command_named(name);
    return call.command == NULL ? refuse_command(arena, &call, name) : run_command(arena, &call, 2);
}

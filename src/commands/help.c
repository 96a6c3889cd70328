/* SPDX-License-Identifier: MIT */
#include "help.h"

#include "command_table.h"
#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/nhs.h"
#include "quorate/report.h"
#include "quorate/text.h"

/* Help pages are made from the tables of commands, options and formats, so they cannot fall behind
 * them. */

#define COLUMNS      80
#define NAMES_COLUMN 2
#define TEXT_COLUMN  28

static void add_help_row(struct buffer *page, const char *name, const char *text,
                         size_t text_column)
{
    size_t used = NAMES_COLUMN + text_width(name);
    buffer_add_repeated(page, ' ', NAMES_COLUMN);
    buffer_add(page, name);
    if (used + 2 > text_column) {
        buffer_add(page, "\n");
        used = 0;
    }
    buffer_add_repeated(page, ' ', text_column - used);
    text_wrap(page, text, text_column, text_column, COLUMNS);
}

const char *help_list(struct arena *arena)
{
    struct buffer list = {.arena = arena};
    buffer_add(&list, "The commands are:\n");
    for (size_t i = 0; i < command_count; i++)
        add_help_row(&list, commands[i].name, commands[i].summary, 13);
    return buffer_text(&list);
}

/* "-d, --decision KIND"; without a letter the names still stand below one another. */
static const char *spell_option(struct arena *arena, const struct option_row *row)
{
    struct buffer name = {.arena = arena};
    if (row->letter != 0)
        buffer_format(&name, "-%c, ", row->letter);
    else
        buffer_add(&name, "    ");
    buffer_format(&name, "--%s", row->name);
    if (row->argument != NULL)
        buffer_format(&name, " %s", row->argument);
    return buffer_text(&name);
}

static void add_options(struct buffer *page, enum command_id command)
{
    buffer_add(page, "\nOptions\n");
    for (int id = 0; id < OPTIONS; id++)
        if (option_of(command, (enum option_id)id))
            add_help_row(page, spell_option(page->arena, &option_table[id]),
                         option_help(command, (enum option_id)id), TEXT_COLUMN);
}

static void add_examples(struct buffer *page, const struct command *command)
{
    buffer_add(page, "Examples\n");
    for (size_t i = 0; i < command->example_count; i++) {
        const char *line = command->examples[i].line;
        buffer_format(page, "  quorate %s%s%s\n      ", command->name, *line == '\0' ? "" : " ",
                      line);
        text_wrap(page, command->examples[i].meaning, 6, 6, COLUMNS);
    }
}

/* The ending is told where the name given to -o can ask for the format by it. */
static void add_formats(struct buffer *page, const struct command *command)
{
    buffer_add(page, "\nFormats\n");
    for (size_t i = 0; i < format_count; i++) {
        if (!format_writes(&formats[i], command->report))
            continue;
        const char *summary = format_summary(&formats[i], command->report);
        if (!command->makes_table)
            summary = arena_format(page->arena, "%s (.%s)", summary, formats[i].extension);
        add_help_row(page, formats[i].name, summary, TEXT_COLUMN);
    }
}

static void add_layouts(struct buffer *page, const struct command *command)
{
    size_t count;
    const struct national_layout *layouts = national_layouts(page->arena, &count);
    buffer_format(page, "\nLayouts of %s, told from the headings\n", command->operand);
    for (size_t i = 0; i < count; i++)
        add_help_row(page, layouts[i].name, layouts[i].holds, TEXT_COLUMN);
}

static void add_constitutions(struct buffer *page)
{
    size_t count;
    const char *const *names = bundled_names(&count);
    buffer_add(page, "\nBundled constitutions\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(page, "  %s\n", names[i]);
}

static void add_statuses(struct buffer *page, const struct command *command)
{
    buffer_add(page, "\nExit status\n");
    add_help_row(page, "0", command->done, 13);
    add_help_row(page, "1", command->refused, 13);
    add_help_row(page, "2", "the command line is wrong", 13);
    add_help_row(page, "3", "quorate itself failed: no memory, a full disk", 13);
    if (command->exit_codes != NULL)
        add_help_row(page, command->exit_codes, command->exit_means, 13);
}

static void add_usage(struct buffer *page, const struct command *command)
{
    buffer_format(page, "\nUsage\n  quorate %s [OPTIONS]", command->name);
    if (command->operand == NULL) {
        buffer_add(page, "\n");
        return;
    }
    bool optional = command->operand_optional;
    buffer_format(page, " %s%s%s%s\n\n", optional ? "[" : "", command->operand, optional ? "]" : "",
                  command->operands_most > 1 ? "..." : "");
    text_wrap(page,
              arena_format(page->arena, "%s is %s%s.", command->operand, command->operand_is,
                           command->operand_is_written ? "" : "; - is standard input"),
              0, 0, COLUMNS);
}

const char *help_command(struct arena *arena, const struct command *command)
{
    struct buffer page = {.arena = arena};
    add_examples(&page, command);
    add_usage(&page, command);
    if (command->has_layouts)
        add_layouts(&page, command);
    add_options(&page, command->id);
    if (option_of(command->id, OPTION_FORMAT))
        add_formats(&page, command);
    if (option_of(command->id, OPTION_CONSTITUTION))
        add_constitutions(&page);
    add_statuses(&page, command);
    return buffer_text(&page);
}

#define PURPOSE                                                                                    \
    "quorate counts a locality's votes under its own constitution, and says what was\n"            \
    "decided and why.\n"

const char *help_all(struct arena *arena)
{
    struct buffer page = {.arena = arena};
    buffer_add(&page, PURPOSE);
    buffer_format(&page, "\nExample\n  quorate %s %s\n", commands[0].name,
                  commands[0].examples[0].line);
    buffer_add(&page, "\nCommands\n");
    for (size_t i = 0; i < command_count; i++)
        add_help_row(&page, commands[i].name, commands[i].summary, TEXT_COLUMN);
    add_options(&page, COMMAND_NONE);
    buffer_add(&page, "\nquorate COMMAND --help tells more about a command, with examples.\n");
    return buffer_text(&page);
}

const char *help_brief(struct arena *arena)
{
    return arena_format(arena, PURPOSE "\n  quorate %s %s\n\n%sTry: quorate --help\n",
                        commands[0].name, commands[0].examples[0].line, help_list(arena));
}

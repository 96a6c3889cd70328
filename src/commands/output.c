/* SPDX-License-Identifier: MIT */
#include "output.h"
#include "output_internal.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "quorate/file.h"
#include "quorate/text.h"

#define COLUMNS 80
#define INDENT  2

#define PREFIX  "quorate:"
#define RED     "\033[1;31m"
#define DEFAULT "\033[0m"

/* ---- Messages, on standard error */

static bool in_color(const struct call *call)
{
    const struct world *world = call->world;
    const char *when = call->options.values[OPTION_COLOR];
    if (when != NULL && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    bool unwanted = world->no_color != NULL && world->no_color[0] != '\0';
    bool dumb = world->terminal == NULL || strcmp(world->terminal, "dumb") == 0;
    return world->errors_on_terminal && !unwanted && !dumb;
}

void output_say(struct arena *arena, const struct call *call, const char *message)
{
    struct buffer buffer = {.arena = arena};
    bool colored = in_color(call);
    while (*message != '\0') {
        size_t length = strcspn(message, "\n");
        length += message[length] == '\n';
        if (colored && strncmp(message, PREFIX, strlen(PREFIX)) == 0) {
            buffer_add(&buffer, RED PREFIX DEFAULT);
            message += strlen(PREFIX);
            length -= strlen(PREFIX);
        }
        buffer_add_bytes(&buffer, message, length);
        message += length;
    }
    (void)file_write_descriptor(arena, call->world->errors, buffer_text(&buffer), buffer.length);
}

enum status output_misuse(struct arena *arena, const struct call *call, const struct misuse *misuse)
{
    struct buffer message = {.arena = arena};
    text_wrap(&message, arena_format(arena, PREFIX " %s", misuse->what), 0, INDENT, COLUMNS);
    if (misuse->remedy != NULL) {
        buffer_add_repeated(&message, ' ', INDENT);
        text_wrap(&message, misuse->remedy, INDENT, INDENT, COLUMNS);
    }
    if (misuse->list != NULL)
        buffer_add(&message, misuse->list);
    if (call->command == NULL)
        buffer_add(&message, "Try: quorate --help\n");
    else
        buffer_format(&message, "Try: quorate %s --help\n", call->command->name);
    output_say(arena, call, buffer_text(&message));
    return STATUS_USAGE;
}

void output_problems(struct arena *arena, const struct call *call, const struct diag *diag)
{
    struct buffer message = {.arena = arena};
    bool quiet = call->options.values[OPTION_QUIET] != NULL;
    diag_print(diag, &message, call->command->closing, quiet);
    if (message.length > 0)
        output_say(arena, call, buffer_text(&message));
}

enum status output_failure(struct arena *arena, const struct call *call, const char *what)
{
    struct buffer message = {.arena = arena};
    text_wrap(&message, arena_format(arena, PREFIX " %s", what), 0, INDENT, COLUMNS);
    output_say(arena, call, buffer_text(&message));
    return STATUS_FAILED;
}

/* ---- Results */

static const char *list_formats(struct arena *arena, enum report_name kind)
{
    struct buffer list = {.arena = arena};
    buffer_add(&list, "The formats are:\n");
    for (size_t i = 0; i < format_count; i++)
        if (format_writes(&formats[i], kind))
            buffer_format(&list, "  %-10s  %s (.%s)\n", formats[i].name,
                          format_summary(&formats[i], kind), formats[i].extension);
    return buffer_text(&list);
}

static bool refuse_format(struct arena *arena, const char *name, enum report_name kind,
                          struct misuse *misuse)
{
    const char **names = arena_alloc(arena, format_count, sizeof *names);
    for (size_t i = 0; i < format_count; i++)
        names[i] = formats[i].name;
    size_t nearest = text_nearest(arena, name, names, format_count);
    *misuse = (struct misuse){
        .what = format_named(name) != NULL
                    ? arena_format(arena, "this report is not written as %s", name)
                    : arena_format(arena, "unknown format \"%s\"", text_printable(arena, name)),
        .list = list_formats(arena, kind),
    };
    if (nearest != TEXT_NO_CHOICE && format_writes(&formats[nearest], kind))
        misuse->remedy = arena_format(arena, "Did you mean %s?", names[nearest]);
    return false;
}

/* The table of this run that stands where the result is to go, or NULL. */
static const char *read_from(const struct options *options, const char *target)
{
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].value == VALUE_TABLE && options->values[id] != NULL &&
            file_is_same(target, options->values[id]))
            return options->values[id];
    for (size_t i = 0; i < options->operand_count; i++)
        if (file_is_same(target, options->operands[i]))
            return options->operands[i];
    return NULL;
}

/* Whether a file stands in the folder of the constitution in use and is one of its tables, or for a
 * report may be one: only the rules say what its roll is called. */
static bool is_of_constitution(struct arena *arena, const struct options *options, const char *path,
                               bool is_table)
{
    static const char *const usual[] = {"rules.csv",  "practices.csv", "localities.csv",
                                        "voters.csv", "interests.csv", "columns.csv"};
    const char *constitution = options->values[OPTION_CONSTITUTION];
    size_t length = strlen(path);
    bool found = !is_table && length > 4 && strcasecmp(path + length - 4, ".csv") == 0;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        found = found || strcmp(file_base_name(arena, path), usual[i]) == 0;
    return found && constitution != NULL && file_is_same(constitution, file_folder(arena, path));
}

bool output_check_target(struct arena *arena, const struct options *options, const char *path,
                         bool is_table, struct misuse *misuse)
{
    struct stat target;
    const char *shown = text_printable(arena, path);
    if (stat(path, &target) != 0) {
        if (!file_exists(path) && !file_exists(file_folder(arena, path))) {
            misuse->what = arena_format(arena, "the folder of %s does not exist", shown);
            misuse->remedy = "Make the folder, or give the result another place.";
            return false;
        }
        if (!file_exists(path) || options->values[OPTION_FORCE] != NULL)
            return true;
    } else if (S_ISDIR(target.st_mode)) {
        misuse->what = arena_format(arena, "%s is a folder", shown);
        misuse->remedy = "Give the name of a file in it.";
        return false;
    } else if (!S_ISREG(target.st_mode)) {
        return true;
    } else if (read_from(options, path) != NULL ||
               is_of_constitution(arena, options, path, is_table)) {
        misuse->what = arena_format(arena, "%s is a table that is read here", shown);
        misuse->remedy = "Give the result a name of its own.";
        return false;
    } else if (options->values[OPTION_FORCE] != NULL) {
        return true;
    }
    misuse->what = arena_format(arena, "%s exists already", shown);
    misuse->remedy = "Give the result another name, or replace the file with --force.";
    return false;
}

const char *output_ending(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');
    bool letter = false;
    if (dot == NULL || dot == name)
        return NULL;
    for (const char *at = dot + 1; *at != '\0'; at++) {
        if (!isalnum((unsigned char)*at))
            return NULL;
        letter = letter || isalpha((unsigned char)*at);
    }
    return letter ? dot : NULL;
}

/* A name that promises a kind of document which is not written here: text in it would not open. */
static bool check_ending(struct arena *arena, const char *path, enum report_name kind,
                         struct misuse *misuse)
{
    const char *ending = output_ending(path);
    if (ending == NULL)
        return true;
    misuse->what =
        arena_format(arena, "quorate does not write %s files", text_printable(arena, ending));
    misuse->remedy = "Give -o a name that ends as one of the formats does, or say the format "
                     "with -f. A word processor opens html.";
    misuse->list = list_formats(arena, kind);
    return false;
}

/* A table is CSV, whatever its name promises. */
static bool check_table_ending(struct arena *arena, const char *path, struct misuse *misuse)
{
    const struct format *format = format_of_file(path);
    const char *ending = output_ending(path);
    if (ending == NULL || (format != NULL && strcmp(format->name, "csv") == 0))
        return true;
    misuse->what = arena_format(arena, "-o names the new roll, a table in CSV, and %s ends in %s",
                                text_printable(arena, path), text_printable(arena, ending));
    misuse->remedy = "Give -o a name that ends in .csv.";
    if (format != NULL)
        misuse->remedy = arena_format(
            arena,
            "%s The report goes to standard output: to have it in a file, write -f %s > FILE%s "
            "behind the command.",
            misuse->remedy, format->name, ending);
    return false;
}

/* Only CSV is opened by guessing the encoding. */
static bool check_excel(struct arena *arena, const struct options *options,
                        const struct format *format, struct misuse *misuse)
{
    if (options->values[OPTION_EXCEL] == NULL || strcmp(format->name, "csv") == 0)
        return true;
    misuse->what =
        arena_format(arena, "--excel goes with the format csv, and this is %s", format->name);
    misuse->remedy = "Add -f csv, or leave --excel out.";
    return false;
}

/* `is_table`: what is written is a table, and its report goes elsewhere. */
static bool plan(struct arena *arena, const struct options *options, enum report_name kind,
                 struct destination *destination, bool is_table, struct misuse *misuse)
{
    const char *path = options->values[OPTION_OUTPUT];
    const char *format = options->values[OPTION_FORMAT];
    if (path != NULL && strcmp(path, "-") == 0)
        path = NULL;
    *misuse = (struct misuse){0};
    *destination = (struct destination){.path = path, .format = &formats[0]};
    if (format != NULL)
        destination->format = format_named(format);
    else if (path != NULL && format_of_file(path) != NULL)
        destination->format = format_of_file(path);
    else if (path != NULL && !check_ending(arena, path, kind, misuse))
        return false;
    if (destination->format == NULL)
        return refuse_format(arena, format, kind, misuse);
    if (!format_writes(destination->format, kind))
        return refuse_format(arena, destination->format->name, kind, misuse);
    destination->excel = options->values[OPTION_EXCEL] != NULL;
    if (!check_excel(arena, options, destination->format, misuse))
        return false;
    return path == NULL || output_check_target(arena, options, path, is_table, misuse);
}

bool output_plan(struct arena *arena, const struct options *options, enum report_name kind,
                 struct destination *destination, struct misuse *misuse)
{
    return plan(arena, options, kind, destination, false, misuse);
}

bool output_plan_table(struct arena *arena, const struct options *options, enum report_name kind,
                       struct destination *destination, struct misuse *misuse)
{
    const char *path = options->values[OPTION_OUTPUT];
    if (path != NULL && strcmp(path, "-") == 0) {
        *misuse = (struct misuse){.what = "the report goes to standard output, so the new table "
                                          "cannot",
                                  .remedy = "Give -o the name of a file."};
        return false;
    }
    *misuse = (struct misuse){0};
    if (path != NULL && !check_table_ending(arena, path, misuse))
        return false;
    if (!plan(arena, options, kind, destination, true, misuse))
        return false;
    if (options->values[OPTION_FORMAT] == NULL)
        destination->format = &formats[0];
    return check_excel(arena, options, destination->format, misuse);
}

void output_begin(const struct destination *destination, struct buffer *result)
{
    if (destination->excel)
        buffer_add(result, "\xEF\xBB\xBF");
}

enum status output_fail_to_write(struct arena *arena, const struct call *call, const char *name,
                                 struct file_fault fault, const char *behind)
{
    struct buffer message = {.arena = arena};
    text_wrap(&message, arena_format(arena, PREFIX " %s %s", name, fault.words), 0, INDENT,
              COLUMNS);
    if (fault.kind == FILE_WITHOUT_FOLDER)
        behind = "Make the folder first, or give -o a name in one that there is.";
    if (behind != NULL) {
        buffer_add_repeated(&message, ' ', INDENT);
        text_wrap(&message, behind, INDENT, INDENT, COLUMNS);
    }
    output_say(arena, call, buffer_text(&message));
    return STATUS_FAILED;
}

enum status output_answer(struct arena *arena, const struct call *call, const char *text)
{
    struct file_fault fault = file_write_descriptor(arena, call->world->output, text, strlen(text));
    return fault.kind == FILE_SOUND
               ? STATUS_DONE
               : output_fail_to_write(arena, call, "standard output", fault, NULL);
}

enum status output_result(struct arena *arena, const struct call *call,
                          const struct destination *destination, const struct buffer *result)
{
    const char *path = destination->path;
    if (path == NULL)
        return output_answer(arena, call, buffer_text(result));
    struct file_fault fault = file_write(arena, path, buffer_text(result), result->length);
    return fault.kind == FILE_SOUND
               ? STATUS_DONE
               : output_fail_to_write(arena, call, text_printable(arena, path), fault, NULL);
}

enum status output_table(struct arena *arena, const struct call *call,
                         const struct destination *destination, const struct buffer *table,
                         const struct buffer *report)
{
    const char *shown = text_printable(arena, destination->path);
    struct file_draft *draft;
    struct file_fault fault =
        file_prepare(arena, destination->path, buffer_text(table), table->length, &draft);
    if (fault.kind != FILE_SOUND)
        return output_fail_to_write(arena, call, shown, fault, NULL);
    fault = file_write_descriptor(arena, call->world->output, buffer_text(report), report->length);
    if (fault.kind != FILE_SOUND) {
        file_discard(draft);
        return output_fail_to_write(arena, call, "standard output", fault,
                                    arena_format(arena, "So %s was not written either.", shown));
    }
    fault = file_publish(arena, draft);
    if (fault.kind != FILE_SOUND)
        return output_fail_to_write(arena, call, shown, fault,
                                    "The report above says that it was written. It was not.");
    return STATUS_DONE;
}

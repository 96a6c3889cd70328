/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "output.h"
#include "quorate/text.h"

/* Which targets a command line names, and in which format. */

/* ---- Formats and the names of files */

static const char *list_formats(struct arena *arena, const struct report_kind *kind)
{
    struct buffer list = {.arena = arena};
    buffer_add(&list, "The formats are:\n");
    for (size_t i = 0; i < format_count; i++)
        if (format_writes(&formats[i], kind))
            buffer_format(&list, "  %-10s  %s (.%s)\n", formats[i].name,
                          format_summary(&formats[i], kind), formats[i].extension);
    return buffer_text(&list);
}

static bool refuse_format(struct arena *arena, const char *name, const struct report_kind *kind,
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

/* The ending of a file's name, as ".docx": letters and digits, at least one of them a letter. NULL
 * for none, as of "minutes of 24.06.2015". */
static const char *ending_of(const char *path)
{
    const char *dot = file_ending(path);
    bool letter = false;
    if (dot == NULL)
        return NULL;
    for (const char *at = dot + 1; *at != '\0'; at++) {
        if (!isalnum((unsigned char)*at))
            return NULL;
        letter = letter || isalpha((unsigned char)*at);
    }
    return letter ? dot : NULL;
}

/* A name that promises a kind of document which is not written here: text in it would not open. */
static bool check_ending(struct arena *arena, const char *path, const struct report_kind *kind,
                         struct misuse *misuse)
{
    const char *ending = ending_of(path);
    if (ending == NULL)
        return true;
    misuse->what =
        arena_format(arena, "quorate does not write %s files", text_printable(arena, ending));
    misuse->remedy = "Give -o a name that ends as one of the formats does, or say the format "
                     "with -f. A word processor opens html.";
    misuse->list = list_formats(arena, kind);
    return false;
}

/* Only CSV is opened by guessing the encoding. */
static bool is_csv(const struct format *format)
{
    return strcmp(format->name, "csv") == 0;
}

static bool refuse_excel(struct arena *arena, const struct format *format, bool several,
                         struct misuse *misuse)
{
    misuse->what =
        arena_format(arena, "--excel goes with the format csv, and this is %s", format->name);
    misuse->remedy = several ? "Name a file that ends in .csv as well, or leave --excel out."
                             : "Add -f csv, or leave --excel out.";
    return false;
}

/* ---- Reports */

/* The format that one report is written in: what -f says, else what the name does, else text. */
static const struct format *choose_format(struct arena *arena, const struct options *options,
                                          const char *path, const struct report_kind *kind,
                                          struct misuse *misuse)
{
    const char *wanted = options->values[OPTION_FORMAT];
    const struct format *format = &formats[0];
    if (wanted != NULL)
        format = format_named(wanted);
    else if (path != NULL && format_of_file(path) != NULL)
        format = format_of_file(path);
    else if (path != NULL && !check_ending(arena, path, kind, misuse))
        return NULL;
    if (format != NULL && format_writes(format, kind))
        return format;
    refuse_format(arena, format == NULL ? wanted : format->name, kind, misuse);
    if (format != NULL && options->values[OPTION_BRIEF] != NULL)
        misuse->remedy = "Leave out --brief: only pages have three lines a motion, and data is "
                         "whole.";
    else if (format != NULL && options->values[OPTION_SUMMARY] != NULL)
        misuse->remedy = "Leave out --summary: only pages are summed up, and data is whole.";
    return NULL;
}

/* Of several files each says by its name what it is, and -f may not say otherwise. */
static bool check_agreement(struct arena *arena, const struct target *target, struct misuse *misuse)
{
    const struct format *named = target->path == NULL ? NULL : format_of_file(target->path);
    if (named == NULL || named == target->format)
        return true;
    misuse->what = arena_format(arena, "-f says %s, and the name %s says %s", target->format->name,
                                text_printable(arena, target->path), named->name);
    misuse->remedy =
        "With several -o each file is written in the format of its name: leave out -f.";
    return false;
}

/* Whether two names are of one file, be it there or not. */
static bool is_same_place(struct arena *arena, const char *one, const char *other)
{
    if (one == NULL || other == NULL)
        return one == other;
    return strcmp(one, other) == 0 || file_is_same(one, other) ||
           (strcmp(file_base_name(arena, one), file_base_name(arena, other)) == 0 &&
            file_is_same(file_folder(arena, one), file_folder(arena, other)));
}

bool output_writes(struct arena *arena, const struct output *output, const char *path)
{
    for (size_t i = 0; i < output->count; i++)
        if (is_same_place(arena, output->targets[i].path, path))
            return true;
    return false;
}

static bool check_difference(struct arena *arena, const struct output *output, size_t at,
                             struct misuse *misuse)
{
    const char *path = output->targets[at].path;
    for (size_t i = 0; i < at; i++) {
        const char *before = output->targets[i].path;
        if (!is_same_place(arena, before, path))
            continue;
        const char *shown = path == NULL ? "standard output" : text_printable(arena, path);
        misuse->what = path == NULL || strcmp(before, path) == 0
                           ? arena_format(arena, "-o names %s twice", shown)
                           : arena_format(arena, "-o names one file twice, as %s and as %s",
                                          text_printable(arena, before), shown);
        misuse->remedy = "Give each result a name of its own.";
        return false;
    }
    return true;
}

static bool plan_target(struct arena *arena, const struct options *options,
                        const struct report_kind *kind, const struct output *output, size_t at,
                        struct misuse *misuse)
{
    struct target *target = &output->targets[at];
    target->format = choose_format(arena, options, target->path, kind, misuse);
    if (target->format == NULL)
        return false;
    target->excel = options->values[OPTION_EXCEL] != NULL && is_csv(target->format);
    return (output->count == 1 || check_agreement(arena, target, misuse)) &&
           check_difference(arena, output, at, misuse);
}

bool output_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
                 struct output *output, struct misuse *misuse)
{
    const struct option_list *names = &options->lists[OPTION_OUTPUT];
    bool any_csv = false;
    size_t count = names->count > 0 ? names->count : 1;
    output->targets = arena_alloc(arena, count, sizeof *output->targets);
    output->count = count; /* now: without memory none of them is to be taken back */
    for (size_t i = 0; i < names->count; i++)
        output->targets[i].path = strcmp(names->values[i], "-") == 0 ? NULL : names->values[i];
    for (size_t i = 0; i < output->count; i++) {
        if (!plan_target(arena, options, kind, output, i, misuse))
            return false;
        any_csv = any_csv || is_csv(output->targets[i].format);
    }
    return options->values[OPTION_EXCEL] == NULL || any_csv ||
           refuse_excel(arena, output->targets[0].format, output->count > 1, misuse);
}

/* ---- Tables */

/* A table is CSV, whatever its name promises. */
static bool check_table_ending(struct arena *arena, const char *path, struct misuse *misuse)
{
    const struct format *format = format_of_file(path);
    const char *ending = ending_of(path);
    if (ending == NULL || (format != NULL && is_csv(format)))
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

bool output_plan_table(struct arena *arena, const struct options *options,
                       const struct report_kind *kind, struct output *output, struct misuse *misuse)
{
    const char *path = options->values[OPTION_OUTPUT];
    struct target *targets = arena_alloc(arena, 2, sizeof *targets);
    if (path != NULL && strcmp(path, "-") == 0) {
        *misuse = (struct misuse){.what = "the report goes to standard output, so the new table "
                                          "cannot",
                                  .remedy = "Give -o the name of a file."};
        return false;
    }
    if (path != NULL && !check_table_ending(arena, path, misuse))
        return false;
    if (path != NULL)
        targets[output->count++].path = path;
    struct target *report = &targets[output->count++];
    output->targets = targets;
    report->format = choose_format(arena, options, NULL, kind, misuse);
    if (report->format == NULL)
        return false;
    report->excel = options->values[OPTION_EXCEL] != NULL;
    return !report->excel || is_csv(report->format) ||
           refuse_excel(arena, report->format, false, misuse);
}

#define CSV      ".csv"
#define WORKBOOK ".xlsx"

static bool is_table(const char *path)
{
    const char *ending = ending_of(path);
    return ending != NULL && strcasecmp(ending, CSV) == 0;
}

bool output_is_workbook(const char *path)
{
    const char *ending = ending_of(path);
    return ending != NULL && strcasecmp(ending, WORKBOOK) == 0;
}

/* `two`: the other table's name is made of this one. */
static bool check_ballots_ending(struct arena *arena, const char *path, bool two,
                                 struct misuse *misuse)
{
    const char *shown = text_printable(arena, path), *ending = ending_of(path);
    if (is_table(path) || output_is_workbook(path) || (!two && ending == NULL))
        return true;
    misuse->what =
        ending == NULL
            ? arena_format(arena, "-o names two tables here, and %s does not end in .csv or .xlsx",
                           shown)
            : arena_format(arena, "the ballot file is a table, and %s ends in %s", shown,
                           text_printable(arena, ending));
    misuse->remedy = "Give -o a name that ends in .csv or .xlsx. A spreadsheet program opens it.";
    return false;
}

bool output_plan_ballots(struct arena *arena, const struct options *options, struct output *output,
                         struct misuse *misuse)
{
    const char *path = options->values[OPTION_OUTPUT];
    *output =
        (struct output){.targets = arena_alloc(arena, 1, sizeof *output->targets), .count = 1};
    if (path == NULL || strcmp(path, "-") == 0)
        return true;
    output->targets[0].path = path;
    return check_ballots_ending(arena, path, false, misuse);
}

bool output_plan_two(struct arena *arena, const struct options *options, const char *behind,
                     struct output *output, struct misuse *misuse)
{
    const char *path = options->values[OPTION_OUTPUT];
    if (path == NULL || strcmp(path, "-") == 0) {
        misuse->what = "two tables are made, which cannot both go to standard output";
        misuse->remedy = arena_format(arena,
                                      "Name the ballot file with -o, as in -o further.csv; the "
                                      "other table is then further%s.csv.",
                                      behind);
        return false;
    }
    if (!check_ballots_ending(arena, path, true, misuse))
        return false;
    *output =
        (struct output){.targets = arena_alloc(arena, 2, sizeof *output->targets), .count = 2};
    output->targets[0].path = path;
    output->targets[1].path = arena_format(
        arena, "%.*s%s" CSV, (int)(strlen(path) - strlen(ending_of(path))), path, behind);
    return true;
}

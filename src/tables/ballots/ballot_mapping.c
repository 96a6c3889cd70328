/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballots_internal.h"
#include "quorate/text.h"

/* Whether the headings that --column and columns.csv name can be what they are named for. */

static bool is_same_heading(const struct ballots_load *load, size_t one, size_t other)
{
    const struct column_name *names = load->reading->columns.names;
    return strcmp(names[one].column, names[other].column) != 0 &&
           text_same(load->sheet.arena, names[one].heading, names[other].heading);
}

/* One heading for two columns. */
static bool is_shared(const struct ballots_load *load, size_t name)
{
    const struct column_name *names = load->reading->columns.names;
    for (size_t i = 0; i < name; i++) {
        if (!is_same_heading(load, i, name))
            continue;
        const char *what = arena_format(
            load->sheet.arena, "the heading \"%s\" is given for the column \"%s\" and for \"%s\"",
            names[name].heading, names[i].column, names[name].column);
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR,
            (struct place){.file = load->sheet.table.file, .line = load->sheet.table.header.line},
            wording_public("A heading is of one column. Keep the one that is right."),
            wording_public(what));
        return true;
    }
    return false;
}

/* A heading that was given by name and is not there: the wrong file, or a slip. */
bool ballots_have_headings(const struct ballots_load *load)
{
    const struct column_names *names = &load->reading->columns;
    const struct row *header = &load->sheet.table.header;
    const char **headings = arena_alloc(load->sheet.arena, header->count, sizeof *headings);
    bool all = true;
    for (size_t i = 0; i < header->count; i++)
        headings[i] = header->cells[i].text;
    for (size_t i = 0; i < names->count; i++) {
        bool there = !names->names[i].wanted;
        all = !is_shared(load, i) && all;
        for (size_t j = 0; j < header->count; j++)
            there = there || text_same(load->sheet.arena, headings[j], names->names[i].heading);
        if (there)
            continue;
        size_t nearest =
            text_nearest(load->sheet.arena, names->names[i].heading, headings, header->count);
        static const char copy[] =
            "Copy the heading from the first row of the file, between quotation marks.";
        const char *remedy =
            nearest == TEXT_NO_CHOICE
                ? copy
                : arena_format(load->sheet.arena, "Did you mean \"%s\"?", headings[nearest]);
        const char *what =
            arena_format(load->sheet.arena,
                         "no column is headed \"%s\", which --column says is the column \"%s\"",
                         names->names[i].heading, names->names[i].column);
        diag_add_wording(load->sheet.diag, SEVERITY_ERROR,
                         (struct place){.file = load->sheet.table.file, .line = header->line},
                         wording_of_row(remedy, copy), wording_public(what));
        all = false;
    }
    return all;
}

/* Those that change the count without being asked for. */
static bool changes_count(enum ballot_column column)
{
    return column == COLUMN_ROLE || column == COLUMN_INTEREST || column == COLUMN_MOTION ||
           column == COLUMN_DECISION || column == COLUMN_NOTIFIED || column == COLUMN_EMAIL ||
           column == COLUMN_RECEIVED || column == COLUMN_ATTENDANCE;
}

static void report_taken(const struct ballots_load *load, size_t taken, size_t by)
{
    const struct row *header = &load->sheet.table.header;
    struct wording taken_column = wording_public(load->sheet.columns.wanted[taken].name);
    struct wording given = wording_public(load->sheet.columns.wanted[by].name);
    size_t cell = load->sheet.columns.at[by];
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR,
        table_place(load->sheet.arena, load->sheet.table.file, header, cell),
        WORDING(load->sheet.arena,
                "Take back what says that it is \"%s\", or rename the heading if it is not what it "
                "says.",
                given),
        WORDING(load->sheet.arena,
                "the heading %s is that of the column \"%s\", which would change the count, and is "
                "given for \"%s\"",
                wording_quote(load->sheet.arena, header->cells[cell].text, "here"), taken_column,
                given));
}

bool ballots_keep_columns(const struct ballots_load *load)
{
    const struct columns *columns = &load->sheet.columns;
    bool all = true;
    for (size_t by = 0; by < columns->count; by++) {
        if (columns->at[by] == COLUMN_NONE)
            continue;
        struct heading heading =
            heading_read(load->sheet.arena, load->sheet.table.header.cells[columns->at[by]].text);
        if (heading_rank_of(&heading, &columns->wanted[by]) != HEADING_MAPPED)
            continue;
        for (size_t taken = 0; taken < columns->count; taken++) {
            if (taken == by || columns->at[taken] != COLUMN_NONE ||
                !changes_count((enum ballot_column)taken) ||
                !heading_is_of(&heading, &columns->wanted[taken]))
                continue;
            report_taken(load, taken, by);
            all = false;
        }
    }
    return all;
}

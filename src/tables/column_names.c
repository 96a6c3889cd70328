/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballots/internal.h"
#include "internal.h"
#include "quorate/sheet.h"
#include "quorate/text.h"

/* What the columns of ballots are headed in one body's files: `--column`, and columns.csv. */

enum name_column {
    COLUMN_COLUMN,
    COLUMN_HEADING,
    NAME_COLUMNS,
};

static const struct column name_columns[NAME_COLUMNS] = {
    [COLUMN_COLUMN] = {.name = "column", .headers = "field", .required = true},
    [COLUMN_HEADING] = {.name = "heading", .headers = "header;headed;question", .required = true},
};

const struct table_signs columns_signs = {"columns", name_columns, NAME_COLUMNS, 0};

/* The column of this name; NULL when there is none, and then *remedy says which there are. */
static const char *find_column(struct arena *arena, const char *text, const char **remedy)
{
    const char *names[BALLOT_COLUMNS + 2];
    const char *folded = text_fold(arena, text);
    size_t count = 0;
    *remedy = NULL;
    while (count < BALLOT_COLUMNS) {
        names[count] = ballots_column_name((enum ballot_column)count);
        count++;
    }
    names[count++] = COLUMN_NAME_PRESENT;
    names[count++] = COLUMN_NAME_NONE;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], folded) == 0)
            return names[i];
    size_t nearest = text_nearest(arena, text, names, count);
    const char *list =
        arena_format(arena, "The columns are %s.", text_list(arena, names, count, "and"));
    *remedy = nearest == TEXT_NO_CHOICE
                  ? list
                  : arena_format(arena, "Did you mean \"%s\"? %s", names[nearest], list);
    return NULL;
}

static bool refuse(struct column_fault *fault, const char *what, const char *remedy)
{
    *fault = (struct column_fault){what, remedy};
    return false;
}

bool load_column_name(struct arena *arena, const char *text, struct column_name *name,
                      struct column_fault *fault)
{
    static const char as_in[] = "Write it as practice=\"Which practice do you represent?\".";
    const char *equals = strchr(text, '='), *remedy;
    if (equals == NULL)
        return refuse(fault, arena_format(arena, "\"%s\" names no heading", text), as_in);
    const char *column = arena_copy(arena, text, (size_t)(equals - text));
    *name = (struct column_name){
        .column = find_column(arena, column, &remedy),
        .heading = text_trim(arena, equals + 1),
        .wanted = true,
    };
    if (name->column == NULL)
        return refuse(fault, arena_format(arena, "ballots have no column \"%s\"", column), remedy);
    if (*text_fold(arena, name->heading) == '\0')
        return refuse(fault, arena_format(arena, "the heading of \"%s\" is blank", column), as_in);
    return true;
}

/* --- columns.csv --- */

struct names_load {
    struct sheet sheet;
    struct name_index headings;
    const struct row **rows; /* of the headings */
    size_t row_count, row_capacity;
};

static void report(const struct names_load *load, const struct row *row, enum name_column column,
                   const char *remedy, const char *what)
{
    diag_add(load->sheet.diag, SEVERITY_ERROR, sheet_place(&load->sheet, row, column), remedy, "%s",
             what);
}

static bool is_new_heading(struct names_load *load, const struct row *row, const char *heading)
{
    size_t number = name_index_add(&load->headings, text_fold(load->sheet.arena, heading));
    if (number < load->row_count) {
        report(load, row, COLUMN_HEADING, "A heading is of one column. Delete one of the rows.",
               arena_format(load->sheet.arena, "\"%s\" is on line %zu already", heading,
                            load->rows[number]->line));
        return false;
    }
    const struct row **place =
        ARENA_PUSH(load->sheet.arena, load->rows, load->row_count, load->row_capacity);
    *place = row;
    return true;
}

static void read_name(struct names_load *load, const struct row *row, struct column_names *names)
{
    struct arena *arena = load->sheet.arena;
    const char *column = sheet_text(&load->sheet, row, COLUMN_COLUMN);
    const char *heading = sheet_text(&load->sheet, row, COLUMN_HEADING);
    const char *remedy, *found = find_column(arena, column, &remedy);
    if (found == NULL)
        report(load, row, COLUMN_COLUMN, remedy,
               arena_format(arena, "ballots have no column \"%s\"", column));
    if (*text_fold(arena, heading) == '\0')
        report(load, row, COLUMN_HEADING,
               "Write what the column is headed in your files, or delete the row.",
               "the heading is blank");
    else if (is_new_heading(load, row, heading) && found != NULL)
        names->names[names->count++] = (struct column_name){.column = found, .heading = heading};
}

bool load_column_names(struct arena *arena, struct diag *diag, struct bytes bytes,
                       struct column_names *names, size_t *rows)
{
    size_t errors = diag->errors;
    struct names_load load = {.sheet = {.arena = arena, .diag = diag},
                              .headings = {.arena = arena}};
    *names = (struct column_names){0};
    *rows = 0;
    if (!sheet_read(&load.sheet, bytes, name_columns, NAME_COLUMNS))
        return false;
    *rows = load.sheet.table.count;
    names->names = arena_alloc(arena, load.sheet.table.count, sizeof *names->names);
    for (size_t i = 0; i < load.sheet.table.count; i++)
        read_name(&load, table_row(&load.sheet.table, i), names);
    return diag->errors == errors;
}

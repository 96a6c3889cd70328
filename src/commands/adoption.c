/* SPDX-License-Identifier: MIT */
#include "adoption.h"

#include <assert.h>
#include <string.h>

#include "input.h"
#include "quorate/buffer.h"
#include "quorate/cell.h"
#include "quorate/hash.h"
#include "quorate/ratio.h"
#include "quorate/sheet.h"
#include "quorate/table_edit.h"
#include "quorate/text.h"
#include "quorate/workbook.h"
#include "table_file.h"

/* ---- Whether it can be done */

bool adoption_possible(struct run *run)
{
    static const enum option_id others[] = {OPTION_RULES, OPTION_PRACTICES, OPTION_LOCALITIES,
                                            OPTION_OUTPUT};
    bool undo = run_value(run, OPTION_UNDO) != NULL;
    const char *asked = undo ? "--undo" : "--adopt";
    struct arena *arena = run->arena;
    if (!undo && run_value(run, OPTION_ADOPT) == NULL)
        return true;
    if (run->constitution.folder == NULL)
        return run_misuse(run,
                          arena_format(arena,
                                       "%s changes the tables of a folder, and %s is part of the "
                                       "program",
                                       asked, run->constitution.name),
                          arena_format(arena,
                                       "Make a folder of it with quorate new our-locality -C %s, "
                                       "and add -C our-locality here.",
                                       run->constitution.name));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (run_value(run, others[i]) != NULL)
            return run_misuse(run,
                              arena_format(arena,
                                           "%s changes the tables of the folder, and --%s "
                                           "names another",
                                           asked, option_table[others[i]].name),
                              "Leave out one of the two.");
    if (run->options->lists[OPTION_LEAVE].count > 0)
        return run_misuse(run,
                          "--leave takes a practice off the new roll, and --adopt keeps one "
                          "roll for all days",
                          "Write its last day into the column \"to\" of the roll; it counts up to "
                          "that day, and has no list size behind it.");
    return true;
}

/* ---- Tables as they stand on the disk */

struct table_on_disk {
    const char *name, *path;
    struct bytes given; /* of the file */
    struct table table; /* what was read of it */
};

static bool stand(struct run *run, const char *name, struct table_on_disk *standing)
{
    struct diag known = {.arena = run->arena}; /* it was read before, and told of */
    *standing = (struct table_on_disk){
        .name = name, .path = table_file_or_csv(run->arena, run->constitution.folder, name)};
    if (!input_read(run->arena, &run->diag, standing->path, &standing->given))
        return false;
    if (workbook_is(standing->given)) {
        diag_refuse(
            &run->diag, standing->path,
            arena_format(run->arena,
                         "Save it as CSV UTF-8 under the name %s, in place of the workbook.", name),
            "is a workbook, to which no column can be added here");
        return false;
    }
    struct bytes text = decode_table(run->arena, input_encoding(run->options), standing->given);
    text.multi_line = run_value(run, OPTION_MULTI_LINE) != NULL;
    if (table_read(run->arena, &known, text, &standing->table) && known.errors == 0)
        return true;
    diag_refuse(&run->diag, standing->path, NULL, "cannot be read any more");
    return false;
}

static void add_target(struct run *run, struct target target)
{
    struct output *output = &run->output;
    struct target *targets = arena_alloc(run->arena, output->count + 1, sizeof *targets);
    for (size_t i = 0; i < output->count; i++)
        targets[i] = output->targets[i];
    targets[output->count++] = target;
    output->targets = targets;
}

static void add_table(struct run *run, const char *path, struct bytes bytes)
{
    add_target(run,
               (struct target){
                   .path = path, .bytes = bytes.bytes, .length = bytes.length, .replaces = true});
}

static const char *hash_of(struct arena *arena, struct bytes bytes)
{
    return hash_sha256(arena, bytes.bytes, bytes.length);
}

/* ---- A column more */

/* What one table is to say of the day. */
struct column_of_day {
    const char *table, *heading;
    const struct roll *roll; /* as it is on that day, with the figures so far */
    const int64_t *figures;  /* beside its members; 0 for a blank */
    int64_t total;           /* of its Total row */
    const struct rules *rules;
};

/* Of the row of that line: a figure, "" where there is none. */
static const char *cell_of(struct arena *arena, const struct column_of_day *column,
                           const struct row *row)
{
    const struct roll *roll = column->roll;
    for (size_t i = 0; i < roll->count; i++)
        if (roll->members[i].line == row->line)
            return column->figures[i] == 0 ? "" : number_canonical(arena, column->figures[i], 0);
    assert(column->total > 0); /* check_total */
    bool is_total = text_same(arena, row_cell(row, roll->name_column - 1)->text, "total");
    return is_total ? number_canonical(arena, column->total, 0) : "";
}

/* What would be written has to be read again as what it is to say. */
static bool reads_back(struct run *run, const struct column_of_day *column, struct bytes bytes,
                       struct date day)
{
    struct diag fresh = {.arena = run->arena};
    struct roll whole;
    size_t rows;
    struct bytes text = decode_table(run->arena, input_encoding(run->options), bytes);
    text.multi_line = run_value(run, OPTION_MULTI_LINE) != NULL;
    if (!load_roll(run->arena, &fresh, text, column->rules, &whole, &rows)) {
        (void)load_roll(run->arena, &run->diag, text, column->rules, &whole, &rows);
        return false;
    }
    struct roll then = roll_on(run->arena, &whole, day);
    bool same = then.count == column->roll->count;
    for (size_t i = 0; same && i < then.count; i++)
        same = then.members[i].list_size == column->figures[i];
    if (!same)
        run->failure = "the new column was not read back as it was written";
    return same;
}

/* Blanks were left where county.csv came later: by them nothing was counted, but a result may say
 * that they were not known. */
static void refuse_blanks(struct run *run, const struct column_of_day *column, const char *path)
{
    const struct roll *roll = column->roll;
    const char **names = arena_alloc(run->arena, roll->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < roll->count; i++)
        if (column->figures[i] != 0 && roll->members[i].list_size == 0)
            names[count++] = roll->members[i].name;
    if (count > 0)
        diag_refuse(&run->diag, path,
                    "Take the last adoption back with --undo, and adopt once more.",
                    "the figures of %s were adopted, and left %s blank",
                    date_long(run->arena, roll->as_at), text_list(run->arena, names, count, "and"));
}

/* The figures of that day stand there already: whether they are the same. */
static bool is_there(struct run *run, const struct column_of_day *column, const char *path)
{
    struct arena *arena = run->arena;
    const struct roll *roll = column->roll;
    size_t errors = run->diag.errors;
    for (size_t i = 0; i < roll->count; i++)
        if (column->figures[i] != 0 && roll->members[i].list_size != 0 &&
            roll->members[i].list_size != column->figures[i])
            diag_add(&run->diag, SEVERITY_ERROR,
                     (struct place){.file = path, .line = roll->members[i].line},
                     "A list size that was counted by is never overwritten. Take the last "
                     "adoption back with --undo, or correct the table.",
                     "%s has %s at %s, and the files give %s", roll->members[i].name,
                     number_grouped(arena, roll->members[i].list_size),
                     date_long(arena, roll->as_at), number_grouped(arena, column->figures[i]));
    refuse_blanks(run, column, path);
    if (roll->of_localities && roll->has_stated_total && roll->stated_total != column->total)
        diag_refuse(&run->diag, path,
                    "Take the last adoption back with --undo, or correct the table.",
                    "the total is %s at %s, and the files give %s",
                    number_grouped(arena, roll->stated_total), date_long(arena, roll->as_at),
                    number_grouped(arena, column->total));
    return run->diag.errors == errors;
}

/* A row of adoptions.csv. */
static void record(struct buffer *records, struct run *run, const struct reweighting *result,
                   const struct table_on_disk *standing, struct bytes after)
{
    buffer_format(records, "%s,%s,%s,%s,", date_iso(run->arena, result->as_at), standing->name,
                  hash_of(run->arena, standing->given), hash_of(run->arena, after));
    cell_add(records, result->from.inputs[0].file);
    buffer_format(records, ",%s\r\n", result->from.inputs[0].sha256);
}

/* *written becomes true where the table did not have it. */
static bool plan_column(struct run *run, const struct column_of_day *column,
                        struct reweighting *result, struct buffer *records, bool *written)
{
    struct arena *arena = run->arena;
    struct table_on_disk standing;
    bool there = date_compare(column->roll->as_at, result->as_at) == 0;
    if (run->as_counted != NULL) { /* the table may have its column since, and nothing is written */
        *written = *written || !there;
        return !there || is_there(run, column, column->roll->file);
    }
    if (!stand(run, column->table, &standing))
        return false;
    if (there)
        return is_there(run, column, standing.path);
    *written = true;
    const char **cells = arena_alloc(arena, standing.table.count, sizeof *cells);
    for (size_t i = 0; i < standing.table.count; i++)
        cells[i] = cell_of(arena, column, table_row(&standing.table, i));
    struct bytes edited = table_with_column(arena, standing.given, input_encoding(run->options),
                                            &standing.table, column->heading, cells);
    if (!reads_back(run, column, edited, result->as_at))
        return false;
    add_table(run, standing.path, edited);
    record(records, run, result, &standing, edited);
    return true;
}

/* ---- Both tables */

static const char *adoptions_path(const struct run *run)
{
    return file_in_folder(run->arena, run->constitution.folder, ADOPTIONS_TABLE);
}

/* The rows behind those that are there. */
static bool plan_records(struct run *run, struct buffer *records)
{
    const char *path = adoptions_path(run);
    struct buffer table = {.arena = run->arena};
    struct bytes earlier = {0};
    if (file_exists(path) && !input_read(run->arena, &run->diag, path, &earlier))
        return false;
    if (earlier.length == 0) /* else what is written could not be taken back */
        buffer_add(&table, "as at,table,before,after,source,source sha256\r\n");
    else
        buffer_add_bytes(&table, earlier.bytes, earlier.length);
    if (earlier.length > 0 && earlier.bytes[earlier.length - 1] != '\n')
        buffer_add(&table, "\r\n");
    buffer_add_bytes(&table, buffer_text(records), records->length);
    add_table(run, path, (struct bytes){.bytes = buffer_text(&table), .length = table.length});
    return true;
}

static bool check_total(struct run *run, const struct reweighting *result)
{
    const struct roll *localities = &run->constitution.localities;
    bool whole = result->total_of_localities;
    if (!whole && !localities->has_stated_total)
        diag_refuse(&run->diag, localities->file,
                    "Add a row named Total, or a table " COUNTY_TABLE
                    " that says which practice is in "
                    "which locality.",
                    "has no Total row, and without one a share has nothing to be a part of");
    else if (!whole && result->area_total == 0)
        diag_refuse(
            &run->diag, localities->file,
            "Give the total with --total, or the area with --area and a file that tells areas.",
            "the county's total of %s is not known, so its table cannot be renewed",
            date_long(run->arena, result->as_at));
    else
        return true;
    return false;
}

bool adoption_plan(struct run *run, const struct new_size *sizes,
                   const struct locality_now *populations, struct reweighting *result)
{
    struct arena *arena = run->arena;
    const struct constitution *constitution = &run->constitution;
    const struct roll *roll = &constitution->roll, *localities = &constitution->localities;
    const char *day = date_iso(arena, result->as_at);
    struct buffer records = {.arena = arena};
    int64_t *figures = arena_alloc(arena, roll->count, sizeof *figures);
    const char **names = arena_alloc(arena, 2, sizeof *names);
    for (size_t i = 0; i < roll->count; i++)
        figures[i] = sizes[i].list_size;
    const struct column_of_day practices = {constitution->rules.roll,
                                            arena_format(arena, "list size %s", day),
                                            roll,
                                            figures,
                                            result->after,
                                            &constitution->rules};
    names[result->adopted_count++] = constitution->rules.roll;
    bool written = false;
    if (!plan_column(run, &practices, result, &records, &written))
        return false;
    if (populations != NULL) {
        int64_t *now = arena_alloc(arena, localities->count, sizeof *now);
        for (size_t i = 0; i < localities->count; i++)
            now[i] = populations[i].population;
        const struct column_of_day county = {
            LOCALITIES_TABLE,   arena_format(arena, "population %s", day),
            localities,         now,
            result->area_total, NULL};
        names[result->adopted_count++] = LOCALITIES_TABLE;
        if (!check_total(run, result) || !plan_column(run, &county, result, &records, &written))
            return false;
    }
    result->adopted = names;
    result->adopted_before = !written;
    return records.length == 0 || plan_records(run, &records);
}

/* ---- The last adoption taken back */

enum record_column {
    RECORD_AS_AT,
    RECORD_TABLE,
    RECORD_BEFORE,
    RECORD_AFTER,
    RECORD_SOURCE,
    RECORD_SOURCE_SHA256,
    RECORD_COLUMNS,
};

static const struct column record_columns[RECORD_COLUMNS] = {
    [RECORD_AS_AT] = {.name = "as at", .required = true},
    [RECORD_TABLE] = {.name = "table", .required = true},
    [RECORD_BEFORE] = {.name = "before", .required = true},
    [RECORD_AFTER] = {.name = "after", .required = true},
    [RECORD_SOURCE] = {.name = "source"},
    [RECORD_SOURCE_SHA256] = {.name = "source sha256"},
};

/* One table as it was. */
static bool undo_table(struct run *run, const struct sheet *sheet, const struct row *row)
{
    struct arena *arena = run->arena;
    const char *name = sheet_text(sheet, row, RECORD_TABLE);
    struct table_on_disk standing;
    if (strcmp(name, run->constitution.rules.roll) != 0 && strcmp(name, LOCALITIES_TABLE) != 0) {
        sheet_error(sheet, row, RECORD_TABLE, "Take the column out by hand.",
                    "\"%s\" is no table of list sizes here", name);
        return false;
    }
    if (!stand(run, name, &standing))
        return false;
    struct bytes earlier =
        table_without_column(arena, standing.given, input_encoding(run->options), &standing.table);
    if (strcmp(hash_of(arena, standing.given), sheet_text(sheet, row, RECORD_AFTER)) != 0 ||
        strcmp(hash_of(arena, earlier), sheet_text(sheet, row, RECORD_BEFORE)) != 0) {
        diag_refuse(
            &run->diag, standing.path,
            arena_format(
                arena, "Take the column of %s out by hand, and its row out of " ADOPTIONS_TABLE ".",
                sheet_text(sheet, row, RECORD_AS_AT)),
            "has been changed since the list sizes of %s were adopted",
            sheet_text(sheet, row, RECORD_AS_AT));
        return false;
    }
    add_table(run, standing.path, earlier);
    return true;
}

/* The records but for those of the last adoption; without any the table is taken away. */
static void undo_records(struct run *run, const struct table *table, struct bytes bytes,
                         size_t first)
{
    const char *path = adoptions_path(run);
    if (first == 0) {
        add_target(run, (struct target){.path = path, .is_removed = true});
        return;
    }
    size_t line = 1, end = 0;
    while (end < bytes.length && line < table_row(table, first)->line)
        line += bytes.bytes[end++] == '\n';
    bytes.length = end;
    add_table(run, path, bytes);
}

const struct adoption *adoption_undo(struct run *run)
{
    struct sheet sheet = {.arena = run->arena, .diag = &run->diag};
    const char *path = adoptions_path(run);
    struct bytes bytes = {0};
    if (file_exists(path) && (!input_read(run->arena, &run->diag, path, &bytes) ||
                              !sheet_read(&sheet, bytes, record_columns, RECORD_COLUMNS)))
        return NULL;
    size_t count = sheet.table.count, first = count;
    const struct table *table = &sheet.table;
    while (first > 0 && strcmp(sheet_text(&sheet, table_row(table, first - 1), RECORD_AS_AT),
                               sheet_text(&sheet, table_row(table, count - 1), RECORD_AS_AT)) == 0)
        first--;
    if (count == 0) {
        (void)run_misuse(run, "there is no adoption to take back", NULL);
        return NULL;
    }
    for (size_t i = first; i < count; i++)
        if (!undo_table(run, &sheet, table_row(table, i)))
            return NULL;
    undo_records(run, table, bytes, first);
    struct adoption *last = arena_alloc(run->arena, 1, sizeof *last);
    *last = (struct adoption){sheet_text(&sheet, table_row(table, first), RECORD_AS_AT),
                              sheet_text(&sheet, table_row(table, first), RECORD_SOURCE)};
    return last;
}

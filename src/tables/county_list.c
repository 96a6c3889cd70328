/* SPDX-License-Identifier: MIT */
#include "quorate/county_list.h"

#include "internal.h"
#include "quorate/names.h"
#include "quorate/remark_words.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* county.csv: which practice is in which locality. */

enum county_column {
    COLUMN_CODE,
    COLUMN_PRACTICE,
    COLUMN_LOCALITY,
    COUNTY_COLUMNS,
};

static const struct column county_columns[COUNTY_COLUMNS] = {
    [COLUMN_CODE] = {.name = "code",
                     .headers = "practice code;ods code",
                     .required = true,
                     .instead = "practice",
                     .names_the_row = true,
                     .names_somebody = true},
    [COLUMN_PRACTICE] = {.name = "practice",
                         .headers = "practice name;name;surgery",
                         .names_the_row = true},
    [COLUMN_LOCALITY] = {.name = "locality", .headers = "locality name", .required = true},
};

const struct table_signs county_signs = {"county", county_columns, COUNTY_COLUMNS, 0};

struct county_reading {
    struct sheet sheet;
    struct name_index codes, names; /* of those seen so far */
    const struct row **coded, **named;
};

/* Each stands once, or its patients would. */
static void check_once(const struct county_reading *reading, struct name_index *seen,
                       const struct row **rows, const struct row *row, enum county_column column)
{
    const char *text = sheet_text(&reading->sheet, row, column);
    const char *folded = text_fold(reading->sheet.arena, text);
    if (*folded == '\0')
        return;
    size_t count = seen->count, number = name_index_add(seen, folded);
    if (number == count)
        rows[number] = row;
    else
        sheet_error(&reading->sheet, row, column,
                    "A practice is in one locality. Delete the row that is wrong.",
                    "\"%s\" is on line %zu already", text, rows[number]->line);
}

static const char *text_or_none(const struct county_reading *reading, const struct row *row,
                                enum county_column column)
{
    const char *text = sheet_text(&reading->sheet, row, column);
    return *text_fold(reading->sheet.arena, text) == '\0' ? NULL : text;
}

static struct county_practice read_practice(struct county_reading *reading, const struct row *row)
{
    const struct columns *columns = &reading->sheet.columns;
    struct county_practice practice = {
        .code = text_or_none(reading, row, COLUMN_CODE),
        .name = text_or_none(reading, row, COLUMN_PRACTICE),
        .locality = text_or_none(reading, row, COLUMN_LOCALITY),
        .line = row->line,
        .row = row->row,
    };
    practice.cell = columns->at[practice.code == NULL ? COLUMN_PRACTICE : COLUMN_CODE] + 1;
    if (practice.code == NULL && practice.name == NULL)
        sheet_error(&reading->sheet, row, COLUMN_LOCALITY, "Write its code, or delete the row.",
                    "the row has neither a code nor a name");
    if (practice.locality == NULL)
        sheet_error(&reading->sheet, row, COLUMN_LOCALITY, "Write the locality it is in.",
                    "the locality is blank");
    else if (name_is_noted(practice.locality))
        sheet_error(&reading->sheet, row, COLUMN_LOCALITY,
                    "Find out which it is, and take the mark out.",
                    "a mark stands beside this locality, and nothing says what it is for");
    check_once(reading, &reading->codes, reading->coded, row, COLUMN_CODE);
    if (practice.code == NULL) /* two practices with codes may have one name */
        check_once(reading, &reading->names, reading->named, row, COLUMN_PRACTICE);
    return practice;
}

/* The locality of another day, or the days of a row, in a column that nothing reads. */
static void check_other_columns(const struct county_reading *reading)
{
    static const char days[] = "from;to;until;since;start;start date;end date;end";
    const struct sheet *sheet = &reading->sheet;
    for (size_t cell = 0; cell < sheet->table.header.count; cell++) {
        const char *heading = text_fold(sheet->arena, sheet_heading(sheet, cell));
        if (columns_at(&sheet->columns, cell) != COLUMN_NONE ||
            (!name_has_word(heading, "locality") && !name_is_one_of(heading, days)))
            continue;
        for (size_t i = 0; i < sheet->table.count; i++) {
            const char *text = table_cell(&sheet->table, i, cell)->text;
            if (*text == '\0')
                continue;
            diag_add(sheet->diag, SEVERITY_ERROR,
                     sheet_cell_place(sheet, table_row(&sheet->table, i), cell),
                     "Keep the locality of the day of the list sizes, and take this column out.",
                     "\"%s\" stands here under \"%s\", and the table is of one day", text,
                     sheet_heading(sheet, cell));
            break;
        }
    }
}

bool load_county(struct arena *arena, struct diag *diag, struct bytes bytes,
                 struct county_list *county, size_t *rows)
{
    size_t errors = diag->errors;
    struct county_reading reading = {.sheet = {.arena = arena, .diag = diag},
                                     .codes = {.arena = arena},
                                     .names = {.arena = arena}};
    *county = (struct county_list){.file = bytes.name};
    bool found = sheet_read(&reading.sheet, bytes, county_columns, COUNTY_COLUMNS);
    size_t count = *rows = reading.sheet.table.count;
    if (!found)
        return false;
    struct county_practice *practices = arena_alloc(arena, count, sizeof *practices);
    reading.coded = arena_alloc(arena, count, sizeof *reading.coded);
    reading.named = arena_alloc(arena, count, sizeof *reading.named);
    check_other_columns(&reading);
    for (size_t i = 0; i < count; i++)
        practices[i] = read_practice(&reading, table_row(&reading.sheet.table, i));
    county->practices = practices;
    county->count = count;
    if (count == 0 && diag->errors == errors)
        sheet_refuse(&reading.sheet, "Add a row for each practice of the county.",
                     "has no practices");
    return diag->errors == errors;
}

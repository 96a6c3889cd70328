/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "national_internal.h"
#include "quorate/ratio.h"
#include "quorate/sheet.h"
#include "quorate/text.h"

/* List sizes that are not in one of the NHS's files: a table of practices, as somebody keeps it. */

enum list_column {
    LIST_PRACTICE,
    LIST_CODE,
    LIST_SIZE,
    LIST_AS_AT,
    LIST_COLUMNS,
};

static const struct column list_columns[LIST_COLUMNS] = {
    [LIST_PRACTICE] = {.name = "practice",
                       .headers = "practice name;name;surgery;member",
                       .required = true,
                       .instead = "code",
                       .names_the_row = true,
                       .names_somebody = true},
    [LIST_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
    [LIST_SIZE] = {.name = "list size",
                   .headers = "population;patients;number of patients;total all;"
                              "practice population;practice list size;patient list size;"
                              "registered patients;registered population",
                   .required = true,
                   .dated = true,
                   .series = true},
    [LIST_AS_AT] = {.name = "as at",
                    .headers = "date;extract date;as of;data as of;date of data;date of list"},
};

/* A list while it is read. */
struct list_reading {
    struct national_reader *reader;
    struct sheet sheet;
    const struct row *total;   /* its Total row; NULL without one */
    int64_t sum;               /* of the other rows, as far as they are numbers */
    const struct row *undated; /* the first of them with no date under "as at" */
    bool dated;                /* another has one */
    size_t locality;           /* the cell that says in which one a practice is, or COLUMN_NONE */
    const char *in;            /* the one that it has for the first practice of the roll */
    bool apart;                /* told that another is in another */
};

static bool are_of_list(const void *context, const struct heading_row *row)
{
    struct arena *arena = *(struct arena *const *)context;
    for (size_t i = 0; i < row->count; i++)
        if (layout_is_by_kind(arena, &row->headings[i]))
            return false;
    return headings_are_of(row, list_columns, LIST_COLUMNS);
}

bool national_is_own(struct arena *arena, const struct heading_row *row)
{
    return are_of_list(&arena, row);
}

bool plain_list_is(struct arena *arena, struct bytes text)
{
    struct heading_row row;
    return headings_find(arena, text, are_of_list, &arena, &row);
}

/* --- Of which day it is --- */

static const char *dates_of(const struct list_reading *reading)
{
    const struct columns *columns = &reading->sheet.columns;
    struct arena *arena = reading->sheet.arena;
    const char **dates = arena_alloc(arena, columns->series_count, sizeof *dates);
    for (size_t i = 0; i < columns->series_count; i++)
        dates[i] = date_given(columns->series[i].date) ? date_long(arena, columns->series[i].date)
                                                       : "no date";
    return text_list(arena, dates, columns->series_count, "and");
}

/* The column of the day that is asked for, where there are several. NULL, with an error, where that
 * cannot be told. */
static const struct dated_cell *choose_column(const struct list_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    const struct columns *columns = &sheet->columns;
    struct date stated = reading->reader->stated;
    if (columns->series_count == 1)
        return &columns->series[0];
    for (size_t i = 0; i < columns->series_count && date_given(stated); i++)
        if (date_compare(columns->series[i].date, stated) == 0)
            return &columns->series[i];
    struct place place = sheet_cell_place(sheet, &sheet->table.header, columns->series[1].cell);
    const struct date last = columns->series[columns->series_count - 1].date;
    diag_add(sheet->diag, SEVERITY_ERROR, place,
             date_given(last)
                 ? arena_format(sheet->arena, "Say which are the new ones, as in --as-at %s.",
                                date_iso(sheet->arena, last))
                 : "Keep the column of the new ones.",
             "there are list sizes of %s%s", dates_of(reading),
             date_given(stated)
                 ? arena_format(sheet->arena, ", and none of %s", date_long(sheet->arena, stated))
                 : "");
    return NULL;
}

/* Puts the columns where the rows of other files have them. */
static bool lay_out(struct list_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    struct national_reader *reader = reading->reader;
    struct laid_out *laid_out = &reader->file.laid_out;
    const struct dated_cell *column = choose_column(reading);
    if (column == NULL)
        return false;
    *laid_out = (struct laid_out){.layout = &layout_plain_list, .headed = true};
    for (size_t i = 0; i < LAYOUT_COLUMNS; i++)
        laid_out->at[i] = COLUMN_NONE;
    laid_out->at[LAYOUT_CODE] = sheet->columns.at[LIST_CODE];
    laid_out->at[LAYOUT_NAME] = sheet->columns.at[LIST_PRACTICE];
    laid_out->at[LAYOUT_DATE] = sheet->columns.at[LIST_AS_AT];
    laid_out->at[LAYOUT_TOTAL] = column->cell;
    if (!national_lay_out(reader, &sheet->table.header))
        return false;
    if (date_given(column->date))
        national_take_date(reader, sheet_cell_place(sheet, &sheet->table.header, column->cell),
                           column->date);
    return true;
}

/* --- Whose list size it is --- */

/* The member that a cell names, on any day. False, with an error, when it names two. */
static bool find_member(const struct list_reading *reading, const struct row *row,
                        enum list_column column, const struct member **member)
{
    const struct sheet *sheet = &reading->sheet;
    struct roll_clash clash;
    const char *text = sheet_text(sheet, row, column);
    *member = roll_find(sheet->arena, reading->reader->roll, text, &clash);
    if (clash.coded == NULL)
        return true;
    sheet_error(sheet, row, column, "Correct the code or the name.", "%s",
                roll_clash_told(sheet->arena, &clash, clash.coded->code));
    return false;
}

static bool are_one(struct arena *arena, const struct member *one, const struct member *other)
{
    return one != NULL && strcmp(national_key(arena, one), national_key(arena, other)) == 0;
}

/* A code and a name in one row, of which the name is a member's. */
static bool check_agree(const struct list_reading *reading, const struct row *row,
                        const struct member *coded, const struct member *named)
{
    const struct sheet *sheet = &reading->sheet;
    const char *code = sheet_text(sheet, row, LIST_CODE);
    if (named == NULL || are_one(sheet->arena, coded, named) ||
        (coded == NULL && named->code == NULL))
        return true;
    sheet_error(sheet, row, LIST_CODE,
                "Correct the row, or the code in the roll. A practice is found by its code.",
                "%s, and %s is its code on the roll",
                coded == NULL
                    ? arena_format(sheet->arena, "%s has the code \"%s\" here", named->name, code)
                    : arena_format(sheet->arena, "\"%s\" is the code of %s, not of %s", code,
                                   coded->name, named->name),
                named->code == NULL ? "none" : named->code);
    return false;
}

/* The practice of a row; NULL, with an error, when that cannot be told. */
static struct practice *practice_of(const struct list_reading *reading, const struct row *row)
{
    const struct sheet *sheet = &reading->sheet;
    struct arena *arena = sheet->arena;
    const char *code = sheet_text(sheet, row, LIST_CODE);
    const char *name = sheet_text(sheet, row, LIST_PRACTICE);
    const struct member *coded, *named;
    if (*code == '\0' && *name == '\0') {
        sheet_error(sheet, row, sheet_has(sheet, LIST_PRACTICE) ? LIST_PRACTICE : LIST_CODE,
                    "Write the practice, or delete the row.", "it is not said whose row this is");
        return NULL;
    }
    if (!find_member(reading, row, LIST_CODE, &coded) ||
        !find_member(reading, row, LIST_PRACTICE, &named) ||
        (*code != '\0' && !check_agree(reading, row, coded, named)))
        return NULL;
    const struct member *member = coded != NULL ? coded : named;
    struct practice *practice =
        national_practice(reading->reader, member != NULL  ? national_key(arena, member)
                                           : *code != '\0' ? code
                                                           : text_fold(arena, name));
    if (practice->name == NULL && *name != '\0')
        practice->name = name;
    return practice;
}

/* --- The rows --- */

/* "Total", "Grand total", "Sum of list sizes": not a member of such a name, nor what has a code. */
static bool is_total(const struct list_reading *reading, const struct row *row)
{
    const struct sheet *sheet = &reading->sheet;
    struct roll_clash clash;
    const char *name = sheet_text(sheet, row, LIST_PRACTICE);
    const char *code = sheet_text(sheet, row, LIST_CODE);
    const char *text = *name == '\0' ? code : name;
    bool alone = *name == '\0' || *code == '\0';
    return text_same(sheet->arena, code, "total") ||
           (alone && name_is_of_totals(text_fold(sheet->arena, text)) &&
            roll_find(sheet->arena, reading->reader->roll, text, &clash) == NULL);
}

static const struct cell *size_of(const struct list_reading *reading, const struct row *row)
{
    return national_cell(reading->reader, row, LAYOUT_TOTAL);
}

static void note_date(struct list_reading *reading, const struct row *row)
{
    if (!sheet_has(&reading->sheet, LIST_AS_AT))
        return;
    if (*sheet_text(&reading->sheet, row, LIST_AS_AT) != '\0')
        reading->dated = true;
    else if (reading->undated == NULL)
        reading->undated = row;
}

/* A blank among dates may be one that is not known. */
static void check_dates(const struct list_reading *reading)
{
    if (reading->dated && reading->undated != NULL)
        sheet_error(&reading->sheet, reading->undated, LIST_AS_AT, "Write it, as in other rows.",
                    "the date of this list size is blank");
}

static size_t cell_of_localities(const struct sheet *sheet)
{
    static const char headings[] = "locality;locality name;locality group";
    const struct row *header = &sheet->table.header;
    for (size_t i = 0; i < header->count; i++)
        if (columns_at(&sheet->columns, i) == COLUMN_NONE &&
            name_is_one_of(text_fold(sheet->arena, row_cell(header, i)->text), headings))
            return i;
    return COLUMN_NONE;
}

/* The practices of a roll are of one locality, unless it has areas. Told once. */
static void check_locality(struct list_reading *reading, const struct row *row)
{
    const struct sheet *sheet = &reading->sheet;
    const char *text =
        reading->locality == COLUMN_NONE ? "" : row_cell(row, reading->locality)->text;
    if (*text == '\0' || reading->apart)
        return;
    if (reading->in == NULL)
        reading->in = text;
    reading->apart = !text_same(sheet->arena, text, reading->in);
    if (reading->apart)
        diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, row, reading->locality),
                 "Correct the cell, or take the practice out of the roll.",
                 "\"%s\" stands here, and a practice of the same roll is in \"%s\"", text,
                 reading->in);
}

static void take_row(struct list_reading *reading, const struct row *row)
{
    struct national_reader *reader = reading->reader;
    reader->file.rows++;
    if (sheet_has(&reading->sheet, LIST_AS_AT))
        national_read_date(reader, row);
    if (is_total(reading, row)) {
        if (reading->total != NULL)
            sheet_error(&reading->sheet, row, LIST_SIZE, "Delete one of them.",
                        "there is a Total row on line %zu already", reading->total->line);
        reading->total = row;
        return;
    }
    reader->file.practice_rows++;
    note_date(reading, row);
    struct practice *practice = practice_of(reading, row);
    long long patients = 0;
    if (text_whole_number(size_of(reading, row)->text, ROLL_LIST_SIZE_MOST, &patients) == NUMBER_OK)
        reading->sum += patients;
    if (practice != NULL && practice->on_roll)
        check_locality(reading, row);
    if (practice != NULL)
        national_take_total(reader, practice, row);
}

static void check_total(const struct list_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    long long total = 0;
    if (reading->total == NULL)
        return;
    const char *text = size_of(reading, reading->total)->text;
    enum number_fault fault = text_whole_number(text, RATIO_MOST, &total);
    struct place place = national_place(reading->reader, reading->total, LAYOUT_TOTAL);
    if (fault != NUMBER_OK && fault != NUMBER_BLANK)
        diag_add(sheet->diag, SEVERITY_ERROR, place, "Write a whole number, or leave it blank.",
                 "the total \"%s\" is not a number", text);
    else if (fault == NUMBER_OK && total != reading->sum)
        diag_add(sheet->diag, SEVERITY_ERROR, place,
                 "Correct whichever is wrong, or delete the row.",
                 "the list sizes add up to %s, and the total is %s",
                 number_grouped(sheet->arena, reading->sum), number_grouped(sheet->arena, total));
}

bool plain_list_read(struct national_reader *reader, struct bytes text)
{
    size_t errors = reader->diag->errors;
    struct list_reading reading = {.reader = reader,
                                   .sheet = {.arena = reader->arena, .diag = reader->diag}};
    if (!sheet_read(&reading.sheet, text, list_columns, LIST_COLUMNS) || !lay_out(&reading))
        return false;
    reading.locality =
        reader->roll->area_count > 0 ? COLUMN_NONE : cell_of_localities(&reading.sheet);
    bool all_rows = reader->diag->errors == errors; /* else a sum means nothing */
    for (size_t i = 0; i < reading.sheet.table.count; i++)
        take_row(&reading, table_row(&reading.sheet.table, i));
    check_dates(&reading);
    (void)plain_list_is_whole(reader, &reading.sheet); /* told as errors */
    if (all_rows)
        check_total(&reading);
    return reader->diag->errors == errors;
}

/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "quorate/yes_no.h"

/* bank-holidays.csv, and what --holidays adds to it. */

enum holiday_column {
    COLUMN_DATE,
    COLUMN_TITLE,
    COLUMN_WEEKDAY,
    COLUMN_NOTES,
    HOLIDAY_COLUMNS,
};

static const struct column holiday_columns[HOLIDAY_COLUMNS] = {
    [COLUMN_DATE] = {.name = "date", .headers = "day", .required = true},
    [COLUMN_TITLE] = {.name = "title",
                      .headers = "name;holiday;bank holiday;public holiday",
                      .required = true,
                      .names_the_row = true,
                      .names_somebody = true},
    [COLUMN_WEEKDAY] = {.name = "weekday", .headers = "day of the week"},
    [COLUMN_NOTES] = {.name = "notes", .headers = "note"},
};

const struct table_signs holidays_signs = {"holidays", holiday_columns, HOLIDAY_COLUMNS,
                                           1U << COLUMN_TITLE};

#define DAYS_A_WEEK 7
#define SHORT_NAME  3 /* letters of "Mon" */

struct dated_row {
    struct date date;
    const char *title, *note; /* note: NULL when blank */
    const struct row *row;
};

struct holidays_reading {
    struct sheet sheet;
    struct dated_row *rows; /* those that are sound */
    size_t count;
};

static const char *cell(const struct holidays_reading *reading, const struct row *row,
                        enum holiday_column column)
{
    return sheet_text(&reading->sheet, row, column);
}

static void report(const struct holidays_reading *reading, enum severity severity,
                   const struct row *row, enum holiday_column column, const char *remedy,
                   const char *what)
{
    diag_add(reading->sheet.diag, severity, sheet_place(&reading->sheet, row, column), remedy, "%s",
             what);
}

/* ---- Cells */

static bool read_date(const struct holidays_reading *reading, const struct row *row,
                      struct date *date)
{
    const char *text = cell(reading, row, COLUMN_DATE);
    if (date_parse(text, date))
        return true;
    const char *advice = date_advice(reading->sheet.arena, text);
    report(reading, SEVERITY_ERROR, row, COLUMN_DATE,
           advice != NULL ? advice : "Write it as 2029-03-30, 30/03/2029 or 30 March 2029.",
           *text == '\0' ? "the date is blank"
                         : arena_format(reading->sheet.arena, "\"%s\" is not a date", text));
    return false;
}

/* "Monday", "Mon"; DAYS_A_WEEK for anything else. */
static int weekday_named(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    size_t length = strlen(folded);
    int day = 0;
    for (; day < DAYS_A_WEEK; day++) {
        const char *name = text_fold(arena, date_weekday_name(day));
        if (length >= SHORT_NAME && strncmp(folded, name, length) == 0)
            break;
    }
    return day;
}

/* What the column `weekday` says is only there to find a date that is wrong. */
static bool agrees_with_weekday(const struct holidays_reading *reading, const struct row *row,
                                struct date date)
{
    struct arena *arena = reading->sheet.arena;
    const char *text = cell(reading, row, COLUMN_WEEKDAY);
    const char *seen = date_weekday_name(date_weekday(date));
    if (*text == '\0')
        return true;
    int named = weekday_named(arena, text);
    if (named == date_weekday(date))
        return true;
    if (named == DAYS_A_WEEK)
        report(reading, SEVERITY_ERROR, row, COLUMN_WEEKDAY,
               arena_format(arena, "Write %s, or leave it blank.", seen),
               arena_format(arena, "\"%s\" is not a day of the week", text));
    else
        report(reading, SEVERITY_ERROR, row, COLUMN_WEEKDAY, "Correct the date or the weekday.",
               arena_format(arena, "%s is a %s, not a %s", date_long(arena, date), seen,
                            date_weekday_name(named)));
    return false;
}

/* It is harmless, and may be the mistake of somebody who meant the Monday. */
static void warn_of_weekend(const struct holidays_reading *reading, const struct row *row,
                            struct date date)
{
    if (!calendar_is_weekend(date))
        return;
    report(reading, SEVERITY_WARNING, row, COLUMN_DATE,
           "Check the date. A bank holiday at a weekend has a substitute day.",
           arena_format(reading->sheet.arena, "%s is a %s, which is no working day anyway",
                        date_long(reading->sheet.arena, date),
                        date_weekday_name(date_weekday(date))));
}

/* ---- Days that are no bank holidays here */

/* "Scotland"; and not "England, Scotland and Wales". */
static bool is_of_another_country(const char *folded)
{
    static const char others[] = "scotland;scottish;ireland;wales;ni";
    return name_has_one_of(folded, others) && !name_has_word(folded, "england");
}

/* What a title or a note says against its row: "cancelled", "Scotland only", "moved to 24 March".
 */
static bool denies_its_row(struct arena *arena, const char *text)
{
    static const char words[] = "cancelled;postponed;proposed;provisional";
    static const char phrases[] =
        "not a;not observed;no bank holiday;moved to;half day;working day;observance;unconfirmed;"
        "not confirmed;afternoon;morning;practice closed;training;school";
    const char *folded = text_fold(arena, text);
    return is_of_another_country(folded) || name_says_one_of(arena, folded, words) ||
           name_has_one_of(folded, phrases) || remark_ends(arena, folded) ||
           remark_is_open(arena, text);
}

/* Whether a cell that nothing reads makes its row, of this date, another country's or more days. */
static bool says_more(struct arena *arena, const char *heading, const char *text, const char *date)
{
    static const char ends[] = "to;until;end;end date;last day;to date;date to;days;number of days";
    static const char own[] = "england;england and wales";
    bool yes;
    if (name_is_one_of(heading, ends))
        return *text != '\0' && strcmp(text, "1") != 0 && strcmp(text, date) != 0;
    if (name_is_one_of(heading, own))
        return *text != '\0' && yes_or_no_read(arena, text, &yes) && !yes;
    return denies_its_row(arena, text);
}

/* False, with an error, where the row says that it is no bank holiday here, or more than one. */
static bool is_one_holiday(const struct holidays_reading *reading, const struct row *row)
{
    const struct sheet *sheet = &reading->sheet;
    for (size_t i = 0; i < row->count; i++) {
        size_t column = columns_at(&sheet->columns, i);
        const char *text = row_cell(row, i)->text;
        const char *heading = text_fold(sheet->arena, sheet_heading(sheet, i));
        bool words = column == COLUMN_TITLE || column == COLUMN_NOTES;
        if (words ? !denies_its_row(sheet->arena, text)
                  : column != COLUMN_NONE ||
                        !says_more(sheet->arena, heading, text, cell(reading, row, COLUMN_DATE)))
            continue;
        diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, row, i),
                 "Each row is one day, and a bank holiday in England. If it is none, delete the "
                 "row; if it is several days, give each a row; else take this out of the cell.",
                 "\"%s\" stands here, and the row would be a bank holiday", text);
        return false;
    }
    return true;
}

static void read_holiday(struct holidays_reading *reading, const struct row *row)
{
    struct date date;
    const char *title = cell(reading, row, COLUMN_TITLE);
    bool named = *text_fold(reading->sheet.arena, title) != '\0';
    bool dated = read_date(reading, row, &date);
    if (!named)
        report(reading, SEVERITY_ERROR, row, COLUMN_TITLE,
               "Write what the bank holiday is called, or delete the row.",
               "the name of the holiday is blank");
    if (!dated || !agrees_with_weekday(reading, row, date) || !named ||
        !is_one_holiday(reading, row))
        return;
    warn_of_weekend(reading, row, date);
    const char *note = cell(reading, row, COLUMN_NOTES);
    reading->rows[reading->count++] =
        (struct dated_row){date, title, *note == '\0' ? NULL : note, row};
}

/* ---- The table */

static int compare_rows(const void *one, const void *other)
{
    const struct dated_row *a = one, *b = other;
    int order = date_compare(a->date, b->date);
    return order != 0 ? order : (a->row->line > b->row->line) - (a->row->line < b->row->line);
}

/*
 * A holiday that is there twice is there once. Two of different names on one day are an error: the
 * date of one of them is that of the other, copied, and its own day would be counted.
 */
static void drop_repeats(struct holidays_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    size_t kept = 0;
    qsort(reading->rows, reading->count, sizeof *reading->rows, compare_rows);
    for (size_t i = 0; i < reading->count; i++) {
        const struct dated_row *before = kept == 0 ? NULL : &reading->rows[kept - 1];
        const struct dated_row *at = &reading->rows[i];
        if (before == NULL || date_compare(before->date, at->date) != 0)
            reading->rows[kept++] = *at;
        else if (strcmp(text_fold(arena, before->title), text_fold(arena, at->title)) != 0)
            report(reading, SEVERITY_ERROR, at->row, COLUMN_DATE, "Correct the date that is wrong.",
                   arena_format(arena, "%s is \"%s\" on line %zu already",
                                date_long(arena, at->date), before->title, before->row->line));
    }
    reading->count = kept;
}

static struct holiday_list take_holidays(const struct holidays_reading *reading)
{
    struct holiday *holidays = arena_alloc(reading->sheet.arena, reading->count, sizeof *holidays);
    for (size_t i = 0; i < reading->count; i++)
        holidays[i] =
            (struct holiday){reading->rows[i].date, reading->rows[i].title, reading->rows[i].note};
    return (struct holiday_list){holidays, reading->count};
}

bool load_holidays(struct arena *arena, struct diag *diag, struct bytes bytes,
                   struct holiday_list *list, size_t *rows)
{
    size_t errors = diag->errors;
    struct holidays_reading reading = {.sheet = {.arena = arena, .diag = diag}};
    *list = (struct holiday_list){0};
    bool found = sheet_read(&reading.sheet, bytes, holiday_columns, HOLIDAY_COLUMNS);
    if (rows != NULL)
        *rows = reading.sheet.table.count;
    if (!found)
        return false;
    reading.rows = arena_alloc(arena, reading.sheet.table.count, sizeof *reading.rows);
    for (size_t i = 0; i < reading.sheet.table.count; i++)
        read_holiday(&reading, table_row(&reading.sheet.table, i));
    if (reading.sheet.table.count == 0 && diag->errors == errors)
        diag_refuse(diag, bytes.name, "Add a row for each bank holiday.", "has no bank holidays");
    drop_repeats(&reading);
    *list = take_holidays(&reading);
    return diag->errors == errors;
}

/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "dates.h"
#include "roll_internal.h"

/* What a roll says of days that differ: who joined and left, and list sizes of several dates. */

static const struct period_columns membership = {COLUMN_FROM, COLUMN_TO, "membership"};

bool roll_has_history(const struct sheet *sheet)
{
    return sheet->columns.series_count > 1 || sheet_has(sheet, COLUMN_FROM) ||
           sheet_has(sheet, COLUMN_TO);
}

void roll_read_period(struct roll_reading *reading, const struct row *row, struct member *member)
{
    if (!period_read(&reading->sheet, row, &membership, &member->tenure))
        reading->population_unsure = reading->votes_unsure = true; /* who was a member when */
}

/* --- Of which dates the list sizes are --- */

static int compare_dates(const void *one, const void *other)
{
    const struct dated_cell *a = one, *b = other;
    return date_compare(a->date, b->date);
}

static void refuse_heading(const struct roll_reading *reading, size_t cell, const char *remedy,
                           const char *what)
{
    const struct sheet *sheet = &reading->sheet;
    diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, &sheet->table.header, cell),
             remedy, "%s", what);
}

/* The one column without a date in its heading is of the date in the column "as at". False, with an
 * error, when it cannot be told. */
static bool date_columns(struct roll_reading *reading)
{
    const struct columns *columns = &reading->sheet.columns;
    struct dated_cell *undated = NULL;
    for (size_t i = 0; i < columns->series_count; i++)
        if (!date_given(columns->series[i].date))
            undated = &columns->series[i];
    struct date date = reading->roll->as_at;
    if (columns->series_count == 1) {
        columns->series[0].date = date;
        return true;
    }
    if (undated == NULL && reading->as_at_row != NULL) {
        refuse_heading(reading, columns->at[COLUMN_AS_AT],
                       "Delete the column: each column of list sizes has its date in its heading.",
                       "a date of its own beside list sizes of several dates");
        return false;
    }
    for (size_t i = 0; undated != NULL && date_given(date) && i < columns->series_count; i++)
        if (date_compare(columns->series[i].date, date) == 0)
            date.year = 0; /* there is one of that date already */
    if (undated != NULL && !date_given(date)) {
        refuse_heading(reading, undated->cell,
                       "Write the date into the heading, as in \"list size 2015-04-01\".",
                       "these list sizes have no date of their own, and the others have");
        return false;
    }
    if (undated != NULL)
        undated->date = date;
    return true;
}

bool roll_find_dates(struct roll_reading *reading)
{
    const struct columns *columns = &reading->sheet.columns;
    if (!date_columns(reading))
        return false;
    if (columns->series_count > 1)
        qsort(columns->series, columns->series_count, sizeof *columns->series, compare_dates);
    if (columns->series_count > 0)
        reading->at = columns->series[columns->series_count - 1].date;
    return true;
}

/* --- The list sizes of one date --- */

/* Whoever was no member on the date need not have a list size of it. */
static bool may_be_blank(const struct roll_reading *reading, size_t place)
{
    if (roll_is_unknown(reading, reading->rows[place]))
        return true;
    return date_given(reading->at) && !roll_is_counted(reading, &reading->members[place]) &&
           *sheet_text(&reading->sheet, reading->rows[place], COLUMN_LIST_SIZE) == '\0';
}

/* A roll of another day may have them all, so all of them together are in bounds. */
static void check_bounds(struct roll_reading *reading, const int64_t *list_sizes)
{
    int64_t sum = 0;
    for (size_t i = 0; i < reading->roll->count && sum <= RATIO_MOST; i++)
        sum += list_sizes[i];
    if (sum <= RATIO_MOST)
        return;
    sheet_refuse(&reading->sheet, "Check the number of digits.",
                 "the list sizes add up to more than 1,000,000,000,000");
    reading->population_unsure = true;
}

static void read_total(struct roll_reading *reading)
{
    struct total *total = &reading->total;
    total->has_population =
        total->row != NULL && roll_read_total_population(reading, total->row, &total->population);
}

/* Without a date it is not known of whom the total is, where members come and go. */
static void refuse_undated_total(const struct roll_reading *reading)
{
    if (date_given(reading->at) || reading->total.row == NULL || !roll_differs(reading->roll))
        return;
    refuse_heading(reading, reading->sheet.columns.at[COLUMN_LIST_SIZE],
                   "Write the date into the heading, as in \"list size 2015-04-01\".",
                   "these list sizes have no date, so it is not known of which members the Total "
                   "row is");
}

/* A list size of somebody who was a member on the date. */
static bool read_size(struct roll_reading *reading, size_t place, int64_t *list_size)
{
    struct arena *arena = reading->sheet.arena;
    const struct row *row = reading->rows[place];
    if (!date_given(reading->at) || *sheet_text(&reading->sheet, row, COLUMN_LIST_SIZE) != '\0')
        return roll_read_list_size(reading, row, list_size);
    sheet_error(&reading->sheet, row, COLUMN_LIST_SIZE,
                "Write the number. If it joined later or had left by then, say so in the columns "
                "\"from\" and \"to\".",
                "the %s is blank, and %s was a member on %s", reading->roll->terms.size,
                reading->members[place].name, date_long(arena, reading->at));
    return false;
}

static void read_sizes(struct roll_reading *reading, struct dated_sizes *sizes, int64_t votes)
{
    const struct roll *roll = reading->roll;
    int64_t *list_sizes = arena_alloc(reading->sheet.arena, roll->count, sizeof *list_sizes);
    for (size_t i = 0; i < roll->count; i++) {
        if (!may_be_blank(reading, i) && !read_size(reading, i, &list_sizes[i]))
            reading->population_unsure = true;
        reading->members[i].list_size =
            roll_is_counted(reading, &reading->members[i]) ? list_sizes[i] : 0;
    }
    check_bounds(reading, list_sizes);
    read_total(reading);
    refuse_undated_total(reading);
    roll_add_up_sizes(reading, votes);
    *sizes = (struct dated_sizes){
        .as_at = reading->at,
        .column = reading->sheet.columns.at[COLUMN_LIST_SIZE] + 1,
        .list_sizes = list_sizes,
        .unknown = roll->unknown,
        .has_stated_total = roll->has_stated_total,
        .stated_total = roll->stated_total,
    };
}

static bool differs_by_day(const struct roll *roll)
{
    bool differs = roll->history->count > 1;
    for (size_t i = 0; i < roll->count && !differs; i++)
        differs = tenure_bounded(roll->members[i].tenure);
    return differs;
}

/* Votes and numbers of practices stand beside populations of several dates: whose they are has to
 * be told. */
static struct date published_date(const struct roll_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    static const enum roll_column kinds[] = {COLUMN_VOTES, COLUMN_PRACTICES};
    struct date published = {0};
    if (!reading->roll->of_localities || sheet->columns.series_count < 2)
        return published;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!sheet_has(sheet, kinds[i]))
            continue;
        struct date date = sheet->columns.dates[kinds[i]];
        published = date_given(date) ? date : reading->stated_at;
        if (!date_given(published))
            refuse_heading(reading, sheet->columns.at[kinds[i]],
                           "Write the date into the heading, as in \"votes 2015-04-01\".",
                           "there are populations of several dates, and nothing says which of them "
                           "this column goes with");
    }
    return published;
}

void roll_read_history(struct roll_reading *reading, int64_t votes)
{
    struct columns *columns = &reading->sheet.columns;
    struct roll *roll = reading->roll;
    struct dated_sizes *sizes =
        arena_alloc(reading->sheet.arena, columns->series_count, sizeof *sizes);
    bool members_unsure = reading->population_unsure;
    struct roll_history *history = arena_alloc(reading->sheet.arena, 1, sizeof *history);
    *history = (struct roll_history){
        .sizes = sizes, .count = columns->series_count, .published = published_date(reading)};
    roll->history = history;
    if (history->count == 0)
        roll_add_up_sizes(reading, votes);
    for (size_t i = 0; i < history->count && !reading->total_is_member; i++) {
        columns->at[COLUMN_LIST_SIZE] = columns->series[i].cell; /* what is looked at */
        reading->at = roll->as_at = columns->series[i].date;
        reading->population_unsure = members_unsure;
        reading->is_last = i + 1 == history->count;
        read_sizes(reading, &sizes[i], votes);
    }
    if (!differs_by_day(roll))
        roll->history = NULL; /* the columns are there, and nothing is in them */
}

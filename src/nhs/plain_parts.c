/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "national_internal.h"
#include "quorate/remark_words.h"
#include "quorate/sheet.h"
#include "quorate/text.h"
#include "quorate/workbook.h"
#include "quorate/yes_no.h"

/* What columns beside the sizes of a list of one's own say of them: that they are of a part of each
 * list, of other days, no counts, or not yet what they should be. */

#define HEADING_WORDS_MOST 4
#define YEAR_WORDS_MOST    3 /* "2015 figure"; and not "new partner since May 2014" */

enum beside {
    BESIDE_NOTHING,
    BESIDE_PARTS,   /* "Gender", "LSOA code": a row is of a part of a list */
    BESIDE_TIMES,   /* "Quarter", "Year" */
    BESIDE_ENDS,    /* "To": the last day of its practice */
    BESIDE_CHANGES, /* "Adjustment": a number that is to be added */
    BESIDE_DOUBTS,  /* "Estimated": a yes or a mark says it of its row */
    BESIDE_REMARKS, /* "Notes", "Source" */
};

static enum beside beside_of(struct arena *arena, const char *folded)
{
    static const char parts[] =
        "lsoa;msoa;gender;sex;age;ages;ethnicity;ethnic;decile;quintile;cohort;condition;"
        "indicator;measure;metric;disease;register;age band;age group;subgroup;breakdown;"
        "deprivation";
    static const char times[] =
        "year;quarter;month;period;financial year;fiscal year;calendar year;reporting period;"
        "time period;week";
    static const char changes[] = "adjustment;adjustments;correction;corrections";
    static const char remarks[] = "source;quality;basis;method;type of figure;figure;reliability";
    if (name_words(folded) > HEADING_WORDS_MOST)
        return BESIDE_NOTHING;
    if (name_has_one_of(folded, parts))
        return BESIDE_PARTS;
    if (name_is_one_of(folded, times))
        return BESIDE_TIMES;
    if (strcmp(folded, "to") == 0 || strcmp(folded, "until") == 0)
        return BESIDE_ENDS;
    if (name_has_one_of(folded, changes))
        return BESIDE_CHANGES;
    if (remark_doubts_figure(arena, folded))
        return BESIDE_DOUBTS;
    return heading_is_of_remarks(folded) || name_is_one_of(folded, remarks) ? BESIDE_REMARKS
                                                                            : BESIDE_NOTHING;
}

/* "Estimate", "last year's figure", "under 5s only", "2015 figure" of another year. */
static bool is_no_size_of_the_day(struct arena *arena, const char *text, int year)
{
    static const char words[] = "weighted;draft;only;half;previous";
    static const char phrases[] = "no return;as last;as at;part of";
    const char *folded = text_fold(arena, text);
    if (name_words(folded) > REMARK_WORDS_MOST)
        return false;
    bool of_a_year = year != 0 && name_words(folded) <= YEAR_WORDS_MOST;
    for (const char *at = folded; of_a_year && (at = strstr(at, "20")) != NULL; at++)
        if ((at == folded || at[-1] == ' ') && isdigit((unsigned char)at[2]) &&
            isdigit((unsigned char)at[3]) && (at[4] == ' ' || at[4] == '\0') &&
            2000 + (at[2] - '0') * 10 + (at[3] - '0') != year)
            return true;
    return remark_doubts_figure(arena, folded) || name_says_one_of(arena, folded, words) ||
           name_has_one_of(folded, phrases);
}

static bool is_marked(struct arena *arena, const char *text)
{
    bool yes;
    return yes_or_no_read(arena, text, &yes) && yes;
}

static bool is_a_change(const char *text)
{
    static const char zero[] = "0.,+- ";
    const char *digits = text + strspn(text, "+-( ");
    return isdigit((unsigned char)*digits) && text[strspn(text, zero)] != '\0';
}

/* The number of a year, 0 for none: "2016" and, behind another, "16". */
static int year_of(const char *word, size_t length, bool behind)
{
    bool digits = strspn(word, "0123456789") == length;
    if (!digits || (length == 4 ? strncmp(word, "20", 2) != 0 : length != 2 || !behind))
        return 0;
    return (length == 2 ? 2000 : 0) + (int)strtol(word, NULL, 10);
}

/* Whether years or months are named, and that of the day is not among them: of "2015/16" either
 * will do. */
static bool is_another_time(struct arena *arena, const char *text, struct date day)
{
    bool years = false, months = false, year = false, month = false;
    size_t length;
    for (const char *word = text_fold(arena, text); *word != '\0';
         word += length + (word[length] == ' ')) {
        length = strcspn(word, " ");
        int of_year = year_of(word, length, years), of_month = date_month_of(word, length);
        years = years || of_year > 0;
        year = year || of_year == day.year;
        months = months || of_month > 0;
        month = month || of_month == day.month;
    }
    return date_given(day) && ((years && !year) || (months && !month));
}

/* Year 0 where none is known. */
static struct date day_of(const struct national_reader *reader)
{
    return date_given(reader->as_at) ? reader->as_at : reader->stated;
}

static bool refuse(struct national_reader *reader, const struct sheet *sheet, const struct row *row,
                   size_t cell, const char *what)
{
    const char *text = row_cell(row, cell)->text;
    diag_add(reader->diag, SEVERITY_ERROR, table_place(reader->arena, sheet->table.file, row, cell),
             "If it is so, give the sizes of whole lists on one day; else delete the column.",
             "\"%s\" stands here, %s", text, what);
    return false;
}

static bool cell_agrees(struct national_reader *reader, const struct sheet *sheet,
                        const struct row *row, size_t cell, enum beside beside)
{
    struct arena *arena = reader->arena;
    const char *text = row_cell(row, cell)->text;
    struct date last;
    if (beside == BESIDE_REMARKS && is_no_size_of_the_day(arena, text, day_of(reader).year))
        return refuse(reader, sheet, row, cell,
                      "so this may be no list size of the day that the others are of");
    if (beside == BESIDE_DOUBTS && is_marked(arena, text))
        return refuse(reader, sheet, row, cell,
                      arena_format(arena,
                                   "under \"%s\", so this may be no list size of the day "
                                   "that the others are of",
                                   row_cell(&sheet->table.header, cell)->text));
    if (beside == BESIDE_CHANGES && is_a_change(text))
        return refuse(reader, sheet, row, cell, "and it is not added to the list size");
    bool past = beside == BESIDE_ENDS && date_parse(text, &last) && date_given(day_of(reader)) &&
                date_compare(last, day_of(reader)) < 0;
    if (past || (beside == BESIDE_TIMES && is_another_time(arena, text, day_of(reader))))
        return refuse(
            reader, sheet, row, cell,
            arena_format(arena, "and the list sizes are of %s", date_long(arena, day_of(reader))));
    return true;
}

/* Told once of a column. */
static bool column_agrees(struct national_reader *reader, const struct sheet *sheet, size_t cell)
{
    const struct table *table = &sheet->table;
    struct arena *arena = reader->arena;
    const char *heading = row_cell(&table->header, cell)->text;
    enum beside beside = beside_of(arena, text_fold(arena, heading));
    const char *first = NULL;
    for (size_t i = 0; i < table->count && beside != BESIDE_NOTHING; i++) {
        struct row row;
        table_look(table, i, &row);
        const char *text = row_cell(&row, cell)->text;
        if (*text == '\0')
            continue;
        if (beside == BESIDE_PARTS)
            return refuse(
                reader, sheet, &row, cell,
                arena_format(arena, "under \"%s\", so a row may be of a part of a list", heading));
        if (beside == BESIDE_TIMES && first != NULL && !text_same(arena, first, text))
            return refuse(reader, sheet, &row, cell,
                          arena_format(arena, "and \"%s\" in a row above", first));
        if (!cell_agrees(reader, sheet, &row, cell, beside))
            return false;
        first = text;
    }
    return true;
}

/* "April 2015", "Weighted": what the name of its sheet says of all rows. */
static bool name_agrees(struct national_reader *reader)
{
    struct arena *arena = reader->arena;
    const char *name = reader->file.sheet;
    struct date day = day_of(reader);
    if (name == NULL ||
        (!is_another_time(arena, name, day) && !is_no_size_of_the_day(arena, name, 0)))
        return true;
    diag_refuse(reader->diag, reader->file.name, workbook_remedy(arena, name),
                "the sheet that was read is called \"%s\"%s", name,
                date_given(day)
                    ? arena_format(arena, ", and the list sizes are of %s", date_long(arena, day))
                    : "");
    return false;
}

bool plain_list_is_whole(struct national_reader *reader, const struct sheet *sheet)
{
    bool sound = name_agrees(reader);
    for (size_t cell = 0; cell < sheet->table.header.count; cell++)
        if (columns_at(&sheet->columns, cell) == COLUMN_NONE)
            sound = column_agrees(reader, sheet, cell) && sound;
    return sound;
}

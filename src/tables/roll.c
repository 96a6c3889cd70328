/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/tables.h"
#include "roll_internal.h"

/* practices.csv or localities.csv, from bytes to struct roll. */

static const struct column roll_columns[ROLL_COLUMNS] = {
    [COLUMN_NAME] = {.name = "practice",
                     .headers = "practice name;name;surgery;member;locality;locality name",
                     .required = true},
    [COLUMN_LIST_SIZE] = {.name = "list size",
                          .headers = "population;patients;number of patients;total all;"
                                     "practice population;practice list size;patient list size;"
                                     "registered patients;registered population;"
                                     "locality population",
                          .dated = true},
    [COLUMN_CODE] = {.name = "code", .headers = "practice code;ods code"},
    [COLUMN_ALIASES] = {.name = "aliases", .headers = "alias;also known as"},
    [COLUMN_AREA] = {.name = "area", .headers = "constituency"},
    [COLUMN_VOTES] = {.name = "votes"},
    [COLUMN_AS_AT] = {.name = "as at", .headers = "date"},
    [COLUMN_PRACTICES] = {.name = "practices", .headers = "number of practices"},
    /* The published tables have it; it is worked out here, so it is neither read nor remarked on.
     */
    [COLUMN_SHARE] = {.name = "percent",
                      .headers = "of ccg population;of population;of total population;percentage"},
    /* Where a list size comes from, as a reweighted roll says it. Nothing depends on it. */
    [COLUMN_SOURCE] = {.name = "source"},
};

void roll_report(const struct roll_reading *reading, const struct row *row, enum roll_column column,
                 const char *remedy, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *what = arena_format_list(reading->arena, format, arguments);
    va_end(arguments);
    diag_add(reading->diag, SEVERITY_ERROR,
             columns_place(reading->arena, &reading->table, &reading->columns, row, column), remedy,
             "%s", what);
}

const char *roll_cell(const struct roll_reading *reading, const struct row *row,
                      enum roll_column column)
{
    return columns_text(&reading->columns, row, column);
}

bool roll_has(const struct roll_reading *reading, enum roll_column column)
{
    return reading->columns.at[column] != COLUMN_NONE;
}

static void report_whole(const struct roll_reading *reading, const char *remedy, const char *what)
{
    diag_add(reading->diag, SEVERITY_ERROR, (struct place){.file = reading->table.file}, remedy,
             "%s", what);
}

/* --- One row --- */

/* The same row without "(10 practices)" behind the name, whose number is told. */
static const char *without_practices(struct arena *arena, const char *name, long long *practices)
{
    const char *open = strrchr(name, '(');
    if (open == NULL)
        return name;
    const char *folded = text_fold(arena, open);
    size_t digits = strspn(folded, "0123456789,");
    if (digits == 0 ||
        (strcmp(folded + digits, " practices") != 0 && strcmp(folded + digits, " practice") != 0))
        return name;
    const char *number = arena_copy(arena, folded, digits);
    if (text_whole_number(number, ROLL_LIST_SIZE_MOST, practices) != NUMBER_OK)
        return name;
    return text_trim(arena, arena_copy(arena, name, (size_t)(open - name)));
}

/* The name of a row, and how many practices stand behind it in brackets (localities only). */
static const char *name_of(const struct roll_reading *reading, const struct row *row,
                           long long *practices)
{
    const char *name = roll_cell(reading, row, COLUMN_NAME);
    *practices = 0;
    return reading->roll->of_localities ? without_practices(reading->arena, name, practices) : name;
}

static int64_t read_practices(const struct roll_reading *reading, const struct row *row,
                              long long bracketed)
{
    const char *text = roll_cell(reading, row, COLUMN_PRACTICES);
    long long number = 0;
    if (*text == '\0')
        return bracketed;
    if (text_whole_number(text, ROLL_LIST_SIZE_MOST, &number) != NUMBER_OK || number == 0) {
        roll_report(reading, row, COLUMN_PRACTICES,
                    "Write a whole number, or leave the cell blank.",
                    "\"%s\" is not a number of practices", text);
        return 0;
    }
    if (bracketed != 0 && bracketed != number)
        roll_report(reading, row, COLUMN_PRACTICES, "Keep the one that is right.",
                    "the number of practices is %lld here and %lld behind the name", number,
                    bracketed);
    return number;
}

static void read_as_at(struct roll_reading *reading, const struct row *row)
{
    const char *text = roll_cell(reading, row, COLUMN_AS_AT);
    struct arena *arena = reading->arena;
    struct date date;
    if (*text == '\0')
        return;
    if (!date_parse(text, &date)) {
        const char *advice = date_advice(arena, text);
        roll_report(reading, row, COLUMN_AS_AT,
                    advice != NULL ? advice
                                   : "Write a day that exists, with the day first: 1 April 2015 or "
                                     "01/04/2015.",
                    "\"%s\" is not a date", text);
    } else if (!date_given(reading->roll->as_at)) {
        reading->roll->as_at = date;
        reading->as_at_row = row;
    } else if (date_compare(date, reading->roll->as_at) != 0) {
        const char *where = reading->as_at_row == NULL
                                ? "in the heading of the list sizes"
                                : arena_format(arena, "on line %zu", reading->as_at_row->line);
        roll_report(reading, row, COLUMN_AS_AT, "All list sizes of a table have one date.",
                    "the date is %s here and %s %s", date_long(arena, date),
                    date_long(arena, reading->roll->as_at), where);
    }
}

static void read_total(struct roll_reading *reading, const struct row *row, long long practices)
{
    struct total *total = &reading->total;
    if (total->row != NULL) {
        roll_report(reading, row, COLUMN_NAME, "Delete one of them.",
                    "there is a Total row on line %zu already", total->row->line);
        return;
    }
    total->row = row;
    if (roll_has(reading, COLUMN_LIST_SIZE))
        total->has_population = roll_read_total_population(reading, row, &total->population);
    if (*roll_cell(reading, row, COLUMN_VOTES) != '\0')
        total->has_votes = roll_read_votes(reading, row, &total->votes);
    total->practices = read_practices(reading, row, practices);
    read_as_at(reading, row);
}

/* A capital letter does not make another area of it. */
static void read_area(struct roll_reading *reading, const struct row *row, struct member *member)
{
    const char *area = roll_cell(reading, row, COLUMN_AREA);
    if (*area == '\0')
        return;
    size_t number = name_index_add(&reading->area_names, text_fold(reading->arena, area));
    if (number == reading->area_count) {
        const char **spelled =
            ARENA_PUSH(reading->arena, reading->areas, reading->area_count, reading->area_capacity);
        *spelled = area;
    }
    member->area = reading->areas[number];
    member->area_number = number;
}

static bool is_digits(const char *text, size_t least, size_t most)
{
    size_t length = strspn(text, "0123456789");
    return text[length] == '\0' && length >= least && length <= most;
}

/*
 * 10,318 without quotation marks is two cells, 10 and 318. Where the row has a cell to spare behind
 * it nothing else shows that, and the practice would count for 10 patients. A column of votes can
 * hold 318 in its own right.
 */
static void check_split_number(struct roll_reading *reading, const struct row *row)
{
    size_t behind = reading->columns.at[COLUMN_LIST_SIZE] + 1;
    if (behind >= row->count || behind == reading->columns.at[COLUMN_VOTES])
        return;
    const char *list_size = roll_cell(reading, row, COLUMN_LIST_SIZE);
    const char *next = row->cells[behind].text;
    if (!is_digits(list_size, 1, 3) || !is_digits(next, 3, 3))
        return;
    roll_report(reading, row, COLUMN_LIST_SIZE,
                arena_format(reading->arena,
                             "If it is the list size %s,%s put it in quotation marks, or leave out "
                             "the comma.",
                             list_size, next),
                "\"%s\" and the \"%s\" behind it look like one number", list_size, next);
    reading->population_unsure = true;
}

static void read_member(struct roll_reading *reading, const struct row *row, const char *name,
                        long long practices)
{
    struct arena *arena = reading->arena;
    const char *folded = text_fold(arena, name);
    struct member *member = &reading->members[reading->roll->count];
    if (*folded == '\0')
        roll_report(reading, row, COLUMN_NAME, "Write the name, or delete the row.",
                    *name == '\0' ? "the name is blank" : "the name \"%s\" has no letters", name);
    *member = (struct member){
        .index = reading->roll->count,
        .line = row->line,
        .row = row->row,
        .name = name,
    };
    reading->rows[reading->roll->count++] = row;
    const char *code = roll_cell(reading, row, COLUMN_CODE);
    member->code = *code == '\0' ? NULL : code;
    const char *aliases = roll_cell(reading, row, COLUMN_ALIASES);
    read_area(reading, row, member);
    member->aliases = *aliases == '\0' ? NULL : aliases;
    const char *source = roll_cell(reading, row, COLUMN_SOURCE);
    member->source = *source == '\0' ? NULL : source;
    member->practices = read_practices(reading, row, practices);
    if (roll_has(reading, COLUMN_LIST_SIZE) &&
        !roll_read_list_size(reading, row, &member->list_size))
        reading->population_unsure = true;
    if (roll_has(reading, COLUMN_VOTES) && !roll_read_votes(reading, row, &member->votes))
        reading->votes_unsure = true;
    if (roll_has(reading, COLUMN_LIST_SIZE))
        check_split_number(reading, row);
    read_as_at(reading, row);
}

static void read_rows(struct roll_reading *reading)
{
    for (size_t i = 0; i < reading->table.count; i++) {
        const struct row *row = &reading->table.rows[i];
        long long practices;
        const char *name = name_of(reading, row, &practices);
        if (text_same(reading->arena, name, "total"))
            read_total(reading, row, practices);
        else
            read_member(reading, row, name, practices);
    }
}

/* --- The whole --- */

static size_t spreadsheet_column(const struct roll_reading *reading, enum roll_column column)
{
    return roll_has(reading, column) ? reading->columns.at[column] + 1 : 0;
}

static bool find_columns(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    if (!columns_find(reading->arena, reading->diag, &reading->table, roll_columns, ROLL_COLUMNS,
                      &reading->columns))
        return false;
    const struct row *header = &reading->table.header;
    const char *heading = header->cells[reading->columns.at[COLUMN_NAME]].text;
    roll->of_localities = text_same(reading->arena, heading, "locality") ||
                          text_same(reading->arena, heading, "locality name");
    roll->name_column = spreadsheet_column(reading, COLUMN_NAME);
    roll->code_column = spreadsheet_column(reading, COLUMN_CODE);
    roll->area_column = spreadsheet_column(reading, COLUMN_AREA);
    roll->practices_column = spreadsheet_column(reading, COLUMN_PRACTICES);
    roll->has_list_sizes = roll_has(reading, COLUMN_LIST_SIZE);
    roll->has_votes = roll_has(reading, COLUMN_VOTES);
    roll->as_at = reading->columns.dates[COLUMN_LIST_SIZE];
    if (!roll->has_list_sizes && !roll->has_votes) {
        const char *wanted = roll->of_localities ? "population" : "list size";
        const char **headings = arena_alloc(reading->arena, header->count, sizeof *headings);
        for (size_t i = 0; i < header->count; i++)
            headings[i] = arena_format(reading->arena, "\"%s\"", header->cells[i].text);
        diag_add(reading->diag, SEVERITY_ERROR,
                 (struct place){.file = reading->table.file, .line = header->line},
                 arena_format(reading->arena,
                              "The headings are %s. Name the column with the number of patients "
                              "\"%s\".",
                              text_list(reading->arena, headings, header->count, "and"), wanted),
                 "there is no column \"%s\"", wanted);
        return false;
    }
    return true;
}

bool load_roll(struct arena *arena, struct diag *diag, struct bytes bytes, struct roll *roll,
               size_t *rows)
{
    size_t errors = diag->errors;
    struct roll_reading reading = {
        .arena = arena,
        .diag = diag,
        .roll = roll,
        .area_names = {.arena = arena},
        .built_in = bytes.built_in,
    };
    *roll = (struct roll){.file = bytes.name};
    bool has_header = !columns_below_a_title(arena, diag, bytes, roll_columns, ROLL_COLUMNS) &&
                      table_read(arena, diag, bytes, &reading.table);
    reading.rows_missing = diag->errors != errors;
    if (rows != NULL)
        *rows = reading.table.count;
    if (!has_header || !find_columns(&reading))
        return false;
    reading.members = arena_alloc(arena, reading.table.count, sizeof *reading.members);
    reading.rows = arena_alloc(arena, reading.table.count, sizeof *reading.rows);
    read_rows(&reading);
    roll->members = reading.members;
    roll->areas = reading.areas;
    roll->area_count = reading.area_count;
    /* Where rows were left out, the members may be among them. */
    if (roll->count == 0 && diag->errors == errors)
        report_whole(&reading, "Add a row for each member.", "has no members");
    roll_add_up(&reading);
    roll_make_keys(&reading);
    return diag->errors == errors;
}

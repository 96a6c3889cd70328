/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "national_internal.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/*
 * Rows of a national file, one after the other. Only the first look at a row has to be quick: of
 * the files by single year of age it is all that 194 rows of 196 need.
 */

#define ALL "ALL" /* sexes, or ages */
#define GP  "GP"  /* the type of a practice; other organisations share some of the files */

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool cell_is(const struct cell *cell, const char *word, size_t length)
{
    if (cell->length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (upper(cell->text[i]) != word[i])
            return false;
    return true;
}
#define CELL_IS(cell, word) cell_is((cell), (word), sizeof(word) - 1)

/* A call for each row would cost more than the comparison of a date's 9 or 10 bytes. */
static bool is_same(const struct cell *cell, const char *text, size_t length)
{
    uint64_t one[2], other[2];
    if (cell->length != length || length < sizeof *one || length > sizeof one)
        return cell->length == length && memcmp(cell->text, text, length) == 0;
    size_t last = length - sizeof *one;
    memcpy(&one[0], cell->text, sizeof *one);
    memcpy(&one[1], cell->text + last, sizeof *one);
    memcpy(&other[0], text, sizeof *one);
    memcpy(&other[1], text + last, sizeof *one);
    return one[0] == other[0] && one[1] == other[1];
}

/* --- Practices and areas --- */

/* A code in capitals, until the next one is. One that is no code at all may be of any length. */
static const char *capitals_of(struct national_reader *reader, const char *code, size_t length)
{
    if (length >= reader->capitals_room) {
        reader->capitals_room = 2 * length + CODE_ROOM;
        reader->capitals = arena_alloc(reader->arena, reader->capitals_room, 1);
    }
    for (size_t i = 0; i <= length; i++)
        reader->capitals[i] = upper(code[i]);
    return reader->capitals;
}

struct practice *national_practice(struct national_reader *reader, const char *code)
{
    size_t length = strlen(code);
    const char *capitals = capitals_of(reader, code, length);
    size_t number = name_index_find(&reader->codes, capitals);
    if (number != NAME_NONE)
        return national_numbered(reader, number);
    number = name_index_add(&reader->codes, arena_copy(reader->arena, capitals, length));
    assert(number == reader->practice_count);
    if (number % PRACTICE_BLOCK == 0) {
        struct practice **block =
            ARENA_PUSH(reader->arena, reader->blocks, reader->block_count, reader->block_capacity);
        *block = arena_alloc(reader->arena, PRACTICE_BLOCK, sizeof **block);
    }
    reader->practice_count++;
    struct practice *practice = national_numbered(reader, number);
    practice->code = reader->codes.names[number];
    practice->area = practice->mapped_area = NO_AREA;
    return practice;
}

const char *national_key(struct arena *arena, const struct member *member)
{
    return member->code != NULL ? member->code : text_fold(arena, member->name);
}

static size_t area_of(struct national_reader *reader, const struct row *row)
{
    if (!national_has(reader, LAYOUT_AREA) || national_cell(reader, row, LAYOUT_AREA)->length == 0)
        return NO_AREA;
    const struct cell *cell = national_cell(reader, row, LAYOUT_AREA);
    const char *capitals = capitals_of(reader, cell->text, cell->length);
    size_t area = name_index_find(&reader->areas, capitals);
    return area != NAME_NONE
               ? area
               : name_index_add(&reader->areas, arena_copy(reader->arena, capitals, cell->length));
}

static const char *text_of(const struct national_reader *reader, const struct row *row,
                           enum layout_column column, const char *known)
{
    if (known != NULL || !national_has(reader, column))
        return known;
    const struct cell *cell = national_cell(reader, row, column);
    return cell->length == 0 ? NULL : arena_copy(reader->arena, cell->text, cell->length);
}

/* 20180430, as the list of practices writes it */
static struct date day_of(const struct cell *cell)
{
    struct date day = {0};
    char text[] = "yyyy-mm-dd";
    if (cell->length != 8)
        return day;
    memcpy(text, cell->text, 4);
    memcpy(text + 5, cell->text + 4, 2);
    memcpy(text + 8, cell->text + 6, 2);
    (void)date_parse(text, &day); /* one that is none closes nobody */
    return day;
}

/* What a row says of its practice beside its figures. The first file that tells it is believed. */
static void describe(struct national_reader *reader, const struct row *row,
                     struct practice *practice)
{
    practice->name = text_of(reader, row, LAYOUT_NAME, practice->name);
    practice->postcode = text_of(reader, row, LAYOUT_POSTCODE, practice->postcode);
    if (national_has(reader, LAYOUT_CLOSED))
        practice->closed = day_of(national_cell(reader, row, LAYOUT_CLOSED));
}

/* "TOTAL", "(K84002)", "#K84002": a row of a sum, or one that somebody took out. */
static void check_code(struct national_reader *reader, const struct row *row,
                       const struct cell *code)
{
    bool begins = isalnum((unsigned char)*code->text) != 0;
    if (begins && strcspn(code->text, "0123456789") < code->length)
        return;
    diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_CODE),
             "Delete the row, or give the file as it was published.",
             "\"%s\" is no practice's code, and the row would count", code->text);
}

/* The practice of a row, or NULL when it has no code. */
static struct practice *practice_of(struct national_reader *reader, const struct row *row)
{
    struct national_file *file = &reader->file;
    const struct cell *code = national_cell(reader, row, LAYOUT_CODE);
    if (reader->last != NULL && strcmp(reader->last_code, code->text) == 0)
        return reader->last;
    if (code->length == 0) {
        if (!file->code_reported)
            diag_add(reader->diag, SEVERITY_WARNING, national_place(reader, row, LAYOUT_CODE), NULL,
                     "a row without a practice's code is left out");
        file->code_reported = true;
        return NULL;
    }
    check_code(reader, row, code);
    struct practice *practice = national_practice(reader, code->text);
    size_t area = area_of(reader, row);
    describe(reader, row, practice);
    if (file->laid_out.layout->shape == SHAPE_MAP && practice->mapped_area == NO_AREA)
        practice->mapped_area = area;
    else if (file->laid_out.layout->shape != SHAPE_MAP && practice->area == NO_AREA &&
             area != NO_AREA) {
        practice->area = area;
        practice->area_cell = (uint32_t)file->laid_out.at[LAYOUT_AREA] + 1;
    }
    /* Kept in place: in a file that is not sorted each row has another practice than the last. */
    reader->last = code->length < sizeof reader->last_code ? practice : NULL;
    if (reader->last != NULL)
        memcpy(reader->last_code, code->text, code->length + 1);
    return practice;
}

/* --- Figures --- */

struct figure {
    enum number_fault fault;
    long long patients;
};

static struct figure figure_of(const struct cell *cell)
{
    struct figure figure = {0};
    figure.fault = text_whole_number(cell->text, ROLL_LIST_SIZE_MOST, &figure.patients);
    return figure;
}

static struct slot_trouble *trouble_of(const struct national_reader *reader, struct slot *slot)
{
    if (slot->trouble == NULL)
        slot->trouble = arena_alloc(reader->arena, 1, sizeof *slot->trouble);
    return slot->trouble;
}

static void make_faulty(const struct national_reader *reader, struct slot *slot,
                        const struct row *row, size_t cell, enum number_fault fault)
{
    static const char *const whats[] = {
        [NUMBER_SIGNED] = "has a sign",
        [NUMBER_DECIMAL] = "is not a whole number",
        [NUMBER_EXPONENT] = "has an exponent",
        [NUMBER_NOT_ONE] = "is not a number",
        [NUMBER_TOO_LARGE] = "is more than 100,000,000",
    };
    assert(whats[fault] != NULL);
    struct slot_trouble *trouble = trouble_of(reader, slot);
    slot->state = SLOT_FAULTY;
    trouble->cell = table_place(reader->arena, reader->file.name, row, cell);
    trouble->what = arena_format(reader->arena, "the number of patients \"%s\" %s",
                                 row_cell(row, cell)->text, whats[fault]);
}

static void stand_at(const struct national_reader *reader, struct slot *slot, const struct row *row,
                     size_t cell)
{
    slot->file = reader->file.name;
    slot->line = row->line;
    slot->row = (uint32_t)row->row;
    slot->cell = (uint32_t)cell + 1;
}

/* Adds a figure to a slot. */
static void add_figure(const struct national_reader *reader, struct slot *slot,
                       const struct row *row, size_t cell, struct figure figure)
{
    if (slot->state == SLOT_EMPTY) {
        slot->state = SLOT_NUMBER;
        stand_at(reader, slot, row, cell);
    }
    if (slot->state == SLOT_FAULTY)
        return;
    if (figure.fault == NUMBER_OK)
        slot->patients += figure.patients;
    else if (figure.fault == NUMBER_BLANK) {
        if (slot->state != SLOT_BLANK)
            stand_at(reader, slot, row, cell);
        slot->state = SLOT_BLANK;
    } else
        make_faulty(reader, slot, row, cell, figure.fault);
}

/* A figure for a slot that may have one only. */
static bool is_first(const struct national_reader *reader, struct slot *slot, const struct row *row)
{
    if (slot->state == SLOT_EMPTY)
        return true;
    struct slot_trouble *trouble = trouble_of(reader, slot);
    if (!trouble->again) {
        trouble->again = true;
        trouble->again_at = national_place(
            reader, row, national_has(reader, LAYOUT_CODE) ? LAYOUT_CODE : LAYOUT_NAME);
    }
    return false;
}

void national_take_total(struct national_reader *reader, struct practice *practice,
                         const struct row *row)
{
    struct slot *slot = &practice->slots[SEX_BOTH];
    if (is_first(reader, slot, row))
        add_figure(reader, slot, row, reader->file.laid_out.at[LAYOUT_TOTAL],
                   figure_of(national_cell(reader, row, LAYOUT_TOTAL)));
}

static bool take_total(struct national_reader *reader, const struct row *row)
{
    struct practice *practice = practice_of(reader, row);
    if (practice != NULL)
        national_take_total(reader, practice, row);
    return true;
}

static bool has_figure(const struct row *row, const struct laid_out *laid_out)
{
    for (size_t i = 0; i < laid_out->band_count; i++)
        if (row_cell(row, laid_out->bands[i])->length > 0)
            return true;
    return false;
}

/* Nothing but blanks is nobody: a cost centre without patients. A blank among figures is a figure
 * that is missing, and then there is no sum. */
static bool take_bands(struct national_reader *reader, const struct row *row)
{
    const struct laid_out *laid_out = &reader->file.laid_out;
    struct practice *practice = practice_of(reader, row);
    if (practice == NULL)
        return true;
    struct slot *slot = &practice->slots[SEX_BOTH];
    if (!is_first(reader, slot, row))
        return true;
    bool nobody = !has_figure(row, laid_out);
    for (size_t i = 0; i < laid_out->band_count; i++) {
        struct figure figure = figure_of(row_cell(row, laid_out->bands[i]));
        if (nobody)
            figure.fault = NUMBER_OK;
        add_figure(reader, slot, row, laid_out->bands[i], figure);
    }
    return true;
}

/* --- Rows by sex and age --- */

static bool read_sex(struct national_reader *reader, const struct row *row, enum sex *sex)
{
    const struct cell *cell = national_cell(reader, row, LAYOUT_SEX);
    if (CELL_IS(cell, "MALE"))
        *sex = SEX_MALE;
    else if (CELL_IS(cell, "FEMALE"))
        *sex = SEX_FEMALE;
    else if (CELL_IS(cell, ALL))
        *sex = SEX_BOTH;
    else {
        diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_SEX),
                 "It should be ALL, MALE or FEMALE. Check it against the file as it was published.",
                 cell->length == 0 ? "the sex%s is missing" : "the sex \"%s\" is not known",
                 cell->text);
        return false;
    }
    return true;
}

/* There are rows for all ages in this file, so what was added up of it by age is not needed. The
 * file of the other sex may be without them. */
static void forget_ages(struct national_reader *reader)
{
    reader->file.all_ages_seen = true;
    for (size_t i = 0; i < reader->practice_count; i++)
        for (size_t sex = 0; sex < SEXES; sex++) {
            struct slot *slot = &national_numbered(reader, i)->slots[sex];
            if (slot->file == reader->file.name)
                *slot = (struct slot){.state = SLOT_EMPTY};
        }
}

/* Which ages there are: of a file that was filtered the sum would be a part of the list. */
static void note_age(struct national_reader *reader, const struct row *row)
{
    struct national_file *file = &reader->file;
    const struct cell *age = national_cell(reader, row, LAYOUT_AGE);
    if (file->first_age == NULL)
        file->first_age = arena_copy(reader->arena, age->text, age->length);
    file->from_birth = file->from_birth || *age->text == '0' || CELL_IS(age, "Under 1");
    file->ages_differ = file->ages_differ || strlen(file->first_age) != age->length ||
                        memcmp(file->first_age, age->text, age->length) != 0;
}

static bool take_long(struct national_reader *reader, const struct row *row, bool all_ages)
{
    enum sex sex;
    struct practice *practice = practice_of(reader, row);
    if (practice == NULL || !read_sex(reader, row, &sex))
        return true;
    if (all_ages && !reader->file.all_ages_seen)
        forget_ages(reader);
    struct slot *slot = &practice->slots[sex];
    bool by_another_file = slot->file != NULL && slot->file != reader->file.name;
    if ((all_ages || by_another_file) && !is_first(reader, slot, row))
        return true;
    slot->ages += !all_ages;
    if (!all_ages)
        note_age(reader, row);
    add_figure(reader, slot, row, reader->file.laid_out.at[LAYOUT_TOTAL],
               figure_of(national_cell(reader, row, LAYOUT_TOTAL)));
    return true;
}

/* --- The date that the list sizes are of, which has to be one --- */

static void report_date(struct national_reader *reader, struct place place, struct date date)
{
    struct arena *arena = reader->arena;
    const char *file = reader->file.name;
    reader->file.date_reported = true;
    if (strcmp(reader->date_file, file) == 0)
        diag_add(
            reader->diag, SEVERITY_ERROR, place,
            "List sizes are taken of one date. Give the file of that date as it was published.",
            "the file has two dates: %s on line %zu, and %s here", date_long(arena, reader->as_at),
            reader->date_line, date_long(arena, date));
    else
        diag_add(reader->diag, SEVERITY_ERROR, place,
                 "List sizes are taken of one date. Give the files of one date.",
                 "the files are of two dates: %s on line %zu of %s, and %s here",
                 date_long(arena, reader->as_at), reader->date_line, reader->date_file,
                 date_long(arena, date));
}

void national_take_date(struct national_reader *reader, struct place place, struct date date)
{
    if (!date_given(reader->as_at)) {
        reader->as_at = date;
        reader->date_file = reader->file.name;
        reader->date_line = place.line;
    } else if (date_compare(reader->as_at, date) != 0 && !reader->file.date_reported) {
        report_date(reader, place, date);
    }
}

void national_read_date(struct national_reader *reader, const struct row *row)
{
    const struct cell *cell = national_cell(reader, row, LAYOUT_DATE);
    struct date date;
    if (cell->length == 0 || reader->file.date_reported)
        return;
    if (!date_parse(cell->text, &date)) {
        reader->file.date_reported = true;
        diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_DATE),
                 "Write it as 2026-04-01 or 01-Apr-26.", "\"%s\" is not a date", cell->text);
        return;
    }
    if (!date_given(reader->as_at) || date_compare(reader->as_at, date) != 0)
        national_take_date(reader, national_place(reader, row, LAYOUT_DATE), date);
    if (cell->length < sizeof reader->date_text) {
        memcpy(reader->date_text, cell->text, cell->length);
        reader->date_length = cell->length;
    }
}

/* --- A row, by the shape of its file --- */

/* --- Rows --- */

static bool take_header(struct national_reader *reader, const struct row *row)
{
    struct national_file *file = &reader->file;
    struct laid_out *laid_out = &file->laid_out;
    if (!layout_find(reader->arena, reader->diag, file->name, row, laid_out, &file->unknown)) {
        laid_out->layout = NULL;
        file->refused = true;
        return false;
    }
    if (laid_out->layout->shape == SHAPE_MAP) {
        reader->has_map = true;
        return laid_out->headed || national_take_row(reader, row);
    }
    return national_lay_out(reader, row);
}

bool national_lay_out(struct national_reader *reader, const struct row *row)
{
    struct national_file *file = &reader->file;
    const struct laid_out *laid_out = &file->laid_out;
    if (reader->layout != NULL && reader->layout != laid_out->layout) {
        diag_add(reader->diag, SEVERITY_ERROR, table_place(reader->arena, file->name, row, 0),
                 "Give files of one layout.", "this file is laid out as %s, and %s as %s",
                 laid_out->layout->name, reader->layout_file, reader->layout->name);
        file->refused = true;
        return false;
    }
    reader->layout = laid_out->layout;
    reader->layout_file = file->name;
    return true;
}

/* Other organisations have types of their own. A blank, or "GP practice", would leave out what may
 * be a practice, or the foot of a table. */
static void check_type(struct national_reader *reader, const struct row *row)
{
    const struct cell *type = national_cell(reader, row, LAYOUT_TYPE);
    if (reader->file.type_reported || (type->length > 0 && strncasecmp(type->text, GP, 2) != 0))
        return;
    reader->file.type_reported = true;
    diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_TYPE),
             "Write GP where it is a practice; else delete the row.",
             type->length == 0 ? "the type%s is missing" : "the type \"%s\" is not known",
             type->text);
}

/* Beside rows for all ages those by age are not needed; one without an age is neither. */
static void check_age(struct national_reader *reader, const struct row *row)
{
    if (reader->file.type_reported || national_cell(reader, row, LAYOUT_AGE)->length > 0)
        return;
    reader->file.type_reported = true;
    diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_AGE),
             "Write ALL where it is of all ages; else delete the row.", "the age is missing");
}

/* "#GP_PRAC_PAT_LIST": somebody took the row out, and it would count. */
static bool is_taken_out(struct national_reader *reader, const struct row *row)
{
    const char *first = row_cell(row, 0)->text;
    if (*first == '\0' || strchr("#/~;", *first) == NULL)
        return false;
    diag_add(reader->diag, SEVERITY_ERROR, table_place(reader->arena, reader->file.name, row, 0),
             "Delete the row, or take the mark out.",
             "the row stands behind \"%c\", as one that is not to be read", *first);
    return true;
}

static bool take_by_shape(struct national_reader *reader, const struct row *row, bool all_ages)
{
    if (is_taken_out(reader, row))
        return true;
    if (national_has(reader, LAYOUT_TYPE) &&
        !CELL_IS(national_cell(reader, row, LAYOUT_TYPE), GP)) {
        check_type(reader, row);
        return true;
    }
    reader->file.practice_rows++;
    switch (reader->file.laid_out.layout->shape) {
    case SHAPE_TOTALS:
        return take_total(reader, row);
    case SHAPE_BANDS:
        return take_bands(reader, row);
    case SHAPE_LONG:
        return take_long(reader, row, all_ages);
    case SHAPE_MAP:
        (void)practice_of(reader, row);
        return true;
    }
    return true;
}

/* Each is held, so there has to be an end of them: England has had some ten thousand. */
static bool are_few(struct national_reader *reader, const struct row *row)
{
    if (reader->practice_count <= NATIONAL_PRACTICES_MOST)
        return true;
    diag_add(reader->diag, SEVERITY_ERROR, table_place(reader->arena, reader->file.name, row, 0),
             "Check that it is the file that you meant.", "has more than %s practices",
             number_grouped(reader->arena, (int64_t)NATIONAL_PRACTICES_MOST));
    reader->file.refused = true;
    return false;
}

bool national_take_row(void *context, const struct row *row)
{
    struct national_reader *reader = context;
    const struct laid_out *laid_out = &reader->file.laid_out;
    if (laid_out->layout == NULL)
        return take_header(reader, row);
    reader->file.rows++;
    if (laid_out->at[LAYOUT_DATE] != COLUMN_NONE) {
        const struct cell *date = national_cell(reader, row, LAYOUT_DATE);
        if (!is_same(date, reader->date_text, reader->date_length))
            national_read_date(reader, row);
    }
    bool all_ages = laid_out->at[LAYOUT_AGE] != COLUMN_NONE &&
                    CELL_IS(national_cell(reader, row, LAYOUT_AGE), ALL);
    if (laid_out->layout->shape == SHAPE_LONG && !all_ages && reader->file.all_ages_seen) {
        check_age(reader, row);
        return true;
    }
    return take_by_shape(reader, row, all_ages) && are_few(reader, row);
}

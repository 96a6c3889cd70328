/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "national_internal.h"
#include "quorate/text.h"

/* Which of the NHS's files this is, by its headings. */

/* A file of headings nobody asked for is not listed to its end. */
#define HEADINGS_SHOWN ((size_t)24)

/*
 * The layouts. A new name for a column goes behind a `;` in its heading; a new layout is a row. The
 * first that fits is taken, so one that asks for less stands further down.
 */
#define OPTIONAL(column) (1U << (column))

static const struct layout layouts[] = {
    {
        .name = "gp-reg-pat-prac-all",
        .holds = "one row a practice",
        .shape = SHAPE_LONG,
        .headings = {[LAYOUT_CODE] = "CODE",
                     [LAYOUT_POSTCODE] = "POSTCODE",
                     [LAYOUT_AREA] = "CCG_CODE;SUB_ICB_LOC_CODE;SUB_ICB_LOCATION_CODE",
                     [LAYOUT_DATE] = "EXTRACT_DATE",
                     [LAYOUT_TYPE] = "TYPE",
                     [LAYOUT_SEX] = "SEX",
                     [LAYOUT_AGE] = "AGE",
                     [LAYOUT_TOTAL] = "NUMBER_OF_PATIENTS"},
        .optional = OPTIONAL(LAYOUT_POSTCODE),
    },
    {
        .name = "gp-reg-pat-prac-quin-age",
        .holds = "by sex and group of ages, without areas: the county's total comes from "
                 "gp-reg-pat-prac-map beside it, or from --total",
        .shape = SHAPE_LONG,
        .headings = {[LAYOUT_CODE] = "ORG_CODE",
                     [LAYOUT_POSTCODE] = "POSTCODE",
                     [LAYOUT_DATE] = "EXTRACT_DATE",
                     [LAYOUT_TYPE] = "ORG_TYPE",
                     [LAYOUT_SEX] = "SEX",
                     [LAYOUT_AGE] = "AGE_GROUP_5",
                     [LAYOUT_TOTAL] = "NUMBER_OF_PATIENTS"},
        .optional = OPTIONAL(LAYOUT_POSTCODE),
    },
    {
        .name = "gp-reg-pat-prac-sing-age",
        .holds = "by single year of age, a file of males and one of females: give both",
        .shape = SHAPE_LONG,
        .headings = {[LAYOUT_CODE] = "ORG_CODE",
                     [LAYOUT_POSTCODE] = "POSTCODE",
                     [LAYOUT_AREA] = "CCG_CODE;SUB_ICB_LOC_CODE;SUB_ICB_LOCATION_CODE",
                     [LAYOUT_DATE] = "EXTRACT_DATE",
                     [LAYOUT_SEX] = "SEX",
                     [LAYOUT_AGE] = "AGE",
                     [LAYOUT_TOTAL] = "NUMBER_OF_PATIENTS"},
        .optional = OPTIONAL(LAYOUT_POSTCODE),
    },
    {
        .name = "gp-reg-patients",
        .holds = "one wide row a practice, quarterly until 2017. Most have no date: give --as-at",
        .shape = SHAPE_TOTALS,
        .headings = {[LAYOUT_CODE] = "GP_PRACTICE_CODE;PRACTICE_CODE",
                     [LAYOUT_POSTCODE] = "POSTCODE",
                     [LAYOUT_AREA] = "CCG_CODE;PARENT_ORGANISATION_CODE",
                     [LAYOUT_DATE] = "EXTRACT_DATE",
                     [LAYOUT_TOTAL] = "TOTAL_ALL"},
        .optional = OPTIONAL(LAYOUT_DATE) | OPTIONAL(LAYOUT_POSTCODE),
    },
    {
        .name = "NHSBSA patient list size",
        .holds =
            "of the prescription service, one wide row a practice. It has no date: give --as-at",
        .shape = SHAPE_BANDS,
        .headings = {[LAYOUT_CODE] = "Practice Code",
                     [LAYOUT_NAME] = "Practice Name",
                     [LAYOUT_AREA] = "PCO Code",
                     [LAYOUT_DATE] = "EXTRACT_DATE"},
        .optional = OPTIONAL(LAYOUT_DATE) | OPTIONAL(LAYOUT_NAME),
    },
    {
        .name = "gp-reg-pat-prac-map",
        .holds = "which practice is in which area, and no list sizes: only beside another file",
        .shape = SHAPE_MAP,
        .headings = {[LAYOUT_CODE] = "PRACTICE_CODE",
                     [LAYOUT_NAME] = "PRACTICE_NAME",
                     [LAYOUT_POSTCODE] = "PRACTICE_POSTCODE;POSTCODE",
                     [LAYOUT_AREA] = "CCG_CODE;SUB_ICB_LOC_CODE;SUB_ICB_LOCATION_CODE",
                     [LAYOUT_DATE] = "EXTRACT_DATE"},
        .optional = OPTIONAL(LAYOUT_POSTCODE),
    },
};

#define LAYOUT_COUNT (sizeof layouts / sizeof *layouts)

/* A header while its layout is looked for. */
struct header {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    const struct row *row;
    const char **folded;
};

/* The names of a column, as published. */
static const char **split(struct arena *arena, const char *headings, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *at = headings; *at != '\0'; at += *at == ';') {
        size_t length = strcspn(at, ";");
        const char **name = ARENA_PUSH(arena, names, *count, capacity);
        *name = arena_copy(arena, at, length);
        at += length;
    }
    return names;
}

/* "CCG_CODE or SUB_ICB_LOC_CODE" */
static const char *either(struct arena *arena, const char *headings)
{
    struct buffer list = {.arena = arena};
    size_t count;
    const char **names = split(arena, headings, &count);
    for (size_t i = 0; i < count; i++)
        buffer_format(&list, "%s%s", i > 0 ? " or " : "", names[i]);
    return buffer_text(&list);
}

/* The first column from `from` on that has one of the headings, or COLUMN_NONE. */
static size_t find_column(const struct header *header, const char *headings, size_t from)
{
    size_t count;
    const char **names = split(header->arena, headings, &count);
    for (size_t name = 0; name < count; name++)
        names[name] = text_fold(header->arena, names[name]);
    for (size_t i = from; i < header->row->count; i++)
        for (size_t name = 0; name < count; name++)
            if (strcmp(header->folded[i], names[name]) == 0)
                return i;
    return COLUMN_NONE;
}

/* "male 0 4", as text_fold leaves it */
static bool is_band(const char *folded)
{
    static const char *const sexes[] = {"male ", "female "};
    for (size_t i = 0; i < sizeof sexes / sizeof *sexes; i++) {
        size_t length = strlen(sexes[i]);
        if (strncmp(folded, sexes[i], length) == 0 && folded[length] >= '0' &&
            folded[length] <= '9')
            return true;
    }
    return false;
}

/* Whether a file of this layout has to have the column. */
static bool is_required(const struct layout *layout, size_t column)
{
    return layout->headings[column] != NULL && (layout->optional & OPTIONAL(column)) == 0;
}

/* How many columns the header lacks for this layout. */
static size_t try_layout(const struct header *header, const struct layout *layout,
                         struct laid_out *found)
{
    size_t missing = 0;
    *found = (struct laid_out){.layout = layout, .headed = true};
    for (size_t column = 0; column < LAYOUT_COLUMNS; column++) {
        found->at[column] = COLUMN_NONE;
        if (layout->headings[column] == NULL)
            continue;
        found->at[column] = find_column(header, layout->headings[column], 0);
        missing += found->at[column] == COLUMN_NONE && is_required(layout, column);
    }
    if (layout->shape != SHAPE_BANDS)
        return missing;
    for (size_t i = 0; i < header->row->count; i++)
        if (is_band(header->folded[i]))
            found->bands[found->band_count++] = i;
    return missing + (found->band_count == 0);
}

bool national_is_published(struct arena *arena, const struct heading_row *row)
{
    const char **folded = arena_alloc(arena, row->count, sizeof *folded);
    const struct row cells = {.count = row->count};
    const struct header header = {.arena = arena, .row = &cells, .folded = folded};
    for (size_t i = 0; i < row->count; i++)
        folded[i] = row->headings[i].folded;
    for (size_t i = 0; i < LAYOUT_COUNT; i++) {
        struct laid_out found;
        if (try_layout(&header, &layouts[i], &found) == 0)
            return true;
    }
    return false;
}

/* --- Saying that it is none --- */

#define BANDS_EXAMPLE "Male 0-4, Female 0-4 and so on"

/* "CODE, CCG_CODE or SUB_ICB_LOC_CODE, ..." of the columns for which `at` is COLUMN_NONE, or all.
 */
static const char *columns_of(struct arena *arena, const struct laid_out *found, bool missing)
{
    struct buffer list = {.arena = arena};
    const struct layout *layout = found->layout;
    for (size_t column = 0; column < LAYOUT_COLUMNS; column++)
        if (is_required(layout, column) && (!missing || found->at[column] == COLUMN_NONE))
            buffer_format(&list, "%s%s", list.length > 0 ? ", " : "",
                          either(arena, layout->headings[column]));
    if (layout->shape == SHAPE_BANDS && (!missing || found->band_count == 0))
        buffer_format(&list, "%s%s", list.length > 0 ? ", " : "", BANDS_EXAMPLE);
    return buffer_text(&list);
}

static const char *headings_seen(const struct header *header)
{
    struct buffer list = {.arena = header->arena};
    size_t shown = 0, more = 0;
    for (size_t i = 0; i < header->row->count; i++) {
        const char *text = row_cell(header->row, i)->text;
        if (*text != '\0' && shown < HEADINGS_SHOWN)
            buffer_format(&list, "%s\"%s\"", shown++ > 0 ? ", " : "", text);
        else
            more += *text != '\0';
    }
    if (more > 0)
        buffer_format(&list, " and %zu more", more);
    return buffer_text(&list);
}

/* The layout that the header lacks least of, when that is less than half. */
static const char *nearest_layout(const struct header *header)
{
    struct laid_out nearest = {0};
    size_t fewest = LAYOUT_COLUMNS;
    for (size_t i = 0; i < LAYOUT_COUNT; i++) {
        struct laid_out tried;
        size_t wanted = 0, missing = try_layout(header, &layouts[i], &tried);
        for (size_t column = 0; column < LAYOUT_COLUMNS; column++)
            wanted += is_required(&layouts[i], column);
        if (2 * missing < wanted && missing < fewest) {
            fewest = missing;
            nearest = tried;
        }
    }
    if (nearest.layout == NULL)
        return "";
    return arena_format(header->arena, "It is most like %s, but has no column %s. ",
                        nearest.layout->name, columns_of(header->arena, &nearest, true));
}

static bool is_digits(const char *text, size_t count)
{
    return strlen(text) == count && strspn(text, "0123456789") == count;
}

/*
 * epraccur, the NHS's list of practices, is published without headings: code, name, two regions,
 * five lines of address, postcode, the days on which it opened and closed, its status, its kind,
 * the area, and twelve more. Blank columns at its end are not counted.
 */
#define EPRACCUR_COLUMNS ((size_t)27)
#define EPRACCUR_OPENED  ((size_t)10) /* as 19740401 */

static const struct layout epraccur = {
    .name = "epraccur",
    .holds = "the list of practices, without headings: who has closed, and which practice is in "
             "which area; only beside another file",
    .shape = SHAPE_MAP,
};

static const struct laid_out epraccur_laid_out = {
    .layout = &epraccur,
    .at = {[LAYOUT_CODE] = 0,
           [LAYOUT_NAME] = 1,
           [LAYOUT_POSTCODE] = 9,
           [LAYOUT_AREA] = 14,
           [LAYOUT_DATE] = COLUMN_NONE,
           [LAYOUT_TYPE] = COLUMN_NONE,
           [LAYOUT_SEX] = COLUMN_NONE,
           [LAYOUT_AGE] = COLUMN_NONE,
           [LAYOUT_TOTAL] = COLUMN_NONE,
           [LAYOUT_CLOSED] = 11},
};

static bool is_epraccur(const struct row *row)
{
    if (row->count <= epraccur_laid_out.at[LAYOUT_AREA] || row->count > EPRACCUR_COLUMNS)
        return false;
    const char *code = row_cell(row, 0)->text;
    return *code >= 'A' && *code <= 'Z' && is_digits(code + 1, 5) &&
           is_digits(row_cell(row, EPRACCUR_OPENED)->text, 8);
}

/* A table of one's own, read as a whole by plain_list.c. */
const struct layout layout_plain_list = {
    .name = "plain list",
    .holds = "a table of one's own: practice or code, and list size, with the date in its heading. "
             "Without one give --as-at",
    .shape = SHAPE_TOTALS,
};

bool layout_is_by_kind(struct arena *arena, const struct heading *heading)
{
    static const enum layout_column kinds[] = {LAYOUT_TYPE, LAYOUT_SEX, LAYOUT_AGE};
    for (size_t i = 0; i < LAYOUT_COUNT; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            const char *name = layouts[i].headings[kinds[k]];
            if (name != NULL && strcmp(text_fold(arena, name), heading->folded) == 0)
                return true;
        }
    return is_band(heading->folded);
}

static struct layout_fault unknown(const struct header *header)
{
    struct buffer remedy = {.arena = header->arena};
    buffer_format(
        &remedy,
        "Give a file as the NHS published it. If it is a list of your own practices with their new "
        "sizes, head its columns \"practice\" or \"code\" and \"list size 2016-04-01\", with "
        "their date; if it is a whole roll, then give it as --practices. %sThe headings are %s. "
        "The layouts known are",
        nearest_layout(header), headings_seen(header));
    for (size_t i = 0; i < LAYOUT_COUNT; i++) {
        struct laid_out known = {.layout = &layouts[i]};
        buffer_format(&remedy, "%s %s (%s)", i > 0 ? ";" : "", layouts[i].name,
                      columns_of(header->arena, &known, false));
    }
    buffer_add(&remedy, ".");
    struct place place = table_place(header->arena, header->file, header->row, 0);
    place.cell = place.width = 0; /* the row as a whole */
    return (struct layout_fault){place, buffer_text(&remedy)};
}

void layout_refuse(struct diag *diag, const struct layout_fault *fault)
{
    diag_add(diag, SEVERITY_ERROR, fault->place, fault->remedy,
             "the headings are not those of a file of list sizes that is known");
}

/* Two columns that could be meant. */
static bool is_doubled(const struct header *header, const struct laid_out *found)
{
    for (size_t column = 0; column < LAYOUT_COLUMNS; column++) {
        size_t first = found->at[column];
        if (first == COLUMN_NONE)
            continue;
        const char *headings = found->layout->headings[column];
        size_t second = find_column(header, headings, first + 1);
        if (second == COLUMN_NONE)
            continue;
        diag_add(header->diag, SEVERITY_ERROR,
                 table_place(header->arena, header->file, header->row, second),
                 "Delete one of them.",
                 "the column %s is there twice, headed \"%s\" (%s) and \"%s\" (%s)",
                 either(header->arena, headings), row_cell(header->row, first)->text,
                 diag_cell_name(header->arena, first + 1, 0), row_cell(header->row, second)->text,
                 diag_cell_name(header->arena, second + 1, 0));
        return true;
    }
    return false;
}

bool layout_find(struct arena *arena, struct diag *diag, const char *file, const struct row *row,
                 struct laid_out *found, struct layout_fault *fault)
{
    *fault = (struct layout_fault){.remedy = NULL};
    struct header header = {.arena = arena, .diag = diag, .file = file, .row = row};
    header.folded = arena_alloc(arena, row->count, sizeof *header.folded);
    for (size_t i = 0; i < row->count; i++)
        header.folded[i] = text_fold(arena, row_cell(row, i)->text);
    for (size_t i = 0; i < LAYOUT_COUNT; i++)
        if (try_layout(&header, &layouts[i], found) == 0)
            return !is_doubled(&header, found);
    if (is_epraccur(row)) {
        *found = epraccur_laid_out;
        return true;
    }
    *fault = unknown(&header);
    return false;
}

const struct national_layout *national_layouts(struct arena *arena, size_t *count)
{
    struct national_layout *known = arena_alloc(arena, LAYOUT_COUNT + 2, sizeof *known);
    for (size_t i = 0; i < LAYOUT_COUNT; i++)
        known[i] = (struct national_layout){layouts[i].name, layouts[i].holds};
    known[LAYOUT_COUNT] = (struct national_layout){epraccur.name, epraccur.holds};
    known[LAYOUT_COUNT + 1] =
        (struct national_layout){layout_plain_list.name, layout_plain_list.holds};
    *count = LAYOUT_COUNT + 2;
    return known;
}

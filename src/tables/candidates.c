/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* candidates.csv: who was assessed as eligible. */

enum candidate_column {
    COLUMN_CANDIDATE,
    COLUMN_PRACTICE,
    COLUMN_ALIASES,
    CANDIDATE_COLUMNS,
};

static const struct column candidate_columns[CANDIDATE_COLUMNS] = {
    [COLUMN_CANDIDATE] = {.name = "candidate",
                          .headers = "name;candidate name",
                          .required = true,
                          .names_the_row = true},
    [COLUMN_PRACTICE] = {.name = "practice", .headers = "practice name;surgery"},
    [COLUMN_ALIASES] = {.name = "aliases", .headers = "alias;also known as"},
};

struct candidates_reading {
    struct sheet sheet;
    struct candidate *candidates;
    size_t count;
    struct name_index spellings;
    const struct row **rows; /* of the spellings */
    size_t row_count, row_capacity;
};

static void report(const struct candidates_reading *reading, const struct row *row,
                   enum candidate_column column, const char *remedy, const char *what)
{
    diag_add(reading->sheet.diag, SEVERITY_ERROR, sheet_place(&reading->sheet, row, column), remedy,
             "%s", what);
}

/* A spelling of the candidate's; NULL when it cannot be used. */
static const char *take_spelling(struct candidates_reading *reading, const struct row *row,
                                 enum candidate_column column, const char *text)
{
    struct arena *arena = reading->sheet.arena;
    const char *folded = text_fold(arena, text);
    enum vote vote;
    if (*folded == '\0')
        return NULL;
    if (vote_read(arena, folded, &vote)) {
        report(reading, row, column, "Write the candidate's full name.",
               arena_format(arena, "\"%s\" is what a ballot may say, so it cannot be a candidate",
                            text));
        return NULL;
    }
    size_t number = name_index_add(&reading->spellings, folded);
    if (number == reading->row_count) {
        const struct row **place =
            ARENA_PUSH(arena, reading->rows, reading->row_count, reading->row_capacity);
        *place = row;
    } else if (reading->rows[number] != row) {
        report(reading, row, column,
               "Each name and alias belongs to one candidate. Take out the one that is wrong.",
               arena_format(arena, "\"%s\" is on line %zu already", text,
                            reading->rows[number]->line));
    }
    return folded;
}

static size_t count_aliases(const char *aliases)
{
    size_t count = 1;
    for (; *aliases != '\0'; aliases++)
        count += *aliases == ';';
    return count;
}

static void read_candidate(struct candidates_reading *reading, const struct row *row)
{
    struct arena *arena = reading->sheet.arena;
    const char *name = sheet_text(&reading->sheet, row, COLUMN_CANDIDATE);
    const char *practice = sheet_text(&reading->sheet, row, COLUMN_PRACTICE);
    const char *aliases = sheet_text(&reading->sheet, row, COLUMN_ALIASES);
    const char **folded = arena_alloc(arena, 1 + count_aliases(aliases), sizeof *folded);
    size_t count = 0;
    if (*text_fold(arena, name) == '\0')
        report(reading, row, COLUMN_CANDIDATE, "Write the name, or delete the row.",
               "the candidate's name is blank");
    else
        folded[count] = take_spelling(reading, row, COLUMN_CANDIDATE, name);
    count += folded[count] != NULL;
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        const char *alias = text_trim(arena, arena_copy(arena, aliases, length));
        folded[count] = take_spelling(reading, row, COLUMN_ALIASES, alias);
        count += folded[count] != NULL;
        aliases += length;
        aliases += *aliases == ';';
    }
    reading->candidates[reading->count++] = (struct candidate){
        .name = name,
        .practice = *practice == '\0' ? NULL : practice,
        .folded = folded,
        .folded_count = count,
    };
}

bool load_candidates(struct arena *arena, struct diag *diag, struct bytes bytes,
                     struct candidate_list *list, size_t *rows)
{
    size_t errors = diag->errors;
    struct candidates_reading reading = {.sheet = {.arena = arena, .diag = diag},
                                         .spellings = {.arena = arena}};
    *list = (struct candidate_list){.file = bytes.name};
    bool found = sheet_read(&reading.sheet, bytes, candidate_columns, CANDIDATE_COLUMNS);
    if (rows != NULL)
        *rows = reading.sheet.table.count;
    if (!found)
        return false;
    reading.candidates = arena_alloc(arena, reading.sheet.table.count, sizeof *reading.candidates);
    for (size_t i = 0; i < reading.sheet.table.count; i++)
        read_candidate(&reading, &reading.sheet.table.rows[i]);
    if (reading.count == 0 && diag->errors == errors)
        diag_add(diag, SEVERITY_ERROR, (struct place){.file = bytes.name},
                 "Add a row for each candidate.", "has no candidates");
    list->candidates = reading.candidates;
    list->count = reading.count;
    return diag->errors == errors;
}

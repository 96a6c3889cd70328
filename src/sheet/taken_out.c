/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "quorate/columns.h"
#include "quorate/remark_words.h"

/*
 * Rows that somebody took out of a table and left in the file: "#The Hart Surgery", "// K84001",
 * "(The Hart Surgery)". Names are compared without such marks, so such a row would count.
 */

/* What comments begin with, in a spreadsheet or in one of the languages that people know. */
static const char *const marks[] = {"#", "//", "--", "~~", "/*", "<!--", ";"};

/* Letters struck through: a combining long or short stroke, U+0336 and U+0335. */
static bool is_struck_through(const char *text)
{
    return strstr(text, "\xCC\xB6") != NULL || strstr(text, "\xCC\xB5") != NULL;
}

/* Whether the text has a letter of any alphabet, or a digit. */
static bool says_something(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80 || isalnum((unsigned char)*text))
            return true;
    return false;
}

/* An apostrophe makes a comment too. In front of a sign it keeps a spreadsheet from reading a
 * formula, and where another closes the cell it is a quotation mark. */
static bool is_behind_an_apostrophe(const struct cell *cell)
{
    return *cell->text == '\'' && (cell->text[1] == ' ' || isalnum((unsigned char)cell->text[1])) &&
           cell->text[cell->length - 1] != '\'';
}

/* Whether something stands behind a mark: "---" and "#" alone are none. */
static bool is_behind_a_mark(const struct cell *cell)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(cell->text, marks[i], strlen(marks[i])) == 0)
            return says_something(cell->text);
    return is_behind_an_apostrophe(cell);
}

static bool names_the_row(const struct columns *columns, size_t cell)
{
    size_t column = columns_at(columns, cell);
    return column != COLUMN_NONE && columns->wanted[column].names_the_row;
}

/* Marks that stand in every row, of several, are how its numbers are written: "#1", "#2". */
static bool all_are_marked(const struct table *table, size_t cell)
{
    size_t i = 0;
    while (i < table->count && is_behind_a_mark(table_cell(table, i, cell)))
        i++;
    return i == table->count && table->count > 1;
}

/* What was found of a text of a column. */
enum finding {
    FINDING_NONE, /* it was not looked at */
    FINDING_SOUND,
    FINDING_OUT,
    FINDING_NOTED, /* a mark beside the name stands for a note or a doubt */
};

/* A column whose cells may take their rows out, with what was found of each text. */
struct marked_column {
    size_t at;
    char *found;
};

/* Those that name the row, and the first, unless marks are how its numbers are written. */
static struct marked_column *find_columns(struct arena *arena, const struct table *table,
                                          const struct columns *columns, size_t *count)
{
    struct marked_column *marked = arena_alloc(arena, table->header.count, sizeof *marked);
    *count = 0;
    for (size_t i = 0; i < table->header.count; i++)
        if (names_the_row(columns, i) || (i == 0 && !all_are_marked(table, 0)))
            marked[(*count)++] =
                (struct marked_column){i, arena_alloc(arena, table->word_count, 1)};
    return marked;
}

/* `names`: it is in a column that names the row, where more is found. */
static enum finding finding_of(const struct cell *cell, bool names)
{
    if (is_behind_a_mark(cell) ||
        (names && (name_is_bracketed(cell->text) || is_struck_through(cell->text))))
        return FINDING_OUT;
    return names && name_is_noted(cell->text) ? FINDING_NOTED : FINDING_SOUND;
}

static bool takes_its_row_out(const struct columns *columns, const struct marked_column *column,
                              const struct cell *cell)
{
    char *found = &column->found[cell->word];
    if (*found == FINDING_NONE)
        *found = (char)finding_of(cell, names_the_row(columns, column->at));
    return *found != FINDING_SOUND;
}

static void report(struct arena *arena, struct diag *diag, const struct table *table,
                   const struct row *row, const struct marked_column *column, bool names)
{
    const struct cell *cell = row_cell(row, column->at);
    struct place place = table_place(arena, table->file, row, column->at);
    if (column->found[cell->word] == FINDING_NOTED)
        diag_add(diag, SEVERITY_ERROR, place,
                 "Find out what it is for. If the row is not to count, delete it; else take the "
                 "mark off.",
                 "a mark stands beside this name, and nothing says what it is for");
    else
        diag_add(diag, SEVERITY_ERROR, place,
                 "If the row is not to count, delete it; else take the marks off.",
                 "this row looks as if it was taken out: %s behind a mark",
                 names ? "its name stands in brackets or" : "it stands");
}

/* Whether any text of the table, in whatever column it stands, may take a row out. */
static bool any_may_be_out(const struct table *table)
{
    for (size_t i = 0; i < table->word_count; i++)
        if (finding_of(&table->texts[i], true) != FINDING_SOUND)
            return true;
    return table->word_count == 0;
}

void columns_refuse_taken_out(struct arena *arena, struct diag *diag, struct table *table,
                              const struct columns *columns)
{
    size_t marked_count, left = 0;
    if (!any_may_be_out(table))
        return;
    const struct marked_column *marked = find_columns(arena, table, columns, &marked_count);
    bool *out = NULL;
    for (size_t i = 0; i < table->count; i++) {
        struct row row;
        size_t m = 0;
        while (m < marked_count &&
               !takes_its_row_out(columns, &marked[m], table_cell(table, i, marked[m].at)))
            m++;
        if (m == marked_count)
            continue;
        if (left++ == 0)
            out = arena_alloc(arena, table->count, sizeof *out);
        out[i] = true;
        table_look(table, i, &row);
        report(arena, diag, table, &row, &marked[m], names_the_row(columns, marked[m].at));
    }
    if (left > 0)
        table_leave_out(table, out);
}

/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "quorate/columns.h"

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

static bool is_in_brackets(const struct cell *cell)
{
    static const char opening[] = "([{", closing[] = ")]}";
    const char *open = cell->length < 2 ? NULL : strchr(opening, *cell->text);
    return open != NULL && cell->text[cell->length - 1] == closing[open - opening];
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
    while (i < table->count && is_behind_a_mark(&table->rows[i].cells[cell]))
        i++;
    return i == table->count && table->count > 1;
}

static bool takes_the_row_out(const struct table *table, const struct columns *columns,
                              const struct cell *cell, size_t at)
{
    if (names_the_row(columns, at))
        return is_behind_a_mark(cell) || is_in_brackets(cell) || is_struck_through(cell->text);
    return at == 0 && is_behind_a_mark(cell) && !all_are_marked(table, at);
}

void columns_refuse_taken_out(struct arena *arena, struct diag *diag, struct table *table,
                              const struct columns *columns)
{
    struct row *kept = arena_alloc(arena, table->count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct row *row = &table->rows[i];
        size_t at = 0;
        while (at < row->count && !takes_the_row_out(table, columns, &row->cells[at], at))
            at++;
        if (at == row->count)
            kept[count++] = *row;
        else
            diag_add(diag, SEVERITY_ERROR, table_place(arena, table->file, row, at),
                     "If the row is not to count, delete it; else take the marks off.",
                     "this row looks as if it was taken out: %s behind a mark",
                     names_the_row(columns, at) ? "its name stands in brackets or" : "it stands");
    }
    table->rows = kept;
    table->count = count;
}

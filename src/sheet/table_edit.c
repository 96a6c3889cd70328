/* SPDX-License-Identifier: MIT */
#include "quorate/table_edit.h"

#include <string.h>

#include "encoding.h"

/* A table on the disk while it is copied, character by character as far as these are ASCII. */
struct editing {
    struct bytes given;
    size_t unit; /* bytes of a character: 2 of UTF-16 */
    bool big;
    size_t at;   /* the byte that is looked at */
    size_t line; /* on which it stands, from 1 */
    size_t copied;
    struct buffer edited;
};

/* 0 for what is not ASCII, and at the end. */
static char character(const struct editing *editing)
{
    const char *bytes = editing->given.bytes + editing->at;
    if (editing->at + editing->unit > editing->given.length)
        return '\0';
    if (editing->unit == 1)
        return bytes[0];
    return bytes[editing->big ? 0 : 1] != '\0' ? '\0' : bytes[editing->big ? 1 : 0];
}

static bool is_at_end(const struct editing *editing)
{
    return editing->at >= editing->given.length;
}

/* A line ends in LF, in CR LF, or in CR alone. */
static void step(struct editing *editing)
{
    char passed = character(editing);
    editing->at += editing->unit;
    if (passed == '\n' || (passed == '\r' && character(editing) != '\n'))
        editing->line++;
}

static struct editing edit(struct arena *arena, struct bytes given, const struct encoding *encoding)
{
    struct editing editing = {.given = given, .unit = 1, .line = 1, .edited = {.arena = arena}};
    bool marked = given.length >= 2 && (memcmp(given.bytes, "\xFF\xFE", 2) == 0 ||
                                        memcmp(given.bytes, "\xFE\xFF", 2) == 0);
    bool unmarked = encoding != NULL && encoding->unit == 2 && given.length >= 4 &&
                    memchr(given.bytes, '\0', 4) != NULL;
    if (marked || unmarked)
        editing.unit = 2;
    editing.big = marked ? given.bytes[0] == '\xFE' : unmarked && encoding->big;
    return editing;
}

/* To the end of that cell (from 0) of the row that begins on the line. */
static void go_to_end_of(struct editing *editing, size_t line, char separator, size_t cell)
{
    bool quoted = false;
    while (editing->line < line && !is_at_end(editing))
        step(editing);
    for (size_t passed = 0; !is_at_end(editing); step(editing)) {
        char c = character(editing);
        quoted = quoted != (c == '"');
        if (quoted)
            continue;
        if (c == '\r' || c == '\n' || (c == separator && passed++ == cell))
            return;
    }
}

static void copy_up_to(struct editing *editing, size_t end)
{
    buffer_add_bytes(&editing->edited, editing->given.bytes + editing->copied,
                     end - editing->copied);
    editing->copied = end;
}

static void add_character(struct editing *editing, char c)
{
    const char wide[] = {editing->big ? '\0' : c, editing->big ? c : '\0'};
    buffer_add_bytes(&editing->edited, editing->unit == 1 ? &c : wide, editing->unit);
}

static struct bytes finish(struct editing *editing)
{
    struct bytes edited = editing->given;
    copy_up_to(editing, editing->given.length);
    edited.bytes = buffer_text(&editing->edited);
    edited.length = editing->edited.length;
    edited.sha256 = NULL;
    return edited;
}

static void add_cell(struct editing *editing, const struct table *table, const struct row *row,
                     const char *cell)
{
    go_to_end_of(editing, row->line, row->separator, table->header.count - 1);
    copy_up_to(editing, editing->at);
    add_character(editing, row->separator);
    for (; *cell != '\0'; cell++)
        add_character(editing, *cell);
}

struct bytes table_with_column(struct arena *arena, struct bytes given,
                               const struct encoding *encoding, const struct table *table,
                               const char *heading, const char *const *cells)
{
    struct editing editing = edit(arena, given, encoding);
    add_cell(&editing, table, &table->header, heading);
    for (size_t i = 0; i < table->count; i++)
        add_cell(&editing, table, table_row(table, i), cells[i]);
    return finish(&editing);
}

/* With the separator in front of it: there is a column before it. */
static void leave_out_cell(struct editing *editing, const struct table *table,
                           const struct row *row)
{
    go_to_end_of(editing, row->line, row->separator, table->header.count - 2);
    copy_up_to(editing, editing->at);
    step(editing);
    go_to_end_of(editing, editing->line, row->separator, 0);
    editing->copied = editing->at;
}

struct bytes table_without_column(struct arena *arena, struct bytes given,
                                  const struct encoding *encoding, const struct table *table)
{
    struct editing editing = edit(arena, given, encoding);
    if (table->header.count < 2)
        return given;
    leave_out_cell(&editing, table, &table->header);
    for (size_t i = 0; i < table->count; i++)
        leave_out_cell(&editing, table, table_row(table, i));
    return finish(&editing);
}

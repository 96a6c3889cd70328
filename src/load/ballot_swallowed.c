/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballots_internal.h"
#include "quorate/text.h"

/* Ballots inside a quotation that was not meant to hold them. */

static bool names_a_member(const struct ballots_load *load, const char *text, bool nearly)
{
    const struct roll *roll = load->reading->roll;
    const char *folded = text_fold(load->arena, text);
    return *folded != '\0' && (roll_find_folded(roll, folded) != NULL ||
                               (nearly && roll_suggest(load->arena, roll, text) != NULL));
}

static size_t piece_length(const struct row *row, size_t from)
{
    size_t at = from;
    while (at < row->length && row->bytes[at] != row->separator && row->bytes[at] != '\n' &&
           row->bytes[at] != '"')
        at++;
    return at - from;
}

/*
 * Where in the lines behind the first a member is named inside quotes, as the start of a line or
 * between separators; the row's length when nowhere. A heading is looked at more closely: no row of
 * its own is left that would be missed.
 */
static size_t member_inside(const struct ballots_load *load, const struct row *row, bool nearly)
{
    bool quoted = false, further = false;
    for (size_t at = 0; at < row->length; at++) {
        char c = row->bytes[at];
        quoted = quoted != (c == '"');
        further = further || c == '\n';
        if (!quoted || !further || (c != '\n' && c != row->separator))
            continue;
        size_t length = piece_length(row, at + 1);
        if (names_a_member(load, arena_copy(load->arena, row->bytes + at + 1, length), nearly))
            return at + 1;
    }
    return row->length;
}

static bool report_swallowed(const struct ballots_load *load, const struct row *row, bool nearly)
{
    size_t at = row->joined ? member_inside(load, row, nearly) : row->length;
    if (at == row->length)
        return false;
    diag_add(load->diag, SEVERITY_ERROR, PROBLEM_SYNTAX,
             line_place(load->arena, load->table.file, row, at, at + piece_length(row, at),
                        line_cell_of(row, at)),
             "Close the quotation mark at the end of the cell before, or take the line break out.",
             "a %s stands here inside a cell in quotation marks that begins further above: a "
             "ballot that a forgotten quotation mark has swallowed",
             load->unit);
    return true;
}

bool ballots_none_swallowed(const struct ballots_load *load)
{
    bool any = false;
    if (load->reading->roll == NULL)
        return true;
    any = report_swallowed(load, &load->table.header, true);
    for (size_t i = 0; i < load->table.count; i++)
        any = report_swallowed(load, &load->table.rows[i], false) || any;
    return !any;
}

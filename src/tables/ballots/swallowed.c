/* SPDX-License-Identifier: MIT */

#include "internal.h"

/* Ballots inside a quotation that was not meant to hold them. */

/* Who is named; NULL for nobody. */
static const struct member *member_named(const struct ballots_load *load, const char *text,
                                         bool nearly)
{
    const struct roll *roll = load->reading->roll;
    const struct member *member = roll_find_ever(load->sheet.arena, roll, text);
    return member == NULL && nearly ? roll_suggest(load->sheet.arena, roll, text) : member;
}

static size_t piece_length(const struct row *row, size_t from)
{
    size_t at = from;
    while (at < row->length && row->bytes[at] != row->separator && row->bytes[at] != '\n')
        at++;
    return at - from;
}

/* Whether a name stands alone on its line, as under a remark. */
static bool is_signature(const struct row *row, size_t from, size_t length)
{
    return row->bytes[from - 1] == '\n' &&
           (from + length == row->length || row->bytes[from + length] == '\n');
}

static const struct member *own_member(const struct ballots_load *load, const struct row *row)
{
    const char *name = ballots_cell(load, row, COLUMN_PRACTICE);
    return member_named(load, *name != '\0' ? name : ballots_cell(load, row, COLUMN_CODE), false);
}

/*
 * Where in the lines behind the first a member is named, at the start of a line or between
 * separators, be that inside quotes or behind them; the row's length when nowhere. The cell that
 * names the row's own member is passed over, and its name under its remark. A heading is looked at
 * more closely: no row of its own is left that would be missed.
 */
static size_t member_inside(const struct ballots_load *load, const struct row *row)
{
    bool further = false, quoted = false, heading = row == &load->sheet.table.header;
    size_t cell = 0;
    const size_t cells[] = {load->sheet.columns.at[COLUMN_PRACTICE],
                            load->sheet.columns.at[COLUMN_CODE]};
    const struct member *own = heading ? NULL : own_member(load, row);
    for (size_t at = 0; at < row->length; at++) {
        char c = row->bytes[at];
        quoted = quoted != (c == '"');
        cell += !quoted && c == row->separator;
        further = further || c == '\n';
        if (!further || (c != '\n' && c != row->separator))
            continue;
        size_t from = at + 1, length = piece_length(row, from);
        if (!heading && (cell == cells[0] || cell == cells[1]))
            continue;
        const struct member *named =
            member_named(load, arena_copy(load->sheet.arena, row->bytes + from, length), heading);
        if (named != NULL && !(named == own && is_signature(row, from, length)))
            return from;
    }
    return row->length;
}

static bool report_swallowed(const struct ballots_load *load, const struct row *row)
{
    size_t at = row->joined ? member_inside(load, row) : row->length;
    if (at == row->length)
        return false;
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR,
        line_place(load->sheet.arena, load->sheet.table.file, row, at, at + piece_length(row, at),
                   line_cell_of(row, at)),
        wording_public("Close the quotation mark at the end of the cell before, or take the line "
                       "break out."),
        WORDING(load->sheet.arena,
                "a %s stands here behind a line break in a cell in quotation marks: a ballot that "
                "a forgotten quotation mark has swallowed",
                wording_public(load->unit)));
    return true;
}

bool ballots_none_swallowed(const struct ballots_load *load)
{
    if (load->reading->roll == NULL)
        return true;
    bool any = report_swallowed(load, &load->sheet.table.header);
    for (size_t i = 0; i < load->sheet.table.run_count; i++) {
        struct row row; /* one that has several lines is a run by itself */
        table_look(&load->sheet.table, load->sheet.table.runs[i].first, &row);
        any = report_swallowed(load, &row) || any;
    }
    return !any;
}

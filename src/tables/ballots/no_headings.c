/* SPDX-License-Identifier: MIT */

#include "internal.h"
#include "quorate/text.h"

/* A table whose first row is no row of headings: it names members. */

static const struct member *member_of(const struct ballots_load *load, const char *text)
{
    return *text == '\0' ? NULL : roll_find_ever(load->sheet.arena, load->reading->roll, text);
}

/* How many members stand in the first row. One of them may stand there twice, by name and code. */
static size_t members_in(const struct ballots_load *load, const struct row *header)
{
    const struct member *first = NULL;
    size_t others = 0;
    for (size_t i = 0; i < header->count; i++) {
        const struct member *member = member_of(load, row_cell(header, i)->text);
        first = first == NULL ? member : first;
        others += member != NULL && member != first;
    }
    return first == NULL ? 0 : 1 + others;
}

/* What a cell of a ballot would be headed, as far as the cell tells. */
static const char *heading_for(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const struct member *member = member_of(load, text);
    struct moment moment;
    enum vote vote;
    enum role role;
    if (member != NULL)
        return member->code != NULL && text_same(arena, member->code, text) ? "code" : load->unit;
    if (vote_read(arena, text, &vote))
        return "vote";
    if (*text != '\0' && role_read(arena, text, &role))
        return "role";
    if (address_is_sound(address_read(arena, text)))
        return "email";
    if (name_begins_with_title(text_fold(arena, text)))
        return "voter";
    return moment_parse(text, &moment) ? "received" : "...";
}

static void report_no_headings(const struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    const char **headings = arena_alloc(load->sheet.arena, header->count, sizeof *headings);
    struct buffer line = {.arena = load->sheet.arena};
    for (size_t i = 0; i < header->count; i++) {
        headings[i] = heading_for(load, row_cell(header, i)->text);
        buffer_format(&line, "%s%s", i > 0 ? "," : "", headings[i]);
    }
    const char *remedy =
        arena_format(load->sheet.arena, "Put this line first: %s", buffer_text(&line));
    ballots_report_cell(load, header, 0,
                        wording_of_row(remedy, arena_format(load->sheet.arena,
                                                            "Put a row of headings first, such as "
                                                            "%s,vote",
                                                            load->unit)),
                        WORDING(load->sheet.arena,
                                "this row names a %s: it is a ballot, and the headings are missing",
                                wording_public(load->unit)));
}

static void report_turned(const struct ballots_load *load)
{
    ballots_report_cell(
        load, &load->sheet.table.header, 0,
        wording_public("Turn the table: copy it, and paste it with Transpose (in Excel: Paste "
                       "Special). Each of them needs a row."),
        WORDING(load->sheet.arena,
                "the %s stand side by side in the first row: the table is "
                "transposed",
                wording_public(load->units)));
}

bool ballots_lack_headings(const struct ballots_load *load, const struct column *wanted)
{
    if (load->reading->roll == NULL)
        return false;
    bool vote = ballots_has_heading(load, &wanted[COLUMN_VOTE], NULL);
    bool practice = ballots_has_heading(load, &wanted[COLUMN_PRACTICE], NULL) ||
                    ballots_has_heading(load, &wanted[COLUMN_CODE], NULL);
    size_t members = practice && vote ? 0 : members_in(load, &load->sheet.table.header);
    if (members > 1)
        report_turned(load);
    else if (members == 1 && !practice)
        report_no_headings(load);
    return members > 1 || (members == 1 && !practice);
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballots_internal.h"
#include "quorate/text.h"

/* Columns that are not used, and would have changed the count if they had been. */

static bool is_used(const struct ballots_load *load, size_t cell)
{
    for (size_t i = 0; i < load->sheet.columns.count; i++)
        if (load->sheet.columns.at[i] == cell)
            return true;
    return false;
}

/* Whether a cell says that the voter is more than a lead: a proxy, a practice manager. */
static bool tells_role(const struct ballots_load *load, const char *text)
{
    enum role role;
    if (ballots_names_a_role(text_fold(load->sheet.arena, text)))
        return true;
    return role_read(load->sheet.arena, text, &role) && role != ROLE_LEAD && role != ROLE_OTHER;
}

static bool speaks_of_interests(const struct heading *heading)
{
    static const char *const words[] = {"interest",     "interests",  "interested", "conflict",
                                        "conflicts",    "conflicted", "doi",        "declaration",
                                        "declarations", "recused",    "recusal"};
    bool speaks = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        speaks = speaks || name_has_word(heading->folded, words[i]);
    return speaks;
}

/* Whether a cell says that a practice was not there that has a vote all the same. */
static bool denies_vote(const struct ballots_load *load, const struct row *row, const char *text)
{
    const char *cast = ballots_cell(load, row, COLUMN_VOTE);
    enum vote vote;
    bool there = true;
    return *cast != '\0' && attendance_read(load->sheet.arena, text, &there) && !there &&
           !(vote_read(load->sheet.arena, cast, &vote) && vote == VOTE_ABSENT);
}

static void report_meaning(const struct ballots_load *load, size_t cell, const char *what,
                           const char *name)
{
    struct arena *arena = load->sheet.arena;
    const char *heading = load->sheet.table.header.cells[cell].text;
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR,
        table_place(arena, load->sheet.table.file, &load->sheet.table.header, cell),
        WORDING(arena,
                "Head it \"%s\", so that it is counted by, or add --column %s=\"%s\" "
                "to the command; or move what it says to the column of that name. If "
                "it is something else, delete the column.",
                wording_public(name), wording_public(name), wording_of_row(heading, "its heading")),
        WORDING(arena, "this column looks like %s, and is not headed so", wording_public(what)));
}

/* The rows are not named: who was there may be all that is known of a secret vote. */
static void report_denial(const struct ballots_load *load, size_t cell)
{
    struct wording unit = wording_public(load->unit);
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR,
        table_place(load->sheet.arena, load->sheet.table.file, &load->sheet.table.header, cell),
        WORDING(load->sheet.arena,
                "Where the %s was not there, write absent as its vote; else correct this column, "
                "or delete it.",
                unit),
        WORDING(load->sheet.arena,
                "this column says that a %s was not there whose vote is in the same row", unit));
}

/* Without its role a practice manager's vote would count as a lead's. */
static bool means_nothing(const struct ballots_load *load, size_t cell)
{
    struct heading heading =
        heading_read(load->sheet.arena, load->sheet.table.header.cells[cell].text);
    bool interests = speaks_of_interests(&heading);
    bool attendance = heading_is_of(&heading, &load->sheet.columns.wanted[COLUMN_ATTENDANCE]);
    bool of_roles = false, of_interests = false, denial = false;
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        const struct row *row = &load->sheet.table.rows[i];
        const char *text = row->cells[cell].text;
        if (*text == '\0')
            continue;
        of_roles =
            of_roles || (*ballots_cell(load, row, COLUMN_ROLE) == '\0' && tells_role(load, text));
        of_interests =
            of_interests || (interests && *ballots_cell(load, row, COLUMN_INTEREST) == '\0');
        denial = denial || (attendance && denies_vote(load, row, text));
    }
    if (of_roles)
        report_meaning(load, cell, "the roles of the voters", "role");
    else if (of_interests)
        report_meaning(load, cell, "the declared interests", "interest");
    else if (denial)
        report_denial(load, cell);
    return !of_roles && !of_interests && !denial;
}

bool ballots_look_for_meaning(const struct ballots_load *load)
{
    bool sound = true;
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++)
        sound = (is_used(load, cell) || means_nothing(load, cell)) && sound;
    return sound;
}

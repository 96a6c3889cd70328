/* SPDX-License-Identifier: MIT */

#include "internal.h"
#include "quorate/text.h"

/* A column of the times at which people left: whoever left before the vote was not there. */

static bool is_of_leaving(const struct ballots_load *load, size_t cell)
{
    static const char names[] =
        "leave time;leaving time;time of leaving;time out;time exited;last leave;exit time;"
        "signed out;sign out time;sign out;time signed out;out;out time;checked out";
    const char *folded = load->headings[cell].folded;
    return name_is_one_of(folded, names);
}

/* A vote is evidence that its voter was there, and who is away did not leave. */
static bool counts_as_there(const struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    const char *text = ballots_cell(load, row, COLUMN_VOTE);
    enum vote vote = VOTE_PRESENT;
    enum presence listed = presence_read(arena, ballots_cell(load, row, COLUMN_ATTENDANCE));
    if (*text != '\0' && (!vote_read(arena, text, &vote) || vote != VOTE_PRESENT))
        return false;
    return listed != PRESENCE_AWAY && listed != PRESENCE_NO &&
           !ballots_votes_on_another(load, row) && !ballots_sent_apologies(load, row);
}

/* What a program writes of a meeting has its own doubt told. */
static bool may_have_left(const struct ballots_load *load, size_t cell)
{
    for (size_t i = 0; load->layout == NULL && i < load->sheet.table.count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        enum presence said = presence_read(load->sheet.arena, row_cell(&row, cell)->text);
        if (said != PRESENCE_BLANK && said != PRESENCE_NO && counts_as_there(load, &row))
            return true;
    }
    return false;
}

bool ballots_all_stayed(const struct ballots_load *load, size_t cell)
{
    if (!is_of_leaving(load, cell) || !may_have_left(load, cell))
        return true;
    struct diag_answer *answer = arena_alloc(load->sheet.arena, 1, sizeof *answer);
    *answer = (struct diag_answer){
        wording_public("everybody who stands as present was still there when it was voted"),
        ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    ballots_ask_about(load, cell,
                      "this column says when people left, and not who was still there when it was "
                      "voted",
                      (struct diag_question){wording_public("Who had left by then? Write absent in "
                                                            "their rows, or delete them."),
                                             answer, 1});
    return false;
}

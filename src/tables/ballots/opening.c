/* SPDX-License-Identifier: MIT */

#include "internal.h"
#include "quorate/text.h"

/* Who was there when the meeting opened, for a quorum that has to be there then. */

bool ballots_need_opening(struct ballots_load *load)
{
    size_t cell = load->sheet.columns.at[COLUMN_OPENING];
    if (cell == COLUMN_NONE || load->reading->rules == NULL || ballots_by_opening(load, NULL))
        return true;
    struct diag_answer *answer = arena_alloc(load->sheet.arena, 1, sizeof *answer);
    *answer = (struct diag_answer){wording_public("the quorum is of who is there at the vote"),
                                   ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    ballots_ask_about(
        load, cell,
        "this column says who was there when the meeting opened, and no quorum of the "
        "rules is of that",
        (struct diag_question){
            wording_public("Which quorum holds? If it is that of the opening, add the "
                           "rule \"quorum at\" with the value opening."),
            answer, 1});
    return false;
}

/* Told once: it is the same for every row. */
static void report_missing(struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    if (!load->opening_missed)
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR,
            (struct place){.file = load->sheet.table.file, .line = header->line},
            wording_public(
                "Add a column \"opening\": yes for who was there then, no for who came later."),
            wording_public("the quorum is of who was there when the meeting opened, and no column "
                           "says who was"));
    load->opening_missed = true;
}

static bool is_late(struct arena *arena, const char *text)
{
    static const char words[] = "late;came late;arrived late;later";
    return name_is_one_of(text_fold(arena, text), words);
}

static void report_untold(const struct ballots_load *load, const struct row *row)
{
    ballots_report(load, row, COLUMN_OPENING,
                   wording_public("Write yes or no. Whoever came later was not."),
                   *ballots_cell(load, row, COLUMN_OPENING) == '\0'
                       ? wording_public("it is blank whether they were there when the meeting "
                                        "opened")
                       : WORDING(load->sheet.arena,
                                 "%s does not say whether they were there when the meeting opened",
                                 ballots_quote(load, row, COLUMN_OPENING)));
}

/* In a list that has nothing else, who was not there then may have come later, or never. */
static bool came_later(const struct ballots_load *load, const struct row *row,
                       const struct ballot *ballot, bool late)
{
    if (late || !load->is_list || ballot->interest || !ballots_lack_evidence(load, row))
        return true;
    ballots_report(load, row, COLUMN_OPENING,
                   wording_public("Write late where somebody came later, and delete the row where "
                                  "nobody came."),
                   wording_public("nothing in the row says whether they came later"));
    return false;
}

bool ballots_read_opening(struct ballots_load *load, const struct row *row,
                          const struct decision *decision, struct ballot *ballot)
{
    if (!ballots_by_opening(load, decision))
        return true;
    if (!sheet_has(&load->sheet, COLUMN_OPENING)) {
        report_missing(load);
        return false;
    }
    bool late = is_late(load->sheet.arena, ballots_cell(load, row, COLUMN_OPENING));
    enum presence said =
        late ? PRESENCE_AWAY : ballots_presence_in(load, row, COLUMN_OPENING, &load->openings);
    ballot->at_opening = said == PRESENCE_THERE;
    if (said != PRESENCE_THERE && said != PRESENCE_AWAY) {
        report_untold(load, row);
        return false;
    }
    if (!ballot->at_opening || !ballots_sent_apologies(load, row))
        return ballot->at_opening || came_later(load, row, ballot, late);
    ballots_report(load, row, COLUMN_OPENING, wording_public("Correct the one that is wrong."),
                   wording_public("this says that they were there when the meeting opened, and the "
                                  "apologies in the same row that nobody came"));
    return false;
}

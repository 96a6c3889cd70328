/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* A row of an attendance list, or of a ballot file of which only that is asked. */

bool attendance_read(struct arena *arena, const char *text, bool *there)
{
    static const char *const present[] = {"present",   "yes",     "y",          "attended",
                                          "attending", "replied", "in the room"};
    static const char *const away[] = {"absent", "no", "n", "apologies", "no reply"};
    const char *word = text_word(arena, text);
    if (word == NULL)
        return false;
    *there = name_is_one_of(word, present, sizeof present / sizeof *present);
    return *there || name_is_one_of(word, away, sizeof away / sizeof *away);
}

static struct wording neither_present_nor_absent(const struct ballots_load *load,
                                                 const struct row *row, enum ballot_column column)
{
    return WORDING(load->sheet.arena, "%s is neither present nor absent",
                   ballots_quote(load, row, column));
}

/* A column of its own, where yes and no are no votes. A blank cell in it is an answer that nobody
 * gave: a list of all practices may be ticked later. */
static bool read_own_column(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    static const char remedy[] = "Write present or absent, or delete the row of a practice that is "
                                 "not there.";
    const char *text = ballots_cell(load, row, COLUMN_ATTENDANCE);
    bool there = true;
    if (attendance_read(load->sheet.arena, text, &there)) {
        ballot->vote = there ? VOTE_PRESENT : VOTE_ABSENT;
        return true;
    }
    ballots_report(load, row, COLUMN_ATTENDANCE, wording_public(remedy),
                   *text == '\0' ? wording_public("the attendance is blank")
                                 : neither_present_nor_absent(load, row, COLUMN_ATTENDANCE));
    return false;
}

/* Whoever votes, however that may be, is there. */
static bool read_vote_column(struct ballots_load *load, const struct row *row,
                             const struct decision *decision, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_VOTE);
    enum vote vote = VOTE_PRESENT;
    if (*text == '\0')
        return true;
    if (vote_read(load->sheet.arena, text, &vote)) {
        if (vote == VOTE_ABSENT)
            ballot->vote = VOTE_ABSENT;
        return true;
    }
    /* A candidate's name; but where it may be a motion a slip must not make anyone present. */
    if (decision == NULL ? vote_suggest(load->sheet.arena, text) == NULL : decision->is_election)
        return true;
    ballots_report(load, row, COLUMN_VOTE,
                   wording_public("Write present or absent, or leave it blank: then the row is "
                                  "present."),
                   neither_present_nor_absent(load, row, COLUMN_VOTE));
    return false;
}

/* Both columns are answers to one question. */
static bool agree(const struct ballots_load *load, const struct row *row,
                  const struct ballot *listed, const struct ballot *voted)
{
    if (listed->vote == voted->vote || *ballots_cell(load, row, COLUMN_VOTE) == '\0')
        return true;
    const char *what = listed->vote == VOTE_ABSENT
                           ? "this says that nobody was there, and there is a vote in the same row"
                           : "this says that somebody was there, and the vote says absent";
    ballots_report(load, row, COLUMN_ATTENDANCE, wording_public("Correct the one that is wrong."),
                   wording_public(what));
    return false;
}

bool ballots_read_attendance(struct ballots_load *load, const struct row *row,
                             const struct decision *decision, struct ballot *ballot)
{
    struct ballot voted = {.vote = VOTE_PRESENT};
    bool lists = sheet_has(&load->sheet, COLUMN_ATTENDANCE),
         votes = sheet_has(&load->sheet, COLUMN_VOTE);
    ballot->vote = VOTE_PRESENT;
    bool sound = !lists || read_own_column(load, row, ballot);
    sound = (!votes || read_vote_column(load, row, decision, &voted)) && sound;
    if (!lists)
        ballot->vote = voted.vote;
    return sound && (!lists || !votes || agree(load, row, ballot, &voted));
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Who a row says is there, by its columns of attendance and apologies. */

/* A sign-in sheet: one mark, or nothing. Then a blank is an answer too. */
static bool is_of_one_mark(const struct presences *column)
{
    size_t ticks = column->of[PRESENCE_TICK], crosses = column->of[PRESENCE_CROSS];
    return (ticks == 0) != (crosses == 0) &&
           ticks + crosses + column->of[PRESENCE_NO] + column->of[PRESENCE_BLANK] == column->rows;
}

/* What a cell of the column says to "were they there?". */
static enum presence answer_under(const struct ballots_load *load, enum ballot_column heading,
                                  const struct presences *column, enum presence presence)
{
    bool told = ballots_is_told(load, load->sheet.columns.at[heading]);
    switch (presence) {
    case PRESENCE_YES:
        return PRESENCE_THERE;
    case PRESENCE_NO:
        return PRESENCE_AWAY;
    case PRESENCE_TICK:
    case PRESENCE_CROSS: /* that both stand in one column was refused */
        return PRESENCE_THERE;
    case PRESENCE_BLANK:
        return is_of_one_mark(column) ? PRESENCE_AWAY : presence;
    case PRESENCE_WILL_COME:
        return told ? PRESENCE_THERE : presence;
    case PRESENCE_WILL_NOT:
        return told ? PRESENCE_AWAY : presence;
    default:
        return presence;
    }
}

/* Whether what stands behind a "present" may take it back, or be of somebody else: "(observer)",
 * "(left 6pm)", "(tbc)"; and not "(online)". That they came late is none. */
static bool is_qualified(const struct ballots_load *load, const char *behind)
{
    static const char words[] = "left;part;not;no;proxy;apologies;absent";
    struct arena *arena = load->sheet.arena;
    const char *folded = text_fold(arena, behind);
    enum remark says = remark_read(arena, folded, REMARK_OF_ANYTHING);
    enum presence presence = presence_read(arena, folded);
    return (says != REMARK_NONE && says != REMARK_LATE && says != REMARK_CAME_LATE) ||
           ballots_names_a_role(folded) || strchr(behind, '?') != NULL ||
           strchr(behind, '*') != NULL || name_has_one_of(folded, words) ||
           (presence != PRESENCE_UNTOLD && presence != PRESENCE_BLANK &&
            presence != PRESENCE_THERE);
}

/* Of "Apologies (on leave)" what stands in front; UNTOLD where what stands behind may say
 * otherwise. */
static enum presence presence_of_cell(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->sheet.arena;
    enum presence presence = presence_read(arena, text);
    size_t length = presence_head_length(text);
    if (presence != PRESENCE_UNTOLD)
        return presence;
    presence = presence_read(arena, text_trim(arena, arena_copy(arena, text, length)));
    bool there =
        presence == PRESENCE_THERE || presence == PRESENCE_YES || presence_is_mark(presence);
    return there && is_qualified(load, text + length) ? PRESENCE_UNTOLD : presence;
}

enum presence ballots_presence_in(const struct ballots_load *load, const struct row *row,
                                  enum ballot_column column, const struct presences *presences)
{
    const char *text = ballots_cell(load, row, column);
    return answer_under(load, column, presences, presence_of_cell(load, text));
}

static const char *remedy_of(enum presence presence)
{
    if (presence == PRESENCE_WILL_COME || presence == PRESENCE_WILL_NOT ||
        presence == PRESENCE_MAY_COME)
        return "Who meant to come may have stayed away. Write present or absent.";
    return "Write present or absent, or delete the row of a practice that is not there.";
}

/* A column of its own, where yes and no are no votes. A blank cell in it is an answer that nobody
 * gave: a list of all practices may be ticked later. */
static bool read_attendance(const struct ballots_load *load, const struct row *row,
                            enum presence *said)
{
    const char *text = ballots_cell(load, row, COLUMN_ATTENDANCE);
    enum presence answer = ballots_presence_in(load, row, COLUMN_ATTENDANCE, &load->attendance);
    *said = answer == PRESENCE_THERE || answer == PRESENCE_AWAY ? answer : PRESENCE_BLANK;
    if (*said == answer && (answer != PRESENCE_BLANK || !load->is_list))
        return true;
    ballots_report(
        load, row, COLUMN_ATTENDANCE,
        WORDING(load->sheet.arena, "%s%s", wording_suggestion(load->sheet.arena, text, NULL),
                wording_public(remedy_of(answer))),
        answer == PRESENCE_BLANK ? wording_public("the attendance is blank")
                                 : WORDING(load->sheet.arena, "%s is neither present nor absent",
                                           ballots_quote(load, row, COLUMN_ATTENDANCE)));
    return false;
}

/* Under "Apologies" a yes says that nobody came. No and a blank say that none were sent, which is
 * not that somebody came. UNTOLD for other words. */
static enum presence apologies_of(const struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    const char *text = ballots_cell(load, row, COLUMN_APOLOGIES);
    bool yes;
    if (interest_is_denied(text_fold(arena, text)) || (yes_or_no_read(arena, text, &yes) && !yes))
        return PRESENCE_BLANK;
    switch (presence_of_cell(load, text)) {
    case PRESENCE_BLANK:
    case PRESENCE_NO:
        return PRESENCE_BLANK;
    case PRESENCE_THERE:
        return PRESENCE_THERE;
    case PRESENCE_YES:
    case PRESENCE_AWAY:
    case PRESENCE_TICK:
    case PRESENCE_CROSS:
        return PRESENCE_AWAY;
    default:
        return PRESENCE_UNTOLD;
    }
}

bool ballots_sent_apologies(const struct ballots_load *load, const struct row *row)
{
    return sheet_has(&load->sheet, COLUMN_APOLOGIES) && apologies_of(load, row) == PRESENCE_AWAY;
}

static bool read_apologies(const struct ballots_load *load, const struct row *row,
                           enum presence *said)
{
    *said = apologies_of(load, row);
    if (*said != PRESENCE_UNTOLD)
        return true;
    ballots_report(
        load, row, COLUMN_APOLOGIES,
        wording_public("Write yes where nobody came, and no where somebody did. Who sent "
                       "them can stand in the column \"reason\"."),
        WORDING(load->sheet.arena, "%s does not say whether anybody came",
                ballots_quote(load, row, COLUMN_APOLOGIES)));
    return false;
}

bool ballots_read_presence(const struct ballots_load *load, const struct row *row,
                           enum presence *said)
{
    enum presence listed = PRESENCE_BLANK, sorry = PRESENCE_BLANK;
    bool sound = true;
    if (sheet_has(&load->sheet, COLUMN_APOLOGIES))
        sound = read_apologies(load, row, &sorry);
    if (sheet_has(&load->sheet, COLUMN_ATTENDANCE) &&
        !(sorry == PRESENCE_AWAY && *ballots_cell(load, row, COLUMN_ATTENDANCE) == '\0'))
        sound = read_attendance(load, row, &listed) && sound;
    if (sound && listed == PRESENCE_THERE && sorry == PRESENCE_AWAY) {
        ballots_report(load, row, COLUMN_APOLOGIES,
                       wording_public("Correct the one that is wrong."),
                       wording_public("this says that nobody came, and the attendance in the same "
                                      "row that somebody did"));
        sound = false;
    }
    *said = !sound ? PRESENCE_UNTOLD : listed != PRESENCE_BLANK ? listed : sorry;
    return sound;
}

bool ballots_agree_on_presence(const struct ballots_load *load, const struct row *row,
                               enum presence said, enum vote vote)
{
    bool away = vote == VOTE_ABSENT;
    if ((said != PRESENCE_AWAY && said != PRESENCE_THERE) || vote == VOTE_BLANK ||
        (said == PRESENCE_AWAY) == away)
        return true;
    const char *what = away
                           ? "this says that somebody was there, and the vote says absent"
                           : "this says that nobody was there, and there is a vote in the same row";
    bool by_list = sheet_has(&load->sheet, COLUMN_ATTENDANCE) &&
                   (*ballots_cell(load, row, COLUMN_ATTENDANCE) != '\0' ||
                    !sheet_has(&load->sheet, COLUMN_APOLOGIES));
    enum ballot_column column = by_list ? COLUMN_ATTENDANCE : COLUMN_APOLOGIES;
    ballots_report(
        load, row, column,
        WORDING(load->sheet.arena,
                "Correct the one that is wrong. If the column is of something else, add "
                "%s to the command.",
                ballots_column_option(load, COLUMN_NAME_NONE, load->sheet.columns.at[column])),
        wording_public(what));
    return false;
}

/* Whoever votes, however that may be, is there. False, with an error, where it is no vote. */
static bool read_vote_column(struct ballots_load *load, const struct row *row,
                             const struct decision *decision, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_VOTE);
    enum vote vote = VOTE_PRESENT;
    ballot->vote = VOTE_PRESENT;
    if (ballots_vote(load, row, &vote)) {
        if (vote == VOTE_ABSENT)
            ballot->vote = VOTE_ABSENT;
        return ballots_none_votes(load, row, decision, vote);
    }
    /* A candidate's name; but where it may be a motion a slip must not make anyone present. */
    if (decision == NULL ? vote_suggest(load->sheet.arena, text) == NULL : decision->is_election)
        return true;
    ballots_report(load, row, COLUMN_VOTE,
                   WORDING(load->sheet.arena, "%sWrite present or absent.",
                           wording_suggestion(load->sheet.arena, text, NULL)),
                   WORDING(load->sheet.arena, "%s is neither present nor absent",
                           ballots_quote(load, row, COLUMN_VOTE)));
    return false;
}

bool ballots_read_attendance(struct ballots_load *load, const struct row *row,
                             const struct decision *decision, enum presence said,
                             struct ballot *ballot)
{
    ballot->vote = said == PRESENCE_AWAY ? VOTE_ABSENT : VOTE_PRESENT;
    if (!sheet_has(&load->sheet, COLUMN_VOTE))
        return true;
    if (*ballots_cell(load, row, COLUMN_VOTE) != '\0')
        return read_vote_column(load, row, decision, ballot) &&
               ballots_agree_on_presence(load, row, said, ballot->vote);
    if (said != PRESENCE_BLANK || ballot->interest || ballots_votes_on_another(load, row))
        return true;
    ballots_report(
        load, row, COLUMN_VOTE,
        wording_public("Nothing in the row says whether anybody was there. Write present "
                       "or absent, or delete the row."),
        wording_public("the vote is blank"));
    return false;
}

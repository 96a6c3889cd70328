/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Who a row says is there: the words of attendance, and the columns that hold them. */

/* In the form that text_word gives. */
static const struct {
    const char *word;
    enum presence presence;
} presence_words[] = {
    {"present", PRESENCE_THERE},
    {"attended", PRESENCE_THERE},
    {"attending", PRESENCE_THERE},
    {"in attendance", PRESENCE_THERE},
    {"did attend", PRESENCE_THERE},
    {"here", PRESENCE_THERE},
    {"in the room", PRESENCE_THERE},
    {"joined", PRESENCE_THERE},
    {"replied", PRESENCE_THERE},
    {"yes", PRESENCE_YES},
    {"y", PRESENCE_YES},
    {"true", PRESENCE_YES},
    {"absent", PRESENCE_AWAY},
    {"not present", PRESENCE_AWAY},
    {"not in attendance", PRESENCE_AWAY},
    {"not attending", PRESENCE_AWAY},
    {"did not attend", PRESENCE_AWAY},
    {"not here", PRESENCE_AWAY},
    {"not there", PRESENCE_AWAY},
    {"dna", PRESENCE_AWAY},
    {"apologies", PRESENCE_AWAY},
    {"apology", PRESENCE_AWAY},
    {"apologies received", PRESENCE_AWAY},
    {"apologies sent", PRESENCE_AWAY},
    {"apologies given", PRESENCE_AWAY},
    {"sent apologies", PRESENCE_AWAY},
    {"gave apologies", PRESENCE_AWAY},
    {"no reply", PRESENCE_AWAY},
    {"no", PRESENCE_NO},
    {"n", PRESENCE_NO},
    {"false", PRESENCE_NO},
    {"accepted", PRESENCE_WILL_COME},
    {"will attend", PRESENCE_WILL_COME},
    {"going", PRESENCE_WILL_COME},
    {"declined", PRESENCE_WILL_NOT},
    {"will not attend", PRESENCE_WILL_NOT},
    {"not going", PRESENCE_WILL_NOT},
    {"cannot attend", PRESENCE_WILL_NOT},
    {"unable to attend", PRESENCE_WILL_NOT},
    {"tentative", PRESENCE_MAY_COME},
    {"maybe", PRESENCE_MAY_COME},
    {"x", PRESENCE_CROSS},
};

/* What has no letters. */
static const struct {
    const char *mark;
    enum presence presence;
} presence_marks[] = {
    {"1", PRESENCE_YES},
    {"0", PRESENCE_NO},
    {"-", PRESENCE_NO},
    {"\xE2\x80\x93", PRESENCE_NO},   /* en dash */
    {"\xE2\x80\x94", PRESENCE_NO},   /* em dash */
    {"\xE2\x9C\x93", PRESENCE_TICK}, /* check mark, and heavy, boxed and white on green */
    {"\xE2\x9C\x94", PRESENCE_TICK},
    {"\xE2\x98\x91", PRESENCE_TICK},
    {"\xE2\x9C\x85", PRESENCE_TICK},
    {"\xC3\x97", PRESENCE_CROSS},     /* multiplication sign */
    {"\xE2\x9C\x97", PRESENCE_CROSS}, /* ballot x, and heavy, boxed and red */
    {"\xE2\x9C\x98", PRESENCE_CROSS},
    {"\xE2\x98\x92", PRESENCE_CROSS},
    {"\xE2\x9D\x8C", PRESENCE_CROSS},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum presence presence_read(struct arena *arena, const char *text)
{
    const char *word = text_word(arena, text);
    if (*text == '\0')
        return PRESENCE_BLANK;
    text = without_emoji_mark(arena, text);
    for (size_t i = 0; i < COUNT(presence_marks); i++)
        if (strcmp(presence_marks[i].mark, text) == 0)
            return presence_marks[i].presence;
    for (size_t i = 0; i < COUNT(presence_words) && word != NULL; i++)
        if (strcmp(presence_words[i].word, word) == 0)
            return presence_words[i].presence;
    return PRESENCE_UNTOLD;
}

struct presences ballots_presences(const struct ballots_load *load, size_t cell)
{
    struct presences presences = {.rows = load->sheet.table.count};
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        const struct row *row = &load->sheet.table.rows[i];
        presences.of[presence_read(load->sheet.arena, row->cells[cell].text)]++;
    }
    return presences;
}

/* A sign-in sheet: one mark, or nothing. Then a blank is an answer too. */
static bool is_of_one_mark(const struct presences *column)
{
    size_t ticks = column->of[PRESENCE_TICK], crosses = column->of[PRESENCE_CROSS];
    return (ticks == 0) != (crosses == 0) &&
           ticks + crosses + column->of[PRESENCE_NO] + column->of[PRESENCE_BLANK] == column->rows;
}

/* What a cell of the column says to "were they there?". */
static enum presence answer_of(const struct ballots_load *load, const struct presences *column,
                               enum presence presence)
{
    bool told = ballots_is_told(load, load->sheet.columns.at[COLUMN_ATTENDANCE]);
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
    enum presence answer =
        answer_of(load, &load->attendance, presence_read(load->sheet.arena, text));
    *said = answer == PRESENCE_THERE || answer == PRESENCE_AWAY ? answer : PRESENCE_BLANK;
    if (*said == answer && (answer != PRESENCE_BLANK || !load->is_list))
        return true;
    ballots_report(load, row, COLUMN_ATTENDANCE, wording_public(remedy_of(answer)),
                   answer == PRESENCE_BLANK
                       ? wording_public("the attendance is blank")
                       : WORDING(load->sheet.arena, "%s is neither present nor absent",
                                 ballots_quote(load, row, COLUMN_ATTENDANCE)));
    return false;
}

/* Under "Apologies" a yes says that nobody came. No and a blank say that none were sent, which is
 * not that somebody came. */
static bool read_apologies(const struct ballots_load *load, const struct row *row,
                           enum presence *said)
{
    struct arena *arena = load->sheet.arena;
    const char *text = ballots_cell(load, row, COLUMN_APOLOGIES);
    enum presence presence = presence_read(arena, text);
    bool interest;
    *said = presence == PRESENCE_THERE ? presence : PRESENCE_BLANK;
    if (presence == PRESENCE_BLANK || presence == PRESENCE_NO || presence == PRESENCE_THERE ||
        interest_is_denied(text_fold(arena, text)) ||
        (yes_or_no_read(arena, text, &interest) && !interest))
        return true;
    *said = PRESENCE_AWAY;
    if (presence == PRESENCE_YES || presence == PRESENCE_AWAY || presence == PRESENCE_TICK ||
        presence == PRESENCE_CROSS)
        return true;
    ballots_report(
        load, row, COLUMN_APOLOGIES,
        wording_public("Write yes where nobody came, and no where somebody did. Who sent "
                       "them can stand in the column \"reason\"."),
        WORDING(arena, "%s does not say whether anybody came",
                ballots_quote(load, row, COLUMN_APOLOGIES)));
    return false;
}

bool ballots_read_presence(const struct ballots_load *load, const struct row *row,
                           enum presence *said)
{
    enum presence listed = PRESENCE_BLANK, sorry = PRESENCE_BLANK;
    bool sound = !sheet_has(&load->sheet, COLUMN_ATTENDANCE) || read_attendance(load, row, &listed);
    if (sheet_has(&load->sheet, COLUMN_APOLOGIES))
        sound = read_apologies(load, row, &sorry) && sound;
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
    if (vote_read(load->sheet.arena, text, &vote)) {
        if (vote == VOTE_ABSENT)
            ballot->vote = VOTE_ABSENT;
        return true;
    }
    /* A candidate's name; but where it may be a motion a slip must not make anyone present. */
    if (decision == NULL ? vote_suggest(load->sheet.arena, text) == NULL : decision->is_election)
        return true;
    ballots_report(load, row, COLUMN_VOTE, wording_public("Write present or absent."),
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
    if (said != PRESENCE_BLANK || ballot->interest)
        return true;
    ballots_report(
        load, row, COLUMN_VOTE,
        wording_public("Nothing in the row says whether anybody was there. Write present "
                       "or absent, or delete the row."),
        wording_public("the vote is blank"));
    return false;
}

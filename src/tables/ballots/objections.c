/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * A consensus is carried by those who are there, without a vote. So nothing in its table may say
 * that somebody did not agree: not a vote, not a column of who agreed, not a remark. Each is an
 * error at its cell, and so is what may say so.
 */

/* --- Of which decision the rows are --- */

bool ballots_are_by_consensus(struct ballots_load *load, const struct column *wanted)
{
    size_t cell;
    if (!ballots_has_heading(load, &wanted[COLUMN_DECISION], &cell) || load->sheet.table.count == 0)
        return load->usual != NULL && load->usual->by_consensus;
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        const struct decision *decision =
            ballots_decision_called(load, table_cell(&load->sheet.table, i, cell)->text);
        if (decision == NULL || !decision->by_consensus)
            return false;
    }
    return true;
}

/* Who is there is asked of any file, whatever its rows say beside that. */
static bool asks_for_agreement(const struct ballots_load *load, const struct decision *decision)
{
    return decision != NULL && decision->by_consensus && !load->reading->attendance;
}

/* The first kind of decision that is voted on; NULL when there is none. */
static const char *kind_by_vote(struct ballots_load *load)
{
    const struct rules *rules = load->reading->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct decision *decision = ballots_decision_called(load, rules->decisions[i]);
        if (!decision->by_consensus && !decision->is_election)
            return decision->name;
    }
    return NULL;
}

/* "... count it as a vote, as with -d meeting" */
static const char *as_a_vote(struct ballots_load *load)
{
    const char *kind = kind_by_vote(load);
    if (kind == NULL)
        return "there was no consensus: count it as a vote, of a kind of decision that has votes";
    return arena_format(load->sheet.arena,
                        sheet_has(&load->sheet, COLUMN_DECISION)
                            ? "there was no consensus: count it as a vote, as with %s under "
                              "\"decision\""
                            : "there was no consensus: count it as a vote, as with -d %s",
                        kind);
}

bool ballots_none_votes(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, enum vote vote)
{
    if (!asks_for_agreement(load, decision) || vote == VOTE_PRESENT || vote == VOTE_ABSENT)
        return true;
    struct arena *arena = load->sheet.arena;
    ballots_report(load, row, COLUMN_VOTE,
                   WORDING(arena, "If somebody voted, %s. Else write present or absent.",
                           wording_public(as_a_vote(load))),
                   WORDING(arena, "%s is a vote, and \"%s\" is decided by consensus, without one",
                           ballots_quote(load, row, COLUMN_VOTE), wording_public(decision->name)));
    return false;
}

/* --- Texts --- */

/* The text without what says in so many words that nobody objects. */
static const char *without_denials(struct arena *arena, const char *folded)
{
    static const char *const denials[] = {
        "no objections raised", "no objections",      "no objection",    "without objections",
        "without objection",    "nobody objected",    "no one objected", "did not object",
        "does not object",      "do not object",      "nobody objects",  "no one objects",
        "nobody was against",   "no one was against", "not against",     "nobody against",
        "none against",         "no dissent",         "without dissent", "nobody dissented",
        "not opposed",          "nobody opposed",     "no abstentions",  "no reservations",
        "without reservations", "without a vote",     "without vote",    "no vote",
    };
    for (size_t i = 0; i < COUNT(denials); i++) {
        const char *at = strstr(folded, denials[i]);
        size_t length = strlen(denials[i]);
        if (at == NULL || (at > folded && at[-1] != ' ') ||
            (at[length] != '\0' && at[length] != ' '))
            continue;
        folded = arena_format(arena, "%.*s%s", (int)(at - folded), folded, at + length);
        i--; /* it may stand there twice */
    }
    return folded;
}

bool ballots_may_object(struct arena *arena, const char *text)
{
    static const char words[] =
        "object;objects;objected;objecting;objection;objections;objector;opposition;disagreement;"
        "dissent;dissents;dissented;veto;vetoed;dissenting;abstentions;reservations;refuse;"
        "refuses;refused;withhold;withholds;withheld;neutral;undecided;unhappy";
    const char *folded = without_denials(arena, text_fold(arena, text));
    return name_has_one_of(folded, words) || vote_is_denied(folded);
}

/* --- Columns that nothing reads --- */

static bool is_of_agreement(const char *folded)
{
    static const char words[] =
        "consensus;consent;consents;agree;agrees;agreed;agreement;support;supports;supported;"
        "supportive;favour;approve;approves;approved;approval;content;happy;accept;accepts;"
        "accepted";
    return name_has_one_of(folded, words);
}

static bool is_of_objections(const char *folded)
{
    static const char words[] =
        "object;objects;objected;objection;objections;objector;objectors;against;oppose;opposes;"
        "opposed;opposition;dissent;dissents;dissented;dissenting;disagree;disagrees;disagreed;"
        "abstain;abstains;abstained;abstention;veto;vetoes;vetoed;rejects;concerns";
    return name_has_one_of(folded, words);
}

/* What programs ask everybody who joins. */
static bool is_of_a_program(const char *folded)
{
    static const char names[] =
        "guest;in waiting room;recording consent;recording disclaimer response";
    return name_is_one_of(folded, names);
}

enum agreement ballots_agreement_of(const struct ballots_load *load, size_t cell)
{
    const char *folded = load->headings[cell].folded;
    if (load->layout != NULL && is_of_a_program(folded))
        return AGREEMENT_UNTOLD;
    bool for_it = is_of_agreement(folded) || name_has_word(folded, "for");
    if (is_of_objections(folded)) /* but "Agree / Disagree" has both in its cells */
        return for_it ? AGREEMENT_OF_THOSE_FOR : AGREEMENT_OF_OBJECTORS;
    if (is_of_agreement(folded))
        return name_has_word(folded, "not") ? AGREEMENT_OF_OBJECTORS : AGREEMENT_OF_THOSE_FOR;
    return ballots_may_hold_votes(load, cell) ? AGREEMENT_OF_VOTES : AGREEMENT_UNTOLD;
}

/* Whether the row says under such a heading that its practice agreed, or was not there to. */
static bool agrees(const struct ballots_load *load, const char *text, const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    enum presence presence = presence_read(arena, text);
    enum vote vote = VOTE_BLANK;
    bool away = ballot->vote == VOTE_ABSENT;
    if (vote_read(arena, text, &vote))
        return vote == VOTE_FOR || vote == VOTE_PRESENT || (away && vote == VOTE_ABSENT);
    if (presence == PRESENCE_BLANK)
        return away || ballot->interest;
    return away || presence == PRESENCE_YES || presence == PRESENCE_TICK ||
           presence == PRESENCE_THERE || is_of_agreement(text_fold(arena, text));
}

/* Whether nothing under such a heading stands for an objection. */
static bool has_none(struct arena *arena, const char *text)
{
    return presence_denies(arena, text) || *without_denials(arena, text_fold(arena, text)) == '\0';
}

/* --- A row --- */

/* What names the member or the motion, and what is read as a vote: no remark stands in them. */
static bool holds_no_remark(const struct ballots_load *load, size_t cell)
{
    size_t column = columns_at(&load->sheet.columns, cell);
    if (column == COLUMN_NONE)
        return !ballots_is_unread(load, cell);
    return column == COLUMN_PRACTICE || column == COLUMN_CODE || column == COLUMN_MOTION ||
           column == COLUMN_DECISION || column == COLUMN_EMAIL || column == COLUMN_VOTE;
}

/* A bare "no" among other remarks of somebody who is there, or a cross, which may be one. */
static bool is_vote_against(const struct ballots_load *load, const char *text,
                            const struct ballot *ballot)
{
    enum vote vote = VOTE_BLANK;
    if (ballot->vote == VOTE_ABSENT)
        return false;
    return presence_read(load->sheet.arena, text) == PRESENCE_CROSS ||
           (vote_read(load->sheet.arena, text, &vote) &&
            (vote == VOTE_AGAINST || vote == VOTE_ABSTAIN || vote == VOTE_SPOILT));
}

static bool cell_objects(const struct ballots_load *load, const char *text, size_t cell,
                         const struct ballot *ballot)
{
    size_t column = columns_at(&load->sheet.columns, cell);
    if (holds_no_remark(load, cell))
        return false;
    bool remark = column == COLUMN_NONE || column == COLUMN_REASON;
    enum agreement agreement = column == COLUMN_NONE ? load->agreements[cell] : AGREEMENT_UNTOLD;
    if (agreement == AGREEMENT_OF_OBJECTORS)
        return !has_none(load->sheet.arena, text);
    return (agreement != AGREEMENT_UNTOLD && !agrees(load, text, ballot)) ||
           (remark && is_vote_against(load, text, ballot)) ||
           ballots_may_object(load->sheet.arena, text);
}

static void report_objection(struct ballots_load *load, const struct row *row, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    struct wording heading = ballots_quote_heading(load, cell);
    struct wording remedy = WORDING(arena,
                                    "If somebody did not agree, %s; else take this out of "
                                    "the cell",
                                    wording_public(as_a_vote(load)));
    if (*text == '\0')
        remedy = WORDING(arena, "If they agreed, write yes; if not, %s",
                         wording_public(as_a_vote(load)));
    if (columns_at(&load->sheet.columns, cell) == COLUMN_NONE)
        remedy = ballots_or_nothing(load, remedy, cell);
    ballots_report_cell(
        load, row, cell, WORDING(arena, "%s.", remedy),
        *text == '\0'
            ? WORDING(arena, "this is blank under %s, and it would be a consensus", heading)
            : WORDING(arena, "%s stands under %s, and it would be a consensus",
                      wording_quote(arena, text, "this"), heading));
}

bool ballots_nobody_objects(struct ballots_load *load, const struct row *row,
                            const struct decision *decision, const struct ballot *ballot)
{
    bool sound = true;
    if (!asks_for_agreement(load, decision))
        return true;
    for (size_t cell = 0; cell < row->count; cell++)
        if (cell_objects(load, row_cell(row, cell)->text, cell, ballot)) {
            report_objection(load, row, cell);
            sound = false;
        }
    return sound;
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What a heading or a cell of ballots.csv says, where it stands, and what is said of it. */

void ballots_read_headings(struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    load->headings = arena_alloc(load->sheet.arena, header->count, sizeof *load->headings);
    for (size_t i = 0; i < header->count; i++)
        load->headings[i] = heading_read(load->sheet.arena, row_cell(header, i)->text);
}

bool ballots_has_heading(const struct ballots_load *load, const struct column *column, size_t *cell)
{
    for (size_t i = 0; i < load->sheet.table.header.count; i++)
        if (heading_is_of(&load->headings[i], column)) {
            if (cell != NULL)
                *cell = i;
            return true;
        }
    return false;
}

/* Microsoft Forms ends a choice with a semicolon, where several could have been ticked. */
static const char *only_choice(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || text[length - 1] != ';' || memchr(text, ';', length - 1) != NULL)
        return text;
    return text_trim(arena, arena_copy(arena, text, length - 1));
}

/* Headings of a side that are no word for a vote in a cell. */
static const struct {
    const char *folded;
    enum vote vote;
} side_headings[] = {
    {"favour", VOTE_FOR},        {"favor", VOTE_FOR},       {"ayes", VOTE_FOR},
    {"pro", VOTE_FOR},           {"accept", VOTE_FOR},      {"supporters", VOTE_FOR},
    {"oppose", VOTE_AGAINST},    {"opposes", VOTE_AGAINST}, {"noes", VOTE_AGAINST},
    {"nays", VOTE_AGAINST},      {"contra", VOTE_AGAINST},  {"decline", VOTE_AGAINST},
    {"object", VOTE_AGAINST},    {"objects", VOTE_AGAINST}, {"disagree", VOTE_AGAINST},
    {"neutral", VOTE_ABSTAIN},   {"abs", VOTE_ABSTAIN},     {"abstentions", VOTE_ABSTAIN},
    {"abstained", VOTE_ABSTAIN},
};

bool ballots_headed_vote(const struct ballots_load *load, size_t cell, enum vote *vote)
{
    struct arena *arena = load->sheet.arena;
    const char *heading = sheet_heading(&load->sheet, cell);
    const char *text = text_trim(arena, arena_copy(arena, heading, strcspn(heading, "([")));
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < COUNT(side_headings); i++)
        if (strcmp(side_headings[i].folded, folded) == 0) {
            *vote = side_headings[i].vote;
            return true;
        }
    return vote_read(arena, text, vote) && *vote <= VOTE_SPOILT;
}

/* The word whose column is ticked; several with a semicolon between them, which is no vote; ""
 * where none is. What is no mark is told as it stands. */
static const char *ticked_words(const struct ballots_load *load, const struct row *row)
{
    struct buffer words = {.arena = load->sheet.arena};
    for (size_t i = 0; i < load->word_count; i++) {
        const char *text = row_cell(row, load->words[i])->text;
        enum presence presence = presence_read(load->sheet.arena, text);
        enum vote vote;
        if (presence == PRESENCE_BLANK || presence == PRESENCE_NO)
            continue;
        bool marked = presence == PRESENCE_YES || presence == PRESENCE_TICK ||
                      presence == PRESENCE_CROSS ||
                      (vote_read(load->sheet.arena, text, &vote) && vote == load->word_votes[i]);
        if (!marked) /* "agree" under "against" is neither vote */
            return arena_format(load->sheet.arena, "%s: %s",
                                sheet_heading(&load->sheet, load->words[i]), text);
        buffer_format(&words, "%s%s", words.length > 0 ? "; " : "", vote_name(load->word_votes[i]));
    }
    return words.length == 0 ? "" : buffer_text(&words);
}

/* The word of the first side that has votes; "" where none has. What is no number is told when it
 * is read. */
static const char *side_told(const struct ballots_load *load, const struct row *row)
{
    for (size_t i = 0; i < load->side_count; i++) {
        const char *text = row_cell(row, load->sides[i].cell)->text;
        long long votes;
        if (*text != '\0' &&
            (text_whole_number(text, BALLOT_VOTES_MOST, &votes) != NUMBER_OK || votes > 0))
            return vote_name(load->sides[i].vote);
    }
    return "";
}

static const char *vote_text(const struct ballots_load *load, const struct row *row)
{
    if (load->side_count > 0)
        return side_told(load, row);
    return load->word_count > 0 ? ticked_words(load, row)
                                : sheet_text(&load->sheet, row, COLUMN_VOTE);
}

const char *ballots_written(const struct ballots_load *load, const struct row *row,
                            enum ballot_column column)
{
    const char *text =
        column == COLUMN_VOTE ? vote_text(load, row) : sheet_text(&load->sheet, row, column);
    return column == COLUMN_REASON ? text : only_choice(load->sheet.arena, text);
}

const char *ballots_meaning(const struct ballots_load *load, enum ballot_column column,
                            const char *text)
{
    const struct answers *answers = load->reading->answers;
    text = column == COLUMN_REASON ? text : only_choice(load->sheet.arena, text);
    if (answers == NULL || answers->count == 0 || (column != COLUMN_VOTE && column != COLUMN_ROLE))
        return text;
    const struct answer *answer = answers_find(answers, text, text_fold(load->sheet.arena, text));
    return answer != NULL && answer->is_role == (column == COLUMN_ROLE) ? answer->means : text;
}

void ballot_look(const struct table *table, const struct ballot *ballot, struct row *row)
{
    table_look(table, table_row_on(table, ballot->line), row);
}

struct place ballot_place(struct arena *arena, const struct ballot_box *box,
                          const struct ballot *ballot)
{
    size_t cell = box->named_in[0];
    struct row row;
    if (box->table == NULL)
        return (struct place){.file = box->file, .row = ballot->row};
    ballot_look(box->table, ballot, &row);
    if (ballot->details->votes > 0)
        return table_place(arena, box->file, &row, ballot->details->votes_cell);
    if (cell == COLUMN_NONE || row_cell(&row, cell)->length == 0)
        cell = box->named_in[1];
    return table_place(arena, box->file, &row, cell == COLUMN_NONE ? 0 : cell);
}

void ballots_report(const struct ballots_load *load, const struct row *row,
                    enum ballot_column column, struct wording remedy, struct wording what)
{
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, sheet_error_place(&load->sheet, row, column),
                     remedy, what);
}

void ballots_report_cell(const struct ballots_load *load, const struct row *row, size_t cell,
                         struct wording remedy, struct wording what)
{
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, sheet_cell_place(&load->sheet, row, cell),
                     remedy, what);
}

struct wording ballots_quote(const struct ballots_load *load, const struct row *row,
                             enum ballot_column column)
{
    return wording_quote(load->sheet.arena, ballots_written(load, row, column), "this");
}

struct wording ballots_quote_heading(const struct ballots_load *load, size_t cell)
{
    return wording_quote(load->sheet.arena, sheet_heading(&load->sheet, cell), "its heading");
}

const struct member *ballots_member_named(const struct ballots_load *load, const char *text)
{
    const struct roll *roll = load->reading->roll;
    struct roll_clash clash = {0};
    const struct member *member = NULL;
    if (roll != NULL)
        member = roll_find(load->sheet.arena, roll, text, &clash);
    if (member == NULL && clash.coded == NULL && roll != NULL)
        member = roll_find_ever(load->sheet.arena, roll, text);
    return member != NULL ? member : clash.coded;
}

bool ballots_is_told(const struct ballots_load *load, size_t cell)
{
    const struct column_names *names = &load->reading->columns;
    const char *heading = sheet_heading(&load->sheet, cell);
    for (size_t i = 0; i < names->count; i++)
        if (text_same(load->sheet.arena, heading, names->names[i].heading))
            return true;
    return false;
}

struct wording ballots_column_option(const struct ballots_load *load, const char *name, size_t cell)
{
    const char *heading = sheet_heading(&load->sheet, cell);
    return WORDING(load->sheet.arena, "--column %s=\"%s\"", wording_public(name),
                   wording_of_row(heading, "its heading"));
}

struct wording ballots_or_nothing(const struct ballots_load *load, struct wording remedy,
                                  size_t cell)
{
    load->sheet.columns.unused[cell] = false;
    return WORDING(load->sheet.arena,
                   "%s, or add %s to the command if the column says nothing of that", remedy,
                   ballots_column_option(load, COLUMN_NAME_NONE, cell));
}

void ballots_ask_about(const struct ballots_load *load, size_t cell, const char *what,
                       struct diag_question question)
{
    if (load->sheet.columns.unused != NULL)
        load->sheet.columns.unused[cell] = false;
    diag_ask(load->sheet.diag, sheet_cell_place(&load->sheet, &load->sheet.table.header, cell),
             wording_public(what), question);
}

/* The names that are looked through for suggestions in one file: some seconds' worth. A file that
 * needs more is of another body. */
#define SUGGESTION_NAMES_MOST ((size_t)1000 * 1000)

const struct member *ballots_suggest_member(struct ballots_load *load, const char *text)
{
    const struct roll *roll = load->reading->roll;
    if (load->names_looked_at > SUGGESTION_NAMES_MOST)
        return NULL;
    load->names_looked_at += roll->key_count;
    return roll_suggest(load->sheet.arena, roll, text);
}

bool ballots_may_be_member(struct ballots_load *load, const char *text)
{
    return load->names_looked_at > SUGGESTION_NAMES_MOST ||
           ballots_suggest_member(load, text) != NULL;
}

/* "Practice Manager - Jane": counted as a lead it would vote. */
bool ballots_names_a_role(const char *folded)
{
    return strstr(folded, role_name(ROLE_PRACTICE_MANAGER)) != NULL ||
           strstr(folded, role_name(ROLE_PUBLIC_REPRESENTATIVE)) != NULL ||
           name_has_word(folded, role_name(ROLE_PROXY)) ||
           name_has_word(folded, role_name(ROLE_OBSERVER));
}

bool ballots_is_other_job(const char *folded)
{
    static const char jobs[] =
        "pm;receptionist;secretary;administrator;admin;business manager;office manager;reception";
    return name_is_one_of(folded, jobs);
}

bool ballots_holds_other_job(struct arena *arena, const char *voter)
{
    static const char grades[] = "registrar;trainee;student;nurse";
    const char *behind = text_fold(arena, remark_behind_name(arena, voter));
    const char *last = strrchr(voter, ' ');
    return ballots_is_other_job(behind) || name_is_one_of(behind, grades) ||
           (last != NULL && strcmp(last + 1, "PM") == 0 && strspn(last - 1, "0123456789") == 0);
}

bool ballots_is_filled(const struct ballots_load *load, size_t cell)
{
    for (size_t i = 0; i < load->sheet.table.count; i++)
        if (table_cell(&load->sheet.table, i, cell)->length > 0)
            return true;
    return false;
}

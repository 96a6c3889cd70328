/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * A column of the state of each ballot, "Ballot status", "Verification", "Scrutineer": programs and
 * people have words without end for one that is not to count, and few for one that is. So where its
 * rows differ each of its words has to be one of the few, or one that is known to deny its row.
 */

#define HEADING_WORDS_MOST 4

/* In so many rows, what tells most of them apart is a number or a name of its own: "Verification
 * code". */
#define NUMBERS_LEAST 6

bool ballots_is_of_state(const char *folded)
{
    static const char words[] =
        "status;validity;verification;approval;adjudication;scrutiny;scrutineer;scrutineers;check;"
        "checks;quality;keep;drop;returning officer";
    static const char others[] =
        "marital;employment;partnership;contract;training;dispensing;cqc;practice;email;mail;"
        "delivery;immunisation";
    return name_words(folded) <= HEADING_WORDS_MOST && name_has_one_of(folded, words) &&
           !name_has_one_of(folded, others);
}

/* Of whoever looked at it: "JS". */
static bool are_initials(const char *text)
{
    size_t capitals = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return text[capitals] == '\0' && (capitals == 2 || capitals == 3);
}

/* What a ballot that counts may be called, or what says nothing of that. */
static bool is_sound(struct arena *arena, const char *text)
{
    static const char words[] =
        "complete;completed;submitted;counted;cast;accepted;approved;verified;valid;validated;"
        "confirmed;checked;passed;pass;received;returned;responded;replied;voted;ok;okay;good;"
        "fine;clear;yes;y;true;1;active;current;live;new;final;original;read;unread;sent;"
        "delivered;done;processed;finished;signed;eligible;included;in;registered;member;full;"
        "full member;ip address;none;na;n a;nil;keep;accept;allow;allowed;changed;amended;updated;"
        "modified;corrected;early;on time;in time;fully paid;paid;paid up;voting;voting member;"
        "ok to count;count;include;resolved;closed;normal;no issues;no problems;no problem;"
        "reminded;ordinary;authenticated;reply received;authorised";
    const char *folded = text_fold(arena, text);
    enum vote vote;
    enum presence presence = presence_read(arena, text);
    return *folded == '\0' || are_initials(text) || name_is_one_of(folded, words) ||
           presence == PRESENCE_THERE || presence == PRESENCE_TICK ||
           (vote_read(arena, text, &vote) && vote == VOTE_FOR) ||
           remark_read(arena, text, REMARK_OF_STATE) != REMARK_NONE;
}

static void ask(const struct ballots_load *load, size_t cell, const char *text)
{
    struct arena *arena = load->sheet.arena;
    struct diag_answer *answers = arena_alloc(arena, 1, sizeof *answers);
    answers[0] = (struct diag_answer){wording_public("each of its rows counts, whatever it says"),
                                      ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    load->sheet.columns.unused[cell] = false;
    diag_ask(load->sheet.diag, sheet_cell_place(&load->sheet, &load->sheet.table.header, cell),
             WORDING(arena,
                     "this column may say which rows count: %s stands in some of them and not in "
                     "others",
                     wording_quote(arena, text, "a word")),
             (struct diag_question){
                 wording_public("Is any of its rows not to count? Delete those that are not."),
                 answers, 1});
}

bool ballots_states_are_sound(const struct ballots_load *load, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    size_t count;
    const char *heading = load->headings[cell].folded;
    if (load->layout != NULL || columns_at(&load->sheet.columns, cell) != COLUMN_NONE ||
        !ballots_is_of_state(heading) || ballots_holds_votes(load, cell))
        return true;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    if (load->sheet.table.count >= NUMBERS_LEAST && 2 * count > load->sheet.table.count)
        return true;
    for (size_t i = 0; i < count && count > 1; i++) {
        if (is_sound(arena, texts[i].cell->text))
            continue;
        ask(load, cell, texts[i].cell->text);
        return false;
    }
    return true;
}

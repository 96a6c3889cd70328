/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/*
 * Remarks that tell of another ballot of the same member: "resubmitted", "second vote". What two
 * ballots come to is for the rules to say, so where only one stands in the table, and the last does
 * not count anyway, the other is asked for.
 */

/* "Resubmitted", "vote changed", "replaces earlier", "voted again" */
static bool tells_of_another(struct arena *arena, const char *text)
{
    static const char words[] = "resubmitted;resubmission;resubmits;revote;revoted;resent;reissued";
    static const char phrases[] =
        "second vote;2nd vote;third vote;second ballot;2nd ballot;second form;new vote;"
        "second response;voted again;voted before;voted earlier;sent twice;sent again;"
        "submitted twice;two ballots;2 ballots;two forms;two responses;also voted;voted as well;"
        "earlier vote;earlier ballot;previous vote;previous ballot;first vote;first ballot;"
        "original vote;already counted;already voted;counted above;counted already;vote corrected;"
        "corrected vote;re sent;re submitted;second submission;also received";
    static const char changes[] =
        "amended;revised;updated;changed;replaces;replacement;replacing;overwrites;supersedes;"
        "superseding;repeat;repeated";
    static const char objects[] =
        "vote;votes;ballot;mind;form;response;submission;answer;reply;earlier;previous;row;first;"
        "original;one";
    const char *folded = text_fold(arena, text);
    size_t count = name_words(folded);
    if (count > REMARK_WORDS_MOST)
        return false;
    return name_says_one_of(arena, folded, words) || name_has_one_of(folded, phrases) ||
           (name_says_one_of(arena, folded, changes) &&
            (count == 1 || name_has_one_of(folded, objects)));
}

/* Of each text of the column by its word whether it tells so; NULL where none does. */
static const bool *telling_in(const struct ballots_load *load, size_t cell)
{
    size_t count;
    bool *tells = NULL;
    if (ballots_remark_place(load, cell) != REMARK_OF_ANYTHING)
        return NULL;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++) {
        if (!tells_of_another(load->scratch, texts[i].cell->text))
            continue;
        if (tells == NULL)
            tells = arena_alloc(load->scratch, load->sheet.table.word_count, sizeof *tells);
        tells[texts[i].cell->word] = true;
    }
    return tells;
}

/* How many rows of the vote each member has. */
static size_t *rows_of_each(const struct ballots_load *load, const struct poll_draft *draft)
{
    size_t *rows = arena_alloc(load->scratch, load->reading->roll->count, sizeof *rows);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk))
        rows[walk.member]++;
    return rows;
}

static void report_missing(const struct ballots_load *load, const struct row *row, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    ballots_report_remark(
        load, row, cell,
        "If two ballots came, what counts is for the rules to say: put the other one into the "
        "table too",
        WORDING(arena, "%s stands here, and this is the only ballot of its %s",
                wording_quote(arena, row_cell(row, cell)->text, "this"),
                wording_public(load->unit)));
}

/* Whether one was reported. */
static bool look_at_column(const struct ballots_load *load, const struct poll_draft *draft,
                           size_t cell)
{
    const bool *tells = telling_in(load, cell);
    const size_t *rows = tells == NULL ? NULL : rows_of_each(load, draft);
    bool reported = false;
    struct ballot_walk walk = draft_walk(load, draft);
    while (rows != NULL && ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        struct row row;
        ballot_look(&load->sheet.table, &ballot, &row);
        if (!tells[row_word(&row, cell)] || ballot.vote == VOTE_ABSENT ||
            ballot.vote == VOTE_PRESENT || rows[walk.member] != 1)
            continue;
        report_missing(load, &row, cell);
        reported = true;
    }
    return reported;
}

void ballots_look_for_earlier(const struct ballots_load *load)
{
    if (load->is_list || load->layout != NULL || load->reading->roll == NULL || load->any_parts)
        return;
    bool reported = false; /* a row may be of several motions */
    for (size_t i = 0; i < load->draft_count && !reported; i++) {
        const struct poll_draft *draft = &load->drafts[i];
        if (draft->decision == NULL || draft->decision->last_counts)
            continue;
        for (size_t j = 0; j < load->remark_count; j++)
            reported = look_at_column(load, draft, load->remarks[j]) || reported;
    }
}

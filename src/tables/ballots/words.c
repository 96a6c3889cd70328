/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/text.h"

/*
 * What the words of the cells mean. A file of a hundred thousand rows has few: each is looked at
 * when it is met first, and known by its number from then on.
 */

/* What was asked of a word and answered. */
enum asked {
    ASKED_FOLDED = 1,
    ASKED_VOTE = 2,
    ASKED_ROLE = 4,
    ASKED_YES = 8,
    ASKED_MEMBER = 16,
};

struct word {
    unsigned asked;
    bool is_role, is_yes_or_no, yes;
    enum vote vote;
    enum role role;
    const char *cell, *folded;
    const struct member *member;
    struct roll_clash clash;
    size_t poll; /* see ballots_poll */
};

/* A text can be an answer with another meaning in a column of votes than in one of roles. */
enum use {
    USE_ANY,
    USE_VOTE,
    USE_ROLE,
    USES,
};

struct words {
    struct word **of[USES]; /* by the numbers of the table's texts; NULL until one is met */
};

struct words *ballots_words_new(struct arena *arena)
{
    return arena_alloc(arena, 1, sizeof(struct words));
}

static enum use use_of(enum ballot_column column)
{
    return column == COLUMN_VOTE ? USE_VOTE : column == COLUMN_ROLE ? USE_ROLE : USE_ANY;
}

/* Where a vote is the heading of a column with a tick or a number it is worked out for each row. */
static bool is_of_row(const struct ballots_load *load, enum ballot_column column)
{
    return column == COLUMN_VOTE && load->word_count + load->side_count > 0;
}

static struct word *new_word(const struct ballots_load *load, const struct row *row,
                             enum ballot_column column)
{
    struct word *word = arena_alloc(load->scratch, 1, sizeof *word);
    word->poll = POLL_NEW;
    word->cell = ballots_meaning(load, column, ballots_written(load, row, column));
    return word;
}

/* The word in a column, the blank where that is not there. */
static struct word *read_word(const struct ballots_load *load, const struct row *row,
                              enum ballot_column column)
{
    size_t at = load->sheet.columns.at[column];
    struct word ***words = &load->read->of[use_of(column)];
    if (is_of_row(load, column))
        return new_word(load, row, column);
    if (*words == NULL)
        *words = arena_alloc(load->scratch, load->sheet.table.word_count, sizeof **words);
    struct word **word = &(*words)[at == COLUMN_NONE ? TABLE_WORD_BLANK : row_word(row, at)];
    if (*word == NULL)
        *word = new_word(load, row, column);
    return *word;
}

/* False where it was answered already. */
static bool ask(struct word *word, enum asked what)
{
    bool asked = (word->asked & what) != 0;
    word->asked |= what;
    return !asked;
}

const char *ballots_said(const struct ballots_load *load, const struct row *row,
                         enum ballot_column column)
{
    if (column == COLUMN_REASON) /* whose texts are remarks, and seldom alike */
        return ballots_written(load, row, column);
    return read_word(load, row, column)->cell;
}

const char *ballots_folded(const struct ballots_load *load, const struct row *row,
                           enum ballot_column column)
{
    struct word *word = read_word(load, row, column);
    if (ask(word, ASKED_FOLDED))
        word->folded = text_fold(load->sheet.arena, word->cell);
    return word->folded;
}

bool ballots_vote(const struct ballots_load *load, const struct row *row, enum vote *vote)
{
    struct word *word = read_word(load, row, COLUMN_VOTE);
    if (ask(word, ASKED_VOTE))
        (void)vote_read(load->sheet.arena, word->cell, &word->vote);
    *vote = word->vote;
    return word->vote != VOTE_BLANK;
}

bool ballots_role(const struct ballots_load *load, const struct row *row, enum role *role)
{
    struct word *word = read_word(load, row, COLUMN_ROLE);
    if (ask(word, ASKED_ROLE))
        word->is_role = role_read(load->sheet.arena, word->cell, &word->role);
    if (word->is_role)
        *role = word->role;
    return word->is_role;
}

bool ballots_yes_or_no(const struct ballots_load *load, const struct row *row,
                       enum ballot_column column, bool *yes)
{
    struct word *word = read_word(load, row, column);
    if (ask(word, ASKED_YES))
        word->is_yes_or_no = yes_or_no_read(load->sheet.arena, word->cell, &word->yes);
    if (word->is_yes_or_no)
        *yes = word->yes;
    return word->is_yes_or_no;
}

const struct member *ballots_member(const struct ballots_load *load, const struct row *row,
                                    enum ballot_column column, struct roll_clash *clash)
{
    struct word *word = read_word(load, row, column);
    if (ask(word, ASKED_MEMBER))
        word->member = roll_find(load->scratch, load->reading->roll, word->cell, &word->clash);
    *clash = word->clash;
    return word->member;
}

const struct member *ballots_member_only(const struct ballots_load *load, const struct row *row)
{
    static const enum ballot_column columns[] = {COLUMN_PRACTICE, COLUMN_CODE};
    const struct member *member = NULL;
    struct roll_clash clash;
    for (size_t i = 0; i < sizeof columns / sizeof *columns && load->reading->roll != NULL; i++) {
        if (!sheet_has(&load->sheet, columns[i]) || *ballots_cell(load, row, columns[i]) == '\0')
            continue;
        const struct member *named = ballots_member(load, row, columns[i], &clash);
        if (named == NULL || (member != NULL && named != member))
            return NULL;
        member = named;
    }
    return member;
}

size_t *ballots_poll(const struct ballots_load *load, const struct row *row,
                     enum ballot_column column)
{
    return &read_word(load, row, column)->poll;
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * Motions that are none of their own: "Draft vote" and "Final vote", "Round 1" and "Round 2", "By
 * email" and "At meeting". They are named as takes of one vote, of which one counts, so it is asked
 * which; those that the caller named are motions all the same.
 */

/* What a word of a motion's name says of which take it is. */
enum take_word {
    WORD_OTHER,
    WORD_FILLER,
    WORD_VOTE,    /* "vote", "ballot": which there may be of each motion */
    WORD_ROUND,   /* "round": of one vote */
    WORD_ORDINAL, /* "first" */
    WORD_NUMBER,  /* "2" */
    WORD_WAY,     /* "draft", "email" */
    WORD_WHO,     /* "lead", "July": whose vote, or of when */
    WORD_TAKE,    /* "recount", in whatever words */
    TAKE_WORDS,
};

static enum take_word word_read(const char *word)
{
    static const char fillers[] = "the;a;an;by;at;in;on;of;via;this;our";
    static const char votes[] =
        "vote;votes;voting;voted;ballot;ballots;poll;polls;result;results;count";
    static const char rounds[] = "round;rounds;stage;attempt;take;reading";
    static const char ordinals[] = "first;second;third;fourth;1st;2nd;3rd;4th;last";
    static const char numerals[] = "i;ii;iii";
    static const char ways[] =
        "draft;final;initial;original;revised;updated;corrected;earlier;later;previous;"
        "preliminary;new;old;email;emailed;meeting;online;postal;post;paper;person;phone;"
        "telephone;room;hands;changed;amended;before;after;discussion;debate;provisional;"
        "confirmed;unconfirmed;binding;advisory;trial";
    static const char people[] =
        "lead;leads;deputy;deputies;deputys;gp;gps;manager;managers;own;january;february;march;"
        "april;may;june;july;august;september;october;november;december";
    static const char takes[] = "indicative;straw;recount;revote";
    static const struct {
        const char *words;
        enum take_word says;
    } lists[] = {
        {fillers, WORD_FILLER},  {votes, WORD_VOTE}, {rounds, WORD_ROUND}, {ordinals, WORD_ORDINAL},
        {numerals, WORD_NUMBER}, {ways, WORD_WAY},   {people, WORD_WHO},   {takes, WORD_TAKE},
    };
    for (size_t i = 0; i < COUNT(lists); i++)
        if (name_is_one_of(word, lists[i].words))
            return lists[i].says;
    const long long number = ballots_number_of(word);
    return number >= 0 && number < 100 ? WORD_NUMBER : WORD_OTHER; /* not a year */
}

/* "Budget (by email)", "Budget - draft": what stands apart from the name says of the vote how it
 * was taken. */
static bool has_way_apart(struct arena *arena, const char *motion)
{
    static const char ways[] =
        "draft;final;initial;provisional;unconfirmed;confirmed;email;by email;meeting;at meeting;"
        "binding;at the meeting";
    const struct line_words pieces = ballots_pieces(arena, motion);
    bool has = false;
    for (size_t i = 1; i < pieces.count && !has; i++)
        has = name_is_one_of(text_fold(arena, pieces.words[i]), ways);
    return has;
}

/* The name of a motion without what says which take it is, and whether anything does: where it has
 * a name of its own only beside a word for votes, as there are draft budgets and funding rounds. */
static const char *without_take(struct arena *arena, const char *motion, bool *is_take)
{
    const struct line_words words = ballots_line_words(arena, text_fold(arena, motion));
    bool has[TAKE_WORDS] = {false};
    const char *rest = "";
    for (size_t i = 0; i < words.count; i++) {
        const enum take_word says = word_read(words.words[i]);
        has[says] = true;
        if (says == WORD_OTHER)
            rest = arena_format(arena, "%s %s", rest, words.words[i]);
    }
    const bool alone = *rest == '\0', ordered = has[WORD_ORDINAL] || has[WORD_NUMBER];
    if (alone)
        *is_take = (ordered && has[WORD_ROUND]) || (has[WORD_ORDINAL] && has[WORD_VOTE]) ||
                   (has[WORD_WAY] && !has[WORD_NUMBER]) || (has[WORD_WHO] && has[WORD_VOTE]) ||
                   has[WORD_TAKE];
    else
        *is_take = (has[WORD_VOTE] && (ordered || has[WORD_WAY])) || has[WORD_TAKE] ||
                   has_way_apart(arena, motion);
    return rest;
}

/* Finds the first that are takes of one vote, and says of each whether it is one of them. Returns
 * how many. */
static size_t find_takes(struct arena *arena, const char *const *names, size_t count, bool *are)
{
    struct name_index rests = {.arena = arena};
    size_t *of = arena_alloc(arena, count, sizeof *of),
           *times = arena_alloc(arena, count, sizeof *times);
    bool *any = arena_alloc(arena, count, sizeof *any);
    size_t rest = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_take = false;
        of[i] = name_index_add(&rests, without_take(arena, names[i], &is_take));
        times[of[i]]++;
        any[of[i]] = any[of[i]] || is_take;
    }
    while (rest < rests.count && (times[rest] < 2 || !any[rest]))
        rest++;
    for (size_t i = 0; i < count; i++)
        are[i] = of[i] == rest;
    return rest < rests.count ? times[rest] : 0;
}

static const char *what_they_are(struct arena *arena, const char *const *names, size_t count,
                                 const bool *are, size_t takes)
{
    const char **quoted = arena_alloc(arena, takes, sizeof *quoted);
    size_t told = 0;
    for (size_t i = 0; i < count; i++)
        if (are[i])
            quoted[told++] = arena_format(arena, "\"%s\"", names[i]);
    return arena_format(arena, "%s are named as takes of one vote, of which one counts",
                        text_list(arena, quoted, told, "and"));
}

/* The options by which each column is a motion, or of the takes this one alone. */
static struct wording options_of(const struct ballots_load *load, const bool *are, size_t only)
{
    struct arena *arena = load->sheet.arena;
    struct wording options = {0};
    for (size_t i = 0; i < load->motion_count; i++) {
        bool left_out = only < load->motion_count && are[i] && i != only;
        struct wording option = ballots_column_option(load, left_out ? COLUMN_NAME_NONE : "vote",
                                                      load->motion_cells[i]);
        options = i == 0 ? option : WORDING(arena, "%s %s", options, option);
    }
    return options;
}

bool ballots_columns_are_takes(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    const size_t count = load->motion_count;
    const char **names = arena_alloc(arena, count, sizeof *names);
    bool *are = arena_alloc(arena, count, sizeof *are);
    for (size_t i = 0; i < count; i++)
        names[i] = sheet_heading(&load->sheet, load->motion_cells[i]);
    const size_t takes = load->is_list ? 0 : find_takes(load->scratch, names, count, are);
    struct diag_answer *answers = arena_alloc(arena, takes + 1, sizeof *answers);
    size_t answer_count = 0, last = 0;
    if (takes == 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (are[i]) {
            answers[answer_count++] =
                (struct diag_answer){wording_public(arena_format(arena, "it is \"%s\"", names[i])),
                                     options_of(load, are, i)};
            last = i;
        }
    answers[answer_count++] = (struct diag_answer){wording_public("each is a motion of its own"),
                                                   options_of(load, are, count)};
    ballots_ask_about(load, load->motion_cells[last],
                      what_they_are(arena, names, count, are, takes),
                      (struct diag_question){wording_public("Which of them is to be counted?"),
                                             answers, answer_count});
    return true;
}

bool ballots_motions_are_takes(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    const size_t count = load->draft_count, cell = load->sheet.columns.at[COLUMN_MOTION];
    if (count < 2 || load->is_list || load->layout != NULL || cell == COLUMN_NONE ||
        ballots_is_told(load, cell))
        return false;
    const char **names = arena_alloc(arena, count, sizeof *names);
    bool *are = arena_alloc(arena, count, sizeof *are);
    for (size_t i = 0; i < count; i++)
        names[i] = load->drafts[i].motion;
    const size_t takes = find_takes(load->scratch, names, count, are);
    if (takes == 0)
        return false;
    struct diag_answer *answer = arena_alloc(arena, 1, sizeof *answer);
    *answer = (struct diag_answer){wording_public("each is a motion of its own"),
                                   ballots_column_option(load, "motion", cell)};
    ballots_ask_about(
        load, cell, what_they_are(arena, names, count, are, takes),
        (struct diag_question){wording_public("Keep the rows of the one that counts."), answer, 1});
    return true;
}

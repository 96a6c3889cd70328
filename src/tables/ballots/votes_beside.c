/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/*
 * Columns that nothing reads beside that of the votes. One of yes and no may be one more motion,
 * and one of marks may say of some votes that they are none: so they are asked about, and passed
 * over only where their heading says that they are of something else.
 */

#define HEADING_WORDS_MOST 4 /* of a longer one, a question, a word says little */

/* What may be one more motion, or what the votes were changed to. */
static void ask_about_votes(const struct ballots_load *load, size_t cell, const char *column,
                            const char *otherwise, bool may_be_motion)
{
    struct arena *arena = load->sheet.arena;
    struct diag_answer *answers = arena_alloc(arena, 2, sizeof *answers);
    size_t vote = load->sheet.columns.at[COLUMN_VOTE];
    answers[0] =
        (struct diag_answer){wording_public("it is one more motion"),
                             WORDING(arena, "%s %s", ballots_column_option(load, "vote", vote),
                                     ballots_column_option(load, "vote", cell))};
    answers[1] = (struct diag_answer){wording_public(otherwise),
                                      ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    const char *asks = "A ballot is for one candidate here.";
    if (may_be_motion)
        asks = "What does it say? Votes that were changed have to stand in one column.";
    else if (load->word_count > 0)
        asks = "If it is one more motion, count it from a table of its own.";
    ballots_ask_about(load, cell,
                      arena_format(arena, "this column %s stands beside that of the votes", column),
                      (struct diag_question){wording_public(asks), answers + !may_be_motion,
                                             may_be_motion ? 2 : 1});
}

/* Words of a question that is voted on, whatever the others are: "Approve the minutes". */
static bool asks_for_a_vote(const char *folded)
{
    static const char words[] =
        "support;approve;approves;approval;agree;favour;favor;adopt;endorse;ratify;oppose;accept;"
        "motion;resolution;vote;votes;proposal;proposed;should;recommend;amendment;ballot;reject;"
        "amend;decision;merge";
    return name_has_one_of(folded, words);
}

/* "Total points", and "Points - Vote" of a column "Vote": a quiz of Microsoft Forms, whose points
 * say which answer whoever made it had expected, and nothing of who voted. */
static bool is_of_a_quiz(const struct ballots_load *load, size_t cell)
{
    static const char of_question[] = "Points - ";
    const struct row *header = &load->sheet.table.header;
    const char *text = row_cell(header, cell)->text;
    bool total = text_same(load->sheet.arena, text, "Total points"), found = false;
    bool of_one = strncmp(text, of_question, strlen(of_question)) == 0;
    for (size_t i = 0; i < header->count && !found; i++) {
        const char *other = row_cell(header, i)->text;
        found = total ? strncmp(other, of_question, strlen(of_question)) == 0
                      : of_one && strcmp(other, text + strlen(of_question)) == 0;
    }
    return found && ballots_of_microsoft_forms(load);
}

/* What people are asked beside a vote, and answer with a yes or a tick. */
static bool is_of_something_else(const struct ballots_load *load, size_t cell)
{
    static const char words[] =
        "lunch;food;dinner;meal;dietary;vegetarian;vegan;allergy;allergies;parking;travel;mileage;"
        "newsletter;subscribe;mailing;gdpr;privacy;recording;recorded;photo;photos;consent;"
        "helpful;useful;training;minutes;papers;agenda;copy;accessible;facilities;transport;hotel;"
        "overnight;refreshments;chased;reminder;reminders;reminded;acknowledged;acknowledgement;"
        "invited;emailed;phoned;thanked";
    const char *folded = load->headings[cell].folded;
    if (load->testimonies[cell] != TESTIMONY_NONE || is_of_a_quiz(load, cell))
        return true;
    return !asks_for_a_vote(folded) &&
           (heading_is_of_remarks(folded) || ballots_is_of_remarks(folded) ||
            name_has_one_of(folded, words));
}

/* Whether all filled cells are a yes, a no or a mark, and not all rows have the same mark: then it
 * tells rows from one another, or is a vote. `words`: some are a yes or a no in words. */
static bool holds_marks(const struct ballots_load *load, size_t cell, bool *words)
{
    struct arena *arena = load->sheet.arena;
    size_t count, filled = 0;
    const struct column_text *texts = table_texts(arena, &load->sheet.table, cell, &count);
    *words = false;
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        enum presence presence = presence_read(arena, text);
        bool blank = *text_fold(arena, text) == '\0', note = blank && remark_is_open(arena, text);
        enum vote vote;
        if (blank && (presence == PRESENCE_BLANK || presence == PRESENCE_NO))
            continue;
        if (!note && presence != PRESENCE_YES && presence != PRESENCE_NO &&
            !presence_is_mark(presence))
            return false;
        filled++;
        *words = *words || vote_read(arena, text, &vote);
    }
    return filled > 0 && (*words || count > 1);
}

/* "For", "Against"; "No" may head numbers. */
static bool is_plain_word(const struct ballots_load *load, size_t cell)
{
    const char *heading = sheet_heading(&load->sheet, cell);
    enum vote vote;
    return vote_read(load->sheet.arena, heading, &vote) && vote <= VOTE_SPOILT &&
           presence_read(load->sheet.arena, heading) == PRESENCE_UNTOLD;
}

/* "Vote 2", "second candidate", "alternative": whom else somebody would have. */
static bool is_of_another_choice(const char *folded)
{
    static const char votes[] = "vote;candidate;ballot;nominee";
    static const char orders[] = "2;3;4;second;third;fourth;2nd;3rd;4th;other;next;reserve;backup";
    static const char names[] =
        "second;third;2nd;3rd;alternative;alternative vote;reserve;backup;fallback;runner up;"
        "alternate;alternative candidate";
    return (name_has_one_of(folded, votes) && name_has_one_of(folded, orders)) ||
           name_is_one_of(folded, names) || strncmp(folded, "if ", strlen("if ")) == 0;
}

/* "Second preference", "Choice 2"; "Rank" or "Points" where numbers stand below it. */
static bool is_of_preferences(const struct ballots_load *load, size_t cell)
{
    static const char words[] = "preference;preferences;choice;choices";
    static const char ranks[] = "rank;ranking;ranked;priority;points;score;stars;rating";
    const struct table *table = &load->sheet.table;
    const char *folded = text_fold(load->sheet.arena, row_cell(&table->header, cell)->text);
    if (name_words(folded) > HEADING_WORDS_MOST || !ballots_is_filled(load, cell) ||
        is_of_a_quiz(load, cell))
        return false;
    const char *first = table->count == 0 ? "" : table_cell(table, 0, cell)->text;
    return name_has_one_of(folded, words) ||
           (load->usual != NULL && load->usual->is_election && is_of_another_choice(folded)) ||
           (name_has_one_of(folded, ranks) && *first != '\0' &&
            first[strspn(first, "0123456789")] == '\0');
}

/* Whether a column that nothing reads may be of votes, or say of some that they are none; `column`
 * is what it looks like, and `otherwise` what it is else. */
static bool may_be_of_votes(const struct ballots_load *load, size_t cell, const char **column,
                            const char **otherwise)
{
    bool words = false;
    *otherwise = "it is not to count";
    *column = "of votes";
    if (ballots_holds_votes(load, cell))
        return true;
    *column = "headed as a vote";
    if (is_plain_word(load, cell) && ballots_is_filled(load, cell))
        return true;
    *otherwise = "it is no vote, and every row counts";
    if (is_of_something_else(load, cell) || !holds_marks(load, cell, &words))
        return false;
    *column = words ? "of yes and no" : "of marks";
    return true;
}

/* Tells of columns of votes, or of yes and no, beside those that were said to be of the vote. */
static void note_votes_beside(struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    const size_t columns = load->sheet.table.header.count;
    const char **names = arena_alloc(arena, columns, sizeof *names);
    size_t count = 0;
    for (size_t cell = 0; cell < columns; cell++) {
        bool words = false;
        if (ballots_is_unread(load, cell) &&
            (ballots_holds_votes(load, cell) ||
             (!is_of_something_else(load, cell) && holds_marks(load, cell, &words) && words)))
            names[count++] = arena_format(arena, "\"%s\"", sheet_heading(&load->sheet, cell));
    }
    if (count > 0)
        *(const char **)ARENA_PUSH(arena, load->notes, load->note_count, load->note_capacity) =
            arena_format(arena,
                         "The %s %s may hold votes too, and %s not said to be of the vote: nothing "
                         "there is counted.",
                         count == 1 ? "column" : "columns", text_list(arena, names, count, "and"),
                         count == 1 ? "was" : "were");
}

bool ballots_look_for_votes_beside(struct ballots_load *load)
{
    bool sound = true, in_words = load->word_count > 0;
    if (load->is_list || load->layout != NULL ||
        (!in_words && load->motion_count == 0 && !sheet_has(&load->sheet, COLUMN_VOTE)))
        return true;
    if (!in_words && (load->motion_count > 0 ||
                      ballots_is_mapped_vote(load, load->sheet.columns.at[COLUMN_VOTE]))) {
        note_votes_beside(load);
        return true;
    }
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++) {
        const char *column = "of preferences",
                   *otherwise = "what stands under \"vote\" counts alone";
        bool ranked = !in_words && ballots_is_unread(load, cell) && is_of_preferences(load, cell);
        if (!ballots_is_unread(load, cell) ||
            (!ranked && !may_be_of_votes(load, cell, &column, &otherwise)))
            continue;
        ask_about_votes(load, cell, column, otherwise, !ranked && !in_words);
        sound = false;
    }
    return sound;
}

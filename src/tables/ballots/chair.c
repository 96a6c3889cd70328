/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The row of a chair who represents nobody: it holds the casting vote. */

static bool is_called_chair(const char *folded)
{
    static const char *const words[] = {
        "chair", "the chair", "chairman", "chairwoman", "chairperson", "presiding member",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

/* Where the practice is filled in the chair is somebody's representative as well, and which of the
 * two the vote is cannot be told: then it is no role. */
bool ballots_is_chair(struct ballots_load *load, const struct row *row)
{
    if (*ballots_cell(load, row, COLUMN_PRACTICE) != '\0' ||
        *ballots_cell(load, row, COLUMN_CODE) != '\0')
        return false;
    const char *role = ballots_meaning(load, COLUMN_ROLE, ballots_cell(load, row, COLUMN_ROLE));
    return is_called_chair(text_fold(load->sheet.arena, role));
}

/* The casting vote that the row gives; false, with an error at the cell, where it can be none. */
static bool read_casting_vote(struct ballots_load *load, const struct row *row,
                              enum casting_vote *casting)
{
    enum vote vote = VOTE_BLANK;
    bool blank = *ballots_cell(load, row, COLUMN_VOTE) == '\0';
    bool known = blank || ballots_vote(load, row, &vote);
    *casting = vote == VOTE_FOR       ? CASTING_VOTE_FOR
               : vote == VOTE_AGAINST ? CASTING_VOTE_AGAINST
                                      : CASTING_VOTE_NONE;
    if (known)
        return true;
    ballots_report(load, row, COLUMN_VOTE,
                   wording_public("Write for or against where the chair cast it, and else present "
                                  "or absent, or leave it blank."),
                   WORDING(load->sheet.arena, "%s is not a casting vote",
                           ballots_quote(load, row, COLUMN_VOTE)));
    return false;
}

/* A chair with an interest, or who sent a proxy, casts nothing that could be told. */
static bool is_cast_in_person(struct ballots_load *load, const struct row *row,
                              enum casting_vote casting)
{
    bool interest = true;
    if (casting == CASTING_VOTE_NONE ||
        (ballots_yes_or_no(load, row, COLUMN_INTEREST, &interest) && !interest &&
         *ballots_cell(load, row, COLUMN_PROXY) == '\0'))
        return true;
    ballots_report(load, row, COLUMN_ROLE,
                   wording_public("Whoever is in the chair for it has the casting vote: write "
                                  "that one's row."),
                   wording_public("a chair with an interest, or a proxy, has no casting vote"));
    return false;
}

/* Where nobody votes there is no tie. */
static bool is_of_a_vote(struct ballots_load *load, const struct row *row,
                         const struct decision *decision, enum casting_vote casting)
{
    if (casting == CASTING_VOTE_NONE || decision == NULL || !decision->by_consensus)
        return true;
    ballots_report(load, row, COLUMN_VOTE,
                   wording_public("If it came to a vote, count it as a kind of decision with "
                                  "votes."),
                   wording_public("a consensus has no casting vote"));
    return false;
}

void ballots_read_chair(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, struct poll_draft *draft)
{
    const char *voter = ballots_cell(load, row, COLUMN_VOTER);
    enum casting_vote casting = CASTING_VOTE_NONE;
    struct ballot_details details;
    struct ballot ballot = ballots_begin(row, &details);
    bool sound = read_casting_vote(load, row, &casting) && is_cast_in_person(load, row, casting) &&
                 is_of_a_vote(load, row, decision, casting);
    enum vote vote = VOTE_BLANK;
    ballots_vote(load, row, &vote);
    ballot.vote = vote;
    if (!sound || draft == NULL || !ballots_nothing_denies(load, row, &ballot))
        return;
    if (draft->chair.line != 0) {
        ballots_report(
            load, row, COLUMN_ROLE, wording_public("Keep the row that is right."),
            wording_of_row(arena_format(load->sheet.arena, "line %zu has the chair's row already",
                                        draft->chair.line),
                           "the chair has another row already"));
        return;
    }
    draft->chair = (struct chair){
        .name = *voter == '\0' ? NULL : voter, .casting = casting, .line = row->line};
    struct other *place =
        ARENA_PUSH(load->sheet.arena, draft->others, draft->other_count, draft->other_capacity);
    *place = (struct other){
        .name = draft->chair.name,
        .role_name = "chair",
        .away = ballot.vote == VOTE_ABSENT,
    };
}

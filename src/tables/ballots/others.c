/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/text.h"

/* Rows of those who represent nobody: guests, observers. */

/* Whether a cell names no member, and none that may have been meant. */
static bool names_nobody(struct ballots_load *load, const char *text)
{
    struct roll_clash clash;
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    if (*text == '\0')
        return true;
    return roll != NULL && !name_is_of_totals(text_fold(arena, text)) &&
           roll_find(arena, roll, text, &clash) == NULL && clash.coded == NULL &&
           roll_find_ever(arena, roll, text) == NULL && !ballots_may_be_member(load, text);
}

/* Whether a row votes on any motion. */
static bool votes(struct ballots_load *load, const struct row *row)
{
    bool any = false;
    for (size_t i = 0; i == 0 || i < load->motion_count; i++) {
        enum vote vote = VOTE_BLANK;
        ballots_turn_to_motion(load, i);
        any = any ||
              (*ballots_cell(load, row, COLUMN_VOTE) != '\0' &&
               (!ballots_vote(load, row, &vote) || (vote != VOTE_PRESENT && vote != VOTE_ABSENT)));
    }
    return any;
}

/* Nor does anything else make it a ballot. */
static bool has_no_vote(struct ballots_load *load, const struct row *row)
{
    bool interest = true;
    return !votes(load, row) && *ballots_cell(load, row, COLUMN_PROXY) == '\0' &&
           ballots_yes_or_no(load, row, COLUMN_INTEREST, &interest) && !interest;
}

bool ballots_is_other(struct ballots_load *load, const struct row *row,
                      const struct decision *decision)
{
    enum role role = ROLE_LEAD;
    return ballots_role(load, row, &role) && role > ROLE_PROXY &&
           !ballots_may_vote(load, decision, role) && has_no_vote(load, row) &&
           names_nobody(load, ballots_cell(load, row, COLUMN_PRACTICE)) &&
           names_nobody(load, ballots_cell(load, row, COLUMN_CODE));
}

/* What somebody who has no name in the table is told as. */
static const char *name_of(const struct ballots_load *load, const struct row *row)
{
    static const enum ballot_column columns[] = {COLUMN_VOTER, COLUMN_EMAIL, COLUMN_PRACTICE,
                                                 COLUMN_CODE};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const char *text = ballots_cell(load, row, columns[i]);
        if (*text != '\0')
            return text;
    }
    return NULL;
}

void ballots_read_other(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, struct poll_draft *draft)
{
    struct arena *arena = load->sheet.arena;
    struct ballot_details details;
    struct ballot ballot = ballots_begin(row, &details), nobody = ballot;
    nobody.vote = VOTE_ABSENT;
    enum role role = ROLE_LEAD;
    enum vote vote = VOTE_BLANK;
    bool has_role = *ballots_cell(load, row, COLUMN_ROLE) != '\0' && ballots_role(load, row, &role);
    enum presence said;
    bool sound = ballots_read_presence(load, row, &said);
    ballots_vote(load, row, &vote);
    ballot.role = role;
    ballot.vote = vote;
    sound = sound && ballots_agree_on_presence(load, row, said, ballot.vote);
    if (said == PRESENCE_AWAY)
        ballot.vote = VOTE_ABSENT;
    /* Somebody known by an address alone may have no name. */
    sound = sound && ballots_nobody_objects(load, row, decision, &nobody) &&
            (load->by_address || ballots_nothing_denies(load, row, &ballot));
    if (!sound || draft == NULL)
        return;
    struct other *place =
        ARENA_PUSH(arena, draft->others, draft->other_count, draft->other_capacity);
    *place = (struct other){
        .name = name_of(load, row),
        .role_name = has_role ? role_name(role) : NULL,
        .away = ballot.vote == VOTE_ABSENT,
    };
}

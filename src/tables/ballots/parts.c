/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The column `votes`: how many of its votes a member casts by the row. */

/* Whether it is what the roll has for the member, with decimals. */
static bool is_all_it_has(const struct ballots_load *load, const char *text,
                          const struct member *member)
{
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    unsigned places = text_decimal_places(text);
    long long number;
    return member != NULL && roll->has_votes && places > 0 &&
           text_decimal(text, places, RATIO_QUANTITY_MOST, &number) == NUMBER_OK &&
           strcmp(number_canonical(arena, number, places),
                  number_canonical(arena, member->votes, roll->vote_places)) == 0;
}

bool ballots_read_number(const struct ballots_load *load, const struct row *row, size_t cell,
                         long long *votes)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    if (text_whole_number(text, BALLOT_VOTES_MOST, votes) == NUMBER_OK)
        return true;
    ballots_report_cell(
        load, row, cell,
        WORDING(arena,
                "Write how many of its votes the %s casts so, in figures and at most "
                "1,000,000,000,000,000.",
                wording_public(load->unit)),
        WORDING(arena, "%s is not a whole number of votes", wording_quote(arena, text, "this")));
    return false;
}

bool ballots_casts_none(const struct ballots_load *load, const struct row *row)
{
    size_t cell = load->sheet.columns.at[COLUMN_VOTES];
    bool filled = cell != COLUMN_NONE && row_cell(row, cell)->length > 0;
    for (size_t i = 0; i < load->side_count && !filled; i++) {
        cell = load->sides[i].cell;
        filled = row_cell(row, cell)->length > 0 && strcmp(row_cell(row, cell)->text, "0") != 0;
    }
    if (!filled)
        return true;
    ballots_report_cell(
        load, row, cell,
        wording_public("Clear the cell. A casting vote can be told by --casting-vote."),
        WORDING(load->sheet.arena, "this row is of no %s, and has no votes to cast",
                wording_public(load->unit)));
    return false;
}

bool ballots_read_votes(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_VOTES);
    const size_t cell = load->sheet.columns.at[COLUMN_VOTES];
    long long votes = 0;
    if (*text == '\0' || is_all_it_has(load, text, ballot->member))
        return true;
    if (!ballots_read_number(load, row, cell, &votes))
        return false;
    ballot->details->votes = votes;
    ballot->details->votes_cell = cell;
    if (votes > 0)
        return true;
    ballots_report(load, row, COLUMN_VOTES,
                   wording_public("Delete the row, or write how many. Left blank it is all of its "
                                  "votes."),
                   wording_of_row("this row casts no votes", "this is no number of votes"));
    return false;
}

/* --- Copies --- */

/* A ballot that says how many votes it casts, with its row. */
struct part {
    struct ballot ballot;
    struct row row;
};

/* By all that stands in the row. */
static int compare_cells(const struct part *one, const struct part *other)
{
    size_t a = one->ballot.details->votes_cell, b = other->ballot.details->votes_cell;
    int order = (a > b) - (a < b);
    for (size_t i = 0; order == 0 && i < one->row.count; i++)
        order = strcmp(row_cell(&one->row, i)->text, row_cell(&other->row, i)->text);
    return order;
}

static int compare_parts(const void *one, const void *other)
{
    const struct part *a = one, *b = other;
    int order = compare_cells(a, b);
    return order != 0 ? order
                      : (a->ballot.line > b->ballot.line) - (a->ballot.line < b->ballot.line);
}

static void report_copy(struct ballots_load *load, const struct part *earlier,
                        const struct part *later)
{
    const char *what = arena_format(
        load->sheet.arena, "this row is the same as line %zu in every cell", earlier->row.line);
    ballots_report_cell(
        load, &later->row, later->ballot.details->votes_cell,
        wording_public("If it is a copy, delete it. If it casts as many votes again, write both as "
                       "one row, or say in another column what tells them apart."),
        wording_of_row(what, arena_format(load->sheet.arena, "this row may be a copy of line %zu",
                                          earlier->row.line)));
}

void ballots_look_for_copies(struct ballots_load *load)
{
    for (size_t i = 0; i < load->draft_count && load->any_parts; i++) {
        const struct poll_draft *draft = &load->drafts[i];
        struct part *parts = NULL;
        size_t count = 0, capacity = 0;
        struct ballot_walk walk = draft_walk(load, draft);
        while (ballot_next(&walk)) {
            const struct ballot ballot = walk_ballot(&walk);
            if (ballot.details->votes == 0 || ballot.continues)
                continue;
            struct part *part = ARENA_PUSH(load->scratch, parts, count, capacity);
            part->ballot = ballot;
            ballot_look(&load->sheet.table, &ballot, &part->row);
        }
        if (count > 1)
            qsort(parts, count, sizeof *parts, compare_parts);
        for (size_t j = 1; j < count; j++)
            if (compare_cells(&parts[j - 1], &parts[j]) == 0)
                report_copy(load, &parts[j - 1], &parts[j]);
    }
}

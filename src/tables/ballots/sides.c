/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Numbers of votes that stand side by side, a column a side: "votes for", "votes against". */

/* The vote that a column of numbers is of; VOTE_BLANK where it is none. */
static enum vote side_of(const struct ballots_load *load, size_t cell)
{
    static const char votes[] = "votes ";
    const char *folded = load->headings[cell].folded;
    enum vote vote;
    if (strcmp(folded, "abstentions") == 0)
        return VOTE_ABSTAIN;
    return strncmp(folded, votes, sizeof votes - 1) == 0 &&
                   vote_read(load->sheet.arena, folded + sizeof votes - 1, &vote)
               ? vote
               : VOTE_BLANK;
}

static bool refuse_side(const struct ballots_load *load, size_t cell, const char *what,
                        const char *remedy)
{
    ballots_report_cell(load, &load->sheet.table.header, cell, wording_public(remedy),
                        wording_public(what));
    return false;
}

/* Whether both sides have a column, and none has two. */
static bool are_whole(const struct ballots_load *load)
{
    bool has[VOTE_ABSENT + 1] = {false};
    for (size_t i = 0; i < load->side_count; i++) {
        enum vote vote = load->sides[i].vote;
        if (has[vote])
            return refuse_side(load, load->sides[i].cell,
                               "this is a second column of votes for one side",
                               "Write what it says in one of them.");
        has[vote] = true;
    }
    return (has[VOTE_FOR] && has[VOTE_AGAINST]) ||
           refuse_side(load, load->sides[0].cell,
                       "this column has how many votes went one way, and the columns \"votes for\" "
                       "and \"votes against\" are not both there",
                       "Head the columns so: a side without a column would be left out.");
}

/* Whether abstentions alone are headed so, beside marks: "Ayes", "Noes", "Abstentions". */
static bool is_of_marks(const struct ballots_load *load)
{
    bool marks = false;
    if (load->side_count == 0)
        return false;
    for (size_t i = 0; i < load->side_count; i++)
        if (load->sides[i].vote != VOTE_ABSTAIN)
            return false;
    for (size_t i = 0; i < load->sheet.table.header.count; i++) {
        enum vote vote;
        marks = marks || (ballots_headed_vote(load, i, &vote) && vote != VOTE_ABSTAIN);
    }
    return marks;
}

bool ballots_find_sides(struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    load->sides = arena_alloc(load->sheet.arena, header->count, sizeof *load->sides);
    for (size_t i = 0; i < header->count; i++) {
        enum vote vote = side_of(load, i);
        if (vote != VOTE_BLANK && !ballots_is_told(load, i))
            load->sides[load->side_count++] = (struct side_column){i, vote};
    }
    if (is_of_marks(load))
        load->side_count = 0;
    return load->side_count == 0 || are_whole(load);
}

bool ballots_sides_alone(const struct ballots_load *load, bool has_vote)
{
    if (load->side_count == 0)
        return true;
    if (load->is_list)
        return refuse_side(load, load->sides[0].cell,
                           "a list of who was there has no numbers of votes",
                           "Give it to quorate tally, or delete the columns.");
    return !has_vote ||
           refuse_side(load, load->sides[0].cell,
                       "this column has how many votes went one way, and another one has the vote",
                       "Keep the column \"vote\" with \"votes\", or the columns \"votes for\" and "
                       "\"votes against\".");
}

bool ballots_read_sides(const struct ballots_load *load, const struct row *row,
                        struct ballot_sides *sides)
{
    bool sound = true;
    const struct ballot own = sides->ballots[0];
    if (own.interest || load->side_count == 0) /* an interest is the member's, with all its votes */
        return true;
    size_t count = 0;
    for (size_t i = 0; i < load->side_count; i++) {
        const struct side_column *side = &load->sides[i];
        long long votes = 0;
        if (row_cell(row, side->cell)->length > 0)
            sound = ballots_read_number(load, row, side->cell, &votes) && sound;
        if (votes == 0)
            continue;
        struct ballot *ballot = &sides->ballots[count];
        *ballot = own;
        ballot->vote = side->vote;
        ballot->details = arena_alloc(load->sheet.arena, 1, sizeof *ballot->details);
        *ballot->details = *own.details;
        ballot->details->votes = votes;
        ballot->details->votes_cell = side->cell;
        ballot->continues = count++ > 0;
    }
    sides->count = count > 0 ? count : 1; /* nobody was there: that is the one */
    return sound;
}

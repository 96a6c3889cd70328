/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "quorate/ratio.h"

enum {
    PRACTICE_COLUMNS = 6,
};

/* Which of the columns any of the rows has. */
static size_t columns_of(const struct vote_line *lines, size_t count, enum vote_cell *columns)
{
    size_t used = 0;
    for (size_t cell = 0; cell < VOTE_CELLS; cell++) {
        bool any = false;
        for (size_t i = 0; i < count; i++)
            any = any || lines[i].cells[cell] != NULL;
        if (any)
            columns[used++] = (enum vote_cell)cell;
    }
    return used;
}

static void vote_table(const struct markdown *markdown, const struct subject *subject,
                       const struct vote_line *lines, size_t count)
{
    struct arena *arena = markdown->arena;
    enum vote_cell columns[VOTE_CELLS];
    const char *cells[VOTE_CELLS];
    const char *const headings[VOTE_CELLS] = {
        [CELL_WHO] = subject->poll->is_election ? "Candidate" : "Vote",
        [CELL_MEMBERS] = phrases_capital(arena, subject->outcome->units),
        [CELL_PATIENTS] = "Patients",
        [CELL_VOTES] = "Votes",
        [CELL_PERCENT] = "Of votes cast",
    };
    size_t used = columns_of(lines, count, columns);
    for (size_t i = 0; i < used; i++)
        cells[i] = headings[columns[i]];
    markdown_head(markdown, cells, used, 1);
    for (size_t row = 0; row < count; row++) {
        for (size_t i = 0; i < used; i++)
            cells[i] = lines[row].cells[columns[i]];
        markdown_row(markdown, cells, used);
    }
    markdown_break(markdown);
}

void markdown_votes(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    size_t count;
    const struct vote_line *lines = phrases_vote_lines(subject, &count);
    markdown_heading(markdown, 3, "Votes");
    if (lines != NULL)
        vote_table(markdown, subject, lines, count);
    const char *sentences = phrases_votes(subject);
    if (sentences[0] != '\0')
        markdown_paragraph(markdown, markdown_noted(markdown, sentences, poll, ANCHOR_VOTES));
    const char *other = phrases_other_count(subject);
    if (other != NULL)
        markdown_paragraph(markdown, other);
    for (size_t i = 0; i < subject->poll->area_count; i++)
        markdown_fact(markdown, NULL, phrases_area(subject, &subject->poll->areas[i]));
    if (subject->poll->area_count > 0)
        markdown_break(markdown);
}

/* The columns that this table has: the cells that are wanted, closed up. */
static size_t closed_up(const struct subject *subject, const char *const all[PRACTICE_COLUMNS],
                        const char **cells)
{
    bool sizes = subject->outcome->has_list_sizes;
    bool votes = subject->poll->weighted && !phrases_by_list_size(subject->poll);
    const bool wanted[PRACTICE_COLUMNS] = {true,  sizes, sizes,
                                           votes, true,  phrases_has_cast_by(subject->poll)};
    size_t count = 0;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++)
        if (wanted[i])
            cells[count++] = all[i];
    return count;
}

static void practice_head(const struct markdown *markdown, const struct subject *subject)
{
    const char *cells[PRACTICE_COLUMNS], *rules[PRACTICE_COLUMNS];
    size_t count = closed_up(subject,
                             (const char *const[PRACTICE_COLUMNS]){
                                 phrases_capital(markdown->arena, subject->outcome->unit),
                                 phrases_size(subject), "Share", "Votes",
                                 subject->poll->secret ? "Ballot" : "Vote", "Cast by"},
                             cells);
    closed_up(subject,
              (const char *const[PRACTICE_COLUMNS]){"---", "---:", "---:", "---:", "---", "---"},
              rules);
    markdown_row(markdown, cells, count);
    buffer_add(markdown->out, "|");
    for (size_t i = 0; i < count; i++)
        buffer_format(markdown->out, " %s |", rules[i]);
    buffer_add(markdown->out, "\n");
}

static void practice_row(const struct markdown *markdown, const struct subject *subject,
                         const struct standing *standing)
{
    struct arena *arena = markdown->arena;
    const char *cells[PRACTICE_COLUMNS];
    const char *stance = phrases_has_cast_by(subject->poll) ? phrases_stance(subject, standing)
                                                            : phrases_standing(subject, standing);
    size_t count =
        closed_up(subject,
                  (const char *const[PRACTICE_COLUMNS]){
                      standing->practice,
                      number_grouped(arena, standing->list_size),
                      markdown_percent(markdown, standing->percent),
                      number_fixed_grouped(arena, standing->votes, subject->poll->vote_places),
                      stance,
                      phrases_cast_by(subject, standing),
                  },
                  cells);
    markdown_row(markdown, cells, count);
}

static void total_row(const struct markdown *markdown, const struct subject *subject)
{
    struct arena *arena = markdown->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *cells[PRACTICE_COLUMNS];
    struct figures total = phrases_total(poll);
    size_t count = closed_up(
        subject,
        (const char *const[PRACTICE_COLUMNS]){
            phrases_members(subject, total.members), number_grouped(arena, total.population),
            "100.00%", number_fixed_grouped(arena, total.votes, poll->vote_places), NULL, NULL},
        cells);
    markdown_row(markdown, cells, count);
}

void markdown_practices(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->standing_count == 0)
        return;
    markdown_heading(markdown, 3, phrases_capital(markdown->arena, subject->outcome->units));
    practice_head(markdown, subject);
    for (size_t i = 0; i < poll->standing_count; i++)
        practice_row(markdown, subject, &poll->standings[i]);
    total_row(markdown, subject);
    markdown_break(markdown);
}

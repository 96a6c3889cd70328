/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "html_findings.h"
#include "html_tally.h"
#include "quorate/ratio.h"

/* ---- The picture: practices by list size, filled by vote */

/* What a bar's fill stands for, in the order of the legend. */
struct key {
    const char *label;
    enum fill fill;
};

static struct key key_of_vote(const struct poll_outcome *poll, const struct standing *standing)
{
    if (!poll->is_election) {
        bool in_favour = standing->vote != NULL && strcmp(standing->vote, "for") == 0;
        return in_favour ? (struct key){"For", FILL_SOLID} : (struct key){"Against", FILL_STRIPES};
    }
    for (size_t i = 0; i < poll->candidate_count; i++)
        if (standing->vote != NULL && strcmp(poll->candidates[i].name, standing->vote) == 0 &&
            html_candidate_fill(i) != FILL_PLUSES)
            return (struct key){poll->candidates[i].name, html_candidate_fill(i)};
    return (struct key){"Another candidate", FILL_PLUSES};
}

static struct key key_of(const struct poll_outcome *poll, const struct standing *standing)
{
    switch (standing->stance) {
    case STANDING_VOTED:
        return key_of_vote(poll, standing);
    case STANDING_RETURNED:
        return (struct key){"Ballot returned", FILL_SOLID};
    case STANDING_ABSTAINED:
        return (struct key){"Abstained", FILL_DOTS};
    case STANDING_PRESENT:
        return (struct key){"Present, no vote", FILL_RINGS};
    case STANDING_INTERESTED:
        return (struct key){"Interest declared", FILL_CROSSES};
    case STANDING_VOID:
        return (struct key){"Void", FILL_GRID};
    case STANDING_ABSENT:
    case STANDING_REFUSED:
        break;
    }
    return (struct key){"Not represented", FILL_HOLLOW};
}

/* Each fill that is used once, in the order in which the fills are listed. */
static size_t legend_of(const struct poll_outcome *poll, struct legend legend[FILLS])
{
    size_t count = 0;
    for (int fill = 0; fill < FILLS; fill++)
        for (size_t i = 0; i < poll->standing_count; i++) {
            struct key key = key_of(poll, &poll->standings[i]);
            if ((int)key.fill != fill)
                continue;
            legend[count++] = (struct legend){.label = key.label, .fill = key.fill};
            break;
        }
    return count;
}

/* The largest first; of equal ones the roll's order, which the places of the standings tell. */
static int by_list_size(const void *one, const void *other)
{
    const struct standing *a = *(const struct standing *const *)one;
    const struct standing *b = *(const struct standing *const *)other;
    if (a->list_size != b->list_size)
        return a->list_size > b->list_size ? -1 : 1;
    return a < b ? -1 : 1;
}

static const struct standing **sorted(struct arena *arena, const struct poll_outcome *poll)
{
    const struct standing **order = arena_alloc(arena, poll->standing_count, sizeof *order);
    for (size_t i = 0; i < poll->standing_count; i++)
        order[i] = &poll->standings[i];
    qsort(order, poll->standing_count, sizeof *order, by_list_size);
    return order;
}

/* A longer roll makes no picture: its table says the same. */
static void picture(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (!subject->outcome->has_list_sizes || poll->standing_count > HTML_BARS_MOST)
        return;
    const struct standing **order = sorted(html->arena, poll);
    struct bar *bars = arena_alloc(html->arena, poll->standing_count, sizeof *bars);
    for (size_t i = 0; i < poll->standing_count; i++)
        bars[i] = (struct bar){
            .label = order[i]->practice,
            .figure = arena_format(html->arena, "%s, %s", phrases_stance(subject, order[i]),
                                   number_grouped(html->arena, order[i]->list_size)),
            .quantity = order[i]->list_size,
            .fill = key_of(poll, order[i]).fill,
        };
    struct legend legend[FILLS];
    struct picture picture = {
        .finding = finding_practices(subject),
        .bars = bars,
        .count = poll->standing_count,
        .scale = order[0]->list_size,
        .legend = legend,
        .legend_count = legend_of(poll, legend),
    };
    html_picture(html, &picture);
}

/* ---- The table */

/* Which columns this table has; the names of the others stay out. */
struct columns {
    struct html_column headings[6];
    size_t count;
    bool sizes, votes, by;
};

static void add_column(struct columns *columns, bool wanted, const char *heading, bool is_number)
{
    if (wanted)
        columns->headings[columns->count++] = (struct html_column){heading, is_number};
}

/* Votes have a column only where they are neither one each nor the list size itself. */
static struct columns columns_of(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct columns columns = {
        .sizes = subject->outcome->has_list_sizes,
        .votes = poll->weighted && !phrases_by_list_size(poll),
        .by = phrases_has_cast_by(poll),
    };
    add_column(&columns, true, phrases_capital(subject->arena, subject->outcome->unit), false);
    add_column(&columns, columns.sizes, phrases_size(subject), true);
    add_column(&columns, columns.sizes, "Share", true);
    add_column(&columns, columns.votes, "Votes", true);
    add_column(&columns, true, poll->secret ? "Ballot" : "Vote", false);
    add_column(&columns, columns.by, "Cast by", false);
    return columns;
}

static void member_row(const struct html *html, const struct subject *subject,
                       const struct columns *columns, struct html_table *table,
                       const struct standing *standing)
{
    struct arena *arena = html->arena;
    html_row_start(html, table, false);
    html_coded_cell(html, table, standing->practice, standing->code);
    if (columns->sizes) {
        html_cell(html, table, number_grouped(arena, standing->list_size));
        html_cell(html, table,
                  standing->percent == NULL ? NULL
                                            : arena_format(arena, "%s%%", standing->percent));
    }
    if (columns->votes)
        html_cell(html, table,
                  number_fixed_grouped(arena, standing->votes, subject->poll->vote_places));
    html_cell(html, table,
              columns->by ? phrases_stance(subject, standing)
                          : phrases_standing(subject, standing));
    if (columns->by)
        html_cell(html, table, phrases_cast_by(subject, standing));
    html_row_end(html);
}

static void total_row(const struct html *html, const struct subject *subject,
                      const struct columns *columns, struct html_table *table)
{
    const struct poll_outcome *poll = subject->poll;
    struct figures total = phrases_total(poll);
    html_row_start(html, table, true);
    html_cell(html, table, phrases_members(subject, total.members));
    if (columns->sizes) {
        html_cell(html, table, number_grouped(html->arena, total.population));
        html_cell(html, table, "100.00%");
    }
    if (columns->votes)
        html_cell(html, table, number_fixed_grouped(html->arena, total.votes, poll->vote_places));
    /* There is no sum of votes and voters, so the row ends here. */
    html_row_end(html);
}

void html_practices(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->standing_count == 0)
        return;
    struct columns columns = columns_of(subject);
    struct html_table table = {.columns = columns.headings, .count = columns.count};
    const char *units = phrases_capital(html->arena, subject->outcome->units);
    html_section_start(html, "practices", units);
    picture(html, subject);
    html_table_start(html, &table, poll->secret ? "Who returned a ballot" : "Who voted how");
    for (size_t i = 0; i < poll->standing_count; i++)
        member_row(html, subject, &columns, &table, &poll->standings[i]);
    total_row(html, subject, &columns, &table);
    html_table_end(html);
    html_section_end(html);
}

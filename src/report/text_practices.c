/* SPDX-License-Identifier: MIT */
#include "page.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Where the last column starts, and the room it has. */
#define VOTE_COLUMN ((size_t)58)

/* One row of the table of practices; NULL for a column that this table does not have. */
struct row {
    const char *name, *list_size, *share, *votes, *vote;
};

struct columns {
    size_t list_size, share, votes; /* widths, 0 without such a column */
};

static size_t wider(size_t width, const char *text)
{
    size_t other = text_width(text);
    return other > width ? other : width;
}

static void add_cell(const struct page *page, const char *text, size_t width)
{
    if (width == 0)
        return;
    buffer_add(page->out, "  ");
    page_right(page, text, width);
}

static size_t taken(size_t width)
{
    return width == 0 ? 0 : width + 2;
}

/* A name that is wider than its column has a line of its own, and its figures stand below. */
static void add_row(const struct page *page, const struct columns *columns, const struct row *row)
{
    size_t figures = taken(columns->list_size) + taken(columns->share) + taken(columns->votes) + 2;
    size_t name_width = VOTE_COLUMN - figures;
    const char *name = page_text(page, row->name);
    if (text_width(name) > name_width) {
        text_wrap(page->out, name, 0, 2, PAGE_WIDTH);
        name = "";
    }
    page_left(page, name, name_width);
    add_cell(page, row->list_size, columns->list_size);
    add_cell(page, row->share, columns->share);
    add_cell(page, row->votes, columns->votes);
    if (row->vote == NULL) {
        buffer_add(page->out, "\n");
        return;
    }
    buffer_add(page->out, "  ");
    text_wrap(page->out, page_text(page, row->vote), VOTE_COLUMN, VOTE_COLUMN, PAGE_WIDTH);
}

static struct row member_row(const struct page *page, const struct subject *subject,
                             const struct standing *standing, const char *vote)
{
    struct arena *arena = page->arena;
    return (struct row){
        .name = standing->practice,
        .list_size = number_grouped(arena, standing->list_size),
        .share = standing->percent == NULL ? "" : arena_format(arena, "%s%%", standing->percent),
        .votes = number_fixed_grouped(arena, standing->votes, subject->poll->vote_places),
        .vote = vote,
    };
}

static struct row total_row(const struct page *page, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct figures total = phrases_total(poll);
    return (struct row){
        .name = phrases_members(subject, total.members),
        .list_size = number_grouped(page->arena, total.population),
        .share = "100.00%",
        .votes = number_fixed_grouped(page->arena, total.votes, poll->vote_places),
    };
}

/* Votes have a column only where they are neither one each nor the list size itself. */
static struct columns columns_of(const struct subject *subject, const struct row *total)
{
    struct columns columns = {0};
    if (subject->outcome->has_list_sizes) {
        columns.list_size = wider(text_width(phrases_size(subject)), total->list_size);
        columns.share = text_width("100.00%");
    }
    if (subject->poll->weighted && !phrases_by_list_size(subject->poll))
        columns.votes = wider(text_width("Votes"), total->votes);
    return columns;
}

void text_members(const struct page *page, const struct subject *subject, const char *heading,
                  standing_words *words)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->standing_count == 0)
        return;
    struct row total = total_row(page, subject);
    struct columns columns = columns_of(subject, &total);
    struct row headings = {.name = phrases_capital(page->arena, subject->outcome->unit),
                           .list_size = phrases_size(subject),
                           .share = "Share",
                           .votes = "Votes",
                           .vote = heading};
    page_blank(page);
    add_row(page, &columns, &headings);
    for (size_t i = 0; i < poll->standing_count; i++) {
        const struct standing *standing = &poll->standings[i];
        struct row row = member_row(page, subject, standing, words(subject, standing));
        add_row(page, &columns, &row);
    }
    add_row(page, &columns, &total);
}

void text_practices(const struct page *page, const struct subject *subject)
{
    text_members(page, subject, subject->poll->secret ? "Ballot" : "Vote", phrases_standing);
}

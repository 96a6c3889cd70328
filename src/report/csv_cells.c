/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include <string.h>

#include "quorate/cell.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

static void start_cell(struct csv *csv)
{
    if (csv->row_started)
        buffer_add(csv->out, ",");
    csv->row_started = true;
}

void csv_text(struct csv *csv, const char *text)
{
    start_cell(csv);
    if (text != NULL)
        cell_add(csv->out, text_printable(csv->arena, phrases_valid(csv->arena, text)));
}

void csv_figure(struct csv *csv, const char *figure)
{
    start_cell(csv);
    if (figure != NULL)
        buffer_add(csv->out, figure[0] == '+' ? figure + 1 : figure);
}

void csv_number(struct csv *csv, int64_t number)
{
    csv_figure(csv, number_canonical(csv->arena, number, 0));
}

void csv_number_if(struct csv *csv, bool known, int64_t number)
{
    csv_figure(csv, known ? number_canonical(csv->arena, number, 0) : NULL);
}

void csv_number_or_empty(struct csv *csv, int64_t number)
{
    csv_number_if(csv, number != 0, number);
}

void csv_date(struct csv *csv, struct date date)
{
    csv_figure(csv, date_given(date) ? date_iso(csv->arena, date) : NULL);
}

void csv_moment(struct csv *csv, struct moment moment)
{
    csv_figure(csv, moment.given ? moment_iso(csv->arena, moment) : NULL);
}

void csv_end_row(struct csv *csv)
{
    buffer_add(csv->out, "\r\n");
    csv->row_started = false;
    buffer_pass(csv->out);
}

struct return_outcome csv_row_of(const struct standing *standing, bool told)
{
    if (standing->several)
        return (struct return_outcome){0};
    if (standing->by != NULL && told)
        return *standing->by;
    if (standing->stance == STANDING_REFUSED)
        return *standing->refusal;
    return (struct return_outcome){0};
}

bool csv_is_of_rest(const struct standing *standing)
{
    return standing->stance == STANDING_ABSENT && standing->by == NULL;
}

const struct standing *csv_rest(struct csv *csv, const struct poll_outcome *poll)
{
    const struct roll_call *call = &poll->roll_call;
    struct standing *rest = arena_alloc(csv->arena, 1, sizeof *rest);
    int64_t count = 0;
    for (size_t i = 0; i < call->standing_count; i++) {
        if (!csv_is_of_rest(&call->standings[i]))
            continue;
        count++;
        rest->list_size += call->standings[i].list_size;
        rest->votes += call->standings[i].votes;
    }
    if (count <= (int64_t)LISTED_MOST)
        return NULL;
    rest->practice = phrases_several(csv->arena, count, "other", "others");
    rest->stance = STANDING_ABSENT;
    return rest;
}

/* A heading in the body's own words. */
static const char *heading_of(struct arena *arena, const char *heading, const struct terms *terms)
{
    static const char unit[] = "{unit}", size[] = "{size}";
    if (strncmp(heading, unit, sizeof unit - 1) == 0)
        return arena_format(arena, "%s%s", terms->unit, heading + sizeof unit - 1);
    if (strncmp(heading, size, sizeof size - 1) == 0)
        return arena_format(arena, "%s%s", terms->column, heading + sizeof size - 1);
    if (strcmp(heading, "{parts}") == 0)
        return strcmp(terms->unit, terms_county.unit) == 0 ? "practices" : "members";
    return heading;
}

struct csv csv_begin(struct arena *arena, struct buffer *out, const char *headings,
                     const struct terms *terms)
{
    struct csv csv = {.arena = arena, .out = out};
    for (const char *at = headings; *at != '\0'; at += *at == '|') {
        size_t length = strcspn(at, "|");
        csv_text(&csv, heading_of(arena, arena_copy(arena, at, length), terms));
        at += length;
    }
    csv_end_row(&csv);
    return csv;
}

void csv_power(struct csv *csv, const struct power *power, size_t member)
{
    bool known = power != NULL && power->known;
    struct member_power figures = {0};
    if (known)
        figures = power->members[member];
    csv_number_if(csv, known, figures.decides);
    csv_figure(csv, figures.banzhaf);
    csv_figure(csv, figures.shapley);
}

/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "phrases_electorate.h"
#include "quorate/report.h"

static const char headings[] =
    "date|as at|{unit}|code|area|{size}|percent|votes|from|to|standing|class";

static void put_elector(struct csv *csv, const struct electorate *electorate,
                        const struct elector *elector)
{
    csv_date(csv, electorate->day);
    csv_date(csv, electorate->as_at);
    csv_text(csv, elector->name);
    csv_text(csv, elector->code);
    csv_text(csv, elector->area);
    csv_number_if(csv, electorate->has_list_sizes, elector->list_size);
    csv_figure(csv, elector->percent);
    csv_figure(csv, elector->votes);
    csv_date(csv, elector->tenure.from);
    csv_date(csv, elector->tenure.to);
    csv_text(csv, "member");
    csv_text(csv, elector->class_cell);
    csv_end_row(csv);
}

static void put_absent(struct csv *csv, const struct electorate *electorate,
                       const struct absent_member *absent)
{
    csv_date(csv, electorate->day);
    csv_date(csv, electorate->as_at);
    csv_text(csv, absent->name);
    csv_text(csv, absent->code);
    for (int i = 0; i < 4; i++)
        csv_text(csv, NULL);
    csv_date(csv, absent->tenure.from);
    csv_date(csv, absent->tenure.to);
    csv_text(csv, phrases_electorate_absence(electorate, absent));
    csv_text(csv, NULL);
    csv_end_row(csv);
}

void report_csv_electorate(struct arena *arena, const void *value, struct buffer *out)
{
    const struct electorate *electorate = value;
    struct csv csv = csv_begin(arena, out, headings, &electorate->terms);
    for (size_t i = 0; i < electorate->count; i++)
        put_elector(&csv, electorate, &electorate->members[i]);
    for (size_t i = 0; i < electorate->roll.absent_count; i++)
        put_absent(&csv, electorate, &electorate->roll.absent[i]);
}

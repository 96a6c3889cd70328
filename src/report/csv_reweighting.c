/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include "phrases_reweighting.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static const char headings[] =
    "as at before|as at|{unit}|code|before|after|change|percent change|weight percent before|"
    "weight percent after|weight change|rank|source|decides before|banzhaf percent before|"
    "shapley percent before|decides after|banzhaf percent after|shapley percent after";

static void csv_practice(struct csv *csv, const struct reweighting *reweighting,
                         const struct practice_change *practice)
{
    bool left = practice->source == SIZE_LEFT;
    csv_date(csv, reweighting->before_at);
    csv_date(csv, reweighting->as_at);
    csv_text(csv, practice->practice);
    csv_text(csv, practice->code);
    csv_number(csv, practice->before);
    csv_number_if(csv, !left, practice->after);
    csv_number(csv, practice->change);
    csv_figure(csv, practice->percent_change);
    csv_figure(csv, practice->weight_before);
    csv_figure(csv, left ? NULL : practice->weight_after);
    csv_figure(csv, practice->weight_change);
    csv_number(csv, (int64_t)practice->rank);
    csv_text(csv, size_source_name(practice->source));
}

void report_csv_reweighting(struct arena *arena, const void *value, struct buffer *out)
{
    const struct reweighting *reweighting = value;
    struct csv csv = csv_begin(arena, out, headings, &reweighting->terms);
    bool told = reweighting->power_decision != NULL;
    size_t staying = 0;
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        bool stays = reweighting->practices[i].source != SIZE_LEFT;
        csv_practice(&csv, reweighting, &reweighting->practices[i]);
        csv_power(&csv, told ? &reweighting->power_before : NULL, i);
        csv_power(&csv, told && stays ? &reweighting->power_after : NULL, staying);
        staying += stays ? 1 : 0;
        csv_end_row(&csv);
    }
}

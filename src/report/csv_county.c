/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static const char headings[] =
    "as at|{unit}|{parts}|{size}|percent|votes|percent of sum|votes of sum|"
    "published votes|whole votes|by lot|decides|banzhaf percent|shapley percent|own";

void report_csv_county(struct arena *arena, const void *value, struct buffer *out)
{
    const struct county *county = value;
    struct csv csv = csv_begin(arena, out, headings, &county->terms);
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        csv_date(&csv, county->as_at);
        csv_text(&csv, locality->name);
        csv_number_or_empty(&csv, locality->practices);
        csv_number_or_empty(&csv, locality->population);
        csv_figure(&csv, locality->percent);
        csv_figure(&csv, locality->votes);
        csv_figure(&csv, locality->percent_of_sum);
        csv_figure(&csv, locality->votes_of_sum);
        csv_figure(&csv, locality->published_votes);
        csv_number_if(&csv, county->whole, locality->whole_votes);
        csv_text(&csv, !county->whole ? NULL : locality->by_lot ? "yes" : "no");
        csv_power(&csv, &county->power, i);
        csv_text(&csv, locality->is_own ? "yes" : "no");
        csv_end_row(&csv);
    }
}

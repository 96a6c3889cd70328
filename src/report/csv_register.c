/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "phrases_register.h"
#include "quorate/report.h"

static const char headings[] =
    "line|n|date|kind|title|motion|post|verdict|outcome|quorum|figures|destroy on|corrects|"
    "corrected by|result sha256|sha256|remark";

enum {
    CELLS_BETWEEN = 15, /* of the line's number and the remark */
};

static void row(struct csv *csv, const struct registered *line)
{
    struct arena *arena = csv->arena;
    csv_number(csv, (int64_t)line->line);
    csv_number(csv, line->n);
    csv_date(csv, line->date);
    csv_text(csv, line->kind);
    csv_text(csv, line->title);
    csv_text(csv, line->motion);
    csv_text(csv, line->post);
    csv_text(csv, line->verdict);
    csv_text(csv, phrases_registered_outcome(arena, line));
    csv_text(csv, phrases_registered_quorum(arena, line));
    csv_text(csv, phrases_registered_figures(arena, line));
    csv_date(csv, line->destroy_on);
    csv_number_or_empty(csv, line->corrects);
    csv_number_or_empty(csv, line->corrected_by);
    csv_text(csv, line->result_sha256);
    csv_text(csv, line->sha256);
    csv_text(csv, phrases_registered_ballots(arena, line));
    csv_end_row(csv);
}

void report_csv_register(struct arena *arena, const void *value, struct buffer *out)
{
    const struct register_listing *listing = value;
    const struct decision_register *decisions = listing->decisions;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    for (size_t i = 0; i < listing->listed_count; i++)
        row(&csv, listing->listed[i]);
    for (size_t i = 0; i < decisions->fault_count; i++) {
        csv_number(&csv, (int64_t)decisions->faults[i].line);
        for (int cell = 0; cell < CELLS_BETWEEN; cell++)
            csv_text(&csv, NULL);
        csv_text(&csv, phrases_register_fault(arena, &decisions->faults[i]));
        csv_end_row(&csv);
    }
}

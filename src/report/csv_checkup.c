/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "phrases.h"
#include "quorate/report.h"

static const char headings[] = "file|line|column|cell|severity|what|remedy";

/* What is overdue is among the problems already. */
static void put_due(struct csv *csv, const struct terms *terms, const struct due *due)
{
    if (due->state != DUE_NO_DAY && due->state != DUE_IN_TIME)
        return;
    csv_text(csv, due->file);
    for (size_t empty = 0; empty < 3; empty++)
        csv_text(csv, NULL);
    csv_text(csv, "due");
    csv_text(csv, phrases_due(csv->arena, terms, due));
    csv_text(csv, NULL);
    csv_end_row(csv);
}

void report_csv_checkup(struct arena *arena, const void *value, struct buffer *out)
{
    const struct checkup *checkup = value;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    for (size_t i = 0; i < checkup->problem_count; i++) {
        const struct message *problem = &checkup->problems[i];
        const struct place *place = &problem->place;
        csv_text(&csv, place->file);
        csv_number_or_empty(&csv, (int64_t)place->line);
        csv_number_or_empty(&csv, (int64_t)place->column);
        csv_text(&csv, place->cell == 0 ? NULL : diag_cell_name(arena, place->cell, place->row));
        csv_text(&csv, diag_severity_name(problem->severity));
        csv_text(&csv, problem->what);
        csv_text(&csv, problem->remedy);
        csv_end_row(&csv);
    }
    for (size_t i = 0; i < checkup->due_count; i++)
        put_due(&csv, &checkup->terms, &checkup->dues[i]);
}

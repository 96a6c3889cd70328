/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "quorate/report.h"

static const char headings[] = "file|line|column|cell|severity|what|remedy";

bool report_csv_checkup(struct arena *arena, const void *value, struct buffer *out)
{
    const struct checkup *checkup = value;
    struct csv csv = csv_begin(arena, out, headings);
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
    return true;
}

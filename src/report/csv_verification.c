/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "phrases_verification.h"
#include "quorate/report.h"

static const char headings[] = "kind|entry|saved|counted|compared";

static void row(struct csv *csv, const char *kind, const char *entry, const char *saved,
                const char *counted, const char *compared)
{
    csv_text(csv, kind);
    csv_text(csv, entry);
    csv_text(csv, saved);
    csv_text(csv, counted);
    csv_text(csv, compared);
    csv_end_row(csv);
}

static void rows_of(struct csv *csv, const struct differences *differences, const char *compared)
{
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->items[i];
        row(csv, "entry", difference->place, difference->saved, difference->counted, compared);
    }
}

/* The files with their hashes, then each entry that differs. */
void report_csv_verification(struct arena *arena, const void *value, struct buffer *out)
{
    const struct verification *verification = value;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        row(&csv, file->role, file->file, file->saved, file->found, file_state_name(file->state));
    }
    struct taken_list taken = phrases_taken(arena, verification);
    for (size_t i = 0; i < taken.count; i++)
        row(&csv, "taken", taken.items[i].what, taken.items[i].value, NULL, "taken");
    rows_of(&csv, &verification->differences, "differs");
    rows_of(&csv, &verification->unproved, "not proved");
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "national_internal.h"

/* The date that the list sizes are of, which has to be one. */

static void report_date(struct national_reader *reader, const struct row *row, struct date date)
{
    struct arena *arena = reader->arena;
    const char *file = reader->file.name;
    reader->file.date_reported = true;
    if (strcmp(reader->date_file, file) == 0)
        diag_add(
            reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_DATE),
            "List sizes are taken of one date. Give the file of that date as it was published.",
            "the file has two dates: %s on line %zu, and %s here", date_long(arena, reader->as_at),
            reader->date_line, date_long(arena, date));
    else
        diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_DATE),
                 "List sizes are taken of one date. Give the files of one date.",
                 "the files are of two dates: %s on line %zu of %s, and %s here",
                 date_long(arena, reader->as_at), reader->date_line, reader->date_file,
                 date_long(arena, date));
}

void national_take_date(struct national_reader *reader, const struct row *row)
{
    const struct cell *cell = national_cell(reader, row, LAYOUT_DATE);
    struct date date;
    if (cell->length == 0 || reader->file.date_reported)
        return;
    if (!date_parse(cell->text, &date)) {
        reader->file.date_reported = true;
        diag_add(reader->diag, SEVERITY_ERROR, national_place(reader, row, LAYOUT_DATE),
                 "Write it as 2026-04-01 or 01-Apr-26.", "\"%s\" is not a date", cell->text);
        return;
    }
    if (!date_given(reader->as_at)) {
        reader->as_at = date;
        reader->date_file = reader->file.name;
        reader->date_line = row->line;
    } else if (date_compare(reader->as_at, date) != 0) {
        report_date(reader, row, date);
        return;
    }
    if (cell->length < sizeof reader->date_text) {
        memcpy(reader->date_text, cell->text, cell->length);
        reader->date_length = cell->length;
    }
}

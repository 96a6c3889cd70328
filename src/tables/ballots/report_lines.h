/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_BALLOTS_REPORT_LINES_H
#define QUORATE_TABLES_BALLOTS_REPORT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/file.h"

/* The lines of a report that is no table yet, and their cells as they stand between separators. */

/* A line without its end. */
struct report_line {
    const char *bytes;
    size_t length;
};

/* The next line from this offset on, which is moved behind it. False at the end. */
bool report_next_line(const struct bytes *bytes, size_t *at, struct report_line *line);

/* How many cells it has, and up to the last one that is not blank. */
size_t report_cells(char separator, const struct report_line *line);
size_t report_cells_filled(char separator, const struct report_line *line);

/* Where so many cells end; the length where there are no more. */
size_t report_end_of_cells(char separator, const struct report_line *line, size_t cells);

/* A cell (from 0), with its quotation marks; none where the line has no more. */
const char *report_cell(char separator, const struct report_line *line, size_t cell,
                        size_t *length);

#endif

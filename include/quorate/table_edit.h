/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLE_EDIT_H
#define QUORATE_TABLE_EDIT_H

#include "quorate/arena.h"
#include "quorate/decoder.h"
#include "quorate/file.h"
#include "quorate/table.h"

/*
 * Somebody's table with a column more or less. Every other byte stays: its encoding, separators,
 * quotation marks, line ends, blank lines, and what stands behind the last heading. `given` are the
 * bytes of the file, `encoding` as it was decoded by (NULL for none), and `table` what was read of
 * it, with every row sound.
 */

/* Behind the last heading. The heading and the cells (one a row of the table, "" for a blank) are
 * ASCII and need no quotation marks. */
struct bytes table_with_column(struct arena *arena, struct bytes given,
                               const struct encoding *encoding, const struct table *table,
                               const char *heading, const char *const *cells);

/* Without the last heading and the cells below it. */
struct bytes table_without_column(struct arena *arena, struct bytes given,
                                  const struct encoding *encoding, const struct table *table);

#endif

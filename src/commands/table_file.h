/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLE_FILE_H
#define QUORATE_TABLE_FILE_H

#include <stdbool.h>

#include "quorate/arena.h"

/* Which file of a constitution's folder is a table, and which look as though they were. `table` is
 * what the table is called as CSV, as "voters.csv"; as a workbook it ends in .xlsx or .ods. */

/* The file: the CSV before a workbook, and NULL where there is none. */
const char *table_file(struct arena *arena, const char *folder, const char *table);

/* The same, or what the CSV would be called: for what says that it is not there. */
const char *table_file_or_csv(struct arena *arena, const char *folder, const char *table);

/* Whether the path is that of any file by which the table may be read there. */
bool table_file_is(struct arena *arena, const char *folder, const char *table, const char *path);

/* Whether a file's name ends as those do that are read, in letters of whatever case. */
bool table_file_is_read(const char *name);

/* Whether the name of a file is the table's but for its case, the spaces in it and what it ends in,
 * as "Voters.CSV" or "voters.xls". */
bool table_file_is_alike(struct arena *arena, const char *name, const char *table);

/* Among the names the first that is alike, else the first that is probably a slip ("voter.csv"), or
 * NULL. */
const char *table_file_near(struct arena *arena, const char *const *names, size_t count,
                            const char *table);

#endif

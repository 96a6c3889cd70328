/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BUNDLED_H
#define QUORATE_BUNDLED_H

#include <stddef.h>

#include "quorate/file.h"

/*
 * The constitutions that are compiled into the program: each folder data/NAME/ that holds a
 * rules.csv, with its tables (*.csv). data/bundle.c turns them into C when the program is built.
 */
struct bundled_file {
    const char *constitution; /* "south-east-oxfordshire-2015"; NULL for the bank holidays */
    const char *name;         /* "practices.csv" */
    const char *bytes;        /* a NUL follows that `length` does not count */
    size_t length;
    const char *sha256;            /* worked out when the program is built, so that no run has to */
    const struct made_table *made; /* likewise (tables.h); NULL of what each run reads */
};

/* Its bytes, to be read as a table of that name. */
struct bytes bundled_bytes(const struct bundled_file *file, const char *name);

/* A table of a constitution, or NULL when there is no such constitution, or no such table in it. */
const struct bundled_file *bundled_find(const char *constitution, const char *name);

/* All tables of a constitution, sorted by name; none when there is no such constitution. */
const struct bundled_file *bundled_tables(const char *constitution, size_t *count);

/* The names of all constitutions, sorted by byte; *count says how many there are. */
const char *const *bundled_names(size_t *count);

/* data/bank-holidays.csv: those of England, whatever the constitution. */
extern const struct bundled_file bundled_bank_holidays;

/* What data/bundle.c writes, sorted by constitution and name. Ask with the functions above. */
extern const struct bundled_file bundled_files[];
extern const size_t bundled_file_count;
extern const char *const bundled_constitutions[];
extern const size_t bundled_constitution_count;

#endif

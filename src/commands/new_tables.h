/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NEW_TABLES_H
#define QUORATE_NEW_TABLES_H

#include <stddef.h>

#include "quorate/arena.h"

/* A file of a folder that is to be made. */
struct new_table {
    const char *name;
    const char *bytes;
    size_t length;
};

/*
 * The tables of the bundled constitution of that name, as Excel reads them: UTF-8 with its mark,
 * lines that end in CR LF. With NULL those that a body without tables begins with, whose values are
 * blank. Behind them stands a page of text about them, which calls the folder as it is given.
 */
const struct new_table *new_tables(struct arena *arena, const char *name, const char *folder,
                                   size_t *count);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FILE_INTERNAL_H
#define QUORATE_FILE_INTERNAL_H

#include <stddef.h>

#include "quorate/file.h"

/* What reading and writing share. */

/* What an errno means for a file. */
struct file_error {
    int error;
    struct file_fault fault;
};

/* The fault in the list of `count`, or "<other> (<the system's own words>)". None for 0. */
struct file_fault file_fault_of(struct arena *arena, int error, const struct file_error *list,
                                size_t count, const char *other);

#endif

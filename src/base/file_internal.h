/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FILE_INTERNAL_H
#define QUORATE_FILE_INTERNAL_H

#include <stddef.h>

#include "quorate/file.h"

/* What reading and writing share. */

/* What a temporary file's name begins with; the number of the process follows. */
#define FILE_TEMPORARY ".quorate-"

/* What an errno means for a file. */
struct file_error {
    int error;
    struct file_fault fault;
};

/* The fault in the list of `count`, or `other` with "(<the system's own words>)" behind its words.
 * None for 0. */
struct file_fault file_fault_of(struct arena *arena, int error, const struct file_error *list,
                                size_t count, struct file_fault other);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LIST_SIZES_H
#define QUORATE_LIST_SIZES_H

#include <stdbool.h>

#include "command.h"
#include "quorate/diag.h"
#include "quorate/nhs.h"
#include "quorate/outcome.h"
#include "quorate/saved.h"

/* The files of list sizes that a command line names, read. */
struct list_sizes {
    struct national national;
    bool usable;
    const char *path;           /* the first that holds list sizes, for messages */
    const char *files;          /* base names of those that do: "male.csv and female.csv" */
    const struct input *inputs; /* every file: those that hold list sizes, then maps */
    size_t input_count;
};

/* Whether the files are all different ones; else each figure would stand twice. */
bool list_sizes_differ(struct arena *arena, const struct options *options, struct misuse *misuse);

/* Streams them by: to the reader, to the hash, and as progress. Every problem goes to `diag`, and a
 * file is read no further than it is known that it will not do. Where a saved result is `counted`
 * again (else NULL), each is called as there. */
struct list_sizes list_sizes_read(struct arena *arena, const struct call *call, struct diag *diag,
                                  const struct roll *roll, const struct saved_result *counted);

#endif

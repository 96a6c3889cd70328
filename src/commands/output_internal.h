/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTPUT_INTERNAL_H
#define QUORATE_OUTPUT_INTERNAL_H

#include "output.h"
#include "quorate/file.h"

/* What output.c and output_ballots.c share. */

/* A message as it is, on standard error. Where that fails there is no one left to tell. */
void output_say(struct arena *arena, const struct call *call, const char *message);

/* What a file's name ends in behind its last dot, as ".docx": letters and digits, at least one of
 * them a letter. NULL for none, as of "minutes of 24.06.2015". */
const char *output_ending(const char *path);

/* Nothing may stand at the path but what is written through, or what --force gives up. `is_table`:
 * what is written is a table and no report. */
bool output_check_target(struct arena *arena, const struct options *options, const char *path,
                         bool is_table, struct misuse *misuse);

/* `behind`: a sentence on what that means, or NULL. Returns STATUS_FAILED. */
enum status output_fail_to_write(struct arena *arena, const struct call *call, const char *name,
                                 struct file_fault fault, const char *behind);

#endif

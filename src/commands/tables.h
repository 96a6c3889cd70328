/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_TABLES_H
#define QUORATE_COMMANDS_TABLES_H

#include "run.h"

/*
 * Finds the constitution, reads what `reads` has a bit for (enum reads) and finds the ballots that
 * contradict each other. Problems are in `diag`. False, with `misuse` filled in, for a wrong
 * command line, part of which only the tables can show.
 */
bool tables_read(struct run *run, unsigned reads);

#endif

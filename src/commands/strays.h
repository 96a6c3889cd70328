/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_STRAYS_H
#define QUORATE_STRAYS_H

#include "constitution.h"

/*
 * Tables that nobody reads, because of how their file is called, among those that `reads` has a bit
 * for, in the constitution's folder. One that is called as a table is, and that something else is
 * read for, or nothing, is an error; beside a table that is read, a file of a kind that never is
 * (.xls) is a warning, and so is what may be a slip in the name where there is no such table.
 * Nothing is said of a table that the command line replaces, or of a file that it names.
 */
void strays_check(struct arena *arena, struct diag *diag, const struct options *options,
                  unsigned reads, const struct constitution *constitution);

#endif

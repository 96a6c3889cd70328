/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_UNREAD_H
#define QUORATE_UNREAD_H

#include "run.h"

/*
 * Whether everything that the command line gives bears on this run, once its tables are read.
 * False, with the run's misuse filled in, where an option would be taken and change nothing:
 * whoever gives it believes that it does. Nothing is asked while the tables have errors, for these
 * may be the reason.
 */
bool unread_find_none(struct run *run);

/* The same of the sheets that --sheet names, once these other inputs are read too. */
bool unread_no_sheet(struct run *run, const struct input *others, size_t count);

#endif

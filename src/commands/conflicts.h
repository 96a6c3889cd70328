/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONFLICTS_H
#define QUORATE_CONFLICTS_H

#include "run.h"

/* An error for each ballot that contradicts an earlier one of its practice, where the rules do not
 * say what is to become of them. Of the same rows for several kinds of decision it is told once. */
void conflicts_find(struct run *run);

#endif

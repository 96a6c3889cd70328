/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_KINDS_H
#define QUORATE_KINDS_H

#include "run.h"

/* Where an attendance names no kind of decision, puts each of its votes into the box once for every
 * kind that the rules have. */
void kinds_ask_for_each(struct run *run);

#endif

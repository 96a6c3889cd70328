/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DRIVER_H
#define QUORATE_DRIVER_H

#include "command.h"

/* Runs a command whose options have been read, by its row: plans, reads, decides, reports, writes.
 */
enum status driver_run(struct arena *arena, const struct call *call);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_H
#define QUORATE_COMMANDS_H

#include "command.h"

/* One whole run of quorate. Nothing below it exits or knows of main's arguments otherwise. */
enum status commands_run(struct arena *arena, const struct world *world);

#endif

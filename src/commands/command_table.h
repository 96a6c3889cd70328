/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMAND_TABLE_H
#define QUORATE_COMMAND_TABLE_H

#include "command.h"

/* In the order of the help page. */
extern const struct command commands[];
extern const size_t command_count;

/* By its name; NULL when there is none. */
const struct command *command_named(const char *name);

#endif

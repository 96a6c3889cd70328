/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_HELP_H
#define QUORATE_HELP_H

#include "command.h"

/* `quorate --help`: the commands. */
const char *help_all(struct arena *arena);

/* What is said to someone who gave no command at all. */
const char *help_brief(struct arena *arena);

/* `quorate COMMAND --help`: examples first, then every option that the command takes. */
const char *help_command(struct arena *arena, const struct command *command);

/* The commands with a line each, for help and for "unknown command". */
const char *help_list(struct arena *arena);

#endif

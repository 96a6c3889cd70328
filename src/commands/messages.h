/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_MESSAGES_H
#define QUORATE_MESSAGES_H

#include "command.h"
#include "quorate/diag.h"

/* What is said on standard error. Where that cannot be written there is no one left to tell. */

/* What is wrong with the command line, and where help is to be had. Returns STATUS_USAGE. */
enum status message_misuse(struct arena *arena, const struct call *call,
                           const struct misuse *misuse);

/* The problems found in the tables; the warnings among them only without --quiet. */
void message_problems(struct arena *arena, const struct call *call, const struct diag *diag);

/* Says that the program itself failed ("quorate: WHAT"), and what that means in a sentence, or
 * NULL. Returns STATUS_FAILED. */
enum status message_failure(struct arena *arena, const struct call *call, const char *what,
                            const char *behind);

/* What else there is to know, unless --quiet: whole sentences, and a line that is not broken. */
void message_note(struct arena *arena, const struct call *call, const char *text);
void message_line(struct arena *arena, const struct call *call, const char *text);

#endif

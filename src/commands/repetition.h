/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_REPETITION_H
#define QUORATE_COMMANDS_REPETITION_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/diag.h"

/*
 * Refuses a large file of ballots that is the same few lines over and over, so that one of them
 * stands there more than `most` times: in little memory, before the file is read. True when it did;
 * false for any other file, and for what can be read only once. Lines without a word do not count.
 */
bool repetition_refuse(struct arena *arena, struct diag *diag, const char *path, size_t most);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_EARLIER_TABLE_H
#define QUORATE_EARLIER_TABLE_H

#include <stdbool.h>

#include "options.h"
#include "quorate/diag.h"
#include "quorate/file.h"

/*
 * A table as it was before columns were put behind its last one: each April adds one. Its hash
 * proves it, so nothing has to be believed of who added what. `bytes` is the table as it was read;
 * where leaving out its last columns, one after the other, gives a file with this hash, it becomes
 * that file, and its true. Else it stays as it is. It is read once more, and an error in `diag`
 * where that cannot be done.
 */
bool earlier_table(struct arena *arena, struct diag *diag, const struct options *options,
                   const char *sha256, struct bytes *bytes);

#endif

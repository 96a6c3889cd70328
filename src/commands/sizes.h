/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SIZES_H
#define QUORATE_SIZES_H

#include <stdbool.h>

#include "options.h"
#include "quorate/decide.h"
#include "quorate/diag.h"
#include "quorate/nhs.h"

/* What --keep, --set and --leave say of each practice of the roll. */
struct size_wish {
    bool given;
    enum size_source source; /* SIZE_KEPT, SIZE_SET or SIZE_LEFT */
    int64_t list_size;       /* of SIZE_SET */
};

/*
 * Reads them, one wish for each member of the roll. False, with *misuse filled in, when a code is
 * not on the roll, a size is not a number, or two wishes are for one practice.
 */
bool sizes_wished(struct arena *arena, const struct options *options, const struct roll *roll,
                  const struct size_wish **wishes, struct misuse *misuse);

/*
 * The new size of each member: as wished, else from the file. A practice that the file does not
 * give one size for is an error that says what can be done. `file` is the file's name, for
 * practices that are in none. Where sizes are adopted no practice can leave by an option.
 */
const struct new_size *sizes_choose(struct arena *arena, struct diag *diag, const struct roll *roll,
                                    const struct national *national, const char *file,
                                    const struct size_wish *wishes, bool adopting);

/* Warns of practices in a table of one's own that are not on the roll; `used` (one for each
 * practice of the files, or NULL) says of which something is made all the same. */
void sizes_tell_others(struct arena *arena, struct diag *diag, const struct roll *roll,
                       const struct national *national, const bool *used);

#endif

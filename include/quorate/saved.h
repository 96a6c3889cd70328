/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SAVED_H
#define QUORATE_SAVED_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/result.h"
#include "quorate/rules.h"

/* Saved results in: they come from outside, and are believed no more than a table. */

#define RESULT_MOST ((size_t)64 << 20) /* bytes of a saved result; a larger one is refused */

/* A result of `tally --format json`. What it says of files and options is checked, its figures are
 * not: for that it is counted again and compared. */
bool load_result(struct arena *arena, struct diag *diag, struct bytes bytes,
                 struct saved_result *result);

/*
 * The votes of a result that load_result found sound, in their order; `rules` are those it was
 * counted by. What a further election takes of them is checked: the kind of decision is one of the
 * rules', and those who stand again are distinct names on one line each, and the candidates whom
 * the result's own figures put at the top together (which they do not tell where votes are secret
 * and weighted). Where that is not so, an error is in `diag` and it is false.
 */
bool load_result_polls(struct arena *arena, struct diag *diag, struct bytes bytes,
                       const struct rules *rules, const struct saved_poll **polls, size_t *count);

/* What of two such results is to be compared. */
struct comparison {
    struct bytes saved, counted; /* both must be sound JSON */
    bool same_version; /* else words may have changed, and keys that one does not have are new */
    bool same_constitution_name; /* else it is that of a folder, which may have been moved */
};

/* Every place at which they differ; hashes and names of files, options and version apart. Fails
 * (false) only for want of memory. */
bool load_differences(struct arena *arena, const struct comparison *comparison,
                      struct differences *differences);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_INPUT_H
#define QUORATE_INPUT_H

#include <stdbool.h>

#include "options.h"
#include "quorate/decoder.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/outcome.h"

/* The encoding that --encoding names, or NULL. */
const struct encoding *input_encoding(const struct options *options);

/* The bytes of a file. False, with an error in `diag`, when there are none to be had. */
bool input_read(struct arena *arena, struct diag *diag, const char *path, struct bytes *bytes);

/* The same of a saved result, which is refused before it is read where it is larger than
 * RESULT_MOST. */
bool input_read_result(struct arena *arena, struct diag *diag, const char *path,
                       struct bytes *bytes);

/* The same as text: in UTF-8, however it is written, as far as the options say that or it can be
 * told. Its hash is that of the file. */
bool input_read_table(struct arena *arena, struct diag *diag, const struct options *options,
                      const char *path, struct bytes *bytes);

/* The same, in `own`; of a large table that is plain text only how it begins, with the rest still
 * in the file: bytes.rest, in `arena`. */
bool input_begin_table(struct arena *arena, struct arena *own, struct diag *diag,
                       const struct options *options, const char *path, struct bytes *bytes);

/* Adds the error of a file that cannot be read. */
void input_refuse(struct diag *diag, const char *path, struct file_fault fault);

/* How the outcome tells of a table that was read: by its base name, its rows and its hash. */
struct input input_of(struct arena *arena, const char *role, struct bytes bytes, size_t rows);

#endif

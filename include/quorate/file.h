/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FILE_H
#define QUORATE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

/* Bytes with the name under which they were given. `name` is for messages. */
struct bytes {
    const char *name;
    const char *bytes;
    size_t length;
    const char *sha256; /* where it is known without hashing the bytes, else NULL */
    bool built_in;      /* a table of a bundled constitution: what is odd in it is known */
};

#define FILE_MOST ((size_t)1 << 30) /* a larger file is refused */

/*
 * The whole file, or standard input for "-". NULL in *fault when it was read, else why not, as a
 * clause that goes behind the name ("does not exist", "is a folder", "is larger than 1 GiB").
 */
struct bytes file_read(struct arena *arena, const char *path, const char **fault);

/*
 * Hands a file on piece by piece, in constant memory, until `each` returns false. The bytes of a
 * piece are valid during that call only. Returns NULL when the file was read to its end or `each`
 * stopped it, else why not, as file_read does. "-" is standard input.
 */
const char *file_each_piece(struct arena *arena, const char *path,
                            bool (*each)(void *context, const char *bytes, size_t length),
                            void *context);

/* How many bytes a regular file has, 0 when that cannot be told. */
size_t file_length(const char *path);

/* Whether anything stands at the path, a dangling link included. */
bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* The last part of a path. "-" for standard input. */
const char *file_base_name(struct arena *arena, const char *path);

/* The path without its last part, with the slash at its end; "./" when there is none. */
const char *file_folder(struct arena *arena, const char *path);

/*
 * All or nothing: writes a temporary file beside `path`, flushes it to disk and renames it. Only a
 * regular file is ever replaced; a device or pipe is written to as it stands. Returns NULL, or why
 * it failed; then nothing is left behind and what stood at the path is as it was.
 */
const char *file_write(struct arena *arena, const char *path, const char *bytes, size_t length);

/*
 * The same in two steps, for a file that may stand only if something else succeeds between them: it
 * is on the disk when it is prepared, and in its place when it is published. Every draft that was
 * prepared is published or discarded; `bytes` must live until then.
 */
struct file_draft;
const char *file_prepare(struct arena *arena, const char *path, const char *bytes, size_t length,
                         struct file_draft **draft);
const char *file_publish(struct arena *arena, const struct file_draft *draft);
void file_discard(const struct file_draft *draft);

/* Writes to an open descriptor, all of it, and says why not (NULL when it did). */
const char *file_write_descriptor(struct arena *arena, int descriptor, const char *bytes,
                                  size_t length);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FILE_H
#define QUORATE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

struct file_rest;
struct made_table;
struct workbook;

/* Bytes with the name under which they were given. `name` is for messages. */
struct bytes {
    const char *name;
    const char *bytes;
    size_t length;
    struct arena *own;  /* a part of an arena, for the bytes alone: whoever needs them no more may
                           give them back with it; NULL where they stay */
    const char *sha256; /* where it is known without hashing the bytes, else NULL */
    struct file_rest *rest; /* what stands behind the bytes and is still in the file, or NULL */
    bool built_in;   /* a table of a bundled constitution, so there is no file to be changed */
    bool known;      /* it holds the same as one: what is odd in it is known */
    bool multi_line; /* as a table: a cell in quotation marks may go on over line breaks */
    const struct made_table *made; /* as a table: what it says, where that is known; else NULL */
    struct workbook *workbook;     /* as a table: the bytes are those of a workbook; else NULL */
};

/* Whether the word stands anywhere among the bytes; it is not empty, and may hold any bytes. */
bool bytes_hold(struct bytes bytes, const char *word, size_t length);

#define FILE_MOST ((size_t)1 << 30) /* a larger file is refused */

/* Why a file could not be read or written, as far as different things help. */
enum file_fault_kind {
    FILE_SOUND, /* it could */
    FILE_MISSING,
    FILE_IS_FOLDER,
    FILE_FORBIDDEN,
    FILE_WITHOUT_FOLDER, /* to write it, its folder would have to be there */
    FILE_FAILED,         /* to read it, the system would have had to: nothing is wrong with it */
    FILE_FAULTY,         /* anything else */
};

struct file_fault {
    enum file_fault_kind kind;
    const char *words; /* a clause that goes behind the name ("does not exist", "is a folder",
                          "is larger than 1 GiB"); NULL for FILE_SOUND */
};

/* The whole file, or standard input for "-"; of a pipe no more than 32 MiB. */
struct bytes file_read(struct arena *arena, const char *path, struct file_fault *fault);

/*
 * Hands a file on piece by piece, in constant memory, until `each` returns false. The bytes of a
 * piece are valid during that call only. It is FILE_SOUND when the file was read to its end or
 * `each` stopped it. A regular file that is too large is refused unread. "-" is standard input.
 */
struct file_fault file_each_piece(struct arena *arena, const char *path,
                                  bool (*each)(void *context, const char *bytes, size_t length),
                                  void *context);

/*
 * The beginning of a file, for whoever takes the rest of it piece by piece: of a regular file that
 * is longer, `head` bytes, in `own`, with the others as bytes.rest, in `arena`. Else it is
 * file_read.
 */
struct bytes file_read_head(struct arena *arena, struct arena *own, const char *path, size_t head,
                            struct file_fault *fault);

/* Reads the rest to its end, unless it was read, and hands on each piece, until `each` returns
 * false or where it is NULL to nobody. The bytes of a piece are valid during that call only. False
 * where it cannot be read: see file_rest_fault. */
bool file_rest_each(struct file_rest *rest,
                    bool (*each)(void *context, const char *bytes, size_t length), void *context);

/* The rest behind the bytes, in memory that goes as theirs does; bytes.rest is NULL then. False,
 * and it is still there, where it cannot be read. Nothing to be done where there is none. */
bool file_read_rest(struct bytes *bytes);

/* How many bytes the whole file had when it was opened. */
size_t file_rest_whole(const struct file_rest *rest);

/* Of a rest that was handed on: why it could not be read; and, once, the SHA-256 of the whole file.
 */
struct file_fault file_rest_fault(struct arena *arena, const struct file_rest *rest);
const char *file_rest_sha256(struct arena *arena, const struct file_rest *rest);

/* How many bytes a regular file has; 0 when that cannot be told, or it is more than FILE_MOST. */
size_t file_length(const char *path);

/* Whether both names lead to one file that is there; "-" is standard input. */
bool file_is_same(const char *one, const char *other);

/* What stands at a path, links followed. */
enum file_place {
    FILE_PLACE_FREE, /* nothing */
    FILE_PLACE_FILE,
    FILE_PLACE_FOLDER,
    FILE_PLACE_STREAM,   /* a device or a pipe */
    FILE_PLACE_DANGLING, /* a link that leads nowhere, or it cannot be told */
    FILE_PLACE_HIDDEN,   /* in a folder that may not be looked into */
};
enum file_place file_place(const char *path);

/* Whether anything stands at the path, a dangling link included; so too where that cannot be told.
 */
bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* The names of what stands in a folder, sorted, without those that begin with a dot; none when it
 * cannot be read, or holds more than FILE_NAMES_MOST. */
#define FILE_NAMES_MOST ((size_t)10000)
const char *const *file_names(struct arena *arena, const char *folder, size_t *count);

/* The temporary files (see file_prepare) in a folder of runs that have ended: a run takes its own
 * away, so these were stopped from outside. Sorted; none when the folder cannot be read. */
const char *const *file_leftovers(struct arena *arena, const char *folder, size_t *count);

/* The files that a word of the command line means: on Windows, where the shell leaves a pattern as
 * *.csv to the program, those whose names fit it, sorted; the word itself where none does. */
const char *const *file_matches(struct arena *arena, const char *pattern, size_t *count);

/* ---- Names of paths. On Windows a backslash parts them too, and a drive is no name. */

/* The path of what stands in a folder under that name, and in the folder of another path; with ""
 * the folder itself, "" for the one where the program runs. */
const char *file_in_folder(struct arena *arena, const char *folder, const char *name);
const char *file_beside(struct arena *arena, const char *path, const char *name);

/* The path without slashes at its end. */
const char *file_trimmed(struct arena *arena, const char *path);

/* The last part of a path. "-" for standard input. */
const char *file_base_name(struct arena *arena, const char *path);

/* The path without its last part, with the slash at its end; "./" when there is none. */
const char *file_folder(struct arena *arena, const char *path);

/* Whether it is a name that leads to no other folder. */
bool file_is_name(const char *text);

/* What the last part ends in, with its dot, as ".csv"; NULL when it has none, or begins with its
 * only one. */
const char *file_ending(const char *path);

/* ---- Writing */

/* Whether a file that stands at the path may be replaced. */
enum file_placing {
    FILE_MUST_BE_NEW,
    FILE_MAY_REPLACE,
};

/*
 * All or nothing, in two steps, for a file that may stand only if something else succeeds between
 * them: a temporary file beside `path` is on the disk when it is prepared, and in its place when it
 * is published. Every draft that was prepared is published or discarded; `bytes` must live until
 * then. Only a regular file is ever replaced, and with FILE_MUST_BE_NEW none, be it that it came
 * into being between the two; a device or pipe is written to as it stands. When it fails, nothing
 * is left behind and what stood at the path is as it was.
 */
struct file_draft;
struct file_fault file_prepare(struct arena *arena, const char *path, enum file_placing placing,
                               bool own, const char *bytes, size_t length,
                               struct file_draft **draft);

/*
 * The same of bytes that come in pieces, which need not live on; not for a device or a pipe. Once
 * it is begun, or has failed in any of these, a draft that is not published is discarded.
 */
struct file_fault file_begin(struct arena *arena, const char *path, enum file_placing placing,
                             bool own, struct file_draft **draft);
struct file_fault file_add(struct arena *arena, const struct file_draft *draft, const char *bytes,
                           size_t length);
struct file_fault file_finish(struct arena *arena, struct file_draft *draft);

/* Whether that is kept here: else it is the folder that says who may read its files. */
bool file_own_is_kept(void);

/* Whether the file can be read by others than its owner, as far as that can be told. */
bool file_is_open_to_others(const char *path);

struct file_fault file_publish(struct arena *arena, const struct file_draft *draft);
void file_discard(struct file_draft *draft);

/* Takes away a file that was published, and puts back the one that it replaced. False where that
 * cannot be done: what was written through, and what was replaced on a drive that cannot keep the
 * earlier file beside it. Every draft that was published is withdrawn or, once nothing else can
 * fail, settled. */
bool file_withdraw(const struct file_draft *draft);
void file_settle(const struct file_draft *draft);

/*
 * Keeps other runs from reading what this one is going to write: only one at a time has the lock of
 * a file, and another waits for it. The file need not be there; links are followed. The lock of a
 * run that was killed keeps nobody. file_unlock takes NULL for none.
 */
struct file_lock;
struct file_fault file_lock(struct arena *arena, const char *path, const struct file_lock **lock);
void file_unlock(const struct file_lock *lock);

/* So many bytes that nobody can guess. */
struct file_fault file_random(struct arena *arena, void *bytes, size_t length);

/* Takes a file away. */
struct file_fault file_remove(struct arena *arena, const char *path);

/* Makes a folder in one that is there, and takes away one that is empty. */
struct file_fault file_make_folder(struct arena *arena, const char *path);
void file_remove_folder(const char *path);

/* Writes to an open descriptor, all of it. */
struct file_fault file_write_descriptor(struct arena *arena, int descriptor, const char *bytes,
                                        size_t length);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SYSTEM_H
#define QUORATE_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * All that is the system's, for base/ and main.c; no other file includes a header of the system.
 * Which files define it is told to the Makefile (SYSTEM): system_posix.c has what Unix and WASI
 * share, system_unix.c and system_wasi.c have the rest, and system_windows.c has all of it.
 *
 * Names are UTF-8. An int that is returned is 0 or an errno. What is interrupted goes on, and what
 * would have to wait waits.
 */

/* ---- The program as it is started */

#define SYSTEM_INPUT  0 /* the standard descriptors */
#define SYSTEM_OUTPUT 1
#define SYSTEM_ERRORS 2

/*
 * Once, before anything else: no file of ours gets the number of a standard descriptor that is
 * closed, a reader that has gone or a file too large is an error of writing like others, and what a
 * crash leaves holds no votes; and memory of less than 4 MiB that is freed stays the process's, as
 * far as malloc can be told so. On Windows the words of the command line are put in UTF-8. False
 * when there is no memory for that.
 */
bool system_begin(int *count, char ***words);

/* Has the process killed, whatever a table has made of it, when it connects to anything or starts
 * another program, and, once all `is_read`, when it opens a file to read it. False, and nothing has
 * changed, where the system cannot do that, as on all but Linux. */
bool system_confine(bool is_read);

/* Whether it was started by a click or by files that are dropped on it, which come without a
 * command: in a window that goes with it. False but on Windows. */
bool system_is_dropped_on(void);

/* Once, after everything else: such a window stays until it was read. */
void system_end(void);

bool system_is_terminal(int descriptor);

/* Of a clock that nobody sets; only differences mean something. */
int64_t system_seconds(void);

/* Says of a block of malloc's, of some megabytes, that it is going to be written from its beginning
 * on, so that the system may give it in large pages. Nothing else is to be seen of it. */
void system_expect(void *memory, size_t size);

/* ---- Names */

/* How much of a path is no name and leads to where its names begin: "/", "C:\", "\\server\share\";
 * also "C:". 0 for none. */
size_t system_root(const char *path);
bool system_is_slash(char character);

/* Whether a name fits a pattern as *.csv where shells leave these to programs, as on Windows; false
 * elsewhere. */
bool system_fits(const char *pattern, const char *name);

/* ---- What stands somewhere */

enum system_kind {
    SYSTEM_FILE,
    SYSTEM_FOLDER,
    SYSTEM_STREAM, /* a device, a pipe, a terminal */
};

struct system_status {
    enum system_kind kind;
    bool is_device;          /* of a stream: a terminal is one */
    uint64_t length;         /* of a file, in bytes; 0 where that is not known */
    uint64_t device, number; /* together: which it is */
    unsigned mode;           /* for system_take_mode */
};

/* Links are followed. */
int system_look(const char *path, struct system_status *status);
int system_look_at(int descriptor, struct system_status *status);

/* Of the path itself, be it a link that leads nowhere: 0, or why nothing is seen there. */
int system_find(const char *path);

/* Where a link leads, cut off at `room` with its NUL; false for what is no link. */
bool system_follow(const char *path, char *target, size_t room);

/* Whether a file that is there may be written to. */
int system_may_write(const char *path);

/* Hands on each name in a folder, but "." and "..", until `each` returns false. */
int system_each_name(const char *folder, bool (*each)(void *context, const char *name),
                     void *context);

/* ---- Reading and writing. Whoever opened a descriptor closes it; no other program inherits it. */

int system_open(const char *path, int *descriptor);          /* to read */
int system_open_to_write(const char *path, int *descriptor); /* what is there, as it stands */

/* A file that is new, which nobody else may read when it is `own`. EEXIST when there is one. */
int system_create(const char *path, bool own, int *descriptor);

/* *got is 0 at the end, and never more than `room`. */
int system_read(int descriptor, char *bytes, size_t room, size_t *got);
int system_write(int descriptor, const char *bytes, size_t length); /* all of them */

/* Whether files have modes, so that nobody else may read one that is `own`. */
bool system_has_modes(void);

int system_take_mode(int descriptor, const struct system_status *status);
int system_flush(int descriptor); /* until the disk holds it */
int system_close(int descriptor);

/* ---- Changing folders */

/* A second name, which nothing may have. Fails where a drive has none. */
int system_link(const char *path, const char *other);

/* Replaces what has the name. */
int system_rename(const char *path, const char *to);
int system_remove(const char *path);
int system_make_folder(const char *path);
int system_remove_folder(const char *path);

/* Waits until no other program has locked the file of this path, which need not be there, or others
 * of its folder; and locks it. The lock of a program that has ended is gone. */
int system_lock(const char *path, const char *folder, int *descriptor);
void system_unlock(int descriptor);

/* Has the disk hold which names are in a folder. Nothing is to be done when it cannot. */
void system_flush_folder(const char *folder);

/* So many bytes that nobody can guess, from the system. ENOSYS where it has none. */
int system_random(void *bytes, size_t length);

/* A number that no other program has while this one runs. */
long system_process(void);

/* Whether a program of that number runs; where that cannot be told, it does. */
bool system_runs(long process);

#endif

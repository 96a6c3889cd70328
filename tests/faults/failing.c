/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "quorate/system.h"

/*
 * Linked around the program (make faults): each request for memory and each call of
 * quorate/system.h that may fail can be made to. The environment says which, FAULT="KIND
 * NUMBER": the NUMBER-th call of the kind fails; of the kind "kill" the process is killed at the
 * NUMBER-th call that changes what the disk holds, in the middle of it where it is a write; of
 * "connect" it opens a socket then, and of "stray" a file that it has no business with. With
 * FAULT_COUNTS=FILE the file tells how many calls of each kind there were.
 */

/* clang-format off */
#define KINDS(X) X(memory) X(open) X(look) X(read) X(close) X(create) X(mode) X(write) X(flush) \
                 X(link) X(rename) X(folder) X(kill) X(connect) X(stray)
/* clang-format on */

enum kind {
#define VALUE(name) KIND_##name,
    KINDS(VALUE)
#undef VALUE
    KIND_COUNT
};

static const char *const names[] = {
#define NAME(name) #name,
    KINDS(NAME)
#undef NAME
};

static size_t counts[KIND_COUNT];
static size_t fails_at; /* 0 for nothing */
static enum kind fails;

__attribute__((constructor)) static void read_fault(void)
{
    const char *fault = getenv("FAULT");
    const char *space = fault == NULL ? NULL : strchr(fault, ' ');
    memset(counts, 0, sizeof counts); /* what a library asked for before there was a program */
    for (size_t i = 0; space != NULL && i < KIND_COUNT; i++)
        if (strncmp(fault, names[i], (size_t)(space - fault)) == 0) {
            fails = (enum kind)i;
            fails_at = strtoul(space, NULL, 10);
        }
}

__attribute__((destructor)) static void tell_counts(void)
{
    const char *path = getenv("FAULT_COUNTS");
    int file = path == NULL ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    for (size_t i = 0; file >= 0 && i < KIND_COUNT; i++)
        (void)dprintf(file, "%s %zu\n", names[i], counts[i]);
}

static bool fails_now(enum kind kind)
{
    size_t count = ++counts[kind];
    return kind == fails && count == fails_at;
}

/* Where a table has made something else of the process it may do either. */
static void go_astray(void)
{
    if (fails_now(KIND_connect))
        (void)socket(AF_UNIX, SOCK_STREAM, 0);
}

/* The disk is about to change, or, by `bytes`, to be written to. */
static void live_or_die(int descriptor, const char *bytes, size_t length)
{
    if (!fails_now(KIND_kill))
        return;
    if (bytes != NULL)
        (void)!write(descriptor, bytes, length / 2);
    (void)raise(SIGKILL);
}

/* ---- Memory */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
    return fails_now(KIND_memory) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now(KIND_memory) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails_now(KIND_memory) ? NULL : __real_realloc(old, size);
}

/* ---- The system */

/* clang-format off */
#define WRAP(name, kind, error, takes, gives)                                                      \
    int __real_system_##name takes;                                                                \
    int __wrap_system_##name takes;                                                                \
    int __wrap_system_##name takes                                                                 \
    {                                                                                              \
        return fails_now(KIND_##kind) ? (error) : __real_system_##name gives;                      \
    }
#define WRAP_CHANGE(name, kind, error, takes, gives)                                               \
    int __real_system_##name takes;                                                                \
    int __wrap_system_##name takes;                                                                \
    int __wrap_system_##name takes                                                                 \
    {                                                                                              \
        live_or_die(-1, NULL, 0);                                                                  \
        return fails_now(KIND_##kind) ? (error) : __real_system_##name gives;                      \
    }

WRAP(look, look, EIO, (const char *path, struct system_status *status), (path, status))
WRAP(look_at, look, EIO, (int descriptor, struct system_status *status), (descriptor, status))
WRAP(find, look, EIO, (const char *path), (path))
WRAP(may_write, look, EIO, (const char *path), (path))
WRAP(each_name, look, EIO,
     (const char *folder, bool (*each)(void *context, const char *name), void *context),
     (folder, each, context))
WRAP(open_to_write, open, EIO, (const char *path, int *descriptor), (path, descriptor))
WRAP(take_mode, mode, EPERM, (int descriptor, const struct system_status *status),
     (descriptor, status))
WRAP(flush, flush, ENOSPC, (int descriptor), (descriptor))
WRAP_CHANGE(link, link, EPERM, (const char *path, const char *other), (path, other))
WRAP_CHANGE(rename, rename, EIO, (const char *path, const char *to), (path, to))
WRAP_CHANGE(make_folder, folder, ENOSPC, (const char *path), (path))
/* clang-format on */

int __real_system_remove(const char *path);
int __wrap_system_remove(const char *path);
int __wrap_system_remove(const char *path)
{
    live_or_die(-1, NULL, 0);
    return __real_system_remove(path);
}

int __real_system_open(const char *path, int *descriptor);
int __wrap_system_open(const char *path, int *descriptor);
int __wrap_system_open(const char *path, int *descriptor)
{
    if (!fails_now(KIND_open))
        return __real_system_open(path, descriptor);
    *descriptor = -1;
    return EMFILE;
}

int __real_system_create(const char *path, bool own, int *descriptor);
int __wrap_system_create(const char *path, bool own, int *descriptor);
int __wrap_system_create(const char *path, bool own, int *descriptor)
{
    live_or_die(-1, NULL, 0);
    if (!fails_now(KIND_create))
        return __real_system_create(path, own, descriptor);
    *descriptor = -1;
    return ENOSPC;
}

int __real_system_read(int descriptor, char *bytes, size_t room, size_t *got);
int __wrap_system_read(int descriptor, char *bytes, size_t room, size_t *got);
int __wrap_system_read(int descriptor, char *bytes, size_t room, size_t *got)
{
    go_astray();
    if (!fails_now(KIND_read))
        return __real_system_read(descriptor, bytes, room, got);
    *got = 0;
    return EIO;
}

/* What is said on standard error is nobody's result. */
int __real_system_write(int descriptor, const char *bytes, size_t length);
int __wrap_system_write(int descriptor, const char *bytes, size_t length);
int __wrap_system_write(int descriptor, const char *bytes, size_t length)
{
    if (descriptor == SYSTEM_ERRORS)
        return __real_system_write(descriptor, bytes, length);
    go_astray();
    if (fails_now(KIND_stray))
        (void)open("/dev/null", O_RDONLY);
    live_or_die(descriptor, bytes, length);
    if (!fails_now(KIND_write))
        return __real_system_write(descriptor, bytes, length);
    (void)__real_system_write(descriptor, bytes, length / 2);
    return ENOSPC;
}

int __real_system_close(int descriptor);
int __wrap_system_close(int descriptor);
int __wrap_system_close(int descriptor)
{
    int error = __real_system_close(descriptor);
    return fails_now(KIND_close) ? EIO : error;
}

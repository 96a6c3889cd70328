/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FAILING_DISK_H
#define QUORATE_FAILING_DISK_H

/* A folder of its own for each test of files, on a disk that can be made to fail. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

/*
 * Linked with -Wl,--wrap=read,--wrap=write,--wrap=fsync,--wrap=rename,--wrap=link so that
 * the disk can fail.
 * Zero errors mean that the real function is called.
 */
static struct {
    int read_error, write_error, fsync_error, rename_error, link_error;
    size_t write_most; /* a short write, 0 for no limit */
    int interruptions; /* so many calls fail with EINTR first */
    size_t fsyncs;
} disk;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's names */
ssize_t __real_read(int descriptor, void *bytes, size_t length);
ssize_t __real_write(int descriptor, const void *bytes, size_t length);
int __real_fsync(int descriptor);
int __real_rename(const char *from, const char *to);
int __real_link(const char *from, const char *to);
ssize_t __wrap_read(int descriptor, void *bytes, size_t length);
ssize_t __wrap_write(int descriptor, const void *bytes, size_t length);
int __wrap_fsync(int descriptor);
int __wrap_rename(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);

static inline bool fails(int error)
{
    if (error != 0)
        errno = error;
    return error != 0;
}

static inline bool interrupted(void)
{
    if (disk.interruptions == 0)
        return false;
    disk.interruptions--;
    return fails(EINTR);
}

ssize_t __wrap_read(int descriptor, void *bytes, size_t length)
{
    return interrupted() || fails(disk.read_error) ? -1 : __real_read(descriptor, bytes, length);
}

ssize_t __wrap_write(int descriptor, const void *bytes, size_t length)
{
    if (interrupted())
        return -1;
    if (disk.write_most > 0 && length > disk.write_most)
        length = disk.write_most;
    else if (fails(disk.write_error)) /* with write_most: only the last piece */
        return -1;
    return __real_write(descriptor, bytes, length);
}

int __wrap_fsync(int descriptor)
{
    disk.fsyncs++;
    return fails(disk.fsync_error) ? -1 : __real_fsync(descriptor);
}

int __wrap_rename(const char *from, const char *to)
{
    return fails(disk.rename_error) ? -1 : __real_rename(from, to);
}

int __wrap_link(const char *from, const char *to)
{
    return fails(disk.link_error) ? -1 : __real_link(from, to);
}

/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* A folder of its own for each test, which is also the working folder. */
struct place {
    struct arena *arena;
    char folder[64];
    int before;
    mode_t umask;
};

static inline int open_place(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    if (place == NULL)
        return -1;
    memset(&disk, 0, sizeof disk);
    place->arena = arena_new(NULL);
    place->umask = umask(022);
    place->before = open(".", O_RDONLY | O_DIRECTORY);
    snprintf(place->folder, sizeof place->folder, "/tmp/quorate-file-XXXXXX");
    *state = place;
    bool made = mkdtemp(place->folder) != NULL && chmod(place->folder, 0777) == 0;
    return place->before >= 0 && made && chdir(place->folder) == 0 ? 0 : -1;
}

static inline void empty_folder(const char *name)
{
    DIR *folder = opendir(name);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/%s", name, entry->d_name);
        bool own = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
        if (!own || length < 0 || (size_t)length >= sizeof path)
            continue;
        if (remove(path) != 0) {
            empty_folder(path);
            (void)remove(path);
        }
    }
    if (folder != NULL)
        closedir(folder);
}

static inline int close_place(void **state)
{
    struct place *place = *state;
    empty_folder(place->folder);
    bool gone = rmdir(place->folder) == 0 && fchdir(place->before) == 0;
    close(place->before);
    umask(place->umask);
    arena_free(place->arena);
    free(place);
    return gone ? 0 : -1;
}

static inline struct arena *arena_here(void **state)
{
    return ((struct place *)*state)->arena;
}

static inline void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    check_true(file != NULL && fputs(text, file) >= 0 && fclose(file) == 0);
}

static inline void check_holds(const char *path, const char *text)
{
    char seen[1024] = "";
    FILE *file = fopen(path, "rb");
    check_true(file != NULL);
    size_t length = fread(seen, 1, sizeof seen - 1, file);
    fclose(file);
    check_int(length, strlen(text));
    check_text(seen, text);
}

static inline size_t entries(const char *name)
{
    size_t count = 0;
    DIR *folder = opendir(name);
    check_true(folder != NULL);
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count - 2;
}

static inline mode_t mode_of(const char *path)
{
    struct stat status;
    check_int(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

/* Runs as nobody while `as_nobody` is true, for the superuser may do anything. */
static inline void become(bool as_nobody)
{
    static uid_t before;
    if (as_nobody)
        before = geteuid();
    if (before == 0)
        check_int(seteuid(as_nobody ? 65534 : 0), 0);
}

/* The lowest number that is free: higher than before when something was left open. */
static inline int lowest_free_descriptor(void)
{
    int descriptor = dup(STDIN_FILENO);
    close(descriptor);
    return descriptor;
}

#define test_in_folder(function) cmocka_unit_test_setup_teardown(function, open_place, close_place)

#endif

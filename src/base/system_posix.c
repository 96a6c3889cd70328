/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "quorate/system.h"

/* What Unix and WASI share. */

#define NEW_FILE   0666 /* less the umask */
#define NEW_FOLDER 0777 /* likewise */
#define ONLY_OWNER 0600

/* What failed, by what the system answers: 0 or more where nothing did. */
static int fault_of(int answer)
{
    return answer >= 0 ? 0 : errno == EDQUOT ? ENOSPC : errno;
}

bool system_is_dropped_on(void)
{
    return false;
}

void system_end(void)
{
}

bool system_fits(const char *pattern, const char *name)
{
    (void)pattern;
    (void)name;
    return false;
}

int64_t system_seconds(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

long system_process(void)
{
    return getpid();
}

size_t system_root(const char *path)
{
    return path[0] == '/';
}

bool system_is_slash(char character)
{
    return character == '/';
}

static int tell(int answer, const struct stat *found, struct system_status *status)
{
    if (answer != 0)
        return errno;
    bool is_file = S_ISREG(found->st_mode);
    *status = (struct system_status){
        .kind = is_file                   ? SYSTEM_FILE
                : S_ISDIR(found->st_mode) ? SYSTEM_FOLDER
                                          : SYSTEM_STREAM,
        .is_device = S_ISCHR(found->st_mode) || S_ISBLK(found->st_mode),
        .length = is_file && found->st_size > 0 ? (uint64_t)found->st_size : 0,
        .device = (uint64_t)found->st_dev,
        .number = (uint64_t)found->st_ino,
        .mode = (unsigned)found->st_mode,
    };
    return 0;
}

int system_look(const char *path, struct system_status *status)
{
    struct stat found;
    return tell(stat(path, &found), &found, status);
}

int system_look_at(int descriptor, struct system_status *status)
{
    struct stat found;
    return tell(fstat(descriptor, &found), &found, status);
}

int system_find(const char *path)
{
    struct stat found;
    return fault_of(lstat(path, &found));
}

bool system_follow(const char *path, char *target, size_t room)
{
    ssize_t length = readlink(path, target, room - 1);
    if (length >= 0)
        target[length] = '\0';
    return length >= 0;
}

int system_may_write(const char *path)
{
    return fault_of(faccessat(AT_FDCWD, path, W_OK, AT_EACCESS));
}

int system_each_name(const char *folder, bool (*each)(void *context, const char *name),
                     void *context)
{
    DIR *open = opendir(folder);
    if (open == NULL)
        return errno;
    bool going = true;
    for (struct dirent *entry; going && (entry = readdir(open)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            going = each(context, entry->d_name);
    closedir(open);
    return 0;
}

/* ---- Reading and writing */

int system_open(const char *path, int *descriptor)
{
    *descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return fault_of(*descriptor);
}

int system_open_to_write(const char *path, int *descriptor)
{
    *descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return fault_of(*descriptor);
}

int system_create(const char *path, bool own, int *descriptor)
{
    *descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, own ? ONLY_OWNER : NEW_FILE);
    return fault_of(*descriptor);
}

/* Whether reading or writing is to be tried again: it was interrupted, or another program has set
 * the descriptor to non-blocking, and it is ready now. */
static bool goes_on(int descriptor, short event)
{
    struct pollfd awaited = {.fd = descriptor, .events = event};
    int error = errno;
    if (error == EAGAIN)
        (void)poll(&awaited, 1, -1); /* if it fails, that is found out by trying again */
    errno = error;
    return error == EINTR || error == EAGAIN;
}

int system_read(int descriptor, char *bytes, size_t room, size_t *got)
{
    ssize_t length;
    do
        length = read(descriptor, bytes, room);
    while (length < 0 && goes_on(descriptor, POLLIN));
    *got = length < 0 ? 0 : (size_t)length;
    return length < 0 ? errno : 0;
}

int system_write(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && !goes_on(descriptor, POLLOUT))
            return fault_of(-1);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return 0;
}

int system_flush(int descriptor)
{
    return fault_of(fsync(descriptor));
}

int system_close(int descriptor)
{
    return fault_of(close(descriptor));
}

/* ---- Changing folders */

int system_link(const char *path, const char *other)
{
    return fault_of(link(path, other));
}

int system_rename(const char *path, const char *to)
{
    return fault_of(rename(path, to));
}

int system_remove(const char *path)
{
    return fault_of(unlink(path));
}

int system_make_folder(const char *path)
{
    return fault_of(mkdir(path, NEW_FOLDER));
}

int system_remove_folder(const char *path)
{
    return fault_of(rmdir(path));
}

void system_flush_folder(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stddef.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quorate/system.h"

/* What WASI lacks. */

#define ALL_OF_MODE 07777

/* A descriptor that is closed is held open the wrong way round, so that reading or writing it fails
 * as it would have. */
static void hold_descriptor(int descriptor, int wrong_way)
{
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF)
        (void)open("/dev/null", wrong_way); /* takes the lowest free number, which is this one */
}

/* Blocks that are given back are wanted again, motion after motion. By itself glibc returns those
 * of 128 KiB and more to the system, and has each page of the next ones anew. What is larger than
 * this it still has from the system: see system_expect. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    const int megabyte = 1 << 20;
    (void)mallopt(M_MMAP_THRESHOLD, 4 * megabyte - 1);
    (void)mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

/* NOLINTNEXTLINE(readability-non-const-parameter): elsewhere they are changed */
bool system_begin(int *count, char ***words)
{
    static const struct rlimit no_core = {0, 0};
    (void)count;
    (void)words;
    hold_descriptor(SYSTEM_INPUT, O_WRONLY);
    hold_descriptor(SYSTEM_OUTPUT, O_RDONLY);
    hold_descriptor(SYSTEM_ERRORS, O_RDONLY);
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN);
    (void)setrlimit(RLIMIT_CORE, &no_core);
    keep_memory();
    return true;
}

bool system_runs(long process)
{
    return kill((pid_t)process, 0) == 0 || errno != ESRCH;
}

bool system_is_terminal(int descriptor)
{
    return isatty(descriptor) == 1;
}

int system_take_mode(int descriptor, const struct system_status *status)
{
    return fchmod(descriptor, (mode_t)status->mode & ALL_OF_MODE) == 0 ? 0 : errno;
}

bool system_has_modes(void)
{
    return true;
}

int system_random(void *bytes, size_t length)
{
    char *at = bytes;
    while (length > 0) {
        ssize_t got = getrandom(at, length, 0);
        if (got < 0 && errno != EINTR)
            return errno;
        at += got > 0 ? got : 0;
        length -= got > 0 ? (size_t)got : 0;
    }
    return 0;
}

/* The folder, so that no file has to be made for it, which a run that is killed would leave. */
int system_lock(const char *path, const char *folder, int *descriptor)
{
    (void)path;
    *descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*descriptor < 0)
        return errno;
    int error = 0;
    while (flock(*descriptor, LOCK_EX) != 0 && (error = errno) == EINTR)
        error = 0;
    if (error != 0)
        (void)close(*descriptor);
    return error;
}

void system_unlock(int descriptor)
{
    (void)close(descriptor);
}

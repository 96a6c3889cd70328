/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "quorate/system.h"

/* The page's files are in memory: they have no modes, there is nobody else, and no terminal. */

bool system_begin(int *count, char ***words)
{
    (void)count;
    (void)words;
    return true;
}

bool system_confine(bool is_read)
{
    (void)is_read;
    return false;
}

void system_expect(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}

bool system_runs(long process)
{
    (void)process;
    return true;
}

bool system_is_terminal(int descriptor)
{
    (void)descriptor;
    return false;
}

int system_take_mode(int descriptor, const struct system_status *status)
{
    (void)descriptor;
    (void)status;
    return 0;
}

bool system_has_modes(void)
{
    return false;
}

/* Nothing on the page has a use for it. */
int system_random(void *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    return ENOSYS;
}

int system_lock(const char *path, const char *folder, int *descriptor)
{
    (void)path;
    (void)folder;
    *descriptor = -1;
    return 0;
}

void system_unlock(int descriptor)
{
    (void)descriptor;
}

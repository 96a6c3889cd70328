/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "file_internal.h"

struct file_fault file_fault_of(struct arena *arena, int error, const struct file_error *list,
                                size_t count, struct file_fault other)
{
    if (error == 0)
        return (struct file_fault){.kind = FILE_SOUND};
    for (size_t i = 0; i < count; i++)
        if (list[i].error == error)
            return list[i].fault;
    other.words = arena_format(arena, "%s (%s)", other.words, strerror(error));
    return other;
}

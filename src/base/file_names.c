/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "file_internal.h"

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Nothing may jump away while the folder is open. */
static bool add_name(struct arena *arena, const char **names, size_t *count, const char *name)
{
    size_t length = strlen(name);
    char *copy = arena_try_alloc(arena, length + 1, 1);
    if (copy == NULL)
        return false;
    memcpy(copy, name, length + 1);
    names[(*count)++] = copy;
    return true;
}

const char *const *file_names(struct arena *arena, const char *folder, size_t *count)
{
    const char **names = arena_alloc(arena, FILE_NAMES_MOST, sizeof *names);
    *count = 0;
    DIR *open = opendir(folder);
    if (open == NULL)
        return names;
    bool room = true;
    for (struct dirent *entry; room && (entry = readdir(open)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        if (*count == FILE_NAMES_MOST) {
            *count = 0;
            break;
        }
        room = add_name(arena, names, count, entry->d_name);
    }
    closedir(open);
    if (!room)
        arena_exhausted(arena);
    if (*count > 0)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}

const char *file_in_folder(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    const char *slash = folder[length - 1] == '/' ? "" : "/";
    return arena_format(arena, "%.*s%s%s", (int)length, folder, slash, name);
}

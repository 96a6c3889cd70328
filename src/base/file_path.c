/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/file.h"
#include "quorate/system.h"

/* The only place that knows what parts the names of a path. */

/* Where the last name begins; there is none in what ends in a slash. */
static size_t name_at(const char *path)
{
    size_t root = system_root(path), at = strlen(path);
    while (at > root && !system_is_slash(path[at - 1]))
        at--;
    return at;
}

const char *file_trimmed(struct arena *arena, const char *path)
{
    size_t root = system_root(path), length = strlen(path);
    while (length > root && system_is_slash(path[length - 1]))
        length--;
    return arena_copy(arena, path, length);
}

const char *file_base_name(struct arena *arena, const char *path)
{
    const char *trimmed = file_trimmed(arena, path), *name = trimmed + name_at(trimmed);
    return *name == '\0' ? trimmed : name; /* a root has no other name */
}

const char *file_folder(struct arena *arena, const char *path)
{
    size_t length = name_at(path);
    return length == 0 ? "./" : arena_copy(arena, path, length);
}

const char *file_beside(struct arena *arena, const char *path, const char *name)
{
    return arena_format(arena, "%.*s%s", (int)name_at(path), path, name);
}

const char *file_in_folder(struct arena *arena, const char *folder, const char *name)
{
    const char *trimmed = file_trimmed(arena, folder);
    const char *slash = system_root(trimmed) == strlen(trimmed) ? "" : "/";
    return arena_format(arena, "%s%s%s", trimmed, slash, name);
}

bool file_is_name(const char *text)
{
    return *text != '\0' && system_root(text) == 0 && name_at(text) == 0 &&
           strcmp(text, ".") != 0 && strcmp(text, "..") != 0;
}

const char *file_ending(const char *path)
{
    const char *name = path + name_at(path), *dot = strrchr(name, '.');
    return dot == name ? NULL : dot;
}

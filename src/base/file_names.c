/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "file_internal.h"
#include "quorate/system.h"

/* The names of a folder as they come to be known. */
struct listing {
    struct arena *arena;
    bool (*is_wanted)(const char *name);
    const char **names;
    size_t count, capacity;
    bool exhausted; /* nothing may jump away while the folder is open */
};

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static bool is_seen(const char *name)
{
    return name[0] != '.';
}

/* Whether it is a temporary file of ours, of a run that has ended. */
static bool is_left(const char *name)
{
    size_t length = strlen(FILE_TEMPORARY);
    char *end;
    if (strncmp(name, FILE_TEMPORARY, length) != 0)
        return false;
    long process = strtol(name + length, &end, 10);
    return *end == '-' && process > 0 && !system_runs(process);
}

static bool make_room(struct listing *listing)
{
    if (listing->count < listing->capacity)
        return true;
    size_t more = listing->capacity == 0 ? 64 : 2 * listing->capacity,
           size = sizeof *listing->names;
    char *names = arena_try_resize(listing->arena, (char *)listing->names, listing->capacity * size,
                                   more * size);
    if (names == NULL)
        return false;
    listing->names = (void *)names;
    listing->capacity = more;
    return true;
}

static bool add_name(void *context, const char *name)
{
    struct listing *listing = context;
    if (!listing->is_wanted(name))
        return true;
    if (listing->count == FILE_NAMES_MOST) {
        listing->count = 0;
        return false;
    }
    size_t room = strlen(name) + 1;
    char *copy = make_room(listing) ? arena_try_alloc(listing->arena, room, 1) : NULL;
    listing->exhausted = copy == NULL;
    if (copy == NULL)
        return false;
    listing->names[listing->count++] = memcpy(copy, name, room);
    return true;
}

static const char *const *list(struct arena *arena, const char *folder,
                               bool (*is_wanted)(const char *name), size_t *count)
{
    struct listing listing = {.arena = arena, .is_wanted = is_wanted};
    (void)system_each_name(folder, add_name, &listing);
    if (listing.exhausted)
        arena_exhausted(arena);
    *count = listing.count;
    if (*count > 0)
        qsort(listing.names, *count, sizeof *listing.names, compare_names);
    return listing.names;
}

const char *const *file_names(struct arena *arena, const char *folder, size_t *count)
{
    return list(arena, folder, is_seen, count);
}

const char *const *file_leftovers(struct arena *arena, const char *folder, size_t *count)
{
    return list(arena, folder, is_left, count);
}

const char *const *file_matches(struct arena *arena, const char *pattern, size_t *count)
{
    const char *wanted = file_base_name(arena, pattern);
    size_t all = 0;
    const char *const *names = NULL;
    *count = 0;
    if (strpbrk(wanted, "*?") != NULL)
        names = file_names(arena, file_folder(arena, pattern), &all);
    const char **matches = arena_alloc(arena, all + 1, sizeof *matches);
    for (size_t i = 0; i < all; i++)
        if (system_fits(wanted, names[i]))
            matches[(*count)++] = file_beside(arena, pattern, names[i]);
    if (*count == 0)
        matches[(*count)++] = pattern;
    return matches;
}

/* SPDX-License-Identifier: MIT */
#include "table_file.h"

#include <string.h>
#include <strings.h>

#include "quorate/file.h"
#include "quorate/text.h"

/* What a table is saved as by this or another program: first as it is read here. */
static const char *const endings[] = {".csv", ".xlsx", ".ods",  ".txt",  ".tsv",    ".tab",
                                      ".xls", ".xlsm", ".xlsb", ".fods", ".numbers"};
#define ENDINGS_READ ((size_t)3)

static bool ends_in(const char *name, size_t length, const char *ending)
{
    size_t tail = strlen(ending);
    return length > tail && strncasecmp(name + length - tail, ending, tail) == 0;
}

/* How long the name is without one such ending; all of it where it has none. */
static size_t without_ending(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_in(name, length, endings[i]))
            return length - strlen(endings[i]);
    return length;
}

/* The name without its endings ("rules.csv.csv" has two), or NULL when it has none, or is a file
 * that a spreadsheet program keeps beside one that is open. */
static const char *stem_of(struct arena *arena, const char *name)
{
    size_t length = strlen(name), shorter = without_ending(name, length);
    if (shorter == length || strncmp(name, "~$", 2) == 0)
        return NULL;
    while (shorter < length) {
        length = shorter;
        shorter = without_ending(name, length);
    }
    return text_invalid_at(name, length) == TEXT_VALID ? arena_copy(arena, name, length) : NULL;
}

/* The ways in which the table may be called, each the path of a file: its own name first. */
#define WAYS (1 + ENDINGS_READ)

static const char *path_of(struct arena *arena, const char *folder, const char *table, size_t way)
{
    size_t length = strlen(table), shorter = without_ending(table, length);
    if (way == 0 || shorter == length)
        return file_in_folder(arena, folder, table);
    return file_in_folder(arena, folder,
                          arena_format(arena, "%.*s%s", (int)shorter, table, endings[way - 1]));
}

const char *table_file(struct arena *arena, const char *folder, const char *table)
{
    for (size_t way = 0; way < WAYS; way++) {
        const char *path = path_of(arena, folder, table, way);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

const char *table_file_or_csv(struct arena *arena, const char *folder, const char *table)
{
    const char *path = table_file(arena, folder, table);
    return path != NULL ? path : file_in_folder(arena, folder, table);
}

bool table_file_is(struct arena *arena, const char *folder, const char *table, const char *path)
{
    for (size_t way = 0; way < WAYS; way++)
        if (file_is_same(path, path_of(arena, folder, table, way)))
            return true;
    return false;
}

bool table_file_is_read(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < ENDINGS_READ; i++)
        if (ends_in(name, length, endings[i]))
            return true;
    return false;
}

bool table_file_is_alike(struct arena *arena, const char *name, const char *table)
{
    const char *stem = stem_of(arena, name), *wanted = stem_of(arena, table);
    return stem != NULL && wanted != NULL && text_same_but_for_spaces(arena, stem, wanted);
}

const char *table_file_near(struct arena *arena, const char *const *names, size_t count,
                            const char *table)
{
    const char *wanted = stem_of(arena, table), *near = NULL;
    for (size_t i = 0; wanted != NULL && i < count; i++) {
        if (table_file_is_alike(arena, names[i], table))
            return names[i];
        const char *stem = stem_of(arena, names[i]);
        if (near == NULL && stem != NULL && text_nearest(arena, stem, &wanted, 1) != TEXT_NO_CHOICE)
            near = names[i];
    }
    return near;
}

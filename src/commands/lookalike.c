/* SPDX-License-Identifier: MIT */
#include "lookalike.h"

#include <string.h>
#include <strings.h>

#include "quorate/file.h"
#include "quorate/text.h"

/* What a table is saved as, by this or another program. */
static const char *const endings[] = {".csv",  ".txt", ".tsv", ".xlsx",
                                      ".xlsm", ".xls", ".ods", ".numbers"};

/* The name without such endings ("rules.csv.csv" has two), or NULL when it has none. */
static const char *stem_of(struct arena *arena, const char *name)
{
    size_t length = strlen(name), whole = length;
    bool found = true;
    while (found) {
        found = false;
        for (size_t i = 0; !found && i < sizeof endings / sizeof *endings; i++) {
            size_t tail = strlen(endings[i]);
            found = length > tail && strncasecmp(name + length - tail, endings[i], tail) == 0;
            length -= found ? tail : 0;
        }
    }
    return length == whole ? NULL : arena_copy(arena, name, length);
}

const char *lookalike_in(struct arena *arena, const char *folder, const char *table)
{
    size_t count;
    const char *const *names = file_names(arena, folder, &count);
    const char *wanted = stem_of(arena, table), *near = NULL;
    if (wanted == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *stem = stem_of(arena, names[i]);
        if (stem == NULL || strcmp(names[i], table) == 0 ||
            text_invalid_at(stem, strlen(stem)) != TEXT_VALID)
            continue;
        if (text_same(arena, stem, wanted))
            return names[i];
        if (near == NULL && text_nearest(arena, stem, &wanted, 1) != TEXT_NO_CHOICE)
            near = names[i];
    }
    return near;
}

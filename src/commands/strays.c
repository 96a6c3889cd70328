/* SPDX-License-Identifier: MIT */
#include "strays.h"

#include <string.h>
#include <strings.h>

#include "quorate/file.h"
#include "quorate/text.h"

/* Tables that nobody reads, because of how their file is called. */

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

const char *strays_like(struct arena *arena, const char *folder, const char *table)
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

static bool is_text(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcasecmp(name + length - 4, ".csv") == 0;
}

static void check_table(struct arena *arena, struct diag *diag, const char *folder,
                        const char *table)
{
    if (file_exists(file_in_folder(arena, folder, table)))
        return;
    const char *stray = strays_like(arena, folder, table);
    if (stray == NULL)
        return;
    diag_add(diag, SEVERITY_WARNING, PROBLEM_FILE,
             (struct place){.file = file_in_folder(arena, folder, stray)},
             is_text(stray) ? arena_format(arena, "If it is that table, call it %s.", table)
                            : arena_format(arena,
                                           "If it is that table, save it as CSV UTF-8 under the "
                                           "name %s.",
                                           table),
             "nothing reads this file: the table would have to be called %s", table);
}

/* Those that a constitution may have, and what is given in their place. */
static const struct {
    const char *name;
    enum option_id instead;
} others[] = {
    {"voters.csv", OPTION_VOTERS},
    {"interests.csv", OPTION_INTERESTS},
};

void strays_check(struct arena *arena, struct diag *diag, const struct options *options,
                  const struct constitution *constitution)
{
    const char *roll = constitution->rules.roll;
    if (constitution->folder == NULL)
        return;
    if (options->values[OPTION_PRACTICES] == NULL && constitution->rules_usable)
        check_table(arena, diag, constitution->folder, roll);
    if (options->values[OPTION_LOCALITIES] == NULL &&
        (roll == NULL || strcmp(roll, "localities.csv") != 0))
        check_table(arena, diag, constitution->folder, "localities.csv");
    check_table(arena, diag, constitution->folder, "columns.csv"); /* --column only adds to it */
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (options->values[others[i].instead] == NULL)
            check_table(arena, diag, constitution->folder, others[i].name);
}

/* SPDX-License-Identifier: MIT */
#include "strays.h"

#include <string.h>
#include <strings.h>

#include "lookalike.h"
#include "quorate/file.h"

/* Tables that nobody reads, because of how their file is called. */

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
    const char *stray = lookalike_in(arena, folder, table);
    if (stray == NULL)
        return;
    diag_add(diag, SEVERITY_WARNING, (struct place){.file = file_in_folder(arena, folder, stray)},
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
    {VOTERS_TABLE, OPTION_VOTERS},
    {INTERESTS_TABLE, OPTION_INTERESTS},
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
        (roll == NULL || strcmp(roll, LOCALITIES_TABLE) != 0))
        check_table(arena, diag, constitution->folder, LOCALITIES_TABLE);
    check_table(arena, diag, constitution->folder, COLUMNS_TABLE); /* --column only adds to it */
    check_table(arena, diag, constitution->folder, ANSWERS_TABLE); /* and so does --answer */
    check_table(arena, diag, constitution->folder, COUNTY_TABLE);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (options->values[others[i].instead] == NULL)
            check_table(arena, diag, constitution->folder, others[i].name);
}

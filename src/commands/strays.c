/* SPDX-License-Identifier: MIT */
#include "strays.h"

#include <string.h>
#include <strings.h>

#include "quorate/file.h"
#include "table_file.h"

/* What the steps of looking share. */
struct look {
    struct arena *arena;
    struct diag *diag;
    const struct options *options;
    const struct constitution *constitution;
    const char *const *names; /* of what its folder holds */
    size_t count;
};

static const char *path_of(const struct look *look, const char *name)
{
    return file_in_folder(look->arena, look->constitution->folder, name);
}

/* What was adopted is kept by the program, as CSV alone. */
static bool is_kept(const char *table)
{
    return strcmp(table, ADOPTIONS_TABLE) == 0;
}

/* The file that is read as the table. */
static const char *file_of(const struct look *look, const char *table)
{
    const char *path = table_file(look->arena, look->constitution->folder, table);
    return path != NULL && is_kept(table) && !file_is_same(path, path_of(look, table)) ? NULL
                                                                                       : path;
}

/* How it comes to be read, where it is the table. */
static const char *remedy_for(const struct look *look, const char *name, const char *table)
{
    const char *ending = file_ending(name);
    bool is_csv = ending != NULL && strcasecmp(ending, ".csv") == 0;
    return arena_format(look->arena, "If it is that table, %s %s.",
                        is_csv ? "call it" : "save it as CSV UTF-8 under the name", table);
}

/* Nothing is told of it by what it holds: nobody can know whether it was meant. */
static void tell_unread(const struct look *look, enum severity severity, const char *name,
                        const char *table)
{
    const char *remedy = remedy_for(look, name, table);
    if (severity == SEVERITY_ERROR)
        remedy = arena_format(look->arena, "%s If not, take it out of the folder.", remedy);
    diag_add(look->diag, severity, (struct place){.file = path_of(look, name)}, remedy,
             "nothing reads this file: the table would have to be called %s", table);
}

/* A file that is called as the table is and not read as it; `read`: the one that is, or NULL. */
static void tell_alike(const struct look *look, const char *name, const char *table,
                       const char *read)
{
    const struct place place = {.file = path_of(look, name)};
    if (read == NULL)
        tell_unread(look, SEVERITY_ERROR, name, table);
    else if (table_file_is_read(name))
        diag_add(look->diag, SEVERITY_ERROR, place,
                 "Take the one that does not hold out of the folder.",
                 "is the same table as %s by its name, and only one of them can be read",
                 file_base_name(look->arena, read));
    else
        diag_add(look->diag, SEVERITY_WARNING, place,
                 "If this one holds, save it as CSV UTF-8 in place of the other.",
                 "nothing reads this file: the table is %s", file_base_name(look->arena, read));
}

/* A slip in the name is a guess. What `tally -f csv` writes is mostly called votes.csv, which is
 * near to voters.csv. */
static void check_near(const struct look *look, const char *table)
{
    const char *near = table_file_near(look->arena, look->names, look->count, table);
    if (near != NULL && !options_name_file(look->options, path_of(look, near)) &&
        !table_file_is_alike(look->arena, near, "votes.csv"))
        tell_unread(look, SEVERITY_WARNING, near, table);
}

static void check_table(const struct look *look, const char *table)
{
    const char *read = file_of(look, table);
    bool any = read != NULL;
    for (size_t i = 0; i < look->count; i++) {
        const char *path = path_of(look, look->names[i]);
        if (!table_file_is_alike(look->arena, look->names[i], table) ||
            (read != NULL && file_is_same(path, read)) || options_name_file(look->options, path))
            continue;
        tell_alike(look, look->names[i], table, read);
        any = true;
    }
    if (!any && !is_kept(table))
        check_near(look, table);
}

/* List sizes by date have one place. A table of them beside the roll would be passed over. */
static void refuse_list_sizes(const struct look *look)
{
    for (size_t i = 0; i < look->count; i++) {
        const char *path = path_of(look, look->names[i]);
        if (!table_file_is_alike(look->arena, look->names[i], LIST_SIZES_TABLE) ||
            options_name_file(look->options, path))
            continue;
        diag_refuse(
            look->diag, path,
            arena_format(look->arena,
                         "Write the list sizes of each date into %s, in a column headed as "
                         "\"list size 2016-04-01\", and take this file out of the folder.",
                         look->constitution->rules.roll),
            "nothing reads this file, and nobody would see that its list sizes do not count");
    }
}

/* The roll's name is known where the rules are, and it may be that of another table. */
static void check_roll(const struct look *look)
{
    const struct constitution *constitution = look->constitution;
    const char *roll = constitution->rules.roll;
    enum option_id instead =
        strcmp(roll, LOCALITIES_TABLE) == 0 ? OPTION_LOCALITIES : OPTION_PRACTICES;
    if (look->options->values[OPTION_PRACTICES] != NULL || look->options->values[instead] != NULL)
        return;
    if (instead == OPTION_PRACTICES)
        check_table(look, roll);
    if (!table_file_is_alike(look->arena, roll, LIST_SIZES_TABLE))
        refuse_list_sizes(look);
}

/* The tables of one name: with what is read, and the option that gives one in its place, or none.
 * --column only adds to that of columns, and --answer to that of answers. */
static const struct {
    const char *name;
    unsigned reads;
    enum option_id instead;
} tables[] = {
    {RULES_TABLE, READS_RULES, OPTION_RULES},
    {LOCALITIES_TABLE, READS_COUNTY, OPTION_LOCALITIES},
    {COLUMNS_TABLE, READS_COLUMNS, OPTIONS},
    {ANSWERS_TABLE, READS_ANSWERS, OPTIONS},
    {COUNTY_TABLE, READS_COUNTY, OPTIONS},
    {ADOPTIONS_TABLE, READS_COUNTY, OPTIONS},
    {VOTERS_TABLE, READS_REGISTERS, OPTION_VOTERS},
    {INTERESTS_TABLE, READS_REGISTERS, OPTION_INTERESTS},
};

void strays_check(struct arena *arena, struct diag *diag, const struct options *options,
                  unsigned reads, const struct constitution *constitution)
{
    struct look look = {arena, diag, options, constitution, NULL, 0};
    if (constitution->folder == NULL)
        return;
    look.names = file_names(arena, constitution->folder, &look.count);
    if ((reads & READS_ROLL) != 0 && constitution->rules_usable)
        check_roll(&look);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if ((reads & tables[i].reads) != 0 &&
            (tables[i].instead == OPTIONS || options->values[tables[i].instead] == NULL))
            check_table(&look, tables[i].name);
}

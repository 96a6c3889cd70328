/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/tables.h"

/* Which table it is, by its headings alone. */

/* Of two that have as many of the headings the first is meant. */
static const struct table_signs *const tables[] = {
    &rules_signs,     &columns_signs,    &answers_signs,  &county_signs, &voters_signs,
    &interests_signs, &candidates_signs, &holidays_signs, &roll_signs,
};

/* Whether a column is there that other tables lack. "Name" may be that of anything. */
static bool tells(const struct heading_row *row, const struct table_signs *signs)
{
    for (size_t i = 0; i < row->count; i++)
        for (size_t column = 0; column < signs->count; column++)
            if ((signs->telling & 1U << column) != 0 &&
                strcmp(row->headings[i].folded, "name") != 0 &&
                heading_is_of(&row->headings[i], &signs->columns[column]))
                return true;
    return signs->telling == 0;
}

/* A roll of localities is read as any other. */
static bool is_of_localities(const struct heading_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (strcmp(row->headings[i].folded, "locality") == 0 ||
            strcmp(row->headings[i].folded, "locality name") == 0)
            return true;
    return false;
}

const char *load_role(const struct heading_row *row)
{
    const struct table_signs *best = NULL;
    size_t most = 0, votes = ballots_known(row);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        size_t known = headings_known(row, tables[i]->columns, tables[i]->count);
        if (known > most && tells(row, tables[i])) {
            best = tables[i];
            most = known;
        }
    }
    bool of_candidates = best == &candidates_signs && most >= votes; /* they head votes too */
    if (votes > 0 && !of_candidates)
        return "ballots";
    if (best == &roll_signs && is_of_localities(row))
        return "localities";
    return best == NULL ? NULL : best->role;
}

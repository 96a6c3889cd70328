/* SPDX-License-Identifier: MIT */
#include "sheet_role.h"

#include "quorate/columns.h"
#include "quorate/nhs.h"
#include "quorate/tables.h"
#include "quorate/workbook.h"

static const char *role_of(struct arena *arena, const struct heading_row *row)
{
    static const char list_sizes[] = "list sizes";
    if (national_is_published(arena, row))
        return list_sizes;
    const char *role = load_role(row);
    return role == NULL && national_is_own(arena, row) ? list_sizes : role;
}

static bool has_role(const void *context, const struct heading_row *row)
{
    return role_of(*(struct arena *const *)context, row) != NULL;
}

const char *sheet_role(struct arena *arena, struct bytes bytes)
{
    struct diag silent = {.arena = arena}; /* what is wrong is told by whoever reads it */
    struct heading_row row;
    bool found = workbook_choose(arena, &silent, &bytes, has_role, &arena) &&
                 headings_find(arena, bytes, has_role, &arena, &row);
    return found ? role_of(arena, &row) : NULL;
}

/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

void load_check(struct arena *arena, struct diag *diag, const struct rules *rules,
                const struct roll *roll, const struct roll *localities, struct date date)
{
    const struct checking checking = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .localities = localities,
        .date = date,
    };
    if (rules != NULL) {
        check_rows(&checking);
        check_rule_names(&checking);
        check_notes(&checking);
        check_effects(&checking);
    }
    if (rules != NULL && roll != NULL)
        check_conditions(&checking);
    check_rolls(&checking);
}

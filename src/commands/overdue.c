/* SPDX-License-Identifier: MIT */
#include "overdue.h"

#include "quorate/tables.h"

/* " (Review)" */
static const char *in_clause(struct arena *arena, const struct due *due)
{
    return due->clause == NULL ? "" : arena_format(arena, " (%s)", due->clause);
}

static void warn_of_constitution(struct run *run, const struct due *due)
{
    const struct rule *rule = run->constitution.rules.review_by;
    if (due->state == DUE_OVER)
        diag_add(&run->diag, SEVERITY_WARNING, rule_place(run->arena, rule, RULE_CELL_VALUE),
                 "Until a review has changed it, it stays in force. Write the next day for one "
                 "into this rule.",
                 "the constitution was to be reviewed by %s%s", date_long(run->arena, due->by),
                 in_clause(run->arena, due));
}

/* "the register was last gone through on 1 June 2014"; NULL where that was in time. */
static const char *fault_of_register(const struct run *run, const struct due *due)
{
    struct arena *arena = run->arena;
    if (due->state != DUE_OVER && due->state != DUE_UNKNOWN)
        return NULL;
    if (date_given(due->last))
        return arena_format(arena, "the register was %s gone through on %s%s",
                            due->state == DUE_OVER ? "last" : "first", date_long(arena, due->last),
                            due->state == DUE_OVER ? "" : ", after the day that is asked about");
    if (due->undated == due->rows)
        return "nothing says when the register was last gone through";
    return arena_format(arena, "nothing says when %zu of its %zu entries were last gone through",
                        due->undated, due->rows);
}

static void warn_of_register(struct run *run, const struct due *due)
{
    const char *fault = fault_of_register(run, due);
    if (fault != NULL)
        diag_add(
            &run->diag, SEVERITY_WARNING, (struct place){.file = due->file},
            "Ask whether each entry still holds, and write the day into its cell of the column "
            "\"reviewed\".",
            "%s, and that is asked for %s%s", fault, run->constitution.rules.review_interests->text,
            in_clause(run->arena, due));
}

static bool has_reviewed(const struct registered_interest *rows, size_t count)
{
    size_t i = 0;
    while (i < count && !date_given(rows[i].reviewed))
        i++;
    return i < count;
}

/* Days that nothing is held against. */
static void warn_of_no_rule(struct run *run)
{
    const struct interest_register *interests = &run->interests;
    if (run->constitution.rules.review_interests == NULL &&
        (has_reviewed(interests->interests, interests->count) ||
         has_reviewed(interests->nil_returns, interests->nil_count)))
        diag_add(&run->diag, SEVERITY_WARNING, (struct place){.file = interests->file},
                 "Add a row with the rule \"review interests\", for example every 12 months.",
                 "the column \"reviewed\" is not used: no rule says how often the register is to "
                 "be gone through");
}

void overdue_warn(struct run *run, const struct due *dues, size_t count)
{
    warn_of_no_rule(run);
    for (size_t i = 0; i < count; i++)
        switch (dues[i].kind) {
        case DUE_CONSTITUTION:
            warn_of_constitution(run, &dues[i]);
            break;
        case DUE_INTERESTS:
            warn_of_register(run, &dues[i]);
            break;
        case DUE_LIST_SIZES:
            break;
        }
}

/* SPDX-License-Identifier: MIT */
#include "quorate/due.h"

#include "quorate/decide.h"

/* What is due again, and whether it was done in time. */

struct dues {
    const struct rules *rules;
    struct date day;
    struct due *items;
    size_t count;
};

static enum due_state state_on(struct date day, struct date last, struct date by)
{
    if (!date_given(day))
        return DUE_NO_DAY;
    if (!date_given(by) || date_compare(last, day) > 0)
        return DUE_UNKNOWN;
    return date_compare(day, by) > 0 ? DUE_OVER : DUE_IN_TIME;
}

static void add(struct dues *dues, struct due due)
{
    due.state = state_on(dues->day, due.last, due.by);
    dues->items[dues->count++] = due;
}

static void add_constitution(struct dues *dues)
{
    const struct rule *rule = dues->rules->review_by;
    if (rule != NULL)
        add(dues, (struct due){.kind = DUE_CONSTITUTION,
                               .clause = rule->clause,
                               .file = dues->rules->file,
                               .by = rule->as.date});
}

/* ---- The register of interests */

/* An entry that no longer holds need not be gone through. */
static void look_through(struct due *due, const struct registered_interest *rows, size_t count,
                         struct date day)
{
    for (size_t i = 0; i < count; i++) {
        const struct registered_interest *row = &rows[i];
        if (date_given(row->tenure.to) && date_given(day) && date_compare(row->tenure.to, day) < 0)
            continue;
        due->rows++;
        if (!date_given(row->reviewed))
            due->undated++;
        else if (!date_given(due->last) || date_compare(row->reviewed, due->last) < 0)
            due->last = row->reviewed;
    }
}

/* The register is as old as the entry that was looked at longest ago. */
static void add_interests(struct dues *dues, const struct interest_register *interests)
{
    const struct rule *rule = dues->rules->review_interests;
    if (rule == NULL || interests == NULL)
        return;
    struct due due = {.kind = DUE_INTERESTS, .clause = rule->clause, .file = interests->file};
    look_through(&due, interests->interests, interests->count, dues->day);
    look_through(&due, interests->nil_returns, interests->nil_count, dues->day);
    if (due.undated > 0)
        due.last = (struct date){0};
    if (date_given(due.last))
        due.by = date_months_later(due.last, (int)rule->as.number);
    if (due.rows > 0)
        add(dues, due);
}

/* ---- The list sizes */

static void add_list_sizes(struct dues *dues, const struct roll *roll)
{
    if (roll == NULL || !roll->has_list_sizes)
        return;
    struct due due = {.kind = DUE_LIST_SIZES, .file = roll->file, .last = roll->as_at};
    if (date_given(due.last))
        due.by = date_months_later(due.last, 12);
    add(dues, due);
}

/* ---- The whole */

const struct due *decide_due(struct arena *arena, const struct rules *rules,
                             const struct roll *roll, const struct interest_register *interests,
                             struct date day, size_t *count)
{
    struct dues dues = {
        .rules = rules, .day = day, .items = arena_alloc(arena, 3, sizeof *dues.items)};
    add_constitution(&dues);
    add_interests(&dues, interests);
    add_list_sizes(&dues, roll);
    *count = dues.count;
    return dues.items;
}

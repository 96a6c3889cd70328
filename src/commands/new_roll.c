/* SPDX-License-Identifier: MIT */
#include "new_roll.h"

#include <string.h>

#include "quorate/cell.h"
#include "quorate/ratio.h"

static void add_roll_cell(struct buffer *table, const char *text, const char *behind)
{
    cell_add(table, text);
    buffer_add(table, behind);
}

/* A size may be kept for years: it stays of the day that it is of. */
static const char *kept_source(struct arena *arena, const struct roll *roll, const char *source)
{
    static const char kept[] = "kept";
    if (source != NULL && strncmp(source, kept, sizeof kept - 1) == 0)
        return source;
    const char *from = date_given(roll->as_at)
                           ? arena_format(arena, "%s from %s", kept, date_iso(arena, roll->as_at))
                           : kept;
    return source == NULL ? from : arena_format(arena, "%s (%s)", from, source);
}

static const char *source_of(struct arena *arena, const struct new_roll *new_roll, size_t place)
{
    switch (new_roll->sizes[place].source) {
    case SIZE_FROM_FILE:
        return new_roll->source;
    case SIZE_KEPT:
        return kept_source(arena, new_roll->roll, new_roll->roll->members[place].source);
    case SIZE_SET:
        return "stated by hand";
    case SIZE_LEFT:
        break;
    }
    return "";
}

/* Columns that not every roll has. */
struct more_columns {
    bool areas, classes, periods;
};

static bool any_area(const struct roll *roll)
{
    for (size_t i = 0; i < roll->count; i++)
        if (roll->members[i].area != NULL)
            return true;
    return false;
}

static bool any_period(const struct roll *roll)
{
    for (size_t i = 0; i < roll->count; i++)
        if (tenure_bounded(roll->members[i].tenure))
            return true;
    return false;
}

static void add_day(struct buffer *table, struct date day)
{
    buffer_format(table, ",%s", date_given(day) ? date_iso(table->arena, day) : "");
}

static void add_new_member(struct buffer *table, const struct new_roll *new_roll, size_t place,
                           struct more_columns more)
{
    struct arena *arena = table->arena;
    const struct roll *roll = new_roll->roll;
    const struct member *member = &roll->members[place];
    add_roll_cell(table, member->name, ",");
    buffer_format(table, "%lld,", (long long)new_roll->sizes[place].list_size);
    add_roll_cell(table, member->code, ",");
    add_roll_cell(table, member->aliases, ",");
    if (more.areas)
        add_roll_cell(table, member->area, ",");
    if (more.classes)
        add_roll_cell(table, member->class_cell, ",");
    if (roll->has_votes)
        add_roll_cell(table, number_canonical(arena, member->votes, roll->vote_places), ",");
    buffer_format(table, "%s,", date_iso(arena, new_roll->as_at));
    add_roll_cell(table, source_of(arena, new_roll, place), "");
    if (more.periods) {
        add_day(table, member->tenure.from);
        add_day(table, member->tenure.to);
    }
    buffer_add(table, "\r\n");
}

const char *new_roll_table(struct arena *arena, const struct new_roll *new_roll)
{
    struct buffer table = {.arena = arena};
    const struct roll *roll = new_roll->roll;
    struct more_columns more = {
        .areas = any_area(roll), .classes = roll->class_count > 0, .periods = any_period(roll)};
    int64_t total = 0;
    buffer_format(&table, "practice,list size,code,aliases,%s%s%sas at,source%s\r\n",
                  more.areas ? "area," : "", more.classes ? "class," : "",
                  roll->has_votes ? "votes," : "", more.periods ? ",from,to" : "");
    for (size_t i = 0; i < roll->count; i++) {
        if (new_roll->sizes[i].source == SIZE_LEFT)
            continue;
        total += new_roll->sizes[i].list_size;
        add_new_member(&table, new_roll, i, more);
    }
    buffer_format(&table, "Total,%lld,,,%s%s%s%s,%s\r\n", (long long)total, more.areas ? "," : "",
                  more.classes ? "," : "", roll->has_votes ? "," : "",
                  date_iso(arena, new_roll->as_at), more.periods ? ",," : "");
    return buffer_text(&table);
}

void new_roll_warn(struct diag *diag, const struct roll *roll)
{
    if (roll->has_votes)
        diag_add(diag, SEVERITY_WARNING, (struct place){.file = roll->file},
                 "Change them in the new roll by hand, if they go by the list sizes.",
                 "the published votes in the column \"votes\" are not changed");
}

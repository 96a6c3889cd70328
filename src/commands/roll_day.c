/* SPDX-License-Identifier: MIT */
#include "roll_day.h"

#include "quorate/shares.h"
#include "quorate/text.h"

static bool differs(const struct roll *roll, bool usable)
{
    return usable && roll_differs(roll);
}

bool roll_day_matters(const struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    return differs(&constitution->roll, constitution->roll_usable) ||
           differs(&constitution->localities, constitution->localities_usable);
}

struct date roll_day_latest(const struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    struct date latest = {0};
    if (constitution->roll_usable)
        latest = roll_last_change(&constitution->roll);
    if (constitution->localities_usable)
        latest = date_later_of(latest, roll_last_change(&constitution->localities));
    return latest;
}

/* "its list sizes are of 1 April 2015 and 1 April 2016", "X was a member until 30 June 2015". */
static const char *difference(struct arena *arena, const struct roll *whole)
{
    const struct roll_history *history = whole->history;
    if (history->count > 1) {
        const char **dates = arena_alloc(arena, history->count, sizeof *dates);
        for (size_t i = 0; i < history->count; i++)
            dates[i] = date_long(arena, history->sizes[i].as_at);
        return arena_format(arena, "its %s are of %s", whole->terms.sizes,
                            text_list(arena, dates, history->count, "and"));
    }
    for (size_t i = 0; i < whole->count; i++) {
        const struct member *member = &whole->members[i];
        if (date_given(member->tenure.to))
            return arena_format(arena, "%s was a member until %s", member->name,
                                date_long(arena, member->tenure.to));
    }
    return "its members did not all join on one day";
}

void roll_day_ask(struct run *run, const char *file, const char *difference)
{
    diag_refuse(&run->diag, file, "Say which day is meant with --date, as in --date 2015-06-24.",
                "is not the same on every day, and nothing says which day is meant: %s",
                difference);
}

/* Every member of the day needs a list size that counts then. */
static bool all_have_sizes(struct run *run, const struct roll *whole, const struct roll *roll)
{
    struct arena *arena = run->arena;
    size_t errors = run->diag.errors;
    size_t column = 0;
    for (size_t i = 0; i < whole->history->count; i++)
        if (date_compare(whole->history->sizes[i].as_at, roll->as_at) == 0)
            column = whole->history->sizes[i].column;
    for (size_t i = 0; i < roll->count && roll->has_list_sizes && roll->unknown == 0; i++) {
        const struct member *member = &roll->members[i];
        if (member->list_size > 0)
            continue;
        struct place place = {
            .file = roll->file, .line = member->line, .cell = column, .row = member->row};
        diag_add(&run->diag, SEVERITY_ERROR, place,
                 "Write the number by which it counts until the next list sizes. Blank is never "
                 "counted as 0.",
                 "%s is a member on %s, and its %s of %s is blank", member->name,
                 date_long(arena, roll->day), roll->terms.size, date_long(arena, roll->as_at));
    }
    return run->diag.errors == errors;
}

/* A day on which there are members, of a roll that is the same on all of those. */
static struct date any_day(const struct roll *whole)
{
    const struct member *member = &whole->members[0];
    return date_given(member->tenure.from) ? member->tenure.from : member->tenure.to;
}

/* False, with an error, when there is no such roll. */
static bool take_day(struct run *run, struct date day, struct roll *roll)
{
    struct roll whole = *roll;
    if (whole.history == NULL)
        return true;
    if (!date_given(day) && roll_differs(&whole)) {
        roll_day_ask(run, whole.file, difference(run->arena, &whole));
        return false;
    }
    *roll = roll_on(run->arena, &whole, date_given(day) ? day : any_day(&whole));
    if (roll->count > 0)
        return all_have_sizes(run, &whole, roll);
    diag_refuse(&run->diag, whole.file,
                "Correct the day, or the days in the columns \"from\" and \"to\".",
                "nobody is a member on %s", date_long(run->arena, day));
    return false;
}

void roll_day_settle(struct run *run, struct date day)
{
    struct constitution *constitution = &run->constitution;
    bool one_table = constitution->localities.members == constitution->roll.members;
    constitution->whole_roll = constitution->roll;
    if (constitution->roll_usable)
        constitution->roll_usable = take_day(run, day, &constitution->roll);
    if (constitution->roll_usable && constitution->rules_usable)
        constitution->roll = shares_as_votes(run->arena, &constitution->rules, &constitution->roll);
    if (constitution->localities_usable && one_table) {
        constitution->localities = constitution->roll;
        constitution->localities.has_votes =
            constitution->roll.has_votes && !constitution->roll.votes_shared;
        constitution->localities_usable = constitution->roll_usable;
    } else if (constitution->localities_usable) {
        constitution->localities_usable = take_day(run, day, &constitution->localities);
    }
    constitution_agree(run->arena, &run->diag, constitution);
}

struct roll_of_day roll_day_told(const struct run *run)
{
    const struct roll *roll = &run->constitution.roll;
    const struct roll *absent = roll->absent;
    struct roll_of_day told = {.absent_count = absent == NULL ? 0 : absent->count};
    struct absent_member *members = arena_alloc(run->arena, told.absent_count, sizeof *members);
    for (size_t i = 0; i < told.absent_count; i++) {
        const struct member *member = &absent->members[i];
        members[i] = (struct absent_member){
            .name = member->name,
            .code = member->code,
            .tenure = member->tenure,
            .told = arena_format(run->arena, "%s %s", member->name,
                                 roll_absence(run->arena, member, roll->day)),
        };
    }
    told.absent = members;
    if (roll_differs(&run->constitution.whole_roll))
        told.day = roll->day;
    return told;
}

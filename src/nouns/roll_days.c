/* SPDX-License-Identifier: MIT */
#include "quorate/roll.h"

#include <stdlib.h>

/* The roll of a day, from a table that says who joined and left when, and list sizes by date. */

/* Whether every member has the same first and last day as the first has. */
static bool periods_are_alike(const struct roll *whole)
{
    for (size_t i = 1; i < whole->count; i++)
        if (date_compare(whole->members[i].tenure.from, whole->members[0].tenure.from) != 0 ||
            date_compare(whole->members[i].tenure.to, whole->members[0].tenure.to) != 0)
            return false;
    return true;
}

bool roll_differs(const struct roll *whole)
{
    return whole->history != NULL && (whole->history->count > 1 || !periods_are_alike(whole));
}

struct date roll_last_change(const struct roll *whole)
{
    struct date last = {0};
    for (size_t i = 0; whole->history != NULL && i < whole->count; i++)
        last = date_later_of(last, tenure_last_change(whole->members[i].tenure));
    for (size_t i = 0; whole->history != NULL && i < whole->history->count; i++)
        last = date_later_of(last, whole->history->sizes[i].as_at);
    return last;
}

static int compare_days(const void *one, const void *other)
{
    const struct date *a = one, *b = other;
    return date_compare(*a, *b);
}

const struct date *roll_change_days(struct arena *arena, const struct roll *whole, size_t *count)
{
    struct date *days = arena_alloc(arena, 2 * whole->count, sizeof *days);
    size_t all = 0;
    for (size_t i = 0; whole->history != NULL && i < whole->count; i++) {
        const struct tenure *tenure = &whole->members[i].tenure;
        if (date_given(tenure->from))
            days[all++] = tenure->from;
        if (date_given(tenure->to))
            days[all++] = tenure_last_change(*tenure);
    }
    if (all > 0)
        qsort(days, all, sizeof *days, compare_days);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (i == 0 || date_compare(days[i], days[*count - 1]) != 0)
            days[(*count)++] = days[i];
    return days;
}

/* --- Part of a roll --- */

/* The sizes that count on that day; NULL without any. */
static const struct dated_sizes *sizes_on(const struct roll_history *history, struct date day)
{
    const struct dated_sizes *sizes = history->count == 0 ? NULL : &history->sizes[0];
    for (size_t i = 1; i < history->count; i++)
        if (date_compare(history->sizes[i].as_at, day) <= 0)
            sizes = &history->sizes[i];
    return sizes;
}

/* The areas of those who are left, again in order of first appearance. */
static void take_areas(struct arena *arena, const struct roll *whole, struct roll *part,
                       struct member *members)
{
    const char **areas = arena_alloc(arena, whole->area_count, sizeof *areas);
    size_t *numbers = arena_alloc(arena, whole->area_count, sizeof *numbers); /* from 1 */
    part->area_count = 0;
    for (size_t i = 0; i < part->count; i++) {
        if (members[i].area == NULL)
            continue;
        size_t *number = &numbers[members[i].area_number];
        if (*number == 0) {
            areas[part->area_count++] = members[i].area;
            *number = part->area_count;
        }
        members[i].area_number = *number - 1;
    }
    part->areas = areas;
}

/* Their spellings; `now` has the member of the part for each of the whole, or NULL. */
static void take_keys(struct arena *arena, const struct roll *whole, struct roll *part,
                      const struct member *const *now)
{
    struct roll_key *keys = arena_alloc(arena, whole->key_count, sizeof *keys);
    part->key_count = 0;
    for (size_t i = 0; i < whole->key_count; i++) {
        const struct member *member = now[whole->keys[i].member->index];
        if (member == NULL)
            continue;
        keys[part->key_count] = whole->keys[i];
        keys[part->key_count++].member = member;
    }
    part->keys = keys;
}

/* Votes and numbers of practices that were published with the populations of another date. */
static void leave_out_published(const struct roll *whole, struct roll *part, struct member *members)
{
    struct date published = whole->history->published;
    if (!date_given(published) || date_compare(published, part->as_at) == 0)
        return;
    part->has_votes = false;
    part->vote_places = 0;
    part->stated_practices = 0;
    part->stated_votes_at = NULL;
    part->practices_column = 0;
    for (size_t i = 0; i < part->count; i++)
        members[i].votes = members[i].practices = 0;
}

/* Those who are, or are not, members on that day. */
static struct roll part_of(struct arena *arena, const struct roll *whole, struct date day,
                           bool are_members)
{
    const struct dated_sizes *sizes = sizes_on(whole->history, day);
    struct member *members = arena_alloc(arena, whole->count, sizeof *members);
    const struct member **now = arena_alloc(arena, whole->count, sizeof *now);
    struct roll part = *whole;
    part.count = 0;
    part.population = 0;
    for (size_t i = 0; i < whole->count; i++) {
        struct member *member = &members[part.count];
        *member = whole->members[i];
        if (tenure_holds(member->tenure, day) != are_members)
            continue;
        member->index = part.count++;
        member->list_size = sizes == NULL ? 0 : sizes->list_sizes[i];
        part.population += member->list_size; /* the sum of the column is in bounds */
        now[i] = member;
    }
    part.members = members;
    take_keys(arena, whole, &part, now);
    take_areas(arena, whole, &part, members);
    for (size_t i = 0; i < whole->count && sizes != NULL && date_given(sizes->as_at); i++)
        if (tenure_holds(whole->members[i].tenure, sizes->as_at))
            part.population_then += sizes->list_sizes[i];
    if (sizes != NULL) {
        part.as_at = sizes->as_at;
        part.unknown = sizes->unknown;
        part.has_stated_total = sizes->has_stated_total;
        part.stated_total = sizes->stated_total;
        leave_out_published(whole, &part, members);
    }
    part.history = NULL;
    part.day = day;
    return part;
}

struct roll roll_on(struct arena *arena, const struct roll *whole, struct date day)
{
    if (whole->history == NULL)
        return *whole;
    struct roll roll = part_of(arena, whole, day, true);
    if (roll.count < whole->count) {
        struct roll *absent = arena_alloc(arena, 1, sizeof *absent);
        *absent = part_of(arena, whole, day, false);
        roll.absent = absent;
    }
    return roll;
}

const char *roll_absence(struct arena *arena, const struct member *member, struct date day)
{
    return tenure_missed(arena, member->tenure, day, "is a member", "was a member");
}

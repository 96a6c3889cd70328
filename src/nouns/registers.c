/* SPDX-License-Identifier: MIT */
#include "quorate/registers.h"

#include <stdlib.h>
#include <string.h>

static int compare_places(const struct registered_voter *one, const struct registered_voter *other)
{
    if (one->member->whole != other->member->whole)
        return one->member->whole < other->member->whole ? -1 : 1;
    return (one->line > other->line) - (one->line < other->line);
}

static int compare_rows(const void *one, const void *other)
{
    return compare_places(one, other);
}

static int compare_addresses(const void *one, const void *other)
{
    const struct registered_voter *a = *(const struct registered_voter *const *)one;
    const struct registered_voter *b = *(const struct registered_voter *const *)other;
    int order = strcmp(a->email, b->email);
    return order != 0 ? order : compare_places(a, b);
}

void voters_sort(struct arena *arena, struct registered_voter *rows, size_t count,
                 struct voter_register *voters)
{
    const struct registered_voter **by_address = arena_alloc(arena, count, sizeof *by_address);
    qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count; i++)
        by_address[i] = &rows[i];
    qsort(by_address, count, sizeof *by_address, compare_addresses);
    voters->voters = rows;
    voters->count = count;
    voters->by_address = by_address;
}

/* The place of the first row of this address in `by_address`, or where it would stand. */
static size_t first_of_address(const struct voter_register *voters, const char *email)
{
    size_t from = 0, to = voters->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (strcmp(voters->by_address[middle]->email, email) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

const struct registered_voter *voters_at(const struct voter_register *voters, const char *email)
{
    size_t first = first_of_address(voters, email);
    if (first == voters->count || strcmp(voters->by_address[first]->email, email) != 0)
        return NULL;
    return voters->by_address[first];
}

const struct registered_voter *voters_on(const struct voter_register *voters, const char *email,
                                         const struct member *member)
{
    for (size_t i = first_of_address(voters, email); i < voters->count; i++) {
        const struct registered_voter *voter = voters->by_address[i];
        if (strcmp(voter->email, email) != 0)
            return NULL;
        if (voter->member == member)
            return voter;
    }
    return NULL;
}

const struct registered_voter *voters_of(const struct voter_register *voters,
                                         const struct member *member, size_t *count)
{
    size_t from = 0, to = voters->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (voters->voters[middle].member->whole < member->whole)
            from = middle + 1;
        else
            to = middle;
    }
    *count = 0;
    while (from + *count < voters->count && voters->voters[from + *count].member == member)
        ++*count;
    return voters->voters + from;
}

const char *voters_absence(struct arena *arena, const struct voter_register *voters,
                           const struct registered_voter *voter, const char *whom)
{
    if (tenure_holds(voter->tenure, voters->day))
        return arena_format(arena, "%s is in %s for %s, which %s", whom, voters->file,
                            voter->member->name, roll_absence(arena, voter->member, voters->day));
    return tenure_missed(
        arena, voter->tenure, voters->day,
        arena_format(arena, "%s is in %s for %s", whom, voters->file, voter->member->name),
        arena_format(arena, "%s was in %s for %s", whom, voters->file, voter->member->name));
}

bool interest_held(const struct registered_interest *interest, struct date day)
{
    return tenure_holds(interest->tenure, day);
}

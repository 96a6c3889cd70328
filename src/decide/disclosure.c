/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/*
 * How much a secret result tells of votes, by trying every way in which the ballots can have gone:
 * which of them leave the heads, the verdict and what was met as they are told.
 */

/* 10 of 20 are 184756. Nine ways to vote have more, so that a bit for each is room enough. */
#define WAYS_MOST 300000

/* Ballots that went one way. How many they are is told. */
struct pile {
    struct position position;
    unsigned groups; /* in which they are counted */
    size_t room;     /* for that many ballots more */
    struct figures sum;
};

/* A member whose ballot came, which is told. */
struct returned {
    struct figures figures;
    size_t pile;    /* at the moment; NO_PILE before the first */
    uint64_t piles; /* in which it lies in one of the ways: a bit each */
};

#define NO_PILE ((size_t)-1)

struct ways {
    const struct ruleset *rules;
    const struct evaluation *evaluation;
    struct figures groups[GROUPS]; /* without the ballots */
    struct pile *piles;
    size_t pile_count;
    struct returned *returned;
    size_t returned_count;
};

static void add(struct figures *sum, const struct figures *figures, int64_t sign)
{
    sum->members += sign * figures->members;
    sum->population += sign * figures->population;
    sum->votes += sign * figures->votes;
}

/* --- The ballots as they are --- */

static struct pile *pile_of(struct ways *ways, const struct position *position)
{
    for (size_t i = 0; i < ways->pile_count; i++) {
        const struct position *own = &ways->piles[i].position;
        if (own->stance == position->stance &&
            (own->stance != STANCE_CANDIDATE || own->candidate == position->candidate))
            return &ways->piles[i];
    }
    struct pile *pile = &ways->piles[ways->pile_count++];
    *pile = (struct pile){.position = *position,
                          .groups = groups_of_stance(position->stance, ways->rules)};
    return pile;
}

static void take_member(struct ways *ways, const struct weights *weights,
                        const struct member *member, const struct position *position)
{
    const struct figures figures = {1, member->list_size, weight_of(weights, member)};
    unsigned groups = groups_of_stance(position->stance, ways->rules);
    if (position->stance != STANCE_ABSENT && position->stance != STANCE_INTERESTED) {
        ways->returned[ways->returned_count++] =
            (struct returned){.figures = figures, .pile = NO_PILE};
        pile_of(ways, position)->room++;
        return;
    }
    for (unsigned group = 0; group < GROUPS; group++)
        if (groups & 1u << group)
            add(&ways->groups[group], &figures, 1);
}

/* How many ways there are, or more than WAYS_MOST. */
static uint64_t count_ways(const struct ways *ways)
{
    uint64_t count = 1;
    size_t left = 0;
    for (size_t i = 0; i < ways->pile_count; i++)
        for (size_t j = 1; j <= ways->piles[i].room && count <= WAYS_MOST; j++)
            count = count * ++left / j;
    return count;
}

/* --- What would be told --- */

static void add_up(const struct ways *ways, struct figures groups[GROUPS])
{
    memcpy(groups, ways->groups, sizeof ways->groups);
    for (size_t i = 0; i < ways->pile_count; i++)
        for (unsigned group = 0; group < GROUPS; group++)
            if (ways->piles[i].groups & 1u << group)
                add(&groups[group], &ways->piles[i].sum, 1);
}

/* Whether the condition would be met as it is. Of one that counts some of the members nothing is
 * told. */
static bool is_as_told(const struct condition_outcome *told, const struct figures groups[GROUPS],
                       const struct figures *leader)
{
    const struct condition *asks = &told->asks;
    if (asks->among != AMONG_ALL)
        return true;
    int64_t part = part_of_condition(asks, told->kind, groups, leader);
    int64_t whole = whole_of_condition(asks, told->kind, groups);
    int64_t needed = needed_of_condition(asks, told->kind, whole, told->places);
    return condition_met(asks, part, needed) == told->met;
}

static const struct figures *leader_of(const struct ways *ways)
{
    const struct pile *leader = NULL;
    for (size_t i = 0; i < ways->pile_count; i++)
        if (ways->piles[i].position.stance == STANCE_CANDIDATE &&
            (leader == NULL || ways->piles[i].sum.votes > leader->sum.votes))
            leader = &ways->piles[i];
    return leader == NULL ? NULL : &leader->sum;
}

/* Whether those who are elected, or stand again, are those who would have the most votes. */
static bool same_are_first(const struct ways *ways, int64_t most)
{
    const struct result *result = &ways->evaluation->result;
    size_t first = result->verdict == VERDICT_ELECTED ? 1 : result->run_off_count;
    for (size_t i = 0; i < ways->pile_count && first > 0; i++) {
        const struct pile *pile = &ways->piles[i];
        bool is_first = false;
        for (size_t j = 0; j < first; j++)
            is_first = is_first || ways->evaluation->order[j] == pile->position.candidate;
        if (pile->position.stance == STANCE_CANDIDATE && is_first != (pile->sum.votes == most))
            return false;
    }
    return true;
}

/* That a casting vote was called for tells that there was a tie; that it was not enough does not,
 * where that can be for an area. */
static bool tells_a_tie(const struct evaluation *evaluation)
{
    return evaluation->casting == CASTING_MISSING || evaluation->casting == CASTING_DECIDED ||
           (evaluation->casting == CASTING_NOT_ENOUGH && evaluation->area_count == 0);
}

static bool all_is_as_told(const struct ways *ways)
{
    const struct evaluation *told = ways->evaluation;
    struct figures groups[GROUPS];
    add_up(ways, groups);
    for (size_t i = 0; i < told->conditions.count; i++)
        if (!is_as_told(&told->conditions.items[i], groups, NULL))
            return false;
    bool tells_review = told->review != NULL && told->result.verdict == VERDICT_CARRIED;
    if (tells_review && !is_as_told(told->review, groups, NULL))
        return false;
    if (tells_a_tie(told) && groups[GROUP_FOR].votes != groups[GROUP_AGAINST].votes)
        return false;
    const struct figures *leader = leader_of(ways);
    if (leader == NULL)
        return true;
    return same_are_first(ways, leader->votes) &&
           (told->elects == NULL || is_as_told(told->elects, groups, leader));
}

/* --- The ways, one after the other --- */

/* Puts the ballot on the next pile that has room; off all piles, and false, behind the last. */
static bool move_on(struct ways *ways, struct returned *ballot)
{
    size_t next = 0;
    if (ballot->pile != NO_PILE) {
        struct pile *from = &ways->piles[ballot->pile];
        from->room++;
        add(&from->sum, &ballot->figures, -1);
        next = ballot->pile + 1;
    }
    while (next < ways->pile_count && ways->piles[next].room == 0)
        next++;
    ballot->pile = next == ways->pile_count ? NO_PILE : next;
    if (ballot->pile == NO_PILE)
        return false;
    ways->piles[next].room--;
    add(&ways->piles[next].sum, &ballot->figures, 1);
    return true;
}

static void note_way(struct ways *ways)
{
    for (size_t i = 0; i < ways->returned_count; i++)
        ways->returned[i].piles |= UINT64_C(1) << ways->returned[i].pile;
}

/* The ballots that lie on one pile in every way so far. */
static int64_t count_told(const struct ways *ways)
{
    int64_t told = 0;
    for (size_t i = 0; i < ways->returned_count; i++)
        told += (ways->returned[i].piles & (ways->returned[i].piles - 1)) == 0;
    return told;
}

static int64_t try_all(struct ways *ways)
{
    int64_t told = (int64_t)ways->returned_count;
    for (size_t at = 0; told > 0;) {
        if (!move_on(ways, &ways->returned[at])) {
            if (at-- == 0)
                break;
        } else if (at + 1 < ways->returned_count) {
            at++;
        } else if (all_is_as_told(ways)) {
            note_way(ways);
            told = count_told(ways);
        }
    }
    return told;
}

struct disclosure disclose(const struct question *question, const struct ruleset *rules,
                           const struct position *positions, const struct evaluation *evaluation)
{
    const struct roll *roll = question->roll;
    const struct weights weights = weights_in_force(question, rules);
    struct ways ways = {.rules = rules, .evaluation = evaluation};
    ways.piles = arena_alloc(question->scratch, roll->count, sizeof *ways.piles);
    ways.returned = arena_alloc(question->scratch, roll->count, sizeof *ways.returned);
    for (size_t i = 0; i < roll->count; i++)
        take_member(&ways, &weights, &roll->members[i], &positions[i]);
    struct disclosure disclosure = {.alike = ways.pile_count == 1,
                                    .ballots = (int64_t)ways.returned_count};
    disclosure.known = count_ways(&ways) <= WAYS_MOST;
    if (disclosure.known)
        disclosure.told = try_all(&ways);
    return disclosure;
}

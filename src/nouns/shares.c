/* SPDX-License-Identifier: MIT */
#include "quorate/shares.h"

bool shares_of_sum(const struct rules *rules, const struct roll *localities)
{
    return !localities->has_stated_total ||
           (rules->governing_body_total != NULL && rules->governing_body_total->as.sum_of_rows);
}

int64_t shares_total(const struct rules *rules, const struct roll *localities)
{
    return shares_of_sum(rules, localities) ? localities->population : localities->stated_total;
}

int64_t shares_rounded(int64_t part, int64_t whole, int64_t scale)
{
    int64_t product = part * scale;
    int64_t floor = product / whole;
    return floor + (product % whole >= whole - product % whole ? 1 : 0);
}

/* The votes column in hundredths, or -1 when it has finer decimals. */
static int64_t published_hundredths(const struct roll *localities, const struct member *member)
{
    int64_t votes = member->votes;
    unsigned places = localities->vote_places;
    for (; places > 2; places--) {
        if (votes % 10 != 0)
            return -1;
        votes /= 10;
    }
    for (; places < 2; places++)
        votes *= 10;
    return votes;
}

bool shares_differ(const struct roll *localities, const struct member *locality,
                   int64_t votes_in_all, int64_t total)
{
    return published_hundredths(localities, locality) !=
           shares_rounded(votes_in_all * locality->list_size, total, 100);
}

static bool weighed_by_votes(const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        if (rules->rows[i].kind == RULE_WEIGHT &&
            rules->rows[i].as.weight.kind == WEIGHT_VOTES_COLUMN)
            return true;
    return false;
}

struct roll shares_as_votes(struct arena *arena, const struct rules *rules, const struct roll *roll)
{
    struct roll shared = *roll;
    if (!roll->of_localities || roll->has_votes || !roll->has_list_sizes ||
        rules->governing_body_votes == NULL || !weighed_by_votes(rules))
        return shared;
    int64_t total = shares_total(rules, roll);
    struct member *members = arena_alloc(arena, roll->count, sizeof *members);
    struct roll_key *keys = arena_alloc(arena, roll->key_count, sizeof *keys);
    for (size_t i = 0; i < roll->count; i++) {
        members[i] = roll->members[i];
        members[i].votes = shares_rounded(
            rules->governing_body_votes->as.number * members[i].list_size, total, 100);
    }
    for (size_t i = 0; i < roll->key_count; i++) {
        keys[i] = roll->keys[i];
        keys[i].member = &members[keys[i].member->index];
    }
    shared.members = members;
    shared.keys = keys;
    shared.has_votes = shared.votes_shared = true;
    for (; shared.vote_places < 2; shared.vote_places++)
        shared.stated_votes *= 10; /* a Total row may have them all the same */
    for (; shared.vote_places > 2; shared.vote_places--)
        shared.stated_votes /= 10;
    return shared;
}

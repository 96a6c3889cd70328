/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "internal.h"
#include "quorate/shares.h"
#include "quorate/text.h"

/* The fraction of what is handed out that a locality has left once its whole votes are given. */
struct remainder {
    int64_t left; /* of the sum of the rows */
    size_t locality;
};

static int compare_remainders(const void *one, const void *other)
{
    const struct remainder *a = one;
    const struct remainder *b = other;
    return (a->left < b->left) - (a->left > b->left); /* of equal ones either may come first */
}

/*
 * Whole votes by largest remainder (Hamilton): each locality has the whole part of its share, and
 * what is left goes to the largest remainders. Where the last of it would have to go to some of
 * several equal remainders, it goes by lot: nobody here is given it.
 */
static void apportion(struct arena *arena, struct county *county, struct locality_share *shares)
{
    size_t count = county->locality_count;
    struct remainder *remainders = arena_alloc(arena, count, sizeof *remainders);
    int64_t left = county->votes_in_all;
    for (size_t i = 0; i < count; i++) {
        int64_t product = county->votes_in_all * shares[i].population;
        shares[i].whole_votes = product / county->sum_of_rows;
        remainders[i] = (struct remainder){product % county->sum_of_rows, i};
        left -= shares[i].whole_votes;
    }
    qsort(remainders, count, sizeof *remainders, compare_remainders);
    size_t from = 0;
    while (left > 0) { /* the remainders together are what is left, so some of them are */
        size_t equal = 1;
        while (from + equal < count && remainders[from + equal].left == remainders[from].left)
            equal++;
        bool by_lot = (int64_t)equal > left;
        for (size_t i = from; i < from + equal; i++) {
            shares[remainders[i].locality].by_lot = by_lot;
            shares[remainders[i].locality].whole_votes += by_lot ? 0 : 1;
        }
        if (by_lot) {
            county->lot_votes = left;
            county->lot_among = equal;
            return;
        }
        left -= (int64_t)equal;
        from += equal;
    }
}

/* What the figures of the rows add up to, rounded as they are printed. */
struct sums {
    int64_t percent, votes; /* in tenths and hundredths */
};

static void add_share(struct sums *sums, int64_t population, int64_t total, int64_t votes_in_all)
{
    sums->percent += shares_rounded(population, total, 1000);
    sums->votes += shares_rounded(population * votes_in_all, total, 100);
}

static struct locality_share share_of(struct arena *arena, const struct county *county,
                                      const struct roll *localities, const struct member *member)
{
    int64_t votes = county->votes_in_all * member->list_size;
    struct locality_share share = {
        .name = member->name,
        .practices = member->practices,
        .population = member->list_size,
    };
    if (member->list_size > 0) {
        share.percent = ratio_percent(arena, member->list_size, county->total, 1);
        share.votes = ratio_decimal(arena, votes, county->total, 2);
    }
    if (county->sum_of_rows > 0) {
        share.percent_of_sum = ratio_percent(arena, member->list_size, county->sum_of_rows, 1);
        share.votes_of_sum = ratio_decimal(arena, votes, county->sum_of_rows, 2);
    }
    if (localities->has_votes && member->list_size > 0) {
        share.published_votes = number_canonical(arena, member->votes, localities->vote_places);
        share.published_differs =
            shares_differ(localities, member, county->votes_in_all, county->total);
    }
    return share;
}

/* The localities as voters with their votes to two places, a majority of all of them deciding. */
static struct weighed weigh_shares(struct arena *arena, const struct county *county,
                                   const struct roll *localities)
{
    int64_t *votes = arena_alloc(arena, localities->count, sizeof *votes);
    struct weighed weighed = {.votes = votes, .places = 2};
    for (size_t i = 0; i < localities->count; i++)
        weighed.all += votes[i] = shares_rounded(
            county->votes_in_all * localities->members[i].list_size, county->total, 100);
    weighed.quota = weighed.all / 2 + 1;
    return weighed;
}

/* Whether the members do not weigh alike by the rule, and the table has what they weigh by. */
static bool is_weighted(const struct weight *weight, const struct roll *localities)
{
    return weight->kind != WEIGHT_ONE_EACH &&
           (weight->kind != WEIGHT_VOTES_COLUMN || localities->has_votes);
}

/* Who decides by the rules of the localities themselves, where these are such. */
static struct weighed weigh_by_rule(struct arena *arena, const struct rules *rules,
                                    const struct roll *localities, struct county *county)
{
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct ruleset set = rules_resolve(arena, rules, rules->decisions[i], NULL, 0);
        if (!carried_by_quota(&set) || !is_weighted(&set.one[RULE_WEIGHT]->as.weight, localities))
            continue;
        county->power_decision = set.title;
        county->power_rule = set.passes.rules[0]->text;
        county->power_clause = set.passes.rules[0]->clause;
        return weigh_all(arena, &set, localities);
    }
    return weigh_shares(arena, county, localities);
}

static void tell_power(struct arena *arena, const struct rules *rules,
                       const struct roll *localities, bool own_rules, struct county *county)
{
    const struct weighed weighed = own_rules ? weigh_by_rule(arena, rules, localities, county)
                                             : weigh_shares(arena, county, localities);
    county->power = decide_power(arena, weighed.votes, localities->count, weighed.quota);
    county->power_votes = weighed.votes;
    county->power_in_all = weighed.all;
    county->power_places = weighed.places;
}

static void add_up_shares(struct arena *arena, struct county *county)
{
    struct sums sums = {0};
    struct sums sums_of_sum = {0};
    for (size_t i = 0; i < county->locality_count; i++) {
        int64_t population = county->localities[i].population;
        add_share(&sums, population, county->total, county->votes_in_all);
        add_share(&sums_of_sum, population, county->sum_of_rows, county->votes_in_all);
    }
    county->sum_of_percent = ratio_decimal(arena, sums.percent, 10, 1);
    county->sum_of_votes = ratio_decimal(arena, sums.votes, 100, 2);
    county->sum_of_percent_of_sum = ratio_decimal(arena, sums_of_sum.percent, 10, 1);
    county->sum_of_votes_of_sum = ratio_decimal(arena, sums_of_sum.votes, 100, 2);
}

struct county decide_county(struct arena *arena, const struct rules *rules,
                            const struct roll *localities, bool own_rules, bool whole)
{
    struct county county = {
        .body = rules->body,
        .terms = localities->terms,
        .as_at = localities->as_at,
        .votes_in_all = rules->governing_body_votes->as.number,
        .has_stated_total = localities->has_stated_total,
        .stated_total = localities->stated_total,
        .sum_of_rows = localities->unknown == 0 ? localities->population : 0,
        .unknown = localities->unknown,
        .totals_differ = localities->has_stated_total && localities->unknown == 0 &&
                         localities->stated_total != localities->population,
        .of_sum = shares_of_sum(rules, localities),
        .total = shares_total(rules, localities),
        .stated_practices = localities->stated_practices,
        .locality_count = localities->count,
        .whole = whole,
    };
    struct locality_share *shares = arena_alloc(arena, localities->count, sizeof *shares);
    const struct member *own =
        rules->locality == NULL
            ? NULL
            : roll_find_folded(localities, text_fold(arena, rules->locality->text));
    bool all_told = true;
    for (size_t i = 0; i < localities->count; i++) {
        const struct member *member = &localities->members[i];
        shares[i] = share_of(arena, &county, localities, member);
        shares[i].is_own = member == own;
        county.sum_of_practices += member->practices;
        all_told = all_told && member->practices > 0;
    }
    county.sum_of_practices = all_told ? county.sum_of_practices : 0;
    county.localities = shares;
    if (county.unknown > 0)
        return county;
    add_up_shares(arena, &county);
    if (whole)
        apportion(arena, &county, shares);
    tell_power(arena, rules, localities, own_rules, &county);
    return county;
}

/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/shares.h"
#include "quorate/text.h"

static const char *votes_on(struct arena *arena, const struct share *share, int64_t total)
{
    return ratio_decimal(arena, share->votes_in_all * share->population, total, 2);
}

const struct share *decide_share(struct arena *arena, const struct rules *rules,
                                 const struct roll *roll, const struct roll *localities)
{
    if (localities == NULL || !localities->has_list_sizes || rules->locality == NULL ||
        rules->governing_body_votes == NULL)
        return NULL;
    const struct member *row =
        roll_find_folded(localities, text_fold(arena, rules->locality->text));
    if (row == NULL || row->list_size == 0)
        return NULL;
    struct share *share = arena_alloc(arena, 1, sizeof *share);
    *share = (struct share){
        .locality = row->name,
        .population = row->list_size,
        .has_stated_total = localities->has_stated_total,
        .stated_total = localities->stated_total,
        .sum_of_rows = localities->population,
        .votes_in_all = rules->governing_body_votes->as.number,
        .of_sum = shares_of_sum(rules, localities),
        .total = shares_total(rules, localities),
        .totals_differ = localities->has_stated_total &&
                         localities->stated_total != localities->population &&
                         localities->unknown == 0,
        .roll_differs = roll->has_list_sizes && roll->population != row->list_size,
        .roll_population = roll->population,
    };
    if (roll->has_list_sizes && date_given(roll->as_at) && date_given(localities->as_at) &&
        date_compare(roll->as_at, localities->as_at) != 0)
        share->as_at = localities->as_at;
    share->percent = ratio_percent(arena, share->population, share->total, 1);
    share->percent_long = ratio_percent(arena, share->population, share->total, 2);
    share->votes = votes_on(arena, share, share->total);
    share->percent_of_sum = ratio_percent(arena, share->population, share->sum_of_rows, 1);
    share->percent_long_of_sum = ratio_percent(arena, share->population, share->sum_of_rows, 2);
    share->votes_of_sum = votes_on(arena, share, share->sum_of_rows);
    if (localities->unknown > 0) {
        share->sum_of_rows = 0;
        share->percent_of_sum = share->percent_long_of_sum = share->votes_of_sum = NULL;
    }
    if (localities->has_votes && shares_differ(localities, row, share->votes_in_all, share->total))
        share->published_votes = number_canonical(arena, row->votes, localities->vote_places);
    return share;
}

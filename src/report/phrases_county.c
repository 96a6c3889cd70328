/* SPDX-License-Identifier: MIT */
#include "phrases_county.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_county_sizes(struct arena *arena, const struct county *county)
{
    return county->terms.own_measure ? text_capital(arena, county->terms.sizes) : "List sizes";
}

const char *phrases_county_votes(struct arena *arena, const struct county *county)
{
    return arena_format(arena, "%s, shared by %s: each %s has its part of %s, %s.",
                        phrases_votes_number(arena, county->votes_in_all, 0),
                        county->terms.own_measure ? county->terms.column : "list size",
                        county->terms.unit, phrases_measured(arena, &county->terms, county->total),
                        county->of_sum ? "the sum of the rows" : "the stated total");
}

const char *phrases_county_published(struct arena *arena, const struct county *county)
{
    bool any = false;
    const char *differences = "";
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        any = any || locality->published_votes != NULL;
        if (locality->published_differs)
            differences = phrases_join(
                arena, differences,
                arena_format(arena, "%s is published with %s, which works out at %s.",
                             locality->name, locality->published_votes, locality->votes));
    }
    if (!any)
        return NULL;
    return differences[0] == '\0' ? "The published votes match those worked out here."
                                  : differences;
}

const char *phrases_county_unknown(struct arena *arena, const struct county *county)
{
    return arena_format(
        arena, "It is not known who decides, because the %s of %zu of %zu %s is not.",
        county->terms.size, county->unknown, county->locality_count, county->terms.units);
}

/* "1 vote is left and goes by lot to one of A and B, whose fractions are equal." */
static const char *by_lot(struct arena *arena, const struct county *county)
{
    const char **names = arena_alloc(arena, county->locality_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < county->locality_count; i++)
        if (county->localities[i].by_lot)
            names[count++] = county->localities[i].name;
    bool one = county->lot_votes == 1;
    return arena_format(arena,
                        "%s %s left and %s by lot to %s of these %zu, whose fractions are "
                        "equal: %s.",
                        phrases_votes_number(arena, county->lot_votes, 0), one ? "is" : "are",
                        one ? "goes" : "go", number_grouped(arena, county->lot_votes), count,
                        text_list(arena, names, count, "and"));
}

const char *phrases_county_whole(struct arena *arena, const struct county *county)
{
    const char *how = arena_format(
        arena,
        "By largest remainder (Hamilton), on the sum of the rows: each %s has the whole part of "
        "its votes, and those left go to the largest fractions.",
        county->terms.unit);
    return county->lot_votes == 0 ? how : phrases_join(arena, how, by_lot(arena, county));
}

static const char *totals(struct arena *arena, const struct county *county)
{
    if (county->of_sum)
        return phrases_total_used(arena, &county->terms, county->sum_of_rows, county->stated_total);
    return arena_format(arena,
                        "The %s add up to %s, not the stated total of %s. So the shares add up to "
                        "%s%% and the votes "
                        "to %s. On the sum of the rows they add up to %s%% and %s.",
                        county->terms.units, number_grouped(arena, county->sum_of_rows),
                        number_grouped(arena, county->stated_total), county->sum_of_percent,
                        county->sum_of_votes, county->sum_of_percent_of_sum,
                        county->sum_of_votes_of_sum);
}

const char *phrases_county_quota(struct arena *arena, const struct county *county)
{
    const char *all = number_fixed_grouped(arena, county->power_in_all, county->power_places);
    const char *quota = number_canonical_grouped(arena, county->power.quota, county->power_places);
    if (county->power_decision == NULL)
        return arena_format(arena, "A majority of the %s votes is %s.", all, quota);
    return phrases_join(arena,
                        arena_format(arena, "By the rule of \"%s\" (%s) %s of %s votes carry.",
                                     county->power_decision, county->power_rule, quota, all),
                        county->power_clause == NULL
                            ? NULL
                            : phrases_sentence(arena, phrases_place(arena, county->power_clause)));
}

struct voters phrases_county_voters(struct arena *arena, const struct county *county)
{
    const char **names = arena_alloc(arena, county->locality_count, sizeof *names);
    for (size_t i = 0; i < county->locality_count; i++)
        names[i] = county->localities[i].name;
    return (struct voters){county->terms.unit, county->terms.units, names, county->locality_count};
}

struct note_list phrases_county_notes(struct arena *arena, const struct county *county)
{
    struct note_list all = phrases_no_notes(arena);
    bool differ = false;
    for (size_t i = 0; i < county->locality_count; i++)
        differ = differ || county->localities[i].published_differs;
    if (county->totals_differ)
        phrases_add_note(&all, ANCHOR_SHARE, totals(arena, county));
    if (!county->has_stated_total)
        phrases_add_note(&all, ANCHOR_SHARE,
                         "The table states no total, so the sum of the rows is used.");
    if (county->stated_practices != 0 && county->sum_of_practices != 0 &&
        county->stated_practices != county->sum_of_practices)
        phrases_add_note(
            &all, ANCHOR_PRACTICES,
            arena_format(arena, "The table states %s in all; its rows add up to %s.",
                         phrases_several(arena, county->stated_practices, "practice", "practices"),
                         number_grouped(arena, county->sum_of_practices)));
    if (differ)
        phrases_add_note(&all, ANCHOR_DEPENDS, phrases_county_published(arena, county));
    if (county->unknown > 0)
        phrases_add_note(
            &all, ANCHOR_SHARE,
            arena_format(arena,
                         "The table leaves the %s of %zu of %zu %s blank. What they have is not "
                         "known; the others have their part of the stated total.",
                         county->terms.size, county->unknown, county->locality_count,
                         county->terms.units));
    struct voters voters = phrases_county_voters(arena, county);
    phrases_add_note(&all, ANCHOR_DEPENDS, phrases_power_extremes(arena, &voters, &county->power));
    return all;
}

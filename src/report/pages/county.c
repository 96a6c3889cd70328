/* SPDX-License-Identifier: MIT */
#include "../phrases_county.h"

#include "pages.h"
#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- The localities, and the one whose rules these are */

static const char *county_name(struct arena *arena, const struct locality_share *locality)
{
    return locality->is_own ? arena_format(arena, "%s (own)", locality->name) : locality->name;
}

/* "South East Oxfordshire has 1.27 of 10 votes: ..."; NULL where the rules are of no locality. */
static const char *own_share(struct arena *arena, const struct county *county)
{
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *own = &county->localities[i];
        if (own->is_own && own->population == 0)
            return arena_format(arena, "The votes of %s are not known.", own->name);
        if (own->is_own)
            return arena_format(arena, "%s has %s.", own->name,
                                phrases_share(arena, &county->terms, own->votes,
                                              county->votes_in_all, own->population, county->total,
                                              own->percent));
    }
    return NULL;
}

/* ---- The picture: votes of each locality, the most first */

static const struct picture *shares_picture(struct arena *arena, const struct county *county)
{
    size_t count = county->locality_count;
    if (count == 0 || count > PICTURE_BARS_MOST)
        return NULL;
    const struct locality_share *most = &county->localities[0];
    struct picture *picture = picture_new(arena, NULL, count);
    for (size_t i = 0; i < count; i++) {
        const struct locality_share *locality = &county->localities[i];
        if (county->unknown > 0)
            return NULL; /* it shows who has most */
        most = locality->population > most->population ? locality : most;
        picture_bar(picture, (struct bar){
                                 .label = county_name(arena, locality),
                                 .figure = arena_format(arena, "%s votes (%s%%)", locality->votes,
                                                        locality->percent),
                                 .quantity = locality->population,
                             });
    }
    picture_sort(picture);
    picture->finding = arena_format(arena, "%s has most: %s of %s.", most->name, most->votes,
                                    phrases_votes_number(arena, county->votes_in_all, 0));
    return picture;
}

/* ---- The constitution's table, once more on the sum of the rows where that is another total */

enum {
    FIGURES = 5,
    COLUMNS_MOST = FIGURES + 2,
};

static bool tells_practices(const struct county *county)
{
    return county->sum_of_practices > 0 || county->stated_practices > 0;
}

static struct doc_table *shares_table(struct arena *arena, const struct county *county)
{
    struct doc_table *table = doc_table_new(arena,
                                            arena_format(arena, "Each %s's %s, share and votes",
                                                         county->terms.unit, county->terms.size),
                                            text_capital(arena, county->terms.unit));
    if (tells_practices(county))
        doc_table_column(table, "Practices", ALIGN_NUMBER);
    doc_table_column(table, text_capital(arena, county->terms.column), ALIGN_NUMBER)->brief =
        text_capital(arena, county->terms.measures);
    if (!county->totals_differ || county->of_sum) {
        doc_table_column(table, "Share", ALIGN_NUMBER);
        doc_table_column(table, "Votes", ALIGN_NUMBER);
        return table;
    }
    const int64_t totals[] = {county->stated_total, county->sum_of_rows};
    for (size_t i = 0; i < 2; i++) {
        const char *of = number_grouped(arena, totals[i]);
        struct doc_column *share =
            doc_table_column(table, arena_format(arena, "Share of %s", of), ALIGN_NUMBER);
        share->brief = "Share";
        share->group = arena_format(arena, "On %s", of);
        doc_table_column(table, arena_format(arena, "Votes on %s", of), ALIGN_NUMBER)->brief =
            "Votes";
    }
    return table;
}

/* `practices` is 0 where their number is not stated. */
static struct doc_row *shares_row(struct doc_table *table, const struct county *county,
                                  const char *name, int64_t practices,
                                  const char *const figures[FIGURES])
{
    const char *texts[COLUMNS_MOST] = {name};
    size_t at = 1;
    if (tells_practices(county))
        texts[at++] = practices == 0 ? NULL : number_grouped(table->arena, practices);
    for (size_t i = 0; i < FIGURES; i++)
        texts[at++] = figures[i];
    return doc_table_row(table, texts);
}

static void total_rows(const struct document *document, const struct county *county,
                       struct doc_table *table)
{
    struct arena *arena = document->arena;
    if (county->unknown == 0)
        shares_row(table, county, "Sum of the rows", county->sum_of_practices,
                   (const char *const[FIGURES]){
                       number_grouped(arena, county->sum_of_rows),
                       document_percent(arena, county->sum_of_percent),
                       county->sum_of_votes,
                       document_percent(arena, county->sum_of_percent_of_sum),
                       county->sum_of_votes_of_sum,
                   })
            ->is_total = true;
    if (!county->has_stated_total)
        return;
    struct doc_row *stated =
        shares_row(table, county, "Stated total", county->stated_practices,
                   (const char *const[FIGURES]){
                       number_grouped(arena, county->stated_total),
                       county->of_sum ? NULL : "100%",
                       county->of_sum ? NULL : number_grouped(arena, county->votes_in_all),
                   });
    stated->is_total = true;
    stated->marks = arena_alloc(arena, 1, sizeof *stated->marks);
    *stated->marks = document_marks(document, NO_POLL, ANCHOR_PRACTICES);
}

static void county_shares(struct document *document, const struct county *county)
{
    struct arena *arena = document->arena;
    struct doc_table *table = shares_table(arena, county);
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        shares_row(table, county, county_name(arena, locality), locality->practices,
                   (const char *const[FIGURES]){
                       locality->population == 0 ? "not known"
                                                 : number_grouped(arena, locality->population),
                       document_percent(arena, locality->percent),
                       locality->votes,
                       document_percent(arena, locality->percent_of_sum),
                       locality->votes_of_sum,
                   });
    }
    total_rows(document, county, table);
    table->picture = shares_picture(arena, county);
    document_quiet_section(document, "shares", text_capital(arena, county->terms.units), false);
    document_table(document, table);
}

/* ---- Whole votes, and voting power */

static void county_whole(struct document *document, const struct county *county)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, arena_format(arena, "Each %s's whole votes", county->terms.unit),
                      arena_format(arena, "%s|#Votes", text_capital(arena, county->terms.unit)));
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        const char *votes = number_grouped(arena, locality->whole_votes);
        if (locality->by_lot)
            votes = arena_format(arena, "%s or %s, by lot", votes,
                                 number_grouped(arena, locality->whole_votes + 1));
        doc_table_row(table, (const char *const[]){county_name(arena, locality), votes});
    }
    doc_table_row(table,
                  (const char *const[]){"In all", number_grouped(arena, county->votes_in_all)})
        ->is_total = true;
    document_section(document, "whole-votes", "Whole votes");
    document_paragraph(document, NULL, phrases_county_whole(arena, county));
    document_table(document, table);
}

static void county_power_table(struct document *document, const struct county *county)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(
        arena, arena_format(arena, "How often each %s's vote decides", county->terms.unit),
        arena_format(arena, "%s|#Votes|#Decides|#Banzhaf|#Shapley-Shubik",
                     text_capital(arena, county->terms.unit)));
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct member_power *member = &county->power.members[i];
        const struct locality_share *locality = &county->localities[i];
        doc_table_row(table,
                      (const char *const[]){
                          county_name(arena, locality),
                          number_fixed_grouped(arena, county->power_votes[i], county->power_places),
                          number_grouped(arena, member->decides),
                          document_percent(arena, member->banzhaf),
                          document_percent(arena, member->shapley)});
    }
    document_table(document, table);
}

static void county_power(struct document *document, const struct county *county)
{
    struct arena *arena = document->arena;
    struct voters voters = phrases_county_voters(arena, county);
    document_section(document, "power", "Voting power");
    if (county->unknown > 0) {
        document_paragraph(document, NULL, phrases_county_unknown(arena, county));
        return;
    }
    if (!county->power.known) {
        document_paragraph(document, NULL, phrases_power_unknown(arena, &voters, &county->power));
        return;
    }
    document_paragraph(document, NULL,
                       phrases_join(arena, phrases_county_quota(arena, county),
                                    phrases_power(arena, &voters, &county->power)));
    const char *extremes = phrases_power_extremes(arena, &voters, &county->power);
    if (extremes[0] != '\0')
        document_paragraph(document, NULL, extremes);
    county_power_table(document, county);
}

struct document *page_of_county(struct arena *arena, const void *value)
{
    const struct county *county = value;
    struct document *document = document_new(arena, county->body, &county->from, NULL);
    document->sharers = county->terms.units;
    document->notes = phrases_county_notes(arena, county);
    document->headline = document->about = "Votes on the Governing Body";
    document->outcome =
        arena_format(arena, "%s for %s", phrases_votes_number(arena, county->votes_in_all, 0),
                     phrases_several(arena, (int64_t)county->locality_count, county->terms.unit,
                                     county->terms.units));
    if (date_given(county->as_at))
        document->line = arena_format(arena, "%s at %s", phrases_county_sizes(arena, county),
                                      date_long(arena, county->as_at));
    document->kind = document->line;
    document_quiet_section(document, "votes", "Votes", false);
    document_paragraph(document, "Own", own_share(arena, county));
    document_paragraph(document, "Votes", phrases_county_votes(arena, county))->marks =
        document_marks(document, NO_POLL, ANCHOR_SHARE);
    document_paragraph(document, "Published", phrases_county_published(arena, county));
    county_shares(document, county);
    if (county->whole)
        county_whole(document, county);
    county_power(document, county);
    return document;
}

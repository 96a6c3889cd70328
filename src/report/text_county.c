/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "page.h"
#include "phrases_county.h"
#include "quorate/date.h"
#include "quorate/ratio.h"

/* The table of the constitution, once more on the sum of the rows where that is another total. */
enum {
    COLUMNS = 4,
    COLUMNS_BOTH = 6,
};

static const char *percent(const struct page *page, const char *figure)
{
    return arena_format(page->arena, "%s%%", figure);
}

static void locality_rows(const struct page *page, const struct county *county,
                          struct page_table *table)
{
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        page_table_row(page, table,
                       (const char *const[COLUMNS_BOTH]){
                           phrases_county_name(page->arena, locality),
                           number_grouped(page->arena, locality->population),
                           percent(page, locality->percent),
                           locality->votes,
                           percent(page, locality->percent_of_sum),
                           locality->votes_of_sum,
                       });
    }
}

/* "Total as stated (76 practices)" */
static const char *total_name(const struct page *page, const char *name, int64_t practices)
{
    if (practices == 0)
        return name;
    return arena_format(page->arena, "%s (%s)", name,
                        phrases_several(page->arena, practices, "practice", "practices"));
}

static void total_rows(const struct page *page, const struct county *county,
                       struct page_table *table)
{
    struct arena *arena = page->arena;
    const char *anchors = phrases_anchors(arena, page->notes, NO_POLL, ANCHOR_PRACTICES);
    page_table_row(page, table,
                   (const char *const[COLUMNS_BOTH]){
                       total_name(page, "Sum of the rows", county->sum_of_practices),
                       number_grouped(arena, county->sum_of_rows),
                       percent(page, county->sum_of_percent),
                       county->sum_of_votes,
                       percent(page, county->sum_of_percent_of_sum),
                       county->sum_of_votes_of_sum,
                   });
    if (county->has_stated_total)
        page_table_row(
            page, table,
            (const char *const[COLUMNS_BOTH]){
                arena_format(arena, "%s%s",
                             total_name(page, "Stated total", county->stated_practices), anchors),
                number_grouped(arena, county->stated_total),
                county->of_sum ? NULL : "100%",
                county->of_sum ? NULL : number_grouped(arena, county->votes_in_all),
            });
}

static void shares(const struct page *page, const struct county *county)
{
    bool both = county->totals_differ && !county->of_sum;
    const struct page_group groups[] = {
        {2, arena_format(page->arena, "On %s", number_grouped(page->arena, county->stated_total))},
        {4, arena_format(page->arena, "On %s", number_grouped(page->arena, county->sum_of_rows))},
    };
    struct page_table table = {
        .columns = both ? COLUMNS_BOTH : COLUMNS, .groups = groups, .group_count = both ? 2 : 0};
    page_blank(page);
    page_table_row(page, &table,
                   (const char *const[COLUMNS_BOTH]){"Locality", "Population", "Share", "Votes",
                                                     "Share", "Votes"});
    locality_rows(page, county, &table);
    total_rows(page, county, &table);
    page_table_end(page, &table);
}

static const char *whole_votes(const struct page *page, const struct locality_share *locality)
{
    const char *votes = number_grouped(page->arena, locality->whole_votes);
    if (!locality->by_lot)
        return votes;
    return arena_format(page->arena, "%s or %s, by lot", votes,
                        number_grouped(page->arena, locality->whole_votes + 1));
}

static void whole(const struct page *page, const struct county *county)
{
    struct page_table table = {.columns = 2};
    page_blank(page);
    page_line(page, "Whole votes");
    page_line(page, phrases_county_whole(page->arena, county));
    page_blank(page);
    page_table_row(page, &table, (const char *const[]){"Locality", "Votes"});
    for (size_t i = 0; i < county->locality_count; i++)
        page_table_row(page, &table,
                       (const char *const[]){county->localities[i].name,
                                             whole_votes(page, &county->localities[i])});
    page_table_row(
        page, &table,
        (const char *const[]){"In all", number_grouped(page->arena, county->votes_in_all)});
    page_table_end(page, &table);
}

static void power_table(const struct page *page, const struct county *county)
{
    struct page_table table = {.columns = 5};
    page_table_row(
        page, &table,
        (const char *const[]){"Locality", "Votes", "Decides", "Banzhaf", "Shapley-Shubik"});
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct member_power *member = &county->power.members[i];
        page_table_row(
            page, &table,
            (const char *const[]){county->localities[i].name, county->localities[i].votes,
                                  number_grouped(page->arena, member->decides),
                                  percent(page, member->banzhaf), percent(page, member->shapley)});
    }
    page_table_end(page, &table);
}

static void power(const struct page *page, const struct county *county)
{
    struct arena *arena = page->arena;
    struct voters voters = phrases_county_voters(page->arena, county);
    page_blank(page);
    page_line(page, "Voting power");
    if (!county->power.known) {
        page_line(page, phrases_power_unknown(arena, &voters, &county->power));
        return;
    }
    page_line(page,
              arena_format(arena, "A majority of the %s votes is %s. %s", county->sum_of_votes,
                           number_canonical_grouped(arena, county->power.quota, 2),
                           phrases_power(arena, &voters, &county->power)));
    const char *extremes = phrases_power_extremes(arena, &voters, &county->power);
    if (extremes[0] != '\0')
        page_line(page, extremes);
    page_blank(page);
    power_table(page, county);
}

bool report_text_county(struct arena *arena, const struct county *county, struct buffer *out)
{
    struct note_list notes = phrases_county_notes(arena, county);
    struct page page = {.arena = arena, .notes = &notes, .out = out};
    page_title(&page, "Votes on the Governing Body");
    if (date_given(county->as_at))
        page_line(&page, arena_format(arena, "List sizes at %s", date_long(arena, county->as_at)));
    page_blank(&page);
    page_paragraph(&page, "Votes",
                   arena_format(arena, "%s%s", phrases_county_votes(arena, county),
                                phrases_anchors(arena, &notes, NO_POLL, ANCHOR_SHARE)));
    const char *published = phrases_county_published(arena, county);
    if (published != NULL)
        page_paragraph(&page, "Published", published);
    shares(&page, county);
    if (county->whole)
        whole(&page, county);
    power(&page, county);
    text_notes(&page);
    text_files(&page, county->inputs, county->input_count, county->version);
    return true;
}

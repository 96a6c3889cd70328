/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <stdlib.h>

#include "html.h"
#include "phrases_county.h"
#include "quorate/date.h"
#include "quorate/ratio.h"

static const char *percent(const struct html *html, const char *figure)
{
    return arena_format(html->arena, "%s%%", figure);
}

/* ---- The picture: votes of each locality, the most first */

static int by_population(const void *one, const void *other)
{
    const struct locality_share *a = *(const struct locality_share *const *)one;
    const struct locality_share *b = *(const struct locality_share *const *)other;
    if (a->population != b->population)
        return a->population > b->population ? -1 : 1;
    return a < b ? -1 : 1;
}

static void picture(const struct html *html, const struct county *county)
{
    size_t count = county->locality_count;
    struct arena *arena = html->arena;
    if (count == 0 || count > HTML_BARS_MOST)
        return;
    const struct locality_share **order = arena_alloc(arena, count, sizeof *order);
    struct bar *bars = arena_alloc(arena, count, sizeof *bars);
    for (size_t i = 0; i < count; i++)
        order[i] = &county->localities[i];
    qsort(order, count, sizeof *order, by_population);
    for (size_t i = 0; i < count; i++)
        bars[i] = (struct bar){
            .label = order[i]->name,
            .figure = arena_format(arena, "%s votes (%s%%)", order[i]->votes, order[i]->percent),
            .quantity = order[i]->population,
        };
    struct picture picture = {
        .finding = arena_format(arena, "%s has most: %s of %s.", order[0]->name, order[0]->votes,
                                phrases_votes_number(arena, county->votes_in_all, 0)),
        .bars = bars,
        .count = count,
        .scale = order[0]->population,
    };
    html_picture(html, &picture);
}

/* ---- The constitution's table, once more on the sum of the rows where that is another total */

enum {
    COLUMNS = 4,
    COLUMNS_BOTH = 6,
};

static void locality_row(const struct html *html, struct html_table *table,
                         const struct locality_share *locality)
{
    html_row(html, table,
             (const char *const[COLUMNS_BOTH]){
                 phrases_county_name(html->arena, locality),
                 number_grouped(html->arena, locality->population),
                 percent(html, locality->percent),
                 locality->votes,
                 percent(html, locality->percent_of_sum),
                 locality->votes_of_sum,
             });
}

/* "Stated total (76 practices)" */
static const char *total_name(const struct html *html, const char *name, int64_t practices)
{
    if (practices == 0)
        return name;
    return arena_format(html->arena, "%s (%s)", name,
                        phrases_several(html->arena, practices, "practice", "practices"));
}

static void total_row(const struct html *html, struct html_table *table, const char *name,
                      bool noted, const char *const *cells)
{
    html_row_start(html, table, true);
    html_cell_start(html, table);
    html_text(html, name);
    if (noted)
        html_anchors(html, NO_POLL, ANCHOR_PRACTICES);
    html_cell_end(html, table);
    for (size_t i = 1; i < table->count; i++)
        html_cell(html, table, cells[i - 1]);
    html_row_end(html);
}

static void total_rows(const struct html *html, const struct county *county,
                       struct html_table *table)
{
    struct arena *arena = html->arena;
    const char *const sum[COLUMNS_BOTH] = {
        number_grouped(arena, county->sum_of_rows),
        percent(html, county->sum_of_percent),
        county->sum_of_votes,
        percent(html, county->sum_of_percent_of_sum),
        county->sum_of_votes_of_sum,
    };
    const char *const stated[COLUMNS_BOTH] = {
        number_grouped(arena, county->stated_total),
        county->of_sum ? NULL : "100%",
        county->of_sum ? NULL : number_grouped(arena, county->votes_in_all),
    };
    total_row(html, table, total_name(html, "Sum of the rows", county->sum_of_practices), false,
              sum);
    if (county->has_stated_total)
        total_row(html, table, total_name(html, "Stated total", county->stated_practices), true,
                  stated);
}

static void shares(const struct html *html, const struct county *county)
{
    struct arena *arena = html->arena;
    bool both = county->totals_differ && !county->of_sum;
    const char *total = number_grouped(arena, county->stated_total);
    const char *sum = number_grouped(arena, county->sum_of_rows);
    const struct html_column columns[COLUMNS_BOTH] = {
        {"Locality", false},
        {"Population", true},
        {both ? arena_format(arena, "Share of %s", total) : "Share", true},
        {both ? arena_format(arena, "Votes on %s", total) : "Votes", true},
        {arena_format(arena, "Share of %s", sum), true},
        {arena_format(arena, "Votes on %s", sum), true},
    };
    struct html_table table = {.columns = columns, .count = both ? COLUMNS_BOTH : COLUMNS};
    html_section_start(html, "shares", "Localities");
    picture(html, county);
    html_table_start(html, &table, "Each locality's population, share and votes");
    for (size_t i = 0; i < county->locality_count; i++)
        locality_row(html, &table, &county->localities[i]);
    total_rows(html, county, &table);
    html_table_end(html);
    html_section_end(html);
}

/* ---- Whole votes, and voting power */

static const char *whole_votes(const struct html *html, const struct locality_share *locality)
{
    const char *votes = number_grouped(html->arena, locality->whole_votes);
    if (!locality->by_lot)
        return votes;
    return arena_format(html->arena, "%s or %s, by lot", votes,
                        number_grouped(html->arena, locality->whole_votes + 1));
}

static void whole(const struct html *html, const struct county *county)
{
    static const struct html_column columns[] = {{"Locality", false}, {"Votes", true}};
    struct html_table table = {.columns = columns, .count = 2};
    html_section_start(html, "whole-votes", "Whole votes");
    html_paragraph(html, phrases_county_whole(html->arena, county));
    html_table_start(html, &table, "Each locality's whole votes");
    for (size_t i = 0; i < county->locality_count; i++)
        html_row(html, &table,
                 (const char *const[]){county->localities[i].name,
                                       whole_votes(html, &county->localities[i])});
    total_row(html, &table, "In all", false,
              (const char *const[COLUMNS_BOTH]){number_grouped(html->arena, county->votes_in_all)});
    html_table_end(html);
    html_section_end(html);
}

static void power_table(const struct html *html, const struct county *county)
{
    static const struct html_column columns[] = {{"Locality", false},
                                                 {"Votes", true},
                                                 {"Decides", true},
                                                 {"Banzhaf", true},
                                                 {"Shapley-Shubik", true}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    html_table_start(html, &table, "How often each locality's vote decides");
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct member_power *member = &county->power.members[i];
        html_row(html, &table,
                 (const char *const[]){county->localities[i].name, county->localities[i].votes,
                                       number_grouped(html->arena, member->decides),
                                       percent(html, member->banzhaf),
                                       percent(html, member->shapley)});
    }
    html_table_end(html);
}

static void power(const struct html *html, const struct county *county)
{
    struct arena *arena = html->arena;
    struct voters voters = phrases_county_voters(html->arena, county);
    html_section_start(html, "power", "Voting power");
    if (county->power.known) {
        html_paragraph(html, arena_format(arena, "A majority of the %s votes is %s. %s",
                                          county->sum_of_votes,
                                          number_canonical_grouped(arena, county->power.quota, 2),
                                          phrases_power(arena, &voters, &county->power)));
        const char *extremes = phrases_power_extremes(arena, &voters, &county->power);
        if (extremes[0] != '\0')
            html_paragraph(html, extremes);
        power_table(html, county);
    } else {
        html_paragraph(html, phrases_power_unknown(arena, &voters, &county->power));
    }
    html_section_end(html);
}

bool report_html_county(struct arena *arena, const struct county *county, struct buffer *out)
{
    struct note_list notes = phrases_county_notes(arena, county);
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    struct html_title title = {
        .outcome = arena_format(
            arena, "%s for %s", phrases_votes_number(arena, county->votes_in_all, 0),
            phrases_several(arena, (int64_t)county->locality_count, "locality", "localities")),
        .about = "Votes on the Governing Body",
        .body = county->body == NULL ? county->constitution : county->body,
        .version = county->version,
    };
    if (date_given(county->as_at))
        title.kind = arena_format(arena, "List sizes at %s", date_long(arena, county->as_at));
    html_page_start(&html, &title);
    html_section_start(&html, "votes", "Votes");
    html_noted(&html, phrases_county_votes(arena, county), NO_POLL, ANCHOR_SHARE);
    const char *published = phrases_county_published(arena, county);
    if (published != NULL)
        html_paragraph(&html, published);
    html_section_end(&html);
    shares(&html, county);
    if (county->whole)
        whole(&html, county);
    power(&html, county);
    html_notes(&html);
    html_files(&html, county->inputs, county->input_count);
    html_page_end(&html, county->version);
    return true;
}

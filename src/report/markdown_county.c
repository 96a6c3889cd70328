/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "markdown.h"
#include "phrases_county.h"
#include "quorate/date.h"
#include "quorate/ratio.h"

enum {
    COLUMNS = 4,
    COLUMNS_BOTH = 6, /* once more on the sum of the rows, where that is another total */
    POWER_COLUMNS = 5,
};

static void share_rows(const struct markdown *markdown, const struct county *county, size_t columns)
{
    struct arena *arena = markdown->arena;
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        markdown_row(markdown,
                     (const char *const[COLUMNS_BOTH]){
                         phrases_county_name(arena, locality),
                         number_grouped(arena, locality->population),
                         markdown_percent(markdown, locality->percent),
                         locality->votes,
                         markdown_percent(markdown, locality->percent_of_sum),
                         locality->votes_of_sum,
                     },
                     columns);
    }
    markdown_row(markdown,
                 (const char *const[COLUMNS_BOTH]){
                     "Sum of the rows",
                     number_grouped(arena, county->sum_of_rows),
                     markdown_percent(markdown, county->sum_of_percent),
                     county->sum_of_votes,
                     markdown_percent(markdown, county->sum_of_percent_of_sum),
                     county->sum_of_votes_of_sum,
                 },
                 columns);
    if (county->has_stated_total)
        markdown_row(markdown,
                     (const char *const[COLUMNS_BOTH]){
                         markdown_noted(markdown, "Stated total", NO_POLL, ANCHOR_PRACTICES),
                         number_grouped(arena, county->stated_total),
                         county->of_sum ? NULL : "100%",
                         county->of_sum ? NULL : number_grouped(arena, county->votes_in_all),
                     },
                     columns);
}

static void shares(const struct markdown *markdown, const struct county *county)
{
    struct arena *arena = markdown->arena;
    bool both = county->totals_differ && !county->of_sum;
    size_t columns = both ? COLUMNS_BOTH : COLUMNS;
    const char *on_stated = "", *on_sum = "";
    if (both) {
        on_stated = arena_format(arena, " on %s", number_grouped(arena, county->stated_total));
        on_sum = arena_format(arena, " on %s", number_grouped(arena, county->sum_of_rows));
    }
    markdown_heading(markdown, 2, "Votes");
    markdown_head(markdown,
                  (const char *const[COLUMNS_BOTH]){"Locality", "Population",
                                                    arena_format(arena, "Share%s", on_stated),
                                                    arena_format(arena, "Votes%s", on_stated),
                                                    arena_format(arena, "Share%s", on_sum),
                                                    arena_format(arena, "Votes%s", on_sum)},
                  columns, 1);
    share_rows(markdown, county, columns);
    markdown_break(markdown);
}

static void whole(const struct markdown *markdown, const struct county *county)
{
    struct arena *arena = markdown->arena;
    markdown_heading(markdown, 2, "Whole votes");
    markdown_paragraph(markdown, phrases_county_whole(arena, county));
    markdown_head(markdown, (const char *const[]){"Locality", "Votes"}, 2, 1);
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct locality_share *locality = &county->localities[i];
        const char *votes = number_grouped(arena, locality->whole_votes);
        if (locality->by_lot)
            votes = arena_format(arena, "%s or %s, by lot", votes,
                                 number_grouped(arena, locality->whole_votes + 1));
        markdown_row(markdown, (const char *const[]){locality->name, votes}, 2);
    }
    markdown_break(markdown);
}

static void power(const struct markdown *markdown, const struct county *county)
{
    struct arena *arena = markdown->arena;
    struct voters voters = phrases_county_voters(arena, county);
    markdown_heading(markdown, 2, "Voting power");
    if (!county->power.known) {
        markdown_paragraph(markdown, phrases_power_unknown(arena, &voters, &county->power));
        return;
    }
    markdown_paragraph(
        markdown, arena_format(arena, "A majority of the %s votes is %s. %s", county->sum_of_votes,
                               number_canonical_grouped(arena, county->power.quota, 2),
                               phrases_power(arena, &voters, &county->power)));
    const char *extremes = phrases_power_extremes(arena, &voters, &county->power);
    if (extremes[0] != '\0')
        markdown_paragraph(markdown, extremes);
    markdown_head(markdown,
                  (const char *const[POWER_COLUMNS]){"Locality", "Votes", "Decides", "Banzhaf",
                                                     "Shapley-Shubik"},
                  POWER_COLUMNS, 1);
    for (size_t i = 0; i < county->locality_count; i++) {
        const struct member_power *member = &county->power.members[i];
        markdown_row(
            markdown,
            (const char *const[POWER_COLUMNS]){voters.names[i], county->localities[i].votes,
                                               number_grouped(arena, member->decides),
                                               markdown_percent(markdown, member->banzhaf),
                                               markdown_percent(markdown, member->shapley)},
            POWER_COLUMNS);
    }
    markdown_break(markdown);
}

bool report_markdown_county(struct arena *arena, const struct county *county, struct buffer *out)
{
    struct note_list notes = phrases_county_notes(arena, county);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, "Votes on the Governing Body");
    if (date_given(county->as_at))
        markdown_paragraph(
            &markdown, arena_format(arena, "List sizes at %s.", date_long(arena, county->as_at)));
    markdown_paragraph(&markdown, markdown_noted(&markdown, phrases_county_votes(arena, county),
                                                 NO_POLL, ANCHOR_SHARE));
    const char *published = phrases_county_published(arena, county);
    if (published != NULL)
        markdown_paragraph(&markdown, published);
    shares(&markdown, county);
    if (county->whole)
        whole(&markdown, county);
    power(&markdown, county);
    markdown_notes(&markdown);
    markdown_files(&markdown, county->inputs, county->input_count, county->version);
    return true;
}

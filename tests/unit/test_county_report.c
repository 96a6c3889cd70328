/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "quorate/report.h"
#include "reports.h"
#include "reweightings.h"

static const char *text_of(struct arena *arena, const struct county_sample *sample)
{
    struct buffer out = {.arena = arena};
    report_write(format_named("text"), &report_kinds[REPORT_COUNTY], arena, &sample->county, &out);
    return buffer_text(&out);
}

static const char *json_of(struct arena *arena, const struct county_sample *sample)
{
    struct buffer out = {.arena = arena};
    report_json_county(arena, &sample->county, &out);
    return buffer_text(&out);
}

static void text_page(void **state)
{
    static struct county_sample sample;
    sample_county(&sample);
    sample.localities[3].is_own = true;
    check_text(text_of(arena_of(state), &sample),
               "VOTES ON THE GOVERNING BODY\n"
               "List sizes at 1 April 2015\n"
               "\n"
               "Own         South East Oxfordshire has 1.27 of 10 votes: 91,732 of 720,029\n"
               "            patients (12.7%).\n"
               "Votes       10 votes, shared by list size: each locality has its part of 720,029\n"
               "            patients, the stated total. [1]\n"
               "Published   The published votes match those worked out here.\n"
               "\n"
               "                                                   On 720,029    On 716,193\n"
               "Locality                      Practices  Patients  Share  Votes   Share  Votes\n"
               "North East Oxfordshire               10    81,090  11.3%   1.13   11.3%   1.13\n"
               "North Oxfordshire                    12   108,566  15.1%   1.51   15.2%   1.52\n"
               "Oxford City                          24   211,438  29.4%   2.94   29.5%   2.95\n"
               "South East Oxfordshire (own)         10    91,732  12.7%   1.27   12.8%   1.28\n"
               "South West Oxfordshire               13   142,407  19.8%   1.98   19.9%   1.99\n"
               "West Oxfordshire                      9    80,960  11.2%   1.12   11.3%   1.13\n"
               "Sum of the rows                      78   716,193  99.5%   9.95  100.0%  10.00\n"
               "Stated total [2]                     76   720,029   100%     10\n"
               "\n"
               "Voting power\n"
               "A majority of the 9.95 votes is 4.98. Decides: in how many of the 32 ways in\n"
               "which the other 5 localities can vote for or against, this one's vote decides.\n"
               "Banzhaf: its part of all such ways. Shapley-Shubik: in what part of all orders\n"
               "in which the localities could join those in favour, its vote makes the majority.\n"
               "\n"
               "Locality                      Votes  Decides  Banzhaf  Shapley-Shubik\n"
               "North East Oxfordshire         1.13        8   13.33%          13.33%\n"
               "North Oxfordshire              1.51        8   13.33%          13.33%\n"
               "Oxford City                    2.94       20   33.33%          33.33%\n"
               "South East Oxfordshire (own)   1.27        8   13.33%          13.33%\n"
               "South West Oxfordshire         1.98        8   13.33%          13.33%\n"
               "West Oxfordshire               1.12        8   13.33%          13.33%\n"
               "\n"
               "Notes\n"
               "[1] The localities add up to 716,193, not the stated total of 720,029. So the\n"
               "    shares add up to 99.5% and the votes to 9.95. On the sum of the rows they\n"
               "    add up to 100.0% and 10.00.\n"
               "[2] The table states 76 practices in all; its rows add up to 78.\n"
               "\n"
               "Files       localities.csv   sha256\n"
               "            0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
               "Made by     quorate 1.0.0\n");
}

static void json_page(void **state)
{
    static struct county_sample sample;
    sample_county(&sample);
    sample.county.from.request = (struct request){.constitution = "south-east-oxfordshire-2015",
                                                  .bundled = true,
                                                  .localities = "localities.csv",
                                                  .date = {2015, 6, 24},
                                                  .whole = true};
    sample.county.locality_count = 1;
    check_text(
        json_of(arena_of(state), &sample),
        "{\n"
        "  \"schema\": \"quorate/share/1\",\n"
        "  \"as_at\": \"2015-04-01\",\n"
        "  \"votes_in_all\": \"10\",\n"
        "  \"stated_total\": 720029,\n"
        "  \"sum_of_rows\": 716193,\n"
        "  \"sum_of_votes\": \"9.95\",\n"
        "  \"localities\": [\n"
        "    {\n"
        "      \"name\": \"North East Oxfordshire\",\n"
        "      \"practices\": 10,\n"
        "      \"population\": 81090,\n"
        "      \"percent\": \"11.3\",\n"
        "      \"votes\": \"1.13\",\n"
        "      \"percent_of_sum\": \"11.3\",\n"
        "      \"votes_of_sum\": \"1.13\",\n"
        "      \"published_votes\": \"1.13\",\n"
        "      \"own\": false\n"
        "    }\n"
        "  ],\n"
        "  \"notes\": [\n"
        "    \"The localities add up to 716,193, not the stated total of 720,029. So the shares "
        "add up to 99.5% and the votes to 9.95. On the sum of the rows they add up to 100.0% and "
        "10.00.\",\n"
        "    \"The table states 76 practices in all; its rows add up to 78.\"\n"
        "  ],\n"
        "  \"constitution\": \"south-east-oxfordshire-2015\",\n"
        "  \"origin\": \"bundled\",\n"
        "  \"differs_from_bundled\": null,\n"
        "  \"version\": \"1.0.0\",\n"
        "  \"sum_of_percent\": \"99.5\",\n"
        "  \"sum_of_percent_of_sum\": \"100.0\",\n"
        "  \"sum_of_votes_of_sum\": \"10.00\",\n"
        "  \"stated_practices\": 76,\n"
        "  \"sum_of_practices\": 78,\n"
        "  \"whole\": null,\n"
        "  \"power\": {\n"
        "    \"quota\": \"4.98\",\n"
        "    \"ways\": 32,\n"
        "    \"members\": [\n"
        "      {\n"
        "        \"name\": \"North East Oxfordshire\",\n"
        "        \"decides\": 8,\n"
        "        \"banzhaf\": \"13.33\",\n"
        "        \"shapley\": \"13.33\"\n"
        "      }\n"
        "    ]\n"
        "  },\n"
        "  \"inputs\": [\n"
        "    {\n"
        "      \"role\": \"localities\",\n"
        "      \"file\": \"localities.csv\",\n"
        "      \"rows\": 7,\n"
        "      \"sha256\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"\n"
        "    }\n"
        "  ],\n"
        "  \"options\": {\n"
        "    \"constitution\": \"south-east-oxfordshire-2015\",\n"
        "    \"bundled\": true,\n"
        "    \"localities\": \"localities.csv\",\n"
        "    \"date\": \"2015-06-24\",\n"
        "    \"whole\": true\n"
        "  }\n"
        "}\n");
}

/* 2 votes are left, and 3 localities have equal fractions. */
static void whole_votes(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    static const int64_t whole[LOCALITIES] = {1, 1, 3, 1, 2, 1};
    sample_county(&sample);
    sample.county.whole = true;
    for (size_t i = 0; i < LOCALITIES; i++)
        sample.localities[i].whole_votes = whole[i];
    const char *page = text_of(arena, &sample);
    check_says(arena, page,
               "\nWhole votes\n"
               "By largest remainder (Hamilton), on the sum of the rows: each locality "
               "has the\nwhole part of its votes, and those left go to the largest "
               "fractions.\n\n"
               "Locality                Votes\n"
               "North East Oxfordshire      1\n");
    check_says(arena, page, "\nIn all                     10\n");
    check_contains(
        json_of(arena, &sample),
        "\"published_votes\": \"1.51\",\n      \"own\": false,\n      \"whole_votes\": 1,\n"
        "      \"by_lot\": false\n");
    check_contains(json_of(arena, &sample),
                   "\"whole\": {\n    \"lot_votes\": 0,\n    \"lot_among\": 0\n  }");
    check_lacks(page, "by lot");

    sample.county.lot_votes = 2;
    sample.county.lot_among = 3;
    sample.localities[0].by_lot = sample.localities[1].by_lot = sample.localities[5].by_lot = true;
    page = text_of(arena, &sample);
    check_says(arena, page,
               "fractions. 2 votes are\nleft and go by lot to 2 of these 3, whose "
               "fractions are equal: North East\nOxfordshire, North Oxfordshire and "
               "West Oxfordshire.\n");
    check_says(arena, page,
               "North Oxfordshire       1 or 2, by lot\n"
               "Oxford City                          3\n");
    check_contains(json_of(arena, &sample),
                   "\"whole\": {\n    \"lot_votes\": 2,\n    \"lot_among\": 3\n  }");
    sample.county.lot_votes = 1;
    check_says(arena, text_of(arena, &sample), "1 vote is\nleft and goes by lot to 1 of these 3");
}

static void other_counties(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    sample_county(&sample);
    sample.localities[1].published_votes = "1.52";
    sample.localities[1].published_differs = true;
    check_says(arena, text_of(arena, &sample),
               "\nPublished   North Oxfordshire is published with 1.52, which works out at "
               "1.51.\n");
    check_contains(json_of(arena, &sample), "\"North Oxfordshire is published with 1.52, which "
                                            "works out at 1.51.\"\n  ],");

    sample.county.of_sum = true;
    sample.county.total = sample.county.sum_of_rows;
    const char *page = text_of(arena, &sample);
    check_says(arena, page, "part of 716,193\n            patients, the sum of the rows. [1]\n");
    check_says(arena, page, "\nLocality Practices Patients Share Votes\n");
    check_says(arena, page,
               "\n[1] The localities add up to 716,193, which is used here, not the "
               "stated total\n    of 720,029.\n");

    sample.county.has_stated_total = sample.county.totals_differ = false;
    sample.county.stated_practices = sample.county.sum_of_practices = 0;
    for (size_t i = 0; i < LOCALITIES; i++) {
        sample.localities[i].published_votes = NULL;
        sample.localities[i].published_differs = false;
        sample.localities[i].practices = 0;
    }
    sample.county.as_at = (struct date){0};
    page = text_of(arena, &sample);
    check_says(arena, page, "VOTES ON THE GOVERNING BODY\n\nVotes ");
    check_says(arena, page, "\nLocality Patients Share Votes\n");
    check_says(arena, page, "\nOxford City 211,438");
    check_says(arena, page, "\nSum of the rows            716,193");
    check_says(arena, page, "[1] The table states no total, so the sum of the rows is used.\n");
    check_lacks(page, "Published");
    check_lacks(page, "Stated total");
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"as_at\": null,\n");
    check_contains(json, "\"stated_total\": null,\n");
    check_contains(json, "\"practices\": null,\n      \"population\": 81090,");
    check_contains(json, "\"published_votes\": null,\n");
    check_contains(json, "\"stated_practices\": null,\n  \"sum_of_practices\": null,\n");
}

/* With votes 50, 49 and 1 and 51 needed all decide; with 60 the first alone does. */
static void extremes_of_power(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    sample_county(&sample);
    for (size_t i = 0; i < LOCALITIES; i++) {
        sample.power[i] = (struct member_power){i == 2 ? 32 : 0, i == 2 ? "100.00" : "0.00",
                                                i == 2 ? "100.00" : "0.00", i != 2, i == 2};
    }
    const char *page = text_of(arena, &sample);
    check_says(arena, page,
               "\nOxford City always decides, whatever the others vote. North East "
               "Oxfordshire,\nNorth Oxfordshire, South East Oxfordshire, South West "
               "Oxfordshire and West\nOxfordshire can never decide: whatever the others "
               "vote, the vote of each changes\nnothing.\n");
    check_contains(json_of(arena, &sample),
                   "\"Oxford City always decides, whatever the others vote. North East ");
    check_says(arena, page, "\nOxford City              2.94       32  100.00%         100.00%\n");
    for (size_t i = 0; i < LOCALITIES; i++)
        sample.power[i].always = sample.power[i].never = false;
    sample.power[5].never = true;
    check_says(arena, text_of(arena, &sample),
               "\nWest Oxfordshire can never decide: whatever the "
               "others vote, its vote changes\nnothing.\n");
    sample.county.power = (struct power){.quota = 498};
    check_says(arena, text_of(arena, &sample),
               "Voting power It is not known: the votes of 6 localities are so many that counting "
               "what they add up to in every way would take too much memory.");
    sample.county.locality_count = 54;
    struct locality_share many[54];
    for (size_t i = 0; i < 54; i++)
        many[i] = sample.localities[i % LOCALITIES];
    sample.county.localities = many;
    check_says(
        arena, text_of(arena, &sample),
        "It is not known: the ways in which 54 localities can vote are too many to count. It "
        "is told of up to 53.");
    sample.county.localities = sample.localities;
    sample.county.locality_count = LOCALITIES;
    check_contains(json_of(arena, &sample), "\"power\": null,");
    sample.county.power =
        (struct power){.known = true, .quota = 498, .ways = 2, .members = sample.power};
    sample.county.locality_count = 2;
    check_says(arena, text_of(arena, &sample), "2 ways in which the other locality");
    sample.county.locality_count = 1;
    check_says(arena, text_of(arena, &sample), "There is only one locality, so it\ndecides alone.");
}

static void eighty_columns(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    sample_county(&sample);
    sample.localities[0].name =
        "The Locality of the Long and Winding Name that Nobody Remembers in Full, Ewelme";
    sample.localities[1].name = "Clear \x1b[2J the screen";
    const char *page = text_of(arena, &sample);
    check_width(arena, page);
    check_contains(page, "\nThe Locality of the Long and Winding Name that Nobody Remembers in "
                         "Full, Ewelme\n                      ");
    check_true(strchr(page, '\x1b') == NULL);
}

static void memory_runs_out(void **state)
{
    static struct county_sample sample;
    sample_county(&sample);
    check_json_without_memory(arena_of(state), REPORT_COUNTY, &sample.county);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(text_page),         test_with_arena(json_page),
        test_with_arena(whole_votes),       test_with_arena(other_counties),
        test_with_arena(extremes_of_power), test_with_arena(eighty_columns),
        test_with_arena(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

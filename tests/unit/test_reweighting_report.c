/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "quorate/report.h"
#include "reports.h"
#include "reweightings.h"

static const char *text_of(struct arena *arena, const struct reweighting_sample *sample)
{
    struct buffer out = {.arena = arena};
    report_write(format_named("text"), &report_kinds[REPORT_REWEIGHTING], arena,
                 &sample->reweighting, &out);
    return buffer_text(&out);
}

static const char *json_of(struct arena *arena, const struct reweighting_sample *sample)
{
    struct buffer out = {.arena = arena};
    report_json_reweighting(arena, &sample->reweighting, &out);
    return buffer_text(&out);
}

static void text_page(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    const char *page = text_of(arena, &sample);
    check_width(arena, page);
    const char *quorums = strstr(page, "Quorum: at least");
    check_true(quorums != NULL);
    check_text(arena_copy(arena, page, (size_t)(quorums - page)),
               "SOUTH EAST OXFORDSHIRE LOCALITY GROUP\n"
               "List sizes at 1 April 2026 beside those at 1 April 2015\n"
               "\n"
               "Result      The locality's votes go from 1.27 to 1.26 of 10, and the roll grows\n"
               "            from 91,732 to 103,705 patients: 11,973 more (+13.05%).\n"
               "\n"
               "Governing Body [1]\n"
               "Locality            Then      Now\n"
               "Patients          91,732  103,705\n"
               "Of the county's  720,029  825,993\n"
               "Share             12.74%   12.56%\n"
               "Votes of 10         1.27     1.26\n"
               "\n"
               "Locality                               Population  Share  Votes\n"
               "South East Oxfordshire (10 practices)     103,705  12.6%   1.26\n"
               "\n"
               "New roll    Not written, because no file was named for it.\n"
               "County      The 64 practices of area 10Q in the file have 825,993 patients.\n"
               "\n"
               "List sizes\n"
               "Practice                                Then      Now   Change\n"
               "The Hart Surgery                      10,318   10,353      +35   +0.34%\n"
               "Chalgrove and Watlington Surgeries     7,478    8,045     +567   +7.58%\n"
               "Morland House Surgery                 10,571   11,294     +723   +6.84%\n"
               "Nettlebed Surgery                      3,661    3,938     +277   +7.57%\n"
               "Sonning Common Health Centre           8,648    9,814   +1,166  +13.48%\n"
               "The Bell Surgery                       8,770   10,954   +2,184  +24.90%\n"
               "Millstream Surgery                     4,745    6,032   +1,287  +27.12%\n"
               "Goring and Woodcote Medical Practice   9,612   10,368     +756   +7.87%\n"
               "The Rycote Practice                   11,408   13,875   +2,467  +21.63%\n"
               "Wallingford Medical Centre            16,521   19,032   +2,511  +15.20%\n"
               "10 practices                          91,732  103,705  +11,973  +13.05%\n"
               "\n"
               "Weights by list size, and how many percentage points they move\n"
               "Practice                                 Then      Now  Points\n"
               "The Hart Surgery                       11.25%    9.98%   -1.27\n"
               "Chalgrove and Watlington Surgeries      8.15%    7.76%   -0.39\n"
               "Morland House Surgery                  11.52%   10.89%   -0.63\n"
               "Nettlebed Surgery                       3.99%    3.80%   -0.19\n"
               "Sonning Common Health Centre            9.43%    9.46%   +0.03\n"
               "The Bell Surgery                        9.56%   10.56%   +1.00\n"
               "Millstream Surgery                      5.17%    5.82%   +0.65\n"
               "Goring and Woodcote Medical Practice   10.48%   10.00%   -0.48\n"
               "The Rycote Practice                    12.44%   13.38%   +0.94\n"
               "Wallingford Medical Centre             18.01%   18.35%   +0.34\n"
               "10 practices                          100.00%  100.00%\n"
               "The weights that move most: The Hart Surgery from 11.25% to 9.98% (-1.27), The\n"
               "Bell Surgery from 9.56% to 10.56% (+1.00) and The Rycote Practice from 12.44% to\n"
               "13.38% (+0.94).\n"
               "\n");
    const char *powers = strstr(page, "Voting power");
    check_true(powers != NULL);
    check_text(arena_copy(arena, quorums, (size_t)(powers - quorums)),
               "Quorum: at least 50% of population present (Vote at a meeting)\n"
               "Then        45,866 of 91,732 patients were needed. 4 practices could make it, in\n"
               "            13 groups; fewer could not. Whichever 3 practices were away, the\n"
               "            rest could make it.\n"
               "            - The Hart Surgery, Morland House Surgery, The Rycote Practice and\n"
               "              Wallingford Medical Centre\n"
               "            - Morland House Surgery, Goring and Woodcote Medical Practice, The\n"
               "              Rycote Practice and Wallingford Medical Centre\n"
               "            - Morland House Surgery, The Bell Surgery, The Rycote Practice and\n"
               "              Wallingford Medical Centre\n"
               "            - and 10 other groups\n"
               "Now         51,853 of 103,705 patients are needed. 4 practices can make it, in\n"
               "            12 groups; fewer cannot. Whichever 3 practices are away, the rest\n"
               "            can make it.\n"
               "            - Morland House Surgery, The Bell Surgery, The Rycote Practice and\n"
               "              Wallingford Medical Centre\n"
               "            - Morland House Surgery, Goring and Woodcote Medical Practice, The\n"
               "              Rycote Practice and Wallingford Medical Centre\n"
               "            - The Hart Surgery, Morland House Surgery, The Rycote Practice and\n"
               "              Wallingford Medical Centre\n"
               "            - and 9 other groups\n"
               "\n"
               "Quorum: at least 80% of population present (Vote of censure)\n"
               "Then        73,386 of 91,732 patients were needed. 7 practices could make it, in\n"
               "            4 groups; fewer could not. Whichever practice was away, the rest\n"
               "            could make it.\n"
               "            - all but Chalgrove and Watlington Surgeries, Nettlebed Surgery and\n"
               "              Millstream Surgery\n"
               "            - all but Nettlebed Surgery, Sonning Common Health Centre and\n"
               "              Millstream Surgery\n"
               "            - all but Nettlebed Surgery, The Bell Surgery and Millstream Surgery\n"
               "            - all but Nettlebed Surgery, Millstream Surgery and Goring and\n"
               "              Woodcote Medical Practice\n"
               "Now         82,964 of 103,705 patients are needed. 7 practices can make it, in 4\n"
               "            groups; fewer cannot. Whichever practice is away, the rest can make\n"
               "            it.\n"
               "            - all but Chalgrove and Watlington Surgeries, Nettlebed Surgery and\n"
               "              Millstream Surgery\n"
               "            - all but Nettlebed Surgery, Sonning Common Health Centre and\n"
               "              Millstream Surgery\n"
               "            - all but The Hart Surgery, Nettlebed Surgery and Millstream Surgery\n"
               "            - all but Nettlebed Surgery, Millstream Surgery and Goring and\n"
               "              Woodcote Medical Practice\n"
               "\n");
    check_text(powers,
               "Voting power (Vote by email after a meeting)\n"
               "Wallingford Medical Centre decides most often: it decides in 236 of 512 ways,\n"
               "and decided in 240 of 512.\n"
               "The Rycote Practice gains most: it decides in 172 of 512 ways, and decided in\n"
               "152 of 512.\n"
               "The Hart Surgery loses most: it decides in 116 of 512 ways, and decided in 132\n"
               "of 512.\n"
               "Then        45,867 of 91,732 patients were needed, when all vote.\n"
               "Now         51,853 of 103,705 patients are needed, when all vote.\n"
               "\n"
               "Voting power in figures\n"
               "Decides: in how many of the 512 ways in which the other 9 practices can vote for\n"
               "or against, this one's vote decides. Banzhaf: its part of all such ways.\n"
               "Shapley-Shubik: in what part of all orders in which the practices could join\n"
               "those in favour, its vote makes the majority.\n"
               "\n"
               "                                      Decides    Banzhaf         Shapley-Shubik\n"
               "Practice                              Then  Now    Then     Now    Then     Now\n"
               "The Hart Surgery                       132  116  10.93%   9.57%  11.03%   9.52%\n"
               "Chalgrove and Watlington Surgeries     100   96   8.28%   7.92%   8.02%   7.78%\n"
               "Morland House Surgery                  136  128  11.26%  10.56%  11.43%  10.56%\n"
               "Nettlebed Surgery                       48   48   3.97%   3.96%   3.81%   3.81%\n"
               "Sonning Common Health Centre           112  112   9.27%   9.24%   9.21%   9.21%\n"
               "The Bell Surgery                       112  124   9.27%  10.23%   9.21%  10.24%\n"
               "Millstream Surgery                      52   64   4.30%   5.28%   4.13%   5.08%\n"
               "Goring and Woodcote Medical Practice   124  116  10.26%   9.57%  10.24%   9.52%\n"
               "The Rycote Practice                    152  172  12.58%  14.19%  12.86%  14.60%\n"
               "Wallingford Medical Centre             240  236  19.87%  19.47%  20.08%  19.68%\n"
               "\n"
               "Basis\n"
               "Rule        The votes on the governing body go by the list sizes of 1 April of\n"
               "            the year (Locality voting weightings).\n"
               "Layout      gp-reg-pat-prac-all, as the NHS calls its files of this kind.\n"
               "\n"
               "Notes\n"
               "[1] The total of 720,029 is from the table of localities, that of 825,993 from\n"
               "    every practice of the area in the file.\n"
               "\n"
               "Files       gp-reg-pat-prac-all.csv   sha256\n"
               "            0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
               "            practices.csv   sha256\n"
               "            fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210\n"
               "Made by     quorate 1.0.0\n");
}

static void json_page(void **state)
{
    static const char *const kept[] = {"K84001", "K84002"};
    static struct reweighting_sample sample;
    sample_reweighting(&sample);
    sample.reweighting.practice_count = 1;
    sample.reweighting.quorum_count = 1;
    sample.reweighting.from.request =
        (struct request){.constitution = "our", .practices = "practices.csv"};
    sample.reweighting.request = (struct sizes_request){
        .area = "10Q",
        .keep = kept,
        .keep_count = 2,
        .as_at = {2026, 4, 1},
    };
    check_text(
        json_of(arena_of(state), &sample),
        "{\n"
        "  \"schema\": \"quorate/reweight/1\",\n"
        "  \"as_at\": \"2026-04-01\",\n"
        "  \"area\": \"10Q\",\n"
        "  \"area_total\": 825993,\n"
        "  \"source\": {\n"
        "    \"file\": \"gp-reg-pat-prac-all.csv\",\n"
        "    \"sha256\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\n"
        "    \"rows\": 6142,\n"
        "    \"layout\": \"gp-reg-pat-prac-all\",\n"
        "    \"files\": [\n"
        "      \"gp-reg-pat-prac-all.csv\"\n"
        "    ]\n"
        "  },\n"
        "  \"before\": 91732,\n"
        "  \"after\": 103705,\n"
        "  \"practices\": [\n"
        "    {\n"
        "      \"practice\": \"The Hart Surgery\",\n"
        "      \"code\": \"K84001\",\n"
        "      \"before\": 10318,\n"
        "      \"after\": 10353,\n"
        "      \"change\": 35,\n"
        "      \"percent_change\": \"0.34\",\n"
        "      \"weight_percent_before\": \"11.25\",\n"
        "      \"weight_percent_after\": \"9.98\",\n"
        "      \"weight_change\": \"-1.27\",\n"
        "      \"rank\": 1,\n"
        "      \"source\": \"file\"\n"
        "    }\n"
        "  ],\n"
        "  \"share\": {\n"
        "    \"locality\": \"South East Oxfordshire\",\n"
        "    \"population\": 103705,\n"
        "    \"stated_total\": 825993,\n"
        "    \"sum_of_rows\": 825993,\n"
        "    \"votes_in_all\": \"10\",\n"
        "    \"percent\": \"12.6\",\n"
        "    \"votes\": \"1.26\",\n"
        "    \"percent_of_sum\": \"12.6\",\n"
        "    \"votes_of_sum\": \"1.26\",\n"
        "    \"percent_long\": \"12.56\",\n"
        "    \"percent_long_of_sum\": \"12.56\"\n"
        "  },\n"
        "  \"notes\": [\n"
        "    \"The total of 720,029 is from the table of localities, that of 825,993 from every "
        "practice of the area in the file.\"\n"
        "  ],\n"
        "  \"constitution\": \"south-east-oxfordshire-2015\",\n"
        "  \"origin\": \"bundled\",\n"
        "  \"differs_from_bundled\": null,\n"
        "  \"version\": \"1.0.0\",\n"
        "  \"body\": \"South East Oxfordshire Locality Group\",\n"
        "  \"share_before\": {\n"
        "    \"population\": 91732,\n"
        "    \"total\": 720029,\n"
        "    \"percent\": \"12.7\",\n"
        "    \"votes\": \"1.27\",\n"
        "    \"percent_long\": \"12.74\"\n"
        "  },\n"
        "  \"as_at_before\": \"2015-04-01\",\n"
        "  \"percent_change\": \"13.05\",\n"
        "  \"quorums\": [\n"
        "    {\n"
        "      \"text\": \"at least 50% of population present\",\n"
        "      \"decisions\": \"Vote at a meeting\",\n"
        "      \"before\": {\n"
        "        \"needed\": 45866,\n"
        "        \"fewest\": 4,\n"
        "        \"groups\": 13,\n"
        "        \"any_absent\": 3,\n"
        "        \"smallest_groups\": [],\n"
        "        \"all_groups_listed\": false\n"
        "      },\n"
        "      \"after\": {\n"
        "        \"needed\": 51853,\n"
        "        \"fewest\": 4,\n"
        "        \"groups\": 12,\n"
        "        \"any_absent\": 3,\n"
        "        \"smallest_groups\": [],\n"
        "        \"all_groups_listed\": false\n"
        "      }\n"
        "    }\n"
        "  ],\n"
        "  \"power\": {\n"
        "    \"decision\": \"Vote by email after a meeting\",\n"
        "    \"before\": [\n"
        "      {\n"
        "        \"name\": \"The Hart Surgery\",\n"
        "        \"decides\": 132,\n"
        "        \"banzhaf\": \"10.93\",\n"
        "        \"shapley\": \"11.03\"\n"
        "      }\n"
        "    ],\n"
        "    \"after\": [\n"
        "      {\n"
        "        \"name\": \"The Hart Surgery\",\n"
        "        \"decides\": 116,\n"
        "        \"banzhaf\": \"9.57\",\n"
        "        \"shapley\": \"9.52\"\n"
        "      }\n"
        "    ],\n"
        "    \"quota\": {\n"
        "      \"before\": \"45867\",\n"
        "      \"after\": \"51853\"\n"
        "    },\n"
        "    \"ways\": {\n"
        "      \"before\": 512,\n"
        "      \"after\": 512\n"
        "    }\n"
        "  },\n"
        "  \"written_to\": null,\n"
        "  \"area_in_file\": 825993,\n"
        "  \"practices_in_area\": 64,\n"
        "  \"change\": 11973,\n"
        "  \"clause\": \"Locality voting weightings\",\n"
        "  \"localities\": [],\n"
        "  \"adopted\": null,\n"
        "  \"sources\": [\n"
        "    {\n"
        "      \"role\": \"list sizes\",\n"
        "      \"file\": \"gp-reg-pat-prac-all.csv\",\n"
        "      \"rows\": 6142,\n"
        "      \"sha256\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"\n"
        "    }\n"
        "  ],\n"
        "  \"inputs\": [\n"
        "    {\n"
        "      \"role\": \"list sizes\",\n"
        "      \"file\": \"gp-reg-pat-prac-all.csv\",\n"
        "      \"rows\": 6142,\n"
        "      \"sha256\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"\n"
        "    },\n"
        "    {\n"
        "      \"role\": \"practices\",\n"
        "      \"file\": \"practices.csv\",\n"
        "      \"rows\": 11,\n"
        "      \"sha256\": \"fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210\"\n"
        "    }\n"
        "  ],\n"
        "  \"options\": {\n"
        "    \"constitution\": \"our\",\n"
        "    \"bundled\": false,\n"
        "    \"practices\": \"practices.csv\",\n"
        "    \"area\": \"10Q\",\n"
        "    \"total\": null,\n"
        "    \"as_at\": \"2026-04-01\",\n"
        "    \"keep\": [\n"
        "      \"K84001\",\n"
        "      \"K84002\"\n"
        "    ],\n"
        "    \"set\": [],\n"
        "    \"leave\": [],\n"
        "    \"adopt\": false\n"
        "  }\n"
        "}\n");
}

/* Nettlebed leaves: what comes behind it in the roll has one place less now. */
static void a_practice_leaves(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    static const size_t group[] = {1, 4, 7, 8};
    static const size_t *const groups[] = {group};
    sample_reweighting(&sample);
    struct reweighting *reweighting = &sample.reweighting;
    struct practice_change *left = &sample.practices[3];
    left->source = SIZE_LEFT;
    left->after = 0;
    left->change = -3661;
    left->percent_change = "-100.00";
    left->weight_after = "0.00";
    left->weight_change = "-3.99";
    left->rank = 1;
    sample.practices[0].rank = 9;
    reweighting->staying = 9;
    reweighting->after = 99767;
    reweighting->percent_change = "+8.76";
    reweighting->power_after.ways = 256;
    sample.quorums[0].after = (struct reach){49884, true, 4, true, 1, groups, 1, 0, true, false};
    const char *page = text_of(arena, &sample);
    check_width(arena, page);
    check_says(
        arena, page,
        "roll grows from 91,732 to 99,767 patients: 8,035 more (+8.76%). It has 9 practices, not "
        "10.\n");
    check_says(arena, page, "\nList sizes [2]\n");
    check_says(arena, page,
               "\nNettlebed Surgery                      3,661    left   -3,661  "
               "-100.00%\n");
    check_says(arena, page, "\n10 practices, then 9                  91,732  99,767   +8,035");
    check_says(arena, page, "\nNettlebed Surgery                       3.99%     left   -3.99\n");
    check_says(arena, page,
               "\nThe weights that move most: Nettlebed Surgery from 3.99% to none, The "
               "Bell\nSurgery from");
    check_says(arena, page, "[2] Nettlebed Surgery is taken off the roll, as asked for.\n");
    check_says(arena, page,
               "4 practices can make it, in 1\n            group only; fewer cannot. "
               "Without the largest practice the rest cannot.\n"
               "            - Chalgrove and Watlington Surgeries, The Bell Surgery, The "
               "Rycote\n              Practice and Wallingford Medical Centre\n");
    check_says(arena, page, "256 ways in which the other 8 practices");
    check_says(arena, page,
               "\nThen        45,867 of 91,732 patients were needed, when all vote. "
               "There were 512 ways.\n");
    check_says(arena, page,
               "\nNettlebed Surgery                       48        3.97%           "
               "3.81%\n"
               "Sonning Common Health Centre           112   48   9.27%   3.96%   9.21%   "
               "3.81%\n");
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"before\": 3661,\n      \"after\": null,\n      \"change\": "
                         "-3661,\n      \"percent_change\": \"-100.00\",\n"
                         "      \"weight_percent_before\": \"3.99\",\n"
                         "      \"weight_percent_after\": null,\n");
    check_contains(json, "\"source\": \"left\"\n");
    check_contains(json, "\"name\": \"Sonning Common Health Centre\",\n"
                         "        \"decides\": 48,");
}

static void other_sizes(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    struct reweighting *reweighting = &sample.reweighting;
    sample.practices[0].source = SIZE_SET;
    sample.practices[1].source = SIZE_KEPT;
    reweighting->as_at = (struct date){2014, 1, 1};
    reweighting->not_first_of_april = reweighting->older = true;
    reweighting->after = 91000;
    reweighting->percent_change = "-0.80";
    reweighting->written_to = "practices-2014.csv";
    reweighting->suppressed = (const char *const[]){"K84029", "Y02754"};
    reweighting->suppressed_count = 2;
    const char *page = text_of(arena, &sample);
    check_says(arena, page, "\nList sizes at 1 January 2014 beside those at 1 April 2015\n");
    check_says(arena, page,
               "roll falls from 91,732 to 91,000 patients: 732 fewer "
               "(-0.80%). [1]\n            [2]\n");
    check_says(arena, page, "\nNew roll    Written to practices-2014.csv.\n");
    check_says(arena, page, "have 825,993 patients. [4]\n");
    check_says(arena, page, "\nThe Hart Surgery                      10,318  set 10,353 ");
    check_says(arena, page, "\nChalgrove and Watlington Surgeries     7,478  kept 8,045 ");
    check_says(
        arena, page,
        "[1] The list sizes are those at 1 January 2014, not those of a 1 April.\n"
        "[2] The list sizes are older than those that they would replace, which are "
        "those\n    at 1 April 2015.\n"
        "[3] The total of 720,029 is from the table of localities, that of 825,993 from every "
        "practice of the area in the file.\n"
        "[4] 2 practices of area 10Q have no complete total in the file, so what the area adds "
        "up to\n    is too low: K84029 and Y02754.\n"
        "[5] The Hart Surgery has 10,353 patients, as stated.\n"
        "[6] Chalgrove and Watlington Surgeries keeps its 8,045 patients, as asked for.\n");
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"written_to\": \"practices-2014.csv\",");
    check_contains(json, "\"percent_change\": \"-0.80\",\n  \"quorums\"");
    check_contains(json, "\"source\": \"set\"\n");
    check_contains(json, "\"source\": \"kept\"\n");

    reweighting->after = reweighting->before;
    reweighting->clause = NULL;
    for (size_t i = 0; i < PRACTICES; i++)
        sample.practices[i].weight_change = "0.00";
    page = text_of(arena, &sample);
    check_says(arena, page, "the roll stays at 91,732 patients. [1]");
    check_says(arena, page, "\nNo weight moves by as much as 0.01 points.\n");
    check_lacks(page, "\nRule ");
    sample.practices[1].weight_change = "+0.01";
    sample.practices[1].rank = 1;
    sample.practices[0].rank = 7;
    check_says(arena, text_of(arena, &sample),
               "\nThe weight that moves most: Chalgrove and "
               "Watlington Surgeries from 8.15% to 7.76%\n(+0.01).\n");
}

static void shares(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    struct reweighting *reweighting = &sample.reweighting;
    /* 103,705 of 830,000 is 12.495%, of the area's 825,993 it is 12.555%. */
    reweighting->total_stated = true;
    reweighting->area_total = 830000;
    reweighting->share_after =
        (struct share_figures){true, 103705, 830000, "12.5", "12.49", "1.25"};
    const char *page = text_of(arena, &sample);
    check_says(arena, page,
               "\nCounty      The total of 830,000 patients was stated. The 64 "
               "\n            practices of area 10Q in the file have 825,993 "
               "patients.\n");
    check_lacks(page, "\nNotes\n");
    check_contains(json_of(arena, &sample),
                   "\"stated_total\": 830000,\n    \"sum_of_rows\": 825993,\n"
                   "    \"votes_in_all\": \"10\",\n    \"percent\": \"12.5\",\n"
                   "    \"votes\": \"1.25\",\n    \"percent_of_sum\": \"12.6\",\n"
                   "    \"votes_of_sum\": \"1.26\",\n    \"percent_long\": \"12.49\",\n"
                   "    \"percent_long_of_sum\": \"12.56\"\n");
    reweighting->area = NULL;
    reweighting->area_sum = 0;
    check_says(arena, text_of(arena, &sample),
               "\nCounty      The total of 830,000 patients was stated.\n\nList sizes");
    check_contains(json_of(arena, &sample), "\"sum_of_rows\": null,");
    check_contains(json_of(arena, &sample),
                   "\"percent_of_sum\": null,\n    \"votes_of_sum\": null,\n"
                   "    \"percent_long\": \"12.49\",\n    \"percent_long_of_sum\": null\n");

    reweighting->total_stated = reweighting->has_areas = false;
    reweighting->area_total = 0;
    reweighting->share_after = (struct share_figures){0};
    page = text_of(arena, &sample);
    check_says(arena, page,
               "\nGoverning Body\nWhat the locality has now is not known. At 1 April "
               "2015 it had 1.27 of 10 votes:\n91,732 of 720,029 patients (12.74%). "
               "[1]\n\nNew roll");
    check_says(arena, page,
               "[1] The file does not tell which area a practice is in, so the county's "
               "total is\n    not known and the share is left out.\n");
    check_contains(json_of(arena, &sample), "\"area\": null,\n  \"area_total\": null,\n");
    check_contains(json_of(arena, &sample), "\"share\": null,");

    reweighting->has_areas = true;
    reweighting->share_before.population = 91700;
    check_says(arena, text_of(arena, &sample),
               "[1] No area was found to add up, so the county's total is not known and the "
               "share\n    is left out.\n[2] The table of localities gave the locality 91,700 "
               "patients; the "
               "roll had\n    91,732.\n");
    reweighting->share_before.known = false;
    check_says(arena, text_of(arena, &sample), "What it had before is not\nknown. [1] [2]\n");
    check_says(arena, text_of(arena, &sample),
               "[2] No table of localities tells the share before.\n");
    check_contains(json_of(arena, &sample), "\"share_before\": null,");
    reweighting->locality = NULL;
    check_lacks(text_of(arena, &sample), "Governing Body");
    check_lacks(text_of(arena, &sample), "\nNotes\n");
}

static void too_many_or_none(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    struct reweighting *reweighting = &sample.reweighting;
    sample.quorums[0].before = (struct reach){45866, true, 4, false, 0, NULL, 0, 3, true, false};
    sample.quorums[0].after = (struct reach){51853, false, 11, false, 0, NULL, 0, 0, false, false};
    sample.quorums[1].before = (struct reach){91732, true, 10, true, 1, NULL, 0, 0, true, false};
    reweighting->power_before = (struct power){.quota = 45867};
    const char *page = text_of(arena, &sample);
    check_says(arena, page,
               "\nThen        45,866 of 91,732 patients were needed. The largest 4 "
               "practices could\n            make it; fewer could not. Whichever 3 "
               "practices were away, the rest\n            could make it.\n"
               "Now         51,853 of 103,705 patients are needed. All together do not "
               "make it.\n");
    check_says(arena, page,
               "\nThen        91,732 of 91,732 patients were needed. Only all together "
               "could make\n            it.\nNow ");
    check_says(arena, page,
               "\nThen        It is not known: the votes of 10 practices are so many that "
               "counting what\n            they add up to in every way would take too much "
               "memory.\nNow         51,853");
    check_says(arena, page, "\nThe Hart Surgery                           116            9.57%");
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"fewest\": 4,\n        \"groups\": null,\n        \"any_absent\": "
                         "3,\n        \"smallest_groups\": [],\n        "
                         "\"all_groups_listed\": false\n");
    check_contains(json, "\"fewest\": null,\n        \"groups\": null,\n        "
                         "\"any_absent\": null,\n");
    check_contains(json, "\"decision\": \"Vote by email after a meeting\",\n    \"before\": "
                         "null,\n    \"after\": [\n");
    reweighting->power_after = (struct power){.quota = 51853};
    check_contains(json_of(arena, &sample), "\"power\": null,");
    check_lacks(text_of(arena, &sample), "Decides");
    reweighting->power_decision = NULL;
    reweighting->quorum_count = 0;
    check_lacks(text_of(arena, &sample), "Voting power");
    check_contains(json_of(arena, &sample), "\"quorums\": [],");
}

/* All of them by name where they are kept, as the page has them. */
static void groups_in_json(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    const char *json = json_of(arena, &sample);
    const char *censure = strstr(json, "\"text\": \"at least 80%");
    check_true(censure != NULL);
    check_contains(censure, "\"smallest_groups\": [\n          [\n"
                            "            \"The Hart Surgery\",\n"
                            "            \"Morland House Surgery\",\n"
                            "            \"Sonning Common Health Centre\",\n");
    check_contains(censure, "          ]\n        ],\n        \"all_groups_listed\": true\n");
}

/* Who decides never or always is told where the power is, and in the notes of JSON. */
static void extremes_of_power(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.before[3].never = true;
    sample.after[9].always = true;
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"By the list sizes at 1 April 2015: Nettlebed Surgery can never decide: "
                         "whatever the others vote, its vote changes nothing.\"");
    check_contains(json, "\"By the list sizes at 1 April 2026: Wallingford Medical Centre always "
                         "decides, whatever the others vote.\"");
    const char *page = text_of(arena, &sample);
    check_lacks(page, "By the list sizes");
    check_says(arena, page, "when all vote. Wallingford Medical Centre always decides");
    sample.reweighting.power_decision = NULL;
    check_lacks(json_of(arena, &sample), "By the list sizes");
}

static void one_practice_is_left(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    for (size_t i = 1; i < PRACTICES; i++)
        sample.practices[i].source = SIZE_LEFT;
    sample.reweighting.staying = 1;
    sample.reweighting.after = 10353;
    sample.after[0] = (struct member_power){1, "100.00", "100.00", false, true};
    sample.reweighting.power_after =
        (struct power){.known = true, .quota = 5177, .ways = 1, .members = sample.after};
    sample.quorums[0].after = (struct reach){5177, true, 1, true, 1, NULL, 0, 0, true, false};
    const char *page = text_of(arena, &sample);
    check_says(arena, page,
               "Now 5,177 of 10,353 patients are needed. The only practice can make it by itself.");
    check_says(arena, page, "There is only one practice, so it decides alone.");
    check_says(arena, page, "Now 5,177 of 10,353 patients are needed, when all vote. ");
    check_lacks(page, "always decides");
    check_says(arena, page, "It has 1 practice, not 10.");
}

/* The tally's share goes by a table that no new roll changes. */
static void new_roll_says_what_else_to_renew(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.reweighting.written_to = "new.csv";
    check_says(arena, text_of(arena, &sample),
               "Written to new.csv. The share that a tally tells goes by the table of localities, "
               "which still has 91,732 for South East Oxfordshire. Put this year's populations of "
               "all localities into "
               "a copy of it, with their date, 103,705 for this locality and 825,993 in all, take "
               "its published votes out, and count with new.csv and the copy.");
    sample.reweighting.share_before.known = false;
    check_lacks(text_of(arena, &sample), "which still has");
}

static void quorums_that_come_to_the_same(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.quorums[1].before = sample.quorums[0].before;
    sample.quorums[1].after = sample.quorums[0].after;
    sample.quorums[1].text = "at least 50% of population replying";
    const char *page = text_of(arena, &sample);
    check_contains(page, "\n\nQuorum: at least 50% of population present (Vote at a meeting)\n"
                         "Quorum: at least 50% of population replying (Vote of censure)\nThen ");
    check_true(strstr(strstr(page, "\nNow ") + 1,
                      "\nNow         51,853 of 103,705 patients are needed. ") == NULL);
    sample.quorums[1].after.needed++;
    page = text_of(arena, &sample);
    check_contains(page,
                   "\n\nQuorum: at least 50% of population replying (Vote of censure)\nThen ");
}

static void dates_not_given(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.reweighting.as_at = (struct date){0};
    sample.reweighting.body = NULL;
    check_says(arena, text_of(arena, &sample),
               "SOUTH-EAST-OXFORDSHIRE-2015\nNew list sizes beside "
               "those at 1 April 2015\n");
    sample.reweighting.before_at = (struct date){0};
    check_says(arena, text_of(arena, &sample), "\nNew list sizes beside those before\n");
    check_says(arena, text_of(arena, &sample), "\nVotes of 10         1.27     1.26\n");
    check_contains(json_of(arena, &sample), "\"as_at\": null,");
    check_contains(json_of(arena, &sample), "\"as_at_before\": null,");
}

/* Of a file for each sex: the first stands in "source", both in "sources". */
static void two_files(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.inputs[0].file = "female.csv";
    sample.inputs[1].role = "list sizes";
    sample.inputs[1].file = "male.csv";
    const char *json = json_of(arena, &sample);
    check_contains(json, "\"source\": {\n    \"file\": \"female.csv\",");
    const char *sources = strstr(json, "\"sources\": [");
    check_true(sources != NULL);
    check_true(strstr(sources, "male.csv") < strstr(sources, "\"inputs\""));
    check_contains(sources, "\"file\": \"male.csv\",");
}

static void eighty_columns(void **state)
{
    static struct reweighting_sample sample;
    struct arena *arena = arena_of(state);
    sample_reweighting(&sample);
    sample.practices[0].practice =
        "The Practice of the Long and Winding Name that Nobody Remembers in Full, Ewelme";
    sample.practices[1].before = 100000000;
    sample.practices[1].after = 100000000;
    sample.reweighting.power_before.ways = INT64_C(1) << 40;
    sample.before[1].decides = 2147483648;
    check_width(arena, text_of(arena, &sample));
}

static void memory_runs_out(void **state)
{
    static struct reweighting_sample sample;
    sample_reweighting(&sample);
    check_json_without_memory(arena_of(state), REPORT_REWEIGHTING, &sample.reweighting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(text_page),
        test_with_arena(json_page),
        test_with_arena(a_practice_leaves),
        test_with_arena(other_sizes),
        test_with_arena(shares),
        test_with_arena(too_many_or_none),
        test_with_arena(quorums_that_come_to_the_same),
        test_with_arena(dates_not_given),
        test_with_arena(two_files),
        test_with_arena(eighty_columns),
        test_with_arena(memory_runs_out),
        test_with_arena(groups_in_json),
        test_with_arena(extremes_of_power),
        test_with_arena(one_practice_is_left),
        test_with_arena(new_roll_says_what_else_to_renew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

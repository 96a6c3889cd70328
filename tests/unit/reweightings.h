/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REWEIGHTINGS_H
#define QUORATE_REWEIGHTINGS_H

/*
 * A county and a reweighting built by hand for tests of reports. The populations of 2015 are those
 * of the constitution, the list sizes of 2026 those that NHS England published; shares, groups and
 * powers were worked out apart from the program, by going through every way to vote.
 */

#include "quorate/county.h"
#include "quorate/reweighting.h"

enum {
    PRACTICES = 10,
    LOCALITIES = 6,
};

struct county_sample {
    struct county county;
    struct locality_share localities[LOCALITIES];
    struct member_power power[LOCALITIES];
    struct input inputs[1];
};

static inline void sample_county(struct county_sample *sample)
{
    *sample = (struct county_sample){0};
    static const struct {
        const char *name;
        int64_t practices, population;
        const char *percent, *votes, *percent_of_sum, *votes_of_sum;
    } localities[LOCALITIES] = {
        {"North East Oxfordshire", 10, 81090, "11.3", "1.13", "11.3", "1.13"},
        {"North Oxfordshire", 12, 108566, "15.1", "1.51", "15.2", "1.52"},
        {"Oxford City", 24, 211438, "29.4", "2.94", "29.5", "2.95"},
        {"South East Oxfordshire", 10, 91732, "12.7", "1.27", "12.8", "1.28"},
        {"South West Oxfordshire", 13, 142407, "19.8", "1.98", "19.9", "1.99"},
        {"West Oxfordshire", 9, 80960, "11.2", "1.12", "11.3", "1.13"},
    };
    static const int64_t power_votes[LOCALITIES] = {113, 151, 294, 127, 198, 112};
    for (size_t i = 0; i < LOCALITIES; i++) {
        bool oxford = i == 2;
        sample->localities[i] = (struct locality_share){
            .name = localities[i].name,
            .practices = localities[i].practices,
            .population = localities[i].population,
            .percent = localities[i].percent,
            .votes = localities[i].votes,
            .percent_of_sum = localities[i].percent_of_sum,
            .votes_of_sum = localities[i].votes_of_sum,
            .published_votes = localities[i].votes,
        };
        sample->power[i] = (struct member_power){oxford ? 20 : 8, oxford ? "33.33" : "13.33",
                                                 oxford ? "33.33" : "13.33", false, false};
    }
    sample->inputs[0] = (struct input){
        .role = "localities",
        .file = "localities.csv",
        .rows = 7,
        .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
    sample->county = (struct county){
        .terms = terms_county,
        .from.version = "1.0.0",
        .from.constitution = "south-east-oxfordshire-2015",
        .as_at = {2015, 4, 1},
        .votes_in_all = 10,
        .has_stated_total = true,
        .stated_total = 720029,
        .sum_of_rows = 716193,
        .total = 720029,
        .totals_differ = true,
        .sum_of_percent = "99.5",
        .sum_of_votes = "9.95",
        .sum_of_percent_of_sum = "100.0",
        .sum_of_votes_of_sum = "10.00",
        .stated_practices = 76,
        .sum_of_practices = 78,
        .localities = sample->localities,
        .locality_count = LOCALITIES,
        .power = {.known = true, .quota = 498, .ways = 32, .members = sample->power},
        .power_votes = power_votes,
        .power_in_all = 995,
        .power_places = 2,
        .from.inputs = sample->inputs,
        .from.input_count = 1,
    };
}

struct reweighting_sample {
    struct reweighting reweighting;
    struct practice_change practices[PRACTICES];
    struct member_power before[PRACTICES], after[PRACTICES];
    struct quorum_change quorums[2];
    struct input inputs[2];
};

/* Groups by the practices' places, those of the largest first. */
static const size_t sample_half_then[6][4] = {{0, 2, 8, 9}, {2, 7, 8, 9}, {2, 5, 8, 9},
                                              {2, 4, 8, 9}, {1, 2, 8, 9}, {0, 7, 8, 9}};
static const size_t sample_half_now[6][4] = {{2, 5, 8, 9}, {2, 7, 8, 9}, {0, 2, 8, 9},
                                             {2, 4, 8, 9}, {1, 2, 8, 9}, {5, 7, 8, 9}};
static const size_t sample_censure_then[4][7] = {
    {0, 2, 4, 5, 7, 8, 9}, {0, 1, 2, 5, 7, 8, 9}, {0, 1, 2, 4, 7, 8, 9}, {0, 1, 2, 4, 5, 8, 9}};
static const size_t sample_censure_now[4][7] = {
    {0, 2, 4, 5, 7, 8, 9}, {0, 1, 2, 5, 7, 8, 9}, {1, 2, 4, 5, 7, 8, 9}, {0, 1, 2, 4, 5, 8, 9}};

static inline void sample_quorums(struct quorum_change quorums[2])
{
    static const size_t *const half_then[] = {sample_half_then[0], sample_half_then[1],
                                              sample_half_then[2], sample_half_then[3],
                                              sample_half_then[4], sample_half_then[5]};
    static const size_t *const half_now[] = {sample_half_now[0], sample_half_now[1],
                                             sample_half_now[2], sample_half_now[3],
                                             sample_half_now[4], sample_half_now[5]};
    static const size_t *const censure_then[] = {sample_censure_then[0], sample_censure_then[1],
                                                 sample_censure_then[2], sample_censure_then[3]};
    static const size_t *const censure_now[] = {sample_censure_now[0], sample_censure_now[1],
                                                sample_censure_now[2], sample_censure_now[3]};
    quorums[0] = (struct quorum_change){
        .text = "at least 50% of population present",
        .decisions = "Vote at a meeting",
        .before = {45866, true, 4, true, 13, half_then, 6, 3, true, false},
        .after = {51853, true, 4, true, 12, half_now, 6, 3, true, false},
    };
    quorums[1] = (struct quorum_change){
        .text = "at least 80% of population present",
        .decisions = "Vote of censure",
        .before = {73386, true, 7, true, 4, censure_then, 4, 1, true, false},
        .after = {82964, true, 7, true, 4, censure_now, 4, 1, true, false},
    };
}

static inline void sample_practices(struct reweighting_sample *sample)
{
    static const struct {
        const char *practice, *code;
        int64_t before, after, change;
        const char *percent_change, *weight_before, *weight_after, *weight_change;
        size_t rank;
    } practices[PRACTICES] = {
        {"The Hart Surgery", "K84001", 10318, 10353, 35, "+0.34", "11.25", "9.98", "-1.27", 1},
        {"Chalgrove and Watlington Surgeries", "K84008", 7478, 8045, 567, "+7.58", "8.15", "7.76",
         "-0.39", 7},
        {"Morland House Surgery", "K84014", 10571, 11294, 723, "+6.84", "11.52", "10.89", "-0.63",
         5},
        {"Nettlebed Surgery", "K84015", 3661, 3938, 277, "+7.57", "3.99", "3.80", "-0.19", 9},
        {"Sonning Common Health Centre", "K84020", 8648, 9814, 1166, "+13.48", "9.43", "9.46",
         "+0.03", 10},
        {"The Bell Surgery", "K84035", 8770, 10954, 2184, "+24.90", "9.56", "10.56", "+1.00", 2},
        {"Millstream Surgery", "K84036", 4745, 6032, 1287, "+27.12", "5.17", "5.82", "+0.65", 4},
        {"Goring and Woodcote Medical Practice", "K84071", 9612, 10368, 756, "+7.87", "10.48",
         "10.00", "-0.48", 6},
        {"The Rycote Practice", "K84050", 11408, 13875, 2467, "+21.63", "12.44", "13.38", "+0.94",
         3},
        {"Wallingford Medical Centre", "K84037", 16521, 19032, 2511, "+15.20", "18.01", "18.35",
         "+0.34", 8},
    };
    static const struct member_power before[PRACTICES] = {
        {132, "10.93", "11.03", 0, 0}, {100, "8.28", "8.02", 0, 0},   {136, "11.26", "11.43", 0, 0},
        {48, "3.97", "3.81", 0, 0},    {112, "9.27", "9.21", 0, 0},   {112, "9.27", "9.21", 0, 0},
        {52, "4.30", "4.13", 0, 0},    {124, "10.26", "10.24", 0, 0}, {152, "12.58", "12.86", 0, 0},
        {240, "19.87", "20.08", 0, 0},
    };
    static const struct member_power after[PRACTICES] = {
        {116, "9.57", "9.52", 0, 0},   {96, "7.92", "7.78", 0, 0},  {128, "10.56", "10.56", 0, 0},
        {48, "3.96", "3.81", 0, 0},    {112, "9.24", "9.21", 0, 0}, {124, "10.23", "10.24", 0, 0},
        {64, "5.28", "5.08", 0, 0},    {116, "9.57", "9.52", 0, 0}, {172, "14.19", "14.60", 0, 0},
        {236, "19.47", "19.68", 0, 0},
    };
    for (size_t i = 0; i < PRACTICES; i++) {
        sample->practices[i] = (struct practice_change){
            .practice = practices[i].practice,
            .code = practices[i].code,
            .before = practices[i].before,
            .after = practices[i].after,
            .change = practices[i].change,
            .percent_change = practices[i].percent_change,
            .weight_before = practices[i].weight_before,
            .weight_after = practices[i].weight_after,
            .weight_change = practices[i].weight_change,
            .source = SIZE_FROM_FILE,
            .in_area = practices[i].after,
            .file_area = "10Q",
            .rank = practices[i].rank,
        };
        sample->before[i] = before[i];
        sample->after[i] = after[i];
    }
}

static inline void sample_reweighting(struct reweighting_sample *sample)
{
    *sample = (struct reweighting_sample){0};
    sample_practices(sample);
    sample_quorums(sample->quorums);
    sample->inputs[0] = (struct input){
        .role = "list sizes",
        .file = "gp-reg-pat-prac-all.csv",
        .rows = 6142,
        .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
    sample->inputs[1] = (struct input){
        .role = "practices",
        .file = "practices.csv",
        .rows = 11,
        .sha256 = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"};
    sample->reweighting = (struct reweighting){
        .from.version = "1.0.0",
        .from.constitution = "south-east-oxfordshire-2015",
        .body = "South East Oxfordshire Locality Group",
        .terms = terms_default,
        .before_at = {2015, 4, 1},
        .as_at = {2026, 4, 1},
        .layout = "gp-reg-pat-prac-all",
        .area = "10Q",
        .has_areas = true,
        .area_total = 825993,
        .area_in_file = 825993,
        .area_sum = 825993,
        .area_practices = 64,
        .before = 91732,
        .after = 103705,
        .percent_change = "+13.05",
        .practices = sample->practices,
        .practice_count = PRACTICES,
        .staying = PRACTICES,
        .locality = "South East Oxfordshire",
        .votes_in_all = 10,
        .clause = "Locality voting weightings",
        .share_before = {true, 91732, 720029, "12.7", "12.74", "1.27"},
        .share_after = {true, 103705, 825993, "12.6", "12.56", "1.26"},
        .quorums = sample->quorums,
        .quorum_count = 2,
        .power_decision = "Vote by email after a meeting",
        .power_before = {.known = true, .quota = 45867, .ways = 512, .members = sample->before},
        .power_after = {.known = true, .quota = 51853, .ways = 512, .members = sample->after},
        .from.inputs = sample->inputs,
        .from.input_count = 2,
    };
}

#endif

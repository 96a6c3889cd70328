/* SPDX-License-Identifier: MIT */

/* The localities' shares of the governing body, as the constitution prints them. */
#include "unit/polls.h"

#define RULES_OF(locality, total)                                                                  \
    RULES ONE_EACH MAJORITY "*,locality," locality ",,\n*,governing body votes,10,,\n"             \
                            "*,governing body total," total ",,\n"

static const struct share *share_of(struct arena *arena, const char *rules, const char *roll,
                                    const char *localities)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    *assembly =
        assemble(arena, &(struct tables){.rules = rules, .roll = roll, .localities = localities});
    return decide_share(arena, &assembly->rules, &assembly->roll,
                        localities == NULL ? NULL : &assembly->localities);
}

struct locality_row {
    const char *name;
    int population;
    const char *percent, *votes;               /* of the stated 720,029: as printed in 2015 */
    const char *percent_of_sum, *votes_of_sum; /* of 716,193 */
};

static const struct locality_row locality_rows[] = {
    {"North East Oxfordshire", 81090, "11.3", "1.13", "11.3", "1.13"},
    {"North Oxfordshire", 108566, "15.1", "1.51", "15.2", "1.52"},
    {"Oxford City", 211438, "29.4", "2.94", "29.5", "2.95"},
    {"South East Oxfordshire", 91732, "12.7", "1.27", "12.8", "1.28"},
    {"South West Oxfordshire", 142407, "19.8", "1.98", "19.9", "1.99"},
    {"West Oxfordshire", 80960, "11.2", "1.12", "11.3", "1.13"},
};

static void test_all_six_localities(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof locality_rows / sizeof *locality_rows; i++) {
        const struct locality_row *row = &locality_rows[i];
        const char *rules = arena_format(arena, "%s*,locality,%s,,\n*,governing body votes,10,,\n",
                                         RULES ONE_EACH MAJORITY, row->name);
        const char *roll =
            arena_format(arena, "practice,list size\nAll,%lld\n", (long long)row->population);
        const struct share *share = share_of(arena, rules, roll, bundled_text("localities.csv"));
        check_text(share->locality, row->name);
        check_int(share->population, row->population);
        check_text(share->percent, row->percent);
        check_text(share->votes, row->votes);
        check_text(share->percent_of_sum, row->percent_of_sum);
        check_text(share->votes_of_sum, row->votes_of_sum);
        check_int(share->stated_total, 720029);
        check_int(share->sum_of_rows, 716193);
        check_int(share->votes_in_all, 10);
        check_true(share->totals_differ);
        check_false(share->of_sum);
    }
}

static void test_south_east_oxfordshire(void **state)
{
    struct arena *arena = arena_of(state);
    const struct share *share = share_of(arena, NULL, NULL, bundled_text("localities.csv"));
    check_int(share->population, 91732);
    check_text(share->percent, "12.7");
    check_text(share->percent_long, "12.74");
    check_text(share->percent_long_of_sum, "12.81");
    check_text(share->votes, "1.27");
    check_text(share->votes_of_sum, "1.28");
    check_false(share->roll_differs);
}

#define COUNTY "locality,population\nNorth,300\nSouth,100\n"

/* A sum of some of them would be told as that of all. */
static void test_practices_are_added_up_where_all_rows_have_them(void **state)
{
    static const struct {
        const char *north, *south;
        int sum;
    } rows[] = {{"2", "3", 5}, {"1", "1", 2}, {"2", "", 0}, {"", "3", 0}, {"", "", 0}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *county =
            arena_format(arena, "locality,population,practices\nNorth,3000,%s\nSouth,1000,%s\n",
                         rows[i].north, rows[i].south);
        const struct assembly assembly =
            assemble(arena, &(struct tables){.rules = RULES_OF("South", "sum of rows"),
                                             .roll = "practice,list size\nAsh,1000\n",
                                             .localities = county});
        check_int(decide_county(arena, &assembly.rules, &assembly.localities, false, false)
                      .sum_of_practices,
                  rows[i].sum);
    }
}

/* One patient is a share. */
static void test_a_locality_of_one_patient(void **state)
{
    struct arena *arena = arena_of(state);
    const struct assembly assembly = assemble(
        arena,
        &(struct tables){.rules = RULES_OF("South", "sum of rows"),
                         .roll = "practice,list size\nAsh,1\n",
                         .localities = "locality,population,votes\nNorth,3,7.5\nSouth,1,2.5\n"});
    const struct county county =
        decide_county(arena, &assembly.rules, &assembly.localities, false, false);
    check_text(county.localities[1].percent, "25.0");
    check_text(county.localities[1].votes, "2.50");
    check_text(county.localities[1].published_votes, "2.5");
    check_int(county.localities[1].whole_votes, 0); /* nobody asked for whole ones */
    check_false(county.localities[1].by_lot);
}

static void test_the_sum_of_rows_can_be_asked_for(void **state)
{
    struct arena *arena = arena_of(state);
    static const char county[] = COUNTY "Total,408\n";
    const struct share *share =
        share_of(arena, RULES_OF("South", "sum of rows"), "practice,list size\nAsh,100\n", county);
    check_true(share->of_sum);
    check_true(share->has_stated_total);
    check_text(share->percent, "25.0");
    check_text(share->votes, "2.50");
    share =
        share_of(arena, RULES_OF("South", "as stated"), "practice,list size\nAsh,100\n", county);
    check_false(share->of_sum);
    check_text(share->percent, "24.5");
    check_text(share->votes, "2.45");
    check_text(share->percent_of_sum, "25.0");
}

static void test_without_a_total_row_the_sum_is_taken(void **state)
{
    struct arena *arena = arena_of(state);
    const struct share *share =
        share_of(arena, RULES_OF("South", "as stated"), "practice,list size\nAsh,100\n", COUNTY);
    check_true(share->of_sum);
    check_false(share->has_stated_total);
    check_false(share->totals_differ);
    check_text(share->votes, "2.50");
}

/* 2.5 of 10 votes; the bundled table publishes what it works out at. */
static void test_published_votes_are_compared(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const published[] = {"2.5", "2.50", "2.49", "2.505", "3"};
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        const char *county = arena_format(
            arena, "locality,population,votes\nNorth,300,7.5\nSouth,100,%s\n", published[i]);
        const struct share *share = share_of(arena, RULES_OF("South", "as stated"),
                                             "practice,list size\nAsh,100\n", county);
        check_text(share->published_votes, i < 2 ? NULL : published[i]);
    }
    check_text(share_of(arena, NULL, NULL, bundled_text("localities.csv"))->published_votes, NULL);
}

static void test_a_roll_that_differs_from_the_countys_row(void **state)
{
    struct arena *arena = arena_of(state);
    const struct share *share =
        share_of(arena, RULES_OF("South", "as stated"), "practice,list size\nAsh,101\n", COUNTY);
    check_true(share->roll_differs);
    check_int(share->roll_population, 101);
    check_int(share->population, 100);
    check_text(share->votes, "2.50");
}

/* Told only where both dates are known, and the roll has sizes to be of one. */
static void test_populations_of_another_date(void **state)
{
    static const struct {
        const char *roll, *county, *as_at;
    } tables[] = {
        {"practice,list size,as at\nAsh,100,2015-04-01\n",
         "locality,population,as at\nNorth,300,2014-04-01\nSouth,100,2014-04-01\n", "2014-04-01"},
        {"practice,list size,as at\nAsh,100,2015-04-01\n",
         "locality,population,as at\nNorth,300,2015-04-01\nSouth,100,2015-04-01\n", NULL},
        {"practice,list size,as at\nAsh,100,2015-04-01\n", COUNTY, NULL},
        {"practice,list size\nAsh,100\n",
         "locality,population,as at\nNorth,300,2014-04-01\nSouth,100,2014-04-01\n", NULL},
        {"practice,as at\nAsh,2015-04-01\n",
         "locality,population,as at\nNorth,300,2014-04-01\nSouth,100,2014-04-01\n", NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct share *share =
            share_of(arena, RULES_OF("South", "as stated"), tables[i].roll, tables[i].county);
        check_text(date_given(share->as_at) ? date_iso(arena, share->as_at) : NULL,
                   tables[i].as_at);
    }
}

static void test_where_there_is_no_share(void **state)
{
    struct arena *arena = arena_of(state);
    check_true(share_of(arena, NULL, NULL, NULL) == NULL);
    check_true(share_of(arena, RULES ONE_EACH MAJORITY, NULL, COUNTY) == NULL);
    check_true(share_of(arena, RULES ONE_EACH MAJORITY "*,locality,South,,\n",
                        "practice,list size\nAsh,100\n", COUNTY) == NULL);
}

/* 1,500 of 40,000 is 3.75%, and 0.375 of 10 votes. */
static void test_halves_are_rounded_up(void **state)
{
    struct arena *arena = arena_of(state);
    const struct share *share =
        share_of(arena, RULES_OF("South", "as stated"), "practice,list size\nAsh,1500\n",
                 "locality,population\nNorth,38500\nSouth,1500\n");
    check_text(share->percent, "3.8");
    check_text(share->percent_long, "3.75");
    check_text(share->votes, "0.38");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_all_six_localities),
        test_with_arena(test_south_east_oxfordshire),
        test_with_arena(test_practices_are_added_up_where_all_rows_have_them),
        test_with_arena(test_a_locality_of_one_patient),
        test_with_arena(test_the_sum_of_rows_can_be_asked_for),
        test_with_arena(test_without_a_total_row_the_sum_is_taken),
        test_with_arena(test_published_votes_are_compared),
        test_with_arena(test_a_roll_that_differs_from_the_countys_row),
        test_with_arena(test_populations_of_another_date),
        test_with_arena(test_where_there_is_no_share),
        test_with_arena(test_halves_are_rounded_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* The county's total holds exactly the locality that is worked out as its part. */
#include "unit/polls.h"

enum {
    ROLL = 3
};

#define THREE                                                                                      \
    "practice,list size,code,as at\n"                                                              \
    "One,100,K1,2015-04-01\nTwo,200,K2,2015-04-01\nThree,300,K3,2015-04-01\n"

static const struct national_area county = {.code = "10Q", .population = 5000, .practices = 9};

#define HERE  RULES BY_LIST_SIZE MAJORITY "*,locality,Here,,\n"
#define VOTES "*,governing body votes,10,,\n"

/* The members of a roll with these figures and sizes, in the county 10Q of 5,000 patients. */
static struct reweighting_request request_of(struct arena *arena, struct tables tables,
                                             const struct national_figure *figures,
                                             const struct new_size *sizes)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct national *national = arena_alloc(arena, 1, sizeof *national);
    *assembly = assemble(arena, &tables);
    *national = (struct national){.layout = "made up",
                                  .has_areas = true,
                                  .figures = figures,
                                  .areas = &county,
                                  .area_count = 1};
    return (struct reweighting_request){
        .rules = &assembly->rules,
        .roll = &assembly->roll,
        .localities = tables.localities == NULL ? NULL : &assembly->localities,
        .sizes = sizes,
        .as_at = {2026, 4, 1},
        .national = national,
        .area = &county,
    };
}

static struct reweighting reweigh_roll(struct arena *arena, const char *roll,
                                       const struct national_figure *figures,
                                       const struct new_size *sizes, int64_t stated_total)
{
    struct reweighting_request request =
        request_of(arena, (struct tables){.rules = HERE VOTES, .roll = roll}, figures, sizes);
    request.stated_total = stated_total;
    return decide_reweighting(arena, &request);
}

static struct reweighting reweigh(struct arena *arena, const struct national_figure *figures,
                                  const struct new_size *sizes, int64_t stated_total)
{
    return reweigh_roll(arena, THREE, figures, sizes, stated_total);
}

static const struct national_figure all_found[ROLL] = {
    {.state = NATIONAL_FOUND, .list_size = 110, .area = "10Q"},
    {.state = NATIONAL_FOUND, .list_size = 220, .area = "10Q"},
    {.state = NATIONAL_FOUND, .list_size = 330, .area = "10Q"},
};

static void area_that_holds_the_roll_stays_as_it_is(void **state)
{
    static const struct new_size sizes[ROLL] = {
        {SIZE_FROM_FILE, 110}, {SIZE_FROM_FILE, 220}, {SIZE_FROM_FILE, 330}};
    struct reweighting result = reweigh(arena_of(state), all_found, sizes, 0);
    check_int(result.area_in_file, 5000);
    check_int(result.area_sum, 5000);
    check_int(result.area_total, 5000);
    check_int(result.practices[2].in_area, 330);
    check_text(result.share_after.percent, "13.2"); /* 660 of 5,000 */
    check_false(result.not_first_of_april || result.older || result.total_stated);
}

/* One is kept and not in the file, Two is in another area, Three is stated otherwise. */
static void area_is_made_to_hold_the_roll(void **state)
{
    static const struct national_figure figures[ROLL] = {
        {.state = NATIONAL_MISSING},
        {.state = NATIONAL_FOUND, .list_size = 220, .area = "15E"},
        {.state = NATIONAL_FOUND, .list_size = 330, .area = "10Q"},
    };
    static const struct new_size sizes[ROLL] = {
        {SIZE_KEPT, 100}, {SIZE_FROM_FILE, 220}, {SIZE_SET, 400}};
    struct reweighting result = reweigh(arena_of(state), figures, sizes, 0);
    check_int(result.area_in_file, 5000);
    check_int(result.area_sum, 5000 + 100 + 220 - 330 + 400);
    check_int(result.area_total, result.area_sum);
    check_int(result.share_after.total, result.area_sum);
    check_text(result.practices[0].file_area, NULL);
    check_text(result.practices[1].file_area, "15E");
    check_int(result.practices[1].in_area, 0);
}

static void suppressed_and_doubled_figures_count_as_the_file_adds_them(void **state)
{
    static const struct national_figure figures[ROLL] = {
        {.state = NATIONAL_SUPPRESSED, .area = "10Q"},
        {.state = NATIONAL_TWICE, .list_size = 220, .area = "10Q"},
        {.state = NATIONAL_FOUND, .list_size = 330},
    };
    static const struct new_size sizes[ROLL] = {
        {SIZE_SET, 90}, {SIZE_SET, 250}, {SIZE_FROM_FILE, 330}};
    struct reweighting result = reweigh(arena_of(state), figures, sizes, 0);
    check_int(result.area_total, 5000 + 90 - 220 + 250 + 330);
    check_text(result.practices[2].file_area, "");
}

/* Who leaves the roll does not leave the county. */
static void practice_that_leaves_stays_in_the_county(void **state)
{
    static const struct new_size sizes[ROLL] = {
        {SIZE_FROM_FILE, 110}, {SIZE_LEFT, 0}, {SIZE_FROM_FILE, 330}};
    struct reweighting result = reweigh(arena_of(state), all_found, sizes, 0);
    check_int(result.area_total, 5000);
    check_int(result.after, 440);
    check_int(result.practices[1].in_area, 220);
}

static void stated_total_is_taken_as_it_is(void **state)
{
    static const struct new_size sizes[ROLL] = {
        {SIZE_FROM_FILE, 110}, {SIZE_SET, 300}, {SIZE_FROM_FILE, 330}};
    struct reweighting result = reweigh(arena_of(state), all_found, sizes, 7400);
    check_true(result.total_stated);
    check_int(result.area_total, 7400);
    check_int(result.area_sum, 5080);
    check_text(result.share_after.percent, "10.0");                         /* 740 of 7,400 */
    check_int(reweigh(arena_of(state), all_found, sizes, 1).area_total, 1); /* whatever it is */
}

static const struct new_size all_from_file[ROLL] = {
    {SIZE_FROM_FILE, 110}, {SIZE_FROM_FILE, 220}, {SIZE_FROM_FILE, 330}};

/* Sizes are of 1 April, and no older than those of the roll, which are of 2015. */
static void days_of_sizes(void **state)
{
    static const struct {
        struct date as_at;
        bool not_first_of_april, older;
    } rows[] = {
        {{2026, 4, 1}, false, false}, {{2026, 4, 2}, true, false}, {{2026, 1, 1}, true, false},
        {{2015, 4, 1}, false, false}, {{2015, 3, 31}, true, true}, {{2014, 4, 1}, false, true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reweighting_request request = request_of(
            arena, (struct tables){.rules = HERE VOTES, .roll = THREE}, all_found, all_from_file);
        request.as_at = rows[i].as_at;
        struct reweighting result = decide_reweighting(arena, &request);
        check_int(result.not_first_of_april, rows[i].not_first_of_april);
        check_int(result.older, rows[i].older);
    }
}

/* Without votes of a governing body, or the patients of a county, there is no share. */
static void share_needs_votes_and_a_total(void **state)
{
    static const struct {
        const char *rules;
        bool in_doubt, known;
    } rows[] = {{HERE VOTES, false, true}, {HERE, false, false}, {HERE VOTES, true, false}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reweighting_request request =
            request_of(arena, (struct tables){.rules = rows[i].rules, .roll = THREE}, all_found,
                       all_from_file);
        request.area_in_doubt = rows[i].in_doubt;
        struct reweighting result = decide_reweighting(arena, &request);
        check_int(result.share_after.known, rows[i].known);
        check_int(result.area_in_doubt, rows[i].in_doubt);
        check_int(result.area_total, rows[i].in_doubt ? 0 : 5000);
    }
}

/* What the localities add up to goes before what is stated, and one patient is a part of it, as is
 * everybody; what is not known, or more than all, is none. */
static void localities_have_shares_of_their_sum(void **state)
{
    static const struct {
        int64_t population, total;
        const char *percent, *votes;
    } rows[] = {
        {1, 8, "12.5", "1.25"}, {8, 8, "100.0", "10.00"}, {0, 8, NULL, NULL}, {9, 8, NULL, NULL}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct locality_now now[] = {{rows[i].population, 1}, {0}};
        for (int voting = 0; voting <= 1; voting++) {
            struct reweighting_request request =
                request_of(arena,
                           (struct tables){.rules = voting ? HERE VOTES : HERE,
                                           .roll = THREE,
                                           .localities = "locality,population\nHere,600\n"
                                                         "There,400\n"},
                           all_found, all_from_file);
            request.stated_total = 7400;
            request.sum_of_localities = rows[i].total;
            request.populations = now;
            struct reweighting result = decide_reweighting(arena, &request);
            check_true(result.total_of_localities && !result.total_stated);
            check_int(result.area_total, rows[i].total);
            check_int(result.locality_count, 2);
            check_true(result.localities[0].is_own && !result.localities[1].is_own);
            check_text(result.localities[0].share_percent, rows[i].percent);
            check_text(result.localities[0].votes, voting ? rows[i].votes : NULL);
            check_text(result.localities[1].share_percent, NULL);
        }
    }
}

/*
 * Twelve with 100 million each, of whom each has as many more or fewer than 90 million as stands
 * here: by so much its weight moved, whichever way, beyond what a number holds. None gains or loses
 * by the sum, which stays. Two that moved as far stand as the roll has them.
 */
static void largest_moves_stand_first(void **state)
{
    enum {
        MANY = 12
    };
    static const int64_t beside[MANY] = {9000000, -8999999, 8999998, -9000001, 1,   -2,
                                         3,       1,        -1000,   999,      500, -500};
    static const size_t ranks[MANY] = {2, 3, 4, 1, 11, 10, 9, 12, 5, 6, 7, 8};
    struct arena *arena = arena_of(state);
    struct buffer roll = {.arena = arena};
    struct national_figure figures[MANY] = {{0}};
    struct new_size sizes[MANY];
    int64_t sum = 0;
    buffer_add(&roll, "practice,list size,code,as at\n");
    for (size_t i = 0; i < MANY; i++) {
        buffer_add(&roll, arena_format(arena, "P%zu,100000000,K%zu,2015-04-01\n", i, i));
        sizes[i] = (struct new_size){SIZE_SET, 90000000 + beside[i]};
        sum += beside[i];
    }
    check_int(sum, 0);
    struct reweighting result = reweigh_roll(arena, buffer_text(&roll), figures, sizes, 0);
    check_int(result.after, 1080000000);
    for (size_t i = 0; i < MANY; i++)
        check_int((long long)result.practices[i].rank, (long long)ranks[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(area_that_holds_the_roll_stays_as_it_is),
        test_with_arena(area_is_made_to_hold_the_roll),
        test_with_arena(suppressed_and_doubled_figures_count_as_the_file_adds_them),
        test_with_arena(practice_that_leaves_stays_in_the_county),
        test_with_arena(stated_total_is_taken_as_it_is),
        test_with_arena(days_of_sizes),
        test_with_arena(share_needs_votes_and_a_total),
        test_with_arena(localities_have_shares_of_their_sum),
        test_with_arena(largest_moves_stand_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

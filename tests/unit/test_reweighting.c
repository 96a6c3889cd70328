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

/* The members of a roll with these figures and sizes, in the county 10Q of 5,000 patients. */
static struct reweighting reweigh_roll(struct arena *arena, const char *roll,
                                       const struct national_figure *figures,
                                       const struct new_size *sizes, int64_t stated_total)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct national *national = arena_alloc(arena, 1, sizeof *national);
    *assembly = assemble(arena, &(struct tables){.rules = RULES BY_LIST_SIZE MAJORITY
                                                 "*,locality,Here,,\n"
                                                 "*,governing body votes,10,,\n",
                                                 .roll = roll});
    *national = (struct national){.layout = "made up",
                                  .has_areas = true,
                                  .figures = figures,
                                  .areas = &county,
                                  .area_count = 1};
    struct reweighting_request request = {
        .rules = &assembly->rules,
        .roll = &assembly->roll,
        .sizes = sizes,
        .as_at = {2026, 4, 1},
        .national = national,
        .area = &county,
        .stated_total = stated_total,
    };
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
    check_text(result.share_after.percent, "10.0"); /* 740 of 7,400 */
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
        test_with_arena(largest_moves_stand_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

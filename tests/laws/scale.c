/* SPDX-License-Identifier: MIT */

/*
 * Every list size times the same number changes no verdict, on no reading: shares of patients, and
 * of votes by list size, stay what they are. It does not hold for one vote per so many patients,
 * nor for patients on top (`plus`) or thresholds rounded to whole patients, which are left out.
 */
#include "laws/same_result.h"

enum {
    POLLS = TRIES(4000)
};

static void make_a_share(struct model_condition *asks)
{
    if (asks->number)
        return;
    asks->rounding = EXACT;
    asks->plus = 0;
}

static void make_shares(struct model_rules *rules)
{
    if (rules->weight == PER_PATIENTS)
        rules->weight = LIST_SIZE;
    for (int i = 0; i < MODEL_CONDITIONS; i++) {
        make_a_share(&rules->quorum[i]);
        make_a_share(&rules->passes[i]);
    }
    model_settle(rules);
}

static void compare_scales(uint64_t seed, struct model_shape shape)
{
    struct random random = {seed};
    int decided = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(&random, shape);
        make_shares(&model.rules);
        for (int k = 0; k < model.reading_count; k++)
            make_shares(&model.readings[k].rules);
        struct model larger = model;
        int times = 2 + random_below(&random, 1000);
        for (int k = 0; k < model.member_count; k++)
            larger.members[k].list_size *= times;
        struct poll_outcome one, other;
        bool first = decide_model(arena, &model, &one);
        bool second = decide_model(arena, &larger, &other);
        if (first != second || (first && !same_results(&one, &other))) {
            show_model(arena, &model, i);
            show_model(arena, &larger, i);
            fail();
        }
        decided += first;
        arena_free(arena);
    }
    check_true(decided > POLLS / 2);
}

static void test_larger_lists_of_a_motion(void **state)
{
    (void)state;
    compare_scales(31, (struct model_shape){.motions = true, .readings = true});
}

static void test_larger_lists_of_an_election(void **state)
{
    (void)state;
    compare_scales(32, (struct model_shape){.elections = true, .readings = true});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_larger_lists_of_a_motion),
        cmocka_unit_test(test_larger_lists_of_an_election),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

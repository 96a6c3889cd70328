/* SPDX-License-Identifier: MIT */

/* What each practice's vote weighs. */
#include "decide/internal.h"
#include "unit/polls.h"

struct weight_row {
    const char *weight;
    int list_size;
    int votes;
};

static const struct weight_row weight_rows[] = {
    {"one vote per practice", 1, 1},
    {"one vote per practice", 16521, 1},
    {"one vote per member", 16521, 1},
    {"list size", 1, 1},
    {"list size", 16521, 16521},
    {"one vote per 2,000 patients, rounded down", 1999, 0},
    {"one vote per 2,000 patients, rounded down", 2000, 1},
    {"one vote per 2,000 patients, rounded down", 3999, 1},
    {"one vote per 2,000 patients, rounded down", 4000, 2},
    {"one vote per 2000 patients, rounded down", 4000, 2},
    {"one vote per 2,000 patients, rounded up", 1, 1},
    {"one vote per 2,000 patients, rounded up", 2000, 1},
    {"one vote per 2,000 patients, rounded up", 2001, 2},
    {"one vote per 2,000 patients, rounded to nearest", 999, 0},
    {"one vote per 2,000 patients, rounded to nearest", 1000, 1}, /* halves up */
    {"one vote per 2,000 patients, rounded to nearest", 2999, 1},
    {"one vote per 2,000 patients, rounded to nearest", 3000, 2},
    {"one vote per 2,000 patients, rounded down, at least 1", 1, 1},
    {"one vote per 2,000 patients, rounded down, at least 1", 1999, 1},
    {"one vote per 2,000 patients, rounded down, at least 1", 4000, 2},
    {"one vote per 2,000 patients, rounded to nearest, at least 1", 999, 1},
    {"one vote per 3 patients, rounded to nearest", 4, 1},
    {"one vote per 3 patients, rounded to nearest", 5, 2},
    {"one vote per 1,000,001 patients, rounded up", 91732, 1}, /* past the bound of a fraction */
    {"one vote per 100,000,000 patients, rounded to nearest", 49999999, 0},
    {"one vote per 100,000,000 patients, rounded to nearest", 50000000, 1},
    {"one vote per 100,000,000 patients, rounded down", 100000000, 1},
    {"one vote per 1 patient, rounded up", 100000000, 100000000},
    {"one vote per 2,000 patients, rounded down, at least 1,000,000", 91732, 1000000},
};

static void test_a_practice_weighs_what_the_rule_says(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof weight_rows / sizeof *weight_rows; i++) {
        const struct weight_row *row = &weight_rows[i];
        const char *rules =
            arena_format(arena, "%svote,weight,\"%s\",,\n%s", RULES, row->weight, MAJORITY);
        const char *roll = arena_format(arena, "practice,list size\nAsh,%d\n", row->list_size);
        struct assembly tables = assemble(arena, &(struct tables){.rules = rules, .roll = roll});
        struct ruleset set = rules_resolve(arena, &tables.rules, "vote", NULL, 0);
        check_int(weight_of(&set.one[RULE_WEIGHT]->as.weight, &tables.roll.members[0]), row->votes);
        check_int(weight_places(&set.one[RULE_WEIGHT]->as.weight, &tables.roll), 0);
        struct poll_outcome poll =
            decide_text(arena, rules, roll, "vote", "practice,vote\nAsh,for\n");
        check_int(poll.roll_call.standings[0].votes, row->votes);
        check_int(figure_of(poll.counts[GROUP_FOR].votes), row->votes);
        check_text(poll.weighing.words, row->weight);
    }
}

/* 5.03 and 1.5 are 503 and 150 hundredths; what is compared and printed is exact. */
static void test_votes_come_from_their_column_with_their_decimals(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_text(arena, RULES RULE("weight", "votes column") MAJORITY,
                    "practice,list size,votes\nAsh,100,5.03\nBeech,200,1.5\nCedar,300,3\n", "vote",
                    "practice,vote\nAsh,for\nBeech,against\nCedar,against\n");
    check_int(poll.weighing.places, 2);
    check_int(figure_of(poll.counts[GROUP_FOR].votes), 503);
    check_int(figure_of(poll.counts[GROUP_AGAINST].votes), 450);
    check_int(figure_of(poll.counts[GROUP_ALL].votes), 953);
    check_int(figure_of(poll.counts[GROUP_ALL].population), 600);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_true(poll.weighing.kind != WEIGHT_ONE_EACH);
}

/* Six decimals are the finest that a table may have. */
static void test_votes_may_have_six_decimals(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(arena, RULES RULE("weight", "votes column") MAJORITY,
                                           "practice,votes\nAsh,1.000001\nBeech,1\n", "vote",
                                           "practice,vote\nAsh,for\nBeech,against\n");
    check_int(poll.weighing.places, 6);
    check_int(figure_of(poll.counts[GROUP_FOR].votes), 1000001);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_false(poll.result.tied);
}

static void test_only_one_vote_each_is_not_weighted(void **state)
{
    struct arena *arena = arena_of(state);
    check_true(decide_trees(arena, RULES ONE_EACH MAJORITY, "fa").weighing.kind == WEIGHT_ONE_EACH);
    check_true(decide_trees(arena, RULES BY_LIST_SIZE MAJORITY, "fa").weighing.kind !=
               WEIGHT_ONE_EACH);
    check_true(decide_trees(arena,
                            RULES RULE("weight", "one vote per 500 patients, rounded up") MAJORITY,
                            "fa")
                   .weighing.kind != WEIGHT_ONE_EACH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_a_practice_weighs_what_the_rule_says),
        test_with_arena(test_votes_come_from_their_column_with_their_decimals),
        test_with_arena(test_votes_may_have_six_decimals),
        test_with_arena(test_only_one_vote_each_is_not_weighted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

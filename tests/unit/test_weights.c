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
    {"one vote per 500 members or part of", 500, 1},
    {"one vote per 500 members or part of", 501, 2},
    {"one vote for every 500 members or part thereof", 1000, 2},
    {"one vote for every 500 members or part thereof", 1001, 3},
    {"1 vote for each 500 people, or part of 500 people", 499, 1},
    {"one vote for each complete 500 members", 999, 1},
    {"one vote for each complete 500 members", 1000, 2},
    {"1 vote up to 5,000, 2 up to 10,000, 3 above", 1, 1},
    {"1 vote up to 5,000, 2 up to 10,000, 3 above", 5000, 1},
    {"1 vote up to 5,000, 2 up to 10,000, 3 above", 5001, 2},
    {"1 vote up to 5,000, 2 up to 10,000, 3 above", 10000, 2},
    {"1 vote up to 5,000, 2 up to 10,000, 3 above", 10001, 3},
    {"one vote below 5,000 patients, two votes from 5,000 to 9,999; three votes from 10,000", 4999,
     1},
    {"one vote below 5,000 patients, two votes from 5,000 to 9,999; three votes from 10,000", 5000,
     2},
    {"one vote below 5,000 patients, two votes from 5,000 to 9,999; three votes from 10,000", 9999,
     2},
    {"one vote below 5,000 patients, two votes from 5,000 to 9,999; three votes from 10,000", 10000,
     3},
    {"1 vote up to 500 patients, 2 votes from 501 patients up to 900 patients, 3 above 900 "
     "patients",
     900, 2},
    {"0 votes up to 499, and 1 vote above that", 499, 0},
    {"0 votes up to 499, and 1 vote above that", 500, 1},
    {"list size, at most 10,000 votes", 9999, 9999},
    {"list size, at most 10,000 votes", 10001, 10000},
    {"one vote per 500 members or part of, at least 2, at most 4 votes a practice", 1, 2},
    {"one vote per 500 members or part of, at least 2, at most 4 votes a practice", 2000, 4},
    {"one vote per 500 members or part of, at least 2, at most 4 votes a practice", 2001, 4},
    {"list size, at most 25% of all votes before the limit", 10003, 2500}, /* 2,500.75 */
};

/* Five members with 60, 20, 10, 6 and 4. A fifth of 100 is 20. A fifth of what the limit leaves: 13
 * of 13 + 13 + 10 + 6 + 4 = 46 is more, as is 10 of 40; 5 of 24 is more, 4 of 20 is not. A third:
 * 20 of 60 is, 21 of 61 is more. */
static void test_a_share_of_all_votes_limits_the_largest(void **state)
{
    static const struct {
        const char *limit;
        int most, of_all;
    } rows[] = {
        {"at most 20% of all votes before the limit", 20, 60},
        {"at most 1/5 of all votes after the limit", 4, 20},
        {"no more than one third of all votes after the limit", 20, 60},
        {"at most half of all votes after the limit", 40, 80},
        {"at most 59% of all votes before the limit", 59, 99},
        {"at most 60% of all votes after the limit", 60, 100},
    };
    static const int sizes[] = {60, 20, 10, 6, 4};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *rules = arena_format(arena, "%svote,weight,\"list size, %s\",,\n%s", RULES,
                                         rows[i].limit, MAJORITY);
        struct poll_outcome poll =
            decide_text(arena, rules, "practice,list size\nAsh,60\nElm,20\nFir,10\nOak,6\nYew,4\n",
                        "vote", "practice,vote\nAsh,for\n");
        for (size_t member = 0; member < sizeof sizes / sizeof *sizes; member++)
            check_int(poll.roll_call.standings[member].votes,
                      sizes[member] < rows[i].most ? sizes[member] : rows[i].most);
        check_int(figure_of(poll.counts[GROUP_ALL].votes), rows[i].of_all);
        check_int(poll.weighing.most, rows[i].most);
    }
}

/* 50.5 of 100.25 hundredths of a vote are kept to a half: 50.12, and 2 votes to 2.00. */
static void test_limits_keep_the_decimals_of_the_column(void **state)
{
    struct arena *arena = arena_of(state);
    static const char roll[] = "practice,votes\nAsh,50.5\nElm,49.75\n";
    struct poll_outcome share = decide_text(
        arena,
        RULES
        "vote,weight,\"votes column, at most half of all votes before the limit\",,\n" MAJORITY,
        roll, "vote", "practice,vote\nAsh,for\n");
    check_int(share.roll_call.standings[0].votes, 5012);
    check_int(share.roll_call.standings[1].votes, 4975);
    struct poll_outcome number =
        decide_text(arena, RULES "vote,weight,\"votes column, at most 2 votes\",,\n" MAJORITY, roll,
                    "vote", "practice,vote\nAsh,for\n");
    check_int(number.roll_call.standings[0].votes, 200);
}

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
        struct weights weights = weights_of(&set.one[RULE_WEIGHT]->as.weight, &tables.roll);
        check_int(weight_of(&weights, &tables.roll.members[0]), row->votes);
        check_int(weights.places, 0);
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
        test_with_arena(test_a_share_of_all_votes_limits_the_largest),
        test_with_arena(test_limits_keep_the_decimals_of_the_column),
        test_with_arena(test_votes_come_from_their_column_with_their_decimals),
        test_with_arena(test_votes_may_have_six_decimals),
        test_with_arena(test_only_one_vote_each_is_not_weighted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

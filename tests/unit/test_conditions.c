/* SPDX-License-Identifier: MIT */

/* Whether a condition is met, what it needs and how much is missing, at its edges. */
#include "unit/polls.h"

struct share_row {
    const char *asks; /* of the population present */
    int part, whole;
    int needed, short_by;
    const char *percent;
};

static const struct share_row share_rows[] = {
    /* The two quorums of South East Oxfordshire, one below, at and one above. */
    {"at least 50%", 45865, 91732, 45866, 1, "49.999"},
    {"at least 50%", 45866, 91732, 45866, 0, "50.00"},
    {"at least 50%", 45867, 91732, 45866, 0, "50.001"},
    {"at least 50%", 45816, 91732, 45866, 50, "49.95"},
    {"at least 80%", 73350, 91732, 73386, 36, "79.96"},
    {"at least 80%", 73385, 91732, 73386, 1, "79.999"},
    {"at least 80%", 73386, 91732, 73386, 0, "80.0004"},
    /* Half, of even and odd wholes. */
    {"at least half", 49, 100, 50, 1, "49.00"},
    {"at least half", 50, 100, 50, 0, "50.00"},
    {"more than half", 50, 100, 51, 1, "50.00"},
    {"more than half", 51, 100, 51, 0, "51.00"},
    {"at least half", 50, 101, 51, 1, "49.50"},
    {"at least half", 51, 101, 51, 0, "50.50"},
    {"more than half", 50, 101, 51, 1, "49.50"},
    {"more than half", 51, 101, 51, 0, "50.50"},
    {"at least 1/2", 50, 100, 50, 0, "50.00"},
    {"more than 50%", 50, 100, 51, 1, "50.00"},
    /* Two thirds: 7 of 10, 8 of 12, and never 6.67. */
    {"at least two thirds", 6, 10, 7, 1, "60.00"},
    {"at least two thirds", 7, 10, 7, 0, "70.00"},
    {"at least 2/3", 8, 12, 8, 0, "66.67"},
    {"at least 2/3", 7, 12, 8, 1, "58.33"},
    {"more than 2/3", 8, 12, 9, 1, "66.67"},
    {"more than 2/3", 9, 12, 9, 0, "75.00"},
    {"at least three quarters", 7, 10, 8, 1, "70.00"},
    {"at least three quarters", 8, 10, 8, 0, "80.00"},
    {"at least 75%", 75, 100, 75, 0, "75.00"},
    {"at least 12.5%", 125, 1000, 125, 0, "12.50"},
    {"at least 12.5%", 125, 1001, 126, 1, "12.49"},
    {"more than 12.5%", 125, 1000, 126, 1, "12.50"},
    {"at least 100%", 99, 100, 100, 1, "99.00"},
    {"at least 100%", 100, 100, 100, 0, "100.00"},
    /* Rounded to a whole quantity first. */
    {"at least half rounded down", 50, 101, 50, 0, NULL},
    {"at least half rounded down", 49, 101, 50, 1, NULL},
    {"at least half rounded up", 50, 101, 51, 1, NULL},
    {"at least half rounded to nearest", 50, 101, 51, 1, NULL}, /* 50.5: halves up */
    {"at least 1/3 rounded to nearest", 33, 100, 33, 0, NULL},
    {"at least 1/3 rounded to nearest", 33, 101, 34, 1, NULL},
    {"at least 1/4 rounded to nearest", 25, 101, 25, 0, NULL},
    {"at least 1/4 rounded to nearest", 25, 102, 26, 1, NULL}, /* 25.5 */
    {"more than half rounded down", 50, 101, 51, 1, NULL},
    {"more than half rounded down", 51, 101, 51, 0, NULL},
    {"more than half rounded up", 51, 101, 52, 1, NULL},
    /* Half plus one. */
    {"at least half plus 1", 50, 100, 51, 1, NULL},
    {"at least half plus 1", 51, 100, 51, 0, NULL},
    {"at least half plus 1", 51, 101, 52, 1, NULL}, /* 51.5 */
    {"at least half rounded down plus 1", 51, 101, 51, 0, NULL},
    {"at least half rounded up plus 1", 51, 101, 52, 1, NULL},
    {"more than half plus 1", 51, 100, 52, 1, NULL},
    {"at least half plus 10", 59, 100, 60, 1, NULL},
};

/* A quorum by population, of a roll of two: the first is there. */
static struct poll_outcome decide_quorum(struct arena *arena, const char *quorum, int part,
                                         int whole)
{
    const char *rules =
        arena_format(arena, "%svote,quorum,%s,,\n", RULES ONE_EACH MAJORITY, quorum);
    const char *roll = whole > part ? arena_format(arena, "practice,list size\nAsh,%d\nBeech,%d\n",
                                                   part, whole - part)
                                    : arena_format(arena, "practice,list size\nAsh,%d\n", part);
    return decide_text(arena, rules, roll, "vote", "practice,vote\nAsh,for\n");
}

static void test_a_share_is_met_at_its_edge(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof share_rows / sizeof *share_rows; i++) {
        const struct share_row *row = &share_rows[i];
        const char *text = arena_format(arena, "%s of population present", row->asks);
        struct poll_outcome poll = decide_quorum(arena, text, row->part, row->whole);
        const struct condition_outcome *quorum = &poll.conditions[0];
        check_int(quorum->kind, RULE_QUORUM);
        check_text(quorum->text, text);
        check_int(figure_of(quorum->part), row->part);
        check_int(figure_of(quorum->whole), row->whole);
        check_int(figure_of(quorum->needed), row->needed);
        check_int(figure_of(quorum->short_by), row->short_by);
        check_int(quorum->met, row->short_by == 0);
        check_int(quorum->places, 0);
        if (row->percent != NULL)
            check_text(quorum->percent, row->percent);
        check_text(verdict_word(poll.result.verdict),
                   row->short_by == 0 ? "carried" : "not binding");
    }
}

struct measure_row {
    const char *rule, *asks;
    const char *votes; /* see ballots_of; list sizes 1,000, 2,000, ... */
    int part, whole, needed, short_by;
};

static const struct measure_row measure_rows[] = {
    /* A quorum measures what its set names, of the same measure over all. */
    {"quorum", "at least half of practices present", "fa..", 2, 4, 2, 0},
    {"quorum", "at least half of members present", "fa..", 2, 4, 2, 0},
    {"quorum", "more than half of practices present", "fa..", 2, 4, 3, 1},
    {"quorum", "at least half of practices replying", "fs..", 2, 4, 2, 0},
    {"quorum", "at least half of practices voting", "fs..", 1, 4, 2, 1},
    {"quorum", "at least half of practices cast", "fs..", 1, 4, 2, 1},
    {"quorum", "at least half of population present", "...f", 4000, 10000, 5000, 1000},
    {"quorum", "at least half of population cast", "..sf", 4000, 10000, 5000, 1000},
    {"quorum", "at least half of votes present", "fa..", 3000, 10000, 5000, 2000},
    {"quorum", "at least 2 practices present", "f...", 1, 4, 2, 1},
    {"quorum", "at least 2 practices present", "fs..", 2, 4, 2, 0},
    {"quorum", "more than 2 members present", "fs..", 2, 4, 3, 1},
    {"quorum", "at least 1 practice against", "ff..", 0, 4, 1, 1},
    /* Passing measures what was cast for, of what its set names. */
    {"passes", "at least half of votes cast", "ffsa", 3000, 7000, 3500, 500},
    {"passes", "at least half of practices cast", "ffsa", 2, 3, 2, 0},
    {"passes", "at least two thirds of all practices", "ff.a", 2, 4, 3, 1},
    {"passes", "at least half of practices present", "ffsa", 2, 4, 2, 0},
    {"passes", "at least half of practices voting", "fasa", 1, 3, 2, 1},
    {"passes", "at least half of population present", "fs.a", 1000, 7000, 3500, 2500},
    {"passes", "at least half of the whole population", "...f", 4000, 10000, 5000, 1000},
    {"passes", "at least half of all votes", ".fff", 9000, 10000, 5000, 0},
    {"passes", "at least 3 practices cast", "ffa.", 2, 3, 3, 1},
    {"passes", "more than half of votes against", "aff.", 5000, 1000, 501, 0},
};

static void test_each_measure_and_scope(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof measure_rows / sizeof *measure_rows; i++) {
        const struct measure_row *row = &measure_rows[i];
        bool passes = strcmp(row->rule, "passes") == 0;
        const char *rules = arena_format(arena, "%svote,%s,%s,,\n%s", RULES BY_LIST_SIZE, row->rule,
                                         row->asks, passes ? "" : MAJORITY);
        struct poll_outcome poll = decide_trees(arena, rules, row->votes);
        const struct condition_outcome *condition = &poll.conditions[0];
        check_text(rule_name(condition->kind), row->rule);
        check_text(condition->text, row->asks);
        check_int(figure_of(condition->part), row->part);
        check_int(figure_of(condition->whole), row->whole);
        check_int(figure_of(condition->needed), row->needed);
        check_int(figure_of(condition->short_by), row->short_by);
        check_int(condition->met, row->short_by == 0);
    }
}

struct decimal_row {
    const char *asks;
    int whole_needed; /* in hundredths */
};

/* 1.27 for and 1.51 against: 2.78 in all. Rounding and plus speak of whole votes. */
static const struct decimal_row decimal_rows[] = {
    {"at least half of votes cast", 139},
    {"more than half of votes cast", 140},
    {"at least 1/3 of votes cast", 93}, /* 0.9266... */
    {"at least half rounded up of votes cast", 200},
    {"at least half rounded down of votes cast", 100},
    {"at least half rounded to nearest of votes cast", 100}, /* 1.39 */
    {"at least 60% rounded to nearest of votes cast", 200},  /* 1.668 */
    {"at least half plus 1 of votes cast", 239},
    {"more than half rounded down of votes cast", 101},
    {"more than half rounded down plus 1 of votes cast", 201},
};

static void test_votes_with_decimals(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof decimal_rows / sizeof *decimal_rows; i++) {
        const char *rules =
            arena_format(arena, "%svote,passes,%s,,\n", RULES RULE("weight", "votes column"),
                         decimal_rows[i].asks);
        struct poll_outcome poll =
            decide_text(arena, rules, "practice,votes\nAsh,1.27\nBeech,1.51\n", "vote",
                        "practice,vote\nAsh,for\nBeech,against\n");
        const struct condition_outcome *condition = &poll.conditions[0];
        check_int(condition->places, 2);
        check_int(figure_of(condition->part), 127);
        check_int(figure_of(condition->whole), 278);
        check_int(figure_of(condition->needed), decimal_rows[i].whole_needed);
        check_int(condition->met, 127 >= decimal_rows[i].whole_needed);
    }
}

/* Exactly half of 2.54 is 1.27; a hundredth less is not. */
static void test_decimals_at_the_edge(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        RULES RULE("weight", "votes column") RULE("passes", "at least half of votes cast");
    static const char ballots[] = "practice,vote\nAsh,for\nBeech,against\n";
    struct poll_outcome poll =
        decide_text(arena, rules, "practice,votes\nAsh,1.27\nBeech,1.27\n", "vote", ballots);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_true(poll.result.tied);
    poll = decide_text(arena, rules, "practice,votes\nAsh,1.26\nBeech,1.27\n", "vote", ballots);
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_int(figure_of(poll.conditions[0].needed), 127);
    check_int(figure_of(poll.conditions[0].short_by), 1);
}

static void test_a_whole_of_nothing(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_trees(
        arena, RULES ONE_EACH MAJORITY RULE("passes", "at least half rounded down of votes cast"),
        "ss");
    check_int(figure_of(poll.conditions[0].whole), 0);
    check_int(figure_of(poll.conditions[0].needed), 1); /* more than half of nothing is something */
    check_false(poll.conditions[0].met);
    check_text(poll.conditions[0].percent, NULL);
    check_int(figure_of(poll.conditions[1].needed), 0);
    check_true(poll.conditions[1].met); /* 0 x 2 >= 1 x 0, but nothing carries on no votes */
    check_text(verdict_word(poll.result.verdict), "not carried");
}

/* Quorum first, then passes, each in file order, and none is not listed. */
static void test_the_order_of_conditions(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_trees(arena,
                     RULES ONE_EACH RULE("passes", "at least half of all practices")
                         RULE("quorum", "at least 2 practices present")
                             MAJORITY RULE("quorum", "at least half of population present"),
                     "fff.");
    check_int(poll.condition_count, 4);
    check_text(poll.conditions[0].text, "at least 2 practices present");
    check_text(poll.conditions[1].text, "at least half of population present");
    check_text(poll.conditions[2].text, "at least half of all practices");
    check_text(poll.conditions[3].text, "more than half of votes cast");
    poll = decide_trees(arena, RULES ONE_EACH MAJORITY RULE("quorum", "none"), "fff.");
    check_int(poll.condition_count, 1);
    check_int(poll.conditions[0].kind, RULE_PASSES);
}

/* Several rows must all hold. */
static void test_every_condition_must_hold(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        RULES ONE_EACH MAJORITY RULE("passes", "at least half of all practices")
            RULE("quorum", "at least 3 practices present")
                RULE("quorum", "at least half of population present");
    check_text(verdict_word(decide_trees(arena, rules, "..fff").result.verdict), "carried");
    check_text(verdict_word(decide_trees(arena, rules, "...ff").result.verdict), "not binding");
    check_text(verdict_word(decide_trees(arena, rules, "fff..").result.verdict), "not binding");
    check_text(verdict_word(decide_trees(arena, rules, "ssssf").result.verdict), "not carried");
    check_text(verdict_word(decide_trees(arena, rules, "fffaa").result.verdict), "carried");
    check_text(verdict_word(decide_trees(arena, rules, "ffaaa").result.verdict), "not carried");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_a_share_is_met_at_its_edge),
        test_with_arena(test_each_measure_and_scope),
        test_with_arena(test_votes_with_decimals),
        test_with_arena(test_decimals_at_the_edge),
        test_with_arena(test_a_whole_of_nothing),
        test_with_arena(test_the_order_of_conditions),
        test_with_arena(test_every_condition_must_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

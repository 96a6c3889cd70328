/* SPDX-License-Identifier: MIT */

/* The same ballots on every reading of the rules. */
#include "unit/polls.h"

#define MOTION   RULES ONE_EACH MAJORITY
#define ELECTION RULES ONE_EACH MOST_VOTES

static void test_no_readings_are_certain(void **state)
{
    struct poll_outcome poll = decide_trees(arena_of(state), MOTION, "fa");
    check_int(poll.reading_count, 0);
    check_true(poll.certain);
}

/* Each reading is told, whether it differs or not. */
static void test_single_readings(void **state)
{
    struct poll_outcome poll = decide_text(
        arena_of(state),
        MOTION RULE("quorum",
                    "none") "vote,quorum,at least half of practices present,a clause,a quorum\n"
                            "vote,passes,at least two thirds of votes cast,,two thirds\n"
                            "*,abstention,takes part,,abstaining\n"
                            "*,abstention,present,,\n",
        roll_of_trees(arena_of(state), 5), "vote", ballots_of(arena_of(state), "fffaa"));
    check_int(poll.reading_count, 3);
    check_text(poll.readings[0].name, "a quorum"); /* in file order */
    check_text(poll.readings[0].clause, "a clause");
    check_text(verdict_word(poll.readings[0].result.verdict), "carried");
    check_false(poll.readings[0].differs);
    check_text(poll.readings[1].name, "two thirds");
    check_text(verdict_word(poll.readings[1].result.verdict), "not carried");
    check_true(poll.readings[1].differs);
    check_text(poll.readings[2].name, "abstaining");
    check_false(poll.readings[2].differs);
    check_false(poll.certain);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_int(poll.readings[1].together_count, 1);
}

/* A reading of another decision is none of this one's. */
static void test_readings_of_another_decision(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state),
                    MOTION "other,weight,one vote per practice,,\n"
                           "other,passes,more than half of votes cast,,\n"
                           "other,quorum,at least half of practices present,,a quorum\n"
                           "other,quorum,none,,\n",
                    roll_of_trees(arena_of(state), 2), "vote", "practice,vote\nAsh,for\n");
    check_int(poll.reading_count, 0);
    check_true(poll.certain);
}

/*
 * Four of six take part by themselves, one abstains, one ballot is void. The turnout asks for five:
 * either reading alone still has five, both together leave four.
 */
#define TOGETHER                                                                                   \
    ELECTION RULE("quorum", "at least 5 practices voting") RULE("abstention", "takes part")        \
        RULE("repeat ballots", "void, takes part")                                                 \
            READING("abstaining is not voting", "abstention", "present")                           \
                READING("a void ballot is none", "repeat ballots", "void, does not take part")

static void test_readings_that_only_together_differ(void **state)
{
    struct poll_outcome poll = decide_trees(arena_of(state), TOGETHER, "1112sX");
    check_text(verdict_word(poll.result.verdict), "elected");
    check_int(poll.reading_count, 3);
    check_false(reading_named(&poll, "abstaining is not voting")->differs);
    check_false(reading_named(&poll, "a void ballot is none")->differs);
    const struct reading_outcome *both =
        reading_named(&poll, "abstaining is not voting + a void ballot is none");
    check_true(both->differs);
    check_text(verdict_word(both->result.verdict), "not valid");
    check_text(both->result.winner, NULL);
    check_int(both->together_count, 2);
    check_text(both->together[0], "abstaining is not voting");
    check_text(both->together[1], "a void ballot is none");
    check_false(poll.certain);
}

/* A combination is not told again when a part of it differs already. */
static void test_only_the_smallest_combinations_are_told(void **state)
{
    struct poll_outcome poll = decide_trees(
        arena_of(state), TOGETHER READING("two thirds", "elects", "more than 2/3 of votes cast"),
        "1122sX");
    /* Two to two: a further election on every reading but that of the quorum. */
    check_text(verdict_word(poll.result.verdict), "further election");
    check_int(poll.reading_count, 4);
    check_false(reading_named(&poll, "two thirds")->differs);
    poll = decide_trees(arena_of(state),
                        TOGETHER READING("four fifths", "elects", "more than 4/5 of votes cast"),
                        "1112sX");
    /* Three of four are not more than four fifths: that differs alone, in no combination. */
    check_true(reading_named(&poll, "four fifths")->differs);
    check_int(poll.reading_count, 4);
    (void)reading_named(&poll, "abstaining is not voting + a void ballot is none");
}

/* Three that only all together change it. */
static void test_a_combination_of_three(void **state)
{
    struct poll_outcome poll =
        decide_trees(arena_of(state),
                     RULES ONE_EACH MOST_VOTES RULE("quorum", "at least 4 practices voting")
                         RULE("abstention", "takes part") RULE("repeat ballots", "void, takes part")
                             RULE("proxy", "any") READING("one", "abstention", "present")
                                 READING("two", "repeat ballots", "void, does not take part")
                                     READING("three", "quorum", "at least 5 practices voting"),
                     "1112sX");
    check_int(poll.reading_count, 4);
    check_text(poll.readings[3].name, "one + two + three");
    check_int(poll.readings[3].together_count, 3);
    check_text(verdict_word(poll.readings[3].result.verdict), "not valid");
    check_false(poll.certain);
}

/* Two readings of one rule cannot hold at once. */
static void test_readings_of_one_rule_are_not_combined(void **state)
{
    struct poll_outcome poll = decide_trees(
        arena_of(state),
        MOTION READING("one", "quorum", "at least 2 practices present")
            READING("two", "quorum", "at least 3 practices present") RULE("quorum", "none"),
        "fff");
    check_int(poll.reading_count, 2);
    check_true(poll.certain);
}

/* A reading replaces all default rows of the rule that it names, and its own rows stand together.
 */
static void test_a_reading_replaces_every_row_of_its_rule(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        RULES ONE_EACH MAJORITY RULE("quorum", "at least 3 practices present")
            RULE("quorum", "at least half of population present")
                READING("heads", "quorum", "at least 2 practices present")
                    READING("heads", "passes", "at least 2 members cast");
    struct poll_outcome poll = decide_trees(arena, rules, "ff...");
    check_text(verdict_word(poll.result.verdict), "not binding");
    check_int(poll.reading_count, 1);
    check_text(verdict_word(poll.readings[0].result.verdict), "carried");
    poll = decide_trees(arena, rules, "fa...");
    check_text(verdict_word(poll.readings[0].result.verdict), "not carried");
}

/* A decision's own row wins over one for all among the rows of a reading too. */
static void test_a_decisions_own_reading_wins(void **state)
{
    struct poll_outcome poll =
        decide_trees(arena_of(state),
                     MOTION "*,quorum,at least 5 practices present,,heads\n"
                            "vote,quorum,at least 2 practices present,,heads\n"
                            "vote,quorum,none,,\n",
                     "ff...");
    check_int(poll.reading_count, 1);
    check_text(verdict_word(poll.readings[0].result.verdict), "carried");
}

/* Another winner differs, and so do other names in a further election. */
static void test_another_winner_differs(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_trees(arena, ELECTION READING("by size", "weight", "list size"), "11..2");
    check_text(poll.result.winner, "Dr A");
    check_text(poll.readings[0].result.winner, "Dr B");
    check_true(poll.readings[0].differs);
    check_false(poll.certain);
    /* By heads A and B have 2, C has 1. By size A has 4, B 2, C 4. */
    poll = decide_text(arena, ELECTION READING("by size", "weight", "list size"),
                       "practice,list size\nAsh,2\nBeech,2\nCedar,1\nElm,1\nFir,4\n", "vote",
                       ballots_of(arena, "11223"));
    check_text(verdict_word(poll.result.verdict), "further election");
    check_text(verdict_word(poll.readings[0].result.verdict), "further election");
    check_text(poll.readings[0].result.run_off[0], "Dr A");
    check_text(poll.readings[0].result.run_off[1], "Dr C");
    check_true(poll.readings[0].differs);
    check_true(poll.readings[0].run_off_differs);
    check_false(poll.certain);
    /* By heads A and C have 2, B has 1. By size A has 2, B and C 4: the first name alone differs.
     */
    poll = decide_text(arena, ELECTION READING("by size", "weight", "list size"),
                       "practice,list size\nAsh,1\nBeech,1\nCedar,4\nElm,2\nFir,2\n", "vote",
                       ballots_of(arena, "11233"));
    check_text(poll.result.run_off[0], "Dr A");
    check_text(poll.readings[0].result.run_off[0], "Dr B");
    check_text(poll.readings[0].result.run_off[1], "Dr C");
    check_true(poll.readings[0].run_off_differs);
}

/* The times of Ash's two ballots are equal, so `last counts` cannot tell which one it is. */
static void test_a_reading_on_which_ballots_conflict(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_text(arena,
                    ELECTION RULE("repeat ballots", "void, takes part")
                        READING("a later ballot replaces", "repeat ballots", "last counts"),
                    roll_of_trees(arena, 3), "vote",
                    "practice,vote,received\nAsh,Dr A,2015-10-01 09:00\n"
                    "Ash,Dr B,2015-10-01 09:00\nBeech,Dr A,2015-10-01 10:00\n");
    check_text(verdict_word(poll.result.verdict), "elected");
    check_int(poll.readings[0].result.verdict, VERDICT_NONE);
    check_true(poll.readings[0].differs);
    check_text(poll.readings[0].refused, "Ash");
    check_false(poll.certain);
}

#define PRESENT(practice) practice ",for,\n"
#define HEAD              "practice,vote,interest\n"

/* Rycote's 11,408 make the quorum; without it 37,978 of 91,732 are represented. */
static void test_an_interested_practice_that_makes_the_quorum(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state), NULL, NULL, "meeting",
                    HEAD PRESENT("The Hart Surgery") PRESENT("Chalgrove and Watlington Surgeries")
                        PRESENT("Nettlebed Surgery") "Wallingford Medical Centre,against,\n"
                                                     "The Rycote Practice,,yes\n");
    check_int(figure_of(poll.conditions[0].part), 49386);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_false(poll.certain);
    const struct reading_outcome *reading =
        reading_named(&poll, "an interested practice is not represented");
    check_text(verdict_word(reading->result.verdict), "not binding");
    check_true(reading->differs);
    check_int(poll.quorum.without_interested_count, 1);
    check_int(figure_of(poll.quorum.without_interested[0].part), 37978);
    check_false(poll.quorum.without_interested[0].met);
}

/* It takes no part in voting, so a quorum of those that do is the same without it. */
static void test_an_interested_practice_is_no_part_of_a_turnout(void **state)
{
    struct poll_outcome poll = decide_trees(
        arena_of(state),
        RULES ONE_EACH MOST_VOTES RULE("quorum", "at least half of practices voting"), "11i2");
    check_int(poll.roll_call.interested_count, 1);
    check_int(poll.quorum.without_interested_count, 0);
}

/* 4-3-3: elected by most votes; where a majority is more than half, nobody is. */
static void test_an_election_without_half(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(
        arena, NULL, NULL, "election",
        "practice,vote\nThe Hart Surgery,Dr A\nChalgrove and Watlington Surgeries,Dr A\n"
        "Morland House Surgery,Dr A\nNettlebed Surgery,Dr A\nSonning Common Health Centre,Dr B\n"
        "The Bell Surgery,Dr B\nMillstream Surgery,Dr B\nThe Rycote Practice,Dr C\n"
        "Goring and Woodcote Medical Practice,Dr C\nWallingford Medical Centre,Dr C\n");
    check_text(poll.result.winner, "Dr A");
    check_true(poll.election.without_half);
    check_text(verdict_word(reading_named(&poll, "a majority is more than half")->result.verdict),
               "not elected");
    check_false(poll.certain);
}

/* Eight of ten is 80%; seven and a notified abstention turn on whether abstaining is taking part.
 */
static void test_a_turnout_that_turns_on_an_abstention(void **state)
{
    struct arena *arena = arena_of(state);
    static const char seven[] =
        "practice,vote\nThe Hart Surgery,Dr A\nChalgrove and Watlington Surgeries,Dr A\n"
        "Morland House Surgery,Dr A\nNettlebed Surgery,Dr A\nSonning Common Health Centre,Dr A\n"
        "The Bell Surgery,Dr B\nMillstream Surgery,Dr B\n";
    struct poll_outcome poll = decide_text(
        arena, NULL, NULL, "election", arena_format(arena, "%sThe Rycote Practice,Dr B\n", seven));
    check_text(verdict_word(poll.result.verdict), "elected");
    check_true(poll.conditions[0].met);
    check_int(figure_of(poll.conditions[0].needed), 8);
    check_true(poll.certain);
    poll = decide_text(arena, NULL, NULL, "election",
                       arena_format(arena, "%sThe Rycote Practice,abstain\n", seven));
    check_text(verdict_word(poll.result.verdict), "not valid");
    check_text(
        verdict_word(
            reading_named(&poll, "a notified abstention takes part in voting")->result.verdict),
        "elected");
    check_false(poll.certain);
}

/* Who stand again are fewer on a reading, and the first of them the same: it differs all the same.
 */
static void test_fewer_who_stand_again(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(
        arena, ELECTION RULE("voters", "lead, practice manager") READING("leads", "voters", "lead"),
        roll_of_trees(arena, 3), "vote",
        "practice,vote,role\nAsh,Dr A,lead\nBeech,Dr B,lead\nCedar,Dr C,practice manager\n");
    check_int(poll.result.run_off_count, 3);
    const struct reading_outcome *leads = reading_named(&poll, "leads");
    check_int(leads->result.run_off_count, 2);
    check_true(leads->run_off_differs && leads->differs);
    check_false(poll.certain);
}

/* A reading that counts heads has no place for a member with votes on both sides. */
static void test_a_reading_without_parts(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state),
                    RULES RULE("weight", "votes column")
                        MAJORITY READING("heads", "passes", "more than half of members cast"),
                    "practice,list size,votes\nAsh,10,1000\nBeech,20,500\n", "vote",
                    "practice,vote,votes\nAsh,for,600\nAsh,against,400\nBeech,for,500\n");
    const struct reading_outcome *heads = reading_named(&poll, "heads");
    check_text(verdict_word(heads->result.verdict), "none");
    check_text(heads->refused, "Ash");
    check_true(heads->of_parts && heads->differs);
    check_false(heads->of_proxy || heads->withheld);
}

/* Of the conflicts on a reading the first is told: its proxy may not be one, or else that ballots
 * contradict each other, whoever holds too many beside. */
static void test_a_reading_with_a_proxy_too_many(void **state)
{
    static const struct {
        const char *rows, *refused;
        bool of_proxy;
    } cases[] = {
        {"", "Beech", true},
        {"Cedar,for,lead,\nCedar,against,proxy,Mr Y\n", "Cedar", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct poll_outcome poll =
            decide_text(arena,
                        MOTION RULE("proxies", "at most 1 a person") RULE("repeat ballots", "error")
                            RULE("proxy", "named and notified") READING("told", "proxy", "named"),
                        roll_of_trees(arena, 3), "vote",
                        arena_format(arena,
                                     "practice,vote,role,voter\nAsh,for,proxy,Mrs Z\n"
                                     "Beech,for,proxy,Mrs Z\n%s",
                                     cases[i].rows));
        const struct reading_outcome *told = reading_named(&poll, "told");
        check_text(told->refused, cases[i].refused);
        check_int(told->of_proxy, cases[i].of_proxy);
        check_false(told->of_parts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_no_readings_are_certain),
        test_with_arena(test_single_readings),
        test_with_arena(test_readings_of_another_decision),
        test_with_arena(test_readings_that_only_together_differ),
        test_with_arena(test_only_the_smallest_combinations_are_told),
        test_with_arena(test_a_combination_of_three),
        test_with_arena(test_readings_of_one_rule_are_not_combined),
        test_with_arena(test_a_reading_replaces_every_row_of_its_rule),
        test_with_arena(test_a_decisions_own_reading_wins),
        test_with_arena(test_another_winner_differs),
        test_with_arena(test_a_reading_on_which_ballots_conflict),
        test_with_arena(test_an_interested_practice_that_makes_the_quorum),
        test_with_arena(test_an_interested_practice_is_no_part_of_a_turnout),
        test_with_arena(test_an_election_without_half),
        test_with_arena(test_fewer_who_stand_again),
        test_with_arena(test_a_reading_without_parts),
        test_with_arena(test_a_reading_with_a_proxy_too_many),
        test_with_arena(test_a_turnout_that_turns_on_an_abstention),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* Who is counted where: the groups of the roll under every rule that bears on them. */
#include "unit/polls.h"

#define MOTION RULES ONE_EACH MAJORITY

struct group_row {
    const char *rules;
    const char *votes;   /* see ballots_of */
    int members[GROUPS]; /* all present voting cast for against abstained interested absent void */
};

static const struct group_row group_rows[] = {
    {MOTION, "ffa", {3, 3, 3, 3, 2, 1, 0, 0, 0, 0}},
    {MOTION, "nnn", {3, 0, 0, 0, 0, 0, 0, 0, 3, 0}},
    {MOTION, "nnf", {3, 1, 1, 1, 1, 0, 0, 0, 2, 0}},
    {MOTION, "pps", {3, 3, 0, 0, 0, 0, 1, 0, 0, 0}},
    /* Present, not voting, unless the rules say that abstaining takes part. */
    {MOTION, "fss", {3, 3, 1, 1, 1, 0, 2, 0, 0, 0}},
    {MOTION RULE("abstention", "present"), "fss", {3, 3, 1, 1, 1, 0, 2, 0, 0, 0}},
    {MOTION RULE("abstention", "takes part"), "fss", {3, 3, 3, 1, 1, 0, 2, 0, 0, 0}},
    /* Whoever is only in the room does not abstain, whatever the rule. */
    {MOTION RULE("abstention", "takes part"), "fpp", {3, 3, 1, 1, 1, 0, 0, 0, 0, 0}},
    /* An interested practice votes in no case; the rule says whether it is there. */
    {MOTION, "fai.", {4, 3, 2, 2, 1, 1, 0, 1, 1, 0}},
    {MOTION RULE("interest", "counts as present"), "fai.", {4, 3, 2, 2, 1, 1, 0, 1, 1, 0}},
    {MOTION RULE("interest", "does not count as present"), "fai.", {4, 2, 2, 2, 1, 1, 0, 1, 1, 0}},
    {MOTION RULE("interest", "leaves the base"), "fai.", {3, 2, 2, 2, 1, 1, 0, 1, 1, 0}},
    {MOTION RULE("interest", "leaves the base"), "iii", {0, 0, 0, 0, 0, 0, 0, 3, 0, 0}},
    /* A void ballot was returned, so its practice is represented. */
    {MOTION RULE("repeat ballots", "void, takes part"), "fx.", {3, 2, 2, 1, 1, 0, 0, 0, 1, 1}},
    {MOTION RULE("repeat ballots", "void, does not take part"),
     "fx.",
     {3, 2, 1, 1, 1, 0, 0, 0, 1, 1}},
    {MOTION RULE("repeat ballots", "first counts"), "fx.", {3, 2, 2, 2, 2, 0, 0, 0, 1, 0}},
    {MOTION RULE("repeat ballots", "last counts"), "fx.", {3, 2, 2, 2, 1, 1, 0, 0, 1, 0}},
    /* So was a spoilt one, which never takes part. */
    {MOTION, "faz.", {4, 3, 2, 2, 1, 1, 0, 0, 1, 0, 1}},
    {MOTION RULE("repeat ballots", "void, takes part") RULE("abstention", "takes part"),
     "fsz.",
     {4, 3, 2, 1, 1, 0, 1, 0, 1, 0, 1}},
    /* Everything at once. */
    {MOTION RULE("repeat ballots", "void, takes part") RULE("abstention", "takes part"),
     "faspn.ix",
     {8, 6, 4, 2, 1, 1, 1, 1, 2, 1}},
    {MOTION RULE("repeat ballots", "void, does not take part") RULE("interest", "leaves the base"),
     "faspn.ix",
     {7, 5, 2, 2, 1, 1, 1, 1, 2, 1}},
    /* Elections: nobody is for or against. */
    {RULES ONE_EACH MOST_VOTES RULE("repeat ballots", "void, takes part"),
     "1123sX.",
     {7, 6, 5, 4, 0, 0, 1, 0, 1, 1}},
};

static void test_groups_are_what_the_rules_make_them(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof group_rows / sizeof *group_rows; i++) {
        const struct group_row *row = &group_rows[i];
        struct poll_outcome poll = decide_trees(arena, row->rules, row->votes);
        for (enum group group = 0; group < GROUPS; group++)
            if (poll.counts[group].members != row->members[group]) {
                print_error("row %zu, \"%s\", group %s: %lld, wanted %d\n", i, row->votes,
                            group_name(group), (long long)poll.counts[group].members,
                            row->members[group]);
                fail();
            }
    }
}

/* Ash 1,000, Beech 2,000, Cedar 3,000, Elm 4,000, Fir 5,000. */
static void test_each_group_has_its_patients_and_votes(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_trees(arena, RULES BY_LIST_SIZE MAJORITY, "fasi.");
    static const int population[GROUPS] = {
        [GROUP_ALL] = 15000,      [GROUP_PRESENT] = 10000,   [GROUP_VOTING] = 3000,
        [GROUP_CAST] = 3000,      [GROUP_FOR] = 1000,        [GROUP_AGAINST] = 2000,
        [GROUP_ABSTAINED] = 3000, [GROUP_INTERESTED] = 4000, [GROUP_ABSENT] = 5000,
        [GROUP_VOID] = 0,
    };
    for (enum group group = 0; group < GROUPS; group++) {
        check_int(figure_of(poll.counts[group].population), population[group]);
        check_int(figure_of(poll.counts[group].votes), population[group]);
        check_false(poll.counts[group].votes.withheld);
    }
    poll = decide_trees(arena, RULES ONE_EACH MAJORITY, "fasi.");
    check_int(figure_of(poll.counts[GROUP_ALL].votes), 5);
    check_int(figure_of(poll.counts[GROUP_ALL].population), 15000);
}

/* A practice whose only ballot was refused is not represented; it is absent. */
static void test_a_refused_practice_is_absent(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state), MOTION, roll_of_trees(arena_of(state), 3), "vote",
                    "practice,vote,role\nAsh,for,lead\nBeech,for,observer\n");
    check_int(poll.counts[GROUP_PRESENT].members, 1);
    check_int(poll.counts[GROUP_ABSENT].members, 2);
    check_int(poll.roll_call.absent_count, 1); /* the names: a refused row is told as such */
    check_text(poll.roll_call.absent[0], "Cedar");
    check_int(poll.roll_call.standings[1].stance, STANDING_REFUSED);
    check_int(poll.roll_call.standings[2].stance, STANDING_ABSENT);
}

static void test_group_names(void **state)
{
    (void)state;
    static const char *const names[GROUPS] = {"all",    "present", "voting",    "cast",
                                              "for",    "against", "abstained", "interested",
                                              "absent", "void",    "spoilt"};
    for (enum group group = 0; group < GROUPS; group++)
        check_text(group_name(group), names[group]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_groups_are_what_the_rules_make_them),
        test_with_arena(test_each_group_has_its_patients_and_votes),
        test_with_arena(test_a_refused_practice_is_absent),
        cmocka_unit_test(test_group_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

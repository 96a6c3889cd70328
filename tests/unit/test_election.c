/* SPDX-License-Identifier: MIT */

/* Who is elected. */
#include "unit/polls.h"

#define ELECTION          RULES ONE_EACH MOST_VOTES
#define MAJORITY_ELECTION RULES ONE_EACH RULE("elects", "more than 1/2 of votes cast")
#define TURNOUT           RULE("quorum", "at least 80% of practices voting")
#define VOID              RULE("repeat ballots", "void, takes part")

struct election_row {
    const char *rules, *votes;
    const char *verdict, *winner;
    const char *run_off; /* joined by a comma */
    bool without_half;
};

static const struct election_row election_rows[] = {
    {ELECTION, "112", "elected", "Dr A", "", false},
    {ELECTION, "1112222333", "elected", "Dr B", "", true}, /* 4 of 10 */
    {ELECTION, "11222", "elected", "Dr B", "", false},
    {ELECTION, "1123", "elected", "Dr A", "", true}, /* half is not more than half */
    {ELECTION, "1", "elected", "Dr A", "", false},
    {ELECTION, "1122", "further election", NULL, "Dr A,Dr B", false},
    {ELECTION, "3322", "further election", NULL, "Dr B,Dr C", false},
    {ELECTION, "123", "further election", NULL, "Dr A,Dr B,Dr C", false},
    {ELECTION, "1122223333", "further election", NULL, "Dr B,Dr C", false},
    /* Nobody is elected, and nobody ties, on no votes. */
    {ELECTION, "sss", "not elected", NULL, "", false},
    {ELECTION, "nnn", "not elected", NULL, "", false},
    {ELECTION VOID, "XX", "not elected", NULL, "", false},
    {ELECTION VOID, "X1X", "elected", "Dr A", "", false},
    /* More than half of the votes cast. */
    {MAJORITY_ELECTION, "11122", "elected", "Dr A", "", false},
    {MAJORITY_ELECTION, "1123", "not elected", NULL, "", false},
    {MAJORITY_ELECTION, "1112222333", "not elected", NULL, "", false},
    {MAJORITY_ELECTION, "111sss", "elected", "Dr A", "", false},
    /* A tie at the top is a further election even there. */
    {MAJORITY_ELECTION, "1122", "further election", NULL, "Dr A,Dr B", false},
    {MAJORITY_ELECTION, "1111222233", "further election", NULL, "Dr A,Dr B", false},
    {MAJORITY_ELECTION, "ss", "not elected", NULL, "", false},
    /* Turnout: 8 of 10, no fewer. */
    {ELECTION TURNOUT, "11112223..", "elected", "Dr A", "", true},
    {ELECTION TURNOUT, "1111222...", "not valid", NULL, "", false},
    {ELECTION TURNOUT, "1111222s..", "not valid", NULL, "", false},
    {ELECTION TURNOUT RULE("abstention", "takes part"), "1111222s..", "elected", "Dr A", "", false},
    {ELECTION TURNOUT VOID, "1111222X..", "elected", "Dr A", "", false},
    {ELECTION TURNOUT RULE("repeat ballots", "void, does not take part"), "1111222X..", "not valid",
     NULL, "", false},
    {ELECTION TURNOUT, "11222211..", "further election", NULL, "Dr A,Dr B", false},
    {ELECTION TURNOUT, "1122......", "not valid", NULL, "", false},
    {ELECTION TURNOUT, "nnnnnnnnnn", "not valid", NULL, "", false},
    /* By list size Cedar's 3,000 is as much as Ash and Beech. */
    {RULES BY_LIST_SIZE MOST_VOTES, "112", "further election", NULL, "Dr A,Dr B", false},
    {RULES BY_LIST_SIZE MOST_VOTES, "11.2", "elected", "Dr B", "", false},
};

static const char *joined(struct arena *arena, const struct result *result)
{
    struct buffer names = {.arena = arena};
    for (size_t i = 0; i < result->run_off_count; i++)
        buffer_format(&names, "%s%s", i > 0 ? "," : "", result->run_off[i]);
    return buffer_text(&names);
}

static void test_each_outcome_of_an_election(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof election_rows / sizeof *election_rows; i++) {
        const struct election_row *row = &election_rows[i];
        struct poll_outcome poll = decide_trees(arena, row->rules, row->votes);
        if (strcmp(verdict_word(poll.result.verdict), row->verdict) != 0)
            print_error("row %zu, \"%s\"\n", i, row->votes);
        check_text(verdict_word(poll.result.verdict), row->verdict);
        check_text(poll.result.winner, row->winner);
        check_text(joined(arena, &poll.result), row->run_off);
        check_int(poll.election.without_half, row->without_half);
        check_true(poll.is_election);
        check_false(poll.result.tied);
    }
}

static void check_candidates(const struct poll_outcome *poll, size_t count,
                             const char *const *names, const int *votes)
{
    check_int(poll->election.candidate_count, count);
    for (size_t i = 0; i < count; i++) {
        check_text(poll->election.candidates[i].name, names[i]);
        check_int(figure_of(poll->election.candidates[i].count.votes), votes[i]);
        check_int(poll->election.candidates[i].count.members, votes[i]);
    }
}

/* Most votes first, then by name, whatever the order in which they came. */
static void test_candidates_are_in_order(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(
        arena, ELECTION, roll_of_trees(arena, 6), "vote",
        "practice,vote\nAsh,Dr Zed\nBeech,dr able\nCedar,Dr Baker\nElm,Dr Zed\nFir,Dr Éclair\n");
    check_candidates(&poll, 4, (const char *const[]){"Dr Zed", "dr able", "Dr Baker", "Dr Éclair"},
                     (const int[]){2, 1, 1, 1});
    check_text(poll.result.winner, "Dr Zed");
}

/* As most ballots write it, of equally many the first by code points: a capital. */
static void test_candidates_are_called_as_most_do(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_text(arena, ELECTION, roll_of_trees(arena, 6), "vote",
                    "practice,vote\nAsh,dr able\nBeech,Dr Able\nCedar,DR ABLE\nElm,Dr Able\n"
                    "Fir,dr zed\nHazel,Dr. Zed\n");
    check_candidates(&poll, 2, (const char *const[]){"Dr Able", "Dr. Zed"}, (const int[]){4, 2});
    check_text(poll.result.winner, "Dr Able");
}

#define LIST "candidate,practice\nDr C,Ash\nDr A,Beech\nDr B,Cedar\n"

/* A listed candidate without a vote is told; an unlisted one is not there. */
static void test_listed_candidates_are_all_told(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = ELECTION RULE("candidates", "listed"),
                            .roll = roll_of_trees(arena, 4),
                            .candidates = LIST,
                            .decision = "vote",
                            .ballots = "practice,vote\nAsh,Dr B\nBeech,Dr B\n"};
    struct poll_outcome poll = decide_tables(arena, tables);
    check_candidates(&poll, 3, (const char *const[]){"Dr B", "Dr A", "Dr C"},
                     (const int[]){2, 0, 0});
    check_false(poll.election.unlisted);
    tables.candidates = NULL;
    poll = decide_tables(arena, tables);
    check_candidates(&poll, 1, (const char *const[]){"Dr B"}, (const int[]){2});
    check_true(poll.election.unlisted);
    tables.rules = ELECTION;
    check_false(decide_tables(arena, tables).election.unlisted);
}

/* Nobody ties or is elected with no votes, however long the list. */
static void test_listed_candidates_without_votes(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_tables(arena, (struct tables){.rules = ELECTION,
                                             .roll = roll_of_trees(arena, 2),
                                             .candidates = LIST,
                                             .decision = "vote",
                                             .ballots = "practice,vote\nAsh,abstain\n"});
    check_text(verdict_word(poll.result.verdict), "not elected");
    check_int(poll.election.candidate_count, 3);
    check_int(poll.result.run_off_count, 0);
}

/* Without a vote nobody leads, of whom anything could be told. */
static void test_nobody_leads_without_votes(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = MAJORITY_ELECTION,
                            .roll = roll_of_trees(arena, 2),
                            .candidates = LIST,
                            .decision = "vote",
                            .ballots = "practice,vote\nAsh,abstain\n"};
    check_true(decide_tables(arena, tables).election.elects == NULL);
    tables.ballots = "practice,vote\nAsh,Dr A\n";
    check_true(decide_tables(arena, tables).election.elects != NULL);
}

#define REOPEN "Re-open nominations"

/* Nominations are opened again where that has most votes, and only then. */
static void test_nominations_are_opened_again(void **state)
{
    static const char *const ballots[] = {"Ash," REOPEN "\nBeech," REOPEN "\nCedar,Dr A\n",
                                          "Ash," REOPEN "\nBeech,Dr A\nCedar,Dr A\n"};
    for (size_t i = 0; i < sizeof ballots / sizeof *ballots; i++) {
        struct arena *arena = arena_of(state);
        struct poll_outcome poll =
            decide_text(arena, ELECTION, roll_of_trees(arena, 3), "vote",
                        arena_format(arena, "practice,vote\n%s", ballots[i]));
        check_text(verdict_word(poll.result.verdict), i == 0 ? "not elected" : "elected");
        check_text(poll.result.reopened, i == 0 ? REOPEN : NULL);
        check_text(poll.result.winner, i == 0 ? NULL : "Dr A");
    }
}

/* A candidate whose only votes are void is not one of those voted for. */
static void test_a_void_vote_makes_no_candidate(void **state)
{
    struct poll_outcome poll = decide_trees(arena_of(state), ELECTION VOID, "X3");
    check_candidates(&poll, 1, (const char *const[]){"Dr C"}, (const int[]){1});
}

/* What `elects` asks is told of the leader: 4 of 10, 6 needed. */
static void test_what_the_leader_needs(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_trees(arena, MAJORITY_ELECTION, "1112222333");
    check_int(figure_of(poll.election.elects->part), 4);
    check_int(figure_of(poll.election.elects->whole), 10);
    check_int(figure_of(poll.election.elects->needed), 6);
    check_int(figure_of(poll.election.elects->short_by), 2);
    check_false(poll.election.elects->met);
    check_true(decide_trees(arena, ELECTION, "1112222333").election.elects == NULL);
}

/* There is no casting vote in an election. */
static void test_a_casting_vote_elects_nobody(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_tables(arena, (struct tables){.rules = ELECTION,
                                             .roll = roll_of_trees(arena, 4),
                                             .decision = "vote",
                                             .ballots = ballots_of(arena, "1122"),
                                             .circumstances.casting = CASTING_VOTE_FOR});
    check_text(verdict_word(poll.result.verdict), "further election");
    check_int(poll.casting.effect, CASTING_ELECTION);
}

/* Ballots are kept until one month after the outcome is confirmed. */
static void test_when_ballots_are_destroyed(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = ELECTION RULE("keep ballots", "1 month"),
                            .roll = roll_of_trees(arena, 4),
                            .decision = "vote",
                            .ballots = ballots_of(arena, "1122")};
    struct poll_outcome poll = decide_tables(arena, tables);
    check_int(poll.keeping.months, 1);
    check_false(date_given(poll.keeping.destroy_on));
    tables.circumstances.confirmed = (struct date){2016, 1, 31};
    poll = decide_tables(arena, tables);
    check_int(poll.keeping.destroy_on.year, 2016);
    check_int(poll.keeping.destroy_on.month, 2);
    check_int(poll.keeping.destroy_on.day, 29);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_each_outcome_of_an_election),
        test_with_arena(test_candidates_are_in_order),
        test_with_arena(test_candidates_are_called_as_most_do),
        test_with_arena(test_listed_candidates_are_all_told),
        test_with_arena(test_listed_candidates_without_votes),
        test_with_arena(test_nobody_leads_without_votes),
        test_with_arena(test_nominations_are_opened_again),
        test_with_arena(test_a_void_vote_makes_no_candidate),
        test_with_arena(test_what_the_leader_needs),
        test_with_arena(test_a_casting_vote_elects_nobody),
        test_with_arena(test_when_ballots_are_destroyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

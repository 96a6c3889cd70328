/* SPDX-License-Identifier: MIT */

/* The rules that a verdict rests on: those that had a say, and no others. */
#include "unit/polls.h"

#define MOTION   RULES ONE_EACH MAJORITY
#define ELECTION RULES ONE_EACH MOST_VOTES

struct basis_row {
    const char *rules, *votes;
    const char *rests_on; /* keywords in order, joined by a comma */
};

static const struct basis_row basis_rows[] = {
    {MOTION, "ffa", "weight,passes"},
    {MOTION RULE("quorum", "none"), "ffa", "weight,quorum,passes"},
    {MOTION RULE("quorum", "at least 1 member present"), "ffa", "weight,quorum,passes"},
    {MOTION RULE("quorum", "at least 1 member present")
         RULE("quorum", "at least half of population present"),
     "ffa", "weight,quorum,quorum,passes"},
    {MOTION RULE("passes", "at least 1 member cast"), "ffa", "weight,passes,passes"},
    {MOTION, "fa", "weight,passes,tie"},
    {MOTION, "fi", "weight,passes,interest"},
    {MOTION, "fs", "weight,passes,abstention"},
    {MOTION RULE("repeat ballots", "last counts"), "ffx", "weight,passes,repeat ballots"},
    {MOTION RULE("repeat ballots", "void, takes part"), "fx", "weight,passes,repeat ballots"},
    {MOTION RULE("repeat ballots", "void, takes part"), "fa.", "weight,passes,tie"},
    {MOTION RULE("review", "at least 2 practices against"), "ff", "weight,passes,review"},
    {MOTION RULE("secrecy", "secret"), "ff", "weight,passes,secrecy"},
    {MOTION RULE("secrecy", "open"), "ff", "weight,passes"},
    {ELECTION, "112", "weight,elects"},
    {ELECTION, "12", "weight,elects,tie"},
    {ELECTION RULE("candidates", "listed"), "112", "weight,elects,candidates"},
    {ELECTION RULE("keep ballots", "1 month"), "112", "weight,elects,keep ballots"},
};

static const char *joined(struct arena *arena, const struct poll_outcome *poll)
{
    struct buffer rules = {.arena = arena};
    for (size_t i = 0; i < poll->basis_count; i++)
        buffer_format(&rules, "%s%s", i > 0 ? "," : "", rule_name(poll->basis[i].kind));
    return buffer_text(&rules);
}

static void test_what_a_verdict_rests_on(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof basis_rows / sizeof *basis_rows; i++) {
        struct poll_outcome poll = decide_trees(arena, basis_rows[i].rules, basis_rows[i].votes);
        check_text(joined(arena, &poll), basis_rows[i].rests_on);
    }
}

static const struct basis *basis_of(const struct poll_outcome *poll, const char *rule)
{
    for (size_t i = 0; i < poll->basis_count; i++)
        if (strcmp(rule_name(poll->basis[i].kind), rule) == 0)
            return &poll->basis[i];
    print_error("it does not rest on %s\n", rule);
    fail();
    return NULL;
}

static void test_whether_the_constitution_says_so(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_trees(arena,
                     RULES CLAUSE("weight", "one vote per practice", "Voting Structure")
                         CLAUSE("passes", "more than half of votes cast",
                                "not stated: a simple majority") RULE("quorum", "none"),
                     "fai");
    const struct basis *weight = basis_of(&poll, "weight");
    check_text(weight->text, "one vote per practice");
    check_text(weight->clause, "Voting Structure");
    check_true(weight->stated);
    check_false(weight->is_default);
    const struct basis *passes = basis_of(&poll, "passes");
    check_text(passes->clause, "not stated: a simple majority");
    check_false(passes->stated);
    check_false(passes->is_default);
    const struct basis *quorum = basis_of(&poll, "quorum");
    check_text(quorum->text, "none");
    check_text(quorum->clause, NULL);
    check_false(quorum->stated);
    check_false(quorum->is_default);
    const struct basis *interest = basis_of(&poll, "interest");
    check_text(interest->text, "counts as present");
    check_text(interest->clause, NULL);
    check_false(interest->stated);
    check_true(interest->is_default);
    check_true(basis_of(&poll, "tie")->is_default);
}

/* A proxy's rule is told whether the proxy was let in or not; a role that was refused has its own.
 */
static void test_roles_and_proxies(void **state)
{
    struct arena *arena = arena_of(state);
    const char *roll = roll_of_trees(arena, 3);
    struct poll_outcome poll =
        decide_text(arena, MOTION, roll, "vote",
                    "practice,vote,role,voter,notified\nAsh,for,proxy,Mrs Ringer,yes\n");
    check_text(joined(arena, &poll), "weight,passes,proxy");
    poll = decide_text(arena, MOTION, roll, "vote",
                       "practice,vote,role,voter,notified\nAsh,for,proxy,Mrs Ringer,\n");
    check_text(joined(arena, &poll), "weight,passes,proxy");
    poll = decide_text(arena, MOTION, roll, "vote",
                       "practice,vote,role\nAsh,for,lead\nBeech,for,observer\n");
    check_text(joined(arena, &poll), "weight,passes,voters");
    poll = decide_text(arena, MOTION RULE("voters", "lead"), roll, "vote",
                       "practice,vote,role,voter\nAsh,for,proxy,Mrs Ringer\n");
    check_text(joined(arena, &poll), "weight,passes,voters");
}

static void test_titles_and_notes(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_trees(arena,
                     MOTION RULE("title", "Vote at a meeting") RULE("note", "First, this.")
                         RULE("note", "Then, that."),
                     "f");
    check_text(poll.title, "Vote at a meeting");
    check_text(poll.decision, "vote");
    check_int(poll.remarks.of_rules_count, 2);
    check_text(poll.remarks.of_rules[0], "First, this.");
    check_text(poll.remarks.of_rules[1], "Then, that.");
    check_text(decide_trees(arena, MOTION, "f").title, "vote");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_a_verdict_rests_on),
        test_with_arena(test_whether_the_constitution_says_so),
        test_with_arena(test_roles_and_proxies),
        test_with_arena(test_titles_and_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/*
 * A member that casts its votes in parts comes to the same, in votes, as if each part was a member
 * of its own with so many votes, and what it does not cast an absent one. And it is there once.
 *
 * It holds for conditions that ask for votes, with everything that groups of votes go by: who takes
 * part by abstaining, and whatever is present, spoilt or absent.
 */
#include "laws/random_tables.h"

enum {
    POLLS = TRIES(2000),
    DIVIDED = 4,
    PARTS_MOST = 4
};

/* The same votes, written both ways. */
struct both_ways {
    struct buffer roll, rows, apart_roll, apart_rows;
    int parts, there;
};

/* One member with all its votes away: so it is told what the numbers are. */
#define ROLL    "practice,votes\nOak,1\n"
#define BALLOTS "practice,vote,votes,reason\nOak,absent,1,all\n"

static const char *random_answer(struct random *random)
{
    static const char *const answers[] = {"for",    "against", "abstain",
                                          "spoilt", "present", "absent"};
    return answers[random_below(random, sizeof answers / sizeof *answers)];
}

/* Each row has a reason of its own, so that none is a copy of another. */
static void write_part(struct both_ways *ways, int member, const char *answer, int votes)
{
    int number = ways->parts++;
    buffer_format(&ways->rows, "%s,%s,%d,%d\n", trees[member], answer, votes, number);
    buffer_format(&ways->apart_roll, "M%dx,%d\n", number, votes);
    buffer_format(&ways->apart_rows, "M%dx,%s,,\n", number, answer);
}

static void write_member(struct random *random, struct both_ways *ways, int member)
{
    int left = 1 + random_below(random, 30), parts = random_below(random, PARTS_MOST + 1);
    bool there = false;
    buffer_format(&ways->roll, "%s,%d\n", trees[member], left);
    for (int i = 0; i < parts && left > 0; i++) {
        int votes = 1 + random_below(random, left);
        const char *answer = random_answer(random);
        write_part(ways, member, answer, votes);
        there = there || strcmp(answer, "absent") != 0;
        left -= votes;
    }
    if (left > 0)
        buffer_format(&ways->apart_roll, "N%dx,%d\n", member, left);
    ways->there += there;
}

static const char *rules_of_votes(struct arena *arena, struct random *random)
{
    static const char *const scopes[] = {"all votes", "votes present", "votes voting",
                                         "votes cast"};
    struct buffer rules = {.arena = arena};
    int whole = 1 + random_below(random, 4);
    buffer_add(&rules, "decision,rule,value\nvote,weight,votes column\n");
    buffer_format(&rules, "vote,abstention,%s\n",
                  random_chance(random, 2) ? "takes part" : "present");
    buffer_format(&rules, "vote,quorum,at least 1/%d of %s\n", 1 + whole,
                  scopes[1 + random_below(random, 2)]);
    buffer_format(&rules, "vote,passes,%s %d/%d of %s\n",
                  random_chance(random, 2) ? "more than" : "at least",
                  1 + random_below(random, whole), 1 + whole, scopes[random_below(random, 4)]);
    return buffer_text(&rules);
}

static void check_same_votes(const struct poll_outcome *parts, const struct poll_outcome *apart)
{
    check_int(parts->result.verdict, apart->result.verdict);
    check_int(parts->result.tied, apart->result.tied);
    for (int group = 0; group < GROUPS; group++)
        check_int(figure_of(parts->counts[group].votes), figure_of(apart->counts[group].votes));
    check_int((int64_t)parts->condition_count, (int64_t)apart->condition_count);
    for (size_t i = 0; i < parts->condition_count; i++) {
        check_int(figure_of(parts->conditions[i].part), figure_of(apart->conditions[i].part));
        check_int(figure_of(parts->conditions[i].whole), figure_of(apart->conditions[i].whole));
        check_int(parts->conditions[i].met, apart->conditions[i].met);
    }
}

static void test_parts_are_members_of_their_own(void **state)
{
    (void)state;
    struct random random = {29};
    int tried = 0, carried = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct both_ways ways = {.roll.arena = arena,
                                 .rows.arena = arena,
                                 .apart_roll.arena = arena,
                                 .apart_rows.arena = arena};
        for (int member = 0; member < DIVIDED; member++)
            write_member(&random, &ways, member);
        struct tables tables = {.rules = rules_of_votes(arena, &random), .decision = "vote"};
        if (ways.parts > 0) {
            struct poll_outcome parts, apart;
            tables.roll = arena_format(arena, ROLL "%s", buffer_text(&ways.roll));
            tables.ballots = arena_format(arena, BALLOTS "%s", buffer_text(&ways.rows));
            check_true(decide_model_tables(arena, tables, &parts));
            tables.roll = arena_format(arena, ROLL "%s", buffer_text(&ways.apart_roll));
            tables.ballots = arena_format(arena, BALLOTS "%s", buffer_text(&ways.apart_rows));
            check_true(decide_model_tables(arena, tables, &apart));
            check_same_votes(&parts, &apart);
            check_int(parts.counts[GROUP_PRESENT].members, ways.there);
            check_int(parts.counts[GROUP_ABSENT].members, 1 + DIVIDED - ways.there);
            carried += parts.result.verdict == VERDICT_CARRIED;
            tried++;
        }
        arena_free(arena);
    }
    check_true(tried > POLLS / 2);
    check_true(carried > POLLS / 20 && carried < tried - POLLS / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts_are_members_of_their_own)};
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

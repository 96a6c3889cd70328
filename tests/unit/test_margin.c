/* SPDX-License-Identifier: MIT */

/* How close it was, and what the other weighting would have said. */
#include "unit/polls.h"

#define MOTION   RULES ONE_EACH MAJORITY
#define WEIGHTED RULES BY_LIST_SIZE MAJORITY
#define ELECTION RULES ONE_EACH MOST_VOTES
#define QUORUM   RULE("quorum", "at least half of practices present")

struct margin_row {
    const char *rules, *votes;
    bool known, possible;
    int members;       /* who would have had to vote otherwise */
    int absent;        /* -1: not told */
    bool absent_could; /* change it, had they voted the other way */
};

static const struct margin_row margin_rows[] = {
    /* 2-1: one turned makes 1-2. 3-1: one makes 2-2, which is not carried. */
    {MOTION, "ffa", true, true, 1, -1, false},
    {MOTION, "fffa", true, true, 1, -1, false},
    {MOTION, "ffffa", true, true, 2, -1, false},
    {MOTION, "fff", true, true, 2, -1, false},
    {MOTION, "f", true, true, 1, -1, false},
    /* Not carried: from against to for. 2-2 needs one, 1-3 two, 0-3 two. */
    {MOTION, "ffaa", true, true, 1, -1, false},
    {MOTION, "faaa", true, true, 2, -1, false},
    {MOTION, "aaa", true, true, 2, -1, false},
    /* Nobody against whom one could turn: six of ten for, and nobody against. */
    {RULES ONE_EACH RULE("passes", "at least two thirds of all practices"), "ffffff....", true,
     false, 0, 4, true},
    {RULES ONE_EACH RULE("passes", "at least two thirds of all practices"), "ffffffa...", true,
     true, 1, 3, true},
    {RULES ONE_EACH RULE("passes", "at least two thirds of all practices"), "ffffaaaaaa", true,
     true, 3, -1, false},
    /* The absent, all of them the other way. */
    {MOTION, "ff..", true, true, 1, 2, true}, /* 2-2 */
    {MOTION, "fff..", true, true, 2, 2, false},
    {MOTION, "faa..", true, true, 1, 2, true},
    {MOTION, "faa.", true, true, 1, 1, false}, /* 2-2 */
    {MOTION, "faann", true, true, 1, 2, true},
    /* By list size the heaviest first: 9,000 to 6,000 falls by Fir's 5,000 alone. */
    {WEIGHTED, "aaaff", true, true, 1, -1, false},
    {WEIGHTED, "ffffa", true, true, 1, -1, false},  /* 10,000 to 5,000: Elm makes 6,000 */
    {WEIGHTED, "fffffa", true, true, 1, -1, false}, /* 15,000 to 6,000: Fir makes 10,000, 11,000 */
    {WEIGHTED, "ffffff", true, true, 2, -1, false}, /* 21,000: 6,000 are not half, 11,000 are */
    {WEIGHTED, "f....", true, true, 1, 4, true},
    /* Whoever abstains is there. */
    {RULES ONE_EACH RULE("passes", "at least two thirds of all practices")
         RULE("quorum", "at least 5 practices present"),
     "ffffff....", true, false, 0, 4, true},
    /* What is not binding is not told by votes. */
    {MOTION QUORUM, "ff...", false, false, 0, -1, false},
    /* Elections: from the winner to the one behind. */
    {ELECTION, "112", true, true, 1, -1, false},
    {ELECTION, "1112", true, true, 1, -1, false}, /* 2-2 is a further election */
    {ELECTION, "11112", true, true, 2, -1, false},
    {ELECTION, "1122", true, true, 1, -1, false},
    {ELECTION, "1112..", true, true, 1, 2, true},
    {ELECTION, "11112..", true, true, 2, 2, false},
};

#define VALID RULE("quorum", "at least 80% of practices voting")

/* Where the quorum counts those who vote, a few who abstain can end it. */
static const struct {
    const char *rules, *votes;
    bool known, abstaining;
    int members, named; /* how many are named, because not any would do */
} abstention_rows[] = {
    /* 8 of 10 voted and 8 are needed: one who abstains ends it; 7 to 1 is turned by three. */
    {ELECTION VALID, "11111112..", true, true, 1, 0},
    {ELECTION VALID, "111111122.", true, true, 2, 0},  /* of 9: 2 end it, 3 turn 7 to 2 */
    {ELECTION VALID, "1111122222", true, false, 1, 0}, /* one turns it anyhow */
    {ELECTION VALID, "11111111..", true, true, 1, 0},  /* of the only candidate */
    {ELECTION VALID RULE("abstention", "takes part"), "11111112..", true, false, 3, 0},
    {MOTION RULE("quorum", "at least 8 practices voting"), "fffffff.a", true, true, 1, 0},
    {MOTION RULE("quorum", "at least 8 practices voting"), "aaaaaaaf.", true, true, 1, 0},
    /* Of both sides: 9 voted. Turned it would take four. */
    {MOTION RULE("quorum", "at least 8 practices voting"), "affffffff", true, true, 2, 0},
    {MOTION RULE("quorum", "at least 8 practices present"), "fffffffa.", true, false, 3, 0},
    /* 15,000 of 15,000, and 12,000 are needed: Damson or Elm ends it, the smaller do not. 5 to 0
     * is turned by 3. */
    {MOTION RULE("quorum", "at least 80% of population voting"), "fffff", true, true, 1, 1},
    /* 28,000 to 8,000 is not turned by 7,000. */
    {RULES BY_LIST_SIZE MOST_VOTES VALID, "11111112..", true, true, 1, 0},
    /* 28,000 to 17,000: 7,000 or 6,000 turn it. */
    {RULES BY_LIST_SIZE MOST_VOTES VALID, "111111122.", true, false, 1, 1},
    /* Nobody is against, so that none can turn it. */
    {RULES ONE_EACH RULE("passes", "at least two thirds of all practices")
         RULE("quorum", "at least 6 practices voting"),
     "ffffff....", true, true, 1, 0},
    /* Two against are asked for, and either of them can abstain. */
    {RULES ONE_EACH MAJORITY RULE("quorum", "at least 2 members against"), "affffffa", true, true,
     1, 1},
    {RULES ONE_EACH MAJORITY RULE("quorum", "at least 2 members against"), "ffffffaaa", false,
     false, 0, 0},
};

static void test_abstaining_is_voting_otherwise(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof abstention_rows / sizeof *abstention_rows; i++) {
        struct poll_outcome poll =
            decide_trees(arena, abstention_rows[i].rules, abstention_rows[i].votes);
        const struct margin *margin = &poll.margin;
        if (margin->members != abstention_rows[i].members)
            print_error("row %zu, \"%s\"\n", i, abstention_rows[i].votes);
        check_int(margin->known, abstention_rows[i].known);
        check_int(margin->possible, abstention_rows[i].known);
        check_int(margin->abstaining, abstention_rows[i].abstaining);
        check_int(margin->members, abstention_rows[i].members);
        check_int(margin->who != NULL, abstention_rows[i].named > 0);
        check_int(margin->of_quorum, abstention_rows[i].abstaining);
        if (margin->abstaining)
            check_int(margin->of, MARGIN_OF_VOTERS);
    }
}

static void test_how_close_it_was(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof margin_rows / sizeof *margin_rows; i++) {
        const struct margin_row *row = &margin_rows[i];
        struct poll_outcome poll = decide_trees(arena, row->rules, row->votes);
        const struct margin *margin = &poll.margin;
        if (margin->known != row->known || margin->members != row->members ||
            margin->absent_could != row->absent_could)
            print_error("row %zu, \"%s\"\n", i, row->votes);
        check_int(margin->known, row->known);
        check_int(margin->possible, row->possible);
        check_int(margin->members, row->members);
        check_int(margin->absent_known, row->absent >= 0);
        if (!margin->quorum_known)
            check_int(margin->absent, row->absent < 0 ? 0 : row->absent);
        check_int(margin->absent_could, row->absent_could);
    }
}

struct quorum_row {
    const char *rules, *votes;
    int members; /* so many more would have made the quorum; 0 when all would not, -1: not told */
    bool any;
};

/* The trees have 1,000, 2,000, 3,000 ... patients, in the order of the letters. */
static const struct quorum_row quorum_rows[] = {
    {MOTION QUORUM, "ff...", 1, true}, /* 2 of 5, 3 are needed */
    {MOTION QUORUM, "f......", 3, true},
    {MOTION QUORUM, "ffff...", -1, false}, /* it was met */
    /* 6,000 of 15,000: 1,500 are missing. Elm's 5,000 make it, and so do Damson's 4,000. */
    {MOTION RULE("quorum", "at least half of population present"), "fff..", 1, true},
    /* 3,000 of 10,000: 2,000 are missing; both of those away have more. */
    {MOTION RULE("quorum", "at least half of population present"), "ff..", 1, true},
    /* 4,000 of 10,000, and 7,500 are needed: only 3,000 and one more, or all three, make it. */
    {MOTION RULE("quorum", "at least 75% of population present"), "...f", 2, false},
    /* Abstaining is not voting, so those who abstained are lost to it. */
    {MOTION RULE("quorum", "at least 4 practices voting"), "ssf..", 0, false},
    /* Whoever must be in favour makes no quorum, and none of those who come is the largest. */
    {MOTION QUORUM RULE("passes", "must include Ash"), "f......", 3, true},
    {MOTION RULE("quorum", "at least 75% of population present") RULE("passes", "must include Ash"),
     "...f", 2, false},
};

static void test_what_a_quorum_lacked(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof quorum_rows / sizeof *quorum_rows; i++) {
        const struct quorum_row *row = &quorum_rows[i];
        struct poll_outcome poll = decide_trees(arena, row->rules, row->votes);
        check_int(poll.margin.quorum_known, row->members >= 0);
        if (row->members < 0)
            continue;
        if (poll.margin.quorum_members != row->members || poll.margin.quorum_any != row->any)
            print_error("row %zu, \"%s\"\n", i, row->votes);
        check_int(poll.margin.quorum_members, row->members);
        check_int(poll.margin.quorum_any, row->any);
    }
}

/* By list size 9,000 to 6,000 falls by Fir alone or by Elm, 5,000 and 4,000; not by any of them. */
static void test_who_could_have_changed_it(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_trees(arena, WEIGHTED, "aaaff");
    check_int(poll.margin.members, 1);
    check_true(poll.margin.who == NULL); /* each of the two has more than the 1,500 that it takes */
    poll = decide_trees(arena, WEIGHTED, "fffffa"); /* 15,000 to 6,000 */
    check_int(poll.margin.members, 1);
    check_text(poll.margin.who[0], poll.roll_call.standings[4].practice);
    check_true(decide_trees(arena, MOTION, "ffa").margin.who == NULL);
}

/*
 * By list size A has ten practices of 1, B five, and C one of 5. If C's one had voted for B it
 * would be a tie at 10; three of A's would have had to. A margin that is told is the fewest of all.
 */
static void test_the_fewest_need_not_be_the_winners_own(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer roll = {.arena = arena};
    struct buffer rows = {.arena = arena};
    buffer_add(&roll, "practice,list size\n");
    buffer_add(&rows, "practice,vote\n");
    for (int i = 0; i < 15; i++) {
        buffer_format(&roll, "Practice %d,1\n", i);
        buffer_format(&rows, "Practice %d,%s\n", i, i < 10 ? "Dr A" : "Dr B");
    }
    buffer_add(&roll, "Large,5\n");
    buffer_add(&rows, "Large,Dr C\n");
    struct poll_outcome poll = decide_text(arena, RULES BY_LIST_SIZE MOST_VOTES, buffer_text(&roll),
                                           "vote", buffer_text(&rows));
    check_text(poll.result.winner, "Dr A");
    if (poll.margin.known)
        check_int(poll.margin.members, 1);
}

/* 9,000 to 6,000: who has the 6,000 turns nothing, and of the two others each does. */
static void test_the_heaviest_need_not_turn_it(void **state)
{
    struct margin margin =
        decide_trees(arena_of(state), RULES BY_LIST_SIZE MOST_VOTES, "...112").margin;
    check_true(margin.known && margin.possible && !margin.abstaining);
    check_int(margin.members, 1);
    check_text(margin.who[0], "Fir");
    check_int(margin.alone, 2);
    check_int(margin.alone_of, 3);
    check_int(margin.of, MARGIN_OF_VOTERS);
}

/* Who is moved was there at the opening all the same: two of five turn 4 to 1, and not one. */
static void test_who_was_there_at_the_opening(void **state)
{
    struct margin margin = decide_text(arena_of(state),
                                       MOTION RULE("quorum at", "opening")
                                           RULE("quorum", "at least 5 members present"),
                                       roll_of_trees(arena_of(state), 5), "vote",
                                       "practice,vote,opening\nAsh,for,yes\nBeech,for,yes\n"
                                       "Cedar,for,yes\nElm,for,yes\nFir,against,yes\n")
                               .margin;
    check_true(margin.known && margin.possible && !margin.abstaining);
    check_int(margin.members, 2);
    check_int(margin.of, MARGIN_OF_FAVOUR);
}

/* Where a quorum is by more than one who turns is enough, whoever this is. */
static void test_of_whom_a_margin_is(void **state)
{
    struct arena *arena = arena_of(state);
    check_int(decide_trees(arena, ELECTION VALID, "1111122222").margin.of, MARGIN_OF_LEADER);
    check_int(decide_trees(arena, MOTION VALID, "fffffaaaa").margin.of, MARGIN_OF_FAVOUR);
    check_int(decide_trees(arena, MOTION VALID, "ffffaaaaa").margin.of, MARGIN_OF_AGAINST);
}

/* Of eight voters two are those who are asked for against. */
static void test_how_many_of_them_end_a_quorum(void **state)
{
    struct margin margin =
        decide_trees(arena_of(state), MOTION RULE("quorum", "at least 2 members against"),
                     "affffffa")
            .margin;
    check_text(margin.who[0], "Ash");
    check_int(margin.alone, 2);
    check_int(margin.alone_of, 8);
}

/* By list size each voter is tried with each candidate, so many times as are 2,000. */
static void test_an_election_of_many(void **state)
{
    for (size_t count = 1000; count <= 1001; count++) {
        struct arena *arena = arena_of(state);
        struct buffer roll = {.arena = arena}, votes = roll;
        buffer_add(&roll, "practice,list size\n");
        buffer_add(&votes, "practice,vote\n");
        for (size_t i = 0; i < count; i++) {
            buffer_format(&roll, "P%zu,1\n", i);
            buffer_format(&votes, "P%zu,Dr %c\n", i, i % 2 == 0 ? 'A' : 'B');
        }
        struct margin margin = decide_text(arena, RULES BY_LIST_SIZE MOST_VOTES, buffer_text(&roll),
                                           "vote", buffer_text(&votes))
                                   .margin;
        check_int(margin.known, count == 1000);
        check_int(margin.members, count == 1000);
    }
}

#define TWO_WEIGHTS                                                                                \
    RULES RULE("weight", "votes column")                                                           \
        MAJORITY RULE("passes", "more than half of population cast")

static struct margin margin_of(void **state, const char *rules, const char *roll, const char *votes)
{
    return decide_text(arena_of(state), rules, roll, "vote", votes).margin;
}

/*
 * Two conditions on different weights: the fewest are not found by the heaviest first, and what is
 * not known is not told. That one voter is enough is known, and that it is the only one which is.
 */
static void test_two_weights_are_not_guessed(void **state)
{
    const char *roll = "practice,list size,votes\nAsh,100,1\nBeech,1,100\nCedar,50,50\n";
    struct margin margin = margin_of(state, TWO_WEIGHTS, roll, "practice,vote\nAsh,for\n");
    check_true(margin.known && margin.possible && !margin.abstaining);
    check_int(margin.members, 1);
    check_text(margin.who[0], "Ash");
    /* 151 of 151 votes and 151 of 151 patients: without Cedar 101 and 101, so Ash or Beech it is.
     */
    const char *all = "practice,vote\nAsh,for\nBeech,for\nCedar,for\n";
    margin = margin_of(state, TWO_WEIGHTS, roll, all);
    check_int(margin.members, 1);
    check_text(margin.who[0], "Beech");
    roll = "practice,list size,votes\nAsh,1,1\nBeech,1,1\nCedar,1,1\nDamson,1,1\nElm,1,1\n";
    all = "practice,vote\nAsh,for\nBeech,for\nCedar,for\nDamson,for\nElm,for\n";
    check_false(margin_of(state, TWO_WEIGHTS, roll, all).known); /* three it takes */
}

/* So many for and so many against, each with one vote and one patient. */
static struct margin margin_of_many(void **state, size_t in_favour, size_t against)
{
    struct buffer roll = {.arena = arena_of(state)}, votes = roll;
    buffer_add(&roll, "practice,list size,votes\n");
    buffer_add(&votes, "practice,vote\n");
    for (size_t i = 0; i < in_favour + against; i++) {
        buffer_add(&roll, arena_format(roll.arena, "P%zu,1,1\n", i));
        buffer_add(&votes,
                   arena_format(roll.arena, "P%zu,%s\n", i, i < in_favour ? "for" : "against"));
    }
    return margin_of(state, TWO_WEIGHTS, buffer_text(&roll), buffer_text(&votes));
}

/* Each and each two are tried, where that are at most 2,000: of 63 there are 1,953 twos, and of 64
 * 2,016, which would take too long. One by one 64 are few. */
static void test_as_many_as_can_be_tried(void **state)
{
    struct margin margin = margin_of_many(state, 63, 60); /* 62 to 61, then 61 to 62 */
    check_true(margin.known && margin.possible);
    check_int(margin.members, 2);
    check_text(margin.who[0], "P0");
    check_text(margin.who[1], "P1");
    check_false(margin_of_many(state, 64, 61).known);
    margin = margin_of_many(state, 64, 63);
    check_true(margin.known && margin.possible);
    check_int(margin.members, 1);
    check_true(margin.who == NULL);
}

/* Of so many in favour the first are of class A, and the others of class B. */
static struct margin margin_of_classes(void **state, const char *rules, size_t count, size_t of_a)
{
    struct buffer roll = {.arena = arena_of(state)}, votes = roll;
    buffer_add(&roll, "practice,class\n");
    buffer_add(&votes, "practice,vote\n");
    for (size_t i = 0; i < count; i++) {
        buffer_add(&roll, arena_format(roll.arena, "P%zu,%s\n", i, i < of_a ? "A" : "B"));
        buffer_add(&votes, arena_format(roll.arena, "P%zu,for\n", i));
    }
    return margin_of(state, rules, buffer_text(&roll), buffer_text(&votes));
}

/* One after the other 2,000 are tried. Of 2,001 it is told that the first is enough, not how many
 * would be; and where one is enough only to turn, not even that. */
static void test_as_many_as_can_be_tried_by_one(void **state)
{
    static const struct {
        const char *rules;
        size_t count, of_a;
        bool known, named;
        size_t alone;
    } rows[] = {
        {MOTION RULE("quorum", "at least 2000 members voting of A"), 2000, 2000, true, false, 0},
        {MOTION RULE("quorum", "at least 2001 members voting of A"), 2001, 2001, true, true, 0},
        {MOTION RULE("quorum", "at least 1999 members voting of A"), 2000, 1999, true, true, 1999},
        {MOTION RULE("quorum", "at least 2000 members voting of A"), 2001, 2000, true, true, 0},
        {MOTION RULE("passes", "no member against of A"), 2000, 2000, true, false, 0},
        {MOTION RULE("passes", "no member against of A"), 2000, 1999, true, true, 1999},
        {MOTION RULE("passes", "no member against of A"), 2001, 2001, false, false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct margin margin = margin_of_classes(state, rows[i].rules, rows[i].count, rows[i].of_a);
        check_int(margin.known, rows[i].known);
        check_int(margin.possible, rows[i].known);
        check_int(margin.members, rows[i].known ? 1 : 0);
        check_int(margin.who != NULL, rows[i].named);
        check_int(margin.alone, rows[i].alone);
    }
}

/* 5,000 and 2,000 times 1, all in favour: where one weight decides, that nobody else is enough is
 * found without trying each. */
static void test_the_largest_of_many_is_found(void **state)
{
    static const char *const rules[] = {
        WEIGHTED,
        MOTION RULE("quorum", "at least half of population voting"),
    };
    for (size_t rule = 0; rule < sizeof rules / sizeof *rules; rule++) {
        struct buffer roll = {.arena = arena_of(state)}, votes = roll;
        buffer_add(&roll, "practice,list size\n");
        buffer_add(&votes, "practice,vote\n");
        for (size_t i = 0; i <= 2000; i++) {
            buffer_format(&roll, "P%zu,%d\n", i, i == 1000 ? 5000 : 1);
            buffer_format(&votes, "P%zu,for\n", i);
        }
        struct margin margin =
            margin_of(state, rules[rule], buffer_text(&roll), buffer_text(&votes));
        check_int(margin.members, 1);
        check_int(margin.abstaining, rule);
        check_text(margin.who[0], "P1000");
        check_int(margin.alone, 1);
        check_int(margin.alone_of, 2001);
    }
}

/* Of two who count by two weights one turns it by itself, and of one it is the only one. */
static void test_who_of_two_turns_it(void **state)
{
    const char *roll = "practice,list size,votes\nAsh,1,1\nBeech,10,10\n";
    struct margin margin =
        margin_of(state, TWO_WEIGHTS, roll, "practice,vote\nAsh,for\nBeech,for\n");
    check_true(margin.known && margin.possible);
    check_int(margin.members, 1);
    check_text(margin.who[0], "Beech");
    check_int(margin.alone, 1);
    check_int(margin.alone_of, 2);
    check_int(margin.of, MARGIN_OF_FAVOUR);
    /* 10 to 1 votes and 13 to 2 patients: not without Beech, nor without Cedar, but without Ash. */
    margin = margin_of(state, TWO_WEIGHTS,
                       "practice,list size,votes\nAsh,1,4\nBeech,6,3\nCedar,6,3\nDale,2,1\n",
                       "practice,vote\nAsh,for\nBeech,for\nCedar,for\nDale,against\n");
    check_text(margin.who[0], "Beech");
    check_int(margin.alone, 2);
    check_int(margin.alone_of, 3);
    margin = margin_of(state, TWO_WEIGHTS, roll, "practice,vote\nAsh,against\n");
    check_text(margin.who[0], "Ash");
    check_int(margin.alone, 0);
    check_int(margin.of, MARGIN_OF_AGAINST);
}

/*
 * Five against, one for, one abstains. It takes three who turn, but only two who abstain: then
 * 1,000 of 2,501 patients vote, and 1,251 are needed. As votes and patients both make the quorum,
 * how few that takes is not searched for, so three are not said to be the fewest.
 */
static void test_fewer_may_end_a_quorum_of_two_weights(void **state)
{
    struct margin margin = margin_of(
        state,
        RULES RULE("weight", "one vote per 300 patients, rounded down")
            RULE("quorum", "at least half of votes replying")
                RULE("quorum", "at least 50% rounded up of population voting")
                    RULE("passes", "more than 150% of members against"),
        "practice,list "
        "size\nQuince,400\nGorse,300\nElm,400\nIvy,200\nPoplar,400\nNettle,100\nOak,701\n",
        "practice,vote\nQuince,against\nGorse,against\nElm,for\nIvy,against\nPoplar,against\n"
        "Nettle,against\nOak,abstain\n");
    check_false(margin.known);
    check_false(margin.possible);
    check_int(margin.members, 0);
    check_true(margin.who == NULL);
}

/* 5 of 7 for, and at most 3 not: two who turn are four. Where one abstained two more who abstain
 * could be as few, so no number is told, whoever has a casting vote; where nobody did, nobody
 * could.
 */
static void test_a_limit_on_those_not_in_favour(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY RULE("tie", "casting vote")
                                RULE("passes", "at most 3 members not in favour"),
                            .roll = roll_of_trees(arena, 7),
                            .decision = "vote",
                            .ballots = ballots_of(arena, "fffffaa")};
    struct margin margin = decide_tables(arena, tables).margin;
    check_true(margin.known && margin.possible);
    check_int(margin.members, 2);
    tables.ballots = ballots_of(arena, "fffffas");
    check_false(decide_tables(arena, tables).margin.known);
    tables.circumstances.casting = CASTING_VOTE_FOR;
    check_false(decide_tables(arena, tables).margin.known);
}

/*
 * With a casting vote in favour 5 to 3 of 8 who are there is carried at 4 to 4 too, but not where
 * one abstains: 4 of 8 is no more than half, and 4 to 3 is no tie. 4 to 2 is carried at 3 to 3, and
 * with half of 5 rounded up 3 to 2 is not. Of the votes cast alone whoever abstains does less.
 */
static void test_a_casting_vote_and_who_abstains(void **state)
{
#define CASTING RULES ONE_EACH RULE("tie", "casting vote")
    static const struct {
        const char *rules, *votes;
        int members;
        bool abstaining;
    } rows[] = {
        {CASTING RULE("passes", "more than half of practices present"), "fffffaaa", 1, true},
        {CASTING RULE("passes", "more than half of practices present"), "ffffffffaa", 3, true},
        {CASTING MAJORITY RULE("passes", "more than 50% rounded up of practices cast"), "ffffaa", 1,
         true},
        {CASTING MAJORITY, "fffffaaa", 2, false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tables tables = {.rules = rows[i].rules,
                                .roll = roll_of_trees(arena, strlen(rows[i].votes)),
                                .decision = "vote",
                                .ballots = ballots_of(arena, rows[i].votes),
                                .circumstances.casting = CASTING_VOTE_FOR};
        struct margin margin = decide_tables(arena, tables).margin;
        check_true(margin.known && margin.possible && !margin.of_quorum);
        check_int(margin.members, rows[i].members);
        check_int(margin.abstaining, rows[i].abstaining);
    }
}

/*
 * 310 to 10 votes: it takes two who turn. But 65 patients vote and 49 are needed, so that one of
 * Beech, Cedar and Dale who abstains ends the quorum, on whichever side. Ash, as heavy as Cedar,
 * has too few patients. With a casting vote it is the same.
 */
static void test_who_ends_a_quorum_by_abstaining(void **state)
{
    struct arena *arena = arena_of(state);
    for (int casting = CASTING_VOTE_NONE; casting <= CASTING_VOTE_AGAINST; casting++) {
        struct tables tables = {
            .rules = RULES RULE("weight", "votes column") RULE("tie", "casting vote")
                MAJORITY RULE("quorum", "at least 75% rounded up of population voting"),
            .roll = "practice,list size,votes\nBeech,20,105\nAsh,5,100\nCedar,20,105\nDale,20,10\n",
            .decision = "vote",
            .ballots = "practice,vote\nBeech,for\nAsh,for\nCedar,for\nDale,against\n",
            .circumstances.casting = (enum casting_vote)casting};
        struct margin margin = decide_tables(arena, tables).margin;
        check_true(margin.known && margin.possible && margin.abstaining);
        check_int(margin.members, 1);
        check_text(margin.who[0], "Beech");
        check_int(margin.alone, 3);
        check_int(margin.alone_of, 4);
        check_int(margin.of, MARGIN_OF_VOTERS);
    }
}

struct other_row {
    const char *rules, *votes;
    const char *verdict;
    int in_favour, against;
    bool by_heads, differs;
};

static const struct other_row other_rows[] = {
    /* Beside heads the list sizes: Ash and Beech 3,000, Fir 5,000. */
    {MOTION, "ff..a", "not carried", 3000, 5000, false, true},
    {MOTION, "a..ff", "carried", 9000, 1000, false, false},
    {MOTION, "ffa", "not carried", 3000, 3000, false, true},
    /* Beside list sizes the heads. */
    {WEIGHTED, "ff..a", "carried", 2, 1, true, true},
    {WEIGHTED, "a..ff", "carried", 2, 1, true, false},
    /* The quorum is the same. */
    {MOTION QUORUM, "ff...", "not binding", 3000, 0, false, false},
};

static void test_the_other_weighting(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof other_rows / sizeof *other_rows; i++) {
        const struct other_row *row = &other_rows[i];
        struct poll_outcome poll = decide_trees(arena, row->rules, row->votes);
        const struct other_count *other = &poll.other_count;
        check_true(other->given);
        check_int(other->by_heads, row->by_heads);
        check_int(other->in_favour.votes, row->in_favour);
        check_int(other->against.votes, row->against);
        check_text(verdict_word(other->verdict), row->verdict);
        check_int(other->differs, row->differs);
    }
    check_false(decide_trees(arena, ELECTION, "112").other_count.given);
}

/* No claim that another weight would have changed what counts heads, what does not bind, or
 * nothing.
 */
static void test_when_the_other_weighting_can_be_compared(void **state)
{
    static const struct {
        const char *rules, *votes;
        bool given, comparable;
    } rows[] = {
        {MOTION, "ffa", true, true},
        {WEIGHTED, "ffa", true, true},
        {RULES ONE_EACH RULE("passes", "at least two thirds of all practices"), "ffffffff", true,
         false},
        {RULES BY_LIST_SIZE RULE("passes", "at least half of the whole population"), "ffffffff",
         true, false},
        /* So many votes are another thing where each weighs otherwise. */
        {RULES ONE_EACH RULE("passes", "at least half rounded down plus 1 of votes cast"), "ffa",
         true, false},
        {RULES BY_LIST_SIZE RULE("passes", "at least half rounded down plus 1000 of votes cast"),
         "ffa", true, false},
        {MOTION RULE("quorum", "at least 2 votes voting"), "ffa", true, false},
        {MOTION RULE("quorum", "at least the greater of half of votes voting and 1"), "ffa", true,
         false},
        {MOTION RULE("quorum", "at least half rounded up plus 1 of votes voting"), "ffa", true,
         false},
        {MOTION RULE("quorum", "at least half of votes voting"), "ffa", true, true},
        {MOTION RULE("quorum", "at least 2 members voting"), "ffa", true, true},
        {MOTION QUORUM, "fnn", true, false},
        {MOTION, "ss", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_trees(arena_of(state), rows[i].rules, rows[i].votes);
        check_int(poll.other_count.given, rows[i].given);
        check_int(poll.other_count.given && poll.other_count.comparable, rows[i].comparable);
    }
}

/* Without list sizes there is nothing to weigh by. */
static void test_no_other_weighting_without_list_sizes(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state), MOTION, "practice,votes\nAsh,1\nBeech,2\n", "vote",
                    "practice,vote\nAsh,for\n");
    check_false(poll.other_count.given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_how_close_it_was),
        test_with_arena(test_abstaining_is_voting_otherwise),
        test_with_arena(test_what_a_quorum_lacked),
        test_with_arena(test_who_could_have_changed_it),
        test_with_arena(test_the_fewest_need_not_be_the_winners_own),
        test_with_arena(test_the_heaviest_need_not_turn_it),
        test_with_arena(test_who_was_there_at_the_opening),
        test_with_arena(test_of_whom_a_margin_is),
        test_with_arena(test_how_many_of_them_end_a_quorum),
        test_with_arena(test_an_election_of_many),
        test_with_arena(test_two_weights_are_not_guessed),
        test_with_arena(test_as_many_as_can_be_tried),
        test_with_arena(test_as_many_as_can_be_tried_by_one),
        test_with_arena(test_the_largest_of_many_is_found),
        test_with_arena(test_who_of_two_turns_it),
        test_with_arena(test_fewer_may_end_a_quorum_of_two_weights),
        test_with_arena(test_a_limit_on_those_not_in_favour),
        test_with_arena(test_a_casting_vote_and_who_abstains),
        test_with_arena(test_who_ends_a_quorum_by_abstaining),
        test_with_arena(test_the_other_weighting),
        test_with_arena(test_when_the_other_weighting_can_be_compared),
        test_with_arena(test_no_other_weighting_without_list_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* Conditions that count some of the members, that limit those who are not in favour, or that are
 * alternatives: on, one under and one over every threshold. */
#include "unit/polls.h"

#define ROWS                            "decision,rule,value,clause,reading,group\nvote,weight,one vote per member,,,\n"
#define ALTERNATIVE(rule, value, group) "vote," rule ",\"" value "\",,," group "\n"
#define ROW(rule, value)                ALTERNATIVE(rule, value, "")

/* Ash, Beech and Cedar are permanent; Cedar, Elm and Fir public. */
#define ROLL                                                                                       \
    "practice,list size,class,area\nAsh,1000,permanent,N\nBeech,2000,Permanent,N\n"                \
    "Cedar,3000,permanent; public,S\nElm,4000,public,S\nFir,5000,public,N\nHazel,6000,,S\n"        \
    "Lime,7000,,N\nMaple,8000,,S\nOak,9000,,N\nYew,10000,,S\n"

struct row {
    const char *rules;
    const char *votes; /* Ash Beech Cedar Elm Fir Hazel Lime Maple Oak Yew */
    const char *verdict;
};

#define NINE      ROWS ROW("passes", "at least 6 members for")
#define VETO      NINE ROW("passes", "no member against of permanent")
#define MAJORITY_ ROW("passes", "more than half of votes cast")
#define PUBLIC    ROWS MAJORITY_ ROW("quorum", "at least 2 members present of public")
#define SHARE     ROWS MAJORITY_ ROW("passes", "at least two thirds of votes cast of public")
#define NOT_FOR   ROWS ROW("passes", "fewer than 4 members not in favour")
#define ABSTAIN   ROWS MAJORITY_ ROW("passes", "at most 2 members abstaining")
#define AGAINST   ROWS ROW("passes", "at most 30% of all members against")
#define OF_CAST   ROWS ROW("passes", "at most one third of votes cast against")
#define AREAS     ROWS MAJORITY_ ROW("passes", "at least 1 member voting of each area")
#define QUORATE   ROWS MAJORITY_ ROW("quorum", "at least half of members present of each area")
#define NAMED     ROWS MAJORITY_ ROW("passes", "must include Ash; Elm")
#define THERE     ROWS MAJORITY_ ROW("quorum", "must include Ash; Elm")
#define GREATER   ROWS MAJORITY_ ROW("quorum", "at least the greater of 30% of members present and 4")
#define LESSER    ROWS MAJORITY_ ROW("quorum", "at least the lesser of 30% of members present and 4")
#define FIVE                                                                                       \
    "decision,rule,value,clause,reading,group\nvote,weight,list size,,,\n" ROW(                    \
        "passes", "at least 15,000 votes for")
#define EITHER                                                                                     \
    ROWS MAJORITY_ ALTERNATIVE("passes", "at least 65% of the whole population", "size")           \
        ALTERNATIVE("passes", "fewer than 4 members not in favour", "few")
#define BOTH                                                                                       \
    ROWS ALTERNATIVE("passes", "more than half of votes cast", "one")                              \
        ALTERNATIVE("passes", "at least 2 members for of public", "one")                           \
            ALTERNATIVE("passes", "at least 9 members for", "two")
#define EITHER_QUORUM                                                                              \
    ROWS MAJORITY_ ALTERNATIVE("quorum", "at least 8 members present", "many")                     \
        ALTERNATIVE("quorum", "at least 3 members present of permanent", "permanent")

static const struct row motion_rows[] = {
    /* six in favour, and a veto */
    {VETO, "ffffffaaaa", "carried"},
    {VETO, "fffffaaaaa", "not carried"},
    {VETO, "affffffaaa", "not carried"},
    {VETO, "sffffffaaa", "carried"},     /* an abstention is no veto */
    {VETO, ".ffffffaaa", "carried"},     /* nor is staying away */
    {VETO, "ffafffffff", "not carried"}, /* of two classes at once */
    {VETO, "fffaffffff", "carried"},     /* of another class */
    /* two of three public members there */
    {PUBLIC, "ff..fffff.", "not binding"},
    {PUBLIC, "ff.ffffff.", "carried"},
    {PUBLIC, "ff.ppfffff", "carried"},
    {PUBLIC, "..fff.....", "carried"},
    /* two thirds of the votes that public members cast */
    {SHARE, "ffffafffff", "carried"},
    {SHARE, "fffaafffff", "not carried"},
    {SHARE, "ffffsfffff", "carried"},
    {SHARE, "fff.afffff", "not carried"}, /* 1 of 2 */
    {SHARE, "ff...fffff", "not carried"}, /* nobody's votes are two thirds of none */
    {SHARE, "ffsssfffff", "not carried"},
    /* not in favour are all but those who are: against, abstaining, present, absent */
    {NOT_FOR, "fffffffaaa", "carried"},
    {NOT_FOR, "ffffffaaaa", "not carried"},
    {NOT_FOR, "fffffffasp", "carried"},
    {NOT_FOR, "fffffffas.", "carried"},
    {NOT_FOR, "ffffffaas.", "not carried"},
    {NOT_FOR, "ffffff....", "not carried"},
    {NOT_FOR, "fffffff...", "carried"},
    {NOT_FOR, "aaaaaaaaaa", "not carried"},
    {ABSTAIN, "ffffffffss", "carried"},
    {ABSTAIN, "fffffffsss", "not carried"},
    {ABSTAIN, "fffffff..s", "carried"},
    {AGAINST, "f......aaa", "carried"},
    {AGAINST, "f.....aaaa", "not carried"},
    {AGAINST, ".......aaa", "not carried"}, /* on no votes nothing is */
    {OF_CAST, "ff.......a", "carried"},
    {OF_CAST, "fff.....aa", "not carried"},
    {OF_CAST, "ffff....aa", "carried"},
    /* one of N, one of S */
    {AREAS, "f.f.......", "carried"},
    {AREAS, "ff..f.....", "not carried"},
    {AREAS, "ff..fa.a..", "not carried"},
    /* three of the five of N (Ash Beech Fir Lime Oak), three of S */
    {QUORATE, "fff.ff.f..", "carried"},
    {QUORATE, "ff..ff.ff.", "not binding"},
    {QUORATE, "ffffff..f.", "carried"},
    {NAMED, "f..f......", "carried"},
    {NAMED, "f..s.fffff", "not carried"},
    {NAMED, ".fffffffff", "not carried"},
    {THERE, "f..s.fffff", "carried"},
    {THERE, "f....fffff", "not binding"},
    /* 30% of 10 is 3 */
    {GREATER, "ffff......", "carried"},
    {GREATER, "fff.......", "not binding"},
    {LESSER, "fff.......", "carried"},
    {LESSER, "ff........", "not binding"},
    /* 15,000 of the votes by list size: Fir and Yew, or Ash to Fir */
    {FIVE, "fffff.....", "carried"},
    {FIVE, ".ffff.....", "not carried"},
    {FIVE, "....f....f", "carried"},
    /* 65% of 55,000 are 35,750 */
    {EITHER, "fffffffaaa", "carried"},     /* 28,000, and three against */
    {EITHER, "ffffffaaaa", "not carried"}, /* 21,000, and four */
    {EITHER, "aaaafffffa", "not carried"}, /* 35,000 */
    {EITHER, "aaaafaffff", "not carried"}, /* 39,000, and five to five */
    {EITHER, "aaasfaffff", "carried"},
    {BOTH, "..fff.....", "carried"},
    {BOTH, "..f..fffff", "not carried"},
    {BOTH, "fffaffffff", "carried"},
    {BOTH, "fff..fffff", "not carried"},
    {BOTH, "fffsafffff", "not carried"},
    {EITHER_QUORUM, "ffffffff..", "carried"},
    {EITHER_QUORUM, "fff.......", "carried"},
    {EITHER_QUORUM, "ff.fffff..", "not binding"},
};

static void test_verdicts(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof motion_rows / sizeof *motion_rows; i++) {
        struct poll_outcome poll = decide_text(arena, motion_rows[i].rules, ROLL, "vote",
                                               ballots_of(arena, motion_rows[i].votes));
        if (strcmp(verdict_word(poll.result.verdict), motion_rows[i].verdict) != 0)
            print_error("row %zu: %s\n", i, motion_rows[i].votes);
        check_text(verdict_word(poll.result.verdict), motion_rows[i].verdict);
    }
}

static struct poll_outcome decide(struct arena *arena, const char *rules, const char *votes)
{
    return decide_text(arena, rules, ROLL, "vote", ballots_of(arena, votes));
}

/* The figures are those of the class: of 3 public members 2 voted, 1 for. */
static void test_figures_of_a_class(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), SHARE, "fff.afffff");
    const struct condition_outcome *condition = &poll.conditions[1];
    check_text(condition->of_class, "public");
    check_int(figure_of(condition->part), 1);
    check_int(figure_of(condition->whole), 2);
    check_int(figure_of(condition->needed), 2);
    check_int(figure_of(condition->short_by), 1);
    check_int(condition->heads, 2);
    check_text(condition->percent, "50.00");
}

static void test_figures_of_a_limit(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), NOT_FOR, "fffffaas..");
    const struct condition_outcome *condition = &poll.conditions[0];
    check_int(figure_of(condition->part), 5);
    check_int(figure_of(condition->needed), 3); /* the most that there may be */
    check_int(figure_of(condition->short_by), 2);
    check_false(condition->unreachable);
}

/* Nobody of the class is on the roll of that day, so that it cannot be met. */
static void test_a_class_of_nobody(void **state)
{
    static const char roll[] = "practice,list size,class,from,to\nAsh,1000,,2010-01-01,\n"
                               "Beech,2000,public,2010-01-01,2011-12-31\n";
    struct poll_outcome poll =
        decide_tables(arena_of(state), (struct tables){.rules = SHARE,
                                                       .roll = roll,
                                                       .roll_day = {2015, 6, 24},
                                                       .decision = "vote",
                                                       .ballots = "practice,vote\nAsh,for\n"});
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_true(poll.conditions[1].unreachable);
    check_int(figure_of(poll.conditions[1].needed), 1);
}

static void test_each_area_is_a_condition(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), AREAS, "ff..f.....");
    check_int(poll.condition_count, 3);
    check_text(poll.conditions[1].area, "N");
    check_true(poll.conditions[1].met);
    check_text(poll.conditions[2].area, "S");
    check_false(poll.conditions[2].met);
    check_int(poll.areas.count, 0); /* it is no decision of theirs */
}

static void test_who_of_the_named_is_missing(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), NAMED, "f..s.fffff");
    const struct condition_outcome *condition = &poll.conditions[1];
    check_int(condition->missing_count, 1);
    check_text(condition->missing[0], "Elm");
    check_int(figure_of(condition->part), 1);
    check_int(figure_of(condition->needed), 2);
    poll = decide(arena_of(state), THERE, "f....fffff");
    check_text(poll.conditions[0].missing[0], "Elm");
}

/* What is not met is told to be excused where an alternative holds, whatever else fails. */
static void test_alternatives_excuse(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), EITHER, "fffffffaaa");
    check_text(poll.conditions[1].group, "size");
    check_false(poll.conditions[1].met);
    check_true(poll.conditions[1].excused);
    check_true(poll.conditions[2].met);
    check_false(poll.conditions[2].excused);
    poll = decide(arena_of(state), EITHER, "ffffffaaaa");
    check_false(poll.conditions[1].excused);
    poll = decide(arena_of(state), EITHER, "aaaafaffff");
    check_false(poll.conditions[0].met);
    check_false(poll.conditions[0].excused);
    check_true(poll.conditions[2].excused);
    /* Also the first of all. */
    poll = decide(arena_of(state),
                  ROWS ALTERNATIVE("passes", "at least 9 members for", "many")
                      ALTERNATIVE("passes", "more than half of votes cast", "most"),
                  "fffffffaaa");
    check_text(verdict_word(poll.result.verdict), "carried");
    check_true(poll.conditions[0].excused);
    check_false(poll.conditions[1].excused);
}

/* A chair's vote is none of a class, though the class is tied as well. */
static void test_a_casting_vote_is_of_no_class(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = ROWS MAJORITY_ ROW("tie", "casting vote"),
                            .roll = ROLL,
                            .decision = "vote",
                            .ballots = ballots_of(arena, "ffafa....a"),
                            .circumstances.casting = CASTING_VOTE_FOR};
    check_text(verdict_word(decide_tables(arena, tables).result.verdict), "carried");
    tables.rules = ROWS MAJORITY_ ROW("passes", "more than one third of votes cast of public")
        ROW("tie", "casting vote");
    check_text(verdict_word(decide_tables(arena, tables).result.verdict), "not carried");
    tables.rules = ROWS MAJORITY_ ROW("passes", "more than half of votes cast of permanent")
        ROW("tie", "casting vote");
    check_text(verdict_word(decide_tables(arena, tables).result.verdict), "carried");
    tables.ballots = ballots_of(arena, "fas.fa....");
    check_text(verdict_word(decide_tables(arena, tables).result.verdict), "not carried");
    tables.rules = ROWS ALTERNATIVE("passes", "more than half of votes cast", "one")
        ALTERNATIVE("passes", "at least 9 members for", "two") ROW("tie", "casting vote");
    check_text(verdict_word(decide_tables(arena, tables).result.verdict), "carried");
}

/* With `every area must pass` a class is asked in each area, whoever is named on the whole. */
static void test_a_class_in_each_area(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = ROWS MAJORITY_ ROW("passes", "at least 1 member for of public")
        ROW("passes", "must include Ash") ROW("areas", "every area must pass");
    struct poll_outcome poll = decide(arena, rules, "fffff.....");
    check_text(verdict_word(poll.result.verdict), "carried");
    check_int(poll.condition_count, 3);
    check_int(poll.areas.list[0].condition_count, 2);
    check_text(poll.areas.list[0].conditions[1].of_class, "public");
    check_int(figure_of(poll.areas.list[0].conditions[1].part), 1); /* Fir */
    check_int(figure_of(poll.areas.list[1].conditions[1].part), 2); /* Cedar and Elm */
    poll = decide(arena, rules, "ffff......");
    check_text(verdict_word(poll.result.verdict), "not carried");
    poll = decide(arena, rules, ".ffff.....");
    check_text(verdict_word(poll.result.verdict), "not carried");
}

static void test_an_election_by_a_class(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        ROWS ROW("elects", "more than half of votes cast of public") ROW("quorum", "none");
    struct poll_outcome poll = decide(arena, rules, "..112222..");
    check_text(poll.result.winner, NULL); /* Dr B has most votes, and 1 of 3 of the public ones */
    check_text(verdict_word(poll.result.verdict), "not elected");
    poll = decide(arena, rules, "..122222..");
    check_text(poll.result.winner, "Dr B");
    check_int(figure_of(poll.election.elects->part), 2);
    poll = decide(arena, rules, "11...2222.");
    check_text(verdict_word(poll.result.verdict), "not elected"); /* nobody of the class voted */
}

static void test_a_review_by_a_class(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        ROWS MAJORITY_ ROW("review", "at least one third of votes cast against of public");
    check_true(decide(arena, rules, "ffaffff...").result.review);
    check_false(decide(arena, rules, "faffffff..").result.review);
    check_true(decide(arena, rules, "fasfaffff.").result.review); /* 1 of 2 */
}

/* The fewest who would change it: one of a class, or any. */
static void test_margins(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide(arena, VETO, "affffffffa");
    check_true(poll.margin.known && poll.margin.possible);
    check_int(poll.margin.members, 1);
    check_text(poll.margin.who[0], "Ash"); /* and not Yew */
    poll = decide(arena, VETO, "aaffffffff");
    check_int(poll.margin.members, 2);
    check_text(poll.margin.who[0], "Ash");
    check_text(poll.margin.who[1], "Beech");
    poll = decide(arena, VETO, "aaafffffff");
    check_false(poll.margin.known);
    poll = decide(arena, VETO, "ffffffffff");
    check_int(poll.margin.members, 1);
    check_text(poll.margin.who[0], "Ash"); /* one of the three who may not be against */
    poll = decide(arena, VETO, "ffffff....");
    check_int(poll.margin.members, 1);
    check_true(poll.margin.who == NULL); /* any of the six */
    poll = decide(arena, VETO, "sssffff...");
    check_false(poll.margin.possible); /* nobody against could be in favour */
    poll = decide(arena, ABSTAIN, "fffffffsss");
    check_false(poll.margin.known); /* one who abstained could */
}

/* Of three who voted the first and the last are of the class, and the one between is not. */
static void test_who_could_abstain(void **state)
{
    static const char roll[] = "practice,list size,class\nAsh,1,x\nBeech,1,\nCedar,1,x\n";
    static const char ballots[] = "practice,vote\nAsh,for\nBeech,for\nCedar,for\n";
    struct poll_outcome poll =
        decide_text(arena_of(state), ROWS MAJORITY_ ROW("quorum", "at least 2 members voting of x"),
                    roll, "vote", ballots);
    check_true(poll.margin.abstaining);
    check_int(poll.margin.members, 1);
    check_text(poll.margin.who[0], "Ash");
}

/* One public member more would do, and Hazel would not. */
static void test_a_quorum_of_a_class_has_no_such_margin(void **state)
{
    struct poll_outcome poll = decide(arena_of(state), PUBLIC, "ff..fffff.");
    check_false(poll.margin.quorum_known);
}

/* In a secret vote nothing is told of the votes of a class, and of its presence all. */
static void test_secret(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide(
        arena, VETO ROW("secrecy", "secret") ROW("quorum", "at least 2 members present of public"),
        "affff..ffa");
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_true(poll.conditions_withheld);
    check_int(poll.condition_count, 2);
    check_text(poll.conditions[0].of_class, "public");
    check_false(poll.conditions[0].part.withheld);
    check_int(poll.conditions[1].kind, RULE_PASSES);
    check_int(poll.conditions[1].asks.among, AMONG_ALL);
    check_false(poll.margin.known);
    poll = decide(arena,
                  ROWS ROW("elects", "more than half of votes cast of public")
                      ROW("secrecy", "secret"),
                  "..122222..");
    check_true(poll.conditions_withheld);
    check_true(poll.election.elects == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_verdicts),
        test_with_arena(test_figures_of_a_class),
        test_with_arena(test_figures_of_a_limit),
        test_with_arena(test_a_class_of_nobody),
        test_with_arena(test_each_area_is_a_condition),
        test_with_arena(test_who_of_the_named_is_missing),
        test_with_arena(test_alternatives_excuse),
        test_with_arena(test_a_casting_vote_is_of_no_class),
        test_with_arena(test_a_class_in_each_area),
        test_with_arena(test_an_election_by_a_class),
        test_with_arena(test_a_review_by_a_class),
        test_with_arena(test_margins),
        test_with_arena(test_who_could_abstain),
        test_with_arena(test_a_quorum_of_a_class_has_no_such_margin),
        test_with_arena(test_secret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

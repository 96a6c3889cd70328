/* SPDX-License-Identifier: MIT */

/* How many votes of a secret, weighted vote follow from what is told, by hand. */
#include "unit/polls.h"

#define SECRET RULE("secrecy", "secret")
#define MOTION RULES BY_LIST_SIZE SECRET RULE("passes", "more than 1/2 of votes cast")

#define OVER_HALF RULE("elects", "more than 1/2 of votes cast")

/* 60 is more than all others together. */
#define ONE_LARGE "practice,list size\nAsh,60\nBeech,20\nCedar,12\nElm,8\n"
#define FIVE      "practice,list size\nAsh,30\nBeech,25\nCedar,20\nElm,15\nFir,10\n"

/* One letter a member of the roll: f a s, A B C for candidates, - for none. */
static struct poll_outcome decide_letters(struct arena *arena, const char *rules, const char *roll,
                                          const char *letters)
{
    struct buffer ballots = {.arena = arena};
    buffer_add(&ballots, "practice,vote\n");
    for (size_t i = 0; letters[i] != '\0'; i++)
        if (letters[i] == 'f' || letters[i] == 'a' || letters[i] == 's')
            buffer_format(&ballots, "%s,%s\n", trees[i],
                          letters[i] == 'f'   ? "for"
                          : letters[i] == 'a' ? "against"
                                              : "abstain");
        else if (letters[i] != '-')
            buffer_format(&ballots, "%s,Dr %c\n", trees[i], letters[i]);
    return decide_tables(arena, (struct tables){.rules = rules,
                                                .roll = roll,
                                                .decision = "vote",
                                                .ballots = buffer_text(&ballots)});
}

static int told_of(void **state, const char *rules, const char *roll, const char *letters)
{
    struct poll_outcome poll = decide_letters(arena_of(state), rules, roll, letters);
    check_true(poll.disclosure.known);
    return (int)poll.disclosure.told;
}

static void test_a_large_member(void **state)
{
    check_int(told_of(state, MOTION, ONE_LARGE, "faaa"), 4); /* 1 of 4 carries it: Ash alone can */
    check_int(told_of(state, MOTION, ONE_LARGE, "afaa"), 1); /* not carried: Ash was against */
    check_int(told_of(state, MOTION, ONE_LARGE, "ffaa"), 1); /* Ash, and any of three */
    check_int(told_of(state, MOTION, ONE_LARGE, "aaff"), 1); /* any two of three, not Ash */
    check_int(told_of(state, MOTION, ONE_LARGE, "afff"), 4); /* three were for, and it failed */
}

/* More than 50 of 100. */
static void test_sums_of_few(void **state)
{
    check_int(told_of(state, MOTION, FIVE, "ffaaa"), 5); /* only 30 and 25 are more than 50 */
    /* Three for, not carried: 25, 15, 10 or 20, 15, 10. Ash was against, Elm and Fir for. */
    check_int(told_of(state, MOTION, FIVE, "afaff"), 3);
    /* Two for, not carried: any two but the first two. */
    check_int(told_of(state, MOTION, FIVE, "aaaff"), 0);
}

/* One for, two against, one abstains. Ash alone can carry it, whoever abstains. */
static void test_an_abstention_hides(void **state)
{
    check_int(told_of(state, MOTION, ONE_LARGE, "fsaa"), 1);
    /* Not carried: Ash may have been against, or abstained while 20 were not more than 20. */
    check_int(told_of(state, MOTION, ONE_LARGE, "afsa"), 0);
}

/* The heads alone tell it. */
static void test_all_alike(void **state)
{
    struct poll_outcome poll = decide_letters(arena_of(state), MOTION, ONE_LARGE, "ss-s");
    check_true(poll.disclosure.alike);
    check_int(poll.disclosure.ballots, 3);
    check_int(poll.disclosure.told, 3);
    check_int(told_of(state, MOTION, ONE_LARGE, "-f--"), 1);
}

/* With one vote each the verdict says no more than the heads. */
static void test_heads_tell_nothing(void **state)
{
    const char *rules = RULES ONE_EACH SECRET RULE("passes", "more than 1/2 of votes cast");
    check_int(told_of(state, rules, ONE_LARGE, "faaa"), 0);
    check_int(told_of(state, rules, ONE_LARGE, "ffsa"), 0);
}

/* What a condition by patients says besides is met or not, and that is told. */
static void test_every_condition_is_told(void **state)
{
    const char *rules = RULES ONE_EACH SECRET RULE("passes", "more than 1/2 of votes cast")
        RULE("passes", "at least 1/2 of population cast");
    check_int(told_of(state, rules, ONE_LARGE, "afff"), 4); /* not by patients: Ash was against */
    check_int(told_of(state, rules, ONE_LARGE, "fffa"), 1); /* by patients: Ash was for */
}

/* Against by half of the patients: Ash alone is that. */
static void test_a_review_is_told(void **state)
{
    const char *rules = RULES ONE_EACH SECRET RULE("passes", "more than 1/2 of votes cast")
        RULE("review", "at least 1/2 of population against");
    check_int(told_of(state, rules, ONE_LARGE, "afff"), 4);
    check_int(told_of(state, rules, ONE_LARGE, "fffa"), 1);
    check_int(told_of(state, rules, ONE_LARGE, "faaa"), 0); /* what is not carried has no review */
}

/* 40 for and 20, 15 and 5 against: that the chair may decide tells that it was Ash. */
static void test_a_casting_vote_is_told(void **state)
{
    const char *roll = "practice,list size\nAsh,40\nBeech,20\nCedar,15\nElm,5\n";
    check_int(told_of(state, MOTION, roll, "faaa"), 0);
    check_int(told_of(state, MOTION RULE("tie", "casting vote"), roll, "faaa"), 4);
}

/* 40 for and 40 against. That the chair's vote carried it, or was not enough for two thirds, tells
 * it too; that it was not enough may be an area's doing, which tells nothing. */
static void test_what_became_of_a_casting_vote(void **state)
{
    static const struct {
        const char *rules;
        enum casting_effect effect;
        int told;
    } rows[] = {
        {MOTION RULE("tie", "casting vote"), CASTING_DECIDED, 4},
        {RULES BY_LIST_SIZE SECRET RULE("passes", "at least 2/3 of votes cast")
             RULE("tie", "casting vote"),
         CASTING_NOT_ENOUGH, 4},
        {RULES BY_LIST_SIZE SECRET RULE("passes", "at least 2/3 of votes cast")
             RULE("tie", "casting vote") RULE("areas", "every area must pass"),
         CASTING_NOT_ENOUGH, 0},
        {MOTION, CASTING_NOT_IN_RULES, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_tables(
            arena_of(state),
            (struct tables){.rules = rows[i].rules,
                            .roll = "practice,list size,area\nAsh,40,North\nBeech,20,North\n"
                                    "Cedar,15,South\nElm,5,South\n",
                            .decision = "vote",
                            .ballots = "practice,vote\nAsh,for\nBeech,against\nCedar,against\n"
                                       "Elm,against\n",
                            .circumstances.casting = CASTING_VOTE_FOR});
        check_int(poll.casting.effect, rows[i].effect);
        check_int(poll.disclosure.told, rows[i].told);
    }
}

static void test_who_is_elected(void **state)
{
    const char *rules = RULES BY_LIST_SIZE MOST_VOTES SECRET;
    check_int(told_of(state, rules, ONE_LARGE, "ABBB"), 4); /* one of four elects */
    check_int(told_of(state, rules, ONE_LARGE, "BABB"), 1); /* Ash was for B */
    /* B leads with two of 40, 20 and 20, and there is no tie: so Ash is not the one for A. */
    check_int(told_of(state, rules, "practice,list size\nAsh,40\nBeech,20\nCedar,20\n", "BAB"), 1);
    /* More than half elects: 30 and 25. */
    check_int(told_of(state, RULES BY_LIST_SIZE OVER_HALF SECRET, FIVE, "AABBC"), 2);
    /* A has 25 and 20, B 30, C 15 and 10: two and two, and one. A leads with two. */
    check_int(told_of(state, rules, FIVE, "BAACC"), 0);
}

/* A tie of weighted votes: those who stand again have equal votes. 30 and 15 are 25 and 20; with
 * Fir, who abstained. 35 each of 30, 25, 20, 15 and 10 cannot be two and two. */
static void test_who_stands_again(void **state)
{
    const char *rules = RULES BY_LIST_SIZE MOST_VOTES SECRET;
    struct poll_outcome poll = decide_letters(arena_of(state), rules, FIVE, "ABBAs");
    check_int(poll.result.run_off_count, 2);
    /* Without 30: 25 + 10 = 20 + 15. Without 20: 30 + 10 = 25 + 15. Without 10: 30 + 15 = 25 + 20.
     * Who abstained is one of three, and no ballot lies in one pile in all of them. */
    check_int(poll.disclosure.told, 0);
}

/* The first of so many was for and has that many patients; of the others, who have 100 or more,
 * every second one was. */
static struct disclosure disclosure_of_many(struct arena *arena, int count, int first)
{
    struct buffer roll = {.arena = arena}, ballots = {.arena = arena};
    buffer_add(&roll, "practice,list size\n");
    buffer_add(&ballots, "practice,vote\n");
    for (int i = 0; i < count; i++) {
        buffer_format(&roll, "Surgery %d,%d\n", i, i == 0 ? first : 100 + i);
        buffer_format(&ballots, "Surgery %d,%s\n", i, i % 2 == 0 ? "for" : "against");
    }
    return decide_tables(arena, (struct tables){.rules = MOTION,
                                                .roll = buffer_text(&roll),
                                                .decision = "vote",
                                                .ballots = buffer_text(&ballots)})
        .disclosure;
}

/* 10 of 20 can have gone in 184,756 ways, 11 of 21 in 352,716 and 12 of 24 in 2,704,156, where it
 * is not tried whether the first, who is larger than all others together, was for. */
static void test_too_many_to_try(void **state)
{
    static const struct {
        int count, first;
        bool known;
        int told;
    } rows[] = {{20, 100, true, 0},
                {20, 9999, true, 1},
                {21, 100, false, 0},
                {21, 9999, false, 0},
                {24, 100, false, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct disclosure disclosure =
            disclosure_of_many(arena_of(state), rows[i].count, rows[i].first);
        check_int(disclosure.known, rows[i].known);
        check_int(disclosure.told, rows[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_a_large_member),
        test_with_arena(test_sums_of_few),
        test_with_arena(test_an_abstention_hides),
        test_with_arena(test_all_alike),
        test_with_arena(test_heads_tell_nothing),
        test_with_arena(test_every_condition_is_told),
        test_with_arena(test_a_review_is_told),
        test_with_arena(test_a_casting_vote_is_told),
        test_with_arena(test_what_became_of_a_casting_vote),
        test_with_arena(test_who_is_elected),
        test_with_arena(test_who_stands_again),
        test_with_arena(test_too_many_to_try),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* Every area must pass: each is a body of its own, under the same conditions. */
#include "unit/polls.h"

#define MOTION RULES ONE_EACH MAJORITY RULE("areas", "every area must pass")
#define QUORUM RULE("quorum", "at least half of practices present")

/* Ash, Beech and Cedar in the north, Elm and Fir in the south. */
#define ROLL                                                                                       \
    "practice,list size,area\nAsh,1000,North\nBeech,2000,North\nElm,4000,South\n"                  \
    "Cedar,3000,North\nFir,5000,South\n"

struct area_row {
    const char *rules;
    const char *votes; /* Ash, Beech, Cedar, Elm, Fir */
    const char *verdict, *north, *south;
};

static const struct area_row area_rows[] = {
    {MOTION, "ffaff", "carried", "carried", "carried"},
    {MOTION, "faaff", "not carried", "not carried", "carried"}, /* 3 to 2 on the whole */
    {MOTION, "fffaf", "not carried", "carried", "not carried"}, /* the south ties */
    {MOTION, "fff..", "not carried", "carried", "not carried"}, /* nobody voted there */
    {MOTION QUORUM, "fffff", "carried", "carried", "carried"},
    {MOTION QUORUM, "f.fff", "carried", "carried", "carried"},
    {MOTION QUORUM, "f..ff", "not binding", "not binding", "carried"},
    {MOTION QUORUM, "fff..", "not binding", "carried", "not binding"},
    {MOTION QUORUM, "....f", "not binding", "not binding", "carried"},
    /* In the north 4,000 to 2,000 by list size. */
    {RULES BY_LIST_SIZE MAJORITY RULE("areas", "every area must pass"), "fafff", "carried",
     "carried", "carried"},
    /* Counted together the areas are no matter. */
    {RULES ONE_EACH MAJORITY RULE("areas", "together"), "faaff", "carried", NULL, NULL},
};

static void test_every_area_must_pass(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof area_rows / sizeof *area_rows; i++) {
        const struct area_row *row = &area_rows[i];
        struct poll_outcome poll =
            decide_text(arena, row->rules, ROLL, "vote", ballots_of(arena, row->votes));
        check_text(verdict_word(poll.result.verdict), row->verdict);
        check_int(poll.areas.count, row->north == NULL ? 0 : 2);
        check_int(poll.margin.by_areas, row->north != NULL);
        if (row->north == NULL)
            continue;
        check_text(poll.areas.list[0].area, "North"); /* in the order of the roll */
        check_text(poll.areas.list[1].area, "South");
        check_text(verdict_word(poll.areas.list[0].result.verdict), row->north);
        check_text(verdict_word(poll.areas.list[1].result.verdict), row->south);
    }
}

static void test_an_area_has_its_own_counts_and_conditions(void **state)
{
    struct poll_outcome poll = decide_text(arena_of(state), MOTION QUORUM, ROLL, "vote",
                                           ballots_of(arena_of(state), "fas.f"));
    const struct area_outcome *north = &poll.areas.list[0], *south = &poll.areas.list[1];
    check_int(north->counts[GROUP_ALL].members, 3);
    check_int(figure_of(north->counts[GROUP_ALL].population), 6000);
    check_int(north->counts[GROUP_ABSTAINED].members, 1);
    check_true(north->result.tied);
    check_int(figure_of(south->counts[GROUP_ALL].population), 9000);
    check_int(south->counts[GROUP_ABSENT].members, 1);
    check_int(south->condition_count, 2);
    check_int(south->conditions[0].kind, RULE_QUORUM);
    check_int(figure_of(south->conditions[0].part), 1);
    check_int(figure_of(south->conditions[0].whole), 2);
    check_int(figure_of(poll.conditions[0].whole), 5);
    check_int(poll.counts[GROUP_ALL].members, 5);
}

/* Two have no three votes between them, however they vote; three have. */
static void test_an_area_may_be_too_small(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(arena,
                                           RULES ONE_EACH RULE("passes", "at least 3 practices for")
                                               RULE("areas", "every area must pass"),
                                           ROLL, "vote", ballots_of(arena, "ff.ff"));
    const struct condition_outcome *north = &poll.areas.list[0].conditions[0];
    const struct condition_outcome *south = &poll.areas.list[1].conditions[0];
    check_false(north->met || north->unreachable);
    check_int(north->in_all, 3);
    check_true(south->unreachable);
    check_int(south->in_all, 2);
    check_true(poll.conditions[0].met);
}

/* Every area has half for, so none carries, though the chair breaks the tie of the whole. */
static void test_a_casting_vote_carries_no_area(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_tables(arena, (struct tables){.rules = MOTION RULE("tie", "casting vote"),
                                             .roll = ROLL,
                                             .decision = "vote",
                                             .ballots = ballots_of(arena, "fasfa"),
                                             .circumstances.casting = CASTING_VOTE_FOR});
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_int(poll.casting.effect, CASTING_NOT_ENOUGH); /* it did not decide */
}

/* Only a decision that stands is reviewed. */
static void test_what_an_area_stops_is_not_reviewed(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = MOTION RULE("review", "at least 1 practice against");
    struct poll_outcome poll = decide_text(arena, rules, ROLL, "vote", ballots_of(arena, "ffaff"));
    check_true(poll.result.review);
    poll = decide_text(arena, rules, ROLL, "vote", ballots_of(arena, "faaff"));
    check_false(poll.result.review);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_every_area_must_pass),
        test_with_arena(test_an_area_has_its_own_counts_and_conditions),
        test_with_arena(test_an_area_may_be_too_small),
        test_with_arena(test_a_casting_vote_carries_no_area),
        test_with_arena(test_what_an_area_stops_is_not_reviewed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

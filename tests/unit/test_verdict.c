/* SPDX-License-Identifier: MIT */

/* What a motion comes to. */
#include "unit/polls.h"

#define MOTION     RULES ONE_EACH MAJORITY
#define HALF       RULES ONE_EACH RULE("passes", "at least half of votes cast")
#define QUORUM     RULE("quorum", "at least half of practices present")
#define TWO_THIRDS RULE("passes", "at least two thirds of votes cast")
#define CASTING    RULE("tie", "casting vote")
#define CONSENSUS  RULES RULE("passes", "consensus")
#define ASIDE      RULE("interest", "does not count as present")

struct verdict_row {
    const char *rules, *votes;
    const char *verdict;
    bool tied;
};

static const struct verdict_row verdict_rows[] = {
    {MOTION, "ffa", "carried", false},
    {MOTION, "faa", "not carried", false},
    {MOTION, "ffaa", "not carried", true},
    {MOTION, "ffss", "carried", false},
    {MOTION, "f...", "carried", false},
    /* A tie is half, so it carries where half is enough, and is a tie all the same. */
    {HALF, "ffaa", "carried", true},
    {HALF, "faaa", "not carried", false},
    {HALF, "ffa", "carried", false},
    /* Nothing carries or ties on no votes. */
    {HALF, "ssss", "not carried", false},
    {HALF, "nnnn", "not carried", false},
    {HALF, "pppp", "not carried", false},
    {HALF, "iiii", "not carried", false},
    {MOTION, "ss", "not carried", false},
    /* A quorum that fails makes it not binding, and a tie stays one. */
    {MOTION QUORUM, "fa", "not carried", true},
    {MOTION QUORUM, "fa...", "not binding", true},
    {MOTION QUORUM, "fff....", "not binding", false},
    {MOTION QUORUM, "fff...", "carried", false},
    {MOTION QUORUM, "nnnnnn", "not binding", false},
    {RULES ONE_EACH TWO_THIRDS, "ffa", "carried", false},
    {RULES ONE_EACH TWO_THIRDS, "fffaa", "not carried", false},
    {RULES ONE_EACH TWO_THIRDS, "ffaa", "not carried", true},
    /* By list size Ash and Beech are 3,000, and so is Cedar. */
    {RULES BY_LIST_SIZE MAJORITY, "ffa", "not carried", true},
    {RULES BY_LIST_SIZE MAJORITY, "aaf.", "not carried", true},
    {RULES BY_LIST_SIZE MAJORITY, "aa.f", "carried", false},
};

static void test_each_verdict(void **state)
{
    for (size_t i = 0; i < sizeof verdict_rows / sizeof *verdict_rows; i++) {
        const struct verdict_row *row = &verdict_rows[i];
        struct poll_outcome poll = decide_trees(arena_of(state), row->rules, row->votes);
        check_text(verdict_word(poll.result.verdict), row->verdict);
        check_int(poll.result.tied, row->tied);
        check_false(poll.is_election);
        check_text(poll.result.winner, NULL);
        check_int(poll.result.run_off_count, 0);
        check_int(poll.casting.effect, CASTING_NOT_GIVEN);
    }
}

/* For and against of no weight are no votes: 999 patients round down to none. */
/* Whoever is there agrees; nobody is no consensus, nor who stands aside. */
static const struct verdict_row consensus_rows[] = {
    {CONSENSUS, "pppp", "carried", false},
    {CONSENSUS, "p...", "carried", false},
    {CONSENSUS, "nnnn", "not carried", false},
    {CONSENSUS, "nnnn", "not carried", false},
    {CONSENSUS, "iip.", "carried", false},
    {CONSENSUS ASIDE, "ii..", "not carried", false},
    {CONSENSUS ASIDE, "iip.", "carried", false},
    {CONSENSUS QUORUM, "pp..", "carried", false},
    {CONSENSUS QUORUM, "p...", "not binding", false},
    {CONSENSUS QUORUM, "pi..", "carried", false},
    {CONSENSUS QUORUM ASIDE, "pi..", "not binding", false},
    {CONSENSUS QUORUM, "ii..", "not carried", false},
};

static void test_each_consensus(void **state)
{
    for (size_t i = 0; i < sizeof consensus_rows / sizeof *consensus_rows; i++) {
        const struct verdict_row *row = &consensus_rows[i];
        struct poll_outcome poll = decide_trees(arena_of(state), row->rules, row->votes);
        check_text(verdict_word(poll.result.verdict), row->verdict);
        check_true(poll.by_consensus);
        check_false(poll.is_election);
        check_false(poll.result.tied);
        check_int(poll.counts[GROUP_CAST].members, 0);
        check_false(poll.other_count.given);
        check_false(poll.margin.known || poll.margin.absent_known);
    }
}

static void test_votes_without_weight_carry_nothing(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state),
                    RULES RULE("weight", "one vote per 1,000 patients, rounded down")
                        RULE("passes", "at least half of votes cast"),
                    "practice,list size\nAsh,999\nBeech,500\n", "vote",
                    "practice,vote\nAsh,for\nBeech,against\n");
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_false(poll.result.tied);
}

struct casting_row {
    const char *rules, *votes;
    const char *verdict;
    enum casting_vote casting;
    enum casting_effect effect;
};

static const struct casting_row casting_rows[] = {
    {MOTION CASTING, "ffaa", "carried", CASTING_VOTE_FOR, CASTING_DECIDED},
    {MOTION CASTING, "ffaa", "not carried", CASTING_VOTE_AGAINST, CASTING_DECIDED},
    {MOTION CASTING, "ffaa", "not carried", CASTING_VOTE_NONE, CASTING_MISSING},
    {MOTION CASTING, "ffa", "carried", CASTING_VOTE_NONE, CASTING_NOT_GIVEN},
    {MOTION, "ffaa", "not carried", CASTING_VOTE_NONE, CASTING_NOT_GIVEN},
    /* Not needed: no tie, or the conditions are met all the same. */
    {MOTION CASTING, "ffa", "carried", CASTING_VOTE_FOR, CASTING_NOT_TIED},
    {MOTION CASTING, "faa", "not carried", CASTING_VOTE_FOR, CASTING_NOT_TIED},
    {MOTION CASTING, "ffa", "carried", CASTING_VOTE_AGAINST, CASTING_NOT_TIED},
    {HALF CASTING, "ffaa", "carried", CASTING_VOTE_AGAINST, CASTING_NOT_TIED},
    {MOTION CASTING, "ssss", "not carried", CASTING_VOTE_FOR, CASTING_NOT_TIED},
    /* Not in the rules. */
    {MOTION, "ffaa", "not carried", CASTING_VOTE_FOR, CASTING_NOT_IN_RULES},
    {MOTION RULE("tie", "not carried"), "ffaa", "not carried", CASTING_VOTE_FOR,
     CASTING_NOT_IN_RULES},
    {MOTION, "ffa", "carried", CASTING_VOTE_FOR, CASTING_NOT_IN_RULES},
    /* It carries only what asks for half. */
    {RULES ONE_EACH CASTING TWO_THIRDS, "ffaa", "not carried", CASTING_VOTE_FOR,
     CASTING_NOT_ENOUGH},
    {MOTION CASTING RULE("passes", "at least two thirds of members cast"), "ffaa", "not carried",
     CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    /* Against, it decides whatever carrying would take. */
    {MOTION CASTING RULE("passes", "at least two thirds of members cast"), "ffaa", "not carried",
     CASTING_VOTE_AGAINST, CASTING_DECIDED},
    {MOTION CASTING RULE("passes", "at least half of members cast"), "ffaa", "carried",
     CASTING_VOTE_FOR, CASTING_DECIDED},
    {MOTION CASTING RULE("passes", "at least 2 members cast"), "ffaa", "carried", CASTING_VOTE_FOR,
     CASTING_DECIDED},
    {MOTION CASTING RULE("passes", "at least 3 members cast"), "ffaa", "not carried",
     CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    /* Half with nothing added, of that of which both sides have half. */
    {RULES ONE_EACH CASTING RULE("passes", "at least half rounded down plus 1 of votes cast"),
     "ffaa", "not carried", CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    {RULES ONE_EACH CASTING RULE("passes", "more than half of practices present"), "ffaa",
     "carried", CASTING_VOTE_FOR, CASTING_DECIDED},
    {RULES ONE_EACH CASTING RULE("passes", "more than half of practices present"), "ffaas",
     "not carried", CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    {MOTION CASTING RULE("passes", "more than half of population cast"), "ffaa", "not carried",
     CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    {MOTION CASTING RULE("passes", "more than half of population cast"), "faaf", "carried",
     CASTING_VOTE_FOR, CASTING_DECIDED},
    /* More than those against, who are as many. */
    {RULES ONE_EACH CASTING RULE("passes", "more than 100% of votes against"), "ffaa", "carried",
     CASTING_VOTE_FOR, CASTING_DECIDED},
    {RULES ONE_EACH CASTING RULE("passes", "more than 100% plus 1 of votes against"), "ffaa",
     "not carried", CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    {MOTION CASTING RULE("passes", "more than 100% of population against"), "ffaa", "not carried",
     CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    /* It makes no quorum. */
    {RULES ONE_EACH CASTING RULE("passes", "at least 200% of votes against"), "fa", "not carried",
     CASTING_VOTE_FOR, CASTING_NOT_ENOUGH},
    {MOTION CASTING QUORUM, "fa...", "not binding", CASTING_VOTE_FOR, CASTING_NO_QUORUM},
};

static void test_each_effect_of_a_casting_vote(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof casting_rows / sizeof *casting_rows; i++) {
        const struct casting_row *row = &casting_rows[i];
        struct poll_outcome poll =
            decide_tables(arena, (struct tables){.rules = row->rules,
                                                 .roll = roll_of_trees(arena, strlen(row->votes)),
                                                 .decision = "vote",
                                                 .ballots = ballots_of(arena, row->votes),
                                                 .circumstances.casting = row->casting});
        check_text(verdict_word(poll.result.verdict), row->verdict);
        check_int(poll.casting.effect, row->effect);
        check_int(poll.casting.in_favour, row->casting == CASTING_VOTE_FOR);
    }
}

/* "If two or more localities are opposed to a decision the Governing Body will review it." */
static void test_review(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = MOTION RULE("review", "at least 2 practices against");
    struct poll_outcome poll = decide_trees(arena, rules, "fffaa");
    check_true(poll.result.review);
    check_text(verdict_word(poll.result.verdict), "carried");
    check_int(figure_of(poll.review->part), 2);
    check_int(figure_of(poll.review->needed), 2);
    check_true(poll.review->met);
    poll = decide_trees(arena, rules, "fffa.");
    check_false(poll.result.review);
    check_int(figure_of(poll.review->short_by), 1);
    /* What is not carried is not reviewed. */
    check_false(decide_trees(arena, rules, "faaaa").result.review);
    check_true(decide_trees(arena, MOTION, "fffaa").review == NULL);
}

static void test_verdict_names(void **state)
{
    (void)state;
    check_text(verdict_name(VERDICT_CARRIED), "carried");
    check_text(verdict_name(VERDICT_NOT_CARRIED), "not carried");
    check_text(verdict_name(VERDICT_NOT_BINDING), "not binding");
    check_text(verdict_name(VERDICT_ELECTED), "elected");
    check_text(verdict_name(VERDICT_NOT_ELECTED), "not elected");
    check_text(verdict_name(VERDICT_FURTHER_ELECTION), "further election");
    check_text(verdict_name(VERDICT_NOT_VALID), "not valid");
    check_text(verdict_name(VERDICT_NONE), NULL);
}

static struct poll_outcome decide_south_east(struct arena *arena, const char *decision,
                                             const char *ballots)
{
    return decide_text(arena, NULL, NULL, decision, ballots);
}

#define FOR(practice)     practice ",for\n"
#define AGAINST(practice) practice ",against\n"
#define HEAD              "practice,vote\n"

/* Hart, Nettlebed, Wallingford, Millstream and Morland House: 45,816, 50 short of half of 91,732.
 */
static void test_five_practices_fifty_patients_short(void **state)
{
    struct poll_outcome poll = decide_south_east(
        arena_of(state), "meeting",
        HEAD FOR("The Hart Surgery") FOR("Nettlebed Surgery") FOR("Wallingford Medical Centre")
            FOR("Millstream Surgery") FOR("Morland House Surgery"));
    check_text(verdict_word(poll.result.verdict), "not binding");
    check_int(figure_of(poll.conditions[0].part), 45816);
    check_int(figure_of(poll.conditions[0].whole), 91732);
    check_int(figure_of(poll.conditions[0].needed), 45866);
    check_int(figure_of(poll.conditions[0].short_by), 50);
    check_true(poll.certain);
}

/* The other five are 45,916. */
static void test_the_other_five_are_enough(void **state)
{
    struct poll_outcome poll = decide_south_east(
        arena_of(state), "meeting",
        HEAD FOR("Chalgrove and Watlington Surgeries") FOR("Sonning Common Health Centre")
            FOR("The Bell Surgery") AGAINST("Goring and Woodcote Medical Practice")
                AGAINST("The Rycote Practice"));
    check_text(verdict_word(poll.result.verdict), "carried");
    check_int(figure_of(poll.conditions[0].part), 45916);
    check_true(poll.conditions[0].met);
}

/* Without Bell and Goring 73,350 are represented; 80% of 91,732 is 73,385.6. */
static void test_a_censure_36_short(void **state)
{
    struct poll_outcome poll =
        decide_south_east(arena_of(state), "censure",
                          HEAD FOR("The Hart Surgery") FOR("Chalgrove and Watlington Surgeries")
                              FOR("Morland House Surgery") FOR("Nettlebed Surgery")
                                  FOR("Sonning Common Health Centre") FOR("Millstream Surgery")
                                      FOR("The Rycote Practice") FOR("Wallingford Medical Centre"));
    check_text(verdict_word(poll.result.verdict), "not binding");
    check_int(figure_of(poll.conditions[0].part), 73350);
    check_int(figure_of(poll.conditions[0].needed), 73386);
    check_int(figure_of(poll.conditions[0].short_by), 36);
    check_text(poll.conditions[0].percent, "79.96");
}

/* Four practices with 48,818 patients beat six with 42,914. */
static void test_list_size_beats_heads_by_email(void **state)
{
    struct poll_outcome poll = decide_south_east(
        arena_of(state), "email",
        HEAD AGAINST("The Hart Surgery") AGAINST("Morland House Surgery")
            AGAINST("The Rycote Practice") AGAINST("Wallingford Medical Centre")
                FOR("Chalgrove and Watlington Surgeries") FOR("Nettlebed Surgery")
                    FOR("Sonning Common Health Centre") FOR("The Bell Surgery")
                        FOR("Millstream Surgery") FOR("Goring and Woodcote Medical Practice"));
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_int(figure_of(poll.counts[GROUP_FOR].votes), 42914);
    check_int(figure_of(poll.counts[GROUP_AGAINST].votes), 48818);
    check_true(poll.other_count.given);
    check_true(poll.other_count.by_heads);
    check_true(poll.other_count.differs);
    check_text(verdict_word(poll.other_count.verdict), "carried");
    check_int(poll.other_count.in_favour.votes, 6);
    check_int(poll.other_count.against.votes, 4);
}

/* Two thirds of all practices: 7 of 10, with nobody against at six. */
static void test_an_admission_needs_two_thirds_of_all(void **state)
{
    struct arena *arena = arena_of(state);
    static const char six[] =
        HEAD FOR("The Hart Surgery") FOR("Nettlebed Surgery") FOR("Millstream Surgery")
            FOR("Morland House Surgery") FOR("The Bell Surgery") FOR("The Rycote Practice");
    struct poll_outcome poll = decide_south_east(arena, "admission", six);
    check_text(verdict_word(poll.result.verdict), "not carried");
    check_int(figure_of(poll.conditions[0].part), 6);
    check_int(figure_of(poll.conditions[0].whole), 10);
    check_int(figure_of(poll.conditions[0].needed), 7);
    poll = decide_south_east(arena, "admission",
                             arena_format(arena, "%sWallingford Medical Centre,for\n", six));
    check_text(verdict_word(poll.result.verdict), "carried");
    check_int(poll.basis[1].kind, RULE_QUORUM);
    check_int(poll.basis[1].value, QUORUM_NONE);
    check_text(poll.basis[1].clause, "not stated: two thirds of all practices must approve");
    check_text(poll.basis[1].unstated, ": two thirds of all practices must approve");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_each_verdict),
        test_with_arena(test_each_consensus),
        test_with_arena(test_votes_without_weight_carry_nothing),
        test_with_arena(test_each_effect_of_a_casting_vote),
        test_with_arena(test_review),
        cmocka_unit_test(test_verdict_names),
        test_with_arena(test_five_practices_fifty_patients_short),
        test_with_arena(test_the_other_five_are_enough),
        test_with_arena(test_a_censure_36_short),
        test_with_arena(test_list_size_beats_heads_by_email),
        test_with_arena(test_an_admission_needs_two_thirds_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

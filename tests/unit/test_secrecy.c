/* SPDX-License-Identifier: MIT */

/* What the outcome of a secret decision does not hold, field by field. */
#include "unit/polls.h"

#define SECRET RULE("secrecy", "secret")
#define VOID   RULE("repeat ballots", "void, takes part")
#define QUORUMS                                                                                    \
    RULE("quorum", "at least half of practices voting")                                            \
    RULE("quorum", "at least half of population present")                                          \
    RULE("quorum", "at least 10% of population voting")

#define ELECTION        RULES ONE_EACH MOST_VOTES VOID QUORUMS
#define SECRET_ELECTION ELECTION SECRET

/* A 3, B 2, one abstains, one is void, one interested, one refused, one absent. */
static const char ballots[] = "practice,vote,interest,role,voter\n"
                              "Ash,Dr A,,,\nBeech,Dr A,,,\nCedar,Dr A,,deputy,\n"
                              "Elm,Dr B,,,\nFir,Dr B,,,\nHazel,abstain,,,\n"
                              "Lime,Dr A,,,\nLime,Dr B,,,\nMaple,,yes,,\n"
                              "Oak,Dr A,,observer,Mr O\n";

static struct poll_outcome decide_secret(struct arena *arena, const char *rules, bool show)
{
    return decide_tables(arena, (struct tables){.rules = rules,
                                                .roll = roll_of_trees(arena, TREES),
                                                .decision = "vote",
                                                .ballots = ballots,
                                                .circumstances.show_ballots = show});
}

static void test_groups_have_heads_only(void **state)
{
    struct poll_outcome poll = decide_secret(arena_of(state), SECRET_ELECTION, false);
    static const struct {
        enum group group;
        int members, population; /* -1: withheld */
    } groups[] = {
        {GROUP_ALL, 10, 55000},      {GROUP_PRESENT, 8, 36000}, {GROUP_ABSENT, 2, 19000},
        {GROUP_INTERESTED, 1, 8000}, {GROUP_VOTING, 6, -1},     {GROUP_CAST, 5, -1},
        {GROUP_FOR, 0, -1},          {GROUP_AGAINST, 0, -1},    {GROUP_ABSTAINED, 1, -1},
        {GROUP_VOID, 1, -1},         {GROUP_SPOILT, 0, -1},
    };
    check_true(poll.secrecy == BALLOTS_SECRET);
    check_int(sizeof groups / sizeof *groups, GROUPS);
    for (size_t i = 0; i < GROUPS; i++) {
        const struct count *count = &poll.counts[groups[i].group];
        bool withheld = groups[i].population < 0;
        check_int(count->members, groups[i].members);
        check_int(count->votes.withheld, withheld);
        check_int(count->population.if_told, withheld ? 0 : groups[i].population);
        check_int(count->votes.if_told, withheld ? 0 : groups[i].members);
    }
}

static void test_candidates_have_heads_only(void **state)
{
    struct poll_outcome poll = decide_secret(arena_of(state), SECRET_ELECTION, false);
    check_int(poll.election.candidate_count, 2);
    for (size_t i = 0; i < 2; i++) {
        check_true(poll.election.candidates[i].count.votes.withheld);
        check_int(poll.election.candidates[i].count.members, i == 0 ? 3 : 2);
        check_int(poll.election.candidates[i].count.population.if_told, 0);
        check_int(poll.election.candidates[i].count.votes.if_told, 0);
    }
}

static void test_no_row_is_told(void **state)
{
    struct poll_outcome poll = decide_secret(arena_of(state), SECRET_ELECTION, false);
    check_true(poll.ballots.returns == NULL);
    check_int(poll.ballots.return_count, 0);
    check_int(poll.ballots.rows, 10);
    check_int(poll.ballots.by_status[RETURN_VOID], 2);
    check_int(poll.ballots.by_status[RETURN_COUNTED], 5);
    check_int(poll.ballots.refusal_count, 1);
    check_text(poll.ballots.refusals[0].practice, "Oak");
    check_text(poll.ballots.refusals[0].voter, "Mr O");
    check_text(poll.ballots.refusals[0].vote, NULL);
    check_false(poll.ballots.refusals[0].is_candidate);
    check_false(poll.ballots.refusals[0].interest);
}

/* Whoever returned a ballot did so; an abstention and a void ballot look like any other. */
static void test_members_have_returned_or_not(void **state)
{
    struct poll_outcome poll = decide_secret(arena_of(state), SECRET_ELECTION, false);
    check_int(poll.roll_call.standing_count, 10);
    for (size_t i = 0; i < 10; i++) {
        check_int(poll.roll_call.standings[i].stance, i < 7    ? STANDING_RETURNED
                                                      : i == 7 ? STANDING_INTERESTED
                                                      : i == 8 ? STANDING_REFUSED
                                                               : STANDING_ABSENT);
        check_text(poll.roll_call.standings[i].vote, NULL);
        check_true(poll.roll_call.standings[i].by == NULL);
        check_int(poll.roll_call.standings[i].counted, 0);
    }
    check_int(poll.roll_call.absent_count, 1); /* beside Oak, whose ballot was refused */
    check_int(poll.roll_call.interested_count, 1);
}

/* Patients of those who voted are withheld: with the roll they name a lone abstainer. */
static void test_conditions_tell_heads_only(void **state)
{
    struct poll_outcome poll = decide_secret(arena_of(state), SECRET_ELECTION, false);
    check_int(poll.condition_count, 3);
    check_false(poll.conditions[0].part.withheld);
    check_int(poll.conditions[0].part.if_told, 6);
    check_text(poll.conditions[0].percent, "60.00");
    check_false(poll.conditions[1].part.withheld);
    check_int(poll.conditions[1].part.if_told, 36000);
    const struct condition_outcome *voting = &poll.conditions[2];
    check_true(voting->part.withheld);
    check_false(voting->whole.withheld);
    check_int(voting->part.if_told, 0);
    check_int(voting->short_by.if_told, 0);
    check_int(voting->whole.if_told, 55000);
    check_int(voting->needed.if_told, 5500);
    check_text(voting->percent, NULL);
    check_true(voting->met);
    /* The quorum without those interested goes the same way. */
    check_int(poll.quorum.without_interested_count, 3);
    check_int(poll.quorum.without_interested[1].part.if_told, 28000);
    check_true(poll.quorum.without_interested[2].part.withheld);
    check_int(poll.quorum.without_interested[2].part.if_told, 0);
    check_text(poll.quorum.without_interested[2].percent, NULL);
}

static void test_the_whole_of_a_share_of_votes_is_withheld(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_tables(
        arena, (struct tables){
                   .rules = RULES BY_LIST_SIZE SECRET RULE("passes", "more than half of votes cast")
                       RULE("passes", "at least half of population present")
                           RULE("passes", "at least 2 members cast")
                               RULE("review", "at least 1 practice against"),
                   .roll = roll_of_trees(arena, 4),
                   .decision = "vote",
                   .ballots = ballots_of(arena, "fsaf")});
    check_text(verdict_word(poll.result.verdict), "carried");
    const struct condition_outcome *cast = &poll.conditions[0];
    check_true(cast->part.withheld && cast->whole.withheld);
    check_true(cast->needed.withheld && cast->short_by.withheld);
    check_int(cast->part.if_told + cast->whole.if_told + cast->needed.if_told, 0);
    check_text(cast->percent, NULL);
    const struct condition_outcome *present = &poll.conditions[1];
    check_true(present->part.withheld && !present->whole.withheld);
    check_int(present->part.if_told, 0);
    check_int(present->whole.if_told, 10000);
    check_int(present->needed.if_told, 5000);
    check_false(poll.conditions[2].part.withheld);
    check_int(poll.conditions[2].part.if_told, 2);
    check_int(poll.review->part.if_told, 1);
    check_false(poll.review->part.withheld);
    /* Weighted figures of the choice, its margin and the other weighting. */
    check_int(poll.counts[GROUP_FOR].votes.if_told, 0);
    check_int(poll.counts[GROUP_FOR].members, 2);
    check_false(poll.margin.known);
    check_false(poll.other_count.given);
}

/* Of one vote each the margin and what `elects` asks are heads, which may be told. */
static void test_what_heads_alone_may_tell(void **state)
{
    struct poll_outcome poll = decide_secret(
        arena_of(state), RULES ONE_EACH SECRET VOID RULE("elects", "more than 1/2 of votes cast"),
        false);
    check_true(poll.margin.known);
    check_int(poll.margin.members, 1);
    check_int(poll.election.elects->part.if_told, 3);
    check_int(poll.election.elects->whole.if_told, 5);
    check_false(poll.election.elects->part.withheld);
}

/* One vote each, but passed by patients: how many would have to turn tells who they are. */
static void test_a_margin_by_patients_is_withheld(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        RULES ONE_EACH SECRET RULE("passes", "more than half of population cast");
    struct poll_outcome one = decide_trees(arena, rules, "ffffa.");
    struct poll_outcome other = decide_trees(arena, rules, "faffa.");
    check_text(verdict_word(one.result.verdict), "carried");
    check_text(verdict_word(other.result.verdict), "carried");
    check_false(one.margin.known);
    check_false(other.margin.absent_known);
    check_int(one.margin.members, 0);
    check_false(one.margin.absent_could);
}

/* One vote each, and a quorum of the patients of who votes: how near it was to that tells who did.
 */
static void test_a_margin_by_a_quorum_of_patients_is_withheld(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] =
        RULES ONE_EACH SECRET MAJORITY RULE("quorum", "at least 10% of population voting");
    struct poll_outcome poll = decide_trees(arena, rules, "fffa.");
    check_text(verdict_word(poll.result.verdict), "carried");
    check_false(poll.margin.known);
    check_false(poll.margin.possible);
    /* 15,000 of 15,000 patients voted, and 12,000 are needed: one of two ends that. */
    poll = decide_trees(
        arena, RULES ONE_EACH SECRET MAJORITY RULE("quorum", "at least 80% of population voting"),
        "fffff");
    check_true(poll.margin.who == NULL);
    check_int((long long)poll.margin.alone, 0);
    poll = decide_trees(arena, rules, "f.........");
    check_text(verdict_word(poll.result.verdict), "not binding");
    check_false(poll.margin.quorum_known);
}

/* A class may be one member: how near it was is told where only heads of all, or who was there, are
 * asked for. */
static void test_a_margin_by_a_class_is_withheld(void **state)
{
    static const struct {
        const char *rules;
        bool known;
    } rows[] = {
        {"", true},
        {RULE("passes", "no member against of A"), false},
        {RULE("quorum", "at least 1 member voting"), true},
        {RULE("quorum", "at least 1 member voting of A"), false},
        {RULE("quorum", "at least 1 member present of A"), true},
        {RULE("quorum", "at least half of votes voting"), true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_text(
            arena, arena_format(arena, "%s%s", RULES ONE_EACH MAJORITY SECRET, rows[i].rules),
            "practice,class\nAsh,A\nBeech,B\nCedar,B\n", "vote",
            "practice,vote\nAsh,for\nBeech,for\nCedar,against\n");
        check_text(verdict_word(poll.result.verdict), "carried");
        check_int(poll.margin.known, rows[i].known);
    }
}

/* Areas of a secret decision may be of one member. */
static void test_areas_are_withheld(void **state)
{
    struct poll_outcome poll = decide_text(
        arena_of(state), RULES ONE_EACH MAJORITY SECRET RULE("areas", "every area must pass"),
        "practice,list size,area\nAsh,1,North\nBeech,1,South\n", "vote",
        "practice,vote\nAsh,for\nBeech,for\n");
    check_int(poll.areas.count, 0);
    check_true(poll.areas.list == NULL);
    check_true(poll.areas.withheld);
    check_false(decide_secret(arena_of(state), SECRET_ELECTION, false).areas.withheld);
}

/* Of those who represent nobody how many there are is told, and not who. */
static void test_guests_are_not_named(void **state)
{
    static const char rows[] = "practice,vote,voter,role,received\n"
                               "Ash,for,Ann,lead,2015-06-10 09:00\n"
                               ",,Mr O,observer,\n,absent,Ms P,public representative,\n"
                               "Beech,for,Bo,observer,2015-06-10 10:00\n";
    for (int secret = 0; secret < 2; secret++) {
        struct poll_outcome poll = decide_text(
            arena_of(state), secret ? RULES ONE_EACH MAJORITY SECRET : RULES ONE_EACH MAJORITY,
            roll_of_trees(arena_of(state), 3), "vote", rows);
        check_int(poll.ballots.rows, 4);
        check_int(poll.ballots.attendee_count, secret ? 0 : 2);
        check_int(poll.ballots.refusals[0].received.given, !secret);
        check_text(poll.ballots.refusals[0].voter, "Bo");
        check_false(poll.roll_call.in_parts);
        if (secret) {
            check_true(poll.ballots.attendees == NULL);
            continue;
        }
        check_text(poll.ballots.attendees[0].name, "Mr O");
        check_text(poll.ballots.attendees[0].role, "observer");
        check_false(poll.ballots.attendees[0].away);
        check_text(poll.ballots.attendees[1].name, "Ms P");
        check_true(poll.ballots.attendees[1].away);
        check_true(poll.ballots.returns[0].received.given);
    }
}

/* Whether votes by size are equal tells whose they can be; of heads, of an open vote and of an
 * election it is told, and where the chair had to be asked. */
static void test_whether_it_was_a_tie(void **state)
{
#define CASTING RULE("tie", "casting vote")
    static const struct {
        const char *rules, *votes;
        enum casting_vote casting;
        bool tied, withheld;
    } cases[] = {
        {RULES BY_LIST_SIZE MAJORITY SECRET, "ffa", CASTING_VOTE_NONE, false, true},
        {RULES BY_LIST_SIZE MAJORITY SECRET, "faa", CASTING_VOTE_NONE, false, true},
        {RULES BY_LIST_SIZE MAJORITY SECRET, "ffa", CASTING_VOTE_FOR, false, true},
        {RULES BY_LIST_SIZE MAJORITY, "ffa", CASTING_VOTE_NONE, true, false},
        {RULES BY_LIST_SIZE MAJORITY, "faa", CASTING_VOTE_NONE, false, false},
        {RULES ONE_EACH MAJORITY SECRET, "fa", CASTING_VOTE_NONE, true, false},
        {RULES BY_LIST_SIZE MOST_VOTES SECRET, "112", CASTING_VOTE_NONE, false, false},
        {RULES BY_LIST_SIZE MAJORITY SECRET CASTING, "ffa", CASTING_VOTE_NONE, true, false},
        {RULES BY_LIST_SIZE MAJORITY SECRET CASTING, "ffa", CASTING_VOTE_FOR, true, false},
        {RULES BY_LIST_SIZE MAJORITY SECRET CASTING, "ffa", CASTING_VOTE_AGAINST, true, false},
        {RULES BY_LIST_SIZE MAJORITY SECRET CASTING, "faa", CASTING_VOTE_NONE, false, true},
        {RULES BY_LIST_SIZE MAJORITY SECRET CASTING, "faa", CASTING_VOTE_FOR, false, true},
        {RULES BY_LIST_SIZE SECRET CASTING RULE("passes", "at least two thirds of votes cast"),
         "ffa", CASTING_VOTE_FOR, true, false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s%s\n", cases[i].rules, cases[i].votes);
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){.rules = cases[i].rules,
                                   .roll = roll_of_trees(arena, strlen(cases[i].votes)),
                                   .decision = "vote",
                                   .ballots = ballots_of(arena, cases[i].votes),
                                   .circumstances.casting = cases[i].casting});
        check_int(poll.result.tied, cases[i].tied);
        check_int(poll.result.tie_withheld, cases[i].withheld);
    }
}

/* A practice whose two ballots contradict each other on a reading is one with a void ballot. */
static void test_no_reading_names_a_void_ballot(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state),
                    RULES ONE_EACH MOST_VOTES SECRET VOID READING("a later ballot replaces",
                                                                  "repeat ballots", "last counts"),
                    roll_of_trees(arena_of(state), 3), "vote",
                    "practice,vote,received\nAsh,Dr A,2015-10-01 09:00\n"
                    "Ash,Dr B,2015-10-01 09:00\nBeech,Dr A,2015-10-01 10:00\n");
    check_int(poll.readings[0].result.verdict, VERDICT_NONE);
    check_text(poll.readings[0].refused, NULL);
}

#define ON_THE_READING(reading, vote)                                                              \
    decide_tables(arena_of(state),                                                                 \
                  (struct tables){.rules = RULES ONE_EACH MOST_VOTES SECRET RULE(                  \
                                      "proxy", "named and notified") "" reading "",                \
                                  .roll = roll_of_trees(arena_of(state), 5),                       \
                                  .decision = "vote",                                              \
                                  .ballots =                                                       \
                                      "practice,vote,role,voter\nAsh,Dr A,,\nBeech,Dr B,,\n"       \
                                      "Cedar," vote ",proxy,Mrs Z\n"})

/* Cedar's proxy is refused by name. Who would win with that ballot, beside who does without it,
 * would tell how it was cast: whatever it says, the same is told. */
static void test_no_reading_tells_the_vote_of_who_was_refused(void **state)
{
    struct poll_outcome polls[] = {
        ON_THE_READING(READING("r", "proxy", "named"), "Dr A"),
        ON_THE_READING(READING("r", "proxy", "named"), "abstain"),
        ON_THE_READING(READING("r", "proxy", "any"), "Dr B"),
    };
    for (size_t i = 0; i < 3; i++) {
        const struct reading_outcome *reading = &polls[i].readings[0];
        check_int(polls[i].ballots.refusal_count, 1);
        check_text(verdict_word(polls[i].result.verdict), "further election");
        check_int(reading->result.verdict, VERDICT_NONE);
        check_true(reading->withheld && reading->differs && !polls[i].certain);
        check_text(reading->result.winner, NULL);
        check_int(reading->result.run_off_count, 0);
    }
    /* Only together do these let the proxy vote; and each alone is told. */
    struct poll_outcome together = ON_THE_READING(
        RULE("voters", "lead") READING("a", "voters", "lead, proxy") READING("b", "proxy", "named"),
        "Dr A");
    check_int(together.reading_count, 3);
    check_false(together.readings[0].withheld || together.readings[1].withheld);
    check_true(together.readings[2].withheld);
    /* That two refused ballots contradict each other is not told either. */
    struct poll_outcome contradicting = ON_THE_READING(
        READING("a", "elects", "more than 1/2 of votes cast") READING("b", "proxy", "named"),
        "Dr A,proxy,Mrs Z\nCedar,Dr B");
    check_int(contradicting.ballots.refusal_count, 2);
    check_false(contradicting.readings[0].withheld);
    check_true(contradicting.readings[1].withheld);
    /* A reading that leaves the refused out as well is told. */
    struct poll_outcome other =
        ON_THE_READING(READING("r", "elects", "more than 1/2 of votes cast"), "Dr A");
    check_false(other.readings[0].withheld);
    check_true(other.certain);
    /* One by list sizes would tell who is behind the larger one. */
    struct poll_outcome weighted = ON_THE_READING(READING("r", "weight", "list size"), "Dr A");
    check_true(weighted.readings[0].withheld);
}

/* --show-ballots withholds nothing. */
static void test_shown_ballots_are_all_there(void **state)
{
    struct poll_outcome shown = decide_secret(arena_of(state), SECRET_ELECTION, true);
    struct poll_outcome open = decide_secret(arena_of(state), ELECTION, false);
    check_true(shown.secrecy != BALLOTS_SECRET);
    check_int(shown.ballots.return_count, open.ballots.return_count);
    for (enum group group = 0; group < GROUPS; group++) {
        check_int(shown.counts[group].population.if_told, open.counts[group].population.if_told);
        check_false(shown.counts[group].votes.withheld);
    }
    check_int(shown.election.candidates[0].count.population.if_told, 6000);
    check_text(shown.roll_call.standings[0].vote, "Dr A");
    check_int(shown.roll_call.standings[5].stance, STANDING_ABSTAINED);
    check_int(shown.roll_call.standings[6].stance, STANDING_VOID);
    check_int(shown.conditions[2].part.if_told, 22000); /* without Hazel, who abstained */
}

/* A has Oak's 10,000 of one member, B less from two: the order of their votes would tell. */
static void test_candidates_are_ordered_by_heads(void **state)
{
    struct poll_outcome poll = decide_tables(
        arena_of(state), (struct tables){.rules = RULES BY_LIST_SIZE MOST_VOTES SECRET,
                                         .roll = roll_of_trees(arena_of(state), TREES),
                                         .decision = "vote",
                                         .ballots = "practice,vote\nOak,Dr A\n"
                                                    "Ash,Dr B\nBeech,Dr B\n"});
    check_text(poll.result.winner, "Dr A");
    check_text(poll.election.candidates[0].name, "Dr B");
    check_text(poll.election.candidates[1].name, "Dr A");
    /* Of as many heads each by name. */
    poll = decide_text(arena_of(state), RULES BY_LIST_SIZE MOST_VOTES SECRET,
                       roll_of_trees(arena_of(state), TREES), "vote",
                       "practice,vote\nOak,Dr B\nAsh,Dr A\n");
    check_text(poll.result.winner, "Dr B");
    check_text(poll.election.candidates[0].name, "Dr A");
    poll = decide_text(arena_of(state), RULES BY_LIST_SIZE MOST_VOTES SECRET,
                       roll_of_trees(arena_of(state), TREES), "vote",
                       "practice,vote\nOak,Dr A\nAsh,Dr B\n");
    check_text(poll.election.candidates[0].name, "Dr A");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_groups_have_heads_only),
        test_with_arena(test_candidates_have_heads_only),
        test_with_arena(test_no_row_is_told),
        test_with_arena(test_members_have_returned_or_not),
        test_with_arena(test_conditions_tell_heads_only),
        test_with_arena(test_the_whole_of_a_share_of_votes_is_withheld),
        test_with_arena(test_what_heads_alone_may_tell),
        test_with_arena(test_a_margin_by_patients_is_withheld),
        test_with_arena(test_a_margin_by_a_quorum_of_patients_is_withheld),
        test_with_arena(test_a_margin_by_a_class_is_withheld),
        test_with_arena(test_areas_are_withheld),
        test_with_arena(test_guests_are_not_named),
        test_with_arena(test_whether_it_was_a_tie),
        test_with_arena(test_candidates_are_ordered_by_heads),
        test_with_arena(test_no_reading_names_a_void_ballot),
        test_with_arena(test_no_reading_tells_the_vote_of_who_was_refused),
        test_with_arena(test_shown_ballots_are_all_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

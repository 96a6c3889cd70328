/* SPDX-License-Identifier: MIT */

/* What one part of a rule, a row or a table changes by itself, where all the rest stays as it was:
 * each condition of src/decide decides something (`make mcdc`). */
#include "unit/polls.h"

#include "decide/internal.h"
#include "decide/reach_internal.h"

#define BY_VOTES RULE("weight", "votes column")

static struct assembly *assembled(struct arena *arena, struct tables tables)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    assemble_into(arena, &tables, assembly);
    return assembly;
}

/* ---- Which motions are carried by so many of all votes, so that it can be told who decides */

static void test_what_is_carried_by_a_quota(void **state)
{
    static const struct {
        const char *rules;
        bool carried;
    } rows[] = {
        {BY_LIST_SIZE MAJORITY, true},
        {BY_LIST_SIZE RULE("passes", "at least 63 votes for"), true},
        {BY_LIST_SIZE RULE("passes", "at least 63 population for"), true},
        {BY_VOTES RULE("passes", "at least 63 population for"), false},
        {BY_LIST_SIZE RULE("passes", "at least 63 members for"), false},
        {BY_LIST_SIZE RULE("passes", "at most 63 votes abstaining"), false},
        {BY_LIST_SIZE RULE("passes", "at least 63 votes for of public"), false},
        {BY_LIST_SIZE RULE("passes", "more than 100% of votes against"), false},
        {BY_LIST_SIZE RULE("passes", "at least the greater of half of all votes and 3"), false},
        {BY_LIST_SIZE MAJORITY RULE("passes", "at least 63 votes for"), false},
        {BY_LIST_SIZE MOST_VOTES, false},
        {RULE("passes", "by consensus") RULE("quorum", "none"), false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct assembly *assembly = assembled(
            arena, (struct tables){.rules = arena_format(arena, RULES "%s", rows[i].rules),
                                   .roll = "practice,list size,votes,class\nAsh,10,1,public\n"});
        const struct ruleset set = rules_resolve(arena, &assembly->rules, "vote", NULL, 0);
        if (carried_by_quota(&set) != rows[i].carried)
            print_error("%s\n", rows[i].rules);
        check_int(carried_by_quota(&set), rows[i].carried);
    }
}

/* ---- Quorums */

static struct quorum_finding found(struct arena *arena, const char *rules, const char *roll,
                                   const char *rows)
{
    static const struct circumstances circumstances;
    const struct assembly *assembly = assembled(
        arena,
        (struct tables){
            .rules = rules, .roll = roll, .decision = "vote", .ballots = rows, .attendance = true});
    struct poll_outcome *outcome = arena_alloc(arena, 1, sizeof *outcome);
    return decide_attendance(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                             &circumstances, true, outcome);
}

/* Of who is there nothing is told that belongs to a vote: no ballots, no candidates, no notes; and
 * of a secret ballot not which rows stand beside one another. */
static void test_what_is_told_before_a_vote(void **state)
{
    static const struct circumstances circumstances;
    static const char *const secrecy[] = {"open", "secret"};
    for (size_t i = 0; i < sizeof secrecy / sizeof *secrecy; i++) {
        struct arena *arena = arena_of(state);
        const struct assembly *assembly = assembled(
            arena,
            (struct tables){
                .rules = arena_format(arena,
                                      RULES ONE_EACH MOST_VOTES RULE("candidates", "listed")
                                          RULE("keep ballots", "1 month") RULE("note", "A note.")
                                              RULE("quorum", "at least 2 practices present")
                                                  RULE("secrecy", "%s"),
                                      secrecy[i]),
                .roll = roll_of_trees(arena, 4),
                .decision = "vote",
                .ballots = "practice,attended\nAsh,yes\nBeech,yes\nBeech,yes\nCedar,no\n",
                .attendance = true});
        struct poll_outcome outcome;
        struct quorum_finding finding =
            decide_attendance(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                              &circumstances, true, &outcome);
        check_int(finding.answer, QUORUM_MET);
        check_int(finding.secret, i);
        check_true(finding.certain && outcome.certain);
        check_true(finding.majority == NULL);
        check_false(finding.would_vote);
        check_int(outcome.secrecy, BALLOTS_OPEN);
        check_false(outcome.election.unlisted);
        check_int(outcome.remarks.of_rules_count, 0);
        check_int(outcome.keeping.months, 0);
        check_int(outcome.condition_count, 1);
        check_true(outcome.conditions[0].met);
        check_int(outcome.conditions[0].in_all, 4);
        check_int(outcome.counts[GROUP_PRESENT].members, 2);
        check_int(outcome.counts[GROUP_FOR].members, 0);
        check_int(outcome.counts[GROUP_ABSENT].members, 2);
        check_int(outcome.ballots.return_count, i == 0 ? 4 : 0);
    }
}

#define ANY_QUORUM   RULE("quorum", "at least 1 member present")
#define SIX_OF_CLASS "practice,list size,class\nAsh,10,public\nBeech,20,staff\nCedar,30,public\n"
#define ALL_THERE    "practice,vote\nAsh,present\nBeech,present\nCedar,present\n"

/* Too few may be there for a majority of all, whatever the quorum is. */
static void test_what_is_a_majority_of_all(void **state)
{
    static const struct {
        const char *passes;
        bool is_one;
    } rows[] = {
        {"vote,passes,more than half of all practices,,\n", true},
        {"vote,passes,at least 2 members for,,\n", true},
        {"vote,passes,more than half of practices cast,,\n", false},
        {"vote,passes,at most 2 members against,,\n", false},
        {"vote,passes,at least 2 members for of public,,\n", false},
        {"vote,passes,at least 2 members for,,one\nvote,passes,at least 3 members for,,two\n",
         false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *rules = arena_format(
            arena, "decision,rule,value,clause,group\n" ONE_EACH ANY_QUORUM "%s", rows[i].passes);
        struct quorum_finding finding = found(arena, rules, SIX_OF_CLASS, ALL_THERE);
        if ((finding.majority != NULL) != rows[i].is_one)
            print_error("%s\n", rows[i].passes);
        check_int(finding.majority != NULL, rows[i].is_one);
    }
}

/* Nor is whoever declares an interest, or whose rows contradict each other and are void, in favour.
 */
static void test_who_may_be_in_favour(void **state)
{
    static const struct {
        const char *rows;
        int may_vote;
    } rows[] = {
        {"Ash,present,\nBeech,present,\nCedar,absent,\n", 2},
        {"Ash,present,yes\nBeech,present,\nCedar,absent,\n", 1},
        {"Ash,present,\nAsh,absent,\nBeech,present,\nCedar,absent,\n", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quorum_finding finding =
            found(arena,
                  RULES ONE_EACH ANY_QUORUM RULE("passes", "at least 2 members for")
                      RULE("repeat ballots", "void, takes part"),
                  SIX_OF_CLASS, arena_format(arena, "practice,vote,interest\n%s", rows[i].rows));
        check_int(figure_of(finding.majority->part), rows[i].may_vote);
    }
}

/* Who is there before a vote is taken to vote, where the quorum is of those who do. */
static void test_which_quorum_asks_for_votes(void **state)
{
    static const struct {
        const char *quorum;
        bool would_vote;
    } rows[] = {
        {RULE("quorum", "at least 1 member present"), false},
        {RULE("quorum", "at least 1 member voting"), true},
        {RULE("quorum", "at least 1 member cast"), true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_int(found(arena, arena_format(arena, RULES ONE_EACH MAJORITY "%s", rows[i].quorum),
                        SIX_OF_CLASS, ALL_THERE)
                      .would_vote,
                  rows[i].would_vote);
}

/* What has to be there when the meeting opens is not what a vote asks of those who stay. Whoever
 * left and had declared an interest had it then too. */
static void test_who_left_with_an_interest(void **state)
{
    static const struct {
        const char *rule, *row;
        bool binding;
    } rows[] = {
        {"counts as present", "Ash,absent,,yes", true},
        {"counts as present", "Ash,absent,yes,yes", true},
        {"does not count as present", "Ash,absent,,yes", true},
        {"does not count as present", "Ash,absent,yes,yes", false},
        {"does not count as present", "Ash,absent,,no", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *rules =
            arena_format(arena,
                         RULES ONE_EACH MAJORITY RULE("quorum at", "opening")
                             RULE("quorum", "at least 2 members present") "vote,interest,%s,,\n",
                         rows[i].rule);
        const char *ballots = arena_format(
            arena, "practice,vote,interest,opening\n%s\nBeech,for,,yes\n", rows[i].row);
        struct poll_outcome poll =
            decide_text(arena, rules, "practice\nAsh\nBeech\nCedar\n", "vote", ballots);
        check_int(poll.result.verdict != VERDICT_NOT_BINDING, rows[i].binding);
    }
}

/* ---- Votes in parts */

#define TWO_VOTERS "practice,list size,votes\nAsh,10,1000\nBeech,20,500\nCedar,30,7\n"

/* The kind of the only conflict; -1 for none. */
static int conflict_of(struct arena *arena, struct tables tables)
{
    tables.decision = "vote";
    if (tables.roll == NULL)
        tables.roll = TWO_VOTERS;
    const struct assembly *assembly = assembled(arena, tables);
    size_t count = 0;
    const struct conflict *conflicts =
        decide_conflicts(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                         &tables.circumstances, &count);
    return count == 0 ? -1 : (int)conflicts[0].kind;
}

/* One row may be in place of another: they have to have come at one time, or to say none. */
static void test_what_are_no_parts(void **state)
{
    static const struct {
        const char *first, *later;
        int conflict;
    } rows[] = {
        {"Ash,for,600,,", "Ash,against,400,,", -1},
        {"Ash,for,600,2015-06-24 09:00,", "Ash,against,400,2015-06-24 09:00,", -1},
        {"Ash,for,600,2015-06-24 09:00,", "Ash,against,400,2015-06-24 09:01,", CONFLICT_PART_TIMES},
        {"Ash,for,600,2015-06-24 09:00,", "Ash,against,400,,", CONFLICT_PART_TIMES},
        {"Ash,for,600,2015-06-24,", "Ash,against,400,2015-06-24 00:00,", CONFLICT_PART_TIMES},
        {"Ash,for,600,3/4/2015,", "Ash,against,400,3/4/2015,", CONFLICT_PART_TIMES},
        {"Ash,for,600,2015-04-03,", "Ash,against,400,3/4/2015,", CONFLICT_PART_TIMES},
        {"Ash,for,600,,yes", "Ash,against,400,,", CONFLICT_PART_INTEREST},
        {"Ash,for,600,,", "Ash,against,400,,yes", CONFLICT_PART_INTEREST},
        {"Ash,for,600,,", "Ash,against,,,", CONFLICT_PART_UNTOLD},
        {"Ash,for,,,", "Ash,against,600,,", CONFLICT_PART_UNTOLD},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int conflict = conflict_of(
            arena, (struct tables){.rules = RULES BY_VOTES MAJORITY,
                                   .ballots = arena_format(
                                       arena,
                                       "practice,vote,votes,received,interest\n%s\n%s\n"
                                       "Beech,for,500,%s,\n",
                                       rows[i].first, rows[i].later,
                                       strstr(rows[i].first, "2015") != NULL ? "2015-04-03" : "")});
        if (conflict != rows[i].conflict)
            print_error("%s\n", rows[i].later);
        check_int(conflict, rows[i].conflict);
    }
}

/* Where each member stands, and by which row: nine of them, each in another way. */
static void test_where_each_member_stands(void **state)
{
    static const struct {
        int stance;
        const char *vote;
        int votes, counted, line, refused_on;
    } wanted[] = {
        {STANDING_SPLIT, NULL, 10, 9, 2, 0},     {STANDING_VOTED, "for", 20, 20, 4, 0},
        {STANDING_ABSTAINED, NULL, 30, 0, 5, 0}, {STANDING_INTERESTED, NULL, 40, 0, 6, 0},
        {STANDING_PRESENT, NULL, 50, 0, 7, 0},   {STANDING_REFUSED, NULL, 60, 0, 0, 8},
        {STANDING_ABSENT, NULL, 70, 0, 0, 0},    {STANDING_VOID, NULL, 80, 0, 10, 0},
        {STANDING_SPOILT, NULL, 90, 0, 12, 0},
    };
    static const struct {
        const char *vote;
        int votes;
    } parts[] = {{"for", 6}, {"against", 3}}; /* and one that it did not cast */
    static const int rows[RETURN_STATUSES] = {
        [RETURN_COUNTED] = 3,    [RETURN_ABSTAINED] = 1, [RETURN_SPOILT] = 1, [RETURN_PRESENT] = 1,
        [RETURN_INTERESTED] = 1, [RETURN_REFUSED] = 2,   [RETURN_VOID] = 2,
    };
    struct poll_outcome poll = decide_text(
        arena_of(state),
        RULES BY_VOTES MAJORITY RULE("voters", "lead") RULE("repeat ballots", "void, takes part"),
        "practice,list size,votes\nAsh,1,10\nBeech,2,20\nCedar,3,30\nElm,4,40\nFir,5,50\n"
        "Hazel,6,60\nLime,7,70\nMaple,8,80\nOak,9,90\n",
        "vote",
        "practice,vote,votes,role,interest\nAsh,for,6,lead,\nAsh,against,3,lead,\n"
        "Beech,for,20,lead,\nCedar,abstain,,lead,\nElm,,,lead,yes\nFir,present,,lead,\n"
        "Hazel,for,,practice manager,\nHazel,against,,deputy,\nMaple,for,,lead,\n"
        "Maple,against,,lead,\nOak,spoilt,,lead,\n");
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const struct standing *standing = &poll.roll_call.standings[i];
        check_int(standing->stance, wanted[i].stance);
        check_text(standing->vote, wanted[i].vote);
        check_int(standing->votes, wanted[i].votes);
        check_int(standing->counted, wanted[i].counted);
        check_int(standing->by == NULL ? 0 : standing->by->line, wanted[i].line);
        check_int(standing->refusal == NULL ? 0 : standing->refusal->line, wanted[i].refused_on);
        check_int(standing->several, i == 0);
        check_int(standing->part_count, i == 0 ? 2 : 0);
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct standing_part *part = &poll.roll_call.standings[0].parts[i];
        check_text(part->vote, parts[i].vote);
        check_int(part->votes, parts[i].votes);
        check_false(part->is_candidate);
    }
    check_int(poll.roll_call.absent_count, 1);
    check_text(poll.roll_call.absent[0], "Lime");
    check_int(poll.roll_call.interested_count, 1);
    check_text(poll.roll_call.interested[0], "Elm");
    check_true(poll.roll_call.in_parts);
    for (int status = 0; status < RETURN_STATUSES; status++)
        check_int(poll.ballots.by_status[status], rows[status]);
    check_int(poll.ballots.rows, 11);
    check_int(poll.ballots.refusal_count, 2);
    check_int(poll.ballots.refusals[1].line, 9);
    check_int(poll.ballots.returns[0].votes, 6);
    check_int(poll.ballots.returns[3].votes, 0); /* who abstained */
    check_int(poll.ballots.returns[8].reason, REASON_DIFFERENT_ANSWERS);
    check_int(poll.ballots.returns[8].other_line, 11);
}

/* It cannot be said on which side a member stands that is on several. */
static void test_who_counts_heads_of_a_side(void **state)
{
    static const struct {
        const char *rules;
        bool counts;
    } rows[] = {
        {RULE("review", "at least 2 members present"), false},
        {RULE("review", "at least 2 members against"), true},
        {RULE("review", "at least 2 members abstaining"), true},
        {RULE("review", "at least 2 votes abstaining"), false},
        {RULE("quorum", "at least 2 members voting"), false},
        {RULE("passes", "at least 2 members for"), true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_int(
            conflict_of(arena,
                        (struct tables){.rules = arena_format(arena, RULES BY_VOTES MAJORITY "%s",
                                                              rows[i].rules),
                                        .ballots = "practice,vote,votes\nAsh,for,600\n"
                                                   "Ash,against,400\nBeech,for,500\n"}),
            rows[i].counts ? (int)CONFLICT_PARTS_OF_HEADS : -1);
}

/* ---- Proxies */

#define PROXIES(limits)                                                                            \
    RULES BY_VOTES MAJORITY RULE("proxy", "named") RULE("voters", "lead, proxy")                   \
        RULE("proxies", limits)

/* Who casts several parts of one member's votes is its proxy once. */
static void test_who_is_the_proxy_of_too_many(void **state)
{
    static const struct {
        const char *rules, *rows;
        int conflict;
        bool of_result;
    } rows[] = {
        {PROXIES("at most 1 a person"),
         "Ash,for,600,proxy,Ann Ash\nAsh,against,400,proxy,Ann Ash\n", -1, false},
        {PROXIES("at most 1 a person"),
         "Ash,for,600,proxy,Ann Ash\nAsh,against,400,proxy,Ben Ash\n", -1, false},
        {PROXIES("at most 1 a person"), "Ash,for,600,proxy,Ann Ash\nBeech,for,500,proxy,Ann Ash\n",
         CONFLICT_PROXIES, false},
        {PROXIES("at most 1 a person"),
         "Ash,for,600,proxy,Ann Ash\nAsh,against,400,proxy,Ben Ash\n"
         "Beech,for,500,proxy,Ben Ash\n",
         CONFLICT_PROXIES, false},
        {PROXIES("from a member present"),
         "Ash,for,1000,proxy,Ann Ash\nBeech,for,500,proxy,Ann Ash\nCedar,for,7,lead,Ann Ash\n", -1,
         false},
        {PROXIES("from a member present"),
         "Ash,for,1000,proxy,Ann Ash\nBeech,for,500,proxy,Ann Ash\nCedar,for,7,lead,Ben Ash\n",
         CONFLICT_PROXY_AWAY, false},
        /* Whoever has no name may be the same one. A secret result names nobody. */
        {PROXIES("at most 1 a person"), "Ash,for,1000,proxy,Nemo\nBeech,for,500,proxy,Nemo\n",
         CONFLICT_PROXIES, false},
        {PROXIES("at most 1 a person"), "Ash,for,1000,proxy,Nemo\nBeech,for,500,proxy,Nemo\n", -1,
         true},
        {PROXIES("at most 1 a person"), "Ash,for,1000,proxy,Ann Ash\nBeech,for,500,proxy,Ann Ash\n",
         CONFLICT_PROXIES, true},
        {PROXIES("at most 1 a person"),
         "Ash,for,1000,proxy,Ann Ash\nBeech,absent,500,proxy,Ann Ash\n", -1, false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct circumstances none = {0};
        const struct assembly *assembly = assembled(
            arena, (struct tables){.rules = rows[i].rules,
                                   .roll = TWO_VOTERS,
                                   .decision = "vote",
                                   .ballots = arena_format(
                                       arena, "practice,vote,votes,role,voter\n%s", rows[i].rows)});
        struct poll poll = assembly->box.polls[0];
        poll.of_result = rows[i].of_result;
        for (size_t j = 0; j < poll.count; j++)
            if (strcmp(poll.ballots[j].details->voter, "Nemo") == 0)
                poll.ballots[j].details->voter = "-";
        size_t count = 0;
        const struct conflict *conflicts =
            decide_conflicts(arena, &assembly->rules, &assembly->roll, &poll, &none, &count);
        if ((count == 0 ? -1 : (int)conflicts[0].kind) != rows[i].conflict)
            print_error("%s\n", rows[i].rows);
        check_int(count == 0 ? -1 : (int)conflicts[0].kind, rows[i].conflict);
    }
}

/* ---- Times */

/* Of two answers the later counts, where both are by one clock. */
static void test_which_times_can_be_compared(void **state)
{
    static const struct {
        const char *first, *later;
        int conflict;
    } rows[] = {
        {"2015-06-24 09:00", "2015-06-24 10:00", -1},
        {"2015-06-24T09:00:00Z", "2015-06-24T10:00:00Z", -1},
        {"2015-06-24", "2015-06-25T10:00:00Z", -1},
        {"2015-06-24T09:00:00Z", "2015-06-25", -1},
        {"2015-06-24", "2015-06-25", -1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int conflict = conflict_of(
            arena,
            (struct tables){.rules = RULES BY_VOTES MAJORITY RULE("repeat ballots", "last counts"),
                            .ballots = arena_format(arena,
                                                    "practice,vote,received\nAsh,for,%s\n"
                                                    "Ash,against,%s\n",
                                                    rows[i].first, rows[i].later)});
        if (conflict != rows[i].conflict)
            print_error("%s\n", rows[i].later);
        check_int(conflict, rows[i].conflict);
    }
}

/* ---- Ties */

/* A casting vote carries what lacks one vote of half, or of as many as are against. */
static void test_what_a_casting_vote_can_carry(void **state)
{
    static const struct {
        const char *passes, *votes;
        bool carried;
    } rows[] = {
        {"more than half of votes cast", "ffaa", true},
        {"more than half of votes cast", "faa", false},
        {"more than 100% of votes against", "ffaa", true},
        {"more than 100% of votes against", "faa", false},
        {"more than 150% of votes against", "ffaa", false},
        {"more than 150% of votes against", "fffaa", false},
        {"at least 100% of votes cast", "ffaa", false},
        {"at least two thirds of votes cast", "ffaa", false},
        {"more than half rounded up plus 1 of votes cast", "ffaa", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tables tables = {
            .rules =
                arena_format(arena, RULES ONE_EACH RULE("tie", "casting vote") "vote,passes,%s,,\n",
                             rows[i].passes),
            .roll = roll_of_trees(arena, strlen(rows[i].votes)),
            .decision = "vote",
            .ballots = ballots_of(arena, rows[i].votes),
            .circumstances.casting = CASTING_VOTE_FOR};
        bool carried = decide_tables(arena, tables).result.verdict == VERDICT_CARRIED;
        if (carried != rows[i].carried)
            print_error("%s: %s\n", rows[i].passes, rows[i].votes);
        check_int(carried, rows[i].carried);
    }
}

/* ---- Groups that reach something together */

static void test_groups_of_a_quorum(void **state)
{
    struct arena *arena = arena_of(state);
    static const int64_t largest_first[] = {10, 9, 8, 1};
    uint64_t sets = 0;
    /* 10 and 9, 10 and 8, 9 and 8: putting the 1 in takes more than there is to spare. */
    check_true(reach_count(arena, largest_first, 4, 2, 17, &sets));
    check_int(sets, 3);
    check_false(reach_count(arena, largest_first, 4, 2, 20, &sets)); /* not even the largest */
    /* Two demands with members the other way round: too many groups to go through, and no one
     * order of them to count by. */
    int64_t rising[32], falling[32];
    for (size_t i = 0; i < 32; i++) {
        rising[i] = 100 + (int64_t)i;
        falling[i] = 131 - (int64_t)i;
    }
    const struct demand demands[] = {{rising, 1840}, {falling, 1840}};
    struct reach reach = decide_reach_all(arena, demands, 2, 32);
    check_true(reach.possible && reach.fewest_known && !reach.sets_known);
    check_int(reach.fewest, 16); /* 231 two by two: 16 have 1,848 of each together */
    reach = decide_reach_all(arena, demands, 0, 32);
    check_true(reach.possible && !reach.sets_known);
    check_int(reach.fewest, 0);
}

/* ---- Shares and localities */

static void test_when_a_share_is_told(void **state)
{
#define SHARED RULES ONE_EACH MAJORITY "*,locality,Here,,\n*,governing body votes,10,,\n"
    struct arena *arena = arena_of(state);
    const struct assembly *known = assembled(
        arena, (struct tables){.rules = SHARED,
                               .roll = "practice\nAsh\n",
                               .localities = "locality,population\nHere,100\nThere,300\n"});
    const struct share *share =
        decide_share(arena, &known->rules, &known->roll, &known->localities);
    check_text(share->votes, "2.50");
    check_false(share->roll_differs); /* a roll without list sizes */
    struct roll other = known->localities;
    other.has_list_sizes = false;
    check_true(decide_share(arena, &known->rules, &known->roll, &other) == NULL);
    check_true(decide_share(arena, &known->rules, &known->roll, NULL) == NULL);
    /* The table that is given may be another's, and a locality's patients unknown. */
    const struct assembly *elsewhere = assembled(
        arena,
        (struct tables){.rules = SHARED,
                        .roll = "practice,list size\nAsh,90\n",
                        .localities =
                            "locality,population,votes\nHere,,2\nThere,300,8\nTotal,400,10\n"});
    check_true(decide_share(arena, &known->rules, &elsewhere->roll, &elsewhere->localities) ==
               NULL);
    other = known->localities;
    other.key_count = 0; /* a table without this locality */
    check_true(decide_share(arena, &known->rules, &known->roll, &other) == NULL);
    check_true(decide_share(arena, &known->rules, &elsewhere->roll, &known->localities)
                   ->roll_differs); /* 90 are not 100 */
}

/* Voting power goes by the localities' own rules, where these weigh them by what the table has. */
static void test_by_what_localities_have_power(void **state)
{
    static const struct {
        const char *weight;
        bool by_rule, with_votes;
    } rows[] = {
        {"one vote per practice", false, true},
        {"votes column", true, true},
        {"votes column", false, false},
        {"list size", true, false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct assembly *assembly = assembled(
            arena, (struct tables){
                       .rules = arena_format(
                           arena, RULES MAJORITY "vote,weight,%s,,\n*,governing body votes,10,,\n",
                           rows[i].weight),
                       .localities = "locality,population,votes\nHere,100,3\nThere,300,7\n",
                       .roll = "practice,list size,votes\nAsh,10,1\n"});
        struct roll localities = assembly->localities;
        localities.has_votes = rows[i].with_votes;
        const struct county county =
            decide_county(arena, &assembly->rules, &localities, true, false);
        check_int(county.power_decision != NULL, rows[i].by_rule);
        check_int(county.localities[0].published_votes != NULL, rows[i].with_votes);
    }
    const struct assembly *unknown = assembled(
        arena,
        (struct tables){.rules = SHARED,
                        .roll = "practice\nAsh\n",
                        .localities =
                            "locality,population,votes\nHere,,2\nThere,300,8\nTotal,400,10\n"});
    const struct county county =
        decide_county(arena, &unknown->rules, &unknown->localities, false, false);
    check_true(county.localities[0].published_votes == NULL); /* of how many patients? */
    check_text(county.localities[1].published_votes, "8");
}

/* ---- New list sizes */

#define THREE                                                                                      \
    "practice,list size,code,as at\n"                                                              \
    "One,100,K1,2015-04-01\nTwo,200,K2,2015-04-01\nThree,300,K3,2015-04-01\n"

static struct reweighting reweigh(struct arena *arena, struct tables tables, struct date as_at,
                                  bool has_areas)
{
    static const struct new_size sizes[] = {
        {SIZE_FROM_FILE, 110}, {SIZE_FROM_FILE, 220}, {SIZE_FROM_FILE, 330}};
    static const struct national_figure figures[] = {
        {.state = NATIONAL_FOUND, .list_size = 110, .area = "10Q"},
        {.state = NATIONAL_FOUND, .list_size = 220},
        {.state = NATIONAL_MISSING},
    };
    static const struct national_area county = {.code = "10Q", .population = 5000, .practices = 9};
    static const struct locality_now now[] = {{660, 3}, {0, 0}};
    tables.roll = THREE;
    const struct assembly *assembly = assembled(arena, tables);
    struct national *national = arena_alloc(arena, 1, sizeof *national);
    *national = (struct national){.layout = "made up",
                                  .has_areas = has_areas,
                                  .figures = figures,
                                  .areas = &county,
                                  .area_count = 1};
    const struct reweighting_request request = {
        .rules = &assembly->rules,
        .roll = &assembly->roll,
        .localities = tables.localities == NULL ? NULL : &assembly->localities,
        .populations = now,
        .sizes = sizes,
        .as_at = as_at,
        .national = national,
        .area = &county,
    };
    return decide_reweighting(arena, &request);
}

static void test_what_new_sizes_change(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {
        .rules = RULES BY_LIST_SIZE MAJORITY RULE("quorum", "at least 500 population present")
            RULE("quorum", "at least half of population present") "*,locality,Here,,\n",
        .localities = "locality,population\nHere,600\nThere,4400\n"};
    struct reweighting result = reweigh(arena, tables, (struct date){2016, 4, 1}, true);
    check_int(result.quorum_count, 1); /* a number stays what it is */
    check_text(result.locality, NULL); /* it has no part of votes that nobody names */
    check_false(result.not_first_of_april);
    check_text(result.localities[0].share_percent, "11.9"); /* 660 of 5,000 + 220 + 330 */
    check_text(result.localities[0].votes, NULL);
    check_text(result.localities[1].share_percent, NULL);
    check_text(result.practices[0].file_area, "10Q");
    check_text(result.practices[1].file_area, "");
    check_text(result.practices[2].file_area, NULL);
    check_true(reweigh(arena, tables, (struct date){2016, 4, 2}, true).not_first_of_april);
    check_true(reweigh(arena, tables, (struct date){2016, 5, 1}, true).not_first_of_april);
    check_text(reweigh(arena, tables, (struct date){2016, 4, 1}, false).practices[0].file_area,
               NULL);
    tables.rules = RULES BY_LIST_SIZE MAJORITY "*,locality,Here,,\n*,governing body votes,10,,\n";
    result = reweigh(arena, tables, (struct date){2016, 4, 1}, true);
    check_text(result.locality, "Here");
    check_text(result.localities[0].votes, "1.19");
    tables.rules = RULES BY_LIST_SIZE MAJORITY "*,governing body votes,10,,\n";
    tables.localities = NULL;
    check_text(reweigh(arena, tables, (struct date){2016, 4, 1}, true).locality, NULL);
}

/* ---- A roll of several days */

static void test_which_days_change_a_roll(void **state)
{
    static const struct {
        const char *roll;
        int days, needed; /* -1: the patients of the first are not known */
    } rows[] = {
        {"practice,list size,joined,left\nAsh,100,,\nBeech,200,2015-06-01,\n", 1, 150},
        {"practice,joined,left\nAsh,,\nBeech,2015-06-01,\n", 1, -1},
        {"practice,list size,joined,left\nAsh,100,,2015-06-01\nBeech,200,,\n", 1, 100},
        /* Before the first members there was nothing to change. */
        {"practice,list size,joined,left\nAsh,100,2015-06-01,\nBeech,200,2015-06-01,\n", 0, 0},
        {"practice,list size 2015-04-01,list size 2016-04-01,joined,left\nAsh,100,100,,\n"
         "Beech,,200,2016-06-01,\n",
         1, 150},
        {"practice,list size 2015-04-01,list size 2016-04-01,joined,left\nAsh,100,100,,\n"
         "Beech,,200,2015-06-01,\nCedar,10,20,,\n",
         1, -1},
        /* All left, and others came on the same day. */
        {"practice,list size,joined,left\nAsh,100,,2015-05-31\nBeech,200,2015-06-01,\n", 1, 100},
        {"practice,list size,joined,left\nAsh,100,,2015-05-31\n", 1, -1}, /* nobody is left */
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool sizes = strstr(rows[i].roll, "list size") != NULL;
        const struct assembly *assembly = assembled(
            arena,
            (struct tables){.rules = sizes ? RULES ONE_EACH MAJORITY RULE(
                                                 "quorum", "at least half of population present")
                                           : RULES ONE_EACH MAJORITY,
                            .roll = rows[i].roll});
        size_t count = 0;
        const struct roll_change *changes =
            decide_roll_changes(arena, &assembly->rules, &assembly->roll, &count);
        if ((int)count != rows[i].days)
            print_error("%s\n", rows[i].roll);
        check_int(count, rows[i].days);
        if (count > 0) {
            check_int(changes[0].sizes_known, rows[i].needed >= 0);
            if (changes[0].sizes_known)
                check_int(changes[0].needed[0], rows[i].needed);
        }
    }
}

/* ---- Who wrote */

static void test_who_may_be_found(void **state)
{
    struct arena *arena = arena_of(state);
    const struct circumstances none = {0};
    const struct registered_voter registered = {.role = ROLE_LEAD};
    static const struct {
        bool voter, email, registered;
    } rows[] = {
        {false, false, false}, {true, false, false}, {false, true, false}, {false, false, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ballot_details details = {
            .voter = rows[i].voter ? "Ann" : NULL,
            .email = rows[i].email ? "ann@ash.example" : NULL,
            .registered = rows[i].registered ? &registered : NULL, /* as a saved result tells it */
        };
        const struct member member = {.index = 0};
        struct ballot ballot = {.member = &member, .details = &details};
        const struct poll poll = {.ballots = &ballot, .count = 1};
        const struct question question = {.poll = &poll, .circumstances = &none, .scratch = arena};
        check_int(may_be_found(&question), i > 0);
    }
}

static bool has_finding(const struct poll_outcome *poll, enum finding_kind kind)
{
    for (size_t i = 0; i < poll->remarks.finding_count; i++)
        if (poll->remarks.findings[i].kind == kind)
            return true;
    return false;
}

/* Who writes for several is told by the address, else by the name. */
static void test_who_wrote_for_several(void **state)
{
    static const struct {
        const char *rows;
        bool by_name;
    } rows[] = {
        {"Ash,for,Ann Ash,ann@ash.example\nBeech,for,Ann Ash,ann@ash.example\n", false},
        {"Ash,for,Ann Ash,ann@ash.example\nBeech,for,Ann Ash,\n", true},
        {"Ash,for,Ann Ash,\nBeech,for,Ann Ash,ann@ash.example\n", true},
        {"Ash,for,Ann Ash,ann@ash.example\nBeech,for,Ann Ash,ann@beech.example\n", true},
        {"Ash,for,Ann Ash,\nBeech,for,Ann Ash,\n", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){
                       .rules = RULES ONE_EACH MAJORITY,
                       .roll = roll_of_trees(arena, 3),
                       .decision = "vote",
                       .ballots = arena_format(arena, "practice,vote,voter,email\n%sCedar,for,,\n",
                                               rows[i].rows)});
        if (has_finding(&poll, FINDING_ONE_VOTER) != rows[i].by_name)
            print_error("%s\n", rows[i].rows);
        check_int(has_finding(&poll, FINDING_ONE_VOTER), rows[i].by_name);
    }
}

/* A voter whom the list does not name is told, a dash in place of a name is not. */
static void test_who_is_another_voter(void **state)
{
    static const struct {
        const char *voter;
        bool told;
    } rows[] = {{"Ann Ash", false}, {"Zoe Zed", true}, {"-", false}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){.rules = RULES ONE_EACH MAJORITY,
                                   .roll = roll_of_trees(arena, 2),
                                   .decision = "vote",
                                   .voters = "practice,email,role,name\n"
                                             "Ash,ann@ash.example,lead,Ann Ash\n"
                                             "Beech,ben@beech.example,lead,Ben Beech\n",
                                   .ballots = arena_format(
                                       arena, "practice,vote,voter\nAsh,for,%s\n", rows[i].voter)});
        check_int(has_finding(&poll, FINDING_OTHER_VOTER), rows[i].told);
    }
}

/* ---- Secret votes */

/* What follows from who is there is told, and what would tell a vote is not. */
static void test_what_a_secret_vote_tells_of_conditions(void **state)
{
    static const struct {
        const char *rule;
        int kept; /* of the conditions */
    } rows[] = {
        {RULE("review", "at least half of the whole population"), 1},
        {RULE("review", "at least half of population present"), 1},
        {RULE("review", "at least half of population voting"), 1},
        {RULE("review", "at least 2000 population abstaining"), 1},
        {RULE("quorum", "at least half of population present"), 2},
        {RULE("quorum", "at least half of population voting"), 2},
        {RULE("quorum", "at least 1 member present of public"), 2},
        {RULE("quorum", "at least 1 member voting of public"), 1},
        {RULE("quorum", "at least 1 member voting of public")
             RULE("quorum", "at least 1 member voting of staff"),
         1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_text(
            arena,
            arena_format(arena, RULES ONE_EACH MAJORITY RULE("secrecy", "secret") "%s",
                         rows[i].rule),
            "practice,list size,class\nAsh,1000,public\nBeech,2000,staff\nCedar,3000,public\n",
            "vote", "practice,vote\nAsh,for\nBeech,for\nCedar,against\n");
        if ((int)poll.condition_count != rows[i].kept)
            print_error("%s\n", rows[i].rule);
        check_int(poll.condition_count, rows[i].kept);
        if (poll.review != NULL)
            check_int(poll.review->part.withheld, strstr(rows[i].rule, "whole") == NULL &&
                                                      strstr(rows[i].rule, "present") == NULL);
        check_int(poll.conditions_withheld, strstr(rows[i].rule, "voting of") != NULL);
    }
}

/* A review is of a motion, whatever stands in the table. */
static void test_a_review_is_of_a_motion(void **state)
{
    struct arena *arena = arena_of(state);
    for (int election = 0; election <= 1; election++) {
        struct poll_outcome poll = decide_text(
            arena,
            election ? RULES ONE_EACH MOST_VOTES RULE("review", "at least 1 member present")
                     : RULES ONE_EACH MAJORITY RULE("review", "at least 1 member present"),
            roll_of_trees(arena, 2), "vote",
            election ? "practice,vote\nAsh,Dr A\nBeech,Dr A\n" : "practice,vote\nAsh,for\n");
        bool rests = false;
        for (size_t i = 0; i < poll.basis_count; i++)
            rests = rests || poll.basis[i].kind == RULE_REVIEW;
        check_int(rests, !election);
    }
}

/* ---- Two editions */

struct one_edition {
    const char *rules, *roll, *localities;
};

static const struct edition *edition_of(struct arena *arena, struct one_edition tables)
{
    const struct assembly *assembly = assembled(
        arena, (struct tables){.rules = arena_format(arena, "decision,rule,value,clause,group\n%s",
                                                     tables.rules),
                               .roll = tables.roll == NULL ? "practice\nAsh\n" : tables.roll,
                               .localities = tables.localities});
    struct edition *edition = arena_alloc(arena, 1, sizeof *edition);
    *edition = (struct edition){
        .rules = &assembly->rules,
        .roll = tables.roll == NULL ? NULL : &assembly->roll,
        .localities = tables.localities == NULL ? NULL : &assembly->localities,
    };
    return edition;
}

#define PLAIN "vote,weight,one vote per practice,,\nvote,passes,more than half of votes cast,,\n"

/* "table member fact, ..." and "rule" of each that differs. */
static void test_what_differs_between_editions(void **state)
{
    static const struct {
        struct one_edition was, is;
        const char *told;
    } rows[] = {
        {{PLAIN, NULL, NULL}, {PLAIN, NULL, NULL}, ""},
        {{"vote,weight,one vote per practice,,\nvote,passes,more than half of votes cast,3,\n",
          NULL, NULL},
         {PLAIN, NULL, NULL},
         "passes; "},
        {{PLAIN, NULL, NULL},
         {"vote,weight,one vote per practice,,\nvote,passes,more than half of votes cast,3,\n",
          NULL, NULL},
         "passes; "},
        {{PLAIN "vote,quorum,at least 2 members present,,one\n"
                "vote,quorum,at least 1 member voting,,two\n",
          NULL, NULL},
         {PLAIN "vote,quorum,at least 2 members present,,\n"
                "vote,quorum,At least 1 member voting,,\n",
          NULL, NULL},
         "quorum; quorum; "},
        {{PLAIN, NULL, NULL},
         {PLAIN, "practice\nAsh\n", NULL},
         "practices Ash joined; practices (all) members; "},
        {{PLAIN, "practice\nAsh\n", NULL},
         {PLAIN, NULL, NULL},
         "practices Ash left; practices (all) members; "},
        {{PLAIN, "practice\nAsh\n", NULL},
         {PLAIN, "practice,list size\nAsh,10\n", NULL},
         "practices Ash list size; practices (all) patients; "},
        {{PLAIN, "practice,code\nAsh,A1\nBeech,B1\n", NULL},
         {PLAIN, "practice,code\nElm,A1\nAsh,C1\nBeech,B1\n", NULL},
         "practices Elm name; practices Ash joined; practices (all) members; "},
        {{PLAIN, NULL, "locality,population\nHere,10\n"},
         {PLAIN, NULL, "locality,population\nHere,20\n"},
         "localities Here list size; localities (all) patients; "},
        {{PLAIN, NULL, NULL},
         {PLAIN, NULL, "locality,population\nHere,20\n"},
         "localities Here joined; localities (all) members; localities (all) patients; "},
        {{PLAIN, NULL, "locality,population\nHere,20\n"},
         {PLAIN, NULL, NULL},
         "localities Here left; localities (all) members; localities (all) patients; "},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct editions editions = decide_editions(arena, edition_of(arena, rows[i].was),
                                                   edition_of(arena, rows[i].is), NULL);
        struct buffer told = {.arena = arena};
        for (size_t j = 0; j < editions.rule_count; j++)
            buffer_format(&told, "%s; ",
                          rule_name((editions.rules[j].is != NULL ? editions.rules[j].is
                                                                  : editions.rules[j].was)
                                        ->kind));
        for (size_t j = 0; j < editions.member_count; j++) {
            const struct member_change *change = &editions.members[j];
            buffer_format(&told, "%s %s %s; ", change->table,
                          change->member == NULL ? "(all)" : change->member,
                          member_fact_name(change->what));
        }
        check_text(buffer_text(&told), rows[i].told);
        check_false(editions.by_day);
    }
}

#define READ(reading, rule, value) "vote," rule "," value ",," reading "\n"

/* "what it was > what it is" of each rule that differs. */
static void test_which_rule_of_an_edition_was_which(void **state)
{
    static const char two[] = "vote,quorum,at least 2 members present,1,\n"
                              "vote,quorum,at least 1 member voting,2,\n";
    static const char again[] = "vote,quorum,at least 2 members present,3,\n"
                                "vote,quorum,at least 1 member voting,4,\n";
    static const char turned[] = "vote,quorum,at least 1 member voting,2,\n"
                                 "vote,quorum,at least 3 members present,1,\n";
    static const char gone[] =
        "gone,weight,list size,,\ngone,passes,at least half of votes cast,,\n";
    static const char none[] = READ("r", "tie", "casting vote") READ("", "tie", "not carried");
    static const char other[] = READ("R", "tie", "casting vote") READ("", "tie", "not carried");
    static const char more[] = READ("r", "tie", "casting vote") READ("r", "areas", "together")
        READ("", "tie", "not carried") READ("", "areas", "every area must pass");
    static const char less[] = READ("r", "tie", "casting vote") READ("", "tie", "not carried")
        READ("", "areas", "every area must pass");
    static const struct {
        const char *was, *is, *told;
    } rows[] = {
        {two, again,
         "at least 2 members present > at least 2 members present; "
         "at least 1 member voting > at least 1 member voting; "},
        {two, turned, "at least 2 members present > at least 3 members present; "},
        {two, "", "at least 2 members present > none; at least 1 member voting > none; "},
        {"", two, "none > at least 2 members present; none > at least 1 member voting; "},
        {none, none, ""},
        {none, other, ""},
        {less, more, "none > r: together; "},
        {more, less, "r: together > none; "},
        {none, READ("", "tie", "not carried"), "r: casting vote > none; "},
        {READ("", "tie", "not carried"), none, "none > r: casting vote; "},
        {"", gone, "added gone; "},
        {gone, "", "taken out gone; "},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules tables[2];
        for (int j = 0; j < 2; j++) {
            const char *text =
                arena_format(arena, "decision,rule,value,clause,reading\n" PLAIN "%s",
                             j == 0 ? rows[i].was : rows[i].is);
            struct diag diag = {.arena = arena};
            (void)load_rules(arena, &diag, bytes_of("rules.csv", text), &tables[j], NULL);
            check_no_errors(&diag);
        }
        struct editions editions = decide_editions(arena, &(struct edition){.rules = &tables[0]},
                                                   &(struct edition){.rules = &tables[1]}, NULL);
        struct buffer told = {.arena = arena};
        for (size_t j = 0; j < editions.rule_count; j++) {
            const struct rule_change *change = &editions.rules[j];
            const char *reading = change->reading == NULL ? "" : change->reading;
            const char *mark = change->reading == NULL ? "" : ": ";
            buffer_format(&told, "%s%s%s > ", change->was == NULL ? "" : reading,
                          change->was == NULL ? "" : mark,
                          change->was == NULL ? "none" : change->was->text);
            buffer_format(&told, "%s%s%s; ", change->is == NULL ? "" : reading,
                          change->is == NULL ? "" : mark,
                          change->is == NULL ? "none" : change->is->text);
        }
        for (size_t j = 0; j < editions.decision_count; j++)
            buffer_format(&told, "%s %s; ", editions.decisions[j].is_added ? "added" : "taken out",
                          editions.decisions[j].decision);
        check_text(buffer_text(&told), rows[i].told);
    }
}

/* Whatever a table does not have is not given, and is no figure of none. */
static void test_what_a_member_had_not(void **state)
{
    struct arena *arena = arena_of(state);
    const struct edition *plain =
        edition_of(arena, (struct one_edition){PLAIN, "practice\nAsh\n", NULL});
    const struct edition *sized =
        edition_of(arena, (struct one_edition){PLAIN, "practice,list size\nAsh,10\n", NULL});
    struct editions editions = decide_editions(arena, plain, sized, NULL);
    check_int(editions.member_count, 2);
    check_false(editions.members[0].was.given);
    check_true(editions.members[0].is.given);
    check_int(editions.members[0].is.number, 10);
}

static void test_more_of_two_editions(void **state)
{
    struct arena *arena = arena_of(state);
    const struct edition *plain = edition_of(arena, (struct one_edition){.rules = PLAIN});
    /* A kind of decision that only the other has is told where it is asked for. */
    const struct edition *more = edition_of(
        arena, (struct one_edition){.rules = PLAIN "more,weight,one vote per practice,,\n"
                                                   "more,passes,more than half of votes cast,,\n"});
    check_int(decide_editions(arena, more, plain, "more").decision_count, 1);
    check_int(decide_editions(arena, more, plain, "vote").decision_count, 0);
    check_int(decide_editions(arena, more, plain, NULL).decision_count, 1);
    check_int(decide_editions(arena, more, more, NULL).decision_count, 0);
    /* Whichever table of whichever edition is that of a day. */
    for (int which = 0; which < 5; which++) {
        struct edition was =
            *edition_of(arena, (struct one_edition){PLAIN, "practice\nAsh\n", "locality\nHere\n"});
        struct edition is = was;
        struct roll of_day = *was.roll;
        of_day.day = (struct date){2015, 4, 1};
        was.roll = which == 1 ? &of_day : was.roll;
        was.localities = which == 2 ? &of_day : was.localities;
        is.roll = which == 3 ? &of_day : is.roll;
        is.localities = which == 4 ? &of_day : is.localities;
        check_int(decide_editions(arena, &was, &is, NULL).by_day, which > 0);
    }
    /* Votes that were shared out by the program stand in no table. */
    const struct edition *votes =
        edition_of(arena, (struct one_edition){PLAIN, "practice,votes\nAsh,3\n", NULL});
    const struct edition *none =
        edition_of(arena, (struct one_edition){PLAIN, "practice\nAsh\n", NULL});
    check_int(decide_editions(arena, votes, none, NULL).member_count, 1);
    struct roll shared = *votes->roll;
    shared.votes_shared = true;
    const struct edition by_shares = {.rules = votes->rules, .roll = &shared};
    check_int(decide_editions(arena, &by_shares, none, NULL).member_count, 0);
    /* Where the members are the localities they are told once. */
    struct edition one = *none, other = *votes;
    one.localities = one.roll;
    other.localities = other.roll;
    check_int(decide_editions(arena, &one, &other, NULL).member_count, 1);
}

/* ---- Quorums that decisions share */

static void test_which_decisions_share_a_quorum(void **state)
{
    static const struct {
        const char *rules;
        int quorums;
    } rows[] = {
        {"one,weight,one vote per practice,,\none,quorum,at least 2 members present,,\n"
         "two,weight,list size,,\ntwo,quorum,At least 2 members present,,\n",
         1},
        {"one,weight,one vote per practice,,\none,quorum,at least 2 votes present,,\n"
         "two,weight,list size,,\ntwo,quorum,at least 2 votes present,,\n",
         2},
        {"one,weight,list size,,\none,quorum,at least 2 votes present,,\n"
         "two,weight,list size,,\ntwo,quorum,at least 2 votes present,,\n",
         1},
        {"one,weight,list size,,\none,quorum,at least 2 members present,,\n"
         "two,weight,list size,,\ntwo,quorum,at least 3 members present,,\n",
         2},
        {"one,weight,list size,,\none,quorum,at least 2 members present,,a\n"
         "one,quorum,at least 3 members present,,b\n"
         "two,weight,list size,,\ntwo,quorum,at least 2 members present,,\n",
         3},
        {"one,weight,list size,,\none,quorum,at least 2 members present,,a\n"
         "one,quorum,at least 2 members present,,b\none,quorum,at least 2 members present,,b\n"
         "two,weight,list size,,\ntwo,quorum,none,,\n",
         2},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *rules = arena_format(arena,
                                         "decision,rule,value,clause,group\n%s"
                                         "one,passes,more than half of votes "
                                         "cast,,\ntwo,passes,more than half of votes cast,,\n",
                                         rows[i].rules);
        const struct assembly *assembly = assembled(
            arena, (struct tables){.rules = rules, .roll = "practice,list size\nAsh,1\nElm,2\n"});
        const struct electorate electorate =
            decide_electorate(arena, &assembly->rules, &assembly->roll);
        if ((int)electorate.quorum_count != rows[i].quorums)
            print_error("%s\n", rows[i].rules);
        check_int(electorate.quorum_count, rows[i].quorums);
    }
}

/* ---- Rows that were read otherwise */

/* A file has all its times with a zone or none; a saved result that somebody wrote need not. */
static void test_times_by_two_clocks(void **state)
{
    struct arena *arena = arena_of(state);
    const struct circumstances none = {0};
    for (int zoned = 0; zoned <= 1; zoned++)
        for (int parts = 0; parts <= 1; parts++) {
            const struct assembly *assembly = assembled(
                arena, (struct tables){
                           .rules = RULES BY_VOTES MAJORITY RULE("repeat ballots", "last counts"),
                           .roll = TWO_VOTERS,
                           .decision = "vote",
                           .ballots = parts ? "practice,vote,votes,received\n"
                                              "Ash,for,600,2015-06-24 09:00\n"
                                              "Ash,against,400,2015-06-24 09:00\n"
                                              "Beech,for,500,2015-06-24 09:00\n"
                                            : "practice,vote,received\n"
                                              "Ash,for,2015-06-24 09:00\n"
                                              "Ash,against,2015-06-24 10:00\n"});
            struct poll poll = assembly->box.polls[0];
            struct ballot *ballots = arena_alloc(arena, poll.count, sizeof *ballots);
            memcpy(ballots, poll.ballots, poll.count * sizeof *ballots);
            struct ballot_details details = *ballots[1].details;
            details.received.zoned = zoned;
            ballots[1].details = &details;
            poll.ballots = ballots;
            size_t count = 0;
            const struct conflict *conflicts =
                decide_conflicts(arena, &assembly->rules, &assembly->roll, &poll, &none, &count);
            check_int(count, zoned);
            if (zoned)
                check_int(conflicts[0].kind, parts ? CONFLICT_PART_TIMES : CONFLICT_UNORDERED);
        }
}

/* A result may tell why a row was refused without saying by which address. */
static void test_what_a_row_says_of_the_list(void **state)
{
    struct arena *arena = arena_of(state);
    const struct circumstances none = {0};
    const struct assembly *assembly =
        assembled(arena, (struct tables){.rules = RULES ONE_EACH MAJORITY,
                                         .roll = "practice\nAsh\n",
                                         .decision = "vote",
                                         .ballots = "practice,vote\nAsh,for\n"});
    struct poll poll = assembly->box.polls[0];
    struct ballot ballot = poll.ballots[0];
    struct ballot_details details = *ballot.details;
    ballot.details = &details;
    poll.ballots = &ballot;
    for (int told = 0; told <= 1; told++) {
        details.register_told = told ? "it was not on the list" : NULL;
        struct poll_outcome outcome =
            decide_poll(arena, &assembly->rules, &assembly->roll, &poll, &none, true);
        check_text(outcome.ballots.returns[0].registered->told, details.register_told);
    }
}

/* ---- A register of decisions */

static void test_what_a_register_tells(void **state)
{
    static const struct {
        const char *rules, *rows, *told;
    } rows[] = {
        {RULES ONE_EACH MAJORITY, "Ash,for\n", "all present for against abstained "},
        {RULES ONE_EACH MOST_VOTES, "Ash,Dr A\nBeech,Dr B\n", "all present abstained Dr A Dr B "},
        {RULES RULE("passes", "by consensus") RULE("quorum", "none"), "Ash,present\n",
         "all present "},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct outcome outcome = {0};
        struct poll_outcome poll =
            decide_text(arena, rows[i].rules, roll_of_trees(arena, 2), "vote",
                        arena_format(arena, "practice,vote\n%s", rows[i].rows));
        struct registered line = decide_registered(arena, &outcome, &poll);
        struct buffer told = {.arena = arena};
        for (size_t j = 0; j < line.figure_count; j++)
            buffer_format(&told, "%s ",
                          line.figures[j].group != NULL ? line.figures[j].group
                                                        : line.figures[j].candidate);
        check_text(buffer_text(&told), rows[i].told);
    }
}

/* ---- Readings */

/* Both together change it: 4 of 5 who take part. The second names no clause, so the first's is
 * told. */
static void test_the_clause_of_readings_together(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_text(
        arena,
        RULES ONE_EACH MOST_VOTES RULE("quorum", "at least 5 members voting")
            RULE("repeat ballots",
                 "void, takes part") "vote,abstention,takes part,,\n"
                                     "vote,abstention,present,Clause 7,abstaining is not "
                                     "voting\n" READING("a void ballot is none", "repeat ballots",
                                                        "void, does not take part"),
        roll_of_trees(arena, 6), "vote", ballots_of(arena, "1112sX"));
    check_int(poll.reading_count, 3);
    check_text(poll.readings[2].clause, "Clause 7");
}

/* ---- How close it was */

/* It takes two who turn, or one of those against who abstains: who that is no order of them tells,
 * so nothing is said. Of those who vote any one would do. */
static void test_a_quorum_of_those_against(void **state)
{
    static const char *const quorums[] = {"at least 2 members against",
                                          "at least 7 members voting"};
    struct arena *arena = arena_of(state);
    for (int voting = 0; voting <= 1; voting++) {
        struct poll_outcome poll = decide_text(
            arena,
            arena_format(arena, RULES ONE_EACH MAJORITY "vote,quorum,%s,,\n", quorums[voting]),
            roll_of_trees(arena, 8), "vote", ballots_of(arena, "fffffaa."));
        check_int(poll.margin.known, voting);
        if (voting)
            check_true(poll.margin.members == 1 && poll.margin.abstaining);
    }
}

/* One ends the quorum, and there are too many to try each of them. */
static void test_too_many_who_may_abstain(void **state)
{
    struct arena *arena = arena_of(state);
    for (int members = 2000; members <= 2001; members++) {
        struct buffer roll = {.arena = arena}, ballots = {.arena = arena};
        buffer_add(&roll, "practice,list size,votes\n");
        buffer_add(&ballots, "practice,vote\n");
        for (int i = 0; i < members; i++) {
            const char *name = arena_format(arena, "Practice %c%c%c", 'A' + i / 676,
                                            'A' + i / 26 % 26, 'A' + i % 26);
            buffer_format(&roll, "%s,%d,%d\n", name, i == 0 ? 3000 : 1, i == 0 ? 2 : 1);
            buffer_format(&ballots, "%s,for\n", name);
        }
        struct tables tables = {
            .rules = RULES BY_VOTES MAJORITY RULE("tie", "casting vote")
                RULE("quorum", "at least 3000 population voting"),
            .roll = buffer_text(&roll),
            .decision = "vote",
            .ballots = buffer_text(&ballots),
            .circumstances.casting = CASTING_VOTE_FOR,
        };
        struct margin margin = decide_tables(arena, tables).margin;
        check_int(margin.members, 1);
        check_text(margin.who[0], "Practice AAA");
        check_int(margin.alone, members == 2000); /* else it is not known */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_is_carried_by_a_quota),
        test_with_arena(test_what_is_told_before_a_vote),
        test_with_arena(test_what_is_a_majority_of_all),
        test_with_arena(test_who_may_be_in_favour),
        test_with_arena(test_which_quorum_asks_for_votes),
        test_with_arena(test_who_left_with_an_interest),
        test_with_arena(test_what_are_no_parts),
        test_with_arena(test_where_each_member_stands),
        test_with_arena(test_who_counts_heads_of_a_side),
        test_with_arena(test_who_is_the_proxy_of_too_many),
        test_with_arena(test_which_times_can_be_compared),
        test_with_arena(test_what_a_casting_vote_can_carry),
        test_with_arena(test_groups_of_a_quorum),
        test_with_arena(test_when_a_share_is_told),
        test_with_arena(test_by_what_localities_have_power),
        test_with_arena(test_what_new_sizes_change),
        test_with_arena(test_which_days_change_a_roll),
        test_with_arena(test_who_may_be_found),
        test_with_arena(test_who_wrote_for_several),
        test_with_arena(test_who_is_another_voter),
        test_with_arena(test_what_a_secret_vote_tells_of_conditions),
        test_with_arena(test_a_review_is_of_a_motion),
        test_with_arena(test_what_differs_between_editions),
        test_with_arena(test_which_rule_of_an_edition_was_which),
        test_with_arena(test_what_a_member_had_not),
        test_with_arena(test_more_of_two_editions),
        test_with_arena(test_which_decisions_share_a_quorum),
        test_with_arena(test_times_by_two_clocks),
        test_with_arena(test_what_a_row_says_of_the_list),
        test_with_arena(test_what_a_register_tells),
        test_with_arena(test_the_clause_of_readings_together),
        test_with_arena(test_a_quorum_of_those_against),
        test_with_arena(test_too_many_who_may_abstain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

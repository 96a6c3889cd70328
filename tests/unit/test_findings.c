/* SPDX-License-Identifier: MIT */

/* What the list of voters refuses, and what the registers say of the ballots that count. */
#include "unit/polls.h"

#define MOTION RULES ONE_EACH MAJORITY
#define SECRET MOTION RULE("secrecy", "secret")

#define VOTERS                                                                                     \
    "practice,email,role,name\n"                                                                   \
    "Ash,ann@ash.example,lead,Dr Ann Ash\n"                                                        \
    "Ash,abe@ash.example,deputy,Dr Abe Ash\n"                                                      \
    "Ash,pat@ash.example,proxy,Pat Poole\n"                                                        \
    "Ash,may@ash.example,practice manager,May Moss\n"                                              \
    "Beech,ben@beech.example,lead,\n"                                                              \
    "Cedar,cat@cedar.example,lead,Cat Cole\n"                                                      \
    "Cedar,ann@ash.example,deputy,Dr Ann Ash\n"                                                    \
    "Elm,ed@elm.example,lead,Ed Eton\n"

static struct poll_outcome decide_sent(struct arena *arena, const char *rules, const char *rows)
{
    return decide_tables(
        arena, (struct tables){.rules = rules,
                               .roll = roll_of_trees(arena, 4),
                               .decision = "vote",
                               .voters = VOTERS,
                               .ballots = arena_format(
                                   arena, "practice,vote,role,voter,email,notified\n%s", rows)});
}

struct sent {
    const char *row;
    enum return_reason reason;
};

static const struct sent sent_rows[] = {
    {"Ash,for,lead,Dr Ann Ash,ann@ash.example,", REASON_NONE},
    {"Ash,for,LEAD,Dr Ann Ash, ANN@ash.Example ,", REASON_NONE},
    {"Ash,for,,Dr Ann Ash,,", REASON_ADDRESS_BLANK},
    {"Ash,absent,,,,", REASON_NONE}, /* nobody wrote */
    {"Ash,absent,,,zoe@ash.example,", REASON_ADDRESS_UNKNOWN},
    {"Ash,present,,,,", REASON_ADDRESS_BLANK},
    {"Ash,for,lead,Dr Ann Ash,zoe@ash.example,", REASON_ADDRESS_UNKNOWN},
    {"Ash,for,lead,Ann,anonymous,", REASON_ADDRESS_UNKNOWN},
    {"Ash,for,lead,Ben,ben@beech.example,", REASON_ADDRESS_ELSEWHERE},
    {"Beech,for,lead,Ann,ann@ash.example,", REASON_ADDRESS_ELSEWHERE},
    {"Cedar,for,deputy,Ann,ann@ash.example,", REASON_NONE}, /* for several practices */
    {"Ash,for,,May,may@ash.example,", REASON_REGISTERED_ROLE},
    {"Ash,for,lead,May,may@ash.example,", REASON_REGISTERED_ROLE},
    {"Ash,for,practice manager,May,may@ash.example,", REASON_ROLE},
    {"Ash,for,practice manager,Ann,ann@ash.example,", REASON_ROLE},
    {"Ash,for,deputy,Ann,ann@ash.example,", REASON_NONE}, /* either may vote */
    {"Ash,for,lead,Pat,pat@ash.example,", REASON_REGISTERED_PROXY},
    {"Ash,for,proxy,Ann,ann@ash.example,yes", REASON_REGISTERED_PROXY},
    {"Ash,for,proxy,Pat,pat@ash.example,yes", REASON_NONE},
    {"Ash,for,,Pat,pat@ash.example,yes", REASON_NONE}, /* a blank role is the list's */
    {"Ash,for,,Pat,pat@ash.example,", REASON_PROXY_NOT_NOTIFIED},
};

static void test_what_the_list_refuses(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof sent_rows / sizeof *sent_rows; i++) {
        const struct sent *sent = &sent_rows[i];
        struct poll_outcome poll = decide_sent(
            arena, MOTION, arena_format(arena, "%s\nElm,for,,,ed@elm.example,\n", sent->row));
        if (poll.ballots.returns[0].reason != sent->reason)
            print_error("%s\n", sent->row);
        check_int(poll.ballots.returns[0].reason, sent->reason);
        check_int(poll.ballots.refusal_count, sent->reason == REASON_NONE ? 0 : 1);
        check_int(poll.ballots.returns[1].status, RETURN_COUNTED);
        /* What the list says of the address; of a row that came from none nothing. */
        check_text(poll.ballots.returns[1].registered->standing, "listed");
        check_text(poll.ballots.returns[1].registered->role, "lead");
        check_text(poll.ballots.returns[1].registered->email, "ed@elm.example");
    }
    struct poll_outcome unasked = decide_text(arena, MOTION, roll_of_trees(arena, 4), "vote",
                                              "practice,vote,email\nElm,for,ed@elm.example\n");
    check_text(unasked.ballots.returns[0].registered->standing, NULL);
    check_text(unasked.ballots.returns[0].registered->email, NULL);
}

static void test_the_roles_that_may_vote_are_the_rules(void **state)
{
    struct arena *arena = arena_of(state);
    const char *leads = arena_format(arena, "%svote,voters,lead,,\n", MOTION);
    const char *managers =
        arena_format(arena, "%svote,voters,\"lead, practice manager\",,\n", MOTION);
    struct poll_outcome poll =
        decide_sent(arena, leads, "Ash,for,lead,Dr Abe Ash,abe@ash.example,\n");
    check_int(poll.ballots.returns[0].reason, REASON_REGISTERED_ROLE);
    check_text(poll.ballots.refusals[0].registered->role, "deputy");
    poll = decide_sent(arena, leads, "Ash,for,deputy,Dr Ann Ash,ann@ash.example,\n");
    check_int(poll.ballots.returns[0].reason, REASON_ROLE);
    poll = decide_sent(arena, managers, "Ash,for,,May Moss,may@ash.example,\n");
    check_int(poll.ballots.returns[0].reason, REASON_NONE);
    check_text(poll.ballots.returns[0].role, "practice manager");
    check_int(poll.remarks.finding_count, 0);
}

static void test_the_role_of_a_reading(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules =
        arena_format(arena, "%s%s", MOTION,
                     RULE("voters", "lead, deputy, proxy") READING("leads only", "voters", "lead"));
    struct poll_outcome poll =
        decide_sent(arena, rules, "Ash,for,lead,Dr Abe Ash,abe@ash.example,\n");
    check_int(poll.result.verdict, VERDICT_CARRIED);
    check_int(reading_named(&poll, "leads only")->result.verdict, VERDICT_NOT_CARRIED);
}

static void test_refused_rows_neither_conflict_nor_represent(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_sent(arena, MOTION,
                                           "Ash,for,,,ann@ash.example,\n"
                                           "Ash,against,,,zoe@ash.example,\n"
                                           "Beech,against,,,zoe@ash.example,\n");
    check_int(poll.counts[GROUP_PRESENT].members, 1);
    check_int(poll.roll_call.standings[1].stance, STANDING_REFUSED);
    check_int(poll.result.verdict, VERDICT_CARRIED);
    check_text(poll.ballots.refusals[0].registered->email, "zoe@ash.example");
    check_text(poll.ballots.refusals[1].registered->elsewhere, NULL);
}

static void test_no_address_of_a_secret_vote(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_sent(arena, SECRET,
                                           "Ash,for,deputy,X Y,ann@ash.example,\n"
                                           "Beech,for,,X Y,ann@ash.example,\n"
                                           "Cedar,for,lead,X Y,cat@cedar.example,\n"
                                           "Elm,for,lead,,zoe@elm.example,\n");
    check_int(poll.ballots.refusal_count, 2);
    for (size_t i = 0; i < 2; i++) {
        check_text(poll.ballots.refusals[i].registered->email, NULL);
        check_text(poll.ballots.refusals[i].registered->elsewhere, NULL);
    }
    check_int(poll.remarks.finding_count, 4); /* a role, two voters, one voter for two */
    for (size_t i = 0; i < poll.remarks.finding_count; i++) {
        check_int(poll.remarks.findings[i].line, 0);
        check_text(poll.remarks.findings[i].voter, NULL);
        check_text(poll.remarks.findings[i].role, NULL);
        check_int(poll.remarks.findings[i].named_count, 0);
    }
}

/* A warning about names may not tell for whom a refused ballot is. */
static void test_candidates_of_refused_ballots_are_not_compared(void **state)
{
    static const struct {
        const char *row;
        size_t doubts;
    } rows[] = {
        {"Cedar,Dr Smyth,lead,,cat@cedar.example,", 1},
        {"Cedar,Dr Smyth,lead,,zoe@cedar.example,", 0},
        {"Cedar,Dr Smyth,lead,,ben@beech.example,", 0},
        {"Cedar,Dr Smyth,lead,,,", 0},
        {"Ash,Dr Smyth,lead,,may@ash.example,", 0},
        {"Ash,Dr Smyth,lead,,pat@ash.example,", 0},
        {"Ash,Dr Smyth,deputy,,ann@ash.example,", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll =
            decide_sent(arena, RULES ONE_EACH MOST_VOTES RULE("secrecy", "secret"),
                        arena_format(arena, "Elm,Dr Smith,,,ed@elm.example,\n%s\n", rows[i].row));
        check_int(poll.remarks.doubt_count, rows[i].doubts);
    }
}

/* A practice with two rows may have given void ones: no more is found of it than of others. */
static void test_one_row_speaks_for_each_member(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = SECRET RULE("repeat ballots", "void, takes part");
    struct poll_outcome poll = decide_sent(arena, rules,
                                           "Cedar,for,lead,A B,cat@cedar.example,\n"
                                           "Cedar,against,lead,C D,cat@cedar.example,\n");
    check_int(poll.ballots.by_status[RETURN_VOID], 2);
    check_int(poll.remarks.finding_count, 1);
}

static void check_finding(const struct poll_outcome *poll, size_t i, enum finding_kind kind,
                          size_t line, const char *practice)
{
    check_true(i < poll->remarks.finding_count);
    check_int(poll->remarks.findings[i].kind, kind);
    check_int(poll->remarks.findings[i].line, line);
    check_text(poll->remarks.findings[i].practices[0], practice);
    check_true(poll->remarks.findings[i].practice_count > 0);
}

static void test_voters_whom_the_list_does_not_know(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_sent(arena, MOTION,
                                           "Ash,for,lead,May Moss,abe@ash.example,\n"
                                           "Beech,for,lead,Anybody,ben@beech.example,\n"
                                           "Cedar,for,lead,\"COLE, Cat (CEDAR)\",cat@cedar.example,"
                                           "\n"
                                           "Elm,for,lead,E Eton,ed@elm.example,\n");
    check_int(poll.remarks.finding_count, 3);
    check_finding(&poll, 0, FINDING_OTHER_ROLE, 2, "Ash");
    check_text(poll.remarks.findings[0].role, "lead");
    check_text(poll.remarks.findings[0].registered_role, "deputy");
    check_finding(&poll, 1, FINDING_OTHER_VOTER, 2, "Ash");
    check_text(poll.remarks.findings[1].voter, "May Moss");
    check_int(poll.remarks.findings[1].named_count, 2);
    check_text(poll.remarks.findings[1].named[1], "Dr Abe Ash");
    check_finding(&poll, 2, FINDING_OTHER_VOTER, 5, "Elm");
}

static void test_a_deputy_without_a_name_may_be_the_voter(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = MOTION,
                            .roll = roll_of_trees(arena, 4),
                            .decision = "vote",
                            .voters = "practice,email,role,name\n"
                                      "Ash,ann@ash.example,lead,Ann Ash\n"
                                      "Ash,abe@ash.example,deputy,\n"
                                      "Beech,ben@beech.example,proxy,Ben\n",
                            .ballots = "practice,vote,voter,email\n"
                                       "Ash,for,Abe Ash,ann@ash.example\n"
                                       "Beech,for,Anybody,ben@beech.example\n"};
    check_int(decide_tables(arena, tables).remarks.finding_count, 0);
}

static void test_one_person_for_several(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll =
        decide_tables(arena, (struct tables){.rules = MOTION,
                                             .roll = roll_of_trees(arena, 10),
                                             .decision = "vote",
                                             .ballots = "practice,vote,voter,email,role,notified\n"
                                                        "Yew,for,Dr J Smith,js@x.example,,\n"
                                                        "Ash,for,Smith,JS@x.example,,\n"
                                                        "Beech,for,\"Smith, J\",,proxy,yes\n"
                                                        "Cedar,for,Smith,,,\n"
                                                        "Elm,absent,Dr J Smith,js@x.example,,\n"
                                                        "Fir,for,Dr J Smith,,practice manager,\n"
                                                        "Hazel,for,Ann Ash,aa@x.example,,\n"
                                                        "Lime,for,Ann Ash,aa@x.example,,\n"});
    check_int(poll.remarks.finding_count, 3);
    check_finding(&poll, 0, FINDING_ONE_ADDRESS, 9, "Hazel"); /* the name is the same, and told */
    check_int(poll.remarks.findings[0].practice_count, 2);
    check_finding(&poll, 1, FINDING_ONE_ADDRESS, 3, "Ash");
    check_text(poll.remarks.findings[1].practices[1], "Yew");
    check_finding(&poll, 2, FINDING_ONE_VOTER, 4, "Beech");
    check_text(poll.remarks.findings[2].practices[1], "Yew");
}

/* With votes in two rows Ash is one practice; whoever casts a part of them for another is told. */
static void test_one_person_for_parts(void **state)
{
    static const struct {
        const char *rows;
        size_t findings;
    } rows[] = {
        {"Ash,for,2,a@x.example,A Bell\nAsh,against,1,a@x.example,A Bell\n", 0},
        {"Ash,for,2,a@x.example,A Bell\nAsh,against,1,b@x.example,B Cook\n", 0},
        {"Ash,for,2,a@x.example,\nAsh,against,1,b@x.example,\nBeech,for,4,b@x.example,\n", 1},
        {"Ash,for,2,a@x.example,\nAsh,against,1,b@x.example,\nBeech,for,4,a@x.example,\n", 1},
        {"Ash,for,2,,A Bell\nAsh,against,1,,B Cook\nBeech,for,4,,B Cook\n", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll =
            decide_text(arena, RULES MAJORITY RULE("weight", "votes column"),
                        "practice,votes\nAsh,3\nBeech,4\n", "vote",
                        arena_format(arena, "practice,vote,votes,email,voter\n%s", rows[i].rows));
        check_int(poll.remarks.finding_count, rows[i].findings);
        if (rows[i].findings > 0)
            check_int(poll.remarks.findings[0].practice_count, 2);
    }
}

static void test_addresses_that_are_not_there(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = MOTION,
                            .roll = roll_of_trees(arena, 4),
                            .decision = "vote",
                            .voters = VOTERS,
                            .ballots = "practice,vote\nAsh,absent\nBeech,for\n"};
    struct poll_outcome poll = decide_tables(arena, tables);
    check_int(poll.remarks.finding_count, 1);
    check_int(poll.remarks.findings[0].kind, FINDING_ADDRESSES_UNCHECKED);
    check_int(poll.ballots.refusal_count, 0);
    tables.ballots = "practice,vote\nAsh,absent\nBeech,no reply\n";
    check_int(decide_tables(arena, tables).remarks.finding_count, 0);
    tables.voters = NULL;
    tables.ballots = "practice,vote\nAsh,for\n";
    check_int(decide_tables(arena, tables).remarks.finding_count, 0);
}

static void test_interests_that_are_not_declared(void **state)
{
    struct arena *arena = arena_of(state);
    struct tables tables = {.rules = MOTION,
                            .roll = roll_of_trees(arena, 10),
                            .decision = "vote",
                            .interests = "practice,interest,from,to\n"
                                         "Ash,always,,\n"
                                         "Beech,later,2015-06-25,\n"
                                         "Cedar,earlier,,2015-06-23\n"
                                         "Elm,declared,,\n"
                                         "Fir,absent,,\n"
                                         "Hazel,on the day,2015-06-24,2015-06-24\n"
                                         "Lime,no ballot,,\n"
                                         "Maple,refused,,\n",
                            .circumstances.date = {2015, 6, 24},
                            .ballots = "practice,vote,interest,role,received\n"
                                       "Ash,for,no,,2015-06-20 09:00\n"
                                       "Beech,for,,,2015-06-25 09:00\n"
                                       "Cedar,for,,,2015-06-23 09:00\n"
                                       "Elm,,yes,,2015-06-23 09:00\n"
                                       "Fir,absent,,,\n"
                                       "Hazel,abstain,,,2015-06-23 09:00\n"
                                       "Maple,for,,observer,\n"};
    struct poll_outcome poll = decide_tables(arena, tables);
    check_int(poll.remarks.finding_count, 2);
    check_finding(&poll, 0, FINDING_INTEREST, 2, "Ash");
    check_text(poll.remarks.findings[0].interest, "always");
    check_false(poll.remarks.findings[0].any_day);
    check_finding(&poll, 1, FINDING_INTEREST, 7, "Hazel");
    check_int(poll.remarks.findings[1].tenure.to.day, 24);
    tables.circumstances.date = (struct date){0};
    poll = decide_tables(arena, tables); /* by the days on which they came */
    check_int(poll.remarks.finding_count, 3);
    check_finding(&poll, 1, FINDING_INTEREST, 3, "Beech");
    check_finding(&poll, 2, FINDING_INTEREST, 4, "Cedar");
    tables.ballots = "practice,vote\nAsh,for\nBeech,for\n";
    poll = decide_tables(arena, tables);
    check_int(poll.remarks.finding_count, 2);
    check_false(poll.remarks.findings[0].any_day);
    check_true(poll.remarks.findings[1].any_day);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_the_list_refuses),
        test_with_arena(test_the_roles_that_may_vote_are_the_rules),
        test_with_arena(test_the_role_of_a_reading),
        test_with_arena(test_refused_rows_neither_conflict_nor_represent),
        test_with_arena(test_no_address_of_a_secret_vote),
        test_with_arena(test_candidates_of_refused_ballots_are_not_compared),
        test_with_arena(test_one_row_speaks_for_each_member),
        test_with_arena(test_voters_whom_the_list_does_not_know),
        test_with_arena(test_a_deputy_without_a_name_may_be_the_voter),
        test_with_arena(test_one_person_for_several),
        test_with_arena(test_one_person_for_parts),
        test_with_arena(test_addresses_that_are_not_there),
        test_with_arena(test_interests_that_are_not_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

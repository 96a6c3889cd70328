/* SPDX-License-Identifier: MIT */

/* What each row of a ballot file is worth: role and proxy, then interest, then repeats. */
#include "unit/polls.h"

#define MOTION RULES ONE_EACH MAJORITY

static const struct date vote_on = {2015, 6, 24};

static struct poll_outcome decide_rows(struct arena *arena, const char *rules, const char *rows)
{
    return decide_tables(arena, (struct tables){.rules = rules,
                                                .roll = roll_of_trees(arena, 4),
                                                .decision = "vote",
                                                .ballots = rows,
                                                .circumstances.date = vote_on});
}

static void check_row(const struct poll_outcome *poll, size_t row, enum return_status status,
                      enum return_reason reason, size_t other_line)
{
    check_int(poll->ballots.returns[row].status, status);
    check_int(poll->ballots.returns[row].reason, reason);
    check_int(poll->ballots.returns[row].other_line, other_line);
}

/* The rows and the members are told where they are asked for. */
static void test_lists_are_asked_for(void **state)
{
    struct arena *arena = arena_of(state);
    const struct tables tables = {.rules = MOTION,
                                  .roll = roll_of_trees(arena, 4),
                                  .decision = "vote",
                                  .ballots = "practice,vote\nAsh,for\nBeech,against\n"};
    const struct assembly assembly = assemble(arena, &tables);
    const struct circumstances none = {0};
    for (int asked = 0; asked <= 1; asked++) {
        struct poll_outcome poll = decide_poll(arena, &assembly.rules, &assembly.roll,
                                               &assembly.box.polls[0], &none, asked != 0);
        check_int(poll.ballots.returns != NULL, asked);
        check_int(poll.roll_call.standings != NULL, asked);
        check_int(poll.ballots.by_status[RETURN_COUNTED], 2);
    }
}

struct role_row {
    const char *voters, *role;
    bool may;
};

static const struct role_row role_rows[] = {
    {"lead, deputy, proxy", "", true},
    {"lead, deputy, proxy", "lead", true},
    {"lead, deputy, proxy", "Deputy", true},
    {"lead, deputy, proxy", "practice manager", false},
    {"lead, deputy, proxy", "public representative", false},
    {"lead, deputy, proxy", "observer", false},
    {"lead, deputy, proxy", "other", false},
    {"lead", "deputy", false},
    {"lead, practice manager", "practice manager", true},
    {"deputy", "", false}, /* a blank role is the lead */
};

static void test_only_the_rules_voters_vote(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof role_rows / sizeof *role_rows; i++) {
        const struct role_row *row = &role_rows[i];
        const char *rules = arena_format(arena, "%svote,voters,\"%s\",,\n", MOTION, row->voters);
        struct poll_outcome poll = decide_rows(
            arena, rules, arena_format(arena, "practice,vote,role\nAsh,for,%s\n", row->role));
        check_row(&poll, 0, row->may ? RETURN_COUNTED : RETURN_REFUSED,
                  row->may ? REASON_NONE : REASON_ROLE, 0);
        check_int(poll.ballots.refusal_count, row->may ? 0 : 1);
        check_int(poll.ballots.returns[0].votes, row->may ? 1 : 0);
    }
}

struct proxy_row {
    const char *rule, *voter, *notified;
    enum return_reason reason;
};

static const struct proxy_row proxy_rows[] = {
    {"named and notified", "Mrs Ringer", "yes", REASON_NONE},
    {"named and notified", "Mrs Ringer", "2015-06-22", REASON_NONE},
    {"named and notified", "Mrs Ringer", "2015-06-24", REASON_NONE}, /* the day itself */
    {"named and notified", "Mrs Ringer", "2015-06-25", REASON_PROXY_TOLD_LATE},
    {"named and notified", "Mrs Ringer", "", REASON_PROXY_NOT_NOTIFIED},
    {"named and notified", "", "yes", REASON_PROXY_NOT_NAMED},
    {"named and notified", "", "", REASON_PROXY_NOT_NAMED},
    {"named", "Mrs Ringer", "", REASON_NONE},
    {"named", "Mrs Ringer", "2015-06-25", REASON_NONE},
    {"named", "", "yes", REASON_PROXY_NOT_NAMED},
    {"any", "", "", REASON_NONE},
    {"any", "Mrs Ringer", "2015-06-25", REASON_NONE},
    {"none", "Mrs Ringer", "yes", REASON_PROXY_NOT_ALLOWED},
};

static void test_each_proxy_rule(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof proxy_rows / sizeof *proxy_rows; i++) {
        const struct proxy_row *row = &proxy_rows[i];
        const char *rules = arena_format(arena, "%svote,proxy,%s,,\n", MOTION, row->rule);
        struct poll_outcome poll = decide_rows(
            arena, rules,
            arena_format(arena, "practice,vote,role,voter,notified\nAsh,for,proxy,%s,%s\n",
                         row->voter, row->notified));
        check_row(&poll, 0, row->reason == REASON_NONE ? RETURN_COUNTED : RETURN_REFUSED,
                  row->reason, 0);
        check_true(poll.ballots.returns[0].by_proxy);
    }
}

static struct moment at(const char *text)
{
    struct moment moment;
    check_true(moment_parse(text, &moment));
    return moment;
}

/* Open from 9:00 to 17:00: both ends are inside. Role and proxy are looked at first. */
static void test_ballots_outside_the_time_are_refused(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *row;
        enum return_reason reason;
        int present;
    } rows[] = {
        {"Ash,for,lead,2015-07-03 08:59:59", REASON_EARLY, 0},
        {"Ash,for,lead,2015-07-03 09:00", REASON_NONE, 1},
        {"Ash,for,lead,2015-07-03 17:00:00", REASON_NONE, 1},
        {"Ash,for,lead,2015-07-03 17:00:01", REASON_LATE, 0},
        {"Ash,for,lead,2015-07-20 10:00", REASON_LATE, 0},
        {"Ash,for,observer,2015-07-20 10:00", REASON_ROLE, 0},
        {"Ash,absent,lead,", REASON_NONE, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){.rules = MOTION,
                                   .roll = roll_of_trees(arena, 1),
                                   .decision = "vote",
                                   .ballots = arena_format(
                                       arena, "practice,vote,role,received\n%s\n", rows[i].row),
                                   .circumstances.opens = at("2015-07-03 09:00"),
                                   .circumstances.closes = at("2015-07-03 17:00")});
        check_int(poll.ballots.returns[0].reason, rows[i].reason);
        check_int(poll.ballots.returns[0].status == RETURN_REFUSED, rows[i].reason != REASON_NONE);
        check_int(poll.counts[GROUP_PRESENT].members, rows[i].present);
    }
}

/* A late ballot does not void the one that came in time. */
static void test_a_late_ballot_is_no_repeat(void **state)
{
    struct poll_outcome poll = decide_tables(
        arena_of(state),
        (struct tables){.rules = MOTION,
                        .roll = roll_of_trees(arena_of(state), 2),
                        .decision = "vote",
                        .ballots = "practice,vote,received\nAsh,for,2015-07-01 10:00\n"
                                   "Ash,against,2015-07-09 10:00\nBeech,for,2015-07-02 10:00\n",
                        .circumstances.closes = at("2015-07-03 17:00")});
    check_row(&poll, 0, RETURN_COUNTED, REASON_NONE, 0);
    check_row(&poll, 1, RETURN_REFUSED, REASON_LATE, 0);
    check_int(poll.counts[GROUP_FOR].members, 2);
    check_int(poll.ballots.after_the_day, 0);
}

/* Without a closing time a later day is told, and counts. */
static void test_a_later_day_is_told(void **state)
{
    struct poll_outcome poll = decide_tables(
        arena_of(state),
        (struct tables){.rules = MOTION,
                        .roll = roll_of_trees(arena_of(state), 4),
                        .decision = "vote",
                        .ballots = "practice,vote,received\nAsh,for,2015-07-04 00:01\n"
                                   "Beech,against,2015-07-04 00:00\nCedar,for,\n"
                                   "Elm,for,2015-07-03 23:59\n",
                        .circumstances.date = {2015, 7, 3}});
    check_int(poll.ballots.after_the_day, 2);
    check_int(poll.counts[GROUP_AGAINST].members, 1);
}

/* A ballot that came more than 60 days before is told, and counts; not where --opens says whether
 * it came too early. */
static void test_a_day_long_before_is_told(void **state)
{
    static const struct {
        const char *date, *opens, *closes;
        size_t told;
        struct date day;
    } cases[] = {
        {"2015-07-03", NULL, NULL, 2, {2015, 7, 3}},
        {"2015-07-02", NULL, NULL, 1, {2015, 7, 2}}, /* the 60th day before it is near */
        {NULL, NULL, "2015-07-03 17:00", 2, {2015, 7, 3}},
        {NULL, NULL, NULL, 1, {2015, 7, 2}}, /* when the last came */
        {"2015-07-03", "2014-01-01 00:00", NULL, 0, {2015, 7, 3}},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct circumstances known = {0};
        if (cases[i].date != NULL)
            check_true(date_parse(cases[i].date, &known.date));
        if (cases[i].opens != NULL)
            known.opens = at(cases[i].opens);
        if (cases[i].closes != NULL)
            known.closes = at(cases[i].closes);
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){.rules = MOTION,
                                   .roll = roll_of_trees(arena, 4),
                                   .decision = "vote",
                                   .ballots = "practice,vote,received\nAsh,for,2014-07-02 10:00\n"
                                              "Beech,against,2015-05-03 10:00\n"
                                              "Cedar,for,2015-07-02 10:00\n",
                                   .circumstances = known});
        check_int((long long)poll.ballots.long_before, (long long)cases[i].told);
        check_int(date_compare(poll.ballots.day, cases[i].day), 0);
        check_int(poll.counts[GROUP_FOR].members, 2);
    }
}

/* Without the day of the vote nobody can say that the lead was told late. */
static void test_a_proxy_is_not_late_for_an_unknown_day(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state), MOTION, roll_of_trees(arena_of(state), 1), "vote",
                    "practice,vote,role,voter,notified\nAsh,for,proxy,Mrs Ringer,2015-06-25\n");
    check_row(&poll, 0, RETURN_COUNTED, REASON_NONE, 0);
    check_int(poll.ballots.returns[0].notified_on.day, 25);
}

/* A role that is not among the voters is refused for that, whatever the proxy rule says. */
static void test_a_proxy_needs_both_rules(void **state)
{
    struct poll_outcome poll =
        decide_rows(arena_of(state), MOTION RULE("voters", "lead, deputy"),
                    "practice,vote,role,voter,notified\nAsh,for,proxy,Mrs Ringer,yes\n");
    check_row(&poll, 0, RETURN_REFUSED, REASON_ROLE, 0);
}

/* Refused rows never conflict and represent nobody. */
static void test_refused_rows_stand_aside(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_rows(arena, MOTION,
                                           "practice,vote,role\n"
                                           "Ash,against,observer\n"
                                           "Ash,for,lead\n"
                                           "Beech,for,observer\n"
                                           "Beech,against,other\n");
    check_row(&poll, 0, RETURN_REFUSED, REASON_ROLE, 0);
    check_row(&poll, 1, RETURN_COUNTED, REASON_NONE, 0);
    check_row(&poll, 2, RETURN_REFUSED, REASON_ROLE, 0);
    check_row(&poll, 3, RETURN_REFUSED, REASON_ROLE, 0);
    check_int(poll.counts[GROUP_PRESENT].members, 1);
    check_int(poll.counts[GROUP_FOR].members, 1);
    check_int(poll.ballots.refusal_count, 3);
    check_int(poll.ballots.refusals[0].line, 2);
    check_text(poll.ballots.refusals[0].practice, "Ash");
    check_text(poll.ballots.refusals[0].role, "observer");
    check_int(poll.roll_call.standings[0].stance, STANDING_VOTED);
    check_int(poll.roll_call.standings[1].stance, STANDING_REFUSED);
    /* An interest that a refused row declares is nobody's. */
    poll = decide_rows(arena, MOTION,
                       "practice,vote,role,interest\nAsh,for,lead,\nBeech,,observer,yes\n");
    check_row(&poll, 1, RETURN_REFUSED, REASON_ROLE, 0);
    check_int(poll.counts[GROUP_INTERESTED].members, 0);
    check_int(poll.roll_call.interested_count, 0);
}

static void test_an_interest_beats_a_vote(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_rows(arena, MOTION,
                                           "practice,vote,interest\n"
                                           "Ash,for,yes\n"
                                           "Beech,,yes\n"
                                           "Cedar,absent,yes\n"
                                           "Elm,for,no\n");
    check_row(&poll, 0, RETURN_INTERESTED, REASON_NONE, 0);
    check_row(&poll, 1, RETURN_INTERESTED, REASON_NONE, 0);
    check_row(&poll, 2, RETURN_ABSENT, REASON_NONE, 0);
    check_row(&poll, 3, RETURN_COUNTED, REASON_NONE, 0);
    check_int(poll.counts[GROUP_FOR].members, 1);
    check_int(poll.counts[GROUP_INTERESTED].members, 2);
    check_int(poll.counts[GROUP_ABSENT].members, 1);
    check_int(poll.roll_call.interested_count, 2);
    check_text(poll.roll_call.interested[0], "Ash");
    check_int(poll.ballots.returns[0].votes, 0);
}

struct repeat_row {
    const char *first, *second; /* vote,interest of one practice, twice */
    bool agree;
};

static const struct repeat_row repeat_rows[] = {
    {"for,", "for,", true},           {"for,", "yes,", true},
    {"for,", "against,", false},      {"for,", "abstain,", false},
    {"for,", "present,", false},      {"for,", "absent,", false},
    {"absent,", "no reply,", true},   {"abstain,", "present,", false},
    {"for,yes", "against,yes", true}, {",yes", "for,yes", true},
    {"for,yes", "for,", false},       {"absent,yes", "absent,", true},
    {"absent,yes", ",yes", false},
};

static void test_what_is_the_same_answer(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof repeat_rows / sizeof *repeat_rows; i++) {
        const struct repeat_row *row = &repeat_rows[i];
        const char *ballots = arena_format(arena, "practice,vote,interest\nAsh,%s\nAsh,%s\n",
                                           row->first, row->second);
        struct tables tables = {.rules = MOTION,
                                .roll = roll_of_trees(arena, 4),
                                .decision = "vote",
                                .ballots = ballots};
        check_int(conflicts_in(arena, tables), row->agree ? 0 : 1);
        if (!row->agree)
            continue;
        struct poll_outcome poll = decide_tables(arena, tables);
        bool interests = poll.ballots.returns[0].status == RETURN_INTERESTED;
        check_row(&poll, 1, RETURN_SUPERSEDED,
                  interests ? REASON_SAME_INTEREST : REASON_SAME_ANSWER, 2);
        check_int(poll.ballots.by_status[RETURN_SUPERSEDED], 1);
    }
}

/* Two votes for one candidate are one, and of whom they are is asked. */
static void test_two_votes_for_candidates(void **state)
{
    struct tables tables = {.rules = RULES ONE_EACH MOST_VOTES,
                            .roll = roll_of_trees(arena_of(state), 1),
                            .decision = "vote",
                            .ballots = "practice,vote\nAsh,Dr A\nAsh,Dr A\n"};
    check_int(conflicts_in(arena_of(state), tables), 0);
    struct poll_outcome poll = decide_tables(arena_of(state), tables);
    check_row(&poll, 1, RETURN_SUPERSEDED, REASON_SAME_ANSWER, 2);
    tables.ballots = "practice,vote\nAsh,Dr A\nAsh,Dr B\n";
    check_int(conflicts_in(arena_of(state), tables), 1);
}

/* Who was there at the opening and was not is said once, however many rows say the one or the
 * other. */
static void test_one_conflict_of_an_opening(void **state)
{
    struct tables tables = {
        .rules = MOTION RULE("quorum at", "opening") RULE("quorum", "at least 2 members present"),
        .roll = roll_of_trees(arena_of(state), 2),
        .decision = "vote",
        .ballots = "practice,vote,opening\nAsh,for,yes\nAsh,for,no\nAsh,for,yes\nBeech,for,yes\n"};
    check_int((long long)conflicts_in(arena_of(state), tables), 1);
}

struct rule_row {
    const char *rule;
    const char *rows;   /* vote,received of Ash */
    const char *status; /* a letter a row: c counted, s superseded, v void */
    const char
        *reason; /* a letter a row: - none, = same answer, < first counts, > last, ! differ */
    const char *counts; /* the vote that counts, NULL when void, "" for a conflict */
};

#define NO_TIMES(one, two, three) "Ash," one ",\nAsh," two ",\nAsh," three ",\n"
#define AT(one, at_one, two, at_two)                                                               \
    "Ash," one ",2015-06-24 " at_one "\nAsh," two ",2015-06-24 " at_two "\n"

static const struct rule_row rule_rows[] = {
    {"error", NO_TIMES("for", "for", "against"), NULL, NULL, ""},
    {"error", NO_TIMES("for", "for", "yes"), "css", "-==", "for"},
    {"void, takes part", NO_TIMES("for", "for", "against"), "vvv", "!!!", NULL},
    {"void, does not take part", NO_TIMES("for", "abstain", "for"), "vvv", "!!!", NULL},
    {"void, takes part", NO_TIMES("for", "for", "for"), "css", "-==", "for"},
    /* Without times the order in the file decides. */
    {"first counts", NO_TIMES("for", "against", "for"), "css", "-<=", "for"},
    {"last counts", NO_TIMES("for", "against", "against"), "ssc", ">=-", "against"},
    {"last counts", NO_TIMES("for", "for", "against"), "ssc", ">>-", "against"},
    /* With times they do. */
    {"first counts", AT("for", "10:00", "against", "09:00"), "sc", "<-", "against"},
    {"first counts", AT("for", "09:00", "against", "10:00"), "cs", "-<", "for"},
    {"last counts", AT("for", "10:00", "against", "09:00"), "cs", "->", "for"},
    {"last counts", AT("for", "09:00", "against", "10:00"), "sc", ">-", "against"},
    /* Tied or mixed times cannot tell. */
    {"last counts", AT("for", "09:00", "against", "09:00"), NULL, NULL, ""},
    {"first counts", AT("for", "09:00", "against", "09:00"), NULL, NULL, ""},
    {"first counts", "Ash,for,2015-06-24 09:00\nAsh,against,\n", NULL, NULL, ""},
    {"last counts", "Ash,for,\nAsh,against,2015-06-24 09:00\n", NULL, NULL, ""},
    /* Where a later one settles it the tie before it is no matter. */
    {"last counts", AT("for", "09:00", "against", "09:00") "Ash,abstain,2015-06-24 10:00\n", "ssc",
     ">>-", "abstain"},
    {"first counts", AT("for", "09:00", "against", "09:00") "Ash,abstain,2015-06-24 10:00\n", NULL,
     NULL, ""},
    /* The same answer at the same time needs no telling. */
    {"last counts", AT("for", "09:00", "for", "09:00"), "cs", "-=", "for"},
};

static char status_letter(enum return_status status)
{
    switch (status) {
    case RETURN_COUNTED:
    case RETURN_ABSTAINED:
        return 'c';
    case RETURN_SUPERSEDED:
        return 's';
    case RETURN_VOID:
        return 'v';
    default:
        return '?';
    }
}

static char reason_letter(enum return_reason reason)
{
    switch (reason) {
    case REASON_NONE:
        return '-';
    case REASON_SAME_ANSWER:
        return '=';
    case REASON_FIRST_COUNTS:
        return '<';
    case REASON_LAST_COUNTS:
        return '>';
    case REASON_DIFFERENT_ANSWERS:
        return '!';
    default:
        return '?';
    }
}

static void check_rule_row(struct arena *arena, const struct rule_row *row)
{
    struct tables tables = {
        .rules = arena_format(arena, "%svote,repeat ballots,\"%s\",,\n", MOTION, row->rule),
        .roll = roll_of_trees(arena, 2),
        .decision = "vote",
        .ballots = arena_format(arena, "practice,vote,received\n%sBeech,for,2015-06-24 08:00\n",
                                row->rows)};
    bool conflict = row->counts != NULL && *row->counts == '\0';
    check_int(conflicts_in(arena, tables) > 0, conflict);
    if (conflict)
        return;
    struct poll_outcome poll = decide_tables(arena, tables);
    for (size_t i = 0; row->status[i] != '\0'; i++) {
        check_int(status_letter(poll.ballots.returns[i].status), row->status[i]);
        check_int(reason_letter(poll.ballots.returns[i].reason), row->reason[i]);
        if (row->reason[i] != '-')
            check_true(poll.ballots.returns[i].other_line >= 2 &&
                       poll.ballots.returns[i].other_line <= 4);
    }
    const char *counts = row->counts == NULL ? NULL : poll.roll_call.standings[0].by->vote;
    check_text(counts, row->counts);
    check_int(poll.roll_call.standings[0].stance, row->counts == NULL ? STANDING_VOID
                                                  : strcmp(row->counts, "abstain") == 0
                                                      ? STANDING_ABSTAINED
                                                      : STANDING_VOTED);
}

static void test_each_repeat_rule(void **state)
{
    for (size_t i = 0; i < sizeof rule_rows / sizeof *rule_rows; i++)
        check_rule_row(arena_of(state), &rule_rows[i]);
}

/* Zones are compared as the points in time that they are: 09:30+01:00 is before 09:00Z. */
static void test_times_with_zones(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome poll = decide_rows(arena, MOTION RULE("repeat ballots", "last counts"),
                                           "practice,vote,received\nAsh,for,2015-06-24T09:00:00Z\n"
                                           "Ash,against,2015-06-24T09:30:00+01:00\n");
    check_row(&poll, 0, RETURN_COUNTED, REASON_NONE, 0);
    check_row(&poll, 1, RETURN_SUPERSEDED, REASON_LAST_COUNTS, 2);
}

/* A conflict names the two rows. */
static void test_a_conflict_tells_its_rows(void **state)
{
    struct arena *arena = arena_of(state);
    struct assembly tables = assemble(
        arena, &(struct tables){.rules = MOTION,
                                .roll = roll_of_trees(arena, 3),
                                .decision = "vote",
                                .ballots = "practice,vote\nCedar,for\nAsh,for\nCedar,against\n"
                                           "Ash,for\nAsh,abstain\n"});
    size_t count = 0;
    struct circumstances none = {0};
    const struct conflict *conflicts =
        decide_conflicts(arena, &tables.rules, &tables.roll, &tables.box.polls[0], &none, &count);
    check_int(count, 2);
    check_int(conflicts[0].earlier->line, 3); /* Ash stands first in the roll */
    check_int(conflicts[0].ballot->line, 6);
    check_int(conflicts[1].earlier->line, 2);
    check_int(conflicts[1].ballot->line, 4);
    check_int(conflicts[0].kind, CONFLICT_ANSWERS);
}

/* Every row of the file is accounted for, once. */
static void test_all_rows_add_up(void **state)
{
    struct poll_outcome poll =
        decide_rows(arena_of(state), MOTION RULE("repeat ballots", "void, takes part"),
                    "practice,vote,role,interest\n"
                    "Ash,for,lead,\nAsh,for,lead,\nAsh,for,observer,\n"
                    "Beech,for,lead,\nBeech,against,lead,\n"
                    "Cedar,,lead,yes\nElm,abstain,deputy,\n");
    static const size_t wanted[RETURN_STATUSES] = {
        [RETURN_COUNTED] = 1, [RETURN_ABSTAINED] = 1,  [RETURN_INTERESTED] = 1,
        [RETURN_REFUSED] = 1, [RETURN_SUPERSEDED] = 1, [RETURN_VOID] = 2,
    };
    size_t sum = 0;
    for (size_t status = 0; status < RETURN_STATUSES; status++) {
        check_int(poll.ballots.by_status[status], wanted[status]);
        sum += poll.ballots.by_status[status];
    }
    check_int(poll.ballots.rows, 7);
    check_int(sum, 7);
    check_int(poll.ballots.return_count, 7);
}

/* A column of numbers may be of something else than votes cast, unless somebody cast all. */
static void test_numbers_that_may_be_no_parts(void **state)
{
    static const struct {
        const char *rows;
        size_t conflicts;
    } cases[] = {
        {"Ash,for,1,\nBeech,for,2,\n", 1},
        {"Beech,for,2,\n", 1},
        {"Ash,,,yes\nBeech,for,2,\n", 1},
        {"Ash,for,3,\nBeech,for,2,\n", 0},
        {"Beech,for,2,\nAsh,for,3,\n", 0},
        {"Ash,for,1,\nAsh,against,2,\nBeech,for,2,\n", 0},
        {"Beech,for,2,\nCedar,for,1,\nCedar,abstain,4,\n", 0},
        {"Ash,for,,\nBeech,against,,\n", 0},
        {"Ash,,2,yes\nBeech,for,,\n", 0},
        {"Ash,for,2,\nAsh,against,2,\nBeech,for,4,\n", 1}, /* more than it has */
        {"Ash,for,2,\nAsh,against,2,\nBeech,for,2,\n", 1}, /* and that alone is told */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        print_message("%s", cases[i].rows);
        check_int(conflicts_in(arena,
                               (struct tables){
                                   .rules = RULES MAJORITY RULE("weight", "votes column"),
                                   .roll = "practice,votes\nAsh,3\nBeech,4\nCedar,5\n",
                                   .decision = "vote",
                                   .ballots = arena_format(
                                       arena, "practice,vote,votes,interest\n%s", cases[i].rows)}),
                  cases[i].conflicts);
    }
}

/* One row each, in the order of the roll: a part may be more than its member has all the same. */
static void test_a_conflict_of_one_row_each(void **state)
{
    static const struct {
        const char *rules, *rows;
        int conflicts;
    } cases[] = {
        {"", "practice,vote,votes\nAsh,for,3\nBeech,for,4\nCedar,against,6\n", 1},
        {"", "practice,vote,votes\nAsh,for,3\nBeech,for,4\nCedar,against,5\n", 0},
        {"", "practice,vote,role,voter\nAsh,for,proxy,Mrs Z\nBeech,for,proxy,Mrs Z\n", 0},
        {RULE("proxies", "at most 1 a person"),
         "practice,vote,role,voter\nAsh,for,proxy,Mrs Z\nBeech,for,proxy,Mrs Z\n", 1},
        {"", "practice,vote\nAsh,for\nBeech,for\n", 0},
        {"", "practice,vote\nBeech,for\nAsh,for\nBeech,against\n", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int as_read = 0; as_read <= 1; as_read++) {
            struct tables tables = {.rules =
                                        arena_format(arena, "%s%s",
                                                     RULES MAJORITY RULE("weight", "votes column")
                                                         RULE("proxy", "named"),
                                                     cases[i].rules),
                                    .roll = "practice,votes\nAsh,3\nBeech,4\nCedar,5\n",
                                    .decision = "vote",
                                    .ballots = cases[i].rows,
                                    .as_read = as_read != 0};
            check_int(conflicts_in(arena, tables), cases[i].conflicts);
        }
}

/* Whoever is the proxy of another is there for a member, in whatever order they stand. */
static void test_proxies_from_a_member_present(void **state)
{
    static const struct {
        const char *rows;
        int conflicts;
    } cases[] = {
        {"Ash,for,proxy,Mrs Z\nBeech,for,lead,Ann Hall\n", 1},
        {"Ash,for,proxy,Ann Hall\nBeech,for,lead,Ann Hall\n", 0},
        {"Ash,for,lead,Zoe Wood\nBeech,for,lead,Ann Hall\nCedar,for,proxy,Ann Hall\n"
         "Elm,for,proxy,Zoe Wood\n",
         0},
        {"Ash,for,lead,Zoe Wood\nBeech,absent,lead,Ann Hall\nCedar,for,proxy,Ann Hall\n"
         "Elm,for,proxy,Mrs Z\n",
         2},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_int(conflicts_in(arena, (struct tables){.rules = MOTION RULE("proxy", "named")
                                                          RULE("proxies", "from a member present"),
                                                      .roll = roll_of_trees(arena, 4),
                                                      .decision = "vote",
                                                      .ballots = arena_format(
                                                          arena, "practice,vote,role,voter\n%s",
                                                          cases[i].rows)}),
                  cases[i].conflicts);
}

/* A row tells what it casts, one vote too. */
static void test_a_row_of_one_vote(void **state)
{
    struct poll_outcome poll =
        decide_text(arena_of(state), RULES MAJORITY RULE("weight", "votes column"),
                    "practice,votes\nAsh,3\nBeech,4\n", "vote",
                    "practice,vote,votes\nAsh,for,1\nAsh,against,2\nBeech,for,\n");
    check_int(poll.ballots.returns[0].votes, 1);
    check_int(poll.ballots.returns[1].votes, 2);
    check_int(poll.ballots.returns[2].votes, 4);
    /* In tenths, as the column has them. */
    poll = decide_text(arena_of(state), RULES MAJORITY RULE("weight", "votes column"),
                       "practice,votes\nAsh,3.0\nBeech,4.5\n", "vote",
                       "practice,vote,votes\nAsh,for,1\nAsh,against,2\nBeech,for,\n");
    check_int(poll.ballots.returns[0].votes, 10);
    check_int(poll.ballots.returns[1].votes, 20);
    check_int(poll.ballots.returns[2].votes, 45);
}

/* The first in the order of the roll, with what it gave of what it has. */
static void test_whose_numbers_are_doubted(void **state)
{
    struct arena *arena = arena_of(state);
    struct assembly tables = assemble(
        arena,
        &(struct tables){.rules = RULES MAJORITY RULE("weight", "votes column"),
                         .roll = "practice,votes\nAsh,3\nBeech,4\nCedar,5\n",
                         .decision = "vote",
                         .ballots = "practice,vote,votes\nCedar,for,1\nBeech,for,2\nBeech,against,1"
                                    "\n"});
    size_t count = 0;
    struct circumstances none = {0};
    const struct conflict *conflicts =
        decide_conflicts(arena, &tables.rules, &tables.roll, &tables.box.polls[0], &none, &count);
    check_int(count, 1);
    check_int(conflicts[0].kind, CONFLICT_PARTS_DOUBTED);
    check_int(conflicts[0].ballot->line, 3);
    check_int(conflicts[0].has, 4);
    check_int(conflicts[0].given, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_lists_are_asked_for),
        test_with_arena(test_only_the_rules_voters_vote),
        test_with_arena(test_each_proxy_rule),
        test_with_arena(test_ballots_outside_the_time_are_refused),
        test_with_arena(test_a_late_ballot_is_no_repeat),
        test_with_arena(test_a_later_day_is_told),
        test_with_arena(test_a_day_long_before_is_told),
        test_with_arena(test_a_proxy_is_not_late_for_an_unknown_day),
        test_with_arena(test_a_proxy_needs_both_rules),
        test_with_arena(test_refused_rows_stand_aside),
        test_with_arena(test_an_interest_beats_a_vote),
        test_with_arena(test_what_is_the_same_answer),
        test_with_arena(test_two_votes_for_candidates),
        test_with_arena(test_one_conflict_of_an_opening),
        test_with_arena(test_each_repeat_rule),
        test_with_arena(test_times_with_zones),
        test_with_arena(test_a_conflict_tells_its_rows),
        test_with_arena(test_numbers_that_may_be_no_parts),
        test_with_arena(test_a_conflict_of_one_row_each),
        test_with_arena(test_proxies_from_a_member_present),
        test_with_arena(test_a_row_of_one_vote),
        test_with_arena(test_whose_numbers_are_doubted),
        test_with_arena(test_all_rows_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

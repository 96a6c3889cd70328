/* SPDX-License-Identifier: MIT */

/* Ballot files to fill in: which columns they have, and what stands in them. */
#include "polls.h"

#include "commands/ballot_template.h"

static const struct ballot_template *wanted_of(struct arena *arena, const char *rules,
                                               const char *roll, const char *decision)
{
    struct tables tables = {.rules = rules, .roll = roll, .decision = decision};
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct ruleset *set = arena_alloc(arena, 1, sizeof *set);
    struct ballot_template *wanted = arena_alloc(arena, 1, sizeof *wanted);
    *assembly = assemble(arena, &tables);
    *set = rules_resolve(arena, &assembly->rules, decision, NULL, 0);
    *wanted = (struct ballot_template){.rules = set, .roll = &assembly->roll};
    return wanted;
}

/* The first two lines, without the byte order mark: "practice,vote | Ash,absent". */
static const char *top_of(struct arena *arena, const char *table)
{
    static const char mark[] = "\xEF\xBB\xBF";
    check_int(strncmp(table, mark, 3), 0);
    const char *first = table + 3, *end = strstr(first, "\r\n");
    check_true(end != NULL);
    const char *second = end + 2;
    size_t length = strcspn(second, "\r");
    return arena_format(arena, "%.*s | %.*s", (int)(end - first), first, (int)length, second);
}

static const char *top_by(struct arena *arena, const char *rules)
{
    return top_of(arena, ballot_template_table(
                             arena, wanted_of(arena, rules, roll_of_trees(arena, 2), "vote")));
}

static const char *top_in_oxfordshire(struct arena *arena, const char *decision)
{
    return top_of(arena, ballot_template_table(arena, wanted_of(arena, NULL, NULL, decision)));
}

static void test_columns_of_each_kind_in_oxfordshire(void **state)
{
    struct arena *arena = arena_of(state);
    static const char at_meeting[] = "practice,code,vote,role,voter,notified,interest,reason | "
                                     "The Hart Surgery,K84001,absent,,,,,";
    static const char by_email[] = "practice,code,vote,role,voter,interest,reason | "
                                   "The Hart Surgery,K84001,no reply,,,,";
    check_text(top_in_oxfordshire(arena, "meeting"), at_meeting);
    check_text(top_in_oxfordshire(arena, "censure"), at_meeting);
    check_text(top_in_oxfordshire(arena, "admission"), at_meeting);
    check_text(top_in_oxfordshire(arena, "email"), by_email);
    check_text(top_in_oxfordshire(arena, "censure-by-email"), by_email);
    /* Secret, without proxies, and open for at least 5 working days. */
    check_text(top_in_oxfordshire(arena, "election"),
               "practice,code,vote,role,received | The Hart Surgery,K84001,no reply,,");
    /* Secret, with proxies, at a meeting. */
    check_text(top_in_oxfordshire(arena, "further-election"),
               "practice,code,vote,role,voter,notified | The Hart Surgery,K84001,absent,,,");
}

static void test_columns_go_by_the_rules(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(top_by(arena, RULES ONE_EACH MAJORITY),
               "practice,vote,role,voter,notified,interest,reason | Ash,absent,,,,,");
    check_text(top_by(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none")),
               "practice,vote,role,voter,interest,reason | Ash,absent,,,,");
    check_text(top_by(arena, RULES ONE_EACH MAJORITY RULE("voters", "lead")),
               "practice,vote,role,voter,interest,reason | Ash,absent,,,,");
    check_text(top_by(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none")
                                 RULE("repeat ballots", "last counts")),
               "practice,vote,role,voter,interest,received,reason | Ash,absent,,,,,");
    check_text(top_by(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none")
                                 RULE("period", "at least 5 working days")),
               "practice,vote,role,voter,interest,received,reason | Ash,absent,,,,,");
    check_text(top_by(arena, RULES ONE_EACH MOST_VOTES RULE("proxy", "none")),
               "practice,vote,role,voter,interest | Ash,no reply,,,");
    check_text(
        top_by(arena, RULES ONE_EACH MOST_VOTES RULE("proxy", "none") RULE("secrecy", "secret")),
        "practice,vote,role | Ash,no reply,");
    check_text(top_by(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none")
                                 READING("by mail", "quorum", "at least half of practices replying")
                                     RULE("quorum", "none")),
               "practice,vote,role,voter,interest,reason | Ash,no reply,,,,");
}

static void test_a_window_of_time_asks_for_times(void **state)
{
    struct arena *arena = arena_of(state);
    struct ballot_template wanted = *wanted_of(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none"),
                                               roll_of_trees(arena, 1), "vote");
    wanted.timed = true;
    check_text(ballot_template_table(arena, &wanted),
               "\xEF\xBB\xBFpractice,vote,role,voter,interest,received,reason\r\n"
               "Ash,absent,,,,,\r\n");
}

static void test_a_row_for_each_member_and_motion(void **state)
{
    static const char *const motions[] = {"=1+1, or more", "B"};
    struct arena *arena = arena_of(state);
    struct ballot_template wanted =
        *wanted_of(arena, RULES ONE_EACH MOST_VOTES RULE("secrecy", "secret") RULE("proxy", "none"),
                   roll_of_trees(arena, 2), "vote");
    wanted.motions = motions;
    wanted.motion_count = 2;
    check_text(ballot_template_table(arena, &wanted), "\xEF\xBB\xBFpractice,motion,vote,role\r\n"
                                                      "Ash,\"'=1+1, or more\",no reply,\r\n"
                                                      "Beech,\"'=1+1, or more\",no reply,\r\n"
                                                      "Ash,B,no reply,\r\n"
                                                      "Beech,B,no reply,\r\n");
}

static const char *with_code(struct arena *arena, const char *code)
{
    const char *roll =
        arena_format(arena, "practice,list size,code\nAsh,1000,K84001\nBeech,2000,%s\n", code);
    const char *top = top_of(
        arena,
        ballot_template_table(arena, wanted_of(arena, RULES ONE_EACH MAJORITY, roll, "vote")));
    return strstr(top, ",code,") != NULL ? "codes" : "none";
}

/* 1E5 would come back as 100000, and MAR1 as a day in March. */
static void test_codes_that_a_spreadsheet_changes_are_left_out(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(with_code(arena, "Y02900"), "codes");
    check_text(with_code(arena, ""), "codes");
    check_text(with_code(arena, "1E5"), "none");
    check_text(with_code(arena, "007"), "none");
    check_text(with_code(arena, "MAR1"), "none");
    check_text(with_code(arena, "TRUE"), "none");
    check_text(with_code(arena, "=A1"), "none");
}

/* A name that begins a formula is made harmless, and read again as the same member. */
static void test_hostile_names_are_read_again(void **state)
{
    static const char *const names[] = {"=cmd|calc",
                                        "+44 Surgery",
                                        "-Ash",
                                        "@home",
                                        "\"=2, and more\"",
                                        ("\xEF\xBC\x9D"
                                         "wide"),
                                        "O'Ash;Oak"};
    struct arena *arena = arena_of(state);
    struct buffer roll = {.arena = arena};
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY, .decision = "vote"};
    buffer_add(&roll, "practice,list size\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        buffer_format(&roll, "%s,1000\n", names[i]);
    tables.roll = buffer_text(&roll);
    tables.ballots =
        ballot_template_table(arena, wanted_of(arena, tables.rules, tables.roll, "vote"));
    check_contains(tables.ballots, "\n'=cmd|calc,absent");
    check_contains(tables.ballots, "\n'+44 Surgery,absent");
    check_contains(tables.ballots, "\n\"'=2, and more\",absent");
    struct assembly assembly = assemble(arena, &tables);
    check_int(assembly.box.polls[0].count, assembly.roll.count);
    for (size_t i = 0; i < assembly.roll.count; i++)
        check_true(assembly.box.polls[0].ballots[i].member->index == i);
}

static void test_localities_are_called_so(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(
        top_of(arena, ballot_template_table(
                          arena, wanted_of(arena, RULES ONE_EACH MAJORITY RULE("proxy", "none"),
                                           "locality,population\nNorth,10\n", "vote"))),
        "locality,vote,role,voter,interest,reason | North,absent,,,,");
}

static void test_candidates(void **state)
{
    static const char *const names[] = {"Dr A, Oxford", "-Dr B"};
    check_text(ballot_template_candidates(arena_of(state), names, 2),
               "\xEF\xBB\xBF"
               "candidate\r\n\"Dr A, Oxford\"\r\n'-Dr B\r\n");
}

static void test_what_may_be_written(void **state)
{
    struct arena *arena = arena_of(state);
    const struct candidate both[] = {{.name = "Dr A"}, {.name = "Dr B"}};
    const struct post posts[] = {{.name = "Director", .candidates = both, .count = 1},
                                 {.name = "Deputy", .candidates = both + 1, .count = 1}};
    const struct post one = {.candidates = both, .count = 2};
    const struct candidate_list list = {
        .file = both[0].name, .candidates = both, .count = 2, .posts = &one, .post_count = 1};
    const struct candidate_list of_posts = {
        .file = both[0].name, .candidates = both, .count = 2, .posts = posts, .post_count = 2};
    check_text(ballot_template_words(arena, wanted_of(arena, NULL, NULL, "meeting")->rules, NULL),
               "In the column vote write for, against, abstain, present or absent.");
    check_text(ballot_template_words(arena, wanted_of(arena, NULL, NULL, "email")->rules, NULL),
               "In the column vote write for, against, abstain or no reply.");
    const struct ruleset *election = wanted_of(arena, NULL, NULL, "election")->rules;
    check_text(ballot_template_words(arena, election, NULL),
               "In the column vote write one candidate's name, abstain or no reply.");
    check_text(ballot_template_words(arena, election, &list),
               "In the column vote write Dr A, Dr B, abstain or no reply.");
    check_text(ballot_template_words(arena, election, &of_posts),
               "In the column vote write for Director Dr A, abstain or no reply; for Deputy Dr B, "
               "abstain or no reply.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_columns_of_each_kind_in_oxfordshire),
        test_with_arena(test_columns_go_by_the_rules),
        test_with_arena(test_a_window_of_time_asks_for_times),
        test_with_arena(test_a_row_for_each_member_and_motion),
        test_with_arena(test_codes_that_a_spreadsheet_changes_are_left_out),
        test_with_arena(test_hostile_names_are_read_again),
        test_with_arena(test_localities_are_called_so),
        test_with_arena(test_candidates),
        test_with_arena(test_what_may_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/advice.h"
#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/tables.h"

#define HEAD "decision,rule,value,clause,reading\n"
#define BASE HEAD "*,weight,one vote per practice,,\n*,passes,more than half of votes cast,,\n"
#define ROLL "practice,list size,as at\nA Surgery,10,2015-04-01\nB Practice,20,2015-04-01\n"

static const struct diag *check(struct arena *arena, const char *rules_text, const char *roll_text,
                                struct date date)
{
    struct diag *diag = arena_alloc(arena, 1, sizeof *diag);
    struct rules rules;
    struct roll roll;
    diag->arena = arena;
    check_true(load_rules(arena, diag, file_of("rules.csv", rules_text), &rules, NULL));
    check_true(load_roll(arena, diag, file_of("practices.csv", roll_text), &rules, &roll, NULL));
    check_errors(diag, 0);
    load_check(arena, diag, &rules, &roll, NULL, date);
    check_int(diag->errors, 0);
    return diag;
}

static const struct diag *check_rules(struct arena *arena, const char *rules_text)
{
    return check(arena, rules_text, ROLL, (struct date){0});
}

/* The one warning that there is. */
static void check_warning(const struct diag *diag, size_t line, const char *words)
{
    check_counts(diag, 0, 1);
    check_int(check_problem(diag, line, words)->severity, SEVERITY_WARNING);
}

static void bundled_constitutions_are_clean(void **state)
{
    struct arena *arena = arena_of(state);
    size_t count;
    const char *const *names = bundled_names(&count);
    for (size_t i = 0; i < count; i++) {
        struct diag diag = {.arena = arena};
        struct rules rules;
        struct roll roll;
        check_true(load_rules(arena, &diag,
                              file_of("rules.csv", bundled_find(names[i], "rules.csv")->bytes),
                              &rules, NULL));
        struct bytes bytes = file_of(rules.roll, bundled_find(names[i], rules.roll)->bytes);
        bytes.built_in = bytes.known = true;
        check_true(load_roll(arena, &diag, bytes, &rules, &roll, NULL));
        load_check(arena, &diag, &rules, &roll, &roll, (struct date){2016, 4, 1});
        check_errors(&diag, 0);
    }
    check_true(count >= 2);
}

static void nothing_is_needed(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    load_check(arena, &diag, NULL, NULL, NULL, (struct date){2015, 6, 24});
    check_errors(&diag, 0);
}

static void rows_without_use(void **state)
{
    struct arena *arena = arena_of(state);
    check_errors(check_rules(arena, BASE "a,title,A,,\n"), 0);
    check_warning(check_rules(arena, BASE "a,candidates,listed,,\n"), 4, "for elections");
    check_warning(check_rules(arena, BASE "a,title,A,,\n*,candidates,listed,,\n"), 5,
                  "no kind of decision here is an election");
    /* One kind of decision still goes by the row for all. */
    check_errors(check_rules(arena, BASE "*,interest,leaves the base,,\n"
                                         "a,interest,counts as present,,\nb,title,B,,\n"),
                 0);
    check_warning(check_rules(arena, BASE "*,interest,leaves the base,,\n"
                                          "a,interest,counts as present,,\n"
                                          "b,interest,counts as present,,\n"),
                  4, "has its own \"interest\"");
    /* A review is of what was carried. */
    check_warning(check_rules(arena,
                              HEAD "*,weight,one vote per practice,,\na,elects,most votes,,\n"
                                   "a,review,at least 1 practices against,,\n"),
                  4, "for motions, and \"a\" is an election");
    check_warning(check_rules(arena, BASE "a,note,Once.,,\na,note,once,,\n"), 5,
                  "line 4 says the same");
}

static void readings_that_change_nothing(void **state)
{
    struct arena *arena = arena_of(state);
    static const char usual[] = BASE "a,quorum,at least 2/3 of practices present,,\na,quorum,";
    static const struct {
        const char *value;
        bool changes;
    } readings[] = {
        {"at least two thirds of practices present", false},
        {"at least 4/6 of practices replying", false},
        {"more than 2/3 of practices present", true},
        {"at least 2/3 of population present", true},
        {"at least 2/3 of practices voting", true},
        {"at least 2/3 rounded down of practices present", true},
        {"at least 2/3 rounded down plus 1 of practices present", true},
        {"at least 2 practices present", true},
        {"at least the lesser of 2/3 of practices present and 2", true},
        {"none", true},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        const char *text = arena_format(arena, "%s%s,,on a reading\n", usual, readings[i].value);
        if (readings[i].changes)
            check_errors(check_rules(arena, text), 0);
        else
            check_warning(check_rules(arena, text), 5, "changes nothing here");
    }
    check_warning(
        check_rules(arena, BASE "a,abstention,present,,on a reading\na,abstention,present,,\n"), 4,
        "\"abstention\" is the same without it");
    /* It changes one of the two kinds. */
    check_errors(check_rules(arena, BASE "a,interest,leaves the base,,\nb,title,B,,\n"
                                         "*,interest,leaves the base,,on a reading\n"),
                 0);
}

static void names_that_are_one(void **state)
{
    struct arena *arena = arena_of(state);
    check_warning(check_rules(arena, BASE "meeting,title,A,,\nmeting,interest,leaves the base,,\n"),
                  5, "two kinds of decision");
    /* Both have a quorum of their own: they were meant to be two. */
    check_errors(check_rules(arena, BASE "meeting,quorum,none,,\nmeetings,quorum,none,,\n"), 0);
    check_errors(check_rules(arena, BASE "by-email,title,A,,\nBy Email,quorum,none,,\n"), 0);
    check_warning(check_rules(arena,
                              BASE "a,title,A,,\na,interest,leaves the base,,it leaves\n"
                                   "a,abstention,takes part,,it leves\n"
                                   "a,interest,counts as present,,\na,abstention,present,,\n"),
                  6, "two readings");
    check_errors(check_rules(arena, BASE "a,title,A,,\na,interest,leaves the base,,it leaves\n"
                                         "a,interest,does not count as present,,it leves\n"
                                         "a,interest,counts as present,,\n"),
                 0);
}

static void casting_votes(void **state)
{
    struct arena *arena = arena_of(state);
    static const char row[] = "a,tie,casting vote,,\n";
    const char *weight = HEAD "*,weight,one vote per practice,,\na,passes,";
    static const struct {
        const char *passes;
        bool decides;
    } rules[] = {
        {"more than half of votes cast", true},
        {"at least half of all votes", true}, /* not met at a tie when some are away */
        {"at least half of votes cast", false},
        {"at least two thirds of votes cast", false},
        {"at least 1 practices voting", true},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const char *text = arena_format(arena, "%s%s,,\n%s", weight, rules[i].passes, row);
        if (rules[i].decides)
            check_errors(check_rules(arena, text), 0);
        else
            check_warning(check_rules(arena, text), 4, "can never decide");
    }
}

/* Of 2 practices one for and one against are a tie. */
static void ties_that_carry(void **state)
{
    struct arena *arena = arena_of(state);
    const char *weight = HEAD "*,weight,one vote per practice,,\na,passes,";
    static const struct {
        const char *passes;
        bool carries;
    } rules[] = {
        {"at least half of votes cast", true},
        {"at least a third of practices voting", true},
        {"more than 49% of votes cast", true},
        {"at least half of all practices", true},
        {"at least 100% of votes against", true},
        {"at least 1 practice voting", true},
        {"more than half of votes cast", false},
        {"at least half plus 1 of votes cast", false},
        {"more than 100% of votes against", false},
        {"at least 2 practices voting", false},
        /* all of several must be met */
        {"at least half of votes cast,,\na,passes,more than half of practices present", false},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const char *text = arena_format(arena, "%s%s,,\n", weight, rules[i].passes);
        if (rules[i].carries)
            check_warning(check_rules(arena, text), 3, "a tie would carry");
        else
            check_errors(check_rules(arena, text), 0);
    }
    check_warning(
        check_rules(arena, BASE "a,title,A,,\na,passes,at least half of votes cast,,loosely\n"), 5,
        "a tie would carry");
}

static void areas_that_are_one(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = BASE "a,title,A,,\n";
    static const char every[] = BASE "a,areas,every area must pass,,\n";
    static const struct {
        const char *one, *other;
        bool close;
    } areas[] = {
        {"Wantage", "Wantge", true},
        {"North East", "Northeast", true},
        {"Thames Valley", "Thame Valley", true},
        {"North", "North East", false},
        {"North", "South", false},
        {"East", "West", false},
        {"North East", "North West", false},
        {"Area 1", "Area 2", false},
    };
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        const char *roll = arena_format(arena, "practice,list size,area\nAsh,1,%s\nElm,2,%s\n",
                                        areas[i].one, areas[i].other);
        const char *tables[] = {rules, every};
        for (size_t k = 0; k < 2; k++) {
            const struct diag *diag = check(arena, tables[k], roll, (struct date){0});
            if (areas[i].close)
                check_warning(diag, 3, "are two areas");
            else
                check_errors(diag, 0);
        }
    }
}

static void ages_of_list_sizes(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = BASE "a,title,A,,\n";
    check_errors(check(arena, rules, ROLL, (struct date){2015, 4, 1}), 0);
    check_errors(check(arena, rules, ROLL, (struct date){2016, 4, 1}), 0);
    check_warning(check(arena, rules, ROLL, (struct date){2016, 4, 2}), 0,
                  "1 April 2015, more than a year before 2 April 2016");
    check_warning(check(arena, rules, ROLL, (struct date){2015, 3, 31}), 0, "is after 31 March");
    check_warning(check(arena, rules, "practice,list size\nA,1\nB,2\n", (struct date){2015, 4, 1}),
                  0, "have no date");
}

static void members_that_are_one(void **state)
{
    struct arena *arena = arena_of(state);
    static const char rules[] = BASE "a,title,A,,\n";
    struct date none = {0};
    check_warning(check(arena, rules,
                        "practice,list size\nMill House Surgery,1\n"
                        "Millhouse Surgery,2\n",
                        none),
                  3, "are two members");
    check_errors(check(arena, rules,
                       "practice,list size,code\nMill House Surgery,1,A1\n"
                       "Millhouse Surgery,2,A2\n",
                       none),
                 0);
    check_warning(check(arena, rules, "practice,list size,code\nA,1,A1\nB,2,\n", none), 3,
                  "1 member has no code, and others have: B");
}

/* As many kinds and readings as a table may have: it must not take long. */
static void a_large_table(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, BASE);
    buffer_add(&text, "*,quorum,none,,\n");
    for (int i = 0; i < 200; i++)
        for (int j = 0; j < 12; j++)
            buffer_format(&text, "kind %d,quorum,at least %d practices present,,reading %d\n", i,
                          j % 2 + 1, j);
    const struct diag *diag = check_rules(arena, buffer_text(&text));
    check_int(diag->warnings, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(bundled_constitutions_are_clean),
        test_with_arena(nothing_is_needed),
        test_with_arena(rows_without_use),
        test_with_arena(readings_that_change_nothing),
        test_with_arena(names_that_are_one),
        test_with_arena(casting_votes),
        test_with_arena(ties_that_carry),
        test_with_arena(areas_that_are_one),
        test_with_arena(ages_of_list_sizes),
        test_with_arena(members_that_are_one),
        test_with_arena(a_large_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include <string.h>

#include "quorate/advice.h"
#include "quorate/tables.h"

/* load_check_conditions: conditions that a roll can never meet, or never miss. */

#define RULES                                                                                      \
    "decision,rule,value,clause,reading\nvote,weight,one vote per member,,\n"                      \
    "vote,passes,more than half of votes cast,,\n"
#define ROLL "practice,list size\nA,10\nB,20\n"

/* All kinds of decision, where `decisions` is NULL. */
static const struct diag *check_decisions(struct arena *arena, const char *rules_text,
                                          const char *const *decisions, size_t count)
{
    struct diag *diag = arena_alloc(arena, 1, sizeof *diag);
    struct rules rules;
    struct roll roll;
    diag->arena = arena;
    check_true(load_rules(arena, diag, file_of("rules.csv", rules_text), &rules, NULL));
    check_true(load_roll(arena, diag, file_of("practices.csv", ROLL), &rules, &roll, NULL));
    check_true(load_agree(arena, diag, &rules, &roll, NULL));
    check_errors(diag, 0);
    load_check_conditions(arena, diag, &rules, &roll,
                          decisions == NULL ? rules.decisions : decisions,
                          decisions == NULL ? rules.decision_count : count);
    return diag;
}

static const struct diag *check_conditions(struct arena *arena, const char *rules_text)
{
    return check_decisions(arena, rules_text, NULL, 0);
}

/* The one warning that there is. */
static void check_warning(const struct diag *diag, size_t line, const char *words)
{
    check_counts(diag, 0, 1);
    check_int(check_problem(diag, line, words)->severity, SEVERITY_WARNING);
}

/* ROLL has 2 practices and 30 patients. */
static const struct diag *check_with(struct arena *arena, const char *weight, const char *rule,
                                     const char *value)
{
    const char *rules = arena_format(arena,
                                     "decision,rule,value,clause,reading\nvote,weight,\"%s\",,\n%s"
                                     "vote,%s,\"%s\",,\n",
                                     weight,
                                     strcmp(rule, "passes") == 0 || strcmp(rule, "elects") == 0
                                         ? ""
                                         : "vote,passes,more than half of votes cast,,\n",
                                     rule, value);
    return check_conditions(arena, rules);
}

static void conditions_can_be_missed_and_met(void **state)
{
    static const struct {
        const char *weight, *rule, *value, *fault; /* NULL: it is taken */
    } rows[] = {
        {"list size", "passes", "at least 3.3% rounded down of votes cast",
         "has 30 votes in all, and this comes to 0 of them"},
        {"list size", "passes", "at least 3.4% rounded down of votes cast", NULL},
        {"list size", "passes", "more than 3.3% rounded down of votes cast", NULL},
        {"list size", "passes", "at least 80% plus 6 of votes cast", NULL},
        {"list size", "passes", "at least 80% plus 7 of votes cast",
         "has 30 votes in all, and this asks for 31"},
        {"list size", "passes", "at least 80% plus 7 of votes against", NULL},
        {"one vote per member", "passes", "at least 50% plus 2 of votes present",
         "has 2 votes in all, and this asks for 3"},
        {"one vote per 10 patients, rounded down", "passes", "at least 50% plus 2 of votes voting",
         "has 3 votes in all, and this asks for 4"}, /* 1 and 2 votes: half is 1.5 */
        {"one vote per 31 patients, rounded down", "passes", "more than half of votes cast",
         "has 0 votes in all, and this asks for 1"},
        {"one vote per 31 patients, rounded down", "passes", "at least half of votes cast", NULL},
        {"one vote per member", "quorum", "at least 2 practices present", NULL},
        {"one vote per member", "quorum", "more than 2 practices present",
         "has 2 practices in all, and this asks for 3"},
        {"one vote per member", "quorum", "at least 1% rounded down of population voting",
         "has 30 patients in all, and this comes to 0 of them"},
        {"one vote per member", "elects", "at least 20% rounded to nearest of votes cast",
         "comes to 0 of them"},
        {"one vote per member", "review", "at least 3 members against", "asks for 3"},
        {"one vote per member", "review", "at least 50% plus 2 of members against", "asks for 3"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct diag *diag =
            check_with(arena_of(state), rows[i].weight, rows[i].rule, rows[i].value);
        if (rows[i].fault == NULL)
            check_errors(diag, 0);
        else
            check_warning(
                diag,
                strcmp(rows[i].rule, "passes") == 0 || strcmp(rows[i].rule, "elects") == 0 ? 3 : 4,
                rows[i].fault);
    }
}

/* A row is told once, also where only a reading has it, or weighs so that it cannot be met. */
static void conditions_of_readings(void **state)
{
    struct arena *arena = arena_of(state);
    check_warning(check_conditions(arena, RULES "vote,quorum,at least 3 members present,,strict\n"
                                                "vote,quorum,none,,\n"),
                  4, "this asks for 3");
    check_warning(check_conditions(arena, "decision,rule,value,clause,reading\n"
                                          "vote,weight,list size,,\n"
                                          "vote,weight,one vote per member,,by heads\n"
                                          "*,passes,at least 50% plus 5 of votes cast,,\n"
                                          "other,weight,one vote per member,,\n"),
                  4, "has 2 votes in all, and this asks for 6");
}

/* Of one kind of decision nothing is said of another. */
static void only_what_is_decided(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = RULES "other,weight,one vote per member,,\n"
                              "other,passes,at least 3 members voting,,\n";
    static const char *const decisions[] = {"vote", "other"};
    check_errors(check_decisions(arena, rules, decisions, 1), 0);
    check_warning(check_decisions(arena, rules, decisions + 1, 1), 5, "asks for 3");
    check_warning(check_decisions(arena, rules, decisions, 2), 5, "asks for 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(conditions_can_be_missed_and_met),
        test_with_arena(conditions_of_readings),
        test_with_arena(only_what_is_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* The rules in use, of the bundled constitution and of small tables, and how they are told. Run
 * from the project's folder. */
#include "check.h"

#include "reports.h"

#include "quorate/decide.h"
#include "quorate/file.h"
#include "quorate/report.h"
#include "quorate/tables.h"

static const struct rules *load(struct arena *arena, struct bytes bytes)
{
    struct diag diag = {.arena = arena};
    struct rules *rules = arena_alloc(arena, 1, sizeof *rules);
    check_true(load_rules(arena, &diag, bytes, rules, NULL));
    check_int(diag.count, 0);
    return rules;
}

static const struct rules *table(struct arena *arena, const char *rows)
{
    const char *text = arena_format(arena, "decision,rule,value,clause,reading\n%s", rows);
    return load(arena, (struct bytes){.name = "rules.csv", .bytes = text, .length = strlen(text)});
}

static const struct rules *oxfordshire(struct arena *arena)
{
    struct file_fault fault;
    struct bytes bytes = file_read(arena, "data/south-east-oxfordshire-2015/rules.csv", &fault);
    check_text(fault.words, NULL);
    return load(arena, bytes);
}

static struct rulebook rulebook(struct arena *arena, const struct rules *rules,
                                const char *decision)
{
    struct rulebook book = decide_rulebook(arena, rules, decision);
    book.from.version = "1.0.0";
    book.from.constitution = "here";
    return book;
}

/* "quorum: at least ... | passes: ..." of the rules; an asterisk marks a default of the program. */
static const char *told(struct arena *arena, const struct basis *rules, size_t count)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s%s%s: %s", i > 0 ? " | " : "", rules[i].is_default ? "*" : "",
                      rule_name(rules[i].kind), rules[i].text);
    return buffer_text(&text);
}

static void test_each_rule_of_a_decision_is_told(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book = rulebook(arena, oxfordshire(arena), "censure");
    check_int(book.decision_count, 1);
    const struct decision_rules *censure = &book.decisions[0];
    check_text(censure->title, "Vote of censure");
    check_false(censure->is_election);
    check_text(told(arena, censure->rules, censure->rule_count),
               "title: Vote of censure | voters: lead, deputy, proxy | proxy: named and notified | "
               "weight: one vote per practice | quorum: at least 80% of population present | "
               "interest: counts as present | abstention: present | "
               "passes: more than half of votes cast | tie: not carried | *areas: together | "
               "repeat ballots: error | *secrecy: open");
    check_text(censure->rules[4].clause, "Voting Structure");
    check_true(censure->rules[4].stated);
    check_false(censure->rules[5].stated);
    check_text(told(arena, book.rules, book.rule_count),
               "body: South East Oxfordshire Locality Group | edition: 2015/16 | "
               "roll: practices.csv | unit: practice, practices | "
               "locality: South East Oxfordshire | governing body votes: 10 | "
               "governing body total: as stated | review interests: every 12 months | "
               "review by: 31 March 2016");
}

static void test_every_kind_of_decision_in_the_order_of_the_table(void **state)
{
    struct arena *arena = arena_of(state);
    const struct rules *rules = oxfordshire(arena);
    struct rulebook book = rulebook(arena, rules, NULL);
    check_int(book.decision_count, rules->decision_count);
    for (size_t i = 0; i < book.decision_count; i++)
        check_text(book.decisions[i].decision, rules->decisions[i]);
}

static void test_readings_with_the_rows_they_put_in_place(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book = rulebook(arena, oxfordshire(arena), "email");
    const struct decision_rules *email = &book.decisions[0];
    check_int(email->reading_count, 4);
    const struct reading_rules *test = &email->readings[3];
    check_text(test->name, "the 50% test applies to email votes too");
    check_text(told(arena, test->rules, test->rule_count),
               "quorum: at least 50% of population replying");
    check_text(test->rules[0].clause, "not stated");
    check_false(test->rules[0].stated);
}

/* A reading may change several rules, and take a quorum away. */
static void test_a_reading_of_several_rules(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book =
        rulebook(arena,
                 table(arena, "vote,weight,list size,,\n"
                              "vote,quorum,at least half of population present,A,\n"
                              "vote,quorum,at least 3 members present,A,\n"
                              "vote,quorum,none,B,light\n"
                              "vote,passes,more than half of votes cast,A,\n"
                              "vote,passes,more than half of all votes,B,light\n"),
                 NULL);
    const struct decision_rules *vote = &book.decisions[0];
    check_text(vote->title, "vote");
    check_contains(told(arena, vote->rules, vote->rule_count),
                   "quorum: at least half of population present | quorum: at least 3 members "
                   "present | *interest");
    check_int(vote->reading_count, 1);
    check_text(told(arena, vote->readings[0].rules, vote->readings[0].rule_count),
               "quorum: none | passes: more than half of all votes");
}

static void test_defaults_are_marked(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book = rulebook(arena,
                                    table(arena, "chair,weight,one vote per member,,\n"
                                                 "chair,elects,most votes,,\n"),
                                    NULL);
    check_text(told(arena, book.rules, book.rule_count),
               "*roll: practices.csv | *unit: practice, practices");
    check_text(told(arena, book.decisions[0].rules, book.decisions[0].rule_count),
               "*voters: lead, deputy, proxy | *proxy: named and notified | *candidates: any | "
               "weight: one vote per member | *quorum: none | *interest: counts as present | "
               "*abstention: present | elects: most votes | "
               "*tie: further election among the tied | *areas: together | "
               "*repeat ballots: error | *secrecy: open");
    check_true(book.decisions[0].is_election);
    check_true(book.decisions[0].rules[4].clause == NULL);
}

/* ---- Reports */

static const char *report(struct arena *arena, const struct format *format,
                          const struct rulebook *book)
{
    struct buffer out = {.arena = arena};
    report_write(format, &report_kinds[REPORT_RULEBOOK], arena, book, &out);
    return buffer_text(&out);
}

/* Whichever the format, each rule's sentence and clause is there. */
static void test_every_format_tells_every_rule(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book = rulebook(arena,
                                    table(arena, "vote,weight,list size,clause-one,\n"
                                                 "vote,passes,more than 7/9 of votes cast,"
                                                 "clause-two,\n"
                                                 "vote,passes,more than 6/7 of votes cast,"
                                                 "clause-three,strict\n"),
                                    NULL);
    for (size_t i = 0; i < format_count; i++) {
        const char *page = report(arena, &formats[i], &book);
        check_contains(page, "each patient is a vote");
        check_contains(page, "7/9");
        check_contains(page, "6/7");
        check_contains(page, "strict");
        check_contains(page, "lause-one");
        check_contains(page, "lause-two");
        check_contains(page, "lause-three");
    }
}

static void test_memory_runs_out(void **state)
{
    struct arena *arena = arena_of(state);
    struct rulebook book = rulebook(arena, oxfordshire(arena), "meeting");
    check_json_without_memory(arena, REPORT_RULEBOOK, &book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_each_rule_of_a_decision_is_told),
        test_with_arena(test_every_kind_of_decision_in_the_order_of_the_table),
        test_with_arena(test_readings_with_the_rows_they_put_in_place),
        test_with_arena(test_a_reading_of_several_rules),
        test_with_arena(test_defaults_are_marked),
        test_with_arena(test_every_format_tells_every_rule),
        test_with_arena(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* The fixed words of the rules: the table, what is read from it, what is said of it. */
#include "check.h"
#include "quorate/rules.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "report/phrases.h"
#include "unit/polls.h"

/* A table in which this is the value of the rule, with all else that it needs. */
static struct rules table(struct arena *arena, enum rule_kind kind, const char *value)
{
    bool election = kind == RULE_ELECTS || kind == RULE_CANDIDATES ||
                    strcmp(value, rule_words(RULE_TIE, TIE_FURTHER_ELECTION)) == 0;
    bool whole = kind == RULE_GOVERNING_BODY_TOTAL;
    const char *text = arena_format(
        arena, "decision,rule,value,clause,reading\n%s,%s,\"%s\",,\n%s%s", whole ? "*" : "vote",
        rule_name(kind), value,
        kind == RULE_WEIGHT || kind == RULE_PASSES ? "" : "vote,weight,one vote per member,,\n",
        kind == RULE_ELECTS   ? ""
        : election            ? "vote,elects,most votes,,\n"
        : kind == RULE_PASSES ? ""
                              : "vote,passes,more than half of votes cast,,\n");
    struct diag diag = {.arena = arena};
    struct rules rules;
    if (!load_rules(arena, &diag, bytes_of("rules.csv", text), &rules, NULL))
        fail_msg("%s: %s cannot be read", rule_name(kind), value);
    return rules;
}

static void test_each_word_is_read_as_its_value(void **state)
{
    size_t seen = 0;
    for (size_t kind = 0; kind < RULE_KINDS; kind++) {
        size_t count = 0;
        const char *const *words = rule_choices((enum rule_kind)kind, &count);
        for (size_t value = 0; value < count; value++, seen++) {
            struct rules rules = table(arena_of(state), (enum rule_kind)kind, words[value]);
            check_int(rules.rows[0].kind, kind);
            check_int(rule_value(&rules.rows[0]), value);
            check_text(rule_words((enum rule_kind)kind, (int)value), words[value]);
        }
    }
    check_int(seen, 34);
}

static void test_each_value_has_a_meaning(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        for (int value = 0; value < RULE_VALUES_MOST; value++) {
            bool has_words = rule_words((enum rule_kind)kind, value) != NULL;
            bool has_meaning = phrases_fixed((enum rule_kind)kind, value) != NULL;
            if (has_words != has_meaning)
                fail_msg("%s, value %d: %s", rule_name((enum rule_kind)kind), value,
                         has_words ? "words without a meaning" : "a meaning without words");
        }
    check_true(phrases_fixed(RULE_TIE, RULE_VALUE_OPEN) == NULL);
    check_true(rule_words(RULE_TIE, RULE_VALUE_OPEN) == NULL);
}

/* No two words of a rule are one once folded. */
static void test_each_word_is_its_own(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t kind = 0; kind < RULE_KINDS; kind++) {
        size_t count = 0;
        const char *const *words = rule_choices((enum rule_kind)kind, &count);
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < i; j++)
                check_false(text_same(arena, words[i], words[j]));
    }
}

/* What is put into a sentence comes from a table, and is not looked through for marks. */
static void test_a_mark_in_a_value_stays(void **state)
{
    struct arena *arena = arena_of(state);
    struct basis weight = {.kind = RULE_WEIGHT, .value = WEIGHT_ONE_EACH};
    weight.text = "one vote per {a}";
    const struct terms a = {.unit = "{a}"}, value = {.unit = "{value}"};
    check_text(phrases_meaning(arena, &a, &weight), "One vote per {a}.");
    struct basis tie = {.kind = RULE_INTEREST, .value = INTEREST_PRESENT, .text = "{lead}"};
    check_text(phrases_meaning(arena, &value, &tie),
               "A {value} with an interest counts as present.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_each_word_is_read_as_its_value),
        test_with_arena(test_each_value_has_a_meaning),
        test_with_arena(test_each_word_is_its_own),
        test_with_arena(test_a_mark_in_a_value_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

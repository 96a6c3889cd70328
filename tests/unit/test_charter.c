/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <string.h>

#include "quorate/tables.h"
#include "tables/charter.h"

/* Phrases as governing documents have them: each means what another phrase means, or is refused
 * with the phrase to write, which is then taken. The meanings are those of the documents, not of
 * the code. */

static const struct charter_example {
    const char *says, *means;
} understood[] = {
    {"a simple majority of votes cast", "more than half of votes cast"},
    {"a majority of the votes cast", "more than half of votes cast"},
    {"by a majority vote of the members present", "more than half of members present"},
    {"a majority of members present", "more than half of members present"},
    {"a two-thirds majority of votes cast", "at least 2/3 of votes cast"},
    {"2/3 majority of votes cast", "at least 2/3 of votes cast"},
    {"not less than three-quarters of the votes cast", "at least 3/4 of votes cast"},
    {"not less than 75% of the votes cast", "at least 3/4 of votes cast"},
    {"at least 75 per cent. of the votes cast", "at least 3/4 of votes cast"},
    {"at least seventy-five percent of votes cast", "at least 3/4 of votes cast"},
    {"more than fifty per cent of the votes cast", "more than half of votes cast"},
    {"one hundred per cent or more of votes cast", "at least 100% of votes cast"},
    {"no fewer than two thirds of all the members", "at least 2/3 of all members"},
    {"a majority of not less than two-thirds of the members present",
     "at least 2/3 of members present"},
    {"a majority of at least 75% of votes cast", "at least 3/4 of votes cast"},
    {"a majority of three quarters of votes cast", "at least 3/4 of votes cast"},
    {"by a majority of 75% of votes cast", "at least 3/4 of votes cast"},
    {"by a majority of more than 60% of votes cast", "more than 3/5 of votes cast"},
    {"over 50% of the votes cast", "more than half of votes cast"},
    {"in excess of 50% of the votes cast", "more than half of votes cast"},
    {"greater than 50% of votes cast", "more than half of votes cast"},
    {"exceeding one half of votes cast", "more than half of votes cast"},
    {"more than half the votes cast", "more than half of votes cast"},
    {"at least half the members present", "at least 1/2 of members present"},
    {"at least two thirds all members", "at least 2/3 of all members"},
    {"at least 5 votes in favour", "at least 5 votes for"},
    {"up to two members against", "at most 2 members against"},
    {"no fewer than 3 members present", "at least 3 members present"},
    {"at least twenty-five members present", "at least 25 members present"},
    {"at least ninety nine members present", "at least 99 members present"},
    {"at least one hundred members present", "at least 100 members present"},
    {"at least a third of members present", "at least 1/3 of members present"},
    {"at least 25 members in attendance", "at least 25 members present"},
    {"a minimum of three members present in person or by proxy", "at least 3 members present"},
};

static const struct charter_example advised[] = {
    {"a simple majority", "a simple majority of votes cast"},
    {"a two-thirds majority", "a two thirds majority of votes cast"},
    {"a majority of those present and voting", "votes cast"},
    {"3/4 of those present and voting", "votes cast"},
    {"a majority of the members present and voting", "cast"},
    {"a majority of votes", "end it with present, replying, voting, cast"},
    {"not less than one-half of the votes", "write all before what is counted"},
    {"one third of the members", "write all before what is counted"},
    {"a majority of the members of the board", "all before what is counted"},
    {"an absolute majority", "more than half of all members"},
    {"an overall majority", "more than half of all members"},
    {"a bare majority", "more than half of votes cast"},
    {"a 50% majority of votes cast", "write at least, or more than"},
    {"a majority of half of votes cast", "write at least, or more than"},
    {"a majority of fewer than 3 members against", "cannot be counted"},
    {"a majority of at most half of votes cast against", "cannot be counted"},
    {"a unanimous vote", "at least 100% of votes cast"},
    {"the unanimous vote of all members", "at least 100% of all members"},
    {"nem con", "no member against"},
    {"without objection", "no member against"},
    {"no objections", "no member against"},
    {"51% of votes cast", "at least 51% of votes cast"},
    {"50% plus one of votes cast", "more than half of votes cast"},
    {"1/2 + 1 of votes cast", "more than half of votes cast"},
    {"1/3 + 1 of votes cast", "is written with plus and numerals"},
    {"3/2 + 1 of votes cast", "is written with plus and numerals"},
    {"not less than two thirds of the total membership", "all members"},
    {"at least one third of the whole number of members", "all members"},
    {"a majority of members then in office", "all members"},
    {"more than 50% of the total votes", "all votes"},
    {"at least 75% of the voting power", "all votes"},
    {"at least 10% of the total voting rights", "all votes"},
    {"at least 50% of registered patients", "the whole population"},
    {"an affirmative vote of nine members", "at least 9 members for"},
    {"the votes of at least 5 members", "at least 9 members for"},
    {"more votes in favour than against", "more than half of votes cast"},
    {"if the votes in favour exceed the votes against", "more than half of votes cast"},
    {"a plurality", "most votes"},
    {"a double majority", "more than half of the whole population"},
    {"a supermajority", "at least two thirds of votes cast"},
    {"unless vetoed by a permanent member", "no member against"},
    {"a majority of votes cast, provided that half the members vote", "a row of its own"},
    {"a majority of votes cast, including the chair", "must include"},
    {"a majority of the members of each class", "a row for each class"},
    {"a majority in each constituency", "votes cast of each area"},
    {"a majority representing at least 75% of the votes", "a row of its own"},
    {"more than half of the votes cast by owners", "of owners"},
    {"at least three members present in person", "the rule proxy"},
    {"three members present", "at least three members present"},
    {"10% of members or 3 members, whichever is the greater", "at least the greater of"},
    {"the greater of 10% of members present and 3", "at least the greater of"},
    {"at least 8 members present of whom 4 are public", "a row of its own"},
    {"at least 8 members present, of whom 4 are public", "a row of its own"},
    {"at least 8 members present including 4 public members", "a row of its own"},
    {"at least 4 public members present", "present of owners"},
};

static const char *load(struct arena *arena, const char *text, struct condition *condition)
{
    struct terms terms = terms_default;
    terms.unit = "member";
    terms.units = "members";
    return load_condition(arena, text, &terms, condition);
}

static void test_phrases_that_mean_one_thing(void **state)
{
    (void)state;
    struct arena *arena = arena_new(NULL);
    for (size_t i = 0; i < sizeof understood / sizeof *understood; i++) {
        struct condition says, means;
        const char *fault = load(arena, understood[i].says, &says);
        if (fault != NULL)
            fail_msg("\"%s\": %s", understood[i].says, fault);
        assert_null(load(arena, understood[i].means, &means));
        if (!condition_same(&says, &means) || says.replying != means.replying)
            fail_msg("\"%s\" is not \"%s\"", understood[i].says, understood[i].means);
    }
    arena_free(arena);
}

static void test_phrases_that_are_asked_about(void **state)
{
    (void)state;
    struct arena *arena = arena_new(NULL);
    for (size_t i = 0; i < sizeof advised / sizeof *advised; i++) {
        struct condition condition;
        const char *fault = load(arena, advised[i].says, &condition);
        if (fault == NULL || strstr(fault, advised[i].means) == NULL)
            fail_msg("\"%s\" has not \"%s\": %s", advised[i].says, advised[i].means,
                     fault == NULL ? "taken" : fault);
    }
    arena_free(arena);
}

/* The first and the last phrase of a letter, and of all of them; and letters that have none. */
static void test_phrases_of_each_letter(void **state)
{
    static const char *const phrases[] = {
        "2/3rds",
        "66\xE2\x85\x94%",
        "66 2/3%",
        "at the vote",
        "a bare majority",
        "by general consent",
        "ballots",
        "during the whole",
        "every",
        "each",
        "for the time being",
        "general consent",
        "including",
        "if the votes in favour exceed",
        "list size",
        "more votes in favour than against",
        "membership",
        "nemine contradicente",
        "nem con",
        "of each of the classes",
        "objection",
        "present and voting",
        "participating",
        "qualified majority",
        "representing",
        "registered patients",
        "special majority",
        "throughout",
        "taking part",
        "unless",
        "unanimity",
        "voting rights",
        "valid votes",
        "while the vote is taken",
        "who are present",
        "\xC2\xBE",
        "\xE2\x85\x94",
    };
    static const char *const others[] = {"", "zeal", "0", "(", "~"};
    struct arena *arena = arena_new(NULL);
    struct phrase phrase;
    (void)state;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        phrase_read(arena, phrases[i], &phrase);
        const char *advice = charter_advice(&phrase, (struct ratio){0, 1}, "owners");
        check_contains(advice, arena_format(arena, "\"%s\" is written ", phrases[i]));
        check_lacks(advice, "(null)");
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        phrase_read(arena, others[i], &phrase);
        check_text(charter_advice(&phrase, (struct ratio){0, 1}, "owners"), NULL);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases_that_mean_one_thing),
        cmocka_unit_test(test_phrases_of_each_letter),
        cmocka_unit_test(test_phrases_that_are_asked_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

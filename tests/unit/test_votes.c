/* SPDX-License-Identifier: MIT */
#include "unit/check.h"

#include "tables/internal.h"

/* What is said of cells that are nearly a vote, a name or a date. */

struct meant {
    const char *text, *wanted; /* NULL for nothing */
};

static void slips_are_suggested(void **state)
{
    static const struct meant cases[] = {
        {"aganst", "against"},
        {"agianst", "against"},
        {"abstian", "abstain"},
        {"yess", "yes"},
        {"fro", "for"},
        {"absnet", "absent"},
        {"presnt", "present"},
        {"dissagree", "disagree"},
        {"no repyl", "no reply"},
        {"noreply", "no reply"},
        {"in favur", "in favour"},
        {"For (emailed)", "for"},
        {"Yes!!", "yes"},
        {"opposd", "oppose"},
        {"abst", "abstain"},
        {"absten", "abstention"},
        {"agr", "agree"},
        {"Abstain (sent)", "abstain"},
        {"rejectd", "reject"},
        {"supprot", "support"},
        {"sup", "support"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(vote_suggest(arena_of(state), cases[i].text), cases[i].wanted);
}

/* Each of these was once met with a word that says the opposite, or something else. */
static void no_suggestion_turns_a_vote_round(void **state)
{
    static const char *const cells[] = {
        "not in favour",
        "do not support",
        "Don't agree",
        "Don\xE2\x80\x99t support",
        "Not present",
        "Abs",
        "abs.",
        "ab",
        "never support",
        "cannot agree",
        "isn't for",
        "unsupportive",
        "disapprove",
        "dissupport",
        "dis-approve",
        "dis approve",
        "un-approved",
        "un supported",
        "unapproved",
        "not against",
        "neither for",
        "without support",
        "out of favour",
        "do not disagree",
        "present, for",
        "for / against",
        "no support",
        "reply",
        "wouldn't approve",
        "against support",
        "declined to support",
        "su", /* two letters are near to anything */
        "op",
        "noo",
        "nn",
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        check_text(vote_suggest(arena_of(state), cells[i]), NULL);
}

/* A word counts when nothing is added to it but case, spaces and hyphens. */
static void only_the_words_count(void **state)
{
    static const char *const votes[] = {"for",      " FOR ",    "In Favour",  "in  favour",
                                        "No-Reply", "no_reply", "Yes\xC2\xA0"};
    static const char *const others[] = {
        "yes?",  "(yes)",     "yes!",      "yes.",         "\"for\"",         "for*", "for/for",
        "y e s", "no, reply", "n\xC3\xB3", "in\033favour", "yes\xE2\x81\x87", "",     "yes yes",
        "1",     "-",         "?",
    };
    struct arena *arena = arena_of(state);
    enum vote vote;
    enum role role;
    bool yes;
    for (size_t i = 0; i < sizeof votes / sizeof *votes; i++)
        check_true(vote_read(arena, votes[i], &vote));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_false(vote_read(arena, others[i], &vote));
    check_true(role_read(arena, "Practice-Manager", &role));
    check_int(role, ROLE_PRACTICE_MANAGER);
    check_true(role_read(arena, "", &role));
    check_int(role, ROLE_LEAD);
    check_false(role_read(arena, "?", &role));
    check_false(role_read(arena, "lead?", &role));
    check_true(yes_or_no_read(arena, "Yes", &yes));
    check_true(yes);
    check_true(yes_or_no_read(arena, " ", &yes));
    check_false(yes);
    check_false(yes_or_no_read(arena, "yes?", &yes));
    check_false(yes_or_no_read(arena, "?", &yes));
}

/* As minutes and forms write them. */
static void verbs_may_be_inflected(void **state)
{
    static const struct {
        const char *text;
        enum vote vote;
    } cases[] = {
        {"Agreed", VOTE_FOR},        {"approves", VOTE_FOR},       {"Supported", VOTE_FOR},
        {"I support", VOTE_FOR},     {"We agree", VOTE_FOR},       {"in favor", VOTE_FOR},
        {"supporting", VOTE_FOR},    {"Opposed", VOTE_AGAINST},    {"rejects", VOTE_AGAINST},
        {"I oppose", VOTE_AGAINST},  {"we reject", VOTE_AGAINST},  {"disagreed", VOTE_AGAINST},
        {"I ABSTAIN", VOTE_ABSTAIN}, {"abstaining", VOTE_ABSTAIN}, {"abstains", VOTE_ABSTAIN},
    };
    static const char *const others[] = {"TRUE",         "false", "1",  "0",     "x",
                                         "\xE2\x9C\x93", "i",     "we", "i for", "we all agree"};
    enum vote vote;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_true(vote_read(arena_of(state), cases[i].text, &vote));
        check_int(vote, cases[i].vote);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_false(vote_read(arena_of(state), others[i], &vote));
    check_text(vote_suggest(arena_of(state), "not agreed"), NULL);
    check_text(vote_suggest(arena_of(state), "present, agreed"), NULL);
}

/* Of a consensus a remark that may say that somebody was not for it is asked about. */
static void remarks_may_deny(void **state)
{
    static const char *const denials[] = {"voted against", "abstained on this",
                                          "did not agree", "cannot support it",
                                          "disagrees",     "not in a mood to agree"};
    static const char *const others[] = {
        "", "agreed", "papers sent", "no parking", "in favour", "not present", "unable to attend"};
    (void)state;
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        check_true(vote_is_denied(denials[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_false(vote_is_denied(others[i]));
}

static void marks_are_yes_or_no(void **state)
{
    static const char *const yes[] = {
        "TRUE", "1", "x", "X", "\xE2\x9C\x93", " \xE2\x9C\x94\xEF\xB8\x8F", "\xE2\x98\x92",
    };
    static const char *const no[] = {"FALSE", "0", "\xE2\x98\x90", "none", "-"};
    static const char *const neither[] = {"2", "\xE2\x9C\x97", "xx", "1x", "\xEF\xB8\x8Fx"};
    bool read;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        check_true(yes_or_no_read(arena_of(state), yes[i], &read));
        check_true(read);
    }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        check_true(yes_or_no_read(arena_of(state), no[i], &read));
        check_false(read);
    }
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
        check_false(yes_or_no_read(arena_of(state), neither[i], &read));
}

/* By its own name, or as constitutions call it. */
static void roles_are_read(void **state)
{
    static const struct {
        const char *word;
        enum role role;
    } others[] = {
        {"GP lead", ROLE_LEAD},
        {"deputy lead", ROLE_DEPUTY},
        {"GP deputy commissioning lead", ROLE_DEPUTY},
        {"guest", ROLE_OTHER},
    };
    struct arena *arena = arena_of(state);
    enum role role;
    for (size_t i = 0; i < ROLES; i++) {
        check_true(role_read(arena, role_name((enum role)i), &role));
        check_int(role, i);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        check_true(role_read(arena, others[i].word, &role));
        check_int(role, others[i].role);
    }
    check_false(role_read(arena, "somebody", &role));
    check_text(roles_list(arena, "and"),
               "lead, deputy, proxy, practice manager, public representative, observer and other");
    check_text(role_suggest(arena, "laed"), "lead");
    check_text(role_suggest(arena, "othr"), "other");
}

static void roles_are_suggested(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(role_suggest(arena, "depty"), "deputy");
    check_text(role_suggest(arena, "manager"), "practice manager");
    check_text(role_suggest(arena, "xyzzy"), NULL);
}

static void near_dates_are_advised(void **state)
{
    static const struct meant cases[] = {
        {"24th June 2015", "Write the day without \"th\" and the like: 24 June 2015."},
        {"1ST of April 2015", "Write the day without \"th\" and the like: 1 April 2015."},
        {"22nd June 2015", "Write the day without \"th\" and the like: 22 June 2015."},
        {"3Rd June 2015", "Write the day without \"th\" and the like: 3 June 2015."},
        {"24tx June 2015", NULL},
        {"24xh June 2015", NULL},
        {"24thJune 2015", NULL},
        {"24th,June 2015", NULL},
        {"24/6/15", "Write the year in four digits: 24/6/2015."},
        {"24.06.15", "Write the year in four digits: 24/06/2015."},
        {"24/06/15 17:00", "Write the year in four digits: 24/06/2015 17:00."},
        {"24-06-2015", "Write the day, the month and the year with /: 24/06/2015."},
        {"24/06/2015 17:00", NULL}, /* is one already */
        {"31/06/15", NULL},
        {"06/24/15", "If the month stands first in this column, change all of it: the day is "
                     "read first, as in 24/06/2015."},
        {"7/13/2015 17:00", "If the month stands first in this column, change all of it: the day "
                            "is read first, as in 13/7/2015 17:00."},
#define STORED(day)                                                                                \
    "If it is the number in which a spreadsheet keeps a date, it is " day                          \
    ". Format the column as dates and save the table again."
        {"42179", STORED("24 June 2015")},
        {"42179.", STORED("24 June 2015")},
        {"42179.708333", STORED("17:00 on 24 June 2015")},
        {"42179.90", STORED("21:36 on 24 June 2015")},
        {"42179.5x", NULL},
        {"42179x", NULL},
        {"421790", NULL},
        {"09999", NULL},
        {"10000", STORED("18 May 1927")},
        {"24x06x15", NULL},
        {"24:06:2015", NULL},
        {"Thu 24/06/2015", "24 June 2015 is a Wednesday. Correct the day or the weekday."},
        {"Thu 24 June 2015", "24 June 2015 is a Wednesday. Correct the day or the weekday."},
        {"Thu 2015/06/24", "24 June 2015 is a Wednesday. Correct the day or the weekday."},
        {"Mon 13/06/2015", "13 June 2015 is a Saturday. Correct the day or the weekday."},
        {"Mon 06/13/2015", "13 June 2015 is a Saturday. Correct the day or the weekday."},
        {"Thu 06/07/2015", "The weekday is that of neither day that this can be. Correct the one "
                           "that is wrong."},
        {"Mon 06/07/2015", NULL},
        {"Sun 06/07/2015", NULL},
        {"Thu soon", NULL},
        {"24tx June 2015", NULL},
        {"24thJune 2015", NULL},
        {"124/6/2015", NULL},
        {"24/126/2015", NULL},
        {"24/126/15", NULL},
        {"124/6/15", NULL},
        {"24-126-2015", NULL},
        {"24//2015", NULL},
        {"/6/2015", NULL},
        {"24/6", NULL},
        {"24th", NULL},
        {"124th June 2015", NULL},
        {"th June 2015", NULL},
        {"1/", NULL},
        {"", NULL},
        {"soon", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(date_advice(arena_of(state), cases[i].text), cases[i].wanted);
}

static void people_who_may_be_one(void **state)
{
    static const struct {
        const char *one, *other;
        bool close;
    } pairs[] = {
        {"A Smith", "Dr Smith", true},
        {"Dr Smith", "Dr John Smith", true},
        {"A Smith", "B Smith", true},
        {"Smith A", "Smith B", true},
        {"Mr A", "Dr A", true},
        {"Dr Smith", "Dr Smyth", true},
        {"Smith, John", "Dr Smith", true},
        {"Smith, John", "John Smith", true},
        {"Prof Jones", "Jones", true},
        {"Dr Jones MBE", "Dr T Jones", true},
        {"Dr A", "Dr B", false},
        {"Candidate 1", "Candidate 2", false},
        {"Candidate A", "Candidate B", false},
        {"Candidate One", "Candidate Two", false},
        {"Dr Amy Pond", "Dr Rory Stone", false},
        {"Dr", "Mr", false},
        {"John Smith", "John Wood", false},
        {"Post 10", "Panel 10", false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (people_are_close(arena_of(state), pairs[i].one, pairs[i].other) == pairs[i].close &&
            people_are_close(arena_of(state), pairs[i].other, pairs[i].one) == pairs[i].close)
            continue;
        print_error("\"%s\" and \"%s\"\n", pairs[i].one, pairs[i].other);
        fail();
    }
}

/* Each as it is and the other way round. */
static void names_that_are_short_for_another(void **state)
{
    static const struct {
        const char *one, *other;
        bool may;
    } pairs[] = {
        {"Dr Smith", "Dr John Smith", true},
        {"J Smith", "John Smith", true},
        {"J. A. Smith", "John Smith", true},
        {"J. A. Smith", "John Andrew Smith", true},
        {"J. B. Smith", "John Andrew Smith", false},
        {"Amy", "Dr Amy Pond", true},
        {"Smith, John", "Dr John Smith", true},
        {"The Bell Surgery", "Bell Surgery", true},
        {"A Smith", "B Smith", false},
        {"A Smith", "Smith", true},
        {"John Smith", "Jane Smith", false},
        {"Dr Smith", "Dr Smyth", false},
        {"Mr A", "Dr A", false},
        {"A", "Amy Pond", false},
        {"Option 1", "Option 10", false},
        {"Candidate A", "Candidate B", false},
        {"Smith Smith", "John Smith", false},
        {"Dr", "Dr Smith", false},
        {"JS", "Dr John Smith", true},
        {"J.A.S.", "John Andrew Smith", true},
        {"JAS", "John Smith", false},
        {"Js", "John Smith", false},
        {"JB", "John Smith", false},
        {"J", "John", false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (people_may_be_one(arena_of(state), pairs[i].one, pairs[i].other) == pairs[i].may &&
            people_may_be_one(arena_of(state), pairs[i].other, pairs[i].one) == pairs[i].may)
            continue;
        print_error("\"%s\" and \"%s\"\n", pairs[i].one, pairs[i].other);
        fail();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(only_the_words_count),
        test_with_arena(verbs_may_be_inflected),
        test_with_arena(roles_are_read),
        test_with_arena(remarks_may_deny),
        test_with_arena(marks_are_yes_or_no),
        test_with_arena(slips_are_suggested),
        test_with_arena(no_suggestion_turns_a_vote_round),
        test_with_arena(roles_are_suggested),
        test_with_arena(near_dates_are_advised),
        test_with_arena(people_who_may_be_one),
        test_with_arena(names_that_are_short_for_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

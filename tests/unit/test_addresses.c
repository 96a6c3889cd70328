/* SPDX-License-Identifier: MIT */

/* Ballots and lists of attendance that name no practice: the list of voters says whose each is. */
#include "unit/check_problems.h"
#include "unit/polls.h"

#include "tables/ballots/internal.h"

struct loaded {
    struct diag diag;
    struct assembly tables;
    struct ballot_reading reading;
    struct ballot_box box;
};

/* What people write where an address stands, and what can be one. */
static void addresses_are_compared_in_one_form(void **state)
{
    static const struct {
        const char *text, *form;
        bool sound;
    } cases[] = {
        {" Ann@X.example ", "ann@x.example", true},
        {"AZ.az@X.example", "az.az@x.example", true},
        {"mailto:ann@x.example", "ann@x.example", true},
        {"MailTo:ann@x.example", "ann@x.example", true},
        {"Alder, Ann <Ann@x.example>", "ann@x.example", true},
        {"Alder, Ann < mailto:ann@x.example >", "ann@x.example", true},
        {"Alder <Ann> <ann@x.example>", "ann@x.example", true},
        {"O\xE2\x80\x99"
         "Brien@x.example",
         "o'brien@x.example", true},
        {"O'Brien@x.example", "o'brien@x.example", true},
        {"a+b_c!#$%@x.example", "a+b_c!#$%@x.example", true},
        {"ann@x-y.co.example", "ann@x-y.co.example", true},
        {"", "", false},
        {"ann", "ann", false},
        {"ann@x", "ann@x", false},
        {"@x.example", "@x.example", false},
        {"ann@", "ann@", false},
        {".ann@x.example", ".ann@x.example", false},
        {"ann.@x.example", "ann.@x.example", false},
        {"an..n@x.example", "an..n@x.example", false},
        {"ann@.x.example", "ann@.x.example", false},
        {"ann@x.example.", "ann@x.example.", false},
        {"ann@x..example", "ann@x..example", false},
        {"an n@x.example", "an n@x.example", false},
        {"ann@x .example", "ann@x .example", false},
        {"an\x7Fn@x.example", "an\x7Fn@x.example", false},
        {"an\tn@x.example", "an\tn@x.example", false},
        {"ann@ben@x.example", "ann@ben@x.example", false},
        {"ann@x.example;ben@x.example", "ann@x.example;ben@x.example", false},
        {"ann,ben@x.example", "ann,ben@x.example", false},
        {"<ann@x.example", "<ann@x.example", false},
        {"ann@x.example>", "ann@x.example>", false},
        {"ann@x_y.example", "ann@x_y.example", false},
        {"ann@x'y.example", "ann@x'y.example", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_text(address_read(arena_of(state), cases[i].text), cases[i].form);
        check_int(address_is_sound(cases[i].form), cases[i].sound);
    }
}

static const char voters_text[] = "email,practice,role,name\n"
                                  "ann@x.example,Ash,lead,Ann Alder\n"
                                  "ben@x.example,Beech,deputy,Ben Birch\n"
                                  "both@x.example,Ash,deputy,Bo Both\n"
                                  "both@x.example,Cedar,lead,Bo Both\n";

static struct loaded *prepare(struct arena *arena)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                            .roll = "practice,code,list size\n"
                                    "Ash,A1,1000\nBeech,B1,2000\nCedar,C1,3000\n"};
    assemble_into(arena, &tables, &loaded->tables);
    loaded->diag.arena = arena;
    check_true(load_voters(arena, &loaded->diag, file_of("voters.csv", voters_text),
                           &loaded->tables.rules, &loaded->tables.roll, NULL, (struct date){0},
                           &loaded->tables.voters, NULL));
    loaded->diag = (struct diag){.arena = arena};
    loaded->reading = (struct ballot_reading){.rules = &loaded->tables.rules,
                                              .roll = &loaded->tables.roll,
                                              .voters = &loaded->tables.voters};
    return loaded;
}

static struct loaded *load(struct arena *arena, const char *text, bool attendance)
{
    struct loaded *loaded = prepare(arena);
    loaded->reading.attendance = attendance;
    load_ballots(arena, &loaded->diag, file_of("ballots.csv", text), &loaded->reading,
                 &loaded->box);
    lay_out_ballots(arena, &loaded->box);
    return loaded;
}

static void the_address_says_whose_a_ballot_is(void **state)
{
    struct loaded *loaded = load(
        arena_of(state), "email,vote\n Ben <BEN@x.example> ,for\nann@x.example,against\n", false);
    check_errors(&loaded->diag, 0);
    const struct ballot *ballots = loaded->box.polls[0].ballots;
    check_int((long long)loaded->box.rows, 2);
    check_text(ballots[0].member->name, "Beech");
    check_int(ballots[0].role, ROLE_DEPUTY);
    check_int(ballots[0].address, ADDRESS_LISTED);
    check_int((long long)ballot_place(loaded->diag.arena, &loaded->box, &ballots[0]).cell, 1);
    check_text(ballots[1].member->name, "Ash");
    check_int(ballots[1].role, ROLE_LEAD);
}

static void an_address_that_does_not_say_it(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "email,name,vote\nboth@x.example,Bo,for\neve@x.example,Eve,for\n"
                                 ",Ann Alder,for\n",
                                 false);
    check_counts(&loaded->diag, 3, 0);
    check_problem_in(&loaded->diag, 2, 1, 1, "is in voters.csv for Ash and Cedar, and nothing");
    check_contains(check_problem_in(&loaded->diag, 3, 1, 1,
                                    "\"eve@x.example\" is not in voters.csv, and nothing else")
                       ->remedy,
                   "Add it to voters.csv with its practice and role, or delete the row.");
    check_problem_in(&loaded->diag, 4, 1, 1, "the e-mail address is blank");
    check_int((long long)loaded->box.rows, 0);
}

static void a_practice_that_is_given_is_checked_as_ever(void **state)
{
    static const char *const headings[] = {"practice", "code"};
    for (size_t i = 0; i < 2; i++) {
        struct loaded *loaded =
            load(arena_of(state),
                 arena_format(arena_of(state),
                              "%s,email,vote\nA1,ben@x.example,for\nB1,eve@x.example,for\n"
                              ",ann@x.example,for\n",
                              headings[i]),
                 false);
        check_counts(&loaded->diag, 1, 0);
        check_problem(&loaded->diag, 4, "the practice is blank");
        check_int(loaded->box.polls[0].ballots[0].address, ADDRESS_ELSEWHERE);
        check_int(loaded->box.polls[0].ballots[1].address, ADDRESS_UNKNOWN);
    }
}

static void without_a_list_of_voters(void **state)
{
    struct loaded *loaded = prepare(arena_of(state));
    loaded->reading.voters = NULL;
    struct bytes bytes = file_of("ballots.csv", "email,vote\nann@x.example,for\n");
    load_ballots(loaded->diag.arena, &loaded->diag, bytes, &loaded->reading, &loaded->box);
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 1, "there is no column \"practice\"");
    loaded->diag = (struct diag){.arena = loaded->diag.arena};
    loaded->reading.voters_unreadable = true; /* which was told */
    load_ballots(loaded->diag.arena, &loaded->diag, bytes, &loaded->reading, &loaded->box);
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->box.rows, 0);
}

static void a_column_that_may_say_otherwise(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "email,Where from,vote\nann@x.example,Beech,for\n"
                                 "ben@x.example,,for\n",
                                 false);
    check_counts(&loaded->diag, 1, 0);
    check_contains(check_problem_in(&loaded->diag, 1, 7, 2, "may tell the practices")->remedy,
                   "--column practice=\"Where from\"");
}

static void who_is_on_no_list_represents_nobody(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "name,email\nAnn,ann@x.example\nEve,eve@x.example\nFay,\n"
                                 ",gus@x.example\nAnn,ann@x.example\n",
                                 true);
    check_counts(&loaded->diag, 0, 1);
    check_problem_in(&loaded->diag, 3, 5, 2,
                     "Eve, Fay and gus@x.example are not in voters.csv and represent no practice");
    check_int((long long)loaded->box.rows, 5);
    check_int((long long)loaded->box.polls[0].count, 2);
    check_int((long long)loaded->box.polls[0].other_count, 3);
    check_text(loaded->box.polls[0].others[2].name, "gus@x.example");
    check_text(loaded->box.polls[0].ballots[1].member->name, "Ash");
}

static void a_listed_name_with_another_address_is_asked_about(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "name,email\nDr BEN BIRCH (Beech),ben@home.example\n"
                                 "\"Alder, Ann\",\nboth,both@x.example\n,\n"
                                 "Cedar,room@x.example\nEve (C1 Cedar),\n"
                                 "Telephone (Ann Alder),\n",
                                 true);
    check_counts(&loaded->diag, 6, 0);
    check_problem_in(&loaded->diag, 8, 1, 1, "with ann@x.example, and here without an address");
    check_contains(
        check_problem_in(&loaded->diag, 6, 1, 1, "Cedar is named here, and the address")->remedy,
        "Add the address of whoever represents it to voters.csv");
    check_problem_in(&loaded->diag, 7, 1, 1, "Cedar is named here");
    check_contains(check_problem_in(&loaded->diag, 2, 1, 1,
                                    "is in voters.csv with ben@x.example, and here with "
                                    "\"ben@home.example\"")
                       ->remedy,
                   "If it is somebody else, delete the row.");
    check_problem_in(&loaded->diag, 3, 1, 1, "with ann@x.example, and here without an address");
    check_problem_in(&loaded->diag, 4, 6, 2, "nothing says for which of them this is");
}

/* Whom the row and the list say votes has to be one who may, and both that it is a proxy or not. */
static void ballots_that_are_bound_to_be_refused(void **state)
{
    enum {
        LEADS = 1u << ROLE_LEAD,
        BOTH = LEADS | 1u << ROLE_PROXY
    };
    static const struct {
        enum address_standing address;
        int registered; /* the role on the list; -1 for nobody */
        enum role role;
        unsigned voters;
        bool secret, refused;
    } cases[] = {
        {ADDRESS_NOT_CHECKED, -1, ROLE_LEAD, LEADS, false, false},
        {ADDRESS_NOT_CHECKED, -1, ROLE_DEPUTY, LEADS, false, true},
        {ADDRESS_NOT_CHECKED, -1, ROLE_PROXY, BOTH, false, false},
        {ADDRESS_NOT_CHECKED, -1, ROLE_PROXY, BOTH, true, true},
        {ADDRESS_NOT_CHECKED, -1, ROLE_LEAD, BOTH, true, false},
        {ADDRESS_LISTED, ROLE_LEAD, ROLE_LEAD, LEADS, false, false},
        {ADDRESS_LISTED, ROLE_LEAD, ROLE_LEAD, LEADS, true, false},
        {ADDRESS_LISTED, ROLE_OBSERVER, ROLE_LEAD, LEADS, false, true},
        {ADDRESS_LISTED, ROLE_LEAD, ROLE_OBSERVER, LEADS, false, true},
        {ADDRESS_LISTED, ROLE_PROXY, ROLE_PROXY, BOTH, false, false},
        {ADDRESS_LISTED, ROLE_PROXY, ROLE_LEAD, BOTH, false, true},
        {ADDRESS_LISTED, ROLE_LEAD, ROLE_PROXY, BOTH, false, true},
        {ADDRESS_BLANK, -1, ROLE_LEAD, LEADS, false, true},
        {ADDRESS_UNKNOWN, -1, ROLE_LEAD, LEADS, false, true},
        {ADDRESS_ELSEWHERE, -1, ROLE_LEAD, LEADS, false, true},
        {ADDRESS_ABSENT, -1, ROLE_LEAD, LEADS, false, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct registered_voter voter = {.role = (enum role)cases[i].registered};
        struct ballot_details details = {.registered = cases[i].registered < 0 ? NULL : &voter};
        struct ballot ballot = {
            .details = &details, .role = cases[i].role, .address = cases[i].address};
        check_int(ballots_will_be_refused(&ballot, cases[i].voters, cases[i].secret),
                  cases[i].refused);
    }
}

/* What the list says of the address of a row whose member is given. */
static void how_an_address_stands_in_the_list(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "practice,role,email,vote\nAsh,,both@x.example,for\n"
                                 "Beech,lead,ben@x.example,for\nCedar,,ben@x.example,for\n"
                                 "Cedar,deputy,,for\nCedar,,BOTH@x.example,for\n",
                                 false);
    check_errors(&loaded->diag, 0);
    static const struct {
        enum address_standing address;
        enum role role;
        const char *email, *elsewhere;
        bool role_given;
    } wanted[] = {
        {ADDRESS_LISTED, ROLE_DEPUTY, "both@x.example", NULL, false},
        {ADDRESS_LISTED, ROLE_LEAD, "ben@x.example", NULL, true},
        {ADDRESS_ELSEWHERE, ROLE_LEAD, "ben@x.example", "Beech", false},
        {ADDRESS_BLANK, ROLE_DEPUTY, NULL, NULL, true},
        {ADDRESS_LISTED, ROLE_LEAD, "both@x.example", NULL, false},
    };
    const struct ballot *ballots = loaded->box.polls[0].ballots;
    check_int((long long)loaded->box.polls[0].count, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct ballot_details *details = ballots[i].details;
        check_int(ballots[i].address, wanted[i].address);
        check_int(ballots[i].role, wanted[i].role);
        check_int(ballots[i].role_given, wanted[i].role_given);
        check_text(details->email, wanted[i].email);
        check_text(details->elsewhere == NULL ? NULL : details->elsewhere->name,
                   wanted[i].elsewhere);
        check_int(details->registered != NULL, wanted[i].address == ADDRESS_LISTED);
    }
}

static void others_are_told_one_by_one(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "name,email\nAnn,ann@x.example\nEve,eve@x.example\n", true);
    check_problem_in(&loaded->diag, 3, 5, 2, "Eve is not in voters.csv and represents no practice");
    /* who is named in brackets, in part of them, or not at all */
    loaded = load(arena_of(state), "name,email\nRoom (Ben Birch)2,room@x.example\n", true);
    check_counts(&loaded->diag, 1, 0);
    check_problem_in(&loaded->diag, 2, 1, 1, "is in voters.csv with ben@x.example");
    loaded = load(arena_of(state),
                  "name,email\nRoom (Ben Birch,room@x.example\nRoom (),a@x.example\n"
                  "Room Ben Birch),b@x.example\n",
                  true);
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.polls[0].other_count, 3);
    loaded = load(arena_of(state), "name,email\nCedar,a@x.example\n", true);
    check_counts(&loaded->diag, 1, 0);
    check_int((long long)loaded->box.polls[0].other_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(addresses_are_compared_in_one_form),
        cmocka_unit_test(ballots_that_are_bound_to_be_refused),
        test_with_arena(how_an_address_stands_in_the_list),
        test_with_arena(others_are_told_one_by_one),
        test_with_arena(the_address_says_whose_a_ballot_is),
        test_with_arena(an_address_that_does_not_say_it),
        test_with_arena(a_practice_that_is_given_is_checked_as_ever),
        test_with_arena(without_a_list_of_voters),
        test_with_arena(a_column_that_may_say_otherwise),
        test_with_arena(who_is_on_no_list_represents_nobody),
        test_with_arena(a_listed_name_with_another_address_is_asked_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

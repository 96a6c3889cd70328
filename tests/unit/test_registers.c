/* SPDX-License-Identifier: MIT */

/* voters.csv, interests.csv and county.csv, from bytes to the registers; and how names and
 * addresses are compared. */
#include "unit/check_problems.h"
#include "unit/polls.h"

#include "quorate/text.h"

struct loaded {
    struct diag diag;
    struct assembly tables;
    size_t rows;
    bool usable;
};

static struct loaded *begin(struct arena *arena)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                            .roll = "practice,code,list size,aliases\n"
                                    "Ash,A1,1000,The Ash\nBeech,B1,2000,\nCedar,C1,3000,\n"};
    assemble_into(arena, &tables, &loaded->tables);
    loaded->diag.arena = arena;
    return loaded;
}

static struct loaded *voters_of_day(struct arena *arena, struct date day, const char *text)
{
    struct loaded *loaded = begin(arena);
    loaded->usable =
        load_voters(arena, &loaded->diag, file_of("voters.csv", text), &loaded->tables.rules,
                    &loaded->tables.roll, NULL, day, &loaded->tables.voters, &loaded->rows);
    check_int(loaded->usable, loaded->diag.errors == 0);
    return loaded;
}

static struct loaded *voters(struct arena *arena, const char *text)
{
    return voters_of_day(arena, (struct date){0}, text);
}

static struct loaded *interests(struct arena *arena, const char *text)
{
    struct loaded *loaded = begin(arena);
    loaded->usable =
        load_interests(arena, &loaded->diag, file_of("interests.csv", text), &loaded->tables.rules,
                       &loaded->tables.roll, &loaded->tables.interests, &loaded->rows);
    check_int(loaded->usable, loaded->diag.errors == 0);
    return loaded;
}

static void test_the_list_is_that_of_a_day(void **state)
{
    static const char text[] = "email,code,role,from,to\n"
                               "ann@x.example,A1,deputy,,2015-05-31\n"
                               "ann@x.example,A1,lead,2015-06-01,2015-12-31\n"
                               "ben@x.example,B1,lead,,\n"
                               "cat@x.example,C1,lead,2015-07-01,\n";
    struct arena *arena = arena_of(state);
    struct loaded *loaded = voters_of_day(arena, (struct date){2015, 6, 30}, text);
    const struct voter_register *list = &loaded->tables.voters;
    const struct member *members = loaded->tables.roll.members;
    check_problem(&loaded->diag, 0, "has no voter for Cedar");
    check_int(list->count, 2);
    check_int(voters_on(list, "ann@x.example", &members[0])->role, ROLE_LEAD);
    check_true(voters_at(list, "cat@x.example") == NULL);
    check_int(list->absent->count, 2);
    check_text(voters_absence(arena, list, voters_at(list->absent, "cat@x.example"), "It"),
               "It is in voters.csv for Cedar from 1 July 2015");
    check_text(voters_absence(arena, list, voters_at(list->absent, "ann@x.example"), "It"),
               "It was in voters.csv for Ash until 31 May 2015");
    check_int(date_compare(list->last_change, (struct date){2016, 1, 1}), 0);
    /* Both days count, and of no day there are all rows. */
    check_int(voters_of_day(arena, (struct date){2015, 5, 31}, text)->tables.voters.count, 2);
    check_int(voters_of_day(arena, (struct date){2015, 7, 1}, text)->tables.voters.count, 3);
    check_int(voters_of_day(arena, (struct date){2016, 1, 1}, text)->tables.voters.count, 2);
    loaded = voters(arena, text);
    check_int(loaded->tables.voters.count, 4);
    check_int(loaded->tables.voters.absent->count, 0);
}

/* A row is of somebody: one of the two columns that say of whom is there. */
static void test_a_register_says_of_whom(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const heads[] = {"practice,email,role\nAsh,", "code,email,role\nA1,"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        check_int(
            voters(arena, arena_format(arena, "%sann@x.example,lead\n", heads[i]))->diag.errors, 0);
    struct loaded *loaded = voters(arena, "email,role\nann@x.example,lead\n");
    check_errors(&loaded->diag, 1);
    (void)check_problem(&loaded->diag, 1, "there is no column \"practice\"");
}

static void test_voters_are_found_by_address_and_member(void **state)
{
    struct loaded *loaded = voters(arena_of(state), "E-Mail Address,Code,Role,Full Name\n"
                                                    "cat@x.example,C1,lead,Cat\n"
                                                    " ANN@X.Example ,A1,GP lead,Ann\n"
                                                    "ann@x.example,C1,proxy,\n"
                                                    "ben@x.example,B1,Deputy,Ben\n");
    check_errors(&loaded->diag, 0);
    const struct voter_register *list = &loaded->tables.voters;
    const struct member *members = loaded->tables.roll.members;
    size_t count;
    check_int(loaded->rows, 4);
    check_int(list->count, 4);
    check_text(list->file, "voters.csv");
    const struct registered_voter *ann = voters_on(list, "ann@x.example", &members[0]);
    check_true(ann != NULL);
    check_int(ann->line, 3);
    check_int(ann->role, ROLE_LEAD);
    check_text(ann->name, "Ann");
    check_int(voters_on(list, "ann@x.example", &members[2])->role, ROLE_PROXY);
    check_true(voters_on(list, "ann@x.example", &members[1]) == NULL);
    check_true(voters_at(list, "ann@x.example") == ann);
    check_true(voters_at(list, "ann@x.exampl") == NULL);
    check_true(voters_at(list, "zoe@x.example") == NULL);
    check_int(voters_of(list, &members[2], &count)[0].line, 2);
    check_int(count, 2);
    check_text(voters_of(list, &members[2], &count)[1].name, NULL);
    check_int(voters_of(list, &members[1], &count)[0].role, ROLE_DEPUTY);
    check_int(count, 1);
}

static void test_what_is_wrong_with_voters(void **state)
{
    struct loaded *loaded = voters(arena_of(state), "practice,code,email,role\n"
                                                    "Ashe,,a@x.example,lead\n"
                                                    "Ash,B1,a@x.example,lead\n"
                                                    ",,a@x.example,lead\n"
                                                    "Ash,,,lead\n"
                                                    "Ash,,a@x,lead\n"
                                                    "Ash,,a@x.example,\n"
                                                    "Ash,,a@x.example,boss\n"
                                                    "Ash,,b@x.example,lead\n"
                                                    "The Ash,A1,B@x.example,deputy\n");
    check_errors(&loaded->diag, 8);
    check_problem_in(&loaded->diag, 2, 1, 1, "no practice is called \"Ashe\"");
    check_problem_in(&loaded->diag, 3, 5, 2, "\"B1\" is the code of Beech, not of Ash");
    check_problem_in(&loaded->diag, 4, 1, 1, "the practice is blank");
    check_problem_in(&loaded->diag, 5, 6, 3, "the e-mail address is blank");
    check_problem_in(&loaded->diag, 6, 6, 3, "\"a@x\" is not an e-mail address");
    check_problem_in(&loaded->diag, 7, 18, 4, "the role is blank");
    check_problem_in(&loaded->diag, 8, 18, 4, "\"boss\" is not a role");
    check_problem_in(&loaded->diag, 10, 12, 3, "this address is on line 9 for Ash already");
}

/* A cell that nothing reads may say another role than the row has. */
static void test_roles_that_do_not_agree(void **state)
{
    static const struct {
        const char *row;
        bool agree;
    } rows[] = {
        {"Ash,a@x.example,lead,Practice lead", true},
        {"Ash,a@x.example,lead,", true},
        {"Ash,a@x.example,lead,Deputy", false},
        {"Ash,a@x.example,deputy,Practice manager", false},
        {"Ash,a@x.example,deputy,deputy", true},
        {"Ash,a@x.example,lead,other", true},
        {"Ash,a@x.example,lead,since last year", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].row);
        struct loaded *loaded =
            voters(arena, arena_format(arena, "practice,email,role,Job\n%s\n", rows[i].row));
        check_int((long long)loaded->diag.errors, !rows[i].agree);
        if (!rows[i].agree)
            check_problem(&loaded->diag, 2, "stands here, and the row has another role");
    }
}

/* What is said of a row stands at it, whatever rows follow; a row that is refused is compared with
 * none. */
static void test_where_rows_beside_each_other_stand(void **state)
{
    struct loaded *loaded = voters(arena_of(state), "practice,email,role,Job\n"
                                                    "Ash,a@x.example,lead,\n"
                                                    "Ash,a@x.example,lead,\n"
                                                    "Beech,b@x.example,lead,\n"
                                                    "Beech,c@x.example,lead,\n"
                                                    "Cedar,d@x.example,lead,\n"
                                                    "Cedar,e@x.example,deputy,\n");
    check_counts(&loaded->diag, 1, 3);
    check_problem(&loaded->diag, 3, "Ash has another lead on line 2");
    check_problem(&loaded->diag, 3, "this address is on line 2 for Ash already");
    check_problem(&loaded->diag, 5, "Beech has another lead on line 4");
    loaded = voters(arena_of(state), "practice,email,role,Job\n"
                                     "Ash,a@x.example,lead,Deputy\nAsh,a@x.example,lead,\n");
    check_int((long long)loaded->diag.errors, 1);
    check_problem(&loaded->diag, 2, "another role");
}

/* Up to twenty are named. */
static void test_so_many_without_a_voter(void **state)
{
    struct arena *arena = arena_of(state);
    for (int count = 20; count <= 21; count++) {
        struct buffer roll = {.arena = arena};
        buffer_add(&roll, "practice\nAsh\n");
        for (int i = 1; i <= count; i++)
            buffer_format(&roll, "P%d\n", i);
        struct tables tables = {.rules = RULES ONE_EACH MAJORITY, .roll = buffer_text(&roll)};
        struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
        assemble_into(arena, &tables, assembly);
        struct diag diag = {.arena = arena};
        check_true(load_voters(
            arena, &diag, file_of("voters.csv", "practice,email,role\nAsh,a@x.example,lead\n"),
            &assembly->rules, &assembly->roll, NULL, (struct date){0}, &assembly->voters, NULL));
        check_counts(&diag, 0, 1);
        check_contains(diag.problems[0].what.full,
                       count == 20 ? "P19 or P20" : "has no voter for 21 members of the roll");
    }
}

/* Of whom there is no voter. */
static void test_who_has_no_voter(void **state)
{
    struct loaded *loaded = voters(arena_of(state), "practice,email,role\nAsh,a@x.example,lead\n");
    check_counts(&loaded->diag, 0, 1);
    check_contains(loaded->diag.problems[0].what.full, "has no voter for Beech or Cedar");
    loaded = voters(arena_of(state), "practice,email,role\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no voters");
    check_int((long long)loaded->rows, 0);
    loaded = voters(arena_of(state), "practice,role\nAsh,lead\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 1, "email");
    check_false(loaded->usable);
    check_int((long long)loaded->rows, 1);
}

static void test_two_leads_and_nobody(void **state)
{
    struct loaded *loaded =
        voters(arena_of(state), "practice,email,role,name\n"
                                "Ash,a@x.example,lead,Dr Ann Ash\n"
                                "Ash,a@y.example,lead,\"ASH, Ann (THE ASH)\"\n"
                                "Beech,b@x.example,lead,Dr Ben\nBeech,c@x.example,lead,\n");
    check_counts(&loaded->diag, 0, 2);
    check_contains(loaded->diag.problems[0].what.full, "Beech has another lead on line 4");
    check_int(loaded->diag.problems[0].place.line, 5);
    check_contains(loaded->diag.problems[1].what.full, "has no voter for Cedar");
    check_true(loaded->usable);
}

static void test_no_roll_no_register(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct voter_register list;
    struct interest_register known;
    check_false(load_voters(arena, &diag, file_of("v", "who,email,role\nX,a@x.example,lead\n"),
                            NULL, NULL, NULL, (struct date){0}, &list, NULL));
    check_false(load_interests(arena, &diag, file_of("i", "practice,interest\nX,y\n"), NULL, NULL,
                               &known, NULL));
    check_errors(&diag, 0);
}

static void test_interests_and_their_days(void **state)
{
    struct loaded *loaded = interests(arena_of(state), "Practice,Nature of interest,Since,Until\n"
                                                       "Ash,always,,\n"
                                                       "Beech,since,1 April 2015,\n"
                                                       "Cedar,once,2014-04-01,31/03/2015\n"
                                                       "Ash,None declared,,\nAsh,n/a,,\n");
    static const struct {
        struct date day;
        bool held[3];
    } days[] = {
        {{2014, 3, 31}, {true, false, false}}, {{2014, 4, 1}, {true, false, true}},
        {{2015, 3, 31}, {true, false, true}},  {{2015, 4, 1}, {true, true, false}},
        {{2199, 1, 1}, {true, true, false}},
    };
    check_errors(&loaded->diag, 0);
    check_int(loaded->rows, 5);
    check_int(loaded->tables.interests.count, 3);
    const struct registered_interest *known = loaded->tables.interests.interests;
    check_text(known[2].interest, "once");
    check_text(known[2].member->name, "Cedar");
    check_int(known[2].line, 4);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        for (size_t j = 0; j < 3; j++)
            check_int(interest_held(&known[j], days[i].day), days[i].held[j]);
}

static void test_when_interests_were_reviewed(void **state)
{
    struct loaded *loaded = interests(arena_of(state), "practice,interest,Last reviewed\n"
                                                       "Ash,one,2015-06-01\n"
                                                       "Beech,none,1 May 2015\nCedar,nil,\n");
    const struct interest_register *known = &loaded->tables.interests;
    check_errors(&loaded->diag, 0);
    check_int(known->count, 1);
    check_int(known->nil_count, 2);
    check_int(date_compare(known->interests[0].reviewed, (struct date){2015, 6, 1}), 0);
    check_int(date_compare(known->nil_returns[0].reviewed, (struct date){2015, 5, 1}), 0);
    check_false(date_given(known->nil_returns[1].reviewed));
}

static void test_what_is_wrong_with_interests(void **state)
{
    struct loaded *loaded = interests(arena_of(state), "practice,interest,from,to\n"
                                                       "Oak,x,,\n"
                                                       "Ash,,,\n"
                                                       "Ash,x,soon,\n"
                                                       "Ash,x,2015-04-01,2015-03-31\n"
                                                       "Ash,x,2015-04-01,2015-04-01\n");
    check_errors(&loaded->diag, 4);
    check_problem_in(&loaded->diag, 2, 1, 1, "no practice is called \"Oak\"");
    check_problem_in(&loaded->diag, 3, 5, 2, "the interest is blank");
    check_problem_in(&loaded->diag, 4, 7, 3, "\"soon\" is not a date");
    check_problem_in(&loaded->diag, 5, 18, 4,
                     "the interest ends on 31 March 2015, before it begins on 1 April 2015");
    check_errors(&interests(arena_of(state), "practice,interest\n")->diag, 0);
    /* What can be read is there beside each row that cannot. */
    static const char *const rows[] = {"Ash,,,,", "Ash,loan,soon,,", "Ash,loan,,soon,",
                                       "Ash,loan,,,soon", "Elm,loan,,,"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        loaded = interests(arena_of(state), arena_format(arena_of(state),
                                                         "practice,interest,from,to,reviewed\n%s\n"
                                                         "Beech,land,,,\n",
                                                         rows[i]));
        check_errors(&loaded->diag, 1);
        check_int(loaded->tables.interests.count, 1);
        check_text(loaded->tables.interests.interests[0].interest, "land");
    }
    loaded = interests(arena_of(state), "practice,what\nAsh,loan\n");
    check_problem(&loaded->diag, 1, "there is no column \"interest\"");
    check_int(loaded->tables.interests.count, 0);
}

static void test_addresses(void **state)
{
    static const char *const same[] = {
        "Ann.O'Hara@x.example",        "  ANN.O'HARA@X.EXAMPLE\xC2\xA0",
        "mailto:ann.o'hara@x.example", "\"O'Hara, Ann (X) <Ann.O'Hara@x.example>\"",
        "<ann.o'hara@x.example>",      "ann.o\xE2\x80\x99hara@x.example",
    };
    static const char *const wrong[] = {
        "anonymous",
        "@x.example",
        "a@",
        "a@x",
        "a b@x.example",
        "a@x.example.",
        ".a@x.example",
        "a..b@x.example",
        "a@@x.example",
        "a@x_y.example",
        "a@x.example;b@x.y",
        "a@b@x.example",
        "<>",
        "a@.example",
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct loaded *loaded =
            voters(arena, arena_format(arena,
                                       "practice,email,role\nAsh,%s,lead\nBeech,b@x.y,lead\n"
                                       "Cedar,c@x.y,lead\n",
                                       same[i]));
        check_errors(&loaded->diag, 0);
        check_text(loaded->tables.voters.voters[0].email, "ann.o'hara@x.example");
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check_errors(
            &voters(arena, arena_format(arena, "practice,email,role\nAsh,%s,lead\n", wrong[i]))
                 ->diag,
            1);
}

static void test_people(void **state)
{
    static const char *const same[] = {"Dr Helen Hart", "HART, Helen", "Helen Hart (THE SURGERY)",
                                       "hart, dr. helen", "Prof Helen Hart MRCGP"};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        check_text(text_person(arena, same[i]), "hart helen");
    check_text(text_person(arena, "Dr H Hart"), "h hart");
    check_text(text_person(arena, "Dr"), "");
    check_text(text_person(arena, "Ann) (x"), "ann x");
    check_text(text_person(arena, ""), "");
}

/* county.csv: which practice of the county is in which locality, on one day. */
static void test_localities_of_the_countys_practices(void **state)
{
#define PRACTICES "code,practice,locality\n"
    static const struct {
        const char *table;
        size_t line; /* of the one error; 0 with no `what` for none */
        const char *what;
    } cases[] = {
        {PRACTICES "K1,Ash,North\nK2,Ash,South\n,Beech,South\n", 0, NULL},
        {"practice,locality\nAsh,North\nBeech,North\n", 0, NULL},
        {PRACTICES "K1,Ash,North\nk1,Beech,South\n", 3, "\"k1\" is on line 2 already"},
        {PRACTICES ",Ash,North\n,ASH,South\n", 3, "\"ASH\" is on line 2 already"},
        {PRACTICES "K1,Ash,North\n,,South\n", 3, "neither a code nor a name"},
        {PRACTICES "K1,Ash,\n", 2, "the locality is blank"},
        {PRACTICES "K1,Ash,North *\n", 2, "a mark stands beside this locality"},
        {PRACTICES, 0, "has no practices"},
        {"code,practice\nK1,Ash\n", 1, "there is no column \"locality\""},
        {"code,locality,old locality\nK1,North,South\nK2,North,South\n", 2,
         "\"South\" stands here under \"old locality\", and the table is of one day"},
        {"code,locality,since\nK1,North,\nK2,North,2015-04-01\n", 3, "the table is of one day"},
        {"code,locality,old locality\nK1,North,\nK2,North,\n", 0, NULL},
        {"code,locality,closed\nK1,North,\nK2,North,yes\n", 3, "the row would count"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag = {.arena = arena};
        struct county_list county;
        size_t rows;
        print_message("%s", cases[i].table);
        check_int(load_county(arena, &diag, file_of("county.csv", cases[i].table), &county, &rows),
                  cases[i].what == NULL);
        check_int(diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&diag, cases[i].line, cases[i].what);
        if (i > 0)
            continue;
        check_int(rows, 3);
        check_int(county.count, 3);
        check_text(county.practices[1].code, "K2");
        check_text(county.practices[1].locality, "South");
        check_int(county.practices[1].cell, 1);
        check_true(county.practices[2].code == NULL);
        check_int(county.practices[2].cell, 2);
        check_int(county.practices[2].line, 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_the_list_is_that_of_a_day),
        test_with_arena(test_a_register_says_of_whom),
        test_with_arena(test_voters_are_found_by_address_and_member),
        test_with_arena(test_what_is_wrong_with_voters),
        test_with_arena(test_roles_that_do_not_agree),
        test_with_arena(test_who_has_no_voter),
        test_with_arena(test_so_many_without_a_voter),
        test_with_arena(test_where_rows_beside_each_other_stand),
        test_with_arena(test_two_leads_and_nobody),
        test_with_arena(test_no_roll_no_register),
        test_with_arena(test_interests_and_their_days),
        test_with_arena(test_localities_of_the_countys_practices),
        test_with_arena(test_when_interests_were_reviewed),
        test_with_arena(test_what_is_wrong_with_interests),
        test_with_arena(test_addresses),
        test_with_arena(test_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

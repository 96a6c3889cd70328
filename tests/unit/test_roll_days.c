/* SPDX-License-Identifier: MIT */

/* A roll that holds several years, and the roll of each day of it. */
#include "unit/check_problems.h"

#include "quorate/buffer.h"
#include "quorate/text.h"
#include "unit/polls.h"

static const char years[] =
    "practice,code,area,list size 2015-04-01,list size 1 April 2016,joined,left\n"
    "Ash,A1,North,100,110,,\n"
    "Beech,B1,South,200,,,2015-06-30\n"
    "Cedar,C1,West,30,330,2015-10-01,\n"
    "Beech,B1,West,,240,2016-05-01,\n"
    "Total,,,300,440,,\n";

static struct roll load(struct arena *arena, const char *text)
{
    struct diag diag = {.arena = arena};
    struct roll roll;
    const struct bytes bytes = {.name = "practices.csv", .bytes = text, .length = strlen(text)};
    check_true(load_roll(arena, &diag, bytes, NULL, &roll, NULL));
    check_errors(&diag, 0);
    return roll;
}

static void check_day(struct date date, int year, int month, int day)
{
    check_int(date_compare(date, (struct date){year, month, day}), 0);
}

static void the_members_and_sizes_of_a_day(void **state)
{
    static const struct {
        struct date day;
        int sizes_of; /* the year */
        int64_t population;
        size_t members;
        const char *names[3], *areas;
    } cases[] = {
        {{2015, 4, 1}, 2015, 300, 2, {"Ash", "Beech"}, "North South"},
        {{2015, 6, 30}, 2015, 300, 2, {"Ash", "Beech"}, "North South"},
        {{2015, 7, 1}, 2015, 100, 1, {"Ash"}, "North"},
        {{2015, 9, 30}, 2015, 100, 1, {"Ash"}, "North"},
        {{2015, 10, 1}, 2015, 130, 2, {"Ash", "Cedar"}, "North West"},
        {{2016, 3, 31}, 2015, 130, 2, {"Ash", "Cedar"}, "North West"},
        {{2016, 4, 1}, 2016, 440, 2, {"Ash", "Cedar"}, "North West"},
        {{2016, 5, 1}, 2016, 680, 3, {"Ash", "Cedar", "Beech"}, "North West"},
        {{2014, 1, 1}, 2015, 300, 2, {"Ash", "Beech"}, "North South"},
    };
    struct arena *arena = arena_of(state);
    const struct roll whole = load(arena, years);
    check_true(roll_differs(&whole));
    check_day(roll_last_change(&whole), 2016, 5, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct roll roll = roll_on(arena, &whole, cases[i].day);
        check_int((long long)roll.count, (long long)cases[i].members);
        check_int(roll.population, cases[i].population);
        check_int(roll.as_at.year, cases[i].sizes_of);
        check_int(date_compare(roll.day, cases[i].day), 0);
        check_true(roll.history == NULL);
        check_int((long long)(roll.count + roll.absent->count), (long long)whole.count);
        for (size_t j = 0; j < roll.count; j++) {
            const struct member *member = &roll.members[j];
            check_text(member->name, cases[i].names[j]);
            check_int((long long)member->index, (long long)j);
            check_true(roll_find_folded(&roll, text_fold(arena, member->name)) == member);
            check_true(roll_find_folded(&roll, text_fold(arena, member->code)) == member);
            check_text(roll.areas[member->area_number], member->area);
        }
        check_text(roll.area_count == 1
                       ? roll.areas[0]
                       : arena_format(arena, "%s %s", roll.areas[0], roll.areas[1]),
                   cases[i].areas);
    }
}

/* A roll differs by the days of any one of its members. */
static void one_of_them_joined(void **state)
{
    struct arena *arena = arena_of(state);
    for (int joined = 0; joined < 3; joined++) {
        const char *const days[] = {"2015-10-01", ""};
        const struct roll roll =
            load(arena, arena_format(arena, "practice,list size,joined\nAsh,10,%s\nBeech,20,%s\n",
                                     days[joined != 0], days[joined != 1]));
        check_int(roll_differs(&roll), joined < 2);
        if (joined < 2)
            check_int(roll_on(arena, &roll, (struct date){2015, 6, 24}).population,
                      joined == 0 ? 20 : 10);
    }
}

static void who_is_absent_can_be_found(void **state)
{
    struct arena *arena = arena_of(state);
    const struct roll whole = load(arena, years);
    const struct roll roll = roll_on(arena, &whole, (struct date){2015, 12, 31});
    const struct member *beech = roll_find_ever(arena, &roll, "Beech (B1)");
    struct roll_clash clash;
    check_true(roll_find(arena, &roll, "Beech", &clash) == NULL);
    check_text(beech->name, "Beech");
    check_text(roll_find_ever(arena, &roll, "c1")->name, "Cedar");
    check_true(roll_find_ever(arena, &roll, "Elm") == NULL);
    check_text(roll_absence(arena, &whole.members[1], roll.day), "was a member until 30 June 2015");
    check_text(roll_absence(arena, &whole.members[3], roll.day), "is a member from 1 May 2016");
    check_text(roll_absence(arena, &whole.members[2], (struct date){2015, 1, 1}),
               "is a member from 1 October 2015");
    const struct member both = {.tenure = {{2015, 1, 1}, {2015, 6, 30}}};
    check_text(roll_absence(arena, &both, roll.day),
               "was a member from 1 January 2015 to 30 June 2015");
    check_text(roll_absence(arena, &both, (struct date){2014, 1, 1}),
               "is a member from 1 January 2015 to 30 June 2015");
}

/* What does not differ is the same roll on every day. */
static void a_roll_that_is_one(void **state)
{
    struct arena *arena = arena_of(state);
    const struct roll plain = load(arena, "practice,list size 2015-04-01,from,to\nAsh,100,,\n");
    check_true(plain.history == NULL);
    check_false(roll_differs(&plain));
    check_int(roll_last_change(&plain).year, 0);
    const struct roll same = roll_on(arena, &plain, (struct date){2019, 1, 1});
    check_true(same.members == plain.members && same.absent == NULL && !date_given(same.day));
    const struct roll founded = load(arena, "practice,list size 2015-04-01,from\n"
                                            "Ash,100,2015-04-01\nBeech,200,2015-04-01\n");
    check_false(roll_differs(&founded));
    check_int((long long)roll_on(arena, &founded, (struct date){2015, 3, 31}).count, 0);
    check_int(roll_on(arena, &founded, (struct date){2015, 4, 1}).population, 300);
}

/* Without list sizes, and of localities, whose total need not be the sum. */
static void other_rolls(void **state)
{
    struct arena *arena = arena_of(state);
    const struct roll votes = load(arena, "practice,votes,to\nAsh,1.5,\nBeech,2,2015-06-30\n");
    const struct roll roll = roll_on(arena, &votes, (struct date){2015, 7, 1});
    check_int((long long)roll.count, 1);
    check_int(roll.members[0].votes, 15);
    check_int((long long)roll.vote_places, 1);
    struct diag diag = {.arena = arena};
    static const char text[] = "locality,population 2015-04-01,population 2016-04-01\n"
                               "North,100,200\nSouth,300,400\nTotal,401,602\n";
    const struct bytes bytes = {.name = "l.csv", .bytes = text, .length = sizeof text - 1};
    struct roll county;
    check_true(load_roll(arena, &diag, bytes, NULL, &county, NULL));
    check_counts(&diag, 0, 1); /* of the last; a report by an earlier one notes its own */
    check_int(roll_on(arena, &county, (struct date){2016, 3, 31}).stated_total, 401);
    const struct roll later = roll_on(arena, &county, (struct date){2016, 4, 1});
    check_int(later.stated_total, 602);
    check_int(later.population, 600);
    check_true(later.has_stated_total);
}

/* Two who come on two days, one behind the other, come once each; so do two who leave. */
static void changes_on_days_that_follow(void **state)
{
    static const struct {
        const char *joined, *gone;
        size_t members;
    } days[] = {{"Beech", NULL, 2}, {"Cedar", NULL, 3}, {NULL, "Ash", 2}, {"Damson", "Beech", 2}};
    struct arena *arena = arena_of(state);
    struct assembly assembly =
        assemble(arena, &(struct tables){.rules = RULES ONE_EACH MAJORITY,
                                         .roll = "practice,joined,left\n"
                                                 "Ash,,2015-04-02\n"
                                                 "Beech,2015-04-01,2015-04-03\n"
                                                 "Cedar,2015-04-02,\n"
                                                 "Damson,2015-04-04,\n"});
    size_t count = 7; /* whatever it was */
    const struct roll_change *changes =
        decide_roll_changes(arena, &assembly.rules, &assembly.roll, &count);
    check_int((long long)count, 4);
    for (size_t i = 0; i < count; i++) {
        check_day(changes[i].day, 2015, 4, 1 + (int)i);
        check_int((long long)changes[i].joined_count, days[i].joined != NULL);
        check_int((long long)changes[i].gone_count, days[i].gone != NULL);
        if (days[i].joined != NULL)
            check_text(changes[i].joined[0], days[i].joined);
        if (days[i].gone != NULL)
            check_text(changes[i].gone[0], days[i].gone);
        check_int((long long)changes[i].members, (long long)days[i].members);
    }
}

/* The columns need not stand in the order of their dates. */
static void columns_in_any_order(void **state)
{
    static const struct {
        struct date day;
        int64_t population;
    } days[] = {{{2014, 4, 1}, 30},   {{2015, 3, 31}, 30},  {{2015, 4, 1}, 300},
                {{2016, 3, 31}, 300}, {{2016, 4, 1}, 3000}, {{2019, 1, 1}, 3000}};
    struct arena *arena = arena_of(state);
    const struct roll whole = load(arena, "practice,list size 2016-04-01,list size 2014-04-01,"
                                          "list size 2015-04-01\n"
                                          "Ash,1000,10,100\nBeech,2000,20,200\n");
    check_day(roll_last_change(&whole), 2016, 4, 1);
    check_int(whole.population, 3000);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        check_int(roll_on(arena, &whole, days[i].day).population, days[i].population);
    const struct roll two = load(arena, "practice,list size 2016-04-01,list size 2015-04-01\n"
                                        "Ash,1000,100\nBeech,2000,200\n");
    check_int(two.population, 3000);
    check_int(two.as_at.year, 2016);
    check_int(roll_on(arena, &two, days[2].day).population, 300);
    static const struct {
        int year;
        size_t column; /* of the spreadsheet */
    } sizes[] = {{2014, 3}, {2015, 4}, {2016, 2}};
    check_int(whole.history->count, 3);
    for (size_t i = 0; i < 3; i++) {
        check_int(whole.history->sizes[i].as_at.year, sizes[i].year);
        check_int(whole.history->sizes[i].column, sizes[i].column);
    }
    check_false(date_given(whole.history->published));
    const struct roll beside = load(arena, "practice,list size 2016-04-01,list size,as at\n"
                                           "Ash,1000,100,2015-04-01\nBeech,2000,200,2015-04-01\n");
    check_int(roll_on(arena, &beside, days[3].day).population, 300);
    check_int(roll_on(arena, &beside, days[3].day).as_at.year, 2015);
    check_int(roll_on(arena, &beside, days[5].day).as_at.year, 2016);
    check_int(roll_on(arena, &two, days[5].day).population, 3000);
}

/* Each table with the one error it has, by its line; 0 of a table that is right. */
static void days_that_cannot_be_told(void **state)
{
#define TWO         "practice,list size 2015-04-01,list size 2016-04-01"
#define JOINS       "practice,list size 2015-04-01,from,to\n"
#define JOINS_VOTES "practice,list size 2015-04-01,votes,from\n"
    static const struct {
        const char *table;
        size_t line;
        const char *what;
    } cases[] = {
        {TWO ",as at\nAsh,103,107,2015-04-01\n", 1,
         "a date of its own beside list sizes of several dates"},
        {"practice,list size,list size 2016-04-01\nAsh,103,107\n", 1,
         "these list sizes have no date of their own, and the others have"},
        {"practice,list size,list size 2016-04-01,as at\nAsh,103,107,2016-04-01\n", 1,
         "these list sizes have no date of their own"},
        {"practice,list size,list size 2016-04-01,as at\nAsh,103,107,2015-04-01\n", 0, ""},
        {"practice,list size 2016-04-01,list size,as at\nAsh,107,103,2016-04-01\n", 1,
         "these list sizes have no date of their own"},
        /* no total is held against sizes of no date */
        {TWO ",as at\nAsh,103,107,2015-04-01\nTotal,999,107,\n", 1, "a date of its own"},
        {"practice,list size,list size 2016-04-01\nAsh,103,107\nTotal,999,107\n", 1,
         "these list sizes have no date of their own"},
        {"practice,list size,as at,from\nAsh,103,2015-04-01,\nBeech,,2015-04-01,2015-10-01\n", 0,
         ""},
        {"practice,list size,as at,from\nAsh,103,2015-04-01,\nBeech,,2015-04-01,2015-04-01\n", 3,
         "Beech was a member on 1 April 2015"},
        /* votes are those of the latest date */
        {"practice,list size 2016-04-01,list size 2015-04-01,votes,from,to\nAsh,107,103,1,,\n"
         "Beech,207,,2,2015-10-01,\nCedar,,53,4,,2015-12-31\nTotal,314,156,3,,\n",
         0, ""},
        {JOINS_VOTES "Ash,103,1,\nBeech,,2,2015-10-01\nTotal,103,1,\n", 0, ""},
        {JOINS_VOTES "Ash,103,1,\nBeech,,2,2015-10-01\nTotal,103,3,\n", 4, "has 1"},
        {TWO ",votes\nAsh,103,107,1\n", 0, ""},
        {"locality,population 2015-04-01,population 2016-04-01\nNorth,10300,10700\n"
         "South,20300,\nTotal,30600,31000\n",
         0, ""},
        {"practice,list size 2016-04-01,list size 2015-04-01,from\nAsh,107,103,\n"
         "Beech,207,,2015-10-01\nTotal,314,103,\n",
         0, ""},
        {"practice,list size 2016-04-01,list size 2015-04-01,from\nAsh,107,103,\n"
         "Beech,207,203,2015-10-01\nTotal,314,306,\n",
         4, "the 1 row of the members of 1 April 2015 has 103"},
        {"practice,votes,from\nAsh,1,\nBeech,2,2015-10-01\nTotal,4,\n", 4, "add up to 3"},
        {"practice,votes,from\nAsh,1,\nBeech,2,\nGrand total,3,\n", 4, "looks like the total"},
        {JOINS "Ash,103,,\nBeech,,,2015-03-31\nTotal,103,,\n", 0, ""},
        {JOINS "Ash,103,,\nBeech,,2015-04-02,\nTotal,103,,\n", 0, ""},
        {JOINS "Ash,103,,\nBeech,,2015-04-01,\n", 3,
         "the list size is blank, and Beech was a member on 1 April 2015"},
        {JOINS "Ash,103,,\nBeech,,2015-04-01,\nTotal,311,,\n", 3,
         "the list size is blank, and Beech was a member on 1 April 2015"},
        {JOINS "Ash,103,,\nBeech,207,,\nTotal,311,,\n", 4, "the 2 rows add up to 310"},
        {JOINS "Ash,103,some day,\nBeech,207,,\nTotal,311,,\n", 2, "some day"},
        {"practice,list size,from\nAsh,103,\nBeech,207,2015-10-01\nTotal,310,\n", 1,
         "it is not known of which members the Total row is"},
        {"practice,list size,from\nAsh,103,\nBeech,207,2015-10-01\n", 0, ""},
        {"practice,list size,from\nAsh,103,\nBeech,207,\nTotal,310,\n", 0, ""},
        {"practice,list size,from\nAsh,103,\nBeech,,2015-10-01\n", 3, "list size"},
        {"locality,population 2015-04-01,population 2016-04-01,votes\nAsh,10300,10700,1\n", 1,
         "nothing says which of them this column goes with"},
        {"locality,population 2015-04-01,population 2016-04-01,practices\nAsh,10300,10700,1\n", 1,
         "nothing says which of them this column goes with"},
        {"locality,population 2015-04-01,population 2016-04-01,votes 2015-04-01\nAsh,10300,10700,1"
         "\n",
         0, ""},
        {"locality,population 2015-04-01,votes\nAsh,10300,1\n", 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag = {.arena = arena_of(state)};
        struct roll roll;
        print_message("%s", cases[i].table);
        check_int(load_roll(arena_of(state), &diag, file_of("practices.csv", cases[i].table), NULL,
                            &roll, NULL),
                  cases[i].line == 0);
        if (diag.errors != (cases[i].line > 0))
            print_problems(&diag);
        check_int((long long)diag.errors, cases[i].line > 0);
        if (cases[i].line > 0)
            check_problem(&diag, cases[i].line, cases[i].what);
    }
}

/* A size that cannot be read leaves the total of its date alone, and no other. */
static void totals_of_several_dates(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    struct roll roll;
    check_false(
        load_roll(arena_of(state), &diag,
                  file_of("practices.csv", TWO "\nAsh,some,107\nBeech,203,207\nTotal,999,999\n"),
                  NULL, &roll, NULL));
    check_counts(&diag, 2, 0);
    check_problem(&diag, 2, "some");
    check_problem(&diag, 4, "the 2 rows add up to 314");
    /* Of localities only the latest is told. */
    static const struct {
        const char *total;
        size_t warnings;
    } cases[] = {{"30600,31001", 1}, {"30601,31000", 0}, {"30601,31001", 1}, {"30600,31000", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag told = {.arena = arena_of(state)};
        const char *table = arena_format(arena_of(state),
                                         "locality,population 2015-04-01,population 2016-04-01\n"
                                         "North,10300,10700\nSouth,20300,20300\nTotal,%s\n",
                                         cases[i].total);
        check_true(load_roll(arena_of(state), &told, file_of("l.csv", table), NULL, &roll, NULL));
        check_counts(&told, 0, cases[i].warnings);
    }
}

/* All members of all days are in bounds together. */
static void sizes_of_all_days_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, "practice,list size 2015-04-01,from\nfirst,100000000,2016-01-01\n");
    for (int i = 1; i < 10000; i++)
        buffer_format(&text, "P%d,100000000,\n", i);
    struct roll roll = load(arena, buffer_text(&text));
    check_int(roll.population, INT64_C(999900000000));
    buffer_add(&text, "Total,999900000001,\n"); /* that of those who were members */
    struct diag diag = {.arena = arena};
    check_false(
        load_roll(arena, &diag, file_of("practices.csv", buffer_text(&text)), NULL, &roll, NULL));
    check_errors(&diag, 1);
    check_problem(&diag, 10002, "999,900,000,000");
    text.length = 0;
    buffer_add(&text, "practice,list size 2015-04-01,from\n");
    for (int i = 0; i < 10000; i++)
        buffer_format(&text, "P%d,100000000,\n", i);
    roll = load(arena, buffer_text(&text));
    check_int(roll.population, INT64_C(1000000000000));
    buffer_add(&text, "last,1,2016-01-01\n");
    buffer_add(&text, "Total,77,\n"); /* compared with nothing */
    struct diag too_many = {.arena = arena};
    check_false(load_roll(arena, &too_many, file_of("practices.csv", buffer_text(&text)), NULL,
                          &roll, NULL));
    check_errors(&too_many, 1);
    check_problem(&too_many, 0, "the list sizes add up to more than 1,000,000,000,000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(one_of_them_joined),
        test_with_arena(the_members_and_sizes_of_a_day),
        test_with_arena(who_is_absent_can_be_found),
        test_with_arena(a_roll_that_is_one),
        test_with_arena(other_rolls),
        test_with_arena(changes_on_days_that_follow),
        test_with_arena(columns_in_any_order),
        test_with_arena(days_that_cannot_be_told),
        test_with_arena(totals_of_several_dates),
        test_with_arena(sizes_of_all_days_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

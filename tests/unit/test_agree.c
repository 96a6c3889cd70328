/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/tables.h"

/* A constitution of one motion: what is asked of the roll is put in its place. */
#define RULES                                                                                      \
    "decision,rule,value,clause,reading\nvote,weight,one vote per member,,\n"                      \
    "vote,passes,more than half of votes cast,,\n"
#define WEIGHTED(weight)                                                                           \
    "decision,rule,value,clause,reading\nvote,weight,\"" weight                                    \
    "\",,\nvote,passes,more than half of votes cast,,\n"

#define ROLL       "practice,list size\nA,10\nB,20\n"
#define VOTES_ONLY "practice,votes\nA,2\nB,2\n"
#define COUNTY     "locality,population\nNorth,30\nSouth East,40\nTotal,70\n"

/* `built_in`: the county is the program's own. */
static const struct diag *agree_with(struct arena *arena, const char *rules_text,
                                     const char *roll_text, const char *county_text, bool built_in)
{
    struct diag *diag = arena_alloc(arena, 1, sizeof *diag);
    struct rules rules;
    struct roll roll, county;
    diag->arena = arena;
    check_true(load_rules(arena, diag, file_of("rules.csv", rules_text), &rules, NULL));
    check_true(load_roll(arena, diag, file_of("practices.csv", roll_text), &rules, &roll, NULL));
    if (county_text != NULL) {
        struct bytes bytes = file_of("localities.csv", county_text);
        bytes.known = true; /* that the published table does not add up is not told */
        bytes.built_in = built_in;
        check_true(load_roll(arena, diag, bytes, NULL, &county, NULL));
    }
    check_errors(diag, 0);
    bool agreed = load_agree(arena, diag, &rules, &roll, county_text == NULL ? NULL : &county);
    check_int(agreed, diag->errors == 0);
    return diag;
}

static const struct diag *agree(struct arena *arena, const char *rules_text, const char *roll_text,
                                const char *county_text)
{
    return agree_with(arena, rules_text, roll_text, county_text, false);
}

static void check_one_error(const struct diag *diag, size_t line, const char *words)
{
    check_errors(diag, 1);
    check_text(check_problem(diag, line, words)->place.file, "rules.csv");
}

static void the_bundled_constitution(void **state)
{
    const char *texts[3], *names[] = {"rules.csv", "practices.csv", "localities.csv"};
    for (size_t i = 0; i < 3; i++)
        texts[i] = bundled_find("south-east-oxfordshire-2015", names[i])->bytes;
    check_errors(agree(arena_of(state), texts[0], texts[1], texts[2]), 0);
}

static void weights_need_their_column(void **state)
{
    struct arena *arena = arena_of(state);
    check_errors(agree(arena, WEIGHTED("one vote per member"), VOTES_ONLY, NULL), 0);
    check_errors(agree(arena, WEIGHTED("votes column"), VOTES_ONLY, NULL), 0);
    check_errors(agree(arena, WEIGHTED("list size"), ROLL, NULL), 0);
    check_one_error(agree(arena, WEIGHTED("votes column"), ROLL, NULL), 2,
                    "needs a column \"votes\", and practices.csv has none");
    check_one_error(agree(arena, WEIGHTED("list size"), VOTES_ONLY, NULL), 2,
                    "needs a column \"list size\"");
    check_one_error(
        agree(arena, WEIGHTED("one vote per 2,000 patients, rounded down"), VOTES_ONLY, NULL), 2,
        "needs a column \"list size\"");
}

/* Told of the first of the rules that need it. */
static void the_first_that_needs_sizes(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = "decision,rule,value\nvote,weight,one vote per member\n"
                        "vote,quorum,at least half of members present\n"
                        "vote,passes,more than half of population cast\n"
                        "vote,review,at least half of population against\n";
    check_one_error(agree(arena, rules, VOTES_ONLY, NULL), 4, "needs a column \"list size\"");
    check_errors(agree(arena, rules, ROLL, NULL), 0);
}

/* A limit after which nobody may have what is left: of five members each can have a fifth. */
static void limits_that_nobody_can_keep(void **state)
{
#define A_FIFTH WEIGHTED("list size, at most 20% of all votes after the limit")
    static const struct {
        const char *roll;
        bool refused;
    } cases[] = {
        {"practice,list size\nA,10\nB,20\nC,30\nD,40\n", true},
        {"practice,list size\nA,10\nB,20\nC,30\nD,40\nE,50\n", false},
        {"practice,list size\nA,1\nB,1\nC,1\nD,1\nE,1\n", false},
        {"practice,list size\nA,10\n", true},
        {"practice,list size\nA,1\nB,1\nC,1\nD,1\n", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct diag *diag = agree(arena, A_FIFTH, cases[i].roll, NULL);
        if (cases[i].refused)
            check_one_error(diag, 2, "who have votes are too few for it");
        else
            check_counts(diag, 0, 0);
        check_errors(agree(arena, WEIGHTED("list size, at most 20% of all votes before the limit"),
                           cases[i].roll, NULL),
                     0);
    }
}

/* Nobody has votes before anybody has joined, and that is no fault of the rules. */
static void a_day_before_all_members(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct rules rules;
    struct roll whole;
    check_true(load_rules(arena, &diag, file_of("rules.csv", A_FIFTH), &rules, NULL));
    check_true(load_roll(arena, &diag,
                         file_of("practices.csv", "practice,list size,from\nA,10,2015-04-01\n"),
                         &rules, &whole, NULL));
    const struct roll before = roll_on(arena, &whole, (struct date){2015, 3, 31});
    check_true(load_agree(arena, &diag, &rules, &before, NULL));
    const struct roll after = roll_on(arena, &whole, (struct date){2015, 4, 1});
    check_false(load_agree(arena, &diag, &rules, &after, NULL));
}

/* A locality has those of the day, or of the date of the list sizes; or it is not known what. */
static void a_locality_and_the_roll_of_a_day(void **state)
{
    static const struct {
        const char *county;
        size_t warnings;
    } cases[] = {
        {"North,20\n", 0}, {"North,30\n", 0},         {"North,31\n", 1},
        {"North,19\n", 1}, {"North,\nTotal,90\n", 0},
    };
    struct arena *arena = arena_of(state);
    struct diag none = {.arena = arena};
    struct rules rules;
    struct roll whole, county;
    check_true(
        load_rules(arena, &none, file_of("rules.csv", RULES "*,locality,North,,\n"), &rules, NULL));
    check_true(load_roll(arena, &none,
                         file_of("practices.csv", "practice,list size 2015-04-01,from,to\n"
                                                  "A,10,,2015-06-30\nB,20,,\n"),
                         &rules, &whole, NULL));
    const struct roll roll = roll_on(arena, &whole, (struct date){2015, 7, 1});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag = {.arena = arena};
        const char *table = arena_format(arena, "locality,population\n%s", cases[i].county);
        check_true(load_roll(arena, &diag, file_of("localities.csv", table), NULL, &county, NULL));
        check_true(load_agree(arena, &diag, &rules, &roll, &county));
        check_counts(&diag, 0, cases[i].warnings);
    }
}

/* Members who must be there: each by its name, once. */
static void members_by_name(void **state)
{
    static const struct {
        const char *names, *what[2], *suggested;
    } cases[] = {
        {"Ash", {NULL}, NULL},
        {"Ash; Beech; C1", {NULL}, NULL},
        {"Oak", {"no practice in practices.csv is called \"oak\""}, NULL},
        {"Beach", {"no practice in practices.csv is called \"beach\""}, "Did you mean \"Beech\"?"},
        {"Oak; Ash; Elm", {"called \"oak\"", "called \"elm\""}, NULL},
        {"Cedar; C1", {"this names Cedar twice"}, NULL},
        {"Ash; Beech; ash", {"this names Ash twice"}, NULL},
        {"Ash; Beech; Cedar; B1", {"this names Beech twice"}, NULL},
        {"C1; Cedar; Ash; A1", {"this names Cedar twice", "this names Ash twice"}, NULL},
        {"C1; Cedar; cedar",
         {"this names Cedar twice", "this names Cedar twice"},
         NULL}, /* once for each that is too many */
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rules =
            arena_format(arena, "%svote,quorum,must include %s,,\n", RULES, cases[i].names);
        const struct diag *diag =
            agree(arena, rules, "practice,code\nAsh,A1\nBeech,B1\nCedar,C1\n", NULL);
        size_t wanted = cases[i].what[0] == NULL ? 0 : cases[i].what[1] == NULL ? 1 : 2;
        check_counts(diag, wanted, 0);
        for (size_t j = 0; j < wanted; j++)
            check_contains(diag->problems[j].what.full, cases[i].what[j]);
        if (wanted > 0 && cases[i].suggested == NULL)
            check_lacks(diag->problems[0].remedy.full, "Did you mean");
        else if (wanted > 0)
            check_contains(diag->problems[0].remedy.full, cases[i].suggested);
    }
}

static void votes_that_no_rule_asks_for(void **state)
{
    struct arena *arena = arena_of(state);
    const char *differ = "practice,votes\nA,1\nB,5\n";
    const struct diag *diag = agree(arena, WEIGHTED("one vote per member"), differ, NULL);
    check_counts(diag, 0, 1);
    check_problem(diag, 0, "the column \"votes\" changes nothing");
    check_counts(agree(arena, WEIGHTED("votes column"), differ, NULL), 0, 0);
    check_counts(agree(arena, WEIGHTED("one vote per member"), VOTES_ONLY, NULL), 0, 0);
    check_counts(agree(arena, WEIGHTED("one vote per member"), "practice,votes\nA,2\n", NULL), 0,
                 0);
    check_counts(
        agree(arena, WEIGHTED("one vote per member"), "practice,votes\nA,2\nB,2\nC,3\n", NULL), 0,
        1);
}

/* The list sizes stay below their bound, and "at least 1,000,000" lifts the small ones over it. */
static void votes_by_patients_can_be_added_up(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer roll = {.arena = arena};
    buffer_add(&roll, "practice,list size\n");
    for (int i = 0; i < 10995; i++) /* and some more, when it is said already */
        buffer_format(&roll, "P%d,%d\n", i, i < 9990 ? 100000000 : 1);
    const char *text = buffer_text(&roll);
    check_errors(agree(arena, WEIGHTED("one vote per 1 patient, rounded up"), text, NULL), 0);
    check_one_error(agree(arena, WEIGHTED("one vote per 1 patient, rounded up, at least 1,000,000"),
                          text, NULL),
                    2, "the votes may add up to more than 1,000,000,000,000");
    struct buffer most = {.arena = arena};
    buffer_add(&most, "practice,list size\n");
    for (int i = 0; i < 10000; i++)
        buffer_format(&most, "P%d,100000000\n", i);
    text = buffer_text(&most);
    check_errors(agree(arena, WEIGHTED("one vote per 1 patient, rounded up"), text, NULL), 0);
}

static void population_needs_list_sizes(void **state)
{
    struct arena *arena = arena_of(state);
    const char *quorum = RULES "vote,quorum,at least 50% of population present,,\n";
    check_errors(agree(arena, quorum, ROLL, NULL), 0);
    check_one_error(agree(arena, quorum, VOTES_ONLY, NULL), 4, "needs a column \"list size\"");
    /* Also where only a reading asks for it, and not where members are counted or nothing is. */
    check_one_error(agree(arena,
                          RULES "vote,quorum,none,,\n"
                                "vote,quorum,at least half of population present,,other\n",
                          VOTES_ONLY, NULL),
                    5, "needs a column \"list size\"");
    check_errors(
        agree(arena, RULES "vote,quorum,at least 50% of members present,,\n", VOTES_ONLY, NULL), 0);
}

static void every_area_needs_areas(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = RULES "vote,areas,every area must pass,,\n";
    check_errors(agree(arena, rules, "practice,list size,area\nA,1,North\nB,2,South\n", NULL), 0);
    check_one_error(agree(arena, rules, "practice,list size,area\nA,1,\nB,2,South\nC,3,\n", NULL),
                    4, "2 practices have no area: A and C");
    check_one_error(agree(arena,
                          "decision,rule,value\n*,unit,\"parish, parishes\"\n"
                          "vote,weight,one vote per parish\n"
                          "vote,passes,more than half of votes cast\n"
                          "vote,areas,every area must pass\n",
                          "practice,list size,area\nA,1,\nB,2,South\n", NULL),
                    5, "1 parish has no area: A");
    check_one_error(agree(arena, rules, ROLL, NULL), 4, "practices.csv gives no areas");
    check_errors(agree(arena, RULES "vote,areas,together,,\n", ROLL, NULL), 0);
}

static void the_localitys_own_row(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = RULES "*,locality,north,,\n";
    check_errors(agree(arena, rules, ROLL, COUNTY), 0);
    check_errors(agree(arena, RULES "*,locality,Nowhere,,\n", ROLL, NULL), 0);
    const struct diag *diag = agree(arena, RULES "*,locality,South-Eest,,\n", ROLL, COUNTY);
    check_one_error(diag, 4, "no locality in localities.csv is called \"South-Eest\"");
    check_contains(diag->problems[0].remedy.full, "Did you mean \"South East\"?");
    /* The figures differ: that is told, and leaves the count standing. */
    diag = agree(arena, RULES "*,locality,South East,,\n", ROLL, COUNTY);
    check_counts(diag, 0, 1);
    check_problem(
        diag, 4, "practices.csv adds up to 30 patients, and localities.csv says 40 for South East");
    check_errors(agree(arena, RULES "*,locality,South East,,\n", VOTES_ONLY, COUNTY), 0);
    /* Half of the 30 of the roll, or twice as many, are not the same patients; blank is neither. */
    static const struct {
        const char *population;
        size_t errors, warnings;
    } others[] = {{"15", 1, 0}, {"16", 0, 1}, {"30", 0, 0}, {"59", 0, 1}, {"60", 1, 0}, {"", 0, 0}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const char *county =
            arena_format(arena, "locality,population\nNorth,30\nSouth,%s\nTotal,%s",
                         others[i].population, "90\n");
        diag = agree(arena, RULES "*,locality,South,,\n", ROLL, county);
        size_t told = 0; /* beside the rows that do not add up */
        for (size_t j = 0; j < diag->count; j++)
            told += strstr(diag->problems[j].what.full, "practices.csv adds up to") != NULL;
        check_int(diag->errors, others[i].errors);
        check_int(told, others[i].errors + others[i].warnings);
    }
    /* Votes are shared by population. */
    rules = RULES "*,locality,North,,\n*,governing body votes,10,,\n";
    diag = agree(arena, rules, ROLL, "locality,votes\nNorth,3\nSouth East,4\n");
    check_errors(diag, 1);
    check_problem(diag, 0, "has no column \"population\"");
    check_errors(
        agree(arena, RULES "*,locality,North,,\n", ROLL, "locality,votes\nNorth,3\nSouth East,4\n"),
        0);
    /* That another population is blank says nothing of it. */
    check_counts(agree(arena, RULES "*,locality,North,,\n", ROLL,
                       "locality,population\nNorth,31\nSouth East,\nTotal,70\n"),
                 0, 1);
}

/* A class that nobody is in: what is meant is guessed where one is near. */
static void classes_of_the_roll(void **state)
{
    struct arena *arena = arena_of(state);
    const char *roll = "practice,list size,class\nA,10,public\nB,20,staff\n";
#define OF_CLASS(name) RULES "vote,quorum,at least 1 member present of " name ",,\n"
    check_errors(agree(arena, OF_CLASS("public"), roll, NULL), 0);
    const struct diag *diag = agree(arena, OF_CLASS("publik"), roll, NULL);
    check_one_error(diag, 4, "no member in practices.csv is of the class \"publik\"");
    check_contains(diag->problems[0].remedy.full, "Did you mean \"public\"?");
    diag = agree(arena, OF_CLASS("xyz"), roll, NULL);
    check_one_error(diag, 4, "no member in practices.csv is of the class \"xyz\"");
    check_lacks(diag->problems[0].remedy.full, "Did you mean");
    check_contains(diag->problems[0].remedy.full, "The classes are public and staff.");
    diag = agree(arena, OF_CLASS("staff"), "practice,list size,class\nA,10,public\n", NULL);
    check_one_error(diag, 4, "no member in practices.csv is of the class \"staff\"");
    check_contains(diag->problems[0].remedy.full, "The classes are public.");
    diag = agree(arena, OF_CLASS("staff"), ROLL, NULL);
    check_one_error(diag, 4, "this counts the class \"staff\", and practices.csv has no classes");
}

/* Published votes of localities beside populations that come to others: of one year or another. */
static void votes_of_localities_and_their_populations(void **state)
{
#define SHARED WEIGHTED("votes column") "*,governing body votes,10,,\n"
    static const struct {
        const char *rules, *roll, *what;
    } cases[] = {
        {SHARED, "locality,population,votes\nNorth,30,3\nSouth,70,7\n", NULL},
        {SHARED, "locality,population,votes\nNorth,30,4\nSouth,70,6\n",
         "the votes of North and South are not what their populations come to"},
        {SHARED, "locality,population,votes\nNorth,30,3\nSouth,70,6\n",
         "the votes of South are not what its population comes to"},
        {SHARED, "locality,votes\nNorth,4\nSouth,6\n", NULL},
        {SHARED, "practice,list size,votes\nNorth,30,4\nSouth,70,6\n", NULL},
        {WEIGHTED("votes column"), "locality,population,votes\nNorth,30,4\nSouth,70,6\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct diag *diag = agree(arena_of(state), cases[i].rules, cases[i].roll, NULL);
        check_counts(diag, 0, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(diag, 0, cases[i].what);
    }
    check_counts(agree(arena_of(state), SHARED, "locality,population\nNorth,30\nSouth,70\n", NULL),
                 1, 0);
}

/* Beside the program's own table another figure is one of another year, but for thousands, and for
 * percentages of some members. */
static void a_roll_in_other_units(void **state)
{
    static const struct {
        int members, last; /* who has what lacks to that sum */
        const char *locality;
        bool refused;
    } cases[] = {
        {5, 98, "40000", false},   {5, 99, "40000", true},   {5, 100, "40000", true},
        {5, 101, "40000", true},   {5, 102, "40000", false}, {4, 100, "40000", false},
        {5, 30, "30000", true},    {5, 30, "59999", true},   {5, 30, "60000", false},
        {5, 30, "15001", true},    {5, 30, "15000", false},  {4, 30, "30000", false},
        {5, 3000, "40000", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer roll = {.arena = arena};
        buffer_add(&roll, "practice,list size\n");
        for (int j = 1; j < cases[i].members; j++)
            buffer_format(&roll, "P%d,%d\n", j, j);
        buffer_format(&roll, "Last,%d\n",
                      cases[i].last - cases[i].members * (cases[i].members - 1) / 2);
        const struct diag *diag = agree_with(
            arena, RULES "*,locality,North,,\n", buffer_text(&roll),
            arena_format(arena, "locality,population\nNorth,%s\n", cases[i].locality), true);
        check_int(diag->errors, cases[i].refused);
        check_contains(check_problem(diag, 4, "practices.csv adds up to")->remedy,
                       cases[i].refused ? "the same patients" : "put this year's populations");
    }
}

/* Who votes has a population. */
static void localities_that_vote(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = WEIGHTED("list size");
    check_errors(agree(arena, rules, "locality,population\nNorth,30\nSouth,70\n", NULL), 0);
    const struct diag *diag =
        agree(arena, rules, "locality,population\nNorth,30\nSouth,\nTotal,100\n", NULL);
    check_errors(diag, 1);
    check_problem(diag, 0, "1 of its 2 localities have no population, and here they are");
    diag = agree(arena, rules, "locality,population on 1 April 2015\nNorth,30\nSouth,\nTotal,100\n",
                 NULL);
    check_errors(diag, 1);
    check_problem(diag, 0, "have no population of 1 April 2015, and here");
}

/* Each share is rounded, so those of the rows may add up to a little more or less. */
static void the_votes_of_a_total_row(void **state)
{
    static const struct {
        const char *north, *south, *total;
        size_t errors;
    } tables[] = {
        {"3.1", "6.8", "10", 0},   {"3.1", "6.8", "9.9", 0}, {"3.1", "6.8", "9.8", 1},
        {"3.1", "6.8", "12", 1},   {"3.1", "6.8", "", 0},    {"4", "7", "11", 1},
        {"4", "6.99", "10.99", 0}, {"", "", "10", 0},        {"", "", "10.5", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const char *county = arena_format(
            arena, "locality,population,votes\nNorth,30,%s\nSouth,70,%s\nTotal,100,%s\n",
            tables[i].north, tables[i].south, tables[i].total);
        const struct diag *diag =
            agree(arena, RULES "*,locality,North,,\n*,governing body votes,10,,\n", ROLL, county);
        check_int(diag->errors, tables[i].errors);
        if (tables[i].errors > 0)
            check_problem(diag, 4,
                          arena_format(arena,
                                       "the Total row says %s votes, and rules.csv shares 10",
                                       tables[i].total));
        check_errors(agree(arena, RULES "*,locality,North,,\n", ROLL, county), 0);
    }
}

/* The sum of the rows is no sum where a population is blank. */
static void shares_by_the_sum_of_the_rows(void **state)
{
    static const struct {
        const char *total, *south;
        bool refused;
    } cases[] = {
        {"sum of rows", "40", false},
        {"sum of rows", "", true},
        {"as stated", "40", false},
        {"as stated", "", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct diag *diag =
            agree(arena,
                  arena_format(arena,
                               "%s*,locality,North,,\n*,governing body votes,10,,\n"
                               "*,governing body total,%s,,\n",
                               RULES, cases[i].total),
                  ROLL,
                  arena_format(arena, "locality,population\nNorth,30\nSouth,%s\nTotal,70\n",
                               cases[i].south));
        check_errors(diag, cases[i].refused);
        if (cases[i].refused)
            check_problem(diag, 6, "leaves the population of 1 of 2 localities blank");
    }
    check_errors(agree(arena, RULES "*,locality,North,,\n*,governing body votes,10,,\n", ROLL,
                       "locality,population\nNorth,30\nSouth,\nTotal,70\n"),
                 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(the_bundled_constitution),
        test_with_arena(weights_need_their_column),
        test_with_arena(the_first_that_needs_sizes),
        test_with_arena(limits_that_nobody_can_keep),
        test_with_arena(members_by_name),
        test_with_arena(a_locality_and_the_roll_of_a_day),
        test_with_arena(a_day_before_all_members),
        test_with_arena(shares_by_the_sum_of_the_rows),
        test_with_arena(the_votes_of_a_total_row),
        test_with_arena(classes_of_the_roll),
        test_with_arena(votes_of_localities_and_their_populations),
        test_with_arena(a_roll_in_other_units),
        test_with_arena(localities_that_vote),
        test_with_arena(votes_that_no_rule_asks_for),
        test_with_arena(votes_by_patients_can_be_added_up),
        test_with_arena(population_needs_list_sizes),
        test_with_arena(every_area_needs_areas),
        test_with_arena(the_localitys_own_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

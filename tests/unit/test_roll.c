/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* The tables of the constitution as they are printed there. */

static const char published_practices[] = "Practice Name,Practice Population on 01.04.2015\n"
                                          "The Hart Surgery,\"10,318\"\n"
                                          "Chalgrove and Watlington Surgeries,\"7,478\"\n"
                                          "Morland House Surgery,\"10,571\"\n"
                                          "Nettlebed Surgery,\"3,661\"\n"
                                          "Sonning Common Health Centre,\"8,648\"\n"
                                          "The Bell Surgery,\"8,770\"\n"
                                          "Millstream Surgery,\"4,745\"\n"
                                          "Total,\"91,732\"\n"
                                          "Goring and Woodcote Medical Practice,\"9,612\"\n"
                                          "The Rycote Practice,\"11,408\"\n"
                                          "Wallingford Medical Centre,\"16,521\"\n";

static const char published_localities[] =
    "Locality,Population at 01.04.2015,% of CCG population,Votes\r\n"
    "North East Oxfordshire (10 practices),\"81,090\",11.3%,1.13\r\n"
    "North Oxfordshire (12 practices),\"108,566\",15.1%,1.51\r\n"
    "Oxford City (24 practices),\"211,438\",29.4%,2.94\r\n"
    "South East Oxfordshire (10 practices),\"91,732\",12.7%,1.27\r\n"
    "South West Oxfordshire (13 practices),\"142,407\",19.8%,1.98\r\n"
    "West Oxfordshire (9 practices),\"80,960\",11.2%,1.12\r\n"
    "Total,\"720,029\",100%,10\r\n";

struct loaded {
    struct diag diag;
    struct roll roll;
    size_t rows;
    bool usable;
};

/* The roll of a body whose members are called so. */
static struct loaded *load_of(struct arena *arena, const char *unit, const char *text)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    struct rules rules = {.terms = terms_default};
    rules.terms.unit = unit;
    loaded->diag.arena = arena;
    loaded->usable = load_roll(arena, &loaded->diag, file_of("practices.csv", text),
                               unit == NULL ? NULL : &rules, &loaded->roll, &loaded->rows);
    check_int(loaded->usable, loaded->diag.errors == 0);
    return loaded;
}

static struct loaded *load(struct arena *arena, const char *text)
{
    return load_of(arena, NULL, text);
}

static const struct member *member(struct arena *arena, const struct loaded *loaded,
                                   const char *name)
{
    const struct member *found = roll_find_folded(&loaded->roll, text_fold(arena, name));
    check_true(found != NULL);
    return found;
}

static void check_date(struct date date, int year, int month, int day)
{
    check_int(date.year, year);
    check_int(date.month, month);
    check_int(date.day, day);
}

/* A roll of practices with these sizes, one a line. */
static const struct loaded *load_sizes(struct arena *arena, const char *sizes)
{
    struct buffer text = {.arena = arena};
    size_t row = 0;
    buffer_add(&text, "practice,list size\n");
    for (const char *at = sizes; *at != '\0'; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        buffer_format(&text, "P%zu,%.*s\n", ++row, (int)length, at);
        at += length;
    }
    return load(arena, buffer_text(&text));
}

/* Of some sizes, of which all but one have thousands, that one may be in thousands too: where it
 * would be no more than the most and no less than a quarter of the least. */
static void one_size_in_thousands(void **state)
{
    static const struct {
        const char *sizes;
        size_t line; /* of what is asked about; 0 for none */
    } rows[] = {
        {"8000 9000 10000 9", 5},     {"9 8000 9000 10000", 2},      {"8000 9000 10000 10", 5},
        {"8000 9000 10000 11", 0},    {"8000 9000 10000 2", 5},      {"8000 9000 10000 1", 0},
        {"8000 9000 9", 0},           {"1000 9000 10000 1", 5},      {"999 9000 10000 9000 9", 0},
        {"80000 99000 100000 99", 5}, {"80000 99000 100000 100", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct loaded *loaded = load_sizes(arena_of(state), rows[i].sizes);
        check_counts(&loaded->diag, rows[i].line > 0, 0);
        if (rows[i].line > 0)
            check_int(
                check_problem(&loaded->diag, rows[i].line, "all others have thousands")->severity,
                SEVERITY_ERROR);
    }
}

/* Of five or more thousands one of 10,000 or more, which is more than all others together and at
 * least five times the next, may have a digit too many. */
static void one_size_above_all_others(void **state)
{
    static const struct {
        const char *sizes;
        size_t line;
    } rows[] = {
        {"1000 1000 1000 2000 10000", 6},
        {"10000 1000 1000 1000 2000", 2},
        {"1000 1000 1000 2000 9999", 0},
        {"1000 1000 1000 2001 10000", 0},
        {"2000 2000 2000 10000", 0},
        {"999 1000 1000 2000 10000", 0},
        {"2500 2500 2500 2500 12500", 6},
        {"2500 2500 2500 2500 12499", 0},
        {"1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 12001", 14},
        {"1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 11999", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct loaded *loaded = load_sizes(arena_of(state), rows[i].sizes);
        check_counts(&loaded->diag, rows[i].line > 0, 0);
        if (rows[i].line > 0)
            (void)check_problem(&loaded->diag, rows[i].line, "more than all others have together");
    }
}

/* Where a population is not known the others add up to nothing that is asked about. */
static void a_blank_population_is_asked_about_alone(void **state)
{
    struct arena *arena = arena_of(state);
    const struct loaded *blank =
        load(arena, "locality,population\nNorth,\nEast,1000\nWest,1100\nSouth,1200\nCity,3300\n");
    check_counts(&blank->diag, 1, 0);
    (void)check_problem(&blank->diag, 2, "the population is blank");
    const struct loaded *known = load(
        arena, "locality,population\nNorth,900\nEast,1000\nWest,1100\nSouth,1200\nCity,4200\n");
    check_int(known->diag.count, 1);
    (void)check_problem(&known->diag, 6, "what all the others add up to");
}

/* Of 4 January, as 04/01 says, the first of April may be meant; no other day is asked about, nor
 * one that has the year first. */
static void a_first_with_the_month_first(void **state)
{
    static const struct {
        const char *day;
        bool asked;
    } rows[] = {
        {"04/01/2015", true},  {"02/01/2015", true},      {"12/01/2015", true},
        {"01/01/2015", false}, {"13/01/2015", false},     {"04/02/2015", false},
        {"2015-01-04", false}, {"4 January 2015", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct loaded *loaded =
            load(arena, arena_format(arena, "practice,list size,as at\nAsh,1,%s\n", rows[i].day));
        check_counts(&loaded->diag, rows[i].asked, 0);
        if (rows[i].asked)
            (void)check_problem(&loaded->diag, 2, "with the month first");
    }
}

/* Localities may be of any size, one small beside large ones too. */
static void localities_are_not_in_thousands(void **state)
{
    struct arena *arena = arena_of(state);
    const struct loaded *small =
        load(arena, "locality,population\nNorth,8000\nEast,9000\nWest,10000\nIsle,9\n");
    check_counts(&small->diag, 0, 0);
    const struct loaded *large =
        load(arena, "locality,population\nNorth,1000\nEast,1000\nWest,1000\nSouth,1000\n"
                    "City,90000\n");
    check_counts(&large->diag, 0, 0);
}

/* As the choices of a form have them. */
static void code_and_name_may_stand_together(void **state)
{
    static const struct {
        const char *text, *wanted, *coded, *named;
    } cases[] = {
        {"The Hart Surgery (K84001)", "The Hart Surgery", NULL, NULL},
        {"K84014 - Morland House Surgery", "Morland House Surgery", NULL, NULL},
        {"K84014 Morland House", "Morland House Surgery", NULL, NULL},
        {"HART PRACTICE, k84001", "The Hart Surgery", NULL, NULL},
        {"The Hart Surgery (K84014)", NULL, "Morland House Surgery", "The Hart Surgery"},
        {"K84001 Morland House Surgery", NULL, "The Hart Surgery", "Morland House Surgery"},
        {"K84001 The Harp Surgery", NULL, "The Hart Surgery", NULL},
        {"K84001 Surgery", NULL, "The Hart Surgery", NULL},
        {"K84001 K84014", NULL, "The Hart Surgery", "Morland House Surgery"},
        {"K8400 The Hart Surgery", NULL, NULL, NULL},
        {"The Hart Surgery for", NULL, NULL, NULL},
        {"bell the bell surgery", "The Bell Surgery", NULL, NULL},
        {"bell the hart surgery", NULL, "The Bell Surgery", "The Hart Surgery"},
        {"bell nobody", NULL, NULL, NULL},
    };
    struct loaded *loaded = load(arena_of(state), "practice,code,list size\n"
                                                  "The Hart Surgery,K84001,10\n"
                                                  "Morland House Surgery,K84014,10\n"
                                                  "The Bell Surgery,BELL,10\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct roll_clash clash;
        const struct member *found =
            roll_find(arena_of(state), &loaded->roll, cases[i].text, &clash);
        check_text(found == NULL ? NULL : found->name, cases[i].wanted);
        check_text(clash.coded == NULL ? NULL : clash.coded->name, cases[i].coded);
        check_text(clash.named == NULL ? NULL : clash.named->name, cases[i].named);
    }
}

static void the_published_practices(void **state)
{
    struct loaded *loaded = load(arena_of(state), published_practices);
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->roll.count, 10);
    check_int((long long)loaded->rows, 11);
    check_int(loaded->roll.population, 91732);
    check_date(loaded->roll.as_at, 2015, 4, 1);
    check_true(loaded->roll.has_list_sizes);
    check_false(loaded->roll.has_votes);
    check_false(loaded->roll.of_localities);
    check_text(loaded->roll.members[0].name, "The Hart Surgery");
    check_text(loaded->roll.members[9].name, "Wallingford Medical Centre");
    check_int((long long)loaded->roll.members[9].index, 9);
    check_int((long long)loaded->roll.members[9].line, 12);
    check_int(member(arena_of(state), loaded, "the hart surgery")->list_size, 10318);
    check_true(roll_find_folded(&loaded->roll, "total") == NULL);
}

static void the_published_localities(void **state)
{
    struct loaded *loaded = load(arena_of(state), published_localities);
    check_counts(&loaded->diag, 0, 1); /* that 78 practices are not 76 is a note, later */
    check_problem_in(&loaded->diag, 8, 7, 2,
                     "the Total row says 720,029 and the 6 rows add up to 716,193");
    check_true(loaded->roll.of_localities);
    check_int((long long)loaded->roll.count, 6);
    check_int(loaded->roll.population, 716193);
    check_true(loaded->roll.has_stated_total);
    check_int(loaded->roll.stated_total, 720029);
    check_int(loaded->roll.stated_practices, 0);
    check_date(loaded->roll.as_at, 2015, 4, 1);
    check_int(loaded->roll.vote_places, 2);
    const struct member *city = member(arena_of(state), loaded, "Oxford City");
    check_text(city->name, "Oxford City");
    check_true(member(arena_of(state), loaded, "Oxford City (24 practices)") == city);
    check_int(city->practices, 24);
    check_int(city->votes, 294);
    check_int(city->list_size, 211438);
}

static const char *bundled(const char *name)
{
    const struct bundled_file *file = bundled_find("south-east-oxfordshire-2015", name);
    check_true(file != NULL);
    return file->bytes;
}

/* The bundled tables say what the published ones do. */
static void the_bundled_tables(void **state)
{
    static const struct {
        const char *name, *published;
    } tables[] = {
        {"practices.csv", published_practices},
        {"localities.csv", published_localities},
    };
    for (size_t i = 0; i < 2; i++) {
        struct loaded *here = load(arena_of(state), bundled(tables[i].name));
        struct loaded *published = load(arena_of(state), tables[i].published);
        check_counts(&here->diag, 0, i); /* the localities do not add up */
        check_int((long long)here->roll.count, (long long)published->roll.count);
        check_int(here->roll.stated_total, published->roll.stated_total);
        check_date(here->roll.as_at, 2015, 4, 1);
        for (size_t j = 0; j < published->roll.count; j++) {
            check_text(here->roll.members[j].name, published->roll.members[j].name);
            check_int(here->roll.members[j].list_size, published->roll.members[j].list_size);
            check_int(here->roll.members[j].votes, published->roll.members[j].votes);
            check_int(here->roll.members[j].practices, published->roll.members[j].practices);
        }
    }
}

/* The list of members spells them otherwise than the table of list sizes. */
static void the_membership_list_is_understood(void **state)
{
    static const struct {
        const char *listed, *code;
    } members[] = {
        {"The Bell Surgery, Henley-on-Thames", "K84035"},
        {"The Hart Surgery, Henley-on-Thames", "K84001"},
        {"Sonning Common Health Centre", "K84020"},
        {"Goring and Woodcote Medical Practice", "K84071"},
        {"Nettlebed Surgery", "K84015"},
        {"Wallingford Medical Practice", "K84037"},
        {"Mill Stream Surgery, Benson", "K84036"},
        {"Watlington & Charlgrove Surgeries", "K84008"},
        {"Morland House Surgery, Wheatley", "K84014"},
        {"The Rycote Practice, Thame", "K84050"},
        {"Mill Stream Surgery", "K84036"},
        {"Goring & Woodcote Medical Practice", "K84071"},
        {"k84036", "K84036"},
    };
    struct loaded *loaded = load(arena_of(state), bundled("practices.csv"));
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        check_text(member(arena_of(state), loaded, members[i].listed)->code, members[i].code);
}

static void suggestions(void **state)
{
    static const struct {
        const char *typed, *meant;
    } names[] = {
        {"Wallingford Medical Practise", "Wallingford Medical Centre"},
        {"Watlington Surgery", "Chalgrove and Watlington Surgeries"},
        {"Hart Surgry", "The Hart Surgery"},
        {"Milstream", "Millstream Surgery"},
        {"Abbey Surgery", NULL},
    };
    struct loaded *loaded = load(arena_of(state), bundled("practices.csv"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct member *meant = roll_suggest(arena_of(state), &loaded->roll, names[i].typed);
        check_text(meant == NULL ? NULL : meant->name, names[i].meant);
    }
}

static void every_bad_list_size_is_told(void **state)
{
    struct loaded *loaded = load(arena_of(state), "practice,list size\nA,\nB,0\nC,-5\nD,10.5\n"
                                                  "E,1.03E+04\nF,n/a\nG,100000001\nH,\"10,31\"\n"
                                                  "I,100000000\nJ,+3\nTotal,1\n");
    check_errors(&loaded->diag, 9);
    check_contains(check_problem_in(&loaded->diag, 2, 3, 2, "the list size is blank")->remedy,
                   "never counted as 0");
    check_problem_in(&loaded->diag, 3, 3, 2, "the list size is 0");
    check_problem(&loaded->diag, 4, "\"-5\" has a sign");
    check_problem(&loaded->diag, 5, "\"10.5\" is not a whole number");
    check_problem(&loaded->diag, 6, "\"1.03E+04\" has an exponent");
    check_problem(&loaded->diag, 7, "\"n/a\" is not a number");
    check_problem(&loaded->diag, 8, "at most 100,000,000");
    check_problem(&loaded->diag, 9, "\"10,31\" is not a number");
    check_problem(&loaded->diag, 11, "\"+3\" has a sign");
    check_int((long long)loaded->roll.count, 10);
}

static void the_total_is_checked(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "practice,list size\nA,\"1,000\"\ntotal:,\"3,001\"\nB,\"2,000\"\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 3, 8, 2,
                     "the Total row says 3,001 and the 2 rows add up to 3,000");

    loaded = load(arena_of(state), "practice,list size\nA,5\nB,5\nTotal,10\n");
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->roll.count, 2);
    check_false(loaded->roll.has_stated_total);

    loaded = load(arena_of(state), "practice,list size\nA,5\nTotal,\nTotal,5\n");
    check_errors(&loaded->diag, 2);
    check_problem(&loaded->diag, 3, "the figure of the Total row is blank");
    check_problem(&loaded->diag, 4, "a Total row on line 3 already");

    loaded = load(arena_of(state), "practice,list size\nA,5\nGrand total,5\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem(&loaded->diag, 3, "\"Grand total\"")->remedy, "\"Total\"");

    /* A row that was left out makes the sum wrong, and is told of already. */
    loaded = load(arena_of(state), "practice,list size\nA,5\nB,5,5\nTotal,10\n");
    check_errors(&loaded->diag, 1);
}

/* A total that is taken for a member doubles the roll, and no quorum is met any more. */
static void a_total_by_another_name(void **state)
{
    static const char *const names[] = {"Total patients",  "Locality total", "SUM",       "Totals:",
                                        "Sum of the rows", "Sub-total",      "Subtotal A"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct loaded *loaded = load(
            arena_of(state),
            arena_format(arena_of(state), "practice,list size\nA,10\nB,20\n%s,30\n", names[i]));
        check_errors(&loaded->diag, 1);
        const struct message *problem = check_problem_in(
            &loaded->diag, 4, 1, 1,
            arena_format(arena_of(state), "\"%s\" looks like the total of the table", names[i]));
        check_contains(problem->remedy, "Name the row \"Total\", or delete it.");
    }
    /* Half of what the others have is enough, less is not. Two totals are not compared. */
    struct loaded *loaded =
        load(arena_of(state), "practice,list size\nA,10\nB,20\nTotal Health,15\n");
    check_problem(&loaded->diag, 4, "\"Total Health\" looks like");
    loaded = load(arena_of(state), "practice,list size\nA,10\nB,20\nAll total,30\nTotal,30\n");
    check_errors(&loaded->diag, 1);
    loaded = load(arena_of(state), "practice,votes\nA,1.5\nB,2\nVotes in total,3.5\n");
    check_errors(&loaded->diag, 1);
}

static void a_member_may_have_the_word_in_its_name(void **state)
{
    static const char *const rolls[] = {
        "practice,list size\nA,10\nB,20\nTotal Health,14\n",
        "practice,list size,code\nA,10,K1\nTotal Health,20,K2\n",
        "practice,list size\nTotal Health,20\n",
        "practice,list size\nA,10\nSummertown,20\n",
    };
    for (size_t i = 0; i < sizeof rolls / sizeof *rolls; i++)
        check_errors(&load(arena_of(state), rolls[i])->diag, 0);
}

static void one_row_is_what_the_others_add_up_to(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "practice,list size,code\nA,\"1,000\",K1\nB,200,\nC,30,\n"
                              "D,4,\nThe locality,\"1,234\",\n");
    check_counts(&loaded->diag, 1, 0);
    const struct message *problem = check_problem_in(
        &loaded->diag, 6, 14, 2,
        "1,234, the list size of \"The locality\", is what all the others add up to");
    check_int(problem->severity, SEVERITY_ERROR);
    check_contains(problem->remedy, "name it \"Total\"");
    /* So is one without the code of the first alone, and a large one where none has any; of this
     * one a smaller one is only warned of. */
    static const char *const last[] = {
        "practice,list size,code\nA,100,K1\nB,200,\nC,300,\nD,50,\nE,650,\n",
        "practice,list size\nA,100\nB,200\nC,300\nD,400\nE,1000\n",
        "practice,list size\nA,100\nB,200\nC,300\nD,399\nE,999\n",
    };
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        check_counts(&load(arena_of(state), last[i])->diag, i < 2, i == 2);
    /* One that has a code, or is not the last, is only warned of. */
    static const char *const members[] = {
        "practice,list size,code\nA,1,K1\nB,2,K2\nC,3,K3\nD,4,K4\nE,10,K5\n",
        "practice,list size,code\nA,1,K1\nB,2,\nC,10,\nD,4,\nE,3,\n",
        "practice,list size\nA,1\nB,2\nC,3\nD,4\nE,10\n",
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        check_counts(&load(arena_of(state), members[i])->diag, 0, 1);
    /* Not with fewer than 5 rows, with one more patient, or where a Total row agrees. */
    static const char *const rolls[] = {
        "practice,list size\nA,1\nB,2\nC,3\nD,6\n",
        "practice,list size\nA,1\nB,2\nC,3\nD,4\nE,11\n",
        "practice,list size\nA,1\nB,2\nC,3\nD,4\nE,10\nTotal,20\n",
        "practice,votes\nA,1\nB,1\nC,1\nD,1\nE,4\n",
    };
    for (size_t i = 0; i < sizeof rolls / sizeof *rolls; i++)
        check_counts(&load(arena_of(state), rolls[i])->diag, 0, 0);
}

/* A population may be blank, of whichever locality, where the county's total is known. */
static void a_locality_of_unknown_population(void **state)
{
    static const struct {
        const char *rows;
        size_t blank; /* the line that is told, or 0 */
    } rolls[] = {
        {"A,\nB,20\n", 2},
        {"A,10\nB,\n", 3},
        {"A,\nB,\n", 2},
        {"A,\nB,20\nTotal,50\n", 0},
    };
    for (size_t i = 0; i < sizeof rolls / sizeof *rolls; i++) {
        struct loaded *loaded =
            load(arena_of(state),
                 arena_format(arena_of(state), "locality,population\n%s", rolls[i].rows));
        check_int(loaded->diag.errors, rolls[i].blank != 0);
        if (rolls[i].blank != 0)
            check_problem(&loaded->diag, rolls[i].blank, "the population is blank");
    }
}

static void a_title_is_the_only_error(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "South East Oxfordshire\n\nPractice,List size\nA,10\nB,x\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 1, "they are on line 3");
}

static void stated_figures_of_localities(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "locality,practices,population,votes\n"
                              "A (3 practices),3,100,0.5\nB (1 practice),,200,0.7\n"
                              "Total (5 practices),,305,1\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 4, "the Total row says 305 and the 2 rows add up to 300");
    check_int((long long)loaded->roll.count, 2);
    check_int(loaded->roll.members[0].practices, 3);
    check_int(loaded->roll.members[1].practices, 1);
    check_int(loaded->roll.stated_total, 305);
    check_int(loaded->roll.stated_practices, 5);

    loaded = load(arena_of(state), "locality,practices,population\nA (3 practices),4,100\nB,0,5\n");
    check_errors(&loaded->diag, 2);
    check_problem_in(&loaded->diag, 2, 17, 2, "4 here and 3 behind the name");
    check_problem(&loaded->diag, 3, "\"0\" is not a number of practices");

    /* Of a practice the bracket is part of the name. */
    loaded = load(arena_of(state), "practice,list size\nA (3 practices),100\n");
    check_text(loaded->roll.members[0].name, "A (3 practices)");
}

static void names_belong_to_one_member(void **state)
{
    struct loaded *loaded =
        load(arena_of(state),
             "practice,list size,code,aliases\nThe Bell Surgery,1,K1,Bell; The Bell; bell\n"
             "the bell surgery.,1,K2,\nC,1,k1,\nD,1,,E; bell\nE,1,K5,C\nK2,1,,\n");
    check_errors(&loaded->diag, 6);
    check_problem_in(&loaded->diag, 3, 1, 1, "the name \"the bell surgery.\" is on line 2 already");
    check_problem_in(&loaded->diag, 4, 5, 3, "the code \"k1\" is on line 2 already");
    check_problem_in(&loaded->diag, 5, 6, 4, "the alias \"bell\" is on line 2 already");
    check_problem(&loaded->diag, 6, "the name \"E\" is the alias of \"D\" on line 5 already");
    check_problem(&loaded->diag, 6, "the alias \"C\" is the name of \"C\" on line 4 already");
    check_problem(&loaded->diag, 7,
                  "the name \"K2\" is the code of \"the bell surgery.\" on line 3");
}

static void one_member_may_repeat_itself(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "practice,list size,code,aliases\nK1,1,K1,k1;;K-1; K1 ;.\n");
    check_errors(&loaded->diag, 0);
}

static void names_that_are_none(void **state)
{
    struct loaded *loaded = load(arena_of(state), "practice,list size\n,5\n?,6\nA,7\n");
    check_errors(&loaded->diag, 2);
    check_problem_in(&loaded->diag, 2, 1, 1, "the name is blank");
    check_problem(&loaded->diag, 3, "\"?\" has no letters");
}

static void a_votes_column(void **state)
{
    struct loaded *loaded = load(arena_of(state), "practice,votes\nA,1.5\nB,0\nC,\"2,000.125\"\n"
                                                  "Total,\"2,001.625\"\n");
    check_errors(&loaded->diag, 0);
    check_false(loaded->roll.has_list_sizes);
    check_true(loaded->roll.has_votes);
    check_int(loaded->roll.vote_places, 3);
    check_int(loaded->roll.members[0].votes, 1500);
    check_int(loaded->roll.members[1].votes, 0);
    check_int(loaded->roll.members[2].votes, 2000125);
    check_int(loaded->roll.population, 0);

    loaded = load(arena_of(state), "practice,votes\nA,\nB,-1\nC,1.1234567\nD,1000000000000001\n"
                                   "E,1e3\nF,x\nG,1000000000000000\n");
    check_errors(&loaded->diag, 6);
    check_problem_in(&loaded->diag, 2, 3, 2, "the votes are blank");
    check_problem(&loaded->diag, 3, "have a sign");
    check_problem(&loaded->diag, 4, "more than 6 decimals");
    check_problem(&loaded->diag, 5, "are too many");
    check_problem(&loaded->diag, 6, "have an exponent");
    check_problem(&loaded->diag, 7, "are not a number");

    loaded = load(arena_of(state), "practice,votes\nA,1.5\nB,2\nTotal,4\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 4, "the Total row says 4 votes and the 2 rows add up to 3.5");
}

static void sums_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, "practice,list size\n");
    for (int i = 0; i < 10000; i++)
        buffer_format(&text, "P%d,100000000\n", i);
    struct loaded *loaded = load(arena, buffer_text(&text));
    check_errors(&loaded->diag, 0);
    check_int(loaded->roll.population, 1000000000000);
    buffer_add(&text, "one more,1\n");
    loaded = load(arena, buffer_text(&text));
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "more than 1,000,000,000,000");
    buffer_add(&text, "Total,1000\n"); /* a sum that is too large is compared with nothing */
    check_errors(&load(arena, buffer_text(&text))->diag, 1);

    loaded = load(arena, "practice,votes\nA,1000000000000\nB,0.000001\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "the votes add up to more");
    loaded = load(arena, "practice,votes\nA,999999999999.999999\nB,0.000001\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->roll.members[0].votes, INT64_C(999999999999999999));
    loaded = load(arena, "practice,votes\nA,1000000000000000\nB,0.001\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "the votes add up to more");
    loaded = load(arena, "practice,votes\nA,1000000000000000\nB,0.0\nTotal,1000000000000000\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->roll.members[0].votes, INT64_C(10000000000000000));
}

/* Numbers of practices may have their date in the heading as the list sizes have. */
static void practices_of_a_day(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "locality,population 2015-04-01,number of practices 2015-04-01\n"
                              "North,1000,3\nSouth,2000,5\n");
    check_counts(&loaded->diag, 0, 0);
    check_int(loaded->roll.members[1].practices, 5);
}

static void one_date_for_the_table(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "practice,list size,as at\nA,1,1 April 2015\nB,1,\n"
                              "C,1,01/04/2015\n");
    check_errors(&loaded->diag, 0);
    check_date(loaded->roll.as_at, 2015, 4, 1);
    loaded = load(arena_of(state), "practice,list size,as at\nA,1,1 April 2015\nB,1,2 April 2015\n"
                                   "C,1,31 April 2015\nTotal,3,1.5.2015\n");
    check_errors(&loaded->diag, 3);
    check_problem_in(&loaded->diag, 3, 5, 3, "2 April 2015 here and 1 April 2015 on line 2");
    check_problem(&loaded->diag, 4, "\"31 April 2015\" is not a date");
    check_contains(load(arena_of(state), "practice,list size,as at\nA,1,1/4/15\n")
                       ->diag.problems[0]
                       .remedy.full,
                   "Write the year in four digits: 1/4/2015.");
    check_problem(&loaded->diag, 5, "1 May 2015 here");
    loaded = load(arena_of(state), "practice,list size on 1.4.2014,date\nA,1,1.4.2015\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "1 April 2015 here and 1 April 2014 in the heading");
}

static void areas_and_equal_sizes(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "member,patients,constituency\nA,7,North\nB,7,\n");
    check_errors(&loaded->diag, 0);
    check_text(loaded->roll.members[0].area, "North");
    check_text(loaded->roll.members[1].area, NULL);
    check_text(loaded->roll.members[1].code, NULL);
}

static void what_is_no_roll(void **state)
{
    struct loaded *loaded = load(arena_of(state), "practice,list size\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no members");
    loaded = load(arena_of(state), "practice,list size\nTotal,7\n");
    check_problem(&loaded->diag, 0, "has no members");
    loaded = load(arena_of(state), "practice,code\nA,K1\n");
    check_errors(&loaded->diag, 0); /* whether a size is needed the rules say */
    check_false(loaded->roll.has_list_sizes);
    loaded = load(arena_of(state), "");
    check_problem(&loaded->diag, 0, "is empty");
}

/* 10,318 without quotation marks in front of a cell to spare: 10 patients and the code 318. */
static void a_split_number_is_seen(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *table;
        size_t errors;
    } cases[] = {
        {"practice,list size,code\nAsh,10,318\n", 1},
        {"practice,list size,aliases\nAsh,10,318\n", 1},
        {"practice,list size,area\nAsh,10,318\n", 1},
        {"practice,list size,remarks\nAsh,10,318\n", 1}, /* a column that is not used */
        {"practice,list size,votes\nAsh,10,318\n", 0},   /* can be votes */
        {"practice,list size,code\nAsh,\"10,318\",318\n", 0},
        {"practice,list size,code\nAsh,1,318\n", 1},
        {"practice,list size,code\nAsh,999,318\n", 1},
        {"practice,list size,code\nAsh,1000,318\n", 0},
        {"practice,list size,code\nAsh,10,31\n", 0},
        {"practice,list size,code\nAsh,10,3180\n", 0},
        {"practice,list size,code\nAsh,,318\n", 1}, /* it is blank, which is told */
        {"practice,list size,code\nAsh,10,K84035\n", 0},
        {"practice,code,list size\nAsh,318,100\n", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag = {.arena = arena};
        struct roll roll;
        struct bytes bytes = {
            .name = "practices.csv", .bytes = cases[i].table, .length = strlen(cases[i].table)};
        load_roll(arena, &diag, bytes, NULL, &roll, NULL);
        check_int(diag.errors, cases[i].errors);
    }
}

/* A body of owners calls them so in its roll too; a word that heads another column stays with it.
 */
static void headed_by_its_unit(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const headings[] = {"owner", "Owner", "owner name", "name"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        const struct loaded *loaded =
            load_of(arena, "owner", arena_format(arena, "%s,votes\nRossi,1\n", headings[i]));
        check_errors(&loaded->diag, 0);
        check_text(loaded->roll.members[0].name, "Rossi");
    }
    check_int(load(arena, "owner,votes\nRossi,1\n")->usable, false);
    const struct loaded *areas =
        load_of(arena, "Constituency", "name,votes,constituency\nRossi,1,North\n");
    check_errors(&areas->diag, 0);
    check_text(areas->roll.members[0].name, "Rossi");
    check_text(areas->roll.members[0].area, "North");
}

/* A member of whom a column says that it is none any more, beside one of whom it says nothing. */
static void members_that_are_none_any_more(void **state)
{
    static const struct {
        const char *heading, *cell, *other;
        bool counts;
    } cells[] = {
        {"closed", "2014", "", false},
        {"closed", "no", "", true},
        {"closed", "never", "", true},
        {"closed", "none", "", true},
        {"closed", "n/a (to be confirmed)", "", false},
        {"not closed", "no", "yes", false},
        {"not closed", "yes", "yes", true},
        {"active", "yes", "yes", true},
        {"active", "no", "yes", false},
        {"active", "", "yes", false},
        {"active", "yes (form of 3 May)", "yes", true},
        {"active", "\xE2\x9C\x97", "\xE2\x9C\x93", false},
        {"active", "\xE2\x9C\x97", "", false},
        {"active", "\xC2\xB7", "", true},
        {"not active", "yes", "", false},
        {"not active", "no", "", true},
        {"voting", "no", "yes", false},
        {"standing", "no", "yes", false},
        {"has told us in May that it is active", "no", "yes", true},
        {"remarks", "closed 2014", "", false},
        {"remarks", "left 31 March", "", false},
        {"remarks", "cannot vote", "", false},
        {"remarks", "moved to the new building at last after eleven years", "", true},
        {"role of the lead", "retired GP", "", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        print_message("%s under %s\n", cells[i].cell, cells[i].heading);
        struct loaded *loaded =
            load(arena, arena_format(arena, "practice,list size,%s\nAlder,1,%s\nBirch,2,%s\n",
                                     cells[i].heading, cells[i].cell, cells[i].other));
        check_int(loaded->usable, cells[i].counts);
        if (!cells[i].counts)
            check_problem(&loaded->diag, 2, "and the row would count");
    }
    static const char *const names[] = {"Birch (closed)", "Birch - closed",
                                        "Birch \xE2\x80\x93 closed", "Vacant", "tbc"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_problem(
            &load(arena, arena_format(arena, "practice,list size\nAlder,1\n%s,2\n", names[i]))
                 ->diag,
            3, "and the row would count");
    check_true(load(arena, "practice,list size\nAlder,1\nBirch - by the brook,2\n")->usable);
}

/* A heading of list sizes that says a time, and no day, is asked for it. */
static void headings_of_half_a_date(void **state)
{
    static const struct {
        const char *heading;
        bool asked;
    } headings[] = {
        {"list size", false},       {"list size q1", true},       {"list size 2015 q4", true},
        {"list size q5", false},    {"list size q0", false},      {"list size qx", false},
        {"latest list size", true}, {"list size now", true},      {"list size 2015/16", true},
        {"list size April", false}, {"list size Apr 15", true},   {"list size 15 Apr", true},
        {"list size 2199", true},   {"list size 2200", false},    {"list size 1899", false},
        {"list size 12345", false}, {"list size quarterly", true}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        struct loaded *loaded =
            load(arena, arena_format(arena, "practice,%s\nAlder,1\n", headings[i].heading));
        print_message("%s\n", headings[i].heading);
        check_int(loaded->usable, !headings[i].asked);
        if (headings[i].asked)
            check_problem(&loaded->diag, 1, "has no whole date");
    }
}

/* What stands in brackets behind a locality's name, as the published table has it. */
static void practices_behind_a_name(void **state)
{
    static const struct {
        const char *cell, *name;
        int64_t practices;
    } cases[] = {
        {"North (3 practices)", "North", 3},
        {"North (1 practice)", "North", 1},
        {"North (100000000 Practices)", "North", 100000000},
        {"North (100000001 practices)", "North (100000001 practices)", 0},
        {"North (old) (3 practices)", "North (old)", 3},
        {"North (3 practices) (old)", "North (3 practices) (old)", 0},
        {"North (3)", "North (3)", 0},
        {"North (3 surgeries)", "North (3 surgeries)", 0},
        {"North (practices)", "North (practices)", 0},
        {"North (about 3 practices)", "North (about 3 practices)", 0},
        {"North 3 practices", "North 3 practices", 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(
            arena, arena_format(arena, "locality,population\n\"%s\",\nTotal,10\n", cases[i].cell));
        check_errors(&loaded->diag, 0);
        check_text(loaded->roll.members[0].name, cases[i].name);
        check_int(loaded->roll.members[0].practices, cases[i].practices);
    }
    /* as large as a list size may be */
    struct loaded *loaded = load(arena, "locality,population,practices\nA,,\"100,000,000\"\n"
                                        "B,,\"100,000,001\"\nC,,x\nD,,\nTotal,9,\n");
    check_errors(&loaded->diag, 2);
    check_int(loaded->roll.members[0].practices, 100000000);
    check_problem_in(&loaded->diag, 3, 4, 3, "\"100,000,001\" is not a number of practices");
    check_problem_in(&loaded->diag, 4, 4, 3, "\"x\" is not a number of practices");
}

static void where_the_columns_stand(void **state)
{
    struct roll roll =
        load(arena_of(state), "area,class,code,votes,list size,practice\nN,c,K1,1,1,A\n")->roll;
    check_int((long long)roll.area_column, 1);
    check_int((long long)roll.class_column, 2);
    check_int((long long)roll.code_column, 3);
    check_int((long long)roll.name_column, 6);
    check_int((long long)roll.practices_column, 0);
    check_text(roll.members[0].source, NULL);
    check_text(roll.terms.unit, terms_default.unit);
    roll = load(arena_of(state), "practice,list size,source\nA,1,a letter\n")->roll;
    check_text(roll.members[0].source, "a letter");
    roll = load(arena_of(state), "practices,locality,population\n3,A,1\n")->roll;
    check_text(roll.terms.unit, terms_county.unit);
    check_text(roll.terms.column, terms_county.column);
    struct terms terms = terms_default;
    terms_population(&terms);
    check_text(load_of(arena_of(state), "owner", "locality,population\nA,1\n")->roll.terms.column,
               terms.column);
    check_text(load_of(arena_of(state), "owner", "owner,votes\nA,1\n")->roll.terms.column, "size");
    check_text(load_of(arena_of(state), "owner", "owner,list size\nA,1\n")->roll.terms.column,
               terms_default.column);
}

/* Areas and classes are one whatever their capital letters. */
static void areas_and_classes(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded =
        load(arena, "practice,list size,area,class\nA,1,North,Owners; builders;\nB,1,SOUTH,!\n"
                    "C,1,north,owners\nD,1,,\nE,1,South,;Builders;lessees\n");
    check_errors(&loaded->diag, 0);
    const struct member *members = loaded->roll.members;
    check_int((long long)loaded->roll.area_count, 2);
    check_text(members[2].area, "North");
    check_int((long long)members[2].area_number, 0);
    check_text(members[4].area, "SOUTH");
    check_int((long long)members[4].area_number, 1);
    check_text(members[3].area, NULL);
    check_int((long long)loaded->roll.class_count, 3);
    check_text(loaded->roll.classes[0].name, "Owners");
    check_text(loaded->roll.classes[1].name, "builders");
    static const unsigned classes[] = {3, 0, 1, 0, 6};
    for (size_t i = 0; i < 5; i++)
        check_int((long long)members[i].classes, classes[i]);
    check_text(members[0].class_cell, "Owners; builders;");
    check_text(members[3].class_cell, NULL);
    /* no more than there are bits for */
    struct buffer most = {.arena = arena};
    buffer_add(&most, "practice,list size,class\n");
    for (int i = 1; i <= 64; i++)
        buffer_format(&most, "P%d,1,c%d\n", i, i);
    buffer_add(&most, "last,1,c64\n");
    loaded = load(arena, buffer_text(&most));
    check_errors(&loaded->diag, 0);
    check_true(loaded->roll.members[64].classes == UINT64_C(1) << 63);
    buffer_add(&most, "one more,1,c1;c65;c2\n");
    loaded = load(arena, buffer_text(&most));
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 67, 12, 3, "\"c65\" is the 65th class");
    check_int((long long)loaded->roll.members[65].classes, 3);
}

static void a_total_is_no_member(void **state)
{
    static const char *const days[] = {"2015-04-01,", ",2015-04-01"};
    for (size_t i = 0; i < 2; i++) {
        struct loaded *loaded =
            load(arena_of(state), arena_format(arena_of(state),
                                               "practice,list size,from,to\nA,1,2014-04-01,\n"
                                               "Total,1,%s\n",
                                               days[i]));
        check_errors(&loaded->diag, 1);
        check_problem_in(&loaded->diag, 3, i == 0 ? 9 : 10, 3 + i, "neither joins nor leaves");
    }
    /* Votes are asked for of localities where any has them. */
    struct loaded *loaded =
        load(arena_of(state), "locality,population,votes\nA,1,\nB,2,\nTotal,3,10\n");
    check_errors(&loaded->diag, 0);
    check_false(loaded->roll.has_votes);
    check_int(loaded->roll.stated_votes, 10);
    check_int((long long)loaded->roll.stated_votes_at->line, 4);
    check_int((long long)loaded->roll.stated_votes_at->cell, 3);
    loaded = load(arena_of(state), "locality,population,votes\nA,1,\nB,2,7\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "the votes are blank");
    check_true(loaded->roll.stated_votes_at == NULL);
    loaded = load(arena_of(state), "locality,population,votes\nA,1,7\nB,2,\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "the votes are blank");
    /* what cannot be read adds up to nothing */
    loaded = load(arena_of(state), "practice,votes\nA,x\nB,2\nTotal,4\n");
    check_errors(&loaded->diag, 1);
}

/* A roll is of one locality, which the rules may name, and doubts stand in its remarks. */
static void columns_beside_those_of_a_roll(void **state)
{
    static const struct {
        const char *table;
        const char *locality; /* of the rules */
        size_t line, cell;    /* of the one error; 0 for none */
        const char *what;
    } cases[] = {
        {"practice,list size,locality\nA,1,North\nB,1,north\nC,1,\n", NULL, 0, 0, ""},
        {"practice,list size,locality\nA,1,North\nB,1,South\n", NULL, 3, 3,
         "this practice is in \"South\", and others, or the rules, are of \"North\""},
        {"locality name,practice,list size\n,A,1\nNorth,B,1\nNorth,C,1\n", "NORTH", 0, 0, ""},
        {"locality name,practice,list size\n,A,1\nSouth,B,1\nNorth,C,1\n", "North", 3, 1,
         "this practice is in \"South\""},
        {"practice,list size,remarks\nA,1,by the river\nB,1,list size disputed\n", NULL, 3, 3,
         "\"list size disputed\" stands here"},
        {"practice,list size,remarks\nA,1,\nB,1,weighted\n", NULL, 3, 3,
         "\"weighted\" stands here"},
        {"practice,list size,remarks\nA,1,\nB,1,draft figure\n", NULL, 3, 3,
         "\"draft figure\" stands here"},
        {"remarks,practice,list size\nestimate,A,1\n,B,1\n", NULL, 2, 1,
         "\"estimate\" stands here"},
        {"practice,list size,aliases\nA,1,estimate\n", NULL, 0, 0, ""},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rule locality = {.text = cases[i].locality};
        struct rules rules = {.terms = terms_default,
                              .locality = cases[i].locality == NULL ? NULL : &locality};
        struct diag diag = {.arena = arena};
        struct roll roll;
        print_message("%s\n", cases[i].table);
        load_roll(arena, &diag, file_of("practices.csv", cases[i].table), &rules, &roll, NULL);
        check_int((long long)diag.errors, cases[i].line > 0);
        for (size_t j = 0; j < diag.count; j++) {
            const struct message *message = &diag_messages(&diag)[j];
            if (message->severity != SEVERITY_ERROR)
                continue;
            check_contains(message->what, cases[i].what);
            check_int((long long)message->place.line, (long long)cases[i].line);
            check_int((long long)message->place.cell, (long long)cases[i].cell);
        }
    }
}

/* What a body calls its members and what it counts of them heads its roll, where no other column
 * is headed so. */
static void headed_by_its_measure(void **state)
{
    static const struct {
        const char *unit, *several, *table;
        bool usable;
        int64_t size;
    } cases[] = {
        {"owner", "shares", "owner,shares\nRossi,7\n", true, 7},
        {"owner", "shares", "owner,number of shares\nRossi,7\n", true, 7},
        {"owner", "shares", "name,list size\nRossi,7\n", true, 7},
        {"owner", "patients", "owner,shares\nRossi,7\n", true, 0},
        {"owner", "votes", "owner,votes\nRossi,7\n", true, 0},
        {"member", "shares", "member,shares\nRossi,7\n", true, 7},
        {"-", "-", "name,list size\nRossi,7\n", true, 7},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rules rules = {.terms = terms_default};
        rules.terms.unit = cases[i].unit;
        terms_measure(arena, &rules.terms, cases[i].several, cases[i].several);
        struct diag diag = {.arena = arena};
        struct roll roll;
        print_message("%s\n", cases[i].table);
        check_int(
            load_roll(arena, &diag, file_of("owners.csv", cases[i].table), &rules, &roll, NULL),
            cases[i].usable);
        check_int(roll.members[0].list_size, cases[i].size);
    }
}

/* Of several in a cell the one that is another's too, as it is typed. */
static void an_alias_is_told_as_it_is_typed(void **state)
{
    struct loaded *loaded = load(arena_of(state), "practice,list size,aliases\nThe Bell,1,\n"
                                                  "B,1,E; F;  The BELL. ;G\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 3, 5, 3,
                     "the alias \"The BELL.\" is the name of \"The Bell\" on line 2 already");
    loaded = load(arena_of(state), "practice,list size,aliases\nBell,1,\nbell.,1,BELL\n");
    check_errors(&loaded->diag, 1);
    loaded = load(arena_of(state), "practice,list size,code\nA,1,(K1)\nB,1,K2\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 2, 5, 3, "in brackets");
    loaded = load(arena_of(state), "locality,population\nNorth (3 practices),100\n"
                                   "North (3 Practices),100\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 3, 1, 1, "the name \"North\" is on line 2 already");
}

/* --- Rows that are no further member --- */

#define CODED  "practice,code,list size\n"
#define NAMED  "practice,list size\n"
#define CAME   "practice,code,list size 2014-04-01,from,to\n"
#define AGAIN  "look like one member"
#define STANDS "stands here, and the row would count"

/* Each table with the one error it has, by its line; 0 of a table that is right. */
static const struct {
    const char *table;
    size_t line;
    const char *what;
} no_further_members[] = {
    /* a code in another spelling */
    {CODED "Hart,K84001,5003\nBell,K84 001,6007\n", 3,
     "the code \"K84 001\" is \"K84001\" on line 2 in another spelling"},
    {CODED "Hart,K84001,5003\nRycote,K84003,2222\nBell,k84-001,6007\n", 4, "\"K84001\" on line 2"},
    {CODED "Hart,K84001,5003\nBell,K84010,6007\n", 0, ""},
    {CAME "Hart,K84001,5003,,2014-03-31\nBell,K84 001,6007,2014-04-01,\n", 0, ""},
    {CAME "Hart,K84001,5003,,2014-04-01\nBell,K84 001,6007,2014-04-01,\n", 3, "another spelling"},
    /* the code of a branch */
    {CODED "Hart,K84001,5003\nBenson,K84001001,6007\n", 3,
     "\"K84001001\" is the code of a branch of \"Hart\" on line 2"},
    {CODED "Benson,K84001 002,5003\nHart,K84001,6007\n", 2, "a branch of \"Hart\" on line 3"},
    {CODED "Hart,K84001,5003\nBenson,K84002001,6007\n", 0, ""},
    {CODED "Hart,K84001,5003\nBenson,K8400101,6007\n", 0, ""},
    {CODED "Hart,K84001,5003\nBenson,K8400100A,6007\n", 0, ""},
    {CODED "Hart,KA4001,5003\nBenson,KA4001001,6007\n", 0, ""},
    {CAME "Hart,K84001,5003,,2014-03-31\nBenson,K84001001,6007,2014-04-01,\n", 0, ""},
    /* a name by its words */
    {NAMED "The Hart Surgery,5003\nHart Practice,6007\n", 3,
     "\"Hart Practice\" and, on line 2, \"The Hart Surgery\" look like one member"},
    {NAMED "The Hart Surgery,5003\nBell,2222\nHart Practice,6007\n", 4, AGAIN},
    {NAMED "The Hart Surgery,5003\nHarts Practice,6007\n", 0, ""},
    {NAMED "The Surgery,5003\nHart Practice,6007\n", 0, ""},
    {NAMED "The Surgery,5003\nThe Practice,6007\n", 0, ""},
    {CODED "The Hart Surgery,K84001,5003\nHart Practice,K84002,6007\n", 0, ""},
    {CODED "The Hart Surgery,K84001,5003\nHart Practice,,6007\n", 3, AGAIN},
    {CODED "The Hart Surgery,,5003\nHart Practice,K84002,6007\n", 3, AGAIN},
    {CAME "The Hart Surgery,,5003,,2014-03-31\nHart Practice,,6007,2014-04-01,\n", 0, ""},
    {CAME "The Hart Surgery,,5003,,2014-03-31\nHart Practice,,6007,2014-04-01,\n"
          "Hart Health Centre,,2222,2014-05-01,\n",
     4, "on line 3, \"Hart Practice\""},
    /* a name by some of its words, and the size */
    {NAMED "The Hart Surgery,5003\nHart Surgery Henley,5003\n", 3, AGAIN},
    {NAMED "Hart Surgery Henley,5003\nThe Hart Surgery,5003\n", 3, AGAIN},
    {NAMED "The Hart Surgery,5003\nHart Surgery Henley,5004\n", 0, ""},
    {NAMED "The Hart Surgery,1000\nHart Surgery Henley,1000\n", 3, AGAIN},
    {NAMED "The Hart Surgery,999\nHart Surgery Henley,999\n", 0, ""},
    {NAMED "Hart Oxford,5003\nHart Henley,5003\n", 0, ""},
    {NAMED "Henley Hart,5003\nHart,5003\n", 0, ""},
    {CODED "The Hart Surgery,K84001,5003\nHart Surgery Henley,K84002,5003\n", 0, ""},
    /* a figure of something else, or a day */
    {NAMED "Average list size,5003\nBell,6007\n", 2, "\"Average list size\" stands here"},
    {NAMED "Bell,6007\nQuorum (50%),5003\n", 3, STANDS},
    {NAMED "Bell,6007\nQuorum,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nquorum needed for it,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nOut of area,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nLargest,5003\n", 3, STANDS},
    {NAMED "Bell,6007\n1 April 2014,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nApril 2014,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nJanuary 2014,5003\n", 3, STANDS},
    {NAMED "Bell,6007\n2014,5003\n", 3, STANDS},
    {NAMED "Bell,6007\n01/04/2014,5003\n", 3, STANDS},
    {NAMED "Bell,6007\nApril,5003\n", 0, ""},
    {NAMED "Bell,6007\nApril 14,5003\n", 0, ""},
    {NAMED "Bell,6007\nApril Surgery 2014,5003\n", 0, ""},
    {NAMED "Bell,6007\nLargest House,5003\n", 0, ""},
    {CODED "Bell,K84001,6007\nAverage list size,K84002,5003\n", 0, ""},
    {CODED "Bell,K84001,6007\n2014,K84002,5003\n", 0, ""},
    /* what the rows above add up to */
    {NAMED "Bell,5003\nHart,6007\nBoth,11010\nRycote,7001\n", 4,
     "11,010, the list size of \"Both\", is what the 2 rows above it add up to"},
    {NAMED "Bell,1003\nHart,2005\nMill,3001\nThese,6009\nRycote,777\n", 5, "the 3 rows above"},
    {NAMED "Rycote,7001\nBell,5003\nHart,6007\nBoth,11010\n", 5, "the 2 rows above"},
    {NAMED "Bell,5003\nHart,6007\nBoth,11010\n", 0, ""},
    {NAMED "Bell,5003\nHart,6007\nBoth,11011\nRycote,7001\n", 0, ""},
    {NAMED "Bell,5000\nHart,6000\nBoth,11000\nRycote,7001\n", 0, ""},
    {NAMED "Bell,400\nHart,599\nBoth,999\nRycote,7001\n", 0, ""},
    {NAMED "Bell,400\nHart,601\nBoth,1001\nRycote,7001\n", 4, "the 2 rows above"},
    {NAMED "Bell,1\nHart,5002\nBoth,5003\nRycote,7001\n", 4, "the 2 rows above"},
    {NAMED "Rycote,7001\nBell,5003\nHart,5003\nMill,801\n", 0, ""},
    {CODED "Bell,,5003\nHart,,6007\nBoth,K84001,11010\nRycote,,7001\n", 0, ""},
    {CAME "Bell,,5003,,\nHart,,6007,,\nBoth,,11010,,\nRycote,,7001,,\n", 0, ""},
};

static void rows_that_are_no_further_member(void **state)
{
    for (size_t i = 0; i < sizeof no_further_members / sizeof *no_further_members; i++) {
        print_message("%s", no_further_members[i].table);
        struct loaded *loaded = load(arena_of(state), no_further_members[i].table);
        size_t line = no_further_members[i].line;
        if (loaded->diag.errors != (line > 0))
            print_problems(&loaded->diag);
        check_int((long long)loaded->diag.errors, line > 0);
        if (line > 0)
            check_problem(&loaded->diag, line, no_further_members[i].what);
    }
}

/* One word more is another place. */
static void localities_are_not_held_against_another(void **state)
{
    struct loaded *loaded = load(arena_of(state), "locality,population\nThe Oxford Group,50031\n"
                                                  "Oxford,60072\nBoth,110103\nBell,70010\n"
                                                  "Maximum,60072\n");
    check_errors(&loaded->diag, 0);
}

/* A part of a table has 64 rows at most. */
static void a_sum_is_of_no_more_rows_than_a_part_has(void **state)
{
    struct arena *arena = arena_of(state);
    for (int rows = 63; rows <= 65; rows++) {
        struct buffer table = {.arena = arena};
        long long sum = 0;
        buffer_add(&table, NAMED "First,900001\n");
        for (int i = 0; i < rows; i++) {
            buffer_format(&table, "Member %d,%d\n", i, 1003 + i);
            sum += 1003 + i;
        }
        buffer_format(&table, "Of these,%lld\nLast,800001\n", sum);
        struct loaded *loaded = load(arena, buffer_text(&table));
        check_int((long long)loaded->diag.errors, rows <= 64);
        if (rows <= 64)
            check_problem(&loaded->diag, (size_t)rows + 3,
                          arena_format(arena, "is what the %d rows above it add up to", rows));
    }
}

/* One size that is a slip: more than all others together, or in thousands; 0 for none. */
static void one_size_that_is_a_slip(void **state)
{
    static const struct {
        int sizes[7];
        size_t line;
        const char *what;
    } cases[] = {
#define MORE "is more than all others have together"
        {{1000, 1000, 1000, 1000, 10000}, 6, MORE},
        {{10000, 1000, 1000, 1000, 1000}, 2, MORE},
        {{1000, 10000, 1000, 1000, 1000}, 3, MORE},
        {{1000, 1000, 1000, 1000, 9999}, 0, MORE},
        {{999, 1000, 1000, 1000, 10000}, 0, MORE},
        {{1000, 1000, 1000, 999, 10000}, 0, MORE},
        {{1000, 1000, 1000, 10000}, 0, MORE}, /* of few */
        {{2000, 1000, 1000, 1000, 10000}, 6, MORE},
        {{2001, 1000, 1000, 1000, 10000}, 0, MORE},
        {{1000, 1000, 1000, 2001, 10000}, 0, MORE},
        {{10000, 2000, 2000, 2000, 2000, 2000}, 0, MORE},
        {{10001, 2000, 2000, 2000, 2000, 2000}, 2, MORE},
#define THOUSANDS "and all others have thousands"
        {{5000, 6000, 7000, 6}, 5, THOUSANDS},
        {{6, 5000, 6000, 7000}, 2, THOUSANDS},
        {{5000, 6000, 6}, 0, THOUSANDS},
        {{1000, 1000, 1000, 1}, 5, THOUSANDS},
        {{999, 1000, 1000, 1}, 0, THOUSANDS},
        {{5000, 6000, 200000, 99}, 5, THOUSANDS},
        {{5000, 6000, 200000, 100}, 0, THOUSANDS},
        {{5000, 6000, 7000, 7}, 5, THOUSANDS},
        {{5000, 6000, 7000, 8}, 0, THOUSANDS},
        {{8000, 9000, 9000, 2}, 5, THOUSANDS},
        {{8000, 9000, 9000, 1}, 0, THOUSANDS},
        {{5000, 6000, 7000, 6, 5}, 0, THOUSANDS},
        {{5000, 6000, 7000, 5000, 5}, 6, THOUSANDS},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int sum = 0;
        const char *rows = "practice,list size\n";
        for (int j = 0; cases[i].sizes[j] > 0; sum += cases[i].sizes[j++])
            rows = arena_format(arena, "%s%c,%d\n", rows, 'P' + j, cases[i].sizes[j]);
        print_message("%s", rows);
        /* A Total row with the sum says that it is right. */
        const char *tables[] = {rows, arena_format(arena, "%sTotal,%d\n", rows, sum)};
        for (size_t with_total = 0; with_total < 2; with_total++) {
            const struct diag diag = load(arena, tables[with_total])->diag;
            size_t told = 0;
            for (size_t j = 0; j < diag.count; j++)
                told += strstr(diag.problems[j].what.full, cases[i].what) != NULL;
            check_int(told, with_total == 0 && cases[i].line > 0);
            if (told > 0)
                check_problem(&diag, cases[i].line, cases[i].what);
        }
    }
}

/* A member has at most 10 to the 15th, with few decimals or none. */
static void the_most_votes_of_a_member(void **state)
{
    static const struct {
        const char *votes;
        size_t errors;
    } cases[] = {
        {"1000000000000000", 0},     {"1000000000000001", 1},  {"1000000000000000.0", 0},
        {"1000000000000000.1", 1},   {"999999999999999.9", 0}, {"1050000000000000.0", 1},
        {"999999999999999.999", 0},  {"1.123456", 0},          {"1000000000000.000000", 0},
        {"1000000000000.000001", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].votes);
        const struct diag diag =
            load(arena, arena_format(arena, "practice,votes\nA,%s\n", cases[i].votes))->diag;
        check_errors(&diag, cases[i].errors);
        if (cases[i].errors > 0)
            check_problem(&diag, 2, "are too many");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(a_blank_population_is_asked_about_alone),
        test_with_arena(a_first_with_the_month_first),
        test_with_arena(localities_are_not_in_thousands),
        test_with_arena(one_size_in_thousands),
        test_with_arena(one_size_above_all_others),
        test_with_arena(members_that_are_none_any_more),
        test_with_arena(headings_of_half_a_date),
        test_with_arena(a_split_number_is_seen),
        test_with_arena(the_published_practices),
        test_with_arena(code_and_name_may_stand_together),
        test_with_arena(the_published_localities),
        test_with_arena(the_bundled_tables),
        test_with_arena(the_membership_list_is_understood),
        test_with_arena(suggestions),
        test_with_arena(every_bad_list_size_is_told),
        test_with_arena(the_total_is_checked),
        test_with_arena(one_size_that_is_a_slip),
        test_with_arena(the_most_votes_of_a_member),
        test_with_arena(a_total_by_another_name),
        test_with_arena(a_member_may_have_the_word_in_its_name),
        test_with_arena(one_row_is_what_the_others_add_up_to),
        test_with_arena(a_locality_of_unknown_population),
        test_with_arena(a_title_is_the_only_error),
        test_with_arena(stated_figures_of_localities),
        test_with_arena(names_belong_to_one_member),
        test_with_arena(one_member_may_repeat_itself),
        test_with_arena(names_that_are_none),
        test_with_arena(a_votes_column),
        test_with_arena(sums_are_bounded),
        test_with_arena(practices_of_a_day),
        test_with_arena(one_date_for_the_table),
        test_with_arena(areas_and_equal_sizes),
        test_with_arena(what_is_no_roll),
        test_with_arena(headed_by_its_unit),
        test_with_arena(practices_behind_a_name),
        test_with_arena(where_the_columns_stand),
        test_with_arena(areas_and_classes),
        test_with_arena(a_total_is_no_member),
        test_with_arena(columns_beside_those_of_a_roll),
        test_with_arena(headed_by_its_measure),
        test_with_arena(an_alias_is_told_as_it_is_typed),
        test_with_arena(rows_that_are_no_further_member),
        test_with_arena(localities_are_not_held_against_another),
        test_with_arena(a_sum_is_of_no_more_rows_than_a_part_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

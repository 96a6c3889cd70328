/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/columns.h"
#include "quorate/tables.h"
#include "tables/ballots/internal.h"

enum {
    NAME,
    SIZE,
    CODE,
    COLUMNS
};

static const struct column wanted[COLUMNS] = {
    [NAME] = {.name = "practice", .headers = "practice name;surgery", .required = true},
    [SIZE] = {.name = "list size",
              .headers = "population;practice population;number of patients",
              .required = true,
              .dated = true},
    [CODE] = {.name = "code"},
};

struct found {
    struct diag diag;
    struct table table;
    struct columns columns;
    bool all;
};

static struct found *find(struct arena *arena, const char *text)
{
    struct found *found = arena_alloc(arena, 1, sizeof *found);
    found->diag.arena = arena;
    check_true(table_read(arena, &found->diag, file_of("t.csv", text), &found->table));
    found->all = columns_find(arena, &found->diag, &found->table, wanted, COLUMNS, &found->columns);
    columns_warn_of_unused(arena, &found->diag, &found->table, &found->columns);
    return found;
}

static void headings_in_any_order_and_spelling(void **state)
{
    static const char *const files[] = {
        "code,list size,practice\nK,1,P\n",
        "Code,LIST_SIZE, Practice Name \nK,1,P\n",
        "CODE,List-Size,SURGERY\nK,1,P\n",
        "code,\"Number  of\npatients\",practice_name\nK,1,P\n",
        "code:,Population (1 April 2015),Practice?\nK,1,P\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct found *found = find(arena_of(state), files[i]);
        check_true(found->all);
        check_errors(&found->diag, 0);
        check_text(columns_text(&found->columns, table_row(&found->table, 0), NAME), "P");
        check_text(columns_text(&found->columns, table_row(&found->table, 0), SIZE), "1");
        check_text(columns_text(&found->columns, table_row(&found->table, 0), CODE), "K");
    }
}

static void a_date_in_the_heading(void **state)
{
    static const char *const headings[] = {
        "Practice Population on 01.04.2015", "Population at 01.04.2015", "List size (1 April 2015)",
        "list size as at 2015-04-01",        "01/04/2015 population",    "POPULATION 01APR2015",
    };
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        struct found *found =
            find(arena_of(state), arena_format(arena_of(state), "practice,%s\nP,1\n", headings[i]));
        check_true(found->all);
        check_errors(&found->diag, 0);
        check_text(columns_text(&found->columns, table_row(&found->table, 0), SIZE), "1");
        check_int(found->columns.dates[SIZE].year, 2015);
        check_int(found->columns.dates[SIZE].month, 4);
        check_int(found->columns.dates[SIZE].day, 1);
    }
    struct found *undated = find(arena_of(state), "practice,list size\nP,1\n");
    check_false(date_given(undated->columns.dates[SIZE]));
    /* Only where the reader asked for one. */
    struct found *found = find(arena_of(state), "practice,list size,code on 1 April 2015\nP,1,K\n");
    check_text(columns_text(&found->columns, table_row(&found->table, 0), CODE), "");
    check_counts(&found->diag, 0, 1);
}

static void unknown_columns_are_one_warning(void **state)
{
    struct found *found =
        find(arena_of(state), "practice,Telephone,list size,,Fax,\nP,1,2,,3,\nQ,1,2,x,3,\n");
    check_true(found->all);
    check_counts(&found->diag, 0, 1);
    const struct message *problem =
        check_problem_in(&found->diag, 1, 10, 2,
                         "the columns \"Telephone\", D (no heading) (with \"x\") and \"Fax\" "
                         "are not used");
    check_int(problem->severity, SEVERITY_WARNING);
    found = find(arena_of(state), "practice,list size,,Fax\nP,1,,3\n");
    check_problem(&found->diag, 1, "the column \"Fax\" is not used");
}

static void a_missing_column_is_asked_for(void **state)
{
    struct found *found = find(arena_of(state), "Practise,list size,Fax\nP,1,2\n");
    check_false(found->all);
    check_counts(&found->diag, 1, 1);
    const struct message *problem =
        check_problem(&found->diag, 1, "there is no column \"practice\"");
    check_contains(problem->remedy, "The headings are \"Practise\", \"list size\" and \"Fax\".");
    check_contains(problem->remedy, "If \"Practise\" is the one, name it \"practice\".");
    check_text(problem->place.text, "Practise,list size,Fax");
    found = find(arena_of(state), "a,b\nP,1\n");
    check_int((long long)found->diag.errors, 2);
}

static void a_doubled_column_is_an_error(void **state)
{
    struct found *found = find(arena_of(state), "practice,list size,Population,code\nP,1,2,K\n");
    check_false(found->all);
    check_errors(&found->diag, 1);
    const struct message *problem = check_problem_in(
        &found->diag, 1, 20, 3,
        "the column \"list size\" is there twice, headed \"list size\" (B) and \"Population\" (C)");
    check_contains(problem->remedy, "\"practice\", \"list size\", \"Population\" and \"code\"");
    /* Also one that need not be there. */
    found = find(arena_of(state), "practice,list size,code,Code\nP,1,K,K\n");
    check_true(found->all);
    check_errors(&found->diag, 1);
}

static void a_cell_has_a_place(void **state)
{
    struct found *found =
        find(arena_of(state), "practice,list size\n\"The \xC3\x89toile, x\" ,  12 \n");
    struct place place = columns_place(arena_of(state), &found->table, &found->columns,
                                       table_row(&found->table, 0), SIZE);
    check_text(place.file, "t.csv");
    check_int((long long)place.line, 2);
    check_int((long long)place.column, 19 + 1);
    check_int((long long)place.width, 2);
    check_int((long long)place.cell, 2);
    check_int((long long)place.row, 2);
    check_text(place.text, "\"The \xC3\x89toile, x\" ,  12 ");
    place = columns_place(arena_of(state), &found->table, &found->columns,
                          table_row(&found->table, 0), NAME);
    check_int((long long)place.column, 1);
    check_int((long long)place.width, 15);
}

/* The line of the headings that is told of; 0 when nothing is. */
static size_t headings_told(struct arena *arena, const char *text)
{
    struct diag diag = {.arena = arena};
    if (!columns_below_a_title(arena, &diag, file_of("t.csv", text), wanted, COLUMNS)) {
        check_errors(&diag, 0);
        return 0;
    }
    check_errors(&diag, 1);
    const struct message *problem = &diag_messages(&diag)[0];
    check_text(problem->remedy, "Delete the lines above them.");
    const char *told = strstr(problem->what, "they are on line ");
    check_true(told != NULL);
    return strtoul(told + strlen("they are on line "), NULL, 10);
}

static void a_title_above_the_headings(void **state)
{
    static const struct {
        const char *text;
        size_t line;
    } files[] = {
        {"practice,list size\nP,1\n", 0},
        {"South East,,\n,,\npractice,list size,Fax\nP,1,2\n", 3},
        {"South East\npractice,list size\nP,1\n", 2},
        {"Practice list sizes; 2015\r\n\r\nSurgery,Population on 1.4.2015\r\nP,1\r\n", 3},
        {"\n\nSouth East\npractice,list size", 4},
        {"SE \x92\npractice,list size\nP,1\n", 2}, /* what is to be deleted may be anything */
        {"\"a \"b\" c\"\npractice,list size\nP,1\n", 2},
        {"practise,list size\nP,1\nQ,2\n", 0},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n\n\n\n\n\n\n\n\n\n20\npractice,list size\nP,1\n", 21},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n\n\n\n\n\n\n\n\n\n20\n21\npractice,list size\n", 0},
        {"practice,\"list\nsize\"\npractice,list size\n", 0}, /* these are the headings */
        {"a title", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        check_int(headings_told(arena_of(state), files[i].text), files[i].line);
    struct diag diag = {.arena = arena_of(state)};
    check_true(
        columns_below_a_title(diag.arena, &diag, file_of("t.csv", files[4].text), wanted, COLUMNS));
    check_problem(&diag, 3, "this line does not hold the headings; they are on line 4");
}

/* A word that is also a heading may stand in a row. */
/* A quotation mark that was left open can have taken rows into it. */
static void a_heading_over_lines_must_be_known(void **state)
{
    struct found *found = find(arena_of(state), "practice,list size,\"notes\nP\"\nQ,2,x\n");
    check_false(found->all);
    check_errors(&found->diag, 1);
    check_problem_in(&found->diag, 1, 20, 3, "goes on over a line break");
    found = find(arena_of(state), "practice,\"list\nsize\"\nQ,2\n");
    check_true(found->all);
}

static void a_row_is_no_header(void **state)
{
    static const struct column name_only[] = {
        {.name = "candidate", .headers = "name", .required = true}, {.name = "aliases"}};
    static const struct {
        const char *text;
        bool told;
    } files[] = {
        {"Nominee,Seat\nName,North\n", false},
        {"Nominees of 2015\nName\nP\n", true},
        {"Nominees of 2015,\nName,Aliases\nP,Q\n", true},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct diag diag = {.arena = arena_of(state)};
        check_int(
            columns_below_a_title(diag.arena, &diag, file_of("t.csv", files[i].text), name_only, 2),
            files[i].told);
    }
}

static void one_column_may_stand_in_for_another(void **state)
{
    static const struct column either[] = {
        {.name = "practice", .required = true, .instead = "code"},
        {.name = "code"},
        {.name = "vote"}};
    static const struct {
        const char *text;
        size_t errors;
    } files[] = {
        {"practice,vote\nP,x\n", 0},
        {"code,vote\nK,x\n", 0},
        {"practice,code,vote\nP,K,x\n", 0},
        {"vote\nx\n", 1},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct found found = {.diag = {.arena = arena_of(state)}};
        struct bytes bytes = file_of("t.csv", files[i].text);
        check_true(table_read(arena_of(state), &found.diag, bytes, &found.table));
        check_int(
            columns_find(arena_of(state), &found.diag, &found.table, either, 3, &found.columns),
            files[i].errors == 0);
        check_errors(&found.diag, files[i].errors);
        check_false(columns_below_a_title(arena_of(state), &found.diag, bytes, either, 3));
    }
    struct diag diag = {.arena = arena_of(state)};
    check_true(columns_below_a_title(diag.arena, &diag, file_of("t.csv", "Title\ncode,vote\n"),
                                     either, 3));
}

static void a_reader_may_know_better_what_to_do(void **state)
{
    static const struct column columns_wanted[] = {
        {.name = "practice", .required = true, .missing = "Ask the coordinator."}};
    struct found *found = find(arena_of(state), "practice,list size\nP,1\n");
    found->diag = (struct diag){.arena = arena_of(state)};
    check_true(table_read(arena_of(state), &found->diag, file_of("t.csv", "Practise\nP\n"),
                          &found->table));
    check_false(columns_find(arena_of(state), &found->diag, &found->table, columns_wanted, 1,
                             &found->columns));
    check_text(check_problem(&found->diag, 1, "there is no column \"practice\"")->remedy,
               "The headings are \"Practise\". Ask the coordinator.");
}

/* As in --column: what stands before the first = is the column, and behind it the heading. */
static void a_heading_given_by_name(void **state)
{
    static const struct {
        const char *text, *column, *heading;
        const char *what, *remedy; /* NULL where it is right */
    } cases[] = {
        {"practice=Which?", "practice", "Which?", NULL, NULL},
        {" Practice = Which = yours? ", "practice", "Which = yours?", NULL, NULL},
        {"present=x", "present", "x", NULL, NULL},
        {"none=x", "none", "x", NULL, NULL},
        {"practice", NULL, NULL, "\"practice\" names no heading", "Write it as practice=\"Which"},
        {"", NULL, NULL, "\"\" names no heading", "Write it as practice=\"Which"},
        {"practise=x", NULL, NULL, "ballots have no column \"practise\"",
         "Did you mean \"practice\"? The columns are practice, "},
        {"presnt=x", NULL, NULL, "ballots have no column \"presnt\"", "Did you mean \"present\"?"},
        {"=x", NULL, NULL, "ballots have no column \"\"", "The columns are practice, "},
        {"zzzzzz=x", NULL, NULL, "ballots have no column \"zzzzzz\"", "and none."},
        {"practice= ", NULL, NULL, "the heading of \"practice\" is blank", "Write it as practice="},
        {"practice=-", NULL, NULL, "the heading of \"practice\" is blank", "Write it as practice="},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct column_name name;
        struct column_fault fault = {NULL, NULL};
        check_int(load_column_name(arena, cases[i].text, &name, &fault), cases[i].what == NULL);
        check_text(fault.what, cases[i].what);
        if (cases[i].what != NULL) {
            check_contains(fault.remedy, cases[i].remedy);
            continue;
        }
        check_text(name.column, cases[i].column);
        check_text(name.heading, cases[i].heading);
        check_true(name.wanted);
    }
    for (size_t i = 0; i < BALLOT_COLUMNS; i++) {
        struct column_name name;
        struct column_fault fault;
        const char *column = ballots_column_name((enum ballot_column)i);
        check_true(load_column_name(arena, arena_format(arena, "%s=x", column), &name, &fault));
        check_text(name.column, column);
    }
}

/* columns.csv: a column may have several headings, and a heading is of one column. */
static void headings_given_by_a_table(void **state)
{
    static const struct {
        const char *table;
        size_t rows, count; /* those that can be used */
        size_t line;        /* of the one error; 0 for none */
        const char *what;
    } cases[] = {
        {"column,heading\npractice,Which?\nvote,Answer\nvote,Choice\n", 3, 3, 0, ""},
        {"column,heading\npractice,Which?\nvote,which\n", 2, 1, 3,
         "\"which\" is on line 2 already"},
        {"column,heading\nvotte,Which?\nvote,Answer\n", 2, 1, 2,
         "ballots have no column \"votte\""},
        {"column,heading\npractice,\nvote,Answer\n", 2, 1, 2, "the heading is blank"},
        {"column,heading\npractice,?\nvote,Answer\n", 2, 1, 2, "the heading is blank"},
        {"field,headed\nvote,Answer\n", 1, 1, 0, ""},
        {"heading\nAnswer\n", 1, 0, 1, "there is no column \"column\""},
        {"column\nvote\n", 1, 0, 1, "there is no column \"heading\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag = {.arena = arena_of(state)};
        struct column_names names;
        size_t rows = 7;
        bool usable = load_column_names(arena_of(state), &diag,
                                        file_of("columns.csv", cases[i].table), &names, &rows);
        check_int(usable, cases[i].line == 0);
        check_errors(&diag, cases[i].line > 0);
        check_int(names.count, cases[i].count);
        check_int(rows, cases[i].line == 1 ? 0 : cases[i].rows);
        if (cases[i].line > 0)
            check_problem(&diag, cases[i].line, cases[i].what);
        for (size_t j = 0; j < names.count; j++)
            check_false(names.names[j].wanted);
        if (i == 0) {
            check_text(names.names[0].column, "practice");
            check_text(names.names[2].column, "vote");
            check_text(names.names[2].heading, "Choice");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(headings_in_any_order_and_spelling),
        test_with_arena(a_date_in_the_heading),
        test_with_arena(a_heading_given_by_name),
        test_with_arena(headings_given_by_a_table),
        test_with_arena(unknown_columns_are_one_warning),
        test_with_arena(a_missing_column_is_asked_for),
        test_with_arena(a_doubled_column_is_an_error),
        test_with_arena(a_cell_has_a_place),
        test_with_arena(a_title_above_the_headings),
        test_with_arena(a_heading_over_lines_must_be_known),
        test_with_arena(a_row_is_no_header),
        test_with_arena(one_column_may_stand_in_for_another),
        test_with_arena(a_reader_may_know_better_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/diag.h"

static const char *printed(const struct diag *diag, bool quiet)
{
    struct buffer buffer = {.arena = diag->arena};
    diag_print(diag, &buffer, "Nothing was counted.", quiet);
    return buffer_text(&buffer);
}

static void add_error(struct diag *diag, const char *file, size_t line, size_t column,
                      const char *what)
{
    struct place place = {.file = file, .line = line, .column = column};
    diag_add(diag, SEVERITY_ERROR, place, NULL, "%s", what);
}

static void problems_look_like_the_mock_up(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    diag_add(&diag, SEVERITY_ERROR,
             (struct place){.file = "ballots.csv", .line = 9, .column = 1, .cell = 1, .row = 9},
             "A practice has one vote. Keep the row that is right.",
             "%s has already voted, on line %d", "The Bell Surgery", 4);
    diag_add(&diag, SEVERITY_ERROR,
             (struct place){.file = "ballots.csv",
                            .line = 7,
                            .column = 1,
                            .width = 28,
                            .cell = 1,
                            .row = 7,
                            .text = "Wallingford Medical Practise,Dr P Example,lead,against"},
             "Did you mean \"Wallingford Medical Centre\"? If so correct the row, or add this "
             "spelling to the aliases in practices.csv.",
             "no practice is called \"%s\"", "Wallingford Medical Practise");
    check_text(printed(&diag, false),
               "quorate: ballots.csv:7:1 (cell A7): no practice is called \"Wallingford Medical\n"
               "  Practise\"\n"
               "     7 | Wallingford Medical Practise,Dr P Example,lead,against\n"
               "         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
               "  Did you mean \"Wallingford Medical Centre\"? If so correct the row, or add this\n"
               "  spelling to the aliases in practices.csv.\n"
               "quorate: ballots.csv:9:1 (cell A9): The Bell Surgery has already voted, on line 4\n"
               "  A practice has one vote. Keep the row that is right.\n"
               "quorate: 2 errors in ballots.csv. Nothing was counted.\n");
}

/* What is asked is a remedy and data, and both keep a secret heading to themselves. */
static void a_question_has_its_answers(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    struct wording heading = wording_of_row("Status", "its heading");
    const struct diag_answer answers[] = {
        {wording_public("it says who came"),
         WORDING(diag.arena, "--column present=\"%s\"", heading)},
        {wording_public("it does not"), WORDING(diag.arena, "--column none=\"%s\"", heading)},
    };
    diag_ask(&diag, (struct place){.file = "f.csv", .line = 1}, wording_public("unclear"),
             (struct diag_question){wording_public("Who came?"), answers, 2});
    check_int(diag.errors, 1);
    check_text(printed(&diag, true),
               "quorate: f.csv:1: unclear\n"
               "  Who came? If it says who came, add --column present=\"Status\" to the command;\n"
               "  if it does not, --column none=\"Status\".\n"
               "quorate: 1 error in f.csv. Nothing was counted.\n");
    const struct message *message = diag_messages(&diag);
    check_text(message->asks, "Who came?");
    check_int(message->choice_count, 2);
    check_text(message->choices[1].option, "--column none=\"Status\"");
    diag_keep_secret(&diag, "f.csv", 1);
    check_text(diag_messages(&diag)->choices[0].option, "--column present=\"its heading\"");
}

static void a_place_tells_what_is_known(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    add_error(&diag, NULL, 0, 0, "a");
    add_error(&diag, "f.csv", 0, 0, "b");
    add_error(&diag, "f.csv", 3, 0, "c");
    add_error(&diag, "f.csv", 3, 5, "d");
    diag_add(&diag, SEVERITY_ERROR, (struct place){.file = "f.csv", .cell = 28}, NULL, "e");
    struct place place = {.file = "-", .line = 2, .column = 1, .cell = 2, .row = 1};
    diag_add(&diag, SEVERITY_WARNING, place, NULL, "f");
    diag_add(&diag, SEVERITY_WARNING, (struct place){0}, "Do this.", "g");
    check_text(printed(&diag, false), "quorate: a\n"
                                      "quorate: warning: g\n"
                                      "  Do this.\n"
                                      "quorate: f.csv: b\n"
                                      "quorate: f.csv (column AB): e\n"
                                      "quorate: f.csv:3: c\n"
                                      "quorate: f.csv:3:5: d\n"
                                      "quorate: standard input:2:1 (cell B1): warning: f\n"
                                      "quorate: 5 errors. Nothing was counted.\n");
}

static void problems_are_sorted_by_file_line_and_column(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    add_error(&diag, "z.csv", 9, 1, "4");
    add_error(&diag, "a.csv", 1, 1, "6");
    add_error(&diag, "z.csv", 2, 7, "2");
    add_error(&diag, "z.csv", 2, 7, "3");
    add_error(&diag, "z.csv", 2, 1, "1");
    add_error(&diag, "z.csv", 10, 1, "5");
    check_text(printed(&diag, false), "quorate: z.csv:2:1: 1\n"
                                      "quorate: z.csv:2:7: 2\n"
                                      "quorate: z.csv:2:7: 3\n"
                                      "quorate: z.csv:9:1: 4\n"
                                      "quorate: z.csv:10:1: 5\n"
                                      "quorate: a.csv:1:1: 6\n"
                                      "quorate: 6 errors in 2 files. Nothing was counted.\n");
}

static void the_last_line_counts(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    check_text(printed(&diag, false), "");
    diag_add(&diag, SEVERITY_WARNING, (struct place){.file = "localities.csv"}, NULL,
             "the rows add up to %d", 716193);
    check_text(printed(&diag, false),
               "quorate: localities.csv: warning: the rows add up to 716193\n");
    check_text(printed(&diag, true), "");
    check_int(diag.errors, 0);
    check_int(diag.warnings, 1);
    add_error(&diag, "ballots.csv", 2, 1, "wrong");
    check_text(printed(&diag, true), "quorate: ballots.csv:2:1: wrong\n"
                                     "quorate: 1 error in ballots.csv. Nothing was counted.\n");
    struct buffer buffer = {.arena = diag.arena};
    diag_print(&diag, &buffer, NULL, true);
    check_text(buffer_text(&buffer), "quorate: ballots.csv:2:1: wrong\n"
                                     "quorate: 1 error in ballots.csv.\n");
}

static const char *row_of(struct arena *arena, const char *text, size_t column, size_t width)
{
    struct diag diag = {.arena = arena};
    struct place place = {.file = "f", .line = 12, .column = column, .width = width, .text = text};
    diag_add(&diag, SEVERITY_ERROR, place, NULL, "x");
    char *row = arena_copy(arena, printed(&diag, false), strlen(printed(&diag, false)));
    *strstr(row, "quorate: 1 error") = '\0';
    return strchr(row, '\n') + 1;
}

static void the_caret_stands_below_what_is_wrong(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(row_of(arena, "a,bcd,e", 3, 3), "    12 | a,bcd,e\n"
                                               "           ^^^\n");
    check_text(row_of(arena, "a,bcd,e", 1, 0), "    12 | a,bcd,e\n"
                                               "         ^\n");
    check_text(row_of(arena, "a,bcd,e", 0, 0), "    12 | a,bcd,e\n");
    check_text(row_of(arena, "a,b", 4, 1), "    12 | a,b\n" /* a cell that is missing */
                                           "            ^\n");
    check_text(row_of(arena, "a,b", 3, 50), "    12 | a,b\n"
                                            "           ^\n");
    check_text(row_of(arena, "\xE6\x97\xA5\xE6\x9C\xAC,x", 4, 1), /* wide characters */
               "    12 | \xE6\x97\xA5\xE6\x9C\xAC,x\n"
               "              ^\n");
    check_text(row_of(arena, "\xE6\x97\xA5\xE6\x9C\xAC,x", 2, 1),
               "    12 | \xE6\x97\xA5\xE6\x9C\xAC,x\n"
               "           ^^\n");
    check_text(row_of(arena, "caf\xC3\xA9,x", 6, 1), "    12 | caf\xC3\xA9,x\n"
                                                     "              ^\n");
    check_text(row_of(arena, "a\tb\r\n", 3, 1), "    12 | a b\n"
                                                "           ^\n");
    check_text(row_of(arena, "\x1B[2J,x", 6, 1), "    12 | \xEF\xBF\xBD[2J,x\n"
                                                 "              ^\n");
    check_text(row_of(arena, "", 1, 1), "    12 | \n"
                                        "         ^\n");
}

static const char long_row[] =
    "0123456789.123456789.123456789.123456789.123456789.123456789.123456789.123456789.123456789";

static void a_long_row_is_cut_to_a_window(void **state)
{
    struct arena *arena = arena_of(state);
    const char *seventy = arena_copy(arena, long_row, 70);
    check_text(row_of(arena, seventy, 0, 0), arena_format(arena, "    12 | %s\n", seventy));
    check_text(row_of(arena, long_row, 3, 2),
               "    12 | 0123456789.123456789.123456789.123456789.123456789.123456789.123456...\n"
               "           ^^\n");
    const char *end =
        "    12 | ...3456789.123456789.123456789.123456789.123456789.123456789.123456789";
    check_text(row_of(arena, long_row, 81, 2), /* the "." behind eight tens */
               arena_format(arena, "%s\n%*s^^\n", end, 69, ""));
    char carets[67] = ""; /* from the second column to the last of the window, however many */
    memset(carets, '^', 66);
    check_text(row_of(arena, long_row, 2, 500),
               arena_format(arena, "    12 | %.67s...\n%*s%s\n", long_row, 10, "", carets));
}

static void every_caret_of_a_long_row_fits(void **state)
{
    (void)state;
    char row[301];
    for (size_t i = 0; i < 300; i++)
        row[i] = (char)('!' + i % 90);
    row[300] = '\0';
    for (size_t column = 1; column <= 301; column++) {
        struct arena *arena = arena_new(NULL);
        const char *shown = row_of(arena, row, column, 4);
        const char *caret_line = strchr(shown, '\n') + 1;
        check_true(caret_line - shown <= 80);
        check_true(strlen(caret_line) <= 81);
        size_t at = strspn(caret_line, " ");
        size_t length = strspn(caret_line + at, "^");
        size_t wanted = column <= 297 ? 4 : column <= 300 ? 301 - column : 1;
        check_int(length, wanted);
        if (column <= 300)
            check_int(memcmp(shown + at, row + column - 1, length), 0);
        arena_free(arena);
    }
}

static void hostile_names_cannot_move_the_cursor(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    diag_add(&diag, SEVERITY_ERROR, (struct place){.file = "a\x1B[2J.csv", .line = 1},
             "\xE2\x80\xAE Not this.\xE2\x80\xAC", "no practice is called \"%s\"",
             "x\x1B[2K\nquorate: CARRIED");
    const char *text = printed(&diag, false);
    check_lacks(text, "\x1B");
    check_lacks(text, "\xE2\x80"); /* the first bytes of both */
    check_lacks(text, "\nquorate: CARRIED");
    check_contains(text, "a\xEF\xBF\xBD[2J.csv:1: ");
}

/* The same fault in the row of headings and in the one below it. */
static struct diag told_of_a_row(struct arena *arena)
{
    struct diag diag = {.arena = arena};
    for (size_t line = 1; line <= 2; line++)
        diag_add_wording(&diag, SEVERITY_ERROR,
                         (struct place){.file = "ballots.csv",
                                        .line = line,
                                        .column = 6,
                                        .width = 4,
                                        .cell = 2,
                                        .row = line,
                                        .text = "Hart,agin"},
                         WORDING(arena, "%sWrite %s.", wording_suggestion(arena, "agin", "against"),
                                 wording_public("for or against")),
                         WORDING(arena, "%s is not a vote", wording_quote(arena, "agin", "this")));
    return diag;
}

static void what_comes_from_a_secret_row_is_left_out(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = told_of_a_row(arena);
    char copy[] = "ballots.csv";
    check_false(diag_is_secret(&diag, copy));
    check_contains(printed(&diag, false),
                   "quorate: ballots.csv:2:6 (cell B2): \"agin\" is not a vote\n"
                   "     2 | Hart,agin\n"
                   "              ^^^^\n"
                   "  Did you mean \"against\"? Write for or against.\n");
    diag_keep_secret(&diag, copy, 2); /* the row of headings is not */
    check_true(diag_is_secret(&diag, copy));
    check_text(printed(&diag, false), "quorate: ballots.csv:1:6 (cell B1): \"agin\" is not a vote\n"
                                      "     1 | Hart,agin\n"
                                      "              ^^^^\n"
                                      "  Did you mean \"against\"? Write for or against.\n"
                                      "quorate: ballots.csv:2 (cell B2): this is not a vote\n"
                                      "  Write for or against.\n"
                                      "quorate: 2 errors in ballots.csv. Nothing was counted.\n");
    check_text(diag_messages(&diag)[1].place.text, NULL);
    check_int((long long)diag_messages(&diag)[1].place.column, 0);
}

static void what_is_said_of_a_file_may_come_from_a_secret_row(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    diag_keep_secret(&diag, "ballots.csv", 2); /* before the problem is found */
    for (size_t i = 0; i < 2; i++)
        diag_add_wording(&diag, SEVERITY_WARNING,
                         (struct place){.file = i == 0 ? "ballots.csv" : "roll.csv"},
                         wording_public(NULL), wording_of_row("Hart is odd", "one name is odd"));
    check_text(printed(&diag, false), "quorate: ballots.csv: warning: one name is odd\n"
                                      "quorate: roll.csv: warning: Hart is odd\n");
}

static void past_the_most_errors_are_only_counted(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    for (size_t i = 0; i < DIAG_MOST + 5; i++)
        diag_add(&diag, SEVERITY_WARNING, (struct place){.file = "w"}, NULL, "w");
    for (size_t i = 0; i < DIAG_MOST + 234; i++)
        add_error(&diag, "f.csv", i + 1, 0, "wrong");
    check_int(diag.errors, 1234);
    check_int(diag.warnings, 1005);
    check_int(diag.unlisted_errors, 234);
    const char *text = printed(&diag, true);
    check_contains(text, "f.csv:1000: wrong\n"
                         "quorate: 1,234 errors in f.csv, of which 1,000 are listed. Nothing was "
                         "counted.\n");
    check_lacks(text, "f.csv:1001:");
}

/* It is told all the same that a file was not read to its end. */
static void where_reading_stopped_is_listed_once(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    for (size_t i = 0; i < DIAG_COUNTED_MOST; i++) {
        check_true(!diag_is_full(&diag));
        check_true(diag_lists(&diag, SEVERITY_ERROR) == (i < DIAG_MOST));
        add_error(&diag, "f.csv", i + 1, 0, "wrong");
    }
    check_true(diag_is_full(&diag));
    check_true(diag_lists(&diag, SEVERITY_WARNING));
    diag_stop(&diag, (struct place){.file = "f.csv", .line = 10001}, "Look.", "not read");
    diag_stop(&diag, (struct place){.file = "f.csv", .line = 10002}, "Look.", "not read");
    const char *text = printed(&diag, true);
    check_contains(text, "f.csv:1000: wrong\n"
                         "quorate: f.csv:10001: not read\n"
                         "  Look.\n"
                         "quorate: 10,001 errors in f.csv, of which 1,001 are listed.");
}

static void cells_are_named_as_in_a_spreadsheet(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        size_t cell;
        const char *name;
    } cases[] = {
        {1, "A7"},   {2, "B7"},    {26, "Z7"},    {27, "AA7"},     {52, "AZ7"},
        {53, "BA7"}, {702, "ZZ7"}, {703, "AAA7"}, {16384, "XFD7"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(diag_cell_name(arena, cases[i].cell, 7), cases[i].name);
    check_text(diag_cell_name(arena, 2, 0), "B");
    check_text(diag_cell_name(arena, 2, 1048576), "B1048576");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(a_question_has_its_answers),
        test_with_arena(problems_look_like_the_mock_up),
        test_with_arena(a_place_tells_what_is_known),
        test_with_arena(problems_are_sorted_by_file_line_and_column),
        test_with_arena(the_last_line_counts),
        test_with_arena(the_caret_stands_below_what_is_wrong),
        test_with_arena(a_long_row_is_cut_to_a_window),
        cmocka_unit_test(every_caret_of_a_long_row_fits),
        test_with_arena(hostile_names_cannot_move_the_cursor),
        test_with_arena(what_comes_from_a_secret_row_is_left_out),
        test_with_arena(what_is_said_of_a_file_may_come_from_a_secret_row),
        test_with_arena(past_the_most_errors_are_only_counted),
        test_with_arena(where_reading_stopped_is_listed_once),
        test_with_arena(cells_are_named_as_in_a_spreadsheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

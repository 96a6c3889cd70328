/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/table.h"

/* What separates the cells of a table, and rows that go on over line breaks. */

struct reading {
    struct diag diag;
    struct table table;
    bool usable;
};

static struct reading *read_lines_of(struct arena *arena, const char *text, bool multi_line)
{
    struct reading *reading = arena_alloc(arena, 1, sizeof *reading);
    reading->diag.arena = arena;
    reading->usable = table_read(
        arena, &reading->diag,
        (struct bytes){
            .name = "t.csv", .bytes = text, .length = strlen(text), .multi_line = multi_line},
        &reading->table);
    return reading;
}

static struct reading *read_text(struct arena *arena, const char *text)
{
    return read_lines_of(arena, text, false);
}

static const char *cell_of(const struct reading *reading, size_t row, size_t cell)
{
    check_true(row < reading->table.count);
    check_true(cell < table_row(&reading->table, row)->count);
    return table_cell(&reading->table, row, cell)->text;
}

static void told_from_the_header(void **state)
{
    static const struct {
        const char *text;
        const char *second; /* cell of the first row */
    } tables[] = {
        {"a;b;c\n1;2,5;3\n", "2,5"},
        {"a\tb\tc\n1\t2;5\t3\n", "2;5"},
        {"a,b,c\n1,2;5,3\n", "2;5"},
        {"a;\"b, c, d, e\";c\n1;\"2;5\";3\n", "2;5"},
        {"\"a\tx\ty\tz\",b,c\n1,2,3\n", "2"},
        {"a;b, or c;c\n1;2;3\n", "2"},
        {"sep=;\na;b,x,y,z;c\n1;2;3\n", "2"},
        {"SEP=\t\r\na\tb\tc\r\n1\t2\t3\r\n", "2"},
        {"\"sep=|\"\na|b|c\n1|2|3\n", "2"},
        {"\xEF\xBB\xBFsep=,\na,b,c\n1,2,3\n", "2"},
        {"sep=;  \na;b;c\n1;2;3\n", "2"},
        {"\"sep=;\" \na;b;c\n1;2;3\n", "2"},
        {"\tsep,b,c\n1,2,3\n", "2"},
        {"a,\tb\t,c\t\n1,2,3\n", "2"},
        {"sepia,b,c\n1,2,3\n", "2"},
        {"sep;b;c\n1;2;3\n", "2"},
        {"set=;b;c\n1;2;3\n", "2"},
        {"\"Which\npractice\";b;c\n1;2;3\n", "2"},
        {"a;;c\n1;2;3\n", "2"},
        {"a\t b \tc\n1\t\" 2\"\t3\n", "2"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct reading *reading = read_text(arena_of(state), tables[i].text);
        check_errors(&reading->diag, 0);
        check_int((long long)reading->table.header.count, 3);
        check_text(cell_of(reading, 0, 1), tables[i].second);
        check_text(cell_of(reading, 0, 2), "3");
    }
}

static void what_cannot_be_told(void **state)
{
    static const char *const tables[] = {"a;b,c,d\n1;2\n", "a,b;c;d\n1,2\n", "a;b\tc\td\n"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct reading *reading = read_text(arena_of(state), tables[i]);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        check_contains(check_problem(&reading->diag, 0, "cannot be told")->remedy, "sep=");
    }
    static const char *const lines[] = {"sep=\na,b\n", "sep=ab\na,b\n", "sep=1\na1b\n",
                                        "sep=\"\na,b\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct reading *reading = read_text(arena_of(state), lines[i]);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        check_problem(&reading->diag, 0, "names no separator");
    }
}

/* A spreadsheet does not show the line; further down it is a row like others. */
static void the_first_line_is_no_row(void **state)
{
    struct reading *reading = read_text(arena_of(state), "sep=;\n\na;b\n1;2\n");
    check_int((long long)reading->table.header.line, 3);
    check_int((long long)reading->table.header.row, 2);
    check_int((long long)table_row(&reading->table, 0)->line, 4);
    check_int((long long)table_row(&reading->table, 0)->row, 3);
    reading = read_text(arena_of(state), "a\nsep=;\n");
    check_text(cell_of(reading, 0, 0), "sep=;");
}

static void faults_have_their_place(void **state)
{
    struct reading *reading =
        read_text(arena_of(state), "a;b;c\n1;2\n1;2;3;4\n1;\"2;3\n1;x\"y;3\n1;2;\x01\n");
    check_errors(&reading->diag, 5);
    check_contains(check_problem_in(&reading->diag, 2, 3, 2, "2 cells")->remedy, "semicolon");
    check_contains(check_problem_in(&reading->diag, 3, 7, 4, "4 cells")->remedy, "semicolon");
    check_problem_in(&reading->diag, 4, 3, 2, "not closed");
    check_problem_in(&reading->diag, 5, 4, 2, "not in quotation marks");
    check_problem_in(&reading->diag, 6, 5, 3, "U+0001");
    struct row row = {.bytes = "a;\"b;c\";d", .length = 9, .line = 1, .row = 1, .separator = ';'};
    check_int((long long)table_place(arena_of(state), "t.csv", &row, 2).column, 9);
}

static void rows_over_several_lines(void **state)
{
    static const char text[] = "a,b,c\n1,2,\"x\ny, z\n\"\n3,4,\"\"\"u\"\"\r\nv\"\r\n5,6,7\n";
    struct reading *reading = read_lines_of(arena_of(state), text, true);
    check_errors(&reading->diag, 0);
    check_int((long long)reading->table.count, 3);
    check_text(cell_of(reading, 0, 2), "x\ny, z");
    check_int((long long)table_row(&reading->table, 0)->line, 2);
    check_int((long long)table_row(&reading->table, 0)->row, 2);
    check_true(table_row(&reading->table, 0)->joined);
    check_text(cell_of(reading, 1, 2), "\"u\"\r\nv");
    check_int((long long)table_row(&reading->table, 1)->line, 5);
    check_int((long long)table_row(&reading->table, 1)->row, 3);
    check_int((long long)table_row(&reading->table, 2)->line, 7);
    check_int((long long)table_row(&reading->table, 2)->row, 4);
    check_false(table_row(&reading->table, 2)->joined);
    struct place place = table_place(arena_of(state), "t.csv", table_row(&reading->table, 0), 2);
    check_int((long long)place.line, 2);
    check_text(place.text, "1,2,\"x");
    /* Each in bytes of its own. */
    check_true(strncmp(table_row(&reading->table, 0)->bytes, "1,2,\"x\ny, z\n\"", 12) == 0);
    reading = read_lines_of(arena_of(state), text, false);
    check_true(reading->diag.errors > 0);
}

/* The measured danger: a forgotten quote in one row, closed in another. */
static void swallowed_rows_are_refused(void **state)
{
    struct reading *reading =
        read_lines_of(arena_of(state), "practice,vote\nP1,\"Yes\nP2,No\nP3,Yes\"\nP4,No\n", true);
    check_errors(&reading->diag, 1);
    check_problem_in(&reading->diag, 2, 4, 2, "a forgotten quotation mark has swallowed");
    reading = read_lines_of(arena_of(state), "p,v,note\nP1,Yes,\"a\nP2,No,b\nP3,Yes,c\"\nP4,No,d\n",
                            true);
    check_errors(&reading->diag, 1);
    check_problem_in(&reading->diag, 2, 8, 3, "a forgotten quotation mark has swallowed");
    /* Where the other column is another one, too. */
    reading = read_lines_of(arena_of(state), "p,v,note\nP1,\"Yes,a\nP2,No,b\"\nP4,No,d\n", true);
    check_errors(&reading->diag, 1);
    check_problem(&reading->diag, 2, "has swallowed");
}

/* A quote that is never closed: it and what is wrong below it are found, and nothing is lost. */
static void a_row_that_does_not_end(void **state)
{
    struct reading *reading =
        read_lines_of(arena_of(state), "p,v,note\nP1,Yes,\"a\nP2,No\nP3,Yes,c\n", true);
    check_errors(&reading->diag, 2);
    check_problem_in(&reading->diag, 2, 8, 3, "not closed");
    check_problem(&reading->diag, 3, "2 cells");
    check_int((long long)reading->table.count, 1);
    check_text(cell_of(reading, 0, 0), "P3");
    check_int((long long)table_row(&reading->table, 0)->line, 4);

    /* Past 64 KiB, too. */
    struct buffer text = {.arena = arena_of(state)};
    buffer_add(&text, "p,v,note\nP0,Yes,\"\n");
    for (size_t i = 0; i < 10000; i++)
        buffer_format(&text, "P%zu,Yes,c\n", i);
    reading = read_lines_of(arena_of(state), buffer_text(&text), true);
    check_errors(&reading->diag, 1);
    check_problem_in(&reading->diag, 2, 8, 3, "not closed");
    check_int((long long)reading->table.count, 10000);

    /* Broken in the middle: what stands behind the first line is looked at by itself. */
    reading = read_lines_of(arena_of(state), "p,v,note\nP1,Yes,\"a\nP2,\"No\"\nP3,Yes,c\n", true);
    check_int((long long)reading->diag.errors, 2);
    check_text(cell_of(reading, 0, 0), "P3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(told_from_the_header),     test_with_arena(what_cannot_be_told),
        test_with_arena(the_first_line_is_no_row), test_with_arena(faults_have_their_place),
        test_with_arena(rows_over_several_lines),  test_with_arena(swallowed_rows_are_refused),
        test_with_arena(a_row_that_does_not_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

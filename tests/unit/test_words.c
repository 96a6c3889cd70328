/* SPDX-License-Identifier: MIT */

/* That each text of a table is kept once, under a number of its own. */
#include "check_problems.h"

#include "quorate/table.h"

static struct table read_table(struct arena *arena, const char *text)
{
    struct diag diag = {.arena = arena};
    struct table table;
    check_true(table_read(arena, &diag, file_of("t.csv", text), &table));
    check_errors(&diag, 0);
    return table;
}

static void texts_that_are_alike_have_one_number(void **state)
{
    struct table table =
        read_table(arena_of(state), "a,b,c\nyes,no,Yes\n\"yes\",,no\n no ,caf\xC3\xA9,yes\n");
    const struct row *first = table_row(&table, 0), *second = table_row(&table, 1),
                     *third = table_row(&table, 2);
    check_int(row_word(first, 0), row_word(second, 0));
    check_int(row_word(first, 0), row_word(third, 2));
    check_true(row_cell(first, 0)->text == row_cell(third, 2)->text);
    check_int(row_word(first, 1), row_word(second, 2));
    check_int(row_word(first, 1), row_word(third, 0));
    check_true(row_word(first, 2) != row_word(first, 0));
    check_int(row_word(second, 1), TABLE_WORD_BLANK);
    check_text(row_cell(second, 1)->text, "");
    check_text(row_cell(third, 1)->text, "caf\xC3\xA9");
    check_int((long long)table.word_count, 1 + 3 + 4); /* "", the headings, yes no Yes caf\xE9 */
}

/* More than any first guess of how many there are. */
static void many_texts_stay_apart(void **state)
{
    enum {
        ROWS = 20000,
        NAMES = 7001,
    };
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, "name,n\n");
    for (unsigned i = 0; i < ROWS; i++)
        buffer_format(&text, "Surgery %u,%u\n", i % NAMES, i);
    struct table table = read_table(arena, buffer_text(&text));
    check_int((long long)table.count, ROWS);
    check_int((long long)table.word_count, 1 + 2 + NAMES + ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        check_text(table_cell(&table, i, 0)->text, arena_format(arena, "Surgery %zu", i % NAMES));
        check_text(table_cell(&table, i, 1)->text, arena_format(arena, "%zu", i));
        check_int(table_cell(&table, i, 0)->word, table_cell(&table, i % NAMES, 0)->word);
        check_true(table_cell(&table, i, 1)->word < table.word_count);
    }
}

/* Columns of one text, of few, of many, of such as come one after another and back: their numbers
 * take from no bit to seventeen, and each row is what was written, whatever block it is in. */
static void rows_come_back_from_blocks(void **state)
{
    static const size_t counts[] = {1, TABLE_BLOCK - 1, TABLE_BLOCK, TABLE_BLOCK + 1, 70000};
    static const size_t kinds[] = {1, 2, 3, 1000, 70000};
    enum {
        COLUMNS = sizeof kinds / sizeof *kinds
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct arena *arena = arena_part(arena_of(state));
        struct buffer text = {.arena = arena};
        bool *out = arena_alloc(arena, counts[i], sizeof *out);
        buffer_add(&text, "one,two,three,many,each\n");
        for (size_t row = 0; row < counts[i]; row++)
            for (size_t j = 0; j < COLUMNS; j++)
                buffer_format(&text, "%zu%c", row * 7919 % kinds[j], j + 1 < COLUMNS ? ',' : '\n');
        struct table table = read_table(arena, buffer_text(&text));
        for (size_t turn = 0, step = 1; turn < 2;
             turn++, step = 3) { /* the second leaves some out */
            check_int((long long)table.count, (long long)((counts[i] + step - 1) / step));
            struct table_walk walk = table_walk(arena, &table);
            for (size_t row = 0; row < table.count; row++) {
                struct row looked;
                table_look(&table, row, &looked);
                check_true(table_next(&walk));
                check_int((long long)walk.row.line, (long long)looked.line);
                check_int((long long)walk.row.row, (long long)looked.row);
                check_int((long long)looked.line, (long long)(row * step + 2));
                for (size_t j = 0; j < COLUMNS; j++) {
                    const char *wanted = arena_format(arena, "%zu", row * step * 7919 % kinds[j]);
                    check_text(row_cell(&looked, j)->text, wanted);
                    check_true(table_cell(&table, row, j) == row_cell(&looked, j));
                    check_true(row_cell(&walk.row, j) == row_cell(&looked, j));
                }
            }
            check_false(table_next(&walk));
            for (size_t row = 0; row < counts[i]; row++)
                out[row] = row % 3 != 0;
            table_leave_out(&table, out);
        }
        arena_free(arena);
    }
}

static void the_texts_of_a_column(void **state)
{
    struct arena *arena = arena_of(state);
    struct table table = read_table(arena, "a,b\nx,no\ny,yes\nno,no\nz,\nx,no\n");
    size_t count;
    const struct column_text *texts = table_texts(arena, &table, 1, &count);
    check_int((long long)count, 3);
    check_text(texts[0].cell->text, "no");
    check_int((long long)texts[0].first, 0);
    check_int((long long)texts[0].rows, 3);
    check_text(texts[1].cell->text, "yes");
    check_int((long long)texts[1].rows, 1);
    check_text(texts[2].cell->text, "");
    check_int((long long)texts[2].first, 3);
}

/* Of five texts (the blank and the headings among them) in rows of which two may have the same one,
 * ten rows can be told apart: the eleventh is too many, whichever column is meant. */
static void rows_that_say_the_same_are_not_read_without_end(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct buffer text = {.arena = arena};
    struct table table;
    buffer_add(&text, "a,b\nx,y\n");
    for (size_t i = 1; i < 20; i++) {
        buffer_add(&text, i % 2 == 0 ? "x,y\n" : "y,x\n");
        check_true(
            table_read_within(arena, &diag, file_of("t.csv", buffer_text(&text)), 2, &table));
        check_int((long long)table.count, i < 10 ? (long long)i + 1 : 10);
        check_true(table.cut_short == (i >= 10));
    }
    check_true(table_read(arena, &diag, file_of("t.csv", buffer_text(&text)), &table));
    check_int((long long)table.count, 20);
    check_true(!table.cut_short);
    check_int((long long)diag.errors, 0);
}

/* One line of a table of rows: where it stands, its bytes, its cells. */
static const char *told(struct arena *arena, const struct table *table, size_t number)
{
    struct row row;
    struct buffer text = {.arena = arena};
    table_look(table, number, &row);
    row = row_written(arena, &row);
    buffer_format(&text, "%zu %zu%s [%.*s]", row.line, row.row, row.joined ? " joined" : "",
                  (int)row.length, row.bytes);
    for (size_t i = 0; i < row.count; i++)
        buffer_format(&text, " %s", row_cell(&row, i)->text);
    check_int((long long)table_row_on(table, row.line), (long long)number);
    return buffer_text(&text);
}

/* Blank lines, a row over two lines and a last line without an end: each row is where it is. */
static void rows_are_where_they_stand(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct table table;
    struct bytes bytes = file_of("t.csv", "a,b\n1,x\r\n2,y\n\n\n3,\"p\nq\"\n4,z\n5,x\n6,y");
    static const char *const rows[] = {
        "2 2 [1,x] 1 x", "3 3 [2,y] 2 y", "6 6 joined [3,\"p\nq\"] 3 p\nq",
        "8 7 [4,z] 4 z", "9 8 [5,x] 5 x", "10 9 [6,y] 6 y"};
    static const size_t nowhere[] = {0, 1, 4, 5, 7, 11, 100};
    bytes.multi_line = true;
    check_true(table_read(arena, &diag, bytes, &table));
    check_int((long long)table.count, 6);
    for (size_t i = 0; i < table.count; i++)
        check_text(told(arena, &table, i), rows[i]);
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        check_int((long long)table_row_on(&table, nowhere[i]), 6);
    for (unsigned left_out = 0; left_out < 64; left_out++) {
        bool out[6];
        size_t kept = 0;
        for (size_t i = 0; i < 6; i++)
            out[i] = (left_out >> i & 1) != 0;
        check_true(table_read(arena, &diag, bytes, &table));
        table_leave_out(&table, out);
        for (size_t i = 0; i < 6; i++)
            if (!out[i])
                check_text(told(arena, &table, kept++), rows[i]);
        check_int((long long)table.count, (long long)kept);
    }
    check_int((long long)diag.errors, 0);
}

/* A line that is its cells is not held: bare, quoted where that is needed, or quoted throughout. */
static void lines_are_made_of_their_cells(void **state)
{
    static const struct {
        const char *line;
        enum row_form form;
    } lines[] = {
        {"1,x,", ROW_OF_CELLS},
        {"caf\xC3\xA9,\"x,y\",z", ROW_OF_CELLS},
        {"\"1\",\"x\",\"\"", ROW_OF_QUOTED_CELLS},
        {"\"1\",\"x,y\",\"z\"", ROW_OF_QUOTED_CELLS},
        {"\",\",\",,\",\",\"", ROW_OF_CELLS}, /* either way */
        {"1,\"x\",z", ROW_HELD},
        {"1, x,z", ROW_HELD},
        {"1,x,z ", ROW_HELD},
        {"1,x,z,,", ROW_HELD},
        {"\"1\"\"\",x,z", ROW_HELD},
        {"\"1\"\"2\",\"x\",\"z\"", ROW_HELD},
        {"1,\"x\ny\",z", ROW_HELD},
    };
    const size_t count = sizeof lines / sizeof *lines;
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct buffer text = {.arena = arena};
    struct table table;
    buffer_add(&text, "a,b,c\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s%s", lines[i].line, i % 3 == 0 ? "\r\n" : "\n");
    struct bytes bytes = file_of("t.csv", arena_copy(arena, text.bytes, text.length));
    char *given = arena_copy(arena, bytes.bytes, bytes.length);
    bytes.bytes = given;
    bytes.multi_line = true;
    check_true(table_read(arena, &diag, bytes, &table));
    check_int((long long)diag.errors, 0);
    check_int((long long)table.count, (long long)count);
    memset(given, '?', bytes.length); /* nothing needs them any more */
    for (size_t i = 0, run = 0; i < count; i++) {
        struct row row;
        table_look(&table, i, &row);
        row = row_written(arena, &row);
        check_text(arena_copy(arena, row.bytes, row.length), lines[i].line);
        run += run + 1 < table.run_count && table.runs[run + 1].first == i;
        check_int(table.runs[run].form, lines[i].form);
    }
    check_int((long long)table.held_count, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(texts_that_are_alike_have_one_number),
        test_with_arena(many_texts_stay_apart),
        test_with_arena(rows_come_back_from_blocks),
        test_with_arena(the_texts_of_a_column),
        test_with_arena(rows_are_where_they_stand),
        test_with_arena(lines_are_made_of_their_cells),
        test_with_arena(rows_that_say_the_same_are_not_read_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

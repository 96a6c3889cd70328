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
    const struct cell *first = table.rows[0].cells, *second = table.rows[1].cells,
                      *third = table.rows[2].cells;
    check_int(first[0].word, second[0].word);
    check_int(first[0].word, third[2].word);
    check_true(first[0].text == third[2].text);
    check_int(first[1].word, second[2].word);
    check_int(first[1].word, third[0].word);
    check_true(first[2].word != first[0].word);
    check_int(second[1].word, TABLE_WORD_BLANK);
    check_text(second[1].text, "");
    check_text(third[1].text, "caf\xC3\xA9");
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
        check_text(table.rows[i].cells[0].text, arena_format(arena, "Surgery %zu", i % NAMES));
        check_text(table.rows[i].cells[1].text, arena_format(arena, "%zu", i));
        check_int(table.rows[i].cells[0].word, table.rows[i % NAMES].cells[0].word);
        check_true(table.rows[i].cells[1].word < table.word_count);
    }
}

static void the_texts_of_a_column(void **state)
{
    struct arena *arena = arena_of(state);
    struct table table = read_table(arena, "a,b\nx,no\ny,yes\nno,no\nz,\nx,no\n");
    size_t count;
    const struct column_text *texts = table_texts(arena, &table, 1, &count);
    check_int((long long)count, 3);
    check_text(texts[0].first->cells[1].text, "no");
    check_int((long long)texts[0].first->line, 2);
    check_int((long long)texts[0].rows, 3);
    check_text(texts[1].first->cells[1].text, "yes");
    check_int((long long)texts[1].rows, 1);
    check_text(texts[2].first->cells[1].text, "");
    check_int((long long)texts[2].first->line, 5);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(texts_that_are_alike_have_one_number),
        test_with_arena(many_texts_stay_apart),
        test_with_arena(the_texts_of_a_column),
        test_with_arena(rows_that_say_the_same_are_not_read_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* Cells of the tables that are written. */
#include "quorate/cell.h"
#include "unit/check.h"

#define WIDE_EQUALS "\xEF\xBC\x9D"
#define WIDE_PLUS   "\xEF\xBC\x8B"
#define WIDE_MINUS  "\xEF\xBC\x8D"
#define WIDE_AT     "\xEF\xBC\xA0"

static void test_cells(void **state)
{
    static const struct {
        const char *text, *cell;
    } cases[] = {
        {NULL, ""},
        {"", ""},
        {"The Hart Surgery", "The Hart Surgery"},
        {"Chalgrove, Watlington", "\"Chalgrove, Watlington\""},
        {"Hart;The Hart", "\"Hart;The Hart\""},
        {"The \"Bell\"", "\"The \"\"Bell\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"two\rlines", "\"two\rlines\""},
        {"a\ttab", "\"a\ttab\""},
        {" before", "\" before\""},
        {"behind ", "\"behind \""},
        {"1 = 1", "1 = 1"},
        {"=HYPERLINK(1)", "'=HYPERLINK(1)"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1,A2)", "\"'@SUM(A1,A2)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {WIDE_EQUALS "HYPERLINK(1)", "'" WIDE_EQUALS "HYPERLINK(1)"},
        {WIDE_PLUS "x", "'" WIDE_PLUS "x"},
        {WIDE_MINUS "x", "'" WIDE_MINUS "x"},
        {WIDE_AT "x", "'" WIDE_AT "x"},
        {"x" WIDE_EQUALS, "x" WIDE_EQUALS},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer table = {.arena = arena};
        buffer_add(&table, "|");
        cell_add(&table, cases[i].text);
        check_text(buffer_text(&table) + 1, cases[i].cell);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {test_with_arena(test_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

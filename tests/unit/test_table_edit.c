/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/buffer.h"
#include "quorate/table_edit.h"

/* Tables as programs save them, with a place `^` where a column more is written. The first two rows
 * behind the header are of data. */
static const char *const tables[] = {
    "practice,size^\nThe Hart,3661^\nNettlebed,7478^\n",
    "practice,size^\r\nThe Hart,3661^\r\nNettlebed,7478^",
    "practice;size^\n\n\"Hart; the \"\"old\"\"\";3661^\n;7478^\n\n",
    "practice\tsize^\r\nThe Hart\t3661^\r\nNettlebed\t^\r\n",
    "practice,size^\rThe Hart,3661^\rNettlebed,7478^\r",
    "sep=;\npractice;size^\nThe Hart;\"3661\"^\nNettlebed;7478^\n",
    "practice,size^,,\nThe Hart,3661^,,\nNettlebed,7478^,,\n",
    "practice^\nThe Hart^\nNettlebed^\n",
};

/* How they may be written: what stands at the beginning, and the bytes of an ASCII character. */
static const struct writing {
    const char *mark;
    size_t mark_length;
    const char *encoding; /* that has to be named, or NULL */
    size_t unit;
    bool big;
} writings[] = {
    {"", 0, NULL, 1, false},
    {"\xEF\xBB\xBF", 3, NULL, 1, false},
    {"", 0, "windows-1252", 1, false},
    {"", 0, "utf-16le", 1, false}, /* which it is not, and so is taken for what it is */
    {"\xFF\xFE", 2, NULL, 2, false},
    {"\xFE\xFF", 2, NULL, 2, true},
    {"\xFE\xFF", 2, "utf-16le", 2, true},
    {"", 0, "utf-16le", 2, false},
    {"", 0, "utf-16be", 2, true},
};

/* The text in that writing; what is put for `^`, or nothing. */
static struct bytes written(struct arena *arena, const struct writing *writing, const char *text,
                            const char *const *added)
{
    struct buffer plain = {.arena = arena}, bytes = {.arena = arena};
    char separator = strchr(text, ';') != NULL ? ';' : strchr(text, '\t') != NULL ? '\t' : ',';
    for (; *text != '\0'; text++) {
        if (*text != '^')
            buffer_add_bytes(&plain, text, 1);
        else if (added != NULL)
            buffer_format(&plain, "%c%s", separator, *added++);
    }
    buffer_add_bytes(&bytes, writing->mark, writing->mark_length);
    for (size_t i = 0; i < plain.length; i++) {
        const char wide[] = {writing->big ? '\0' : plain.bytes[i],
                             writing->big ? plain.bytes[i] : '\0'};
        buffer_add_bytes(&bytes, writing->unit == 1 ? &plain.bytes[i] : wide, writing->unit);
    }
    return (struct bytes){.name = "roll.csv", .bytes = buffer_text(&bytes), .length = bytes.length};
}

static struct table read_of(struct arena *arena, const struct writing *writing, struct bytes bytes)
{
    struct diag diag = {.arena = arena};
    struct table table;
    const struct encoding *encoding =
        writing->encoding == NULL ? NULL : encoding_find(writing->encoding);
    check_true(table_read(arena, &diag, decode_table(arena, encoding, bytes), &table));
    check_int(diag.errors, 0);
    return table;
}

static void check_same(struct bytes one, struct bytes other)
{
    check_int(one.length, other.length);
    check_true(memcmp(one.bytes, other.bytes, one.length) == 0);
}

/* Nothing else of the file is changed, and what was added can be taken out again. */
static void every_other_byte_stays(void **state)
{
    static const char *const added[] = {"list size 2016-04-01", "3700", ""};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (size_t j = 0; j < sizeof writings / sizeof *writings; j++) {
            struct arena *arena = arena_of(state);
            const struct writing *writing = &writings[j];
            const struct encoding *encoding =
                writing->encoding == NULL ? NULL : encoding_find(writing->encoding);
            struct bytes given = written(arena, writing, tables[i], NULL);
            struct table table = read_of(arena, writing, given);
            print_message("table %zu in writing %zu\n", i, j);
            check_int(table.count, 2);
            struct bytes more =
                table_with_column(arena, given, encoding, &table, added[0], added + 1);
            check_same(more, written(arena, writing, tables[i], added));
            struct table wider = read_of(arena, writing, more);
            check_same(table_without_column(arena, more, encoding, &wider), given);
        }
}

/* A table of one column keeps it. */
static void the_last_column_stays(void **state)
{
    const char *text = "practice\nThe Hart\nNettlebed\n";
    struct bytes given = file_of("roll.csv", text);
    struct table table = read_of(arena_of(state), &writings[0], given);
    check_same(table_without_column(arena_of(state), given, NULL, &table), given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(every_other_byte_stays),
        test_with_arena(the_last_column_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */

/* That the program carries the tables under data/, byte for byte. Run from the project's folder. */
#include "check.h"

#include <glob.h>

#include "quorate/bundled.h"
#include "quorate/file.h"
#include "quorate/hash.h"
#include "quorate/table.h"
#include "quorate/tables.h"

static void test_each_folder_with_rules_is_a_constitution(void **state)
{
    (void)state;
    glob_t found;
    size_t count;
    const char *const *names = bundled_names(&count);
    check_int(glob("data/*/rules.csv", 0, NULL, &found), 0);
    check_int((long long)count, (long long)found.gl_pathc);
    for (size_t i = 0; i < count; i++) {
        char path[256];
        (void)snprintf(path, sizeof path, "data/%s/rules.csv", names[i]);
        check_text(path, found.gl_pathv[i]);
    }
    globfree(&found);
}

static void test_each_table_is_carried(void **state)
{
    glob_t found;
    check_int(glob("data/*/rules.csv", 0, NULL, &found), 0);
    size_t folders = found.gl_pathc;
    size_t tables = 0;
    globfree(&found);
    for (size_t i = 0; i < bundled_constitution_count; i++) {
        const char *pattern =
            arena_format(arena_of(state), "data/%s/*.csv", bundled_constitutions[i]);
        check_int(glob(pattern, 0, NULL, &found), 0);
        tables += found.gl_pathc;
        globfree(&found);
    }
    check_true(tables >= folders);
    check_int((long long)bundled_file_count, (long long)tables);
}

static void test_tables_are_the_same_bytes(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < bundled_file_count; i++) {
        const struct bundled_file *file = &bundled_files[i];
        struct file_fault fault;
        struct bytes seen = file_read(
            arena, arena_format(arena, "data/%s/%s", file->constitution, file->name), &fault);
        check_text(fault.words, NULL);
        check_int((long long)file->length, (long long)seen.length);
        check_int(memcmp(file->bytes, seen.bytes, seen.length), 0);
        check_int(file->bytes[file->length], 0);
        check_text(file->sha256, hash_sha256(arena, seen.bytes, seen.length));
    }
}

static void test_bank_holidays_are_carried(void **state)
{
    struct arena *arena = arena_of(state);
    struct file_fault fault;
    struct bytes seen = file_read(arena, "data/bank-holidays.csv", &fault);
    check_text(fault.words, NULL);
    check_text(bundled_bank_holidays.name, "bank-holidays.csv");
    check_int(bundled_bank_holidays.length, seen.length);
    check_int(memcmp(bundled_bank_holidays.bytes, seen.bytes, seen.length), 0);
    check_text(bundled_bank_holidays.sha256, hash_sha256(arena, seen.bytes, seen.length));
}

static void check_same_row(struct arena *arena, const struct row *cut, const struct row *other)
{
    const struct row written = row_written(arena, other), *read = &written;
    check_int((long long)cut->line, (long long)read->line);
    check_int((long long)cut->row, (long long)read->row);
    check_int((long long)cut->length, (long long)read->length);
    check_int(memcmp(cut->bytes, read->bytes, read->length), 0);
    check_int(cut->separator, read->separator);
    check_int(cut->joined, read->joined);
    check_int((long long)cut->count, (long long)read->count);
    for (size_t i = 0; i < read->count; i++) {
        check_text(row_cell(cut, i)->text, row_cell(read, i)->text);
        check_int((long long)row_cell(cut, i)->length, (long long)row_cell(read, i)->length);
    }
}

static void check_cut(struct arena *arena, const struct bundled_file *file)
{
    struct diag diag = {.arena = arena};
    struct table cut, read;
    struct bytes bytes = bundled_bytes(file, file->name);
    check_true(table_take_cut(arena, bytes, &cut));
    check_true(table_read(arena, &diag, bytes, &read));
    check_int((long long)(diag.errors + diag.warnings), 0);
    check_text(cut.file, read.file);
    check_int((long long)cut.count, (long long)read.count);
    check_same_row(arena, &cut.header, &read.header);
    for (size_t i = 0; i < read.count; i++)
        check_same_row(arena, table_row(&cut, i), table_row(&read, i));
    /* The same words elsewhere are not what was cut. */
    bytes.bytes = arena_copy(arena, bytes.bytes, bytes.length);
    check_false(table_take_cut(arena, bytes, &cut));
}

static void test_tables_are_cut_as_they_are_read(void **state)
{
    check_cut(arena_of(state), &bundled_bank_holidays);
    for (size_t i = 0; i < bundled_file_count; i++)
        check_cut(arena_of(state), &bundled_files[i]);
}

/* So a run need not ask it of them: no check of a table of somebody's own finds anything. */
static void test_rules_are_sound(void **state)
{
    size_t tables = 0;
    for (size_t i = 0; i < bundled_file_count; i++) {
        struct arena *arena = arena_of(state);
        struct bytes bytes = bundled_bytes(&bundled_files[i], bundled_files[i].name);
        struct diag diag = {.arena = arena};
        struct rules rules;
        if (strcmp(bundled_files[i].name, "rules.csv") != 0)
            continue;
        check_true(bytes.built_in);
        bytes.built_in = false;
        check_true(load_rules(arena, &diag, bytes, &rules, NULL));
        check_int((long long)(diag.errors + diag.warnings), 0);
        tables++;
    }
    check_true(tables > 0);
}

static void test_tables_are_found_by_both_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < bundled_file_count; i++) {
        const struct bundled_file *file = &bundled_files[i];
        check_true(bundled_find(file->constitution, file->name) == file);
    }
    check_true(bundled_find("south-east-oxfordshire-2015", "rules.csv") != NULL);
    check_true(bundled_find("south-east-oxfordshire-2015", "rules") == NULL);
    check_true(bundled_find("rules.csv", "south-east-oxfordshire-2015") == NULL);
    check_true(bundled_find("", "") == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_folder_with_rules_is_a_constitution),
        test_with_arena(test_each_table_is_carried),
        test_with_arena(test_tables_are_the_same_bytes),
        test_with_arena(test_bank_holidays_are_carried),
        test_with_arena(test_tables_are_cut_as_they_are_read),
        test_with_arena(test_rules_are_sound),
        cmocka_unit_test(test_tables_are_found_by_both_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

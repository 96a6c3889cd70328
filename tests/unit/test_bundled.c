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

/* ---- What the functions say that were written when the program was built */

/* Of two texts, which then are no part of a comparison of all that is left of their structs. */
static void check_same_text(const char **made, const char **read)
{
    check_text(*made, *read);
    *made = *read = NULL;
}

/* Of structs that are the same beside what was compared: what is between their members is 0 as they
 * were made, and stays so. */
static void check_same_rest(const void *made, const void *read, size_t size)
{
    check_int(memcmp(made, read, size), 0);
}

static void check_same_texts(const char *const **made, const char *const **read, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_text((*made)[i], (*read)[i]);
    *made = *read = NULL;
}

static void check_same_place(const struct place *made, const struct place *read)
{
    check_text(made->file, read->file);
    check_text(made->text, read->text);
    check_int((long long)made->line, (long long)read->line);
    check_int((long long)made->row, (long long)read->row);
    check_int((long long)made->column, (long long)read->column);
    check_int((long long)made->width, (long long)read->width);
    check_int((long long)made->cell, (long long)read->cell);
}

static void check_same_terms(struct terms *made, struct terms *read)
{
    check_same_text(&made->unit, &read->unit);
    check_same_text(&made->units, &read->units);
    check_same_text(&made->measure, &read->measure);
    check_same_text(&made->measures, &read->measures);
    check_same_text(&made->size, &read->size);
    check_same_text(&made->sizes, &read->sizes);
    check_same_text(&made->column, &read->column);
    check_same_text(&made->counted, &read->counted);
    check_same_text(&made->whole, &read->whole);
    check_same_text(&made->sharers, &read->sharers);
    check_same_text(&made->lead, &read->lead);
    check_same_text(&made->teller, &read->teller);
    check_same_text(&made->signature, &read->signature);
}

static void check_same_condition(struct condition made, struct condition read)
{
    check_int((long long)made.name_count, (long long)read.name_count);
    check_same_texts(&made.names, &read.names, read.name_count);
    check_same_rest(&made, &read, sizeof read);
}

static void check_same_weight(struct weight made, struct weight read)
{
    check_int((long long)made.step_count, (long long)read.step_count);
    for (size_t i = 0; i < read.step_count; i++)
        check_same_rest(&made.steps[i], &read.steps[i], sizeof read.steps[i]);
    made.steps = read.steps = NULL;
    check_same_rest(&made, &read, sizeof read);
}

static void check_same_rule(struct arena *arena, const struct rule *one, const struct rule *other)
{
    struct rule made = *one, read = *other;
    for (enum rule_cell cell = RULE_CELL_VALUE; cell <= RULE_CELL_CLAUSE; cell++) {
        struct place made_at = rule_place(arena, one, cell), at = rule_place(arena, other, cell);
        check_same_place(&made_at, &at);
    }
    check_int(made.kind, read.kind);
    check_int(made.worded, read.worded);
    check_int(rule_value(&made), rule_value(&read));
    check_same_text(&made.decision, &read.decision);
    check_same_text(&made.text, &read.text);
    check_same_text(&made.clause, &read.clause);
    check_same_text(&made.unstated, &read.unstated);
    check_same_text(&made.reading, &read.reading);
    check_same_text(&made.group, &read.group);
    made.source = read.source = NULL;
    if (rule_is_condition(&read)) {
        check_same_condition(made.as.condition, read.as.condition);
        memset(&made.as, 0, sizeof made.as);
        memset(&read.as, 0, sizeof read.as);
    } else if (read.kind == RULE_WEIGHT) {
        check_same_weight(made.as.weight, read.as.weight);
        memset(&made.as, 0, sizeof made.as);
        memset(&read.as, 0, sizeof read.as);
    }
    check_same_rest(&made, &read, sizeof read);
}

static void check_same_row(const struct rule **made, const struct rule *made_rows,
                           const struct rule **read, const struct rule *rows)
{
    check_int(*made == NULL ? -1 : (long long)(*made - made_rows),
              *read == NULL ? -1 : (long long)(*read - rows));
    *made = *read = NULL;
}

/* Whatever is added to the struct is compared too, for all that is left must be the same bytes. */
static void check_same_rules(struct arena *arena, struct rules made, struct rules read)
{
    check_int((long long)made.count, (long long)read.count);
    for (size_t i = 0; i < read.count; i++) {
        check_same_rule(arena, &made.rows[i], &read.rows[i]);
        for (size_t j = 0; j < read.count; j++) {
            check_int(rules_stand_together(&made.rows[i], &made.rows[j]),
                      rules_stand_together(&read.rows[i], &read.rows[j]));
            check_int(made.rows[i].group == made.rows[j].group,
                      read.rows[i].group == read.rows[j].group);
        }
    }
    check_true(made.made != NULL && read.made == NULL);
    made.made = NULL;
    check_same_text(&made.file, &read.file);
    check_same_text(&made.body, &read.body);
    check_same_text(&made.edition, &read.edition);
    check_same_text(&made.roll, &read.roll);
    check_same_terms(&made.terms, &read.terms);
    check_int((long long)made.decision_count, (long long)read.decision_count);
    check_same_texts(&made.decisions, &read.decisions, read.decision_count);
    check_same_row(&made.locality, made.rows, &read.locality, read.rows);
    check_same_row(&made.governing_body_votes, made.rows, &read.governing_body_votes, read.rows);
    check_same_row(&made.governing_body_total, made.rows, &read.governing_body_total, read.rows);
    check_same_row(&made.review_by, made.rows, &read.review_by, read.rows);
    check_same_row(&made.review_interests, made.rows, &read.review_interests, read.rows);
    made.rows = read.rows = NULL;
    check_same_rest(&made, &read, sizeof read);
}

static void check_same_member(struct member made, struct member read)
{
    check_same_text(&made.name, &read.name);
    check_same_text(&made.code, &read.code);
    check_same_text(&made.area, &read.area);
    check_same_text(&made.class_cell, &read.class_cell);
    check_same_text(&made.aliases, &read.aliases);
    check_same_text(&made.source, &read.source);
    check_same_rest(&made, &read, sizeof read);
}

static void check_same_roll(struct roll made, struct roll read)
{
    check_int((long long)made.count, (long long)read.count);
    for (size_t i = 0; i < read.count; i++)
        check_same_member(made.members[i], read.members[i]);
    check_int((long long)made.key_count, (long long)read.key_count);
    for (size_t i = 0; i < read.key_count; i++) {
        check_text(made.keys[i].folded, read.keys[i].folded);
        check_int(made.keys[i].from, read.keys[i].from);
        check_int(made.keys[i].member - made.members, read.keys[i].member - read.members);
    }
    check_int((long long)made.class_count, (long long)read.class_count);
    for (size_t i = 0; i < read.class_count; i++) {
        check_text(made.classes[i].name, read.classes[i].name);
        check_text(made.classes[i].folded, read.classes[i].folded);
    }
    check_int(made.stated_votes_at == NULL, read.stated_votes_at == NULL);
    if (read.stated_votes_at != NULL)
        check_same_place(made.stated_votes_at, read.stated_votes_at);
    check_int((long long)made.area_count, (long long)read.area_count);
    check_same_texts(&made.areas, &read.areas, read.area_count);
    check_same_text(&made.file, &read.file);
    check_same_terms(&made.terms, &read.terms);
    made.members = read.members = NULL;
    made.keys = read.keys = NULL;
    made.classes = read.classes = NULL;
    made.stated_votes_at = read.stated_votes_at = NULL;
    check_same_rest(&made, &read, sizeof read);
}

/* So that they are read. The same words elsewhere are, too. */
static struct bytes unmade(struct arena *arena, struct bytes bytes)
{
    if (bytes.length % 2 == 0)
        bytes.made = NULL;
    else
        bytes.bytes = arena_copy(arena, bytes.bytes, bytes.length);
    bytes.known = true;
    return bytes;
}

/* A roll says the same by the rules it was read by, and is read where they are others. */
static void check_roll(struct arena *arena, const struct bundled_file *file,
                       const struct rules *made_rules, const struct rules *read_rules)
{
    struct bytes bytes = bundled_bytes(file, file->name);
    struct diag diag = {.arena = arena};
    struct roll made, read, by_other;
    size_t made_rows, rows;
    bool of_rules = strcmp(file->name, made_rules->roll) == 0;
    bytes.known = true;
    check_true(load_roll(arena, &diag, bytes, of_rules ? made_rules : NULL, &made, &made_rows));
    check_true(
        load_roll(arena, &diag, unmade(arena, bytes), of_rules ? read_rules : NULL, &read, &rows));
    check_true(load_roll(arena, &diag, bytes, of_rules ? read_rules : made_rules, &by_other, NULL));
    check_int((long long)(diag.errors + diag.warnings), 0);
    check_int((long long)made_rows, (long long)rows);
    check_same_roll(made, read);
    if (of_rules)
        check_same_roll(by_other, read);
}

static void test_tables_say_what_is_read_of_them(void **state)
{
    size_t rolls = 0;
    for (size_t i = 0; i < bundled_constitution_count; i++) {
        struct arena *arena = arena_of(state);
        struct diag diag = {.arena = arena};
        struct rules made, read;
        size_t made_rows, rows, count;
        const struct bundled_file *files = bundled_tables(bundled_constitutions[i], &count);
        const struct bundled_file *file = bundled_find(bundled_constitutions[i], "rules.csv");
        struct bytes bytes = bundled_bytes(file, file->name);
        check_true(load_rules(arena, &diag, bytes, &made, &made_rows));
        check_true(load_rules(arena, &diag, unmade(arena, bytes), &read, &rows));
        check_int((long long)(diag.errors + diag.warnings), 0);
        check_int((long long)made_rows, (long long)rows);
        check_same_rules(arena, made, read);
        for (size_t j = 0; j < count; j++)
            if (strcmp(files[j].name, "rules.csv") != 0) {
                check_roll(arena, &files[j], &made, &read);
                rolls++;
            }
    }
    check_true(rolls > bundled_constitution_count);
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
        test_with_arena(test_tables_say_what_is_read_of_them),
        cmocka_unit_test(test_tables_are_found_by_both_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

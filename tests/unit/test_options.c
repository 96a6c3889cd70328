/* SPDX-License-Identifier: MIT */

/* The command line of a command, from its words to its values. */
#include "check.h"

#include "commands/options.h"

#define MOST_WORDS 12

/* `quorate tally WORD...` */
struct line {
    bool good;
    struct options options;
    struct misuse misuse;
};

static struct line parse(void **state, const char *const *words)
{
    struct line line;
    char *arguments[MOST_WORDS] = {arena_format(arena_of(state), "tally")};
    int count = 1;
    while (words[count - 1] != NULL) {
        const char *word = words[count - 1];
        arguments[count] = arena_copy(arena_of(state), word, strlen(word));
        count++;
    }
    line.good = options_parse(arena_of(state), COMMAND_TALLY, count, arguments, &line.options,
                              &line.misuse);
    return line;
}

#define PARSE(...) parse(state, (const char *const[]){__VA_ARGS__, NULL})

static void test_no_words_at_all(void **state)
{
    struct line line = parse(state, (const char *const[]){NULL});
    check_true(line.good);
    check_int(line.options.operand_count, 0);
    for (int id = 0; id < OPTIONS; id++)
        check_true(line.options.values[id] == NULL);
}

static void test_every_spelling_of_a_value(void **state)
{
    check_text(PARSE("-d", "email", "b").options.values[OPTION_DECISION], "email");
    check_text(PARSE("-demail", "b").options.values[OPTION_DECISION], "email");
    check_text(PARSE("--decision", "email", "b").options.values[OPTION_DECISION], "email");
    check_text(PARSE("--decision=email", "b").options.values[OPTION_DECISION], "email");
    check_text(PARSE("-qd", "email", "b").options.values[OPTION_DECISION], "email");
    check_text(PARSE("-qd", "email", "b").options.values[OPTION_QUIET], "");
}

/* Every row of the table works by its name, and by its letter where it has one. */
static void test_every_option(void **state)
{
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        if (!option_of(COMMAND_TALLY, (enum option_id)id))
            continue;
        const char *value = row->value == VALUE_DATE ? "2015-06-24" : "x";
        if (row->value == VALUE_MOMENT)
            value = "2015-06-24 17:00";
        if (row->value == VALUE_ENCODING)
            value = "windows-1252";
        if (row->value == VALUE_COLUMN)
            value = "practice=Which is yours?";
        if (row->value == VALUE_ANSWER)
            value = "GP=lead";
        if (row->value == VALUE_NUMBER)
            value = "1";
        if (row->value == VALUE_CHOICE)
            value = row->choices[0];
        if (row->value == VALUE_NONE)
            value = NULL;
        const char *name = arena_format(arena_of(state), "--%s", row->name);
        struct line line = PARSE(name, value);
        check_true(line.good);
        check_text(line.options.values[id], value == NULL ? "" : value);
        check_int(line.options.operand_count, 0);
        if (row->letter == 0)
            continue;
        const char *letter = arena_format(arena_of(state), "-%c", row->letter);
        check_text(PARSE(letter, value).options.values[id], value == NULL ? "" : value);
    }
}

static void test_names_and_letters_are_one_option_each(void **state)
{
    (void)state;
    for (int one = 0; one < OPTIONS; one++)
        for (int other = 0; other < one; other++) {
            check_false(strcmp(option_table[one].name, option_table[other].name) == 0);
            check_false(option_table[one].letter != 0 &&
                        option_table[one].letter == option_table[other].letter);
        }
}

static void test_options_may_follow_operands(void **state)
{
    struct line line = PARSE("b.csv", "-q", "c.csv", "-d", "email");
    check_true(line.good);
    check_int(line.options.operand_count, 2);
    check_text(line.options.operands[0], "b.csv");
    check_text(line.options.operands[1], "c.csv");
    check_text(line.options.values[OPTION_DECISION], "email");
}

static void test_the_environment_changes_nothing(void **state)
{
    check_int(setenv("POSIXLY_CORRECT", "1", 1), 0);
    struct line line = PARSE("b.csv", "-q");
    check_int(unsetenv("POSIXLY_CORRECT"), 0);
    check_int(line.options.operand_count, 1);
    check_text(line.options.values[OPTION_QUIET], "");
}

static void test_two_hyphens_end_the_options(void **state)
{
    struct line line = PARSE("-q", "--", "-d", "--force");
    check_true(line.good);
    check_int(line.options.operand_count, 2);
    check_text(line.options.operands[0], "-d");
    check_text(line.options.operands[1], "--force");
    check_true(line.options.values[OPTION_FORCE] == NULL);
}

static void test_a_hyphen_is_an_operand(void **state)
{
    struct line line = PARSE("-");
    check_true(line.good);
    check_int(line.options.operand_count, 1);
    check_text(line.options.operands[0], "-");
}

static void test_unknown_options(void **state)
{
    check_text(PARSE("--ouput", "x").misuse.what, "unknown option --ouput");
    check_text(PARSE("--ouput", "x").misuse.remedy, "Did you mean --output?");
    check_text(PARSE("--ouput=x").misuse.what, "unknown option --ouput");
    check_text(PARSE("--bees", "x").misuse.what, "unknown option --bees");
    check_text(PARSE("--bees", "x").misuse.remedy, NULL);
    check_text(PARSE("-x").misuse.what, "unknown option -x");
    check_text(PARSE("-qx").misuse.what, "unknown option -x");
    check_false(PARSE("-x").good);
}

/* getopt_long would take each of these. */
static void test_beginnings_of_names_are_refused(void **state)
{
    check_text(PARSE("--dec", "email").misuse.what, "unknown option --dec");
    check_text(PARSE("--decisio=email").misuse.what, "unknown option --decisio");
    check_text(PARSE("--qui").misuse.what, "unknown option --qui");
    check_text(PARSE("--f", "x").misuse.what, "unknown option --f");
}

/* It would be read as -d ate. */
static void test_a_name_behind_one_hyphen_is_refused(void **state)
{
    check_text(PARSE("-date", "2015-06-24").misuse.what, "unknown option -date");
    check_text(PARSE("-date", "2015-06-24").misuse.remedy, "Did you mean --date?");
}

static void test_values_that_are_missing(void **state)
{
    check_text(PARSE("-d").misuse.what, "--decision lacks its KIND");
    check_text(PARSE("--output").misuse.what, "--output lacks its FILE");
    check_text(PARSE("-o", "--force", "b").misuse.what, "--output lacks its FILE: --force follows");
    check_text(PARSE("-o", "-q", "b").misuse.what, "--output lacks its FILE: -q follows");
    check_true(PARSE("--output=--force", "b").good);
    check_text(PARSE("--motion=").misuse.what, "--motion is empty");
    check_text(PARSE("--motion", " \t").misuse.what, "--motion is empty");
}

static void test_values_that_are_too_many(void **state)
{
    check_text(PARSE("--quiet=yes").misuse.what, "--quiet stands alone, without a value");
    check_text(PARSE("-d", "a", "-d", "b").misuse.what,
               "--decision is given twice, as \"a\" and \"b\"");
    check_text(PARSE("-d", "a", "--decision=b").misuse.what,
               "--decision is given twice, as \"a\" and \"b\"");
    check_true(PARSE("-d", "a", "-d", "a").good);
    check_true(PARSE("-q", "-q").good);
}

static void test_dates(void **state)
{
    check_true(PARSE("--date", "2015-06-24").good);
    check_true(PARSE("--date", "24/06/2015").good);
    check_true(PARSE("--date", "24 June 2015").good);
    check_text(PARSE("--date", "2015-02-29").misuse.what, "--date \"2015-02-29\" is not a date");
    check_text(PARSE("--closes", "2015-07-03").misuse.what,
               "--closes \"2015-07-03\" is not a date with a time");
    check_true(PARSE("--closes", "2015-07-03 17:00").misuse.what == NULL);
    check_text(PARSE("--confirmed", "soon").misuse.what, "--confirmed \"soon\" is not a date");
    check_contains(PARSE("--confirmed", "soon").misuse.remedy, "2015-06-24, 24/06/2015");
}

static void test_choices(void **state)
{
    check_true(PARSE("--casting-vote", "for").good);
    check_true(PARSE("--casting-vote", "against").good);
    check_text(PARSE("--casting-vote", "yes").misuse.what, "--casting-vote cannot be \"yes\"");
    check_text(PARSE("--casting-vote", "yes").misuse.remedy, "Write for or against.");
    check_text(PARSE("--color", "ever").misuse.remedy, "Write auto, always or never.");
}

static void test_texts_stand_on_one_line(void **state)
{
    check_true(PARSE("--motion", "Caf\u00e9: \"yes\"").good);
    check_contains(PARSE("--motion", "a\nb").misuse.what, "--motion holds a line break");
    check_contains(PARSE("--route", "a\x1b[2J").misuse.what, "--route holds a line break");
}

static void test_bytes_that_are_not_text(void **state)
{
    const char *what = "the command line holds a byte that is not UTF-8 text";
    check_text(PARSE("b\xff.csv").misuse.what, what);
    check_text(PARSE("--", "b\xff.csv").misuse.what, what);
    check_text(PARSE("--motion", "\xff").misuse.what, what);
    check_text(PARSE("--\xff").misuse.what, what);
    check_text(PARSE("-q\xff").misuse.what, what);
}

static void test_one_table_from_standard_input(void **state)
{
    check_true(PARSE("-").good);
    check_true(PARSE("b", "--rules", "-").good);
    check_true(PARSE("-", "-o", "-").good);
    check_false(PARSE("-", "--rules", "-").good);
    check_false(PARSE("b", "--rules=-", "--candidates=-").good);
    check_contains(PARSE("-", "--rules", "-").misuse.what, "two tables");
}

static void test_help_and_version_end_the_line(void **state)
{
    struct line line = PARSE("-q", "--help", "--nonsense", "-d");
    check_true(line.good);
    check_text(line.options.values[OPTION_HELP], "");
    check_true(PARSE("-V", "--nonsense").good);
    check_false(PARSE("--nonsense", "--help").good);
}

static void test_quorate_itself_takes_only_help_and_version(void **state)
{
    for (int id = 0; id < OPTIONS; id++)
        check_int(option_of(COMMAND_NONE, (enum option_id)id),
                  id == OPTION_HELP || id == OPTION_VERSION);
    (void)state;
}

/* What an option says of one command only is of a command that takes it, and is told there. */
static void test_help_of_one_command(void **state)
{
    (void)state;
    for (int id = 0; id < OPTIONS; id++)
        for (int command = COMMAND_NONE; command < COMMANDS; command++) {
            const char *own = option_table[id].help_of[command];
            const char *told = option_help((enum command_id)command, (enum option_id)id);
            check_true(own == NULL || option_of((enum command_id)command, (enum option_id)id));
            check_text(told, own == NULL ? option_table[id].help : own);
        }
    check_contains(option_help(COMMAND_REWEIGHT, OPTION_OUTPUT), "new roll");
    check_lacks(option_help(COMMAND_SHARE, OPTION_OUTPUT), "new roll");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_no_words_at_all),
        test_with_arena(test_every_spelling_of_a_value),
        test_with_arena(test_every_option),
        cmocka_unit_test(test_help_of_one_command),
        cmocka_unit_test(test_names_and_letters_are_one_option_each),
        test_with_arena(test_options_may_follow_operands),
        test_with_arena(test_the_environment_changes_nothing),
        test_with_arena(test_two_hyphens_end_the_options),
        test_with_arena(test_a_hyphen_is_an_operand),
        test_with_arena(test_unknown_options),
        test_with_arena(test_beginnings_of_names_are_refused),
        test_with_arena(test_a_name_behind_one_hyphen_is_refused),
        test_with_arena(test_values_that_are_missing),
        test_with_arena(test_values_that_are_too_many),
        test_with_arena(test_dates),
        test_with_arena(test_choices),
        test_with_arena(test_texts_stand_on_one_line),
        test_with_arena(test_bytes_that_are_not_text),
        test_with_arena(test_one_table_from_standard_input),
        test_with_arena(test_help_and_version_end_the_line),
        cmocka_unit_test(test_quorate_itself_takes_only_help_and_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

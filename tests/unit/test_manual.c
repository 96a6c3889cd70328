/* SPDX-License-Identifier: MIT */

/* That docs/quorate.1 names what the program's tables name, in its place and in their order, and
 * nothing else. */
#include "documents.h"

#include "commands/command_table.h"
#include "commands/constitution.h"
#include "quorate/bundled.h"
#include "quorate/report.h"
#include "quorate/tables.h"

#define MANUAL "docs/quorate.1"

static struct lines section(struct arena *arena, const char *name)
{
    static const char *const ends[] = {".Sh ", NULL};
    struct lines manual = read_lines(arena, MANUAL);
    return part_of(arena, &manual, arena_format(arena, ".Sh %s", name), ends);
}

static struct lines subsection(struct arena *arena, const char *name)
{
    static const char *const ends[] = {".Ss ", NULL};
    struct lines commands_section = section(arena, "COMMANDS");
    return part_of(arena, &commands_section, arena_format(arena, ".Ss %s", name), ends);
}

/* What stands behind an item of a list. */
static struct lines item(struct arena *arena, const struct lines *lines, const char *head)
{
    static const char *const ends[] = {".It ", ".El", NULL};
    return part_of(arena, lines, head, ends);
}

/* As mdoc wants it, so that a hyphen is one that can be copied. */
static const char *escaped(struct arena *arena, const char *text)
{
    struct buffer escaped = {.arena = arena};
    for (const char *at = text; *at != '\0'; at++) {
        buffer_add(&escaped, *at == '-' ? "\\" : "");
        buffer_add_bytes(&escaped, at, 1);
    }
    return buffer_text(&escaped);
}

/* ---- The manual: commands and options */

/* ".It Fl d , Fl \-decision Ar KIND" */
static const char *head_of(struct arena *arena, const struct option_row *row)
{
    struct buffer head = {.arena = arena};
    buffer_add(&head, ".It Fl ");
    if (row->letter != 0)
        buffer_format(&head, "%c , Fl ", row->letter);
    buffer_format(&head, "\\-%s", escaped(arena, row->name));
    if (row->argument != NULL)
        buffer_format(&head, " Ar %s", row->argument);
    return buffer_text(&head);
}

static void test_manual_has_every_option_once(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines wanted = {0};
    struct lines part = section(arena, "OPTIONS");
    struct lines seen = lines_with(arena, &part, ".It ");
    for (int id = 0; id < OPTIONS; id++)
        add_line(arena, &wanted, head_of(arena, &option_table[id]));
    check_same(&seen, &wanted);
}

static void test_manual_has_a_subsection_for_each_command(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines part = section(arena, "COMMANDS");
    struct lines seen = lines_with(arena, &part, ".Ss ");
    struct lines wanted = {0};
    for (size_t i = 0; i < command_count; i++)
        add_line(arena, &wanted, arena_format(arena, ".Ss %s", commands[i].name));
    check_same(&seen, &wanted);
}

static void test_synopsis(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines seen = section(arena, "SYNOPSIS");
    struct lines wanted = {0};
    for (size_t i = 0; i < command_count; i++) {
        const struct command *command = &commands[i];
        const char *more = command->operands_most > 1 ? " ..." : "";
        add_line(arena, &wanted, ".Nm");
        add_line(arena, &wanted, arena_format(arena, ".Cm %s", command->name));
        add_line(arena, &wanted, ".Op Ar OPTION ...");
        if (command->operands_most > 0)
            add_line(arena, &wanted,
                     arena_format(arena, "%s%s%s", command->operand_optional ? ".Op Ar " : ".Ar ",
                                  command->operand, more));
    }
    add_line(arena, &wanted, ".Nm");
    add_line(arena, &wanted, ".Fl h | V");
    check_same(&seen, &wanted);
}

static struct lines item_of(struct arena *arena, const struct option_row *row)
{
    struct lines part = section(arena, "OPTIONS");
    return item(arena, &part, head_of(arena, row));
}

/* ".Pq Cm tally , share" below an option that these two take, ".Pq every command but Cm share", or
 * no such line. */
static const char *takers(struct arena *arena, enum option_id id)
{
    struct lines taken = {0}, left = {0};
    for (size_t i = 0; i < command_count; i++)
        add_line(arena, option_of(commands[i].id, id) ? &taken : &left, commands[i].name);
    if (left.count == 0)
        return NULL;
    return left.count == 1 ? arena_format(arena, ".Pq every command but Cm %s", left.text[0])
                           : arena_format(arena, ".Pq Cm %s", joined(arena, &taken, " , "));
}

static void test_manual_says_which_commands_take_an_option(void **state)
{
    struct arena *arena = arena_of(state);
    for (int id = 0; id < OPTIONS; id++) {
        struct lines body = item_of(arena, &option_table[id]);
        struct lines seen = lines_with(arena, &body, ".Pq ");
        const char *wanted = takers(arena, (enum option_id)id);
        check_int(seen.count, wanted == NULL ? 0 : 1);
        check_text(wanted == NULL ? NULL : body.text[0], wanted);
        check_true(body.count > (wanted == NULL ? 0 : 1));
    }
}

/* How many lines are ".Cm always" or ".Cm always ,". */
static size_t commanded(struct arena *arena, const struct lines *lines, const char *choice)
{
    const char *word = escaped(arena, choice);
    struct lines found = lines_with(arena, lines, arena_format(arena, ".Cm %s", word));
    size_t count = 0;
    for (size_t i = 0; i < found.count; i++) {
        char next = found.text[i][strlen(".Cm ") + strlen(word)];
        count += next == '\0' || next == ' ';
    }
    return count;
}

/* What an item says of a command: what stands behind "With" and its name where that is there, else
 * what stands before the first "With". No command: the latter. */
static struct lines said_of(struct arena *arena, const struct lines *body, const char *command)
{
    const char *own = command == NULL ? "" : arena_format(arena, ".Cm %s :", command);
    struct lines general = {0}, said = {0};
    struct lines *part = &general, others = {0};
    for (size_t i = 0; i < body->count; i++) {
        if (i + 1 < body->count && strcmp(body->text[i], "With") == 0 &&
            begins(body->text[i + 1], ".Cm "))
            part = strcmp(body->text[i + 1], own) == 0 ? &said : &others;
        add_line(arena, part, body->text[i]);
    }
    return said.count > 0 ? said : general;
}

/* Each choice is there once, in a line of its own, and no other word is. */
static void test_manual_has_every_choice(void **state)
{
    struct arena *arena = arena_of(state);
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        struct lines whole = item_of(arena, row), body = said_of(arena, &whole, NULL);
        size_t count = 0;
        if (row->value != VALUE_CHOICE)
            continue;
        for (; row->choices[count] != NULL; count++)
            check_int(commanded(arena, &body, row->choices[count]), 1);
        check_int(lines_with(arena, &body, ".Cm ").count, count);
    }
}

static void test_manual_says_what_may_be_given_several_times(void **state)
{
    struct arena *arena = arena_of(state);
    for (int id = 0; id < OPTIONS; id++) {
        struct lines body = item_of(arena, &option_table[id]);
        for (size_t i = 0; i < command_count; i++) {
            enum command_id command = commands[i].id;
            struct lines said = said_of(arena, &body, commands[i].name);
            const char *text = joined(arena, &said, " ");
            if (!option_of(command, (enum option_id)id))
                continue;
            if (option_repeats(command, (enum option_id)id))
                check_contains(text, "may be given several times");
            else
                check_lacks(text, "several times");
        }
    }
}

static bool is_option(const char *name)
{
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        bool is_letter = row->letter != 0 && name[0] == row->letter && name[1] == '\0';
        if (is_letter || (name[0] == '-' && strcmp(name + 1, row->name) == 0))
            return true;
    }
    return false;
}

/* A word of a macro line, as it is read by who reads the page. */
static const char *unescaped(struct arena *arena, const char *word, size_t length)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < length; i++)
        if (word[i] != '\\')
            buffer_add_bytes(&text, word + i, 1);
    return buffer_text(&text);
}

static void check_flags(struct arena *arena, const char *line)
{
    bool is_flag = false;
    for (const char *at = line + 1; *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        const char *word = unescaped(arena, at, length);
        if (is_flag && !is_option(word))
            print_error("%s: there is no option -%s\n", line, word);
        check_true(!is_flag || is_option(word));
        is_flag = strcmp(word, "Fl") == 0;
        at += length;
    }
}

static void test_manual_has_no_option_that_there_is_not(void **state)
{
    struct lines manual = read_lines(arena_of(state), MANUAL);
    for (size_t i = 0; i < manual.count; i++)
        if (manual.text[i][0] == '.')
            check_flags(arena_of(state), manual.text[i]);
}

/* ---- The manual: the rest */

static void test_manual_has_its_sections(void **state)
{
    static const char *const titles[] = {
        ".Sh NAME",        ".Sh SYNOPSIS",       ".Sh DESCRIPTION", ".Sh COMMANDS",
        ".Sh OPTIONS",     ".Sh OUTPUT FORMATS", ".Sh ENVIRONMENT", ".Sh FILES",
        ".Sh EXIT STATUS", ".Sh EXAMPLES",       ".Sh DIAGNOSTICS", ".Sh SEE ALSO",
        ".Sh STANDARDS",   ".Sh HISTORY",        ".Sh CAVEATS",
    };
    struct lines manual = read_lines(arena_of(state), MANUAL);
    struct lines seen = lines_with(arena_of(state), &manual, ".Sh ");
    struct lines wanted = {0};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        add_line(arena_of(state), &wanted, titles[i]);
    check_same(&seen, &wanted);
}

static void test_manual_is_of_this_version(void **state)
{
    struct lines manual = read_lines(arena_of(state), MANUAL);
    struct lines seen = lines_with(arena_of(state), &manual, ".Os");
    check_int(seen.count, 1);
    check_text(seen.text[0], ".Os quorate " QUORATE_VERSION);
}

/* ".It Cm text Pq Pa .txt" */
static void test_manual_has_every_format(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines part = section(arena, "OUTPUT FORMATS");
    struct lines seen = lines_with(arena, &part, ".It ");
    struct lines wanted = {0};
    for (size_t i = 0; i < format_count; i++)
        add_line(arena, &wanted,
                 arena_format(arena, ".It Cm %s Pq Pa .%s", formats[i].name, formats[i].extension));
    check_same(&seen, &wanted);
}

/* First those of any run, then those of a count with --exit-code. */
static void test_manual_has_every_exit_status(void **state)
{
    static const enum status statuses[] = {
        STATUS_DONE,        STATUS_REFUSED,     STATUS_USAGE,
        STATUS_FAILED,      STATUS_UNPROVED,    STATUS_DONE,
        STATUS_NOT_CARRIED, STATUS_NOT_BINDING, STATUS_FURTHER_ELECTION,
    };
    struct arena *arena = arena_of(state);
    struct lines part = section(arena, "EXIT STATUS");
    struct lines seen = lines_with(arena, &part, ".It ");
    struct lines wanted = {0};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        add_line(arena, &wanted, arena_format(arena, ".It %d", (int)statuses[i]));
    check_same(&seen, &wanted);
}

/* FILES has each in a line ".Ql NAME" or ".Ql NAME :". */
static void check_bundled(struct arena *arena, const char *name)
{
    struct lines part = section(arena, "FILES");
    const char *line = arena_format(arena, ".Ql %s", escaped(arena, name));
    struct lines seen = lines_with(arena, &part, line);
    if (seen.count != 1)
        print_error("FILES does not have the line \"%s\" once\n", line);
    check_int(seen.count, 1);
    check_contains(" ", arena_format(arena, "%.1s", seen.text[0] + strlen(line)));
}

static void test_manual_has_every_bundled_constitution(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines body = item_of(arena, &option_table[OPTION_CONSTITUTION]);
    size_t count;
    const char *const *names = bundled_names(&count);
    check_contains(joined(arena, &body, "\n"), escaped(arena, CONSTITUTION_DEFAULT));
    for (size_t i = 0; i < count; i++)
        check_bundled(arena, names[i]);
}

/* The kinds of the default constitution, each in a line ".Ql censure ,". */
static void test_manual_has_every_kind_of_decision(void **state)
{
    struct arena *arena = arena_of(state);
    const struct bundled_file *file = bundled_find(CONSTITUTION_DEFAULT, "rules.csv");
    struct diag diag = {.arena = arena};
    struct rules rules;
    size_t rows;
    check_true(file != NULL);
    struct bytes bytes = {.name = file->name, .bytes = file->bytes, .length = file->length};
    check_true(load_rules(arena, &diag, bytes, &rules, &rows));
    struct lines tally = subsection(arena, "tally");
    struct lines quoted = lines_with(arena, &tally, ".Ql ");
    const char *seen = arena_format(arena, "%s ", joined(arena, &quoted, " "));
    for (size_t i = 0; i < rules.decision_count; i++)
        check_contains(seen, arena_format(arena, ".Ql %s ", escaped(arena, rules.decisions[i])));
    check_int(quoted.count, rules.decision_count + 1); /* and the column "motion" */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_manual_has_every_option_once),
        test_with_arena(test_manual_says_which_commands_take_an_option),
        test_with_arena(test_manual_has_a_subsection_for_each_command),
        test_with_arena(test_synopsis),
        test_with_arena(test_manual_has_every_choice),
        test_with_arena(test_manual_says_what_may_be_given_several_times),
        test_with_arena(test_manual_has_no_option_that_there_is_not),
        test_with_arena(test_manual_has_its_sections),
        test_with_arena(test_manual_is_of_this_version),
        test_with_arena(test_manual_has_every_format),
        test_with_arena(test_manual_has_every_exit_status),
        test_with_arena(test_manual_has_every_bundled_constitution),
        test_with_arena(test_manual_has_every_kind_of_decision),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

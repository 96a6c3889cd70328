/* SPDX-License-Identifier: MIT */

/* That docs/completion/quorate.bash names what the program's tables name, and nothing else. What it
 * does with the names is for tests/run_manual. */
#include "documents.h"

#include "commands/command_table.h"
#include "quorate/decoder.h"
#include "quorate/report.h"

#define COMPLETION "docs/completion/quorate.bash"

/* The words of a case that begins with the line `head`, quotation marks and `names+=` apart. */
static const char *words_of_case(struct arena *arena, const char *head)
{
    static const char *const ends[] = {"        ;;", NULL};
    struct lines file = read_lines(arena, COMPLETION);
    struct lines body = part_of(arena, &file, head, ends);
    struct buffer words = {.arena = arena};
    for (size_t i = 0; i < body.count; i++) {
        const char *from = strchr(body.text[i], '\'');
        if (from != NULL)
            buffer_add_bytes(&words, from + 1, strcspn(from + 1, "'"));
    }
    return buffer_text(&words);
}

/* "-d --decision -C --constitution ..." */
static const char *names_of(struct arena *arena, enum command_id command)
{
    struct buffer names = {.arena = arena};
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        if (!option_of(command, (enum option_id)id))
            continue;
        buffer_add(&names, names.length == 0 ? "" : " ");
        if (row->letter != 0)
            buffer_format(&names, "-%c ", row->letter);
        buffer_format(&names, "--%s", row->name);
    }
    return buffer_text(&names);
}

static void test_completion_has_every_command(void **state)
{
    static const char *const ends[] = {"    esac", NULL};
    struct arena *arena = arena_of(state);
    struct lines file = read_lines(arena, COMPLETION);
    struct lines offered = lines_with(arena, &file, "    local commands=");
    struct lines body = part_of(arena, &file, "    case $1 in", ends);
    struct lines names = {0};
    struct lines wanted = {0};
    struct lines cases = {0};
    for (size_t i = 0; i < command_count; i++) {
        add_line(arena, &names, commands[i].name);
        add_line(arena, &wanted, arena_format(arena, "    %s)", commands[i].name));
    }
    add_line(arena, &wanted, "    *)");
    for (size_t i = 0; i < body.count; i++)
        if (!begins(body.text[i], "     "))
            add_line(arena, &cases, body.text[i]);
    check_same(&cases, &wanted);
    check_int(offered.count, 1);
    check_text(offered.text[0],
               arena_format(arena, "    local commands='%s'", joined(arena, &names, " ")));
}

static void test_completion_has_every_option_of_every_command(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < command_count; i++)
        check_text(words_of_case(arena, arena_format(arena, "    %s)", commands[i].name)),
                   names_of(arena, commands[i].id));
    check_text(words_of_case(arena, "    *)"), names_of(arena, COMMAND_NONE));
}

/* Each command's case, and no others, says `files=yes` when it takes files. */
static void test_completion_knows_who_takes_files(void **state)
{
    static const char *const ends[] = {"        ;;", NULL};
    struct arena *arena = arena_of(state);
    struct lines file = read_lines(arena, COMPLETION);
    for (size_t i = 0; i < command_count; i++) {
        struct lines body =
            part_of(arena, &file, arena_format(arena, "    %s)", commands[i].name), ends);
        struct lines seen = lines_with(arena, &body, "        files=yes");
        check_int(seen.count, commands[i].operands_most > 0 ? 1 : 0);
    }
}

/* What the completion calls for the value of an option. */
static const char *call_for(struct arena *arena, const struct option_row *row)
{
    struct buffer call = {.arena = arena};
    switch (row->value) {
    case VALUE_TABLE:
    case VALUE_FILE:
        return "_quorate_files";
    case VALUE_CHOICE:
        buffer_add(&call, "_quorate_words");
        for (size_t i = 0; row->choices[i] != NULL; i++)
            buffer_format(&call, " %s", row->choices[i]);
        return buffer_text(&call);
    case VALUE_NONE:
    case VALUE_TEXT:
    case VALUE_NAME:
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_NUMBER:
    case VALUE_COLUMN:
        break;
    case VALUE_ENCODING:
        return "_quorate_encodings";
    }
    if (row == &option_table[OPTION_DECISION])
        return "_quorate_kinds";
    if (row == &option_table[OPTION_CONSTITUTION])
        return "_quorate_constitutions";
    if (row != &option_table[OPTION_FORMAT])
        return "_quorate_nothing";
    buffer_add(&call, "_quorate_words");
    for (size_t i = 0; i < format_count; i++)
        buffer_format(&call, " %s", formats[i].name);
    return buffer_text(&call);
}

/* The lines of _quorate_value as "-d --decision: _quorate_kinds". */
static struct lines values_in_completion(struct arena *arena)
{
    static const char *const ends[] = {"    esac", NULL};
    struct lines file = read_lines(arena, COMPLETION);
    struct lines body = part_of(arena, &file, "_quorate_value() {", ends);
    struct lines cases = lines_with(arena, &body, "    -");
    struct lines values = {0};
    for (size_t i = 0; i < cases.count; i++) {
        const char *line = cases.text[i];
        const char *names_end = strstr(line, ") ");
        const char *call_end = strstr(line, " ;;");
        check_true(names_end != NULL && call_end != NULL);
        const char *call = names_end + strlen(") ");
        struct buffer value = {.arena = arena};
        for (const char *at = line + 4; at < names_end; at++)
            if (*at != '|')
                buffer_add_bytes(&value, at, at[0] == ' ' && at[1] == '|' ? 0 : 1);
        buffer_format(&value, ": %.*s", (int)(call_end - call), call);
        add_line(arena, &values, buffer_text(&value));
    }
    return values;
}

/* Whether a line "--rules --practices: CALL" has the name, as a whole word in front of the colon.
 */
static bool has_name(struct arena *arena, const char *line, const char *name)
{
    const char *names = arena_copy(arena, line, strcspn(line, ":"));
    return strstr(arena_format(arena, " %s ", names), arena_format(arena, " %s ", name)) != NULL;
}

static void check_value(struct arena *arena, const struct lines *values, const char *name,
                        const struct option_row *row)
{
    size_t found = 0;
    for (size_t i = 0; i < values->count; i++) {
        if (!has_name(arena, values->text[i], name))
            continue;
        found++;
        check_text(strstr(values->text[i], ": ") + strlen(": "), call_for(arena, row));
    }
    if (found != (row->value == VALUE_NONE ? 0U : 1U))
        print_error("%s stands in %zu cases of _quorate_value\n", name, found);
    check_int(found, row->value == VALUE_NONE ? 0 : 1);
}

static void test_completion_knows_what_stands_behind_an_option(void **state)
{
    struct arena *arena = arena_of(state);
    struct lines values = values_in_completion(arena);
    size_t names = 0;
    size_t words = 0;
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        check_value(arena, &values, arena_format(arena, "--%s", row->name), row);
        if (row->letter != 0)
            check_value(arena, &values, arena_format(arena, "-%c", row->letter), row);
        if (row->value != VALUE_NONE)
            names += row->letter != 0 ? 2 : 1;
    }
    for (size_t i = 0; i < values.count; i++)
        for (const char *at = values.text[i]; *at != ':'; at++)
            words += *at == '-' && (at == values.text[i] || at[-1] == ' ');
    check_int(words, names); /* so none is there that the table does not have */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_completion_has_every_command),
        test_with_arena(test_completion_has_every_option_of_every_command),
        test_with_arena(test_completion_knows_who_takes_files),
        test_with_arena(test_completion_knows_what_stands_behind_an_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

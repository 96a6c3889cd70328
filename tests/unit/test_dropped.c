/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <unistd.h>

#include "check.h"
#include "commands/commands.h"

/* What a run with these words prints, to both of its descriptors. */
static const char *printed(struct arena *arena, bool dropped_on, int count, char *const *words)
{
    static char text[65536];
    FILE *file = tmpfile();
    check_true(file != NULL);
    const struct world world = {
        .argument_count = count,
        .arguments = words,
        .output = fileno(file),
        .errors = fileno(file),
        .dropped_on = dropped_on,
    };
    (void)commands_run(arena, &world);
    ssize_t length = pread(fileno(file), text, sizeof text - 1, 0);
    check_true(length > 0);
    fclose(file);
    return arena_copy(arena, text, (size_t)length);
}

/* Whether dropping files is that command with them. */
static void check_command(const char *command, size_t count, const char *const *files)
{
    struct arena *arena = arena_new(NULL);
    char *dropped[4] = {"quorate"}, *typed[4] = {"quorate", arena_format(arena, "%s", command)};
    for (size_t i = 0; i < count; i++)
        typed[i + 2] = dropped[i + 1] = arena_format(arena, "%s", files[i]);
    check_text(printed(arena, true, (int)count + 1, dropped),
               printed(arena, false, (int)count + 2, typed));
    arena_free(arena);
}

static void files_are_checked(void **state)
{
    static const char *const files[] = {"data/examples/meeting-2015-06-24.csv",
                                        "data/examples/email-2015-07-03.csv"};
    (void)state;
    check_command("check", 1, files);
    check_command("check", 2, files);
}

static void results_are_verified(void **state)
{
    static const char *const results[] = {"none.json", "NONE.JSON"};
    (void)state;
    check_command("verify", 1, &results[0]);
    check_command("verify", 1, &results[1]);
}

/* A click brings no words. */
static void a_click_tells_how_to_begin(void **state)
{
    (void)state;
    struct arena *arena = arena_new(NULL);
    char *words[] = {"quorate"};
    check_contains(printed(arena, true, 1, words), "quorate --help");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_checked),
        cmocka_unit_test(results_are_verified),
        cmocka_unit_test(a_click_tells_how_to_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdlib.h>

#include "commands/commands.h"
#include "quorate/system.h"

static struct world look_round(int argument_count, char *const *arguments)
{
    return (struct world){
        .argument_count = argument_count,
        .arguments = arguments,
        .output = SYSTEM_OUTPUT,
        .errors = SYSTEM_ERRORS,
        .errors_on_terminal = system_is_terminal(SYSTEM_ERRORS),
        .dropped_on = system_is_dropped_on(),
        .seconds = system_seconds,
        .confine = system_confine,
        .no_color = getenv("NO_COLOR"),
        .terminal = getenv("TERM"),
    };
}

static enum status report_no_memory(void)
{
    static const char message[] = "quorate: out of memory\n";
    (void)system_write(SYSTEM_ERRORS, message, sizeof message - 1);
    return STATUS_FAILED;
}

int main(int argc, char **argv)
{
    struct arena *volatile arena = NULL;
    volatile enum status status = STATUS_FAILED;
    jmp_buf out_of_memory;
    bool begun = system_begin(&argc, &argv);
    const struct world world = look_round(argc, argv);

    /* setjmp may stand only where it decides a branch by itself (C11, 7.13.1.1). */
    if (setjmp(out_of_memory) == 0) {
        arena = begun ? arena_new(&out_of_memory) : NULL;
        if (arena != NULL)
            status = commands_run(arena, &world);
        else
            status = report_no_memory();
    } else {
        status = report_no_memory();
    }
    arena_free(arena);
    system_end();
    return (int)status;
}

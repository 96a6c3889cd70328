/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "commands/commands.h"

/*
 * A standard descriptor that is closed is held open the wrong way round, so that no file of ours
 * gets its number, and reading or writing it fails as it would have.
 */
static void hold_descriptor(int descriptor, int wrong_way)
{
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF)
        (void)open("/dev/null", wrong_way); /* takes the lowest free number, which is this one */
}

static struct world look_round(int argument_count, char *const *arguments)
{
    hold_descriptor(STDIN_FILENO, O_WRONLY);
    hold_descriptor(STDOUT_FILENO, O_RDONLY);
    hold_descriptor(STDERR_FILENO, O_RDONLY);
    /* A reader that has gone is an error of writing, like others, and so is a file too large. */
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN);
    return (struct world){
        .argument_count = argument_count,
        .arguments = arguments,
        .output = STDOUT_FILENO,
        .errors = STDERR_FILENO,
        .errors_on_terminal = isatty(STDERR_FILENO) == 1,
        .no_color = getenv("NO_COLOR"),
        .terminal = getenv("TERM"),
    };
}

static enum status report_no_memory(void)
{
    static const char message[] = "quorate: out of memory\n";
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written; /* there is no one left to tell */
    return STATUS_FAILED;
}

int main(int argc, char **argv)
{
    const struct world world = look_round(argc, argv);
    struct arena *volatile arena = NULL;
    volatile enum status status = STATUS_FAILED;
    jmp_buf out_of_memory;

    /* setjmp may stand only where it decides a branch by itself (C11, 7.13.1.1). */
    if (setjmp(out_of_memory) == 0) {
        arena = arena_new(&out_of_memory);
        if (arena != NULL)
            status = commands_run(arena, &world);
        else
            status = report_no_memory();
    } else {
        status = report_no_memory();
    }
    arena_free(arena);
    return (int)status;
}

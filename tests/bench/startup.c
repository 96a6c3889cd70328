/* SPDX-License-Identifier: MIT */

/*
 * startup NOTHING PROGRAM ARGUMENT...: runs both in turn, so that whatever else the machine does
 * falls on both alike, and compares the medians from start to exit. Fails when the program takes
 * more than LIMIT_TENTHS / 10 times as long as nothing, or when a run of it fails.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum {
    RUNS = 400,
    WARM_UP = 20,
    LIMIT_TENTHS = 30,
};

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* From start to exit in nanoseconds; -1 when it could not be run or did not exit with 0. */
static int64_t run_once(char *const arguments[], posix_spawn_file_actions_t *actions)
{
    pid_t child;
    int status = 0;
    int64_t start = nanoseconds();
    if (posix_spawn(&child, arguments[0], actions, NULL, arguments, environ) != 0)
        return -1;
    if (waitpid(child, &status, 0) != child || status != 0)
        return -1;
    return nanoseconds() - start;
}

static int compare(const void *one, const void *other)
{
    int64_t first = *(const int64_t *)one;
    int64_t second = *(const int64_t *)other;
    return (first > second) - (first < second);
}

/* One run of each, first the one and next time the other; false when one failed. */
static bool run_both(char *const nothing[], char *const program[],
                     posix_spawn_file_actions_t *actions, bool swapped, int64_t times[2])
{
    times[swapped] = run_once(swapped ? program : nothing, actions);
    times[!swapped] = run_once(swapped ? nothing : program, actions);
    return times[0] >= 0 && times[1] >= 0;
}

static int report(int64_t nothing[RUNS], int64_t program[RUNS])
{
    qsort(nothing, RUNS, sizeof *nothing, compare);
    qsort(program, RUNS, sizeof *program, compare);
    int64_t base = nothing[RUNS / 2];
    int64_t whole = program[RUNS / 2];
    int64_t hundredths = (100 * whole + base / 2) / base;
    bool within = 10 * whole <= LIMIT_TENTHS * base;
    printf("nothing %lld us, quorate %lld us, ratio %lld.%02lld (limit %d.%d)\n",
           (long long)base / 1000, (long long)whole / 1000, (long long)hundredths / 100,
           (long long)hundredths % 100, LIMIT_TENTHS / 10, LIMIT_TENTHS % 10);
    printf("fastest: nothing %lld us, quorate %lld us; medians of %d runs each\n",
           (long long)nothing[0] / 1000, (long long)program[0] / 1000, RUNS);
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char *arguments[])
{
    static int64_t times[2][RUNS];
    posix_spawn_file_actions_t actions;
    if (count < 3) {
        fputs("usage: startup NOTHING PROGRAM ARGUMENT...\n", stderr);
        return EXIT_FAILURE;
    }
    char *nothing[] = {arguments[1], NULL};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (int i = -WARM_UP; i < RUNS; i++) {
        int64_t pair[2];
        if (!run_both(nothing, &arguments[2], &actions, i % 2 != 0, pair)) {
            fprintf(stderr, "startup: a run of %s or %s failed\n", arguments[1], arguments[2]);
            return EXIT_FAILURE;
        }
        if (i >= 0) {
            times[0][i] = pair[0];
            times[1][i] = pair[1];
        }
    }
    posix_spawn_file_actions_destroy(&actions);
    return report(times[0], times[1]);
}

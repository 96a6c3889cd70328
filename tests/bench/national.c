/* SPDX-License-Identifier: MIT */

/*
 * national FILE LIBCSV PROGRAM ARGUMENT...: runs the library alone and the whole program on one
 * file in turn, so that whatever else the machine does falls on both alike, and compares the
 * medians from start to exit. FILE goes behind the arguments of either. Fails when the program
 * takes more than LIMIT_HUNDREDTHS / 100 times as long as the library, or more than MEMORY_MOST at
 * its peak.
 */
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum {
    ROUNDS = 5,
    WARM_UP = 1,
    LIMIT_HUNDREDTHS = 125,
    MEMORY_MOST = 8 * 1024, /* KiB */
    ARGUMENTS_MOST = 30,
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
    if (posix_spawn(&child, arguments[0], actions, NULL, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
        (void)fprintf(stderr, "national: a run of %s failed\n", arguments[0]);
        return -1;
    }
    return nanoseconds() - start;
}

static int compare(const void *one, const void *other)
{
    int64_t first = *(const int64_t *)one;
    int64_t second = *(const int64_t *)other;
    return (first > second) - (first < second);
}

/* Of all runs, the library's too, which needs less. In KiB. */
static long peak_memory(void)
{
    struct rusage usage;
    return getrusage(RUSAGE_CHILDREN, &usage) == 0 ? usage.ru_maxrss : LONG_MAX;
}

static int report(const char *file, int64_t library[ROUNDS], int64_t program[ROUNDS])
{
    struct stat status = {0};
    qsort(library, ROUNDS, sizeof *library, compare);
    qsort(program, ROUNDS, sizeof *program, compare);
    int64_t base = library[ROUNDS / 2];
    int64_t whole = program[ROUNDS / 2];
    int64_t hundredths = (100 * whole + base / 2) / base;
    long memory = peak_memory();
    (void)stat(file, &status);
    printf("%lld MB: libcsv alone %lld ms, quorate %lld ms, ratio %lld.%02lld (limit %d.%02d)\n",
           (long long)status.st_size / 1000000, (long long)base / 1000000,
           (long long)whole / 1000000, (long long)hundredths / 100, (long long)hundredths % 100,
           LIMIT_HUNDREDTHS / 100, LIMIT_HUNDREDTHS % 100);
    printf("fastest: libcsv alone %lld ms, quorate %lld ms; medians of %d runs each\n",
           (long long)library[0] / 1000000, (long long)program[0] / 1000000, ROUNDS);
    printf("peak memory: %ld KiB (limit %d KiB)\n", memory, MEMORY_MOST);
    bool within = 100 * whole <= LIMIT_HUNDREDTHS * base && memory <= MEMORY_MOST;
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char *arguments[])
{
    int64_t times[2][ROUNDS];
    posix_spawn_file_actions_t actions;
    if (count < 4 || count > ARGUMENTS_MOST) {
        (void)fputs("usage: national FILE LIBCSV PROGRAM ARGUMENT...\n", stderr);
        return EXIT_FAILURE;
    }
    char *library[] = {arguments[2], arguments[1], NULL};
    char *program[ARGUMENTS_MOST] = {NULL};
    for (int i = 3; i < count; i++)
        program[i - 3] = arguments[i];
    program[count - 3] = arguments[1];
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (int i = -WARM_UP; i < ROUNDS; i++) {
        bool swapped = i % 2 != 0;
        int64_t first = run_once(swapped ? program : library, &actions);
        int64_t second = run_once(swapped ? library : program, &actions);
        if (first < 0 || second < 0)
            return EXIT_FAILURE;
        if (i >= 0) {
            times[swapped][i] = first;
            times[!swapped][i] = second;
        }
    }
    posix_spawn_file_actions_destroy(&actions);
    return report(arguments[1], times[0], times[1]);
}

/* SPDX-License-Identifier: MIT */

/*
 * national FILE LIBCSV PROGRAM ARGUMENT...: runs the library alone and the whole program on one
 * file in turn, so that whatever else the machine does falls on both alike, and compares the
 * medians from start to exit. FILE goes behind the arguments of either. Fails when the program
 * takes more than LIMIT_HUNDREDTHS / 100 times as long as the library, or more than MEMORY_MOST at
 * its peak.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
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

struct run {
    int64_t nanoseconds;
    long kibibytes; /* at the peak */
};

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* False when it could not be run or did not exit with 0. */
static bool run_once(char *const arguments[], posix_spawn_file_actions_t *actions, struct run *run)
{
    pid_t child;
    int status = 0;
    struct rusage usage;
    int64_t start = nanoseconds();
    if (posix_spawn(&child, arguments[0], actions, NULL, arguments, environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || status != 0) {
        (void)fprintf(stderr, "national: a run of %s failed\n", arguments[0]);
        return false;
    }
    run->nanoseconds = nanoseconds() - start;
    run->kibibytes = usage.ru_maxrss;
    return true;
}

static int compare(const void *one, const void *other)
{
    int64_t first = ((const struct run *)one)->nanoseconds;
    int64_t second = ((const struct run *)other)->nanoseconds;
    return (first > second) - (first < second);
}

static struct run median(struct run runs[ROUNDS])
{
    struct run median;
    long most = 0;
    for (int i = 0; i < ROUNDS; i++)
        if (runs[i].kibibytes > most)
            most = runs[i].kibibytes;
    qsort(runs, ROUNDS, sizeof *runs, compare);
    median = runs[ROUNDS / 2];
    median.kibibytes = most;
    return median;
}

static int report(const char *file, struct run library[ROUNDS], struct run program[ROUNDS])
{
    struct stat status = {0};
    struct run base = median(library), whole = median(program);
    int64_t hundredths = (100 * whole.nanoseconds + base.nanoseconds / 2) / base.nanoseconds;
    (void)stat(file, &status);
    printf("%lld MB: libcsv alone %lld ms, quorate %lld ms, ratio %lld.%02lld (limit %d.%02d)\n",
           (long long)status.st_size / 1000000, (long long)base.nanoseconds / 1000000,
           (long long)whole.nanoseconds / 1000000, (long long)hundredths / 100,
           (long long)hundredths % 100, LIMIT_HUNDREDTHS / 100, LIMIT_HUNDREDTHS % 100);
    printf("fastest: libcsv alone %lld ms, quorate %lld ms; medians of %d runs each\n",
           (long long)library[0].nanoseconds / 1000000, (long long)program[0].nanoseconds / 1000000,
           ROUNDS);
    printf("peak memory: quorate %ld KiB (limit %d KiB)\n", whole.kibibytes, MEMORY_MOST);
    bool within = 100 * whole.nanoseconds <= LIMIT_HUNDREDTHS * base.nanoseconds &&
                  whole.kibibytes <= MEMORY_MOST;
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char *arguments[])
{
    struct run runs[2][ROUNDS];
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
        struct run one, other;
        bool swapped = i % 2 != 0;
        if (!run_once(swapped ? program : library, &actions, &one) ||
            !run_once(swapped ? library : program, &actions, &other))
            return EXIT_FAILURE;
        if (i >= 0) {
            runs[0][i] = swapped ? other : one;
            runs[1][i] = swapped ? one : other;
        }
    }
    posix_spawn_file_actions_destroy(&actions);
    return report(arguments[1], runs[0], runs[1]);
}

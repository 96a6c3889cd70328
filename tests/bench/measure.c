/* SPDX-License-Identifier: MIT */

/*
 * measure JSON LINE WANTED LIMIT MIB ROUNDS CONTENDER...: runs all contenders in turn, ROUNDS times
 * over, so that whatever else the machine does falls on all alike. A contender is its name and its
 * command, parted by tabs; the first is what the others are measured by. What is told is the
 * processor's time as a ratio to the first one's run of the same round, by its quartiles, and the
 * peak of memory. Rows are printed and appended to JSON. WANTED is the ratio that is wanted of the
 * second, and is told; where that takes more than LIMIT times as long, or more than MIB at its
 * peak, measure fails. Each is "-" for none.
 */
/* wait4 */
#define _DEFAULT_SOURCE /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum {
    CONTENDERS_MOST = 16,
    ARGUMENTS_MOST = 32,
    ROUNDS_MOST = 1000,
    WARM_UP = 1,
};

struct contender {
    const char *name;
    char *arguments[ARGUMENTS_MOST];
    double processor[ROUNDS_MOST], wall[ROUNDS_MOST], ratio[ROUNDS_MOST]; /* microseconds */
    long peak;                                                            /* KiB */
};

static double microseconds(struct timeval time)
{
    return 1e6 * (double)time.tv_sec + (double)time.tv_usec;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e6 * (double)time.tv_sec + (double)time.tv_nsec / 1e3;
}

static void take(struct contender *contender, char *command)
{
    size_t count = 0;
    contender->name = strtok(command, "\t");
    for (char *word; (word = strtok(NULL, "\t")) != NULL && count < ARGUMENTS_MOST - 1;)
        contender->arguments[count++] = word;
}

static bool run(struct contender *contender, posix_spawn_file_actions_t *actions, int round)
{
    pid_t child;
    int status = 0;
    struct rusage usage;
    double start = now();
    if (posix_spawnp(&child, contender->arguments[0], actions, NULL, contender->arguments,
                     environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0) {
        (void)fprintf(stderr, "measure: a run of %s failed\n", contender->name);
        return false;
    }
    if (round >= 0) {
        contender->wall[round] = now() - start;
        contender->processor[round] = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
        contender->peak = usage.ru_maxrss > contender->peak ? usage.ru_maxrss : contender->peak;
    }
    return true;
}

static int compare(const void *one, const void *other)
{
    double first = *(const double *)one;
    double second = *(const double *)other;
    return (first > second) - (first < second);
}

static void put_quartiles(FILE *file, const char *name, const double *sorted, int count, int places)
{
    (void)fprintf(file, "\"%s\": [%.*f, %.*f, %.*f]", name, places, sorted[count / 4], places,
                  sorted[count / 2], places, sorted[3 * count / 4]);
}

static void put_contender(FILE *file, const struct contender *contender, int rounds)
{
    (void)fprintf(file, "      {\"name\": \"%s\", ", contender->name);
    put_quartiles(file, "processor_us", contender->processor, rounds, 0);
    (void)fputs(", ", file);
    put_quartiles(file, "wall_us", contender->wall, rounds, 0);
    (void)fputs(", ", file);
    put_quartiles(file, "ratio", contender->ratio, rounds, 3);
    (void)fprintf(file, ", \"peak_kib\": %ld}", contender->peak);
}

static void tell(const struct contender *contender, int rounds)
{
    printf("  %-14s %10.2f ms  %8.2f (%.2f to %.2f)  %8.1f MiB\n", contender->name,
           contender->processor[rounds / 2] / 1e3, contender->ratio[rounds / 2],
           contender->ratio[rounds / 4], contender->ratio[3 * rounds / 4],
           (double)contender->peak / 1024);
}

static bool is_within(const struct contender *contender, int rounds, const char *limit,
                      const char *mib)
{
    bool fast = strcmp(limit, "-") == 0 || contender->ratio[rounds / 2] <= strtod(limit, NULL);
    bool small = strcmp(mib, "-") == 0 || contender->peak <= 1024 * strtol(mib, NULL, 10);
    if (!fast || !small)
        printf("  %s takes too %s\n", contender->name, fast ? "much memory" : "long");
    return fast && small;
}

int main(int count, char *arguments[])
{
    static struct contender contenders[CONTENDERS_MOST];
    posix_spawn_file_actions_t actions;
    int number = count - 7, rounds = count > 7 ? (int)strtol(arguments[6], NULL, 10) : 0;
    FILE *json = number > 0 ? fopen(arguments[1], "a") : NULL;
    if (json == NULL || number > CONTENDERS_MOST || rounds < 1 || rounds > ROUNDS_MOST) {
        (void)fputs("usage: measure JSON LINE WANTED LIMIT MIB ROUNDS CONTENDER...\n", stderr);
        return EXIT_FAILURE;
    }
    for (int i = 0; i < number; i++)
        take(&contenders[i], arguments[i + 7]);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    for (int round = -WARM_UP; round < rounds; round++)
        for (int i = 0; i < number; i++) {
            int at = (i + (round < 0 ? 0 : round)) % number; /* nobody is always first */
            if (!run(&contenders[at], &actions, round))
                return EXIT_FAILURE;
        }
    posix_spawn_file_actions_destroy(&actions);
    (void)fprintf(json, "%s    {\"line\": \"%s\", \"wanted\": \"%s\", \"limit\": \"%s\", ",
                  ftell(json) > 0 ? ",\n" : "", arguments[2], arguments[3], arguments[4]);
    (void)fprintf(json, "\"limit_mib\": \"%s\", \"rounds\": %d, \"runs\": [\n", arguments[5],
                  rounds);
    printf("%s (wanted %s, limit %s, %s MiB; %d rounds)\n", arguments[2], arguments[3],
           arguments[4], arguments[5], rounds);
    for (int i = number; i-- > 0;) /* the first is what the others are divided by */
        for (int round = 0; round < rounds; round++)
            contenders[i].ratio[round] =
                contenders[i].processor[round] / contenders[0].processor[round];
    for (int i = 0; i < number; i++) {
        qsort(contenders[i].processor, (size_t)rounds, sizeof(double), compare);
        qsort(contenders[i].wall, (size_t)rounds, sizeof(double), compare);
        qsort(contenders[i].ratio, (size_t)rounds, sizeof(double), compare);
        put_contender(json, &contenders[i], rounds);
        (void)fputs(i + 1 < number ? ",\n" : "\n    ]}", json);
        tell(&contenders[i], rounds);
    }
    return fclose(json) == 0 && is_within(&contenders[1], rounds, arguments[4], arguments[5])
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}

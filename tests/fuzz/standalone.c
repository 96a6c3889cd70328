/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

/*
 * standalone TRIES FILE...: the same without libFuzzer, for a moment in make test: each file as it
 * is, and TRIES times with some of its bytes changed, by a call that goes round. The same each
 * time, or others with another number in the environment's SEED. What ends it is left in
 * fuzz-crash.
 */

#define FILE_MOST 8192

static uint64_t state = 1;
static uint8_t bytes[FILE_MOST + 16];
static size_t length;

static void keep_bytes(int number)
{
    int file = open("fuzz-crash", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0 && write(file, bytes, length) == (ssize_t)length)
        (void)close(file);
    (void)signal(number, SIG_DFL);
    (void)raise(number);
}

static size_t below(size_t most)
{
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(state >> 33) % most;
}

/* What a spreadsheet, or a hand, may do to a byte of a table. */
static size_t spoil(void)
{
    static const uint8_t others[] = ",;\"\n\r\t 019-=%\0\xC3\xA4\xEF\xBB\xBF";
    size_t at = 1 + below(length - 1);
    switch (below(4)) {
    case 0:
        bytes[at] = others[below(sizeof others - 1)];
        return length;
    case 1:
        memmove(bytes + at, bytes + at + 1, length - at - 1);
        return length - 1;
    case 2:
        memmove(bytes + at + 1, bytes + at, length - at);
        bytes[at] = others[below(sizeof others - 1)];
        return length + 1;
    default:
        return at + 1;
    }
}

static size_t read_seed(const char *path, uint8_t *seed)
{
    FILE *file = fopen(path, "rb");
    check(file != NULL, "a seed can be read");
    size_t got = fread(seed + 1, 1, FILE_MOST, file);
    (void)fclose(file);
    return got + 1;
}

int main(int count, char **words)
{
    static uint8_t seed[FILE_MOST + 16];
    const char *number = getenv("SEED");
    state = number == NULL ? 1 : strtoul(number, NULL, 10);
    (void)signal(SIGABRT, keep_bytes);
    (void)signal(SIGSEGV, keep_bytes);
    size_t tries = count > 1 ? strtoul(words[1], NULL, 10) : 0, runs = 0;
    for (int i = 2; i < count; i++) {
        size_t whole = read_seed(words[i], seed);
        for (size_t attempt = 0; attempt <= tries; attempt++, runs++) {
            length = whole;
            memcpy(bytes, seed, whole);
            bytes[0] = (uint8_t)(runs % 251);
            for (size_t change = 0; attempt > 0 && change < 3 && length > 1; change++)
                length = spoil();
            (void)LLVMFuzzerTestOneInput(bytes, length);
        }
    }
    printf("fuzz: %zu runs of %d files\n", runs, count - 2);
    return runs == 0;
}

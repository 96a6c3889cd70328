/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FUZZ_H
#define QUORATE_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* What libFuzzer calls, and standalone.c. The first byte says which call it is, the rest is a file.
 * Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the process, so that whoever called keeps the bytes. */
static inline void check(bool holds, const char *what)
{
    if (holds)
        return;
    (void)fprintf(stderr, "fuzz: it does not hold that %s\n", what);
    abort();
}

static inline int64_t no_time(void)
{
    return 0;
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CHECK_H
#define QUORATE_CHECK_H

/* What every unit test needs: cmocka's own prints in hexadecimal and accepts 2.9 as 2. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/arena.h"

/* cmocka's own does jump, but does not say so to the compiler. */
static inline _Noreturn void check_failed(const char *file, int line)
{
    _fail(file, line);
    abort();
}

static inline void check_int_at(long long seen, long long wanted, const char *file, int line)
{
    if (seen != wanted) {
        print_error("%s:%d: %lld, wanted %lld\n", file, line, seen, wanted);
        check_failed(file, line);
    }
}

/* Any integer, whatever its type; a floating-point number does not compile. */
struct check_takes_no_fractions {
    int none;
};
#define CHECK_INTEGER(value)                                                                       \
    (long long)_Generic((value), float                                                             \
                        : (struct check_takes_no_fractions){0}, double                             \
                        : (struct check_takes_no_fractions){0}, default                            \
                        : (value))
#define check_int(seen, wanted)                                                                    \
    check_int_at(CHECK_INTEGER(seen), CHECK_INTEGER(wanted), __FILE__, __LINE__)

static inline void check_true_at(bool seen, const char *what, const char *file, int line)
{
    if (!seen) {
        print_error("%s:%d: not so: %s\n", file, line, what);
        check_failed(file, line);
    }
}
#define check_true(seen)  check_true_at((seen), #seen, __FILE__, __LINE__)
#define check_false(seen) check_true_at(!(seen), "not " #seen, __FILE__, __LINE__)

static inline void check_text_at(const char *seen, const char *wanted, const char *file, int line)
{
    if (seen == NULL || wanted == NULL ? seen != wanted : strcmp(seen, wanted) != 0) {
        print_error("%s:%d: \"%s\", wanted \"%s\"\n", file, line, seen ? seen : "(none)",
                    wanted ? wanted : "(none)");
        check_failed(file, line);
    }
}
#define check_text(seen, wanted) check_text_at((seen), (wanted), __FILE__, __LINE__)

static inline void check_contains_at(const char *seen, const char *part, const char *file, int line)
{
    if (seen == NULL || strstr(seen, part) == NULL) {
        print_error("%s:%d: \"%s\" does not hold \"%s\"\n", file, line, seen ? seen : "(none)",
                    part);
        check_failed(file, line);
    }
}
#define check_contains(seen, part) check_contains_at((seen), (part), __FILE__, __LINE__)

static inline void check_lacks_at(const char *seen, const char *part, const char *file, int line)
{
    if (seen == NULL || strstr(seen, part) != NULL) {
        print_error("%s:%d: \"%s\" holds \"%s\"\n", file, line, seen ? seen : "(none)", part);
        check_failed(file, line);
    }
}
#define check_lacks(seen, part) check_lacks_at((seen), (part), __FILE__, __LINE__)

/* A test that runs out of memory aborts: see arena_new. */
static inline int memory_open(void **state)
{
    *state = arena_new(NULL);
    return *state == NULL ? -1 : 0;
}

static inline int memory_close(void **state)
{
    arena_free(*state);
    return 0;
}

static inline struct arena *arena_of(void **state)
{
    return *state;
}

/* A test that is given a fresh arena: `struct arena *arena = arena_of(state);` */
#define test_with_arena(function)                                                                  \
    cmocka_unit_test_setup_teardown(function, memory_open, memory_close)

#endif

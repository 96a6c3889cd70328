/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <stdlib.h>

#include "quorate/system.h"

/* The page's files are in memory: they have no modes, there is nobody else, and no terminal. */

void system_begin(void)
{
}

bool system_is_terminal(int descriptor)
{
    (void)descriptor;
    return false;
}

int system_take_mode(int descriptor, const struct system_status *status)
{
    (void)descriptor;
    (void)status;
    return 0;
}

/* Debian's functions for numbers of 128 bits, which the compiler calls, are compiled with a stack
 * protector, and the libc for WASI has none. */
uintptr_t __stack_chk_guard = 0xBADC0DE;
_Noreturn void __stack_chk_fail(void);

void __stack_chk_fail(void)
{
    abort();
}

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WASI_SETJMP_H
#define QUORATE_WASI_SETJMP_H

/* WASI has no setjmp. The program jumps in one case, when memory runs out; here it ends instead. */

#include <stdio.h>
#include <stdlib.h>

typedef int jmp_buf[1];

#define setjmp(buffer) ((void)(buffer), 0)

static inline _Noreturn void longjmp(jmp_buf buffer, int value)
{
    (void)buffer;
    fputs("quorate: memory ran out\n", stderr);
    exit(value);
}

#endif

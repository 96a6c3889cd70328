/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_PAGE_MISSING_H
#define QUORATE_PAGE_MISSING_H

/* Put in front of every source by the compiler: what WASI lacks. Files have no modes there. */

#include <sys/stat.h>

static inline int fchmod(int descriptor, mode_t mode)
{
    (void)descriptor;
    (void)mode;
    return 0;
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ORIGIN_H
#define QUORATE_ORIGIN_H

#include <stdbool.h>

/* How a folder's tables stand to those of the bundled constitution that has its name. */
enum likeness {
    LIKENESS_NONE, /* there is no such constitution, and they are those of no other */
    LIKENESS_SAME,
    LIKENESS_DIFFERS,
};

/* Where the constitution of a report was found. */
struct origin {
    const char *folder; /* its name, "." for the current one; NULL for a bundled constitution */
    enum likeness likeness;
    const char *bundled; /* of LIKENESS_SAME, whose tables they are; NULL for that of its name */
};

#endif

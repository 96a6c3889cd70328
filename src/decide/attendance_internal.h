/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_ATTENDANCE_INTERNAL_H
#define QUORATE_DECIDE_ATTENDANCE_INTERNAL_H

#include "internal.h"

/* The question at hand, by one set of rules. */
struct inquiry {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    const struct position *positions; /* once they have voted */
    unsigned places;
    bool only_answer; /* nobody will ask who else could make it so */
};

/* Who could make the condition met, or who may leave, of an area or of the body. */
void attendance_tell_others(const struct inquiry *inquiry, size_t area,
                            struct quorum_condition *told);

/* The same of all conditions at once. Each of them has been told of its others. */
struct quorum_others attendance_together(const struct inquiry *inquiry,
                                         const struct quorum_condition *conditions, size_t count);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDE_ATTENDANCE_INTERNAL_H
#define QUORATE_DECIDE_ATTENDANCE_INTERNAL_H

#include "internal.h"

/* The question at hand, by one set of rules. */
struct inquiry {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    struct weights weights;
    const struct position *positions; /* once they have voted */
    const struct position *of_quorum; /* the same as far as the quorum asks */
    bool only_answer;                 /* nobody will ask who else could make it so */
};

/* All conditions of the quorum, and beside them the section of each. */
struct quorum_asking {
    struct quorum_condition *conditions;
    struct section *sections;
    size_t count, capacity, section_count, section_capacity;
    bool met; /* of each area too, where each must have its own */
};

/* Who could make the condition met, or who may leave, of those in its section. */
void attendance_tell_others(const struct inquiry *inquiry, const struct section *section,
                            struct quorum_condition *told);

/* The same of all conditions at once. Each of them has been told of its others. Where some of them
 * are alternatives it is not worked out. */
struct quorum_others attendance_together(const struct inquiry *inquiry,
                                         const struct quorum_asking *asking);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ATTAINMENT_H
#define QUORATE_ATTAINMENT_H

#include <stdint.h>

#include "quorate/roll.h"
#include "quorate/rules.h"
#include "quorate/section.h"

/*
 * Whether a roll can meet a condition of the rules at all, and can miss it. That it cannot is a
 * fact of this roll, which another year's need not share: nothing is refused for it.
 */

enum attainable {
    ATTAINABLE_PERHAPS, /* it depends on who votes how; also where the roll cannot tell */
    ATTAINABLE_NEVER,   /* it asks for more than there is */
    ATTAINABLE_ALWAYS,  /* it asks for nothing */
};

struct attainment {
    enum attainable attainable;
    int64_t has;     /* all that there is of what the condition counts */
    int64_t needed;  /* of that, when everybody is counted */
    unsigned places; /* of both: decimals of votes, else 0 */
};

/*
 * A condition over the section in which it is to be met, with votes of this weight. One that comes
 * to nothing over all comes to nothing over any part, and one that comes to more than all have
 * comes to more than any part has: the amount is a share of at most 1, so that what is left of the
 * whole never grows when the whole shrinks. Votes in favour are no part of those against, so a
 * share of these in `passes` is never told to be out of reach; and nobody is never too many.
 */
struct attainment attainment_of(const struct weight *weight, const struct roll *roll,
                                const struct section *section, enum rule_kind kind,
                                const struct condition *asks);

#endif

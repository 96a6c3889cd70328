/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONDITION_H
#define QUORATE_CONDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/ratio.h"

/* What is counted: votes as the weighting gives them, patients, or members one by one. */
enum measure {
    MEASURE_VOTES,
    MEASURE_POPULATION,
    MEASURE_MEMBERS,
};

/*
 * Whose. SCOPE_PRESENT is everyone who is represented in the room or returned a ballot, SCOPE_CAST
 * the valid votes for, against or for a candidate, SCOPE_VOTING those and the abstentions and void
 * ballots that the rules say take part, SCOPE_ALL the whole roll.
 */
enum scope {
    SCOPE_ALL,
    SCOPE_PRESENT,
    SCOPE_VOTING,
    SCOPE_CAST,
    SCOPE_AGAINST,
};

/*
 * What of them is compared, where it says so: those in favour, against, abstaining, or all but
 * those in favour, the absent among them. SIDE_BY_RULE is what the kind of rule compares: of
 * `passes` and `elects` what was cast for it, else what the scope names.
 */
enum side {
    SIDE_BY_RULE,
    SIDE_FOR,
    SIDE_AGAINST,
    SIDE_ABSTAINED,
    SIDE_NOT_FOR,
};

/* Among which members it counts. */
enum among {
    AMONG_ALL,
    AMONG_CLASS,
    AMONG_EACH_AREA, /* it must be met in every area of the roll, each counted by itself */
    AMONG_NAMED,     /* all of them are asked for by name */
};

/* Whether a share and a number are asked for at once: the larger of the two, or the smaller. */
enum limit {
    LIMIT_NONE,
    LIMIT_GREATER,
    LIMIT_LESSER,
};

enum rounding {
    ROUNDING_NONE,
    ROUNDING_DOWN,
    ROUNDING_UP,
    ROUNDING_TO_NEAREST, /* halves up */
};

/*
 * One condition of the rules table, the only kind of threshold there is: quorum, turnout, majority,
 * election and review are all decided by it.
 *
 * A share asks for `amount` of the whole that measure and scope name, rounded and with `plus`
 * added; a number (`is_number`) asks for `plus` of them. With `strictly` it is "more than", else
 * "at least"; with `at_most` "fewer than", else "at most". With a limit it asks for the greater or
 * the lesser of the share and `number`.
 */
struct condition {
    bool is_number;
    bool strictly;
    bool at_most;
    struct ratio amount;    /* 1/2; of a number some other, which is not used */
    enum rounding rounding; /* of amount times the whole, to a whole quantity */
    int64_t plus;           /* added behind the rounding, in whole quantities */
    enum limit limit;
    int64_t number; /* of a limit, in whole quantities */
    enum measure measure;
    enum scope scope;
    enum side side;
    enum among among;
    const char *const *names; /* folded: of the class, or of the members */
    size_t name_count;
    bool replying; /* of SCOPE_PRESENT: the rules say "replying", so there is no room to be in */
};

/*@ predicate is_condition{L}(struct condition *c) = is_ratio(c->amount) &&
        0 <= c->plus <= (c->is_number ? RATIO_MOST : RATIO_PART) && 0 <= c->number <= RATIO_MOST &&
        LIMIT_NONE <= c->limit <= LIMIT_LESSER;

    predicate is_met{L}(struct condition *c, integer part, integer needed) =
        c->at_most ? part <= needed : part >= needed;
    predicate stands{L}(struct condition *c, integer part, integer threshold) =
        c->at_most ? (c->strictly ? part < threshold : part <= threshold)
                   : (c->strictly ? part > threshold : part >= threshold);
    predicate is_share{L}(struct condition *c, integer part, integer whole) =
        stands(c, part * c->amount.q, c->amount.p * whole);
    logic integer rounded(enum rounding rounding, integer n, integer d) =
        n / d + (rounding == ROUNDING_UP && n % d > 0 ||
                 rounding == ROUNDING_TO_NEAREST && 2 * (n % d) >= d ? 1 : 0);
    predicate meets_amount{L}(struct condition *c, integer part, integer whole, integer one) =
        c->is_number ? stands(c, part, c->plus * one)
        : c->rounding == ROUNDING_NONE
            ? is_share(c, part - c->plus * one, whole)
            : stands(c, part, (rounded(c->rounding, c->amount.p * whole, c->amount.q * one) +
                               c->plus) * one);
    predicate meets{L}(struct condition *c, integer part, integer whole, integer one) =
        c->limit == LIMIT_NONE ? meets_amount(c, part, whole, one)
        : (c->limit == LIMIT_GREATER) != (c->at_most != 0)
            ? meets_amount(c, part, whole, one) && stands(c, part, c->number * one)
            : meets_amount(c, part, whole, one) || stands(c, part, c->number * one);

    logic integer one_of(integer places) =
        places == 0 ? 1 : places == 1 ? 10 : places == 2 ? 100 : places == 3 ? 1000
        : places == 4 ? 10000 : places == 5 ? 100000 : 1000000; */

/*
 * The smallest quantity that meets the condition, of a whole that is at most
 * RATIO_QUANTITY_MOST; both in units of 1 / 10^places, of which there are at most 6. It can be 0,
 * and it can be more than the whole. With `at_most` it is the largest quantity that meets it, which
 * is never less than 0.
 */
/*@ requires \valid_read(asks) && is_condition(asks) && is_quantity(whole) && places <= 6;
    assigns \nothing;
    ensures 0 <= \result;
    ensures \forall integer part; is_quantity(part) ==>
        (is_met(asks, part, \result) <==>
         meets(asks, part, whole, one_of(places)) || asks->at_most && part == 0); */
int64_t condition_needed(const struct condition *asks, int64_t whole, unsigned places);

/* Whether a part meets what condition_needed says. */
/*@ requires \valid_read(asks);
    assigns \nothing;
    ensures \result <==> is_met(asks, part, needed); */
bool condition_met(const struct condition *asks, int64_t part, int64_t needed);

/* Whether the two are met by the same votes, however they are worded: 4/6 is 2/3, and those who
 * reply are those present. */
bool condition_same(const struct condition *one, const struct condition *other);

/* Whether it asks for a share of one whole of all members and for nothing besides, so that what is
 * true of such a share is true of it. */
bool condition_is_share(const struct condition *asks);

#endif

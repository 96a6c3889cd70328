/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <assert.h>

static int64_t power_of_ten(unsigned places)
{
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

/*
 * `one` is a whole vote, member or patient, at most 10^6. The whole is at most RATIO_MOST = 10^12,
 * amount's parts and `plus` are at most RATIO_PART = 10^6. So amount.p * whole and
 * plus * one * amount.q are at most 10^18 each and their sum is at most 2 * 10^18, below 2^63.
 */
int64_t condition_needed(const struct condition *asks, int64_t whole, unsigned places)
{
    int64_t one = power_of_ten(places);
    assert(whole >= 0 && whole <= RATIO_MOST);
    if (asks->is_number)
        return asks->plus * one + (asks->strictly ? 1 : 0);
    /* Rounding is to whole votes, members or patients, not to the finest decimal. */
    struct ratio ones = {asks->amount.p, asks->amount.q * one};
    int64_t scaled_whole = asks->amount.p * whole;
    int64_t rounded = 0;
    switch (asks->rounding) {
    case ROUNDING_NONE: {
        int64_t threshold = scaled_whole + asks->plus * one * asks->amount.q;
        int64_t floor = threshold / asks->amount.q;
        bool exact = threshold % asks->amount.q == 0;
        return asks->strictly || !exact ? floor + 1 : floor;
    }
    case ROUNDING_DOWN:
        rounded = scaled_whole / ones.q;
        break;
    case ROUNDING_UP:
        rounded = scaled_whole / ones.q + (scaled_whole % ones.q != 0 ? 1 : 0);
        break;
    case ROUNDING_TO_NEAREST:
        rounded = scaled_whole / ones.q + (scaled_whole % ones.q >= ones.q - scaled_whole % ones.q);
        break;
    }
    return (rounded + asks->plus) * one + (asks->strictly ? 1 : 0);
}

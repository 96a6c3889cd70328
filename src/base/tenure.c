/* SPDX-License-Identifier: MIT */
#include "quorate/tenure.h"

bool tenure_bounded(struct tenure tenure)
{
    return date_given(tenure.from) || date_given(tenure.to);
}

bool tenure_holds(struct tenure tenure, struct date day)
{
    return (!date_given(tenure.from) || date_compare(tenure.from, day) <= 0) &&
           (!date_given(tenure.to) || date_compare(day, tenure.to) <= 0);
}

bool tenure_meets(struct tenure one, struct tenure other)
{
    struct date later = date_later_of(one.from, other.from);
    return (!date_given(one.to) || date_compare(later, one.to) <= 0) &&
           (!date_given(other.to) || date_compare(later, other.to) <= 0);
}

struct date tenure_last_change(struct tenure tenure)
{
    return date_given(tenure.to) ? date_of_days(date_days(tenure.to) + 1) : tenure.from;
}

bool tenure_is_to_come(struct tenure tenure, struct date day)
{
    return date_given(tenure.from) && date_compare(day, tenure.from) < 0;
}

const char *tenure_days(struct arena *arena, struct tenure tenure)
{
    const char *to = date_given(tenure.to) ? date_long(arena, tenure.to) : NULL;
    if (!date_given(tenure.from))
        return to == NULL ? "" : arena_format(arena, "until %s", to);
    const char *from = date_long(arena, tenure.from);
    return to == NULL ? arena_format(arena, "from %s", from)
                      : arena_format(arena, "from %s to %s", from, to);
}

const char *tenure_missed(struct arena *arena, struct tenure tenure, struct date day,
                          const char *is, const char *was)
{
    return arena_format(arena, "%s %s", tenure_is_to_come(tenure, day) ? is : was,
                        tenure_days(arena, tenure));
}

/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* How long a vote was open, beside what the rules ask for. */

const char *phrases_working_days(struct arena *arena, int64_t days)
{
    return phrases_several(arena, days, "working day", "working days");
}

static const char *are(int64_t number)
{
    return number == 1 ? "is" : "are";
}

/* "At least 5 are needed." */
static const char *days_needed(struct arena *arena, int64_t days)
{
    return arena_format(arena, "At least %s %s needed.", number_grouped(arena, days), are(days));
}

const char *phrases_holiday(struct arena *arena, const struct holiday *holiday)
{
    return holiday->note == NULL ? holiday->title
                                 : arena_format(arena, "%s (%s)", holiday->title,
                                                phrases_small(arena, holiday->note));
}

/* "Not counted as working days: Good Friday on 3 April 2015 and ..."; "" for none. */
static const char *holidays_in(struct arena *arena, struct holiday_list holidays)
{
    const char **names = arena_alloc(arena, holidays.count, sizeof *names);
    if (holidays.count == 0)
        return "";
    for (size_t i = 0; i < holidays.count; i++)
        names[i] = arena_format(arena, "%s on %s", phrases_holiday(arena, &holidays.items[i]),
                                date_long(arena, holidays.items[i].date));
    return arena_format(arena, "Not counted as working days: %s.",
                        text_list(arena, names, holidays.count, "and"));
}

const char *phrases_unknown_holidays(struct arena *arena, struct date from, struct date until,
                                     struct date known_from, struct date known_until)
{
    bool before = date_given(known_from) && date_compare(from, known_from) < 0;
    bool after = date_given(known_until) && date_compare(known_until, until) < 0;
    const char *which = "";
    if (before)
        which = arena_format(arena, " before %s", date_long(arena, known_from));
    if (after)
        which = arena_format(arena, "%s%s after %s", which, before ? " and" : "",
                             date_long(arena, known_until));
    return arena_format(arena,
                        "Bank holidays%s are not known to this version, so there may be fewer "
                        "working days than are counted here.",
                        which);
}

/* A reading that gives another answer. */
static const char *reading(struct arena *arena, const struct period_reading *reading)
{
    return arena_format(
        arena, "%s at least %s %s needed, and it was %s.",
        phrases_on_reading(arena, reading->name, phrases_place(arena, reading->clause), NULL, 0),
        number_grouped(arena, reading->needed), are(reading->needed),
        reading->met ? "long enough" : "not open long enough");
}

static const char *not_checked(struct arena *arena, const struct period *period)
{
    const char *times = "the times at which the vote opened and closed were";
    if (period->opens_given)
        times = "the time at which the vote closed was";
    if (period->closes_given)
        times = "the time at which the vote opened was";
    return arena_format(arena, "Not checked, because %s not given. At least %s %s needed.", times,
                        phrases_working_days(arena, period->needed), are(period->needed));
}

/* "Open from 24 to 30 September 2015: 5 working days, both days counted." */
static const char *open_days(struct arena *arena, const struct period *period)
{
    const char *days = phrases_working_days(arena, period->working_days);
    if (date_compare(period->from, period->until) == 0)
        return arena_format(arena, "Open on %s only: %s.", date_long(arena, period->from), days);
    return arena_format(arena, "Open from %s: %s, both days counted.",
                        date_span(arena, period->from, period->until), days);
}

static const char *period_checked(struct arena *arena, const struct period *period)
{
    const char *text = open_days(arena, period);
    text = phrases_join(arena, text, holidays_in(arena, period->holidays));
    text = phrases_join(arena, text, days_needed(arena, period->needed));
    if (!period->met) {
        text = arena_format(
            arena, "%s %s working %s missing. %s", text, number_grouped(arena, period->short_by),
            period->short_by == 1 ? "day is" : "days are", phrases_grounds(arena, &period->rule));
        text = phrases_join(arena, text, "The votes are counted all the same.");
    }
    for (size_t i = 0; i < period->reading_count; i++)
        if (period->readings[i].met != period->met)
            text = phrases_join(arena, text, reading(arena, &period->readings[i]));
    if (!period->known)
        text = phrases_join(arena, text,
                            phrases_unknown_holidays(arena, period->from, period->until,
                                                     period->known_from, period->known_until));
    return text;
}

const char *phrases_period(struct arena *arena, const struct period *period)
{
    return period->checked ? period_checked(arena, period) : not_checked(arena, period);
}

bool phrases_period_matters(const struct period *period)
{
    return period != NULL && period->checked && (!period->met || !period->certain);
}

const char *phrases_period_finding(const struct period *period)
{
    return period->met ? "Whether the vote was open long enough depends on how the rules are read."
                       : "The vote was not open long enough.";
}

const char *phrases_period_below(const struct subject *subject)
{
    const struct period *period = subject->poll->period;
    return period == NULL || phrases_period_matters(period)
               ? NULL
               : phrases_period(subject->arena, period);
}

/* SPDX-License-Identifier: MIT */
#include "phrases_timetable.h"

#include "quorate/ratio.h"

static bool close_given(const struct timetable *timetable)
{
    return date_given(timetable->closes_on);
}

/* "09:00 on 2 April 2015, a Thursday" */
static const char *when(struct arena *arena, struct moment moment, struct date day)
{
    if (!moment.given)
        return date_full(arena, day);
    return arena_format(arena, "%s, a %s", moment_long(arena, moment),
                        date_weekday_name(date_weekday(day)));
}

const char *phrases_timetable_finding(struct arena *arena, const struct timetable *timetable)
{
    if (!timetable->has_period)
        return "No period is set";
    if (close_given(timetable))
        return timetable->lawful ? "Late enough" : "Too early";
    return arena_format(arena, "Closes on %s at the earliest",
                        date_full(arena, timetable->earliest));
}

static const char *earliest(struct arena *arena, const struct timetable *timetable)
{
    return arena_format(arena,
                        "The vote may close on %s at the earliest: that is working day %s of it. "
                        "Any time of that day will do.",
                        date_full(arena, timetable->earliest),
                        number_grouped(arena, timetable->needed));
}

/* "The close is to be at 17:00 on 9 April 2015, a Thursday. The vote is then open for ..." */
static const char *given_close(struct arena *arena, const struct timetable *timetable)
{
    return arena_format(
        arena, "The close is to be %s%s. The vote is then open for %s, and at least %s %s needed.",
        timetable->closes.given ? "at " : "on ",
        when(arena, timetable->closes, timetable->closes_on),
        phrases_working_days(arena, timetable->working_days),
        number_grouped(arena, timetable->needed), timetable->needed == 1 ? "is" : "are");
}

/* That a reading of the rule says something else; "" where none does. */
static const char *depends(const struct timetable *timetable)
{
    for (size_t i = 0; i < timetable->reading_count; i++) {
        const struct timetable_reading *reading = &timetable->readings[i];
        if (close_given(timetable) && reading->met != timetable->lawful)
            return timetable->lawful ? "On another reading of the rules the close is too early."
                                     : "On another reading of the rules the close is late enough.";
        if (!close_given(timetable) && reading->needed != timetable->needed)
            return "Another reading of the rules gives another day.";
    }
    return "";
}

static const char *unknown(struct arena *arena, const struct timetable *timetable)
{
    return phrases_unknown_holidays(arena, timetable->opens_on,
                                    timetable->days[timetable->day_count - 1].date,
                                    timetable->known_from, timetable->known_until);
}

const char *phrases_timetable_figures(struct arena *arena, const struct timetable *timetable)
{
    if (!timetable->has_period)
        return "The rules do not say how long a vote of this kind has to be open, so there is no "
               "earliest close.";
    const char *text = earliest(arena, timetable);
    if (close_given(timetable))
        text = phrases_join(arena, given_close(arena, timetable), text);
    text = phrases_join(arena, text, depends(timetable));
    return timetable->known ? text : phrases_join(arena, text, unknown(arena, timetable));
}

/* The same with the verdict in front, "TOO EARLY. ...". */
static const char *timetable_result(struct arena *arena, const struct timetable *timetable)
{
    const char *figures = phrases_timetable_figures(arena, timetable);
    if (!timetable->has_period || !close_given(timetable))
        return figures;
    return phrases_join(arena, timetable->lawful ? "LATE ENOUGH." : "TOO EARLY.", figures);
}

const char *phrases_timetable_opens(struct arena *arena, const struct timetable *timetable)
{
    return arena_format(arena, "%s.", when(arena, timetable->opens, timetable->opens_on));
}

const char *phrases_timetable_rule(struct arena *arena, const struct timetable *timetable)
{
    return phrases_join(arena, phrases_meaning(arena, &terms_default, &timetable->rule),
                        phrases_grounds(arena, &timetable->rule));
}

const char *phrases_timetable_unstated(void)
{
    return "The rule does not say which days are working days: here they are Monday to Friday, "
           "without the bank holidays of England. It does not say whether the days on which the "
           "vote opens and closes count: here both do, whatever the hour. If the vote opens on a "
           "day that is no working day, the next one is the first.";
}

const char *phrases_timetable_reading(struct arena *arena, const struct timetable *timetable,
                                      const struct timetable_reading *reading)
{
    const char *text = arena_format(
        arena, "%s at least %s %s needed, and the earliest close is %s.",
        phrases_on_reading(arena, reading->name, phrases_place(arena, reading->clause), NULL, 0),
        phrases_working_days(arena, reading->needed), reading->needed == 1 ? "is" : "are",
        date_full(arena, reading->earliest));
    if (!close_given(timetable) || reading->met == timetable->lawful)
        return text;
    return phrases_join(arena, text,
                        reading->met ? "The close would be late enough."
                                     : "The close would be too early.");
}

const char *phrases_timetable_number(struct arena *arena, const struct timetable_day *day)
{
    return day->kind == DAY_WORKING ? number_grouped(arena, day->number) : "";
}

const char *phrases_timetable_remark(struct arena *arena, const struct timetable *timetable,
                                     const struct timetable_day *day)
{
    const char *text = "";
    if (day->kind == DAY_WEEKEND)
        text = "Weekend.";
    if (day->kind == DAY_HOLIDAY)
        text = arena_format(arena, "%s, a bank holiday.", phrases_holiday(arena, day->holiday));
    if (date_compare(day->date, timetable->opens_on) == 0)
        text = phrases_join(arena, text, "The vote opens.");
    if (date_compare(day->date, timetable->earliest) == 0)
        text = phrases_join(arena, text, "The earliest close.");
    if (close_given(timetable) && date_compare(day->date, timetable->closes_on) == 0)
        text = phrases_join(arena, text, "The close that was asked about.");
    return text;
}

struct note_list phrases_timetable_notes(struct arena *arena, const struct timetable *timetable)
{
    struct note_list all = phrases_no_notes(arena);
    phrases_add_note(&all, ANCHOR_DEPENDS, timetable_result(arena, timetable));
    if (timetable->has_period)
        phrases_add_note(&all, ANCHOR_DEPENDS, phrases_timetable_unstated());
    for (size_t i = 0; i < timetable->reading_count; i++)
        phrases_add_note(&all, ANCHOR_DEPENDS,
                         phrases_timetable_reading(arena, timetable, &timetable->readings[i]));
    return all;
}

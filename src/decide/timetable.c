/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* When a vote may close, told day by day. */

static struct timetable_day day_of(const struct calendar *calendar, struct date date,
                                   int64_t *working_days)
{
    const struct holiday *holiday = calendar_holiday(calendar, date);
    struct timetable_day day = {.date = date};
    if (calendar_is_weekend(date)) {
        day.kind = DAY_WEEKEND;
    } else if (holiday != NULL) {
        day.kind = DAY_HOLIDAY;
        day.holiday = holiday;
    } else {
        day.kind = DAY_WORKING;
        day.number = ++*working_days;
    }
    return day;
}

static void tell_days(struct arena *arena, const struct timetable_request *request,
                      struct timetable *timetable)
{
    int64_t first = date_days(request->opens), working_days = 0;
    struct date last = date_later_of(timetable->earliest, request->closes);
    size_t count = (size_t)(date_days(last) - first + 1);
    struct timetable_day *days = arena_alloc(arena, count, sizeof *days);
    for (size_t i = 0; i < count; i++)
        days[i] = day_of(request->calendar, date_of_days(first + (int64_t)i), &working_days);
    timetable->days = days;
    timetable->day_count = count;
    timetable->known = calendar_knows(request->calendar, request->opens, last);
    timetable->known_from = request->calendar->from;
    timetable->known_until = request->calendar->until;
}

static void tell_readings(struct arena *arena, const struct timetable_request *request,
                          struct timetable *timetable)
{
    size_t count;
    const struct period_reading *found =
        period_readings(arena, request->rules, request->decision, &count);
    struct timetable_reading *readings = arena_alloc(arena, count, sizeof *readings);
    for (size_t i = 0; i < count; i++)
        readings[i] = (struct timetable_reading){
            .name = found[i].name,
            .clause = found[i].clause,
            .needed = found[i].needed,
            .earliest = calendar_working_day(request->calendar, request->opens, found[i].needed),
            .met = found[i].needed <= timetable->working_days,
        };
    timetable->readings = readings;
    timetable->reading_count = count;
}

struct timetable decide_timetable(struct arena *arena, const struct timetable_request *request)
{
    struct ruleset set = rules_resolve(arena, request->rules, request->decision, NULL, 0);
    const struct rule *rule = set.one[RULE_PERIOD];
    struct timetable timetable = {
        .body = request->rules->body,
        .edition = request->rules->edition,
        .decision = set.decision,
        .title = set.title,
        .opens_on = request->opens,
        .closes_on = request->closes,
        .has_period = rule != NULL,
    };
    if (rule == NULL)
        return timetable;
    timetable.rule = basis_of(rule);
    timetable.needed = rule->as.number;
    timetable.earliest = calendar_working_day(request->calendar, request->opens, timetable.needed);
    if (date_given(request->closes)) {
        timetable.working_days =
            calendar_working_days(request->calendar, request->opens, request->closes);
        timetable.lawful = timetable.working_days >= timetable.needed;
        timetable.short_by = timetable.lawful ? 0 : timetable.needed - timetable.working_days;
    }
    tell_days(arena, request, &timetable);
    tell_readings(arena, request, &timetable);
    return timetable;
}

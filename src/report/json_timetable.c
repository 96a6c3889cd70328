/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_timetable.h"
#include "quorate/report.h"

/* A moment where it was given, else the day alone. */
static void put_time(struct json *object, const char *key, struct moment moment, struct date day)
{
    if (moment.given)
        json_put_moment(object, key, moment);
    else
        json_put_date(object, key, day);
}

static void put_rule(struct json *report, const struct timetable *timetable)
{
    struct json *object = json_put_object_if(report, "period", timetable->has_period);
    if (object == NULL)
        return;
    json_put_text(object, "text", timetable->rule.text);
    json_put_text(object, "clause", timetable->rule.clause);
    json_put_boolean(object, "stated", timetable->rule.stated);
    json_put_number(object, "needed", timetable->needed);
}

static void put_close(struct json *report, const struct timetable *timetable)
{
    bool known = timetable->has_period && date_given(timetable->closes_on);
    struct json *object = json_put_object_if(report, "close", known);
    if (object == NULL)
        return;
    json_put_date(object, "date", timetable->closes_on);
    json_put_number(object, "working_days", timetable->working_days);
    json_put_number(object, "short", timetable->short_by);
    json_put_boolean(object, "lawful", timetable->lawful);
}

static void put_days(struct json *object, const struct timetable *timetable)
{
    struct json *array = json_put_array(object, "days");
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        struct json *entry = json_add_object(array);
        json_put_date(entry, "date", day->date);
        json_put_text(entry, "weekday", date_weekday_name(date_weekday(day->date)));
        json_put_text(entry, "kind", day_kind_name(day->kind));
        json_put_number_or_null(entry, "number", day->number);
        json_put_text(entry, "holiday", day->holiday == NULL ? NULL : day->holiday->title);
    }
}

static void put_timetable_readings(struct json *object, const struct timetable *timetable)
{
    struct json *array = json_put_array(object, "readings");
    for (size_t i = 0; i < timetable->reading_count; i++) {
        const struct timetable_reading *reading = &timetable->readings[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "reading", reading->name);
        json_put_text(entry, "clause", reading->clause);
        json_put_number(entry, "needed", reading->needed);
        json_put_date(entry, "earliest_close", reading->earliest);
    }
}

void report_json_timetable(struct arena *arena, const void *value, struct buffer *out)
{
    const struct timetable *timetable = value;
    struct json *object = json_begin(arena);
    json_put_head(object, "quorate/timetable/1", &timetable->from, timetable->body,
                  timetable->edition);
    json_put_text(object, "decision", timetable->decision);
    json_put_text(object, "title", timetable->title);
    put_time(object, "opens", timetable->opens, timetable->opens_on);
    put_time(object, "closes", timetable->closes, timetable->closes_on);
    json_put_date(object, "first_day", timetable->opens_on);
    put_rule(object, timetable);
    json_put_date(object, "earliest_close", timetable->earliest);
    put_close(object, timetable);
    put_days(object, timetable);
    put_timetable_readings(object, timetable);
    json_put_boolean_if(object, "holidays_known", timetable->has_period, timetable->known);
    json_put_inputs(object, "inputs", timetable->from.inputs, timetable->from.input_count);
    json_put_notes(object, phrases_timetable_notes(arena, timetable));
    struct json *options = json_put_request(object, &timetable->from.request);
    put_time(options, "opens", timetable->opens, timetable->opens_on);
    put_time(options, "closes", timetable->closes, timetable->closes_on);
    json_finish(object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_timetable.h"
#include "quorate/report.h"

/* A moment where it was given, else the day alone. */
static void put_time(struct json_writer *writer, struct json *object, const char *key,
                     struct moment moment, struct date day)
{
    if (moment.given)
        json_put_moment(writer, object, key, moment);
    else
        json_put_date(writer, object, key, day);
}

static struct json *of_rule(struct json_writer *writer, const struct timetable *timetable)
{
    if (!timetable->has_period)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "text", timetable->rule.text);
    json_put_text(writer, object, "clause", timetable->rule.clause);
    json_put_boolean(writer, object, "stated", timetable->rule.stated);
    json_put_number(writer, object, "needed", timetable->needed);
    return object;
}

static struct json *of_close(struct json_writer *writer, const struct timetable *timetable)
{
    if (!timetable->has_period || !date_given(timetable->closes_on))
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_date(writer, object, "date", timetable->closes_on);
    json_put_number(writer, object, "working_days", timetable->working_days);
    json_put_number(writer, object, "short", timetable->short_by);
    json_put_boolean(writer, object, "lawful", timetable->lawful);
    return object;
}

static void put_days(struct json_writer *writer, struct json *object,
                     const struct timetable *timetable)
{
    struct json *array = json_put_array(writer, object, "days");
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        struct json *entry = json_add_object(writer, array);
        json_put_date(writer, entry, "date", day->date);
        json_put_text(writer, entry, "weekday", date_weekday_name(date_weekday(day->date)));
        json_put_text(writer, entry, "kind", day_kind_name(day->kind));
        json_put_number_or_null(writer, entry, "number", day->number);
        json_put_text(writer, entry, "holiday", day->holiday == NULL ? NULL : day->holiday->title);
    }
}

static void put_timetable_readings(struct json_writer *writer, struct json *object,
                                   const struct timetable *timetable)
{
    struct json *array = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < timetable->reading_count; i++) {
        const struct timetable_reading *reading = &timetable->readings[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "reading", reading->name);
        json_put_text(writer, entry, "clause", reading->clause);
        json_put_number(writer, entry, "needed", reading->needed);
        json_put_date(writer, entry, "earliest_close", reading->earliest);
    }
}

void report_json_timetable(struct arena *arena, const void *value, struct buffer *out)
{
    const struct timetable *timetable = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/timetable/1");
    json_put_text(writer, object, "version", timetable->version);
    json_put_text(writer, object, "constitution", timetable->constitution);
    json_put_origin(writer, object, &timetable->origin);
    json_put_text(writer, object, "body", timetable->body);
    json_put_text(writer, object, "edition", timetable->edition);
    json_put_text(writer, object, "decision", timetable->decision);
    json_put_text(writer, object, "title", timetable->title);
    put_time(writer, object, "opens", timetable->opens, timetable->opens_on);
    put_time(writer, object, "closes", timetable->closes, timetable->closes_on);
    json_put_date(writer, object, "first_day", timetable->opens_on);
    json_put(object, "period", of_rule(writer, timetable));
    json_put_date(writer, object, "earliest_close", timetable->earliest);
    json_put(object, "close", of_close(writer, timetable));
    put_days(writer, object, timetable);
    put_timetable_readings(writer, object, timetable);
    json_put_boolean_if(writer, object, "holidays_known", timetable->has_period, timetable->known);
    json_put_inputs(writer, object, "inputs", timetable->inputs, timetable->input_count);
    json_put_notes(writer, object, phrases_timetable_notes(arena, timetable));
    struct json *options = json_put_request(writer, object, &timetable->request);
    put_time(writer, options, "opens", timetable->opens, timetable->opens_on);
    put_time(writer, options, "closes", timetable->closes, timetable->closes_on);
    json_finish(writer, object, out);
}

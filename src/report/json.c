/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

void json_put(struct json_writer *writer, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, value) != 0)
        writer->failed = true;
}

void json_put_last(struct json_writer *writer, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        writer->failed = true;
}

json_t *json_text_or_null(struct json_writer *writer, const char *text)
{
    const char *valid = phrases_valid(writer->arena, text);
    return valid == NULL ? json_null() : json_string(valid);
}

void json_put_text(struct json_writer *writer, json_t *object, const char *key, const char *text)
{
    json_put(writer, object, key, json_text_or_null(writer, text));
}

void json_put_number(struct json_writer *writer, json_t *object, const char *key, int64_t number)
{
    json_put(writer, object, key, json_integer((json_int_t)number));
}

void json_put_quantity(struct json_writer *writer, json_t *object, const char *key, int64_t scaled,
                       unsigned places)
{
    json_put(writer, object, key, json_string(number_canonical(writer->arena, scaled, places)));
}

json_t *json_of_texts(struct json_writer *writer, const char *const *texts, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_put_last(writer, array, json_text_or_null(writer, texts[i]));
    return array;
}

void json_put_texts(struct json_writer *writer, json_t *object, const char *key,
                    const char *const *texts, size_t count)
{
    json_put(writer, object, key, json_of_texts(writer, texts, count));
}

void json_put_number_or_null(struct json_writer *writer, json_t *object, const char *key,
                             int64_t number)
{
    json_put(writer, object, key, number == 0 ? json_null() : json_integer((json_int_t)number));
}

void json_put_date(struct json_writer *writer, json_t *object, const char *key, struct date date)
{
    json_put_text(writer, object, key, date_given(date) ? date_iso(writer->arena, date) : NULL);
}

void json_put_moment(struct json_writer *writer, json_t *object, const char *key,
                     struct moment moment)
{
    json_put_text(writer, object, key, moment.given ? moment_iso(writer->arena, moment) : NULL);
}

static json_t *of_share(struct json_writer *writer, const struct share *share)
{
    if (share == NULL)
        return json_null();
    json_t *object = json_object();
    json_put_text(writer, object, "locality", share->locality);
    json_put_number(writer, object, "population", share->population);
    if (share->has_stated_total)
        json_put_number(writer, object, "stated_total", share->stated_total);
    else
        json_put(writer, object, "stated_total", json_null());
    json_put_number(writer, object, "sum_of_rows", share->sum_of_rows);
    json_put_quantity(writer, object, "votes_in_all", share->votes_in_all, 0);
    json_put_text(writer, object, "percent", share->percent);
    json_put_text(writer, object, "votes", share->votes);
    json_put_text(writer, object, "percent_of_sum", share->percent_of_sum);
    json_put_text(writer, object, "votes_of_sum", share->votes_of_sum);
    json_put_text(writer, object, "percent_long", share->percent_long);
    json_put_text(writer, object, "percent_long_of_sum", share->percent_long_of_sum);
    return object;
}

/* A withheld digest has no key at all: null would read as a file without one. */
void json_put_inputs(struct json_writer *writer, json_t *object, const char *key,
                     const struct input *inputs, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *input = json_object();
        json_put_text(writer, input, "role", inputs[i].role);
        json_put_text(writer, input, "file", inputs[i].file);
        json_put_number(writer, input, "rows", (int64_t)inputs[i].rows);
        if (inputs[i].sha256 != NULL)
            json_put_text(writer, input, "sha256", inputs[i].sha256);
        json_put_last(writer, array, input);
    }
    json_put(writer, object, key, array);
}

void json_put_notes(struct json_writer *writer, json_t *object, struct note_list notes)
{
    json_t *array = json_array();
    for (size_t i = 0; i < notes.count; i++)
        if (!notes.notes[i].repeated)
            json_put_last(writer, array, json_text_or_null(writer, notes.notes[i].text));
    json_put(writer, object, "notes", array);
}

json_t *json_of_powers(struct json_writer *writer, const struct power *power,
                       const char *const *names, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *object = json_object();
        json_put_text(writer, object, "name", names[i]);
        json_put_number(writer, object, "decides", power->members[i].decides);
        json_put_text(writer, object, "banzhaf", power->members[i].banzhaf);
        json_put_text(writer, object, "shapley", power->members[i].shapley);
        json_put_last(writer, array, object);
    }
    return array;
}

/* What it takes to count the same again. */
static json_t *of_request(struct json_writer *writer, const struct outcome *outcome)
{
    const struct request *request = &outcome->request;
    json_t *object = json_object();
    json_put_text(writer, object, "decision", request->decision);
    json_put_text(writer, object, "constitution", request->constitution);
    json_put(writer, object, "bundled", json_boolean(request->bundled));
    json_put_text(writer, object, "rules", request->rules);
    json_put_text(writer, object, "practices", request->practices);
    json_put_text(writer, object, "localities", request->localities);
    json_put_text(writer, object, "candidates", request->candidates);
    if (request->voters != NULL)
        json_put_text(writer, object, "voters", request->voters);
    if (request->interests != NULL)
        json_put_text(writer, object, "interests", request->interests);
    if (request->holidays != NULL)
        json_put_text(writer, object, "holidays", request->holidays);
    json_put_text(writer, object, "motion", request->motion);
    json_put_text(writer, object, "route", outcome->route);
    json_put_date(writer, object, "date", outcome->date);
    json_put_date(writer, object, "confirmed", request->confirmed);
    json_put_moment(writer, object, "opens", outcome->opens);
    json_put_moment(writer, object, "closes", outcome->closes);
    json_put_text(writer, object, "casting_vote", request->casting_vote);
    json_put(writer, object, "show_ballots", json_boolean(request->show_ballots));
    json_put_text(writer, object, "encoding", request->encoding);
    json_put(writer, object, "multi_line", json_boolean(request->multi_line));
    json_put_texts(writer, object, "columns", request->columns, request->column_count);
    return object;
}

static json_t *of_outcome(struct json_writer *writer)
{
    const struct outcome *outcome = writer->outcome;
    json_t *object = json_object();
    json_put_text(writer, object, "schema", "quorate/tally/1");
    json_put_text(writer, object, "version", outcome->version);
    json_put_text(writer, object, "constitution", outcome->constitution);
    json_put_text(writer, object, "body", outcome->body);
    json_put_text(writer, object, "edition", outcome->edition);
    json_put_text(writer, object, "unit", outcome->unit);
    json_put_date(writer, object, "date", outcome->date);
    json_put_date(writer, object, "as_at", outcome->as_at);
    json_t *polls = json_array();
    for (size_t i = 0; i < outcome->poll_count; i++)
        json_put_last(writer, polls, json_of_poll(writer, &outcome->polls[i]));
    json_put(writer, object, "polls", polls);
    json_put(writer, object, "share", of_share(writer, outcome->share));
    json_put_inputs(writer, object, "inputs", outcome->inputs, outcome->input_count);
    json_put_notes(writer, object, phrases_notes(writer->arena, outcome));
    json_put_text(writer, object, "route", outcome->route);
    json_put(writer, object, "options", of_request(writer, outcome));
    return object;
}

static int add_bytes(const char *bytes, size_t length, void *out)
{
    buffer_add_bytes(out, bytes, length);
    return 0;
}

struct json_writer json_begin(struct arena *arena, const struct outcome *outcome)
{
    /* All keys are ours, so there is no flood of collisions to fear and no random seed to fetch. */
    json_object_seed(1);
    return (struct json_writer){.arena = arena, .outcome = outcome};
}

bool json_finish(struct json_writer *writer, json_t *object, struct buffer *out)
{
    if (!writer->failed && json_dump_callback(object, add_bytes, out, JSON_INDENT(2)) != 0)
        writer->failed = true;
    json_decref(object);
    buffer_add(out, "\n");
    return !writer->failed;
}

bool report_json(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct json_writer writer = json_begin(arena, outcome);
    return json_finish(&writer, of_outcome(&writer), out);
}

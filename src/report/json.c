/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

#define INDENT 2

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

/* What could not be put is gone: NULL, to which nothing can be put either. */
json_t *json_put_array(struct json_writer *writer, json_t *object, const char *key)
{
    json_t *array = json_array();
    json_put(writer, object, key, array);
    return writer->failed ? NULL : array;
}

json_t *json_put_object(struct json_writer *writer, json_t *object, const char *key)
{
    json_t *inner = json_object();
    json_put(writer, object, key, inner);
    return writer->failed ? NULL : inner;
}

json_t *json_add_object(struct json_writer *writer, json_t *array)
{
    json_t *object = json_object();
    json_put_last(writer, array, object);
    return writer->failed ? NULL : object;
}

static json_t *json_text_or_null(struct json_writer *writer, const char *text)
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

static json_t *json_of_texts(struct json_writer *writer, const char *const *texts, size_t count)
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

void json_put_number_if(struct json_writer *writer, json_t *object, const char *key, bool known,
                        int64_t number)
{
    json_put(writer, object, key, known ? json_integer((json_int_t)number) : json_null());
}

void json_put_number_or_null(struct json_writer *writer, json_t *object, const char *key,
                             int64_t number)
{
    json_put_number_if(writer, object, key, number != 0, number);
}

void json_put_boolean_if(struct json_writer *writer, json_t *object, const char *key, bool known,
                         bool value)
{
    json_put(writer, object, key, known ? json_boolean(value) : json_null());
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

static json_t *of_age(enum sizes_age age)
{
    if (age == SIZES_HOLD)
        return json_false();
    return age == SIZES_OLD || age == SIZES_LATER ? json_true() : json_null();
}

static void put_roll(struct json_writer *writer, json_t *object, const struct roll_of_day *roll)
{
    if (!date_given(roll->day))
        return;
    json_t *told = json_put_object(writer, object, "roll");
    json_put_date(writer, told, "day", roll->day);
    json_t *absent = json_put_array(writer, told, "absent");
    for (size_t i = 0; i < roll->absent_count; i++) {
        json_t *member = json_add_object(writer, absent);
        json_put_text(writer, member, "name", roll->absent[i].name);
        json_put_text(writer, member, "code", roll->absent[i].code);
        json_put_date(writer, member, "from", roll->absent[i].tenure.from);
        json_put_date(writer, member, "to", roll->absent[i].tenure.to);
    }
}

/* A withheld digest has no key at all: null would read as a file without one. */
void json_put_origin(struct json_writer *writer, json_t *object, const struct origin *origin)
{
    json_put_text(writer, object, "origin", origin->folder == NULL ? "bundled" : "folder");
    json_put(writer, object, "differs_from_bundled",
             origin->likeness == LIKENESS_NONE
                 ? json_null()
                 : json_boolean(origin->likeness == LIKENESS_DIFFERS));
}

void json_put_outcome(struct json_writer *writer, json_t *object, const char *schema,
                      const struct outcome *outcome)
{
    json_put_text(writer, object, "schema", schema);
    json_put_text(writer, object, "version", outcome->version);
    json_put_text(writer, object, "constitution", outcome->constitution);
    json_put_origin(writer, object, &outcome->origin);
    json_put_text(writer, object, "body", outcome->body);
    json_put_text(writer, object, "edition", outcome->edition);
    json_put_text(writer, object, "unit", outcome->terms.unit);
    json_put_date(writer, object, "date", outcome->date);
    json_put_date(writer, object, "as_at", outcome->as_at);
    json_put(writer, object, "stale", of_age(outcome->sizes_age));
    put_roll(writer, object, &outcome->roll);
}

json_t *json_put_request(struct json_writer *writer, json_t *object, const struct request *request)
{
    const struct {
        const char *key, *value;
    } given[] = {
        {"decision", request->decision},
        {"rules", request->rules},
        {"practices", request->practices},
        {"localities", request->localities},
        {"voters", request->voters},
        {"interests", request->interests},
        {"holidays", request->holidays},
        {"date", date_given(request->date) ? date_iso(writer->arena, request->date) : NULL},
        {"encoding", request->encoding},
    };
    json_t *options = json_put_object(writer, object, "options");
    json_put_text(writer, options, "constitution", request->constitution);
    json_put(writer, options, "bundled", json_boolean(request->bundled));
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i].value != NULL)
            json_put_text(writer, options, given[i].key, given[i].value);
    if (request->multi_line)
        json_put(writer, options, "multi_line", json_true());
    if (request->whole)
        json_put(writer, options, "whole", json_true());
    return options;
}

void json_put_inputs(struct json_writer *writer, json_t *object, const char *key,
                     const struct input *inputs, size_t count)
{
    json_t *array = json_put_array(writer, object, key);
    for (size_t i = 0; i < count; i++) {
        json_t *input = json_add_object(writer, array);
        json_put_text(writer, input, "role", inputs[i].role);
        json_put_text(writer, input, "file", inputs[i].file);
        if (inputs[i].sheet != NULL)
            json_put_text(writer, input, "sheet", inputs[i].sheet);
        json_put_number(writer, input, "rows", (int64_t)inputs[i].rows);
        if (inputs[i].sha256 != NULL)
            json_put_text(writer, input, "sha256", inputs[i].sha256);
    }
}

void json_put_notes(struct json_writer *writer, json_t *object, struct note_list notes)
{
    json_t *array = json_put_array(writer, object, "notes");
    for (size_t i = 0; i < notes.count; i++)
        if (!notes.notes[i].repeated)
            json_put_last(writer, array, json_text_or_null(writer, notes.notes[i].text));
}

json_t *json_of_powers(struct json_writer *writer, const struct power *power,
                       const char *const *names, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *object = json_add_object(writer, array);
        json_put_text(writer, object, "name", names[i]);
        json_put_number(writer, object, "decides", power->members[i].decides);
        json_put_text(writer, object, "banzhaf", power->members[i].banzhaf);
        json_put_text(writer, object, "shapley", power->members[i].shapley);
    }
    return array;
}

json_t *json_of_groups(struct json_writer *writer, const struct reach *reach,
                       const char *const *members)
{
    json_t *groups = json_array();
    for (size_t i = 0; i < reach->group_count; i++) {
        const char **names = arena_alloc(writer->arena, reach->fewest, sizeof *names);
        for (size_t j = 0; j < reach->fewest; j++)
            names[j] = members[reach->groups[i][j]];
        json_put_last(writer, groups, json_of_texts(writer, names, reach->fewest));
    }
    return groups;
}

void json_put_reach(struct json_writer *writer, json_t *object, const struct reach *reach,
                    const char *const *members)
{
    bool listed = reach->sets == reach->group_count; /* else they are more than were kept */
    json_put_number_if(writer, object, "fewest", reach->possible, (int64_t)reach->fewest);
    json_put_number_if(writer, object, "groups", reach->possible && reach->sets_known,
                       (int64_t)reach->sets);
    json_put_number_if(writer, object, "any_absent", reach->possible, (int64_t)reach->any_absent);
    json_put(writer, object, "smallest_groups",
             listed ? json_of_groups(writer, reach, members) : json_array());
    json_put(writer, object, "all_groups_listed", json_boolean(reach->sets_known && listed));
}

json_t *json_of_rows(struct json_writer *writer, const struct accounting *ballots,
                     enum return_status first)
{
    json_t *object = json_object();
    json_put_number(writer, object, "rows", (int64_t)ballots->rows);
    for (size_t i = first; i < RETURN_STATUSES; i++)
        if (i != RETURN_SPOILT || ballots->by_status[i] > 0)
            json_put_number(writer, object, return_status_name((enum return_status)i),
                            (int64_t)ballots->by_status[i]);
    json_put_number(writer, object, "others", (int64_t)ballots->others);
    return object;
}

json_t *json_of_share(struct json_writer *writer, const struct share *share)
{
    json_t *object = json_object();
    json_put_text(writer, object, "locality", share->locality);
    json_put_number(writer, object, "population", share->population);
    json_put_number_if(writer, object, "stated_total", share->has_stated_total,
                       share->stated_total);
    json_put_number_or_null(writer, object, "sum_of_rows", share->sum_of_rows);
    json_put_quantity(writer, object, "votes_in_all", share->votes_in_all, 0);
    json_put_text(writer, object, "percent", share->percent);
    json_put_text(writer, object, "votes", share->votes);
    json_put_text(writer, object, "percent_of_sum", share->percent_of_sum);
    json_put_text(writer, object, "votes_of_sum", share->votes_of_sum);
    json_put_text(writer, object, "percent_long", share->percent_long);
    json_put_text(writer, object, "percent_long_of_sum", share->percent_long_of_sum);
    return object;
}

/* Where a value is written to, and how far in. */
struct json_place {
    struct buffer *out;
    size_t depth;
};

/* jansson writes each value as if it stood alone; no text of it holds a line end as such. */
static int add_bytes(const char *bytes, size_t length, void *context)
{
    const struct json_place *place = context;
    const char *end = bytes + length, *line;
    for (; (line = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL; bytes = line + 1) {
        buffer_add_bytes(place->out, bytes, (size_t)(line + 1 - bytes));
        buffer_add_repeated(place->out, ' ', INDENT * place->depth);
    }
    buffer_add_bytes(place->out, bytes, (size_t)(end - bytes));
    return 0;
}

static void add_line(struct json_place place)
{
    (void)add_bytes("\n", 1, &place);
}

static void add_value(struct json_writer *writer, const json_t *value, size_t flags,
                      struct json_place place)
{
    if (!writer->failed &&
        json_dump_callback(value, add_bytes, &place, flags | JSON_ENCODE_ANY) != 0)
        writer->failed = true;
}

/* One after another, so that there is never more than one tree of them. */
static void add_each(struct json_writer *writer, struct json_place place)
{
    struct arena *whole = writer->arena;
    const struct json_place within = {place.out, place.depth + 1};
    buffer_add(place.out, "[");
    for (size_t i = 0; i < writer->each.count && !writer->failed; i++) {
        writer->arena = arena_part(whole);
        json_t *object = json_object();
        writer->each.put(writer, object, i);
        buffer_add(place.out, i > 0 ? "," : "");
        add_line(within);
        add_value(writer, object, JSON_INDENT(INDENT), within);
        json_decref(object);
        arena_free(writer->arena);
        buffer_pass(place.out);
    }
    writer->arena = whole;
    if (writer->each.count > 0)
        add_line(place);
    buffer_add(place.out, "]");
}

void json_put_each(struct json_writer *writer, json_t *object, const char *key, size_t count,
                   json_put_one *put)
{
    writer->each = (struct json_each){key, count, put};
    (void)json_put_array(writer, object, key); /* in its place */
}

struct json_writer *json_begin(struct arena *arena, const struct outcome *outcome)
{
    /* All keys are ours, so there is no flood of collisions to fear and no random seed to fetch. */
    json_object_seed(1);
    struct json_writer *writer = arena_alloc(arena, 1, sizeof *writer);
    *writer = (struct json_writer){.arena = arena, .outcome = outcome};
    return writer;
}

bool json_finish(struct json_writer *writer, json_t *object, struct buffer *out)
{
    const struct json_place outside = {out, 0}, place = {out, 1};
    const char *key, *separator = "";
    json_t *value;
    buffer_add(out, "{");
    json_object_foreach(object, key, value)
    {
        buffer_add(out, separator);
        separator = ",";
        add_line(place);
        buffer_format(out, "\"%s\": ", key);
        if (writer->each.key != NULL && strcmp(key, writer->each.key) == 0)
            add_each(writer, place);
        else
            add_value(writer, value, JSON_INDENT(INDENT), place);
    }
    add_line(outside);
    json_decref(object);
    buffer_add(out, "}\n");
    return !writer->failed;
}

bool json_finish_line(struct json_writer *writer, json_t *object, struct buffer *out)
{
    add_value(writer, object, JSON_COMPACT, (struct json_place){out, 0});
    json_decref(object);
    return !writer->failed;
}

/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

#define INDENT 2

/* The memory is the arena's, which does not come back without, so this cannot fail: each key and
 * each value is there, and valid. */
static void expect(struct json_writer *writer, int result)
{
    if (result != 0)
        arena_exhausted(writer->arena);
}

void json_put(struct json_writer *writer, json_t *object, const char *key, json_t *value)
{
    expect(writer, json_object_set_new_nocheck(object, key, value));
}

void json_put_last(struct json_writer *writer, json_t *array, json_t *value)
{
    expect(writer, json_array_append_new(array, value));
}

json_t *json_put_array(struct json_writer *writer, json_t *object, const char *key)
{
    json_t *array = json_array();
    json_put(writer, object, key, array);
    return array;
}

json_t *json_put_object(struct json_writer *writer, json_t *object, const char *key)
{
    json_t *inner = json_object();
    json_put(writer, object, key, inner);
    return inner;
}

json_t *json_add_object(struct json_writer *writer, json_t *array)
{
    json_t *object = json_object();
    json_put_last(writer, array, object);
    return object;
}

static json_t *json_text_or_null(struct json_writer *writer, const char *text)
{
    const char *valid = phrases_valid(writer->arena, text);
    return valid == NULL ? json_null() : json_string_nocheck(valid);
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

/* ---- Writing */

static void add_line(struct buffer *out, size_t depth)
{
    buffer_add(out, "\n");
    buffer_add_repeated(out, ' ', INDENT * depth);
}

/* A value is indented by the lists that it is in: put into as many as it stands deep, it is told
 * with a bracket, a line feed and an indent of each, which are cut off. */
static void add_value(struct json_writer *writer, json_t *value, size_t flags, size_t depth,
                      struct buffer *out)
{
    size_t before = 2 * depth + INDENT * depth * (depth + 1) / 2;
    size_t around = 2 * before - INDENT * depth;
    size_t length = 0, room;
    char *told;
    for (size_t i = 0; i < depth; i++) {
        json_t *list = json_array();
        json_put_last(writer, list, value);
        value = list;
    }
    do { /* the library says how long it would be, too */
        told = buffer_room(out, length);
        room = out->capacity - out->length;
        length = json_dumpb(value, told, room, flags | JSON_ENCODE_ANY);
    } while (length >= room);
    if (length <= around)
        arena_exhausted(writer->arena);
    memmove(told, told + before, length - around);
    buffer_fill(out, length - around);
}

/* One after another, so that there is never more than one tree of them. */
static void add_each(struct json_writer *writer, struct buffer *out, size_t depth)
{
    struct arena *whole = writer->arena;
    buffer_add(out, "[");
    for (size_t i = 0; i < writer->each.count; i++) {
        writer->arena = arena_part(whole);
        json_t *object = json_object();
        writer->each.put(writer, object, writer->each.of, i);
        buffer_add(out, i > 0 ? "," : "");
        add_line(out, depth + 1);
        add_value(writer, object, JSON_INDENT(INDENT), depth + 1, out);
        arena_free(writer->arena);
        buffer_pass(out);
    }
    writer->arena = whole;
    if (writer->each.count > 0)
        add_line(out, depth);
    buffer_add(out, "]");
}

void json_put_each(struct json_writer *writer, json_t *object, const char *key, const void *of,
                   size_t count, json_put_one *put)
{
    writer->each = (struct json_each){key, of, count, put};
    (void)json_put_array(writer, object, key); /* in its place */
}

/* The library asks for memory without saying for whom, so it is known here. */
static struct json_writer *writing;

static void *of_writer(size_t size)
{
    return arena_resize(writing->arena, NULL, 0, size);
}

static void with_arena(void *memory)
{
    (void)memory;
}

struct json_writer *json_begin(struct arena *arena, const struct outcome *outcome)
{
    /* All keys are ours, so there is no flood of collisions to fear and no random seed to fetch. */
    json_object_seed(1);
    writing = arena_alloc(arena, 1, sizeof *writing);
    *writing = (struct json_writer){.arena = arena_part(arena), .outcome = outcome};
    json_set_alloc_funcs(of_writer, with_arena);
    return writing;
}

static void end(struct json_writer *writer)
{
    json_set_alloc_funcs(malloc, free);
    arena_free(writer->arena);
}

void json_finish(struct json_writer *writer, json_t *object, struct buffer *out)
{
    const char *key, *separator = "";
    json_t *value;
    buffer_add(out, "{");
    json_object_foreach(object, key, value)
    {
        buffer_add(out, separator);
        separator = ",";
        add_line(out, 1);
        buffer_format(out, "\"%s\": ", key);
        if (writer->each.key != NULL && strcmp(key, writer->each.key) == 0)
            add_each(writer, out, 1);
        else
            add_value(writer, value, JSON_INDENT(INDENT), 1, out);
    }
    buffer_add(out, "\n}\n");
    end(writer);
}

void json_finish_line(struct json_writer *writer, json_t *object, struct buffer *out)
{
    add_value(writer, object, JSON_COMPACT, 0, out);
    end(writer);
}

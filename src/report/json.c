/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

struct json *json_put_array(struct json_writer *writer, struct json *object, const char *key)
{
    struct json *array = json_of_array(writer);
    json_put(object, key, array);
    return array;
}

struct json *json_put_object(struct json_writer *writer, struct json *object, const char *key)
{
    struct json *inner = json_of_object(writer);
    json_put(object, key, inner);
    return inner;
}

struct json *json_add_object(struct json_writer *writer, struct json *array)
{
    struct json *object = json_of_object(writer);
    json_put_last(array, object);
    return object;
}

void json_put_text(struct json_writer *writer, struct json *object, const char *key,
                   const char *text)
{
    json_put(object, key, json_of_text(writer, text));
}

void json_put_boolean(struct json_writer *writer, struct json *object, const char *key, bool value)
{
    json_put(object, key, json_of_boolean(writer, value));
}

void json_put_number(struct json_writer *writer, struct json *object, const char *key,
                     int64_t number)
{
    json_put(object, key, json_of_number(writer, number));
}

void json_put_quantity(struct json_writer *writer, struct json *object, const char *key,
                       int64_t scaled, unsigned places)
{
    json_put(object, key, json_of_text(writer, number_canonical(writer->arena, scaled, places)));
}

static struct json *json_of_texts(struct json_writer *writer, const char *const *texts,
                                  size_t count)
{
    struct json *array = json_of_array(writer);
    for (size_t i = 0; i < count; i++)
        json_put_last(array, json_of_text(writer, texts[i]));
    return array;
}

void json_put_texts(struct json_writer *writer, struct json *object, const char *key,
                    const char *const *texts, size_t count)
{
    json_put(object, key, json_of_texts(writer, texts, count));
}

void json_put_number_if(struct json_writer *writer, struct json *object, const char *key,
                        bool known, int64_t number)
{
    json_put(object, key, known ? json_of_number(writer, number) : json_of_null(writer));
}

void json_put_number_or_null(struct json_writer *writer, struct json *object, const char *key,
                             int64_t number)
{
    json_put_number_if(writer, object, key, number != 0, number);
}

void json_put_boolean_if(struct json_writer *writer, struct json *object, const char *key,
                         bool known, bool value)
{
    json_put(object, key, known ? json_of_boolean(writer, value) : json_of_null(writer));
}

void json_put_date(struct json_writer *writer, struct json *object, const char *key,
                   struct date date)
{
    json_put_text(writer, object, key, date_given(date) ? date_iso(writer->arena, date) : NULL);
}

void json_put_moment(struct json_writer *writer, struct json *object, const char *key,
                     struct moment moment)
{
    json_put_text(writer, object, key, moment.given ? moment_iso(writer->arena, moment) : NULL);
}

static struct json *of_age(struct json_writer *writer, enum sizes_age age)
{
    if (age == SIZES_HOLD)
        return json_of_boolean(writer, false);
    return age == SIZES_OLD || age == SIZES_LATER ? json_of_boolean(writer, true)
                                                  : json_of_null(writer);
}

static void put_roll(struct json_writer *writer, struct json *object,
                     const struct roll_of_day *roll)
{
    if (!date_given(roll->day))
        return;
    struct json *told = json_put_object(writer, object, "roll");
    json_put_date(writer, told, "day", roll->day);
    struct json *absent = json_put_array(writer, told, "absent");
    for (size_t i = 0; i < roll->absent_count; i++) {
        struct json *member = json_add_object(writer, absent);
        json_put_text(writer, member, "name", roll->absent[i].name);
        json_put_text(writer, member, "code", roll->absent[i].code);
        json_put_date(writer, member, "from", roll->absent[i].tenure.from);
        json_put_date(writer, member, "to", roll->absent[i].tenure.to);
    }
}

/* A withheld digest has no key at all: null would read as a file without one. */
void json_put_origin(struct json_writer *writer, struct json *object, const struct origin *origin)
{
    json_put_text(writer, object, "origin", origin->folder == NULL ? "bundled" : "folder");
    json_put(object, "differs_from_bundled",
             origin->likeness == LIKENESS_NONE
                 ? json_of_null(writer)
                 : json_of_boolean(writer, origin->likeness == LIKENESS_DIFFERS));
}

void json_put_outcome(struct json_writer *writer, struct json *object, const char *schema,
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
    json_put(object, "stale", of_age(writer, outcome->sizes_age));
    put_roll(writer, object, &outcome->roll);
}

struct json *json_put_request(struct json_writer *writer, struct json *object,
                              const struct request *request)
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
    struct json *options = json_put_object(writer, object, "options");
    json_put_text(writer, options, "constitution", request->constitution);
    json_put_boolean(writer, options, "bundled", request->bundled);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i].value != NULL)
            json_put_text(writer, options, given[i].key, given[i].value);
    if (request->multi_line)
        json_put_boolean(writer, options, "multi_line", true);
    if (request->whole)
        json_put_boolean(writer, options, "whole", true);
    return options;
}

void json_put_inputs(struct json_writer *writer, struct json *object, const char *key,
                     const struct input *inputs, size_t count)
{
    struct json *array = json_put_array(writer, object, key);
    for (size_t i = 0; i < count; i++) {
        struct json *input = json_add_object(writer, array);
        json_put_text(writer, input, "role", inputs[i].role);
        json_put_text(writer, input, "file", inputs[i].file);
        if (inputs[i].sheet != NULL)
            json_put_text(writer, input, "sheet", inputs[i].sheet);
        json_put_number(writer, input, "rows", (int64_t)inputs[i].rows);
        if (inputs[i].sha256 != NULL)
            json_put_text(writer, input, "sha256", inputs[i].sha256);
    }
}

void json_put_notes(struct json_writer *writer, struct json *object, struct note_list notes)
{
    struct json *array = json_put_array(writer, object, "notes");
    for (size_t i = 0; i < notes.count; i++)
        if (!notes.notes[i].repeated)
            json_put_last(array, json_of_text(writer, notes.notes[i].text));
}

struct json *json_of_powers(struct json_writer *writer, const struct power *power,
                            const char *const *names, size_t count)
{
    struct json *array = json_of_array(writer);
    for (size_t i = 0; i < count; i++) {
        struct json *object = json_add_object(writer, array);
        json_put_text(writer, object, "name", names[i]);
        json_put_number(writer, object, "decides", power->members[i].decides);
        json_put_text(writer, object, "banzhaf", power->members[i].banzhaf);
        json_put_text(writer, object, "shapley", power->members[i].shapley);
    }
    return array;
}

struct json *json_of_groups(struct json_writer *writer, const struct reach *reach,
                            const char *const *members)
{
    struct json *groups = json_of_array(writer);
    for (size_t i = 0; i < reach->group_count; i++) {
        const char **names = arena_alloc(writer->arena, reach->fewest, sizeof *names);
        for (size_t j = 0; j < reach->fewest; j++)
            names[j] = members[reach->groups[i][j]];
        json_put_last(groups, json_of_texts(writer, names, reach->fewest));
    }
    return groups;
}

void json_put_reach(struct json_writer *writer, struct json *object, const struct reach *reach,
                    const char *const *members)
{
    bool listed = reach->sets == reach->group_count; /* else they are more than were kept */
    json_put_number_if(writer, object, "fewest", reach->possible, (int64_t)reach->fewest);
    json_put_number_if(writer, object, "groups", reach->possible && reach->sets_known,
                       (int64_t)reach->sets);
    json_put_number_if(writer, object, "any_absent", reach->possible, (int64_t)reach->any_absent);
    json_put(object, "smallest_groups",
             listed ? json_of_groups(writer, reach, members) : json_of_array(writer));
    json_put_boolean(writer, object, "all_groups_listed", reach->sets_known && listed);
}

struct json *json_of_rows(struct json_writer *writer, const struct accounting *ballots,
                          enum return_status first)
{
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "rows", (int64_t)ballots->rows);
    for (size_t i = first; i < RETURN_STATUSES; i++)
        if (i != RETURN_SPOILT || ballots->by_status[i] > 0)
            json_put_number(writer, object, return_status_name((enum return_status)i),
                            (int64_t)ballots->by_status[i]);
    json_put_number(writer, object, "others", (int64_t)ballots->others);
    return object;
}

struct json *json_of_share(struct json_writer *writer, const struct share *share)
{
    struct json *object = json_of_object(writer);
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

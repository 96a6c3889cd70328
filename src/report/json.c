/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/date.h"
#include "quorate/ratio.h"

void json_put_quantity(struct json *object, const char *key, int64_t scaled, unsigned places)
{
    json_put_text(object, key, number_canonical(json_arena(object), scaled, places));
}

void json_put_given(struct json *object, const char *key, const char *text)
{
    if (text != NULL)
        json_put_text(object, key, text);
}

void json_put_texts(struct json *object, const char *key, const char *const *texts, size_t count)
{
    struct json *array = json_put_array(object, key);
    for (size_t i = 0; i < count; i++)
        json_put_text(array, NULL, texts[i]);
}

void json_put_number_if(struct json *object, const char *key, bool known, int64_t number)
{
    if (known)
        json_put_number(object, key, number);
    else
        json_put_null(object, key);
}

void json_put_number_or_null(struct json *object, const char *key, int64_t number)
{
    json_put_number_if(object, key, number != 0, number);
}

void json_put_boolean_if(struct json *object, const char *key, bool known, bool value)
{
    if (known)
        json_put_boolean(object, key, value);
    else
        json_put_null(object, key);
}

struct json *json_put_object_if(struct json *object, const char *key, bool known)
{
    if (known)
        return json_put_object(object, key);
    json_put_null(object, key);
    return NULL;
}

void json_put_date(struct json *object, const char *key, struct date date)
{
    json_put_text(object, key, date_given(date) ? date_iso(json_arena(object), date) : NULL);
}

void json_put_moment(struct json *object, const char *key, struct moment moment)
{
    json_put_text(object, key, moment.given ? moment_iso(json_arena(object), moment) : NULL);
}

static void put_roll(struct json *object, const struct roll_of_day *roll)
{
    if (!date_given(roll->day))
        return;
    struct json *told = json_put_object(object, "roll");
    json_put_date(told, "day", roll->day);
    struct json *absent = json_put_array(told, "absent");
    for (size_t i = 0; i < roll->absent_count; i++) {
        struct json *member = json_add_object(absent);
        json_put_text(member, "name", roll->absent[i].name);
        json_put_text(member, "code", roll->absent[i].code);
        json_put_date(member, "from", roll->absent[i].tenure.from);
        json_put_date(member, "to", roll->absent[i].tenure.to);
    }
}

/* A withheld digest has no key at all: null would read as a file without one. */
void json_put_origin(struct json *object, const struct origin *origin)
{
    json_put_text(object, "origin", origin->folder == NULL ? "bundled" : "folder");
    json_put_boolean_if(object, "differs_from_bundled", origin->likeness != LIKENESS_NONE,
                        origin->likeness == LIKENESS_DIFFERS);
}

void json_put_head(struct json *object, const char *schema, const struct provenance *from,
                   const char *body, const char *edition)
{
    json_put_text(object, "schema", schema);
    json_put_text(object, "version", from->version);
    json_put_text(object, "constitution", from->constitution);
    json_put_origin(object, &from->origin);
    json_put_text(object, "body", body);
    json_put_text(object, "edition", edition);
}

void json_put_outcome(struct json *object, const char *schema, const struct outcome *outcome)
{
    bool old = outcome->sizes_age == SIZES_OLD || outcome->sizes_age == SIZES_LATER;
    json_put_head(object, schema, &outcome->from, outcome->body, outcome->edition);
    json_put_text(object, "unit", outcome->terms.unit);
    json_put_date(object, "date", outcome->date);
    json_put_date(object, "as_at", outcome->as_at);
    json_put_boolean_if(object, "stale", old || outcome->sizes_age == SIZES_HOLD, old);
    put_roll(object, &outcome->roll);
}

struct json *json_put_request(struct json *object, const struct request *request)
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
        {"date", date_given(request->date) ? date_iso(json_arena(object), request->date) : NULL},
        {"encoding", request->encoding},
    };
    struct json *options = json_put_object(object, "options");
    json_put_text(options, "constitution", request->constitution);
    json_put_boolean(options, "bundled", request->bundled);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        json_put_given(options, given[i].key, given[i].value);
    if (request->multi_line)
        json_put_boolean(options, "multi_line", true);
    if (request->whole)
        json_put_boolean(options, "whole", true);
    return options;
}

void json_put_inputs(struct json *object, const char *key, const struct input *inputs, size_t count)
{
    struct json *array = json_put_array(object, key);
    for (size_t i = 0; i < count; i++) {
        struct json *input = json_add_object(array);
        json_put_text(input, "role", inputs[i].role);
        json_put_text(input, "file", inputs[i].file);
        json_put_given(input, "sheet", inputs[i].sheet);
        json_put_number(input, "rows", (int64_t)inputs[i].rows);
        json_put_given(input, "sha256", inputs[i].sha256);
    }
}

void json_put_notes(struct json *object, struct note_list notes)
{
    struct json *array = json_put_array(object, "notes");
    for (size_t i = 0; i < notes.count; i++)
        if (!notes.notes[i].repeated)
            json_put_text(array, NULL, notes.notes[i].text);
}

void json_put_powers(struct json *object, const char *key, const struct power *power,
                     const char *const *names, size_t count)
{
    struct json *array = json_put_array(object, key);
    for (size_t i = 0; i < count; i++) {
        struct json *member = json_add_object(array);
        json_put_text(member, "name", names[i]);
        json_put_number(member, "decides", power->members[i].decides);
        json_put_text(member, "banzhaf", power->members[i].banzhaf);
        json_put_text(member, "shapley", power->members[i].shapley);
    }
}

void json_put_groups(struct json *object, const char *key, const struct reach *reach,
                     const char *const *members)
{
    struct json *groups = json_put_array(object, key);
    for (size_t i = 0; i < reach->group_count; i++) {
        struct json *group = json_put_array(groups, NULL);
        for (size_t j = 0; j < reach->fewest; j++)
            json_put_text(group, NULL, members[reach->groups[i][j]]);
    }
}

void json_put_reach(struct json *object, const struct reach *reach, const char *const *members)
{
    bool listed = reach->sets == reach->group_count; /* else they are more than were kept */
    json_put_number_if(object, "fewest", reach->possible, (int64_t)reach->fewest);
    json_put_number_if(object, "groups", reach->possible && reach->sets_known,
                       (int64_t)reach->sets);
    json_put_number_if(object, "any_absent", reach->possible, (int64_t)reach->any_absent);
    if (listed)
        json_put_groups(object, "smallest_groups", reach, members);
    else
        (void)json_put_array(object, "smallest_groups");
    json_put_boolean(object, "all_groups_listed", reach->sets_known && listed);
}

void json_put_rows(struct json *object, const char *key, const struct accounting *ballots,
                   enum return_status first)
{
    struct json *rows = json_put_object(object, key);
    json_put_number(rows, "rows", (int64_t)ballots->rows);
    for (size_t i = first; i < RETURN_STATUSES; i++)
        if (i != RETURN_SPOILT || ballots->by_status[i] > 0)
            json_put_number(rows, return_status_name((enum return_status)i),
                            (int64_t)ballots->by_status[i]);
    json_put_number(rows, "others", (int64_t)ballots->others);
}

void json_put_share(struct json *object, const struct share *share)
{
    struct json *told = json_put_object_if(object, "share", share != NULL);
    if (told == NULL)
        return;
    json_put_text(told, "locality", share->locality);
    json_put_number(told, "population", share->population);
    json_put_number_if(told, "stated_total", share->has_stated_total, share->stated_total);
    json_put_number_or_null(told, "sum_of_rows", share->sum_of_rows);
    json_put_quantity(told, "votes_in_all", share->votes_in_all, 0);
    json_put_text(told, "percent", share->percent);
    json_put_text(told, "votes", share->votes);
    json_put_text(told, "percent_of_sum", share->percent_of_sum);
    json_put_text(told, "votes_of_sum", share->votes_of_sum);
    json_put_text(told, "percent_long", share->percent_long);
    json_put_text(told, "percent_long_of_sum", share->percent_long_of_sum);
}

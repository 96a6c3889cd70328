/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_electorate.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static void put_electors(struct json_writer *writer, struct json *object,
                         const struct electorate *electorate)
{
    struct json *array = json_put_array(writer, object, "members");
    for (size_t i = 0; i < electorate->count; i++) {
        const struct elector *elector = &electorate->members[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "name", elector->name);
        json_put_text(writer, entry, "code", elector->code);
        json_put_text(writer, entry, "area", elector->area);
        json_put_text(writer, entry, "class", elector->class_cell);
        json_put_number_if(writer, entry, "list_size", electorate->has_list_sizes,
                           elector->list_size);
        json_put_text(writer, entry, "percent", elector->percent);
        json_put_text(writer, entry, "votes", elector->votes);
        json_put_date(writer, entry, "from", elector->tenure.from);
        json_put_date(writer, entry, "to", elector->tenure.to);
    }
}

static void put_absent(struct json_writer *writer, struct json *object,
                       const struct electorate *electorate)
{
    struct json *array = json_put_array(writer, object, "absent");
    for (size_t i = 0; i < electorate->roll.absent_count; i++) {
        const struct absent_member *absent = &electorate->roll.absent[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "name", absent->name);
        json_put_text(writer, entry, "code", absent->code);
        json_put_date(writer, entry, "from", absent->tenure.from);
        json_put_date(writer, entry, "to", absent->tenure.to);
        json_put_text(writer, entry, "state", phrases_electorate_absence(electorate, absent));
    }
}

static void put_asked(struct json_writer *writer, struct json *object,
                      const struct electorate *electorate)
{
    static const char *const measures[] = {[MEASURE_VOTES] = "votes",
                                           [MEASURE_POPULATION] = "population",
                                           [MEASURE_MEMBERS] = "members"};
    struct arena *arena = writer->arena;
    struct json *array = json_put_array(writer, object, "quorums");
    for (size_t i = 0; i < electorate->quorum_count; i++) {
        const struct quorum_asked *asked = &electorate->quorums[i];
        const struct reach *reach = &asked->reach;
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "text", asked->text);
        json_put_text(writer, entry, "decisions", asked->decisions);
        json_put_text(writer, entry, "area", asked->area);
        if (asked->of_class != NULL)
            json_put_text(writer, entry, "class", asked->of_class);
        if (asked->group != NULL)
            json_put_text(writer, entry, "group", asked->group);
        json_put_text(writer, entry, "measure", measures[asked->measure]);
        json_put_text(writer, entry, "whole", number_canonical(arena, asked->whole, asked->places));
        json_put_text(writer, entry, "needed",
                      number_canonical(arena, reach->needed, asked->places));
        json_put_reach(writer, entry, reach, asked->names);
    }
}

void report_json_electorate(struct arena *arena, const void *value, struct buffer *out)
{
    const struct electorate *electorate = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/roll/1");
    json_put_text(writer, object, "version", electorate->version);
    json_put_text(writer, object, "constitution", electorate->constitution);
    json_put_origin(writer, object, &electorate->origin);
    json_put_text(writer, object, "body", electorate->body);
    json_put_text(writer, object, "edition", electorate->edition);
    json_put_text(writer, object, "unit", electorate->terms.unit);
    json_put_date(writer, object, "date", electorate->day);
    json_put_date(writer, object, "as_at", electorate->as_at);
    bool aged = date_given(electorate->day) && date_given(electorate->as_at);
    json_put_boolean_if(writer, object, "stale", aged,
                        aged && date_beyond_year(electorate->as_at, electorate->day) != 0);
    json_put_number(writer, object, "count", (int64_t)electorate->count);
    json_put_number_if(writer, object, "population", electorate->has_list_sizes,
                       electorate->population);
    put_electors(writer, object, electorate);
    put_absent(writer, object, electorate);
    put_asked(writer, object, electorate);
    struct json *readings = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < electorate->reading_count; i++) {
        const struct quorum_otherwise *otherwise = &electorate->readings[i];
        struct json *entry = json_add_object(writer, readings);
        json_put_text(writer, entry, "reading", otherwise->reading);
        json_put_text(writer, entry, "text", otherwise->text);
        json_put_text(writer, entry, "decision", otherwise->decision);
    }
    json_put_text(writer, object, "without_quorum", electorate->without);
    json_put_inputs(writer, object, "inputs", electorate->inputs, electorate->input_count);
    (void)json_put_request(writer, object, &electorate->request);
    json_finish(writer, object, out);
}

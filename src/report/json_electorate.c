/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_electorate.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static void put_electors(struct json *object, const struct electorate *electorate)
{
    struct json *array = json_put_array(object, "members");
    for (size_t i = 0; i < electorate->count; i++) {
        const struct elector *elector = &electorate->members[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "name", elector->name);
        json_put_text(entry, "code", elector->code);
        json_put_text(entry, "area", elector->area);
        json_put_text(entry, "class", elector->class_cell);
        json_put_number_if(entry, "list_size", electorate->has_list_sizes, elector->list_size);
        json_put_text(entry, "percent", elector->percent);
        json_put_text(entry, "votes", elector->votes);
        json_put_date(entry, "from", elector->tenure.from);
        json_put_date(entry, "to", elector->tenure.to);
    }
}

static void put_absent(struct json *object, const struct electorate *electorate)
{
    struct json *array = json_put_array(object, "absent");
    for (size_t i = 0; i < electorate->roll.absent_count; i++) {
        const struct absent_member *absent = &electorate->roll.absent[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "name", absent->name);
        json_put_text(entry, "code", absent->code);
        json_put_date(entry, "from", absent->tenure.from);
        json_put_date(entry, "to", absent->tenure.to);
        json_put_text(entry, "state", phrases_electorate_absence(electorate, absent));
    }
}

static void put_asked(struct json *object, const struct electorate *electorate)
{
    static const char *const measures[] = {[MEASURE_VOTES] = "votes",
                                           [MEASURE_POPULATION] = "population",
                                           [MEASURE_MEMBERS] = "members"};
    struct arena *arena = json_arena(object);
    struct json *array = json_put_array(object, "quorums");
    for (size_t i = 0; i < electorate->quorum_count; i++) {
        const struct quorum_asked *asked = &electorate->quorums[i];
        const struct reach *reach = &asked->reach;
        struct json *entry = json_add_object(array);
        json_put_text(entry, "text", asked->text);
        json_put_text(entry, "decisions", asked->decisions);
        json_put_text(entry, "area", asked->area);
        json_put_given(entry, "class", asked->of_class);
        json_put_given(entry, "group", asked->group);
        json_put_text(entry, "measure", measures[asked->measure]);
        json_put_text(entry, "whole", number_canonical(arena, asked->whole, asked->places));
        json_put_text(entry, "needed", number_canonical(arena, reach->needed, asked->places));
        json_put_reach(entry, reach, asked->names);
    }
}

void report_json_electorate(struct arena *arena, const void *value, struct buffer *out)
{
    const struct electorate *electorate = value;
    struct json *object = json_begin(arena);
    json_put_head(object, "quorate/roll/1", &electorate->from, electorate->body,
                  electorate->edition);
    json_put_text(object, "unit", electorate->terms.unit);
    json_put_date(object, "date", electorate->day);
    json_put_date(object, "as_at", electorate->as_at);
    bool aged = date_given(electorate->day) && date_given(electorate->as_at);
    json_put_boolean_if(object, "stale", aged,
                        aged && date_beyond_year(electorate->as_at, electorate->day) != 0);
    json_put_number(object, "count", (int64_t)electorate->count);
    json_put_number_if(object, "population", electorate->has_list_sizes, electorate->population);
    put_electors(object, electorate);
    put_absent(object, electorate);
    put_asked(object, electorate);
    struct json *readings = json_put_array(object, "readings");
    for (size_t i = 0; i < electorate->reading_count; i++) {
        const struct quorum_otherwise *otherwise = &electorate->readings[i];
        struct json *entry = json_add_object(readings);
        json_put_text(entry, "reading", otherwise->reading);
        json_put_text(entry, "text", otherwise->text);
        json_put_text(entry, "decision", otherwise->decision);
    }
    json_put_text(object, "without_quorum", electorate->without);
    json_put_inputs(object, "inputs", electorate->from.inputs, electorate->from.input_count);
    (void)json_put_request(object, &electorate->from.request);
    json_finish(object, out);
}

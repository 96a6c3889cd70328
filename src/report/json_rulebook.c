/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "quorate/report.h"

static void put_rules(struct json_writer *writer, struct json *object,
                      const struct rulebook *rulebook, const struct basis *basis, size_t count)
{
    struct json *array = json_put_array(writer, object, "rules");
    for (size_t i = 0; i < count; i++) {
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "rule", rule_name(basis[i].kind));
        json_put_text(writer, entry, "value", basis[i].text);
        json_put_text(writer, entry, "clause", basis[i].clause);
        if (basis[i].group != NULL)
            json_put_text(writer, entry, "group", basis[i].group);
        json_put_boolean(writer, entry, "stated", basis[i].stated);
        json_put_boolean(writer, entry, "default", basis[i].is_default);
        json_put_text(writer, entry, "meaning",
                      phrases_rulebook_meaning(writer->arena, rulebook, &basis[i]));
    }
}

static void put_decision(struct json_writer *writer, struct json *object,
                         const struct rulebook *rulebook, const struct decision_rules *decision)
{
    json_put_text(writer, object, "decision", decision->decision);
    json_put_text(writer, object, "title", decision->title);
    json_put_boolean(writer, object, "election", decision->is_election);
    put_rules(writer, object, rulebook, decision->rules, decision->rule_count);
    struct json *readings = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        struct json *named = json_add_object(writer, readings);
        json_put_text(writer, named, "reading", reading->name);
        put_rules(writer, named, rulebook, reading->rules, reading->rule_count);
    }
}

void report_json_rulebook(struct arena *arena, const void *value, struct buffer *out)
{
    const struct rulebook *rulebook = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/rules/1");
    json_put_text(writer, object, "version", rulebook->version);
    json_put_text(writer, object, "constitution", rulebook->constitution);
    json_put_origin(writer, object, &rulebook->origin);
    json_put_text(writer, object, "body", rulebook->body);
    json_put_text(writer, object, "edition", rulebook->edition);
    json_put_text(writer, object, "unit", rulebook->terms.unit);
    json_put_text(writer, object, "units", rulebook->terms.units);
    put_rules(writer, object, rulebook, rulebook->rules, rulebook->rule_count);
    struct json *decisions = json_put_array(writer, object, "decisions");
    for (size_t i = 0; i < rulebook->decision_count; i++)
        put_decision(writer, json_add_object(writer, decisions), rulebook, &rulebook->decisions[i]);
    json_put_inputs(writer, object, "inputs", rulebook->inputs, rulebook->input_count);
    (void)json_put_request(writer, object, &rulebook->request);
    json_finish(writer, object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "quorate/report.h"

static void put_rules(struct json *object, const struct rulebook *rulebook,
                      const struct basis *basis, size_t count)
{
    struct json *array = json_put_array(object, "rules");
    for (size_t i = 0; i < count; i++) {
        struct json *entry = json_add_object(array);
        json_put_text(entry, "rule", rule_name(basis[i].kind));
        json_put_text(entry, "value", basis[i].text);
        json_put_text(entry, "clause", basis[i].clause);
        json_put_given(entry, "group", basis[i].group);
        json_put_boolean(entry, "stated", basis[i].stated);
        json_put_boolean(entry, "default", basis[i].is_default);
        json_put_text(entry, "meaning",
                      phrases_rulebook_meaning(json_arena(object), rulebook, &basis[i]));
    }
}

static void put_decision(struct json *object, const struct rulebook *rulebook,
                         const struct decision_rules *decision)
{
    json_put_text(object, "decision", decision->decision);
    json_put_text(object, "title", decision->title);
    json_put_boolean(object, "election", decision->is_election);
    put_rules(object, rulebook, decision->rules, decision->rule_count);
    struct json *readings = json_put_array(object, "readings");
    for (size_t i = 0; i < decision->reading_count; i++) {
        const struct reading_rules *reading = &decision->readings[i];
        struct json *named = json_add_object(readings);
        json_put_text(named, "reading", reading->name);
        put_rules(named, rulebook, reading->rules, reading->rule_count);
    }
}

void report_json_rulebook(struct arena *arena, const void *value, struct buffer *out)
{
    const struct rulebook *rulebook = value;
    struct json *object = json_begin(arena);
    json_put_head(object, "quorate/rules/1", &rulebook->from, rulebook->body, rulebook->edition);
    json_put_text(object, "unit", rulebook->terms.unit);
    json_put_text(object, "units", rulebook->terms.units);
    put_rules(object, rulebook, rulebook->rules, rulebook->rule_count);
    struct json *decisions = json_put_array(object, "decisions");
    for (size_t i = 0; i < rulebook->decision_count; i++)
        put_decision(json_add_object(decisions), rulebook, &rulebook->decisions[i]);
    json_put_inputs(object, "inputs", rulebook->from.inputs, rulebook->from.input_count);
    (void)json_put_request(object, &rulebook->from.request);
    json_finish(object, out);
}

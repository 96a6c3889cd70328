/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_editions.h"
#include "quorate/report.h"

static void put_edition(struct json_writer *writer, struct json *object,
                        const struct rulebook *edition)
{
    json_put_text(writer, object, "constitution", edition->constitution);
    json_put_origin(writer, object, &edition->origin);
    json_put_text(writer, object, "body", edition->body);
    json_put_text(writer, object, "edition", edition->edition);
}

static void put_rule(struct json_writer *writer, struct json *object, const char *key,
                     const struct rulebook *edition, const struct basis *rule)
{
    if (rule == NULL) {
        json_put(object, key, json_of_null(writer));
        return;
    }
    struct json *entry = json_put_object(writer, object, key);
    json_put_text(writer, entry, "value", rule->text);
    json_put_text(writer, entry, "clause", rule->clause);
    if (rule->group != NULL)
        json_put_text(writer, entry, "group", rule->group);
    json_put_boolean(writer, entry, "stated", rule->stated);
    json_put_boolean(writer, entry, "default", rule->is_default);
    json_put_text(writer, entry, "meaning", phrases_rulebook_meaning(writer->arena, edition, rule));
}

static void put_rules(struct json_writer *writer, struct json *object,
                      const struct editions *editions)
{
    struct json *array = json_put_array(writer, object, "rules");
    for (size_t i = 0; i < editions->rule_count; i++) {
        const struct rule_change *change = &editions->rules[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "decision", change->decision);
        json_put_text(writer, entry, "title", change->title);
        json_put_text(writer, entry, "reading", change->reading);
        json_put_text(writer, entry, "rule",
                      rule_name(change->is == NULL ? change->was->kind : change->is->kind));
        put_rule(writer, entry, "was", &editions->was, change->was);
        put_rule(writer, entry, "is", &editions->is, change->is);
    }
}

static void put_decisions(struct json_writer *writer, struct json *object,
                          const struct editions *editions)
{
    struct json *array = json_put_array(writer, object, "decisions");
    for (size_t i = 0; i < editions->decision_count; i++) {
        const struct decision_change *change = &editions->decisions[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "decision", change->decision);
        json_put_text(writer, entry, "title", change->title);
        json_put_text(writer, entry, "change", change->is_added ? "added" : "dropped");
    }
}

/* Votes may have decimals, so they are text as everywhere. */
static void put_value(struct json_writer *writer, struct json *object, const char *key,
                      const struct member_change *change, const struct edition_value *value)
{
    if (change->what == FACT_AS_AT)
        json_put_date(writer, object, key, value->date);
    else if (!value->given || !member_fact_is_figure(change->what))
        json_put_text(writer, object, key, value->text);
    else if (change->what == FACT_VOTES)
        json_put_quantity(writer, object, key, value->number, value->places);
    else
        json_put_number(writer, object, key, value->number);
}

static void put_members(struct json_writer *writer, struct json *object,
                        const struct editions *editions)
{
    struct json *array = json_put_array(writer, object, "members");
    for (size_t i = 0; i < editions->member_count; i++) {
        const struct member_change *change = &editions->members[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "table", change->table);
        json_put_text(writer, entry, "member", change->member);
        json_put_text(writer, entry, "code", change->code);
        json_put_text(writer, entry, "what", member_fact_name(change->what));
        put_value(writer, entry, "was", change, &change->was);
        put_value(writer, entry, "is", change, &change->is);
    }
}

void report_json_editions(struct arena *arena, const void *value, struct buffer *out)
{
    const struct editions *editions = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/editions/1");
    json_put_text(writer, object, "version", editions->version);
    json_put_boolean(writer, object, "by_day", editions->by_day);
    put_edition(writer, json_put_object(writer, object, "was"), &editions->was);
    put_edition(writer, json_put_object(writer, object, "is"), &editions->is);
    put_decisions(writer, object, editions);
    put_rules(writer, object, editions);
    put_members(writer, object, editions);
    json_put_inputs(writer, object, "inputs", editions->inputs, editions->input_count);
    json_finish(writer, object, out);
}

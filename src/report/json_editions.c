/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "quorate/report.h"

static void put_edition(struct json *object, const struct rulebook *edition)
{
    json_put_text(object, "constitution", edition->from.constitution);
    json_put_origin(object, &edition->from.origin);
    json_put_text(object, "body", edition->body);
    json_put_text(object, "edition", edition->edition);
}

static void put_rule(struct json *object, const char *key, const struct rulebook *edition,
                     const struct basis *rule)
{
    if (rule == NULL) {
        json_put_null(object, key);
        return;
    }
    struct json *entry = json_put_object(object, key);
    json_put_text(entry, "value", rule->text);
    json_put_text(entry, "clause", rule->clause);
    json_put_given(entry, "group", rule->group);
    json_put_boolean(entry, "stated", rule->stated);
    json_put_boolean(entry, "default", rule->is_default);
    json_put_text(entry, "meaning", phrases_rulebook_meaning(json_arena(object), edition, rule));
}

static void put_rules(struct json *object, const struct editions *editions)
{
    struct json *array = json_put_array(object, "rules");
    for (size_t i = 0; i < editions->rule_count; i++) {
        const struct rule_change *change = &editions->rules[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "decision", change->decision);
        json_put_text(entry, "title", change->title);
        json_put_text(entry, "reading", change->reading);
        json_put_text(entry, "rule",
                      rule_name(change->is == NULL ? change->was->kind : change->is->kind));
        put_rule(entry, "was", &editions->was, change->was);
        put_rule(entry, "is", &editions->is, change->is);
    }
}

static void put_decisions(struct json *object, const struct editions *editions)
{
    struct json *array = json_put_array(object, "decisions");
    for (size_t i = 0; i < editions->decision_count; i++) {
        const struct decision_change *change = &editions->decisions[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "decision", change->decision);
        json_put_text(entry, "title", change->title);
        json_put_text(entry, "change", change->is_added ? "added" : "dropped");
    }
}

/* Votes may have decimals, so they are text as everywhere. */
static void put_value(struct json *object, const char *key, const struct member_change *change,
                      const struct edition_value *value)
{
    if (change->what == FACT_AS_AT)
        json_put_date(object, key, value->date);
    else if (!value->given || !member_fact_is_figure(change->what))
        json_put_text(object, key, value->text);
    else if (change->what == FACT_VOTES)
        json_put_quantity(object, key, value->number, value->places);
    else
        json_put_number(object, key, value->number);
}

static void put_members(struct json *object, const struct editions *editions)
{
    struct json *array = json_put_array(object, "members");
    for (size_t i = 0; i < editions->member_count; i++) {
        const struct member_change *change = &editions->members[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "table", change->table);
        json_put_text(entry, "member", change->member);
        json_put_text(entry, "code", change->code);
        json_put_text(entry, "what", member_fact_name(change->what));
        put_value(entry, "was", change, &change->was);
        put_value(entry, "is", change, &change->is);
    }
}

void report_json_editions(struct arena *arena, const void *value, struct buffer *out)
{
    const struct editions *editions = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/editions/1");
    json_put_text(object, "version", editions->from.version);
    json_put_boolean(object, "by_day", editions->by_day);
    put_edition(json_put_object(object, "was"), &editions->was);
    put_edition(json_put_object(object, "is"), &editions->is);
    put_decisions(object, editions);
    put_rules(object, editions);
    put_members(object, editions);
    json_put_inputs(object, "inputs", editions->from.inputs, editions->from.input_count);
    json_finish(object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_county.h"
#include "quorate/report.h"

static void put_locality(struct json *object, const struct county *county,
                         const struct locality_share *locality)
{
    json_put_text(object, "name", locality->name);
    json_put_number_or_null(object, "practices", locality->practices);
    json_put_number_or_null(object, "population", locality->population);
    json_put_text(object, "percent", locality->percent);
    json_put_text(object, "votes", locality->votes);
    json_put_text(object, "percent_of_sum", locality->percent_of_sum);
    json_put_text(object, "votes_of_sum", locality->votes_of_sum);
    json_put_text(object, "published_votes", locality->published_votes);
    json_put_boolean(object, "own", locality->is_own);
    if (county->whole) {
        json_put_number(object, "whole_votes", locality->whole_votes);
        json_put_boolean(object, "by_lot", locality->by_lot);
    }
}

static void put_whole(struct json *report, const struct county *county)
{
    struct json *object = json_put_object_if(report, "whole", county->whole);
    if (object == NULL)
        return;
    json_put_number(object, "lot_votes", county->lot_votes);
    json_put_number(object, "lot_among", (int64_t)county->lot_among);
}

static void put_power(struct json *report, const struct county *county)
{
    const struct power *power = &county->power;
    struct json *object = json_put_object_if(report, "power", power->known);
    if (object == NULL)
        return;
    struct voters voters = phrases_county_voters(json_arena(object), county);
    if (county->power_decision != NULL) {
        json_put_text(object, "decision", county->power_decision);
        json_put_text(object, "passes", county->power_rule);
        json_put_text(object, "clause", county->power_clause);
    }
    json_put_quantity(object, "quota", power->quota, county->power_places);
    json_put_number(object, "ways", power->ways);
    json_put_powers(object, "members", power, voters.names, voters.count);
}

void report_json_county(struct arena *arena, const void *value, struct buffer *out)
{
    const struct county *county = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/share/1");
    json_put_date(object, "as_at", county->as_at);
    json_put_quantity(object, "votes_in_all", county->votes_in_all, 0);
    json_put_number_if(object, "stated_total", county->has_stated_total, county->stated_total);
    json_put_number_or_null(object, "sum_of_rows", county->sum_of_rows);
    json_put_text(object, "sum_of_votes", county->sum_of_votes);
    struct json *localities = json_put_array(object, "localities");
    for (size_t i = 0; i < county->locality_count; i++)
        put_locality(json_add_object(localities), county, &county->localities[i]);
    json_put_notes(object, phrases_county_notes(arena, county));
    json_put_text(object, "constitution", county->from.constitution);
    json_put_origin(object, &county->from.origin);
    json_put_text(object, "version", county->from.version);
    json_put_text(object, "sum_of_percent", county->sum_of_percent);
    json_put_text(object, "sum_of_percent_of_sum", county->sum_of_percent_of_sum);
    json_put_text(object, "sum_of_votes_of_sum", county->sum_of_votes_of_sum);
    json_put_number_or_null(object, "stated_practices", county->stated_practices);
    json_put_number_or_null(object, "sum_of_practices", county->sum_of_practices);
    put_whole(object, county);
    put_power(object, county);
    json_put_inputs(object, "inputs", county->from.inputs, county->from.input_count);
    json_put_request(object, &county->from.request);
    json_finish(object, out);
}

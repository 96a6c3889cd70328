/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "phrases_county.h"
#include "quorate/report.h"

static void put_locality(struct json_writer *writer, struct json *object,
                         const struct county *county, const struct locality_share *locality)
{
    json_put_text(writer, object, "name", locality->name);
    json_put_number_or_null(writer, object, "practices", locality->practices);
    json_put_number_or_null(writer, object, "population", locality->population);
    json_put_text(writer, object, "percent", locality->percent);
    json_put_text(writer, object, "votes", locality->votes);
    json_put_text(writer, object, "percent_of_sum", locality->percent_of_sum);
    json_put_text(writer, object, "votes_of_sum", locality->votes_of_sum);
    json_put_text(writer, object, "published_votes", locality->published_votes);
    json_put_boolean(writer, object, "own", locality->is_own);
    if (county->whole) {
        json_put_number(writer, object, "whole_votes", locality->whole_votes);
        json_put_boolean(writer, object, "by_lot", locality->by_lot);
    }
}

static struct json *of_whole(struct json_writer *writer, const struct county *county)
{
    if (!county->whole)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "lot_votes", county->lot_votes);
    json_put_number(writer, object, "lot_among", (int64_t)county->lot_among);
    return object;
}

static struct json *of_power(struct json_writer *writer, const struct county *county)
{
    const struct power *power = &county->power;
    if (!power->known)
        return json_of_null(writer);
    struct voters voters = phrases_county_voters(writer->arena, county);
    struct json *object = json_of_object(writer);
    if (county->power_decision != NULL) {
        json_put_text(writer, object, "decision", county->power_decision);
        json_put_text(writer, object, "passes", county->power_rule);
        json_put_text(writer, object, "clause", county->power_clause);
    }
    json_put_quantity(writer, object, "quota", power->quota, county->power_places);
    json_put_number(writer, object, "ways", power->ways);
    json_put(object, "members", json_of_powers(writer, power, voters.names, voters.count));
    return object;
}

void report_json_county(struct arena *arena, const void *value, struct buffer *out)
{
    const struct county *county = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/share/1");
    json_put_date(writer, object, "as_at", county->as_at);
    json_put_quantity(writer, object, "votes_in_all", county->votes_in_all, 0);
    json_put_number_if(writer, object, "stated_total", county->has_stated_total,
                       county->stated_total);
    json_put_number_or_null(writer, object, "sum_of_rows", county->sum_of_rows);
    json_put_text(writer, object, "sum_of_votes", county->sum_of_votes);
    struct json *localities = json_put_array(writer, object, "localities");
    for (size_t i = 0; i < county->locality_count; i++)
        put_locality(writer, json_add_object(writer, localities), county, &county->localities[i]);
    json_put_notes(writer, object, phrases_county_notes(arena, county));
    json_put_text(writer, object, "constitution", county->constitution);
    json_put_origin(writer, object, &county->origin);
    json_put_text(writer, object, "version", county->version);
    json_put_text(writer, object, "sum_of_percent", county->sum_of_percent);
    json_put_text(writer, object, "sum_of_percent_of_sum", county->sum_of_percent_of_sum);
    json_put_text(writer, object, "sum_of_votes_of_sum", county->sum_of_votes_of_sum);
    json_put_number_or_null(writer, object, "stated_practices", county->stated_practices);
    json_put_number_or_null(writer, object, "sum_of_practices", county->sum_of_practices);
    json_put(object, "whole", of_whole(writer, county));
    json_put(object, "power", of_power(writer, county));
    json_put_inputs(writer, object, "inputs", county->inputs, county->input_count);
    json_put_request(writer, object, &county->request);
    json_finish(writer, object, out);
}

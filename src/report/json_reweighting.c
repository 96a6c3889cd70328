/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <string.h>

#include "phrases_reweighting.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

/* "+15.20" without its plus. */
static const char *unsigned_plus(const char *change)
{
    return change[0] == '+' ? change + 1 : change;
}

static void put_practice(struct json *object, const struct practice_change *practice)
{
    bool left = practice->source == SIZE_LEFT;
    json_put_text(object, "practice", practice->practice);
    json_put_text(object, "code", practice->code);
    json_put_number(object, "before", practice->before);
    json_put_number_if(object, "after", !left, practice->after);
    json_put_number(object, "change", practice->change);
    json_put_text(object, "percent_change", unsigned_plus(practice->percent_change));
    json_put_text(object, "weight_percent_before", practice->weight_before);
    json_put_text(object, "weight_percent_after", left ? NULL : practice->weight_after);
    json_put_text(object, "weight_change", unsigned_plus(practice->weight_change));
    json_put_number(object, "rank", (int64_t)practice->rank);
    json_put_text(object, "source", size_source_name(practice->source));
}

/* A file of the NHS: its list sizes, or which practice is in which area. */
static bool is_source(const struct input *input)
{
    return strcmp(input->role, "list sizes") == 0 || strcmp(input->role, "areas") == 0;
}

/* The first file of list sizes; for the others see "sources". */
static void put_source(struct json *report, const struct reweighting *reweighting)
{
    struct json *object = json_put_object_if(report, "source", reweighting->from.input_count > 0);
    if (object == NULL)
        return;
    const struct input *input = &reweighting->from.inputs[0];
    json_put_text(object, "file", input->file);
    json_put_text(object, "sha256", input->sha256);
    json_put_number(object, "rows", (int64_t)input->rows);
    json_put_text(object, "layout", reweighting->layout);
    const char **files =
        arena_alloc(json_arena(object), reweighting->from.input_count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < reweighting->from.input_count; i++)
        if (strcmp(reweighting->from.inputs[i].role, "list sizes") == 0)
            files[count++] = reweighting->from.inputs[i].file;
    json_put_texts(object, "files", files, count);
}

static void put_sources(struct json *object, const struct reweighting *reweighting)
{
    struct input *sources =
        arena_alloc(json_arena(object), reweighting->from.input_count, sizeof *sources);
    size_t count = 0;
    for (size_t i = 0; i < reweighting->from.input_count; i++)
        if (is_source(&reweighting->from.inputs[i]))
            sources[count++] = reweighting->from.inputs[i];
    json_put_inputs(object, "sources", sources, count);
}

/* The share as a tally has it; on the area's sum only where that is known. */
static void put_share_after(struct json *object, const struct reweighting *reweighting)
{
    struct arena *arena = json_arena(object);
    const struct share_figures *after = &reweighting->share_after;
    int64_t sum = reweighting->area_sum, part = after->population;
    if (!after->known) {
        json_put_share(object, NULL);
        return;
    }
    struct share share = {
        .locality = reweighting->locality,
        .population = part,
        .has_stated_total = true,
        .stated_total = after->total,
        .sum_of_rows = sum,
        .votes_in_all = reweighting->votes_in_all,
        .percent = after->percent,
        .votes = after->votes,
        .percent_long = after->percent_long,
    };
    if (sum != 0) {
        share.percent_of_sum = ratio_percent(arena, part, sum, 1);
        share.votes_of_sum = ratio_decimal(arena, share.votes_in_all * part, sum, 2);
        share.percent_long_of_sum = ratio_percent(arena, part, sum, 2);
    }
    json_put_share(object, &share);
}

static void put_share_before(struct json *report, const struct reweighting *reweighting)
{
    const struct share_figures *share = &reweighting->share_before;
    struct json *object = json_put_object_if(report, "share_before", share->known);
    if (object == NULL)
        return;
    json_put_number(object, "population", share->population);
    json_put_number(object, "total", share->total);
    json_put_text(object, "percent", share->percent);
    json_put_text(object, "votes", share->votes);
    json_put_text(object, "percent_long", share->percent_long);
}

static void put_reach(struct json *change, const char *key, const struct reweighting *reweighting,
                      const struct quorum_change *quorum, bool now)
{
    struct json *object = json_put_object(change, key);
    struct reached reached = phrases_reached(json_arena(object), reweighting, quorum, now);
    json_put_number(object, "needed", reached.reach->needed);
    json_put_reach(object, reached.reach, reached.names);
}

static void put_quorums(struct json *object, const struct reweighting *reweighting)
{
    struct json *array = json_put_array(object, "quorums");
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        const struct quorum_change *quorum = &reweighting->quorums[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "text", quorum->text);
        json_put_text(entry, "decisions", quorum->decisions);
        put_reach(entry, "before", reweighting, quorum, false);
        put_reach(entry, "after", reweighting, quorum, true);
    }
}

/* Of the practices then, or of those that stay. */
static void put_powers(struct json *object, const char *key, const struct reweighting *reweighting,
                       const struct power *power, bool now)
{
    struct voters voters = phrases_sizes_voters(json_arena(object), reweighting, now);
    if (power->known)
        json_put_powers(object, key, power, voters.names, voters.count);
    else
        json_put_null(object, key);
}

static void put_both_powers(struct json *report, const struct reweighting *reweighting)
{
    const struct power *before = &reweighting->power_before;
    const struct power *after = &reweighting->power_after;
    bool known = reweighting->power_decision != NULL && (before->known || after->known);
    struct json *object = json_put_object_if(report, "power", known);
    if (object == NULL)
        return;
    json_put_text(object, "decision", reweighting->power_decision);
    put_powers(object, "before", reweighting, before, false);
    put_powers(object, "after", reweighting, after, true);
    struct json *quota = json_put_object(object, "quota");
    json_put_quantity(quota, "before", before->quota, 0);
    json_put_quantity(quota, "after", after->quota, 0);
    struct json *ways = json_put_object(object, "ways");
    json_put_number(ways, "before", before->ways);
    json_put_number(ways, "after", after->ways);
}

static void put_localities(struct json *object, const struct reweighting *reweighting)
{
    struct json *array = json_put_array(object, "localities");
    for (size_t i = 0; i < reweighting->locality_count; i++) {
        const struct locality_change *locality = &reweighting->localities[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "name", locality->name);
        json_put_number_or_null(entry, "practices", locality->practices);
        json_put_number_or_null(entry, "before", locality->before);
        json_put_number_or_null(entry, "after", locality->after);
        json_put_text(entry, "percent", locality->share_percent);
        json_put_text(entry, "votes", locality->votes);
        json_put_boolean(entry, "own", locality->is_own);
    }
}

/* null where nothing was asked to be adopted. */
static void put_adopted(struct json *report, const struct reweighting *reweighting)
{
    struct json *object = json_put_object_if(report, "adopted", reweighting->adopted_count > 0);
    if (object == NULL)
        return;
    json_put_texts(object, "tables", reweighting->adopted, reweighting->adopted_count);
    json_put_boolean(object, "written", !reweighting->adopted_before);
}

/* All of it, be it null, so that none can be taken out unseen. */
static void put_asked(struct json *object, const struct reweighting *reweighting)
{
    const struct sizes_request *request = &reweighting->request;
    struct json *options = json_put_request(object, &reweighting->from.request);
    json_put_text(options, "area", request->area);
    json_put_text(options, "total", request->total);
    json_put_date(options, "as_at", request->as_at);
    json_put_texts(options, "keep", request->keep, request->keep_count);
    json_put_texts(options, "set", request->set, request->set_count);
    json_put_texts(options, "leave", request->leave, request->leave_count);
    json_put_boolean(options, "adopt", request->adopt);
}

void report_json_reweighting(struct arena *arena, const void *value, struct buffer *out)
{
    const struct reweighting *reweighting = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/reweight/1");
    json_put_date(object, "as_at", reweighting->as_at);
    json_put_text(object, "area", reweighting->area);
    json_put_number_or_null(object, "area_total", reweighting->area_total);
    put_source(object, reweighting);
    json_put_number(object, "before", reweighting->before);
    json_put_number(object, "after", reweighting->after);
    struct json *practices = json_put_array(object, "practices");
    for (size_t i = 0; i < reweighting->practice_count; i++)
        put_practice(json_add_object(practices), &reweighting->practices[i]);
    put_share_after(object, reweighting);
    json_put_notes(object, phrases_sizes_notes(arena, reweighting));
    json_put_text(object, "constitution", reweighting->from.constitution);
    json_put_origin(object, &reweighting->from.origin);
    json_put_text(object, "version", reweighting->from.version);
    json_put_text(object, "body", reweighting->body);
    put_share_before(object, reweighting);
    json_put_date(object, "as_at_before", reweighting->before_at);
    json_put_text(object, "percent_change", unsigned_plus(reweighting->percent_change));
    put_quorums(object, reweighting);
    put_both_powers(object, reweighting);
    json_put_text(object, "written_to", reweighting->written_to);
    json_put_number_or_null(object, "area_in_file", reweighting->area_in_file);
    json_put_number_or_null(object, "practices_in_area", (int64_t)reweighting->area_practices);
    json_put_number(object, "change", reweighting->after - reweighting->before);
    json_put_text(object, "clause", reweighting->clause);
    put_localities(object, reweighting);
    put_adopted(object, reweighting);
    put_sources(object, reweighting);
    json_put_inputs(object, "inputs", reweighting->from.inputs, reweighting->from.input_count);
    put_asked(object, reweighting);
    json_finish(object, out);
}

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

static void put_practice(struct json_writer *writer, struct json *object,
                         const struct practice_change *practice)
{
    bool left = practice->source == SIZE_LEFT;
    json_put_text(writer, object, "practice", practice->practice);
    json_put_text(writer, object, "code", practice->code);
    json_put_number(writer, object, "before", practice->before);
    json_put_number_if(writer, object, "after", !left, practice->after);
    json_put_number(writer, object, "change", practice->change);
    json_put_text(writer, object, "percent_change", unsigned_plus(practice->percent_change));
    json_put_text(writer, object, "weight_percent_before", practice->weight_before);
    json_put_text(writer, object, "weight_percent_after", left ? NULL : practice->weight_after);
    json_put_text(writer, object, "weight_change", unsigned_plus(practice->weight_change));
    json_put_number(writer, object, "rank", (int64_t)practice->rank);
    json_put_text(writer, object, "source", size_source_name(practice->source));
}

/* A file of the NHS: its list sizes, or which practice is in which area. */
static bool is_source(const struct input *input)
{
    return strcmp(input->role, "list sizes") == 0 || strcmp(input->role, "areas") == 0;
}

/* The first file of list sizes; for the others see "sources". */
static struct json *of_source(struct json_writer *writer, const struct reweighting *reweighting)
{
    if (reweighting->input_count == 0)
        return json_of_null(writer);
    const struct input *input = &reweighting->inputs[0];
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "file", input->file);
    json_put_text(writer, object, "sha256", input->sha256);
    json_put_number(writer, object, "rows", (int64_t)input->rows);
    json_put_text(writer, object, "layout", reweighting->layout);
    const char **files = arena_alloc(writer->arena, reweighting->input_count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < reweighting->input_count; i++)
        if (strcmp(reweighting->inputs[i].role, "list sizes") == 0)
            files[count++] = reweighting->inputs[i].file;
    json_put_texts(writer, object, "files", files, count);
    return object;
}

static void put_sources(struct json_writer *writer, struct json *object,
                        const struct reweighting *reweighting)
{
    struct input *sources = arena_alloc(writer->arena, reweighting->input_count, sizeof *sources);
    size_t count = 0;
    for (size_t i = 0; i < reweighting->input_count; i++)
        if (is_source(&reweighting->inputs[i]))
            sources[count++] = reweighting->inputs[i];
    json_put_inputs(writer, object, "sources", sources, count);
}

/* The share as a tally has it; on the area's sum only where that is known. */
static struct json *of_share_after(struct json_writer *writer,
                                   const struct reweighting *reweighting)
{
    struct arena *arena = writer->arena;
    const struct share_figures *after = &reweighting->share_after;
    int64_t sum = reweighting->area_sum, part = after->population;
    if (!after->known)
        return json_of_null(writer);
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
    return json_of_share(writer, &share);
}

static struct json *of_share_before(struct json_writer *writer,
                                    const struct reweighting *reweighting)
{
    const struct share_figures *share = &reweighting->share_before;
    if (!share->known)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "population", share->population);
    json_put_number(writer, object, "total", share->total);
    json_put_text(writer, object, "percent", share->percent);
    json_put_text(writer, object, "votes", share->votes);
    json_put_text(writer, object, "percent_long", share->percent_long);
    return object;
}

static struct json *of_reach(struct json_writer *writer, const struct reweighting *reweighting,
                             const struct quorum_change *quorum, bool now)
{
    struct reached reached = phrases_reached(writer->arena, reweighting, quorum, now);
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "needed", reached.reach->needed);
    json_put_reach(writer, object, reached.reach, reached.names);
    return object;
}

static void put_quorums(struct json_writer *writer, struct json *object,
                        const struct reweighting *reweighting)
{
    struct json *array = json_put_array(writer, object, "quorums");
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        const struct quorum_change *quorum = &reweighting->quorums[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "text", quorum->text);
        json_put_text(writer, entry, "decisions", quorum->decisions);
        json_put(entry, "before", of_reach(writer, reweighting, quorum, false));
        json_put(entry, "after", of_reach(writer, reweighting, quorum, true));
    }
}

/* Of the practices then, or of those that stay. */
static struct json *of_powers(struct json_writer *writer, const struct reweighting *reweighting,
                              const struct power *power, bool now)
{
    if (!power->known)
        return json_of_null(writer);
    struct voters voters = phrases_sizes_voters(writer->arena, reweighting, now);
    return json_of_powers(writer, power, voters.names, voters.count);
}

static void put_both(struct json_writer *writer, struct json *object, const char *key,
                     struct json *before, struct json *after)
{
    struct json *both = json_of_object(writer);
    json_put(both, "before", before);
    json_put(both, "after", after);
    json_put(object, key, both);
}

static struct json *of_both_powers(struct json_writer *writer,
                                   const struct reweighting *reweighting)
{
    const struct power *before = &reweighting->power_before;
    const struct power *after = &reweighting->power_after;
    if (reweighting->power_decision == NULL || (!before->known && !after->known))
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "decision", reweighting->power_decision);
    json_put(object, "before", of_powers(writer, reweighting, before, false));
    json_put(object, "after", of_powers(writer, reweighting, after, true));
    put_both(writer, object, "quota",
             json_of_text(writer, number_canonical(writer->arena, before->quota, 0)),
             json_of_text(writer, number_canonical(writer->arena, after->quota, 0)));
    put_both(writer, object, "ways", json_of_number(writer, before->ways),
             json_of_number(writer, after->ways));
    return object;
}

static void put_localities(struct json_writer *writer, struct json *object,
                           const struct reweighting *reweighting)
{
    struct json *array = json_put_array(writer, object, "localities");
    for (size_t i = 0; i < reweighting->locality_count; i++) {
        const struct locality_change *locality = &reweighting->localities[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "name", locality->name);
        json_put_number_or_null(writer, entry, "practices", locality->practices);
        json_put_number_or_null(writer, entry, "before", locality->before);
        json_put_number_or_null(writer, entry, "after", locality->after);
        json_put_text(writer, entry, "percent", locality->share_percent);
        json_put_text(writer, entry, "votes", locality->votes);
        json_put_boolean(writer, entry, "own", locality->is_own);
    }
}

/* null where nothing was asked to be adopted. */
static struct json *of_adopted(struct json_writer *writer, const struct reweighting *reweighting)
{
    if (reweighting->adopted_count == 0)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_texts(writer, object, "tables", reweighting->adopted, reweighting->adopted_count);
    json_put_boolean(writer, object, "written", !reweighting->adopted_before);
    return object;
}

/* All of it, be it null, so that none can be taken out unseen. */
static void put_asked(struct json_writer *writer, struct json *object,
                      const struct sizes_request *request)
{
    struct json *options = json_put_request(writer, object, &request->tables);
    json_put_text(writer, options, "area", request->area);
    json_put_text(writer, options, "total", request->total);
    json_put_date(writer, options, "as_at", request->as_at);
    json_put_texts(writer, options, "keep", request->keep, request->keep_count);
    json_put_texts(writer, options, "set", request->set, request->set_count);
    json_put_texts(writer, options, "leave", request->leave, request->leave_count);
    json_put_boolean(writer, options, "adopt", request->adopt);
}

void report_json_reweighting(struct arena *arena, const void *value, struct buffer *out)
{
    const struct reweighting *reweighting = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/reweight/1");
    json_put_date(writer, object, "as_at", reweighting->as_at);
    json_put_text(writer, object, "area", reweighting->area);
    json_put_number_or_null(writer, object, "area_total", reweighting->area_total);
    json_put(object, "source", of_source(writer, reweighting));
    json_put_number(writer, object, "before", reweighting->before);
    json_put_number(writer, object, "after", reweighting->after);
    struct json *practices = json_put_array(writer, object, "practices");
    for (size_t i = 0; i < reweighting->practice_count; i++)
        put_practice(writer, json_add_object(writer, practices), &reweighting->practices[i]);
    json_put(object, "share", of_share_after(writer, reweighting));
    json_put_notes(writer, object, phrases_sizes_notes(arena, reweighting));
    json_put_text(writer, object, "constitution", reweighting->constitution);
    json_put_origin(writer, object, &reweighting->origin);
    json_put_text(writer, object, "version", reweighting->version);
    json_put_text(writer, object, "body", reweighting->body);
    json_put(object, "share_before", of_share_before(writer, reweighting));
    json_put_date(writer, object, "as_at_before", reweighting->before_at);
    json_put_text(writer, object, "percent_change", unsigned_plus(reweighting->percent_change));
    put_quorums(writer, object, reweighting);
    json_put(object, "power", of_both_powers(writer, reweighting));
    json_put_text(writer, object, "written_to", reweighting->written_to);
    json_put_number_or_null(writer, object, "area_in_file", reweighting->area_in_file);
    json_put_number_or_null(writer, object, "practices_in_area",
                            (int64_t)reweighting->area_practices);
    json_put_number(writer, object, "change", reweighting->after - reweighting->before);
    json_put_text(writer, object, "clause", reweighting->clause);
    put_localities(writer, object, reweighting);
    json_put(object, "adopted", of_adopted(writer, reweighting));
    put_sources(writer, object, reweighting);
    json_put_inputs(writer, object, "inputs", reweighting->inputs, reweighting->input_count);
    put_asked(writer, object, &reweighting->request);
    json_finish(writer, object, out);
}

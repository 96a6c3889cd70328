/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_register.h"
#include "quorate/report.h"

static void put_quorums(struct json *object, const struct registered *line)
{
    struct json *array = json_put_array(object, "quorum");
    for (size_t i = 0; i < line->quorum_count; i++) {
        const struct registered_quorum *quorum = &line->quorums[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "text", quorum->text);
        json_put_text(entry, "part", quorum->part);
        json_put_text(entry, "whole", quorum->whole);
        json_put_text(entry, "needed", quorum->needed);
        json_put_boolean(entry, "met", quorum->met);
    }
}

static void put_figures(struct json *object, const struct registered *line)
{
    struct json *array = json_put_array(object, "figures");
    for (size_t i = 0; i < line->figure_count; i++) {
        const struct registered_figure *figure = &line->figures[i];
        struct json *entry = json_add_object(array);
        if (figure->candidate != NULL)
            json_put_text(entry, "candidate", figure->candidate);
        else
            json_put_text(entry, "group", figure->group);
        json_put_number(entry, "members", figure->members);
        json_put_text(entry, "votes", figure->votes);
    }
}

static void put_line(struct json *object, const struct registered *line)
{
    json_put_number(object, "n", line->n);
    json_put_date(object, "date", line->date);
    json_put_text(object, "body", line->body);
    json_put_text(object, "kind", line->kind);
    json_put_text(object, "title", line->title);
    json_put_text(object, "motion", line->motion);
    json_put_text(object, "post", line->post);
    json_put_text(object, "verdict", line->verdict);
    json_put_boolean(object, "consensus", line->consensus);
    json_put_text(object, "winner", line->winner);
    json_put_texts(object, "run_off", line->run_off, line->run_off_count);
    json_put_boolean(object, "certain", line->certain);
    put_quorums(object, line);
    put_figures(object, line);
    json_put_number_or_null(object, "keep_months", line->keep_months);
    json_put_date(object, "destroy_on", line->destroy_on);
    json_put_number_or_null(object, "corrects", line->corrects);
    json_put_given(object, "ballots_hmac", line->ballots_hmac);
    json_put_text(object, "result_sha256", line->result_sha256);
    json_put_text(object, "previous_sha256", line->previous_sha256);
}

void report_register_line(struct arena *arena, const struct registered *line, struct buffer *out)
{
    struct json *object = json_begin(arena);
    put_line(object, line);
    json_finish_line(object, out);
}

/* ---- The listing */

static void put_decisions(struct json *object, const struct register_listing *listing)
{
    struct json *array = json_put_array(object, "decisions");
    for (size_t i = 0; i < listing->listed_count; i++) {
        const struct registered *line = listing->listed[i];
        struct json *entry = json_add_object(array);
        put_line(entry, line);
        json_put_number(entry, "line", (int64_t)line->line);
        json_put_text(entry, "sha256", line->sha256);
        json_put_number_or_null(entry, "corrected_by", line->corrected_by);
    }
}

static void put_due(struct json *object, const struct register_listing *listing)
{
    struct json *array = json_put_array(object, "ballots_due");
    for (size_t i = 0; i < listing->due_count; i++) {
        const struct registered *of = listing->due[i].of;
        struct json *entry = json_add_object(array);
        json_put_number(entry, "n", of->n);
        json_put_date(entry, "destroy_on", of->destroy_on);
        json_put_number_or_null(entry, "keep_months", of->keep_months);
        json_put_boolean_if(entry, "due", date_given(listing->day) && date_given(of->destroy_on),
                            listing->due[i].is_due);
    }
}

static void put_kept(struct json *report, const struct register_listing *listing)
{
    struct json *object = json_put_object_if(report, "kept", listing->kept_as != KEPT_NONE);
    if (object == NULL)
        return;
    json_put_text(object, "sha256", listing->kept);
    json_put_number_or_null(object, "line", (int64_t)listing->kept_line);
}

static void put_faults(struct json *object, const struct decision_register *decisions)
{
    struct json *array = json_put_array(object, "faults");
    for (size_t i = 0; i < decisions->fault_count; i++) {
        struct json *entry = json_add_object(array);
        json_put_number(entry, "line", (int64_t)decisions->faults[i].line);
        json_put_text(entry, "what", decisions->faults[i].what);
    }
}

void report_json_register(struct arena *arena, const void *value, struct buffer *out)
{
    const struct register_listing *listing = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/register/1");
    json_put_text(object, "version", listing->version);
    json_put_text(object, "body", listing->body);
    json_put_boolean(object, "sound", listing->sound);
    json_put_number(object, "lines", (int64_t)listing->decisions->line_count);
    json_put_text(object, "last_sha256", listing->decisions->last_sha256);
    put_kept(object, listing);
    json_put_date(object, "since", listing->since);
    json_put_date(object, "until", listing->until);
    json_put_date(object, "date", listing->day);
    put_decisions(object, listing);
    put_due(object, listing);
    put_faults(object, listing->decisions);
    json_put_inputs(object, "inputs", &listing->input, 1);
    json_put_notes(object, phrases_register_notes(arena, listing));
    json_finish(object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_register.h"
#include "quorate/report.h"

static void put_quorums(struct json_writer *writer, struct json *object,
                        const struct registered *line)
{
    struct json *array = json_put_array(writer, object, "quorum");
    for (size_t i = 0; i < line->quorum_count; i++) {
        const struct registered_quorum *quorum = &line->quorums[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "text", quorum->text);
        json_put_text(writer, entry, "part", quorum->part);
        json_put_text(writer, entry, "whole", quorum->whole);
        json_put_text(writer, entry, "needed", quorum->needed);
        json_put_boolean(writer, entry, "met", quorum->met);
    }
}

static void put_figures(struct json_writer *writer, struct json *object,
                        const struct registered *line)
{
    struct json *array = json_put_array(writer, object, "figures");
    for (size_t i = 0; i < line->figure_count; i++) {
        const struct registered_figure *figure = &line->figures[i];
        struct json *entry = json_add_object(writer, array);
        if (figure->candidate != NULL)
            json_put_text(writer, entry, "candidate", figure->candidate);
        else
            json_put_text(writer, entry, "group", figure->group);
        json_put_number(writer, entry, "members", figure->members);
        json_put_text(writer, entry, "votes", figure->votes);
    }
}

static void put_line(struct json_writer *writer, struct json *object, const struct registered *line)
{
    json_put_number(writer, object, "n", line->n);
    json_put_date(writer, object, "date", line->date);
    json_put_text(writer, object, "body", line->body);
    json_put_text(writer, object, "kind", line->kind);
    json_put_text(writer, object, "title", line->title);
    json_put_text(writer, object, "motion", line->motion);
    json_put_text(writer, object, "post", line->post);
    json_put_text(writer, object, "verdict", line->verdict);
    json_put_boolean(writer, object, "consensus", line->consensus);
    json_put_text(writer, object, "winner", line->winner);
    json_put_texts(writer, object, "run_off", line->run_off, line->run_off_count);
    json_put_boolean(writer, object, "certain", line->certain);
    put_quorums(writer, object, line);
    put_figures(writer, object, line);
    json_put_number_or_null(writer, object, "keep_months", line->keep_months);
    json_put_date(writer, object, "destroy_on", line->destroy_on);
    json_put_number_or_null(writer, object, "corrects", line->corrects);
    if (line->ballots_hmac != NULL)
        json_put_text(writer, object, "ballots_hmac", line->ballots_hmac);
    json_put_text(writer, object, "result_sha256", line->result_sha256);
    json_put_text(writer, object, "previous_sha256", line->previous_sha256);
}

void report_register_line(struct arena *arena, const struct registered *line, struct buffer *out)
{
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    put_line(writer, object, line);
    json_finish_line(writer, object, out);
}

/* ---- The listing */

static void put_decisions(struct json_writer *writer, struct json *object,
                          const struct register_listing *listing)
{
    struct json *array = json_put_array(writer, object, "decisions");
    for (size_t i = 0; i < listing->listed_count; i++) {
        const struct registered *line = listing->listed[i];
        struct json *entry = json_add_object(writer, array);
        put_line(writer, entry, line);
        json_put_number(writer, entry, "line", (int64_t)line->line);
        json_put_text(writer, entry, "sha256", line->sha256);
        json_put_number_or_null(writer, entry, "corrected_by", line->corrected_by);
    }
}

static void put_due(struct json_writer *writer, struct json *object,
                    const struct register_listing *listing)
{
    struct json *array = json_put_array(writer, object, "ballots_due");
    for (size_t i = 0; i < listing->due_count; i++) {
        const struct registered *of = listing->due[i].of;
        struct json *entry = json_add_object(writer, array);
        json_put_number(writer, entry, "n", of->n);
        json_put_date(writer, entry, "destroy_on", of->destroy_on);
        json_put_number_or_null(writer, entry, "keep_months", of->keep_months);
        json_put_boolean_if(writer, entry, "due",
                            date_given(listing->day) && date_given(of->destroy_on),
                            listing->due[i].is_due);
    }
}

static struct json *of_kept(struct json_writer *writer, const struct register_listing *listing)
{
    if (listing->kept_as == KEPT_NONE)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "sha256", listing->kept);
    json_put_number_or_null(writer, object, "line", (int64_t)listing->kept_line);
    return object;
}

static void put_faults(struct json_writer *writer, struct json *object,
                       const struct decision_register *decisions)
{
    struct json *array = json_put_array(writer, object, "faults");
    for (size_t i = 0; i < decisions->fault_count; i++) {
        struct json *entry = json_add_object(writer, array);
        json_put_number(writer, entry, "line", (int64_t)decisions->faults[i].line);
        json_put_text(writer, entry, "what", decisions->faults[i].what);
    }
}

void report_json_register(struct arena *arena, const void *value, struct buffer *out)
{
    const struct register_listing *listing = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/register/1");
    json_put_text(writer, object, "version", listing->version);
    json_put_text(writer, object, "body", listing->body);
    json_put_boolean(writer, object, "sound", listing->sound);
    json_put_number(writer, object, "lines", (int64_t)listing->decisions->line_count);
    json_put_text(writer, object, "last_sha256", listing->decisions->last_sha256);
    json_put(object, "kept", of_kept(writer, listing));
    json_put_date(writer, object, "since", listing->since);
    json_put_date(writer, object, "until", listing->until);
    json_put_date(writer, object, "date", listing->day);
    put_decisions(writer, object, listing);
    put_due(writer, object, listing);
    put_faults(writer, object, listing->decisions);
    json_put_inputs(writer, object, "inputs", &listing->input, 1);
    json_put_notes(writer, object, phrases_register_notes(arena, listing));
    json_finish(writer, object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "quorate/report.h"

/* What other front ends ask in their own way. */
static void put_question(struct json_writer *writer, struct json *object,
                         const struct message *problem)
{
    json_put_text(writer, object, "question", problem->asks);
    struct json *choices = json_put_array(writer, object, "choices");
    for (size_t i = 0; i < problem->choice_count; i++) {
        struct json *choice = json_add_object(writer, choices);
        json_put_text(writer, choice, "means", problem->choices[i].means);
        json_put_text(writer, choice, "option", problem->choices[i].option);
    }
}

static void put_problem(struct json_writer *writer, struct json *object,
                        const struct message *problem)
{
    const struct place *place = &problem->place;
    json_put_text(writer, object, "file", place->file);
    json_put_number_or_null(writer, object, "line", (int64_t)place->line);
    json_put_number_or_null(writer, object, "column", (int64_t)place->column);
    json_put_text(writer, object, "cell",
                  place->cell == 0 ? NULL : diag_cell_name(writer->arena, place->cell, place->row));
    json_put_text(writer, object, "severity", diag_severity_name(problem->severity));
    json_put_text(writer, object, "what", problem->what);
    json_put_text(writer, object, "remedy", problem->remedy);
    if (problem->choice_count > 0)
        put_question(writer, object, problem);
}

/* What is to be done again, and by when; "overdue" is null where no day was asked about, or it
 * cannot be told. */
static void put_dues(struct json_writer *writer, struct json *object, const struct checkup *checkup)
{
    struct json *dues = json_put_array(writer, object, "due");
    for (size_t i = 0; i < checkup->due_count; i++) {
        const struct due *due = &checkup->dues[i];
        struct json *entry = json_add_object(writer, dues);
        json_put_text(writer, entry, "what", due_name(due->kind));
        json_put_text(writer, entry, "clause", due->clause);
        json_put_text(writer, entry, "file", due->file);
        json_put_date(writer, entry, "last", due->last);
        json_put_date(writer, entry, "by", due->by);
        json_put_boolean_if(writer, entry, "overdue",
                            due->state == DUE_OVER || due->state == DUE_IN_TIME,
                            due->state == DUE_OVER);
    }
}

/* What follows from the days on which members join and leave. */
static void put_changes(struct json_writer *writer, struct json *object,
                        const struct checkup *checkup)
{
    struct json *changes = json_put_array(writer, object, "changes");
    for (size_t i = 0; i < checkup->change_count; i++) {
        const struct roll_change *change = &checkup->changes[i];
        struct json *entry = json_add_object(writer, changes);
        json_put_date(writer, entry, "from", change->day);
        json_put_texts(writer, entry, "joined", change->joined, change->joined_count);
        json_put_texts(writer, entry, "left", change->gone, change->gone_count);
        json_put_number(writer, entry, "members", (int64_t)change->members);
        json_put_number_if(writer, entry, "population", change->sizes_known, change->population);
        struct json *needed = json_put_array(writer, entry, "quorums");
        for (size_t k = 0; k < change->needed_count; k++)
            json_put_last(needed, json_of_number(writer, change->needed[k]));
    }
}

/* What was looked at: null for a table that could not be read. */
static struct json *of_what_was_checked(struct json_writer *writer, const struct checkup *checkup)
{
    struct json *object = json_of_object(writer);
    json_put_number_or_null(writer, object, "rules", (int64_t)checkup->rules);
    json_put_number_or_null(writer, object, "decisions", (int64_t)checkup->decisions);
    json_put_number_if(writer, object, "readings", checkup->rules_known,
                       (int64_t)checkup->readings);
    json_put_number_or_null(writer, object, "members", (int64_t)checkup->members);
    json_put_date(writer, object, "as_at", checkup->as_at);
    json_put_number_or_null(writer, object, "localities", (int64_t)checkup->localities);
    json_put_number_or_null(writer, object, "voters", (int64_t)checkup->voters);
    json_put_number_or_null(writer, object, "interests", (int64_t)checkup->interests);
    json_put_number_or_null(writer, object, "columns", (int64_t)checkup->headings);
    json_put_number_if(writer, object, "ballots", checkup->ballots_given, (int64_t)checkup->rows);
    json_put_number_if(writer, object, "motions", checkup->ballots_given,
                       (int64_t)checkup->motions);
    json_put_number_if(writer, object, "elections", checkup->ballots_given,
                       (int64_t)checkup->elections);
    return object;
}

void report_json_checkup(struct arena *arena, const void *value, struct buffer *out)
{
    const struct checkup *checkup = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/check/1");
    json_put_text(writer, object, "version", checkup->version);
    json_put_text(writer, object, "constitution", checkup->constitution);
    json_put_origin(writer, object, &checkup->origin);
    json_put_text(writer, object, "role", checkup->role);
    json_put_number(writer, object, "errors", (int64_t)checkup->errors);
    json_put_number(writer, object, "warnings", (int64_t)checkup->warnings);
    struct json *problems = json_put_array(writer, object, "problems");
    for (size_t i = 0; i < checkup->problem_count; i++)
        put_problem(writer, json_add_object(writer, problems), &checkup->problems[i]);
    put_dues(writer, object, checkup);
    put_changes(writer, object, checkup);
    json_put(object, "checked", of_what_was_checked(writer, checkup));
    json_finish(writer, object, out);
}

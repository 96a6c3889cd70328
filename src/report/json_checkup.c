/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "quorate/report.h"

/* What other front ends ask in their own way. */
static void put_question(struct json *object, const struct message *problem)
{
    json_put_text(object, "question", problem->asks);
    struct json *choices = json_put_array(object, "choices");
    for (size_t i = 0; i < problem->choice_count; i++) {
        struct json *choice = json_add_object(choices);
        json_put_text(choice, "means", problem->choices[i].means);
        json_put_text(choice, "option", problem->choices[i].option);
    }
}

static void put_problem(struct json *object, const struct message *problem)
{
    const struct place *place = &problem->place;
    json_put_text(object, "file", place->file);
    json_put_number_or_null(object, "line", (int64_t)place->line);
    json_put_number_or_null(object, "column", (int64_t)place->column);
    json_put_text(object, "cell",
                  place->cell == 0 ? NULL
                                   : diag_cell_name(json_arena(object), place->cell, place->row));
    json_put_text(object, "severity", diag_severity_name(problem->severity));
    json_put_text(object, "what", problem->what);
    json_put_text(object, "remedy", problem->remedy);
    if (problem->choice_count > 0)
        put_question(object, problem);
}

/* What is to be done again, and by when; "overdue" is null where no day was asked about, or it
 * cannot be told. */
static void put_dues(struct json *object, const struct checkup *checkup)
{
    struct json *dues = json_put_array(object, "due");
    for (size_t i = 0; i < checkup->due_count; i++) {
        const struct due *due = &checkup->dues[i];
        struct json *entry = json_add_object(dues);
        json_put_text(entry, "what", due_name(due->kind));
        json_put_text(entry, "clause", due->clause);
        json_put_text(entry, "file", due->file);
        json_put_date(entry, "last", due->last);
        json_put_date(entry, "by", due->by);
        json_put_boolean_if(entry, "overdue", due->state == DUE_OVER || due->state == DUE_IN_TIME,
                            due->state == DUE_OVER);
    }
}

/* What follows from the days on which members join and leave. */
static void put_changes(struct json *object, const struct checkup *checkup)
{
    struct json *changes = json_put_array(object, "changes");
    for (size_t i = 0; i < checkup->change_count; i++) {
        const struct roll_change *change = &checkup->changes[i];
        struct json *entry = json_add_object(changes);
        json_put_date(entry, "from", change->day);
        json_put_texts(entry, "joined", change->joined, change->joined_count);
        json_put_texts(entry, "left", change->gone, change->gone_count);
        json_put_number(entry, "members", (int64_t)change->members);
        json_put_number_if(entry, "population", change->sizes_known, change->population);
        struct json *needed = json_put_array(entry, "quorums");
        for (size_t k = 0; k < change->needed_count; k++)
            json_put_number(needed, NULL, change->needed[k]);
    }
}

/* What was looked at: null for a table that could not be read. */
static void put_what_was_checked(struct json *report, const struct checkup *checkup)
{
    struct json *object = json_put_object(report, "checked");
    json_put_number_or_null(object, "rules", (int64_t)checkup->rules);
    json_put_number_or_null(object, "decisions", (int64_t)checkup->decisions);
    json_put_number_if(object, "readings", checkup->rules_known, (int64_t)checkup->readings);
    json_put_number_or_null(object, "members", (int64_t)checkup->members);
    json_put_date(object, "as_at", checkup->as_at);
    json_put_number_or_null(object, "localities", (int64_t)checkup->localities);
    json_put_number_or_null(object, "voters", (int64_t)checkup->voters);
    json_put_number_or_null(object, "interests", (int64_t)checkup->interests);
    json_put_number_or_null(object, "columns", (int64_t)checkup->headings);
    json_put_number_if(object, "ballots", checkup->ballots_given, (int64_t)checkup->rows);
    json_put_number_if(object, "motions", checkup->ballots_given, (int64_t)checkup->motions);
    json_put_number_if(object, "elections", checkup->ballots_given, (int64_t)checkup->elections);
}

void report_json_checkup(struct arena *arena, const void *value, struct buffer *out)
{
    const struct checkup *checkup = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/check/1");
    json_put_text(object, "version", checkup->version);
    json_put_text(object, "constitution", checkup->constitution);
    json_put_origin(object, &checkup->origin);
    json_put_text(object, "role", checkup->role);
    json_put_number(object, "errors", (int64_t)checkup->errors);
    json_put_number(object, "warnings", (int64_t)checkup->warnings);
    struct json *problems = json_put_array(object, "problems");
    for (size_t i = 0; i < checkup->problem_count; i++)
        put_problem(json_add_object(problems), &checkup->problems[i]);
    put_dues(object, checkup);
    put_changes(object, checkup);
    put_what_was_checked(object, checkup);
    json_finish(object, out);
}

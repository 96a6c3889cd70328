/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_attendance.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

/* Where the fewest are not worked out, `fewest` is what it takes at least. */
static json_t *of_joining(struct json_writer *writer, const struct quorum_others *others, bool met)
{
    const struct reach *reach = &others->joining;
    if (met || !reach->possible)
        return json_null();
    json_t *object = json_object();
    json_t *examples = json_array();
    json_put_number(writer, object, "fewest", (int64_t)reach->fewest);
    json_put(writer, object, "exact", json_boolean(reach->fewest_known));
    json_put(writer, object, "any", json_boolean(reach->any));
    json_put(writer, object, "groups",
             reach->sets_known ? json_integer((json_int_t)reach->sets) : json_null());
    for (size_t i = 0; i < reach->group_count; i++) {
        const char **names = arena_alloc(writer->arena, reach->fewest, sizeof *names);
        for (size_t j = 0; j < reach->fewest; j++)
            names[j] = others->away[reach->groups[i][j]];
        json_put_last(writer, examples, json_of_texts(writer, names, reach->fewest));
    }
    json_put(writer, object, "examples", examples);
    return object;
}

static json_t *of_leaving(struct json_writer *writer, const struct quorum_others *others, bool met)
{
    if (!met || !others->leaving_known)
        return json_null();
    json_t *object = json_object();
    json_put_number(writer, object, "any", (int64_t)others->may_leave);
    json_put_texts(writer, object, "one_of", others->free, others->free_count);
    json_put_texts(writer, object, "not_without", others->decisive, others->decisive_count);
    return object;
}

/* With the keys of a tally's condition, and what others could do about it. */
static json_t *of_conditions(struct json_writer *writer, const struct quorum_condition *conditions,
                             size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct quorum_condition *condition = &conditions[i];
        json_t *single = json_of_conditions(writer, &condition->condition, 1);
        json_t *object = json_incref(json_array_get(single, 0));
        json_decref(single);
        json_put_text(writer, object, "area", condition->area);
        json_put_quantity(writer, object, "over", condition->over, condition->condition.places);
        json_put(writer, object, "joining",
                 of_joining(writer, &condition->others, condition->condition.met));
        json_put(writer, object, "leaving",
                 of_leaving(writer, &condition->others, condition->condition.met));
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_readings(struct json_writer *writer, const struct quorum_finding *finding)
{
    json_t *array = json_array();
    for (size_t i = 0; i < finding->reading_count; i++) {
        const struct quorum_reading *reading = &finding->readings[i];
        json_t *object = json_object();
        json_put_text(writer, object, "reading", reading->name);
        json_put_texts(writer, object, "together", reading->together, reading->together_count);
        json_put_text(writer, object, "clause", reading->clause);
        json_put_text(writer, object, "quorum", quorum_answer_name(reading->answer));
        json_put(writer, object, "differs", json_boolean(reading->differs));
        json_put(writer, object, "conditions",
                 of_conditions(writer, reading->conditions, reading->condition_count));
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_members(struct json_writer *writer, const struct subject *subject)
{
    json_t *array = json_array();
    for (size_t i = 0; i < subject->poll->roll_call.standing_count; i++) {
        struct standing standing = subject->poll->roll_call.standings[i];
        const struct return_outcome *by = standing.by;
        standing.by = NULL; /* the role has a key of its own */
        json_t *object = json_object();
        json_put_text(writer, object, "practice", standing.practice);
        json_put_text(writer, object, "code", standing.code);
        if (subject->outcome->has_list_sizes)
            json_put_number(writer, object, "list_size", standing.list_size);
        else
            json_put(writer, object, "list_size", json_null());
        json_put_text(
            writer, object, "status",
            phrases_small(writer->arena, phrases_attendance_standing(subject, &standing)));
        json_put_text(writer, object, "role", by == NULL ? NULL : by->role);
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_refusals(struct json_writer *writer, const struct subject *subject)
{
    json_t *array = json_array();
    for (size_t i = 0; i < subject->poll->ballots.refusal_count; i++) {
        const struct return_outcome row = phrases_refused_row(&subject->poll->ballots.refusals[i]);
        json_t *object = json_object();
        json_put_number(writer, object, "line", (int64_t)row.line);
        json_put_text(writer, object, "practice", row.practice);
        json_put_text(writer, object, "role", row.role);
        json_put_text(writer, object, "reason", phrases_reason(subject, &row));
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_rows(struct json_writer *writer, const struct poll_outcome *poll)
{
    static const enum return_status told[] = {
        RETURN_PRESENT, RETURN_ABSENT,     RETURN_INTERESTED,
        RETURN_REFUSED, RETURN_SUPERSEDED, RETURN_VOID,
    };
    json_t *object = json_object();
    json_put_number(writer, object, "rows", (int64_t)poll->ballots.rows);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        json_put_number(writer, object, return_status_name(told[i]),
                        (int64_t)poll->ballots.by_status[told[i]]);
    return object;
}

static json_t *of_counts(struct json_writer *writer, const struct poll_outcome *poll)
{
    static const enum group told[] = {GROUP_ALL, GROUP_PRESENT, GROUP_VOTING, GROUP_INTERESTED,
                                      GROUP_ABSENT};
    json_t *all = json_of_counts(writer, poll, poll->counts);
    json_t *object = json_object();
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        json_put(writer, object, group_name(told[i]),
                 json_incref(json_object_get(all, group_name(told[i]))));
    json_decref(all);
    return object;
}

static json_t *of_poll(struct json_writer *writer, const struct attended *attended)
{
    const struct poll_outcome *poll = attended->subject.poll;
    const struct quorum_finding *finding = attended->finding;
    json_t *object = json_object();
    json_put_text(writer, object, "motion", poll->motion);
    json_put_text(writer, object, "decision", poll->decision);
    json_put_text(writer, object, "title", poll->title);
    json_put_text(writer, object, "quorum", quorum_answer_name(finding->answer));
    json_put(writer, object, "certain", json_boolean(finding->certain));
    json_put(writer, object, "counts", of_counts(writer, poll));
    json_put(writer, object, "conditions",
             of_conditions(writer, finding->conditions, finding->condition_count));
    json_put(writer, object, "joining",
             of_joining(writer, &finding->together, finding->answer != QUORUM_NOT_MET));
    json_put(writer, object, "leaving",
             of_leaving(writer, &finding->together, finding->answer != QUORUM_NOT_MET));
    json_put(writer, object, "readings", of_readings(writer, finding));
    json_put(writer, object, "rows", of_rows(writer, poll));
    json_put(writer, object, "practices", of_members(writer, &attended->subject));
    json_put(writer, object, "refused", of_refusals(writer, &attended->subject));
    return object;
}

bool report_json_attendance(struct arena *arena, const void *value, struct buffer *out)
{
    const struct attendance *attendance = value;
    const struct outcome *outcome = &attendance->outcome;
    struct json_writer writer = json_begin(arena, outcome);
    json_t *object = json_object();
    json_put_text(&writer, object, "schema", "quorate/quorum/1");
    json_put_text(&writer, object, "version", outcome->version);
    json_put_text(&writer, object, "constitution", outcome->constitution);
    json_put_text(&writer, object, "body", outcome->body);
    json_put_text(&writer, object, "edition", outcome->edition);
    json_put_text(&writer, object, "unit", outcome->unit);
    json_put_date(&writer, object, "date", outcome->date);
    json_put_date(&writer, object, "as_at", outcome->as_at);
    json_put(&writer, object, "by_kind", json_boolean(attendance->by_kind));
    json_t *polls = json_array();
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        json_put_last(&writer, polls, of_poll(&writer, &attended));
    }
    json_put(&writer, object, "polls", polls);
    json_put_inputs(&writer, object, "inputs", outcome->inputs, outcome->input_count);
    json_put_notes(&writer, object, phrases_attendance_notes(arena, attendance));
    return json_finish(&writer, object, out);
}

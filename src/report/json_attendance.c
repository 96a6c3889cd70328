/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_attendance.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

/* Where the fewest are not worked out, `fewest` is what it takes at least. */
static void put_joining(struct json *others_told, const struct quorum_others *others, bool met)
{
    const struct reach *reach = &others->joining;
    struct json *object = json_put_object_if(others_told, "joining", !met && reach->possible);
    if (object == NULL)
        return;
    json_put_number(object, "fewest", (int64_t)reach->fewest);
    json_put_boolean(object, "exact", reach->fewest_known);
    json_put_boolean(object, "any", reach->any);
    json_put_number_if(object, "groups", reach->sets_known, (int64_t)reach->sets);
    json_put_groups(object, "examples", reach, others->away);
}

static void put_leaving(struct json *others_told, const struct quorum_others *others, bool met)
{
    struct json *object = json_put_object_if(others_told, "leaving", met && others->leaving_known);
    if (object == NULL)
        return;
    json_put_number(object, "any", (int64_t)others->may_leave);
    json_put_texts(object, "one_of", others->free, others->free_count);
    json_put_texts(object, "not_without", others->decisive, others->decisive_count);
}

static void put_others(struct json *object, const struct quorum_others *others, bool met)
{
    put_joining(object, others, met);
    put_leaving(object, others, met);
}

static void put_quorum_counts(struct json *object, const struct subject *subject,
                              const struct count counts[GROUPS])
{
    static const enum group told[] = {GROUP_ALL, GROUP_PRESENT, GROUP_VOTING, GROUP_INTERESTED,
                                      GROUP_ABSENT};
    json_put_counts(object, subject, counts, told, sizeof told / sizeof told[0]);
}

/* With the keys of a tally's condition, and what others could do about it. */
static void put_quorum_conditions(struct json *object, const struct subject *subject,
                                  const struct quorum_condition *conditions, size_t count)
{
    struct json *array = json_put_array(object, "conditions");
    for (size_t i = 0; i < count; i++) {
        const struct quorum_condition *condition = &conditions[i];
        struct json *entry = json_add_object(array);
        json_put_condition(entry, &condition->condition);
        json_put_text(entry, "area", condition->condition.area);
        put_quorum_counts(entry, subject, condition->counts);
        json_put_quantity(entry, "over", condition->over, condition->condition.places);
        put_others(entry, &condition->others, condition->condition.met);
    }
}

static void put_quorum_majority(struct json *object, const struct condition_outcome *majority)
{
    if (majority == NULL)
        json_put_null(object, "majority");
    else
        json_put_condition(json_put_object(object, "majority"), majority);
}

static void put_quorum_readings(struct json *object, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    struct json *array = json_put_array(object, "readings");
    for (size_t i = 0; i < finding->reading_count; i++) {
        const struct quorum_reading *reading = &finding->readings[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "reading", reading->name);
        json_put_texts(entry, "together", reading->together, reading->together_count);
        json_put_text(entry, "clause", reading->clause);
        json_put_text(entry, "quorum", quorum_answer_name(reading->answer));
        json_put_boolean(entry, "differs", reading->differs);
        put_quorum_conditions(entry, &attended->subject, reading->conditions,
                              reading->condition_count);
    }
}

/* The members in short. */
static void put_attendants(struct json *object, const struct subject *subject)
{
    struct json *array = json_put_array(object, "practices");
    for (size_t i = 0; i < subject->poll->roll_call.standing_count; i++) {
        struct standing standing = subject->poll->roll_call.standings[i];
        const struct return_outcome *by = standing.by;
        standing.by = NULL; /* the role has a key of its own */
        struct json *entry = json_add_object(array);
        json_put_text(entry, "practice", standing.practice);
        json_put_text(entry, "code", standing.code);
        json_put_number_if(entry, "list_size", subject->outcome->has_list_sizes,
                           standing.list_size);
        json_put_text(
            entry, "status",
            phrases_small(json_arena(object), phrases_attendance_standing(subject, &standing)));
        json_put_text(entry, "role", by == NULL ? NULL : by->role);
    }
}

static void put_attended(struct json *object, const void *of, size_t index)
{
    const struct attended attended = phrases_attended_by(json_arena(object), of, index);
    const struct poll_outcome *poll = attended.subject.poll;
    const struct quorum_finding *finding = attended.finding;
    json_put_text(object, "motion", poll->motion);
    json_put_text(object, "decision", poll->decision);
    json_put_text(object, "title", poll->title);
    json_put_text(object, "quorum", quorum_answer_name(finding->answer));
    json_put_boolean(object, "certain", finding->certain);
    put_quorum_counts(object, &attended.subject, poll->counts);
    put_quorum_conditions(object, &attended.subject, finding->conditions, finding->condition_count);
    put_quorum_majority(object, finding->majority);
    put_others(object, &finding->together, finding->answer != QUORUM_NOT_MET);
    put_quorum_readings(object, &attended);
    json_put_rows(object, "rows", &poll->ballots, RETURN_PRESENT);
    put_attendants(object, &attended.subject);
    json_put_attending(object, &attended.subject);
}

/* What the caller said of the table is told in any case. */
static void put_told(struct json *object, const struct request *request)
{
    struct json *options = json_put_request(object, request);
    json_put_text(options, "dates", request->dates);
    json_put_texts(options, "columns", request->columns, request->column_count);
    json_put_texts(options, "answers", request->answers, request->answer_count);
}

void report_json_attendance(struct arena *arena, const void *value, struct buffer *out)
{
    const struct attendance *attendance = value;
    const struct outcome *outcome = &attendance->outcome;
    struct json *object = json_begin(arena);
    json_put_outcome(object, "quorate/quorum/1", outcome);
    json_put_boolean(object, "by_kind", attendance->by_kind);
    json_put_each(object, "polls", attendance, outcome->poll_count, put_attended);
    json_put_inputs(object, "inputs", outcome->from.inputs, outcome->from.input_count);
    json_put_notes(object, phrases_attendance_notes(arena, attendance, LISTED_ALL));
    put_told(object, &outcome->from.request);
    json_finish(object, out);
}

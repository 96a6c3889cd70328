/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_attendance.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

/* Where the fewest are not worked out, `fewest` is what it takes at least. */
static struct json *of_joining(struct json_writer *writer, const struct quorum_others *others,
                               bool met)
{
    const struct reach *reach = &others->joining;
    if (met || !reach->possible)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "fewest", (int64_t)reach->fewest);
    json_put_boolean(writer, object, "exact", reach->fewest_known);
    json_put_boolean(writer, object, "any", reach->any);
    json_put_number_if(writer, object, "groups", reach->sets_known, (int64_t)reach->sets);
    json_put(object, "examples", json_of_groups(writer, reach, others->away));
    return object;
}

static struct json *of_leaving(struct json_writer *writer, const struct quorum_others *others,
                               bool met)
{
    if (!met || !others->leaving_known)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_number(writer, object, "any", (int64_t)others->may_leave);
    json_put_texts(writer, object, "one_of", others->free, others->free_count);
    json_put_texts(writer, object, "not_without", others->decisive, others->decisive_count);
    return object;
}

static void put_others(struct json_writer *writer, struct json *object,
                       const struct quorum_others *others, bool met)
{
    json_put(object, "joining", of_joining(writer, others, met));
    json_put(object, "leaving", of_leaving(writer, others, met));
}

static void put_quorum_counts(struct json_writer *writer, struct json *object,
                              const struct poll_outcome *poll, const struct count counts[GROUPS])
{
    static const enum group told[] = {GROUP_ALL, GROUP_PRESENT, GROUP_VOTING, GROUP_INTERESTED,
                                      GROUP_ABSENT};
    json_put_counts(writer, object, poll, counts, told, sizeof told / sizeof told[0]);
}

/* With the keys of a tally's condition, and what others could do about it. */
static void put_quorum_conditions(struct json_writer *writer, struct json *object,
                                  const struct poll_outcome *poll,
                                  const struct quorum_condition *conditions, size_t count)
{
    struct json *array = json_put_array(writer, object, "conditions");
    for (size_t i = 0; i < count; i++) {
        const struct quorum_condition *condition = &conditions[i];
        struct json *entry = json_add_object(writer, array);
        json_put_condition(writer, entry, &condition->condition);
        json_put_text(writer, entry, "area", condition->condition.area);
        put_quorum_counts(writer, entry, poll, condition->counts);
        json_put_quantity(writer, entry, "over", condition->over, condition->condition.places);
        put_others(writer, entry, &condition->others, condition->condition.met);
    }
}

static void put_quorum_majority(struct json_writer *writer, struct json *object,
                                const struct condition_outcome *majority)
{
    if (majority == NULL)
        json_put(object, "majority", json_of_null(writer));
    else
        json_put_condition(writer, json_put_object(writer, object, "majority"), majority);
}

static void put_quorum_readings(struct json_writer *writer, struct json *object,
                                const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    struct json *array = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < finding->reading_count; i++) {
        const struct quorum_reading *reading = &finding->readings[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "reading", reading->name);
        json_put_texts(writer, entry, "together", reading->together, reading->together_count);
        json_put_text(writer, entry, "clause", reading->clause);
        json_put_text(writer, entry, "quorum", quorum_answer_name(reading->answer));
        json_put_boolean(writer, entry, "differs", reading->differs);
        put_quorum_conditions(writer, entry, attended->subject.poll, reading->conditions,
                              reading->condition_count);
    }
}

/* The members in short. */
static void put_attendants(struct json_writer *writer, struct json *object,
                           const struct subject *subject)
{
    struct json *array = json_put_array(writer, object, "practices");
    for (size_t i = 0; i < subject->poll->roll_call.standing_count; i++) {
        struct standing standing = subject->poll->roll_call.standings[i];
        const struct return_outcome *by = standing.by;
        standing.by = NULL; /* the role has a key of its own */
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "practice", standing.practice);
        json_put_text(writer, entry, "code", standing.code);
        json_put_number_if(writer, entry, "list_size", subject->outcome->has_list_sizes,
                           standing.list_size);
        json_put_text(
            writer, entry, "status",
            phrases_small(writer->arena, phrases_attendance_standing(subject, &standing)));
        json_put_text(writer, entry, "role", by == NULL ? NULL : by->role);
    }
}

static void put_attended(struct json_writer *writer, struct json *object, const void *of,
                         size_t index)
{
    const struct attended attended = phrases_attended_by(writer->arena, of, index);
    const struct poll_outcome *poll = attended.subject.poll;
    const struct quorum_finding *finding = attended.finding;
    json_put_text(writer, object, "motion", poll->motion);
    json_put_text(writer, object, "decision", poll->decision);
    json_put_text(writer, object, "title", poll->title);
    json_put_text(writer, object, "quorum", quorum_answer_name(finding->answer));
    json_put_boolean(writer, object, "certain", finding->certain);
    put_quorum_counts(writer, object, poll, poll->counts);
    put_quorum_conditions(writer, object, poll, finding->conditions, finding->condition_count);
    put_quorum_majority(writer, object, finding->majority);
    put_others(writer, object, &finding->together, finding->answer != QUORUM_NOT_MET);
    put_quorum_readings(writer, object, &attended);
    json_put(object, "rows", json_of_rows(writer, &poll->ballots, RETURN_PRESENT));
    put_attendants(writer, object, &attended.subject);
    json_put_attending(writer, object, &attended.subject);
}

/* What the caller said of the table is told in any case. */
static void put_told(struct json_writer *writer, struct json *object, const struct request *request)
{
    struct json *options = json_put_request(writer, object, request);
    json_put_text(writer, options, "dates", request->dates);
    json_put_texts(writer, options, "columns", request->columns, request->column_count);
    json_put_texts(writer, options, "answers", request->answers, request->answer_count);
}

void report_json_attendance(struct arena *arena, const void *value, struct buffer *out)
{
    const struct attendance *attendance = value;
    const struct outcome *outcome = &attendance->outcome;
    struct json_writer *writer = json_begin(arena, outcome);
    struct json *object = json_of_object(writer);
    json_put_outcome(writer, object, "quorate/quorum/1", outcome);
    json_put_boolean(writer, object, "by_kind", attendance->by_kind);
    json_put_each(writer, object, "polls", attendance, outcome->poll_count, put_attended);
    json_put_inputs(writer, object, "inputs", outcome->inputs, outcome->input_count);
    json_put_notes(writer, object, phrases_attendance_notes(arena, attendance, LISTED_ALL));
    put_told(writer, object, &outcome->request);
    json_finish(writer, object, out);
}

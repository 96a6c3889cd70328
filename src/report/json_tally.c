/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static json_t *of_count(struct json_writer *writer, const struct poll_outcome *poll,
                        const struct count *count)
{
    json_t *object = json_object();
    json_put_number(writer, object, "members", count->members);
    if (count->votes.withheld)
        return object;
    if (writer->outcome->has_list_sizes)
        json_put_number(writer, object, "population", figure_of(count->population));
    else
        json_put(writer, object, "population", json_null());
    json_put_quantity(writer, object, "votes", figure_of(count->votes), poll->weighing.places);
    return object;
}

json_t *json_of_counts(struct json_writer *writer, const struct poll_outcome *poll,
                       const struct count counts[GROUPS])
{
    static const enum group order[] = {
        GROUP_ALL,       GROUP_PRESENT,    GROUP_VOTING, GROUP_FOR,  GROUP_AGAINST,
        GROUP_ABSTAINED, GROUP_INTERESTED, GROUP_ABSENT, GROUP_CAST, GROUP_VOID,
    };
    json_t *object = json_object();
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        json_put(writer, object, group_name(order[i]), of_count(writer, poll, &counts[order[i]]));
    return object;
}

static json_t *of_candidates(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->election.candidate_count; i++) {
        const struct candidate_outcome *candidate = &poll->election.candidates[i];
        json_t *named = json_object();
        json_put_text(writer, named, "name", candidate->name);
        json_t *count = of_count(writer, poll, &candidate->count);
        if (json_object_update(named, count) != 0)
            writer->failed = true;
        json_decref(count);
        json_put_last(writer, array, named);
    }
    return array;
}

/* A quantity, or null where it is withheld. */
static void put_figure(struct json_writer *writer, json_t *object, const char *key,
                       struct figure figure, unsigned places)
{
    if (figure.withheld)
        json_put(writer, object, key, json_null());
    else
        json_put_quantity(writer, object, key, figure_of(figure), places);
}

static json_t *of_condition(struct json_writer *writer, const struct condition_outcome *condition)
{
    unsigned places = condition->places;
    json_t *object = json_object();
    json_put_text(writer, object, "rule", rule_name(condition->kind));
    json_put_text(writer, object, "text", condition->text);
    json_put_text(writer, object, "clause", condition->clause);
    put_figure(writer, object, "part", condition->part, places);
    put_figure(writer, object, "whole", condition->whole, places);
    put_figure(writer, object, "needed", condition->needed, places);
    put_figure(writer, object, "short", condition->short_by, places);
    json_put(writer, object, "met", json_boolean(condition->met));
    json_put_text(writer, object, "percent", condition->percent);
    return object;
}

json_t *json_of_conditions(struct json_writer *writer, const struct condition_outcome *conditions,
                           size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_put_last(writer, array, of_condition(writer, &conditions[i]));
    return array;
}

static json_t *of_areas(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->areas.count; i++) {
        const struct area_outcome *area = &poll->areas.list[i];
        json_t *object = json_object();
        json_put_text(writer, object, "area", area->area);
        json_put_text(writer, object, "verdict", verdict_name(area->result.verdict));
        json_put(writer, object, "counts", json_of_counts(writer, poll, area->counts));
        json_put(writer, object, "conditions",
                 json_of_conditions(writer, area->conditions, area->condition_count));
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_readings(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->reading_count; i++) {
        const struct reading_outcome *reading = &poll->readings[i];
        json_t *object = json_object();
        json_put_text(writer, object, "reading", reading->name);
        json_put_text(writer, object, "clause", reading->clause);
        json_put_text(writer, object, "verdict", verdict_name(reading->result.verdict));
        json_put_text(writer, object, "winner", reading->result.winner);
        json_put(writer, object, "differs", json_boolean(reading->differs));
        if (reading->withheld)
            json_put(writer, object, "withheld", json_true());
        json_put_texts(writer, object, "run_off", reading->result.run_off,
                       reading->result.run_off_count);
        json_put_texts(writer, object, "together", reading->together, reading->together_count);
        json_put_last(writer, array, object);
    }
    return array;
}

/* The same votes by the other weighting. Its verdict is told only where it may be compared. */
static json_t *of_other_count(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct other_count *other = &poll->other_count;
    if (!other->given)
        return json_null();
    json_t *object = json_object();
    json_put_text(writer, object, "weight", other->by_heads ? "one each" : "list size");
    json_put_quantity(writer, object, "for", other->in_favour.votes, 0);
    json_put_quantity(writer, object, "against", other->against.votes, 0);
    json_put_text(writer, object, "verdict",
                  other->comparable ? verdict_name(other->verdict) : NULL);
    json_put(writer, object, "differs",
             other->comparable ? json_boolean(other->differs) : json_null());
    return object;
}

static json_t *number_if(bool known, int64_t number)
{
    return known ? json_integer(number) : json_null();
}

/* How close it was; null for what is not known, or withheld. */
static json_t *of_margin(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct margin *margin = &poll->margin;
    bool missed = margin->quorum_known && margin->quorum_members > 0;
    json_t *object = json_object();
    json_put(writer, object, "members", number_if(margin->possible, margin->members));
    json_put(writer, object, "possible",
             margin->known ? json_boolean(margin->possible) : json_null());
    json_put_texts(writer, object, "who", margin->who,
                   margin->who == NULL ? 0 : (size_t)margin->members);
    json_put(writer, object, "absent_could",
             margin->absent_known ? json_boolean(margin->absent_could) : json_null());
    json_put(writer, object, "quorum_members", number_if(missed, margin->quorum_members));
    return object;
}

static json_t *of_period_readings(struct json_writer *writer, const struct period *period)
{
    json_t *array = json_array();
    for (size_t i = 0; i < period->reading_count; i++) {
        const struct period_reading *reading = &period->readings[i];
        json_t *object = json_object();
        json_put_text(writer, object, "reading", reading->name);
        json_put_text(writer, object, "clause", reading->clause);
        json_put_number(writer, object, "needed", reading->needed);
        json_put(writer, object, "short", number_if(period->checked, reading->short_by));
        json_put(writer, object, "met", period->checked ? json_boolean(reading->met) : json_null());
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_holidays(struct json_writer *writer, struct holiday_list holidays)
{
    json_t *array = json_array();
    for (size_t i = 0; i < holidays.count; i++) {
        json_t *object = json_object();
        json_put_date(writer, object, "date", holidays.items[i].date);
        json_put_text(writer, object, "title", holidays.items[i].title);
        json_put_last(writer, array, object);
    }
    return array;
}

/* How long it was open; null where the rules ask for nothing, and within for what was not checked.
 */
static json_t *of_period(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct period *period = poll->period;
    if (period == NULL)
        return json_null();
    const struct outcome *outcome = writer->outcome;
    bool checked = period->checked;
    json_t *object = json_object();
    json_put_text(writer, object, "text", period->rule.text);
    json_put_text(writer, object, "clause", period->rule.clause);
    json_put_moment(writer, object, "opens", outcome->opens);
    json_put_moment(writer, object, "closes", outcome->closes);
    json_put_date(writer, object, "first_day", period->from);
    json_put_date(writer, object, "last_day", period->until);
    json_put(writer, object, "working_days", number_if(checked, period->working_days));
    json_put_number(writer, object, "needed", period->needed);
    json_put(writer, object, "short", number_if(checked, period->short_by));
    json_put(writer, object, "met", checked ? json_boolean(period->met) : json_null());
    json_put(writer, object, "certain", checked ? json_boolean(period->certain) : json_null());
    json_put(writer, object, "holidays", of_holidays(writer, period->holidays));
    json_put(writer, object, "holidays_known", checked ? json_boolean(period->known) : json_null());
    json_put(writer, object, "readings", of_period_readings(writer, period));
    return object;
}

static json_t *of_ballots(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *object = json_object();
    json_put_number(writer, object, "rows", (int64_t)poll->ballots.rows);
    for (size_t i = 0; i < RETURN_STATUSES; i++)
        json_put_number(writer, object, return_status_name((enum return_status)i),
                        (int64_t)poll->ballots.by_status[i]);
    return object;
}

static json_t *of_returns(struct json_writer *writer, const struct poll_outcome *poll)
{
    struct subject subject = {writer->arena, writer->outcome, poll};
    json_t *array = json_array();
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        const char *reason = phrases_reason(&subject, row);
        json_t *object = json_object();
        json_put_number(writer, object, "line", (int64_t)row->line);
        json_put_text(writer, object, "practice", row->practice);
        json_put_text(writer, object, "vote", row->vote);
        json_put_quantity(writer, object, "votes", row->votes, poll->weighing.places);
        json_put_text(writer, object, "role", row->role);
        json_put_text(writer, object, "status", return_status_name(row->status));
        json_put_text(writer, object, "reason", reason == NULL ? row->remark : reason);
        if (row->remark != NULL)
            json_put_text(writer, object, "remark", row->remark);
        json_put_last(writer, array, object);
    }
    return array;
}

/* ---- Who stood where, as the text has it */

static const char *standing_name(const struct standing *standing)
{
    static const char *const names[] = {
        [STANDING_ABSENT] = "absent",         [STANDING_REFUSED] = "refused",
        [STANDING_INTERESTED] = "interested", [STANDING_PRESENT] = "present",
        [STANDING_ABSTAINED] = "abstained",   [STANDING_VOID] = "void",
        [STANDING_VOTED] = "voted",           [STANDING_RETURNED] = "returned",
    };
    return names[standing->stance];
}

/* How a member voted and who did it for it. Of a secret vote there is nothing of it to tell. */
static void put_vote(struct json_writer *writer, json_t *object, const struct standing *standing)
{
    const struct return_outcome *by = standing->by;
    struct date notified = {0};
    if (by != NULL)
        notified = by->notified_on;
    const char *vote = standing->stance == STANDING_ABSTAINED ? "abstain" : standing->vote;
    json_put_text(writer, object, "vote", vote);
    json_put_text(writer, object, "role", by == NULL ? NULL : by->role);
    json_put_text(writer, object, "voter", by == NULL ? NULL : by->voter);
    json_put_date(writer, object, "notified", notified);
    json_put(writer, object, "received", json_null());
}

static json_t *of_members(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        json_t *object = json_object();
        json_put_text(writer, object, "name", standing->practice);
        json_put_text(writer, object, "code", standing->code);
        json_put(writer, object, "list_size",
                 number_if(writer->outcome->has_list_sizes, standing->list_size));
        json_put_text(writer, object, "percent", standing->percent);
        json_put_quantity(writer, object, "votes", standing->votes, poll->weighing.places);
        json_put(writer, object, "area", json_null());
        json_put(writer, object, "class", json_null());
        json_put_text(writer, object, "standing", standing_name(standing));
        if (poll->secrecy != BALLOTS_SECRET)
            put_vote(writer, object, standing);
        json_put_last(writer, array, object);
    }
    return array;
}

static json_t *of_proxies(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        if (!row->by_proxy || row->status == RETURN_REFUSED)
            continue;
        json_t *object = json_object();
        json_put_text(writer, object, "practice", row->practice);
        json_put_text(writer, object, "voter", row->voter);
        json_put_date(writer, object, "notified", row->notified_on);
        json_put_last(writer, array, object);
    }
    return array;
}

/* Each rule that the verdict rests on, and where it comes from. */
static json_t *of_basis(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *array = json_array();
    for (size_t i = 0; i < poll->basis_count; i++) {
        const struct basis *rule = &poll->basis[i];
        json_t *object = json_object();
        json_put_text(writer, object, "rule", rule_name(rule->kind));
        json_put_text(writer, object, "value", rule->text);
        json_put_text(writer, object, "clause", rule->clause);
        json_put(writer, object, "stated", json_boolean(rule->stated));
        json_put_last(writer, array, object);
    }
    return array;
}

static void put_members(struct json_writer *writer, json_t *object, const struct poll_outcome *poll)
{
    json_put(writer, object, "members", of_members(writer, poll));
    json_put_texts(writer, object, "absent", poll->roll_call.absent, poll->roll_call.absent_count);
    json_put_texts(writer, object, "interests", poll->roll_call.interested,
                   poll->roll_call.interested_count);
    if (poll->secrecy != BALLOTS_SECRET)
        json_put(writer, object, "proxies", of_proxies(writer, poll));
    json_put(writer, object, "basis", of_basis(writer, poll));
}

static void put_result(struct json_writer *writer, json_t *object, const struct poll_outcome *poll)
{
    const struct result *result = &poll->result;
    json_put_text(writer, object, "verdict", verdict_name(result->verdict));
    json_put(writer, object, "tied", json_boolean(result->tied));
    json_put_text(writer, object, "winner", result->winner);
    json_put_texts(writer, object, "run_off", result->run_off, result->run_off_count);
    json_put(writer, object, "review", json_boolean(result->review));
    json_put(writer, object, "certain", json_boolean(poll->certain));
}

static json_t *of_poll(struct json_writer *writer, const struct poll_outcome *poll)
{
    json_t *object = json_object();
    json_put_text(writer, object, "motion", poll->motion);
    json_put_text(writer, object, "decision", poll->decision);
    json_put_text(writer, object, "title", poll->title);
    put_result(writer, object, poll);
    json_put_text(writer, object, "weight", poll->weighing.words);
    json_put(writer, object, "counts", json_of_counts(writer, poll, poll->counts));
    json_put(writer, object, "candidates", of_candidates(writer, poll));
    json_put(writer, object, "areas", of_areas(writer, poll));
    json_put(writer, object, "conditions",
             json_of_conditions(writer, poll->conditions, poll->condition_count));
    json_put(writer, object, "readings", of_readings(writer, poll));
    json_put(writer, object, "other_count", of_other_count(writer, poll));
    json_put(writer, object, "margin", of_margin(writer, poll));
    json_put(writer, object, "period", of_period(writer, poll));
    json_put(writer, object, "ballots", of_ballots(writer, poll));
    if (poll->secrecy != BALLOTS_SECRET)
        json_put(writer, object, "returns", of_returns(writer, poll));
    json_put(writer, object, "secret", json_boolean(poll->secrecy == BALLOTS_SECRET));
    put_members(writer, object, poll);
    return object;
}

/* ---- The whole of it */

static json_t *of_share(struct json_writer *writer, const struct share *share)
{
    if (share == NULL)
        return json_null();
    json_t *object = json_object();
    json_put_text(writer, object, "locality", share->locality);
    json_put_number(writer, object, "population", share->population);
    if (share->has_stated_total)
        json_put_number(writer, object, "stated_total", share->stated_total);
    else
        json_put(writer, object, "stated_total", json_null());
    json_put_number(writer, object, "sum_of_rows", share->sum_of_rows);
    json_put_quantity(writer, object, "votes_in_all", share->votes_in_all, 0);
    json_put_text(writer, object, "percent", share->percent);
    json_put_text(writer, object, "votes", share->votes);
    json_put_text(writer, object, "percent_of_sum", share->percent_of_sum);
    json_put_text(writer, object, "votes_of_sum", share->votes_of_sum);
    json_put_text(writer, object, "percent_long", share->percent_long);
    json_put_text(writer, object, "percent_long_of_sum", share->percent_long_of_sum);
    return object;
}

/* What it takes to count the same again. */
static json_t *of_request(struct json_writer *writer, const struct outcome *outcome)
{
    const struct request *request = &outcome->request;
    json_t *object = json_object();
    json_put_text(writer, object, "decision", request->decision);
    json_put_text(writer, object, "constitution", request->constitution);
    json_put(writer, object, "bundled", json_boolean(request->bundled));
    json_put_text(writer, object, "rules", request->rules);
    json_put_text(writer, object, "practices", request->practices);
    json_put_text(writer, object, "localities", request->localities);
    json_put_text(writer, object, "candidates", request->candidates);
    if (request->voters != NULL)
        json_put_text(writer, object, "voters", request->voters);
    if (request->interests != NULL)
        json_put_text(writer, object, "interests", request->interests);
    if (request->holidays != NULL)
        json_put_text(writer, object, "holidays", request->holidays);
    json_put_text(writer, object, "motion", request->motion);
    json_put_text(writer, object, "route", outcome->route);
    json_put_date(writer, object, "date", outcome->date);
    json_put_date(writer, object, "confirmed", request->confirmed);
    json_put_moment(writer, object, "opens", outcome->opens);
    json_put_moment(writer, object, "closes", outcome->closes);
    if (request->dates != NULL)
        json_put_text(writer, object, "dates", request->dates);
    json_put_text(writer, object, "casting_vote", request->casting_vote);
    json_put(writer, object, "show_ballots", json_boolean(request->show_ballots));
    json_put_text(writer, object, "encoding", request->encoding);
    json_put(writer, object, "multi_line", json_boolean(request->multi_line));
    json_put_texts(writer, object, "columns", request->columns, request->column_count);
    return object;
}

static json_t *of_outcome(struct json_writer *writer)
{
    const struct outcome *outcome = writer->outcome;
    json_t *object = json_object();
    json_put_text(writer, object, "schema", "quorate/tally/1");
    json_put_text(writer, object, "version", outcome->version);
    json_put_text(writer, object, "constitution", outcome->constitution);
    json_put_text(writer, object, "body", outcome->body);
    json_put_text(writer, object, "edition", outcome->edition);
    json_put_text(writer, object, "unit", outcome->unit);
    json_put_date(writer, object, "date", outcome->date);
    json_put_date(writer, object, "as_at", outcome->as_at);
    json_t *polls = json_array();
    for (size_t i = 0; i < outcome->poll_count; i++)
        json_put_last(writer, polls, of_poll(writer, &outcome->polls[i]));
    json_put(writer, object, "polls", polls);
    json_put(writer, object, "share", of_share(writer, outcome->share));
    json_put_inputs(writer, object, "inputs", outcome->inputs, outcome->input_count);
    json_put_notes(writer, object, phrases_notes(writer->arena, outcome));
    json_put_text(writer, object, "route", outcome->route);
    json_put(writer, object, "options", of_request(writer, outcome));
    return object;
}

bool report_json(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct json_writer writer = json_begin(arena, outcome);
    return json_finish(&writer, of_outcome(&writer), out);
}

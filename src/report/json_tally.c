/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static void put_count(struct json *object, const struct subject *subject, const struct count *count)
{
    json_put_number(object, "members", count->members);
    if (count->votes.withheld)
        return;
    json_put_number_if(object, "population", subject->outcome->has_list_sizes,
                       figure_of(count->population));
    json_put_votes(object, subject->poll, figure_of(count->votes));
}

void json_put_counts(struct json *object, const struct subject *subject,
                     const struct count counts[GROUPS], const enum group *groups,
                     size_t group_count)
{
    struct json *all = json_put_object(object, "counts");
    for (size_t i = 0; i < group_count; i++)
        if (groups[i] != GROUP_SPOILT || counts[GROUP_SPOILT].members > 0)
            put_count(json_put_object(all, group_name(groups[i])), subject, &counts[groups[i]]);
}

static void put_counts(struct json *object, const struct subject *subject,
                       const struct count counts[GROUPS])
{
    static const enum group order[] = {
        GROUP_ALL,        GROUP_PRESENT, GROUP_VOTING, GROUP_FOR,    GROUP_AGAINST, GROUP_ABSTAINED,
        GROUP_INTERESTED, GROUP_ABSENT,  GROUP_CAST,   GROUP_SPOILT, GROUP_VOID,
    };
    json_put_counts(object, subject, counts, order, sizeof order / sizeof order[0]);
}

/* Not there where the text has none. */
static void put_percent_of_cast(struct json *object, const struct subject *subject,
                                const struct count *count)
{
    json_put_given(object, "percent", phrases_percent_of_cast(subject, count));
}

/* What part of the votes cast those for and against are. */
static void put_percents(struct json *counts, const struct subject *subject)
{
    static const enum group sides[] = {GROUP_FOR, GROUP_AGAINST};
    for (size_t i = 0; i < 2 && !subject->poll->is_election; i++)
        put_percent_of_cast(json_within(counts, group_name(sides[i])), subject,
                            &subject->poll->counts[sides[i]]);
}

static void put_candidates(struct json *object, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(object, "candidates");
    for (size_t i = 0; i < poll->election.candidate_count; i++) {
        const struct candidate_outcome *candidate = &poll->election.candidates[i];
        struct json *named = json_add_object(array);
        json_put_text(named, "name", candidate->name);
        put_count(named, subject, &candidate->count);
        put_percent_of_cast(named, subject, &candidate->count);
    }
}

/* A quantity, or null where it is withheld. */
static void put_figure(struct json *object, const char *key, struct figure figure, unsigned places)
{
    if (figure.withheld)
        json_put_null(object, key);
    else
        json_put_quantity(object, key, figure_of(figure), places);
}

/* Of whom alone it is asked. */
static void put_among(struct json *object, const struct condition_outcome *condition)
{
    json_put_given(object, "class", condition->of_class);
    if (condition->asks.among == AMONG_EACH_AREA)
        json_put_text(object, "area", condition->area);
    if (condition->asks.among == AMONG_NAMED)
        json_put_texts(object, "missing", condition->missing, condition->missing_count);
}

void json_put_condition(struct json *object, const struct condition_outcome *condition)
{
    unsigned places = condition->places;
    json_put_text(object, "rule", rule_name(condition->kind));
    json_put_text(object, "text", condition->text);
    json_put_text(object, "clause", condition->clause);
    put_figure(object, "part", condition->part, places);
    put_figure(object, "whole", condition->whole, places);
    put_figure(object, "needed", condition->needed, places);
    put_figure(object, "short", condition->short_by, places);
    json_put_boolean(object, "met", condition->met);
    json_put_text(object, "percent", condition->percent);
    json_put_boolean(object, "reachable", !condition->unreachable);
    if (condition->at_opening)
        json_put_text(object, "at", rule_words(RULE_QUORUM_AT, QUORUM_AT_OPENING));
    if (condition->asks.at_most)
        json_put_boolean(object, "at_most", true);
    if (condition->group != NULL) {
        json_put_text(object, "group", condition->group);
        json_put_boolean(object, "excused", condition->excused);
    }
    put_among(object, condition);
}

static void put_conditions(struct json *object, const struct condition_outcome *conditions,
                           size_t count)
{
    struct json *array = json_put_array(object, "conditions");
    for (size_t i = 0; i < count; i++)
        json_put_condition(json_add_object(array), &conditions[i]);
}

static void put_areas(struct json *object, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(object, "areas");
    for (size_t i = 0; i < poll->areas.count; i++) {
        const struct area_outcome *area = &poll->areas.list[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "area", area->area);
        json_put_text(entry, "verdict", verdict_name(area->result.verdict));
        put_counts(entry, subject, area->counts);
        put_conditions(entry, area->conditions, area->condition_count);
    }
}

static void put_readings(struct json *object, const struct poll_outcome *poll)
{
    struct json *array = json_put_array(object, "readings");
    for (size_t i = 0; i < poll->reading_count; i++) {
        const struct reading_outcome *reading = &poll->readings[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "reading", reading->name);
        json_put_text(entry, "clause", reading->clause);
        json_put_text(entry, "verdict", verdict_name(reading->result.verdict));
        json_put_text(entry, "winner", reading->result.winner);
        json_put_boolean(entry, "differs", reading->differs);
        if (reading->withheld)
            json_put_boolean(entry, "withheld", true);
        json_put_texts(entry, "run_off", reading->result.run_off, reading->result.run_off_count);
        json_put_texts(entry, "together", reading->together, reading->together_count);
    }
}

/* The same votes by the other weighting. Its verdict is told only where it may be compared. */
static void put_other_count(struct json *of_poll, const struct poll_outcome *poll)
{
    const struct other_count *other = &poll->other_count;
    struct json *object = json_put_object_if(of_poll, "other_count", other->given);
    if (object == NULL)
        return;
    json_put_text(object, "weight", other->by_heads ? "one each" : "list size");
    json_put_quantity(object, "for", other->in_favour.votes, 0);
    json_put_quantity(object, "against", other->against.votes, 0);
    json_put_text(object, "verdict", other->comparable ? verdict_name(other->verdict) : NULL);
    json_put_boolean_if(object, "differs", other->comparable, other->differs);
}

/* How close it was; null for what is not known, or withheld. */
static void put_margin(struct json *of_poll, const struct poll_outcome *poll)
{
    const struct margin *margin = &poll->margin;
    bool missed = margin->quorum_known && margin->quorum_members > 0;
    struct json *object = json_put_object(of_poll, "margin");
    json_put_number_if(object, "members", margin->possible, margin->members);
    json_put_boolean_if(object, "possible", margin->known, margin->possible);
    json_put_boolean_if(object, "abstaining", margin->possible, margin->abstaining);
    json_put_texts(object, "who", margin->who, margin->who == NULL ? 0 : (size_t)margin->members);
    if (margin->alone > 0) {
        json_put_number(object, "alone", (int64_t)margin->alone);
        json_put_number(object, "alone_of", (int64_t)margin->alone_of);
    }
    json_put_boolean_if(object, "absent_could", margin->absent_known, margin->absent_could);
    json_put_number_if(object, "quorum_members", missed, margin->quorum_members);
}

static void put_period_readings(struct json *object, const struct period *period)
{
    struct json *array = json_put_array(object, "readings");
    for (size_t i = 0; i < period->reading_count; i++) {
        const struct period_reading *reading = &period->readings[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "reading", reading->name);
        json_put_text(entry, "clause", reading->clause);
        json_put_number(entry, "needed", reading->needed);
        json_put_number_if(entry, "short", period->checked, reading->short_by);
        json_put_boolean_if(entry, "met", period->checked, reading->met);
    }
}

static void put_holidays(struct json *object, struct holiday_list holidays)
{
    struct json *array = json_put_array(object, "holidays");
    for (size_t i = 0; i < holidays.count; i++) {
        struct json *entry = json_add_object(array);
        json_put_date(entry, "date", holidays.items[i].date);
        json_put_text(entry, "title", holidays.items[i].title);
    }
}

/* How long it was open; null where the rules ask for nothing, and within for what was not checked.
 */
static void put_period(struct json *of_poll, const struct subject *subject)
{
    const struct period *period = subject->poll->period;
    struct json *object = json_put_object_if(of_poll, "period", period != NULL);
    if (object == NULL)
        return;
    const struct outcome *outcome = subject->outcome;
    bool checked = period->checked;
    json_put_text(object, "text", period->rule.text);
    json_put_text(object, "clause", period->rule.clause);
    json_put_moment(object, "opens", outcome->opens);
    json_put_moment(object, "closes", outcome->closes);
    json_put_date(object, "first_day", period->from);
    json_put_date(object, "last_day", period->until);
    json_put_number_if(object, "working_days", checked, period->working_days);
    json_put_number(object, "needed", period->needed);
    json_put_number_if(object, "short", checked, period->short_by);
    json_put_boolean_if(object, "met", checked, period->met);
    json_put_boolean_if(object, "certain", checked, period->certain);
    put_holidays(object, period->holidays);
    json_put_boolean_if(object, "holidays_known", checked, period->known);
    put_period_readings(object, period);
}

static void put_returns(struct json *object, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(object, "returns");
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        const char *reason = phrases_reason(subject, row);
        struct json *entry = json_add_object(array);
        json_put_line(entry, row);
        json_put_text(entry, "practice", row->practice);
        json_put_text(entry, "vote", row->vote);
        json_put_votes(entry, poll, row->votes);
        if (row->cast > 0)
            json_put_number(entry, "cast", row->cast);
        if (row->continues)
            json_put_boolean(entry, "continues", true);
        json_put_text(entry, "role", row->role);
        json_put_text(entry, "voter", row->voter);
        json_put_moment(entry, "received", row->received);
        json_put_text(entry, "status", return_status_name(row->status));
        json_put_text(entry, "reason", reason == NULL ? row->remark : reason);
        json_put_given(entry, "remark", row->remark);
        json_put_grounds(entry, row);
    }
}

static void put_result(struct json *object, const struct poll_outcome *poll)
{
    const struct result *result = &poll->result;
    json_put_text(object, "verdict", verdict_name(result->verdict));
    if (poll->by_consensus)
        json_put_boolean(object, "consensus", true);
    json_put_boolean_if(object, "tied", !result->tie_withheld, result->tied);
    json_put_text(object, "winner", result->winner);
    if (result->reopened != NULL)
        json_put_boolean(object, "nominations_reopened", true);
    json_put_texts(object, "run_off", result->run_off, result->run_off_count);
    json_put_boolean(object, "review", result->review);
    json_put_boolean(object, "certain", poll->certain);
    json_put_given(object, "next_step", poll->next_step);
}

/* What no member has more votes of, and from whom it takes some; not there without a limit. */
static void put_weight_limit(struct json *object, const struct weighing *weighing)
{
    if (weighing->limited == NULL)
        return;
    struct json *limit = json_put_object(object, "weight_limit");
    json_put_quantity(limit, "votes", weighing->most, weighing->places);
    json_put_texts(limit, "limited", weighing->limited, weighing->limited_count);
}

/* The casting vote that stands in the ballots; not there without one. */
static void put_casting_vote(struct json *object, const struct casting *casting)
{
    if (!casting->by_row)
        return;
    struct json *vote = json_put_object(object, "casting_vote");
    json_put_text(vote, "chair", casting->chair);
    json_put_text(vote, "vote", casting->in_favour ? "for" : "against");
}

static void put_poll(struct json *object, const void *of, size_t index)
{
    const struct poll_outcome *poll = outcome_poll(json_arena(object), of, index);
    struct subject subject = {json_arena(object), of, poll};
    json_put_text(object, "motion", poll->motion);
    json_put_given(object, "post", poll->post);
    json_put_text(object, "decision", poll->decision);
    json_put_text(object, "title", poll->title);
    put_result(object, poll);
    json_put_text(object, "weight", poll->by_consensus ? NULL : poll->weighing.words);
    put_weight_limit(object, &poll->weighing);
    put_casting_vote(object, &poll->casting);
    put_counts(object, &subject, poll->counts);
    put_percents(json_within(object, "counts"), &subject);
    put_candidates(object, &subject);
    put_areas(object, &subject);
    put_conditions(object, poll->conditions, poll->condition_count);
    put_readings(object, poll);
    put_other_count(object, poll);
    put_margin(object, poll);
    put_period(object, &subject);
    json_put_rows(object, "ballots", &poll->ballots, RETURN_COUNTED);
    if (poll->secrecy != BALLOTS_SECRET)
        put_returns(object, &subject);
    json_put_boolean(object, "secret", poll->secrecy == BALLOTS_SECRET);
    if (date_given(poll->keeping.destroy_on))
        json_put_date(object, "destroy_on", poll->keeping.destroy_on);
    json_put_members(object, &subject);
}

/* ---- The whole of it */

/* What it takes to count the same again. */
static void put_request(struct json *report, const struct outcome *outcome)
{
    const struct request *request = &outcome->from.request;
    struct json *object = json_put_object(report, "options");
    json_put_text(object, "decision", request->decision);
    json_put_text(object, "constitution", request->constitution);
    json_put_boolean(object, "bundled", request->bundled);
    json_put_text(object, "rules", request->rules);
    json_put_text(object, "practices", request->practices);
    json_put_text(object, "localities", request->localities);
    json_put_text(object, "candidates", request->candidates);
    json_put_given(object, "voters", request->voters);
    json_put_given(object, "interests", request->interests);
    json_put_given(object, "holidays", request->holidays);
    json_put_text(object, "motion", request->motion);
    json_put_text(object, "route", outcome->route);
    json_put_date(object, "date", outcome->date);
    json_put_date(object, "confirmed", request->confirmed);
    json_put_moment(object, "opens", outcome->opens);
    json_put_moment(object, "closes", outcome->closes);
    json_put_given(object, "dates", request->dates);
    json_put_text(object, "casting_vote", request->casting_vote);
    json_put_boolean(object, "show_ballots", request->show_ballots);
    json_put_text(object, "encoding", request->encoding);
    json_put_boolean(object, "multi_line", request->multi_line);
    json_put_texts(object, "columns", request->columns, request->column_count);
    if (request->answer_count > 0)
        json_put_texts(object, "answers", request->answers, request->answer_count);
}

void report_json(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct json *object = json_begin(arena);
    json_put_outcome(object, "quorate/tally/1", outcome);
    if (outcome->votes_shared)
        json_put_boolean(object, "votes_shared", true);
    json_put_each(object, "polls", outcome, outcome->poll_count, put_poll);
    json_put_share(object, outcome->share);
    json_put_inputs(object, "inputs", outcome->from.inputs, outcome->from.input_count);
    json_put_given(object, "ballots_hmac", outcome->ballots_hmac);
    json_put_notes(object, phrases_notes(json_arena(object), outcome, LISTED_ALL));
    json_put_text(object, "route", outcome->route);
    put_request(object, outcome);
    json_finish(object, out);
}

/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static void put_count(struct json_writer *writer, struct json *object,
                      const struct poll_outcome *poll, const struct count *count)
{
    json_put_number(writer, object, "members", count->members);
    if (count->votes.withheld)
        return;
    json_put_number_if(writer, object, "population", writer->outcome->has_list_sizes,
                       figure_of(count->population));
    json_put_votes(writer, object, poll, figure_of(count->votes));
}

void json_put_counts(struct json_writer *writer, struct json *object,
                     const struct poll_outcome *poll, const struct count counts[GROUPS],
                     const enum group *groups, size_t group_count)
{
    struct json *all = json_put_object(writer, object, "counts");
    for (size_t i = 0; i < group_count; i++)
        if (groups[i] != GROUP_SPOILT || counts[GROUP_SPOILT].members > 0)
            put_count(writer, json_put_object(writer, all, group_name(groups[i])), poll,
                      &counts[groups[i]]);
}

static void put_counts(struct json_writer *writer, struct json *object,
                       const struct poll_outcome *poll, const struct count counts[GROUPS])
{
    static const enum group order[] = {
        GROUP_ALL,        GROUP_PRESENT, GROUP_VOTING, GROUP_FOR,    GROUP_AGAINST, GROUP_ABSTAINED,
        GROUP_INTERESTED, GROUP_ABSENT,  GROUP_CAST,   GROUP_SPOILT, GROUP_VOID,
    };
    json_put_counts(writer, object, poll, counts, order, sizeof order / sizeof order[0]);
}

/* Not there where the text has none. */
static void put_percent_of_cast(struct json_writer *writer, struct json *object,
                                const struct subject *subject, const struct count *count)
{
    const char *percent = phrases_percent_of_cast(subject, count);
    if (percent != NULL)
        json_put_text(writer, object, "percent", percent);
}

/* What part of the votes cast those for and against are. */
static void put_percents(struct json_writer *writer, struct json *counts,
                         const struct subject *subject)
{
    static const enum group sides[] = {GROUP_FOR, GROUP_AGAINST};
    for (size_t i = 0; i < 2 && !subject->poll->is_election; i++)
        put_percent_of_cast(writer, json_within(counts, group_name(sides[i])), subject,
                            &subject->poll->counts[sides[i]]);
}

static void put_candidates(struct json_writer *writer, struct json *object,
                           const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(writer, object, "candidates");
    for (size_t i = 0; i < poll->election.candidate_count; i++) {
        const struct candidate_outcome *candidate = &poll->election.candidates[i];
        struct json *named = json_add_object(writer, array);
        json_put_text(writer, named, "name", candidate->name);
        put_count(writer, named, poll, &candidate->count);
        put_percent_of_cast(writer, named, subject, &candidate->count);
    }
}

/* A quantity, or null where it is withheld. */
static void put_figure(struct json_writer *writer, struct json *object, const char *key,
                       struct figure figure, unsigned places)
{
    if (figure.withheld)
        json_put(object, key, json_of_null(writer));
    else
        json_put_quantity(writer, object, key, figure_of(figure), places);
}

/* Of whom alone it is asked. */
static void put_among(struct json_writer *writer, struct json *object,
                      const struct condition_outcome *condition)
{
    if (condition->of_class != NULL)
        json_put_text(writer, object, "class", condition->of_class);
    if (condition->asks.among == AMONG_EACH_AREA)
        json_put_text(writer, object, "area", condition->area);
    if (condition->asks.among == AMONG_NAMED)
        json_put_texts(writer, object, "missing", condition->missing, condition->missing_count);
}

void json_put_condition(struct json_writer *writer, struct json *object,
                        const struct condition_outcome *condition)
{
    unsigned places = condition->places;
    json_put_text(writer, object, "rule", rule_name(condition->kind));
    json_put_text(writer, object, "text", condition->text);
    json_put_text(writer, object, "clause", condition->clause);
    put_figure(writer, object, "part", condition->part, places);
    put_figure(writer, object, "whole", condition->whole, places);
    put_figure(writer, object, "needed", condition->needed, places);
    put_figure(writer, object, "short", condition->short_by, places);
    json_put_boolean(writer, object, "met", condition->met);
    json_put_text(writer, object, "percent", condition->percent);
    json_put_boolean(writer, object, "reachable", !condition->unreachable);
    if (condition->at_opening)
        json_put_text(writer, object, "at", rule_words(RULE_QUORUM_AT, QUORUM_AT_OPENING));
    if (condition->asks.at_most)
        json_put_boolean(writer, object, "at_most", true);
    if (condition->group != NULL) {
        json_put_text(writer, object, "group", condition->group);
        json_put_boolean(writer, object, "excused", condition->excused);
    }
    put_among(writer, object, condition);
}

static void put_conditions(struct json_writer *writer, struct json *object,
                           const struct condition_outcome *conditions, size_t count)
{
    struct json *array = json_put_array(writer, object, "conditions");
    for (size_t i = 0; i < count; i++)
        json_put_condition(writer, json_add_object(writer, array), &conditions[i]);
}

static void put_areas(struct json_writer *writer, struct json *object,
                      const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "areas");
    for (size_t i = 0; i < poll->areas.count; i++) {
        const struct area_outcome *area = &poll->areas.list[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "area", area->area);
        json_put_text(writer, entry, "verdict", verdict_name(area->result.verdict));
        put_counts(writer, entry, poll, area->counts);
        put_conditions(writer, entry, area->conditions, area->condition_count);
    }
}

static void put_readings(struct json_writer *writer, struct json *object,
                         const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < poll->reading_count; i++) {
        const struct reading_outcome *reading = &poll->readings[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "reading", reading->name);
        json_put_text(writer, entry, "clause", reading->clause);
        json_put_text(writer, entry, "verdict", verdict_name(reading->result.verdict));
        json_put_text(writer, entry, "winner", reading->result.winner);
        json_put_boolean(writer, entry, "differs", reading->differs);
        if (reading->withheld)
            json_put_boolean(writer, entry, "withheld", true);
        json_put_texts(writer, entry, "run_off", reading->result.run_off,
                       reading->result.run_off_count);
        json_put_texts(writer, entry, "together", reading->together, reading->together_count);
    }
}

/* The same votes by the other weighting. Its verdict is told only where it may be compared. */
static struct json *of_other_count(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct other_count *other = &poll->other_count;
    if (!other->given)
        return json_of_null(writer);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "weight", other->by_heads ? "one each" : "list size");
    json_put_quantity(writer, object, "for", other->in_favour.votes, 0);
    json_put_quantity(writer, object, "against", other->against.votes, 0);
    json_put_text(writer, object, "verdict",
                  other->comparable ? verdict_name(other->verdict) : NULL);
    json_put_boolean_if(writer, object, "differs", other->comparable, other->differs);
    return object;
}

/* How close it was; null for what is not known, or withheld. */
static struct json *of_margin(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct margin *margin = &poll->margin;
    bool missed = margin->quorum_known && margin->quorum_members > 0;
    struct json *object = json_of_object(writer);
    json_put_number_if(writer, object, "members", margin->possible, margin->members);
    json_put_boolean_if(writer, object, "possible", margin->known, margin->possible);
    json_put_boolean_if(writer, object, "abstaining", margin->possible, margin->abstaining);
    json_put_texts(writer, object, "who", margin->who,
                   margin->who == NULL ? 0 : (size_t)margin->members);
    if (margin->alone > 0) {
        json_put_number(writer, object, "alone", (int64_t)margin->alone);
        json_put_number(writer, object, "alone_of", (int64_t)margin->alone_of);
    }
    json_put_boolean_if(writer, object, "absent_could", margin->absent_known, margin->absent_could);
    json_put_number_if(writer, object, "quorum_members", missed, margin->quorum_members);
    return object;
}

static void put_period_readings(struct json_writer *writer, struct json *object,
                                const struct period *period)
{
    struct json *array = json_put_array(writer, object, "readings");
    for (size_t i = 0; i < period->reading_count; i++) {
        const struct period_reading *reading = &period->readings[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "reading", reading->name);
        json_put_text(writer, entry, "clause", reading->clause);
        json_put_number(writer, entry, "needed", reading->needed);
        json_put_number_if(writer, entry, "short", period->checked, reading->short_by);
        json_put_boolean_if(writer, entry, "met", period->checked, reading->met);
    }
}

static void put_holidays(struct json_writer *writer, struct json *object,
                         struct holiday_list holidays)
{
    struct json *array = json_put_array(writer, object, "holidays");
    for (size_t i = 0; i < holidays.count; i++) {
        struct json *entry = json_add_object(writer, array);
        json_put_date(writer, entry, "date", holidays.items[i].date);
        json_put_text(writer, entry, "title", holidays.items[i].title);
    }
}

/* How long it was open; null where the rules ask for nothing, and within for what was not checked.
 */
static struct json *of_period(struct json_writer *writer, const struct poll_outcome *poll)
{
    const struct period *period = poll->period;
    if (period == NULL)
        return json_of_null(writer);
    const struct outcome *outcome = writer->outcome;
    bool checked = period->checked;
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "text", period->rule.text);
    json_put_text(writer, object, "clause", period->rule.clause);
    json_put_moment(writer, object, "opens", outcome->opens);
    json_put_moment(writer, object, "closes", outcome->closes);
    json_put_date(writer, object, "first_day", period->from);
    json_put_date(writer, object, "last_day", period->until);
    json_put_number_if(writer, object, "working_days", checked, period->working_days);
    json_put_number(writer, object, "needed", period->needed);
    json_put_number_if(writer, object, "short", checked, period->short_by);
    json_put_boolean_if(writer, object, "met", checked, period->met);
    json_put_boolean_if(writer, object, "certain", checked, period->certain);
    put_holidays(writer, object, period->holidays);
    json_put_boolean_if(writer, object, "holidays_known", checked, period->known);
    put_period_readings(writer, object, period);
    return object;
}

static void put_returns(struct json_writer *writer, struct json *object,
                        const struct poll_outcome *poll)
{
    struct subject subject = {writer->arena, writer->outcome, poll};
    struct json *array = json_put_array(writer, object, "returns");
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        const char *reason = phrases_reason(&subject, row);
        struct json *entry = json_add_object(writer, array);
        json_put_line(writer, entry, row);
        json_put_text(writer, entry, "practice", row->practice);
        json_put_text(writer, entry, "vote", row->vote);
        json_put_votes(writer, entry, poll, row->votes);
        if (row->cast > 0)
            json_put_number(writer, entry, "cast", row->cast);
        if (row->continues)
            json_put_boolean(writer, entry, "continues", true);
        json_put_text(writer, entry, "role", row->role);
        json_put_text(writer, entry, "voter", row->voter);
        json_put_moment(writer, entry, "received", row->received);
        json_put_text(writer, entry, "status", return_status_name(row->status));
        json_put_text(writer, entry, "reason", reason == NULL ? row->remark : reason);
        if (row->remark != NULL)
            json_put_text(writer, entry, "remark", row->remark);
        json_put_grounds(writer, entry, row);
    }
}

static void put_result(struct json_writer *writer, struct json *object,
                       const struct poll_outcome *poll)
{
    const struct result *result = &poll->result;
    json_put_text(writer, object, "verdict", verdict_name(result->verdict));
    if (poll->by_consensus)
        json_put_boolean(writer, object, "consensus", true);
    json_put(object, "tied",
             result->tie_withheld ? json_of_null(writer) : json_of_boolean(writer, result->tied));
    json_put_text(writer, object, "winner", result->winner);
    if (result->reopened != NULL)
        json_put_boolean(writer, object, "nominations_reopened", true);
    json_put_texts(writer, object, "run_off", result->run_off, result->run_off_count);
    json_put_boolean(writer, object, "review", result->review);
    json_put_boolean(writer, object, "certain", poll->certain);
    if (poll->next_step != NULL)
        json_put_text(writer, object, "next_step", poll->next_step);
}

/* What no member has more votes of, and from whom it takes some; not there without a limit. */
static void put_weight_limit(struct json_writer *writer, struct json *object,
                             const struct weighing *weighing)
{
    if (weighing->limited == NULL)
        return;
    struct json *limit = json_put_object(writer, object, "weight_limit");
    json_put_quantity(writer, limit, "votes", weighing->most, weighing->places);
    json_put_texts(writer, limit, "limited", weighing->limited, weighing->limited_count);
}

/* The casting vote that stands in the ballots; not there without one. */
static void put_casting_vote(struct json_writer *writer, struct json *object,
                             const struct casting *casting)
{
    if (!casting->by_row)
        return;
    struct json *vote = json_put_object(writer, object, "casting_vote");
    json_put_text(writer, vote, "chair", casting->chair);
    json_put_text(writer, vote, "vote", casting->in_favour ? "for" : "against");
}

static void put_poll(struct json_writer *writer, struct json *object, const void *of, size_t index)
{
    const struct poll_outcome *poll = outcome_poll(writer->arena, of, index);
    struct subject subject = {writer->arena, writer->outcome, poll};
    json_put_text(writer, object, "motion", poll->motion);
    if (poll->post != NULL)
        json_put_text(writer, object, "post", poll->post);
    json_put_text(writer, object, "decision", poll->decision);
    json_put_text(writer, object, "title", poll->title);
    put_result(writer, object, poll);
    json_put_text(writer, object, "weight", poll->by_consensus ? NULL : poll->weighing.words);
    put_weight_limit(writer, object, &poll->weighing);
    put_casting_vote(writer, object, &poll->casting);
    put_counts(writer, object, poll, poll->counts);
    put_percents(writer, json_within(object, "counts"), &subject);
    put_candidates(writer, object, &subject);
    put_areas(writer, object, poll);
    put_conditions(writer, object, poll->conditions, poll->condition_count);
    put_readings(writer, object, poll);
    json_put(object, "other_count", of_other_count(writer, poll));
    json_put(object, "margin", of_margin(writer, poll));
    json_put(object, "period", of_period(writer, poll));
    json_put(object, "ballots", json_of_rows(writer, &poll->ballots, RETURN_COUNTED));
    if (poll->secrecy != BALLOTS_SECRET)
        put_returns(writer, object, poll);
    json_put_boolean(writer, object, "secret", poll->secrecy == BALLOTS_SECRET);
    if (date_given(poll->keeping.destroy_on))
        json_put_date(writer, object, "destroy_on", poll->keeping.destroy_on);
    json_put_members(writer, object, &subject);
}

/* ---- The whole of it */

/* What it takes to count the same again. */
static struct json *of_request(struct json_writer *writer, const struct outcome *outcome)
{
    const struct request *request = &outcome->request;
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "decision", request->decision);
    json_put_text(writer, object, "constitution", request->constitution);
    json_put_boolean(writer, object, "bundled", request->bundled);
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
    json_put_boolean(writer, object, "show_ballots", request->show_ballots);
    json_put_text(writer, object, "encoding", request->encoding);
    json_put_boolean(writer, object, "multi_line", request->multi_line);
    json_put_texts(writer, object, "columns", request->columns, request->column_count);
    if (request->answer_count > 0)
        json_put_texts(writer, object, "answers", request->answers, request->answer_count);
    return object;
}

void report_json(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct json_writer *writer = json_begin(arena, outcome);
    struct json *object = json_of_object(writer);
    json_put_outcome(writer, object, "quorate/tally/1", outcome);
    if (outcome->votes_shared)
        json_put_boolean(writer, object, "votes_shared", true);
    json_put_each(writer, object, "polls", outcome, outcome->poll_count, put_poll);
    json_put(object, "share",
             outcome->share == NULL ? json_of_null(writer) : json_of_share(writer, outcome->share));
    json_put_inputs(writer, object, "inputs", outcome->inputs, outcome->input_count);
    if (outcome->ballots_hmac != NULL)
        json_put_text(writer, object, "ballots_hmac", outcome->ballots_hmac);
    json_put_notes(writer, object, phrases_notes(writer->arena, outcome, LISTED_ALL));
    json_put_text(writer, object, "route", outcome->route);
    json_put(object, "options", of_request(writer, outcome));
    json_finish(writer, object, out);
}

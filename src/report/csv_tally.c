/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/report.h"

static const char *const headings[] = {
    "date",    "motion",     "decision",      "title",      "verdict",
    "winner",  "practice",   "code",          "list size",  "list size percent",
    "weight",  "vote",       "votes counted", "status",     "role",
    "voter",   "reason",     "remark",        "line",       "lead told",
    "certain", "quorum met", "confidential",  "period met", "working days",
};

/* What became of it without its vote and its role, which have columns of their own. */
static const char *status_of(const struct subject *subject, const struct standing *standing)
{
    struct standing bare = *standing;
    bare.vote = NULL;
    return phrases_small(subject->arena, phrases_stance(subject, &bare));
}

/* 0 for whoever did not count; of a secret decision nothing, for that would tell who abstained. */
static const char *votes_counted(const struct csv *csv, const struct poll_outcome *poll,
                                 const struct return_outcome *by)
{
    if (poll->secrecy == BALLOTS_SECRET)
        return NULL;
    return number_canonical(csv->arena, by == NULL ? 0 : by->votes, poll->weighing.places);
}

static const char *period_met(const struct period *period)
{
    if (period == NULL)
        return "none asked for";
    if (!period->checked)
        return "not checked";
    return period->met ? "yes" : "no";
}

/* What is the same in every row of a poll, so that a filter on it keeps whole polls. */
static void of_the_poll(struct csv *csv, const struct poll_outcome *poll)
{
    csv_text(csv, poll->certain ? "yes" : "no");
    csv_text(csv, !poll->quorum.asked ? "none asked for" : poll->quorum.met ? "yes" : "no");
    csv_text(csv, poll->secrecy == BALLOTS_SHOWN ? "yes" : "no");
    csv_text(csv, period_met(poll->period));
    if (poll->period != NULL && poll->period->checked)
        csv_number(csv, poll->period->working_days);
    else
        csv_text(csv, NULL);
}

/* The row that decided it, or of a secret decision what may be told of a refused one. */
static void by_row(struct csv *csv, const struct subject *subject, const struct return_outcome *by)
{
    csv_text(csv, by->role);
    csv_text(csv, by->voter);
    csv_text(csv, phrases_return_reason(subject, by));
    csv_text(csv, by->remark);
    csv_number(csv, (int64_t)by->line);
    csv_date(csv, by->notified_on);
}

static const struct refusal *refusal_of(const struct poll_outcome *poll,
                                        const struct standing *standing)
{
    for (size_t i = 0; i < poll->ballots.refusal_count; i++)
        if (standing->stance == STANDING_REFUSED &&
            strcmp(poll->ballots.refusals[i].practice, standing->practice) == 0)
            return &poll->ballots.refusals[i];
    return NULL;
}

static void refused_row(struct csv *csv, const struct subject *subject,
                        const struct refusal *refusal)
{
    csv_text(csv, refusal->role);
    csv_text(csv, refusal->voter);
    csv_text(csv, phrases_refusal_reason(subject, refusal));
    csv_text(csv, NULL);
    csv_number(csv, (int64_t)refusal->line);
    csv_date(csv, refusal->notified_on);
}

static void row(struct csv *csv, const struct subject *subject, const struct standing *standing)
{
    const struct outcome *outcome = subject->outcome;
    const struct poll_outcome *poll = subject->poll;
    const struct return_outcome *by = poll->secrecy == BALLOTS_SECRET ? NULL : standing->by;
    const struct refusal *refusal = refusal_of(poll, standing);
    csv_date(csv, outcome->date);
    csv_text(csv, poll->motion);
    csv_text(csv, poll->decision);
    csv_text(csv, poll->title);
    csv_text(csv, verdict_name(poll->result.verdict));
    csv_text(csv, poll->result.winner);
    csv_text(csv, standing->practice);
    csv_text(csv, standing->code);
    csv_figure(csv, outcome->has_list_sizes ? number_canonical(csv->arena, standing->list_size, 0)
                                            : NULL);
    csv_figure(csv, standing->percent);
    csv_figure(csv, number_canonical(csv->arena, standing->votes, poll->weighing.places));
    csv_text(csv, by == NULL ? NULL : by->vote);
    csv_figure(csv, votes_counted(csv, poll, by));
    csv_text(csv, status_of(subject, standing));
    if (by != NULL)
        by_row(csv, subject, by);
    else if (refusal != NULL)
        refused_row(csv, subject, refusal);
    else
        for (size_t i = 0; i < 6; i++)
            csv_text(csv, NULL);
    of_the_poll(csv, poll);
    csv_end_row(csv);
}

bool report_csv(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct csv csv = {.arena = arena, .out = out};
    csv_headings(&csv, headings, sizeof headings / sizeof headings[0]);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {arena, outcome, &outcome->polls[i]};
        for (size_t j = 0; j < subject.poll->roll_call.standing_count; j++)
            row(&csv, &subject, &subject.poll->roll_call.standings[j]);
    }
    return true;
}

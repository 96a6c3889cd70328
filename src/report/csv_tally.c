/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static const char headings[] =
    "date|motion|decision|title|verdict|winner|{unit}|code|{size}|{size} percent|"
    "weight|vote|votes counted|status|role|voter|reason|remark|line|lead told|certain|"
    "quorum met|confidential|period met|working days|received";

/* What became of it without its vote and its role, which have columns of their own. */
static const char *status_of(const struct subject *subject, const struct standing *standing)
{
    struct standing bare = *standing;
    bare.vote = NULL;
    bare.part_count = 0;
    return phrases_small(subject->arena, phrases_stance(subject, &bare));
}

/* Nothing of a consensus, in which there are none. */
static const char *votes_of(const struct csv *csv, const struct poll_outcome *poll, int64_t votes)
{
    return poll->by_consensus ? NULL : number_canonical(csv->arena, votes, poll->weighing.places);
}

/* Of the row that decides, or of all that each cast a part. */
static const char *vote_of(const struct subject *subject, const struct standing *standing,
                           const struct return_outcome *by)
{
    if (standing->part_count > 0)
        return phrases_parts(subject, standing);
    return by == NULL ? NULL : by->vote;
}

/* 0 for whoever did not count; nothing of a secret decision, for that would tell who abstained. */
static const char *votes_counted(const struct csv *csv, const struct poll_outcome *poll,
                                 const struct standing *standing)
{
    return poll->secrecy == BALLOTS_SECRET ? NULL : votes_of(csv, poll, standing->counted);
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
    bool checked = poll->period != NULL && poll->period->checked;
    csv_number_if(csv, checked, checked ? poll->period->working_days : 0);
}

/* `percent`: of the population. */
static void csv_member(struct csv *csv, const struct subject *subject,
                       const struct standing *standing, const char *percent)
{
    const struct outcome *outcome = subject->outcome;
    const struct poll_outcome *poll = subject->poll;
    bool told = poll->secrecy != BALLOTS_SECRET;
    const struct return_outcome *by = told ? standing->by : NULL;
    const struct return_outcome row = csv_row_of(standing, told);
    csv_date(csv, outcome->date);
    csv_text(csv, poll->motion);
    csv_text(csv, poll->decision);
    csv_text(csv, poll->title);
    csv_text(csv, verdict_name(poll->result.verdict));
    csv_text(csv, poll->result.winner);
    csv_text(csv, standing->practice);
    csv_text(csv, standing->code);
    csv_number_if(csv, outcome->has_list_sizes, standing->list_size);
    csv_figure(csv, percent);
    csv_figure(csv, votes_of(csv, poll, standing->votes));
    csv_text(csv, vote_of(subject, standing, by));
    csv_figure(csv, votes_counted(csv, poll, standing));
    csv_text(csv, status_of(subject, standing));
    csv_text(csv, row.role);
    csv_text(csv, row.voter);
    csv_text(csv, phrases_reason(subject, &row));
    csv_text(csv, row.remark);
    csv_number_or_empty(csv, (int64_t)row.line);
    csv_date(csv, row.notified_on);
    of_the_poll(csv, poll);
    csv_moment(csv, row.received);
    csv_end_row(csv);
}

void report_csv(struct arena *arena, const void *value, struct buffer *out)
{
    const struct outcome *outcome = value;
    struct csv csv = csv_begin(arena, out, headings, &outcome->terms);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        csv.arena = arena_part(arena);
        struct subject subject = {csv.arena, outcome, outcome_poll(csv.arena, outcome, i)};
        const struct standing *rest = csv_rest(&csv, subject.poll);
        for (size_t j = 0; j < subject.poll->roll_call.standing_count; j++) {
            const struct standing *standing = &subject.poll->roll_call.standings[j];
            if (rest == NULL || !csv_is_of_rest(standing))
                csv_member(&csv, &subject, standing,
                           phrases_of_population(csv.arena, outcome, standing));
        }
        if (rest != NULL)
            csv_member(&csv, &subject, rest, NULL);
        arena_free(csv.arena);
    }
}

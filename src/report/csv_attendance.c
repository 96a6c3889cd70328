/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include <string.h>

#include "phrases_attendance.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static const char *const headings[] = {
    "date",   "motion",    "decision",          "title",  "quorum", "practice",
    "code",   "list size", "list size percent", "status", "role",   "voter",
    "reason", "line",
};

static const struct refusal *refusal_of(const struct poll_outcome *poll,
                                        const struct standing *standing)
{
    for (size_t i = 0; i < poll->ballots.refusal_count; i++)
        if (standing->stance == STANDING_REFUSED &&
            strcmp(poll->ballots.refusals[i].practice, standing->practice) == 0)
            return &poll->ballots.refusals[i];
    return NULL;
}

static void csv_line(struct csv *csv, size_t line)
{
    if (line == 0)
        csv_text(csv, NULL);
    else
        csv_number(csv, (int64_t)line);
}

/* The row that it stands by: role, voter, reason and line. */
static void by_row(struct csv *csv, const struct attended *attended,
                   const struct standing *standing)
{
    const struct subject *subject = &attended->subject;
    bool secret = attended->finding->secret; /* where rows are missing between, two are of one */
    const struct return_outcome *by = standing->by;
    const struct refusal *refusal = refusal_of(subject->poll, standing);
    if (by != NULL) {
        csv_text(csv, by->role);
        csv_text(csv, by->voter);
        csv_text(csv, phrases_return_reason(subject, by));
        csv_line(csv, secret ? 0 : by->line);
    } else if (refusal != NULL) {
        csv_text(csv, refusal->role);
        csv_text(csv, refusal->voter);
        csv_text(csv, phrases_refusal_reason(subject, refusal));
        csv_line(csv, secret ? 0 : refusal->line);
    } else {
        for (size_t i = 0; i < 4; i++)
            csv_text(csv, NULL);
    }
}

static void row(struct csv *csv, const struct attended *attended, const struct standing *standing)
{
    const struct subject *subject = &attended->subject;
    const struct outcome *outcome = subject->outcome;
    struct standing bare = *standing; /* the role has a column of its own */
    bare.by = NULL;
    csv_date(csv, outcome->date);
    csv_text(csv, subject->poll->motion);
    csv_text(csv, subject->poll->decision);
    csv_text(csv, subject->poll->title);
    csv_text(csv, quorum_answer_name(attended->finding->answer));
    csv_text(csv, standing->practice);
    csv_text(csv, standing->code);
    csv_figure(csv, outcome->has_list_sizes ? number_canonical(csv->arena, standing->list_size, 0)
                                            : NULL);
    csv_figure(csv, standing->percent);
    csv_text(csv, phrases_small(csv->arena, phrases_attendance_standing(subject, &bare)));
    by_row(csv, attended, standing);
    csv_end_row(csv);
}

bool report_csv_attendance(struct arena *arena, const void *value, struct buffer *out)
{
    const struct attendance *attendance = value;
    struct csv csv = {.arena = arena, .out = out};
    csv_headings(&csv, headings, sizeof headings / sizeof headings[0]);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        const struct poll_outcome *poll = attended.subject.poll;
        for (size_t j = 0; j < poll->roll_call.standing_count; j++)
            row(&csv, &attended, &poll->roll_call.standings[j]);
    }
    return true;
}

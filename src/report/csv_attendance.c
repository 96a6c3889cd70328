/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include "phrases_attendance.h"
#include "quorate/ratio.h"
#include "quorate/report.h"

static const char headings[] =
    "date|motion|decision|title|quorum|{unit}|code|{size}|{size} percent|status|role|"
    "voter|reason|line|received";

/* `percent`: of the population. */
static void csv_attendant(struct csv *csv, const struct attended *attended,
                          const struct standing *standing, const char *percent)
{
    const struct subject *subject = &attended->subject;
    const struct outcome *outcome = subject->outcome;
    struct standing bare = *standing; /* the role has a column of its own */
    bare.by = NULL;
    const struct return_outcome row = csv_row_of(standing, true);
    bool secret = attended->finding->secret; /* where rows are missing between, two are of one */
    csv_date(csv, outcome->date);
    csv_text(csv, subject->poll->motion);
    csv_text(csv, subject->poll->decision);
    csv_text(csv, subject->poll->title);
    csv_text(csv, quorum_answer_name(attended->finding->answer));
    csv_text(csv, standing->practice);
    csv_text(csv, standing->code);
    csv_number_if(csv, outcome->has_list_sizes, standing->list_size);
    csv_figure(csv, percent);
    csv_text(csv, phrases_small(csv->arena, phrases_attendance_standing(subject, &bare)));
    csv_text(csv, row.role);
    csv_text(csv, row.voter);
    csv_text(csv, phrases_reason(subject, &row));
    csv_number_or_empty(csv, secret ? 0 : (int64_t)row.line);
    csv_moment(csv, row.received);
    csv_end_row(csv);
}

void report_csv_attendance(struct arena *arena, const void *value, struct buffer *out)
{
    const struct attendance *attendance = value;
    struct csv csv = csv_begin(arena, out, headings, &attendance->outcome.terms);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        csv.arena = arena_part(arena);
        struct attended attended = phrases_attended_by(csv.arena, attendance, i);
        const struct poll_outcome *poll = attended.subject.poll;
        const struct standing *rest = csv_rest(&csv, poll);
        for (size_t j = 0; j < poll->roll_call.standing_count; j++) {
            const struct standing *standing = &poll->roll_call.standings[j];
            if (rest == NULL || !csv_is_of_rest(standing))
                csv_attendant(&csv, &attended, standing,
                              phrases_of_population(csv.arena, &attendance->outcome, standing));
        }
        if (rest != NULL)
            csv_attendant(&csv, &attended, rest, NULL);
        arena_free(csv.arena);
    }
}

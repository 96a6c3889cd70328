/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "markdown.h"
#include "phrases_attendance.h"
#include "quorate/date.h"
#include "quorate/ratio.h"

enum {
    COLUMNS = 4,
};

static void quorum(const struct markdown *markdown, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    if (finding->condition_count == 0)
        markdown_fact(markdown, "Quorum", phrases_quorum_none(&attended->subject));
    for (size_t i = 0; i < finding->condition_count; i++) {
        const struct quorum_condition *condition = &finding->conditions[i];
        const char *others = phrases_attendance_others(attended, condition);
        markdown_fact(markdown, "Quorum", phrases_attendance_condition(attended, condition));
        if (others != NULL)
            markdown_fact(markdown, phrases_attendance_others_label(attended, condition), others);
    }
}

static void rows(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    const struct poll_outcome *of = subject->poll;
    const char *interests = phrases_attendance_interests(subject);
    if (interests != NULL)
        markdown_fact(markdown, "Interests",
                      markdown_noted(markdown, interests, poll, ANCHOR_INTERESTS));
    for (size_t i = 0; i < of->absent_count; i++)
        markdown_fact(markdown, phrases_replies(of) ? "No reply" : "Absent", of->absent[i]);
    for (size_t i = 0; i < of->refusal_count; i++)
        markdown_fact(markdown, "Refused", phrases_refusal(subject, &of->refusals[i]));
    for (size_t i = 0; i < of->return_count; i++)
        if (of->returns[i].status == RETURN_SUPERSEDED || of->returns[i].status == RETURN_VOID)
            markdown_fact(markdown, "Repeated", phrases_set_aside(subject, &of->returns[i]));
    markdown_fact(markdown, "Rows", phrases_attendance_rows(subject));
    markdown_break(markdown);
}

static void members(const struct markdown *markdown, const struct subject *subject)
{
    struct arena *arena = markdown->arena;
    bool sizes = subject->outcome->has_list_sizes;
    const char *name = phrases_capital(arena, subject->outcome->unit);
    markdown_head(markdown, (const char *const[COLUMNS]){name, "Attendance", "List size", "Share"},
                  sizes ? COLUMNS : 2, 2);
    for (size_t i = 0; i < subject->poll->standing_count; i++) {
        const struct standing *standing = &subject->poll->standings[i];
        markdown_row(markdown,
                     (const char *const[COLUMNS]){
                         standing->practice,
                         phrases_attendance_standing(subject, standing),
                         number_grouped(arena, standing->list_size),
                         markdown_percent(markdown, standing->percent),
                     },
                     sizes ? COLUMNS : 2);
    }
    markdown_break(markdown);
}

static void one_poll(const struct markdown *markdown, const struct attended *attended, size_t poll)
{
    const struct subject *subject = &attended->subject;
    struct arena *arena = markdown->arena;
    const char *title = subject->poll->title;
    const char *depends = phrases_attendance_depends(attended);
    if (date_given(subject->outcome->date))
        title = arena_format(arena, "%s on %s", title, date_long(arena, subject->outcome->date));
    markdown_heading(markdown, 2, arena_format(arena, "Quorum: %s", title));
    if (subject->poll->motion != NULL)
        markdown_fact(markdown, "Motion", subject->poll->motion);
    const char *answer = phrases_join(
        arena, arena_format(arena, "%s.", phrases_attendance_answer(attended->finding->answer)),
        phrases_attendance_margin(attended));
    markdown_fact(markdown, "Result", markdown_noted(markdown, answer, poll, ANCHOR_RESULT));
    if (depends != NULL)
        markdown_fact(markdown, "Depends", depends);
    quorum(markdown, attended);
    rows(markdown, subject, poll);
    members(markdown, subject);
    markdown_heading(markdown, 3, "Basis");
    for (size_t i = 0; i < subject->poll->basis_count; i++)
        markdown_fact(markdown, phrases_basis_label(arena, subject->poll->basis[i].kind),
                      phrases_basis(subject, &subject->poll->basis[i]));
    markdown_break(markdown);
}

bool report_markdown_attendance(struct arena *arena, const struct attendance *attendance,
                                struct buffer *out)
{
    const struct outcome *outcome = &attendance->outcome;
    struct note_list notes = phrases_attendance_notes(arena, attendance);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, outcome->body == NULL ? outcome->constitution : outcome->body);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        one_poll(&markdown, &attended, i);
    }
    markdown_notes(&markdown);
    markdown_files(&markdown, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}

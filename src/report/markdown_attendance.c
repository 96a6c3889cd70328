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
    if (phrases_attendance_all_at_once(attended))
        markdown_fact(markdown, "Together", phrases_attendance_together(attended));
}

static void rows(const struct markdown *markdown, const struct subject *subject, size_t poll,
                 bool of_each_kind)
{
    const struct poll_outcome *of = subject->poll;
    const char *interests = phrases_attendance_interests(subject);
    if (interests != NULL)
        markdown_fact(markdown, "Interests",
                      markdown_noted(markdown, interests, poll, ANCHOR_INTERESTS));
    for (size_t i = 0; i < of->absent_count && !of_each_kind; i++)
        markdown_fact(markdown, phrases_replies(of) ? "No reply" : "Absent", of->absent[i]);
    for (size_t i = 0; i < of->refusal_count; i++)
        markdown_fact(markdown, "Refused", phrases_refusal(subject, &of->refusals[i]));
    for (size_t i = 0; i < of->return_count; i++)
        if (of->returns[i].status == RETURN_SUPERSEDED || of->returns[i].status == RETURN_VOID)
            markdown_fact(markdown, "Repeated", phrases_set_aside(subject, &of->returns[i]));
    markdown_fact(markdown, "Rows", phrases_attendance_rows(subject, of_each_kind));
    markdown_break(markdown);
}

static void members(const struct markdown *markdown, const struct subject *subject,
                    const char *(*words)(const struct subject *subject,
                                         const struct standing *standing))
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
                         words(subject, standing),
                         number_grouped(arena, standing->list_size),
                         markdown_percent(markdown, standing->percent),
                     },
                     sizes ? COLUMNS : 2);
    }
    markdown_break(markdown);
}

/* What the quorum rests on: of each kind among all only the rule itself. */
static void basis(const struct markdown *markdown, const struct subject *subject, bool of_each_kind)
{
    if (!of_each_kind)
        markdown_heading(markdown, 3, "Basis");
    for (size_t i = 0; i < subject->poll->basis_count; i++)
        if (!of_each_kind || subject->poll->basis[i].kind == RULE_QUORUM)
            markdown_fact(markdown,
                          of_each_kind
                              ? "Rule"
                              : phrases_basis_label(markdown->arena, subject->poll->basis[i].kind),
                          phrases_basis(subject, &subject->poll->basis[i]));
    if (!of_each_kind)
        markdown_break(markdown);
}

static void one_poll(const struct markdown *markdown, const struct attended *attended, size_t poll,
                     bool of_each_kind)
{
    const struct subject *subject = &attended->subject;
    struct arena *arena = markdown->arena;
    const char *title = subject->poll->title;
    const char *depends = phrases_attendance_depends(attended);
    if (date_given(subject->outcome->date))
        title = arena_format(arena, "%s on %s", title, date_long(arena, subject->outcome->date));
    markdown_heading(markdown, of_each_kind ? 3 : 2, arena_format(arena, "Quorum: %s", title));
    if (subject->poll->motion != NULL)
        markdown_fact(markdown, "Motion", subject->poll->motion);
    const char *answer = phrases_join(
        arena, arena_format(arena, "%s.", phrases_attendance_answer(attended->finding->answer)),
        phrases_attendance_margin(attended));
    markdown_fact(markdown, "Result", markdown_noted(markdown, answer, poll, ANCHOR_RESULT));
    if (depends != NULL)
        markdown_fact(markdown, "Depends", depends);
    quorum(markdown, attended);
    if (of_each_kind)
        basis(markdown, subject, true);
    rows(markdown, subject, poll, of_each_kind);
    if (of_each_kind)
        return;
    members(markdown, subject, phrases_attendance_standing);
    basis(markdown, subject, false);
}

static void every_kind(const struct markdown *markdown, const struct attendance *attendance)
{
    static const char *const columns[] = {"Kind of decision", "Quorum", "What that means"};
    const struct outcome *outcome = &attendance->outcome;
    struct arena *arena = markdown->arena;
    const char *heading = phrases_attendance_every_kind(arena, outcome);
    struct attended first = phrases_attended(arena, attendance, 0);
    markdown_heading(markdown, 2, heading);
    markdown_head(markdown, columns, 3, 3);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        markdown_row(markdown,
                     (const char *const[]){
                         phrases_attendance_kind(&attended),
                         phrases_attendance_short_answer(attended.finding->answer),
                         phrases_attendance_brief(&attended),
                     },
                     3);
    }
    markdown_break(markdown);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        one_poll(markdown, &attended, i, true);
    }
    markdown_heading(markdown, 2, "Attendance");
    members(markdown, &first.subject, phrases_attendance_standing_of_all);
}

bool report_markdown_attendance(struct arena *arena, const struct attendance *attendance,
                                struct buffer *out)
{
    const struct outcome *outcome = &attendance->outcome;
    struct note_list notes = phrases_attendance_notes(arena, attendance);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, outcome->body == NULL ? outcome->constitution : outcome->body);
    for (size_t i = 0; !attendance->by_kind && i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        one_poll(&markdown, &attended, i, false);
    }
    if (attendance->by_kind)
        every_kind(&markdown, attendance);
    markdown_notes(&markdown);
    markdown_files(&markdown, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}

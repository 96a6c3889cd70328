/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <ctype.h>
#include <string.h>

#include "page.h"
#include "phrases_attendance.h"
#include "quorate/date.h"

static const char *in_capitals(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text, strlen(text));
    for (char *letter = copy; *letter != '\0'; letter++)
        *letter = (char)toupper((unsigned char)*letter);
    return copy;
}

static void title(const struct page *page, const struct subject *subject)
{
    const char *text = subject->poll->title;
    if (date_given(subject->outcome->date))
        text = arena_format(page->arena, "%s on %s", text,
                            date_long(page->arena, subject->outcome->date));
    page_line(page, arena_format(page->arena, "Quorum: %s", text));
    page_blank(page);
    if (subject->poll->motion != NULL)
        page_paragraph(page, "Motion", subject->poll->motion);
}

static void answer(const struct page *page, const struct attended *attended, size_t poll)
{
    struct arena *arena = page->arena;
    const char *text = phrases_join(
        arena,
        arena_format(arena, "%s.",
                     in_capitals(arena, phrases_attendance_answer(attended->finding->answer))),
        phrases_attendance_margin(attended));
    page_paragraph(page, "Result",
                   arena_format(arena, "%s%s", text,
                                phrases_anchors(arena, page->notes, poll, ANCHOR_RESULT)));
    const char *depends = phrases_attendance_depends(attended);
    if (depends != NULL)
        page_paragraph(page, "Depends", depends);
    page_blank(page);
}

static void quorum(const struct page *page, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    const char *label = "Quorum";
    if (finding->condition_count == 0)
        page_paragraph(page, label, phrases_quorum_none(&attended->subject));
    for (size_t i = 0; i < finding->condition_count; i++) {
        const struct quorum_condition *condition = &finding->conditions[i];
        const char *others = phrases_attendance_others(attended, condition);
        page_paragraph(page, label, phrases_attendance_condition(attended, condition));
        if (others != NULL)
            page_paragraph(page, phrases_attendance_others_label(attended, condition), others);
        label = others == NULL ? NULL : "Quorum";
    }
    if (phrases_attendance_all_at_once(attended))
        page_paragraph(page, "Together", phrases_attendance_together(attended));
}

static void interests(const struct page *page, const struct subject *subject, size_t poll)
{
    const char *text = phrases_attendance_interests(subject);
    if (text != NULL)
        page_paragraph(
            page, "Interests",
            arena_format(page->arena, "%s%s", text,
                         phrases_anchors(page->arena, page->notes, poll, ANCHOR_INTERESTS)));
}

static void absent(const struct page *page, const struct poll_outcome *poll)
{
    const char *label = phrases_replies(poll) ? "No reply" : "Absent";
    for (size_t i = 0; i < poll->absent_count; i++, label = NULL)
        page_paragraph(page, label, poll->absent[i]);
}

static void rows(const struct page *page, const struct subject *subject, bool of_each_kind)
{
    const struct poll_outcome *of = subject->poll;
    const char *label = "Refused";
    for (size_t i = 0; i < of->refusal_count; i++, label = NULL)
        page_paragraph(page, label, phrases_refusal(subject, &of->refusals[i]));
    label = "Repeated";
    for (size_t i = 0; i < of->return_count; i++) {
        if (of->returns[i].status != RETURN_SUPERSEDED && of->returns[i].status != RETURN_VOID)
            continue;
        page_paragraph(page, label, phrases_set_aside(subject, &of->returns[i]));
        label = NULL;
    }
    page_paragraph(page, "Rows", phrases_attendance_rows(subject, of_each_kind));
}

static void rules(const struct page *page, const struct subject *subject)
{
    const struct outcome *outcome = subject->outcome;
    page_blank(page);
    page_line(page, "Basis");
    page_paragraph(
        page, "Rules",
        phrases_rules(page->arena, outcome->constitution, outcome->body, outcome->edition));
    if (outcome->has_list_sizes && date_given(outcome->as_at))
        page_paragraph(page, "List sizes",
                       arena_format(page->arena, "At %s.", date_long(page->arena, outcome->as_at)));
}

static void basis(const struct page *page, const struct subject *subject)
{
    const char *above = "";
    rules(page, subject);
    for (size_t i = 0; i < subject->poll->basis_count; i++) {
        const struct basis *rule = &subject->poll->basis[i];
        const char *label = phrases_basis_label(page->arena, rule->kind);
        page_paragraph(page, strcmp(label, above) == 0 ? NULL : label,
                       phrases_basis(subject, rule));
        above = label;
    }
}

/* One vote and all that its quorum rests on. */
static void whole(const struct page *page, const struct attended *attended, size_t poll)
{
    const struct subject *subject = &attended->subject;
    title(page, subject);
    answer(page, attended, poll);
    quorum(page, attended);
    interests(page, subject, poll);
    absent(page, subject->poll);
    rows(page, subject, false);
    text_members(page, subject, "Attendance", phrases_attendance_standing);
    basis(page, subject);
}

/* ---- Every kind of decision, of the same rows */

/* What can be decided now, before anything else. */
static void overview(const struct page *page, const struct attendance *attendance)
{
    const struct outcome *outcome = &attendance->outcome;
    page_line(page, phrases_attendance_every_kind(page->arena, outcome));
    page_blank(page);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(page->arena, attendance, i);
        enum quorum_answer found = attended.finding->answer;
        page_paragraph(page, in_capitals(page->arena, phrases_attendance_short_answer(found)),
                       arena_format(page->arena, "%s. %s", phrases_attendance_kind(&attended),
                                    phrases_attendance_brief(&attended)));
    }
}

/* The rule with its clause; where it asks for nothing that is all there is to say. */
static void kind_rules(const struct page *page, const struct attended *attended)
{
    const struct poll_outcome *poll = attended->subject.poll;
    bool asked = attended->finding->condition_count > 0, told = false;
    if (asked)
        quorum(page, attended);
    for (size_t i = 0; i < poll->basis_count; i++) {
        if (poll->basis[i].kind != RULE_QUORUM)
            continue;
        page_paragraph(page,
                       told    ? NULL
                       : asked ? "Rule"
                               : "Quorum",
                       phrases_basis(&attended->subject, &poll->basis[i]));
        told = true;
    }
    if (!asked && !told)
        quorum(page, attended);
}

static void kind(const struct page *page, const struct attended *attended, size_t poll)
{
    const struct subject *subject = &attended->subject;
    page_blank(page);
    page_rule(page);
    title(page, subject);
    answer(page, attended, poll);
    kind_rules(page, attended);
    interests(page, subject, poll);
    rows(page, subject, true);
}

static void every_kind(const struct page *page, const struct attendance *attendance)
{
    struct attended first = phrases_attended(page->arena, attendance, 0);
    overview(page, attendance);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(page->arena, attendance, i);
        kind(page, &attended, i);
    }
    page_blank(page);
    page_rule(page);
    text_members(page, &first.subject, "Attendance", phrases_attendance_standing_of_all);
    rules(page, &first.subject);
}

bool report_text_attendance(struct arena *arena, const struct attendance *attendance,
                            struct buffer *out)
{
    const struct outcome *outcome = &attendance->outcome;
    struct note_list notes = phrases_attendance_notes(arena, attendance);
    struct page page = {.arena = arena, .outcome = outcome, .notes = &notes, .out = out};
    page_title(&page, outcome->body == NULL ? outcome->constitution : outcome->body);
    for (size_t i = 0; !attendance->by_kind && i < outcome->poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        if (outcome->poll_count > 1) {
            page_blank(&page);
            page_rule(&page);
        }
        whole(&page, &attended, i);
    }
    if (attendance->by_kind)
        every_kind(&page, attendance);
    text_notes(&page);
    text_files(&page, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}

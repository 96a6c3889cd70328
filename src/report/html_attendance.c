/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "html_tally.h"
#include "phrases_attendance.h"
#include "quorate/date.h"
#include "quorate/ratio.h"

static const char *panel_of(enum quorum_answer answer)
{
    static const char *const panels[] = {
        [QUORUM_MET] = "outcome good",
        [QUORUM_NOT_MET] = "outcome bad",
        [QUORUM_NOT_ASKED] = "outcome plain",
        [QUORUM_NOT_KNOWN] = "outcome plain",
    };
    return panels[answer];
}

static const char *name_of(const struct poll_outcome *poll)
{
    return poll->motion == NULL ? poll->title : poll->motion;
}

static void depends(const struct html *html, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    if (phrases_attendance_depends(attended) == NULL)
        return;
    html_depends_start(html);
    for (size_t i = 0; i < finding->reading_count; i++) {
        if (!phrases_attendance_reading_matters(&finding->readings[i]))
            continue;
        html_element(html, "li", phrases_attendance_reading(attended, &finding->readings[i]));
        html_break(html);
    }
    html_depends_end(html);
}

static void answer(const struct html *html, const struct attended *attended, size_t poll)
{
    enum quorum_answer found = attended->finding->answer;
    const char *margin = phrases_attendance_margin(attended);
    html_section_start(html, "outcome", "Outcome");
    html_start(html, "div", "class", panel_of(found), NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, phrases_attendance_answer(found));
    html_end(html, "p");
    html_break(html);
    if (margin[0] != '\0')
        html_noted(html, margin, poll, ANCHOR_RESULT);
    html_end(html, "div");
    html_break(html);
    depends(html, attended);
    html_section_end(html);
}

static void quorum(const struct html *html, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    html_section_start(html, "quorum", "Quorum");
    if (finding->condition_count == 0)
        html_paragraph(html, phrases_quorum_none(&attended->subject));
    for (size_t i = 0; i < finding->condition_count; i++) {
        const struct quorum_condition *condition = &finding->conditions[i];
        const char *others = phrases_attendance_others(attended, condition);
        html_paragraph(html, phrases_attendance_condition(attended, condition));
        html_quorum_picture(html, &attended->subject, &condition->condition);
        if (others != NULL)
            html_paragraph(html, others);
    }
    if (phrases_attendance_all_at_once(attended))
        html_paragraph(html, arena_format(html->arena, "All together: %s",
                                          phrases_attendance_together(attended)));
    html_section_end(html);
}

static void rows(const struct html *html, const struct subject *subject, size_t poll,
                 bool of_each_kind)
{
    const struct poll_outcome *of = subject->poll;
    const char *interests = phrases_attendance_interests(subject);
    html_section_start(html, "rows", "The file");
    if (interests != NULL)
        html_noted(html, interests, poll, ANCHOR_INTERESTS);
    html_facts_start(html);
    for (size_t i = 0; i < of->refusal_count; i++)
        html_fact(html, i == 0 ? "Refused" : NULL, phrases_refusal(subject, &of->refusals[i]));
    const char *label = "Repeated";
    for (size_t i = 0; i < of->return_count; i++) {
        if (of->returns[i].status != RETURN_SUPERSEDED && of->returns[i].status != RETURN_VOID)
            continue;
        html_fact(html, label, phrases_set_aside(subject, &of->returns[i]));
        label = NULL;
    }
    html_fact(html, "Rows", phrases_attendance_rows(subject, of_each_kind));
    html_facts_end(html);
    html_section_end(html);
}

static void members(const struct html *html, const struct subject *subject,
                    const char *(*words)(const struct subject *subject,
                                         const struct standing *standing))
{
    struct arena *arena = html->arena;
    const struct html_column columns[] = {
        {phrases_capital(arena, subject->outcome->unit), false},
        {"Attendance", false},
        {"List size", true},
        {"Share", true},
    };
    struct html_table table = {.columns = columns,
                               .count = subject->outcome->has_list_sizes ? 4 : 2};
    html_section_start(html, "attendance", "Attendance");
    html_table_start(html, &table, "Who is there");
    for (size_t i = 0; i < subject->poll->standing_count; i++) {
        const struct standing *standing = &subject->poll->standings[i];
        html_row_start(html, &table, false);
        html_coded_cell(html, &table, standing->practice, standing->code);
        html_cell(html, &table, words(subject, standing));
        if (subject->outcome->has_list_sizes) {
            html_cell(html, &table, number_grouped(arena, standing->list_size));
            html_cell(html, &table,
                      standing->percent == NULL ? NULL
                                                : arena_format(arena, "%s%%", standing->percent));
        }
        html_row_end(html);
    }
    html_table_end(html);
    html_section_end(html);
}

static void readings(const struct html *html, const struct attended *attended)
{
    static const struct html_column columns[] = {
        {"Reading", false}, {"Clause", false}, {"Then", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    const struct quorum_finding *finding = attended->finding;
    if (finding->reading_count == 0)
        return;
    html_section_start(html, "readings", "Readings");
    html_table_start(html, &table, "The same rows on other readings of the rules");
    for (size_t i = 0; i < finding->reading_count; i++) {
        const struct quorum_reading *reading = &finding->readings[i];
        html_row(html, &table,
                 (const char *const[]){
                     reading->name,
                     reading->clause == NULL ? "Not given"
                                             : phrases_capital(html->arena, reading->clause),
                     phrases_attendance_answer(reading->answer),
                 });
    }
    html_table_end(html);
    html_section_end(html);
}

static void one_poll(const struct html *html, const struct attended *attended, size_t poll,
                     bool of_each_kind)
{
    const struct subject *subject = &attended->subject;
    answer(html, attended, poll);
    quorum(html, attended);
    rows(html, subject, poll, of_each_kind);
    if (!of_each_kind)
        members(html, subject, phrases_attendance_standing);
    html_basis_of_quorum(html, subject);
    readings(html, attended);
}

/* What can be decided now, before anything else. */
static void overview(const struct html *html, const struct attendance *attendance)
{
    static const struct html_column columns[] = {
        {"Kind of decision", false}, {"Quorum", false}, {"What that means", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    html_section_start(html, "outcome", "Outcome");
    html_table_start(html, &table,
                     phrases_attendance_every_kind(html->arena, &attendance->outcome));
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(html->arena, attendance, i);
        html_row(html, &table,
                 (const char *const[]){
                     phrases_attendance_kind(&attended),
                     phrases_attendance_short_answer(attended.finding->answer),
                     phrases_attendance_brief(&attended),
                 });
    }
    html_table_end(html);
    html_section_end(html);
}

static void several_polls(const struct html *html, const struct attendance *attendance)
{
    if (attendance->by_kind)
        overview(html, attendance);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(html->arena, attendance, i);
        const char *id =
            arena_format(html->arena, "%s-%zu", attendance->by_kind ? "kind" : "motion", i + 1);
        struct html within = *html;
        within.prefix = arena_format(html->arena, "%s-", id);
        within.level = html->level + 1;
        html_section_start(html, id, name_of(attended.subject.poll));
        html_start(html, "p", "class", "kind", NULL);
        html_text(html, attendance->by_kind && attended.subject.poll->motion == NULL
                            ? attended.subject.poll->decision
                            : attended.subject.poll->title);
        html_end(html, "p");
        html_break(html);
        one_poll(&within, &attended, i, attendance->by_kind);
        html_section_end(html);
    }
    if (attendance->by_kind) {
        struct attended first = phrases_attended(html->arena, attendance, 0);
        members(html, &first.subject, phrases_attendance_standing_of_all);
    }
}

/* "Quorate 2, not quorate 1" */
static const char *all_answers(struct arena *arena, const struct attendance *attendance)
{
    const char *words = "";
    for (int kind = QUORUM_MET; kind <= QUORUM_NOT_KNOWN; kind++) {
        int64_t times = 0;
        for (size_t i = 0; i < attendance->outcome.poll_count; i++)
            times += (int)attendance->findings[i].answer == kind;
        if (times > 0)
            words = arena_format(
                arena, "%s%s%s %s", words, words[0] == '\0' ? "" : ", ",
                phrases_small(arena, phrases_attendance_answer((enum quorum_answer)kind)),
                number_grouped(arena, times));
    }
    return phrases_capital(arena, words);
}

static struct html_title title_of(struct arena *arena, const struct attendance *attendance)
{
    const struct outcome *outcome = &attendance->outcome;
    struct html_title title = {
        .body = outcome->body == NULL ? outcome->constitution : outcome->body,
        .date = outcome->date,
        .version = outcome->version,
        .kind = "Quorum",
    };
    if (outcome->poll_count != 1) {
        title.outcome = all_answers(arena, attendance);
        title.about = attendance->by_kind ? "Each kind of decision"
                                          : phrases_several(arena, (int64_t)outcome->poll_count,
                                                            "motion", "motions");
        return title;
    }
    struct attended attended = phrases_attended(arena, attendance, 0);
    title.outcome = arena_format(arena, "%s%s", phrases_attendance_answer(attended.finding->answer),
                                 phrases_attendance_depends(&attended) == NULL
                                     ? ""
                                     : ", depending on how the rules are read");
    title.about = name_of(attended.subject.poll);
    if (attended.subject.poll->motion != NULL)
        title.kind = arena_format(arena, "Quorum: %s", attended.subject.poll->title);
    return title;
}

bool report_html_attendance(struct arena *arena, const struct attendance *attendance,
                            struct buffer *out)
{
    struct note_list notes = phrases_attendance_notes(arena, attendance);
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    struct html_title title = title_of(arena, attendance);
    struct attended first = phrases_attended(arena, attendance, 0);
    html_page_start(&html, &title);
    if (attendance->outcome.poll_count == 1)
        one_poll(&html, &first, 0, false);
    else
        several_polls(&html, attendance);
    html_notes(&html);
    html_files(&html, attendance->outcome.inputs, attendance->outcome.input_count);
    html_page_end(&html, attendance->outcome.version);
    return true;
}

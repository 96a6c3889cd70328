/* SPDX-License-Identifier: MIT */
#include "../phrases_attendance.h"

#include "pages.h"
#include "parts.h"
#include "quorate/text.h"

/* Where what that means begins in text, behind "further-election" and "Not quorate". */
#define MEANING_AT ((size_t)33)

/* ---- One of the votes */

/* "Quorum: Vote at a meeting on 24 June 2015" */
static const char *titled(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const char *title = arena_format(arena, "Quorum: %s", subject->poll->title);
    return date_given(subject->outcome->date)
               ? arena_format(arena, "%s on %s", title, date_long(arena, subject->outcome->date))
               : title;
}

static void answer(struct document *document, const struct attended *attended, size_t poll)
{
    static const enum tone tones[] = {
        [QUORUM_MET] = TONE_GOOD,
        [QUORUM_NOT_MET] = TONE_BAD,
        [QUORUM_NOT_ASKED] = TONE_PLAIN,
        [QUORUM_NOT_KNOWN] = TONE_PLAIN,
    };
    const struct quorum_finding *finding = attended->finding;
    const char **items = arena_alloc(document->arena, finding->reading_count, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < finding->reading_count; i++)
        if (phrases_attendance_reading_matters(&finding->readings[i]))
            items[count++] = phrases_attendance_reading(attended, &finding->readings[i]);
    document_outcome(document, phrases_attendance_answer(finding->answer),
                     phrases_attendance_margin(attended), tones[finding->answer])
        ->marks = document_marks(document, poll, ANCHOR_RESULT);
    document_depends(document, items, count);
}

static void conditions(struct document *document, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    for (size_t i = 0; i < finding->condition_count; i++) {
        const struct quorum_condition *condition = &finding->conditions[i];
        document_fact(document, "Quorum", phrases_attendance_condition(attended, condition));
        document_fact(document, phrases_attendance_others_label(attended, condition),
                      phrases_attendance_others(attended, condition));
        part_quorum_picture(document, &attended->subject, &condition->condition);
    }
    if (phrases_attendance_all_at_once(attended))
        document_fact(document, "Together", phrases_attendance_together(attended));
}

/* The rules of one kind; whether there is one. */
static bool rules_of(struct document *document, const struct subject *subject, enum rule_kind kind,
                     const char *label)
{
    bool any = false;
    for (size_t i = 0; i < subject->poll->basis_count; i++) {
        const struct basis *row = &subject->poll->basis[i];
        if (row->kind != kind)
            continue;
        document_fact(document, label, phrases_basis(subject, row));
        any = true;
    }
    return any;
}

/* The rules themselves stand here where the basis is told once for every kind. */
static void quorum(struct document *document, const struct attended *attended, bool of_each_kind)
{
    const struct subject *subject = &attended->subject;
    bool asked = attended->finding->condition_count > 0;
    document_quiet_section(document, "quorum", "Quorum", true);
    conditions(document, attended);
    bool told = of_each_kind && rules_of(document, subject, RULE_QUORUM, asked ? "Rule" : "Quorum");
    if (!asked && !told)
        document_fact(document, "Quorum", phrases_quorum_none(subject));
    if (of_each_kind) {
        rules_of(document, subject, RULE_PASSES, "Majority");
        rules_of(document, subject, RULE_ELECTS, "Majority");
    }
}

static void attendance_rows(struct document *document, const struct subject *subject, size_t poll,
                            bool of_each_kind)
{
    const struct poll_outcome *of = subject->poll;
    document_quiet_section(document, "rows", "The file", false);
    document_fact(document, "Interests", phrases_attendance_interests(subject))->marks =
        document_marks(document, poll, ANCHOR_INTERESTS);
    document_fact(document, "Opening", phrases_opening(subject));
    if (!of_each_kind)
        part_absent(document, subject);
    part_refused(document, subject);
    struct doc_list repeated = {document, "Repeated", 0};
    for (size_t i = 0; i < of->ballots.return_count; i++)
        if (phrases_is_set_aside(&of->ballots.returns[i]) && doc_list_tells(&repeated))
            document_fact(document, repeated.label,
                          phrases_set_aside(subject, &of->ballots.returns[i]));
    doc_list_end(&repeated, "other row", "other rows");
    part_others(document, subject);
    document_fact(document, "Rows", phrases_attendance_rows(subject, of_each_kind));
}

static void attendance_members(struct document *document, const struct subject *subject,
                               standing_words *words)
{
    document_quiet_section(document, "attendance", "Attendance", false);
    part_members(document, subject,
                 &(struct members_table){
                     .caption = "Who is there",
                     .heading = "Attendance",
                     .words = words,
                     .motions = words == phrases_attendance_standing_of_all
                                    ? 1
                                    : subject->outcome->poll_count,
                 });
}

static void basis(struct document *document, const struct subject *subject)
{
    const struct outcome *outcome = subject->outcome;
    document_section(document, "basis", "Basis");
    document_fact(document, "Rules", part_whose_rules(document->arena, outcome));
    if (outcome->has_list_sizes && date_given(outcome->as_at))
        document_fact(
            document, text_capital(document->arena, outcome->terms.sizes),
            arena_format(document->arena, "At %s.", date_long(document->arena, outcome->as_at)));
}

static void readings(struct document *document, const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, "The same rows on other readings of the rules", "Reading|Clause|Then");
    if (finding->reading_count == 0)
        return;
    for (size_t i = 0; i < finding->reading_count; i++) {
        const struct quorum_reading *reading = &finding->readings[i];
        doc_table_row(
            table, (const char *const[]){
                       reading->name,
                       reading->clause == NULL ? "Not given" : text_capital(arena, reading->clause),
                       phrases_attendance_answer(reading->answer),
                   });
    }
    document_quiet_section(document, "readings", "Readings", false);
    document_table(document, table)->brief = "";
}

/* Of each kind among all, members and basis stand once at the end. */
static void attendance_of_vote(struct document *document, const void *value, size_t poll)
{
    const struct attendance *attendance = value;
    struct attended attended = phrases_attended_by(document->arena, attendance, poll);
    const struct subject *subject = &attended.subject;
    bool of_each_kind = attendance->by_kind;
    if (subject->poll->motion != NULL)
        document_add(document, (struct block){.kind = BLOCK_RESOLUTION,
                                              .label = "Motion",
                                              .text = subject->poll->motion,
                                              .is_quoted = subject->outcome->poll_count == 1});
    answer(document, &attended, poll);
    quorum(document, &attended, of_each_kind);
    attendance_rows(document, subject, poll, of_each_kind);
    if (!of_each_kind) {
        attendance_members(document, subject, phrases_attendance_standing);
        basis(document, subject);
        part_rules(document, subject);
        part_told(document, subject->outcome);
    }
    readings(document, &attended);
}

/* ---- Several of them */

static const char *vote_id(struct arena *arena, const struct attendance *attendance, size_t poll)
{
    return arena_format(arena, "%s-%zu", attendance->by_kind ? "kind" : "motion", poll + 1);
}

static void chapter(struct document *document, const struct attendance *attendance, size_t poll)
{
    struct attended attended = phrases_attended(document->arena, attendance, poll);
    const struct poll_outcome *of = attended.subject.poll;
    document_add(document, (struct block){
                               .kind = BLOCK_CHAPTER,
                               .id = vote_id(document->arena, attendance, poll),
                               .label = phrases_vote_name(of),
                               .text = !attendance->by_kind ? phrases_title(&attended.subject)
                                       : of->motion == NULL ? of->decision
                                                            : of->title,
                               .brief = titled(&attended.subject),
                               .is_folded = attendance->by_kind,
                               .make = attendance_of_vote,
                               .of = attendance,
                               .at = poll,
                           });
}

/* With the majority, for which text has no column; one of all is in the margin. */
static const char *in_brief(const struct attended *attended)
{
    struct arena *arena = attended->subject.arena;
    const char *majority = phrases_attendance_majority(attended);
    const char *text = phrases_attendance_depends(attended)
                           ? "Depends on how the rules are read: see below."
                           : phrases_attendance_margin(attended);
    if (attended->finding->majority != NULL || majority == NULL)
        return text;
    return arena_format(arena, "%s Majority: %s", text, phrases_small(arena, majority));
}

/* What can be decided now, before anything else: in text a line a kind, by the name that -d has. */
static void overview(struct document *document, const struct attendance *attendance)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        doc_table_new(arena, document->line, "Kind of decision|Quorum|Majority|~What that means");
    table->columns[0].brief = "Kind";
    table->columns[2].is_wide = true;
    table->prose_at = MEANING_AT;
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        struct doc_row *row =
            doc_table_row(table, (const char *const[]){
                                     phrases_attendance_kind(&attended),
                                     phrases_attendance_short_answer(attended.finding->answer),
                                     phrases_attendance_majority(&attended),
                                     phrases_attendance_brief(&attended),
                                 });
        row->cells[0].link = vote_id(arena, attendance, i);
        const struct poll_outcome *of = attended.subject.poll;
        row->cells[0].brief = of->motion == NULL
                                  ? of->decision
                                  : arena_format(arena, "%s: %s", of->motion, of->decision);
        row->cells[3].brief = in_brief(&attended);
    }
    document_quiet_section(document, "outcome", "Outcome", false);
    document_table(document, table);
}

static void every_kind(struct document *document, const struct attendance *attendance)
{
    struct attended first = phrases_attended(document->arena, attendance, 0);
    overview(document, attendance);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++)
        chapter(document, attendance, i);
    document_add(document, (struct block){.kind = BLOCK_CHAPTER});
    attendance_members(document, &first.subject, phrases_attendance_standing_of_all);
    basis(document, &first.subject);
    part_told(document, &attendance->outcome);
}

/* What stands behind the last is of them all. */
static void every_motion(struct document *document, const struct attendance *attendance)
{
    for (size_t i = 0; i < attendance->outcome.poll_count; i++)
        chapter(document, attendance, i);
    document_add(document, (struct block){.kind = BLOCK_CHAPTER});
}

/* "Quorate 2, not quorate 1": the best first. */
static const char *all_answers(struct arena *arena, const struct attendance *attendance)
{
    const char **answers = arena_alloc(arena, attendance->outcome.poll_count, sizeof *answers);
    size_t count = 0;
    for (int kind = QUORUM_MET; kind <= QUORUM_NOT_KNOWN; kind++)
        for (size_t i = 0; i < attendance->outcome.poll_count; i++)
            if ((int)attendance->findings[i].answer == kind)
                answers[count++] = phrases_attendance_answer((enum quorum_answer)kind);
    return text_capital(arena, phrases_times(arena, answers, count));
}

/* ---- The page */

static void headed_by_one(struct document *document, const struct attendance *attendance)
{
    struct arena *arena = document->arena;
    struct attended only = phrases_attended(arena, attendance, 0);
    const struct poll_outcome *poll = only.subject.poll;
    document->line = titled(&only.subject);
    document->about = phrases_vote_name(poll);
    document->outcome = arena_format(
        arena, "%s%s", phrases_attendance_answer(only.finding->answer),
        phrases_attendance_depends(&only) ? ", depending on how the rules are read" : "");
    document->kind =
        poll->motion == NULL ? "Quorum" : arena_format(arena, "Quorum: %s", poll->title);
}

static void headed_by_several(struct document *document, const struct attendance *attendance)
{
    struct arena *arena = document->arena;
    document->line =
        attendance->by_kind ? phrases_attendance_every_kind(arena, &attendance->outcome) : NULL;
    document->about =
        attendance->by_kind
            ? "Each kind of decision"
            : phrases_several(arena, (int64_t)attendance->outcome.poll_count, "motion", "motions");
    document->outcome = all_answers(arena, attendance);
    document->kind = "Quorum";
}

struct document *page_of_attendance(struct arena *arena, const void *value)
{
    const struct attendance *attendance = value;
    const struct outcome *outcome = &attendance->outcome;
    struct document *document = part_document(arena, outcome);
    if (attendance->by_kind) /* one table is of all */
        document->listed = phrases_listed(part_rows(outcome) / outcome->poll_count);
    document->notes = phrases_attendance_notes(arena, attendance, document->listed);
    if (outcome->poll_count == 1 && !attendance->by_kind) {
        headed_by_one(document, attendance);
        attendance_of_vote(document, attendance, 0);
        return document;
    }
    headed_by_several(document, attendance);
    if (attendance->by_kind)
        every_kind(document, attendance);
    else
        every_motion(document, attendance);
    return document;
}

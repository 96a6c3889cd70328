/* SPDX-License-Identifier: MIT */
#include "phrases_attendance.h"

#include <string.h>
#include <strings.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

struct attended phrases_attended(struct arena *arena, const struct attendance *attendance,
                                 size_t poll)
{
    return (struct attended){
        .subject = {arena, &attendance->outcome, &attendance->outcome.polls[poll]},
        .finding = &attendance->findings[poll],
    };
}

struct attended phrases_attended_by(struct arena *arena, const struct attendance *attendance,
                                    size_t poll)
{
    struct attended attended = phrases_attended(arena, attendance, poll);
    attended.subject.poll = outcome_poll(arena, &attendance->outcome, poll);
    return attended;
}

/* ---- The answer */

const char *phrases_attendance_answer(enum quorum_answer answer)
{
    static const char *const answers[] = {
        [QUORUM_MET] = "Quorate",
        [QUORUM_NOT_MET] = "Not quorate",
        [QUORUM_NOT_ASKED] = "No quorum is asked for",
        [QUORUM_NOT_KNOWN] = "Not known",
    };
    return answers[answer];
}

/* "36 patients", "1 practice in North" */
static const char *amount(const struct subject *subject, const struct quorum_condition *condition,
                          int64_t quantity)
{
    const char *text = phrases_quantity(subject, &condition->condition, quantity);
    if (condition->condition.area != NULL)
        return arena_format(subject->arena, "%s in %s", text, condition->condition.area);
    return arena_format(subject->arena, "%s%s", text,
                        phrases_whose(subject->arena, &condition->condition));
}

/* What is missing, or where nothing is what there is over, of each condition. */
static const char *amounts(const struct attended *attended, bool met)
{
    const struct quorum_finding *finding = attended->finding;
    struct arena *arena = attended->subject.arena;
    const char **parts = arena_alloc(arena, finding->condition_count, sizeof *parts);
    size_t count = 0;
    for (size_t i = 0; i < finding->condition_count; i++) {
        const struct quorum_condition *condition = &finding->conditions[i];
        if (met ? condition->condition.met : condition_fails(&condition->condition))
            parts[count++] =
                amount(&attended->subject, condition,
                       met ? condition->over : figure_of(condition->condition.short_by));
    }
    return text_list(arena, parts, count, "and");
}

/* "7 of 10 practices must be in favour, and 4 are there: it cannot be carried."; NULL where the
 * majority is of the votes. */
static const char *majority_of_all(const struct attended *attended)
{
    const struct subject *subject = &attended->subject;
    const struct condition_outcome *asked = attended->finding->majority;
    if (asked == NULL)
        return NULL;
    struct arena *arena = subject->arena;
    const char *there = number_canonical_grouped(arena, figure_of(asked->part), asked->places);
    const char *needed = phrases_quantity(subject, asked, figure_of(asked->needed));
    if (!asked->asks.is_number)
        needed =
            arena_format(arena, "%s of %s",
                         number_canonical_grouped(arena, figure_of(asked->needed), asked->places),
                         phrases_quantity(subject, asked, figure_of(asked->whole)));
    if (asked->asks.measure == MEASURE_POPULATION)
        needed = arena_format(subject->arena, "%s with %s",
                              text_capital(subject->arena, subject->outcome->terms.units), needed);
    return arena_format(subject->arena, "%s must be in favour, and %s %s there%s.", needed, there,
                        strcmp(there, "1") == 0 ? "is" : "are",
                        asked->met ? "" : ": it cannot be carried");
}

/* What is missing of the quorum, or is over; NULL where none is asked for. */
static const char *distance(const struct attended *attended)
{
    const struct subject *subject = &attended->subject;
    const struct quorum_finding *finding = attended->finding;
    if (finding->answer == QUORUM_NOT_ASKED)
        return NULL;
    if (finding->answer == QUORUM_NOT_MET)
        return arena_format(subject->arena, "%s short.", amounts(attended, false));
    if (finding->condition_count == 1 && finding->conditions[0].over == 0)
        return "Exactly what is needed.";
    return arena_format(subject->arena, "%s more than needed.", amounts(attended, true));
}

const char *phrases_attendance_margin(const struct attended *attended)
{
    const char *quorum = distance(attended), *majority = majority_of_all(attended);
    if (quorum == NULL && majority == NULL)
        return attended->subject.poll->by_reply ? "Whatever replies come in decide."
                                                : "Whoever is present can decide.";
    return phrases_join(attended->subject.arena, quorum, majority);
}

const char *phrases_attendance_majority(const struct attended *attended)
{
    const struct outcome *outcome = attended->subject.outcome;
    const struct poll_outcome *poll = attended->subject.poll;
    struct arena *arena = attended->subject.arena;
    const char *all = NULL;
    for (size_t i = 0; i < poll->basis_count; i++)
        if (poll->basis[i].kind == RULE_PASSES || poll->basis[i].kind == RULE_ELECTS)
            all =
                phrases_join(arena, all, phrases_meaning(arena, &outcome->terms, &poll->basis[i]));
    return all;
}

const char *phrases_attendance_condition(const struct attended *attended,
                                         const struct quorum_condition *condition)
{
    const struct subject *subject = &attended->subject;
    struct arena *arena = subject->arena;
    const char *text = arena_format(arena, "%s %s", phrases_met(&condition->condition),
                                    phrases_quorum_figures(subject, &condition->condition));
    if (condition->over > 0)
        text = arena_format(
            arena, "%s This is %s more than needed.", text,
            number_canonical_grouped(arena, condition->over, condition->condition.places));
    const struct condition_outcome *asked = &condition->condition;
    return asked->area == NULL || asked->asks.among == AMONG_EACH_AREA
               ? text
               : arena_format(arena, "%s: %s", asked->area, text);
}

/* ---- Every kind of decision */

const char *phrases_attendance_every_kind(struct arena *arena, const struct outcome *outcome)
{
    const char *heading = "Quorum for each kind of decision";
    return date_given(outcome->date)
               ? arena_format(arena, "%s on %s", heading, date_long(arena, outcome->date))
               : heading;
}

const char *phrases_attendance_short_answer(enum quorum_answer answer)
{
    return answer == QUORUM_NOT_ASKED ? "None asked" : phrases_attendance_answer(answer);
}

const char *phrases_attendance_kind(const struct attended *attended)
{
    const struct poll_outcome *poll = attended->subject.poll;
    struct arena *arena = attended->subject.arena;
    const char *name = strcasecmp(poll->title, poll->decision) == 0
                           ? poll->title
                           : arena_format(arena, "%s (%s)", poll->title, poll->decision);
    return poll->motion == NULL ? name : arena_format(arena, "%s: %s", poll->motion, name);
}

const char *phrases_attendance_brief(const struct attended *attended)
{
    struct arena *arena = attended->subject.arena;
    const char *text = phrases_attendance_margin(attended);
    if (attended->finding->answer == QUORUM_NOT_MET)
        text = phrases_join(arena, text, phrases_attendance_who(attended));
    if (phrases_attendance_depends(attended))
        text = phrases_join(arena, text, "It depends on how the rules are read: see below.");
    return text;
}

/* ---- Readings */

bool phrases_attendance_reading_matters(const struct quorum_reading *reading)
{
    return reading->differs || reading->answer == QUORUM_NOT_KNOWN;
}

const char *phrases_attendance_reading(const struct attended *attended,
                                       const struct quorum_reading *reading)
{
    static const char *const would_be[] = {
        [QUORUM_MET] = "the quorum is met.",
        [QUORUM_NOT_MET] = "the quorum is not met.",
        [QUORUM_NOT_ASKED] = "no quorum is asked for.",
        [QUORUM_NOT_KNOWN] = "rows of the file contradict each other.",
    };
    struct arena *arena = attended->subject.arena;
    const char *on = phrases_on_reading(arena, reading->name, reading->clause, reading->together,
                                        reading->together_count);
    const char *text = arena_format(arena, "%s %s", on, would_be[reading->answer]);
    for (size_t i = 0; i < reading->condition_count; i++) {
        const struct quorum_condition *condition = &reading->conditions[i];
        if (condition->condition.area == NULL || !condition->condition.met)
            text = phrases_join(arena, text,
                                phrases_quorum_figures(&attended->subject, &condition->condition));
    }
    return text;
}

bool phrases_attendance_depends(const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    for (size_t i = 0; i < finding->reading_count; i++)
        if (phrases_attendance_reading_matters(&finding->readings[i]))
            return true;
    return false;
}

/* ---- The rows */

const char *phrases_attendance_standing(const struct subject *subject,
                                        const struct standing *standing)
{
    const char *role = standing->by == NULL ? NULL : standing->by->role;
    if (standing->stance == STANDING_ABSENT || standing->stance == STANDING_REFUSED ||
        standing->stance == STANDING_INTERESTED)
        return phrases_stance(subject, standing);
    const char *there = subject->poll->by_reply ? "Replied" : "Present";
    if (role == NULL || strcasecmp(role, role_name(ROLE_LEAD)) == 0)
        return there;
    return arena_format(subject->arena, "%s (%s)", there, role);
}

const char *phrases_attendance_standing_of_all(const struct subject *subject,
                                               const struct standing *standing)
{
    const struct outcome *outcome = subject->outcome;
    size_t place = (size_t)(standing - subject->poll->roll_call.standings);
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (outcome->polls[i].roll_call.standings[place].stance != standing->stance)
            return "Not the same for all";
    return phrases_attendance_standing(subject, standing);
}

const char *phrases_attendance_interests(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->roll_call.interested_count == 0)
        return NULL;
    return arena_format(subject->arena, "%s declared an interest.",
                        phrases_names(subject, poll->roll_call.interested,
                                      poll->roll_call.interested_count, "and"));
}

const char *phrases_attendance_rows(const struct subject *subject, bool of_each_kind)
{
    return phrases_accounting_of(
        subject, subject->outcome->poll_count > 1 && !of_each_kind ? "of the file" : "in the file");
}

/* ---- Notes */

static const char *would_vote_note(const struct attended *attended)
{
    const struct subject *subject = &attended->subject;
    return arena_format(subject->arena,
                        "This quorum counts the %s that take part in voting. Those %s are counted "
                        "here as if all of them will vote.",
                        subject->outcome->terms.units,
                        subject->poll->by_reply ? "in the file" : "present");
}

struct note_list phrases_attendance_notes(struct arena *arena, const struct attendance *attendance,
                                          size_t listed)
{
    struct note_list tally = phrases_notes(arena, &attendance->outcome, listed);
    struct note_list all = phrases_no_notes(arena);
    for (size_t i = 0; i < attendance->outcome.poll_count; i++) {
        struct attended attended = phrases_attended(arena, attendance, i);
        all.poll = i;
        if (attended.finding->would_vote)
            phrases_add_note(&all, ANCHOR_RESULT, would_vote_note(&attended));
        for (size_t j = 0; j < tally.count; j++)
            if (tally.notes[j].poll == i)
                phrases_add_note(&all, tally.notes[j].anchor, tally.notes[j].text);
    }
    return all;
}

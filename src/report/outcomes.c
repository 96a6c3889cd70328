/* SPDX-License-Identifier: MIT */
#include "outcomes.h"

#include <string.h>

#include "phrases.h"
#include "phrases_attendance.h"
#include "phrases_editions.h"
#include "phrases_electorate.h"
#include "phrases_register.h"
#include "phrases_timetable.h"
#include "phrases_verification.h"
#include "quorate/checkup.h"
#include "quorate/text.h"

static const char *outcome_of_vote(const struct subject *subject)
{
    const char *words = phrases_result_brief(subject);
    return phrases_depends(subject->poll)
               ? phrases_join(subject->arena, words, "This depends on how the rules are read.")
               : words;
}

const char *outcome_of_tally(struct arena *arena, const void *value)
{
    const struct outcome *outcome = value;
    const char **verdicts = arena_alloc(arena, outcome->poll_count, sizeof *verdicts);
    if (outcome->poll_count == 1)
        return outcome_of_vote(&(struct subject){arena, outcome, &outcome->polls[0]});
    for (size_t i = 0; i < outcome->poll_count; i++)
        verdicts[i] = phrases_verdict_capital(arena, outcome->polls[i].result.verdict);
    return arena_format(arena, "%s: %s.",
                        phrases_several(arena, (int64_t)outcome->poll_count, "vote", "votes"),
                        phrases_times(arena, verdicts, outcome->poll_count));
}

const char *outcome_of_attendance(struct arena *arena, const void *value)
{
    const struct attendance *attendance = value;
    size_t count = attendance->outcome.poll_count;
    const char **answers = arena_alloc(arena, count, sizeof *answers);
    for (size_t i = 0; i < count; i++)
        answers[i] = phrases_attendance_short_answer(attendance->findings[i].answer);
    if (count == 1)
        return arena_format(arena, "%s.",
                            phrases_attendance_answer(attendance->findings[0].answer));
    const char *one = attendance->by_kind ? "kind of decision" : "vote";
    const char *several = attendance->by_kind ? "kinds of decision" : "votes";
    return arena_format(arena, "%s: %s.", phrases_several(arena, (int64_t)count, one, several),
                        phrases_times(arena, answers, count));
}

const char *outcome_of_timetable(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s.", phrases_timetable_finding(arena, value));
}

const char *outcome_of_electorate(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s: %s.", phrases_electorate_title(arena, value),
                        phrases_electorate_size(arena, value));
}

const char *outcome_of_verification(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s. %s", phrases_verification_answer(arena, value),
                        phrases_verification_figures(arena, value));
}

const char *outcome_of_editions(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s. %s", phrases_editions_answer(value),
                        phrases_editions_figures(arena, value));
}

/* ---- What was checked */

static const char *rules_checked(struct arena *arena, const struct checkup *checkup)
{
    const char *text = arena_format(
        arena, "%s for %s", phrases_several(arena, (int64_t)checkup->rules, "rule", "rules"),
        phrases_several(arena, (int64_t)checkup->decisions, "kind of decision",
                        "kinds of decision"));
    if (checkup->readings == 0)
        return text;
    return arena_format(
        arena, "%s with %s", text,
        phrases_several(arena, (int64_t)checkup->readings, "other reading", "other readings"));
}

static const char *members_checked(struct arena *arena, const struct checkup *checkup)
{
    const char *text = phrases_several(arena, (int64_t)checkup->members, checkup->terms.unit,
                                       checkup->terms.units);
    const char *sizes = checkup->terms.sizes;
    if (!checkup->has_list_sizes)
        return text;
    if (!date_given(checkup->as_at))
        return arena_format(arena, "%s with %s without a date", text, sizes);
    return arena_format(arena, "%s with %s at %s", text, sizes, date_long(arena, checkup->as_at));
}

/* "8 rows of ballots on 1 motion", "20 rows of ballots on 2 motions and in 1 election", "a list of
 * attendance with 5 rows" */
static const char *ballots_checked(struct arena *arena, const struct checkup *checkup)
{
    const char *rows =
        phrases_several(arena, (int64_t)checkup->rows, "row of ballots", "rows of ballots");
    const char *motions = phrases_several(arena, (int64_t)checkup->motions, "motion", "motions");
    const char *elections =
        phrases_several(arena, (int64_t)checkup->elections, "election", "elections");
    if (checkup->is_list)
        return arena_format(arena, "a list of attendance with %s",
                            phrases_several(arena, (int64_t)checkup->rows, "row", "rows"));
    if (checkup->elections == 0)
        return arena_format(arena, "%s on %s", rows, motions);
    if (checkup->motions == 0)
        return arena_format(arena, "%s in %s", rows, elections);
    return arena_format(arena, "%s on %s and in %s", rows, motions, elections);
}

/* "61 rules for 7 kinds of decision with 9 other readings, 10 practices and 6 localities" */
static const char *what_was_checked(struct arena *arena, const struct checkup *checkup)
{
    const struct {
        size_t number;
        const char *one, *several;
    } others[] = {
        {checkup->localities, "locality", "localities"},
        {checkup->voters, "voter", "voters"},
        {checkup->interests, "registered interest", "registered interests"},
        {checkup->headings, "heading of ballots", "headings of ballots"},
    };
    const char *parts[7];
    size_t count = 0;
    parts[count++] = rules_checked(arena, checkup);
    parts[count++] = members_checked(arena, checkup);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i].number > 0)
            parts[count++] =
                phrases_several(arena, (int64_t)others[i].number, others[i].one, others[i].several);
    if (checkup->ballots_given)
        parts[count++] = ballots_checked(arena, checkup);
    return text_list(arena, parts, count, "and");
}

/* The problems themselves are messages. With an error there is nothing else to say. */
const char *outcome_of_checkup(struct arena *arena, const void *value)
{
    const struct checkup *checkup = value;
    const char *name = strcmp(checkup->constitution, ".") == 0
                           ? "this folder"
                           : text_printable(arena, checkup->constitution);
    if (checkup->errors > 0)
        return NULL;
    const char *checked = what_was_checked(arena, checkup);
    const char *words = checkup->warnings == 0
                            ? arena_format(arena, "Nothing wrong with %s: %s.", name, checked)
                            : arena_format(arena, "%s and no errors in %s. Checked: %s.",
                                           phrases_several(arena, (int64_t)checkup->warnings,
                                                           "warning", "warnings"),
                                           name, checked);
    for (size_t i = 0; i < checkup->change_count; i++)
        words = phrases_join(arena, words,
                             phrases_roll_change(arena, &checkup->changes[i], &checkup->terms));
    return phrases_join(arena, words,
                        phrases_dues(arena, &checkup->terms, checkup->dues, checkup->due_count));
}

const char *outcome_of_register(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s. %s", phrases_register_answer(arena, value),
                        phrases_register_figures(arena, value));
}

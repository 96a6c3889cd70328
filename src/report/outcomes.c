/* SPDX-License-Identifier: MIT */
#include "outcomes.h"

#include <string.h>

#include "phrases.h"
#include "phrases_attendance.h"
#include "phrases_timetable.h"

/* Each answer that was given, and how often: "3 votes: carried 2, not binding 1." */
static const char *tally_up(struct arena *arena, const char *all, const char *const *answers,
                            size_t count)
{
    const char *words = arena_format(arena, "%s:", all);
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        bool told = false;
        for (size_t j = 0; j < count; j++) {
            bool equal = strcmp(answers[i], answers[j]) == 0;
            same += equal;
            told = told || (equal && j < i);
        }
        if (!told)
            words = arena_format(arena, "%s%s %s %zu", words, i == 0 ? "" : ",",
                                 phrases_small(arena, answers[i]), same);
    }
    return arena_format(arena, "%s.", words);
}

static const char *one_vote(const struct subject *subject)
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
        return one_vote(&(struct subject){arena, outcome, &outcome->polls[0]});
    for (size_t i = 0; i < outcome->poll_count; i++)
        verdicts[i] = phrases_verdict_capital(arena, outcome->polls[i].result.verdict);
    return tally_up(arena, phrases_several(arena, (int64_t)outcome->poll_count, "vote", "votes"),
                    verdicts, outcome->poll_count);
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
    return tally_up(arena,
                    attendance->by_kind ? phrases_several(arena, (int64_t)count, "kind of decision",
                                                          "kinds of decision")
                                        : phrases_several(arena, (int64_t)count, "vote", "votes"),
                    answers, count);
}

const char *outcome_of_timetable(struct arena *arena, const void *value)
{
    return arena_format(arena, "%s.", phrases_timetable_finding(arena, value));
}

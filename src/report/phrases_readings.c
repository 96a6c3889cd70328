/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/text.h"

bool phrases_reading_matters(const struct reading_outcome *reading)
{
    return reading->differs || reading->result.verdict == VERDICT_NONE;
}

/* "NOT BINDING", "ELECTED: Dr B" */
static const char *result_of(struct arena *arena, const struct result *result)
{
    const char *verdict = phrases_verdict(result->verdict);
    if (result->verdict == VERDICT_ELECTED && result->winner != NULL)
        return arena_format(arena, "%s: %s", verdict, result->winner);
    if (result->verdict == VERDICT_FURTHER_ELECTION)
        return arena_format(arena, "%s between %s", verdict,
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    return verdict;
}

const char *phrases_reading(const struct subject *subject, const struct reading_outcome *reading)
{
    struct arena *arena = subject->arena;
    const char *on = phrases_on_reading(arena, reading->name, phrases_place(arena, reading->clause),
                                        reading->together, reading->together_count);
    if (reading->withheld)
        return arena_format(arena,
                            "%s the result may be different. It is not told here, because it could "
                            "show how somebody voted.",
                            on);
    /* Of a secret decision the name would tell whose ballots are set aside. */
    bool unnamed = reading->refused == NULL || subject->poll->secrecy == BALLOTS_SECRET;
    if (reading->result.verdict == VERDICT_NONE)
        return arena_format(
            arena,
            reading->of_proxy ? "%s the proxy of %s may not be one and nothing could be decided."
            : reading->of_parts
                ? "%s the votes of %s may not be cast in such parts and nothing could be decided."
                : "%s the ballots of %s contradict each other and nothing could be decided.",
            on,
            unnamed ? arena_format(arena, "one %s", subject->outcome->terms.unit)
                    : reading->refused);
    if (reading->run_off_differs)
        return arena_format(
            arena, "%s others would stand in the further election: %s.", on,
            text_list(arena, reading->result.run_off, reading->result.run_off_count, "and"));
    return arena_format(arena, "%s the result would be %s.", on,
                        result_of(arena, &reading->result));
}

bool phrases_depends(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->reading_count; i++)
        if (phrases_reading_matters(&poll->readings[i]))
            return true;
    return false;
}

const char *phrases_overview(const struct subject *subject)
{
    const char *result = phrases_result(subject);
    if (phrases_depends(subject->poll))
        result = phrases_join(subject->arena, result, "This depends on how the rules are read.");
    return phrases_period_matters(subject->poll->period)
               ? phrases_join(subject->arena, result, phrases_period_finding(subject->poll->period))
               : result;
}

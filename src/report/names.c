/* SPDX-License-Identifier: MIT */
#include "quorate/attendance.h"
#include "quorate/editions.h"
#include "quorate/outcome.h"
#include "quorate/timetable.h"
#include "quorate/verification.h"

static const char *const verdicts[] = {
    [VERDICT_CARRIED] = "carried",         [VERDICT_NOT_CARRIED] = "not carried",
    [VERDICT_NOT_BINDING] = "not binding", [VERDICT_ELECTED] = "elected",
    [VERDICT_NOT_ELECTED] = "not elected", [VERDICT_FURTHER_ELECTION] = "further election",
    [VERDICT_NOT_VALID] = "not valid",     [VERDICT_NONE] = NULL,
};

static const char *const groups[GROUPS] = {
    [GROUP_ALL] = "all",
    [GROUP_PRESENT] = "present",
    [GROUP_VOTING] = "voting",
    [GROUP_CAST] = "cast",
    [GROUP_FOR] = "for",
    [GROUP_AGAINST] = "against",
    [GROUP_ABSTAINED] = "abstained",
    [GROUP_SPOILT] = "spoilt",
    [GROUP_INTERESTED] = "interested",
    [GROUP_ABSENT] = "absent",
    [GROUP_VOID] = "void",
};

static const char *const statuses[RETURN_STATUSES] = {
    [RETURN_COUNTED] = "counted", [RETURN_ABSTAINED] = "abstained",
    [RETURN_SPOILT] = "spoilt",   [RETURN_PRESENT] = "present",
    [RETURN_ABSENT] = "absent",   [RETURN_INTERESTED] = "interested",
    [RETURN_REFUSED] = "refused", [RETURN_SUPERSEDED] = "superseded",
    [RETURN_VOID] = "void",
};

const struct poll_outcome *outcome_poll(struct arena *arena, const struct outcome *outcome,
                                        size_t poll)
{
    if (outcome->lists == NULL)
        return &outcome->polls[poll];
    struct poll_outcome *whole = arena_alloc(arena, 1, sizeof *whole);
    *whole = outcome->polls[poll];
    outcome->lists(arena, outcome, poll, whole);
    return whole;
}

const char *verdict_name(enum verdict verdict)
{
    return verdicts[verdict];
}

const char *group_name(enum group group)
{
    return groups[group];
}

const char *return_status_name(enum return_status status)
{
    return statuses[status];
}

const char *quorum_answer_name(enum quorum_answer answer)
{
    static const char *const answers[] = {
        [QUORUM_MET] = "met",
        [QUORUM_NOT_MET] = "not met",
        [QUORUM_NOT_ASKED] = "not asked",
        [QUORUM_NOT_KNOWN] = NULL,
    };
    return answers[answer];
}

const char *file_state_name(enum file_state state)
{
    static const char *const states[] = {
        [FILE_SAME] = "same",        [FILE_GROWN] = "columns added",
        [FILE_CHANGED] = "changed",  [FILE_NOT_TOLD] = "not told",
        [FILE_UNHASHED] = "no hash", [FILE_NOT_READ] = "not read",
        [FILE_ADDED] = "added",      [FILE_DESTROYED] = "destroyed",
        [FILE_UNKEYED] = "no key",   [FILE_MISKEYED] = "changed or another key",
    };
    return states[state];
}

const char *due_name(enum due_kind kind)
{
    static const char *const names[] = {
        [DUE_CONSTITUTION] = "constitution",
        [DUE_INTERESTS] = "interests",
        [DUE_LIST_SIZES] = "list sizes",
    };
    return names[kind];
}

const char *day_kind_name(enum day_kind kind)
{
    static const char *const names[] = {
        [DAY_WORKING] = "working day", [DAY_WEEKEND] = "weekend", [DAY_HOLIDAY] = "bank holiday"};
    return names[kind];
}

const char *member_fact_name(enum member_fact fact)
{
    static const char *const facts[MEMBER_FACTS] = {
        [FACT_JOINED] = "joined",
        [FACT_LEFT] = "left",
        [FACT_NAME] = "name",
        [FACT_CODE] = "code",
        [FACT_AREA] = "area",
        [FACT_CLASS] = "class",
        [FACT_ALIASES] = "other spellings",
        [FACT_LIST_SIZE] = "list size",
        [FACT_VOTES] = "votes",
        [FACT_PRACTICES] = "practices",
        [FACT_MEMBERS] = "members",
        [FACT_PATIENTS] = "patients",
        [FACT_STATED_TOTAL] = "stated total",
        [FACT_STATED_PRACTICES] = "practices stated in all",
        [FACT_AS_AT] = "as at",
    };
    return facts[fact];
}

bool member_fact_is_figure(enum member_fact fact)
{
    return fact != FACT_NAME && fact != FACT_CODE && fact != FACT_AREA && fact != FACT_CLASS &&
           fact != FACT_ALIASES && fact != FACT_AS_AT;
}

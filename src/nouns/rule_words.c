/* SPDX-License-Identifier: MIT */
#include "quorate/rule_words.h"

const char *role_name(enum role role)
{
    static const char *const names[ROLES] = {
        [ROLE_LEAD] = "lead",
        [ROLE_DEPUTY] = "deputy",
        [ROLE_PROXY] = "proxy",
        [ROLE_PRACTICE_MANAGER] = "practice manager",
        [ROLE_PUBLIC_REPRESENTATIVE] = "public representative",
        [ROLE_OBSERVER] = "observer",
        [ROLE_OTHER] = "other",
    };
    return names[role];
}

const char *rule_name(enum rule_kind kind)
{
    static const char *const names[RULE_KINDS] = {
        [RULE_BODY] = "body",
        [RULE_EDITION] = "edition",
        [RULE_TITLE] = "title",
        [RULE_ROLL] = "roll",
        [RULE_UNIT] = "unit",
        [RULE_MEASURE] = "measure",
        [RULE_WEIGHT] = "weight",
        [RULE_QUORUM] = "quorum",
        [RULE_QUORUM_AT] = "quorum at",
        [RULE_PASSES] = "passes",
        [RULE_ELECTS] = "elects",
        [RULE_TIE] = "tie",
        [RULE_CANDIDATES] = "candidates",
        [RULE_NOTE] = "note",
        [RULE_NEXT_STEP] = "next step",
        [RULE_ROUTE] = "route",
        [RULE_VOTERS] = "voters",
        [RULE_PROXY] = "proxy",
        [RULE_PROXIES] = "proxies",
        [RULE_INTEREST] = "interest",
        [RULE_ABSTENTION] = "abstention",
        [RULE_REPEAT_BALLOTS] = "repeat ballots",
        [RULE_AREAS] = "areas",
        [RULE_PERIOD] = "period",
        [RULE_SECRECY] = "secrecy",
        [RULE_KEEP_BALLOTS] = "keep ballots",
        [RULE_REVIEW] = "review",
        [RULE_REVIEW_BY] = "review by",
        [RULE_REVIEW_INTERESTS] = "review interests",
        [RULE_LOCALITY] = "locality",
        [RULE_GOVERNING_BODY_VOTES] = "governing body votes",
        [RULE_GOVERNING_BODY_TOTAL] = "governing body total",
    };
    return names[kind];
}

static const char *const words[RULE_KINDS][RULE_VALUES_MOST] = {
    [RULE_WEIGHT] = {[WEIGHT_ONE_EACH] = "one vote per member",
                     [WEIGHT_LIST_SIZE] = "list size",
                     [WEIGHT_VOTES_COLUMN] = "votes column"},
    [RULE_QUORUM] = {[QUORUM_NONE] = "none"},
    [RULE_QUORUM_AT] = {[QUORUM_AT_VOTE] = "vote", [QUORUM_AT_OPENING] = "opening"},
    [RULE_PASSES] = {[PASSES_CONSENSUS] = "consensus"},
    [RULE_ELECTS] = {[ELECTS_MOST_VOTES] = "most votes"},
    [RULE_TIE] = {[TIE_NOT_CARRIED] = "not carried",
                  [TIE_CASTING_VOTE] = "casting vote",
                  [TIE_FURTHER_ELECTION] = "further election among the tied"},
    [RULE_CANDIDATES] = {[CANDIDATES_ANY] = "any", [CANDIDATES_LISTED] = "listed"},
    [RULE_PROXY] = {[PROXY_NAMED_AND_NOTIFIED] = "named and notified",
                    [PROXY_NAMED] = "named",
                    [PROXY_ANY] = "any",
                    [PROXY_NONE] = "none"},
    [RULE_INTEREST] = {[INTEREST_PRESENT] = "counts as present",
                       [INTEREST_NOT_PRESENT] = "does not count as present",
                       [INTEREST_LEAVES_BASE] = "leaves the base"},
    [RULE_ABSTENTION] = {[ABSTENTION_PRESENT] = "present", [ABSTENTION_TAKES_PART] = "takes part"},
    [RULE_REPEAT_BALLOTS] = {[REPEAT_ERROR] = "error",
                             [REPEAT_VOID_TAKES_PART] = "void, takes part",
                             [REPEAT_VOID_NO_PART] = "void, does not take part",
                             [REPEAT_FIRST] = "first counts",
                             [REPEAT_LAST] = "last counts"},
    [RULE_AREAS] = {[AREAS_TOGETHER] = "together", [AREAS_EVERY] = "every area must pass"},
    [RULE_SECRECY] = {[SECRECY_OPEN] = "open", [SECRECY_SECRET] = "secret"},
    [RULE_ROUTE] = {[ROUTE_REQUIRED] = "required"},
    [RULE_GOVERNING_BODY_TOTAL] =
        {[TOTAL_AS_STATED] = "as stated", [TOTAL_SUM_OF_ROWS] = "sum of rows"},
};

const char *rule_words(enum rule_kind kind, int value)
{
    return value < 0 || value >= RULE_VALUES_MOST ? NULL : words[kind][value];
}

const char *const *rule_choices(enum rule_kind kind, size_t *count)
{
    *count = 0;
    while (*count < RULE_VALUES_MOST && words[kind][*count] != NULL)
        ++*count;
    return words[kind];
}

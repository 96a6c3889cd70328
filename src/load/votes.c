/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The words that may stand in a ballot file, in the form that text_fold gives. */

static const struct {
    const char *word;
    enum vote vote;
} vote_words[] = {
    {"for", VOTE_FOR},         {"yes", VOTE_FOR},           {"y", VOTE_FOR},
    {"aye", VOTE_FOR},         {"in favour", VOTE_FOR},     {"approve", VOTE_FOR},
    {"support", VOTE_FOR},     {"agree", VOTE_FOR},         {"against", VOTE_AGAINST},
    {"no", VOTE_AGAINST},      {"n", VOTE_AGAINST},         {"nay", VOTE_AGAINST},
    {"oppose", VOTE_AGAINST},  {"reject", VOTE_AGAINST},    {"disagree", VOTE_AGAINST},
    {"abstain", VOTE_ABSTAIN}, {"abstained", VOTE_ABSTAIN}, {"abstention", VOTE_ABSTAIN},
    {"present", VOTE_PRESENT}, {"absent", VOTE_ABSENT},     {"no reply", VOTE_ABSENT},
};

static const struct {
    const char *word;
    enum role role;
} role_words[] = {
    {"", ROLE_LEAD},
    {"lead", ROLE_LEAD},
    {"practice lead", ROLE_LEAD},
    {"gp lead", ROLE_LEAD},
    {"commissioning lead", ROLE_LEAD},
    {"practice commissioning lead", ROLE_LEAD},
    {"deputy", ROLE_DEPUTY},
    {"deputy lead", ROLE_DEPUTY},
    {"gp deputy", ROLE_DEPUTY},
    {"practice deputy", ROLE_DEPUTY},
    {"deputy practice lead", ROLE_DEPUTY},
    {"deputy commissioning lead", ROLE_DEPUTY},
    {"gp deputy commissioning lead", ROLE_DEPUTY},
    {"proxy", ROLE_PROXY},
    {"practice manager", ROLE_PRACTICE_MANAGER},
    {"public representative", ROLE_PUBLIC_REPRESENTATIVE},
    {"observer", ROLE_OBSERVER},
    {"other", ROLE_OTHER},
};

static const struct {
    const char *word;
    bool yes;
} answers[] = {
    {"", false}, {"yes", true}, {"y", true}, {"no", false}, {"n", false}, {"none", false},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

bool vote_read(const char *folded, enum vote *vote)
{
    for (size_t i = 0; i < COUNT(vote_words); i++) {
        if (strcmp(vote_words[i].word, folded) == 0) {
            *vote = vote_words[i].vote;
            return true;
        }
    }
    return false;
}

const char *vote_suggest(struct arena *arena, const char *text)
{
    const char *choices[COUNT(vote_words)];
    size_t count = 0;
    for (size_t i = 0; i < COUNT(vote_words); i++)
        if (strlen(vote_words[i].word) > 2) /* "y" and "n" are near to anything that short */
            choices[count++] = vote_words[i].word;
    size_t nearest = text_nearest(arena, text, choices, count);
    return nearest == TEXT_NO_CHOICE ? NULL : choices[nearest];
}

bool role_read(const char *folded, enum role *role)
{
    for (size_t i = 0; i < COUNT(role_words); i++) {
        if (strcmp(role_words[i].word, folded) == 0) {
            *role = role_words[i].role;
            return true;
        }
    }
    return false;
}

bool interest_read(const char *folded, bool *interest)
{
    for (size_t i = 0; i < COUNT(answers); i++) {
        if (strcmp(answers[i].word, folded) == 0) {
            *interest = answers[i].yes;
            return true;
        }
    }
    return false;
}

bool notified_read(const char *text, const char *folded, enum notified *notified, struct date *date)
{
    bool told;
    if (interest_read(folded, &told)) {
        *notified = told ? NOTIFIED_YES : NOTIFIED_NO;
        return true;
    }
    *notified = NOTIFIED_ON;
    return date_parse(text, date);
}

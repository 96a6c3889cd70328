/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The words that may stand in a ballot file, in the form that text_word gives. */

struct vote_word {
    const char *word;
    enum vote vote;
};

static const struct vote_word vote_words[] = {
    {"for", VOTE_FOR},         {"yes", VOTE_FOR},           {"y", VOTE_FOR},
    {"aye", VOTE_FOR},         {"in favour", VOTE_FOR},     {"approve", VOTE_FOR},
    {"support", VOTE_FOR},     {"agree", VOTE_FOR},         {"against", VOTE_AGAINST},
    {"no", VOTE_AGAINST},      {"n", VOTE_AGAINST},         {"nay", VOTE_AGAINST},
    {"oppose", VOTE_AGAINST},  {"reject", VOTE_AGAINST},    {"disagree", VOTE_AGAINST},
    {"abstain", VOTE_ABSTAIN}, {"abstained", VOTE_ABSTAIN}, {"abstention", VOTE_ABSTAIN},
    {"present", VOTE_PRESENT}, {"absent", VOTE_ABSENT},     {"no reply", VOTE_ABSENT},
};

/* The same words as minutes and forms inflect them, and what no slip is taken for. They are never
 * suggested: the words above are as near, and two that are equally near are no suggestion. */
static const struct vote_word vote_forms[] = {
    {"in favor", VOTE_FOR},        {"approves", VOTE_FOR},         {"approved", VOTE_FOR},
    {"approving", VOTE_FOR},       {"i approve", VOTE_FOR},        {"we approve", VOTE_FOR},
    {"supports", VOTE_FOR},        {"supported", VOTE_FOR},        {"supporting", VOTE_FOR},
    {"i support", VOTE_FOR},       {"we support", VOTE_FOR},       {"agrees", VOTE_FOR},
    {"agreed", VOTE_FOR},          {"agreeing", VOTE_FOR},         {"i agree", VOTE_FOR},
    {"we agree", VOTE_FOR},        {"opposes", VOTE_AGAINST},      {"opposed", VOTE_AGAINST},
    {"opposing", VOTE_AGAINST},    {"i oppose", VOTE_AGAINST},     {"we oppose", VOTE_AGAINST},
    {"rejects", VOTE_AGAINST},     {"rejected", VOTE_AGAINST},     {"rejecting", VOTE_AGAINST},
    {"i reject", VOTE_AGAINST},    {"we reject", VOTE_AGAINST},    {"disagrees", VOTE_AGAINST},
    {"disagreed", VOTE_AGAINST},   {"disagreeing", VOTE_AGAINST},  {"i disagree", VOTE_AGAINST},
    {"we disagree", VOTE_AGAINST}, {"abstains", VOTE_ABSTAIN},     {"abstaining", VOTE_ABSTAIN},
    {"i abstain", VOTE_ABSTAIN},   {"we abstain", VOTE_ABSTAIN},   {"spoilt", VOTE_SPOILT},
    {"spoiled", VOTE_SPOILT},      {"spoilt ballot", VOTE_SPOILT}, {"spoiled ballot", VOTE_SPOILT},
    {"spoilt paper", VOTE_SPOILT}, {"spoiled paper", VOTE_SPOILT},
};

/* Besides each role's own name. */
static const struct {
    const char *word;
    enum role role;
} role_words[] = {
    {"", ROLE_LEAD},
    {"practice lead", ROLE_LEAD},
    {"gp lead", ROLE_LEAD},
    {"commissioning lead", ROLE_LEAD},
    {"practice commissioning lead", ROLE_LEAD},
    {"deputy lead", ROLE_DEPUTY},
    {"gp deputy", ROLE_DEPUTY},
    {"practice deputy", ROLE_DEPUTY},
    {"deputy practice lead", ROLE_DEPUTY},
    {"deputy commissioning lead", ROLE_DEPUTY},
    {"gp deputy commissioning lead", ROLE_DEPUTY},
    {"guest", ROLE_OTHER},
};

/* The vote of a word in one of the tables; VOTE_BLANK when it is none. */
static enum vote vote_among(const struct vote_word *words, size_t count, const char *word,
                            size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0)
            return words[i].vote;
    return VOTE_BLANK;
}

static enum vote vote_of(const char *word, size_t length)
{
    enum vote vote = vote_among(vote_words, COUNT(vote_words), word, length);
    return vote != VOTE_BLANK ? vote : vote_among(vote_forms, COUNT(vote_forms), word, length);
}

bool vote_read(struct arena *arena, const char *text, enum vote *vote)
{
    const char *word = text_word(arena, text);
    enum vote read = word == NULL ? VOTE_BLANK : vote_of(word, strlen(word));
    *vote = read;
    return read != VOTE_BLANK;
}

/* --- Which word was meant --- */

#define SHORT_WORD 2 /* "y" and "n" are near to anything that short */

static bool denies(const char *word, size_t length)
{
    static const char *const denials[] = {
        "no",       "not",      "never",   "cannot",  "cant",    "dont",   "doesnt",
        "didnt",    "isnt",     "arent",   "wasnt",   "werent",  "wont",   "wouldnt",
        "couldnt",  "shouldnt", "havent",  "hasnt",   "neither", "nor",    "none",
        "nobody",   "nope",     "non",     "without", "out",     "refuse", "refused",
        "declined", "declines", "decline", "fail",    "failed",  "fails",  "anti",
    };
    for (size_t i = 0; i < COUNT(denials); i++)
        if (strlen(denials[i]) == length && memcmp(denials[i], word, length) == 0)
            return true;
    return strncmp(word, "un", 2) == 0 && strncmp(word, "unanim", 6) != 0;
}

/* What a cell that is no vote says in its words. */
struct attempt {
    const char *folded;
    bool denied;    /* "not in favour" */
    bool reversed;  /* "disapprove" */
    unsigned votes; /* a bit for each vote whose word stands in it */
};

static struct attempt read_attempt(const char *folded)
{
    struct attempt attempt = {.folded = folded};
    while (*folded != '\0') {
        size_t length = strcspn(folded, " ");
        attempt.denied = attempt.denied || denies(folded, length);
        attempt.reversed = attempt.reversed || strncmp(folded, "dis", 3) == 0;
        if (length > SHORT_WORD)
            attempt.votes |= 1U << vote_of(folded, length);
        folded += length;
        folded += *folded == ' ';
    }
    attempt.votes &= ~(1U << VOTE_BLANK);
    return attempt;
}

/* Whether a word can be what was meant without turning it round. */
static bool may_be_meant(const struct attempt *attempt, const char *word, enum vote vote)
{
    bool denial = strncmp(word, "no ", 3) == 0, reversal = strncmp(word, "dis", 3) == 0;
    if (strlen(word) <= SHORT_WORD || (attempt->votes & ~(1U << vote)) != 0)
        return false;
    if (attempt->reversed)
        return reversal && !attempt->denied;
    if (denial)
        return strncmp(attempt->folded, "no", 2) == 0;
    return !attempt->denied && (!reversal || *attempt->folded == 'd');
}

/* The word of this vote that is near, or with `shortened` one that begins so; NULL for none. */
static const char *word_for(struct arena *arena, const struct attempt *attempt, enum vote vote,
                            bool shortened)
{
    const char *choices[COUNT(vote_words)] = {NULL};
    size_t count = 0, length = strlen(attempt->folded);
    for (size_t i = 0; i < COUNT(vote_words); i++) {
        const char *word = vote_words[i].word;
        if (vote_words[i].vote != vote || !may_be_meant(attempt, word, vote))
            continue;
        if (shortened && length > SHORT_WORD && strncmp(word, attempt->folded, length) == 0)
            return word;
        choices[count++] = word;
    }
    size_t nearest =
        shortened ? TEXT_NO_CHOICE : text_nearest(arena, attempt->folded, choices, count);
    return nearest == TEXT_NO_CHOICE ? NULL : choices[nearest];
}

/* The word of the one vote that can be meant; NULL when it can be several ("abs"), or none. */
static const char *only_word(struct arena *arena, const struct attempt *attempt, bool shortened)
{
    const char *only = NULL;
    for (size_t vote = VOTE_FOR; vote <= VOTE_ABSENT; vote++) {
        const char *word = word_for(arena, attempt, (enum vote)vote, shortened);
        if (only != NULL && word != NULL)
            return NULL;
        only = only != NULL ? only : word;
    }
    return only;
}

const char *vote_suggest(struct arena *arena, const char *text)
{
    const struct attempt attempt = read_attempt(text_fold(arena, text));
    const char *meant = only_word(arena, &attempt, true);
    return meant != NULL ? meant : only_word(arena, &attempt, false);
}

bool vote_is_denied(const char *folded)
{
    const struct attempt attempt = read_attempt(folded);
    return (attempt.votes & (1U << VOTE_AGAINST | 1U << VOTE_ABSTAIN)) != 0 ||
           (attempt.denied && (attempt.votes & 1U << VOTE_FOR) != 0);
}

/* --- Other cells --- */

bool role_read(struct arena *arena, const char *text, enum role *role)
{
    const char *word = text_word(arena, text);
    for (size_t i = 0; i < ROLES && word != NULL; i++) {
        if (strcmp(role_name((enum role)i), word) == 0) {
            *role = (enum role)i;
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(role_words) && word != NULL; i++) {
        if (strcmp(role_words[i].word, word) == 0) {
            *role = role_words[i].role;
            return true;
        }
    }
    return false;
}

const char *role_suggest(struct arena *arena, const char *folded)
{
    const char *choices[ROLES];
    for (size_t i = 0; i < ROLES; i++)
        choices[i] = role_name((enum role)i);
    size_t nearest = text_nearest(arena, folded, choices, ROLES);
    return nearest == TEXT_NO_CHOICE ? NULL : choices[nearest];
}

const char *roles_list(struct arena *arena, const char *last)
{
    const char *names[ROLES];
    for (size_t i = 0; i < ROLES; i++)
        names[i] = role_name((enum role)i);
    return text_list(arena, names, ROLES, last);
}

bool role_is_unclear(const char *folded)
{
    static const char words[] =
        "gp;dr;doctor;partner;gp partner;senior partner;clinician;member;principal;gp principal;"
        "salaried gp;nurse";
    return name_is_one_of(folded, words);
}

bool interest_is_denied(const char *folded)
{
    static const char words[] =
        "n a;na;nil;nothing;no interest;no interests;none declared;nothing to declare;no conflict;"
        "no conflicts;not applicable;nil return";
    return name_is_one_of(folded, words);
}

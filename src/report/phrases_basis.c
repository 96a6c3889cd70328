/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* More whose votes are limited are a number. */
#define LIMITED_NAMED_MOST ((size_t)5)

const char *phrases_basis_label(struct arena *arena, enum rule_kind kind)
{
    static const char *const labels[RULE_KINDS] = {
        [RULE_WEIGHT] = "Weighting",
        [RULE_QUORUM] = "Quorum",
        [RULE_QUORUM_AT] = "Quorum",
        [RULE_PASSES] = "Majority",
        [RULE_ELECTS] = "Election",
        [RULE_TIE] = "Tie",
        [RULE_CANDIDATES] = "Candidates",
        [RULE_NOTE] = "Note",
        [RULE_VOTERS] = "Voters",
        [RULE_PROXY] = "Proxies",
        [RULE_PROXIES] = "Proxies",
        [RULE_INTEREST] = "Interests",
        [RULE_ABSTENTION] = "Abstentions",
        [RULE_REPEAT_BALLOTS] = "Repeats",
        [RULE_AREAS] = "Areas",
        [RULE_PERIOD] = "Period",
        [RULE_SECRECY] = "Secrecy",
        [RULE_KEEP_BALLOTS] = "Ballots",
        [RULE_REVIEW] = "Review",
        [RULE_REVIEW_BY] = "Review",
        [RULE_REVIEW_INTERESTS] = "Register",
        [RULE_LOCALITY] = "Locality",
        [RULE_GOVERNING_BODY_VOTES] = "Governing",
        [RULE_GOVERNING_BODY_TOTAL] = "Total",
    };
    return labels[kind] != NULL ? labels[kind] : text_capital(arena, rule_name(kind));
}

const char *phrases_place(struct arena *arena, const char *clause)
{
    bool is_number =
        clause != NULL && clause[0] >= '0' && clause[0] <= '9' && strchr(clause, ' ') == NULL;
    return is_number ? arena_format(arena, "clause %s", clause) : clause;
}

const char *phrases_grounds(struct arena *arena, const struct basis *basis)
{
    if (basis->is_default)
        return "Not in the rules table; the program's default.";
    if (basis->clause == NULL)
        return "The rules table gives no clause.";
    return phrases_sentence(
        arena, basis->unstated == NULL
                   ? phrases_place(arena, basis->clause)
                   : arena_format(arena, "Not stated in the constitution%s", basis->unstated));
}

/* What each of a rule's fixed words means. {a} stands for "a practice", as the constitution calls
 * it, {lead} for "the locality lead", {size} for "list size" and whose, {sharers} for who share a
 * governing body's votes, {value} for the value as the table has it. */
static const char *const meanings[RULE_KINDS][RULE_VALUES_MOST] = {
    [RULE_WEIGHT] = {[WEIGHT_ONE_EACH] = "{value}.",
                     [WEIGHT_LIST_SIZE] = "By {size}.",
                     [WEIGHT_VOTES_COLUMN] = "The votes published in the table of members."},
    [RULE_QUORUM] = {[QUORUM_NONE] = "None is asked for."},
    [RULE_QUORUM_AT] = {[QUORUM_AT_VOTE] = "The quorum is of who is there at the vote.",
                        [QUORUM_AT_OPENING] =
                            "The quorum is of who was there when the meeting opened; who leaves "
                            "later does not break it."},
    [RULE_PASSES] = {[PASSES_CONSENSUS] = "By consensus, without a vote."},
    [RULE_ELECTS] = {[ELECTS_MOST_VOTES] = "{value}."},
    [RULE_TIE] = {[TIE_NOT_CARRIED] = "A tie does not carry.",
                  [TIE_CASTING_VOTE] = "In a tie the chair has a casting vote.",
                  [TIE_FURTHER_ELECTION] = "In a tie there is a further election, in which only "
                                           "those tied may stand."},
    [RULE_CANDIDATES] = {[CANDIDATES_ANY] = "Anyone may stand.",
                         [CANDIDATES_LISTED] = "Only candidates who were listed may stand."},
    [RULE_PROXY] = {[PROXY_NAMED_AND_NOTIFIED] =
                        "A proxy must be named, and {lead} told beforehand.",
                    [PROXY_NAMED] = "A proxy must be named.",
                    [PROXY_ANY] = "A proxy need not be named.",
                    [PROXY_NONE] = "Proxies may not be used."},
    [RULE_INTEREST] =
        {[INTEREST_PRESENT] = "{a} with an interest counts as present.",
         [INTEREST_NOT_PRESENT] = "{a} with an interest does not count as present.",
         [INTEREST_LEAVES_BASE] =
             "{a} with an interest is left out of every sum, also of the whole roll."},
    [RULE_ABSTENTION] = {[ABSTENTION_PRESENT] =
                             "{a} that abstains is present and takes no part in voting.",
                         [ABSTENTION_TAKES_PART] = "{a} that abstains takes part in voting."},
    [RULE_REPEAT_BALLOTS] =
        {[REPEAT_ERROR] = "{a} may not give different answers: it is an error.",
         [REPEAT_VOID_TAKES_PART] =
             "{a} that gives different answers takes part in voting, and its ballots are void.",
         [REPEAT_VOID_NO_PART] =
             "{a} that gives different answers takes no part in voting, and its ballots are void.",
         [REPEAT_FIRST] = "Of {a} that gives different answers the first ballot counts.",
         [REPEAT_LAST] = "Of {a} that gives different answers the last ballot counts."},
    [RULE_AREAS] = {[AREAS_TOGETHER] = "All areas are counted together.",
                    [AREAS_EVERY] = "Every area must carry it."},
    [RULE_SECRECY] =
        {[SECRECY_OPEN] = "Who voted how is told.", [SECRECY_SECRET] = "The ballots are secret."},
    [RULE_ROUTE] = {[ROUTE_REQUIRED] = "How it came to this is to be said."},
    [RULE_GOVERNING_BODY_TOTAL] =
        {[TOTAL_AS_STATED] =
             "The votes are shared out by the total that the table of {sharers} states.",
         [TOTAL_SUM_OF_ROWS] =
             "The votes are shared out by the sum of the rows of the table of {sharers}."},
};

const char *phrases_fixed(enum rule_kind kind, int value)
{
    return value < 0 || value >= RULE_VALUES_MOST ? NULL : meanings[kind][value];
}

static const char *put_words(struct arena *arena, const char *sentence, const char *mark,
                             const char *words)
{
    const char *at = strstr(sentence, mark);
    return at == NULL ? sentence
                      : arena_format(arena, "%.*s%s%s", (int)(at - sentence), sentence, words,
                                     at + strlen(mark));
}

/* "Lead, deputy or proxy may vote." */
static const char *voters(struct arena *arena, unsigned roles)
{
    const char *names[ROLES];
    size_t count = 0;
    for (size_t role = 0; role < ROLES; role++)
        if ((roles >> role & 1u) != 0)
            names[count++] = role_name((enum role)role);
    if (count == 1)
        return arena_format(arena, "Only the %s may vote.", names[0]);
    return arena_format(arena, "%s may vote.",
                        text_capital(arena, text_list(arena, names, count, "or")));
}

const char *phrases_meaning(struct arena *arena, const struct terms *terms,
                            const struct basis *basis)
{
    const char *fixed = phrases_fixed(basis->kind, basis->value);
    if (basis->kind == RULE_VOTERS)
        return voters(arena, basis->roles);
    if (basis->kind == RULE_KEEP_BALLOTS)
        return arena_format(arena, "The ballots are kept until %s after the outcome is confirmed.",
                            basis->text);
    if (basis->kind == RULE_PERIOD)
        return arena_format(arena, "Voting is open for %s.", basis->text);
    if (fixed == NULL && basis->group != NULL)
        return arena_format(arena, "%s (alternative \"%s\").", text_capital(arena, basis->text),
                            basis->group);
    if (fixed == NULL)
        return phrases_sentence(arena, basis->text);
    /* A sentence has one mark at most, so that what is put in is not looked through for another. */
    if (strstr(fixed, "{size}") != NULL)
        return arena_format(arena, "By %s: each %s is a vote.", terms->column, terms->measure);
    if (strstr(fixed, "{sharers}") != NULL)
        return put_words(arena, fixed, "{sharers}", terms->sharers);
    if (strstr(fixed, "{lead}") != NULL)
        return put_words(arena, fixed, "{lead}", terms->lead);
    if (strstr(fixed, "{value}") != NULL)
        return text_capital(arena, put_words(arena, fixed, "{value}", basis->text));
    return text_capital(arena, put_words(arena, fixed, "{a}", phrases_a(arena, terms->unit)));
}

/* Sentences of rules that a tally does not rest on, whatever their value. {value} stands for it. */
static const char *const whole_rules[RULE_KINDS] = {
    [RULE_REVIEW] = "A decision is reviewed with {value}.",
    [RULE_REVIEW_BY] = "The constitution is to be reviewed by {value}.",
    [RULE_REVIEW_INTERESTS] = "The register of interests is gone through {value}.",
    [RULE_ROLL] = "The members are listed in {value}.",
    [RULE_LOCALITY] = "{value} is the body's own row in the table of localities.",
};

const char *phrases_rulebook_meaning(struct arena *arena, const struct rulebook *rulebook,
                                     const struct basis *basis)
{
    const char *whole = whole_rules[basis->kind];
    if (basis->kind == RULE_UNIT)
        return arena_format(arena, "A member is called %s; several are %s.",
                            phrases_a(arena, rulebook->terms.unit), rulebook->terms.units);
    if (basis->kind == RULE_MEASURE)
        return arena_format(arena, "What is counted of a member is called %s; several are %s.",
                            phrases_a(arena, rulebook->terms.measure), rulebook->terms.measures);
    if (basis->kind == RULE_GOVERNING_BODY_VOTES)
        return arena_format(arena, "The %s have %s votes on the governing body.",
                            rulebook->terms.sharers, basis->text);
    if (basis->kind == RULE_ELECTS && basis->value == ELECTS_MOST_VOTES)
        return "Whoever has most votes is elected.";
    if (whole != NULL)
        return put_words(arena, whole, "{value}", basis->text);
    return phrases_meaning(arena, &rulebook->terms, basis);
}

const char *phrases_basis(const struct subject *subject, const struct basis *basis)
{
    struct arena *arena = subject->arena;
    return phrases_join(arena, phrases_meaning(arena, &subject->outcome->terms, basis),
                        phrases_grounds(arena, basis));
}

/* `"Which practice do you represent?" heads the column practice.`; NULL of what a note says,
 * because it bears on who was there. */
static const char *told_column(struct arena *arena, const char *told)
{
    static const char *const noted[] = {"present", "apologies", "none"};
    size_t length = strcspn(told, "=");
    const char *name = text_fold(arena, arena_copy(arena, told, length));
    for (size_t i = 0; i < sizeof noted / sizeof *noted; i++)
        if (strcmp(name, noted[i]) == 0)
            return NULL;
    return arena_format(arena, "\"%s\" heads the column %s.", told + length + 1, name);
}

/* `"GP" means lead.`; the last = parts the two. */
static const char *told_answer(struct arena *arena, const char *told)
{
    const char *means = strrchr(told, '=') + 1;
    return arena_format(arena, "\"%.*s\" means %s.", (int)(means - 1 - told), told, means);
}

const char *const *phrases_told_by_caller(struct arena *arena, const struct request *request,
                                          size_t *count)
{
    const char **all =
        arena_alloc(arena, request->column_count + request->answer_count + 1, sizeof *all);
    *count = 0;
    for (size_t i = 0; i < request->column_count; i++) {
        const char *text = told_column(arena, request->columns[i]);
        if (text != NULL)
            all[(*count)++] = text;
    }
    for (size_t i = 0; i < request->answer_count; i++)
        all[(*count)++] = told_answer(arena, request->answers[i]);
    if (request->dates != NULL)
        all[(*count)++] = arena_format(arena, "In a date whose order is open the %s stands first.",
                                       strcmp(request->dates, "day-first") == 0 ? "day" : "month");
    return all;
}

const char *phrases_origin(struct arena *arena, const struct origin *origin)
{
    static const char *const compared[] = {
        [LIKENESS_NONE] = "",
        [LIKENESS_SAME] = ", which are those of the bundled constitution ",
        [LIKENESS_DIFFERS] = ", which are not those of the bundled constitution ",
    };
    if (origin->folder == NULL)
        return NULL;
    bool here = strcmp(origin->folder, ".") == 0;
    const char *which = origin->likeness == LIKENESS_NONE ? ""
                        : origin->bundled == NULL         ? "of that name"
                                                          : origin->bundled;
    return arena_format(arena, "By the tables of the %s%s%s%s.",
                        here ? "current folder" : "folder ", here ? "" : origin->folder,
                        compared[origin->likeness], which);
}

const char *phrases_rules(struct arena *arena, const char *constitution, const char *body,
                          const char *edition)
{
    if (edition != NULL)
        return arena_format(arena, "Constitution %s", edition);
    if (body != NULL)
        return arena_format(arena, "The constitution of %s, called \"%s\" here", body,
                            constitution);
    return arena_format(arena, "The constitution called \"%s\"", constitution);
}

const char *phrases_weight(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    if (poll->by_consensus)
        return "Nobody votes.";
    if (poll->weighing.kind == WEIGHT_LIST_SIZE)
        return arena_format(arena, "By %s.", subject->outcome->terms.column);
    bool column = poll->weighing.kind == WEIGHT_VOTES_COLUMN && poll->weighing.limited == NULL;
    if (column && subject->outcome->votes_shared)
        return arena_format(arena,
                            "Each %s's share of the governing body's votes by its %s; the table "
                            "of members publishes none.",
                            subject->outcome->terms.unit, subject->outcome->terms.size);
    if (column)
        return phrases_fixed(RULE_WEIGHT, WEIGHT_VOTES_COLUMN);
    return phrases_sentence(arena, poll->weighing.words);
}

/* "The limit is 18,346 votes, and The Rycote Practice would have more." */
static const char *weight_limit(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct weighing *weighing = &subject->poll->weighing;
    const char *who = "nobody";
    if (weighing->limited == NULL || subject->poll->by_consensus)
        return "";
    if (weighing->limited_count > LIMITED_NAMED_MOST)
        who = phrases_members(subject, (int64_t)weighing->limited_count);
    else if (weighing->limited_count > 0)
        who = text_list(arena, weighing->limited, weighing->limited_count, "and");
    return arena_format(arena, "The limit is %s, and %s would have more.",
                        phrases_votes_number(arena, weighing->most, weighing->places), who);
}

const char *phrases_weighting(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *text = phrases_join(arena, phrases_weight(subject), weight_limit(subject));
    if (subject->outcome->has_list_sizes && date_given(subject->outcome->as_at))
        text = arena_format(arena, "%s %s at %s.", text,
                            text_capital(arena, subject->outcome->terms.sizes),
                            date_long(arena, subject->outcome->as_at));
    for (size_t i = 0; i < poll->basis_count; i++)
        if (poll->basis[i].kind == RULE_WEIGHT)
            return phrases_join(arena, text, phrases_grounds(arena, &poll->basis[i]));
    return text;
}

const char *phrases_share(struct arena *arena, const struct terms *terms, const char *votes,
                          int64_t votes_in_all, int64_t population, int64_t total,
                          const char *percent)
{
    return arena_format(
        arena, "%s of %s: %s of %s %s (%s%%)", votes, phrases_votes_number(arena, votes_in_all, 0),
        number_grouped(arena, population), number_grouped(arena, total), terms->measures, percent);
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "amount.h"
#include "phrase.h"
#include "quorate/roll.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* What a vote weighs, as governing documents say it. */

#define VOTES_MOST 1000000    /* "at least", and of a step */
#define LIMIT_MOST 1000000000 /* "at most" */
#define STEPS_MOST ((size_t)16)

/* Steps over one of these, where one comes next. */
static bool accept_any(struct phrase *phrase, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (phrase_accept_clause(phrase, words[i]))
            return true;
    return false;
}

#define ACCEPT_ANY(phrase, words) accept_any((phrase), (words), sizeof(words) / sizeof *(words))

/* What the column of list sizes counts. */
static bool accept_people(struct phrase *phrase, const struct terms *terms)
{
    static const char *const people[] = {
        "patients", "patient", "registered patients", "members",    "member", "people",
        "persons",  "person",  "inhabitants",         "inhabitant", "shares", "share",
    };
    return ACCEPT_ANY(phrase, people) || phrase_accept(phrase, terms->measures) ||
           phrase_accept(phrase, terms->measure);
}

static bool accept_votes(struct phrase *phrase)
{
    return phrase_accept(phrase, "votes") || phrase_accept(phrase, "vote");
}

/* 5, or five */
static bool accept_whole(struct phrase *phrase, long long most, long long *number)
{
    return phrase_accept_number(phrase, most, number) ||
           phrase_accept_number_in_words(phrase, number);
}

/* --- At most so much --- */

/* "20% of all votes before the limit": a limit takes votes away, so all votes may be those before
 * it or those that it leaves, and both are found in governing documents. */
static const char *read_share(struct value *value, struct phrase *phrase, struct weight *weight)
{
    const char *fault = amount_read(phrase, value->terms->units, &weight->share);
    if (fault != NULL)
        return fault;
    if (weight->share.p >= weight->share.q)
        return arena_format(value->arena, "\"%s\" is no limit: nobody has more than all votes",
                            value->text);
    if (phrase_accept(phrase, "of all votes before the limit"))
        return NULL;
    weight->share_after = phrase_accept(phrase, "of all votes after the limit");
    return weight->share_after
               ? NULL
               : arena_format(value->arena,
                              "\"%s\" can be taken for a share of the votes before the limit takes "
                              "some away, or of those that it leaves; end it with of all votes "
                              "before the limit, or of all votes after the limit",
                              value->text);
}

static const char *read_limit(struct value *value, struct phrase *phrase, struct weight *weight)
{
    struct phrase ahead = *phrase;
    struct ratio share;
    long long most;
    const char *word = phrase_word(phrase);
    if (amount_is_percent(phrase) || strchr(word, '/') != NULL ||
        amount_accept_words(&ahead, &share))
        return read_share(value, phrase, weight);
    if (!accept_whole(phrase, LIMIT_MOST, &most) || most == 0)
        return arena_format(value->arena,
                            "\"at most %s\" is not a whole number of votes from 1 to "
                            "1,000,000,000, or a share of all votes",
                            word);
    accept_votes(phrase);
    weight->most = most;
    return NULL;
}

/* "at most 10 votes", behind what it limits; nothing where nothing stands there. */
static const char *read_most(struct value *value, struct phrase *phrase, struct weight *weight)
{
    static const char *const most[] = {
        "at most", "no more than",      "not more than",           "a maximum of",
        "maximum", "with a maximum of", "subject to a maximum of",
    };
    if (ACCEPT_ANY(phrase, most)) {
        const char *fault = read_limit(value, phrase, weight);
        if (fault != NULL)
            return fault;
        if (phrase_accept(phrase, "a") || phrase_accept(phrase, "per"))
            phrase_accept_unit(phrase, value->terms->unit, value->terms->units);
        else
            phrase_accept(phrase, "each");
    }
    return phrase_ended(phrase) ? NULL : rule_not_allowed(value);
}

/* --- One vote for so many --- */

/* "or part of": whoever has a part of so many has a vote for it. */
static bool accept_part(struct phrase *phrase, const struct terms *terms, long long patients)
{
    static const char *const parts[] = {"or part thereof", "or part of that number",
                                        "or part of that", "or part of it"};
    long long again;
    if (ACCEPT_ANY(phrase, parts))
        return true;
    if (!phrase_accept_clause(phrase, "or part of") && !phrase_accept_clause(phrase, "or part"))
        return false;
    struct phrase ahead = *phrase;
    if (phrase_accept_number(&ahead, ROLL_LIST_SIZE_MOST, &again) && again == patients) {
        *phrase = ahead;
        accept_people(phrase, terms);
    }
    return true;
}

static bool accept_rounding(struct phrase *phrase, const struct terms *terms, bool whole,
                            struct weight *weight)
{
    if (phrase_accept_clause(phrase, "rounded down"))
        weight->rounding = ROUNDING_DOWN;
    else if (!whole && phrase_accept_clause(phrase, "rounded up"))
        weight->rounding = ROUNDING_UP;
    else if (!whole && phrase_accept_clause(phrase, "rounded to nearest"))
        weight->rounding = ROUNDING_TO_NEAREST;
    else if (!whole && accept_part(phrase, terms, weight->patients))
        weight->rounding = ROUNDING_UP;
    else if (whole)
        weight->rounding = ROUNDING_DOWN;
    return weight->rounding != ROUNDING_NONE;
}

static const char *read_least(struct value *value, struct phrase *phrase, struct weight *weight)
{
    static const char *const words[] = {"at least",     "not less than",     "no less than",
                                        "a minimum of", "with a minimum of", "minimum"};
    long long least;
    if (!ACCEPT_ANY(phrase, words))
        return NULL;
    const char *word = phrase_word(phrase);
    if (!accept_whole(phrase, VOTES_MOST, &least) || least == 0)
        return arena_format(value->arena,
                            "\"at least %s\" is not a whole number of votes from 1 to 1,000,000",
                            word);
    accept_votes(phrase);
    weight->least = least;
    return NULL;
}

/* "2,000 patients, rounded down, at least 1, at most 10", behind "one vote per" */
static const char *read_patients(struct value *value, struct phrase *phrase, struct weight *weight)
{
    static const char *const complete[] = {"complete", "full", "whole"};
    bool whole = ACCEPT_ANY(phrase, complete);
    long long patients;
    const char *word = phrase_word(phrase);
    if (!phrase_accept_number(phrase, ROLL_LIST_SIZE_MOST, &patients) || patients == 0)
        return arena_format(value->arena, "\"%s\" is not a number of %s from 1 to 100,000,000",
                            word, value->terms->measures);
    weight->kind = WEIGHT_PER_PATIENTS;
    weight->patients = patients;
    if (!accept_people(phrase, value->terms))
        return rule_not_allowed(value);
    if (!accept_rounding(phrase, value->terms, whole, weight))
        return arena_format(value->arena,
                            "\"%s\" does not say how a part of a vote is rounded; add rounded "
                            "down, rounded up or rounded to nearest behind %s",
                            value->text, value->terms->measures);
    const char *fault = read_least(value, phrase, weight);
    if (fault == NULL)
        fault = read_most(value, phrase, weight);
    if (fault == NULL && weight->most > 0 && weight->most < weight->least)
        return arena_format(value->arena, "\"%s\" has a least number above the most", value->text);
    return fault;
}

/* --- Steps --- */

/* "from 5,001", "above 5,000", "above that": where the step before ends. False where it is another
 * place; *begun tells whether anything is said. */
static bool read_start(struct phrase *phrase, const struct terms *terms, int64_t below, bool *begun)
{
    static const char *const above[] = {"above", "over", "more than"};
    long long size;
    bool from = phrase_accept(phrase, "from");
    *begun = from || ACCEPT_ANY(phrase, above);
    if (!*begun || (!from && phrase_accept(phrase, "that")))
        return true;
    if (!phrase_accept_number(phrase, ROLL_LIST_SIZE_MOST, &size))
        return !from;
    accept_people(phrase, terms);
    return size == below + from;
}

/* How large whoever has so many votes may be; false where that is not said. The last step has no
 * bound. */
static bool read_bound(struct phrase *phrase, const struct terms *terms, int64_t below,
                       struct weight_step *step)
{
    static const char *const up_to[] = {"up to and including", "up to", "and up to", "to"};
    static const char *const under[] = {"below", "under", "fewer than", "less than"};
    long long size;
    bool begun = false;
    step->up_to = INT64_MAX;
    if (!read_start(phrase, terms, below, &begun))
        return false;
    bool included = ACCEPT_ANY(phrase, up_to);
    if (!included && !ACCEPT_ANY(phrase, under))
        return begun;
    if (!phrase_accept_number(phrase, ROLL_LIST_SIZE_MOST, &size))
        return false;
    step->up_to = included ? size : size - 1;
    accept_people(phrase, terms);
    return step->up_to > below;
}

/* "2 votes up to 10,000": more votes than the step before, for who is larger. */
static bool read_step(struct phrase *phrase, const struct terms *terms,
                      const struct weight_step *before, struct weight_step *step)
{
    long long votes;
    phrase_begin_clause(phrase);
    phrase_accept(phrase, "and");
    if (!accept_whole(phrase, VOTES_MOST, &votes))
        return false;
    step->votes = votes;
    accept_votes(phrase);
    return (before == NULL || votes > before->votes) &&
           read_bound(phrase, terms, before == NULL ? 0 : before->up_to, step);
}

/* "1 vote up to 5,000, 2 up to 10,000, 3 above" */
static const char *read_steps(struct value *value, struct phrase *phrase, struct weight *weight)
{
    struct weight_step *steps = arena_alloc(value->arena, STEPS_MOST, sizeof *steps);
    const struct weight_step *before = NULL;
    weight->kind = WEIGHT_STEPS;
    weight->steps = steps;
    do {
        const char *rest = phrase_rest(phrase);
        if (weight->step_count == STEPS_MOST)
            return arena_format(value->arena, "\"%s\" has more than 16 steps", value->text);
        if (!read_step(phrase, value->terms, before, &steps[weight->step_count]))
            return arena_format(value->arena,
                                "\"%s\" is not a next step: more votes, for a larger %s", rest,
                                value->terms->size);
        before = &steps[weight->step_count++];
        if (before->up_to != INT64_MAX && phrase_ended(phrase))
            return arena_format(value->arena,
                                "\"%s\" does not say what the largest have; end it with, for "
                                "example, %lld votes above",
                                value->text, (long long)before->votes + 1);
    } while (before->up_to != INT64_MAX);
    return phrase_ended(phrase) ? NULL : rule_not_allowed(value);
}

/* Whether it is a number of votes for who is no larger than that. */
static bool begins_steps(const struct phrase *phrase, const struct terms *terms)
{
    struct phrase ahead = *phrase;
    struct weight_step step;
    return !phrase->too_long && read_step(&ahead, terms, NULL, &step) && step.up_to != INT64_MAX;
}

static bool accept_one_vote_per(struct phrase *phrase)
{
    static const char *const per[] = {
        "one vote per", "one vote for each", "one vote for every",
        "1 vote per",   "1 vote for each",   "1 vote for every",
    };
    return ACCEPT_ANY(phrase, per);
}

/* A limit on what stands in the table. That on list sizes is one vote for each patient, so that
 * votes are not patients any more. */
static const char *read_limited(struct value *value, struct phrase *phrase, struct weight *weight)
{
    bool sizes = phrase_accept(phrase, rule_words(RULE_WEIGHT, WEIGHT_LIST_SIZE));
    weight->kind = sizes ? WEIGHT_PER_PATIENTS : WEIGHT_VOTES_COLUMN;
    weight->patients = sizes ? 1 : 0;
    weight->rounding = sizes ? ROUNDING_DOWN : ROUNDING_NONE;
    if (!sizes)
        phrase_accept(phrase, rule_words(RULE_WEIGHT, WEIGHT_VOTES_COLUMN));
    return read_most(value, phrase, weight);
}

/* Whether what stands in the table is to be counted, and more words follow. */
static bool begins_limited(const struct phrase *phrase)
{
    struct phrase ahead = *phrase;
    return !phrase->too_long &&
           (phrase_accept(&ahead, rule_words(RULE_WEIGHT, WEIGHT_LIST_SIZE)) ||
            phrase_accept(&ahead, rule_words(RULE_WEIGHT, WEIGHT_VOTES_COLUMN))) &&
           !phrase_ended(&ahead);
}

/* Steps may have semicolons between them, since their numbers have commas. */
static void read_phrase(const struct value *value, struct phrase *phrase)
{
    char *text = arena_copy(value->arena, value->text, strlen(value->text));
    for (char *at = strchr(text, ';'); at != NULL; at = strchr(at, ';'))
        *at = ',';
    phrase_read(value->arena, text, phrase);
}

const char *rule_read_weight(struct value *value, struct rule *rule)
{
    struct phrase phrase;
    read_phrase(value, &phrase);
    if (begins_steps(&phrase, value->terms))
        return read_steps(value, &phrase, &rule->as.weight);
    if (begins_limited(&phrase))
        return read_limited(value, &phrase, &rule->as.weight);
    if (!phrase.too_long && accept_one_vote_per(&phrase)) {
        if ((phrase_accept(&phrase, "practice") ||
             phrase_accept_unit(&phrase, value->terms->unit, value->terms->units)) &&
            phrase_ended(&phrase)) {
            rule->as.weight.kind = WEIGHT_ONE_EACH;
            return NULL;
        }
        if (strpbrk(phrase_rest(&phrase), "0123456789") != NULL)
            return read_patients(value, &phrase, &rule->as.weight);
    }
    if (text_same(value->arena, value->text, value->terms->column)) {
        rule->as.weight.kind = WEIGHT_LIST_SIZE;
        return NULL;
    }
    const char *fault = rule_read_choice(value, rule);
    if (value->meant == rule_words(RULE_WEIGHT, WEIGHT_ONE_EACH)) /* in the roll's own word */
        value->meant = arena_format(value->arena, "one vote per %s", value->terms->unit);
    return fault;
}

/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <string.h>

#include "amount.h"
#include "charter.h"
#include "phrase.h"
#include "quorate/tables.h"

#define NUMBER_MOST 1000000

struct reader {
    struct arena *arena;
    struct phrase phrase;
    const char *unit, *units;
    struct condition *condition;
    bool compared;      /* it said "at least" or "more than", in these or other words */
    const char *amount; /* as it was typed */
};

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

static const char *read_rounding(struct reader *reader)
{
    static const struct {
        const char *words;
        enum rounding rounding;
    } roundings[] = {
        {"up", ROUNDING_UP},
        {"down", ROUNDING_DOWN},
        {"to nearest", ROUNDING_TO_NEAREST},
    };
    if (!phrase_accept_clause(&reader->phrase, "rounded"))
        return NULL;
    for (size_t i = 0; i < sizeof roundings / sizeof *roundings; i++)
        if (phrase_accept(&reader->phrase, roundings[i].words)) {
            reader->condition->rounding = roundings[i].rounding;
            return NULL;
        }
    return arena_format(reader->arena,
                        "\"rounded %s\" does not say which way; write rounded up, rounded down or "
                        "rounded to nearest",
                        phrase_word(&reader->phrase));
}

static const char *read_plus(struct reader *reader)
{
    long long plus = 0;
    const char *advice = charter_advice(&reader->phrase, reader->condition->amount, reader->units);
    if (advice != NULL || !phrase_accept_clause(&reader->phrase, "plus"))
        return advice;
    if (!phrase_accept_number(&reader->phrase, NUMBER_MOST, &plus))
        return arena_format(reader->arena,
                            "\"plus %s\" is not a whole number up to 1,000,000; write, for "
                            "example, plus 1",
                            phrase_word(&reader->phrase));
    reader->condition->plus = plus;
    return NULL;
}

static bool accept_scope(struct reader *reader)
{
    static const struct {
        const char *words;
        enum scope scope;
        bool replying;
    } scopes[] = {
        {"present in person or by proxy", SCOPE_PRESENT, false},
        {"in attendance", SCOPE_PRESENT, false},
        {"attending", SCOPE_PRESENT, false},
        {"present", SCOPE_PRESENT, false},
        {"replying", SCOPE_PRESENT, true},
        {"voting", SCOPE_VOTING, false},
        {"cast", SCOPE_CAST, false},
        {"against", SCOPE_AGAINST, false},
    };
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (phrase_accept(&reader->phrase, scopes[i].words)) {
            reader->condition->scope = scopes[i].scope;
            reader->condition->replying = scopes[i].replying;
            return true;
        }
    return false;
}

static const char *read_scope(struct reader *reader)
{
    const char *advice = charter_advice(&reader->phrase, reader->condition->amount, reader->units);
    if (advice != NULL || accept_scope(reader))
        return advice;
    if (phrase_ended(&reader->phrase))
        return "the condition does not say whose; end it with present, replying, voting, cast or "
               "against";
    return arena_format(reader->arena,
                        "\"%s\" does not say whose; write present, replying, voting, cast or "
                        "against",
                        phrase_rest(&reader->phrase));
}

/* The words that can be counted, as a sentence lists them, each once. */
static const char *countable_words(struct reader *reader, const char *before)
{
    bool own = strcmp(reader->units, "members") != 0;
    return own ? arena_format(reader->arena, "%smembers, %s%s", before, before, reader->units)
               : arena_format(reader->arena, "%smembers", before);
}

/* The words for what is counted; `all` has no population, which is "the whole population". */
static const char *read_measure(struct reader *reader, bool all)
{
    const char *advice = charter_advice(&reader->phrase, reader->condition->amount, reader->units);
    if (advice != NULL)
        return advice;
    if (phrase_accept(&reader->phrase, "votes"))
        reader->condition->measure = MEASURE_VOTES;
    else if (!all && phrase_accept(&reader->phrase, "population"))
        reader->condition->measure = MEASURE_POPULATION;
    else if (phrase_accept_unit(&reader->phrase, reader->unit, reader->units))
        reader->condition->measure = MEASURE_MEMBERS;
    else if (all)
        return arena_format(reader->arena,
                            "\"all %s\" cannot be counted; write all votes, %s or the whole "
                            "population",
                            phrase_rest(&reader->phrase), countable_words(reader, "all "));
    else
        return arena_format(reader->arena,
                            "\"%s\" cannot be counted; the words are votes, population, %s, all "
                            "votes, all %s and the whole population (for example: at least 50%% of "
                            "population present)",
                            phrase_rest(&reader->phrase), countable_words(reader, ""),
                            reader->units);
    return NULL;
}

/* Behind "all practices" nothing says whose: all are the whole roll, whoever was there. */
static const char *read_all(struct reader *reader)
{
    struct phrase ahead = reader->phrase;
    const char *fault = read_measure(reader, true);
    reader->condition->scope = SCOPE_ALL;
    const char *rest = phrase_rest(&reader->phrase);
    if (fault != NULL || !accept_scope(reader))
        return fault;
    const char *measured = phrase_word(&ahead);
    return arena_format(reader->arena,
                        "\"%s\" is too much behind \"all %s\", which are those of the whole roll; "
                        "write all %s, or %s %s",
                        rest, measured, measured, measured, rest);
}

static const char *read_set(struct reader *reader)
{
    if (phrase_accept(&reader->phrase, "the whole population")) {
        reader->condition->measure = MEASURE_POPULATION;
        reader->condition->scope = SCOPE_ALL;
        return NULL;
    }
    (void)phrase_accept(&reader->phrase, "the");
    if (phrase_accept(&reader->phrase, "all")) {
        (void)(phrase_accept(&reader->phrase, "of the") || phrase_accept(&reader->phrase, "the"));
        return read_all(reader);
    }
    const char *fault = read_measure(reader, false);
    return fault != NULL ? fault : read_scope(reader);
}

/* "at least 2 localities against" */
static const char *read_number(struct reader *reader)
{
    const char *word = phrase_word(&reader->phrase);
    long long number = 0;
    if (!phrase_accept_number(&reader->phrase, NUMBER_MOST, &number) &&
        !phrase_accept_number_in_words(&reader->phrase, &number))
        return arena_format(
            reader->arena,
            "\"%s\" is not a whole number up to 1,000,000, nor a share such as 50%% "
            "or 2/3",
            word);
    if (number == 0 && !reader->condition->strictly)
        return "\"at least 0\" is always met; write 1 or more";
    if (!reader->compared)
        reader->compared = phrase_accept(&reader->phrase, "or more");
    struct phrase ahead = reader->phrase; /* "6 of the practices" */
    if ((phrase_accept(&ahead, "of the") || phrase_accept(&ahead, "of")) &&
        phrase_accept_unit(&ahead, reader->unit, reader->units))
        reader->phrase = ahead;
    else if (!phrase_accept_unit(&reader->phrase, reader->unit, reader->units))
        return arena_format(reader->arena,
                            "after the number \"%s\" comes what is counted, %s, and "
                            "whose (for example: at least 2 %s against), not \"%s\"",
                            word,
                            strcmp(reader->units, "members") == 0
                                ? "members"
                                : arena_format(reader->arena, "members or %s", reader->units),
                            reader->units, phrase_rest(&reader->phrase));
    reader->condition->is_number = true;
    reader->condition->plus = number;
    reader->condition->measure = MEASURE_MEMBERS;
    return read_scope(reader);
}

/* A share can reach the whole of what it is a share of, never more; only the votes against are not
 * a whole that the votes in favour belong to. */
static const char *check_reachable(const struct reader *reader)
{
    const struct condition *condition = reader->condition;
    const struct ratio *amount = &condition->amount;
    if (amount->p < amount->q || condition->scope == SCOPE_AGAINST)
        return NULL;
    if (amount->p > amount->q)
        return arena_format(reader->arena,
                            "\"%s\" is more than 100%%; nothing can reach it but votes in favour "
                            "beside votes against",
                            reader->amount);
    if (condition->strictly)
        return "more than 100% can never be met; write at least 100%";
    return condition->plus == 0 ? NULL : "100% and more on top can never be met; leave out plus";
}

/* "of votes cast", behind the amount */
static const char *read_whole(struct reader *reader)
{
    if (!phrase_accept_clause(&reader->phrase, "of"))
        return phrase_ended(&reader->phrase)
                   ? "the condition does not say of what; write, for example, more than half of "
                     "votes cast"
                   : arena_format(reader->arena,
                                  "after the amount comes \"of\" and what it is a share of (for "
                                  "example: at least half of votes cast), not \"%s\"",
                                  phrase_rest(&reader->phrase));
    const char *fault = read_set(reader);
    return fault != NULL ? fault : check_reachable(reader);
}

/* "a two thirds majority of" is at least two thirds of. */
static const char *read_share(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase, ahead = *phrase;
    if (!amount_accept_words(&ahead, &reader->condition->amount))
        (void)phrase_accept(phrase, "a"); /* that of "a third" belongs to the amount */
    reader->amount = phrase_word(phrase);
    const char *fault = amount_read(phrase, reader->units, &reader->condition->amount);
    if (fault == NULL && (phrase_accept(phrase, "majority") || phrase_accept(phrase, "or more")))
        reader->compared = true;
    if (fault == NULL)
        fault = read_rounding(reader);
    if (fault == NULL)
        fault = read_plus(reader);
    return fault != NULL ? fault : read_whole(reader);
}

static bool accept_comparison(struct reader *reader)
{
    static const struct {
        const char *words;
        bool strictly;
    } comparisons[] = {
        {"at least", false},       {"not less than", false}, {"no less than", false},
        {"not fewer than", false}, {"no fewer than", false}, {"a minimum of", false},
        {"more than", true},       {"in excess of", true},
    };
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
        if (phrase_accept(&reader->phrase, comparisons[i].words)) {
            reader->condition->strictly = comparisons[i].strictly;
            return true;
        }
    return false;
}

/* A majority is more than half, and so is "at least a majority". */
static bool accept_majority(struct reader *reader)
{
    static const char *const majorities[] = {"a majority", "majority", "a simple majority",
                                             "simple majority"};
    for (size_t i = 0; i < sizeof majorities / sizeof *majorities; i++)
        if (!reader->condition->strictly && phrase_accept(&reader->phrase, majorities[i])) {
            reader->condition->strictly = reader->compared = true;
            reader->condition->amount = ratio_of(1, 2);
            return true;
        }
    return false;
}

/* Whether a whole number of members comes next, and not a share. */
static bool is_number_next(const struct reader *reader)
{
    struct phrase ahead = reader->phrase;
    struct ratio ratio;
    long long number;
    const char *word = phrase_word(&ahead);
    if (is_digit(*word))
        return strpbrk(word, "%/-+") == NULL && !amount_is_percent(&ahead);
    return !amount_accept_words(&ahead, &ratio) && phrase_accept_number_in_words(&ahead, &number);
}

static const char *read_condition(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase;
    (void)phrase_accept(phrase, "by");
    reader->compared = accept_comparison(reader);
    if (accept_majority(reader))
        return read_whole(reader);
    const char *advice = charter_advice(phrase, reader->condition->amount, reader->units);
    if (advice != NULL)
        return advice;
    return is_number_next(reader) ? read_number(reader) : read_share(reader);
}

/* What to say of a text that does not say how the amount is compared. */
static const char *comparison_fault(const struct reader *reader, const char *text, bool readable)
{
    return readable ? arena_format(reader->arena,
                                   "\"%s\" does not begin with \"at least\" or \"more than\"; "
                                   "write at least %s, or more than %s",
                                   text, text, text)
                    : arena_format(reader->arena,
                                   "\"%s\" does not begin with \"at least\" or \"more than\"; "
                                   "write, for example, at least 50%% of population present",
                                   text);
}

const char *load_condition(struct arena *arena, const char *text, const char *unit,
                           const char *units, struct condition *condition)
{
    struct reader reader = {.arena = arena, .unit = unit, .units = units, .condition = condition};
    *condition = (struct condition){.amount = {0, 1}};
    phrase_read(arena, text, &reader.phrase);
    if (reader.phrase.too_long)
        return "the text is too long for a condition; write, for example, at least 50% of votes "
               "cast";
    if (amount_is_date(text))
        return amount_date_fault(arena, text);
    const char *fault = read_condition(&reader);
    bool ended = phrase_ended(&reader.phrase);
    bool advised =
        fault != NULL && charter_advice(&reader.phrase, condition->amount, units) != NULL;
    if (!reader.compared && !advised)
        return comparison_fault(&reader, text, fault == NULL && ended);
    if (fault == NULL && !ended)
        return arena_format(arena, "\"%s\" at the end is too much; leave it out",
                            phrase_rest(&reader.phrase));
    return fault;
}

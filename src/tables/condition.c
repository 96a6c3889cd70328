/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <string.h>

#include "amount.h"
#include "phrase.h"
#include "quorate/tables.h"

#define NUMBER_MOST 1000000

struct reader {
    struct arena *arena;
    struct phrase phrase;
    const char *unit, *units;
    struct condition *condition;
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
    if (!phrase_accept_clause(&reader->phrase, "plus"))
        return NULL;
    if (!phrase_accept_number(&reader->phrase, NUMBER_MOST, &plus))
        return arena_format(reader->arena,
                            "\"plus %s\" is not a whole number up to 1,000,000; write, for "
                            "example, plus 1",
                            phrase_word(&reader->phrase));
    reader->condition->plus = plus;
    return NULL;
}

static const char *read_scope(struct reader *reader)
{
    static const struct {
        const char *word;
        enum scope scope;
        bool replying;
    } scopes[] = {
        {"present", SCOPE_PRESENT, false}, {"replying", SCOPE_PRESENT, true},
        {"voting", SCOPE_VOTING, false},   {"cast", SCOPE_CAST, false},
        {"against", SCOPE_AGAINST, false},
    };
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (phrase_accept(&reader->phrase, scopes[i].word)) {
            reader->condition->scope = scopes[i].scope;
            reader->condition->replying = scopes[i].replying;
            return NULL;
        }
    if (phrase_ended(&reader->phrase))
        return "the condition does not say whose; end it with present, replying, voting, cast or "
               "against";
    return arena_format(reader->arena,
                        "\"%s\" does not say whose; write present, replying, voting, cast or "
                        "against",
                        phrase_rest(&reader->phrase));
}

/* The words for what is counted; `all` has no population, which is "the whole population". */
static const char *read_measure(struct reader *reader, bool all)
{
    if (phrase_accept(&reader->phrase, "votes"))
        reader->condition->measure = MEASURE_VOTES;
    else if (!all && phrase_accept(&reader->phrase, "population"))
        reader->condition->measure = MEASURE_POPULATION;
    else if (phrase_accept_unit(&reader->phrase, reader->unit, reader->units))
        reader->condition->measure = MEASURE_MEMBERS;
    else if (all)
        return arena_format(reader->arena,
                            "\"all %s\" cannot be counted; write all votes, all members, all %s "
                            "or the whole population",
                            phrase_rest(&reader->phrase), reader->units);
    else
        return arena_format(reader->arena,
                            "\"%s\" cannot be counted; the words are votes, population, members, "
                            "%s, all votes, all %s and the whole population (for example: at "
                            "least 50%% of population present)",
                            phrase_rest(&reader->phrase), reader->units, reader->units);
    return NULL;
}

static const char *read_set(struct reader *reader)
{
    if (phrase_accept(&reader->phrase, "the whole population")) {
        reader->condition->measure = MEASURE_POPULATION;
        reader->condition->scope = SCOPE_ALL;
        return NULL;
    }
    bool all = phrase_accept(&reader->phrase, "all");
    const char *fault = read_measure(reader, all);
    if (fault == NULL && all)
        reader->condition->scope = SCOPE_ALL;
    else if (fault == NULL)
        fault = read_scope(reader);
    return fault;
}

/* "at least 2 localities against" */
static const char *read_number(struct reader *reader)
{
    const char *word = phrase_word(&reader->phrase);
    long long number = 0;
    if (!phrase_accept_number(&reader->phrase, NUMBER_MOST, &number))
        return arena_format(
            reader->arena,
            "\"%s\" is not a whole number up to 1,000,000, nor a share such as 50%% "
            "or 2/3",
            word);
    if (number == 0 && !reader->condition->strictly)
        return "\"at least 0\" is always met; write 1 or more";
    if (!phrase_accept_unit(&reader->phrase, reader->unit, reader->units))
        return arena_format(reader->arena,
                            "after the number \"%s\" comes what is counted, members or %s, and "
                            "whose (for example: at least 2 %s against), not \"%s\"",
                            word, reader->units, reader->units, phrase_rest(&reader->phrase));
    reader->condition->is_number = true;
    reader->condition->plus = number;
    reader->condition->measure = MEASURE_MEMBERS;
    return read_scope(reader);
}

/* A share can reach the whole of what it is a share of, never more; only the votes against are not
 * a whole that the votes in favour belong to. */
static const char *check_reachable(const struct condition *condition)
{
    if (condition->is_number || condition->amount.p != condition->amount.q)
        return NULL;
    if (condition->strictly)
        return "more than 100% can never be met; write at least 100%";
    if (condition->plus > 0 && condition->scope != SCOPE_AGAINST)
        return "100% and more on top can never be met; leave out plus";
    return NULL;
}

static const char *read_share(struct reader *reader)
{
    const char *fault = amount_read(&reader->phrase, reader->units, &reader->condition->amount);
    if (fault == NULL)
        fault = read_rounding(reader);
    if (fault == NULL)
        fault = read_plus(reader);
    if (fault != NULL)
        return fault;
    if (!phrase_accept_clause(&reader->phrase, "of"))
        return arena_format(reader->arena,
                            "after the amount comes \"of\" and what it is a share of (for example: "
                            "at least half of votes cast), not \"%s\"",
                            phrase_rest(&reader->phrase));
    fault = read_set(reader);
    return fault != NULL ? fault : check_reachable(reader->condition);
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
    if (phrase_accept(&reader.phrase, "more than"))
        condition->strictly = true;
    else if (!phrase_accept(&reader.phrase, "at least"))
        return arena_format(arena,
                            "\"%s\" does not begin with \"at least\" or \"more than\"; write, for "
                            "example, at least 50%% of population present",
                            text);
    const char *word = phrase_word(&reader.phrase);
    bool share = !is_digit(*word) || strpbrk(word, "%/-") != NULL;
    const char *fault = share ? read_share(&reader) : read_number(&reader);
    if (fault == NULL && !phrase_ended(&reader.phrase))
        return arena_format(arena, "\"%s\" at the end is too much; leave it out",
                            phrase_rest(&reader.phrase));
    return fault;
}

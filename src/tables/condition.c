/* SPDX-License-Identifier: MIT */
#include "quorate/condition.h"

#include <string.h>

#include <strings.h>

#include "amount.h"
#include "charter.h"
#include "condition_set.h"
#include "quorate/tables.h"

/* How much a condition asks for, and how that is compared. */

#define NUMBER_MOST 1000000
#define VOTES_MOST  1000000000000 /* of a number of votes or patients */

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
    long long plus;
    const char *advice =
        charter_advice(&reader->phrase, reader->condition->amount, reader->terms->units);
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

/* "2 localities against", "5 votes for" */
static const char *read_number(struct reader *reader)
{
    const char *word = phrase_word(&reader->phrase);
    struct condition *condition = reader->condition;
    long long number;
    if (!phrase_accept_number(&reader->phrase, VOTES_MOST, &number) &&
        !phrase_accept_number_in_words(&reader->phrase, &number))
        return arena_format(
            reader->arena,
            "\"%s\" is not a whole number up to 1,000,000, nor a share such as 50%% "
            "or 2/3",
            word);
    if (number == 0 && !condition->strictly && !condition->at_most)
        return "\"at least 0\" is always met; write 1 or more";
    if (number == 0 && condition->strictly && condition->at_most)
        return "\"fewer than 0\" can never be met; write no, or at most 0";
    if (!reader->compared)
        reader->compared = phrase_accept(&reader->phrase, "or more");
    condition->is_number = true;
    condition->plus = number;
    const char *fault = condition_read_counted(reader, word);
    if (fault == NULL && condition->measure == MEASURE_MEMBERS && number > NUMBER_MOST)
        return arena_format(reader->arena,
                            "\"%s\" is not a whole number of members up to 1,000,000", word);
    return fault;
}

/* "no member against of permanent" */
static const char *read_none(struct reader *reader)
{
    reader->compared = reader->condition->at_most = reader->condition->is_number = true;
    return condition_read_counted(reader, "no");
}

/* A share can reach the whole of what it is a share of, never more; only the votes against are not
 * a whole that the votes in favour belong to. */
static const char *check_reachable(const struct reader *reader)
{
    const struct condition *condition = reader->condition;
    const struct ratio *amount = &condition->amount;
    if (amount->p < amount->q || (condition->scope == SCOPE_AGAINST && !condition->at_most))
        return NULL;
    if (condition->at_most && (!condition->strictly || amount->p > amount->q))
        return arena_format(reader->arena, "\"%s\" can never be too much; write a smaller share",
                            reader->amount);
    if (condition->at_most)
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
static const char *read_of_what(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase, ahead = *phrase;
    bool half_the = phrase_accept(&ahead, "the") || phrase_accept(&ahead, "all");
    if (!phrase_accept_clause(phrase, "of") && !half_the) {
        const char *advice =
            charter_advice(phrase, reader->condition->amount, reader->terms->units);
        if (advice != NULL)
            return advice;
        return phrase_ended(phrase)
                   ? arena_format(reader->arena,
                                  "the condition does not say of what; write, for example, %s of "
                                  "votes cast",
                                  phrase_whole(phrase))
                   : arena_format(reader->arena,
                                  "after the amount comes \"of\" and what it is a share of (for "
                                  "example: at least half of votes cast), not \"%s\"",
                                  phrase_rest(phrase));
    }
    const char *fault = condition_read_set(reader);
    return fault != NULL ? fault : check_reachable(reader);
}

/* "A 50% majority" may be meant as more than half, and does not say so. */
static const char *check_majority(const struct reader *reader)
{
    struct ratio amount = reader->condition->amount;
    return 2 * amount.p > amount.q
               ? NULL
               : arena_format(reader->arena,
                              "\"%s\" is a majority of no more than half; write at least, or more "
                              "than, without the word majority",
                              phrase_whole(&reader->phrase));
}

/* "a two thirds majority of", and "a majority of two thirds of", is at least two thirds of. */
static const char *read_share(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase, ahead = *phrase;
    if (!amount_accept_words(&ahead, &reader->condition->amount))
        (void)phrase_accept(phrase, "a"); /* that of "a third" belongs to the amount */
    reader->amount = phrase_word(phrase);
    const char *fault = amount_read(phrase, reader->terms->units, &reader->condition->amount);
    if (fault == NULL && phrase_accept(phrase, "or more"))
        reader->compared = true;
    if (fault == NULL && (phrase_accept(phrase, "majority") || reader->majority_of) &&
        !reader->compared) {
        reader->compared = true;
        fault = check_majority(reader);
    }
    if (fault == NULL)
        fault = read_rounding(reader);
    if (fault == NULL)
        fault = read_plus(reader);
    return fault != NULL ? fault : read_of_what(reader);
}

static bool accept_comparison(struct reader *reader)
{
    static const struct {
        const char *words;
        bool strictly, at_most;
    } comparisons[] = {
        {"at least", false, false},      {"not less than", false, false},
        {"no less than", false, false},  {"not fewer than", false, false},
        {"no fewer than", false, false}, {"a minimum of", false, false},
        {"more than", true, false},      {"in excess of", true, false},
        {"over", true, false},           {"greater than", true, false},
        {"exceeding", true, false},      {"up to", false, true},
        {"at most", false, true},        {"no more than", false, true},
        {"not more than", false, true},  {"a maximum of", false, true},
        {"fewer than", true, true},      {"less than", true, true},
    };
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
        if (phrase_accept(&reader->phrase, comparisons[i].words)) {
            reader->condition->strictly = comparisons[i].strictly;
            reader->condition->at_most = comparisons[i].at_most;
            return true;
        }
    return false;
}

/* Of "a majority of three quarters of", or "of at least 75% of", what stands before the amount. */
static bool accept_majority_of(struct reader *reader)
{
    struct reader ahead = *reader;
    struct condition unused;
    struct ratio amount;
    ahead.condition = &unused;
    (void)phrase_accept(&ahead.phrase, "a");
    if (!phrase_accept(&ahead.phrase, "majority of"))
        return false;
    reader->majority_of =
        strchr(phrase_word(&ahead.phrase), '/') != NULL || amount_is_percent(&ahead.phrase);
    struct phrase behind = ahead.phrase;
    if (accept_comparison(&ahead) ? !unused.at_most : amount_accept_words(&ahead.phrase, &amount))
        reader->majority_of = true;
    if (reader->majority_of)
        reader->phrase = behind;
    return reader->majority_of;
}

/* A majority is more than half, and so is "at least a majority". */
static bool accept_majority(struct reader *reader)
{
    static const char *const majorities[] = {
        "a majority vote", "majority vote",     "a majority",
        "majority",        "a simple majority", "simple majority",
    };
    for (size_t i = 0; i < sizeof majorities / sizeof *majorities; i++)
        if (!reader->condition->strictly && !reader->condition->at_most &&
            phrase_accept(&reader->phrase, majorities[i])) {
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
    return !amount_accept_words(&ahead, &ratio) && !amount_is_percent(&ahead) &&
           phrase_accept_number_in_words(&ahead, &number);
}

/* ---- The greater, or the lesser, of a share and a number */

static bool accept_limit(struct reader *reader)
{
    static const struct {
        const char *words;
        enum limit limit;
    } limits[] = {
        {"greater of", LIMIT_GREATER}, {"larger of", LIMIT_GREATER}, {"higher of", LIMIT_GREATER},
        {"lesser of", LIMIT_LESSER},   {"smaller of", LIMIT_LESSER}, {"lower of", LIMIT_LESSER},
    };
    struct phrase ahead = reader->phrase;
    (void)phrase_accept(&ahead, "the");
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (phrase_accept(&ahead, limits[i].words)) {
            reader->condition->limit = limits[i].limit;
            reader->phrase = ahead;
            return true;
        }
    return false;
}

/* Where the second begins: behind an "and" or "or" that an amount follows. 0 for nowhere. */
static size_t second_piece(const struct reader *reader)
{
    struct reader ahead = *reader;
    struct ratio ratio;
    for (struct phrase from = reader->phrase; !phrase_ended(&from); from.at++) {
        ahead.phrase = from;
        if (!phrase_accept_clause(&ahead.phrase, "and") &&
            !phrase_accept_clause(&ahead.phrase, "or"))
            continue;
        if (is_digit(*phrase_word(&ahead.phrase)) || is_number_next(&ahead) ||
            amount_accept_words(&ahead.phrase, &ratio))
            return from.at + 1;
    }
    return 0;
}

/* What is left behind a condition is another one, more often than it is nothing. */
static const char *rest_fault(const struct reader *reader)
{
    static const struct {
        const char *word, *advice;
    } words[] = {
        {"and", "give it a row of its own: all rows have to be met"},
        {"but", "give it a row of its own: all rows have to be met"},
        {"or", "give it a row of its own, and both another name in the column group: then one of "
               "them is enough"},
        {"unless",
         "say in a row of its own what may not be: no member against of a class, or at most 3 "
         "members not in favour"},
        {"provided", "give it a row of its own: all rows have to be met"},
        {"of whom", "give it a row of its own: at least 4 members present of a class"},
        {"of which", "give it a row of its own: at least 4 members present of a class"},
        {"including", "give it a row of its own: at least 4 members present of a class, or must "
                      "include and their names"},
        {"in person", "whether a proxy counts is said by the rule proxy: none leaves them out"},
        {"with", "give it a row of its own: all rows have to be met"},
    };
    const char *rest = phrase_rest(&reader->phrase);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (phrase_has_clause_next(&reader->phrase, words[i].word))
            return arena_format(reader->arena, "\"%s\" is another condition; %s", rest,
                                words[i].advice);
    const char *advice =
        charter_advice(&reader->phrase, reader->condition->amount, reader->terms->units);
    if (advice != NULL)
        return advice;
    return arena_format(
        reader->arena,
        "\"%s\" at the end is too much; leave it out, or, where it decides, give it "
        "a row of its own",
        rest);
}

struct piece {
    struct condition condition;
    bool measure_missing, whose_missing;
};

static const char *read_piece(struct reader *reader, size_t from, size_t until, struct piece *piece)
{
    struct reader own = *reader;
    own.condition = &piece->condition;
    own.is_piece = own.compared = true;
    own.phrase.at = from;
    own.phrase.count = until;
    piece->condition = (struct condition){.strictly = reader->condition->strictly,
                                          .at_most = reader->condition->at_most};
    const char *fault = is_number_next(&own) ? read_number(&own) : read_share(&own);
    piece->measure_missing = own.measure_missing;
    piece->whose_missing = own.whose_missing;
    return fault != NULL || phrase_ended(&own.phrase) ? fault : rest_fault(&own);
}

/* Makes a condition one of those of whom another is. */
static void take_whose(struct condition *condition, const struct condition *other)
{
    condition->scope = other->scope;
    condition->replying = other->replying;
    condition->side = other->side;
    condition->among = other->among;
    condition->names = other->names;
    condition->name_count = other->name_count;
}

/* What one piece leaves out, the other says. False where the two are of different things. */
static bool make_alike(struct piece *share, struct piece *number)
{
    if (number->measure_missing)
        number->condition.measure = share->condition.measure;
    if (number->whose_missing)
        take_whose(&number->condition, &share->condition);
    if (share->whose_missing)
        take_whose(&share->condition, &number->condition);
    struct condition of_number = share->condition;
    of_number.measure = number->condition.measure;
    take_whose(&of_number, &number->condition);
    return condition_same(&of_number, &share->condition);
}

static const char *join_pieces(struct reader *reader, struct piece *share, struct piece *number)
{
    enum limit limit = reader->condition->limit;
    if (share->whose_missing && number->whose_missing)
        return condition_whose_missing;
    if (!make_alike(share, number))
        return "the greater or the lesser is of two amounts of one thing; say both of the same, as "
               "in at least the greater of 10% of members present and 3 members present";
    *reader->condition = share->condition;
    reader->condition->limit = limit;
    reader->condition->number = number->condition.plus;
    reader->phrase.at = reader->phrase.count;
    return NULL;
}

static const char *read_limit(struct reader *reader)
{
    static const char not_of_both[] =
        "the greater or the lesser is of one share and one number; write, for example, at least "
        "the greater of 10% of members present and 3. Of two shares each has a row of its own: "
        "both have to be met, or one of them where each has another name in the column group";
    struct piece one, other;
    size_t second = second_piece(reader);
    if (second == 0)
        return not_of_both;
    const char *fault = read_piece(reader, reader->phrase.at, second - 1, &one);
    if (fault == NULL)
        fault = read_piece(reader, second, reader->phrase.count, &other);
    if (fault != NULL)
        return fault;
    if (one.condition.is_number == other.condition.is_number)
        return not_of_both;
    return one.condition.is_number ? join_pieces(reader, &other, &one)
                                   : join_pieces(reader, &one, &other);
}

static const char *read_condition(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase;
    (void)phrase_accept(phrase, "by");
    (void)accept_majority_of(reader);
    reader->compared = accept_comparison(reader);
    if (!reader->compared && phrase_accept(phrase, "no"))
        return read_none(reader);
    if (accept_limit(reader))
        return read_limit(reader);
    if (accept_majority(reader))
        return read_of_what(reader);
    const char *advice = charter_advice(phrase, reader->condition->amount, reader->terms->units);
    if (advice != NULL)
        return advice;
    return is_number_next(reader) ? read_number(reader) : read_share(reader);
}

/* What to say of a text that does not say how the amount is compared, and has that `fault` too. */
static const char *comparison_fault(const struct reader *reader, const char *text,
                                    const char *fault)
{
    static const char says[] = "does not begin with \"at least\" or \"more than\"";
    if (fault == NULL)
        return arena_format(reader->arena, "\"%s\" %s; write at least %s, or more than %s", text,
                            says, text, text);
    if (reader->phrase.at > 0)
        return arena_format(reader->arena, "\"%s\" %s. Besides, %s", text, says, fault);
    return arena_format(reader->arena, "\"%s\" %s; write, for example, at least 50%% of %s present",
                        text, says, reader->terms->counted);
}

/* "10% of members or 3 members, whichever is the greater" */
static const char *read_whichever(const struct reader *reader)
{
    struct phrase ahead = reader->phrase;
    for (; !phrase_ended(&ahead); ahead.at++)
        if (phrase_letter(&ahead) == 'w' && phrase_has_clause_next(&ahead, "whichever"))
            return arena_format(reader->arena,
                                "\"%s\" stands at the beginning here; write, for example, at least "
                                "the greater of 10%% of members present and 3",
                                phrase_rest(&ahead));
    return NULL;
}

const char *load_condition(struct arena *arena, const char *text, const struct terms *terms,
                           struct condition *condition)
{
    static const char must_include[] = "must include";
    struct reader reader = {.arena = arena, .terms = terms, .condition = condition};
    *condition = (struct condition){.amount = {0, 1}};
    if (strncasecmp(text, must_include, sizeof must_include - 1) == 0)
        return condition_read_names(arena, text + sizeof must_include - 1, condition);
    phrase_read(arena, text, &reader.phrase);
    if (reader.phrase.too_long)
        return "the text is too long for a condition; write, for example, at least 50% of votes "
               "cast";
    if (amount_is_date(text))
        return amount_date_fault(arena, text);
    const char *fault = read_whichever(&reader);
    if (fault != NULL)
        return fault;
    fault = read_condition(&reader);
    if (fault == NULL && !phrase_ended(&reader.phrase))
        fault = rest_fault(&reader);
    bool advised =
        fault != NULL && charter_advice(&reader.phrase, condition->amount, terms->units) != NULL;
    return reader.compared || advised ? fault : comparison_fault(&reader, text, fault);
}

/* SPDX-License-Identifier: MIT */
#include "amount.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/text.h"

#define PERCENT_PLACES 4 /* with more, the denominator would be larger than ratios allow */

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/*
 * What Excel makes of a cell that is only 2/3: 02-Mar, or Mar-02 elsewhere. A whole date may come
 * of it too.
 */
bool amount_is_date(const char *word)
{
    static const char months[] = "jan feb mar apr may jun jul aug sep oct nov dec";
    struct date date;
    if (date_parse(word, &date))
        return true;
    size_t digits = digits_at(word);
    const char *name = digits > 0 ? word + digits + 1 : word;
    if (digits > 2 || (digits > 0 && word[digits] != '-') || strlen(name) < 3)
        return false;
    char month[4] = {(char)(name[0] | 0x20), (char)(name[1] | 0x20), (char)(name[2] | 0x20), '\0'};
    if (strchr(month, ' ') != NULL || strstr(months, month) == NULL)
        return false;
    return digits > 0 ? name[3] == '\0' || name[3] == '-'
                      : name[3] == '-' && digits_at(name + 4) > 0;
}

const char *amount_date_fault(struct arena *arena, const char *word)
{
    return arena_format(arena,
                        "\"%s\" is a date: a spreadsheet turns a fraction such as 2/3 into one; "
                        "write the whole condition with the fraction in words (\"at least two "
                        "thirds of votes cast\")",
                        word);
}

/* Whether decimals are those of a fraction whose digit `repeated` goes on for ever, cut or rounded.
 */
static bool is_cut_or_rounded(const char *decimals, size_t count, char repeated)
{
    for (size_t i = 0; i < count; i++) {
        bool rounded_up = i + 1 == count && repeated >= '5' && decimals[i] == repeated + 1;
        if (decimals[i] != repeated && !rounded_up)
            return false;
    }
    return count > 0;
}

static const char *third_or_sixth(long long whole, const char *decimals, size_t count)
{
    static const struct {
        long long whole;
        char repeated;
        const char *words;
    } fractions[] = {
        {16, '6', "one sixth"},
        {33, '3', "one third"},
        {66, '6', "two thirds"},
        {83, '3', "five sixths"},
    };
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
        if (fractions[i].whole == whole &&
            is_cut_or_rounded(decimals, count, fractions[i].repeated))
            return fractions[i].words;
    return NULL;
}

static const char *read_percent(struct arena *arena, const char *word, struct ratio *amount)
{
    size_t digits = digits_at(word);
    const char *decimals = word[digits] == '.' ? word + digits + 1 : word + digits;
    size_t places = digits_at(decimals);
    if (digits == 0 || strcmp(decimals + places, "%") != 0 || (decimals > word + digits && !places))
        return arena_format(arena, "\"%s\" is not a percentage; write it as 50%% or 12.5%%", word);
    while (places > 0 && decimals[places - 1] == '0')
        places--;
    long long whole = 0;
    enum number_fault fault = text_whole_number(arena_copy(arena, word, digits), 100, &whole);
    const char *meant = fault == NUMBER_OK ? third_or_sixth(whole, decimals, places) : NULL;
    if (meant != NULL)
        return arena_format(arena, "\"%s\" is not exactly %s; write %s", word, meant, meant);
    if (fault != NUMBER_OK || (whole == 100 && places > 0))
        return arena_format(arena, "\"%s\" is more than 100%%; nothing can reach it", word);
    if (places > PERCENT_PLACES)
        return arena_format(arena, "\"%s\" has more than 4 decimals; write a fraction such as 2/3",
                            word);
    for (size_t i = 0; i < PERCENT_PLACES; i++)
        whole = whole * 10 + (i < places ? decimals[i] - '0' : 0);
    if (whole == 0)
        return arena_format(arena, "\"%s\" asks for nothing; write a percentage above 0", word);
    *amount = ratio_of(whole, 1000000);
    return NULL;
}

static const char *read_fraction(struct arena *arena, const char *word, struct ratio *amount)
{
    const char *slash = strchr(word, '/');
    long long p = 0, q = 0;
    if (amount_is_date(word))
        return amount_date_fault(arena, word);
    enum number_fault above =
        text_whole_number(arena_copy(arena, word, (size_t)(slash - word)), RATIO_PART, &p);
    enum number_fault below = text_whole_number(slash + 1, RATIO_PART, &q);
    if (above == NUMBER_TOO_LARGE || below == NUMBER_TOO_LARGE)
        return arena_format(arena, "\"%s\" has a part above 1,000,000; write a simpler fraction",
                            word);
    if (above != NUMBER_OK || below != NUMBER_OK)
        return arena_format(arena, "\"%s\" is not a fraction of two whole numbers; write it as 2/3",
                            word);
    if (p == 0 || q == 0)
        return arena_format(arena, "\"%s\" has a part that is 0; write it as 2/3", word);
    if (p > q)
        return arena_format(arena, "\"%s\" is more than 100%%; nothing can reach it", word);
    *amount = ratio_of(p, q);
    return NULL;
}

static bool accept_fraction_in_words(struct phrase *phrase, struct ratio *amount)
{
    static const struct {
        const char *words;
        struct ratio ratio;
    } fractions[] = {
        {"half", {1, 2}},        {"one half", {1, 2}},    {"a half", {1, 2}},
        {"one third", {1, 3}},   {"a third", {1, 3}},     {"two thirds", {2, 3}},
        {"one quarter", {1, 4}}, {"a quarter", {1, 4}},   {"three quarters", {3, 4}},
        {"one sixth", {1, 6}},   {"five sixths", {5, 6}},
    };
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
        if (phrase_accept(phrase, fractions[i].words)) {
            *amount = fractions[i].ratio;
            return true;
        }
    return false;
}

const char *amount_read(struct phrase *phrase, const char *units, struct ratio *amount)
{
    if (accept_fraction_in_words(phrase, amount))
        return NULL;
    const char *word = phrase_word(phrase);
    const char *fault = NULL;
    if (strchr(word, '%') != NULL)
        fault = read_percent(phrase->arena, word, amount);
    else if (strchr(word, '/') != NULL)
        fault = read_fraction(phrase->arena, word, amount);
    else if (amount_is_date(word))
        fault = amount_date_fault(phrase->arena, word);
    else if (*word == '\0')
        fault = "the amount is missing; write, for example, at least 50% of votes cast";
    else
        fault = arena_format(phrase->arena,
                             "\"%s\" is not an amount; write 50%%, 2/3, half, two thirds or three "
                             "quarters, or a whole number of %s",
                             phrase_rest(phrase), units);
    if (fault == NULL)
        phrase->at++;
    return fault;
}

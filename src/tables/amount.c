/* SPDX-License-Identifier: MIT */
#include "amount.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/text.h"

#define PERCENT_PLACES 4 /* with more, the denominator would be larger than ratios allow */
#define PERCENT_MOST   1000

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

/* The thirds and sixths that the percentage is a rounding of, as they are to be written; or NULL.
 */
static const char *third_or_sixth(struct arena *arena, long long whole, const char *decimals,
                                  size_t count)
{
    static const struct {
        long long whole, sixths;
        char repeated;
        const char *words;
    } fractions[] = {
        {16, 1, '6', "one sixth"},
        {33, 2, '3', "one third"},
        {66, 4, '6', "two thirds"},
        {83, 5, '3', "five sixths"},
    };
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        if (fractions[i].whole != whole % 100 ||
            !is_cut_or_rounded(decimals, count, fractions[i].repeated))
            continue;
        struct ratio ratio = ratio_of(whole / 100 * 6 + fractions[i].sixths, 6);
        return whole < 100
                   ? fractions[i].words
                   : arena_format(arena, "%lld/%lld", (long long)ratio.p, (long long)ratio.q);
    }
    return NULL;
}

/* `word` is the number with its sign: "12.5%". */
static const char *read_percent(struct arena *arena, const char *word, struct ratio *amount)
{
    size_t digits = digits_at(word);
    const char *decimals = word[digits] == '.' ? word + digits + 1 : word + digits;
    size_t places = digits_at(decimals);
    if (digits == 0 || strcmp(decimals + places, "%") != 0 || (decimals > word + digits && !places))
        return arena_format(arena, "\"%s\" is not a percentage; write it as 50%% or 12.5%%", word);
    while (places > 0 && decimals[places - 1] == '0')
        places--;
    long long p, q = 100;
    if (text_whole_number(arena_copy(arena, word, digits), PERCENT_MOST, &p) != NUMBER_OK)
        return arena_format(arena, "\"%s\" is more than 100%%; nothing can reach it", word);
    const char *meant = third_or_sixth(arena, p, decimals, places);
    if (meant != NULL)
        return arena_format(arena, "\"%s\" is not exactly %s; write %s", word, meant, meant);
    for (size_t i = 0; i < places && i < PERCENT_PLACES; i++, q *= 10)
        p = p * 10 + (decimals[i] - '0');
    if (places > PERCENT_PLACES || p > RATIO_PART)
        return arena_format(arena, "\"%s\" has more than %d decimals; write a fraction such as 2/3",
                            word, places > PERCENT_PLACES ? PERCENT_PLACES : PERCENT_PLACES - 1);
    if (p == 0)
        return arena_format(arena, "\"%s\" asks for nothing; write a percentage above 0", word);
    *amount = ratio_of(p, q);
    return NULL;
}

static const char *read_fraction(struct arena *arena, const char *word, struct ratio *amount)
{
    const char *slash = strchr(word, '/');
    long long p, q;
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
    *amount = ratio_of(p, q);
    return NULL;
}

bool amount_accept_words(struct phrase *phrase, struct ratio *amount)
{
    static const struct {
        const char *one, *several;
        int64_t q;
    } below[] = {
        {"half", "halves", 2},      {"third", "thirds", 3},   {"quarter", "quarters", 4},
        {"fourth", "fourths", 4},   {"fifth", "fifths", 5},   {"sixth", "sixths", 6},
        {"seventh", "sevenths", 7}, {"eighth", "eighths", 8}, {"ninth", "ninths", 9},
        {"tenth", "tenths", 10},
    };
    struct phrase ahead = *phrase;
    int64_t p = phrase_accept(&ahead, "a") ? 1 : phrase_accept_small_number(&ahead);
    /* Half alone may stand without how many. */
    size_t count = p > 0 ? sizeof below / sizeof *below : 1;
    for (size_t i = 0; i < count; i++) {
        if (!phrase_accept(&ahead, below[i].one) && !phrase_accept(&ahead, below[i].several))
            continue;
        *amount = ratio_of(p > 0 ? p : 1, below[i].q);
        phrase->at = ahead.at;
        return true;
    }
    return false;
}

/* "50%", "50 %", "50 per cent" or "fifty per cent", all as the first of them; NULL when none stands
 * there. */
static const char *accept_percent(struct phrase *phrase)
{
    static const char *const signs[] = {"%", "percent", "per cent", "per cent.", "pct"};
    const char *word = phrase_word(phrase);
    struct phrase ahead = *phrase;
    long long number;
    if (*word == '\0' || strchr(word, '%') != NULL)
        return *word == '\0' ? NULL : word;
    if (digits_at(word) == 0 && phrase_accept_number_in_words(&ahead, &number))
        word = arena_format(phrase->arena, "%lld", number);
    else
        ahead.at++;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (phrase_accept(&ahead, signs[i])) {
            phrase->at = ahead.at - 1; /* the last of its words is stepped over when it was read */
            return arena_format(phrase->arena, "%s%%", word);
        }
    return NULL;
}

bool amount_is_percent(const struct phrase *phrase)
{
    struct phrase ahead = *phrase;
    return accept_percent(&ahead) != NULL;
}

const char *amount_read(struct phrase *phrase, const char *units, struct ratio *amount)
{
    if (amount_accept_words(phrase, amount))
        return NULL;
    const char *word = phrase_word(phrase), *percent = accept_percent(phrase);
    const char *fault = NULL;
    if (percent != NULL)
        fault = read_percent(phrase->arena, percent, amount);
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

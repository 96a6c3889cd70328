/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "utf8.h"

/* Numbers as people type them into a cell. */

/* A number taken apart: `whole` with or without commas, then what stands behind it. */
struct typed {
    const char *whole, *decimals;
    size_t whole_length, decimals_length;
    bool point, exponent;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(const char *text, const char *end)
{
    const char *at = text;
    while (at < end && is_digit(*at))
        at++;
    return (size_t)(at - text);
}

/*
 * The length of the whole part; 0 when there is none or its commas are wrong. "0,123" is wrong:
 * that is how much of Europe types a decimal.
 */
static size_t scan_whole(const char *text, const char *end)
{
    size_t length = digits_at(text, end);
    if (text + length == end || text[length] != ',')
        return length;
    if (length == 0 || length > 3 || *text == '0')
        return 0;
    while (text + length < end && text[length] == ',') {
        if (digits_at(text + length + 1, end) != 3)
            return 0;
        length += 4;
    }
    return length;
}

static bool scan_exponent(const char **at, const char *end)
{
    if (*at == end || (**at != 'e' && **at != 'E'))
        return false;
    const char *digits = *at + 1;
    if (digits < end && (*digits == '+' || *digits == '-'))
        digits++;
    size_t length = digits_at(digits, end);
    if (length == 0)
        return false;
    *at = digits + length;
    return true;
}

static bool take_apart(const char *text, const char *end, struct typed *typed)
{
    typed->whole = text;
    typed->whole_length = scan_whole(text, end);
    const char *at = text + typed->whole_length;
    typed->point = at < end && *at == '.';
    if (typed->point) {
        typed->decimals = at + 1;
        typed->decimals_length = digits_at(at + 1, end);
        at += 1 + typed->decimals_length;
    }
    if (typed->whole_length == 0 && typed->decimals_length == 0)
        return false;
    if (typed->point && typed->decimals_length == 0)
        return false;
    typed->exponent = scan_exponent(&at, end);
    return at == end;
}

static size_t sign_length(const char *text, const char *end)
{
    static const char minus[] = "\xE2\x88\x92"; /* U+2212 */
    if (text < end && (*text == '+' || *text == '-'))
        return 1;
    size_t length = sizeof minus - 1;
    return strncmp(text, minus, length) == 0 ? length : 0;
}

static void skip_space(const char **text, const char **end)
{
    size_t length = strlen(*text), taken;
    int32_t character;
    *end = *text;
    for (const char *at = *text; length > 0; at += taken, length -= taken) {
        taken = utf8_next(at, length, &character);
        if (!utf8_is_space(character))
            *end = at + taken;
        else if (*end == *text)
            *text = *end = at + taken;
    }
}

static enum number_fault parse(const char *text, struct typed *typed)
{
    const char *end;
    skip_space(&text, &end);
    if (text == end)
        return NUMBER_BLANK;
    size_t sign = sign_length(text, end);
    if (!take_apart(text + sign, end, typed))
        return NUMBER_NOT_ONE;
    if (sign > 0)
        return NUMBER_SIGNED;
    return typed->exponent ? NUMBER_EXPONENT : NUMBER_OK;
}

/* Appends digits to a number that may not pass `most`; commas among them are skipped. */
static bool append_digits(const char *digits, size_t length, long long most, long long *number)
{
    for (size_t i = 0; i < length; i++) {
        if (digits[i] == ',')
            continue;
        int digit = digits[i] - '0';
        if (digit > most || *number > (most - digit) / 10)
            return false;
        *number = *number * 10 + digit;
    }
    return true;
}

enum number_fault text_whole_number(const char *text, long long most, long long *number)
{
    struct typed typed = {0};
    enum number_fault fault = parse(text, &typed);
    if (fault != NUMBER_OK)
        return fault;
    if (typed.point)
        return NUMBER_DECIMAL;
    long long value = 0;
    if (!append_digits(typed.whole, typed.whole_length, most, &value))
        return NUMBER_TOO_LARGE;
    *number = value;
    return NUMBER_OK;
}

unsigned text_decimal_places(const char *text)
{
    struct typed typed = {0};
    return parse(text, &typed) == NUMBER_OK ? (unsigned)typed.decimals_length : 0;
}

enum number_fault text_decimal(const char *text, unsigned places, long long most, long long *number)
{
    struct typed typed = {0};
    enum number_fault fault = parse(text, &typed);
    if (fault != NUMBER_OK)
        return fault;
    if (typed.decimals_length > places)
        return NUMBER_DECIMAL;
    long long value = 0;
    if (!append_digits(typed.whole, typed.whole_length, most, &value) ||
        !append_digits(typed.decimals, typed.decimals_length, most, &value))
        return NUMBER_TOO_LARGE;
    for (size_t i = typed.decimals_length; i < places; i++)
        if (!append_digits("0", 1, most, &value))
            return NUMBER_TOO_LARGE;
    *number = value;
    return NUMBER_OK;
}

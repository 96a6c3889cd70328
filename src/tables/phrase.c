/* SPDX-License-Identifier: MIT */
#include "phrase.h"

#include <string.h>

#include "quorate/buffer.h"
#include "quorate/text.h"

#define UNIT_WORDS_MOST 6

static bool is_letter(char character)
{
    unsigned char byte = (unsigned char)character;
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

static char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? (char)(character - 'A' + 'a') : character;
}

/* Bytes of white space at `text`: a spreadsheet's no-break and thin spaces are white space too. */
static size_t space_length(const char *text)
{
    if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
        return 1;
    if (strncmp(text, "\xC2\xA0", 2) == 0)
        return 2;
    if (strncmp(text, "\xE2\x80", 2) == 0) {
        unsigned char last = (unsigned char)text[2];
        return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0;
    }
    return 0;
}

/* Bytes that end a word at `text + at`: white space, or a hyphen between letters. */
static size_t gap_length(const char *text, size_t at)
{
    if (text[at] == '-' && at > 0 && is_letter(text[at - 1]) && is_letter(text[at + 1]))
        return 1;
    return space_length(text + at);
}

/* Adds a word that ends where `text + length` is cut off. */
static void add_word(struct phrase *phrase, char *text, size_t length, bool after_comma)
{
    phrase->too_long = phrase->count == PHRASE_MOST;
    if (phrase->too_long)
        return;
    text[length] = '\0';
    phrase->words[phrase->count++] = (struct word){.text = text, .after_comma = after_comma};
}

void phrase_read(struct arena *arena, const char *text, struct phrase *phrase)
{
    phrase->arena = arena;
    phrase->count = phrase->at = 0;
    phrase->too_long = false;
    char *copy = arena_copy(arena, text, strlen(text));
    bool after_comma = false;
    size_t at = 0;
    while (text[at] != '\0') {
        size_t gap = gap_length(text, at);
        if (gap > 0) {
            at += gap;
            continue;
        }
        size_t start = at;
        while (text[at] != '\0' && gap_length(text, at) == 0)
            at++;
        /* A comma at the very end separates nothing: it stays, and no rule reads it. */
        bool comma = text[at - 1] == ',' && text[at] != '\0';
        size_t length = at - start - (comma ? 1 : 0);
        if (length > 0)
            add_word(phrase, copy + start, length, after_comma);
        after_comma = comma;
    }
}

const char *phrase_word(const struct phrase *phrase)
{
    return phrase_ended(phrase) ? "" : phrase->words[phrase->at].text;
}

char phrase_letter(const struct phrase *phrase)
{
    return lower(*phrase_word(phrase));
}

/* The next `count` words with a space between them. */
static const char *joined(const struct phrase *phrase, size_t count)
{
    struct buffer buffer = {.arena = phrase->arena};
    for (size_t i = 0; i < count; i++) {
        const struct word *word = &phrase->words[phrase->at + i];
        if (i > 0)
            buffer_add(&buffer, word->after_comma ? ", " : " ");
        buffer_add(&buffer, word->text);
    }
    return buffer_text(&buffer);
}

const char *phrase_rest(const struct phrase *phrase)
{
    return joined(phrase, phrase->count - phrase->at);
}

const char *phrase_whole(const struct phrase *phrase)
{
    struct phrase whole = *phrase;
    whole.at = 0;
    return phrase_rest(&whole);
}

bool phrase_ended(const struct phrase *phrase)
{
    return phrase->at == phrase->count;
}

/* What follows `word` in `words`, which is the end or a space; NULL where it does not begin with
 * it. */
static const char *behind_word(const char *words, const char *word)
{
    while (*word != '\0' && *words != ' ' && lower(*word) == lower(*words)) {
        word++;
        words++;
    }
    return *word == '\0' && (*words == ' ' || *words == '\0') ? words : NULL;
}

/* The place behind `words`, where they come next; 0, which is behind no word, where they do not. */
static size_t behind_clause(const struct phrase *phrase, const char *words)
{
    for (size_t at = phrase->at; at < phrase->count; at++) {
        if (at > phrase->at && phrase->words[at].after_comma)
            return 0;
        words = behind_word(words, phrase->words[at].text);
        if (words == NULL)
            return 0;
        if (*words == '\0')
            return at + 1;
        words++;
    }
    return 0;
}

bool phrase_has_clause_next(const struct phrase *phrase, const char *words)
{
    return behind_clause(phrase, words) != 0;
}

bool phrase_accept_clause(struct phrase *phrase, const char *words)
{
    size_t behind = behind_clause(phrase, words);
    if (behind != 0)
        phrase->at = behind;
    return behind != 0;
}

bool phrase_accept(struct phrase *phrase, const char *words)
{
    if (phrase_ended(phrase) || phrase->words[phrase->at].after_comma)
        return false;
    return phrase_accept_clause(phrase, words);
}

void phrase_begin_clause(struct phrase *phrase)
{
    if (!phrase_ended(phrase))
        phrase->words[phrase->at].after_comma = false;
}

/* A roll's own word may be several words, or be spelled with accents. */
static bool accept_name(struct phrase *phrase, const char *name)
{
    const char *folded = text_fold(phrase->arena, name);
    for (size_t count = 1; count <= UNIT_WORDS_MOST; count++) {
        if (phrase->at + count > phrase->count || phrase->words[phrase->at + count - 1].after_comma)
            return false;
        if (strcmp(text_fold(phrase->arena, joined(phrase, count)), folded) == 0) {
            phrase->at += count;
            return true;
        }
    }
    return false;
}

bool phrase_accept_unit(struct phrase *phrase, const char *unit, const char *units)
{
    return phrase_accept(phrase, "members") || phrase_accept(phrase, "member") ||
           phrase_accept(phrase, units) || phrase_accept(phrase, unit) ||
           accept_name(phrase, units) || accept_name(phrase, unit);
}

/* The place in `words` of the one that comes next, from 1; 0 for none. */
static long long accept_one_of(struct phrase *phrase, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (phrase_accept(phrase, words[i]))
            return (long long)i + 1;
    return 0;
}

static const char *const small[] = {
    "one",     "two",     "three",     "four",     "five",     "six",      "seven",
    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};

long long phrase_accept_small_number(struct phrase *phrase)
{
    return accept_one_of(phrase, small, 9);
}

bool phrase_accept_number_in_words(struct phrase *phrase, long long *number)
{
    static const char *const tens[] = {"ten",   "twenty",  "thirty", "forty", "fifty",
                                       "sixty", "seventy", "eighty", "ninety"};
    if (phrase_accept(phrase, "one hundred") || phrase_accept(phrase, "a hundred")) {
        *number = 100;
        return true;
    }
    *number = accept_one_of(phrase, small, sizeof small / sizeof *small);
    if (*number > 0)
        return true;
    *number = 10 * accept_one_of(phrase, tens, sizeof tens / sizeof *tens);
    *number += phrase_accept_small_number(phrase);
    return *number != 0;
}

bool phrase_accept_number(struct phrase *phrase, long long most, long long *number)
{
    if (phrase_ended(phrase) || phrase->words[phrase->at].after_comma ||
        text_whole_number(phrase_word(phrase), most, number) != NUMBER_OK)
        return false;
    phrase->at++;
    return true;
}

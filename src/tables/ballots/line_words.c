/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "../phrase.h"
#include "internal.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* The pieces of a line above the headings, and the words and numbers of one. */

/* What ends a piece, and, behind that, what longer ends begin with. */
#define ENDS     ",;\t()[]\"|!"
#define MAY_ENDS ENDS ". "

/* The length of what ends a piece of a text here; 0 where none does. */
static size_t end_length(const char *at)
{
    static const char *const ends[] = {". ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    if (strchr(ENDS, *at) != NULL)
        return 1;
    for (size_t i = 0; i < COUNT(ends); i++)
        if (strncmp(at, ends[i], strlen(ends[i])) == 0)
            return strlen(ends[i]);
    return 0;
}

/* Whether the comma there is one of a number: "45,866". */
static bool is_in_number(const char *text, size_t at)
{
    static const char digits[] = "0123456789";
    return at > 0 && text[at] == ',' && strchr(digits, text[at - 1]) != NULL &&
           strspn(text + at + 1, digits) == strlen("000");
}

/* A piece of so many bytes, its numbers without their commas. */
static const char *piece_of(struct arena *arena, const char *text, size_t length)
{
    char *piece = arena_copy(arena, text, length), *to = piece;
    for (size_t i = 0; i < length; i++)
        if (!is_in_number(text, i))
            *to++ = text[i];
    *to = '\0';
    return text_trim(arena, piece);
}

struct line_words ballots_pieces(struct arena *arena, const char *text)
{
    struct line_words pieces = {0};
    while (*text != '\0') {
        size_t length = strcspn(text, MAY_ENDS);
        while (text[length] != '\0' &&
               (end_length(text + length) == 0 || is_in_number(text, length))) {
            length++;
            length += strcspn(text + length, MAY_ENDS);
        }
        const char *piece = piece_of(arena, text, length);
        if (*piece != '\0')
            *(const char **)ARENA_PUSH(arena, pieces.words, pieces.count, pieces.capacity) = piece;
        text += length;
        if (*text != '\0')
            text += end_length(text);
    }
    return pieces;
}

struct line_words ballots_line_words(struct arena *arena, const char *folded)
{
    struct line_words words = {0};
    for (const char *at = folded; *at != '\0'; at += *at == ' ') {
        const char **word = ARENA_PUSH(arena, words.words, words.count, words.capacity);
        *word = arena_copy(arena, at, strcspn(at, " "));
        at += strcspn(at, " ");
    }
    return words;
}

long long ballots_number_of(const char *word)
{
    struct phrase phrase = {.words = {{.text = word}}, .count = 1};
    long long number;
    if (text_whole_number(word, RATIO_QUANTITY_MOST, &number) == NUMBER_OK)
        return number;
    return phrase_accept_number_in_words(&phrase, &number) ? number : -1;
}

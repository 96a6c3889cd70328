/* SPDX-License-Identifier: MIT */
#include "quorate/confusable.h"

#include <string.h>

#include "quorate/text.h"
#include "utf8.h"

/* Letters of other alphabets, with the Latin one that each looks like and Unicode's name for it. */
static const struct confusable {
    int32_t character;
    char like;
    const char *name;
} confusables[] = {
    {0x0131, 'i', "LATIN SMALL LETTER DOTLESS I"},
    {0x0251, 'a', "LATIN SMALL LETTER ALPHA"},
    {0x0261, 'g', "LATIN SMALL LETTER SCRIPT G"},
    {0x0391, 'A', "GREEK CAPITAL LETTER ALPHA"},
    {0x0392, 'B', "GREEK CAPITAL LETTER BETA"},
    {0x0395, 'E', "GREEK CAPITAL LETTER EPSILON"},
    {0x0396, 'Z', "GREEK CAPITAL LETTER ZETA"},
    {0x0397, 'H', "GREEK CAPITAL LETTER ETA"},
    {0x0399, 'I', "GREEK CAPITAL LETTER IOTA"},
    {0x039A, 'K', "GREEK CAPITAL LETTER KAPPA"},
    {0x039C, 'M', "GREEK CAPITAL LETTER MU"},
    {0x039D, 'N', "GREEK CAPITAL LETTER NU"},
    {0x039F, 'O', "GREEK CAPITAL LETTER OMICRON"},
    {0x03A1, 'P', "GREEK CAPITAL LETTER RHO"},
    {0x03A4, 'T', "GREEK CAPITAL LETTER TAU"},
    {0x03A5, 'Y', "GREEK CAPITAL LETTER UPSILON"},
    {0x03A7, 'X', "GREEK CAPITAL LETTER CHI"},
    {0x03B1, 'a', "GREEK SMALL LETTER ALPHA"},
    {0x03B3, 'y', "GREEK SMALL LETTER GAMMA"},
    {0x03B9, 'i', "GREEK SMALL LETTER IOTA"},
    {0x03BD, 'v', "GREEK SMALL LETTER NU"},
    {0x03BF, 'o', "GREEK SMALL LETTER OMICRON"},
    {0x03C1, 'p', "GREEK SMALL LETTER RHO"},
    {0x03C5, 'u', "GREEK SMALL LETTER UPSILON"},
    {0x0405, 'S', "CYRILLIC CAPITAL LETTER DZE"},
    {0x0406, 'I', "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"},
    {0x0408, 'J', "CYRILLIC CAPITAL LETTER JE"},
    {0x0410, 'A', "CYRILLIC CAPITAL LETTER A"},
    {0x0412, 'B', "CYRILLIC CAPITAL LETTER VE"},
    {0x0415, 'E', "CYRILLIC CAPITAL LETTER IE"},
    {0x041A, 'K', "CYRILLIC CAPITAL LETTER KA"},
    {0x041C, 'M', "CYRILLIC CAPITAL LETTER EM"},
    {0x041D, 'H', "CYRILLIC CAPITAL LETTER EN"},
    {0x041E, 'O', "CYRILLIC CAPITAL LETTER O"},
    {0x0420, 'P', "CYRILLIC CAPITAL LETTER ER"},
    {0x0421, 'C', "CYRILLIC CAPITAL LETTER ES"},
    {0x0422, 'T', "CYRILLIC CAPITAL LETTER TE"},
    {0x0423, 'Y', "CYRILLIC CAPITAL LETTER U"},
    {0x0425, 'X', "CYRILLIC CAPITAL LETTER HA"},
    {0x0430, 'a', "CYRILLIC SMALL LETTER A"},
    {0x0435, 'e', "CYRILLIC SMALL LETTER IE"},
    {0x043A, 'k', "CYRILLIC SMALL LETTER KA"},
    {0x043E, 'o', "CYRILLIC SMALL LETTER O"},
    {0x0440, 'p', "CYRILLIC SMALL LETTER ER"},
    {0x0441, 'c', "CYRILLIC SMALL LETTER ES"},
    {0x0443, 'y', "CYRILLIC SMALL LETTER U"},
    {0x0445, 'x', "CYRILLIC SMALL LETTER HA"},
    {0x0455, 's', "CYRILLIC SMALL LETTER DZE"},
    {0x0456, 'i', "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"},
    {0x0458, 'j', "CYRILLIC SMALL LETTER JE"},
    {0x04BB, 'h', "CYRILLIC SMALL LETTER SHHA"},
    {0x0501, 'd', "CYRILLIC SMALL LETTER KOMI DE"},
    {0x051B, 'q', "CYRILLIC SMALL LETTER QA"},
    {0x051D, 'w', "CYRILLIC SMALL LETTER WE"},
};

static const struct confusable *find(int32_t character)
{
    if (character < 0x80)
        return NULL;
    for (size_t i = 0; i < sizeof confusables / sizeof *confusables; i++)
        if (confusables[i].character == character)
            return &confusables[i];
    return NULL;
}

/* What it looks like: 0 and O, and 1, I and l, are told apart by few typefaces. A digit stands for
 * them, for an L does not look like an I, and folding would make an l of it. */
static int32_t looks_like(int32_t character)
{
    const struct confusable *other = find(character);
    int32_t like = other == NULL ? character : other->like;
    switch (like) {
    case 'O':
    case 'o':
        return '0';
    case 'l':
    case 'I':
    case '|':
        return '1';
    default:
        return like;
    }
}

static int32_t letter_of(int32_t character)
{
    const struct confusable *other = find(character);
    return other == NULL ? character : other->like;
}

static int32_t letter_of_any(int32_t character)
{
    return character == '0' ? 'o' : character == '1' ? 'l' : letter_of(character);
}

/* The text with another character in the place of some; those are of ASCII, so it grows no longer.
 */
static const char *exchanged(struct arena *arena, const char *text,
                             int32_t (*of)(int32_t character), bool *any)
{
    size_t length = strlen(text), filled = 0;
    char *bytes = arena_alloc(arena, length + 1, 1);
    *any = false;
    for (size_t at = 0; at < length;) {
        int32_t character;
        size_t taken = utf8_next(text + at, length - at, &character);
        int32_t other = of(character);
        if (other == character)
            memcpy(bytes + filled, text + at, taken);
        else
            bytes[filled] = (char)other;
        *any = *any || other != character;
        filled += other == character ? taken : 1;
        at += taken;
    }
    return bytes;
}

const char *text_skeleton(struct arena *arena, const char *name)
{
    bool any;
    return text_fold(arena, exchanged(arena, name, looks_like, &any));
}

bool text_is_look_alike(struct arena *arena, const char *one, const char *other)
{
    return strcmp(text_skeleton(arena, one), text_skeleton(arena, other)) == 0 &&
           !text_same(arena, one, other);
}

/* Whether they look the same as capitals or as small letters. */
static bool characters_look_alike(int32_t one, int32_t other)
{
    return one == other || utf8proc_tolower(one) == utf8proc_tolower(other) ||
           utf8proc_tolower(looks_like(one)) == utf8proc_tolower(looks_like(other));
}

bool text_looks_like(const char *one, const char *other)
{
    size_t length = strlen(one), other_length = strlen(other), at = 0, other_at = 0;
    while (at < length && other_at < other_length) {
        int32_t character, other_character;
        at += utf8_next(one + at, length - at, &character);
        other_at += utf8_next(other + other_at, other_length - other_at, &other_character);
        if (!characters_look_alike(character, other_character))
            return false;
    }
    return at == length && other_at == other_length;
}

bool texts_may_look_alike(const char *const *names, size_t count)
{
    bool seen[0x80] = {false};
    for (size_t i = 0; i < count; i++)
        for (const char *at = names[i]; at != NULL && *at != '\0'; at++) {
            if ((unsigned char)*at >= 0x80)
                return true;
            seen[(unsigned char)*at] = true;
        }
    return (seen['0'] && (seen['O'] || seen['o'])) ||
           seen['1'] + seen['l'] + seen['I'] + seen['|'] > 1;
}

const char *text_as_it_looks(struct arena *arena, const char *text, bool digits)
{
    bool any;
    const char *plain = exchanged(arena, text, digits ? letter_of_any : letter_of, &any);
    return any ? plain : NULL;
}

/* --- What is told of it --- */

static bool is_ascii_letter(int32_t character)
{
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

static bool has_ascii_letter(const char *text)
{
    while (*text != '\0' && !is_ascii_letter((unsigned char)*text))
        text++;
    return *text != '\0';
}

/* "the letter "O"", "the digit "0"", "U+0430 (CYRILLIC SMALL LETTER A)" */
static const char *described(struct arena *arena, int32_t character)
{
    const struct confusable *other = find(character);
    if (other != NULL)
        return arena_format(arena, "U+%04X (%s)", (unsigned)character, other->name);
    return arena_format(arena, "the %s \"%c\"",
                        is_ascii_letter(character)             ? "letter"
                        : character >= '0' && character <= '9' ? "digit"
                                                               : "sign",
                        (char)character);
}

static const char *told(struct arena *arena, size_t number, int32_t character, int32_t like)
{
    return arena_format(arena, "Character %zu is %s, which looks like %s. ", number,
                        described(arena, character), described(arena, like));
}

/* The first character that is another one than that of a text which looks the same. "" where
 * they do not go side by side: a word may stand elsewhere. */
static const char *first_difference(struct arena *arena, const char *text, const char *meant)
{
    size_t length = strlen(text), meant_length = strlen(meant), number = 1;
    for (size_t at = 0, other = 0; at < length && other < meant_length; number++) {
        int32_t one, two;
        at += utf8_next(text + at, length - at, &one);
        other += utf8_next(meant + other, meant_length - other, &two);
        if (one == two || utf8proc_tolower(one) == utf8proc_tolower(two))
            continue;
        bool known = (one < 0x80 || find(one) != NULL) && (two < 0x80 || find(two) != NULL);
        return known && looks_like(one) == looks_like(two) ? told(arena, number, one, two) : "";
    }
    return "";
}

/* The first letter of another alphabet, in a text that is not all of that. */
static const char *first_of_another(struct arena *arena, const char *text)
{
    size_t length = strlen(text), number = 1;
    for (size_t at = 0; at < length; number++) {
        int32_t character;
        at += utf8_next(text + at, length - at, &character);
        const struct confusable *other = find(character);
        if (other != NULL)
            return told(arena, number, character, other->like);
    }
    return "";
}

const char *text_look_alike(struct arena *arena, const char *text, const char *meant)
{
    bool alike =
        meant != NULL && strcmp(text_skeleton(arena, text), text_skeleton(arena, meant)) == 0;
    const char *difference = alike ? first_difference(arena, text, meant) : "";
    if (*difference != '\0')
        return difference;
    return alike || has_ascii_letter(text) ? first_of_another(arena, text) : "";
}

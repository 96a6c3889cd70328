/* SPDX-License-Identifier: MIT */
#include "encoding.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

/*
 * Encodings by name, and what their bytes mean. The tables are ours and not the system's: a count
 * must not depend on what is installed beside the program.
 */

#define REPLACEMENT 0xFFFD

/* What stands from a byte on, the first of the table, which is 0x80 or 0xA0; a byte that no table
 * has is the character of its number. */
static const uint16_t windows_1252[] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static const uint16_t latin_9[] = {
    0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x20AC, 0x00A5, 0x0160, 0x00A7, 0x0161, 0x00A9, 0x00AA,
    0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x017D, 0x00B5,
    0x00B6, 0x00B7, 0x017E, 0x00B9, 0x00BA, 0x00BB, 0x0152, 0x0153, 0x0178, 0x00BF,
};

static const uint16_t macintosh[] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

static const uint16_t cp437[] = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00A2, 0x00A3, 0x00A5, 0x20A7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x2310, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x03B1, 0x00DF, 0x0393, 0x03C0, 0x03A3, 0x03C3, 0x00B5, 0x03C4, 0x03A6, 0x0398, 0x03A9, 0x03B4,
    0x221E, 0x03C6, 0x03B5, 0x2229, 0x2261, 0x00B1, 0x2265, 0x2264, 0x2320, 0x2321, 0x00F7, 0x2248,
    0x00B0, 0x2219, 0x00B7, 0x221A, 0x207F, 0x00B2, 0x25A0, 0x00A0,
};

static const uint16_t cp850[] = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
    0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
    0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
    0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
    0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
    0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
};

#define TABLE(first, characters) first, sizeof(characters) / sizeof *(characters), characters

const struct encoding encoding_utf_16_little = {"utf-16le", "utf16;unicode", 2, false, 0, 0, NULL};
const struct encoding encoding_utf_16_big = {"utf-16be", "", 2, true, 0, 0, NULL};
static const struct encoding utf_8 = {"utf-8", "", 1, false, 0, 0, NULL};

/* Those in which a table of ours can be: Excel's on Windows and on a Mac, what other programs of
 * western Europe write, and what came from DOS. */
static const struct encoding one_byte[] = {
    {"windows-1252", "cp1252;ansi", 1, false, TABLE(0x80, windows_1252)},
    {"iso-8859-1", "latin1", 1, false, 0, 0, NULL},
    {"iso-8859-15", "latin9", 1, false, TABLE(0xA0, latin_9)},
    {"macintosh", "macroman", 1, false, TABLE(0x80, macintosh)},
    {"cp437", "ibm437;dos", 1, false, TABLE(0x80, cp437)},
    {"cp850", "ibm850", 1, false, TABLE(0x80, cp850)},
};

const char *const encoding_names[] = {"windows-1252", "utf-8",       "utf-16le",  "utf-16be",
                                      "iso-8859-1",   "iso-8859-15", "macintosh", "cp437",
                                      "cp850",        NULL};

/* The next character of a name that counts, in lower case; '\0' at its end or at a `;`. */
static char next_letter(const char **name)
{
    while (**name == '-' || **name == '_' || **name == ' ')
        ++*name;
    if (**name == '\0' || **name == ';')
        return '\0';
    return (char)tolower((unsigned char)*(*name)++);
}

static bool is_same(const char *one, const char *other)
{
    char letter;
    do {
        letter = next_letter(&one);
        if (letter != next_letter(&other))
            return false;
    } while (letter != '\0');
    return true;
}

static bool is_another_name(const char *name, const char *others)
{
    for (const char *at = others; at != NULL; at = strchr(at, ';')) {
        at += *at == ';';
        if (*at != '\0' && is_same(name, at))
            return true;
    }
    return false;
}

static bool is_called(const struct encoding *encoding, const char *name)
{
    return is_same(name, encoding->name) || is_another_name(name, encoding->others);
}

const struct encoding *encoding_find(const char *name)
{
    static const struct encoding *const utf[] = {&utf_8, &encoding_utf_16_little,
                                                 &encoding_utf_16_big};
    if (strchr(name, ';') != NULL)
        return NULL;
    for (size_t i = 0; i < sizeof utf / sizeof *utf; i++)
        if (is_called(utf[i], name))
            return utf[i];
    for (size_t i = 0; i < sizeof one_byte / sizeof *one_byte; i++)
        if (is_called(&one_byte[i], name))
            return &one_byte[i];
    return NULL;
}

bool encoding_is_utf_8(const struct encoding *encoding)
{
    return encoding == &utf_8;
}

/* --- One byte a character --- */

static int32_t character_of(const struct encoding *encoding, unsigned char byte)
{
    return byte >= encoding->first && byte - encoding->first < encoding->count
               ? encoding->characters[byte - encoding->first]
               : byte;
}

size_t encoding_ascii_length(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && (unsigned char)bytes[at] < 0x80)
        at++;
    return at;
}

static void decode_bytes(const struct encoding *encoding, const char *bytes, size_t length,
                         struct buffer *text)
{
    for (size_t at = 0; at < length; at++) {
        size_t ascii = encoding_ascii_length(bytes + at, length - at);
        buffer_add_bytes(text, bytes + at, ascii);
        at += ascii;
        if (at < length)
            buffer_add_character(text, character_of(encoding, (unsigned char)bytes[at]));
    }
}

/* --- UTF-16 --- */

static int32_t unit_at(const char *bytes, bool big)
{
    unsigned char one = (unsigned char)bytes[0], other = (unsigned char)bytes[1];
    return big ? one << 8 | other : other << 8 | one;
}

static bool begins_pair(int32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool ends_pair(int32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* Returns how many bytes that were: less where a character goes on behind the end. */
static size_t decode_units(bool big, const char *bytes, size_t length, struct buffer *text)
{
    size_t at = 0;
    for (; at + 2 <= length; at += 2) {
        int32_t unit = unit_at(bytes + at, big);
        if (begins_pair(unit)) {
            if (at + 4 > length)
                break;
            int32_t next = unit_at(bytes + at + 2, big);
            if (ends_pair(next)) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
                at += 2;
            }
        }
        buffer_add_character(text, begins_pair(unit) || ends_pair(unit) ? REPLACEMENT : unit);
    }
    return at;
}

size_t encoding_decode(const struct encoding *encoding, const char *bytes, size_t length, bool last,
                       struct buffer *text)
{
    if (encoding->unit == 1) {
        decode_bytes(encoding, bytes, length, text);
        return length;
    }
    size_t taken = decode_units(encoding->big, bytes, length, text);
    if (!last || taken == length)
        return taken;
    buffer_add_character(text, REPLACEMENT);
    return length;
}

/* SPDX-License-Identifier: MIT */
#include "encoding.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

/* Encodings by name, and what their bytes mean, by the system's iconv. */

#define REPLACEMENT "\xEF\xBF\xBD"

const struct encoding encoding_utf_16_little = {"utf-16le", "", "UTF-16LE", 2};
const struct encoding encoding_utf_16_big = {"utf-16be", "", "UTF-16BE", 2};

/* Those in which a table of ours can be: Excel's on Windows and on a Mac, and what other programs
 * of western Europe write. */
static const struct encoding encodings[] = {
    {"windows-1252", "cp1252;ansi", "CP1252", 1}, {"utf-8", "", "UTF-8", 1},
    {"utf-16le", "utf16;unicode", "UTF-16LE", 2}, {"utf-16be", "", "UTF-16BE", 2},
    {"iso-8859-1", "latin1", "ISO-8859-1", 1},    {"iso-8859-15", "latin9", "ISO-8859-15", 1},
    {"macintosh", "macroman", "MACINTOSH", 1},
};

const char *const encoding_names[] = {"windows-1252", "utf-8",       "utf-16le",  "utf-16be",
                                      "iso-8859-1",   "iso-8859-15", "macintosh", NULL};

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

const struct encoding *encoding_find(const char *name)
{
    if (strchr(name, ';') != NULL)
        return NULL;
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        if (is_same(name, encodings[i].name) || is_another_name(name, encodings[i].others))
            return &encodings[i];
    return NULL;
}

const struct encoding *encoding_utf_8(void)
{
    return encoding_find("utf-8");
}

bool converter_open(struct converter *converter, const struct encoding *encoding)
{
    converter->encoding = encoding;
    converter->handle = iconv_open("UTF-8", encoding->system);
    converter->open = converter->handle != (iconv_t)-1;
    return converter->open;
}

void converter_close(struct converter *converter)
{
    if (converter->open)
        iconv_close(converter->handle);
    converter->open = false;
}

size_t converter_add(struct converter *converter, const char *bytes, size_t length, bool last,
                     struct buffer *text)
{
    char room[4096];
    char *from = (char *)(size_t)bytes; /* iconv reads it, whatever its type says */
    size_t left = length;
    while (left > 0) {
        char *to = room;
        size_t free = sizeof room;
        size_t result = iconv(converter->handle, &from, &left, &to, &free);
        int error = result == (size_t)-1 ? errno : 0;
        buffer_add_bytes(text, room, sizeof room - free);
        if (error == EINVAL && !last)
            break;
        if (error == EINVAL || error == EILSEQ) {
            size_t skipped = converter->encoding->unit < left ? converter->encoding->unit : left;
            buffer_add(text, REPLACEMENT);
            from += skipped;
            left -= skipped;
        }
    }
    return length - left;
}

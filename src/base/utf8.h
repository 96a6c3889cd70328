/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_UTF8_H
#define QUORATE_UTF8_H

/* One character at a time: for the files of base/ that look into text. */

#include <stddef.h>
#include <stdint.h>

#include <utf8proc.h>

#define UTF8_INVALID (-1)

/*
 * The character with which `length` (> 0) bytes begin, and how many bytes it takes. A byte that is
 * not part of well-formed UTF-8 counts as one character, UTF8_INVALID.
 */
static inline size_t utf8_next(const char *bytes, size_t length, int32_t *character)
{
    unsigned char first = (unsigned char)*bytes;
    if (first < 0x80) {
        *character = first;
        return 1;
    }
    utf8proc_ssize_t most = length < 4 ? (utf8proc_ssize_t)length : 4;
    utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)bytes, most, character);
    if (taken > 0)
        return (size_t)taken;
    *character = UTF8_INVALID;
    return 1;
}

/* Whether Unicode calls the character white space. */
static inline int utf8_is_space(int32_t character)
{
    if (character < 0x80)
        return character == ' ' || (character >= '\t' && character <= '\r');
    utf8proc_category_t category = utf8proc_category(character);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || character == 0x85;
}

static inline size_t utf8_character_width(int32_t character)
{
    if (character >= ' ' && character < 0x7F)
        return 1;
    return character == UTF8_INVALID ? 1 : (size_t)utf8proc_charwidth(character);
}

/* Columns that the first `length` bytes take. */
static inline size_t utf8_width(const char *bytes, size_t length)
{
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        if (bytes[at] >= ' ' && bytes[at] < 0x7F) { /* as most are */
            width++;
            at++;
            continue;
        }
        int32_t character;
        at += utf8_next(bytes + at, length - at, &character);
        width += utf8_character_width(character);
    }
    return width;
}

#endif

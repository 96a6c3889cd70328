/* SPDX-License-Identifier: MIT */
#include "quorate/text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"

size_t text_invalid_at(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint64_t eight; /* files are nearly all ASCII, so eight bytes at a time pay */
        while (length - at >= sizeof eight) {
            memcpy(&eight, bytes + at, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) != 0)
                break;
            at += sizeof eight;
        }
        if (at == length)
            break;
        int32_t character;
        size_t taken = utf8_next(bytes + at, length - at, &character);
        if (character == UTF8_INVALID)
            return at;
        at += taken;
    }
    return TEXT_VALID;
}

/* Whether one of eight bytes is 0. Every byte of `ones` is 1. */
static bool has_zero(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    return ((eight - ones) & ~eight & (ones << 7)) != 0;
}

/* Whether eight bytes hold a C0 control, DEL, or the lead byte of U+0080 to U+00BF. */
static bool may_hold_control(const char *bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return ((eight - ones * 0x20) & ~eight & (ones << 7)) != 0 || has_zero(eight ^ ones * 0x7F) ||
           has_zero(eight ^ ones * 0xC2);
}

/* Whether eight bytes are ASCII to be printed. */
static bool are_plain(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return (eight & UINT64_C(0x8080808080808080)) == 0 && !may_hold_control(bytes);
}

static bool is_control(const char *bytes, size_t length)
{
    unsigned char byte = (unsigned char)*bytes;
    if (byte == 0xC2)
        return length > 1 && (unsigned char)bytes[1] < 0xA0;
    return byte < 0x20 || byte == 0x7F;
}

size_t text_control_at(const char *bytes, size_t length, const char *allowed)
{
    size_t at = 0;
    while (at < length) {
        if (length - at >= sizeof(uint64_t) && !may_hold_control(bytes + at)) {
            at += sizeof(uint64_t);
            continue;
        }
        size_t end = length - at < sizeof(uint64_t) ? length : at + sizeof(uint64_t);
        for (; at < end; at++) {
            char byte = bytes[at];
            if (is_control(bytes + at, length - at) && (byte == '\0' || !strchr(allowed, byte)))
                return at;
        }
    }
    return TEXT_VALID;
}

/* The offset behind the last character that is not white space. */
static size_t end_without_space(const char *text, size_t length)
{
    while (length > 0) {
        size_t at = length - 1;
        while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
            at--;
        int32_t character;
        size_t taken = utf8_next(text + at, length - at, &character);
        if (at + taken != length || !utf8_is_space(character))
            break;
        length = at;
    }
    return length;
}

const char *text_trim(struct arena *arena, const char *text)
{
    size_t length = end_without_space(text, strlen(text));
    size_t start = 0;
    while (start < length) {
        int32_t character;
        size_t taken = utf8_next(text + start, length - start, &character);
        if (!utf8_is_space(character))
            break;
        start += taken;
    }
    return arena_copy(arena, text + start, length - start);
}

size_t text_characters(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; at++)
        count += ((unsigned char)bytes[at] & 0xC0) != 0x80;
    return count;
}

size_t text_width(const char *text)
{
    return utf8_width(text, strlen(text));
}

static bool moves_cursor(int32_t character)
{
    if (character < 0x80) /* UTF8_INVALID too: a stray byte can be a control of its own */
        return character < ' ' || character == 0x7F;
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

const char *text_printable(struct arena *arena, const char *text)
{
    size_t length = strlen(text), kept = 0;
    struct buffer buffer = {.arena = arena};
    for (size_t at = 0; at < length;) {
        if (length - at >= sizeof(uint64_t) && are_plain(text + at)) {
            at += sizeof(uint64_t);
            continue;
        }
        int32_t character;
        size_t taken = utf8_next(text + at, length - at, &character);
        if (moves_cursor(character)) {
            buffer_add_bytes(&buffer, text + kept, at - kept);
            buffer_add(&buffer, REPLACEMENT);
            kept = at + taken;
        }
        at += taken;
    }
    if (kept == 0)
        return arena_copy(arena, text, length);
    buffer_add_bytes(&buffer, text + kept, length - kept);
    return buffer_text(&buffer);
}

const char *text_capital(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text, strlen(text));
    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

const char *text_article(const char *noun)
{
    static const char *const with_consonant[] = {"uni", "eu", "use", "one"};
    for (size_t i = 0; i < sizeof with_consonant / sizeof *with_consonant; i++)
        if (strncasecmp(noun, with_consonant[i], strlen(with_consonant[i])) == 0)
            return "a";
    return noun[0] != '\0' && strchr("aeiouAEIOU", noun[0]) != NULL ? "an" : "a";
}

const char *text_list(struct arena *arena, const char *const *items, size_t count, const char *last)
{
    struct buffer buffer = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count)
            buffer_format(&buffer, " %s ", last);
        else if (i > 0)
            buffer_add(&buffer, ", ");
        buffer_add(&buffer, items[i]);
    }
    return buffer_text(&buffer);
}

const char *text_shell_word(struct arena *arena, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-+.,/:=@%";
    struct buffer quoted = {.arena = arena};
    if (*word != '\0' && word[strspn(word, plain)] == '\0')
        return word;
    buffer_add(&quoted, "'");
    for (const char *at = word; *at != '\0'; at++)
        buffer_add_bytes(&quoted, *at == '\'' ? "'\\''" : at, *at == '\'' ? 4 : 1);
    buffer_add(&quoted, "'");
    return buffer_text(&quoted);
}

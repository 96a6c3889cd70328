/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_ENCODING_H
#define QUORATE_SHEET_ENCODING_H

#include <stdint.h>

#include "quorate/buffer.h"
#include "quorate/decoder.h"

struct encoding {
    const char *name;   /* as it is offered */
    const char *others; /* other names, separated by `;`, lower case without `-`, `_` and space */
    size_t unit;        /* bytes; two are UTF-16 */
    bool big;           /* the first of two bytes is the higher one */
    /* Of one byte: what the `count` bytes from `first` on are. Others are of the same number. */
    size_t first, count;
    const uint16_t *characters;
};

extern const struct encoding encoding_utf_16_little, encoding_utf_16_big;

/* The one that needs no decoding. */
bool encoding_is_utf_8(const struct encoding *encoding);

/* How many bytes come before the first that is not ASCII. */
size_t encoding_ascii_length(const char *bytes, size_t length);

/*
 * Adds what the bytes mean, in UTF-8, and returns how many that were: not those at the end that are
 * only part of a character, unless they are the `last`. What means nothing becomes U+FFFD.
 */
size_t encoding_decode(const struct encoding *encoding, const char *bytes, size_t length, bool last,
                       struct buffer *text);

#endif

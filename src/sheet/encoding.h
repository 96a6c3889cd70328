/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_ENCODING_H
#define QUORATE_SHEET_ENCODING_H

#include <iconv.h>

#include "quorate/buffer.h"
#include "quorate/decoder.h"

struct encoding {
    const char *name;   /* as it is offered */
    const char *others; /* other names, separated by `;`, lower case without `-`, `_` and space */
    const char *system; /* what iconv calls it */
    size_t unit;        /* bytes that are skipped where they mean nothing */
};

extern const struct encoding encoding_utf_16_little, encoding_utf_16_big;

/* The one that needs no converter. */
const struct encoding *encoding_utf_8(void);

/* The system's converter of one encoding to UTF-8. */
struct converter {
    const struct encoding *encoding;
    iconv_t handle;
    bool open;
};

/* False when the system has none. */
bool converter_open(struct converter *converter, const struct encoding *encoding);
void converter_close(struct converter *converter);

/* Adds what the bytes mean and returns how many that were: not those at the end that are only part
 * of a character, unless they are the `last`. */
size_t converter_add(struct converter *converter, const char *bytes, size_t length, bool last,
                     struct buffer *text);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BUFFER_H
#define QUORATE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"

/* Bytes that grow. `bytes` always ends in a NUL that `length` does not count (once anything was
 * added). */
struct buffer {
    struct arena *arena;
    char *bytes;
    size_t length, capacity;
};

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length);
/* One of Unicode's characters, in UTF-8; not half of a surrogate pair. */
void buffer_add_character(struct buffer *buffer, int32_t character);
void buffer_add_repeated(struct buffer *buffer, char character, size_t times);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text so far, "" when nothing was added. The arena owns it. */
const char *buffer_text(const struct buffer *buffer);

#endif

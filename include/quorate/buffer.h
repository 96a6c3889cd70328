/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BUFFER_H
#define QUORATE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"

/* Takes the bytes that are next. They are gone when it returns. */
typedef void buffer_taker(void *context, const char *bytes, size_t length);

/* Bytes that grow. `bytes` always ends in a NUL that `length` does not count (once anything was
 * added). */
struct buffer {
    struct arena *arena;
    char *bytes;
    size_t length, capacity;
    buffer_taker *take; /* who takes them when they are many; NULL for nobody */
    void *taker;
    bool taken; /* whether any were: then the rest is theirs as well (buffer_end) */
};

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length);
/* One of Unicode's characters, in UTF-8; not half of a surrogate pair. */
void buffer_add_character(struct buffer *buffer, int32_t character);
void buffer_add_repeated(struct buffer *buffer, char character, size_t times);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Where the text ends there is room for so many bytes more at the least, all that `capacity` leaves
 * but one. What is written there belongs to the text when buffer_fill says how much it is. */
char *buffer_room(struct buffer *buffer, size_t length);
void buffer_fill(struct buffer *buffer, size_t length);

/* For whoever adds much, where nobody looks back: has what there is taken, if somebody does and it
 * is worth it. And the rest at the end, where anything was taken before. */
void buffer_pass(struct buffer *buffer);
void buffer_end(struct buffer *buffer);

/* The text so far, "" when nothing was added. The arena owns it. */
const char *buffer_text(const struct buffer *buffer);

#endif

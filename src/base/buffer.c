/* SPDX-License-Identifier: MIT */
#include "quorate/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#define LEAST_CAPACITY 64

/* A page, or the result of a common vote, is less, and taken whole. */
#define WORTH_TAKING ((size_t)256 << 10)

static void grow(struct buffer *buffer, size_t added)
{
    if (added > SIZE_MAX / 4 - buffer->length)
        arena_exhausted(buffer->arena);
    size_t capacity = buffer->capacity < LEAST_CAPACITY ? LEAST_CAPACITY : buffer->capacity * 2;
    while (capacity - buffer->length <= added)
        capacity *= 2;
    buffer->bytes = arena_resize(buffer->arena, buffer->bytes, buffer->capacity, capacity);
    buffer->capacity = capacity;
}

/* Makes room for `added` bytes and the NUL behind them. */
static inline void make_room(struct buffer *buffer, size_t added)
{
    if (added >= buffer->capacity - buffer->length)
        grow(buffer, added);
    assert(buffer->bytes != NULL); /* else there was no capacity */
}

char *buffer_room(struct buffer *buffer, size_t length)
{
    make_room(buffer, length);
    return buffer->bytes + buffer->length;
}

void buffer_fill(struct buffer *buffer, size_t length)
{
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
    buffer_add_bytes(buffer, text, strlen(text));
}

/* They may be the buffer's own, which may move. */
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    uintptr_t at = (uintptr_t)bytes - (uintptr_t)buffer->bytes;
    bool is_own = buffer->bytes != NULL && at < buffer->capacity;
    make_room(buffer, length);
    if (is_own)
        bytes = buffer->bytes + at;
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_character(struct buffer *buffer, int32_t character)
{
    utf8proc_uint8_t encoded[4];
    utf8proc_ssize_t length = utf8proc_encode_char(character, encoded);
    buffer_add_bytes(buffer, (const char *)encoded, (size_t)length);
}

void buffer_add_repeated(struct buffer *buffer, char character, size_t times)
{
    make_room(buffer, times);
    memset(buffer->bytes + buffer->length, character, times);
    buffer->length += times;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    make_room(buffer, 0);
    size_t room = buffer->capacity - buffer->length;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(buffer->bytes + buffer->length, room, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_exhausted(buffer->arena);
    if ((size_t)length >= room) {
        buffer->bytes[buffer->length] = '\0'; /* it may be among what is added */
        char *text = arena_alloc(buffer->arena, (size_t)length + 1, 1);
        va_start(arguments, format);
        (void)vsnprintf(text, (size_t)length + 1, format, arguments);
        va_end(arguments);
        buffer_add_bytes(buffer, text, (size_t)length);
        return;
    }
    buffer->length += (size_t)length;
}

static void hand_over(struct buffer *buffer)
{
    buffer->taken = true;
    buffer->take(buffer->taker, buffer->bytes, buffer->length);
    buffer->length = 0;
}

void buffer_pass(struct buffer *buffer)
{
    if (buffer->take != NULL && buffer->length >= WORTH_TAKING)
        hand_over(buffer);
}

void buffer_end(struct buffer *buffer)
{
    if (buffer->taken && buffer->length > 0)
        hand_over(buffer);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->length == 0 ? "" : buffer->bytes;
}

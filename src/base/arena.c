/* SPDX-License-Identifier: MIT */
#include "quorate/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/system.h"

#if defined(__SANITIZE_ADDRESS__)
#define OBJECTS_APART true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OBJECTS_APART true
#endif
#endif
#ifndef OBJECTS_APART
#define OBJECTS_APART false
#endif

/* A small run needs no second chunk, and what it does not reach costs nothing. */
#define FIRST_CHUNK ((size_t)512 << 10)
/* Many a part holds next to nothing, and each chunk reaches into a page more than it fills. */
#define FIRST_OF_PART  ((size_t)8 << 10)
#define SECOND_OF_PART ((size_t)128 << 10)
#define MOST_CHUNK     ((size_t)1 << 20)
/* A larger object gets a block of its own, which comes zeroed from the system for nothing. */
#define LARGE_OBJECT ((size_t)16 << 10)
/* One that malloc has from the system by itself, and that is worth to be had in large pages. */
#define VAST_OBJECT ((size_t)4 << 20)

#define SHORT_ARRAY ((size_t)64)
#define LEAST_ARRAY ((size_t)64) /* bytes, of elements that are small */

#define ALIGNMENT _Alignof(max_align_t)

struct block {
    struct block *next, *before;
    max_align_t bytes[];
};

struct arena {
    jmp_buf *out_of_memory;
    struct arena *whole; /* that it is a part of, or NULL */
    struct arena *parts, *next_part;
    struct block *blocks; /* without the first chunk, which holds the arena itself */
    char *free;
    size_t room;
    size_t next_chunk;
    void (*undo)(void *context);
    void *undo_context;
    bool limited;
    size_t before_failure;
};

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static struct arena *begin(jmp_buf *out_of_memory, size_t chunk, size_t next_chunk)
{
    size_t own = aligned(sizeof(struct arena));
    chunk = OBJECTS_APART ? own : chunk;
    char *memory = malloc(chunk);
    if (memory == NULL)
        return NULL;
    struct arena *arena = (struct arena *)(void *)memory;
    *arena = (struct arena){.out_of_memory = out_of_memory,
                            .free = memory + own,
                            .room = chunk - own,
                            .next_chunk = next_chunk};
    return arena;
}

struct arena *arena_new(jmp_buf *out_of_memory)
{
    return begin(out_of_memory, FIRST_CHUNK, MOST_CHUNK);
}

struct arena *arena_part(struct arena *whole)
{
    struct arena *part = begin(whole->out_of_memory, FIRST_OF_PART, SECOND_OF_PART);
    if (part == NULL)
        arena_exhausted(whole);
    part->whole = whole;
    part->next_part = whole->parts;
    whole->parts = part;
    return part;
}

static void take_out_part(struct arena *part)
{
    struct arena **place = &part->whole->parts;
    while (*place != part)
        place = &(*place)->next_part;
    *place = part->next_part;
}

static void free_with_parts(struct arena *arena)
{
    struct arena *part = arena->parts;
    while (part != NULL) {
        struct arena *next = part->next_part;
        free_with_parts(part);
        part = next;
    }
    struct block *block = arena->blocks;
    while (block != NULL) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    if (arena->whole != NULL)
        take_out_part(arena);
    free_with_parts(arena);
}

void arena_fail_after(struct arena *arena, size_t allocations)
{
    arena->limited = true;
    arena->before_failure = allocations;
}

void arena_undo(struct arena *arena, void (*undo)(void *context), void *context)
{
    arena->undo = undo;
    arena->undo_context = context;
}

static struct arena *whole_of(struct arena *arena)
{
    while (arena->whole != NULL)
        arena = arena->whole;
    return arena;
}

void arena_exhausted(struct arena *arena)
{
    arena = whole_of(arena);
    if (arena->out_of_memory == NULL)
        abort();
    if (arena->undo != NULL)
        arena->undo(arena->undo_context);
    longjmp(*arena->out_of_memory, 1);
}

static void *add_block(struct arena *arena, size_t size, bool zeroed)
{
    size_t whole = sizeof(struct block) + size;
    struct block *block = zeroed ? calloc(1, whole) : malloc(whole);
    if (block == NULL)
        return NULL;
    if (size >= VAST_OBJECT)
        system_expect(block, whole);
    block->before = NULL;
    block->next = arena->blocks;
    if (block->next != NULL)
        block->next->before = block;
    arena->blocks = block;
    return block->bytes;
}

/* Whether an object of this size is a block of its own. */
static bool is_large(size_t size)
{
    return OBJECTS_APART || aligned(size) >= LARGE_OBJECT;
}

static bool allocation_fails(struct arena *arena, size_t size)
{
    if (size > PTRDIFF_MAX - FIRST_CHUNK)
        return true;
    arena = whole_of(arena);
    if (!arena->limited)
        return false;
    if (arena->before_failure == 0)
        return true;
    arena->before_failure--;
    return false;
}

/* Memory that is zeroed when `zeroed` says so, or NULL. */
static void *take_memory(struct arena *arena, size_t size, bool zeroed)
{
    if (allocation_fails(arena, size))
        return NULL;
    if (is_large(size))
        return add_block(arena, size, zeroed);
    size = aligned(size);
    if (size > arena->room) {
        char *chunk = add_block(arena, arena->next_chunk, false);
        if (chunk == NULL)
            return NULL;
        arena->free = chunk;
        arena->room = arena->next_chunk;
        if (arena->next_chunk < MOST_CHUNK)
            arena->next_chunk *= 2;
    }
    void *object = arena->free;
    arena->free += size;
    arena->room -= size;
    return zeroed ? memset(object, 0, size) : object;
}

void *arena_try_alloc(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return take_memory(arena, count * size, true);
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    void *memory = arena_try_alloc(arena, count, size);
    if (memory == NULL)
        arena_exhausted(arena);
    return memory;
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    void *memory =
        size != 0 && count > SIZE_MAX / size ? NULL : take_memory(arena, count * size, false);
    if (memory == NULL)
        arena_exhausted(arena);
    return memory;
}

char *arena_try_resize(struct arena *arena, char *bytes, size_t from, size_t to)
{
    if (bytes == NULL || !is_large(from)) {
        char *copy = take_memory(arena, to, false);
        if (copy != NULL && bytes != NULL)
            memcpy(copy, bytes, from);
        return copy;
    }
    void *old = bytes - offsetof(struct block, bytes);
    struct block *block =
        allocation_fails(arena, to) ? NULL : realloc(old, sizeof(struct block) + to);
    if (block == NULL)
        return NULL;
    if (to >= VAST_OBJECT)
        system_expect(block, sizeof *block + to);
    *(block->before == NULL ? &arena->blocks : &block->before->next) = block;
    if (block->next != NULL)
        block->next->before = block;
    return (char *)block->bytes;
}

char *arena_resize(struct arena *arena, char *bytes, size_t from, size_t to)
{
    char *resized = arena_try_resize(arena, bytes, from, to);
    if (resized == NULL)
        arena_exhausted(arena);
    return resized;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = length == SIZE_MAX ? NULL : take_memory(arena, length + 1, false);
    if (copy == NULL)
        arena_exhausted(arena);
    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

/* Whether the format does nothing but put texts together, of `length` in all. */
static bool is_of_texts(const char *format, va_list texts, size_t *length)
{
    *length = 0;
    for (; *format != '\0'; format++) {
        const char *text = NULL;
        if (*format == '%' && (*++format != 's' || (text = va_arg(texts, const char *)) == NULL))
            return false;
        *length += text == NULL ? 1 : strlen(text);
    }
    return true;
}

/* What most formats ask for, and what printf takes several times as long for. */
static void put_together(char *to, const char *format, va_list texts)
{
    for (; *format != '\0'; format++) {
        if (*format != '%') {
            *to++ = *format;
            continue;
        }
        format++;
        const char *text = va_arg(texts, const char *);
        size_t length = strlen(text);
        memcpy(to, text, length);
        to += length;
    }
    *to = '\0';
}

char *arena_format_list(struct arena *arena, const char *format, va_list arguments)
{
    char small[256];
    char *text = NULL;
    size_t together;
    va_list again;
    va_copy(again, arguments);
    bool of_texts = is_of_texts(format, again, &together);
    va_end(again);
    if (of_texts) {
        text = arena_room(arena, together + 1, 1);
        put_together(text, format, arguments);
        return text;
    }
    va_copy(again, arguments);
    int length = vsnprintf(small, sizeof small, format, arguments);
    if (length >= 0 && (size_t)length < sizeof small)
        text = arena_copy(arena, small, (size_t)length);
    else if (length >= 0 && (text = arena_try_alloc(arena, (size_t)length + 1, 1)) != NULL)
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    if (text == NULL)
        arena_exhausted(arena);
    return text;
}

/* Where each object is a block of its own a short array ends with its last element, so that a look
 * behind that is seen too. */
static size_t larger_than(size_t capacity, size_t size)
{
    if (OBJECTS_APART && capacity < SHORT_ARRAY)
        return capacity + 1;
    if (capacity == 0)
        return size < LEAST_ARRAY / 4 ? LEAST_ARRAY / size : 4;
    return capacity * 2;
}

void arena_double(struct arena *arena, void *items, size_t *capacity, size_t size)
{
    char *array = NULL;
    size_t larger = larger_than(*capacity, size);
    memcpy(&array, items, sizeof array);
    if (larger > SIZE_MAX / size)
        arena_exhausted(arena);
    array = arena_resize(arena, array, *capacity * size, larger * size);
    *capacity = larger;
    memcpy(items, &array, sizeof array);
}

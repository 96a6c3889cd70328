/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ARENA_H
#define QUORATE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

/*
 * One arena a run: everything that is read, decided or written lives in it and is freed at once.
 * Under the address sanitizer each object is a block of its own, so that an overrun is seen.
 */
struct arena;

/*
 * A new arena, or NULL when there is no memory for it. When later memory runs out, the allocating
 * function does not return: it jumps to *out_of_memory, which must still be live (set it with
 * setjmp before the first allocation). So no allocating function returns NULL, arena_try_alloc
 * apart. Where out_of_memory is NULL the program aborts instead: for tests.
 */
struct arena *arena_new(jmp_buf *out_of_memory);

/*
 * A part of an arena, for what is needed for a while only: it can be freed by itself, else goes
 * with the whole. It runs out of memory as the whole does.
 */
struct arena *arena_part(struct arena *whole);

/* Frees everything that was allocated from the arena, and the arena. NULL is allowed. */
void arena_free(struct arena *arena);

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type; count may be 0. */
/*@ assigns \nothing;
    ensures \valid((char *)\result + (0 .. count * size - 1));
    ensures \forall integer i; 0 <= i < count * size ==> ((char *)\result)[i] == 0; */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* The same, but it holds anything: for what is filled in from end to end. */
void *arena_room(struct arena *arena, size_t count, size_t size);

/*
 * The same as arena_alloc, but NULL when there is no memory: for whoever holds something open that
 * the arena cannot close. Close it, then call arena_exhausted, which jumps.
 */
void *arena_try_alloc(struct arena *arena, size_t count, size_t size);
_Noreturn void arena_exhausted(struct arena *arena);

/* Has `undo` called before such a jump, for what would else be left half done; NULL for nothing. It
 * must not allocate. */
void arena_undo(struct arena *arena, void (*undo)(void *context), void *context);

/* For tests: that many more allocations succeed, then every one fails. */
void arena_fail_after(struct arena *arena, size_t allocations);

/* A copy of `length` bytes with a NUL added. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/*
 * The same bytes with more room behind them: `from` is how many there were, `to` how many there
 * are, of which the new ones hold anything. What was at `bytes` may be gone: nobody else points
 * there. NULL of 0 bytes is allowed.
 */
char *arena_resize(struct arena *arena, char *bytes, size_t from, size_t to);
char *arena_try_resize(struct arena *arena, char *bytes, size_t from, size_t to); /* or NULL */

/* The text that printf would print. The arena owns it. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_format_list(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Twice the room for a growing array that is full. */
void arena_double(struct arena *arena, void *items, size_t *capacity, size_t size);

/*
 * Makes room for one more element at the end of a growing array and returns its zeroed place. The
 * array doubles, and may go elsewhere: nobody else points into it. *items, *count and *capacity are
 * updated.
 */
static inline void *arena_push(struct arena *arena, void *items, size_t *count, size_t *capacity,
                               size_t size)
{
    char *array = NULL; /* `items` points at a pointer of any type, so it is copied as bytes */
    if (*count == *capacity)
        arena_double(arena, items, capacity, size);
    memcpy(&array, items, sizeof array);
    return memset(array + (*count)++ * size, 0, size);
}

/* `int *p = ARENA_PUSH(arena, numbers, count, capacity);` with lvalues of the caller's. */
#define ARENA_PUSH(arena, items, count, capacity)                                                  \
    arena_push((arena), &(items), &(count), &(capacity), sizeof *(items))

#endif

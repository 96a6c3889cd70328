/* SPDX-License-Identifier: MIT */
#include "check.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define MAY_NOT_BE_READ(place) (__asan_address_is_poisoned(place) != 0)
#else
#define MAY_NOT_BE_READ(place) ((place) != NULL) /* nobody sees it */
#endif

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    struct arena *arena = arena_of(state);
    static const size_t sizes[] = {0, 1, 3, 16, 17, 1000, 20000, 70000, 300000};
    unsigned char *blocks[sizeof sizes / sizeof *sizes];
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        blocks[i] = arena_alloc(arena, sizes[i], 1);
        check_true(blocks[i] != NULL);
        check_int((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            check_int(blocks[i][j], 0);
        memset(blocks[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            check_int(blocks[i][j], i + 1);
}

/* The system's fresh memory is zero anyway; what malloc hands out again is not. */
static void memory_that_was_used_before_is_zeroed(void **state)
{
    (void)state;
    for (int run = 0; run < 3; run++) {
        struct arena *arena = arena_new(NULL);
        for (int i = 0; i < 40; i++) {
            unsigned char *bytes = arena_alloc(arena, 5000, 1);
            for (size_t j = 0; j < 5000; j++)
                check_int(bytes[j], 0);
            memset(bytes, 0xFF, 5000);
        }
        arena_free(arena);
    }
}

static void many_small_objects_keep_what_they_hold(void **state)
{
    struct arena *arena = arena_of(state);
    enum {
        MANY = 30000
    };
    size_t **numbers = arena_alloc(arena, MANY, sizeof *numbers);
    for (size_t i = 0; i < MANY; i++) {
        numbers[i] = arena_alloc(arena, 1 + i % 7, sizeof **numbers);
        check_int(numbers[i][i % 7], 0);
        numbers[i][0] = i;
    }
    for (size_t i = 0; i < MANY; i++)
        check_int(*numbers[i], i);
}

static void a_copy_ends_in_nul(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(arena_copy(arena, "Nettlebed", 6), "Nettle");
    check_text(arena_copy(arena, NULL, 0), "");
    check_int(memcmp(arena_copy(arena, "a\0b", 3), "a\0b", 4), 0);
}

static void format_takes_any_length(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(arena_format(arena, "%d of %s", 6, "10"), "6 of 10");
    check_text(arena_format(arena, "%s of %s", "6", "10"), "6 of 10");
    check_text(arena_format(arena, "(%s%s)", "", "Bell"), "(Bell)");
    check_text(arena_format(arena, "%s", ""), "");
    check_text(arena_format(arena, "no text"), "no text");
    check_text(arena_format(arena, "%s%%", "50"), "50%");
    check_text(arena_format(arena, "%s%6s%s", "a", "Bell", "b"), "a  Bellb");
    check_text(arena_format(arena, "%s%c%s", "a", ',', "b"), "a,b");
    for (int length = 250; length < 260; length++) {
        const char *text = arena_format(arena, "%*d", length, 7);
        check_int(strlen(text), length);
        check_int(text[length - 1], '7');
    }
}

static void an_array_grows(void **state)
{
    struct arena *arena = arena_of(state);
    int *numbers = NULL;
    size_t count = 0, capacity = 0;
    for (int i = 0; i < 1000; i++) {
        int *place = ARENA_PUSH(arena, numbers, count, capacity);
        check_int(*place, 0);
        *place = i;
        if (i < 60)
            check_true(MAY_NOT_BE_READ(place + 1));
    }
    check_int(count, 1000);
    for (int i = 0; i < 1000; i++)
        check_int(numbers[i], i);
}

static void bytes_keep_what_they_hold_as_they_grow(void **state)
{
    struct arena *arena = arena_of(state);
    char *bytes = arena_resize(arena, NULL, 0, 1);
    char *other = arena_resize(arena, NULL, 0, 20000);
    bytes[0] = 0;
    memset(other, 'o', 20000);
    for (size_t size = 1; size < 10000000; size *= 2) { /* up to large pages */
        bytes = arena_resize(arena, bytes, size, size * 2);
        for (size_t i = size; i < size * 2; i++)
            bytes[i] = (char)(i % 101);
        arena_alloc(arena, 20000, 1); /* a block behind it */
    }
    other = arena_resize(arena, other, 20000, 40000);
    for (size_t i = 0; i < 10000000; i++)
        if (bytes[i] != (char)(i % 101))
            fail_msg("byte %zu", i);
    for (size_t i = 0; i < 20000; i++)
        check_int(other[i], 'o');
}

static void a_part_is_freed_by_itself_or_with_the_whole(void **state)
{
    (void)state;
    struct arena *whole = arena_new(NULL);
    struct arena *parts[3];
    for (size_t i = 0; i < 3; i++) {
        parts[i] = arena_part(whole);
        arena_alloc(parts[i], 100000, 1);
    }
    char *text = arena_copy(parts[2], "left", 4);
    arena_free(parts[1]);
    arena_free(parts[0]);
    check_text(text, "left");
    arena_alloc(arena_part(parts[2]), 1, 1);
    arena_free(whole); /* the address sanitizer tells of what is left */
}

static void freeing_nothing_is_allowed(void **state)
{
    (void)state;
    arena_free(NULL);
}

/* Each way to ask for memory; true when it came back. */
enum way {
    ALLOC,
    COPY,
    FORMAT,
    LONG_FORMAT,
    RESIZE,
    RESIZE_LARGE,
    IN_PART,
    PUSH,
    WAYS
};

static char *large; /* of the arena that was asked last */

static void ask(struct arena *arena, enum way way)
{
    int *numbers = NULL;
    size_t count = 0, capacity = 0;
    switch (way) {
    case ALLOC:
        arena_alloc(arena, 1, 8);
        break;
    case COPY:
        arena_copy(arena, "x", 1);
        break;
    case FORMAT:
        arena_format(arena, "%d", 1);
        break;
    case LONG_FORMAT:
        arena_format(arena, "%300d", 1);
        break;
    case RESIZE:
        arena_resize(arena, NULL, 0, 10);
        break;
    case RESIZE_LARGE:
        large = arena_resize(arena, large, large == NULL ? 0 : 20000, 20000);
        break;
    case IN_PART:
        arena_alloc(arena_part(arena), 1, 8);
        break;
    case PUSH:
        ARENA_PUSH(arena, numbers, count, capacity);
        break;
    case WAYS:
        break;
    }
}

static bool returns(struct arena *arena, jmp_buf *jump, enum way way)
{
    if (setjmp(*jump) != 0)
        return false;
    ask(arena, way);
    return true;
}

static void when_memory_runs_out_it_jumps(void **state)
{
    (void)state;
    for (enum way way = ALLOC; way < WAYS; way++) {
        jmp_buf jump;
        struct arena *arena = arena_new(&jump);
        large = NULL;
        arena_fail_after(arena, 2);
        check_true(returns(arena, &jump, way));
        check_true(returns(arena, &jump, way));
        check_false(returns(arena, &jump, way));
        check_false(returns(arena, &jump, way));
        check_true(arena_try_alloc(arena, 1, 1) == NULL);
        arena_fail_after(arena, 1);
        check_true(arena_try_alloc(arena, 1, 1) != NULL);
        arena_free(arena);
    }
}

static void count_up(void *context)
{
    ++*(int *)context;
}

static void what_is_half_done_is_undone_before_it_jumps(void **state)
{
    (void)state;
    int undone = 0;
    jmp_buf jump;
    struct arena *arena = arena_new(&jump);
    arena_undo(arena, count_up, &undone);
    check_true(returns(arena, &jump, ALLOC));
    check_int(undone, 0);
    arena_fail_after(arena, 0);
    check_false(returns(arena, &jump, ALLOC));
    check_int(undone, 1);
    arena_undo(arena, NULL, NULL);
    check_false(returns(arena, &jump, ALLOC));
    check_int(undone, 1);
    arena_free(arena);
}

static bool alloc_returns(struct arena *arena, jmp_buf *jump, size_t count, size_t size)
{
    if (setjmp(*jump) != 0)
        return false;
    arena_alloc(arena, count, size);
    return true;
}

static void a_size_that_overflows_is_out_of_memory(void **state)
{
    (void)state;
    jmp_buf jump;
    struct arena *arena = arena_new(&jump);
    check_false(alloc_returns(arena, &jump, SIZE_MAX / 2 + 1, 2));
    check_false(alloc_returns(arena, &jump, SIZE_MAX, SIZE_MAX));
    check_false(alloc_returns(arena, &jump, SIZE_MAX, 1));
    check_false(alloc_returns(arena, &jump, SIZE_MAX / 2, 1));
    check_true(alloc_returns(arena, &jump, SIZE_MAX, 0));
    check_true(alloc_returns(arena, &jump, 0, SIZE_MAX));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(memory_that_was_used_before_is_zeroed),
        test_with_arena(many_small_objects_keep_what_they_hold),
        test_with_arena(a_copy_ends_in_nul),
        test_with_arena(format_takes_any_length),
        test_with_arena(an_array_grows),
        test_with_arena(bytes_keep_what_they_hold_as_they_grow),
        cmocka_unit_test(a_part_is_freed_by_itself_or_with_the_whole),
        cmocka_unit_test(freeing_nothing_is_allowed),
        cmocka_unit_test(when_memory_runs_out_it_jumps),
        cmocka_unit_test(what_is_half_done_is_undone_before_it_jumps),
        cmocka_unit_test(a_size_that_overflows_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

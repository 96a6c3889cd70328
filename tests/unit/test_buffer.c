/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/buffer.h"

static void an_empty_buffer_is_an_empty_text(void **state)
{
    struct buffer buffer = {.arena = arena_of(state)};
    check_text(buffer_text(&buffer), "");
    buffer_add(&buffer, "");
    check_text(buffer_text(&buffer), "");
    check_int(buffer.length, 0);
}

static void everything_is_added_in_order(void **state)
{
    struct buffer buffer = {.arena = arena_of(state)};
    buffer_add(&buffer, "4 votes");
    buffer_add_bytes(&buffer, " to five", 4);
    buffer_format(&buffer, "%d%s", 2, ".");
    buffer_add_repeated(&buffer, '-', 3);
    buffer_add_repeated(&buffer, '-', 0);
    check_text(buffer_text(&buffer), "4 votes to 2.---");
    check_int(buffer.length, 16);
}

static void zero_bytes_are_kept(void **state)
{
    struct buffer buffer = {.arena = arena_of(state)};
    buffer_add_bytes(&buffer, "a\0b", 3);
    buffer_add(&buffer, "c");
    check_int(buffer.length, 4);
    check_int(memcmp(buffer.bytes, "a\0bc", 5), 0);
}

/* Lengths round every doubling, so that a NUL written one byte too far is seen. */
static void it_grows_at_every_length(void **state)
{
    struct arena *arena = arena_of(state);
    for (int length = 0; length < 1100; length++) {
        struct buffer added = {.arena = arena}, formatted = {.arena = arena};
        buffer_add_repeated(&added, 'x', (size_t)length);
        buffer_format(&formatted, "%*s", length, "");
        check_int(added.length, length);
        check_int(formatted.length, length);
        buffer_format(&added, "%d", 42);
        check_int(strlen(added.bytes), length + 2);
        check_text(added.bytes + length, "42");
    }
}

static void its_own_text_can_be_added(void **state)
{
    struct buffer buffer = {.arena = arena_of(state)};
    buffer_add(&buffer, "0123456789");
    for (int i = 0; i < 7; i++)
        buffer_add_bytes(&buffer, buffer.bytes, buffer.length);
    check_int(buffer.length, 1280);
    check_text(buffer.bytes + 1270, "0123456789");
}

static bool repeats(struct buffer *buffer, jmp_buf *jump, size_t times)
{
    if (setjmp(*jump) != 0)
        return false;
    buffer_add_repeated(buffer, ' ', times);
    return true;
}

static void a_length_that_overflows_is_out_of_memory(void **state)
{
    (void)state;
    jmp_buf jump;
    struct arena *arena = arena_new(&jump);
    struct buffer buffer = {.arena = arena};
    buffer_add(&buffer, "kept");
    check_false(repeats(&buffer, &jump, SIZE_MAX));
    check_false(repeats(&buffer, &jump, SIZE_MAX / 2));
    check_text(buffer_text(&buffer), "kept");
    arena_free(arena);
}

/* Keeps what it takes, for want of a file. */
static void keep(void *kept, const char *bytes, size_t length)
{
    buffer_add_bytes(kept, bytes, length);
}

static void what_is_much_is_taken_in_its_order(void **state)
{
    struct buffer all = {.arena = *state}, kept = {.arena = *state};
    struct buffer buffer = {.arena = *state, .take = keep, .taker = &kept};
    buffer_add(&buffer, "little");
    buffer_pass(&buffer);
    buffer_end(&buffer);
    check_text(buffer_text(&buffer), "little"); /* is whoever's the buffer is */
    check_int(kept.length, 0);
    for (int i = 0; i < 100000; i++) {
        buffer_format(&buffer, "%d,", i);
        buffer_format(&all, "%d,", i);
        buffer_pass(&buffer);
    }
    check_true(buffer.taken && kept.length > 0 && buffer.length < all.length);
    buffer_end(&buffer);
    check_int(buffer.length, 0);
    check_int(strncmp(buffer_text(&kept), "little", 6), 0);
    check_text(buffer_text(&kept) + 6, buffer_text(&all));
}

static void room_is_filled_by_whoever_asks(void **state)
{
    struct buffer buffer = {.arena = *state};
    for (size_t length = 0; length < 600; length += 7) {
        char *room = buffer_room(&buffer, length);
        check_true(buffer.capacity - buffer.length > length);
        memset(room, 'y', length);
        buffer_fill(&buffer, length / 2);
        check_int(strlen(buffer_text(&buffer)), buffer.length);
    }
    check_int(strspn(buffer_text(&buffer), "y"), buffer.length);
}

static void what_nobody_takes_stays(void **state)
{
    struct buffer buffer = {.arena = *state};
    buffer_add_repeated(&buffer, 'x', 1000000);
    buffer_pass(&buffer);
    buffer_end(&buffer);
    check_int(buffer.length, 1000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(an_empty_buffer_is_an_empty_text),
        test_with_arena(everything_is_added_in_order),
        test_with_arena(zero_bytes_are_kept),
        test_with_arena(it_grows_at_every_length),
        test_with_arena(its_own_text_can_be_added),
        test_with_arena(what_is_much_is_taken_in_its_order),
        test_with_arena(room_is_filled_by_whoever_asks),
        test_with_arena(what_nobody_takes_stays),
        cmocka_unit_test(a_length_that_overflows_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/hash.h"
#include "quorate/report.h"
#include "quorate/saved.h"
#include "unit/check.h"

/*
 * Laws of a register of decisions: as it is written it is sound; whichever byte of it is changed,
 * whichever line is taken out, doubled or exchanged with the next one, wherever it is cut off, it
 * is not, held against the hash of its last line.
 */

#define LINES 3

static struct bytes register_of(struct arena *arena)
{
    static const struct registered_figure figures[] = {{.group = "for", .members = 4, .votes = "4"},
                                                       {.candidate = "Dr \xC3\x89", .members = 3}};
    static const struct registered_quorum quorum = {
        .text = "at least 8", .part = "9", .whole = "10", .needed = "8", .met = true};
    struct buffer text = {.arena = arena};
    const char *previous = NULL;
    for (int i = 0; i < LINES; i++) {
        struct buffer line_text = {.arena = arena};
        const struct registered line = {
            .n = i + 1,
            .date = {2015, 6, i + 1},
            .body = "A body",
            .kind = "meeting",
            .title = "Vote at a meeting",
            .motion = i == 1 ? NULL : arena_format(arena, "The \"plan\" %d", i),
            .verdict = "carried",
            .certain = true,
            .quorums = &quorum,
            .quorum_count = i % 2 == 0 ? 0 : 1,
            .figures = figures,
            .figure_count = sizeof figures / sizeof *figures,
            .keep_months = i,
            .corrects = i == 2 ? 1 : 0,
            .result_sha256 = hash_sha256(arena, &i, sizeof i),
            .previous_sha256 = previous,
        };
        report_register_line(arena, &line, &line_text);
        previous = hash_sha256(arena, buffer_text(&line_text), line_text.length);
        buffer_format(&text, "%s\n", buffer_text(&line_text));
    }
    return (struct bytes){.name = "r", .bytes = buffer_text(&text), .length = text.length};
}

/* Whether nothing is wrong with it, held against the hash of the last line. */
static bool is_sound(struct arena *arena, const char *bytes, size_t length, const char *last)
{
    struct decision_register decisions;
    load_register(arena, (struct bytes){.name = "r", .bytes = bytes, .length = length}, &decisions);
    if (decisions.fault_count > 0)
        return false;
    for (size_t i = 0; last != NULL && i < decisions.line_count; i++)
        if (strcmp(decisions.hashes[i], last) == 0)
            return true;
    return last == NULL;
}

/* From the start of line `at` (0 to LINES) to the end. */
static const char *line_at(struct bytes whole, size_t at)
{
    const char *line = whole.bytes;
    while (at-- > 0)
        line = (const char *)memchr(line, '\n', whole.length) + 1;
    return line;
}

static void add_line(struct buffer *text, struct bytes whole, size_t at)
{
    const char *line = line_at(whole, at);
    buffer_add_bytes(text, line, (size_t)(line_at(whole, at + 1) - line));
}

/* The hash of the last line, which somebody kept. */
static const char *last_of(struct arena *arena, struct bytes whole)
{
    const char *line = line_at(whole, LINES - 1);
    return hash_sha256(arena, line, (size_t)(line_at(whole, LINES) - line) - 1);
}

static void test_as_it_is_written_it_is_sound(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes whole = register_of(arena);
    check_true(is_sound(arena, whole.bytes, whole.length, last_of(arena, whole)));
    check_true(is_sound(arena, whole.bytes, whole.length, NULL));
}

/* Whatever is not in the last line is found without the hash that was kept. */
static void test_each_byte(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes whole = register_of(arena);
    const char *last = last_of(arena, whole);
    size_t last_line = (size_t)(line_at(whole, LINES - 1) - whole.bytes);
    char *copy = arena_alloc(arena, whole.length + 1, 1);
    memcpy(copy, whole.bytes, whole.length);
    for (size_t i = 0; i < whole.length; i++)
        for (unsigned flip = 1; flip < 256; flip <<= 1) {
            struct arena *once = arena_new(NULL);
            copy[i] = (char)((unsigned char)whole.bytes[i] ^ flip);
            check_false(is_sound(once, copy, whole.length, i < last_line ? NULL : last));
            copy[i] = whole.bytes[i];
            arena_free(once);
        }
}

enum change {
    TAKEN_OUT,
    DOUBLED,
    EXCHANGED,
    CHANGES,
};

static bool changed_is_sound(struct arena *arena, struct bytes whole, enum change change, size_t at)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < LINES; i++) {
        size_t from = i;
        if (change == EXCHANGED && (i == at || i == at + 1))
            from = i == at ? at + 1 : at;
        if (change != TAKEN_OUT || i != at)
            add_line(&text, whole, from);
        if (change == DOUBLED && i == at)
            add_line(&text, whole, i);
    }
    return is_sound(arena, buffer_text(&text), text.length, last_of(arena, whole));
}

static void test_each_line(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes whole = register_of(arena);
    for (int change = 0; change < CHANGES; change++)
        for (size_t at = 0; at < LINES - (change == EXCHANGED); at++)
            check_false(changed_is_sound(arena, whole, (enum change)change, at));
}

/* At the end of a line only the hash that was kept shows it, anywhere else the half line. */
static void test_each_length(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes whole = register_of(arena);
    for (size_t length = 0; length < whole.length; length++) {
        bool at_end = length == 0 || whole.bytes[length - 1] == '\n';
        check_false(is_sound(arena, whole.bytes, length, last_of(arena, whole)));
        check_true(is_sound(arena, whole.bytes, length, NULL) == at_end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_as_it_is_written_it_is_sound),
        test_with_arena(test_each_byte),
        test_with_arena(test_each_line),
        test_with_arena(test_each_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
#include "unit/books.h"

#include "sheet/zip.h"

static const struct zip_part two_parts[] = {{"a.xml", "<a/>"}, {"sub/b.xml", ""}};

static struct bytes archive_of(struct arena *arena)
{
    return zip_of(arena, two_parts, 2);
}

/* A copy with a number of so many bytes at an offset. */
static struct bytes with(struct arena *arena, struct bytes bytes, size_t at, size_t number,
                         size_t count)
{
    char *copy = arena_copy(arena, bytes.bytes, bytes.length);
    for (size_t i = 0; i < count; i++, number >>= 8)
        copy[at + i] = (char)(number & 0xFF);
    bytes.bytes = copy;
    return bytes;
}

/* Where the entry of that number begins in the directory. */
static size_t entry_at(struct bytes bytes, size_t entry)
{
    size_t at = 0, seen = 0;
    while (memcmp(bytes.bytes + at, "PK\x01\x02", 4) != 0 || seen++ < entry)
        at++;
    return at;
}

static void parts_by_name(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes part;
    const char *fault;
    struct zip *zip = zip_open(arena, archive_of(arena), &fault);
    check_true(zip != NULL);
    check_true(zip_has(zip, "A.XML"));
    check_true(zip_has(zip, "sub\\b.xml"));
    check_false(zip_has(zip, "b.xml"));
    check_true(zip_unpack(zip, "a.xml", &part, &fault));
    check_int(part.length, 4);
    check_int(memcmp(part.bytes, "<a/>", 4), 0);
    check_true(zip_unpack(zip, "sub/b.xml", &part, &fault));
    check_int(part.length, 0);
    check_false(zip_unpack(zip, "b.xml", &part, &fault));
    check_contains(fault, "missing");
}

static void check_refused(struct arena *arena, struct bytes bytes, const char *why)
{
    const char *fault;
    check_true(zip_open(arena, bytes, &fault) == NULL);
    check_contains(fault, why);
}

static void directories_that_lie(void **state)
{
    struct arena *arena = arena_of(state);
    struct bytes whole = archive_of(arena);
    size_t end = whole.length - 22, first = entry_at(whole, 0), second = entry_at(whole, 1);
    check_refused(arena, (struct bytes){.bytes = "", .length = 0}, "not whole");
    check_refused(arena, with(arena, whole, end + 8, 1, 4), "not whole");           /* fewer */
    check_refused(arena, with(arena, whole, end + 4, 1, 2), "not whole");           /* disks */
    check_refused(arena, with(arena, whole, end + 16, 0xFFFFFFFF, 4), "not whole"); /* zip64 */
    check_refused(arena, with(arena, whole, first + 28, 0xFFFF, 2), "not whole");   /* name */
    check_refused(arena, with(arena, whole, first + 42, whole.length, 4), "not whole");
    check_refused(arena, with(arena, whole, second + 20, 0xFFFFFFF0, 4), "not whole");
    check_refused(arena, with(arena, whole, second + 46, 'x', 1), "not whole"); /* local: "sub" */
    check_refused(arena, with(arena, whole, first + 20, 5, 4), "overlap");
}

/* Whether anything would be read of it or not. */
static void two_parts_of_one_name(void **state)
{
    struct arena *arena = arena_of(state);
    const struct zip_part parts[] = {{"a.xml", "<a/>"}, {"A.xml", "<b/>"}};
    check_refused(arena, zip_of(arena, parts, 2), "twice");
}

/* The entry is told to be other than it is; what is said of it then. */
static void check_entry(struct arena *arena, size_t at, size_t number, size_t count,
                        const char *why)
{
    struct bytes part, whole = archive_of(arena);
    const char *fault;
    struct zip *zip =
        zip_open(arena, with(arena, whole, entry_at(whole, 0) + at, number, count), &fault);
    check_true(zip != NULL);
    check_false(zip_unpack(zip, "a.xml", &part, &fault));
    check_contains(fault, why);
}

static void entries_that_lie(void **state)
{
    struct arena *arena = arena_of(state);
    check_entry(arena, 8, 1, 2, "password");
    check_entry(arena, 16, 0, 4, "cannot be unpacked"); /* checksum */
    check_entry(arena, 24, 3, 4, "cannot be unpacked");
    check_entry(arena, 24, (64 << 20) + 1, 4, "more than 64 MiB");
    check_entry(arena, 24, (2 << 20), 4, "more tightly");
}

/* What is unpacked is bounded in all, and not each by itself. */
static void all_parts_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    size_t length = ZIP_UNPACKED_MOST / 2 + 1;
    char *text = arena_alloc(arena, length + 1, 1);
    memset(text, ' ', length);
    const struct zip_part parts[] = {{"a.xml", text}, {"b.xml", text}};
    struct bytes part;
    const char *fault;
    struct zip *zip = zip_open(arena, zip_of(arena, parts, 2), &fault);
    check_true(zip != NULL);
    check_true(zip_unpack(zip, "a.xml", &part, &fault));
    check_false(zip_unpack(zip, "b.xml", &part, &fault));
    check_contains(fault, "more than 64 MiB");
}

static void entries_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    size_t count = ZIP_ENTRIES_MOST + 1;
    struct zip_part *parts = arena_alloc(arena, count, sizeof *parts);
    const char *fault;
    for (size_t i = 0; i < count; i++)
        parts[i] = (struct zip_part){arena_format(arena, "%zu", i), ""};
    check_true(zip_open(arena, zip_of(arena, parts, count - 1), &fault) != NULL);
    check_refused(arena, zip_of(arena, parts, count), "not whole");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(parts_by_name),         test_with_arena(directories_that_lie),
        test_with_arena(two_parts_of_one_name), test_with_arena(entries_that_lie),
        test_with_arena(all_parts_are_bounded), test_with_arena(entries_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
